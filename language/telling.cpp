#include "language/telling.h"

#include <algorithm>

#include "core/utf8.h"
#include "language/table_rows.h"

namespace szukajst::language {

core::Result<Telling> Telling::load(const std::filesystem::path& file) {
  Telling telling;
  const auto read = [&](const TableRow& row) -> const char* {
    const auto [what, amount, list] = row;
    if (what != "tag" && what != "words") return "the row is of neither tags nor words";
    const auto share = share_in(amount);
    if (!share) return "the share is no number from 0 to 1";
    for (std::string_view rest = list; !rest.empty();) {
      const std::string_view each = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), each.size() + 1));
      if (each.empty()) continue;
      if (what == "words") {
        telling.words_.insert_or_assign(core::utf8::fold(each), *share);
      } else if (each == "unknown") {
        telling.unknown_ = *share;
      } else {
        telling.tags_.emplace_back(each, *share);
      }
    }
    return nullptr;
  };
  if (auto done = for_each_row(file, "'tag' or 'words', a share and a list are wanted", read); !done)
    return done.error();
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
