// All forms that the dictionaries know, with how common each is, as the graph that searches walk.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/utf8.h"
#include "language/automaton_entries.h"
#include "language/form_share.h"
#include "language/tool/tables.h"
#include "language/word_graph_builder.h"

namespace szukajst::language::tables {
namespace {

// The levels that frequency_entries gives, of forms and, behind "=", of lemmas.
using Levels = std::unordered_map<std::string, double>;

std::optional<double> level(const Levels& levels, const std::string& of) {
  const auto found = levels.find(of);
  return found == levels.end() ? std::nullopt : std::optional(found->second);
}

// What a form of hunspell's, which has no tags, has of its lemma: PoliMorf has those that are common.
constexpr double kUntagged = 0.002;
// No nominative of a name is rarer than this.
constexpr double kUncountedName = -15;

// One of the entries behind a form, its tags summed up; many forms share theirs.
struct Entry {
  std::string text;
  double share = 0;
};

class Collector {
 public:
  Collector(const Levels& levels, WordGraphBuilder& builder) : levels_(levels), builder_(builder) {}

  void collect(const Cfsa2& automaton) {
    entries_.clear();
    form_.clear();
    walk(automaton, automaton.root());
  }

 private:
  void walk(const Cfsa2& automaton, Cfsa2::Node node) {
    if (form_.size() >= kLongestEntry) return;
    for (auto arc = automaton.first_arc(node); arc != 0; arc = automaton.next_arc(arc)) {
      const auto label = static_cast<char>(automaton.label(arc));
      const auto target = automaton.target(arc);
      if (label == ';') {
        add(automaton, target);
      } else if (target != 0) {
        form_.push_back(label);
        walk(automaton, target);
        form_.pop_back();
      }
    }
  }

  void add(const Cfsa2& automaton, Cfsa2::Node node) {
    const auto [known, added] = entries_.try_emplace(node);
    if (added) {
      for_each_entry(automaton, node, [&](std::string_view text) {
        double share = 0;
        const auto separator = text.find(';', std::min<std::size_t>(2, text.size()));
        const auto tags =
            separator == std::string_view::npos ? std::string_view() : text.substr(separator + 1);
        split_alternatives(tags,
                           [&](std::string_view tag) { share += tag.empty() ? kUntagged : form_share(tag); });
        known->second.push_back({std::string(text), std::min(share, 1.0)});
      });
    }
    std::optional<double> by_lemma;
    for (const Entry& entry : known->second) {
      const auto decoded = decode_entry(form_, entry.text);
      if (!decoded) continue;
      // A lemma that was never counted is still commoner than the floor.
      constexpr double kUncounted = kLogFrequencyFloor + 2;
      const double share = level(levels_, '=' + core::utf8::lower(decoded->lemma)).value_or(kUncounted);
      by_lemma = std::max(by_lemma.value_or(kLogFrequencyFloor), share + std::log(entry.share));
    }
    double most = form_log_frequency(level(levels_, core::utf8::lower(form_)), by_lemma);
    std::size_t at = 0;
    if (core::utf8::is_upper(core::utf8::next(form_, at))) {
      double share = 0;
      for (const Entry& entry : known->second) share = std::max(share, entry.share);
      most = std::max(most, kUncountedName + rarer_than_nominative(share));
    }
    builder_.add(form_, most);
  }

  const Levels& levels_;
  WordGraphBuilder& builder_;
  std::unordered_map<Cfsa2::Node, std::vector<Entry>> entries_;
  std::string form_;
};

}  // namespace

namespace {

// Every entry's form, or lemma behind "=", and its level.
template <typename Visit>
void for_each_level(const std::vector<std::string>& frequencies, Visit&& visit) {
  for (const std::string& entry : frequencies)
    visit(entry.substr(0, entry.rfind(';')), -(entry.back() - '0') / 4.0);
}

}  // namespace

std::string print_graph(const std::vector<const Cfsa2*>& dictionaries,
                        const std::vector<std::string>& frequencies) {
  WordGraphBuilder builder;
  for_each_level(frequencies, [&](const std::string& form, double level) {
    std::size_t at = 0;
    std::string capital;
    core::utf8::append(capital, core::utf8::upper(core::utf8::next(form, at)));
    capital.append(form, at);
    const bool known = std::ranges::any_of(dictionaries, [&](const Cfsa2* dictionary) {
      return has(*dictionary, form) || has(*dictionary, capital);
    });
    if (!known && !form.starts_with('=')) builder.add(form, form_log_frequency(level, std::nullopt));
  });
  return builder.finish();
}

std::string word_graph(const std::vector<const Cfsa2*>& dictionaries,
                       const std::vector<std::string>& frequencies) {
  Levels levels;
  for_each_level(frequencies, [&](const std::string& of, double level) { levels.emplace(of, level); });
  WordGraphBuilder builder;
  Collector collector(levels, builder);
  for (const Cfsa2* dictionary : dictionaries) collector.collect(*dictionary);
  return builder.finish();
}

}  // namespace szukajst::language::tables
