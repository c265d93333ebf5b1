// The text of a document, page by page, with its mended words marked and an anchor at each extracted item.
#pragma once

#include <cstddef>
#include <string>

#include "core/evidence.h"
#include "search/searcher.h"
#include "server/language.h"
#include "server/render/strings.h"
#include "server/render/view.h"

namespace szukajst::server {

// The anchor of the item's n-th range ("at-place-3-0"), counted from 0 as `index` in its list is.
std::string evidence_anchor(core::EvidenceOf what, std::size_t index, std::size_t n);

// Views of the pages: {n, page_heading, paragraphs: {segments}}.
View::List text_pages(const Strings& strings, Language language, const search::StoredDocument& document);

}  // namespace szukajst::server
