#include "indexer/clean/lines.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace szukajst::indexer::clean_steps {
namespace {

namespace utf8 = core::utf8;

// Lines looked at around one: no paragraph is longer, and no text makes the steps slow.
constexpr std::size_t kFarEnough = 400;

// Pairs of a character and the one that stands for its set.
char merged(char c) {
  switch (c) {
    case 't':
    case 'i':
    case '1':
    case '|':
    case '!':
      return 'l';
    case '6':
    case '0':
      return 'o';
    case '$':
    case '5':
      return 's';
    case '2':
      return 'z';
    case 'q':
      return 'a';
    default:
      return c;
  }
}

constexpr std::array<std::string_view, 18> kBullets{"•", "·", "●", "▪", "■", "◦", "○", "–",  "—",
                                                    "-", "*", "»", "›", "►", "▸", "→", "> ", "+ "};

bool number_sign(char c) {
  return c == '.' || c == ',' || c == ':' || c == '-' || c == '/';
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether a group of three digits, and no more, stands behind a space at `at`: "1 482".
bool thousands_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kGroup = 3;
  if (at + kGroup >= text.size() || text[at] != ' ') return false;
  for (std::size_t i = 1; i <= kGroup; ++i)
    if (!digit(text[at + i])) return false;
  return at + kGroup + 1 == text.size() || !digit(text[at + kGroup + 1]);
}

std::size_t number_end(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (digit(text[at]) || (number_sign(text[at]) && at + 1 < text.size() && digit(text[at + 1]))))
    ++at;
  while (thousands_at(text, at)) at += 4;
  return at;
}

bool letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && utf8::is_letter(utf8::next(text, at));
}

bool colon_at(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(' ', at);
  return at != std::string_view::npos && text[at] == ':';
}

// Signs that recognition puts in the place of a letter inside a word.
bool stands_for_letter(char32_t c) {
  return c == '$' || c == '|' || c == '!' || c == U'¢';
}

}  // namespace

namespace {

void append_skeleton(std::string& key, char32_t c) {
  // What each code point up to U+017F becomes: of most, one byte; of the others a byte of 0 there.
  constexpr char32_t kTabled = 0x180;
  struct Letters {
    std::array<std::string, kTabled> all;
    std::array<char, kTabled> single{};
  };
  static const Letters letters = [] {
    Letters made;
    for (char32_t letter = 0; letter < kTabled; ++letter) {
      const char32_t small = utf8::lower(letter);
      std::string one;
      utf8::append(one, small);
      for (const char folded : utf8::fold(one)) made.all[letter] += merged(folded);
      if (small == U'é') made.all[letter] = "o";  // recognition's ó
      if (small == U'¢') made.all[letter] = "e";
      if (made.all[letter].size() == 1) made.single[letter] = made.all[letter].front();
    }
    return made;
  }();
  if (const char single = c < kTabled ? letters.single[c] : '\0'; single != '\0')
    key.push_back(single);
  else if (c < kTabled)
    key += letters.all[c];
  else
    utf8::append(key, c);
}

}  // namespace

std::string skeleton(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_skeleton(key, utf8::next(text, at));
  return key;
}

std::vector<Word> words_of(std::string_view text) {
  constexpr std::size_t kBytesAWord = 7;
  std::vector<Word> words;
  words.reserve(text.size() / kBytesAWord + 1);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const char32_t c = utf8::next(text, end);
    if (digit(text[at])) {
      end = number_end(text, at);
      // "6wczesny", "1iczba" begin with a damaged letter.
      const bool damaged = end == at + 1 && letter_at(text, end);
      if (!damaged) {
        words.push_back({std::string(text.substr(at, end - at)), true, colon_at(text, end), end});
        at = end;
        continue;
      }
    } else if (c == U'©') {
      words.push_back({"©", false, false, end});
      at = end;
      continue;
    } else if (!utf8::is_letter(c)) {
      at = end;
      continue;
    }
    std::string& key = words.emplace_back().key;
    append_skeleton(key, c);
    for (std::size_t next = end; end < text.size(); end = next) {
      const char32_t inner = utf8::next(text, next);
      if (!utf8::is_letter(inner) && !utf8::is_digit(inner) &&
          !(stands_for_letter(inner) && letter_at(text, next)))
        break;
      append_skeleton(key, inner);
    }
    words.back().colon = colon_at(text, end);
    words.back().end = at = end;
  }
  return words;
}

