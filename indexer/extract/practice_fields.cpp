// Labels and values of one line, whatever parts them.
#include <array>

#include "indexer/extract/grammar.h"
#include "indexer/extract/line_cells.h"
#include "indexer/extract/practice_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

// What stands behind leading dots, and what scanners read in a row of them.
std::string_view behind_leaders(std::string_view text) {
  std::size_t last = 0;
  for (const std::string_view leader : {"..", "…", "__", ". ."})
    if (const std::size_t at = text.rfind(leader); at != std::string_view::npos)
      last = std::max(last, at + leader.size());
  text = text.substr(last);
  while (!text.empty() && (text.front() == '.' || text.front() == '_' || text.front() == ' '))
    text.remove_prefix(1);
  constexpr std::size_t kRun = 4;
  const std::size_t other = text.empty() ? 0 : text.find_first_not_of(text.front());
  if (other != std::string_view::npos && other >= kRun) text = text.substr(other);
  // "cceęees toruński": letters of the shape of dots; next to no word is made of four of them.
  constexpr std::u32string_view kDots = U"ceoćęéó";
  constexpr std::size_t kFewest = 4;
  std::size_t at = 0, letters = 0;
  bool word = false;
  for (; at < text.size(); ++letters) {
    std::size_t behind = at;
    const char32_t c = utf8::next(text, behind);
    word = word || (c != 's' && kDots.find(c) == std::u32string_view::npos);
    if (word || c == ' ') break;
    at = behind;
  }
  if (letters >= kFewest && at < text.size() && text[at] == ' ') text = text.substr(at);
  return utf8::trim(text);
}

// Where a slash parts fields: "/ Gmina: Zawoja / Powiat: suski /", but "kultura / sport" and "2018/2019" are
// values; npos where none does.
std::size_t parting_slash(std::string_view text, std::size_t from) {
  constexpr std::string_view kSlash = " / ";
  for (std::size_t at = text.find(kSlash, from); at != std::string_view::npos;
       at = text.find(kSlash, at + 1)) {
    const std::size_t behind = at + kSlash.size();
    if (text.substr(behind, text.find(kSlash, behind) - behind).find(": ") != std::string_view::npos)
      return at;
  }
  return std::string_view::npos;
}

// " _ suski": without what is left of the line of a table or of a form.
std::string_view without_rule(std::string_view value) {
  value = utf8::trim(value);
  for (std::size_t end = value.find_first_not_of("_|~"); end > 0 && end < value.size() && value[end] == ' ';
       end = value.find_first_not_of("_|~"))
    value = utf8::trim(value.substr(end));
  return value;
}

}  // namespace

std::string_view without_bullet(std::string_view text) {
  for (const std::string_view bullet : {"• ", "▪ ", "► ", "* ", "- ", "– ", "» "})
    if (text.starts_with(bullet)) return utf8::trim(text.substr(bullet.size()));
  // "1. ", "12) ", "a) "
  const std::size_t mark = text.substr(0, 3).find_first_of(".)");
  const bool letter = mark == 1 && text[1] == ')';
  const bool number = mark != std::string_view::npos && mark > 0 && mark <= 2 &&
                      std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(mark),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if ((letter || number) && text.substr(mark + 1).starts_with(" ")) return utf8::trim(text.substr(mark + 1));
  return text;
}

bool starts_small(std::string_view text, std::size_t at) {
  const char32_t c = utf8::next(text, at);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

bool capitals(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (utf8::upper(c) != c) return false;
  }
  return true;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

LineLook look_of(std::string_view text) {
  LineLook look{text};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    switch (text[at]) {
      case ':':
        look.colon = true;
        break;
      case '|':
        look.bar = true;
        break;
      case '\t':
        look.wide = true;
        break;
      case ' ':
        look.wide = look.wide || next == ' ';
        look.dash = look.dash || next == '-' || text.substr(at).starts_with(" –");
        break;
      case '.':
        look.leader = look.leader || next == '.' || next == ' ';
        break;
      case '_':
        look.leader = look.leader || next == '_';
        break;
      case '\xE2':
        look.leader = look.leader || text.substr(at).starts_with("…");
        break;
      default:
        break;
    }
  }
  return look;
}

bool PracticeReader::looks_like_label(std::string_view text) const {
  if (text.empty() || !capitalised(text) || utf8::length(text) > kLongestLabel ||
      text.find_first_of("!?;|\"") != std::string_view::npos || text.find("„") != std::string_view::npos ||
      text.find(": ") != std::string_view::npos)
    return false;
  // "Zgłosił(a)"
  if (text.ends_with("(a)")) text.remove_suffix(std::string_view("(a)").size());
  return text.find_first_of(".(") == std::string_view::npos || labels_.known(text);
}

