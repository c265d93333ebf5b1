#include "indexer/clean/clean.h"

#include <algorithm>
#include <vector>

#include "indexer/clean/entries.h"
#include "indexer/clean/lines.h"
#include "indexer/clean/steps.h"

namespace szukajst::indexer {
namespace {

using clean_steps::Line;

std::size_t kept_letters(const std::vector<Line>& lines) {
  std::size_t letters = 0;
  for (const Line& line : lines)
    if (line.kept()) letters += line.text.size();
  return letters;
}

}  // namespace

CleanDocument clean(const DecodedDocument& document, const FurnitureTable& furniture,
                    const WordTest& is_word) {
  constexpr std::size_t kNearlyNothing = 200;
  const auto& table = furniture.entries();
  std::vector<Line> lines = clean_steps::split_lines(document.text);
  for (Line& line : lines) line.actions = table.actions(line.words);
  const int pages = document.text.pages();

  clean_steps::strip_switches(lines, table);
  clean_steps::drop_repeated(lines, pages, table);
  clean_steps::drop_known(lines, document.title, table);
  clean_steps::drop_menus(lines, table);
  // A heading of teasers above all of a text is no heading of teasers: a page that lists things.
  std::vector<bool> dropped(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) dropped[i] = lines[i].dropped;
  const std::size_t letters_before = kept_letters(lines);
  clean_steps::drop_teasers(lines, table);
  const std::size_t letters = kept_letters(lines);
  if (letters < kNearlyNothing && letters * 4 < letters_before)
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].dropped = dropped[i];

  CleanDocument cleaned;
  cleaned.title_hint = clean_steps::title_hint(lines, document.title, table);
  cleaned.lines_dropped = static_cast<int>(std::ranges::count_if(lines, &Line::dropped));
  cleaned.text = clean_steps::joined(lines, pages, is_word);
  return cleaned;
}

}  // namespace szukajst::indexer
