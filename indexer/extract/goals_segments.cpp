// Which lines belong together, and which belong to the page alone.
#include <algorithm>
#include <map>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {
namespace {

// In bytes. No goal is longer, and each line that is joined looks at all of what stands before it.
constexpr std::size_t kLongestSegment = 4000;

namespace utf8 = core::utf8;

struct SourceLine {
  std::string_view text;
  std::size_t indent = 0, length = 0;
  int blank_before = 0;
  int page = 1;
  int row = 0, column = 0;
};

char32_t first_char(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : utf8::next(text, at);
}

bool starts_upper(std::string_view text) {
  return utf8::is_upper(first_char(text));
}

bool all_capitals(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (!utf8::is_letter(c)) continue;
    if (!utf8::is_upper(c)) return false;
    ++letters;
  }
  return letters > 3;
}

bool ends_with_any(std::string_view text, std::string_view chars) {
  return !text.empty() && chars.find(text.back()) != std::string_view::npos;
}

// Without the quotation marks and brackets that close after a full stop.
std::string_view without_closing(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"”", "\"", "»", "’", ")"})
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), again = true;
  }
  return text;
}

bool complete(std::string_view text) {
  return ends_with_any(without_closing(text), ".;:!?");
}

bool hyphenated(std::string_view text) {
  if (!text.ends_with('-') || text.size() < 3) return false;
  const auto before = static_cast<unsigned char>(text[text.size() - 2]);
  return before >= 0x80 || utf8::is_letter(before);
}

// "3", "- 3 -", "Strona 3 z 20", "3 | Strona".
bool page_number(std::string_view text, const GoalRules::Tables& tables) {
  const std::vector<FoldedWord> words = folded_words(text);
  constexpr std::size_t kDigits = 3;
  if (words.empty()) return true;
  if (words.size() == 1 && words[0].text.size() <= kDigits)
    return std::all_of(words[0].text.begin(), words[0].text.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
  return words.size() <= 6 && begins(tables.furniture, words);
}

// "2. Układ celów .................. 14"
bool contents_line(std::string_view text) {
  const std::size_t dots = text.find("....");
  if (dots == std::string_view::npos && text.find("……") == std::string_view::npos) return false;
  return utf8::is_digit(static_cast<unsigned char>(text.back())) || text.ends_with('.');
}

// "Strategia Rozwoju Gminy | 12": without the number.
std::string_view without_page_number(std::string_view text) {
  constexpr std::string_view kNumber = "0123456789|- ";
  const std::size_t end = text.find_last_not_of(kNumber);
  const std::size_t begin = text.find_first_not_of(kNumber);
  const bool digit_first = !text.empty() && utf8::is_digit(static_cast<unsigned char>(text.front()));
  const bool barred = text.find('|') != std::string_view::npos;
  if (end == std::string_view::npos) return text;
  const std::size_t from = digit_first && barred ? begin : 0;
  return text.substr(from, end + 1 - from);
}

// How often each line stands in the document, and whether once next to a page's border.
struct Repeated {
  std::map<std::string_view, int, std::less<>> times;
  std::map<std::string_view, int, std::less<>> at_border;
};

Repeated count_lines(const SourceText& source, const GoalRules::Tables& tables) {
  Repeated repeated;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const std::string_view text = without_page_number(source.line(i));
    ++repeated.times[text];
    const bool border = i == 0 || source.lines[i].page != source.lines[i - 1].page ||
                        page_number(source.line(i - 1), tables) ||
                        (i + 1 < source.lines.size() && source.lines[i + 1].page != source.lines[i].page);
    if (border) ++repeated.at_border[text];
  }
  return repeated;
}

bool page_furniture(std::string_view text, const Repeated& repeated, const GoalRules::Tables& tables) {
  if (page_number(text, tables)) return true;
  const auto border = repeated.at_border.find(without_page_number(text));
  const auto times = repeated.times.find(without_page_number(text));
  constexpr int kRunningHead = 3;
  const bool often =
      (border != repeated.at_border.end() && border->second >= 2) || times->second >= kRunningHead;
  // Labels, table heads and terms repeat as well, and are short or marked.
  return often && folded_words(text).size() >= 3 && starts_upper(text) && !read_label(text, tables) &&
         table_heads(text, tables).empty() && read_marker(text).family == Marker::Family::none;
}

// Leaves out the lines of a table of contents, with dots ("Wstęp ..... 3") or without.
class Contents {
 public:
  explicit Contents(const GoalRules::Tables& tables) : tables_(tables) {}

