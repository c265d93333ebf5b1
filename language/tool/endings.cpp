// Learns from PoliMorf which endings forms have and what lemma they lead to.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "language/automaton_builder.h"
#include "language/automaton_entries.h"
#include "language/guesser.h"
#include "language/tool/tables.h"

namespace szukajst::language::tables {
namespace {

constexpr std::size_t kLemmasPerEnding = 5, kTagsPerLemma = 3;
constexpr std::uint32_t kChance = 50;  // what is so many times rarer is chance, not a rule
constexpr std::uint32_t kFewestNames = 2, kFewestCommon = 12;  // seen less often, an ending tells nothing

using Counts = std::unordered_map<std::string, std::uint32_t>;  // "Dek;tags" → times seen
using Endings = std::unordered_map<std::string, Counts>;        // 'N' or 'C' + ending → rules

// One lemma in ten, by its letters: all forms of a name are on one side.
bool held_out(std::string_view lemma) {
  std::uint32_t hash = 2166136261U;
  for (const char c : lemma) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash % 10 == 7;
}

bool starts_upper(std::string_view word) {
  std::size_t at = 0;
  return core::utf8::is_upper(core::utf8::next(word, at));
}

struct Form {
  std::string_view form, lemma;
  std::string tags;
};

// The alternatives that are a noun's or an adjective's, joined again.
std::string nominal(std::string_view tags) {
  std::string kept;
  split_alternatives(tags, [&](std::string_view tag) {
    if (!tag.starts_with("subst:") && !tag.starts_with("adj:")) return;
    if (!kept.empty()) kept += '+';
    kept += tag;
  });
  return kept;
}

// Every form of PoliMorf that is a noun or an adjective and is cut at its end only.
template <typename Visit>
void for_each_nominal(const Cfsa2& polimorf, Visit&& visit) {
  for_each_entry(polimorf, polimorf.root(), [&](std::string_view entry) {
    const auto separator = entry.find(';');
    if (separator == std::string_view::npos) return;
    const auto form = entry.substr(0, separator);
    const auto decoded = decode_entry(form, entry.substr(separator + 1));
    if (!decoded || entry[separator + 1] != 'A') return;
    std::string tags = nominal(decoded->tags);
    if (!tags.empty()) visit(Form{form, decoded->lemma, std::move(tags)});
  });
}

void learn(Endings& endings, const Form& seen, char kind) {
  const auto common =
      static_cast<std::size_t>(std::ranges::mismatch(seen.form, seen.lemma).in1 - seen.form.begin());
  // A code point that differs in its second byte is cut whole.
  auto border = common;
  while (border > 0 && border < seen.form.size() &&
         (static_cast<unsigned char>(seen.form[border]) & 0xC0) == 0x80)
    --border;
  const auto cut = seen.form.size() - border;
  if (cut > 20 || border > seen.lemma.size()) return;
  std::string rule(1, static_cast<char>('A' + cut));
  rule += seen.lemma.substr(border);
  rule += ';';
  rule += seen.tags;
  std::string key(1, kind);
  std::size_t begin = seen.form.size();
  for (std::size_t letters = 1; letters <= kLongestEnding && begin > 0; ++letters) {
    do --begin;
    while (begin > 0 && (static_cast<unsigned char>(seen.form[begin]) & 0xC0) == 0x80);
    const auto ending = seen.form.substr(begin);
    if (ending.size() < cut) continue;  // what is cut must be part of what was seen
    key.resize(1);
    key += ending;
    ++endings[key][rule];
  }
}

std::string_view lemma_part(std::string_view rule) {
  return rule.substr(0, rule.find(';'));
}

// An ending's rules, commonest first: the commonest ways to the lemma, each with its commonest tags (men's
// and women's names, or people's and places', often share an ending).
std::vector<std::pair<std::uint32_t, std::string>> best(const Counts& counts) {
  std::unordered_map<std::string_view, std::vector<std::pair<std::uint32_t, std::string_view>>> by_lemma;
  for (const auto& [rule, count] : counts) by_lemma[lemma_part(rule)].emplace_back(count, rule);
  std::vector<std::pair<std::uint32_t, std::string_view>> ways;
  for (auto& [lemma, tagged] : by_lemma) {
    std::uint32_t sum = 0;
    for (const auto& [count, rule] : tagged) sum += count;
    ways.emplace_back(sum, lemma);
    std::ranges::sort(tagged, std::greater{});
    if (tagged.size() > kTagsPerLemma) tagged.resize(kTagsPerLemma);
  }
  std::ranges::sort(ways, std::greater{});
  if (ways.size() > kLemmasPerEnding) ways.resize(kLemmasPerEnding);
  std::vector<std::pair<std::uint32_t, std::string>> rules;
  for (const auto& [sum, lemma] : ways) {
    if (ways.front().first > kChance * sum) break;
    for (const auto& [count, rule] : by_lemma[lemma]) {
      if (sum <= kChance * count) rules.emplace_back(sum, rule);
    }
  }
  return rules;
}

Endings learn_all(const Cfsa2& polimorf, Names names) {
  Endings endings;
  endings.reserve(1 << 20);
  for_each_nominal(polimorf, [&](const Form& seen) {
    if (!starts_upper(seen.lemma)) {
      // A tenth of the common words tells as much as all.
      if (names == Names::all && held_out(seen.lemma)) learn(endings, seen, 'C');
      return;
    }
    if (names == Names::all_but_a_tenth && held_out(seen.lemma)) return;
    if (seen.tags.starts_with("subst")) learn(endings, seen, 'N');
  });
  return endings;
}

std::vector<std::string> entries_of(const Endings& endings) {
  std::vector<std::string> entries;
  for (const auto& [key, counts] : endings) {
    std::uint32_t total = 0;
    for (const auto& [rule, count] : counts) total += count;
    if (total < (key.front() == 'N' ? kFewestNames : kFewestCommon)) continue;
    const auto rules = best(counts);
    std::string reversed(1, key.front());
    reversed.append(key.rbegin(), key.rend() - 1);
    for (const auto& [count, rule] : rules) {
      const auto level = static_cast<char>('A' + std::min(25, static_cast<int>(std::log2(count))));
      std::string entry = reversed;
      entry.append(1, ';').append(rule).append(1, ';').append(1, level);
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace

std::vector<std::string> ending_entries(const Cfsa2& polimorf, Names names) {
  return entries_of(learn_all(polimorf, names));
}

void print_held_out(const Cfsa2& polimorf) {
  const std::string bytes = build_automaton(ending_entries(polimorf, Names::all_but_a_tenth));
  const auto automaton = Cfsa2::open(bytes, "endings");
  const Guesser guesser(*automaton);
  std::size_t forms = 0, first = 0, among = 0, lemmas = 0;
  for_each_nominal(polimorf, [&](const Form& seen) {
    if (!starts_upper(seen.lemma) || !held_out(seen.lemma) || !seen.tags.starts_with("subst")) return;
    ++forms;
    std::vector<std::string> given;
    for (auto& reading : guesser.guess(seen.form)) {
      if (std::ranges::find(given, reading.lemma) == given.end()) given.push_back(std::move(reading.lemma));
    }
    lemmas += given.size();
    first += !given.empty() && given.front() == seen.lemma;
    among += std::ranges::find(given, seen.lemma) != given.end();
  });
  const auto share = [&](std::size_t n) {
    return static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(forms, 1));
  };
  std::printf(
      "%zu forms of names not learnt from: lemma first %.4f, among those given %.4f, given %.2f; automaton "
      "%zu bytes\n",
      forms, share(first), share(among), share(lemmas), bytes.size());
}

}  // namespace szukajst::language::tables