std::vector<Line> split_lines(const core::PagedText& paged) {
  const std::string_view text = paged.text;
  std::vector<Line> lines;
  lines.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
  std::size_t page = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    while (page + 1 < paged.page_starts.size() && paged.page_starts[page + 1] <= begin) ++page;
    Line& line = lines.emplace_back();
    line.whole = text.substr(begin, end - begin);
    line.text = utf8::trim(line.whole);
    line.page = static_cast<int>(page) + 1;
    if (!line.blank()) {
      line.indent =
          utf8::length(line.whole.substr(0, static_cast<std::size_t>(line.text.data() - line.whole.data())));
      line.words = words_of(line.text);
    }
    begin = end + 1;
  }
  return lines;
}

bool has_bullet(std::string_view text) {
  return std::ranges::any_of(kBullets, [&](std::string_view bullet) { return text.starts_with(bullet); });
}

std::string_view without_bullet(std::string_view text) {
  for (const std::string_view bullet : kBullets)
    if (text.starts_with(bullet)) return utf8::trim(text.substr(bullet.size()));
  return text;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.ends_with("”") || text.ends_with('"') || text.ends_with(')')))
    text.remove_suffix(text.ends_with("”") ? std::string_view("”").size() : 1);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

std::string key_of(const Line& line) {
  std::string key;
  for (const Word& word : line.words) {
    if (!key.empty()) key += ' ';
    key += word.key;
  }
  return key;
}

std::size_t kept_before(const std::vector<Line>& lines, std::size_t at) {
  const std::size_t least = at > kFarEnough ? at - kFarEnough : 0;
  while (at-- > least)
    if (lines[at].kept()) return at;
  return lines.size();
}

std::size_t kept_after(const std::vector<Line>& lines, std::size_t at) {
  while (++at < lines.size())
    if (lines[at].kept()) return at;
  return lines.size();
}

bool goes_on(const Line& line, const Line& next) {
  constexpr std::size_t kWidth = 60;
  std::size_t at = 0;
  const char32_t first = utf8::next(next.text, at);
  const bool small = utf8::is_letter(first) && !utf8::is_upper(first);
  return small || (line.text.size() >= kWidth && !ends_sentence(line.text));
}

Group group_at(const std::vector<Line>& lines, std::size_t at) {
  Group group{at, at};
  const std::size_t least = at > kFarEnough ? at - kFarEnough : 0,
                    most = std::min(lines.size(), at + kFarEnough);
  while (group.begin > least && !lines[group.begin - 1].blank()) --group.begin;
  while (group.end < most && !lines[group.end].blank()) ++group.end;
  return group;
}

bool prose(const std::vector<Line>& lines, const Group& group) {
  constexpr std::size_t kShortest = 160;
  std::size_t letters = 0;
  std::string_view last;
  for (std::size_t i = group.begin; i < group.end; ++i) {
    if (!lines[i].kept()) continue;
    if (has_bullet(lines[i].text) && letters == 0 && !lines[i].text.starts_with("–")) return false;
    letters += lines[i].text.size();
    last = lines[i].text;
  }
  const std::size_t indent = lines[group.begin].indent;
  return letters >= kShortest && indent < 2 && ends_sentence(last);
}

std::size_t body_begin(const std::vector<Line>& lines) {
  constexpr std::size_t kLineOfProse = 200, kSentence = 60;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = lines[i].text;
    if (lines[i].kept() && (text.size() >= kLineOfProse || (text.size() >= kSentence && ends_sentence(text))))
      return i;
  }
  return lines.size();
}

}  // namespace szukajst::indexer::clean_steps
