#include "language/repair_units.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/utf8.h"
#include "language/tokenizer.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

// Empty lines stand between a word's pieces where recognition saw wide lines or a page's end.
constexpr std::ptrdiff_t kLineEnds = 3;

// "-\n" and the like between two pieces; empty where they are two words.
bool parts_a_word(std::string_view between) {
  std::size_t hyphen = 0;
  if (between.starts_with("-"))
    hyphen = 1;
  else if (between.starts_with("¬"))
    hyphen = 2;
  else
    return false;
  between.remove_prefix(hyphen);
  return between.find('\n') != std::string_view::npos && utf8::trim(between).empty() &&
         std::ranges::count(between, '\n') <= kLineEnds;
}

// "Sowa-Marek": surnames of two halves.
bool makes_name(std::string_view text, const Token& first, const Token& second) {
  const auto upper = [&](const Token& token) {
    std::size_t at = token.range.begin;
    return token.kind == TokenKind::word && utf8::is_upper(utf8::next(text, at));
  };
  return second.range.begin == first.range.end + 1 && text[first.range.end] == '-' && upper(first) &&
         upper(second);
}

// "urzad.example.pl/aktualnosci": small letters, figures and hyphens between full stops, the last a domain's
// end; any other end has two parts and more before it, as no words with a lost space have.
bool web_address(std::string_view chunk) {
  constexpr std::string_view kEnds[] = {".pl", ".eu", ".com", ".org", ".net", ".info"};
  const std::string_view host = chunk.substr(0, chunk.find('/'));
  const bool plain = std::ranges::all_of(
      host, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
  constexpr std::size_t kShortestPart = 3;
  std::size_t parts = 0;
  for (std::size_t at = 0; at <= host.size(); ++parts) {
    const auto stop = std::min(host.find('.', at), host.size());
    if (stop - at < kShortestPart) break;
    at = stop + 1;
  }
  const auto all_parts = static_cast<std::size_t>(std::ranges::count(host, '.')) + 1;
  return plain &&
         ((parts >= 3 && parts == all_parts) || std::ranges::any_of(kEnds, [&](std::string_view end) {
            return host.ends_with(end) && host.size() > end.size();
          }));
}

bool is_letter_or_figure(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// Whether the token is a part of a web address; `to`, its end, where it is.
bool in_address(std::string_view text, const ByteRange& range, std::size_t& to) {
  constexpr std::string_view kSpace = " \t\n\f|<>()[]", kClosing = ".,;:!?\"";
  const bool joined =
      range.end + 1 < text.size() && text[range.end] == '.' && is_letter_or_figure(text[range.end + 1]);
  if (!joined) return false;
  // What goes on for longer is no address, and would be gone through from each of its words.
  constexpr std::size_t kLongestAddress = 1000;
  const std::string_view rest = text.substr(range.end, kLongestAddress);
  const std::size_t length = std::min(rest.find_first_of(kSpace), rest.size());
  if (length == kLongestAddress) return false;
  std::size_t begin = range.begin, end = range.end + length;
  while (begin > 0 && kSpace.find(text[begin - 1]) == std::string_view::npos && range.end - begin < 100)
    --begin;
  while (end > begin && kClosing.find(text[end - 1]) != std::string_view::npos) --end;
  to = end;
  return web_address(text.substr(begin, end - begin));
}

// A nought behind a word, and before a number ("wzrosła 0 4%") or a word that is no unit of measure.
bool hardly_nought(std::string_view text, const ByteRange& range) {
  constexpr std::string_view kUnits[] = {"z",  "gr",  "proc", "%",  "m",   "km",
                                         "ha", "tys", "mln",  "os", "pkt", "st"};
  const auto next = utf8::trim(text.substr(range.end, text.find_first_of("\n\f", range.end) - range.end));
  const bool figures = !next.empty() && next.front() >= '0' && next.front() <= '9';
  if (figures && text[range.end] == ' ') return true;
  const auto before = text.substr(0, range.begin);
  if (before.size() < 2 || before.back() != ' ' || next.empty() || text[range.end] != ' ') return false;
  const char last = before[before.size() - 2];
  if (last != '.' && (!is_letter_or_figure(last) || (last >= '0' && last <= '9'))) return false;
  const auto word = next.substr(0, next.find_first_of(" .,;"));
  const bool unit = std::ranges::any_of(kUnits, [&](std::string_view of) {
    return word == of || (word.size() <= of.size() + 2 && word.starts_with(of));
  });
  return !unit && is_letter_or_figure(word.front());
}

char32_t last_sign(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  return text.empty() ? U' ' : utf8::next(text, at);
}

constexpr std::size_t kLongestAcronym = 5, kLongestAbbreviation = 4;

bool all_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const char32_t c = utf8::next(word, at);
    if (utf8::is_letter(c) && !utf8::is_upper(c)) return false;
  }
  return letters > 1;
}

// In a line of capitals every word looks like one.
void mark_acronyms(std::vector<Unit>& units) {
  const auto shouted = [&](std::size_t i) {
    return all_capitals(units[i].spelling) && utf8::length(units[i].spelling) > kLongestAcronym;
  };
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!all_capitals(units[i].spelling) || utf8::length(units[i].spelling) > kLongestAcronym) continue;
    units[i].acronym = (i == 0 || !shouted(i - 1)) && (i + 1 == units.size() || !shouted(i + 1)) &&
                       (i < 2 || !shouted(i - 2)) && (i + 2 >= units.size() || !shouted(i + 2));
  }
}

}  // namespace

