// Which lines belong together, and which belong to the page alone.
#include <algorithm>
#include <map>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"
#include "indexer/extract/grammar.h"

namespace szukajst::indexer::extract {
namespace {

// In bytes. No goal is longer, and each line that is joined looks at all of what stands before it.
constexpr std::size_t kLongestSegment = 4000;

namespace utf8 = core::utf8;

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

// Whether a letter or digit of a word, as folded_words parts them, begins at `at`; which moves behind it.
bool in_word(std::string_view text, std::size_t& at) {
  const char32_t c = utf8::next(text, at);
  return utf8::is_letter(c) || utf8::is_digit(c);
}

// The word whose end is the nearest before `at`; empty where there is none.
std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at, end = 0;
  while (begin > 0) {
    std::size_t here = begin - 1;
    while (here > 0 && (static_cast<unsigned char>(text[here]) & 0xC0) == 0x80) --here;
    std::size_t behind = here;
    const bool word = in_word(text, behind);
    if (!word && end > 0) break;
    if (word && end == 0) end = behind;
    begin = here;
  }
  return end > 0 ? text.substr(begin, end - begin) : std::string_view();
}

// The last word of the text, a view of it.
std::string_view last_word(std::string_view text) {
  return word_before(text, text.size());
}

constexpr std::size_t kHeading = 40;                            // in code points
constexpr std::size_t kUnwrapped = 100000, kLongestLine = 130;  // in code points

// The longest line that goes on in the next one, which begins with a small letter; 0 where none does.
std::size_t longest_wrapped(const std::vector<LayoutLine>& lines) {
  std::size_t longest = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (lines[i].length <= kLongestLine && lines[i].row == 0 && lines[i + 1].blank_before == 0 &&
        !complete(lines[i].text) && starts_lower(lines[i + 1].text) &&
        read_marker(lines[i + 1].text).family == Marker::Family::none)
      longest = std::max(longest, lines[i].indent + lines[i].length);
  return longest;
}

// At which width the document's lines are wrapped, in code points; very large where they are not.
std::size_t wrap_width(const std::vector<LayoutLine>& lines, std::size_t longest_wrapped) {
  constexpr std::size_t kShort = 30, kNarrow = 60;
  std::vector<std::size_t> lengths;
  for (const LayoutLine& line : lines)
    if (line.length > kShort) lengths.push_back(line.length);
  if (lengths.empty()) return kUnwrapped;
  const auto high = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), high, lengths.end());
  return *high > kLongestLine || *high < kNarrow ? kUnwrapped : std::max(*high, longest_wrapped);
}

class Joiner {
 public:
  Joiner(const std::vector<LayoutLine>& lines, const GoalRules::Tables& tables, language::Analyzer& analyzer)
      : lines_(lines),
        tables_(tables),
        analyzer_(analyzer),
        longest_wrapped_(longest_wrapped(lines)),
        width_(wrap_width(lines, longest_wrapped_)) {
    const auto begins_with = [&](const std::string& letter) {
      return std::any_of(lines.begin(), lines.end(),
                         [&](const LayoutLine& line) { return line.text.starts_with(letter); });
    };
    for (const LayoutLine& line : lines)
      if (const std::string_view word = first_word(line.text); starts_lower(line.text) &&
                                                               word.size() + 1 < line.text.size() &&
                                                               read_number(line.text, word.size() + 1))
        ++numbered_heads_[word];
    for (const LayoutLine& line : lines)
      if (const std::string_view head = field_head(line.text); !head.empty()) ++field_heads_[head];
    for (const LayoutLine& line : lines)
      if (line.text.ends_with(':')) ++heads_[line.text];
    // "Podmiot odpowiedzialny" among heads of columns, a line each
    for (std::size_t i = 1; i < lines.size() && !performed_; ++i) {
      constexpr std::size_t kHeadWords = 3;
      const FoldedWords words = folded_words(lines[i].text, kHeadWords + 1);
      const auto above = read_label(lines[i - 1].text, tables);
      performed_ = words.size() <= kHeadWords && lines[i].blank_before == 0 && begins(tables.whos, words) &&
                   above && above->rest.empty() && !above->colon;
    }
    for (const std::string_view mark : {". ", " – ", " - "})
      lettered_ = lettered_ || (begins_with("A" + std::string(mark)) && begins_with("B" + std::string(mark)));
  }

