// The repair of what stands between words: dashes, bullets, opening quotes, strokes that no one wrote.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/text.h"

namespace szukajst::language {

// Who damaged the signs.
enum class SignDamage { light, heavy };

// Immutable; threads may share it.
class Signs {
 public:
  // Reads data/signs.tsv. Error: not_found, malformed (file and line).
  static core::Result<Signs> open(const std::filesystem::path& file);

  // The repairs that the signs of `text` need, in order; no two overlap. What they put is never empty: a sign
  // that goes leaves the white space at its side.
  std::vector<core::Repair> repairs(std::string_view text, SignDamage damage) const;

 private:
  enum class Place { between, begin, end, before, alone, close, joins };
  struct Rule {
    SignDamage damage;
    Place place;
    std::string sign, paper;
  };
  const Rule* rule(SignDamage damage, Place place, std::string_view sign) const;
  void mend_run(std::string_view text, core::ByteRange run, SignDamage damage,
                std::vector<core::Repair>& repairs) const;

  std::vector<Rule> rules_;
};

}  // namespace szukajst::language
