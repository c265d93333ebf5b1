#include <algorithm>
#include <set>
#include <string_view>

#include "core/utf8.h"
#include "indexer/clean/steps.h"

namespace szukajst::indexer::clean_steps {
namespace {

// Where a heading of teasers has them behind its colon, on its own line.
bool teasers_on_line(const Line& line, const Entries& table) {
  const std::size_t length = table.begins(line.words, {Action::teasers});
  if (length == 0 || length == line.words.size()) return false;
  return line.text.substr(line.words[length - 1].end).starts_with(':');
}

// "« Dożynki w Lisewie        Komunikat »": the pages before and behind this one.
bool neighbours_on_line(std::string_view line) {
  const auto begins = [&](std::string_view mark) { return line.starts_with(mark); };
  const auto ends = [&](std::string_view mark) { return line.ends_with(mark); };
  const bool marked = (begins("«") && ends("»")) || (begins("‹") && ends("›")) ||
                      (begins("←") && ends("→")) || (begins("<<") && ends(">>"));
  return marked && (line.find("   ") != std::string_view::npos || line.find(" | ") != std::string_view::npos);
}

// Whether the document's own structure begins in the group; an item of a list may only talk of it.
bool resumes(const std::vector<Line>& lines, const Group& group, const Entries& table) {
  for (std::size_t i = group.begin; i < group.end; ++i) {
    if (!lines[i].kept() || has_bullet(lines[i].text)) continue;
    if (lines[i].text.starts_with("§") || table.fits(lines[i], Action::resume)) return true;
  }
  return false;
}

// Whether every line of the group is an item of a list, or goes on with one.
bool list(const std::vector<Line>& lines, const Group& group) {
  for (std::size_t i = group.begin; i < group.end; ++i)
    if (lines[i].kept() && lines[i].indent < 2 && !has_bullet(lines[i].text)) return false;
  return true;
}

// Whether labels and values stand in most of the group's lines ("Gmina: Lubicz"): a card, and no teasers.
bool labelled(const std::vector<Line>& lines, const Group& group) {
  constexpr std::size_t kFewest = 3;
  std::size_t kept = 0, labels = 0;
  for (std::size_t i = group.begin; i < group.end; ++i) {
    if (!lines[i].kept()) continue;
    ++kept;
    const std::size_t colon = lines[i].text.find(": ");
    labels += colon != std::string_view::npos && colon > 0 ? 1 : 0;
  }
  return labels >= kFewest && 4 * labels >= 3 * kept;
}

// Whether labels of a record's own card stand below the heading, whatever sets them apart from their values:
// the document goes on there, however the heading is called.
bool card_below(const std::vector<Line>& lines, std::size_t heading, const Entries& table) {
  constexpr std::size_t kFewest = 3, kMostLines = 40, kLongest = 160;  // labels, lines, bytes
  std::set<std::string_view> found;
  for (std::size_t i = heading + 1; i < std::min(lines.size(), heading + kMostLines); ++i)
    if (lines[i].kept() && lines[i].text.size() <= kLongest &&
        table.begins(lines[i].words, {Action::card}) > 0)
      found.insert(lines[i].words.front().key);
  return found.size() >= kFewest;
}

// The group of the line, without the heading above it.
Group group_below(const std::vector<Line>& lines, std::size_t heading, std::size_t at) {
  Group group = group_at(lines, at);
  group.begin = std::max(group.begin, heading + 1);
  return group;
}

// The line behind the last paragraph of prose that is no item of a list; 0 where there is none.
std::size_t prose_end(const std::vector<Line>& lines) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].blank()) {
      ++i;
      continue;
    }
    const Group group = group_at(lines, i);
    if (prose(lines, group)) end = group.end;
    i = group.end;
  }
  return end;
}

// Whether the line is of two sentences at least: what a page says of itself, and no link.
bool sentences(std::string_view line) {
  constexpr std::size_t kShortest = 100;
  constexpr std::size_t kWord = 4;  // and no abbreviation
  if (line.size() < kShortest || !line.ends_with('.')) return false;
  for (std::size_t stop = line.find(". "); stop != std::string_view::npos; stop = line.find(". ", stop + 1)) {
    std::size_t next = stop + 2;
    const bool word = stop >= kWord && line.substr(stop - kWord, kWord).find_first_of(" .") == line.npos;
    const bool of_date = line.substr(0, stop).ends_with(" r");
    if ((word || of_date) && next < line.size() && core::utf8::is_upper(core::utf8::next(line, next)))
      return true;
  }
  return false;
}

void drop_group(std::vector<Line>& lines, const Group& group, std::size_t from) {
  for (std::size_t i = std::max(group.begin, from); i < group.end; ++i) lines[i].dropped = true;
}

// Drops the groups of teasers under a heading; gives the line behind the last of them. With the
// document's own prose still to come, only the first group and lists are teasers; at its end all is.
std::size_t drop_below(std::vector<Line>& lines, std::size_t heading, std::size_t last_prose,
                       const Entries& table) {
  lines[heading].dropped = true;
  bool first = true;
  std::size_t i = heading + 1;
  while (i < lines.size()) {
    if (!lines[i].kept()) {
      ++i;
      continue;
    }
    Group group = group_at(lines, i);
    group.begin = i;
    // A list right below its heading may name other documents: "UCHWAŁA NR 5 …".
    const bool right_below = first && i == heading + 1 && group.end > i + 1;
    if ((!right_below && resumes(lines, group, table)) || prose(lines, group)) break;
    if (i < last_prose && !first && !list(lines, group)) break;
    if (i < last_prose && first && sentences(lines[i].text)) break;
    drop_group(lines, group, i);
    first = false;
    i = group.end;
  }
  return i;
}

