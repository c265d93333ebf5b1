#include "language/form_share.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

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

// The shares of all features of the group that stand in the tag, between colons or dots; `none` where none
// does.
template <std::size_t size>
double sum(std::string_view tag, const Share (&group)[size], double none) {
  double total = 0;
  while (!tag.empty()) {
    const auto end = std::min(tag.find_first_of(":."), tag.size());
    for (const Share& share : group) {
      if (share.feature == tag.substr(0, end)) total += share.share;
    }
    tag.remove_prefix(std::min(end + 1, tag.size()));
  }
  return total > 0 ? total : none;
}

}  // namespace

double form_share(std::string_view tag) {
  double share = sum(tag, kClasses, 1) * sum(tag, kCases, 1) * sum(tag, kPersons, 1) * sum(tag, kDegrees, 1);
  share *= sum(tag, kNumbers, 1);
  if (tag.find(":fin:") != std::string_view::npos && tag.find(":perf") != std::string_view::npos)
    share *= kFuture;
  const bool agrees =
      !tag.starts_with("subst") && !tag.starts_with("ger") && tag.find(":sg:") != std::string_view::npos;
  if (agrees) share *= std::min(1.0, sum(tag, kGenders, 1));
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

}  // namespace szukajst::language
