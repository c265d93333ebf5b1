#include "language/repair_lines.h"

#include <algorithm>
#include <string>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

constexpr double kCertainty = 0.9;
// A page that has fewer lines is no page of a book: a card, a table, a note.
constexpr std::size_t kFewestLines = 6;
// So many lines at either end may be none of the text's.
constexpr std::size_t kMostAtEdge = 8;
constexpr std::size_t kDigitsOfPage = 3;
// A number of three digits counts no chapters.
constexpr int kSurelyPage = 100;
// So many letters may be a word.
constexpr std::size_t kWordlike = 5;
constexpr std::size_t kRunsOfHead = 3;
constexpr std::size_t kLongestHead = 60, kLongestTitle = 40;
// A line of the text itself is at least so wide, in tenths of the page.
constexpr std::size_t kWide = 7;

enum class Kind {
  text,
  number,     // a page's number alone, with strokes or specks around it
  specks,     // signs alone
  noise,      // letters and signs, no word among them
  head,       // words and a page's number at their begin or end
  sure_head,  // the same, and the number is no chapter's
  title,      // a few words
  capitals,   // a few capitals, no word of some length among them
};

struct Shape {
  std::size_t letters = 0, digits = 0, runs_of_digits = 0;
  std::size_t known = 0;  // words of four letters and more that are known
  std::size_t short_known = 0;
  bool wordlike = false;  // some run of letters might be a word that no list has
};

// Whether it has a vowel, and capitals nowhere but at its begin.
bool may_be_word(std::string_view letters) {
  constexpr std::u32string_view kVowels = U"aeiouyąęóé";
  bool vowel = false, first = true;
  for (std::size_t at = 0; at < letters.size(); first = false) {
    const char32_t c = utf8::next(letters, at);
    if (!first && utf8::is_upper(c)) return false;
    vowel = vowel || kVowels.find(utf8::lower(c)) != std::u32string_view::npos;
  }
  return vowel;
}

Shape shape_of(std::string_view text, const TextLine& line, const WordTests& words) {
  Shape shape;
  for (const ByteRange run : line.runs) {
    const auto piece = run.in(text);
    bool in_digits = false;
    for (std::size_t at = 0; at < piece.size();) {
      const auto letters = letters_at_begin(piece.substr(at));
      if (letters.size() > 0) {
        const auto word = piece.substr(at, letters.size());
        const std::size_t length = utf8::length(word);
        shape.letters += length;
        shape.wordlike = shape.wordlike || (length >= kWordlike && may_be_word(word));
        // In capitals two letters are a word by chance.
        const bool small = length == 2 && !utf8::is_upper(code_point_before(word, word.size()));
        if ((length >= 3 || small) && words.known(word)) ++(length >= 4 ? shape.known : shape.short_known);
        at += letters.size();
        in_digits = false;
        continue;
      }
      const bool digit = utf8::is_digit(code_point_at(piece, at));
      shape.digits += digit;
      shape.runs_of_digits += digit && !in_digits;
      in_digits = digit;
      utf8::next(piece, at);
    }
  }
  return shape;
}

bool is_number(std::string_view run, std::size_t most_digits) {
  while (run.ends_with('.') || run.ends_with(',')) run.remove_suffix(1);
  return !run.empty() && run.size() <= most_digits &&
         std::ranges::all_of(run, [](char c) { return utf8::is_digit(static_cast<unsigned char>(c)); });
}

int value(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    if (utf8::is_digit(static_cast<unsigned char>(digit))) value = 10 * value + (digit - '0');
  }
  return value;
}

// Whether it has letters, and none of them small.
bool all_capitals(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (!utf8::is_letter(c)) continue;
    if (!utf8::is_upper(c)) return false;
    any = true;
  }
  return any;
}

// Of "[DZIEJE" too.
bool first_letter_upper(std::string_view run) {
  std::size_t at = 0;
  while (at < run.size()) {
    const char32_t c = utf8::next(run, at);
    if (utf8::is_letter(c)) return utf8::is_upper(c);
  }
  return false;
}

// Whether a number behind the word is no page's: "Nr 5", "art. 7".
bool is_label(std::string_view word, const WordLists& lists) {
  while (word.ends_with('.')) word.remove_suffix(1);
  return is_one_of(lists.labels, word);
}

// "P R O T O K Ó Ł": so many capitals, each for itself, are a title set wide.
bool set_wide(std::string_view text, const TextLine& line) {
  constexpr std::size_t kFewest = 4;
  return line.runs.size() >= kFewest && std::ranges::all_of(line.runs, [&](ByteRange run) {
           const auto letter = run.in(text);
           return begins_upper(letter) && letters_at_begin(letter).size() == letter.size() &&
                  utf8::length(letter) == 1;
         });
}

