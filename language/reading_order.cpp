#include "language/reading_order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

struct Weight {
  std::string_view part;
  double weight;  // added to the natural logarithm of how likely lemma and form are
};

// Parts of speech that a form which may be several is oftener, or less often, than its lemma's frequency
// says.
constexpr Weight kParts[] = {{"prep", 3},   {"conj", 3},    {"comp", 3},  {"qub", -2},    {"adv", 1},
                             {"pred", 1.5}, {"subst", 0.7}, {"brev", -2}, {"interj", -3}, {"adja", -2}};

// A capital speaks for a proper name, but every sentence begins with one.
constexpr double kProperName = 2;

double weigh(const Reading& reading, bool capitalised) {
  const std::string_view tag = reading.tag;
  const auto part = std::ranges::find(kParts, tag.substr(0, tag.find(':')), &Weight::part);
  std::size_t at = 0;
  const bool name = capitalised && core::utf8::is_upper(core::utf8::next(reading.lemma, at));
  return (part != std::end(kParts) ? part->weight : 0) + (name ? kProperName : 0);
}

}  // namespace

void sort_readings(std::vector<Reading>& readings, std::span<const double> shares, bool capitalised,
                   const std::function<double(const std::string&)>& log_frequency) {
  // A lemma is as likely as all its readings together; among them the likelier tag stands first. Lemmas are
  // few: they are searched for.
  struct Lemma {
    std::string_view lemma;
    double share = 0, frequency = 1;
  };
  struct Weighed {
    std::size_t lemma = 0, reading = 0;
    double own = 0;
  };
  std::vector<Lemma> lemmas;
  std::vector<Weighed> weighed;
  weighed.reserve(readings.size());
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const double own = shares[i] * std::exp(weigh(readings[i], capitalised));
    const auto lemma = std::ranges::find(lemmas, readings[i].lemma, &Lemma::lemma);
    weighed.push_back({static_cast<std::size_t>(lemma - lemmas.begin()), i, own});
    if (lemma == lemmas.end())
      lemmas.push_back({readings[i].lemma, own});
    else
      lemma->share += own;
  }
  if (lemmas.size() > 1) {
    for (Lemma& lemma : lemmas)
      lemma.share *= lemma.frequency = std::exp(log_frequency(std::string(lemma.lemma)));
    for (Weighed& w : weighed) w.own *= lemmas[w.lemma].frequency;
  }
  double sum = 0;
  for (const Weighed& w : weighed) sum += w.own;
  for (const Weighed& w : weighed) readings[w.reading].likelihood = static_cast<float>(w.own / sum);
  std::ranges::sort(weighed, [&](const Weighed& a, const Weighed& b) {
    if (lemmas[a.lemma].share != lemmas[b.lemma].share) return lemmas[a.lemma].share > lemmas[b.lemma].share;
    return a.own != b.own ? a.own > b.own : a.reading < b.reading;
  });
  std::vector<Reading> sorted;
  sorted.reserve(readings.size());
  for (const Weighed& w : weighed) sorted.push_back(std::move(readings[w.reading]));
  readings = std::move(sorted);
}

}  // namespace szukajst::language
