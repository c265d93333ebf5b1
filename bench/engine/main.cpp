// What bench/query runs of the project itself. A corpus lies in a folder of its own:
//
//   szukajst_bench_query make FOLDER SAMPLES DOCUMENTS BYTES SEED EACH [files]
//       corpus.tsv, queries.tsv, settings; with "files" the texts, too, a file each below texts/
//   szukajst_bench_query index FOLDER SAMPLES
//       FOLDER/index, of the generator's texts and records: analysed and written, nothing extracted
//   szukajst_bench_query language FOLDER SAMPLES THREADS
//       FOLDER/language, the same with all language work: words are mended, too
//   szukajst_bench_query run FOLDER exact|ocr ten|whole ROUNDS [SET [BAND]]
//       asks all queries and prints, a query a line: number, total, microseconds, microseconds of the
//       processor, each the median of the rounds
//   szukajst_bench_query check FOLDER SAMPLES QUERIES
//       compares counts with counting by hand; exit status 1 where they differ
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/corpus/generator.h"
#include "bench/engine/check.h"
#include "bench/engine/engine.h"
#include "bench/engine/parallel_index.h"
#include "bench/engine/query_sets.h"
#include "bench/timing.h"
#include "core/data_folder.h"
#include "core/large_pages.h"
#include "indexer/write/index_writer.h"

namespace {

namespace fs = std::filesystem;
using namespace szukajst;
using namespace szukajst::bench;

constexpr int kWarmRounds = 2;                 // before what is measured
constexpr std::size_t kBetweenCompared = 100;  // documents, where a corpus is met again

int fail(const core::Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return 1;
}

std::size_t number(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<std::string> stop_words() {
  std::ifstream file(core::data_folder() / "language" / "stopwords.txt");
  std::vector<std::string> words;
  for (std::string line; std::getline(file, line);) words.push_back(line.substr(0, line.find_first_of(" #")));
  return words;
}

void write_text(const fs::path& folder, const indexer::ProcessedDocument& document) {
  const fs::path path = folder / fs::path(document.record.source).lexically_relative("corpus");
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << document.text.text;
}

int make(const fs::path& folder, const fs::path& samples, const CorpusSettings& settings, std::size_t each,
         bool files) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const auto generator = Generator::make(settings, samples, **resources);
  if (!generator) return fail(generator.error());
  fs::create_directories(folder);
  std::ofstream(folder / "settings") << settings.documents << ' ' << settings.bytes << ' ' << settings.seed
                                     << '\n';
  std::ofstream corpus(folder / "corpus.tsv", std::ios::binary);
  for (std::size_t i = 0; i < settings.documents; ++i) {
    const auto document = generator->document(i);
    corpus << corpus_line(document) << '\n';
    if (files) write_text(folder / "texts", document);
  }
  corpus.close();
  if (corpus.fail()) return fail({core::ErrorCode::unwritable, "cannot write the corpus"});
  const auto drawn =
      draw_queries(folder / "corpus.tsv", folder / "queries.tsv", stop_words(), {each, settings.seed});
  return drawn ? 0 : fail(drawn.error());
}

core::Result<Generator> generator_of(const fs::path& folder, const fs::path& samples,
                                     const indexer::Resources& resources) {
  CorpusSettings settings;
  std::ifstream file(folder / "settings");
  if (!(file >> settings.documents >> settings.bytes >> settings.seed))
    return core::Error{core::ErrorCode::unreadable, "no corpus in " + folder.string()};
  auto generator = Generator::make(settings, samples, resources);
  if (!generator) return generator.error();
  // Other samples or another lexicon make other documents than the peers have.
  std::ifstream corpus(folder / "corpus.tsv", std::ios::binary);
  std::size_t ordinal = 0;
  for (std::string line; std::getline(corpus, line); ++ordinal) {
    if (ordinal % kBetweenCompared != 0 || line == corpus_line(generator->document(ordinal))) continue;
    return core::Error{core::ErrorCode::conflict,
                       "the corpus in " + folder.string() + " was made with other words; remove it"};
  }
  return generator;
}

int index(const fs::path& folder, const fs::path& samples) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const auto generator = generator_of(folder, samples, **resources);
  if (!generator) return fail(generator.error());
  language::Analyzer analyzer((*resources)->lexicon);
  analyzer.use_names((*resources)->gazetteer.nominatives());
  auto writer = indexer::IndexWriter::open(folder / "index", analyzer, (*resources)->gazetteer);
  if (!writer) return fail(writer.error());
  for (std::size_t i = 0; i < generator->settings().documents; ++i) {
    if (const auto added = writer->add(generator->document(i)); !added) return fail(added.error());
  }
  const auto summary = writer->commit();
  return summary ? 0 : fail(summary.error());
}

