// Labels at the beginning of a line, behind its marker.
#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"
#include "indexer/extract/goals_wording.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

// Words with nothing but blanks between them stand together.
bool together(std::string_view text, std::span<const FoldedWord> words, std::size_t from, std::size_t count) {
  for (std::size_t i = from + 1; i < from + count; ++i)
    if (skip_blanks(text, words[i - 1].end) != words[i].begin) return false;
  return true;
}

struct Found {
  const Label* label = nullptr;
  std::size_t words = 0;
};

Found label_at(std::string_view text, std::span<const FoldedWord> words, std::size_t at,
               const GoalRules::Tables& tables) {
  // At most words none stands at all.
  if (at >= words.size() || !tables.goal_phrases.may_begin(words[at])) return {};
  bool any = false;
  for (const Label& label : tables.labels_at(words, at))
    any = any || (labels_goals(label.form) && label.phrase.match(words, at) > 0);
  if (!any) return {};
  // The longest label, of equals the one that stands there letter by letter.
  Found best;
  for (const bool exact : {true, false})
    for (const Label& label : tables.labels_at(words, at)) {
      if (!labels_goals(label.form)) continue;
      const std::size_t count = label.phrase.match(words, at, exact);
      if (count > best.words && together(text, words, at, count)) best = {&label, count};
    }
  return best;
}

constexpr std::size_t kLongestLabel = 400;  // with what stands between it and its colon, in bytes

// The further labels of "Cele strategiczne, operacyjne i kierunki działań" behind word `at`, which moves
// behind them.
void read_more_labels(std::string_view text, std::span<const FoldedWord> words, std::size_t& at,
                      std::vector<const Label*>& labels, const GoalRules::Tables& tables) {
  while (at < words.size()) {
    const std::string_view between =
        utf8::trim(text.substr(words[at - 1].end, words[at].begin - words[at - 1].end));
    std::size_t next = at;
    if (words[at].text == "i" || words[at].text == "oraz") {
      if (!between.empty()) return;
      next += 1 + their(words, at + 1);
    } else if (between != "," && between != "/") {
      return;
    }
    if (next >= words.size()) return;
    Found found = label_at(text, words, next, tables);
    if (!found.label) {
      // "… i operacyjne" is short for "… i cele operacyjne".
      const std::array<FoldedWord, 2> full{words[0], words[next]};
      for (const Label& label : tables.labels)
        if (label.form == LabelForm::list && label.phrase.match(full, 0) == 2) found = {&label, 1};
    }
    if (!found.label) return;
    labels.push_back(found.label);
    at = next + found.words;
  }
}

std::size_t skip_separators(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = utf8::next(text, next);
    if (!blank(c) && !is_dash(c) && c != '.' && c != ':' && c != ')') {
      next = skip_signs(text, at);
      if (next == at) break;
    }
    at = next;
  }
  return at;
}

// "Ala:", as optical recognition reads "A1a:", where a number has to stand.
std::optional<Number> read_damaged_code(std::string_view text, std::size_t from) {
  constexpr std::size_t kLongestCode = 5;
  const std::size_t end = std::min(text.find_first_of(" :.)", from), text.size());
  if (end - from < 2 || end - from > kLongestCode || end == text.size() || text[from] < 'A' ||
      text[from] > 'H')
    return std::nullopt;
  std::string mended(text.substr(0, std::min(end + 1, text.size())));
  for (std::size_t at = from + 1; at < end && std::string_view("lI|").find(mended[at]) != std::string::npos;
       ++at)
    mended[at] = '1';
  if (mended == text.substr(0, mended.size())) return std::nullopt;
  auto number = read_number(mended, from);
  return number && number->code && number->end == end ? std::move(number) : std::nullopt;
}

