// A web page's tree as lines of text, in which the extractors, who read lines, see its structure.
#pragma once

#include <string>

#include "indexer/formats/html_furniture.h"

namespace szukajst::indexer::formats {

// Blocks on lines of their own, blank lines between paragraphs; list items as "• text" or "1. text",
// those of inner lists indented; tables as html_table.h tells. UTF-8, not yet NFC.
std::string lay_out(const xmlNode* root, const HtmlFurniture& furniture);

}  // namespace szukajst::indexer::formats
