#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/clean/steps.h"

namespace szukajst::indexer::clean_steps {
namespace {

namespace utf8 = core::utf8;

// Lines at the top and at the bottom of a page that may be its header and footer.
constexpr std::size_t kEdge = 3;
constexpr std::size_t kLongestRunningTitle = 200;
constexpr std::size_t kMostSeeds = 40;
constexpr std::size_t kEnds = 4;  // bytes of which lines that are alike share the first or the last

// Whether the texts differ by no more than `most` insertions, deletions and replacements of bytes.
// (Levenshtein's distance; cells further from the diagonal than `most` cannot matter.)
bool within(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t far = most + 1;
  std::vector<std::size_t> row(b.size() + 1, far);
  for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > most ? i - most : 1, last = std::min(b.size(), i + most);
    std::size_t diagonal = row[first - 1], least = far;
    row[first - 1] = first == 1 ? i : far;
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
      least = std::min(least, row[j]);
    }
    if (least > most) return false;
  }
  return row[b.size()] <= most;
}

bool alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kLettersAMistake = 8;
  const std::size_t most = std::max(a.size(), b.size()) / kLettersAMistake;
  if (a == b) return true;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return false;
  // Damage at both ends of a title at once is rare, and looking for it is what would cost.
  const bool same_begin = a.substr(0, kEnds) == b.substr(0, kEnds);
  const bool same_end =
      a.substr(a.size() - std::min(a.size(), kEnds)) == b.substr(b.size() - std::min(b.size(), kEnds));
  return (same_begin || same_end) && within(a, b, most);
}

// A number alone on its line, "- 12 -" included; nothing for other lines.
int lone_number(const Line& line) {
  constexpr std::size_t kMostDigits = 4;
  if (line.words.size() != 1 || !line.words[0].number) return -1;
  const std::string& digits = line.words[0].key;
  const bool plain = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  if (!plain || digits.size() > kMostDigits) return -1;
  std::string_view text = line.text;
  while (text.starts_with('-') || text.starts_with("–") || text.starts_with(' '))
    text.remove_prefix(text.starts_with("–") ? 3 : 1);
  while (text.ends_with('-') || text.ends_with("–") || text.ends_with(' '))
    text.remove_suffix(text.ends_with("–") ? 3 : 1);
  return text == digits ? std::atoi(digits.c_str()) : -1;
}

// Three cells or more without a number, set apart by tabs, bars or two blanks: a table's head, which may
// stand above several tables.
bool table_head(std::string_view text) {
  constexpr std::size_t kCells = 3;
  std::size_t cells = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end =
        std::min({text.find("  ", at), text.find('\t', at), text.find('|', at), text.size()});
    const std::string_view cell = utf8::trim(text.substr(at, end - at));
    if (cell.find_first_of("0123456789") != std::string_view::npos) return false;
    if (!cell.empty()) ++cells;
    at = end + 1;
  }
  return cells >= kCells;
}

// Whether a line could be a running title: words, no list item, no label above a list, no table's head.
bool could_run(const Line& line, const Entries& table) {
  constexpr std::size_t kFewestLetters = 12;
  return line.kept() && line.text.size() >= kFewestLetters && line.text.size() <= kLongestRunningTitle &&
         line.words.size() >= 2 && !has_bullet(line.text) && !line.words[0].number &&
         !line.text.ends_with(':') && !line.text.ends_with('?') && !line.text.ends_with(';') &&
         !line.text.ends_with(',') && !table.fits(line, Action::resume) && !table_head(line.text);
}

// A line that may be a running title. A number at either end of it may be the page's.
struct Candidate {
  std::size_t line = 0;
  std::string key;  // the line's words without that number
  // All digits but those of that number, Roman numerals and lone capitals: "P1.2" is not "P1.3", "POLE A" is
  // not "POLE B".
  std::string digits;
  int number = -1;
};

// Whether the line's last word may be the number of its page.
bool ends_with_number(const Line& line) {
  constexpr std::size_t kMostDigits = 4;
  const Word& last = line.words.back();
  return last.number && last.key.size() <= kMostDigits &&
         last.key.find_first_not_of("0123456789") == std::string::npos &&
         line.text[last.end - last.key.size() - 1] == ' ';
}