  std::vector<Segment> join() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Marker marker = marker_of(i);
      if (!result_.empty() && continues(i, marker))
        append(lines_[i]);
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
    if (marker.number) return lettered_ ? marker : Marker{};
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
    const LayoutLine& line = lines_[i];
    in_plain_list_ = i > 0 && starts_lower(line.text) && in_plain_list(i);
    result_.push_back({utf8::collapse(line.text),
                       {},
                       line.indent,
                       line.blank_before,
                       line.page,
                       line.row,
                       line.column,
                       line.parts});
    Segment& segment = result_.back();
    // The marker's offsets are those of the collapsed text.
    segment.marker = read_marker(segment.text);
    if (segment.marker.doubtful && marker.family == Marker::Family::none) segment.marker = {};
    if (segment.marker.number) segment.marker.doubtful = false;
    const Segment* before = result_.size() > 1 ? &result_[result_.size() - 2] : nullptr;
    sibling_ = before && segment.marker.family != Marker::Family::none &&
               before->marker.family == segment.marker.family;
    ended_siblings_ = sibling_ && ends_with_any(before->text, ".;,");
    label_ = read_label(segment.text, tables_).has_value();
    if (line.head)
      rows_end_with_term_ = rows_end_with_term_ || begins(tables_.whens, folded_words(line.text));
    else if (label_)
      rows_end_with_term_ = false;
  }

  void append(const LayoutLine& line) {
    append_line(result_.back().text, line.text);
    result_.back().parts.insert(result_.back().parts.end(), line.parts.begin(), line.parts.end());
    label_ = label_ && read_label(result_.back().text, tables_).has_value();
  }

  bool continues(std::size_t i, const Marker& marker) const {
    const LayoutLine& line = lines_[i];
    const LayoutLine& last = lines_[i - 1];
    const std::string& so_far = result_.back().text;
    if (so_far.size() > kLongestSegment) return false;
    if (line.row > 0 || last.row > 0) return false;
    if (last.head || (rows_end_with_term_ && (ends_with_term(last.text) || ends_with_term(line.text))))
      return false;
    if (hyphenated(so_far) && (starts_lower(line.text) || hyphen_again(line.text))) return true;
    if (in_quotation(so_far) && line.text.find("”") < line.text.find("„")) return true;
    // "… na lata" above "2021–2025:" is no cell that says when.
    const bool term = is_term(line.text, tables_) && !line.text.ends_with(':') &&
                      !joint(so_far.substr(so_far.rfind(' ') + 1));
    if (marker.family != Marker::Family::none || term) return false;
    const Marker doubtful = read_marker(line.text);
    if (doubtful.doubtful && !doubtful.number) return !complete(so_far);
    if (is_term(so_far, tables_) || label_behind(so_far, tables_) || number_behind(so_far)) return false;
    const bool finished =
        complete(so_far) && !(so_far.ends_with(':') && ends_with_phrase(so_far, tables_.details));
    // "co zrobimy:" once more, as below each of the goals.
    if (const auto head = heads_.find(line.text); head != heads_.end() && head->second > 1) return false;
    if (heads_list(line.text) || numbered_label(line.text) || refers(line.text) || again_field(line.text))
      return false;
    constexpr std::size_t kDeeper = 2;
    const bool deeper =
        line.indent >= last.indent + kDeeper && line.text.find(": ") != std::string_view::npos;
    if ((finished || line.blank_before > 0 || deeper || behind_wording(line.text) ||
         starts_upper(line.text)) &&
        begins_label(line.text))
      return false;
    // "STAN PIERWSZY. MIASTO DLA LUDZI" above "cel strategiczny"
    if (in_capitals(so_far) && starts_lower(line.text) && !label_ && label_alone(line.text)) return false;
    // Behind a label's wording, or an item that ends with "(W)".
    const bool bracketed = so_far.ends_with(')');
    const bool numbered = result_.back().marker.number && result_.back().marker.number->parts.size() > 1;
    if (performed_ && line.blank_before == 0 && (label_ || bracketed || numbered) && names_doer(line.text) &&
        !ends_with_any(so_far, ",:") && (bracketed || !joint(so_far.substr(so_far.rfind(' ') + 1))))
      return false;
    if (label_ && label_alone(so_far)) return label_goes_on(so_far, line);
    // "Źródła finansowania" below "Cel szczegółowy 2: Nowe drogi"
    if (label_ && starts_upper(line.text) && line.length <= kHeading && whole_column(line.text, false))
      return false;
    // "źródła pieniędzy:" in a document without capitals.
    const std::size_t words_of_line = line.text.ends_with(':') ? folded_words(line.text).size() : 0;
    constexpr std::size_t kHeadWords = 5;
    if (line.blank_before > 0 && words_of_line > 1 && words_of_line <= kHeadWords &&
        result_.back().marker.family != Marker::Family::none)
      return false;
    // "część III: budżet"
    if (line.blank_before > 0 && begins(tables_.chapters, folded_words(line.text, 2))) return false;
    // "… który realizowany będzie poprzez następujące cele strategiczne:"
    if (line.blank_before > 0 && line.text.ends_with(':') && announces(line.text)) return false;
    // A heading in capitals goes on nothing that is in small letters.
    constexpr std::size_t kAcronym = 8;
    if (line.length > kAcronym && in_capitals(line.text) && !in_capitals(so_far)) return false;
    if (goes_on_behind_colon(i)) return true;
    // "1) Zdrowa gmina: lekarz;" above "karetka.": the next item would bear a marker.
    const bool within_item = so_far.ends_with(';') && line.blank_before == 0 && starts_lower(line.text) &&
                             result_.back().marker.number.has_value();
    if (finished && !within_item && !ends_short(so_far)) return false;
    if (starts_lower(line.text)) return !in_plain_list(i);
    // "(Lipki – Borek)" below "Szlak kajakowy": brackets belong to what they stand behind.
    if (line.text.starts_with('(') && line.blank_before == 0 &&
        (result_.back().marker.family != Marker::Family::none || label_ || below_label()))
      return true;
    const std::string_view word = last_word(so_far);
    const FoldedWords last_of_all = folded_words(word, 1);
    const auto behind = static_cast<std::size_t>(so_far.data() + so_far.size() - (word.data() + word.size()));
    // "Poziom I" ends with a number.
    if (!last_of_all.empty() && behind <= 1 && tables_.joints.contains(last_of_all[0]) && word != "I" &&
        !in_capitals(so_far))
      return true;
    const bool naming = !last_of_all.empty() && behind == 0 && tables_.namings.contains(last_of_all[0]);
    if (line.blank_before == 0 && !begins_goal_sentence(line.text) &&
        (begins_in_oblique(line.text) || (naming && begins_with_name(line.text))))
      return true;
    // Only a line that is full, or an item that its siblings' full stops call unfinished, goes on with
    // a capital letter.
    constexpr std::size_t kFewWords = 3;
    if (ended_siblings_ && !ends_with_any(so_far, ".;,")) return true;
    if (!sibling_ && line.blank_before == 0 && result_.back().marker.family != Marker::Family::none &&
        ends_with_any(line.text, ".;,") && !ends_with_any(so_far, ",") &&
        folded_words(line.text).size() <= kFewWords)
      return true;
    if (line.blank_before > 0 || begins_field(line.text)) return false;
    if (ends_with_any(so_far, ","))
      return result_.back().marker.family != Marker::Family::none || below_label() ||
             (in_capitals(so_far) && in_capitals(line.text));
    if (in_capitals(so_far) && in_capitals(line.text)) return !two_columns(so_far, line.text);
    const std::string_view first = line.text.substr(0, line.text.find(' '));
    return last.length + 1 + utf8::length(first) > width_;
  }

  // "powiat, gminy", "Zarząd Powiatu; właściciele": whoever carries out what stands above, in a document
  // whose tables have a column for it.
  bool names_doer(std::string_view line) const {
    constexpr std::size_t kMostWords = 9;
    const FoldedWords words = folded_words(line, kMostWords + 1);
    const auto doer = [&](std::size_t at) {
      return begins(tables_.doers, words, at) || begins(tables_.performers, words, at);
    };
    if (words.empty() || words.size() > kMostWords || line.ends_with('.') || line.ends_with(':'))
      return false;
    // "Wody Polskie; spółki wodne; powiat": one of several that are set apart.
    for (std::size_t at = 1; at < words.size(); ++at)
      if (line.substr(words[at - 1].end, words[at].begin - words[at - 1].end).starts_with(';') && doer(at))
        return true;
    return doer(0);
  }

  // "… następujące cele operacyjne:" at the end of a paragraph's full line, the first of them on the next.
  bool goes_on_behind_colon(std::size_t i) const {
    const LayoutLine& line = lines_[i];
    const Segment& so_far = result_.back();
    if (!so_far.text.ends_with(':') || line.blank_before > 0 || !starts_lower(line.text)) return false;
    const bool paragraph = so_far.parts.size() > 1 || sentence_end(so_far.text, tables_) < so_far.text.size();
    if (!paragraph) return false;
    const std::string_view first = line.text.substr(0, line.text.find(' '));
    return lines_[i - 1].indent + lines_[i - 1].length + 1 + utf8::length(first) > width_;
  }

  // Below a label, lines that all end with a comma or a stop are items, though they bear no marker; or lines
  // that are indented alike, none of which was wrapped for want of space.
  bool in_plain_list(std::size_t i) const {
    if (result_.size() < 2 || result_.back().marker.family != Marker::Family::none) return false;
    const Segment& head = result_[result_.size() - 2];
    const auto label = read_label(head.text, tables_);
    if (!in_plain_list_ &&
        !(label && label->colon && label->rest.empty() && label->labels.front()->form == LabelForm::list))
      return false;
    bool stops = ends_with_any(result_.back().text, ",");
    bool indented = lines_[i].indent > 0 && (in_plain_list_ || lines_[i].indent > head.indent);
    for (std::size_t k = i; k < lines_.size() && (stops || indented); ++k) {
      if (k > i && (lines_[k].blank_before > 0 || !starts_lower(lines_[k].text))) break;
      stops = stops && ends_with_any(lines_[k].text, ".;,");
      indented = indented && lines_[k].indent == result_.back().indent && !fills_line(k - 1) &&
                 !joint(lines_[k - 1].text.substr(lines_[k - 1].text.rfind(' ') + 1)) &&
                 !joint(lines_[k].text.substr(0, lines_[k].text.find(' ')));
    }
    return stops || indented;
  }

  // "Społecznej w Lipkach" below "Centrum Integracji": a word in cases that begin no wording.
  bool begins_in_oblique(std::string_view line) const {
    constexpr std::size_t kShortest = 4;
    const std::string_view first = line.substr(0, line.find_first_of(" ,;.:"));
    if (first.size() < kShortest || all_capitals(first)) return false;
    const std::vector<language::Reading>& readings = analyzer_.word(first).readings;
    const FoldedWords words = folded_words(first, 1);
    if (readings.empty())
      return !words.empty() && std::ranges::any_of(tables_.obliques, [&](const std::string& ending) {
        return words[0].text.ends_with(ending);
      });
    return std::ranges::all_of(readings, [](const language::Reading& reading) {
      const Grammar form = grammar(reading);
      const unsigned begin = form.part == PartOfSpeech::noun ? kNominative | kAccusative : kNominative;
      return (form.part == PartOfSpeech::noun || form.part == PartOfSpeech::adjective) && form.cases != 0 &&
             (form.cases & begin) == 0;
    });
  }

  // "Celem głównym programu jest …" right below the heading "Wstęp".
  bool begins_goal_sentence(std::string_view line) const {
    constexpr std::size_t kLongestLabel = 4;
    const FoldedWords words = folded_words(line, kLongestLabel);
    for (const LabelForm form : {LabelForm::sentence, LabelForm::sentences})
      for (const Label& label : tables_.labels_at(words, 0, form))
        if (label.level && label.phrase.match(words, 0) > 0) return true;
    return false;
  }

  // "Lipki i Borek" below "przebudowa dróg w gminach".
  bool begins_with_name(std::string_view line) const {
    const std::string_view first = line.substr(0, line.find_first_of(" ,;.:"));
    constexpr std::size_t kShortest = 3;
    return first.size() >= kShortest && starts_upper(first) && !all_capitals(first) &&
           first.find_first_of("0123456789") == std::string_view::npos &&
           !is_common_word(analyzer_.word(first));
  }

  // Whether the line may end where the next one's first word found no space.
  bool fills_line(std::size_t i) const {
    const std::string_view next = lines_[i + 1].text, word = next.substr(0, next.find(' '));
    const std::size_t width = width_ == kUnwrapped ? longest_wrapped_ : width_;
    if (lines_[i].indent + lines_[i].length + 1 + utf8::length(word) <= width) return false;
    const FoldedWords first = folded_words(word, 1);
    const bool begins_item =
        std::any_of(tables_.endings.begin(), tables_.endings.end(),
                    [&](const auto& end) { return !first.empty() && first[0].text.ends_with(end); });
    return !begins_item || width_ != kUnwrapped;
  }

  // A line neither ends nor begins with such a word where an item does.
  bool joint(std::string_view word) const {
    const FoldedWords words = folded_words(word);
    return !words.empty() && tables_.joints.contains(words.back());
  }

  // A quotation mark that opened in the text's end has not been closed.
  static bool in_quotation(std::string_view text) {
    constexpr std::size_t kLongestQuotation = 200;
    const std::size_t open = text.rfind("„");
    return open != std::string_view::npos && text.size() - open < kLongestQuotation && !complete(text) &&
           text.find("”", open) == std::string_view::npos && text.find('"', open) == std::string_view::npos;
  }

  // "kampania informacyjna PCPR praca ciągła"
  bool ends_with_term(std::string_view text) const {
    constexpr std::size_t kTermWords = 3;
    std::size_t at = text.size();
    for (std::size_t n = 0; n < kTermWords && at != 0 && at != std::string_view::npos; ++n) {
      at = text.rfind(' ', at - 1);
      if (at != std::string_view::npos && is_term(text.substr(at + 1), tables_)) return true;
    }
    return false;
  }

  // "REALIZATOR" above "KOSZT", and not "PODMIOT" above "ODPOWIEDZIALNY".
  bool two_columns(std::string_view above, std::string_view below) const {
    return whole_column(above) && whole_column(below) &&
           !whole_column(std::string(above) + ' ' + std::string(below));
  }

  // "Źródła finansowania": all of it names what is no goal.
  bool whole_column(std::string_view text, bool exact = true) const {
    const FoldedWords words = folded_words(text);
    const auto is = [&](const Phrase& name) { return name.match(words, 0, exact) == words.size(); };
    return !words.empty() && (std::any_of(tables_.columns.begin(), tables_.columns.end(), is) ||
                              std::any_of(tables_.whens.begin(), tables_.whens.end(), is));
  }

  // "Uzasadnienie: …", "Podmiot odpowiedzialny: …"
  static bool begins_field(std::string_view line) {
    constexpr std::size_t kLongestName = 40, kMostWords = 3;
    const std::size_t colon = line.substr(0, kLongestName).find(':');
    return colon != std::string_view::npos && starts_upper(line) &&
           folded_words(line.substr(0, colon)).size() <= kMostWords;
  }

  // "działania: plaża" below the wording of "cel operacyjny A.1".
  bool behind_wording(std::string_view line) const {
    if (result_.size() < 2 || line.find(": ") == std::string_view::npos) return false;
    const auto above = read_label(result_[result_.size() - 2].text, tables_);
    return above && above->number && above->rest.empty();
  }

  static std::string_view first_word(std::string_view line) { return line.substr(0, line.find(' ')); }

  // "cel" of "cel: czyste jeziora"; empty for any other line.
  static std::string_view field_head(std::string_view line) {
    constexpr std::size_t kLongestHead = 30;
    const std::size_t colon = line.substr(0, kLongestHead).find(": ");
    return colon == std::string_view::npos || !starts_lower(line) ? std::string_view()
                                                                  : line.substr(0, colon);
  }

  // "zadania: …" once more, as below each of the goals: no line that was wrapped.
  bool again_field(std::string_view line) const {
    const auto head = field_heads_.find(field_head(line));
    return head != field_heads_.end() && head->second > 1 && begins_label(line);
  }

  // "do celu 1:"
  bool refers(std::string_view line) const {
    constexpr std::size_t kMostWords = 6;
    if (!line.ends_with(':')) return false;
    const FoldedWords words = folded_words(line, kMostWords + 1);
    return words.size() > 1 && words.size() <= kMostWords && begins(tables_.references, words) &&
           read_number(line, words.back().begin).has_value();
  }

  // "cel strategiczny drugi: kontakty gospodarcze", "cel strategiczny A", whatever its letter case.
  bool numbered_label(std::string_view line) const {
    const auto label = read_label(line, tables_);
    const bool alone = label && label->rest.empty() && label->tail.empty();
    if (!label || !label->number) return false;
    // "cel operacyjny 1.2 – kultura": its own number is set apart from its wording.
    if (label->number->parts.size() > 1 && label->labels.front()->phrase.size() > 1 && !label->rest.empty() &&
        label->labels.front()->form == LabelForm::goal) {
      // "cel szczegółowy 1.1. Czyste rzeki"
      if (starts_upper(label->rest) && label->tail.empty()) return true;
      for (const std::string_view dash : {"– ", "— ", "- "})
        if (const std::size_t rest = static_cast<std::size_t>(label->rest.data() - line.data());
            line.substr(0, rest).ends_with(dash))
          return true;
    }
    if (const auto head = numbered_heads_.find(first_word(line));
        head != numbered_heads_.end() && head->second > 1)
      return starts_lower(line);
    return (alone || line.find(':') != std::string_view::npos) && label->labels.front()->phrase.size() > 1;
  }

  // "cele szczegółowe:", whatever its letter case.
  bool heads_list(std::string_view line) const {
    const auto label = line.ends_with(':') ? read_label(line, tables_) : std::nullopt;
    return label && label->colon && label->rest.empty() && label->labels.front()->form == LabelForm::list;
  }

  // Whether goals are named in the line's last words.
  bool announces(std::string_view line) const {
    constexpr std::size_t kLastWords = 4;
    const FoldedWords words = folded_words(line);
    for (std::size_t at = words.size() - std::min(words.size(), kLastWords); at < words.size(); ++at)
      for (const Label& label : tables_.labels_at(words, at, LabelForm::announce))
        if (label.form == LabelForm::announce && label.phrase.match(words, at) > 0) return true;
    return false;
  }

  bool begins_label(std::string_view line) const { return read_label(line, tables_).has_value(); }

  // The label has no wording yet: what follows is the wording, or the list.
  bool label_alone(std::string_view text) const {
    const auto label = read_label(text, tables_);
    return label && label->rest.empty();
  }

  // The segment is the wording below a label.
  bool below_label() const { return result_.size() > 1 && label_alone(result_[result_.size() - 2].text); }

  // "Cel" above "strategiczny 1.", as narrow cells wrap it: both together are another label.
  bool label_goes_on(std::string_view so_far, const LayoutLine& line) const {
    const bool capitals = in_capitals(so_far) && in_capitals(line.text);
    if (line.blank_before > 0 || !(starts_lower(line.text) || capitals)) return false;
    const auto label = read_label(so_far, tables_);
    const auto both = read_label(std::string(so_far) + ' ' + std::string(line.text), tables_);
    return both && !both->bare && (both->rest.empty() || both->number) &&
           (both->labels.front() != label->labels.front() || !both->tail.empty());
  }

  bool ends_short(std::string_view text) const {
    if (!text.ends_with('.')) return false;
    const FoldedWords words = folded_words(text);
    if (words.empty() || words.back().end + 1 != text.size()) return false;
    // "…, 2.2." at a line's end numbers what stands on the next line.
    const bool decimal = words.size() > 1 && words.back().begin == words[words.size() - 2].end + 1 &&
                         text[words.back().begin - 1] == '.' && words.back().text.size() <= 2 &&
                         utf8::is_digit(static_cast<unsigned char>(words.back().text.front()));
    return decimal || tables_.shorts.contains(words.back());
  }

  const std::vector<LayoutLine>& lines_;
  const GoalRules::Tables& tables_;
  language::Analyzer& analyzer_;
  std::size_t longest_wrapped_;
  std::size_t width_;
  std::vector<Segment> result_;
  std::map<std::string_view, int> heads_;           // whole lines that end with a colon, and how often
  std::map<std::string_view, int> numbered_heads_;  // "zadanie" of "zadanie 2 – pływalnia"
  std::map<std::string_view, int> field_heads_;     // that begin lines, and how often
  bool performed_ = false;                          // a table has a column of whoever carries goals out
  bool lettered_ = false;                           // lines are marked with capital letters
  bool in_plain_list_ = false;                      // the segment is an item without a marker
  bool sibling_ = false;                            // the segment before is an item of the same family
  bool ended_siblings_ = false;      // the item before ends with a full stop, a comma or a semicolon
  bool label_ = false;               // the segment so far is a label
  bool rows_end_with_term_ = false;  // a table's rows stand on one line each and say when
};

