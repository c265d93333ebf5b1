#include "language/table_rows.h"

#include <charconv>
#include <fstream>
#include <string>

#include "core/utf8.h"

namespace szukajst::language {

core::Result<core::Done> for_each_row(const std::filesystem::path& file, const char* wanted,
                                      const std::function<const char*(const TableRow&)>& f) {
  std::ifstream stream(file);
  if (!stream) return core::Error{core::ErrorCode::not_found, file.string() + ": cannot be opened"};
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const std::string_view content = core::utf8::trim(line);
    if (content.empty() || content.starts_with('#')) continue;
    const std::size_t first = content.find('\t'), second = content.find('\t', first + 1);
    const bool whole = first != std::string_view::npos && second != std::string_view::npos;
    const char* const why = !whole
                                ? wanted
                                : f({content.substr(0, first), content.substr(first + 1, second - first - 1),
                                     content.substr(second + 1)});
    if (why != nullptr) {
      return core::Error{core::ErrorCode::malformed,
                         file.string() + ":" + std::to_string(number) + ": " + why};
    }
  }
  return core::Done{};
}

std::optional<double> share_in(std::string_view cell) {
  double share = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), share);
  const bool fits = error == std::errc() && end == cell.data() + cell.size() && share >= 0 && share <= 1;
  return fits ? std::optional(share) : std::nullopt;
}

}  // namespace szukajst::language
