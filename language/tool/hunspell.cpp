// Hunspell's Polish dictionary, expanded: every form that its affix rules make, with its stem as lemma.
#include <unicode/unistr.h>

#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "language/automaton_builder.h"
#include "language/tool/tables.h"

namespace szukajst::language::tables {
namespace {

struct Rule {
  std::string cut, add;
  std::string condition;  // "[^i]e": matched at the stem's end (suffix) or begin (prefix)
  bool prefix = false;
  bool joins = false;  // may stand with an affix of the other end
};
using Rules = std::map<char, std::vector<Rule>>;

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> result;
  for (std::size_t at = 0; at < line.size();) {
    const auto begin = line.find_first_not_of(" \t\r", at);
    if (begin == std::string::npos) break;
    const auto end = std::min(line.find_first_of(" \t\r", begin), line.size());
    result.push_back(line.substr(begin, end - begin));
    at = end;
  }
  return result;
}

// Rules stay in the dictionary's own single-byte character set: a condition's characters are bytes.
Rules read_rules(const std::string& aff, std::string& charset) {
  Rules rules;
  std::map<std::pair<char, bool>, bool> joins;
  for (const std::string& line : data_lines(aff)) {
    const auto part = fields(line);
    if (part.size() >= 2 && part[0] == "SET") charset = part[1];
    if (part.size() < 4 || (part[0] != "SFX" && part[0] != "PFX")) continue;
    const bool prefix = part[0] == "PFX";
    const char flag = part[1].front();
    if (part.size() == 4) {  // the head of a flag's rules
      joins[{flag, prefix}] = part[2] == "Y";
      continue;
    }
    const auto text = [](const std::string& s) {
      return s == "0" ? std::string() : s.substr(0, s.find('/'));
    };
    rules[flag].push_back({text(part[2]), text(part[3]), part[4], prefix, joins[{flag, prefix}]});
  }
  return rules;
}

// Whether the condition's elements (a byte, '.', or a bracketed set) match `text` from its begin.
bool matches(std::string_view condition, std::string_view text) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < condition.size(); ++i, ++at) {
    if (condition == ".") return true;
    if (at >= text.size()) return false;
    if (condition[i] != '[') {
      if (condition[i] != '.' && condition[i] != text[at]) return false;
      continue;
    }
    const auto close = std::min(condition.find(']', i), condition.size());
    auto set = condition.substr(i + 1, close - i - 1);
    const bool negated = set.starts_with('^');
    if (negated) set.remove_prefix(1);
    if ((set.find(text[at]) != std::string_view::npos) == negated) return false;
    i = close;
  }
  return true;
}

std::size_t elements(std::string_view condition) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < condition.size(); ++i, ++count) {
    if (condition[i] == '[') i = std::min(condition.find(']', i), condition.size());
  }
  return count;
}

bool applies(const Rule& rule, const std::string& stem) {
  if (rule.prefix) return stem.starts_with(rule.cut) && matches(rule.condition, stem);
  if (!stem.ends_with(rule.cut) || stem.size() <= rule.cut.size()) return false;
  if (rule.condition == ".") return true;
  const auto length = elements(rule.condition);
  return length <= stem.size() &&
         matches(rule.condition, std::string_view(stem).substr(stem.size() - length));
}

std::string apply(const Rule& rule, const std::string& stem) {
  if (rule.prefix) return rule.add + stem.substr(rule.cut.size());
  return stem.substr(0, stem.size() - rule.cut.size()) + rule.add;
}

std::string to_utf8(const std::string& text, const std::string& charset) {
  if (charset == "UTF-8") return text;
  std::string out;
  icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size()), charset.c_str()).toUTF8String(out);
  return out;
}

}  // namespace

std::vector<std::string> hunspell_entries(const Cfsa2& polimorf, const std::string& dic,
                                          const std::string& aff) {
  std::string charset = "ISO8859-2";
  const Rules rules = read_rules(aff, charset);
  std::ifstream file(dic, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + dic);

  std::vector<std::string> entries;
  const auto keep = [&](const std::string& form, const std::string& lemma) {
    const std::string utf8 = to_utf8(form, charset);
    if (utf8.find(';') != std::string::npos || has(polimorf, utf8) || has(polimorf, core::utf8::lower(utf8)))
      return;
    entries.push_back(dictionary_entry(utf8, to_utf8(lemma, charset), {}));
  };
  std::string line;
  std::getline(file, line);  // the number of entries
  while (std::getline(file, line)) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    const auto slash = line.find('/');
    const std::string stem = line.substr(0, slash);
    if (stem.empty()) continue;
    keep(stem, stem);
    if (slash == std::string::npos) continue;
    for (const char flag : line.substr(slash + 1)) {
      const auto found = rules.find(flag);
      if (found == rules.end()) continue;
      for (const Rule& rule : found->second) {
        // Prefixes only negate ("nie"): PoliMorf has those that office texts use, and every
        // one would double the table.
        if (!rule.prefix && applies(rule, stem)) keep(apply(rule, stem), stem);
      }
    }
  }
  return entries;
}

}  // namespace szukajst::language::tables
