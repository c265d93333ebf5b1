// Words and megabytes a second on one core, by the processor's time: texts read for the first time, with
// nothing remembered, and again, with every distinct word remembered.
//
// usage: szukajst_bench_language TEXTS… (a document a line, a literal \n for a line break inside it)
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/data_folder.h"
#include "language/analyzer.h"
#include "language/lexicon.h"
#include "language/normalise.h"
#include "language/repair.h"
#include "language/tokenizer.h"

namespace {

using namespace szukajst;

// The median of so many runs counts; each of texts that are remembered goes on until it has taken so long.
constexpr int kRuns = 5;
constexpr double kLeastSeconds = 0.2;

// Of the processor, in this process.
double seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

std::vector<std::string> read(const char* path) {
  std::vector<std::string> documents;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::string text;
    for (std::size_t at = 0; at < line.size(); ++at) {
      const bool line_end = line[at] == '\\' && at + 1 < line.size() && line[at + 1] == 'n';
      text += line_end ? '\n' : line[at];
      at += line_end;
    }
    documents.push_back(language::normalise(text));
  }
  return documents;
}

struct Size {
  double words = 0, bytes = 0;
};

// `run` gives how many seconds each of its passes over all documents took.
template <typename Run>
void measure(const char* what, const Size& size, Run&& run) {
  std::vector<double> taken;
  for (int i = 0; i < kRuns; ++i) taken.push_back(run());
  std::ranges::sort(taken);
  const double median = taken[taken.size() / 2];
  std::printf("  %-40s %9.0f words/s %7.2f MB/s (%.2f to %.2f)\n", what, size.words / median,
              size.bytes / 1e6 / median, size.bytes / 1e6 / taken.back(), size.bytes / 1e6 / taken.front());
}

template <typename Work>
double pass(const std::vector<std::string>& documents, Work&& work) {
  const double begin = seconds();
  for (const auto& document : documents) work(document);
  return seconds() - begin;
}

template <typename Work>
double passes(const std::vector<std::string>& documents, Work&& work) {
  double taken = 0;
  int count = 0;
  for (; taken < kLeastSeconds; ++count) taken += pass(documents, work);
  return taken / count;
}

int run(const std::vector<const char*>& paths) {
  const auto folder = core::data_folder() / "language";
  const auto lexicon = language::Lexicon::open(folder);
  if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().message.c_str()), 1;
  // A lexicon remembers too.
  const auto anew = [&] { return *language::Lexicon::open(folder); };
  if (auto repairer = language::Repairer::open(*lexicon, folder); !repairer)
    return std::fprintf(stderr, "%s\n", repairer.error().message.c_str()), 1;

  for (const char* path : paths) {
    const auto documents = read(path);
    Size size;
    std::vector<std::vector<std::string>> words;
    for (const auto& document : documents) {
      words.emplace_back();
      for (const auto& token : language::tokenize(document))
        words.back().emplace_back(token.range.in(document));
      size.words += static_cast<double>(words.back().size());
      size.bytes += static_cast<double>(document.size());
    }
    const std::string_view name = path;
    std::printf("%s: %zu documents, %.0f kB\n", name.substr(name.rfind('/') + 1).data(), documents.size(),
                size.bytes / 1e3);

    // To compare with, as the machine may be busy: is each word known, with nothing remembered?
    measure("(each word looked up, nothing else)", size, [&] {
      return passes(documents, [&, i = std::size_t{0}](const std::string&) mutable {
        for (const auto& word : words[i]) lexicon->contains(word);
        i = (i + 1) % words.size();
      });
    });
    measure("read for the first time: analysis", size, [&] {
      const auto fresh = anew();
      language::Analyzer analyzer(fresh);
      return pass(documents, [&](const std::string& text) { analyzer.analyze(text); });
    });
    measure("read for the first time: repair", size, [&] {
      const auto fresh = anew();
      auto repairer = *language::Repairer::open(fresh, folder);
      return pass(documents, [&](const std::string& text) { repairer.repair(text); });
    });
    measure("read for the first time: both", size, [&] {
      const auto fresh = anew();
      auto repairer = *language::Repairer::open(fresh, folder);
      language::Analyzer analyzer(fresh);
      return pass(documents, [&](const std::string& text) { analyzer.analyze(repairer.repair(text).text); });
    });
    auto repairer = *language::Repairer::open(*lexicon, folder);
    language::Analyzer analyzer(*lexicon);
    pass(documents, [&](const std::string& text) { analyzer.analyze(repairer.repair(text).text); });
    measure("read again: both", size, [&] {
      return passes(documents,
                    [&](const std::string& text) { analyzer.analyze(repairer.repair(text).text); });
    });
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: szukajst_bench_language TEXTS…\n", stderr), 2;
  return run({argv + 1, argv + argc});
}