std::vector<CardField> PracticeReader::marked_field(std::string_view text, std::size_t at,
                                                    std::size_t width) const {
  if (at == std::string_view::npos) return {};
  const std::string_view label = utf8::trim(text.substr(0, at)), value = utf8::trim(text.substr(at + width));
  if (!looks_like_label(label) || value.empty()) return {};
  return {{label, value}};
}

// "Liczba mieszkańców 104 750": a label as wide as its column; the cells beside it part it.
std::vector<CardField> PracticeReader::cell_fields(const std::vector<std::string_view>& cells) const {
  std::vector<CardField> found;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i + 1 < cells.size() && looks_like_label(cells[i])) {
      found.push_back({cells[i], cells[i + 1]});
      ++i;
      continue;
    }
    const std::size_t label = labels_.match(cells[i]).bytes;
    const std::string_view value = utf8::trim(cells[i].substr(label));
    // "Nr karty: 118 | Dodano: 30.03.2023" is no row of a table.
    if (label == 0 || value.empty() || value.starts_with(':')) return {};
    found.push_back({cells[i].substr(0, label), value});
  }
  const bool any =
      std::any_of(found.begin(), found.end(), [&](const CardField& f) { return labels_.known(f.label); });
  return any || cells.size() == 2 ? found : std::vector<CardField>{};
}

// " suski Rok: 2015": a known label with its colon within a value, and all behind it; empty where there is
// none.
CardField PracticeReader::next_field(std::string_view value) const {
  for (std::size_t colon = value.find(':'); colon != std::string_view::npos;
       colon = value.find(':', colon + 1))
    for (std::size_t space = value.find(' ', 1); space < colon; space = value.find(' ', space + 1)) {
      const std::string_view label = value.substr(space + 1, colon - space - 1);
      if (capitalised(label) && labels_.match(label, true).bytes == label.size())
        return {label, value.substr(colon + 1)};
    }
  return {};
}

// "Typ: gmina • Powiat: suski | Rok: 2015", "Gmina: Zawoja      Powiat: suski", "Gmina: Zawoja Powiat: suski"
std::vector<CardField> PracticeReader::inlined_fields(std::string_view text) const {
  static constexpr std::array<std::string_view, 7> kMarks = {"•", "|", "·", "▪", ";", "  ", "\t"};
  if (text.starts_with("/ ")) text = text.substr(2);
  if (text.ends_with(" /")) text = text.substr(0, text.size() - 2);
  std::size_t slash = parting_slash(text, 0);
  std::vector<CardField> found;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.size(), width = 0;
    for (const std::string_view mark : kMarks)
      if (const std::size_t at = text.find(mark, begin); at < end) {
        end = at;
        width = mark.size();
      }
    if (slash < begin) slash = parting_slash(text, begin);
    if (slash < end) {
      end = slash;
      width = std::string_view(" / ").size();
    }
    const std::string_view part = utf8::trim(text.substr(begin, end - begin));
    begin = end + width;
    if (part.empty()) continue;
    const std::size_t colon = part.find(':');
    const bool labelled = colon != std::string_view::npos && looks_like_label(part.substr(0, colon)) &&
                          !part.substr(colon + 1).starts_with("//");
    if (labelled) {
      std::string_view label = part.substr(0, colon), value = part.substr(colon + 1);
      for (CardField next = next_field(value); !next.label.empty(); next = next_field(value)) {
        const auto length = static_cast<std::size_t>(next.label.data() - value.data());
        found.push_back({label, utf8::trim(value.substr(0, length))});
        label = next.label;
        value = next.value;
      }
      found.push_back({label, utf8::trim(value)});
    } else if (!found.empty()) {
      // "Telefon:   56 000 00 00": the value, or more of it.
      std::string_view& value = found.back().value;
      const char* const from = value.empty() ? part.data() : value.data();
      value = std::string_view(from, static_cast<std::size_t>(part.data() + part.size() - from));
    } else {
      return {};
    }
  }
  return found.size() >= 2 ? found : std::vector<CardField>{};
}

std::vector<CardField> PracticeReader::leader_field(std::string_view text) const {
  const std::size_t dots = std::min({text.find("..."), text.find("…"), text.find("___"), text.find(". . .")});
  if (dots == std::string_view::npos) return {};
  std::string_view label = utf8::trim(text.substr(0, dots));
  const std::string_view value = behind_leaders(text.substr(dots));
  if (label.ends_with(':')) label.remove_suffix(1);
  if (!capitalised(label) || utf8::length(label) > kLongestLabel || value.empty()) return {};
  return {{label, value}};
}

