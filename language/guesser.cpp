#include "language/guesser.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "core/utf8.h"
#include "language/automaton_entries.h"

namespace szukajst::language {
namespace {

constexpr std::size_t kMostLemmas = 6;
// A rule of this weight was seen often enough ('A' + log2 of the times) that what its ending does not allow
// is no chance: "-bla" may come from "-bel", "-ola" never from "-oel".
constexpr char kEnough = 'A' + 4;
// How likely the next lemma is, beside the one before.
constexpr float kNextLemma = 0.5;
// A lemma needs a stem: words shorter than this tell nothing.
constexpr std::size_t kShortest = 4;

struct Rule {
  std::size_t cut = 0;
  std::string add, tag;
  char weight = 0;
};

// "Dek;subst:sg:gen:m1;K": cut three bytes, put "ek" on.
bool parse(std::string_view entry, Rule& rule) {
  const auto tag = entry.find(';');
  const auto weight = entry.rfind(';');
  if (entry.empty() || tag == std::string_view::npos || weight <= tag || weight + 1 >= entry.size())
    return false;
  rule.cut = static_cast<std::size_t>(static_cast<unsigned char>(entry[0]) - 'A');
  rule.add = entry.substr(1, tag - 1);
  rule.tag = entry.substr(tag + 1, weight - tag - 1);
  rule.weight = entry[weight + 1];
  return true;
}

}  // namespace

std::vector<Reading> Guesser::guess(std::string_view form) const {
  std::vector<Reading> readings;
  if (form.size() < kShortest) return readings;
  std::size_t at = 0;
  const bool name = core::utf8::is_upper(core::utf8::next(form, at));

  // The nodes of all endings that were learnt, shortest first.
  std::vector<Cfsa2::Node> endings;
  Cfsa2::Node node = endings_.follow(endings_.root(), name ? "N" : "C");
  for (std::size_t i = form.size(); node != 0 && i > 0; --i) {
    node = endings_.follow(node, form.substr(i - 1, 1));
    if (const auto arc = endings_.find(node, ';'); arc != 0) endings.push_back(endings_.target(arc));
  }

  std::vector<std::string> lemmas;
  for (auto ending = endings.rbegin(); ending != endings.rend() && lemmas.size() < kMostLemmas; ++ending) {
    std::vector<Rule> rules;
    for_each_entry(endings_, *ending, [&](std::string_view entry) {
      if (Rule rule; parse(entry, rule)) rules.push_back(std::move(rule));
    });
    if (rules.empty()) continue;
    std::ranges::stable_sort(rules, std::greater{}, &Rule::weight);
    for (const Rule& rule : rules) {
      if (rule.cut > form.size()) continue;
      std::string lemma(form.substr(0, form.size() - rule.cut));
      lemma += rule.add;
      // A shorter ending tells nothing new of a lemma that a longer one gave.
      if (std::ranges::find(lemmas, lemma) != lemmas.end() || lemmas.size() >= kMostLemmas) continue;
      const float likelihood = std::pow(kNextLemma, static_cast<float>(lemmas.size()));
      split_alternatives(rule.tag, [&](std::string_view tag) {
        readings.push_back({lemma, std::string(tag), likelihood});
      });
      lemmas.push_back(std::move(lemma));
    }
    if (rules.front().weight >= kEnough) break;
  }
  float sum = 0;
  for (const Reading& reading : readings) sum += reading.likelihood;
  for (Reading& reading : readings) reading.likelihood /= sum;
  return readings;
}

}  // namespace szukajst::language