// Where the first label stands in a line that begins with something else, as a page that was read as one line
// ("4 4 2. Cele Cel główny: …"); the text's size where none does. Behind a small letter it is but mentioned.
std::size_t first_label(std::string_view text, const GoalRules::Tables& tables) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    if (!starts_upper(text.substr(at + 1))) continue;
    const std::string_view before = text.substr(0, at);
    const std::string_view word = before.substr(before.rfind(' ') + 1);
    if (starts_lower(word) && !complete(word)) continue;
    const auto label = read_label(text.substr(at + 1), tables);
    if (!label || label->bare || label->labels.size() > 1 || label->rest.empty()) continue;
    const Label& first = *label->labels.front();
    if (first.form == LabelForm::goal && first.phrase.size() > 1 && (label->number || label->colon) &&
        starts_upper(label->rest))
      return at + 1;
  }
  return text.size();
}

// Whether the text begins with a label that needs no number.
bool says_more_than_noun(std::string_view text, const GoalRules::Tables& tables) {
  const auto label = read_label(text, tables);
  return label && !label->bare;
}

// "Cel strategiczny 1. Zdrowie. Cel operacyjny 1.1. Lekarz w gminie" is two segments.
void part_labels(Segment segment, const GoalRules::Tables& tables, std::vector<Segment>& parts) {
  // A page's number, and a chapter's behind it: the page is one line.
  const auto page = read_number(segment.text, 0);
  if (page && page->parts.size() == 1 && segment.row == 0 && !read_label(segment.text, tables))
    if (const std::size_t at = first_label(segment.text, tables);
        at < segment.text.size() &&
        (at == page->end + 1 || read_number(segment.text, std::min(page->end + 1, segment.text.size())))) {
      Segment before = segment;
      before.text = std::string(utf8::trim(std::string_view(segment.text).substr(0, at)));
      parts.push_back(std::move(before));
      segment.text.erase(0, at);
      segment.marker = read_marker(segment.text);
    }
  // "Powiat prowadzi osiem szkół. Zadania:" above the list.
  if (segment.text.ends_with(':') && segment.row == 0)
    if (const std::size_t stop = segment.text.rfind(". "); stop != std::string::npos) {
      const std::string_view last = std::string_view(segment.text).substr(stop + 2);
      const auto label = starts_upper(last) ? read_label(last, tables) : std::nullopt;
      if (label && label->colon && label->rest.empty() && label->labels.front()->form == LabelForm::list &&
          !read_label(segment.text, tables)) {
        Segment before = segment;
        before.text.resize(stop + 1);
        parts.push_back(std::move(before));
        segment.text.erase(0, stop + 2);
        segment.marker = {};
        segment.blank_before = 0;
      }
    }
  // "Tabela 7. Cel strategiczny 1: Silna rodzina"
  if (const std::size_t word = segment.text.find(' '); word < segment.text.size() && segment.row == 0)
    if (begins(tables.captions, folded_words(segment.text, 1)))
      if (const auto number = read_number(segment.text, word + 1)) {
        const std::size_t at = segment.text.find_first_not_of(".:) ", number->end);
        const auto label = at != std::string::npos && at > number->end
                               ? read_label(std::string_view(segment.text).substr(at), tables)
                               : std::nullopt;
        const auto shows = [&] { return begins(tables.overviews, folded_words(label->rest, 2)); };
        if (label && label->number && !label->rest.empty() && !shows()) segment.text.erase(0, at);
      }
  // "Rozdział 3. Zadania priorytetowe": the chapter's head and the label of its list.
  constexpr std::size_t kLongestHead = 120;
  if (const std::size_t word = segment.text.find(' ');
      word < segment.text.size() && segment.row == 0 && segment.text.size() <= kLongestHead &&
      segment.marker.family == Marker::Family::none && begins(tables.chapters, folded_words(segment.text, 1)))
    if (const auto number = read_number(segment.text, word + 1)) {
      const std::string_view text = segment.text;
      std::size_t at = number->end;
      while (at < text.size() && !utf8::is_letter(char_at(text, at))) ++at;
      const auto label = at > number->end && starts_upper(text.substr(at))
                             ? read_label(text.substr(at), tables)
                             : std::nullopt;
      if (label && label->rest.empty() && !label->number && label->labels.front()->form == LabelForm::list &&
          label->labels.front()->level == core::GoalLevel::action) {
        Segment head = segment;
        head.text.resize(number->end);
        parts.push_back(std::move(head));
        segment.text.erase(0, at);
        segment.marker = {};
        segment.blank_before = 0;
      }
    }
  // "Odpowiedź: Cel strategiczny I. Zdrowe miasto"
  constexpr std::size_t kLongestLead = 40;
  if (const std::size_t colon = segment.text.substr(0, kLongestLead).find(": ");
      colon != std::string::npos && segment.row == 0 && segment.marker.family == Marker::Family::none &&
      starts_upper(segment.text.substr(colon + 2)) && !says_more_than_noun(segment.text, tables)) {
    const auto label = read_label(std::string_view(segment.text).substr(colon + 2), tables);
    if (label && label->number && !label->rest.empty() && label->labels.front()->form == LabelForm::goal) {
      Segment lead = segment;
      lead.text.resize(colon + 1);
      parts.push_back(std::move(lead));
      segment.text.erase(0, colon + 2);
    }
  }
  // "Cel operacyjny 1.1" alone above its wording.
  bool is_wording = false;
  if (!parts.empty()) {
    const auto above = read_label(parts.back().text, tables);
    is_wording = above && above->number && above->rest.empty();
  }
  for (;; is_wording = false) {
    const auto label = read_label(segment.text, tables);
    const bool labelled = label && !label->bare;
    if (!labelled && !is_wording) break;
    const std::size_t rest = !labelled ? segment.marker.body
                             : label->rest.empty()
                                 ? segment.text.size()
                                 : static_cast<std::size_t>(label->rest.data() - segment.text.data());
    const std::size_t at = next_label(segment.text, rest == 0 ? 0 : rest - 1, tables);
    if (at >= segment.text.size()) break;
    Segment first = segment;
    first.text = std::string(utf8::trim(std::string_view(segment.text).substr(0, at)));
    parts.push_back(std::move(first));
    segment.text.erase(0, at);
    segment.marker = read_marker(segment.text);
    segment.blank_before = 0;
  }
  parts.push_back(std::move(segment));
}

}  // namespace