Candidate candidate(const Line& line, std::size_t at) {
  Candidate found{at, key_of(line), {}, -1};
  std::string_view text = line.text;
  const Word& last = line.words.back();
  if (ends_with_number(line)) {
    found.number = std::atoi(last.key.c_str());
    found.key.resize(found.key.size() - last.key.size() - 1);
    text = text.substr(0, line.words[line.words.size() - 2].end);
  }
  std::ranges::copy_if(text, std::back_inserter(found.digits), [](char c) { return c >= '0' && c <= '9'; });
  for (const Word& word : line.words) {
    const std::string_view as_printed =
        std::string_view(line.text).substr(word.end - std::min(word.end, word.key.size()), word.key.size());
    const bool lone_capital = as_printed.size() == 1 && as_printed[0] >= 'A' && as_printed[0] <= 'Z';
    if (lone_capital || as_printed.find_first_not_of("IVX") == std::string_view::npos)
      found.digits.append(as_printed) += ' ';
  }
  return found;
}

// The first, or the last, letters of a candidate's key, as alike() compares them: no key has a byte of 0.
std::uint32_t first_letters(std::span<const Word> words) {
  std::uint32_t letters = 0;
  std::size_t count = 0;
  for (const Word& word : words) {
    for (std::size_t i = 0; i < word.key.size() && count < kEnds; ++i, ++count)
      letters = letters << 8 | static_cast<unsigned char>(word.key[i]);
    if (count == kEnds || &word == &words.back()) break;
    letters = letters << 8 | ' ', ++count;
    if (count == kEnds) break;
  }
  return letters;
}

std::uint32_t last_letters(std::span<const Word> words) {
  std::uint32_t letters = 0;
  std::size_t count = 0;
  for (std::size_t w = words.size(); w-- > 0 && count < kEnds;) {
    for (std::size_t i = words[w].key.size(); i-- > 0 && count < kEnds; ++count)
      letters = letters << 8 | static_cast<unsigned char>(words[w].key[i]);
    if (w > 0 && count < kEnds) letters = letters << 8 | ' ', ++count;
  }
  return letters;
}

// Whether so many of the lines may be alike: one begins or ends as the others do. Of most documents no line
// does.
bool may_be_alike(const std::vector<Line>& lines, const std::vector<std::size_t>& candidates,
                  std::size_t fewest) {
  std::vector<std::uint32_t> firsts, lasts;
  for (const std::size_t i : candidates) {
    const std::span<const Word> words = lines[i].words;
    const std::span<const Word> key = words.first(words.size() - (ends_with_number(lines[i]) ? 1 : 0));
    firsts.push_back(first_letters(key));
    lasts.push_back(last_letters(key));
  }
  std::vector<std::uint32_t> sorted_firsts = firsts, sorted_lasts = lasts;
  std::ranges::sort(sorted_firsts);
  std::ranges::sort(sorted_lasts);
  for (std::size_t i = 0; i < firsts.size(); ++i)
    if (std::ranges::equal_range(sorted_firsts, firsts[i]).size() +
            std::ranges::equal_range(sorted_lasts, lasts[i]).size() >
        fewest)
      return true;
  return false;
}

// Those of the lines that may be running titles; none where not so many may be alike.
std::vector<Candidate> candidates_of(const std::vector<Line>& lines, const std::vector<std::size_t>& places,
                                     std::size_t fewest) {
  std::vector<Candidate> candidates;
  if (may_be_alike(lines, places, fewest))
    for (const std::size_t i : places) candidates.push_back(candidate(lines[i], i));
  return candidates;
}

struct Cluster {
  std::string key, digits;
  std::vector<std::size_t> lines;
  std::vector<int> numbers;  // of the lines, where they have one

  void add(const Cluster& other) {
    lines.insert(lines.end(), other.lines.begin(), other.lines.end());
    numbers.insert(numbers.end(), other.numbers.begin(), other.numbers.end());
  }
};