  bool holds(std::string_view line) {
    if (contents_line(line)) return dotted_ = true;
    const std::vector<FoldedWord> words = folded_words(line);
    constexpr std::size_t kFewWords = 4;
    if (words.size() <= kFewWords && begins(tables_.contents, words)) return inside_ = true;
    constexpr std::size_t kPageDigits = 3;
    // "Cel strategiczny 1" above its wording ends with no page number.
    const auto label = read_label(line, tables_);
    inside_ = inside_ && !dotted_ && !(label && label->number && label->rest.empty()) && words.size() > 1 &&
              words.back().text.size() <= kPageDigits && words.back().end == line.size() &&
              utf8::is_digit(static_cast<unsigned char>(line.back()));
    return inside_;
  }

 private:
  const GoalRules::Tables& tables_;
  bool inside_ = false;
  bool dotted_ = false;  // its lines are dotted
};

// Where "1.1." begins in "1. Aktywni mieszkańcy 1.1. Integracja", a table's row on one line; the size of the
// text where no number of the next depth stands in it.
std::size_t next_depth(std::string_view text, const Number& number) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const auto next = read_number(text, at + 1);
    if (!next || next->parts.size() != number.parts.size() + 1 || next->parts.back() != 1) continue;
    if (std::equal(number.parts.begin(), number.parts.end(), next->parts.begin()) &&
        next->end < text.size() && text[next->end] == '.')
      return at + 1;
  }
  return text.size();
}

void add_line(std::string_view text, const Line& line, int blank, const GoalRules::Tables& tables,
              std::vector<SourceLine>& lines) {
  const std::vector<std::string_view> heads = table_heads(text, tables);
  for (const std::string_view head : heads)
    lines.push_back(
        {head, line.indent, utf8::length(head), head.data() == heads[0].data() ? blank : 0, line.page, 0, 0});
  if (!heads.empty()) return;
  const Marker marker = read_marker(text);
  const std::size_t end =
      marker.number && !marker.number->code ? next_depth(text, *marker.number) : text.size();
  const std::string_view first = utf8::trim(text.substr(0, end));
  lines.push_back({first, line.indent, utf8::length(first), blank, line.page, 0, 0});
  if (end < text.size()) add_line(text.substr(end), line, std::max(blank, 1), tables, lines);
}

// The cells of a line: of "| a | b |" each, of "1.1.<tab>Rozwój" the whole.
void add_cells(std::string_view text, const Line& line, int blank, int row, const GoalRules::Tables& tables,
               std::vector<SourceLine>& lines) {
  const char bar = row > 0 ? '|' : '\t';
  int column = 0;
  for (std::size_t begin = row > 0 ? 1 : 0; begin < text.size(); ++column) {
    std::size_t end = std::min(text.find(bar, begin), text.size());
    // A tab behind a marker is but a space.
    if (row == 0 && end < text.size() &&
        read_marker(std::string(text.substr(begin, end - begin)) + " x").body > end - begin)
      end = std::min(text.find('\t', end + 1), text.size());
    const std::string_view cell = utf8::trim(text.substr(begin, end - begin));
    const int apart = column == 0 ? blank : std::max(blank, 1);
    if (!cell.empty() && row > 0)
      lines.push_back({cell, line.indent, utf8::length(cell), apart, line.page, row, column + 1});
    else if (!cell.empty())
      add_line(cell, line, apart, tables, lines);
    begin = end + 1;
  }
}

// A running head that stands within a word that was parted at the page's end.
bool parts_word(const SourceText& source, std::size_t i, const std::vector<SourceLine>& lines) {
  constexpr std::size_t kHeadLines = 3;
  if (lines.empty() || !hyphenated(lines.back().text) || starts_lower(source.line(i))) return false;
  for (std::size_t k = i + 1; k < std::min(source.lines.size(), i + kHeadLines); ++k)
    if (starts_lower(source.line(k))) return true;
  return false;
}

std::vector<SourceLine> own_lines(const SourceText& source, const GoalRules::Tables& tables) {
  const Repeated repeated = count_lines(source, tables);
  Contents contents(tables);
  std::vector<SourceLine> lines;
  int blank = 0, row = 0;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const Line& line = source.lines[i];
    const std::string_view text = source.line(i);
    blank += line.blank_before;
    if (contents.holds(text) || page_furniture(text, repeated, tables) || parts_word(source, i, lines)) {
      blank = std::max(blank, 1);
      continue;
    }
    const bool cells = text.size() > 2 && text.starts_with('|') && text.ends_with('|');
    add_cells(text, line, blank, cells ? ++row : 0, tables, lines);
    blank = 0;
  }
  return lines;
}

