#include "language/word_families.h"

#include <algorithm>
#include <fstream>
#include <optional>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

// What must stand before an ending for the rest to be a stem, in bytes: "gra" is no family of "gralny".
constexpr std::size_t kShortestStem = 3;

bool is_a(const Lexicon& lexicon, const std::string& lemma, std::string_view part_of_speech) {
  const auto readings = lexicon.look_up(lemma);
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return reading.lemma == lemma && reading.tag.starts_with(part_of_speech);
  });
}

std::optional<std::string> exchanged(std::string_view lemma, std::string_view from, std::string_view to) {
  if (!lemma.ends_with(from) || lemma.size() < from.size() + kShortestStem) return std::nullopt;
  return std::string(lemma.substr(0, lemma.size() - from.size())).append(to);
}

}  // namespace

core::Result<WordFamilies> WordFamilies::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) return core::Error{core::ErrorCode::not_found, file.string() + ": cannot be opened"};
  WordFamilies families;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const auto content = core::utf8::trim(std::string_view(line).substr(0, line.find('#')));
    if (content.empty()) continue;
    const std::size_t first = content.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : content.find('\t', first + 1);
    if (second == std::string_view::npos || second + 1 == content.size()) {
      return core::Error{core::ErrorCode::malformed,
                         file.string() + ":" + std::to_string(number) + ": three columns are wanted"};
    }
    const auto type = content.substr(0, first);
    const std::string noun(content.substr(first + 1, second - first - 1));
    const std::string adjective(content.substr(second + 1));
    if (type == "pair") {
      families.pairs_.emplace(noun, adjective);
      families.pairs_.emplace(adjective, noun);
    } else if (type == "ending") {
      families.endings_.push_back({noun, adjective});
    } else {
      return core::Error{core::ErrorCode::malformed, file.string() + ":" + std::to_string(number) +
                                                         ": the first column is pair or ending"};
    }
  }
  return families;
}

std::vector<std::string> WordFamilies::relatives(std::string_view lemma, const Lexicon& lexicon) const {
  std::vector<std::string> found;
  const auto add = [&](std::string word) {
    if (word != lemma && std::find(found.begin(), found.end(), word) == found.end())
      found.push_back(std::move(word));
  };
  const auto [first, last] = pairs_.equal_range(std::string(lemma));
  for (auto pair = first; pair != last; ++pair) add(pair->second);
  for (const auto& [noun, adjective] : endings_) {
    const std::string own(lemma);
    if (auto made = exchanged(lemma, noun, adjective);
        made && is_a(lexicon, own, "subst") && is_a(lexicon, *made, "adj"))
      add(*std::move(made));
    if (auto source = exchanged(lemma, adjective, noun);
        source && is_a(lexicon, own, "adj") && is_a(lexicon, *source, "subst"))
      add(*std::move(source));
  }
  return found;
}

}  // namespace szukajst::language
