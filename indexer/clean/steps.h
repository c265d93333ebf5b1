// The steps of cleaning, in the order in which clean() takes them. Each marks lines as dropped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/clean.h"
#include "indexer/clean/entries.h"
#include "indexer/clean/lines.h"

namespace szukajst::indexer::clean_steps {

using Entries = FurnitureTable::Entries;

// Words that show or hide what stands below go from their lines: "Rozwiń: Cele", "Cele [rozwiń]".
void strip_switches(std::vector<Line>& lines, const Entries& table);

// Running titles, and page numbers. `pages`: how many pages the source shows.
void drop_repeated(std::vector<Line>& lines, int pages, const Entries& table);

// Lines that the table knows, lines of signs alone, addresses of web sites alone.
void drop_known(std::vector<Line>& lines, std::string_view format_title, const Entries& table);

// Menus (in a row or one below another), paths to the page ("a > b > c").
void drop_menus(std::vector<Line>& lines, const Entries& table);

// What stands under "Najczęściej czytane", "Zobacz także" and the like; the end of a page behind its last
// words.
void drop_teasers(std::vector<Line>& lines, const Entries& table);

// The title as the page itself tells it (CleanDocument::title_hint). A <title> that stands as the text's
// first line loses the site's name there, or goes where the title stands again further on.
std::string title_hint(std::vector<Line>& lines, std::string_view format_title, const Entries& table);

// The lines that stay, with words hyphenated at line ends joined.
core::PagedText joined(const std::vector<Line>& lines, int pages, const WordTest& is_word);

}  // namespace szukajst::indexer::clean_steps