std::string_view preposition_of(std::string_view spelling, std::string_view before, std::string_view next) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {{"W", "w"}, {"Z", "z"},  {"O", "o"},
                                                                      {"U", "u"}, {"Ww", "w"}, {"Zz", "z"}};
  const auto pair =
      std::ranges::find(kPairs, spelling, &std::pair<std::string_view, std::string_view>::first);
  if (pair == std::end(kPairs) || next.size() < 2 || next.front() != ' ' || before.size() < 2) return {};
  std::size_t at = 1;
  const char32_t first = utf8::next(next, at);
  if (!utf8::is_letter(first)) return {};
  const bool twice = spelling.size() > 1;
  const char space = before.back();
  const char32_t sign = last_sign(before.substr(0, before.size() - 1));
  const bool inside = (space == ' ' || (twice && space == '\n')) &&
                      (utf8::is_letter(sign) || (sign >= U'0' && sign <= U'9') || sign == U',');
  const bool dated = before.ends_with(" r. ") || before.ends_with(" r.\n");
  if (!inside && !(twice && dated)) return {};
  return twice || !utf8::is_upper(first) ? pair->second : std::string_view();
}

bool starts_lower(std::string_view word) {
  std::size_t at = 0;
  const char32_t c = utf8::next(word, at);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

bool has_polish_letter(std::string_view word) {
  constexpr std::string_view kLetters = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
  for (std::size_t at = 0; at < word.size();) {
    const auto begin = at;
    utf8::next(word, at);
    if (at - begin == 2 && kLetters.find(word.substr(begin, 2)) != std::string_view::npos) return true;
  }
  return false;
}

bool capital_of_small_letter(std::string_view spelling, std::string_view form) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"S", "ś"}, {"Z", "ź"}, {"Z", "ż"}, {"C", "ć"}};
  return std::ranges::any_of(kPairs, [&](const auto& pair) {
    return spelling.starts_with(pair.first) && form.starts_with(pair.second) && spelling.size() > 1 &&
           starts_lower(spelling.substr(1));
  });
}

bool begins_with_twin(std::string_view spelling) {
  constexpr std::string_view kTwins = "COSUVWXZ";
  return !spelling.empty() && kTwins.find(spelling.front()) != std::string_view::npos &&
         (spelling.size() == 1 || starts_lower(spelling.substr(1)));
}

std::string parted_again(const Unit& unit, std::string mended) {
  if (unit.split == 0) return mended;
  const std::size_t letters = utf8::length(std::string_view(unit.spelling).substr(0, unit.split));
  std::size_t at = 0;
  for (std::size_t i = 0; i < letters && at < mended.size(); ++i) utf8::next(mended, at);
  mended.insert(at, unit.break_);
  return mended;
}

std::vector<Unit> split_units(std::string_view text, const Lexicon& lexicon) {
  std::vector<Unit> units;
  const auto tokens = tokenize(text);
  units.reserve(tokens.size());
  std::size_t address_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].range.begin < address_end || in_address(text, tokens[i].range, address_end)) continue;
    address_end = 0;
    const bool nought = tokens[i].kind == TokenKind::number && tokens[i].range.in(text) == "0";
    if (tokens[i].kind != TokenKind::word && !nought) continue;
    Unit unit{tokens[i].range, std::string(tokens[i].range.in(text)), 0, {}};
    unit.number = nought;
    unit.abbreviated = unit.spelling.size() <= kLongestAbbreviation && starts_lower(unit.spelling) &&
                       text.substr(unit.range.end).starts_with('.');
    unit.hardly = nought && hardly_nought(text, unit.range);
    unit.of_name = (i > 0 && makes_name(text, tokens[i - 1], tokens[i])) ||
                   (i + 1 < tokens.size() && makes_name(text, tokens[i], tokens[i + 1]));
    if (i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::word) {
      const ByteRange gap{tokens[i].range.end, tokens[i + 1].range.begin};
      const auto next = tokens[i + 1].range.in(text);
      if (parts_a_word(gap.in(text)) && starts_lower(next)) {
        const std::string joined = unit.spelling + std::string(next);
        const bool two_words =
            !lexicon.contains(joined) && lexicon.contains(unit.spelling) && lexicon.contains(next);
        if (!two_words) {
          unit.split = unit.spelling.size();
          unit.spelling = joined;
          unit.break_ = gap.in(text);
          unit.range.end = tokens[i + 1].range.end;
          ++i;
        }
      }
    }
    units.push_back(std::move(unit));
  }
  mark_acronyms(units);
  return units;
}

void take_strokes(std::string_view text, std::vector<Unit>& units, const Lexicon& lexicon) {
  constexpr std::size_t kShortest = 3;
  for (Unit& unit : units) {
    const auto behind = text.substr(unit.range.end);
    if (unit.number || unit.split > 0 || unit.spelling.size() < kShortest || !behind.starts_with('!'))
      continue;
    const auto next = behind.substr(1);
    const bool goes_on = next.starts_with(',') || next.starts_with(';') ||
                         (next.starts_with(' ') && next.size() > 1 &&
                          (starts_lower(next.substr(1)) || (next[1] >= '0' && next[1] <= '9')));
    const bool none_without = !lexicon.contains(unit.spelling) && lexicon.contains(unit.spelling + "ł");
    if (!goes_on && !none_without) continue;
    unit.spelling += '!';
    unit.memo = nullptr;
    ++unit.range.end;
  }
}

}  // namespace szukajst::language