// "Cel strategiczny 1 „Zdrowie”", "… 1 [Zdrowie]"
bool opens_wording(std::string_view text, std::size_t at) {
  constexpr std::u32string_view kOpen = U"„\"“«'‚‘»[", kClosed = U"    '’’«]";
  const std::size_t quote = kOpen.find(char_at(text, at));
  if (at >= text.size() || quote == std::u32string_view::npos) return false;
  if (kClosed[quote] == ' ') return true;
  std::size_t last = text.size() - 1;
  while (last > at && (text[last] & 0xC0) == 0x80) --last;
  return last > at && char_at(text, last) == kClosed[quote];
}

// The number behind a label: "nr 2 –", "(CS1):", "I.1."
void read_label_number(std::string_view text, std::size_t& at, LabelMatch& match) {
  std::size_t from = skip_blanks(text, at);
  // "Cel strategiczny: 1. Zdrowie", "Cel strategiczny – 1 – Zdrowie"
  if (from < text.size() && (text[from] == ':' || is_dash(char_at(text, from)))) {
    const std::size_t behind = skip_blanks(text, from + utf8_size(text, from));
    const Marker marker = read_marker(text.substr(behind));
    const bool numbers = marker.number && !marker.doubtful && !marker.number->letter && behind > from + 1 &&
                         match.labels.front()->level != core::GoalLevel::main;
    if (numbers && utf8::is_upper(char_at(text, behind + marker.body)) &&
        inline_items(text.substr(behind)).size() == 1) {
      match.number = marker.number;
      match.colon = true;
      match.rest = text.substr(behind + marker.body);
      at = behind + marker.body;
      return;
    }
  }
  // "Cel strategiczny-1", "CEL_1"
  if (from == at && (char_at(text, at) == '-' || char_at(text, at) == '_') && at + 1 < text.size() &&
      utf8::is_digit(static_cast<unsigned char>(text[at + 1])))
    ++from;
  if (text.substr(from).starts_with("№")) from = skip_blanks(text, from + std::string_view("№").size());
  for (const std::string_view word : {"nr", "Nr", "NR", "numer", "No"})
    if (text.substr(from).starts_with(word) &&
        (char_at(text, from + word.size()) == ' ' || char_at(text, from + word.size()) == '.')) {
      from = skip_blanks(text, from + word.size() + (text[from + word.size()] == '.' ? 1 : 0));
      break;
    }
  // "Cel strategiczny (CS) A. Zdrowie": the abbreviation is no number.
  std::size_t letters = from + 1;
  while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') ++letters;
  if (char_at(text, from) == '(' && letters > from + 2 && char_at(text, letters) == ')' &&
      roman_value(text.substr(from + 1, letters - from - 1)) == 0)
    from = skip_blanks(text, letters + 1);
  constexpr std::string_view kOpen = "([<", kClosed = ")]>";
  // "[.1.2", as a scanner reads "I.1.2"
  const bool framed = from < text.size() && !text.substr(from).starts_with("[.");
  const std::size_t bracket = framed ? kOpen.find(text[from]) : std::string_view::npos;
  const bool open = bracket != std::string_view::npos;
  if (open) ++from;
  // A bar between label and site name is no damaged "1".
  if (char_at(text, from) == '|' && (blank(char_at(text, from + 1)) || char_at(text, from + 1) == '|'))
    return;
  auto number = read_damaged_code(text, from);
  if (!number) number = read_number(text, from);
  if (!number) number = read_slashed_number(text, from);
  if (!number || (number->letter && !number->code && text[from] >= 'a')) return;
  std::size_t end = number->end;
  if (open && char_at(text, end) == static_cast<unsigned char>(kClosed[bracket])) ++end;
  // "Cel 1/ Zdrowie"
  else if (text.substr(end).starts_with("/ ") || text.substr(end).starts_with(", ")) {
    if (!utf8::is_upper(char_at(text, end + 2))) return;
    ++end;
  }
  // "Cel strategiczny 1 (CS1): …"
  if (const std::size_t aside = skip_blanks(text, end); char_at(text, aside) == '(' && !open) {
    const auto code = read_number(text, aside + 1);
    if (code && code->code && char_at(text, code->end) == ')' && code->parts == number->parts)
      end = code->end + 1;
  }
  const std::size_t rest = skip_separators(text, end);
  const char32_t c = char_at(text, rest);
  const bool starts_wording = rest == text.size() || utf8::is_upper(c) || opens_wording(text, rest);
  const bool separated = skip_blanks(text, end) < rest || number->closed;
  // "Działanie 1 (cel operacyjny nr 2)" above its wording
  if (!separated && c == '(' && text.ends_with(')')) {
    match.number = std::move(number);
    match.tail = text.substr(rest + 1, text.size() - rest - 2);
    match.rest = text.substr(text.size());
    at = text.size();
    return;
  }
  if (!separated && !starts_wording) return;
  // "Cel operacyjny A Wzrost" hardly ever numbers a goal; "A. Wzrost" and "A.1 Wzrost" do.
  const bool lone_letter = number->letter && !number->code && number->parts.size() == 1;
  if (lone_letter && !separated && rest < text.size()) return;
  match.number = std::move(number);
  match.colon = text.substr(end, rest - end).find(':') != std::string_view::npos;
  match.rest = text.substr(rest);
  at = rest;
}

