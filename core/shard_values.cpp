#include "core/shard_values.h"

#include <charconv>
#include <cstdio>

namespace szukajst::core {
namespace {

// Raised when an index made before could not be asked as it is now.
constexpr std::uint64_t kVersion = 2;

std::string fixed(std::uint32_t number) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%010u", number);
  return text.data();
}

void put(std::string& bytes, std::string_view text) {
  std::size_t left = text.size();
  for (; left >= 0x80; left >>= 7) bytes += static_cast<char>(left | 0x80);
  bytes += static_cast<char>(left);
  bytes += text;
}

std::optional<std::string> take(std::string_view& bytes) {
  std::size_t size = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (bytes.empty() || shift > 28) return std::nullopt;
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    size |= std::size_t{byte & 0x7FU} << shift;
    if (byte < 0x80) break;
  }
  if (size > bytes.size()) return std::nullopt;
  std::string text(bytes.substr(0, size));
  bytes.remove_prefix(size);
  return text;
}

}  // namespace

OrderKeys order_keys(std::uint32_t day, std::string_view title_key, std::string_view id, std::size_t goal) {
  const std::string end = '\0' + std::string(id) + '\0' + fixed(static_cast<std::uint32_t>(goal));
  // What has no day, 0, stands last in both.
  return {fixed(~day) + end, fixed(day - 1) + end, std::string(title_key) + end};
}

std::uint32_t day_of_order(std::string_view newest) {
  std::uint32_t number = 0;
  if (newest.size() < sizeof number) return 0;
  for (const char byte : newest.substr(0, sizeof number))
    number = number << 8 | static_cast<unsigned char>(byte);
  return ~number;
}

std::string encode_facet(const std::vector<FacetEntry>& entries) {
  std::string bytes;
  for (const FacetEntry& entry : entries) put(bytes, entry.value), put(bytes, entry.label);
  return bytes;
}

std::optional<std::vector<FacetEntry>> decode_facet(std::string_view bytes) {
  std::vector<FacetEntry> entries;
  while (!bytes.empty()) {
    auto value = take(bytes), label = value ? take(bytes) : std::nullopt;
    if (!label) return std::nullopt;
    entries.push_back({std::move(*value), std::move(*label)});
  }
  return entries;
}

std::string encode_sizes(const ShardSizes& sizes) {
  std::string text = std::to_string(kVersion);
  for (const std::uint64_t each :
       {std::uint64_t{sizes.documents}, std::uint64_t{sizes.goals}, sizes.length, sizes.goal_length})
    text += ' ' + std::to_string(each);
  return text;
}

std::size_t number_of(std::string_view value) {
  std::size_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

std::optional<ShardSizes> decode_sizes(std::string_view bytes) {
  std::array<std::uint64_t, 5> numbers{};
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  for (std::uint64_t& number : numbers) {
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc()) return std::nullopt;
    at = next == end ? next : next + 1;
  }
  if (numbers[0] != kVersion) return std::nullopt;
  return ShardSizes{numbers[1], numbers[2], numbers[3], numbers[4]};
}

}  // namespace szukajst::core
