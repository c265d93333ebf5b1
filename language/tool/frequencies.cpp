// The counted forms and the hand-kept office words as levels of forms and of lemmas.
#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/utf8.h"
#include "language/automaton_entries.h"
#include "language/form_share.h"
#include "language/tool/tables.h"

namespace szukajst::language::tables {
namespace {

// The form in which an office word is listed has at least this part of the word's share.
constexpr double kPartOfForm = 0.2;
// Lemmas that stand less often are left out.
constexpr double kLeast = 1e-8;

using Shares = std::unordered_map<std::string, double>;

// The lemmas of a form, each with the share of its occurrences that stand in this form.
std::map<std::string, double> lemmas_of(const Cfsa2& polimorf, const std::string& form) {
  std::map<std::string, double> lemmas;
  const auto node = polimorf.follow(polimorf.root(), form);
  const auto separator = node != 0 ? polimorf.find(node, ';') : 0;
  if (separator == 0) return lemmas;
  for_each_entry(polimorf, polimorf.target(separator), [&](std::string_view entry) {
    const auto decoded = decode_entry(form, entry);
    if (!decoded) return;
    split_alternatives(decoded->tags, [&](std::string_view tag) {
      lemmas[core::utf8::lower(decoded->lemma)] += form_share(tag);
    });
  });
  return lemmas;
}

// How often each lemma stands, from how often the forms do: a form of several lemmas goes to them in the
// proportion that its other forms suggest (expectation and maximisation, begun with even parts).
Shares lemma_shares(const Cfsa2& polimorf, const Shares& forms) {
  constexpr int kRounds = 10;
  std::vector<std::pair<double, std::map<std::string, double>>> counted;
  Shares lemmas;
  for (const auto& [form, share] : forms) {
    auto possible = lemmas_of(polimorf, form);
    // Names stand in the dictionary with a capital, in the counts without.
    std::size_t at = 0;
    std::string capital;
    core::utf8::append(capital, core::utf8::upper(core::utf8::next(form, at)));
    for (const auto& [lemma, part] : lemmas_of(polimorf, capital.append(form, at))) possible[lemma] += part;
    for (const auto& [lemma, part] : possible) lemmas[lemma] += share / static_cast<double>(possible.size());
    counted.emplace_back(share, std::move(possible));
  }
  for (int round = 0; round < kRounds; ++round) {
    Shares next;
    for (const auto& [share, possible] : counted) {
      double sum = 0;
      for (const auto& [lemma, part] : possible) sum += lemmas[lemma] * part;
      for (const auto& [lemma, part] : possible)
        next[lemma] += sum > 0 ? share * lemmas[lemma] * part / sum : 0;
    }
    lemmas = std::move(next);
  }
  return lemmas;
}

[[noreturn]] void fail(const std::string& path, std::string_view what, const std::string& line) {
  throw std::runtime_error(std::string(path).append(": ").append(what).append(" in: ").append(line));
}

Shares read_counted(const std::string& path) {
  Shares shares;
  for (const std::string& line : data_lines(path)) {
    std::istringstream fields(line);
    double level = 0;
    if (!(fields >> level)) fail(path, "no level", line);
    for (std::string form; fields >> form;) shares[form] = std::exp(-level / 4);
  }
  return shares;
}

// Lines "times in a million words<TAB>word word …". A word that is a form of another lemma ("promowanie" of
// "promować", "najbliższy" of "bliski") stands for that
// lemma; its own form goes to `forms`.
Shares read_office(const Cfsa2& polimorf, const std::string& path, Shares& forms) {
  Shares shares;
  for (const std::string& line : data_lines(path)) {
    std::istringstream fields(line);
    double per_million = 0;
    if (!(fields >> per_million)) fail(path, "no number", line);
    for (std::string word; fields >> word;) {
      forms[word] = std::max(forms[word], kPartOfForm * per_million / 1e6);
      const auto lemmas = lemmas_of(polimorf, word);
      if (lemmas.empty() || lemmas.contains(word))
        shares.try_emplace(word, per_million / 1e6);
      else
        for (const auto& [lemma, part] : lemmas) shares.try_emplace(lemma, per_million / 1e6);
    }
  }
  return shares;
}

}  // namespace

std::vector<std::string> frequency_entries(const Cfsa2& polimorf, const std::string& counted,
                                           const std::string& office) {
  Shares forms = read_counted(counted);
  Shares lemmas = lemma_shares(polimorf, forms);
  const Shares of_office = read_office(polimorf, office, forms);
  for (const auto& [lemma, share] : of_office) lemmas[lemma] = std::max(lemmas[lemma], share);

  std::vector<std::string> entries;
  const auto level = [](double share) {
    return static_cast<char>('0' +
                             std::clamp(static_cast<int>(std::lround(-4 * std::log(share))), 0, 200 - '0'));
  };
  for (const auto& [form, share] : forms) entries.push_back(form + ';' + level(share));
  for (const auto& [lemma, share] : lemmas) {
    if (share > kLeast) entries.push_back('=' + lemma + ';' + level(share));
  }
  return entries;
}

}  // namespace szukajst::language::tables