// "KONIEC 31.12.2018" in a card whose labels are in capitals: a label is what is, known or not.
std::vector<CardField> PracticeReader::capitals_field(std::string_view text) const {
  constexpr std::size_t kShortestLabel = 4, kMostWords = 4;
  std::size_t end = 0, words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t behind = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, behind - at);
    const FoldedWords letters = folded_words(word, 1);
    if (letters.empty() || !capitals(word) || word.find_first_of("0123456789.,:;") != std::string_view::npos)
      break;
    end = behind;
    ++words;
    at = std::min(text.find_first_not_of(' ', behind), text.size());
  }
  const std::string_view label = text.substr(0, end), value = without_rule(text.substr(end));
  if (words > kMostWords || utf8::length(label) < kShortestLabel || value.empty() || !looks_like_label(label))
    return {};
  return {{label, value}};
}

// "Powiat suski", "Gmina Zawoja Liczba mieszkańców 9 100": labels that only their words tell.
std::vector<CardField> PracticeReader::spaced_fields(std::string_view text) const {
  const std::size_t first = labels_.match(text).bytes;
  const std::size_t space = std::min(text.find_first_not_of("_.,;~", first), text.size());
  if (first == 0 || space + 1 >= text.size() || !capitalised(text) || text[space] != ' ') return {};
  static constexpr std::array<std::string_view, 7> kMarks = {"  ", "\t", "|", "..", " – ", " - ", "• "};
  // "AUTOR KARTY  Zofia Lis": in a scan blanks may be wider in one row than in the others.
  const std::size_t value_at = std::min(text.find_first_not_of(' ', space), text.size());
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.find(mark, mark == "  " ? value_at : 0);
    // "Okres realizacji marzec 2021 – grudzień 2022"
    const bool range = at != std::string_view::npos && at > 0 && mark.size() > 2 && mark.back() == ' ' &&
                       utf8::is_digit(static_cast<unsigned char>(text[at - 1]));
    if (at != std::string_view::npos && !range) return {};
  }
  std::vector<CardField> found = {{text.substr(0, first), without_rule(text.substr(space))}};
  for (std::size_t at = text.find(' ', space + 1); at != std::string_view::npos;
       at = text.find(' ', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (!capitalised(rest) || text[at - 1] == ',') continue;
    const std::size_t label = labels_.match(rest, true).bytes;
    if (label == 0 || label >= rest.size()) continue;
    CardField& before = found.back();
    const auto value = static_cast<std::size_t>(before.value.data() - text.data());
    if (value >= at) continue;  // "Partner Gmina Zawoja": the label's own value
    before.value = utf8::trim(text.substr(value, at - value));
    found.push_back({rest.substr(0, label), utf8::trim(rest.substr(label))});
    at += label;
  }
  return found;
}

std::vector<CardField> PracticeReader::fields(std::size_t at, CardLayout layout) const {
  if (!looks_[at].may_have(layout)) return {};
  const std::string_view text = line(at);
  switch (layout) {
    case CardLayout::colon: {
      const std::size_t colon = text.find(':');
      // "13:30", "https://": no label.
      if (colon != std::string_view::npos && colon + 1 < text.size() &&
          (text[colon + 1] == '/' || utf8::is_digit(static_cast<unsigned char>(text[colon + 1]))))
        return {};
      return marked_field(text, colon, 1);
    }
    case CardLayout::dash: {
      const std::size_t plain = text.find(" - "), dash = text.find(" – ");
      return plain < dash ? marked_field(text, plain, 3)
                          : marked_field(text, dash, std::string_view(" – ").size());
    }
    case CardLayout::row: {
      const std::vector<std::string_view> cells = barred_cells(text);
      // "w tym dofinansowanie | 772 000 zł"
      const auto amount = [](std::string_view value) {
        return !value.empty() && utf8::is_digit(static_cast<unsigned char>(value[0]));
      };
      if (cells.size() == 2 && (looks_like_label(cells[0]) || amount(cells[1])))
        return {{cells[0], cells[1]}};
      return cells.size() % 2 == 0 ? cell_fields(cells) : std::vector<CardField>{};
    }
    case CardLayout::columns: {
      const std::vector<std::string_view> cells = spaced_cells(text);
      return cells.size() >= 2 ? cell_fields(cells) : std::vector<CardField>{};
    }
    case CardLayout::inlined: {
      if (text.find(':') == std::string_view::npos) return {};
      std::vector<CardField> found = inlined_fields(text);
      if (found.empty()) found = fields(at, CardLayout::colon);
      if (found.empty() && text.ends_with(':') && labels_.known(text))
        return {{text.substr(0, text.size() - 1), {}}};
      return found;
    }
    case CardLayout::leaders:
      return leader_field(text);
    case CardLayout::space:
      return headings_[at] ? std::vector<CardField>{} : spaced_fields(text);
  }
  return {};
}

}  // namespace szukajst::indexer::extract
