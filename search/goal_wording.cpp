#include "search/goal_wording.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "language/tokenizer.h"

namespace szukajst::search {
namespace {

// So many tokens of the document may stand between two that follow each other in the wording: the sign
// of a footnote, the number of a page.
constexpr std::size_t kMostBetween = 4;
constexpr int kNoWord = -1;

std::string key_of(std::string_view spelling) {
  return core::utf8::fold(core::utf8::lower(spelling));
}

// The words of a document from one token to another, by their numbers in the wording.
class Words {
 public:
  Words(const core::KeptDocument& document, std::size_t first, std::size_t last,
        const std::map<std::string, int>& numbers) {
    const core::Repair* mending = nullptr;
    std::vector<int> mended;  // the words of one repair: tokens follow them
    std::size_t next = 0;
    for (std::size_t i = first; i < last; ++i) {
      const auto number_of = [&](std::string_view text) {
        const auto known = numbers.find(key_of(text));
        return known == numbers.end() ? kNoWord : known->second;
      };
      const core::Repair* repair = repair_at(document, document.tokens[i]);
      if (repair == nullptr) {
        numbers_.push_back(number_of(document.tokens[i].in(document.text.text)));
        continue;
      }
      if (std::exchange(mending, repair) != repair) {
        mended.clear(), next = 0;
        for (const language::Token& token : language::tokenize(repair->mended))
          mended.push_back(number_of(token.range.in(repair->mended)));
      }
      numbers_.push_back(next < mended.size() ? mended[next++] : kNoWord);
    }
  }
  std::size_t size() const { return numbers_.size(); }
  int operator[](std::size_t i) const { return numbers_[i]; }

 private:
  std::vector<int> numbers_;
};

}  // namespace

const core::Repair* repair_at(const core::KeptDocument& document, core::ByteRange token) {
  const auto found =
      std::partition_point(document.repairs.begin(), document.repairs.end(),
                           [&](const core::Repair& each) { return each.source.end <= token.begin; });
  return found != document.repairs.end() && found->source.begin < token.end ? &*found : nullptr;
}

TokenPlaces place_wording(const core::KeptDocument& document, std::string_view wording,
                          const core::TokenRanges& tokens, int page) {
  std::map<std::string, int> numbers;
  std::vector<int> wanted;
  for (const core::ByteRange& token : tokens) {
    const int next = static_cast<int>(numbers.size());
    wanted.push_back(numbers.emplace(key_of(token.in(wording)), next).first->second);
  }
  // On its page, or from there on to the next.
  const auto& starts = document.text.page_starts;
  const auto start_of = [&](int number) {
    const std::size_t at = number <= 1                                        ? 0
                           : static_cast<std::size_t>(number) > starts.size() ? document.text.text.size()
                                                                              : starts[number - 1];
    return static_cast<std::size_t>(
        std::partition_point(document.tokens.begin(), document.tokens.end(),
                             [&](const core::ByteRange& each) { return each.begin < at; }) -
        document.tokens.begin());
  };
  const std::size_t first = start_of(page), behind_page = start_of(page + 1);
  const Words words(document, first, start_of(page + 2), numbers);

  TokenPlaces best(wanted.size());
  std::size_t most = wanted.size() / 2;  // fewer are met by chance
  for (std::size_t at = 0; at < words.size() && first + at < behind_page && most < wanted.size(); ++at) {
    if (words[at] == kNoWord) continue;
    TokenPlaces places(wanted.size());
    std::size_t placed = 0, next = at;
    // The first words of the wording may be those that cannot be read in the text.
    const auto begin = std::find(wanted.begin(), wanted.end(), words[at]) - wanted.begin();
    for (auto i = static_cast<std::size_t>(begin); i < wanted.size(); ++i) {
      const std::size_t end = std::min(words.size(), next + kMostBetween + 1);
      for (std::size_t look = next; look < end; ++look) {
        if (words[look] != wanted[i]) continue;
        places[i] = static_cast<std::uint32_t>(first + look);
        next = look + 1, ++placed;
        break;
      }
    }
    if (placed > most) most = placed, best = std::move(places);
  }
  return best;
}

}  // namespace szukajst::search
