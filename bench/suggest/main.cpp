// Measures completion, words put right and the same goal elsewhere, over an index made of the dictionary's
// words:
//
//   szukajst_bench_suggest make FOLDER WORDS DOCUMENTS GOALS
//       FOLDER/index: so many words of the dictionary, each in one document at least and the others as often
//       as words are; a title, an official, a place and GOALS goals a document, one goal in five nearly
//       another's
//   szukajst_bench_suggest run FOLDER QUERIES
//       prints a line for each kind of query: mean, median, 95th and 99th percentile and worst, in
//       microseconds of the processor, one thread, warm
//   szukajst_bench_suggest similar INDEX QUERIES
//       the same of documents alike, to documents of any index
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bench/timing.h"
#include "core/data_folder.h"
#include "core/utf8.h"
#include "indexer/write/index_writer.h"
#include "language/automaton_entries.h"
#include "language/cfsa2.h"
#include "search/goals_alike.h"
#include "search/searcher.h"
#include "search/suggestion.h"

namespace {

namespace fs = std::filesystem;
using namespace szukajst;
using Random = std::mt19937;

constexpr std::size_t kTokens = 100;  // of a document
constexpr std::size_t kGoalWords = 3000;

int fail(const core::Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return 1;
}

std::size_t number(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// So many forms of the dictionary, spread over all of it, in an order of their own.
std::vector<std::string> words(std::size_t wanted) {
  std::ifstream file(core::data_folder() / "language" / "polish.dict", std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const auto automaton = language::Cfsa2::open(bytes, "polish.dict");
  std::vector<std::string> all;
  if (!automaton) return all;
  language::for_each_entry(*automaton, automaton->root(), [&](std::string_view entry) {
    const std::string_view form = entry.substr(0, entry.find(';'));
    if (all.empty() || all.back() != form) all.emplace_back(form);
  });
  std::shuffle(all.begin(), all.end(), Random(1));
  std::vector<std::string> chosen;
  std::set<std::string> known;
  for (const std::string& form : all) {
    if (chosen.size() == wanted) break;
    const std::string word = core::utf8::lower(form);
    bool letters = core::utf8::length(word) > 2;
    for (std::size_t at = 0; at < word.size();)
      letters = core::utf8::is_letter(core::utf8::next(word, at)) && letters;
    if (letters && known.insert(word).second) chosen.push_back(word);
  }
  return chosen;
}

// Places in a list of which the first are drawn most often, as words are (Zipf).
std::size_t drawn(Random& random, std::size_t size) {
  const double share = std::uniform_real_distribution<double>(0, 1)(random);
  return std::min(size - 1, static_cast<std::size_t>(std::pow(static_cast<double>(size), share)) - 1);
}

std::string capitalised(const std::string& word) {
  std::size_t at = 0;
  std::string text;
  core::utf8::append(text, core::utf8::upper(core::utf8::next(word, at)));
  return text + word.substr(at);
}

int make(const fs::path& folder, std::size_t size, std::size_t documents, std::size_t goals) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const auto all = words(size);
  if (all.size() < kGoalWords) return fail({core::ErrorCode::unreadable, "the dictionary has too few words"});
  fs::create_directories(folder);
  std::ofstream list(folder / "words");
  for (const std::string& word : all) list << word << '\n';
  language::Analyzer analyzer((*resources)->lexicon);
  analyzer.use_names((*resources)->gazetteer.nominatives());
  auto writer = indexer::IndexWriter::open(folder / "index", analyzer, (*resources)->gazetteer);
  if (!writer) return fail(writer.error());
  Random random(2);
  const auto units = (*resources)->gazetteer.units();
  std::vector<std::vector<std::string>> before;  // wordings
  for (std::size_t i = 0; i < documents; ++i) {
    indexer::ProcessedDocument document;
    core::Record& record = document.record;
    record.source = "made/" + std::to_string(i);
    record.id = core::source_id(record.source);
    record.period = core::Period{static_cast<int>(2000 + random() % 25), std::nullopt};
    std::string& text = document.text.text;
    for (int k = 0; k < 4; ++k)
      record.title +=
          (k == 0 ? capitalised(all[drawn(random, all.size())]) : " " + all[drawn(random, all.size())]);
    text = record.title + ". ";
    const auto& unit = units[random() % units.size()];
    record.places = {{unit.kind(), unit.label, unit.code, 2}};
    record.officials = {
        {capitalised(all[drawn(random, 500)]) + " " + capitalised(all[drawn(random, all.size())]), "wójt",
         unit.label, unit.code}};
    text += record.officials.front().name + ", " + unit.label + ". ";
    for (std::size_t k = i; k < all.size(); k += documents) text += all[k] + " ";
    for (std::size_t k = 0; k < kTokens; ++k) text += all[drawn(random, all.size())] + " ";
    for (std::size_t k = 0; k < goals; ++k) {
      std::vector<std::string> wording;
      if (!before.empty() && random() % 5 == 0) {
        wording = before[random() % before.size()];
        wording[random() % wording.size()] = all[drawn(random, kGoalWords)];
      } else {
        for (std::size_t w = 5 + random() % 7; w > 0; --w) wording.push_back(all[drawn(random, kGoalWords)]);
        if (before.size() < 20'000) before.push_back(wording);
      }
      std::string goal;
      for (const std::string& word : wording) goal += (goal.empty() ? "" : " ") + word;
      record.goals.push_back({core::GoalLevel::operational, "", std::move(goal), std::nullopt, 1});
    }
    document.mended = document.text;
    if (const auto added = writer->add(document); !added) return fail(added.error());
  }
  const auto summary = writer->commit();
  return summary ? 0 : fail(summary.error());
}

// One slip of the hand.
std::string slipped(const std::string& word, Random& random) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) letters.push_back(core::utf8::next(word, at));
  const std::size_t at = random() % (letters.size() - 1);
  switch (random() % 4) {
    case 0:
      letters.erase(at, 1);
      break;
    case 1:
      letters.insert(at, 1, letters[random() % letters.size()]);
      break;
    case 2:
      letters[at] = static_cast<char32_t>(U'a' + random() % 26);
      break;
    default:
      std::swap(letters[at], letters[at + 1]);
  }
  std::string text;
  for (const char32_t c : letters) core::utf8::append(text, c);
  return text;
}

std::string beginning(const std::string& word, std::size_t letters) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < letters && at < word.size(); ++i) core::utf8::next(word, at);
  return word.substr(0, at);
}