// "Strategiczny cel gminy realizowany będzie przez …:" is a sentence.
bool says_more_than_label(std::string_view text, std::span<const FoldedWord> words, std::size_t from,
                          const GoalRules::Tables& tables) {
  constexpr std::size_t kTailWords = 6;
  const std::size_t colon = text.find(": ");  // the wording behind it may say anything
  for (std::size_t at = from; at < std::min(words.size(), from + kTailWords) && words[at].end <= colon; ++at)
    if (begins(tables.verbs, words, at)) return true;
  return false;
}

// What stands behind a label that has no number. False: the line is a sentence, and no label.
bool read_unnumbered(std::string_view text, std::span<const FoldedWord> words, std::size_t word,
                     LabelMatch& match, const GoalRules::Tables& tables) {
  constexpr std::size_t kTailWords = 12;
  const bool single = match.labels.size() == 1 && match.labels.front()->form != LabelForm::list;
  const std::size_t at = skip_blanks(text, words[word - 1].end);
  const char32_t c = char_at(text, at);
  if (at == text.size()) return true;
  const std::string_view remaining = text.substr(at);
  // "Cele szczegółowe –" above the list.
  if (c == ':' || (is_dash(c) && (single || skip_separators(text, at) == text.size()))) {
    match.colon = true;
    match.rest = text.substr(skip_separators(text, at));
    return true;
  }
  // "CEL GŁÓWNY >> Zdrowa gmina", but "Cel strategiczny → cel operacyjny" explains a drawing.
  if (is_sign(c) && skip_signs(text, at) > at) {
    constexpr std::size_t kFewestWords = 3;
    match.rest = text.substr(skip_separators(text, at));
    const FoldedWords behind = folded_words(match.rest.substr(0, kLongestLabel));
    // "Cel główny | Wskaźnik", "Cel / efekt": heads of columns.
    const bool doubtful = c == '|' || c == '/';
    if (doubtful &&
        (behind.size() < kFewestWords || match.rest.find(c == '|' ? " | " : " / ") < match.rest.size()))
      return false;
    match.colon = true;
    return match.rest.empty() || (!behind.empty() && !label_at(match.rest, behind, 0, tables).label);
  }
  // "Co chcemy osiągnąć? (cele)", "Jaki jest cel główny?"
  if (c == '?' && (remaining.size() == 1 || (remaining.starts_with("? (") && remaining.ends_with(')')))) {
    match.colon = true;
    return true;
  }
  if (single && says_more_than_label(text, words, word, tables)) return false;
  // "Cele operacyjne 1. Rozwój …", a row's head and the first of its items.
  if (const Marker item = single ? Marker{} : read_marker(remaining);
      item.number && !item.doubtful && item.number->parts.back() == 1 &&
      utf8::is_upper(char_at(remaining, item.body))) {
    match.colon = true;
    match.rest = remaining;
    return true;
  }
  // "Sposoby realizacji celu 1:"
  const auto named = words[word - 1].text == "celu" ? read_number(text, at) : std::nullopt;
  if (named && skip_separators(text, named->end) > named->end) {
    match.colon = true;
    match.tail = text.substr(words[word - 1].begin, named->end - words[word - 1].begin);
    match.rest = text.substr(skip_separators(text, named->end));
    return true;
  }
  // "Działania (przychodnia; karetka)"
  if (!single && c == '(' && remaining.ends_with(')') && remaining.find(';') != std::string_view::npos &&
      remaining.find(')') + 1 == remaining.size()) {
    match.colon = true;
    match.rest = remaining.substr(1, remaining.size() - 2);
    return true;
  }
  // "„Zdrowie”"; optical recognition reads the mark as a comma or two.
  const bool comma_quote =
      c == ',' && !blank(char_at(text, at + 1)) && remaining.find("”") != std::string_view::npos;
  if (single && (c == U'„' || c == '"' || c == U'“' || comma_quote)) return match.rest = remaining, true;
  // "Cel główny. Wzrost …"
  const std::size_t behind_stop = c == '.' ? skip_blanks(text, at + 1) : at;
  if (single && behind_stop > at + 1 && match.labels.front()->phrase.size() > 1 &&
      utf8::is_upper(char_at(text, behind_stop)))
    return match.rest = text.substr(behind_stop), true;
  if (remaining.find_first_not_of(".;,:_' ") == std::string_view::npos)
    return true;  // and what a scan leaves
  if (word >= words.size() || (words[word].begin != at && c != '(' && c != ',')) return false;
  // "Cele operacyjne, które do niego prowadzą, to:"
  const bool relative = c == ',' && begins(tables.relatives, words, word);
  const bool known_tail = begins(tables.tails, words, word) || c == '(' || relative;
  std::size_t colon = remaining.find(':');
  if (remaining.substr(0, colon).find(". ") != std::string_view::npos) colon = std::string_view::npos;
  const auto words_before = [&](std::size_t end) {
    return static_cast<std::size_t>(std::count_if(words.begin() + static_cast<std::ptrdiff_t>(word),
                                                  words.end(),
                                                  [&](const FoldedWord& w) { return w.end <= end; }));
  };
  if (colon != std::string_view::npos && known_tail && words_before(at + colon) <= kTailWords) {
    match.colon = true;
    match.tail = remaining.substr(0, colon);
    match.rest = text.substr(skip_separators(text, at + colon));
    return true;
  }
  // "Cel strategiczny Programu – zapobieganie …"
  constexpr std::size_t kShortTail = 40;
  const std::size_t dash = std::min(remaining.find(" – "), remaining.find(" - "));
  if (single && known_tail && dash < std::min(colon, kShortTail) &&
      !label_at(text, words, word, tables).label) {
    match.colon = true;
    match.tail = remaining.substr(0, dash);
    match.rest = text.substr(skip_separators(text, at + dash));
    return true;
  }
  // "Kierunki działań do celu operacyjnego 1."
  const bool ends_number = remaining.size() > 1 && remaining.ends_with('.') &&
                           utf8::is_digit(static_cast<unsigned char>(remaining[remaining.size() - 2]));
  const bool sentence = (remaining.ends_with('.') && !(ends_number && known_tail && !single)) ||
                        remaining.ends_with(';') || colon != std::string_view::npos ||
                        sentence_end(remaining, tables) < remaining.size();
  // "CELE SZCZEGÓŁOWE   Rozwój usług", the first of them beside their head.
  // But "CELE OGÓLNE LSR" says whose they are.
  constexpr std::size_t kFewestWords = 2;
  if (!single && !known_tail && in_capitals(text.substr(0, at)) && utf8::is_upper(c) &&
      !in_capitals(remaining) && words.size() - word >= kFewestWords) {
    match.colon = true;
    match.rest = remaining;
    return true;
  }
  if (!sentence && words.size() - word <= kTailWords && (known_tail || !single)) {
    match.tail = remaining;
    return true;
  }
  // A table's row on one line: "Cel główny   Poprawa jakości życia mieszkańców".
  constexpr std::size_t kWordingWords = 2;
  if (single && match.labels.front()->phrase.size() > 1 && utf8::is_upper(c) && !known_tail &&
      words.size() - word >= kWordingWords && !label_at(text, words, word, tables).label) {
    match.rest = remaining;
    return true;
  }
  return false;
}

