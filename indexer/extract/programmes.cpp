#include "indexer/extract/programmes.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/utf8.h"
#include "core/word_filter.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/lemma_pattern.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

struct ProgrammeRules::Tables {
  // By the first token: abbreviations with their further tokens, the longest first.
  struct Code {
    std::string text, name;
    bool quoted = false;  // common words: a name only in quotation marks or behind "program"
  };
  std::unordered_map<std::string, std::vector<Code>> codes;
  core::WordFilter first_of_code;                       // of their keys
  std::unordered_map<std::string, std::string> folded;  // "wfosigw", "efrrow": what damaged texts have
  std::unordered_set<std::string> owners;               // whose programme it is, and no name of one
  std::unordered_set<std::string> open_codes;           // that capitals may follow
  std::unordered_set<std::string> facilities;           // lemmas: "Klub Senior+" is no programme
  std::unordered_set<std::string> pairs;                // that two names with a dash may follow
  std::vector<std::string> stems;
  LemmaPatternBook book;
  LemmaPatternIndex names;
  std::vector<std::string> name_of;
  LemmaPatternIndex open_names;
  std::vector<std::string> open_name_of;
  std::unordered_set<std::string> heads;
  std::unordered_map<std::string, std::unordered_set<std::string>> kinds;
  std::vector<std::string> funding;  // lemmas
  LemmaPatternIndex none;
  std::vector<std::pair<std::string, std::string>> suffixes;  // "WK-P", "04"
  language::Word::Notes::Taker taker;  // notes whether a name may be found from a word on
};

ProgrammeRules::ProgrammeRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
ProgrammeRules::ProgrammeRules(ProgrammeRules&&) noexcept = default;
ProgrammeRules& ProgrammeRules::operator=(ProgrammeRules&&) noexcept = default;
ProgrammeRules::~ProgrammeRules() = default;

