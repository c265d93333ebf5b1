// Learns from PoliMorf how likely each letter is behind three others: see letters.h.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "language/automaton_entries.h"
#include "language/form_share.h"
#include "language/letters.h"
#include "language/tool/tables.h"

namespace szukajst::language::tables {
namespace {

// Names are what the table is asked for most: what no dictionary has is a surname or a village.
constexpr double kNames = 8;
// A letter's share behind three is believed as far as it was seen; the rest goes by what stands behind two.
constexpr double kDoubt = 0.5;

// Times seen, by the letters before and the letter; `order` letters in all.
std::vector<double> empty(int order) {
  std::size_t size = 1;
  for (int i = 0; i < order; ++i) size *= kLetters;
  return std::vector<double>(size, 0);
}

}  // namespace

std::string letter_costs(const Cfsa2& polimorf) {
  constexpr std::size_t kPairs = kLetters * kLetters, kTriples = kPairs * kLetters;
  auto four = empty(4), three = empty(3), two = empty(2), one = empty(1);
  for_each_entry(polimorf, polimorf.root(), [&](std::string_view entry) {
    const auto separator = entry.find(';');
    if (separator == std::string_view::npos) return;
    const auto form = entry.substr(0, separator);
    const auto decoded = decode_entry(form, entry.substr(separator + 1));
    if (!decoded) return;
    double weight = 0;
    split_alternatives(decoded->tags, [&](std::string_view tag) { weight += form_share(tag); });
    std::size_t at = 0;
    if (core::utf8::is_upper(core::utf8::next(decoded->lemma, at))) weight *= kNames;
    std::vector<std::size_t> numbers = {0, 0, 0};
    const std::string lower = core::utf8::lower(form);
    for (at = 0; at < lower.size();) {
      const auto number = letter_number(core::utf8::next(lower, at));
      if (!number) return;
      numbers.push_back(*number);
    }
    numbers.push_back(0);
    for (std::size_t i = 3; i < numbers.size(); ++i) {
      const std::size_t pair = numbers[i - 1] * kLetters + numbers[i];
      const std::size_t triple = numbers[i - 2] * kPairs + pair;
      four[numbers[i - 3] * kTriples + triple] += weight;
      three[triple] += weight;
      two[pair] += weight;
      one[numbers[i]] += weight;
    }
  });
  // Each order leans on the one below where it has seen little.
  const auto lean = [](const std::vector<double>& seen, const std::vector<double>& below) {
    std::vector<double> share(seen.size());
    for (std::size_t before = 0; before < seen.size(); before += kLetters) {
      double sum = 0;
      for (std::size_t letter = 0; letter < kLetters; ++letter) sum += seen[before + letter];
      for (std::size_t letter = 0; letter < kLetters; ++letter) {
        const std::size_t shorter = (before + letter) % below.size();
        share[before + letter] = (seen[before + letter] + kDoubt * below[shorter]) / (sum + kDoubt);
      }
    }
    return share;
  };
  const std::vector<double> even(kLetters, 1.0 / kLetters);
  const auto shares = lean(four, lean(three, lean(two, lean(one, even))));
  std::string costs;
  costs.reserve(shares.size());
  for (const double share : shares) {
    const long cost = std::lround(-Letters::kStepsOfCost * std::log(std::max(share, 1e-7)));
    costs.push_back(static_cast<char>(static_cast<unsigned char>(std::clamp(cost, 0L, 255L))));
  }
  return costs;
}

}  // namespace szukajst::language::tables
