#include "search/related_words.h"

#include <algorithm>
#include <array>

namespace szukajst::search {
namespace {

// The endings of a noun and of the adjective that means "of it", where that is all it means. A pair belongs
// here if it holds for nearly every word that the lexicon has with both endings: "-gia, -giczny" does not
// ("energia" and "energiczny"), nor "-kcja, -kcyjny" ("akcja" and "akcyjny").
struct Derivation {
  std::string_view noun, adjective;
};
constexpr std::array<Derivation, 8> kDerivations{{
    {"yka", "yczny"},       // turystyka, turystyczny
    {"ika", "iczny"},       // technika, techniczny
    {"acja", "acyjny"},     // edukacja, edukacyjny
    {"ycja", "ycyjny"},     // inwestycja, inwestycyjny
    {"ocja", "ocyjny"},     // promocja, promocyjny
    {"logia", "logiczny"},  // ekologia, ekologiczny
    {"ltura", "lturalny"},  // kultura, kulturalny
    {"ktura", "kturalny"},  // infrastruktura, infrastrukturalny
}};

bool known_as(std::string_view lemma, std::string_view part_of_speech, const language::Lexicon& lexicon) {
  const auto readings = lexicon.look_up(lemma);
  return std::any_of(readings.begin(), readings.end(), [&](const language::Reading& reading) {
    return reading.lemma == lemma && reading.tag.starts_with(part_of_speech);
  });
}

}  // namespace

std::vector<std::string> related_words(std::string_view lemma, const language::Lexicon& lexicon) {
  std::vector<std::string> related;
  const auto derive = [&](std::string_view from, std::string_view to, std::string_view from_part,
                          std::string_view to_part) {
    if (!lemma.ends_with(from)) return;
    std::string other(lemma.substr(0, lemma.size() - from.size()));
    other += to;
    if (known_as(lemma, from_part, lexicon) && known_as(other, to_part, lexicon))
      related.push_back(std::move(other));
  };
  for (const auto& [noun, adjective] : kDerivations) {
    derive(noun, adjective, "subst", "adj");
    derive(adjective, noun, "adj", "subst");
  }
  return related;
}

}  // namespace szukajst::search
