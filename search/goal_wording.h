// Where in its document's text the wording of a goal stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/index_format.h"
#include "core/text.h"

namespace szukajst::search {

// The repair that a token of the document came from; null where the source was not mended there.
const core::Repair* repair_at(const core::KeptDocument& document, core::ByteRange token);

// For each token of the wording the token of the document (its index in KeptDocument::tokens) that it was
// read from, ascending; nothing where that is not known. `page`: on which the wording begins.
using TokenPlaces = std::vector<std::optional<std::uint32_t>>;
TokenPlaces place_wording(const core::KeptDocument& document, std::string_view wording,
                          const core::TokenRanges& tokens, int page);

}  // namespace szukajst::search