int index_with_language_work(const fs::path& folder, const fs::path& samples, std::size_t threads) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const auto generator = generator_of(folder, samples, **resources);
  if (!generator) return fail(generator.error());
  const auto done = index_in_parallel(folder / "language", *generator, **resources, threads);
  return done ? 0 : fail(done.error());
}

struct RunSettings {
  core::MatchKind loosest = core::MatchKind::exact;
  bool whole = false;
  int rounds = 5;
  std::string_view set, band;  // empty: all
};

int run(const fs::path& folder, const RunSettings& settings) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const auto engine = Engine::open(folder / "index", (*resources)->lexicon, (*resources)->gazetteer);
  if (!engine) return fail(engine.error());
  const auto queries = read_queries(folder / "queries.tsv");
  if (!queries) return fail(queries.error());
  const auto column_bytes = engine->column_bytes();
  if (!column_bytes) return fail(column_bytes.error());
  std::fprintf(stderr, "columns %.1f\n", *column_bytes);

  struct Timed {
    std::size_t number;
    search::Request request;
    std::size_t total = 0;
    std::vector<double> wall = {}, cpu = {};
  };
  std::vector<Timed> all;
  for (std::size_t i = 0; i < queries->size(); ++i) {
    const BenchQuery& query = (*queries)[i];
    if ((settings.set.empty() || query.set == settings.set) &&
        (settings.band.empty() || query.band == settings.band))
      all.push_back({i, request_of(query, settings.loosest)});
  }
  for (int round = -kWarmRounds; round < settings.rounds; ++round) {
    for (Timed& each : all) {
      const auto begin = std::chrono::steady_clock::now();
      const double cpu = processor();
      const auto count = settings.whole ? engine->whole_answer(each.request) : engine->top_ten(each.request);
      const double taken = processor() - cpu;
      const std::chrono::duration<double, std::micro> wall = std::chrono::steady_clock::now() - begin;
      if (!count) return fail(count.error());
      each.total = count->total;
      if (round < 0) continue;
      each.wall.push_back(wall.count());
      each.cpu.push_back(taken);
    }
  }
  for (Timed& each : all)
    std::printf("%zu\t%zu\t%.1f\t%.1f\n", each.number, each.total, median(each.wall), median(each.cpu));
  return 0;
}

int check(const fs::path& folder, const fs::path& samples, std::size_t queries) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const auto generator = generator_of(folder, samples, **resources);
  if (!generator) return fail(generator.error());
  const auto engine = Engine::open(folder / "index", (*resources)->lexicon, (*resources)->gazetteer);
  if (!engine) return fail(engine.error());
  const auto checked = check_facets(*generator, **resources, *engine, {queries, 1});
  if (!checked) return fail(checked.error());
  std::printf("%zu queries, %zu matches, %zu counts: %zu differences\n", checked->queries, checked->documents,
              checked->values, checked->differences);
  return checked->differences == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  szukajst::core::put_code_in_large_pages();
  const std::vector<std::string_view> given(argv + 1, argv + argc);
  const std::string_view command = given.empty() ? "" : given[0];
  if (command == "make" && given.size() >= 7) {
    return make(given[1], given[2],
                {.documents = number(given[3]), .bytes = number(given[4]), .seed = number(given[5])},
                number(given[6]), given.size() > 7);
  }
  if (command == "index" && given.size() == 3) return index(given[1], given[2]);
  if (command == "language" && given.size() == 4 && number(given[3]) > 0)
    return index_with_language_work(given[1], given[2], number(given[3]));
  if (command == "run" && given.size() >= 5) {
    const auto loosest = core::match_kind(given[2]).value_or(core::MatchKind::exact);
    return run(given[1], {loosest, given[3] == "whole", static_cast<int>(number(given[4])),
                          given.size() > 5 ? given[5] : "", given.size() > 6 ? given[6] : ""});
  }
  if (command == "check" && given.size() == 4) return check(given[1], given[2], number(given[3]));
  return std::fputs(
             "usage: szukajst_bench_query make|index|language|run|check …: see bench/engine/main.cpp\n",
             stderr),
         2;
}