// "Cel strategiczny drugi: …", or an ordinal that stood before the label. It is no printed number.
void read_label_ordinal(std::string_view text, std::span<const FoldedWord> words, std::size_t word,
                        int before, LabelMatch& match, const GoalRules::Tables& tables) {
  if (match.number) return;
  const int behind = word < words.size() ? ordinal_value(words, word, tables) : 0;
  if (before == 0 && behind == 0) return;
  const std::size_t end = words[behind > 0 ? word : word - 1].end;
  const std::size_t rest = skip_separators(text, end);
  if (rest < text.size() && rest == skip_blanks(text, end)) return;  // no separator: a sentence
  Number number;
  number.parts = {behind > 0 ? behind : before};
  match.number = std::move(number);
  match.rest = text.substr(rest);
}

// "CS.1. Wzrost …", "CO 1.2: …": the abbreviation is the label.
std::optional<LabelMatch> read_code(std::string_view text, const GoalRules::Tables& tables) {
  constexpr std::size_t kLongestCode = 4;
  std::size_t letters = 0;
  while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') ++letters;
  if (letters == 0 || letters > kLongestCode) return std::nullopt;
  if (utf8::is_letter(char_at(text, letters))) return std::nullopt;  // a word
  const FoldedWords code = folded_words(text.substr(0, letters));
  for (const Label& label : tables.labels_at(code, 0, LabelForm::code)) {
    if (label.form != LabelForm::code || label.phrase.match(code, 0, true) == 0) continue;
    std::size_t at = letters;
    if (char_at(text, at) == '.' || char_at(text, at) == '-') ++at;
    auto number = read_number(text, skip_blanks(text, at));
    // "CG. Zdrowe miasto": there is but one of them.
    const std::size_t wording = skip_separators(text, letters);
    if (label.level == core::GoalLevel::main && letters > 1 && wording > skip_blanks(text, letters) &&
        utf8::is_upper(char_at(text, wording)) && !number) {
      Number one;
      one.parts = {1};
      one.printed = std::string(text.substr(0, letters));
      return LabelMatch{{&label}, std::move(one), false, false, {}, text.substr(wording)};
    }
    // "CO A.1 – …", but "CO A" is two words, and "D1-C2" a code of its own.
    if (number && char_at(text, number->end) == '-' && utf8::is_upper(char_at(text, number->end + 1)))
      return std::nullopt;
    if (!number || (number->letter && number->parts.size() < 2)) return std::nullopt;
    const std::size_t rest = skip_separators(text, number->end);
    // "KD1.1.2 żłobek gminny", but "C 1 ma" is no code.
    const bool long_code = letters > 1 && number->parts.size() > 1;
    if (rest < text.size() && !long_code && !utf8::is_upper(char_at(text, rest)) &&
        skip_blanks(text, number->end) == rest)
      return std::nullopt;
    number->printed = std::string(text.substr(0, number->end));
    return LabelMatch{{&label}, std::move(number), false, false, {}, text.substr(rest)};
  }
  return std::nullopt;
}

