// The noisy channel of optical recognition: which letters became which, at what weight.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace szukajst::language {

// Who read the paper: an engine that knows Polish errs seldom, one that does not (or a typist without the
// letters) hardly ever leaves a diacritic.
enum class Engine { polish, foreign };
inline constexpr std::size_t kEngines = 2;

struct Confusion {
  std::string damaged;  // lower case, never empty
  std::string truth;    // lower case, never empty; the same as `damaged` where the letter was read rightly
  std::array<float, kEngines> weight{};  // -ln P(damaged | truth), by Engine; infinite where it never happens
};

// Immutable; threads may share it.
class Channel {
 public:
  // Reads confusions.tsv and confusions_extra.tsv: truth, damaged, weight with an engine that knows Polish,
  // with one that does not ('-': never), separated by tabs; '#' begins a comment line. What stands in the
  // second file replaces what the first says of the same letters. Error: not_found, malformed (names file and
  // line).
  static core::Result<Channel> open(const std::filesystem::path& folder);

  // The confusions whose damaged side begins with that byte.
  const std::vector<Confusion>& starting(char byte) const {
    return by_byte_[static_cast<unsigned char>(byte)];
  }

 private:
  core::Result<core::Done> read(const std::filesystem::path& path);
  void put(Confusion confusion);

  std::array<std::vector<Confusion>, 256> by_byte_;
};

}  // namespace szukajst::language
