// Documents and megabytes of clean text a second on one core: reading and cleaning alone, repair, analysis,
// and extraction, whole and extractor by extractor.
//
// usage: szukajst_bench_extraction FILE…
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "core/data_folder.h"
#include "indexer/clean/clean.h"
#include "indexer/extract/cells.h"
#include "indexer/extract/rules_tables.h"
#include "indexer/formats/decode.h"
#include "indexer/pipeline.h"
#include "indexer/privacy/contacts.h"
#include "language/repair.h"

namespace {

using namespace szukajst;
using namespace szukajst::indexer;

// Each measurement goes over the documents until it has taken so long.
constexpr double kLeast = 0.7;  // seconds

struct Prepared {
  RawInput input;
  core::PagedText clean, mended;
  std::string hint;
};

double total_bytes(const std::vector<Prepared>& documents) {
  double bytes = 0;
  for (const Prepared& document : documents) bytes += static_cast<double>(document.clean.text.size());
  return bytes;
}

template <typename Work>
void measure(const char* what, const std::vector<Prepared>& documents, Work&& work) {
  // Of the processor, so that what else runs on the machine does not count.
  const std::clock_t begin = std::clock();
  double taken = 0, rounds = 0;
  do {
    for (const Prepared& document : documents) work(document);
    ++rounds;
    taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  } while (taken < kLeast);
  std::printf("  %-36s %9.0f documents/s %8.2f MB/s\n", what,
              rounds * static_cast<double>(documents.size()) / taken,
              rounds * total_bytes(documents) / 1e6 / taken);
}

int fail(const core::Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return 1;
}

int run(const std::vector<std::filesystem::path>& paths) {
  const auto resources = Resources::open(core::data_folder());
  if (!resources) return fail(resources.error());
  const Resources& all = **resources;
  auto repairer = language::Repairer::open(all.lexicon, all.language_folder);
  if (!repairer) return fail(repairer.error());
  repairer->add_words(all.gazetteer.words());
  auto pipeline = Pipeline::create(all);
  if (!pipeline) return fail(pipeline.error());
  language::Analyzer analyzer(all.lexicon);
  const auto known = [&](std::string_view word) { return all.lexicon.contains(word); };

  std::vector<Prepared> documents;
  for (const auto& path : paths) {
    auto input = read_file(path);
    if (!input) return fail(input.error());
    const auto decoded = decode(*input, all.html_names);
    if (!decoded) return fail(decoded.error());
    CleanDocument cleaned = clean(*decoded, all.furniture, known);
    const auto document = pipeline->process(*input);
    if (!document) return fail(document.error());
    documents.push_back({*std::move(input), document->text, document->mended, std::move(cleaned.title_hint)});
  }
  std::vector<extract::SourceText> sources;
  for (const Prepared& document : documents)
    sources.push_back(extract::source_text(document.mended, all.gazetteer, analyzer, document.hint));
  const auto source_of = [&](const Prepared& document) -> const extract::SourceText& {
    return sources[static_cast<std::size_t>(&document - documents.data())];
  };
  std::printf("  %zu documents, %.3f MB of clean text\n", documents.size(), total_bytes(documents) / 1e6);
  measure("decode and clean (the baseline)", documents, [&](const Prepared& document) {
    (void)clean(*decode(document.input, all.html_names), all.furniture, known);
  });
  measure("persons' contacts", documents,
          [&](const Prepared& document) { (void)all.contacts.find(document.clean.text); });
  measure("repair", documents,
          [&](const Prepared& document) { (void)repairer->repair(document.clean.text); });
  measure("analysis", documents, [&](const Prepared& document) {
    (void)extract::source_text(document.mended, all.gazetteer, analyzer, document.hint);
  });
  measure("extraction, without the above", documents,
          [&](const Prepared& document) { (void)extract::extract(source_of(document), all.rules); });
  measure("all of it", documents, [&](const Prepared& document) { (void)pipeline->process(document.input); });

  std::printf("  of extraction:\n");
  const extract::Rules::Tables& tables = all.rules.tables();
  const auto each = [&](const char* what, auto work) {
    measure(what, documents, [&](const Prepared& document) { work(source_of(document)); });
  };
  using extract::SourceText;
  each("  title", [&](const SourceText& s) { (void)extract::extract_title(s, nullptr, tables.title); });
  each("  practice",
       [&](const SourceText& s) { (void)extract::extract_practice(s, tables.practice, tables.dates); });
  each("  kind", [&](const SourceText& s) { (void)extract::classify_kind(s, "Tytuł", false, tables.kind); });
  each("  date", [&](const SourceText& s) {
    (void)extract::extract_date(s, core::DocumentKind::news, "Tytuł", nullptr, tables.dates);
  });
  each("  goals", [&](const SourceText& s) { (void)extract::extract_aims(s, tables.goals); });
  each("  sentences", [&](const SourceText& s) { (void)extract::find_sentences(s, tables.abbreviations); });
  each("  persons", [&](const SourceText& s) { (void)extract::Persons(s, tables.persons); });
  each("  sentences, persons, places", [&](const SourceText& s) {
    (void)extract::find_places(s, extract::Persons(s, tables.persons),
                               extract::find_sentences(s, tables.abbreviations), extract::Cells(s),
                               tables.places);
  });
  each("  the same, officials, partners", [&](const SourceText& s) {
    const extract::Sentences sentences = extract::find_sentences(s, tables.abbreviations);
    const extract::Persons persons(s, tables.persons);
    const extract::Cells cells(s);
    const extract::Places places = extract::find_places(s, persons, sentences, cells, tables.places);
    (void)extract::extract_officials(s, persons, places, sentences, cells, tables.officials);
    (void)extract::extract_partners(s, persons, places, sentences, cells, {}, tables.partners);
  });
  each("  money", [&](const SourceText& s) { (void)extract::extract_money(s, tables.money); });
  each("  programmes",
       [&](const SourceText& s) { (void)extract::extract_programmes(s, nullptr, tables.programmes); });
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: szukajst_bench_extraction FILE…\n"), 2;
  return run({argv + 1, argv + argc});
}