namespace {

// "| CEL STRATEGICZNY 1 | CEL STRATEGICZNY 2 |" above their wordings and what serves them: each column is
// read from its head down, as lines outside of a table.
void part_columns(std::vector<Segment>& segments, const GoalRules::Tables& tables) {
  const auto head = [&](const Segment& segment) {
    const auto label = segment.row > 0 ? read_label(segment.text, tables) : std::nullopt;
    return label && label->number && label->rest.empty() && label->labels.size() == 1;
  };
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    if (!head(segments[i])) continue;
    std::size_t behind = i;
    while (behind < segments.size() && segments[behind].row == segments[i].row && head(segments[behind]))
      ++behind;
    const bool whole_row = behind == segments.size() || segments[behind].row == segments[i].row + 1;
    if (behind < i + 2 || !whole_row || (i > 0 && segments[i - 1].row == segments[i].row)) continue;
    const int columns = segments[behind - 1].column;
    std::size_t end = behind;
    while (end < segments.size() && segments[end].row > 0 && segments[end].column <= columns &&
           segments[end].row <= segments[end - 1].row + 1)
      ++end;
    std::stable_sort(segments.begin() + static_cast<std::ptrdiff_t>(i),
                     segments.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Segment& a, const Segment& b) { return a.column < b.column; });
    for (std::size_t k = i; k < end; ++k) segments[k].row = segments[k].column = 0;
    i = end - 1;
  }
}

}  // namespace

