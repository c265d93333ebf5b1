#include "language/repair_brackets.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

constexpr double kCertainty = 0.85;
// What stands in brackets is not longer, in bytes.
constexpr std::size_t kBracketed = 400;

// Round capitals that lose their right side to a bracket.
constexpr std::array<std::string_view, 3> kRound{"C", "G", "O"};

bool ends_sentence(char32_t c) {
  constexpr std::u32string_view kEnds = U".!?:—–„»«…";
  return c == 0 || kEnds.find(c) != std::u32string_view::npos;
}

}  // namespace

std::vector<core::Repair> mend_brackets(std::string_view text, const WordTests& words) {
  std::vector<core::Repair> repairs;
  for (auto at = text.find_first_of("(["); at != std::string_view::npos;
       at = text.find_first_of("([", at + 1)) {
    const auto rest = text.substr(at + 1);
    const auto word = letters_at_begin(rest).in(rest);
    const auto close = rest.substr(0, kBracketed).find(text[at] == '(' ? ')' : ']');
    const bool starts = at == 0 || std::string_view(" \n\t\f").find(text[at - 1]) != std::string_view::npos;
    if (word.empty() || !starts || close < rest.find(text[at])) continue;
    if (text[at] == '(' && begins_lower(word)) {
      const auto before = text.find_last_not_of(" \t\n\f", at == 0 ? 0 : at - 1);
      const bool fresh = at == 0 || before == std::string_view::npos ||
                         ends_sentence(code_point_before(text, before + 1)) || text[before] == '"' ||
                         text[at - 1] == '\n' || text[before] == '?';
      const auto capital = std::ranges::find_if(kRound, [&](std::string_view letter) {
        return words.known(std::string(letter) + std::string(word));
      });
      if (fresh && capital != kRound.end()) {
        repairs.push_back({{at, at + 1}, std::string(*capital), kCertainty});
        continue;
      }
    }
    if (!words.known(word)) continue;
    std::size_t end = at + 1;
    utf8::next(text, end);
    repairs.push_back({{at, end}, std::string(text.substr(at + 1, end - at - 1)), kCertainty});
  }
  return repairs;
}

}  // namespace szukajst::language