Kind kind_of(std::string_view text, const TextLine& line, const WordTests& words, const WordLists& lists) {
  if (set_wide(text, line)) return Kind::text;
  const Shape shape = shape_of(text, line, words);
  if (shape.letters == 0 && shape.digits == 0) return Kind::specks;
  if (shape.letters == 0 && shape.runs_of_digits == 1 && shape.digits <= kDigitsOfPage) return Kind::number;
  if (shape.known == 0 && shape.short_known == 0 && !shape.wordlike && shape.digits <= 2 * kDigitsOfPage &&
      (shape.letters > 0 || shape.runs_of_digits > 1))
    return Kind::noise;
  if (utf8::length(line.range.in(text)) > kLongestHead) return Kind::text;
  const auto first = line.runs.front().in(text), last = line.runs.back().in(text);
  const bool some = line.runs.size() > 1, note = first.ends_with(')') || first.starts_with('*');
  const auto head = [&](std::string_view number) {
    return value(number) >= kSurelyPage ? Kind::sure_head : Kind::head;
  };
  if (some && is_number(first, kDigitsOfPage) && !first.ends_with('.') &&
      first_letter_upper(line.runs[1].in(text)))
    return head(first);
  if (some && !last.ends_with('.') && !last.ends_with(',') && !note && is_number(last, kDigitsOfPage) &&
      !is_label(line.runs[line.runs.size() - 2].in(text), lists))
    return head(last);
  const auto line_text = line.range.in(text);
  if (utf8::length(line_text) <= kLongestTitle && !begins_lower(line_text) &&
      utf8::is_letter(code_point_at(line_text, 0)))
    return shape.known == 0 && all_capitals(line_text) ? Kind::capitals : Kind::title;
  return Kind::text;
}

// Whether a line's end is a text's that goes on.
bool goes_on(std::string_view line) {
  return line.ends_with('-') || line.ends_with(',') || begins_lower(line.substr(letters_at_end(line).begin));
}

// The page's lines, which of them may go, and which are the text's for certain.
class Page {
 public:
  Page(const TextLines& lines, const WordTests& words, const WordLists& lists)
      : text_(lines.text()), words_(words), lists_(lists), lines_(lines) {}

  std::vector<core::Repair> mend() {
    if (lines_.size() < kFewestLines) return {};
    width_ = page_width(lines_);
    const std::size_t top = find_top(), bottom = find_bottom(top);
    // Whether the page begins, and ends, in the middle of a sentence.
    const auto last = lines_[bottom - 1].range.in(text_);
    const bool open_top = begins_lower(line(top));
    const bool open_bottom = last.ends_with('-') || (wide(bottom - 1) && goes_on(last));
    const bool fragment = open_top || open_bottom, printed = printed_page(lines_);
    const auto goes = [&](std::size_t i) {
      switch (kinds_[i]) {
        case Kind::specks:
          return true;
        case Kind::number:
          if (far_in(i)) return false;
          // A chapter's or a verse's number has a stop, and the text begins behind it.
          return i >= bottom || !line(i).ends_with('.') || open_top;
        case Kind::noise:
          return fragment;
        case Kind::head:
          return fragment && printed;
        case Kind::sure_head:
          return fragment || printed;
        case Kind::title:
          return open_top && open_bottom && printed;
        case Kind::capitals:
          return open_top && printed;
        case Kind::text:
          return false;
      }
      return false;
    };
    std::vector<core::Repair> repairs;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if ((i < top || i >= bottom) && goes(i)) take(i, repairs);
    }
    return repairs;
  }

 private:
  std::string_view line(std::size_t i) const { return lines_[i].range.in(text_); }
  bool wide(std::size_t i) const { return 10 * utf8::length(line(i)) >= kWide * width_; }

  // Behind spaces, as texts have it that were laid out and never recognised.
  bool far_in(std::size_t i) const {
    constexpr std::string_view kFar = "          ";
    return text_.substr(0, lines_[i].range.begin).ends_with(kFar);
  }

  static bool is_head(Kind kind) { return kind == Kind::head || kind == Kind::sure_head; }
  static bool is_title(Kind kind) { return kind == Kind::title || kind == Kind::capitals; }
  // A chapter's name of any length, the page's first line, with the page's number on a line of its own behind
  // it.
  bool numbered_head(std::size_t i) const {
    return i == 0 && lines_.size() > 2 && !begins_lower(line(i)) && utf8::length(line(i)) <= kLongestHead &&
           numbered(i) && !begins_lower(line(i + 2));
  }
  // Whether a page's number stands below it. A chapter's or a paragraph's has a stop.
  bool numbered(std::size_t i) const {
    return !is_label(lines_[i].runs.front().in(text_), lists_) && !line(i + 1).ends_with('.') &&
           kind_of(text_, lines_[i + 1], words_, lists_) == Kind::number;
  }

  // Of heads and titles one may stand at either end.
  std::size_t find_top() {
    std::size_t top = 0, heads = 0;
    for (; top < kMostAtEdge && top + 1 < lines_.size(); ++top) {
      Kind& kind = kinds_.emplace_back(kind_of(text_, lines_[top], words_, lists_));
      if (kind == Kind::text || (kind != Kind::number && kind != Kind::specks && wide(top))) {
        if (!numbered_head(top)) break;
        kind = Kind::head;
      }
      if ((is_head(kind) || is_title(kind)) && ++heads > 1) break;
      // A title stands before a text that goes on, or before the page's number.
      if (!is_title(kind)) continue;
      if (numbered(top))
        kind = Kind::head;
      else if (!begins_lower(line(top + 1)))
        break;
    }
    kinds_.resize(lines_.size(), Kind::text);
    return top;
  }
  std::size_t find_bottom(std::size_t top) {
    std::size_t bottom = lines_.size(), heads = 0;
    for (; lines_.size() - bottom < kMostAtEdge && bottom > top + 1; --bottom) {
      const Kind kind = kind_of(text_, lines_[bottom - 1], words_, lists_);
      if (kind == Kind::text || is_title(kind) || (kind == Kind::noise && wide(bottom - 1))) break;
      if (is_head(kind) && ++heads > 1) break;
      // A note has its number before it too.
      if (is_head(kind) && is_number(lines_[bottom - 1].runs.front().in(text_), kDigitsOfPage) &&
          lines_[bottom - 1].runs.size() > kRunsOfHead)
        break;
      // The rest of a word that is divided.
      if (line(bottom - 2).ends_with('-') && begins_lower(line(bottom - 1))) break;
      kinds_[bottom - 1] = kind;
    }
    return bottom;
  }

  void take(std::size_t i, std::vector<core::Repair>& repairs) const {
    const bool last = i + 1 == lines_.size();
    const std::size_t end = last ? lines_[i].range.end : lines_[i + 1].range.begin;
    const std::size_t begin = last && i > 0 ? lines_[i - 1].range.end : lines_[i].range.begin;
    if (!repairs.empty() && repairs.back().source.end >= begin)
      repairs.back().source.end = end;
    else
      repairs.push_back({{begin, end}, "\n", kCertainty});
  }

  std::string_view text_;
  const WordTests& words_;
  const WordLists& lists_;
  const TextLines& lines_;
  std::size_t width_ = 0;
  std::vector<Kind> kinds_;
};

}  // namespace

