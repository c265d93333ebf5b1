#include "bench/corpus/words.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "core/utf8.h"
#include "language/automaton_entries.h"
#include "language/cfsa2.h"
#include "language/tokenizer.h"

namespace szukajst::bench {
namespace {

// How many of the words are the lexicon's; the rest follow the samples. With a third, 20 million words have
// about 300,000 different ones, as collections of this size do (Heaps' law).
constexpr double kTailShare = 0.33;
constexpr std::uint32_t kEnd = 0;

bool is_lower(std::string_view word) {
  return core::utf8::lower(word) == word;
}
bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Every `step`th form of the dictionary, if it is written in small letters; in the dictionary's order.
// (Entries are "form;lemma;tags": what stands behind the form need not be walked.)
class Forms {
 public:
  Forms(const language::Cfsa2& dictionary, std::size_t step) : dictionary_(dictionary), step_(step) {
    descend(dictionary.root());
  }
  std::vector<std::string> take() { return std::move(forms_); }

 private:
  void descend(language::Cfsa2::Node node) {
    if (node == 0 || prefix_.size() >= language::kLongestEntry) return;
    for (auto arc = dictionary_.first_arc(node); arc != 0; arc = dictionary_.next_arc(arc)) {
      const char label = static_cast<char>(dictionary_.label(arc));
      if (label == ';') {
        add();
      } else {
        prefix_.push_back(label);
        descend(dictionary_.target(arc));
        prefix_.pop_back();
      }
    }
  }
  void add() {
    if (++seen_ % step_ == 0 && is_lower(prefix_) && prefix_.find(' ') == std::string::npos &&
        !has_digit(prefix_))
      forms_.push_back(prefix_);
  }

  const language::Cfsa2& dictionary_;
  std::size_t step_, seen_ = 0;
  std::string prefix_;
  std::vector<std::string> forms_;
};

core::Result<std::vector<std::string>> dictionary_forms(const std::filesystem::path& folder,
                                                        std::size_t step) {
  const std::string bytes = read(folder / "polish.dict");
  const auto automaton = language::Cfsa2::open(bytes, "polish.dict");
  if (!automaton) return automaton.error();
  return Forms(*automaton, step).take();
}

}  // namespace

core::Result<Words> Words::learn(const std::vector<std::string>& texts, const language::Lexicon& lexicon,
                                 std::size_t step) {
  auto forms = dictionary_forms(lexicon.folder(), step);
  if (!forms) return forms.error();
  std::vector<double> weights;
  for (const std::string& form : *forms) weights.push_back(std::exp(lexicon.log_frequency(form)));
  Words words(std::move(*forms), weights);

  std::unordered_map<std::string, std::uint32_t> numbers;
  words.known_.emplace_back();
  words.places_.emplace_back();
  const auto put = [&](std::uint32_t number) {
    if (number == kEnd && !words.stream_.empty() && words.stream_.back() == kEnd) return;
    words.places_[number].push_back(static_cast<std::uint32_t>(words.stream_.size()));
    words.stream_.push_back(number);
  };
  put(kEnd);
  for (const std::string& text : texts) {
    std::size_t behind = 0;
    for (const language::Token& token : language::tokenize(text)) {
      if (text.substr(behind, token.range.begin - behind).find('.') != std::string::npos) put(kEnd);
      behind = token.range.end;
      // Names and what recognition damaged would be no words of the language.
      const std::string word(token.range.in(text));
      if (token.kind != language::TokenKind::word || !is_lower(word) || !lexicon.contains(word)) continue;
      const auto [found, fresh] = numbers.try_emplace(word, static_cast<std::uint32_t>(words.known_.size()));
      if (fresh) {
        words.known_.push_back(word);
        words.places_.emplace_back();
      }
      put(found->second);
    }
    put(kEnd);
  }
  if (words.known_.size() < 2) return core::Error{core::ErrorCode::not_found, "no words to learn from"};
  return words;
}

std::size_t Words::next(Random& random, std::size_t place) const {
  const std::size_t behind = random.one_of(places_[stream_[place]]) + std::size_t{1};
  return behind < stream_.size() ? behind : 0;
}

std::string_view Words::told(Random& random, std::size_t place) const {
  return random.chance(kTailShare) ? tail_[by_frequency_.draw(random)] : known_[stream_[place]];
}

std::string Words::sentence(Random& random, std::size_t most) const {
  std::string text;
  std::size_t place = next(random, 0);
  for (std::size_t count = 0; count < most && (stream_[place] != kEnd || count < 3); ++count) {
    if (stream_[place] == kEnd) place = next(random, place);
    if (count > 0) text += count % 9 == 8 ? ", " : " ";
    text += told(random, place);
    place = next(random, place);
  }
  return capitalised(text) + ".";
}

std::string Words::phrase(Random& random, std::size_t words) const {
  std::string text;
  std::size_t place = random.below(stream_.size());
  for (std::size_t count = 0; count < words; place = next(random, place)) {
    if (stream_[place] == kEnd) continue;
    if (count++ > 0) text += ' ';
    text += told(random, place);
  }
  return text;
}

std::string capitalised(std::string_view text) {
  std::string capital;
  if (text.empty()) return capital;
  std::size_t at = 0;
  core::utf8::append(capital, core::utf8::upper(core::utf8::next(text, at)));
  return capital.append(text.substr(at));
}

}  // namespace szukajst::bench
