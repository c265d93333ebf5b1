#include "indexer/extract/programmes.h"

#include <algorithm>

#include "indexer/extract/programmes_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

std::string capitals_of(std::string_view text, bool initials) {
  std::string capitals;
  bool inside = false;  // a word
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool letter = utf8::is_letter(c);
    if (letter && utf8::is_upper(c) && !(initials && inside)) utf8::append(capitals, c);
    inside = letter;
  }
  return capitals;
}

}  // namespace

std::size_t ProgrammeFinder::add(std::string name, std::size_t end) {
  // "Fundusz Dróg Samorządowych (FDS)": the abbreviation stands for the name that it follows.
  const std::size_t behind = behind_years(name, end);
  const std::string plain = name;
  if (behind > end) {
    const std::size_t from = source_.tokens[end].token.range.begin;
    std::size_t to = source_.tokens[behind - 1].token.range.end;
    if (source_.text().substr(to, 1) == "+") ++to;
    name += ' ' + std::string(source_.text().substr(from, to - from));
    end = behind;
  }
  // The same programme without its years; but that of other years is another one.
  const auto same = [&](const std::string& other) {
    if (other == name ||
        (name == plain && other.starts_with(plain + ' ') && other.size() > plain.size() + 4 &&
         is_year(std::string_view(other).substr(plain.size() + 1, 4))))
      return true;
    return name != plain && other == plain;
  };
  const auto known = static_cast<std::size_t>(std::find_if(found_.names.begin(), found_.names.end(), same) -
                                              found_.names.begin());
  if (known == found_.names.size()) {
    found_.names.push_back(std::move(name));
    found_.evidence.emplace_back();
  }
  core::add_evidence(found_.evidence[known], source_.place(first_, end));
  return end;
}

// Each way, as far as it goes by the word alone.
bool ProgrammeFinder::may_find(std::size_t token) const {
  const std::string_view spelling = source_.token(token);
  const language::Word& word = *source_.tokens[token].word;
  if (tables_.codes.contains(std::string(spelling)) || may_be_capitals(spelling) ||
      has_lemma(word, "program"))
    return true;
  if (!capitalised(spelling)) return false;
  return tables_.folded.contains(word.form) || all_capitals(spelling) || tables_.names.may_begin(word) ||
         tables_.open_names.may_begin(word) ||
         std::ranges::any_of(word.lemmas, [&](const std::string& lemma) {
           return tables_.heads.contains(lemma) || tables_.kinds.contains(lemma);
         });
}

// "Krajowy Plan Odbudowy" where "KPO" stands elsewhere: the abbreviation is what the text calls it.
void ProgrammeFinder::drop_spelt_out() {
  constexpr std::size_t kFewest = 3;  // letters
  std::unordered_map<std::string, std::size_t> codes;
  for (std::size_t i = 0; i < found_.names.size(); ++i) {
    const std::string& name = found_.names[i];
    const std::string_view first = std::string_view(name).substr(0, name.find(' '));
    if (mostly_capitals(first) && utf8::length(first) > 1) codes.emplace(capitals_of(name, false), i);
  }
  if (codes.empty()) return;
  Programmes kept;
  std::vector<bool> gone(found_.names.size());
  for (std::size_t i = 0; i < found_.names.size(); ++i) {
    const std::string letters = capitals_of(found_.names[i], true);
    const auto code = codes.find(letters);
    if (code == codes.end() || code->second == i || utf8::length(letters) < kFewest ||
        found_.names[i].find(' ') == std::string::npos ||
        mostly_capitals(std::string_view(found_.names[i]).substr(0, found_.names[i].find(' '))))
      continue;
    gone[i] = true;
    core::add_evidence(found_.evidence[code->second], found_.evidence[i]);
  }
  for (std::size_t i = 0; i < found_.names.size(); ++i) {
    if (gone[i]) continue;
    kept.names.push_back(std::move(found_.names[i]));
    kept.evidence.push_back(std::move(found_.evidence[i]));
  }
  found_ = std::move(kept);
}

Programmes ProgrammeFinder::find() {
  for (std::size_t i = 0; i < source_.tokens.size();) {
    std::size_t end = i;
    if (source_.tokens[i].token.kind != language::TokenKind::word) {
      first_ = i;
      end = source_.tokens[i].token.kind == language::TokenKind::code ? dated(i) : i;
      i = std::max(end, i + 1);
      continue;
    }
    if (!may_begin(i)) {
      ++i;
      continue;
    }
    for (const auto find : {&ProgrammeFinder::code, &ProgrammeFinder::capitals, &ProgrammeFinder::name,
                            &ProgrammeFinder::quoted, &ProgrammeFinder::headed}) {
      first_ = i;
      end = (this->*find)(i);
      if (end != i) break;
    }
    i = end != i ? explained(i, end) : i + 1;
  }
  drop_spelt_out();
  return std::move(found_);
}

Programmes extract_programmes(const SourceText& source, const gazetteer::Unit* voivodeship,
                              const ProgrammeRules& rules) {
  return ProgrammeFinder(source, rules.tables(),
                         voivodeship == nullptr ? std::string() : voivodeship->code.text())
      .find();
}

}  // namespace szukajst::indexer::extract