bool printed_page(std::string_view text) {
  // Nearly every text has neither a dash nor a hyphen at a line's end, and need not be taken apart.
  bool maybe = text.find("—") != std::string_view::npos;
  for (auto hyphen = text.find('-'); !maybe && hyphen != std::string_view::npos;
       hyphen = text.find('-', hyphen + 1)) {
    const auto next = text.find_first_not_of(" \t", hyphen + 1);
    maybe = next != std::string_view::npos && (text[next] == '\n' || text[next] == '\f');
  }
  return maybe && printed_page(TextLines(text));
}

bool printed_page(const TextLines& lines) {
  constexpr std::size_t kDivided = 2, kShare = 25;
  const std::string_view text = lines.text();
  std::size_t divided = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    divided += lines[i].range.in(text).ends_with('-') &&
               utf8::is_letter(code_point_before(text, lines[i].range.end - 1)) &&
               begins_lower(lines[i + 1].range.in(text));
  }
  const auto numbered = [&](const TextLine& line) {
    const auto& runs = line.runs;
    return runs.size() == 3 && runs[0].in(text) == "—" && runs[2].in(text) == "—" &&
           is_number(runs[1].in(text), kDigitsOfPage);
  };
  if (lines.size() >= kFewestLines && (numbered(lines[0]) || numbered(lines[lines.size() - 1]))) return true;
  return divided >= kDivided && divided * kShare >= lines.size();
}

std::vector<core::Repair> mend_edges(const TextLines& lines, const WordTests& words, const WordLists& lists) {
  return Page(lines, words, lists).mend();
}

std::vector<core::Repair> mend_specks(const TextLines& lines, const WordTests& words) {
  constexpr std::string_view kSentenceEnds = ".!?";
  const std::string_view text = lines.text();
  std::vector<core::Repair> repairs;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const TextLine& line = lines[i];
    const auto next = lines[i + 1].range.in(text);
    const auto run = line.runs.back().in(text);
    if (line.runs.size() < 2) continue;
    const auto before = line.runs[line.runs.size() - 2].in(text);
    const auto word = letters_at_begin(before).in(before);
    const bool ended = kSentenceEnds.find(before.back()) != std::string_view::npos &&
                       word.size() + 1 == before.size() && utf8::length(word) > 3 &&
                       !words.abbreviation(word);
    const bool speck = begins_lower(run) || utf8::is_digit(code_point_at(run, 0));
    if (ended && utf8::length(run) == 1 && speck && !begins_lower(next))
      repairs.push_back({{line.runs[line.runs.size() - 2].end, line.range.end + 1},
                         std::string(text.substr(line.range.end, 1)),
                         kCertainty});
  }
  return repairs;
}

}  // namespace szukajst::language
