#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/clean/steps.h"

namespace szukajst::indexer::clean_steps {
namespace {

namespace utf8 = core::utf8;

// What a <title> has between the page's name and the site's; the first that stands there divides.
constexpr std::array<std::string_view, 8> kDividers{" | ", " :: ", " » ", " • ", " - ", " – ", " — ", " < "};
constexpr std::size_t kMostWordsOfSite = 7;
constexpr std::size_t kMostWordsOfMasthead = 14;  // with address and telephone
constexpr std::size_t kLongestTitle = 200;

std::string key_of_text(std::string_view text) {
  std::string key;
  for (const Word& word : words_of(text)) key += (key.empty() ? "" : " ") + word.key;
  return key;
}

std::vector<std::string_view> divided(std::string_view title) {
  std::vector<std::string_view> parts;
  const auto* divider = std::ranges::find_if(
      kDividers, [&](std::string_view d) { return title.find(d) != std::string_view::npos; });
  if (divider == kDividers.end()) return {utf8::trim(title)};
  for (std::size_t begin = 0; begin <= title.size();) {
    const std::size_t end = std::min(title.find(*divider, begin), title.size());
    if (const std::string_view part = utf8::trim(title.substr(begin, end - begin)); !part.empty())
      parts.push_back(part);
    begin = end + divider->size();
  }
  return parts;
}

bool site_name(std::string_view part, const Entries& table, std::size_t most_words = kMostWordsOfSite) {
  if (part.find("www.") != std::string_view::npos) return true;
  if (part.find(' ') == std::string_view::npos && (part.ends_with(".pl") || part.ends_with(".eu")))
    return true;
  const auto words = words_of(part);
  return words.size() <= most_words && table.fits(words, Action::site);
}

// The title without the parts that name the site; the whole where none does, empty where all do.
std::string_view without_site(std::string_view title, const Entries& table) {
  const auto parts = divided(title);
  const auto own = [&](std::string_view part) { return !site_name(part, table); };
  const auto first = std::ranges::find_if(parts, own);
  if (first == parts.end()) return {};
  const auto last = std::find_if(parts.rbegin(), parts.rend(), own);
  const auto begin = static_cast<std::size_t>(first->data() - title.data());
  const auto end = static_cast<std::size_t>(last->data() + last->size() - title.data());
  return title.substr(begin, end - begin);
}

bool ruled(const Line& line) {
  constexpr std::size_t kShortestRule = 5;
  return line.dropped && line.text.size() >= kShortestRule &&
         line.text.find_first_not_of("=-_") == std::string_view::npos;
}

// Whether the line stands alone between empty or dropped lines.
bool alone(const std::vector<Line>& lines, std::size_t at) {
  return (at == 0 || !lines[at - 1].kept()) && (at + 1 == lines.size() || !lines[at + 1].kept());
}

// What may stand between a page's menus and its title: "Kategoria: oświata", the site's name, a section's in
// one word.
bool passed_over(const Line& line, const Entries& table) {
  const auto label = std::min<std::size_t>(line.words.size(), 2);
  const bool labelled =
      std::any_of(line.words.begin(), line.words.begin() + static_cast<std::ptrdiff_t>(label),
                  [](const Word& word) { return word.colon; });
  return line.words.size() < 2 || labelled || site_name(line.text, table, kMostWordsOfMasthead);
}

// "Start » O nas » Członkowie": what a path ends with, as a key; empty for a line that is none.
std::string end_of_path(const Line& line) {
  static constexpr std::array<std::string_view, 5> kSteps{" » ", " > ", " / ", " › ", " >> "};
  for (const std::string_view step : kSteps)
    if (const std::size_t last = line.text.rfind(step); last != std::string_view::npos)
      return key_of_text(std::string_view(line.text).substr(last + step.size()));
  return {};
}

// The heading below the furniture at the top of the page; lines.size() where there is no furniture
// there, or the first text below it is no heading that stands alone on its line.
std::size_t heading_below_furniture(const std::vector<Line>& lines, const Entries& table) {
  constexpr std::size_t kMostLinesPassed = 6;
  constexpr std::string_view kNoTitleEnds = ".:;,";
  std::size_t first = lines.size(), passed = 0;
  bool furniture = false;
  std::string path;
  const std::size_t body = body_begin(lines);
  for (std::size_t i = 0; i < body && passed < kMostLinesPassed; ++i) {
    furniture = furniture || lines[i].above;
    if (lines[i].dropped)
      if (std::string end = end_of_path(lines[i]); !end.empty()) {
        path = std::move(end);
        first = lines.size();  // what stands above the path belongs to the site
      }
    if (!lines[i].kept() || !furniture) continue;
    ++passed;
    if (passed_over(lines[i], table)) continue;
    const bool title = alone(lines, i) && lines[i].text.size() <= kLongestTitle &&
                       kNoTitleEnds.find(lines[i].text.back()) == std::string_view::npos;
    // Of a section's name and the title below it, the one with a rule under it is the title.
    if (title && i + 1 < lines.size() && ruled(lines[i + 1])) return i;
    // So is the one that the path above it leads to.
    if (title && !path.empty() && key_of(lines[i]).starts_with(path)) return i;
    if (first != lines.size()) break;
    if (!title) return lines.size();
    first = i;
  }
  return first;
}

// Whether the words stand in the lines from `from` on, one line or several together.
bool stands_below(const std::vector<Line>& lines, std::size_t from, const std::string& key) {
  constexpr std::size_t kFarEnough = 4000;
  std::string all = " ";
  for (std::size_t i = from; i < lines.size() && all.size() < kFarEnough; ++i)
    if (lines[i].kept()) all += key_of(lines[i]) + ' ';
  return all.find(' ' + key + ' ') != std::string::npos;
}

// A <title> that became the first line of a text: its own part, where that is told by the site's
// name beside it and stands again below. The line goes then.
std::string_view title_of_first_line(std::vector<Line>& lines, const Entries& table) {
  const auto first = std::ranges::find_if(lines, [](const Line& line) { return !line.blank(); });
  if (first == lines.end() || first->text.size() > kLongestTitle) return {};
  const std::string_view own = without_site(first->text, table);
  if (own.empty() || own.size() == first->text.size()) return {};
  if (!stands_below(lines, static_cast<std::size_t>(first - lines.begin()) + 1, key_of_text(own))) return {};
  first->dropped = true;
  return own;
}

bool stands_as_line(const std::vector<Line>& lines, const std::string& key) {
  return std::ranges::any_of(lines, [&](const Line& line) { return line.kept() && key_of(line) == key; });
}

}  // namespace

std::string title_hint(std::vector<Line>& lines, std::string_view format_title, const Entries& table) {
  if (const auto own = without_site(format_title, table); !own.empty()) return utf8::collapse(own);

  const std::string_view flattened = title_of_first_line(lines, table);
  const std::size_t below = heading_below_furniture(lines, table);
  if (flattened.empty()) return below < lines.size() ? utf8::collapse(lines[below].text) : std::string();
  const std::string key = key_of_text(flattened);
  // "Cele strategiczne" in <title> is "Cele strategiczne Kołobrzegu" on the page.
  if (below < lines.size() && key_of(lines[below]).find(key) != std::string::npos)
    return utf8::collapse(lines[below].text);
  return stands_as_line(lines, key) ? utf8::collapse(flattened) : std::string();
}

}  // namespace szukajst::indexer::clean_steps