// At which width the document's lines are wrapped, in code points; very large where they are not.
std::size_t wrap_width(const std::vector<SourceLine>& lines) {
  constexpr std::size_t kShort = 30, kNarrow = 60, kLong = 130, kUnwrapped = 100000;
  std::vector<std::size_t> lengths;
  for (const SourceLine& line : lines)
    if (line.length > kShort) lengths.push_back(line.length);
  if (lengths.empty()) return kUnwrapped;
  const auto high = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), high, lengths.end());
  return *high > kLong || *high < kNarrow ? kUnwrapped : *high;
}

class Joiner {
 public:
  Joiner(const SourceText& source, const std::vector<SourceLine>& lines, const GoalRules::Tables& tables)
      : source_(source), lines_(lines), tables_(tables), width_(wrap_width(lines)) {}

  std::vector<Segment> join() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Marker marker = marker_of(i);
      if (!result_.empty() && continues(i, marker))
        append(lines_[i].text);
      else
        begin_segment(i, marker);
    }
    return std::move(result_);
  }

 private:
  // A letter that may be a damaged bullet is one where it stands like one.
  Marker marker_of(std::size_t i) const {
    Marker marker = read_marker(lines_[i].text);
    if (!marker.doubtful) return marker;
    const auto same = [&](std::size_t other) {
      return other < lines_.size() && read_marker(lines_[other].text).family == marker.family;
    };
    const bool behind = i > 0 && (complete(lines_[i - 1].text) || lines_[i].indent > lines_[i - 1].indent ||
                                  read_marker(lines_[i - 1].text).family == marker.family);
    const std::string_view body = lines_[i].text.substr(marker.body);
    // As deep as the item before, whose text was wrapped.
    if (i > 0 && lines_[i].indent > 0 && result_.back().marker.family == marker.family &&
        result_.back().indent == lines_[i].indent)
      return marker;
    if (behind || same(i + 1) || (starts_upper(body) && lines_[i].text[0] == 'e')) return marker;
    return {};
  }

  void begin_segment(std::size_t i, const Marker& marker) {
    const SourceLine& line = lines_[i];
    in_plain_list_ = i > 0 && starts_lower(line.text) && in_plain_list(i);
    result_.push_back({utf8::collapse(line.text),
                       {},
                       line.indent,
                       line.blank_before,
                       line.page,
                       line.row,
                       line.column,
                       {source_.place(line.text)}});
    Segment& segment = result_.back();
    // The marker's offsets are those of the collapsed text.
    segment.marker = read_marker(segment.text);
    if (segment.marker.doubtful && marker.family == Marker::Family::none) segment.marker = {};
    const Segment* before = result_.size() > 1 ? &result_[result_.size() - 2] : nullptr;
    sibling_ = before && segment.marker.family != Marker::Family::none &&
               before->marker.family == segment.marker.family;
    ended_siblings_ = sibling_ && ends_with_any(before->text, ".;,");
    label_ = read_label(segment.text, tables_).has_value();
  }

  void append(std::string_view line) {
    std::string& text = result_.back().text;
    if (hyphenated(text) && starts_lower(line))
      text.pop_back();
    else
      text += ' ';
    text += utf8::collapse(line);
    result_.back().parts.push_back(source_.place(line));
    label_ = label_ && read_label(text, tables_).has_value();
  }

  bool continues(std::size_t i, const Marker& marker) const {
    const SourceLine& line = lines_[i];
    const SourceLine& last = lines_[i - 1];
    const std::string& so_far = result_.back().text;
    if (so_far.size() > kLongestSegment) return false;
    if (line.row > 0 || last.row > 0) return false;
    if (hyphenated(so_far) && starts_lower(line.text)) return true;
    if (marker.family != Marker::Family::none || is_term(line.text, tables_)) return false;
    if (read_marker(line.text).doubtful) return !complete(so_far);
    if (is_term(so_far, tables_)) return false;
    const bool finished = complete(so_far);
    if ((finished || line.blank_before > 0 || starts_upper(line.text)) && begins_label(line.text))
      return false;
    if (label_ && label_alone(so_far)) return false;
    if (finished && !ends_short(so_far)) return false;
    if (starts_lower(line.text)) return !(ends_with_any(so_far, ",") && in_plain_list(i));
    const std::vector<FoldedWord> words = folded_words(so_far);
    if (!words.empty() && words.back().end + 1 >= so_far.size() &&
        tables_.joints.contains(words.back().text) && !all_capitals(so_far))
      return true;
    // Only a line that is full, or an item that its siblings' full stops call unfinished, goes on with
    // a capital letter.
    constexpr std::size_t kFewWords = 3;
    if (ended_siblings_ && !ends_with_any(so_far, ".;,")) return true;
    if (!sibling_ && line.blank_before == 0 && result_.back().marker.family != Marker::Family::none &&
        ends_with_any(line.text, ".;,") && !ends_with_any(so_far, ",") &&
        folded_words(line.text).size() <= kFewWords)
      return true;
    if (line.blank_before > 0) return false;
    if (ends_with_any(so_far, ",")) return result_.back().marker.family != Marker::Family::none;
    if (all_capitals(so_far) && all_capitals(line.text)) return true;
    const std::string_view first = line.text.substr(0, line.text.find(' '));
    return last.length + 1 + utf8::length(first) > width_;
  }

  // Below a label, lines that all end with a comma or a stop are items, though they bear no marker.
  bool in_plain_list(std::size_t i) const {
    if (result_.size() < 2 || result_.back().marker.family != Marker::Family::none) return false;
    const auto label = read_label(result_[result_.size() - 2].text, tables_);
    if (!in_plain_list_ && !(label && label->colon && label->labels.front()->form == LabelForm::list))
      return false;
    for (std::size_t k = i; k < lines_.size(); ++k) {
      if (k > i && (lines_[k].blank_before > 0 || !starts_lower(lines_[k].text))) break;
      if (!ends_with_any(lines_[k].text, ".;,")) return false;
    }
    return true;
  }

  bool begins_label(std::string_view line) const { return read_label(line, tables_).has_value(); }

  // The label has no wording yet: what follows is the wording, or the list.
  bool label_alone(std::string_view text) const {
    const auto label = read_label(text, tables_);
    return label && label->rest.empty();
  }

  bool ends_short(std::string_view text) const {
    if (!text.ends_with('.')) return false;
    const std::vector<FoldedWord> words = folded_words(text);
    return !words.empty() && words.back().end + 1 == text.size() &&
           tables_.shorts.contains(words.back().text);
  }

  const SourceText& source_;
  const std::vector<SourceLine>& lines_;
  const GoalRules::Tables& tables_;
  std::size_t width_;
  std::vector<Segment> result_;
  bool in_plain_list_ = false;   // the segment is an item without a marker
  bool sibling_ = false;         // the segment before is an item of the same family
  bool ended_siblings_ = false;  // the item before ends with a full stop, a comma or a semicolon
  bool label_ = false;           // the segment so far is a label
};

}  // namespace

