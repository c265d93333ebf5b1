#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "indexer/clean/steps.h"

namespace szukajst::indexer::clean_steps {
namespace {

namespace utf8 = core::utf8;

constexpr std::size_t kMostWordsOfItem = 5;
constexpr std::size_t kLongestItem = 48;

using Parts = std::vector<std::string_view>;

constexpr std::array<std::string_view, 8> kBars{"|", "»", "›", "•", "->", "→", "   ", "::"};
constexpr std::array<std::string_view, 9> kPathSigns{" > ",  " » ",  " › ", " / ", " → ",
                                                     " -> ", " :: ", " : ", " . "};
// Those that are read as a path without any word of a menu in it, from three parts on.
constexpr std::array<std::string_view, 6> kSurePathSigns{" > ", " » ", " › ", " → ", " -> ", " :: "};

std::string_view without_frame(std::string_view part) {
  constexpr std::string_view kFrame = " \t[](){}.:|*·-";
  const std::size_t first = part.find_first_not_of(kFrame);
  return first == std::string_view::npos ? std::string_view()
                                         : part.substr(first, part.find_last_not_of(kFrame) + 1 - first);
}

// Which bytes begin a sign, which of them may be all of it, and which may stand second in the others.
struct SignBytes {
  std::array<bool, 256> begins{}, alone{}, goes_on{};
};

template <std::size_t N>
constexpr SignBytes bytes_of(const std::array<std::string_view, N>& signs) {
  SignBytes bytes;
  for (const std::string_view sign : signs) {
    const auto first = static_cast<unsigned char>(sign.front());
    bytes.begins[first] = true;
    if (sign.size() > 1)
      bytes.goes_on[static_cast<unsigned char>(sign[1])] = true;
    else
      bytes.alone[first] = true;
  }
  return bytes;
}

template <const auto& signs>
Parts split(std::string_view text) {
  static constexpr SignBytes kBytes = bytes_of(signs);
  Parts parts;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    if (const std::string_view part = without_frame(text.substr(begin, end - begin)); !part.empty())
      parts.push_back(part);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (!kBytes.begins[first] || (!kBytes.alone[first] && at + 1 < text.size() &&
                                  !kBytes.goes_on[static_cast<unsigned char>(text[at + 1])])) {
      ++at;
      continue;
    }
    const auto* sign = std::ranges::find_if(signs, [&](auto s) { return text.substr(at).starts_with(s); });
    if (sign == signs.end()) {
      ++at;
    } else {
      finish(at);
      at += sign->size();
      begin = at;
    }
  }
  finish(text.size());
  return parts;
}

bool short_part(std::string_view part, std::size_t most_words) {
  return part.size() <= 2 * kLongestItem && words_of(part).size() <= most_words;
}

bool on_menus(const std::vector<Word>& words, const Entries& table) {
  return table.fits(words, Action::item) || table.fits(words, Action::heading) ||
         table.fits(words, Action::line) || table.fits(words, Action::top) ||
         table.fits(words, Action::day) || table.fits(words, Action::tail);
}

// A menu in a row: "Aktualności | Galeria | Kontakt". A row of a table drawn with bars is none.
bool menu_row(const Line& line, const Entries& table) {
  if (line.text.starts_with('|') && line.text.ends_with('|')) return false;
  const Parts parts = split<kBars>(line.text);
  if (parts.size() < 2) return false;
  std::size_t known = 0;
  bool numbers = false;  // those of a table, more likely
  for (const std::string_view part : parts) {
    if (!short_part(part, kMostWordsOfItem)) return false;
    const std::vector<Word> words = words_of(part);
    numbers = numbers || std::ranges::any_of(words, [](const Word& word) { return word.number; });
    if (on_menus(words, table)) ++known;
  }
  return known >= 2 || (known == 1 && parts.size() >= 4 && !numbers);
}

// Whether the first letter at `at` or behind it is a capital.
bool capital_next(std::string_view text, std::size_t at) {
  while (at < text.size())
    if (const char32_t c = utf8::next(text, at); utf8::is_letter(c)) return utf8::is_upper(c);
  return false;
}

// The same where the spaces or bars between its parts are lost: the line is items and nothing else. Items
// begin alike: "Start praktyki" is one thing, and no item and an item.
bool items_in_a_row(const Line& line, const Entries& table) {
  std::span<const Word> rest = line.words;
  const bool capital = capital_next(line.text, 0);
  int items = 0;
  while (!rest.empty()) {
    const std::size_t length = table.begins(rest, {Action::item, Action::line});
    if (length == 0) return false;
    if (items > 0 && capital_next(line.text, rest.data()[-1].end) != capital) return false;
    rest = rest.subspan(length);
    ++items;
  }
  return items >= 2;
}

// "Usługi > Sport > Wpis nr 27" above the body.
bool path_to_page(const Line& line, const Entries& table, const std::set<std::string>& items) {
  const Parts parts = split<kPathSigns>(line.text);
  if (parts.size() < 2) return false;
  bool known = false;
  for (const std::string_view part : parts) {
    const auto words = words_of(part);
    if (words.empty() || words.size() > 2 * kMostWordsOfItem || ends_sentence(part)) return false;
    std::string key;
    for (const Word& word : words) key += (key.empty() ? "" : " ") + word.key;
    known = known || on_menus(words, table) || items.contains(key);
  }
  return known || split<kSurePathSigns>(line.text).size() >= 3;
}

bool item_of(const Line& line, std::size_t most_words) {
  if (!line.kept() || line.words.empty() || line.words.size() > most_words) return false;
  const std::string_view text = without_bullet(line.text);
  constexpr std::string_view kNoItemEnds = ".;,:!?-";
  if (text.empty() || utf8::length(text) > kLongestItem) return false;
  if (kNoItemEnds.find(text.back()) != std::string_view::npos) return false;
  return text.find(": ") == std::string_view::npos && text.find(":\t") == std::string_view::npos;
}

// Whether a line could be an item of a menu with an item a line.
bool item_like(const Line& line) {
  return item_of(line, kMostWordsOfItem) &&
         std::ranges::none_of(line.words, [](const Word& word) { return word.number; });
}

// Whether it could be one among others that are known: "Archiwum 2014–2020", "Księga gości (nieczynna od
// maja)".
bool odd_item(const Line& line) {
  return item_of(line, 2 * kMostWordsOfItem);
}

bool arrow(const Line& line) {
  return line.text.starts_with("»") || line.text.starts_with("›") || line.text.starts_with("►");
}

// A run of lines without an empty one between, each of which could be an item.
struct Run {
  std::size_t begin = 0, end = 0;
  std::size_t first_known = 0;
  int known = 0, arrows = 0;
  int odd = 0;          // lines that could be items only because the others are
  int above = 0;        // lines that are gone already as what stands above a title
  bool headed = false;  // has "Menu", "Nawigacja" in it
};

// Whether the line goes on a menu that could not begin with it: behind it items go on, or it has their
// bullet.
bool menu_goes_on(const std::vector<Line>& lines, std::size_t begin, std::size_t at) {
  constexpr std::size_t kMostOdd = 3;  // lines one after the other
  if (at == begin || !odd_item(lines[at])) return false;
  std::size_t next = at + 1;
  while (next < lines.size() && next < at + kMostOdd && !item_like(lines[next]) && odd_item(lines[next]))
    ++next;
  if (next < lines.size() && item_like(lines[next])) return true;
  const auto bullet = [](const Line& line) {
    return line.text.substr(0, line.text.size() - without_bullet(line.text).size());
  };
  return !bullet(lines[at]).empty() && bullet(lines[at]) == bullet(lines[at - 1]);
}

Run run_at(const std::vector<Line>& lines, std::size_t at, const Entries& table, bool with_odd) {
  Run run{at, at, at};
  for (; run.end < lines.size(); ++run.end) {
    const Line& line = lines[run.end];
    if (line.above) {
      ++run.above;
      continue;
    }
    const bool odd = !item_like(line);
    if (odd && (!with_odd || !menu_goes_on(lines, at, run.end))) break;
    if (odd) ++run.odd;
    const bool heading = table.fits(line, Action::heading);
    if (heading || table.fits(line, Action::item)) {
      if (run.known++ == 0) run.first_known = run.end;
    }
    run.headed = run.headed || heading;
    if (arrow(line)) ++run.arrows;
  }
  return run;
}

bool menu(const Run& run) {
  constexpr int kKnownAmongOdd = 2;
  const std::size_t length = run.end - run.begin;
  if (run.odd > 0) return run.known + run.above >= std::max(run.odd, kKnownAmongOdd);
  return run.known >= 2 || (run.known == 1 && (run.headed || run.above >= 2)) ||
         (run.known == 1 && run.arrows > 0 && length >= 4);
}

// Whether a run's last line may be the heading of the text below it and no item.
bool may_be_heading(const std::vector<Line>& lines, std::size_t at, const Entries& table) {
  constexpr std::size_t kShortestHeading = 3;
  const Line& line = lines[at];
  if (!line.kept() || line.words.size() < kShortestHeading || has_bullet(line.text) || line.indent > 1)
    return false;
  if (table.fits(line, Action::item) || table.fits(line, Action::heading)) return false;
  const std::size_t next = kept_after(lines, at);
  return next < lines.size() && (next == at + 1 || prose(lines, group_at(lines, next)));
}

// The run's lines that go. What stands before its first known item goes too, but for the page's first
// line, where a title may stand; its last line stays where it may be a heading.
void drop_run(std::vector<Line>& lines, const Run& run, const Entries& table, std::set<std::string>& items) {
  std::size_t begin = run.begin, end = run.end;
  if (kept_before(lines, begin) == lines.size() && run.first_known > begin) ++begin;
  if (may_be_heading(lines, end - 1, table)) --end;
  for (std::size_t i = begin; i < end; ++i) {
    if (!lines[i].kept()) continue;
    lines[i].dropped = lines[i].above = true;
    items.insert(key_of(lines[i]));
  }
}

// A menu whose items have empty lines between (recognised pages): from the first item that is known
// to the last, where at least half of the lines between are known. A title may stand next to it.
void drop_spaced_run(std::vector<Line>& lines, std::size_t first, const Entries& table,
                     std::set<std::string>& items) {
  constexpr std::size_t kFewestKnown = 3, kMostBlank = 2, kLongestMenu = 200;
  std::vector<std::size_t> run;
  std::size_t known = 0, up_to = 0;
  for (std::size_t i = first, blank = 0; i < lines.size() && blank <= kMostBlank; ++i) {
    if (!lines[i].kept()) {
      blank += lines[i].blank() ? 1 : 0;
      continue;
    }
    blank = 0;
    if (!item_like(lines[i]) || run.size() == kLongestMenu) break;
    run.push_back(i);
    if (!table.fits(lines[i], Action::item) && !table.fits(lines[i], Action::heading)) continue;
    ++known;
    up_to = run.size();
  }
  if (known < kFewestKnown || known * 2 < up_to) return;
  for (std::size_t i = 0; i < up_to; ++i) {
    lines[run[i]].dropped = lines[run[i]].above = true;
    items.insert(key_of(lines[run[i]]));
  }
}

}  // namespace

void drop_menus(std::vector<Line>& lines, const Entries& table) {
  std::set<std::string> items;
  for (std::size_t i = 0; i < lines.size();) {
    Run run = run_at(lines, i, table, true);
    if (run.odd > 0 && !menu(run)) run = run_at(lines, i, table, false);
    if (menu(run)) drop_run(lines, run, table, items);
    i = std::max(run.end, i + 1);
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].kept() && item_like(lines[i]) && table.fits(lines[i], Action::item))
      drop_spaced_run(lines, i, table, items);
  for (Line& line : lines) {
    if (!line.kept() || table.fits(line, Action::keep)) continue;
    const bool heading = table.fits(line, Action::heading);
    if (heading || menu_row(line, table) || items_in_a_row(line, table)) line.dropped = line.above = true;
  }
  const std::size_t body = body_begin(lines);
  for (std::size_t i = 0; i < body; ++i)
    if (lines[i].kept() && path_to_page(lines[i], table, items)) lines[i].dropped = lines[i].above = true;
}

}  // namespace szukajst::indexer::clean_steps
