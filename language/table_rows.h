// Tables of three columns set apart by tabs; blank lines and those that begin with "#" are passed over.
// UTF-8.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

#include "core/result.h"

namespace szukajst::language {

using TableRow = std::array<std::string_view, 3>;

// Calls `f` with each row until it says why one makes no sense; null where it does. Errors: not_found,
// malformed (file, line and why). `wanted`: what is said of a line with fewer cells.
core::Result<core::Done> for_each_row(const std::filesystem::path& file, const char* wanted,
                                      const std::function<const char*(const TableRow&)>& f);

// A number from 0 to 1, the whole cell; none where it is none.
std::optional<double> share_in(std::string_view cell);

}  // namespace szukajst::language