// "I filar – Człowiek", "II CEL STRATEGICZNY: Zdrowie": the number stands before its label.
std::optional<LabelMatch> read_number_before(std::string_view line, const GoalRules::Tables& tables) {
  auto number = read_number(line, 0);
  if (!number || number->letter || number->code || number->parts.size() > 1 ||
      char_at(line, number->end) != ' ')
    return std::nullopt;
  const std::string_view text = line.substr(skip_blanks(line, number->end));
  const FoldedWords words = folded_words(text.substr(0, kLongestLabel));
  if (words.empty() || words.front().begin != 0) return std::nullopt;
  Found found;
  for (const Label& label : tables.labels_at(words, 0))
    // "1 zadanie – …" counts them; "3 CEL GŁÓWNY: …" stands at the top of page 3.
    if ((label.form == LabelForm::goal && (number->roman || label.level != core::GoalLevel::main)) ||
        (label.form == LabelForm::numbered && number->roman))
      if (const std::size_t count = label.phrase.match(words, 0, true); count > found.words)
        found = {&label, count};
  if (!found.label) return std::nullopt;
  const std::size_t end = words[found.words - 1].end, rest = skip_separators(text, end);
  if (rest < text.size() && rest == skip_blanks(text, end)) return std::nullopt;
  const bool colon = text.substr(end, rest - end).find(':') != std::string_view::npos;
  return LabelMatch{{found.label}, std::move(number), colon, false, {}, text.substr(rest)};
}

