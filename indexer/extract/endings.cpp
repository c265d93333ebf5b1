#include "indexer/extract/endings.h"

#include <algorithm>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;

bool is_vowel(char32_t c) {
  static constexpr std::u32string_view kVowels = U"aąeęioóuy";
  return kVowels.find(utf8::lower(c)) != std::u32string_view::npos;
}

char32_t last_letter(std::string_view text) {
  std::size_t begin = text.size();
  do --begin;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U);
  return utf8::next(text, begin);
}

unsigned case_bits(std::string_view names) {
  unsigned bits = 0;
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    const unsigned bit = case_bit(names.substr(0, comma));
    if (bit == 0) return 0;
    bits |= bit;
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return bits;
}

}  // namespace

core::Result<EndingTable> EndingTable::load(const std::filesystem::path& file) {
  auto rows = read_table(file, 4);
  if (!rows) return rows.error();
  EndingTable table;
  for (const Row& row : *rows) {
    Rule rule{row.cell(0), case_bits(row.cell(1)), {}, row.cell(2), row.cell(3), 0};
    if (rule.cases == 0) return bad_row(file, row, "'" + row.cell(1) + "' names no case");
    if (!rule.ending.empty() && (rule.ending[0] == 'C' || rule.ending[0] == 'V')) {
      rule.kept = rule.ending.substr(0, 1);
      if (!rule.nominative.starts_with(rule.kept))
        return bad_row(file, row, "the nominative does not keep the letter class of the ending");
      rule.ending.erase(0, 1);
      rule.nominative.erase(0, 1);
    }
    table.longest_ = std::max(table.longest_, rule.ending.size());
    rule.specificity = utf8::length(rule.ending) + rule.kept.size();
    table.rules_.push_back(std::move(rule));
  }
  std::stable_sort(table.rules_.begin(), table.rules_.end(),
                   [](const Rule& a, const Rule& b) { return a.specificity > b.specificity; });
  for (std::size_t i = 0; i < table.rules_.size(); ++i) {
    const std::string& ending = table.rules_[i].ending;
    for (std::size_t byte = 0; byte < table.by_last_byte_.size(); ++byte)
      if (ending.empty() || static_cast<unsigned char>(ending.back()) == byte)
        table.by_last_byte_[byte].push_back(i);
  }
  return table;
}

std::vector<EndingTable::Candidate> EndingTable::candidates(std::string_view form, std::string_view genders,
                                                            unsigned cases) const {
  std::vector<Candidate> found;
  if (form.empty()) return found;
  for (const std::size_t i : by_last_byte_[static_cast<unsigned char>(form.back())]) {
    const Rule& rule = rules_[i];
    if ((rule.cases & cases) == 0 || !form.ends_with(rule.ending)) continue;
    const std::size_t gender = rule.genders.find_first_of(genders);
    if (gender == std::string::npos) continue;
    const std::string_view stem = form.substr(0, form.size() - rule.ending.size());
    if (utf8::length(stem) < 2) continue;
    if (!rule.kept.empty() && is_vowel(last_letter(stem)) != (rule.kept == "V")) continue;
    std::string nominative = std::string(stem) + rule.nominative;
    const bool known = std::any_of(found.begin(), found.end(),
                                   [&](const Candidate& other) { return other.nominative == nominative; });
    if (!known) found.push_back({std::move(nominative), rule.genders[gender], rule.specificity});
  }
  return found;
}

std::string_view EndingTable::kept(std::string_view form) const {
  std::size_t size = form.size() - std::min(form.size(), longest_);
  while (size > 0 && (static_cast<unsigned char>(form[size]) & 0xC0U) == 0x80U) --size;  // whole letters
  return form.substr(0, size);
}

}  // namespace szukajst::indexer::extract
