#include "language/telling.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "core/utf8.h"

namespace szukajst::language {

core::Result<Telling> Telling::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) return core::Error{core::ErrorCode::not_found, file.string() + ": cannot be opened"};
  Telling telling;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const std::string_view content = core::utf8::trim(line);
    if (content.empty() || content.starts_with('#')) continue;
    const auto wrong = [&](const char* why) {
      return core::Error{core::ErrorCode::malformed,
                         file.string() + ":" + std::to_string(number) + ": " + why};
    };
    const std::size_t first = content.find('\t'), second = content.find('\t', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
      return wrong("'tag' or 'words', a share and a list are wanted");
    const std::string_view what = content.substr(0, first),
                           amount = content.substr(first + 1, second - first - 1);
    if (what != "tag" && what != "words") return wrong("the row is of neither tags nor words");
    double share = 0;
    const auto [end, error] = std::from_chars(amount.data(), amount.data() + amount.size(), share);
    if (error != std::errc() || end != amount.data() + amount.size() || !(share >= 0 && share <= 1))
      return wrong("the share is no number from 0 to 1");
    for (std::string_view rest = content.substr(second + 1); !rest.empty();) {
      const std::string_view each = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), each.size() + 1));
      if (each.empty()) continue;
      if (what == "words") {
        telling.words_.insert_or_assign(core::utf8::fold(each), share);
      } else if (each == "unknown") {
        telling.unknown_ = share;
      } else {
        telling.tags_.emplace_back(each, share);
      }
    }
  }
  return telling;
}

double Telling::share(std::string_view lemma, const Lexicon& lexicon) const {
  if (const auto known = words_.find(core::utf8::fold(lemma)); known != words_.end()) return known->second;
  // As the word that it is: a noun that could be a form of some verb too is a noun.
  double best = -1;
  for (const Reading& reading : lexicon.look_up(lemma)) {
    if (core::utf8::lower(reading.lemma) != lemma) continue;
    const auto row =
        std::ranges::find_if(tags_, [&](const auto& tag) { return reading.tag.starts_with(tag.first); });
    if (row != tags_.end()) best = std::max(best, row->second);
  }
  return best < 0 ? unknown_ : best;
}

}  // namespace szukajst::language
