#include "language/channel.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <optional>
#include <utility>

namespace szukajst::language {
namespace {

// "2.31"; '-' is never.
std::optional<float> weight(std::string_view text) {
  if (text == "-") return std::numeric_limits<float>::infinity();
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::max(value, 0.0F);
}

std::optional<Confusion> parse(std::string_view line) {
  std::array<std::string_view, 4> fields;
  for (auto& field : fields) {
    const auto tab = line.find('\t');
    field = line.substr(0, tab);
    line = tab == std::string_view::npos ? std::string_view() : line.substr(tab + 1);
  }
  const auto polish = weight(fields[2]), foreign = weight(fields[3]);
  if (fields[0].empty() || fields[1].empty() || !polish || !foreign || !line.empty()) return std::nullopt;
  return Confusion{std::string(fields[1]), std::string(fields[0]), {*polish, *foreign}};
}

}  // namespace

core::Result<Channel> Channel::open(const std::filesystem::path& folder) {
  Channel channel;
  for (const char* name : {"confusions.tsv", "confusions_extra.tsv"}) {
    if (auto done = channel.read(folder / name); !done) return done.error();
  }
  return channel;
}

core::Result<core::Done> Channel::read(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) return core::Error{core::ErrorCode::not_found, "cannot read " + path.string()};
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    auto confusion = parse(line);
    if (!confusion) {
      return core::Error{core::ErrorCode::malformed, path.string() + ", line " + std::to_string(number) +
                                                         ": not four fields of a confusion"};
    }
    put(*std::move(confusion));
  }
  return core::Done();
}

void Channel::put(Confusion confusion) {
  auto& list = by_byte_[static_cast<unsigned char>(confusion.damaged.front())];
  const auto same = std::ranges::find_if(
      list, [&](const Confusion& c) { return c.damaged == confusion.damaged && c.truth == confusion.truth; });
  if (same == list.end())
    list.push_back(std::move(confusion));
  else
    *same = std::move(confusion);
}

}  // namespace szukajst::language