template <typename Ask>
void measure(const char* name, std::size_t queries, Ask&& ask) {
  std::vector<double> times;
  std::size_t found = 0;
  for (std::size_t i = 0; i < queries; ++i) {
    const double begin = bench::processor();
    found += ask(i) ? 1U : 0U;
    times.push_back(bench::processor() - begin);
  }
  std::sort(times.begin(), times.end());
  double sum = 0;
  for (const double time : times) sum += time;
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%-44s mean %6.0f  p50 %6.0f  p95 %6.0f  p99 %6.0f  worst %6.0f  found %.3f\n", name,
              sum / static_cast<double>(queries), at(0.5), at(0.95), at(0.99), times.back(),
              static_cast<double>(found) / static_cast<double>(queries));
}

int run(const fs::path& folder, std::size_t queries) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const language::Lexicon& lexicon = (*resources)->lexicon;
  const double begin = bench::processor();
  const auto searcher = search::Searcher::open({folder / "index"}, lexicon, (*resources)->gazetteer);
  if (!searcher) return fail(searcher.error());
  std::printf("opening %.0f ms\n", (bench::processor() - begin) / 1000);
  std::vector<std::string> all;
  std::ifstream list(folder / "words");
  for (std::string word; list >> word;)
    if (core::utf8::length(word) > 5) all.push_back(word);
  language::Analyzer analyzer(lexicon);
  const auto snapshot =
      search::Snapshot::open({folder / "index"}, analyzer.settings(), (*resources)->gazetteer);
  const auto slips = language::Slips::load(lexicon.folder() / "slips.tsv");
  if (!snapshot || !slips) return 1;

  Random random(3);
  const auto word = [&] { return all[drawn(random, all.size())]; };
  const auto complete = [&](const std::string& query) { return !searcher->complete(query)->empty(); };
  for (int i = 0; i < 200; ++i) complete(beginning(word(), 3));  // warm
  for (const std::size_t letters : {1U, 2U, 3U, 5U}) {
    const std::string name = "completion, " + std::to_string(letters) + " letters";
    measure(name.c_str(), queries, [&](std::size_t) { return complete(beginning(word(), letters)); });
  }
  measure("completion, one slip", queries,
          [&](std::size_t) { return complete(beginning(slipped(word(), random), 6)); });
  measure("completion, nothing begins so", queries,
          [&](std::size_t i) { return complete("xqv" + std::to_string(i % 7) + word()); });
  measure("completion, second word", queries,
          [&](std::size_t) { return complete(word() + " " + beginning(word(), 2)); });
  measure("completion, second word, both common", queries, [&](std::size_t) {
    return complete(all[drawn(random, 300)] + " " + beginning(all[drawn(random, 300)], 2));
  });
  const auto unknown = [&] {
    for (;;) {
      const std::string slip = slipped(word(), random);
      if (!lexicon.contains(slip)) return slip;
    }
  };
  measure("words close to one with a slip", queries, [&](std::size_t) {
    search::Deadline deadline(std::chrono::seconds(1));
    return !search::close_spellings(unknown(), *snapshot, lexicon, *slips, 5, deadline).empty();
  });
  measure("whole search with did you mean", queries, [&](std::size_t) {
    search::Request request;
    request.query = unknown();
    return searcher->search(request)->did_you_mean.has_value();
  });
  measure("the same, two words", queries, [&](std::size_t) {
    search::Request request;
    request.query = all[drawn(random, 300)] + " " + unknown();
    return searcher->search(request)->did_you_mean.has_value();
  });
  measure("the same, both unknown", queries, [&](std::size_t) {
    search::Request request;
    request.query = unknown() + " " + unknown();
    return searcher->search(request)->did_you_mean.has_value();
  });
  measure("goals alike", queries, [&](std::size_t) {
    const std::size_t segment = random() % snapshot->segments.size();
    const std::size_t goals = snapshot->segments[segment].info.goals;
    search::Deadline deadline(std::chrono::seconds(1));
    return goals > 0 &&
           search::find_alike(segment, random() % goals, *snapshot, (*resources)->gazetteer, deadline).total >
               0;
  });
  return 0;
}

