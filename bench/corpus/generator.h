// A collection of invented documents of Polish local governments: any number, each made from the seed and its
// ordinal alone. Text, and the record that tells what the text says.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "bench/corpus/country.h"
#include "bench/corpus/words.h"
#include "core/result.h"
#include "indexer/pipeline.h"

namespace szukajst::bench {

struct CorpusSettings {
  std::size_t documents = 100'000;
  std::size_t bytes = 1500;  // of a text, on average
  std::uint64_t seed = 1;
  std::size_t dictionary_step = 4;  // every so many of the lexicon's forms are words of the corpus
};

// Immutable: documents may be made in any order and by many threads.
class Generator {
 public:
  // `samples`: a folder of texts that words are learnt from. Errors: those of reading them and the tables.
  static core::Result<Generator> make(const CorpusSettings& settings, const std::filesystem::path& samples,
                                      const indexer::Resources& resources);

  const CorpusSettings& settings() const { return settings_; }
  // `ordinal` below settings().documents. One in seven is a scan: its words are damaged, and its repairs say
  // how.
  indexer::ProcessedDocument document(std::size_t ordinal) const;

 private:
  Generator(CorpusSettings settings, Words words, Country country)
      : settings_(settings), words_(std::move(words)), country_(std::move(country)) {}
  CorpusSettings settings_;
  Words words_;
  Country country_;
};

}  // namespace szukajst::bench
