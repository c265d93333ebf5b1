#include "language/repair_units.h"

#include <algorithm>
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

}  // namespace

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
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool nought = tokens[i].kind == TokenKind::number && tokens[i].range.in(text) == "0";
    if (tokens[i].kind != TokenKind::word && !nought) continue;
    Unit unit{tokens[i].range, std::string(tokens[i].range.in(text)), 0, {}};
    unit.number = nought;
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
  return units;
}

}  // namespace szukajst::language