core::Result<ProgrammeRules> ProgrammeRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "programmes.tsv";
  auto rows = read_table(file, 2);
  if (!rows) return rows.error();
  auto tables = std::make_unique<Tables>();
  for (LemmaPatternIndex* const index : {&tables->names, &tables->open_names, &tables->none})
    tables->book.enter(*index);
  for (const Row& row : *rows) {
    const std::string& text = row.cell(1);
    const std::string& kind = row.cell(0);
    const std::string& name = row.cell(2) == "=" ? text : row.cell(2);
    if (kind == "code" || kind == "quoted") {
      const bool quoted = kind == "quoted";
      if (!quoted) tables->folded.emplace(utf8::lower(utf8::fold(text)), name);
      tables->first_of_code.add(text.substr(0, text.find_first_of(" +")));
      auto& codes = tables->codes[text.substr(0, text.find_first_of(" +"))];
      codes.push_back({text, name, quoted});
      std::stable_sort(codes.begin(), codes.end(),
                       [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
    } else if (kind == "codes")
      tables->open_codes.insert(text);
    else if (kind == "pair")
      tables->pairs.insert(text);
    else if (kind == "facility")
      tables->facilities.insert(text);
    else if (kind == "stem")
      tables->stems.push_back(text);
    else if (kind == "head")
      tables->heads.insert(text);
    else if (kind == "suffix")
      tables->suffixes.emplace_back(text, row.cell(2));
    else if (kind == "owner")
      tables->owners.insert(text);
    else if (kind == "funding")
      tables->funding.push_back(text);
    else if (kind == "not")
      tables->none.add(LemmaPattern(text));
    else if (kind == "name") {
      tables->names.add(LemmaPattern(text));
      tables->name_of.push_back(name);
    } else if (kind == "open") {
      tables->open_names.add(LemmaPattern(text));
      tables->open_name_of.push_back(name);
    } else if (kind == "kind") {
      for (const std::string& word : LemmaPattern(name).first_words()) tables->kinds[text].insert(word);
    } else
      return bad_row(file, row, "'" + kind + "' is no way to meet a programme");
  }
  return ProgrammeRules(std::move(tables));
}

namespace {

constexpr std::size_t kLongestName = 12;  // tokens
constexpr std::size_t kLongCode = 4;      // bytes of an abbreviation that one mark too many does not hide
constexpr std::string_view kRegional = "RPO";
constexpr std::size_t kLongestSuffix = 3;  // letters behind RPO, up to a hyphen
constexpr std::size_t kMostCapitals = 3;   // letters that a stem goes on with

char32_t first_letter(std::string_view word) {
  std::size_t at = 0;
  return utf8::next(word, at);
}

class Finder {
 public:
  Finder(const SourceText& source, const ProgrammeRules::Tables& tables, std::string voivodeship)
      : source_(source), tables_(tables), voivodeship_(std::move(voivodeship)) {}
  Programmes find();

 private:
  // Whether one of the ways below may find anything from the token on: found out once a distinct word.
  bool may_begin(std::size_t token) const {
    return source_.tokens[token].word->notes.of(tables_.taker, [&] { return may_find(token) ? 1U : 0U; }) !=
           0;
  }
  bool may_find(std::size_t token) const;
  // Each gives the token behind what it found, or `token` where it found nothing.
  std::size_t code(std::size_t token);
  bool set_apart(std::size_t token) const;
  bool names_facility(std::size_t token, std::string_view name) const;
  std::size_t pair(const std::string& name, std::size_t end);
  bool pays(std::size_t token) const;
  std::pair<std::string, std::size_t> in_brackets(std::string_view name, std::size_t end) const;
  std::size_t add_named(std::string name, std::size_t end);
  bool capital_by_place(std::size_t token, std::size_t end) const;
  std::size_t bordered(std::size_t token) const;
  bool is_owner(std::size_t token) const;
  bool may_name(std::size_t token) const;
  bool funds(std::size_t token) const;
  bool only_plural(std::size_t token) const;
  void drop_spelt_out();
  std::size_t regional(std::size_t token);
  std::size_t capitals(std::size_t token);
  bool may_be_capitals(std::string_view word) const;
  bool is_preposition_there(std::size_t token) const;
  std::size_t dated(std::size_t token);
  std::string nearest_code(std::string_view word) const;
  std::size_t name(std::size_t token);
  std::size_t quoted(std::size_t token);
  std::size_t add_quoted(std::size_t token, std::size_t end);
  std::size_t headed(std::size_t token);
  std::size_t add_capitals(std::size_t token);
  // Whether the tables know the abbreviation, which is read for itself then.
  bool is_code(std::size_t token) const {
    const std::string word(source_.token(token));
    return tables_.codes.contains(word) || tables_.open_codes.contains(word);
  }
  std::size_t explained(std::size_t code, std::size_t token) const;
  bool is_head(std::size_t token, std::size_t first, std::size_t end) const;
  bool space_before(std::size_t token) const {
    const std::string_view gap = source_.after(token - 1);
    if (gap == " " || gap == "\n") return true;
    // "Rządowego" over "      Funduszu": the lines of a paragraph may be set in.
    return gap.starts_with('\n') && only_space(gap) && !holds_blank_line(gap);
  }
  std::size_t behind_years(std::string_view name, std::size_t end) const;
  std::size_t add(std::string name, std::size_t end);  // from first_ on

  const SourceText& source_;
  const ProgrammeRules::Tables& tables_;
  const std::string voivodeship_;  // code; empty where the document has none
  std::size_t first_ = 0;          // the first token of the name that is being read
  Programmes found_;
};

// "2027"
bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Behind the years by which a programme is called ("FEP 2021–2027", "FEW 2021+", "FEŁ 2027"), where they
// stand right behind its name; `end` where none do.
std::size_t Finder::behind_years(std::string_view name, std::size_t end) const {
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

std::size_t Finder::add(std::string name, std::size_t end) {
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

// Whether an opening quotation mark, or a word for a programme, stands right before the token.
bool Finder::set_apart(std::size_t token) const {
  if (token == 0) return false;
  const std::string_view gap = source_.after(token - 1);
  for (const std::string_view mark : {"„", "“", "\"", "«", "'", "‚"})
    if (gap.ends_with(mark)) return true;
  const std::vector<std::string>& before = source_.tokens[token - 1].word->lemmas;
  return only_space(gap) && std::ranges::find(before, "program") != before.end();
}

// "Klub Senior+", "dziennego domu „Senior+”": what the programme has paid for is called like it.
bool Finder::names_facility(std::size_t token, std::string_view name) const {
  if (token == 0 || !name.ends_with('+')) return false;
  const std::string_view gap = source_.after(token - 1);
  return (only_space(gap) || gap == " „") &&
         std::ranges::any_of(source_.tokens[token - 1].word->lemmas,
                             [&](const std::string& lemma) { return tables_.facilities.contains(lemma); });
}

std::size_t Finder::code(std::size_t token) {
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
std::size_t Finder::pair(const std::string& name, std::size_t end) {
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
std::size_t Finder::regional(std::size_t token) {
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

// "FEdKP", "FEWiM": capitals with a small letter among them.
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
std::string Finder::nearest_code(std::string_view word) const {
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

// "FEŁ2027"
std::size_t Finder::dated(std::size_t token) {
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
bool Finder::is_preposition_there(std::size_t token) const {
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
bool Finder::may_be_capitals(std::string_view word) const {
  return mostly_capitals(word) &&
         (all_capitals(word) || std::ranges::any_of(tables_.stems, [&](const std::string& stem) {
            return word.starts_with(stem);
          }));
}

std::size_t Finder::capitals(std::size_t token) {
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

// "FDS", "NFOŚiGW", "RPO WiM", "EFS+": mostly capitals, two at least.
bool is_abbreviation(std::string_view text) {
  constexpr std::size_t kLongest = 14;  // bytes
  std::size_t upper = 0, lower = 0;
  if (text.size() > kLongest) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (utf8::is_letter(c))
      ++(utf8::is_upper(c) ? upper : lower);
    else if (c != ' ' && c != '+' && c != '-')
      return false;
  }
  return upper >= 2 && lower < upper;
}

// Whether one of the name's words begins as the abbreviation does.
bool is_initial_of(std::string_view abbreviation, std::string_view name) {
  const std::string letters = utf8::lower(utf8::fold(abbreviation)), words = utf8::lower(utf8::fold(name));
  for (std::size_t at = 0; at < words.size(); ++at)
    if (words[at] == letters.front() && (at == 0 || words[at - 1] == ' ')) return true;
  return false;
}

// The abbreviation in brackets behind a name, and behind the years of the programme ("na lata 2021–2027");
// what it says and the token behind it, or `end` where there is none.
std::pair<std::string, std::size_t> Finder::in_brackets(std::string_view name, std::size_t end) const {
  constexpr std::size_t kYears = 4;  // tokens
  std::size_t token = end;
  while (token < source_.tokens.size() && token < end + kYears &&
         (source_.tokens[token].token.kind == language::TokenKind::number ||
          (token < end + 2 &&
           (source_.tokens[token].word->form == "na" || source_.tokens[token].word->form == "lata"))))
    ++token;
  if (token >= source_.tokens.size() || token == 0 || utf8::trim(source_.after(token - 1)) != "(")
    return {{}, end};
  const std::size_t begin = source_.tokens[token].token.range.begin, close = source_.text().find(')', begin);
  const std::string text = utf8::collapse(source_.text().substr(begin, std::min(close, begin + 20) - begin));
  if (close == std::string_view::npos || !is_abbreviation(text)) return {{}, end};
  while (token < source_.tokens.size() && source_.tokens[token].token.range.begin < close) ++token;
  if (tables_.codes.contains(std::string(text))) return {std::string(text), token};
  const auto known = tables_.folded.find(utf8::lower(utf8::fold(text)));
  if (known != tables_.folded.end()) return {known->second, token};
  // "Funduszu Dopłat (BGK)": who pays, and no abbreviation of the name.
  return is_initial_of(text, name) ? std::pair(text, token) : std::pair(std::string(), end);
}

// The name that ends before `end`, or the abbreviation that stands for it.
std::size_t Finder::add_named(std::string name, std::size_t end) {
  auto [short_name, behind] = in_brackets(name, end);
  return short_name.empty() ? add(std::move(name), end) : add(std::move(short_name), behind);
}

// "Czyste powietrze i …" at the beginning of a line or a sentence: its capital says nothing.
bool Finder::capital_by_place(std::size_t token, std::size_t end) const {
  for (std::size_t t = token + 1; t < end; ++t)
    if (capitalised(source_.token(t))) return false;
  if (end == token + 1 || pays(token)) return false;
  // "Fundusz rozwoju przewozów autobusowych" is nothing else, wherever it stands.
  constexpr std::size_t kLong = 3;  // words
  if (end >= token + kLong &&
      std::ranges::any_of(source_.tokens[token].word->lemmas,
                          [&](const std::string& lemma) { return tables_.heads.contains(lemma); }))
    return false;
  if (token == 0) return true;
  // "Cel 3.1 >> Czyste powietrze i zieleń", "3.1 Czyste powietrze", but "(Czyste powietrze)"
  const std::string_view gap = utf8::trim(source_.after(token - 1));
  if (source_.tokens[token - 1].token.kind == language::TokenKind::number) return true;
  if (source_.after(token - 1).find('\n') != std::string_view::npos) return true;
  return !gap.empty() && gap != "," && gap.find_first_of("(\"") == std::string_view::npos &&
         gap.find("„") == std::string_view::npos;
}

bool Finder::only_plural(std::size_t token) const {
  const auto& readings = source_.tokens[token].word->readings;
  return std::all_of(readings.begin(), readings.end(),
                     [](const language::Reading& reading) { return grammar(reading).plural; });
}

std::size_t Finder::name(std::size_t token) {
  if (!capitalised(source_.token(token))) return token;
  // "Funduszy Europejskich dla Pomorza": the beginning declines, the rest stays.
  const LemmaPatternIndex::Match open = tables_.open_names.longest(source_, token);
  if (open.tokens != 0 && token + open.tokens < source_.tokens.size() &&
      capitalised(source_.token(token + open.tokens))) {
    const std::size_t rest = token + open.tokens,
                      end = end_of_name(source_, rest, rest + kLongestName, false);
    const std::size_t begin = source_.tokens[rest].token.range.begin;
    return add_named(
        tables_.open_name_of[open.pattern] + " " +
            utf8::collapse(source_.text().substr(begin, source_.tokens[end - 1].token.range.end - begin)),
        end);
  }
  const LemmaPatternIndex::Match match = tables_.names.longest(source_, token);
  if (match.tokens == 0 || capital_by_place(token, token + match.tokens)) return token;
  // "Departament Programów Rozwoju Obszarów Wiejskich" has to do with several.
  if (tables_.name_of[match.pattern].starts_with("Program") && only_plural(token)) return token;
  return add_named(tables_.name_of[match.pattern], token + match.tokens);
}

// Whether words near the token speak of money from somewhere.
bool Finder::pays(std::size_t token) const {
  constexpr std::size_t kNear = 10;
  const std::size_t end = std::min(source_.tokens.size(), token + kNear);
  for (std::size_t t = token > kNear ? token - kNear : 0; t < end; ++t)
    for (const std::string& lemma : tables_.funding)
      if (has_lemma(*source_.tokens[t].word, lemma)) return true;
  return false;
}

// Whether a dictionary knows the word as a name with a capital, and no person's: "Polska", "Ukraina".
bool names_land(const language::Word& word) {
  return word.source != language::WordSource::guess &&
         std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
           const Grammar known = grammar(reading);
           return capitalised(reading.lemma) && known.part == PartOfSpeech::noun &&
                  (known.genders & kPersonal) == 0;
         });
}

// "Polska-Białoruś-Ukraina", "Polska – Ukraina": behind the last of names that dashes join; `token` + 1 where
// it stands alone.
std::size_t Finder::bordered(std::size_t token) const {
  std::size_t end = token + 1;
  const auto joins = [&](std::string_view gap) {
    if (gap == "–" || gap == "-") return true;
    return (gap == " – " || gap == " - ") && names_land(*source_.tokens[end - 1].word) &&
           names_land(*source_.tokens[end].word);
  };
  while (end < source_.tokens.size() && capitalised(source_.token(end)) && joins(source_.after(end - 1)))
    ++end;
  return end;
}

// "programu Gminy Lubicz": whether the word says whose it is.
bool Finder::is_owner(std::size_t token) const {
  const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
  return std::any_of(lemmas.begin(), lemmas.end(),
                     [&](const std::string& lemma) { return tables_.owners.contains(lemma); });
}

// Whether a programme's name may begin there that no quotation marks: it stands in the nominative, and says
// not whose the programme is ("programu Gminy Lubicz").
bool Finder::may_name(std::size_t token) const {
  const language::Word& word = *source_.tokens[token].word;
  if (is_owner(token)) return false;
  return word.readings.empty() ||
         std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
           const Grammar known = grammar(reading);
           return known.cases == 0 || (known.cases & kNominative) != 0;
         });
}

// The words from the token to the end of the quotation that they stand in; `end` at least.
std::size_t Finder::add_quoted(std::size_t token, std::size_t end) {
  const std::size_t begin = source_.tokens[token].token.range.begin;
  const std::size_t close = source_.text().find("”", begin);
  if (close == std::string_view::npos) return token;
  while (end < source_.tokens.size() && source_.tokens[end].token.range.begin < close) ++end;
  if (end > token + kLongestName) return token;
  return add(utf8::collapse(source_.text().substr(begin, close - begin)), end);
}

// "programie „Ciepły Dom”", "programu priorytetowego „Ciepły Dom”", "programu LIFE", "programu Litwa–Polska";
// "Program „Ciepły Dom”" and "programu Ciepły Dom" where money is spoken of
std::size_t Finder::quoted(std::size_t token) {
  if (!has_lemma(*source_.tokens[token].word, "program")) return token;
  if (capitalised(source_.token(token)) && !pays(token)) return token;
  constexpr std::size_t kAdjectives = 2;
  std::size_t name = token + 1;
  while (name < source_.tokens.size() && name <= token + kAdjectives && space_before(name) &&
         !capitalised(source_.token(name)) &&
         std::any_of(source_.tokens[name].word->readings.begin(), source_.tokens[name].word->readings.end(),
                     [](const language::Reading& r) { return grammar(r).part == PartOfSpeech::adjective; }))
    ++name;
  if (name >= source_.tokens.size()) return token;
  first_ = name;
  const std::string_view gap = source_.after(name - 1);
  if (utf8::trim(gap) == "„" && capitalised(source_.token(name))) {
    const std::size_t end = add_quoted(name, name + 1);
    return end == name ? token : end;
  }
  if (name != token + 1 || !space_before(name) || !capitalised(source_.token(name))) return token;
  if (gap == " " && all_capitals(source_.token(name)) && utf8::length(source_.token(name)) <= 6)
    return is_code(name) ? token : add_capitals(name);
  if (capitalised(source_.token(token))) return token;
  const std::size_t begin = source_.tokens[name].token.range.begin;
  const auto text_to = [&](std::size_t end) {
    return utf8::collapse(source_.text().substr(begin, source_.tokens[end - 1].token.range.end - begin));
  };
  if (const std::size_t end = bordered(name);
      end > name + 1 && !tables_.pairs.contains(std::string(source_.token(name))))
    return add_named(text_to(end), end);
  if (tables_.codes.contains(std::string(source_.token(name))) ||
      tables_.names.longest(source_, name).tokens != 0)
    return token;  // a name that the tables know: it is read for itself
  const std::size_t end = end_of_name(source_, name, name + kLongestName, false);
  if (end < name + 2 || !pays(token) || !may_name(name)) return token;
  return add_named(text_to(end), end);
}

// "środki z Programu …", "wniosek do Programu …": whether money is said to come from what begins at the
// token, which is not somebody's own.
bool Finder::funds(std::size_t token) const {
  constexpr std::size_t kNear = 10;
  if (token < 2 || !space_before(token)) return false;
  const std::string& from = source_.tokens[token - 1].word->form;
  if (from != "z" && from != "ze" && from != "do" && from != "w" && from != "oraz") return false;
  for (std::size_t t = token + 1; t < std::min(token + kLongestName, source_.tokens.size()) &&
                                  source_.after(t - 1) == " " && capitalised(source_.token(t));
       ++t)
    if (is_owner(t)) return false;
  for (std::size_t t = token - 1; t-- > 0 && token - t <= kNear;)
    for (const std::string& lemma : tables_.funding)
      if (has_lemma(*source_.tokens[t].word, lemma)) return true;
  return false;
}

// "PL-SK": with the capitals behind its hyphens.
std::size_t Finder::add_capitals(std::size_t token) {
  std::size_t end = token + 1;
  while (end < source_.tokens.size() && source_.after(end - 1) == "-" && all_capitals(source_.token(end)))
    ++end;
  const std::size_t begin = source_.tokens[token].token.range.begin;
  return add(std::string(source_.text().substr(begin, source_.tokens[end - 1].token.range.end - begin)), end);
}

// "FRKF – Fundusz Rozwoju Kultury Fizycznej", "RPO WL – Regionalny …", "FEM 2021-2027 (Fundusze Europejskie
// dla Mazowsza)": the words that the abbreviation before them stands for; the token behind them, or `token`
// where there are none.
std::size_t Finder::explained(std::size_t code, std::size_t token) const {
  constexpr std::size_t kFewestLetters = 3, kMostTokens = 3;
  if (token >= source_.tokens.size() || token > code + kMostTokens) return token;
  std::string letters;
  for (std::size_t t = code; t < token; ++t) letters += source_.token(t);
  if (utf8::length(letters) < kFewestLetters) return token;
  std::size_t first = token;
  while (first + 1 < source_.tokens.size() && first < token + kMostTokens &&
         source_.after(first - 1) != "\n" && !utf8::is_letter(first_letter(source_.token(first))))
    ++first;  // the years
  const std::string_view mark = utf8::trim(source_.after(first - 1));
  if (mark != "–" && mark != "-" && mark != "—" && mark != "=" && mark != "(") return token;
  std::size_t end = first, last = token;  // where it ends if its last letter stands within a word
  for (std::size_t at = 0; at < letters.size(); ++end) {
    if (end >= source_.tokens.size() || (end > first && !only_space(source_.after(end - 1)))) return last;
    const char32_t letter = first_letter(source_.token(end));
    std::size_t next = at;
    const bool stands = utf8::next(letters, next) == letter;  // also a small one: "NFOŚiGW"
    if (stands) at = next;
    if (!stands && utf8::is_upper(letter)) return last;
    // "FEPK – Fundusze Europejskie dla Podkarpacia"
    if (stands && at < letters.size() && utf8::length(letters.substr(at)) == 1 && last == token &&
        source_.tokens[end].word->form.find(utf8::lower(letters.substr(at))) != std::string::npos)
      last = end + 1;
  }
  return end;
}

bool Finder::is_head(std::size_t token, std::size_t first, std::size_t end) const {
  for (const std::string& lemma : source_.tokens[token].word->lemmas) {
    if (tables_.heads.contains(lemma)) return end > token + 1 || first < token;
    const auto kind = tables_.kinds.find(lemma);
    if (kind == tables_.kinds.end()) continue;
    for (std::size_t t = first; t < std::min(end, token + 3); ++t)
      for (const std::string& beside : source_.tokens[t].word->lemmas)
        if (kind->second.contains(beside)) return true;
  }
  return false;
}

// "Rządowego Funduszu Rozwoju Dróg", "Szwajcarsko-Polskiego Programu Współpracy"
std::size_t Finder::headed(std::size_t token) {
  if (!capitalised(source_.token(token)) || all_capitals(source_.token(token))) return token;
  const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
  if (std::none_of(lemmas.begin(), lemmas.end(), [&](const std::string& lemma) {
        return lemma == "program" || tables_.heads.contains(lemma) || tables_.kinds.contains(lemma);
      }))
    return token;
  std::size_t first = token;
  while (first > 0 && first + 4 > token) {
    const bool joined = space_before(first) || source_.after(first - 1) == "-";
    const language::Word& word = *source_.tokens[first - 1].word;
    const bool adjective =
        std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
          const std::string_view tag = reading.tag;
          return grammar(reading).part == PartOfSpeech::adjective || tag.starts_with("adja");
        });
    if (!joined || !capitalised(source_.token(first - 1)) || !adjective) break;
    --first;
  }
  std::size_t end = end_of_name(source_, token, token + kLongestName, false);
  for (std::size_t t = token + 2; t < end; ++t)
    if (!capitalised(source_.token(t - 1)) && is_head(t, t, end)) end = t - 1;  // "… i Funduszu Pracy"
  // "Fundusz Dopłat" above "S2.2   2023": the next row of a table
  for (std::size_t t = token + 1; t < end; ++t)
    if (source_.after(t - 1) == "\n" &&
        source_.token(t).find_first_of("0123456789") != std::string_view::npos)
      end = t;
  // "środki z Programu Rozwoju Infrastruktury": money comes from it, whatever it is called
  const bool pays_itself = has_lemma(*source_.tokens[token].word, "program") && end > token + 2 &&
                           funds(first) && tables_.names.longest(source_, token + 1).tokens == 0 &&
                           !tables_.codes.contains(std::string(source_.token(token + 1)));
  if (!is_head(token, first, end) && !pays_itself) return token;
  // "Programu Współpracy INTERREG Polska–Saksonia": the abbreviation is the name.
  for (std::size_t t = token + 1; t < end; ++t)
    if (is_code(t) && utf8::length(source_.token(t)) >= kLongCode) return token;
  if (only_plural(token) || tables_.none.longest(source_, token).tokens != 0) return token;
  first_ = first;
  if (has_lemma(*source_.tokens[token].word, "program")) {
    // "Rządowy Program Fundusz Młodzieżowy", "Rządowy Program … „Aktywni+”": it has a name of its own.
    for (std::size_t t = token + 1; t < end; ++t) {
      const std::string_view gap = source_.after(t - 1);
      if (gap.find("„") != std::string_view::npos) {
        first_ = t;
        return add_quoted(t, end);
      }
      const auto& readings = source_.tokens[t].word->readings;
      const bool nominative =
          std::any_of(readings.begin(), readings.end(), [](const language::Reading& reading) {
            return (grammar(reading).cases & kNominative) != 0 && !grammar(reading).plural;
          });
      if (nominative && is_head(t, t, end)) return token;
    }
    end = std::max(end, bordered(end - 1));
  }
  // "Fundusz Dróg Samorządowych (FDS)": the abbreviation is what the text calls it.
  return add_named(nominative_phrase(source_, first, token, end), end);
}

// Each way, as far as it goes by the word alone.
bool Finder::may_find(std::size_t token) const {
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

// "Krajowy Plan Odbudowy" where "KPO" stands elsewhere: the abbreviation is what the text calls it.
void Finder::drop_spelt_out() {
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

Programmes Finder::find() {
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
    for (const auto find :
         {&Finder::code, &Finder::capitals, &Finder::name, &Finder::quoted, &Finder::headed}) {
      first_ = i;
      end = (this->*find)(i);
      if (end != i) break;
    }
    i = end != i ? explained(i, end) : i + 1;
  }
  drop_spelt_out();
  return std::move(found_);
}

}  // namespace

Programmes extract_programmes(const SourceText& source, const gazetteer::Unit* voivodeship,
                              const ProgrammeRules& rules) {
  return Finder(source, rules.tables(), voivodeship == nullptr ? std::string() : voivodeship->code.text())
      .find();
}

}  // namespace szukajst::indexer::extract