bool starts_lower(std::string_view text) {
  const char32_t c = first_char(text);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

std::vector<Segment> segments(const SourceText& source, const GoalRules::Tables& tables) {
  const std::vector<SourceLine> lines = own_lines(source, tables);
  return Joiner(source, lines, tables).join();
}

bool is_term(std::string_view text, const GoalRules::Tables& tables) {
  constexpr std::size_t kFewWords = 5;
  const std::vector<FoldedWord> words = folded_words(text, kFewWords + 1);
  if (words.empty() || words.size() > kFewWords) return false;
  const bool years = std::all_of(words.begin(), words.end(), [](const FoldedWord& word) {
    const bool digits =
        std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits || word.text == "r" || word.text == "rok" || word.text == "lata" || word.text == "zl" ||
           word.text == "tys" || word.text == "mln";
  });
  if (years)
    return std::any_of(words.begin(), words.end(), [](const FoldedWord& w) { return w.text.size() > 1; });
  return std::any_of(tables.terms.begin(), tables.terms.end(),
                     [&](const Phrase& term) { return term.match(words, 0) == words.size(); });
}

std::size_t sentence_end(std::string_view text, const GoalRules::Tables& tables) {
  // The first sentence is looked for in a beginning that grows: a page may be one line, and folding all
  // the rest of it for each sentence would take the square of its length.
  for (std::size_t bytes = 1024;; bytes *= 4) {
    const std::string_view part = text.substr(0, text.find(' ', std::min(bytes, text.size())));
    const std::vector<FoldedWord> words = folded_words(part);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const std::size_t end = words[i].end;
      const std::string_view between = part.substr(end, words[i + 1].begin - end);
      const std::size_t stop = between.find_first_of(".!?");
      if (stop == std::string_view::npos || between.find(' ', stop) == std::string_view::npos) continue;
      std::size_t at = words[i + 1].begin;
      if (!utf8::is_upper(utf8::next(part, at))) continue;
      if (between[stop] == '.' && (tables.shorts.contains(words[i].text) || words[i].text.size() == 1))
        continue;
      return end + stop;
    }
    if (part.size() == text.size()) return text.size();
  }
}

}  // namespace szukajst::indexer::extract
