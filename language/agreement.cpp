#include "language/agreement.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace szukajst::language {
namespace {

constexpr std::string_view kCases[] = {"nom", "gen", "dat", "acc", "inst", "loc", "voc"};

// The weights: a preposition before a word in none of its cases is nearly always wrong; neighbours of unlike
// case are common (a noun and its attribute in the genitive).
constexpr double kGoverned = 1.5, kNotGoverned = -4, kNoNominal = -2.5, kAgrees = 1.5, kDisagrees = -0.8;

// Whether the feature stands in the tag, between colons or dots.
bool has(std::string_view tag, std::string_view feature) {
  while (!tag.empty()) {
    const auto end = std::min(tag.find_first_of(":."), tag.size());
    if (tag.substr(0, end) == feature) return true;
    tag.remove_prefix(std::min(end + 1, tag.size()));
  }
  return false;
}

bool has_any(std::string_view tag, std::initializer_list<std::string_view> features) {
  return std::ranges::any_of(features, [&](std::string_view feature) { return has(tag, feature); });
}

std::uint64_t bits(std::string_view tag) {
  const bool numbers[] = {has(tag, "sg"), has(tag, "pl")};
  // In the plural there are men and all else; "m" stands for men there.
  const bool genders[] = {has_any(tag, {"m1", "m2", "m3", "p1"}), has_any(tag, {"f", "p2"}),
                          has_any(tag, {"n1", "n2", "n", "p3"})};
  std::uint64_t result = 0;
  for (std::size_t number = 0; number < 2; ++number) {
    for (std::size_t i = 0; i < std::size(kCases); ++i) {
      if (!numbers[number] || !has(tag, kCases[i])) continue;
      for (std::size_t gender = 0; gender < 3; ++gender) {
        if (genders[gender]) result |= std::uint64_t{1} << ((number * std::size(kCases) + i) * 3 + gender);
      }
    }
  }
  return result;
}

std::uint64_t governed_bits(std::string_view tag) {
  std::uint64_t result = 0;
  for (std::size_t i = 0; i < std::size(kCases); ++i) {
    if (!has(tag, kCases[i])) continue;
    for (std::size_t number = 0; number < 2; ++number) {
      result |= std::uint64_t{7} << ((number * std::size(kCases) + i) * 3);
    }
  }
  return result;
}

}  // namespace

Grammar grammar_of(const std::vector<Reading>& readings) {
  Grammar grammar;
  grammar.preposition = !readings.empty() && std::string_view(readings.front().tag).starts_with("prep");
  for (const Reading& reading : readings) {
    const std::string_view tag = reading.tag;
    const auto part = tag.substr(0, tag.find(':'));
    if (part == "subst" || part == "ger" || part == "depr")
      grammar.noun |= bits(tag);
    else if (part == "adj" || part == "ppas" || part == "pact")
      grammar.adjective |= bits(tag);
    else if (part == "prep")
      grammar.governed |= governed_bits(tag);
    else if (part == "verb" || part == "conj" || part == "comp" || part == "pred")
      grammar.verbal = true;
    else
      grammar.pronoun = true;
  }
  return grammar;
}

double agreement(const Grammar& first, const Grammar& second) {
  const auto nominal = second.noun | second.adjective;
  if (first.preposition) {
    if (nominal != 0) return (nominal & first.governed) != 0 ? kGoverned : second.pronoun ? 0 : kNotGoverned;
    return second.verbal && !second.pronoun ? kNoNominal : 0;
  }
  const bool attribute = (first.adjective != 0 && nominal != 0) || (first.noun != 0 && second.adjective != 0);
  if (!attribute) return 0;
  const bool agrees = (first.adjective & nominal) != 0 || (first.noun & second.adjective) != 0;
  return agrees ? kAgrees : kDisagrees;
}

}  // namespace szukajst::language