// The lines of the same words, near enough, and of the same digits; those that stand once are left out.
std::vector<Cluster> clusters(const std::vector<Candidate>& candidates) {
  std::map<std::pair<std::string, std::string>, Cluster> exact;
  for (const Candidate& one : candidates) {
    Cluster& cluster = exact[{one.key, one.digits}];
    cluster.add({{}, {}, {one.line}, {one.number}});
  }
  std::vector<Cluster> seeds;
  seeds.reserve(exact.size());
  for (auto& [key, cluster] : exact) seeds.push_back({key.first, key.second, cluster.lines, cluster.numbers});
  std::ranges::stable_sort(seeds, std::greater<>(), [](const Cluster& c) { return c.lines.size(); });
  std::vector<Cluster> found;
  for (Cluster& seed : seeds) {
    const auto near = std::ranges::find_if(
        found, [&](const Cluster& c) { return c.digits == seed.digits && alike(c.key, seed.key); });
    if (near != found.end()) {
      near->add(seed);
    } else if (found.size() < kMostSeeds) {
      found.push_back(std::move(seed));
    }
  }
  std::erase_if(found, [](const Cluster& c) { return c.lines.size() < 2; });
  return found;
}

// Whether the numbers in the lines are those of their pages, each as far from its page's as the first
// (where borders of pages are lost: growing); or one number that belongs to the title itself.
bool numbers_are_pages(const std::vector<Line>& lines, const Cluster& cluster, bool pages_known) {
  if (std::ranges::adjacent_find(cluster.numbers, std::not_equal_to<>()) == cluster.numbers.end())
    return true;
  int first = -1, before = -1;
  for (std::size_t i = 0; i < cluster.lines.size(); ++i) {
    const int number = cluster.numbers[i];
    if (number < 0) continue;
    const int difference = number - lines[cluster.lines[i]].page;
    if (first == -1) first = difference;
    if (pages_known ? difference != first : number <= before) return false;
    before = number;
  }
  return true;
}

// Whether the first of the running titles is the title itself: no lines before it say the same.
bool first_is_new(const std::vector<Line>& lines, const std::string& key, std::size_t first) {
  std::string above;
  for (std::size_t i = 0; i < first; ++i)
    if (!lines[i].blank()) above += key_of(lines[i]) + ' ';
  return above.find(key) == std::string::npos;
}

void drop_cluster(std::vector<Line>& lines, const Cluster& cluster) {
  std::vector<std::size_t> places = cluster.lines;
  std::ranges::sort(places);
  const bool keep_first = first_is_new(lines, cluster.key, places.front());
  for (std::size_t i = keep_first ? 1 : 0; i < places.size(); ++i) lines[places[i]].dropped = true;
}

// The first and last lines of each page, as indices.
std::vector<std::vector<std::size_t>> edges(const std::vector<Line>& lines, int pages) {
  std::vector<std::vector<std::size_t>> on_page(static_cast<std::size_t>(pages));
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].kept()) on_page[static_cast<std::size_t>(lines[i].page - 1)].push_back(i);
  for (auto& page : on_page)
    if (page.size() > 2 * kEdge) page.erase(page.begin() + kEdge, page.end() - kEdge);
  return on_page;
}

void drop_on_pages(std::vector<Line>& lines, int pages, const Entries& table) {
  constexpr std::size_t kShare = 3;  // of the pages: one in three has the header
  const auto at_edges = edges(lines, pages);
  std::vector<std::size_t> places;
  for (const auto& page : at_edges)
    for (const std::size_t i : page)
      if (could_run(lines[i], table)) places.push_back(i);
  for (const Cluster& cluster : clusters(candidates_of(lines, places, 2))) {
    if (!numbers_are_pages(lines, cluster, true)) continue;
    std::vector<int> on;
    for (const std::size_t i : cluster.lines) on.push_back(lines[i].page);
    std::ranges::sort(on);
    on.erase(std::unique(on.begin(), on.end()), on.end());
    const auto count = static_cast<std::size_t>(pages);
    if (on.size() >= 2 && on.size() * kShare >= count && (count <= 3 || on.size() >= 3))
      drop_cluster(lines, cluster);
  }
  // A number at a page's very edge is the page's, where it grows from page to page as pages do.
  std::map<int, std::vector<std::size_t>> by_difference;
  for (const auto& page : at_edges) {
    for (const std::size_t i : page)
      if (const int number = lone_number(lines[i]); number >= 0)
        by_difference[number - lines[i].page].push_back(i);
  }
  for (const auto& [difference, numbers] : by_difference)
    if (numbers.size() >= 2)
      for (const std::size_t i : numbers) lines[i].dropped = true;
}

