#include "language/form_share.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace szukajst::language {
namespace {

struct Share {
  std::string_view feature;
  double share;
};

// Parts of speech whose forms spread over cases or persons, and how much of the lemma they have. What is not
// named here (adverbs, prepositions, conjunctions …) has one form.
constexpr Share kClasses[] = {{"subst", 1},   {"adj", 1},      {"num", 1},     {"ger", 0.08},  {"ppas", 0.1},
                              {"pact", 0.05}, {"depr", 0.001}, {"adja", 0.05}, {"inf", 0.15},  {"fin", 0.35},
                              {"praet", 0.3}, {"bedzie", 0.2}, {"impt", 0.02}, {"imps", 0.03}, {"pcon", 0.03},
                              {"pant", 0.02}, {"pot", 0.01},   {"aglt", 0.1},  {"winien", 0.3}};
constexpr Share kCases[] = {{"nom", 0.30},  {"gen", 0.28}, {"acc", 0.17}, {"loc", 0.12},
                            {"inst", 0.08}, {"dat", 0.02}, {"voc", 0.001}};
constexpr Share kNumbers[] = {{"sg", 0.65}, {"pl", 0.35}};
constexpr Share kPersons[] = {{"ter", 0.7}, {"pri", 0.2}, {"sec", 0.1}};
constexpr Share kDegrees[] = {{"com", 0.1}, {"sup", 0.05}};
// What office texts tell stands in the present: of perfective verbs the finite forms are the future.
constexpr double kFuture = 0.3;
// Of the singular forms of adjectives and participles.
constexpr Share kGenders[] = {{"f", 0.4}, {"n1", 0.2}, {"n2", 0.2}, {"m3", 0.25}, {"m1", 0.15}, {"m2", 0.05}};

enum Group : std::uint8_t { kOfClass, kOfCase, kOfNumber, kOfPerson, kOfDegree, kOfGender, kGroups };

// A feature's name as a number, to be found fast; names are of eight letters at most.
constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t value = 0;
  for (const char c : name) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}
constexpr std::size_t kLongestName = 8;

struct Feature {
  std::uint64_t name = 0;
  Group group = kOfClass;
  double share = 0;
};
constexpr auto kFeatures = [] {
  std::array<Feature, std::size(kClasses) + std::size(kCases) + std::size(kNumbers) + std::size(kPersons) +
                          std::size(kDegrees) + std::size(kGenders)>
      features;
  std::size_t count = 0;
  const auto add = [&](Group group, const auto& shares) {
    for (const Share& share : shares) features[count++] = {packed(share.feature), group, share.share};
  };
  add(kOfClass, kClasses);
  add(kOfCase, kCases);
  add(kOfNumber, kNumbers);
  add(kOfPerson, kPersons);
  add(kOfDegree, kDegrees);
  add(kOfGender, kGenders);
  std::ranges::sort(features, {}, &Feature::name);
  return features;
}();

// For each group the shares of all its features that stand in the tag, between colons or dots; 1 where none
// does.
std::array<double, kGroups> sums(std::string_view tag) {
  std::array<double, kGroups> total{};
  while (!tag.empty()) {
    const auto end = std::min(tag.find_first_of(":."), tag.size());
    if (end <= kLongestName) {
      const auto name = packed(tag.substr(0, end));
      const auto feature = std::ranges::lower_bound(kFeatures, name, {}, &Feature::name);
      if (feature != kFeatures.end() && feature->name == name) total[feature->group] += feature->share;
    }
    tag.remove_prefix(std::min(end + 1, tag.size()));
  }
  for (double& of_group : total) of_group = of_group > 0 ? of_group : 1;
  return total;
}

}  // namespace

double form_share(std::string_view tag) {
  const auto of = sums(tag);
  double share = of[kOfClass] * of[kOfCase] * of[kOfPerson] * of[kOfDegree];
  share *= of[kOfNumber];
  if (tag.find(":fin:") != std::string_view::npos && tag.find(":perf") != std::string_view::npos)
    share *= kFuture;
  const bool agrees =
      !tag.starts_with("subst") && !tag.starts_with("ger") && tag.find(":sg:") != std::string_view::npos;
  if (agrees) share *= std::min(1.0, of[kOfGender]);
  return share;
}

double form_log_frequency(std::optional<double> own, std::optional<double> lemma) {
  // How much is believed of a form's own count; the rest goes by its lemma's. Counts of rare forms are
  // chance.
  constexpr double kOwnCount = 0.6;
  double share = (1 - kOwnCount) * std::exp(std::max(lemma.value_or(kLogFrequencyFloor), kLogFrequencyFloor));
  if (own) share += kOwnCount * std::exp(*own);
  return std::max(kLogFrequencyFloor, std::log(share));
}

double rarer_than_nominative(double share) {
  static const double nominative = form_share("subst:sg:nom:m1");
  return share > 0 ? std::min(0.0, std::log(share / nominative)) : 0;
}

}  // namespace szukajst::language