// Whether a label, or what may stand before one, can begin with the word.
bool may_begin_label(const FoldedWord& first, const GoalRules::Tables& tables) {
  return tables.label_phrases.may_begin(first) || tables.ordinals.may_begin(first) ||
         tables.leads.may_begin(first);
}

// "[Cel strategiczny 1] Zdrowie", "„Cel strategiczny 1” – Zdrowie", "(cel strategiczny: Zdrowie)"
std::optional<LabelMatch> read_label_in_brackets(std::string_view line, const GoalRules::Tables& tables) {
  constexpr std::u32string_view kOpen = U"([<„\"", kClosed = U")]>”\"";
  constexpr std::size_t kShortest = 5;
  const std::size_t bracket =
      line.size() < kShortest ? std::u32string_view::npos : kOpen.find(char_at(line, 0));
  if (bracket == std::u32string_view::npos) return std::nullopt;
  const std::size_t begin = utf8_size(line, 0);
  std::size_t close = begin;
  while (close < std::min(line.size(), kLongestLabel) && char_at(line, close) != kClosed[bracket]) ++close;
  if (close >= std::min(line.size(), kLongestLabel) || !utf8::is_letter(char_at(line, begin)))
    return std::nullopt;
  auto label = read_label(line.substr(begin, close - begin), tables);
  if (!label || label->bare || !label->tail.empty()) return std::nullopt;
  const std::size_t behind = close + utf8_size(line, close), rest = skip_separators(line, behind);
  if (!label->rest.empty())
    return kOpen[bracket] < U'[' && label->colon && rest == line.size() ? label : std::nullopt;
  if (!label->number || rest == behind) return std::nullopt;
  label->rest = line.substr(rest);
  return label;
}

}  // namespace

std::size_t their(std::span<const FoldedWord> words, std::size_t at) {
  static const Phrase kTheir("odpowiadające|przypisane|służące|przyporządkowane|powiązane im|jemu|nim|celom");
  return kTheir.match(words, at);
}