bool page_number_beside(const std::vector<Line>& lines, std::size_t at) {
  const auto number_at = [&](std::size_t i) { return i < lines.size() && lone_number(lines[i]) >= 0; };
  std::size_t before = at;
  while (before > 0 && lines[before - 1].blank()) --before;
  std::size_t after = at + 1;
  while (after < lines.size() && lines[after].blank()) ++after;
  return (before > 0 && number_at(before - 1)) || number_at(after);
}

void drop_numbers_beside(std::vector<Line>& lines, const Cluster& cluster) {
  for (const std::size_t at : cluster.lines) {
    const auto drop = [&](std::size_t i) {
      if (lone_number(lines[i]) >= 0) lines[i].dropped = true;
    };
    std::size_t i = at;
    while (i > 0 && lines[i - 1].blank()) --i;
    if (i > 0) drop(i - 1);
    i = at + 1;
    while (i < lines.size() && lines[i].blank()) ++i;
    if (i < lines.size()) drop(i);
  }
}

// Whether the words stand at the top of the document, on one line or over several.
bool title_of_document(const std::vector<Line>& lines, const Cluster& cluster) {
  constexpr std::size_t kTop = 15, kTitleLines = 6;  // further down one line alone may be any heading
  std::size_t seen = 0;
  std::string top;
  for (std::size_t i = 0; i < lines.size() && seen < kTop; ++i) {
    if (lines[i].blank()) continue;
    ++seen;
    if (std::ranges::find(cluster.lines, i) == cluster.lines.end())
      top += key_of(lines[i]) + ' ';
    else if (seen <= kTitleLines)
      return true;
  }
  return top.find(cluster.key) != std::string::npos;
}

// Pages whose borders are lost (recognised scans, copied text): what stands three times or more is a
// running title only where it is the document's title too, or has page numbers beside it.
void drop_without_pages(std::vector<Line>& lines, const Entries& table) {
  constexpr std::size_t kFewest = 3;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (could_run(lines[i], table) && lines[i].words.size() >= 3) places.push_back(i);
  for (const Cluster& cluster : clusters(candidates_of(lines, places, kFewest))) {
    if (cluster.lines.size() < kFewest || !numbers_are_pages(lines, cluster, false)) continue;
    const auto numbered = static_cast<std::size_t>(
        std::ranges::count_if(cluster.lines, [&](std::size_t i) { return page_number_beside(lines, i); }));
    if (numbered * 2 < cluster.lines.size() && !title_of_document(lines, cluster)) continue;
    if (numbered * 2 >= cluster.lines.size()) drop_numbers_beside(lines, cluster);
    drop_cluster(lines, cluster);
  }
}

// Page numbers set apart at the right or in the middle of their line, growing down the document.
void drop_set_apart_numbers(std::vector<Line>& lines) {
  constexpr std::size_t kFarIn = 20;
  std::vector<std::size_t> numbers;
  int before = -1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int number = lines[i].blank() || lines[i].indent < kFarIn ? -1 : lone_number(lines[i]);
    if (number < 0) continue;
    if (number <= before) return;
    before = number;
    numbers.push_back(i);
  }
  if (numbers.size() < 2) return;
  for (const std::size_t i : numbers) lines[i].dropped = true;
}

}  // namespace

void drop_repeated(std::vector<Line>& lines, int pages, const Entries& table) {
  if (pages > 1) {
    drop_on_pages(lines, pages, table);
  } else {
    drop_without_pages(lines, table);
  }
  drop_set_apart_numbers(lines);
}

}  // namespace szukajst::indexer::clean_steps
