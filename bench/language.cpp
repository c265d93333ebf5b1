// Words and megabytes a second on one core: analysis alone and behind the repair, with every distinct word
// remembered and without.
//
// usage: szukajst_bench_language TEXTS… (a document a line, a literal \n for a line break inside it)
#include <chrono>
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

namespace {

using namespace szukajst;

// Each measurement goes over the texts until it has taken so long.
constexpr std::chrono::seconds kLeast{1};

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

// `work` gives how many words a document has.
template <typename Work>
void measure(const char* what, const std::vector<std::string>& documents, Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  std::chrono::duration<double> taken{};
  double words = 0, bytes = 0;
  do {
    for (const auto& document : documents) {
      words += static_cast<double>(work(document));
      bytes += static_cast<double>(document.size());
    }
    taken = std::chrono::steady_clock::now() - begin;
  } while (taken < kLeast);
  std::printf("  %-34s %9.0f words/s %7.2f MB/s\n", what, words / taken.count(), bytes / 1e6 / taken.count());
}

int run(const std::vector<const char*>& paths) {
  const auto folder = core::data_folder() / "language";
  const auto lexicon = language::Lexicon::open(folder);
  if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().message.c_str()), 1;
  auto repairer = language::Repairer::open(*lexicon, folder);
  if (!repairer) return std::fprintf(stderr, "%s\n", repairer.error().message.c_str()), 1;
  language::Analyzer with(*lexicon), without(*lexicon, {.memo_words = 0});
  for (const char* path : paths) {
    const auto documents = read(path);
    std::printf("%s\n", std::string_view(path).substr(std::string_view(path).rfind('/') + 1).data());
    measure("analysis", documents, [&](const std::string& text) { return with.analyze(text).size(); });
    measure("analysis, no memo between texts", documents,
            [&](const std::string& text) { return without.analyze(text).size(); });
    measure("repair", documents, [&](const std::string& text) { return repairer->repair(text).words; });
    measure("repair and analysis", documents,
            [&](const std::string& text) { return with.analyze(repairer->repair(text).text).size(); });
    measure("repair and analysis, both cold", documents, [&](const std::string& text) {
      auto cold = language::Repairer::open(*lexicon, folder);
      return cold ? without.analyze(cold->repair(text).text).size() : 0;
    });
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: szukajst_bench_language TEXTS…\n", stderr), 2;
  return run({argv + 1, argv + argc});
}