std::optional<LabelMatch> read_label(std::string_view line, const GoalRules::Tables& tables) {
  if (auto label = read_label_in_brackets(line, tables)) return label;
  Marker marker = read_marker(line);
  // "§ 4. 1. Cele szczegółowe": a paragraph's number goes before its first subsection's.
  if (marker.family == Marker::Family::section) {
    line = line.substr(marker.body);
    marker = read_marker(line);
  }
  // A code is part of the label ("CS.1. …"), a letter may be its first word, or its number ("A. Cel …").
  if (marker.family == Marker::Family::letter && marker.doubtful) {
    const FoldedWords behind = folded_words(line.substr(marker.body, kLongestLabel));
    if (!label_at(line.substr(marker.body), behind, 0, tables).label) marker = {};
  } else if (marker.doubtful) {
    marker = {};
  } else if (marker.family == Marker::Family::code) {
    // "A1. Cel operacyjny: zdrowie"
    const FoldedWords behind = folded_words(line.substr(marker.body, kLongestLabel));
    const Label* label = label_at(line.substr(marker.body), behind, 0, tables).label;
    if (!label || label->phrase.size() < 2) marker = {};
  }
  // "C.1. Cel operacyjny: zdrowie": the label says more than the letter.
  const auto label_behind_number = [&] {
    const FoldedWords behind = folded_words(line.substr(marker.body, kLongestLabel));
    const Found found = label_at(line.substr(marker.body), behind, 0, tables);
    return found.label && char_at(line, marker.body + behind[found.words - 1].end) == ':';
  };
  const bool labelled = marker.family == Marker::Family::code || (marker.number && label_behind_number());
  if (auto code = labelled ? std::nullopt : read_code(line, tables)) return code;
  // "➢ CO I.1 Lekarz na miejscu"
  if (marker.family != Marker::Family::none && !marker.number && !marker.doubtful)
    if (auto code = read_code(line.substr(marker.body), tables); code && code->number->parts.size() > 1)
      return code;
  if (marker.family == Marker::Family::none)
    if (auto numbered = read_number_before(line, tables)) return numbered;
  const std::string_view text = line.substr(marker.body);
  const FoldedWords begin = folded_words(text.substr(0, kLongestLabel), 1);
  if (begin.empty() || begin[0].begin != 0 || !may_begin_label(begin[0], tables)) return std::nullopt;
  const FoldedWords words = folded_words(text.substr(0, kLongestLabel));
  // "Pierwszy cel strategiczny: …", "Ustala się cel główny programu: …"
  const int ordinal = ordinal_value(words, 0, tables);
  std::size_t lead = tables.leads.longest(words, 0);
  // "Nasze cele" is a label itself, but of "Nasze cele strategiczne" the end is the longer one.
  if (lead > 0 && label_at(text, words, 0, tables).words >= lead + label_at(text, words, lead, tables).words)
    lead = 0;
  const Found first = label_at(text, words, ordinal > 0 ? 1 : lead, tables);
  if (!first.label || (ordinal > 0 && first.label->form == LabelForm::list)) return std::nullopt;

  LabelMatch match{{first.label}, std::nullopt, false, false, {}, {}};
  std::size_t word = first.words + (ordinal > 0 ? 1 : lead);
  read_more_labels(text, words, word, match.labels, tables);
  std::size_t at = words[word - 1].end;
  if (match.labels.size() == 1 && first.label->form != LabelForm::list) {
    read_label_number(text, at, match);
    read_label_ordinal(text, words, word, ordinal, match, tables);
    if (ordinal > 0 && !match.number) return std::nullopt;
  }
  if (!match.number) {
    if (!read_unnumbered(text, words, word, match, tables)) return std::nullopt;
    // "Jako cel główny wskazano …" is a sentence; "Nasz cel nadrzędny" alone on its line is a heading.
    if (lead > 0 && !match.colon && !(match.rest.empty() && match.tail.empty())) return std::nullopt;
    match.bare = match.labels.size() == 1 && match.labels.front()->form == LabelForm::numbered;
  }
  return match;
}

