// Programmes that stand for themselves as abbreviations: "EFS", "RPO WK-P 2014–2020", "FEdP".
#include <algorithm>

#include "indexer/extract/programmes_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::string_view kRegional = "RPO";
constexpr std::size_t kLongestSuffix = 3;  // letters behind RPO, up to a hyphen
constexpr std::size_t kMostCapitals = 3;   // letters that a stem goes on with

// How much of the text the abbreviation takes from its beginning on, where its blanks may be a line's end
// and what the next line is set in by; 0 where the text begins otherwise.
std::size_t length_of(std::string_view code, std::string_view text) {
  std::size_t at = 0;
  for (const char c : code) {
    if (at >= text.size()) return 0;
    if (c == ' ' && text[at] == '\n') {
      at = std::min(text.find_first_not_of(' ', at + 1), text.size());
      continue;
    }
    if (text[at] != c) return 0;
    ++at;
  }
  return at;
}

// "FEŁ2027" → "FEŁ": without the year by which a programme is called; the word itself where none is.
std::string_view without_year(std::string_view word) {
  constexpr std::size_t kYear = 4;  // figures
  if (word.size() <= kYear) return word;
  const std::string_view year = word.substr(word.size() - kYear);
  const bool figures =
      year.starts_with("20") && year.find_first_not_of("0123456789") == std::string_view::npos;
  const char before = word[word.size() - kYear - 1];
  return figures && (before < '0' || before > '9') ? word.substr(0, word.size() - kYear) : word;
}

// "PO PT", "PO IiŚ": capitals, with a small letter between two of them at most.
bool second_of_code(std::string_view word) {
  constexpr std::size_t kLongest = 5;  // letters where one is small
  if (all_capitals(word)) return true;
  std::size_t upper = 0, at = 0;
  char32_t last = 0;
  while (at < word.size()) upper += utf8::is_upper(last = utf8::next(word, at)) ? 1 : 0;
  return upper >= 2 && utf8::is_upper(last) && utf8::length(word) <= kLongest && mostly_capitals(word);
}

}  // namespace

