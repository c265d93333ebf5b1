#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "core/utf8.h"
#include "indexer/clean/steps.h"

namespace szukajst::indexer::clean_steps {
namespace {

namespace utf8 = core::utf8;

// Longer lines are prose, whatever they begin with; and so are sentences that are longer.
constexpr std::size_t kLongestLine = 240;
constexpr std::size_t kLongestSentence = 120;
constexpr std::size_t kMostLinesOfParagraph = 10;

bool signs_only(const Line& line) {
  return line.words.empty() && line.text.find("§") == std::string_view::npos;
}

// "powiat3.jpeg", "b_250_images_partnerstwo.jpg": what a page shows as a picture.
bool image_name(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kEndings = {".jpg", ".jpeg", ".png",
                                                               ".gif", ".webp", ".svg"};
  if (text.find(' ') != std::string_view::npos) return false;
  const std::string lower = utf8::lower(text);
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view end) { return lower.ends_with(end); });
}

// "www.powiat.pl" or "https://…" with nothing else on the line.
bool web_address(std::string_view text) {
  if (text.find(' ') != std::string_view::npos) return false;
  return text.starts_with("www.") || text.starts_with("http://") || text.starts_with("https://");
}

bool protected_line(const Line& line, const Entries& table) {
  return table.fits(line, Action::keep) || table.fits(line, Action::resume);
}

// The line and what belongs to it: a short group whole; of a longer one, in which the lines of
// other paragraphs may follow at once, the lines that go on.
void drop_paragraph(std::vector<Line>& lines, std::size_t at, const Entries& table) {
  constexpr std::size_t kShortGroup = 4;
  const Group group = group_at(lines, at);
  const bool whole = group.end - at <= kShortGroup && group.begin == at;
  const std::size_t end = std::min(group.end, at + kMostLinesOfParagraph);
  lines[at].dropped = true;
  for (std::size_t i = at + 1; i < end; ++i) {
    if (protected_line(lines[i], table) || (!whole && !goes_on(lines[i - 1], lines[i]))) return;
    lines[i].dropped = true;
  }
}

// Lines that go with a dropped neighbour: "Data" above the day, a count above "gości odwiedziło nas".
void drop_companions(std::vector<Line>& lines, const Entries& table) {
  for (std::size_t i = lines.size(); i-- > 1;) {
    if (!lines[i].dropped) continue;
    std::size_t before = i - 1;
    if (lines[before].blank() && before > 0) --before;
    const bool beside = before + 1 == i;
    const bool number = !lines[before].words.empty() && lines[before].words.front().number;
    if (lines[before].kept() && (beside || !number) && table.fits(lines[before], Action::lead))
      lines[before].dropped = true;
  }
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].kept() && lines[i - 1].dropped && table.fits(lines[i], Action::trail))
      lines[i].dropped = true;
}

// Whether a line with a day is the article's own: between its title and its body.
bool dateline(const std::vector<Line>& lines, std::size_t at, std::string_view format_title,
              const Entries& table) {
  const std::size_t before = kept_before(lines, at), after = kept_after(lines, at);
  if (before == lines.size() || after == lines.size()) return false;
  if (table.fits(lines[before], Action::lead)) return false;  // "Data" over the day
  constexpr std::size_t kTitle = 12;                          // bytes at least
  const bool below_title =
      lines[before].text.size() >= kTitle && format_title.starts_with(lines[before].text);
  return below_title || prose(lines, group_at(lines, after));
}

// "Powiat: suski"; not a sentence with a colon in it.
bool labelled(const Line& line) {
  constexpr std::size_t kLongestLabel = 60;  // bytes
  const std::size_t colon = line.text.find(": ");
  return colon != std::string_view::npos && colon > 0 && colon <= kLongestLabel;
}

