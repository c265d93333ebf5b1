// A line's text without what is drawn around it. Internal to the goal extractor.
#pragma once

#include <string>
#include <string_view>

namespace szukajst::indexer::extract {

// "│ CEL NADRZĘDNY │": without the lines of a drawn box; empty where there is nothing else.
std::string_view without_frame(std::string_view text);

// "|   +-- Działanie 1.1": without the branches of a drawn tree; empty where there is nothing else.
std::string_view without_branches(std::string_view text);

// "+-----+", "+=====+=====+": the line above or below a row of a table or a box.
bool rule(std::string_view text);

// "P o p r a w a   j a k o ś c i": the words, where all letters of a line stand apart and words still
// farther; empty for any other line.
std::string without_spacing(std::string_view text);

// Of a line of a box, "| CEL STRATEGICZNY 1 |", what stands in it.
std::string_view in_box(std::string_view text);

// "### Cel strategiczny A": without the signs of a heading; "* A.1 Zdrowie": without the bullet before a
// number of several parts, which tells more.
std::string_view without_signs(std::string_view text);

}  // namespace szukajst::indexer::extract