char32_t first_code_point(std::string_view word) {
  std::size_t at = 0;
  return utf8::next(word, at);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Behind the years by which a programme is called ("FEP 2021–2027", "FEW 2021+", "FEŁ 2027"), where they
// stand right behind its name; `end` where none do.
std::size_t ProgrammeFinder::behind_years(std::string_view name, std::size_t end) const {
  if (end == 0 || end >= source_.tokens.size() ||
      (source_.after(end - 1) != " " && source_.after(end - 1) != "\n"))
    return end;
  // "2021-2027" is one token.
  const std::string_view first = source_.token(end);
  if (const std::size_t hyphen = first.find('-'); hyphen != std::string_view::npos &&
                                                  is_year(first.substr(0, hyphen)) &&
                                                  is_year(first.substr(hyphen + 1)))
    return end + 1;
  if (!is_year(first)) return end;
  const std::string_view gap = source_.after(end);
  const bool range = gap == "–" || gap == "-" || gap == "—" || gap == " – " || gap == " - ";
  if (range && end + 1 < source_.tokens.size() && is_year(source_.token(end + 1))) return end + 2;
  if (gap.starts_with('+')) return end + 1;
  // The last year of a perspective; of any other abbreviation a year is when it was.
  const std::string_view year = source_.token(end);
  const bool perspective = year == "2013" || year == "2020" || year == "2027";
  return perspective && (name.starts_with("FE") || name.starts_with(kRegional)) ? end + 1 : end;
}

// Whether an opening quotation mark, or a word for a programme, stands right before the token.
bool ProgrammeFinder::set_apart(std::size_t token) const {
  if (token == 0) return false;
  const std::string_view gap = source_.after(token - 1);
  for (const std::string_view mark : {"„", "“", "\"", "«", "'", "‚"})
    if (gap.ends_with(mark)) return true;
  const std::vector<std::string>& before = source_.tokens[token - 1].word->lemmas;
  return only_space(gap) && std::ranges::find(before, "program") != before.end();
}

// "Klub Senior+", "dziennego domu „Senior+”": what the programme has paid for is called like it.
bool ProgrammeFinder::names_facility(std::size_t token, std::string_view name) const {
  if (token == 0 || !name.ends_with('+')) return false;
  const std::string_view gap = source_.after(token - 1);
  return (only_space(gap) || gap == " „") &&
         std::ranges::any_of(source_.tokens[token - 1].word->lemmas,
                             [&](const std::string& lemma) { return tables_.facilities.contains(lemma); });
}

std::size_t ProgrammeFinder::code(std::size_t token) {
  const auto codes = tables_.first_of_code.may_hold(source_.token(token))
                         ? tables_.codes.find(std::string(source_.token(token)))
                         : tables_.codes.end();
  if (codes == tables_.codes.end()) {
    if (!capitalised(source_.token(token))) return token;
    const std::string& form = source_.tokens[token].word->form;
    if (const auto plain = tables_.folded.find(form); plain != tables_.folded.end())
      return add(plain->second, token + 1);
    if (!source_.lost_diacritics || !all_capitals(source_.token(token)) || form.size() < kLongCode)
      return token;
    const auto folded = tables_.folded.find(utf8::lower(utf8::fold(form)));
    return folded == tables_.folded.end() ? token : add(folded->second, token + 1);
  }
  const std::size_t begin = source_.tokens[token].token.range.begin;
  for (const auto& candidate : codes->second) {
    const std::size_t length = length_of(candidate.text, source_.text().substr(begin));
    if (length == 0) continue;
    const std::size_t stop = begin + length;
    std::size_t end = token;
    while (end < source_.tokens.size() && source_.tokens[end].token.range.begin < stop) ++end;
    if (source_.tokens[end - 1].token.range.end > stop) continue;
    if (candidate.quoted && !set_apart(token)) continue;
    if (names_facility(token, candidate.name)) return token;
    if (tables_.pairs.contains(candidate.name)) return pair(candidate.name, end);
    return add(candidate.name, end);
  }
  return token;
}

// "Interreg Polska–Słowacja", "Interreg V-A Litwa-Polska": the two sides of the border, if they are named.
std::size_t ProgrammeFinder::pair(const std::string& name, std::size_t end) {
  constexpr std::size_t kMost = 4;  // tokens before the dash
  std::size_t dash = end;
  while (dash < source_.tokens.size() && dash < end + kMost && (space_before(dash) || dash > end) &&
         capitalised(source_.token(dash))) {
    const std::string_view mark = utf8::trim(source_.after(dash));
    if ((mark == "-" || mark == "–") && utf8::length(source_.token(dash)) > kLongestSuffix &&
        dash + 1 < source_.tokens.size() && capitalised(source_.token(dash + 1))) {
      const std::size_t from = source_.tokens[end].token.range.begin, last = bordered(dash + 1) - 1;
      return add(
          name + " " + std::string(source_.text().substr(from, source_.tokens[last].token.range.end - from)),
          last + 1);
    }
    ++dash;
  }
  // "Interreg VI A", "Interreg V-A"
  if (end < source_.tokens.size() && source_.after(end - 1) == " " &&
      source_.token(end).find_first_not_of("IVX") == std::string_view::npos) {
    const std::size_t strand = end + 1;
    const std::string_view gap = source_.after(end);
    const bool lettered = strand < source_.tokens.size() && (gap == " " || gap == "-") &&
                          source_.token(strand).size() == 1 && capitalised(source_.token(strand));
    const std::size_t last = lettered ? strand : end, from = source_.tokens[end].token.range.begin;
    return add(
        name + " " + std::string(source_.text().substr(from, source_.tokens[last].token.range.end - from)),
        last + 1);
  }
  return add(name, end);
}

// "RPO WK-P", "RPO WiM"; a suffix that nobody knows is a damaged one: the document's own voivodeship tells.
std::size_t ProgrammeFinder::regional(std::size_t token) {
  std::size_t end = token + 1;
  // "RPO Województwa Lubelskiego"
  if (end + 1 < source_.tokens.size() && only_space(source_.after(token)) && only_space(source_.after(end)) &&
      capitalised(source_.token(end)) && has_lemma(*source_.tokens[end].word, "województwo") &&
      capitalised(source_.token(end + 1))) {
    while (++end < source_.tokens.size() && source_.after(end) == "-" && end + 1 < source_.tokens.size() &&
           capitalised(source_.token(end + 1))) {
    }
    const std::size_t from = source_.tokens[token].token.range.begin;
    return add(utf8::collapse(source_.text().substr(from, source_.tokens[end].token.range.end - from)),
               end + 1);
  }
  if (end >= source_.tokens.size() || !only_space(source_.after(token)) || !capitalised(source_.token(end)) ||
      utf8::length(source_.token(end)) > kLongestSuffix)
    return token;
  std::string suffix(source_.token(end++));
  while (end < source_.tokens.size() && source_.after(end - 1) == "-" && capitalised(source_.token(end)))
    suffix += "-" + std::string(source_.token(end++));
  std::string own;
  for (const auto& [known, voivodeship] : tables_.suffixes) {
    if (voivodeship == voivodeship_) own = known;
  }
  const bool lost_its_mark = source_.lost_diacritics && utf8::fold(own) == utf8::fold(suffix);
  for (const auto& [known, voivodeship] : tables_.suffixes)
    if (!lost_its_mark && utf8::lower(known) == utf8::lower(suffix))
      return add(std::string(kRegional) + " " + known, end);
  if (lost_its_mark) return add(std::string(kRegional) + " " + own, end);
  if (!suffix.starts_with('W') || own.empty()) return token;
  return add(std::string(kRegional) + " " + own, end);
}

bool mostly_capitals(std::string_view word) {
  std::size_t small = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    if (!utf8::is_letter(c)) return false;
    small += utf8::is_upper(c) ? 0 : 1;
  }
  return small <= 1;
}