std::vector<Segment> segments(const SourceText& source, const Layout& layout,
                              const GoalRules::Tables& tables) {
  std::vector<Segment> parts;
  for (Segment& segment : Joiner(layout.lines, tables, source.analyzer).join())
    part_labels(std::move(segment), tables, parts);
  part_columns(parts, tables);
  return parts;
}

namespace {

bool is_digits(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What years and amounts are written with.
bool of_years(const FoldedWord& word) {
  return is_digits(word.text) || word.text == "do" || word.text == "od" || word.text == "r" ||
         word.text == "rok" || word.text == "lata" || word.text == "zl" || word.text == "tys" ||
         word.text == "mln";
}

}  // namespace

bool begins_with_term(std::string_view text) {
  const FoldedWords words = folded_words(text);
  std::size_t end = 0;
  bool amount = false, year = false;
  for (; end < words.size() && of_years(words[end]); ++end) {
    const std::string_view word = words[end].text;
    amount = amount || word == "zl";
    year = year || (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")));
    if (amount) return end > 0;
  }
  if (!year) return false;
  const std::size_t behind = words[end - 1].end;
  return end == words.size() || std::string_view(",;)").find(text[behind]) != std::string_view::npos;
}

bool is_term(std::string_view text, const GoalRules::Tables& tables) {
  constexpr std::size_t kFewWords = 5;
  // Few texts begin as one.
  const FoldedWords first = folded_words(text, 1);
  if (first.empty() || !(of_years(first[0]) || tables.terms.may_begin(first[0]))) return false;
  const FoldedWords words = folded_words(text, kFewWords + 1);
  if (words.size() > kFewWords) return false;
  if (std::all_of(words.begin(), words.end(), of_years))
    return std::any_of(words.begin(), words.end(), [](const FoldedWord& w) { return w.text.size() > 1; });
  return tables.terms.may_begin(words[0]) &&
         std::any_of(tables.terms.begin(), tables.terms.end(),
                     [&](const Phrase& term) { return term.match(words, 0) == words.size(); });
}

namespace {

// "5. Monitoring": the next chapter, or the next item of a list.
bool begins_numbered(std::string_view text) {
  const Marker marker = read_marker(text.substr(0, text.find(' ', text.find(' ') + 1)));
  return marker.family == Marker::Family::digits && starts_upper(text.substr(marker.body));
}

}  // namespace

std::size_t sentence_end(std::string_view text, const GoalRules::Tables& tables) {
  for (std::size_t stop = 0, next = 0; stop < text.size(); stop = next) {
    next = stop + 1;
    if (text[stop] != '.' && text[stop] != '!' && text[stop] != '?') continue;
    // The next word, behind a space.
    bool space = false;
    std::size_t at = stop + 1;
    for (std::size_t behind = at; at < text.size() && !in_word(text, behind); at = behind)
      space = space || text[at] == ' ';
    next = at;
    if (!space || at == text.size()) continue;
    const std::string_view behind = text.substr(at);
    if (!starts_upper(behind) && !begins_numbered(behind)) continue;
    const FoldedWords before = folded_words(word_before(text, stop), 1);
    if (before.empty()) continue;
    if (text[stop] == '.' && (tables.shorts.contains(before[0]) || before[0].text.size() == 1)) continue;
    return stop;
  }
  return text.size();
}

}  // namespace szukajst::indexer::extract
