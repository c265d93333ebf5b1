// The sentences of the pages in each language, from strings.tsv, and how a language counts and dates.
// Immutable and thread-safe once loaded. (Names of closed sets: labels.h.)
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/date.h"
#include "core/result.h"
#include "server/language.h"

namespace szukajst::server {

class Strings {
 public:
  // Values for the {places} of a sentence.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  // `file`: key, Polish and English, separated by tabs; '#' begins a comment line.
  // Errors: not_found; malformed (names the line: a key twice, a language missing).
  static core::Result<Strings> load(const std::filesystem::path& file);

  bool has(std::string_view key) const { return table_.contains(key); }
  // The sentence; the key itself where there is none, so that a gap is seen and not empty.
  std::string_view get(Language language, std::string_view key) const;
  std::string fill(Language language, std::string_view key, Values values) const;
  // The sentence of KEY.one, KEY.few or KEY.many that fits `count`, with the number as {n}.
  std::string counted(Language language, std::string_view key, std::size_t count) const;
  // "15 grudnia 2014", "15 December 2014".
  std::string date(Language language, const core::Date& date) const;
  // "2021–2030", "od 2021", "do 2030".
  std::string period(Language language, const core::Period& period) const;

  const std::map<std::string, std::array<std::string, 2>, std::less<>>& table() const { return table_; }

 private:
  std::map<std::string, std::array<std::string, 2>, std::less<>> table_;
};

// "one", "few" or "many": the plural category of a whole number (Unicode CLDR; English has no few).
std::string_view plural(Language language, std::size_t count);

// With thousands apart: "12 345" by no-break spaces, "12,345".
std::string number(Language language, std::size_t value);
// An amount with two decimals where it has any: "615 000", "1 250,50".
std::string amount(Language language, std::int64_t hundredths);

}  // namespace szukajst::server