// "FEGKP" → "FEdKP": of the abbreviations of its length the one that differs by one letter; the word itself
// where none or several do.
std::string ProgrammeFinder::nearest_code(std::string_view word) const {
  if (tables_.codes.contains(std::string(word))) return std::string(word);
  const std::string folded = utf8::lower(utf8::fold(word));
  std::string nearest;
  for (const auto& [code, name] : tables_.folded) {
    if (code == folded) return name;
    if (code.size() != folded.size()) continue;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < code.size(); ++i) wrong += code[i] != folded[i] ? 1 : 0;
    if (wrong != 1) continue;
    if (!nearest.empty()) return std::string(word);
    nearest = name;
  }
  return nearest.empty() || folded.size() <= kLongCode ? std::string(word) : nearest;
}

// "FEŁ2027"
std::size_t ProgrammeFinder::dated(std::size_t token) {
  const std::string_view word = source_.token(token), letters = without_year(word);
  if (letters == word || !mostly_capitals(letters)) return token;
  const bool known = tables_.codes.contains(std::string(letters)) ||
                     std::any_of(tables_.stems.begin(), tables_.stems.end(), [&](const std::string& stem) {
                       return letters.starts_with(stem) && letters.size() > stem.size() &&
                              utf8::length(letters) <= utf8::length(stem) + kMostCapitals;
                     });
  return known ? add(std::string(word), token + 1) : token;
}

// "NOWYM SZLAKIEM PO ASFALCIE": in a line of capitals a word that is a preposition, too, is one.
bool ProgrammeFinder::is_preposition_there(std::size_t token) const {
  const auto& readings = source_.tokens[token].word->readings;
  if (std::none_of(readings.begin(), readings.end(), [](const language::Reading& reading) {
        return grammar(reading).part == PartOfSpeech::preposition;
      }))
    return false;
  constexpr std::size_t kFewest = 3, kLong = 5;  // words of the line; letters of one that is no abbreviation
  const Line& line = source_.lines[source_.line_of_token(token)];
  bool any_long = false;
  for (std::size_t t = line.first_token; t < line.end_token; ++t) {
    if (source_.tokens[t].token.kind != language::TokenKind::word) continue;
    if (!all_capitals(source_.token(t))) return false;
    any_long |= utf8::length(source_.token(t)) >= kLong;
  }
  return any_long && line.end_token - line.first_token >= kFewest;
}

// "RPO WK-P", "PO PT", "RPOWŚ", "FEDS"
// Not "i", which is no capital but one small letter.
bool ProgrammeFinder::may_be_capitals(std::string_view word) const {
  return mostly_capitals(word) &&
         (all_capitals(word) || std::ranges::any_of(tables_.stems, [&](const std::string& stem) {
            return word.starts_with(stem);
          }));
}

std::size_t ProgrammeFinder::capitals(std::size_t token) {
  const std::string_view word = source_.token(token);
  if (!may_be_capitals(word)) return token;
  for (const std::string& stem : tables_.stems)
    if (word.starts_with(stem) && word.size() > stem.size() &&
        utf8::length(word) <= utf8::length(stem) + kMostCapitals)
      return add(source_.lost_diacritics ? nearest_code(word) : std::string(word), token + 1);
  if (!all_capitals(word)) return token;
  // "RPO-L2020"
  if (word == kRegional && source_.after(token) == "-" && token + 1 < source_.tokens.size() &&
      capitalised(source_.token(token + 1))) {
    const std::size_t year = token + 2;
    constexpr std::size_t kYear = 4;  // figures
    const bool named_by_year = year < source_.tokens.size() && source_.after(year - 1) == " " &&
                               source_.tokens[year].token.kind == language::TokenKind::number &&
                               source_.token(year).size() == kYear && !source_.after(year).starts_with(" r");
    const std::size_t end = named_by_year ? year + 1 : year;
    const std::size_t begin = source_.tokens[token].token.range.begin;
    return add(std::string(source_.text().substr(begin, source_.tokens[end - 1].token.range.end - begin)),
               end);
  }
  if (word == kRegional)
    if (const std::size_t regional_end = regional(token); regional_end != token) return regional_end;
  if (!tables_.open_codes.contains(std::string(word))) return token;
  if (is_preposition_there(token)) return token;
  std::size_t end = token + 1;
  if (end < source_.tokens.size() && space_before(end) && second_of_code(source_.token(end))) ++end;
  while (end < source_.tokens.size() && end > token + 1 && source_.after(end - 1) == "-" &&
         capitalised(source_.token(end)))
    ++end;
  if (end == token + 1 && word != "RPO") return token;
  const std::size_t begin = source_.tokens[token].token.range.begin;
  std::string name =
      utf8::collapse(source_.text().substr(begin, source_.tokens[end - 1].token.range.end - begin));
  if (const auto known = tables_.folded.find(utf8::lower(utf8::fold(name)));
      source_.lost_diacritics && known != tables_.folded.end())
    name = known->second;
  return add(std::move(name), end);
}

}  // namespace szukajst::indexer::extract
