// Texts cut at the places that a page marks.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "server/render/view.h"

namespace szukajst::server {

// Views {text, marked}, in order; together the whole text. Ranges are [begin, end) in code points,
// ascending; what reaches past the text or back over an earlier range is left unmarked.
View::List highlighted(std::string_view text, const std::vector<std::pair<std::size_t, std::size_t>>& ranges);

}  // namespace szukajst::server
