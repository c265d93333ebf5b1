#include "language/reading_order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "core/utf8.h"
#include "language/form_share.h"

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

void sort_readings(std::vector<Reading>& readings, bool capitalised,
                   const std::function<double(const std::string&)>& log_frequency) {
  // A lemma is as likely as all its readings together; among them the likelier tag stands first.
  struct Weighed {
    double lemma = 0, own = 0;
    Reading reading;
  };
  std::vector<Weighed> weighed;
  weighed.reserve(readings.size());
  std::map<std::string, double> shares;
  for (Reading& reading : readings) {
    const double own = form_share(reading.tag) * std::exp(weigh(reading, capitalised));
    shares[reading.lemma] += own;
    weighed.push_back({0, own, std::move(reading)});
  }
  if (shares.size() > 1) {
    std::map<std::string, double> frequencies;
    for (auto& [lemma, share] : shares) share *= frequencies[lemma] = std::exp(log_frequency(lemma));
    for (Weighed& w : weighed) w.own *= frequencies[w.reading.lemma];
  }
  double sum = 0;
  for (Weighed& w : weighed) {
    w.lemma = shares[w.reading.lemma];
    sum += w.own;
  }
  for (Weighed& w : weighed) w.reading.likelihood = static_cast<float>(w.own / sum);
  std::ranges::stable_sort(weighed, [](const Weighed& a, const Weighed& b) {
    return a.lemma != b.lemma ? a.lemma > b.lemma : a.own > b.own;
  });
  std::ranges::transform(weighed, readings.begin(), [](Weighed& w) { return std::move(w.reading); });
}

}  // namespace szukajst::language