// What a link of a list says behind its arrow or bullet; nothing where none stands, or a dash, as before what
// a plan or a decision lists.
std::string_view link_text(std::string_view line) {
  for (const std::string_view arrow : {"> ", ">> ", "› "})
    if (line.starts_with(arrow)) return core::utf8::trim(line.substr(arrow.size()));
  if (!has_bullet(line) || line.starts_with("- ") || line.starts_with("– ")) return {};
  return without_bullet(line);
}

// "[12.11.2022] Nowy most", "12.11.2022 – Nowy most"
bool begins_with_day(const Line& line) {
  const std::string_view text =
      line.text.substr(line.text.starts_with('[') || line.text.starts_with('(') ? 1 : 0);
  const std::string_view day = text.substr(0, text.find_first_not_of("0123456789./-"));
  constexpr std::size_t kShortest = 5;  // "12.11"
  return day.size() >= kShortest && day.size() < text.size() && !line.words.empty() &&
         line.words.front().number;
}

// "Nasze gminy: Lubicz | Obrowo": links in a row that no other row of a table stands beside.
bool lone_row(const std::vector<Line>& lines, std::size_t at) {
  constexpr std::string_view kBar = " | ";
  const auto has_bar = [&](std::size_t i) {
    return i < lines.size() && lines[i].text.find(kBar) != std::string_view::npos;
  };
  constexpr std::size_t kLongest = 160;  // bytes
  return has_bar(at) && !has_bar(at + 1) && !(at > 0 && has_bar(at - 1)) &&
         lines[at].text.size() <= kLongest && !lines[at].text.starts_with('|') &&
         !ends_sentence(lines[at].text);
}

// Behind the text, and behind a line of the page ("Udostępnij", "Drukuj"): a short heading, however it is
// called, and a list of links right below it, each of which begins as a headline does. Gives the line behind
// the list, `at` where none begins there.
std::size_t end_of_links(const std::vector<Line>& lines, std::size_t at, const Entries& table) {
  constexpr std::size_t kMostWords = 6, kFewest = 2, kMostWordsOfLink = 16;
  const Line& heading = lines[at];
  if (has_bullet(heading.text) || heading.words.size() > kMostWords || ends_sentence(heading.text) ||
      table.fits(heading, Action::resume) || table.fits(heading, Action::keep))
    return at;
  std::size_t end = at + 1, links = 0;
  for (; end < lines.size() && lines[end].kept(); ++end) {
    std::string_view link = link_text(lines[end].text);
    if (link.empty() && begins_with_day(lines[end])) link = lines[end].text;
    if (link.empty()) return at;
    std::size_t next = 0;
    const char32_t first = core::utf8::next(link, next);
    const bool headline = core::utf8::is_upper(first) || core::utf8::is_digit(first) || first == U'„' ||
                          first == U'[' || first == '(';
    if (!headline || link.ends_with(';') || link.ends_with(',') ||
        lines[end].words.size() > kMostWordsOfLink || table.fits(lines[end], Action::resume))
      return at;
    ++links;
  }
  return links >= kFewest ? end : at;
}

}  // namespace

void drop_teasers(std::vector<Line>& lines, const Entries& table) {
  const std::size_t last_prose = prose_end(lines);
  bool page_ends = false;  // a line of the page stood behind the last prose
  for (std::size_t i = 0; i < lines.size(); ++i) {
    page_ends = page_ends || (last_prose > 0 && i >= last_prose && lines[i].dropped && !lines[i].above);
    if (!lines[i].kept()) continue;
    if (page_ends && lone_row(lines, i) && !table.fits(lines[i], Action::resume) &&
        !table.fits(lines[i], Action::keep)) {
      lines[i].dropped = true;
      continue;
    }
    if (page_ends)
      if (const std::size_t end = end_of_links(lines, i, table); end > i) {
        for (; i < end; ++i) lines[i].dropped = true;
        --i;
        continue;
      }
    if (neighbours_on_line(core::utf8::trim(lines[i].text))) {
      lines[i].dropped = true;
      continue;
    }
    if (teasers_on_line(lines[i], table)) {
      lines[i].dropped = true;
      for (; i + 1 < lines.size() && lines[i + 1].kept() && goes_on(lines[i], lines[i + 1]); ++i)
        lines[i + 1].dropped = true;
      continue;
    }
    if (const std::size_t below = kept_after(lines, i);
        below < lines.size() && below < last_prose && labelled(lines, group_below(lines, i, below)))
      continue;
    const bool tail = last_prose <= i + 1 && table.fits(lines[i], Action::tail);
    if (tail && card_below(lines, i, table)) continue;
    if (tail || table.fits(lines[i], Action::teasers))
      i = std::max(drop_below(lines, i, last_prose, table), i + 1) - 1;
  }
}

}  // namespace szukajst::indexer::clean_steps