namespace {

// "… dróg gminnych Kierunki działań: asfalt", "… dróg Zadania: - asfalt", "… szkół Kierunki działań:" above
// the list. A word alone may be part of the wording, but above a list.
bool begins_list(std::string_view text, const LabelMatch& label) {
  if (!label.tail.empty()) return false;
  const std::size_t colon = std::min(text.find(':'), text.size() - 1);
  const Marker marker = read_marker(utf8::trim(text.substr(colon + 1)));
  return label.labels.front()->phrase.size() > 1 ||
         (marker.family != Marker::Family::none && !marker.doubtful);
}

// "… lokalnej OBSZAR 2 TURYSTYKA": a word that capitals set off from what stands before it.
bool set_off_by_capitals(std::string_view before, std::string_view text, const LabelMatch& label) {
  constexpr std::size_t kShortest = 5;  // bytes
  const std::string_view noun = text.substr(0, text.find(' '));
  const std::string_view last = before.substr(before.rfind(' ') + 1);
  return label.number && noun.size() >= kShortest && in_capitals(noun) && !in_capitals(last) &&
         in_capitals(label.rest.substr(0, label.rest.find_first_of(" ,")));
}

}  // namespace

std::size_t next_label(std::string_view text, std::size_t from, const GoalRules::Tables& tables) {
  for (std::size_t at = text.find(' ', from); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (!utf8::is_letter(char_at(rest, 0))) continue;
    const bool upper = utf8::is_upper(char_at(rest, 0));
    const std::string_view before = utf8::trim(text.substr(0, at));
    const auto ends = [&](std::string_view mark) { return before.ends_with(mark); };
    const bool stop = ends(".") || ends(";") || ends("”") || ends("\"");
    const bool dash = ends("–") || ends("—") || ends("-");
    if (!stop && !dash && !upper) continue;
    const auto label = read_label(rest, tables);
    if (!label || label->labels.size() > 1) continue;
    const bool numbered =
        label->number && upper && !label->rest.empty() &&
        (stop || dash || label->labels.front()->form == LabelForm::code ||
         label->labels.front()->phrase.size() > 1 || set_off_by_capitals(before, rest, *label));
    const bool list = label->labels.front()->form == LabelForm::list && label->colon &&
                      (dash || (stop && upper) || (upper && begins_list(rest, *label)));
    if (numbered || list) return at + 1;
  }
  return text.size();
}

std::vector<std::string_view> table_heads(std::string_view line, const GoalRules::Tables& tables) {
  constexpr std::size_t kLongestHead = 200, kColumns = 3;
  if (line.size() > kLongestHead || !utf8::is_upper(char_at(line, 0))) return {};
  const FoldedWords first = folded_words(line, 1);
  if (first.empty() || !(tables.goal_phrases.may_begin(first[0]) || tables.columns.may_begin(first[0]) ||
                         tables.whens.may_begin(first[0])))
    return {};
  const FoldedWords words = folded_words(line);
  std::vector<std::string_view> heads;
  std::size_t labels = 0;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t count = label_at(line, words, at, tables).words;
    if (count > 0) ++labels;
    for (const PhraseList* columns : {&tables.columns, &tables.whens})
      count = std::max(count, columns->longest(words, at));
    if (count == 0) return {};
    std::size_t end = words[at + count - 1].end;
    constexpr std::size_t kAbbreviation = 3;  // "Lp."
    if (words[at + count - 1].text.size() <= kAbbreviation && char_at(line, end) == '.') ++end;
    // "Zadania:   Realizator"
    if (char_at(line, end) == ':' && at == 0 && at + count < words.size()) {
      if (skip_blanks(line, end + 1) != words[at + count].begin) return {};
      heads.push_back(line.substr(words[at].begin, end - words[at].begin));
      at += count;
      continue;
    }
    // Heads are set apart by blanks alone; a comma or a full stop makes a list or a sentence of them.
    if (at + count < words.size() && skip_blanks(line, end) != words[at + count].begin) return {};
    heads.push_back(line.substr(words[at].begin, end - words[at].begin));
    at += count;
  }
  const bool table = labels >= 2 || (labels == 1 && heads.size() >= kColumns);
  return table ? heads : std::vector<std::string_view>{};
}

}  // namespace szukajst::indexer::extract