// "Data aktualizacji: …" between "Data wpisu: …" and "Typ: …": a field of a card whose other fields stay; a
// scan sets them apart by an empty line.
bool in_card(const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t kFewest = 4, kFar = 8;  // fields beside it; lines looked at each way
  if (!labelled(lines[at])) return false;
  const auto fields = [&](std::size_t step) {  // +1 or, as it wraps around, -1
    std::size_t found = 0, blank = 0;
    for (std::size_t i = at + step, far = 0; i < lines.size() && far < kFar; i += step, ++far) {
      blank = lines[i].blank() ? blank + 1 : 0;
      if (blank > 1) break;
      if (lines[i].blank()) continue;
      if (!lines[i].kept() || !labelled(lines[i])) break;
      ++found;
    }
    return found;
  };
  const std::size_t above = fields(static_cast<std::size_t>(-1)), below = fields(1);
  return above > 0 && below > 0 && above + below >= kFewest;
}

// What stands before the bracket or the arrow that parts the line from the switch behind it; nothing where
// none does.
std::string_view before_switch(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kSigns = {"[", "(", "▼", "▲", "▾", "▴", "▶",
                                                              "►", "»", "›", "+", "|", "–", "-"};
  const std::string_view trimmed = utf8::trim(text);
  std::string_view rest = trimmed;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view sign : kSigns)
      if (rest.ends_with(sign)) {
        rest = utf8::trim(rest.substr(0, rest.size() - sign.size()));
        more = true;
      }
  }
  return rest.size() < trimmed.size() ? rest : std::string_view();
}

}  // namespace

void strip_switches(std::vector<Line>& lines, const Entries& table) {
  constexpr std::size_t kMostWords = 4;  // of a switch
  constexpr std::size_t kLongest = 160;  // bytes of a line that has one
  for (Line& line : lines) {
    if (!table.fits(line, Action::switch_words) || line.text.size() > kLongest) continue;
    std::string_view rest;
    const std::size_t first = std::min(line.words.size(), kMostWords);
    for (std::size_t i = 0; i < first && rest.empty(); ++i)
      if (line.words[i].colon) rest = line.text.substr(line.text.find(':', line.words[i].end) + 1);
    for (std::size_t i = line.words.size(); i-- > 1 && rest.empty() && line.words.size() - i <= kMostWords;)
      if (table.fits(std::span(line.words).subspan(i), Action::switch_words)) {
        std::size_t at = line.words[i - 1].end;
        for (std::size_t next = at; next < line.text.size() && !utf8::is_letter(utf8::next(line.text, next));)
          at = next;
        rest = before_switch(line.text.substr(0, at));
      }
    rest = utf8::trim(rest);
    if (rest.empty()) continue;
    line.whole = line.text = rest;
    line.words = words_of(rest);
    line.actions = table.actions(line.words);
  }
}

void drop_known(std::vector<Line>& lines, std::string_view format_title, const Entries& table) {
  std::vector<std::size_t> fields;  // lines that go unless they are fields of a card
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (!line.kept()) continue;
    if (signs_only(line)) {
      line.dropped = true;
      continue;
    }
    if (web_address(line.text) || image_name(line.text)) {
      const std::size_t before = kept_before(lines, i);
      line.dropped = before == lines.size() || !lines[before].text.ends_with(':');
      continue;
    }
    if (protected_line(line, table)) continue;
    if (table.fits(line, Action::paragraph)) {
      drop_paragraph(lines, i, table);
    } else if (table.fits(line, Action::label)) {
      line.dropped = line.above = true;
      const std::size_t value = kept_after(lines, i);
      if (value < lines.size() && lines[value].text.size() <= kLongestLine &&
          !prose(lines, group_at(lines, value)))
        lines[value].dropped = true;
    } else if (line.text.size() > (ends_sentence(line.text) ? kLongestSentence : kLongestLine)) {
      continue;
    } else if (table.fits(line, Action::top)) {
      line.dropped = line.above = true;
    } else if (table.fits(line, Action::day)) {
      line.dropped = line.above = !dateline(lines, i, format_title, table);
    } else if (table.fits(line, Action::line)) {
      line.dropped = true;
      fields.push_back(i);
    }
  }
  for (const std::size_t i : fields) lines[i].dropped = !in_card(lines, i);
  drop_companions(lines, table);
}

}  // namespace szukajst::indexer::clean_steps
