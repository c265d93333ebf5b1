#include "language/letters.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <utility>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

constexpr std::size_t kTriples = kLetters * kLetters * kLetters;
constexpr std::size_t kLongest = 40;  // bytes; longer ones are no words
// Confusions that are rarer are left to the dictionaries.
constexpr float kHeaviest = 6;
// Paths that are kept at each place of the damaged word.
constexpr std::size_t kPaths = 24;
// What a sign costs that has to stay, as no confusion explains it.
constexpr double kNoLetter = 12;

struct Path {
  double cost = 0;
  std::size_t triple = 0;  // the last three letters
  std::string form;
};

std::size_t pushed(std::size_t triple, std::size_t letter) {
  return (triple * kLetters + letter) % kTriples;
}

void add(std::vector<Path>& paths, Path path) {
  const auto same = std::ranges::find(paths, path.triple, &Path::triple);
  if (same == paths.end())
    paths.push_back(std::move(path));
  else if (path.cost < same->cost)
    *same = std::move(path);
}

}  // namespace

std::optional<std::size_t> letter_number(char32_t small) {
  static const std::unordered_map<char32_t, std::size_t> kNumbers = [] {
    std::unordered_map<char32_t, std::size_t> numbers;
    for (std::size_t at = 0; at < kSpellingLetters.size();) {
      const char32_t letter = utf8::next(kSpellingLetters, at);
      numbers.emplace(letter, numbers.size() + 1);
    }
    return numbers;
  }();
  const auto number = kNumbers.find(small);
  return number != kNumbers.end() ? std::optional(number->second) : std::nullopt;
}

core::Result<Letters> Letters::open(const std::filesystem::path& file) {
  auto mapped = MappedFile::open(file);
  if (!mapped) return mapped.error();
  if (mapped->bytes().size() != kTriples * kLetters)
    return core::Error{core::ErrorCode::malformed, file.string() + ": not a byte for each four letters"};
  return Letters(*std::move(mapped));
}

double Letters::cost_of(std::string_view word) const {
  double sum = 0;
  std::size_t triple = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto number = letter_number(utf8::next(word, at));
    sum += number ? cost(triple, *number) : kNoLetter;
    triple = pushed(triple, number.value_or(0));
  }
  return sum + cost(triple, 0);
}

std::optional<Letters::Spelled> Letters::spell(std::string_view damaged, const Channel& channel,
                                               Engine engine) const {
  if (damaged.empty() || damaged.size() > kLongest) return std::nullopt;
  const auto by = static_cast<std::size_t>(engine);
  std::vector<std::vector<Path>> at(damaged.size() + 1);
  at[0].push_back({});
  double kept = 0;  // what reading the word rightly costs
  for (std::size_t place = 0; place < damaged.size(); ++place) {
    auto& paths = at[place];
    if (paths.empty()) continue;
    std::ranges::sort(paths, {}, &Path::cost);
    if (paths.size() > kPaths) paths.resize(kPaths);
    const auto go = [&](std::size_t taken, std::string_view truth, double weight) {
      for (const Path& path : paths) {
        Path next{path.cost + weight, path.triple, path.form};
        for (std::size_t i = 0; i < truth.size();) {
          const auto number = letter_number(utf8::next(truth, i));
          next.cost += number ? cost(next.triple, *number) : kNoLetter;
          next.triple = pushed(next.triple, number.value_or(0));
        }
        next.form += truth;
        add(at[place + taken], std::move(next));
      }
    };
    const auto rest = damaged.substr(place);
    std::size_t size = 0;
    utf8::next(rest, size);
    const auto itself = rest.substr(0, size);
    bool known = false;
    for (const Confusion& confusion : channel.starting(rest.front())) {
      if (!rest.starts_with(confusion.damaged) || confusion.weight[by] > kHeaviest) continue;
      go(confusion.damaged.size(), confusion.truth, confusion.weight[by]);
      if (confusion.damaged != itself || confusion.truth != itself) continue;
      known = true;
      kept += confusion.weight[by];
    }
    if (!known) go(size, itself, 0);
  }
  auto& whole = at.back();
  for (Path& path : whole) path.cost += cost(path.triple, 0);
  if (whole.empty()) return std::nullopt;
  const Path& best = *std::ranges::min_element(whole, {}, &Path::cost);
  if (best.form == damaged) return std::nullopt;
  return Spelled{best.form, kept + cost_of(damaged) - best.cost};
}

}  // namespace szukajst::language