int similar(const fs::path& index, std::size_t queries) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const auto searcher = search::Searcher::open({index}, (*resources)->lexicon, (*resources)->gazetteer);
  if (!searcher) return fail(searcher.error());
  language::Analyzer analyzer((*resources)->lexicon);
  const auto snapshot = search::Snapshot::open({index}, analyzer.settings(), (*resources)->gazetteer);
  if (!snapshot) return fail(snapshot.error());
  Random random(3);
  const auto some = [&] {
    for (;;) {
      const search::SegmentView& segment = snapshot->segments[random() % snapshot->segments.size()];
      if (segment.info.documents > 0)
        return std::string(segment.columns.ids[random() % segment.info.documents]);
    }
  };
  for (std::size_t i = 0; i < queries / 10; ++i) static_cast<void>(searcher->similar(some()));  // warm
  measure("documents alike", queries, [&](std::size_t) {
    const auto found = searcher->similar(some());
    return found && !found->empty();
  });
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  if (arguments.size() == 5 && arguments[0] == "make")
    return make(arguments[1], number(arguments[2]), number(arguments[3]), number(arguments[4]));
  if (arguments.size() == 3 && arguments[0] == "run") return run(arguments[1], number(arguments[2]));
  if (arguments.size() == 3 && arguments[0] == "similar") return similar(arguments[1], number(arguments[2]));
  std::fprintf(stderr,
               "usage: szukajst_bench_suggest make FOLDER WORDS DOCUMENTS GOALS | run FOLDER QUERIES | "
               "similar INDEX QUERIES\n");
  return 2;
}
