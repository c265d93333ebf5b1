#include "indexer/extract/folded_words.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <deque>
#include <functional>
#include <utility>

#include "core/utf8.h"

namespace szukajst::indexer::extract {
namespace {

// What each letter from U+0080 to U+017F is in lower case and without diacritics.
constexpr char32_t kFirstFolded = 0x80, kEndFolded = 0x180;
const std::array<std::string, kEndFolded - kFirstFolded>& folded_letters() {
  static const auto letters = [] {
    std::array<std::string, kEndFolded - kFirstFolded> made;
    for (char32_t c = kFirstFolded; c < kEndFolded; ++c) {
      std::string letter;
      core::utf8::append(letter, c);
      made[c - kFirstFolded] = core::utf8::fold(core::utf8::lower(letter));
    }
    return made;
  }();
  return letters;
}

// `c`: the letter's code point.
void append_folded(std::string& word, char32_t c, std::string_view letter) {
  if (c < kFirstFolded)
    word += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : static_cast<char>(c);
  else
    word += c < kEndFolded ? folded_letters()[c - kFirstFolded] : core::utf8::fold(core::utf8::lower(letter));
}

// Letters and digits of ASCII in lower case; 0 for all else.
constexpr auto kPlain = [] {
  std::array<char, 256> plain{};
  for (char c = '0'; c <= '9'; ++c) plain[static_cast<unsigned char>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c)
    plain[static_cast<unsigned char>(c)] = plain[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  return plain;
}();

}  // namespace

std::string folded_whole(std::string_view word) {
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t here = at;
    const char32_t c = core::utf8::next(word, at);
    append_folded(result, c, word.substr(here, at - here));
  }
  return result;
}

WordSketch::WordSketch(std::string_view word)
    : first(static_cast<std::uint8_t>(first_letter(word))),
      second(static_cast<std::uint8_t>(first_letter(word.substr(word.empty() ? 0 : 1)))) {
  constexpr std::size_t kTop = 8 * (sizeof head - 1);
  for (std::size_t i = 0; i < std::min(word.size(), sizeof head); ++i)
    head |= std::uint64_t{static_cast<unsigned char>(word[i])} << (kTop - 8 * i);
  for (const char c : word) letters |= std::uint64_t{1} << kLetterNumbers[static_cast<unsigned char>(c)];
}

namespace {

// A bit of WordSketch::letters for each byte.
constexpr auto kLetterBits = [] {
  std::array<std::uint64_t, 256> bits{};
  for (std::size_t byte = 0; byte < bits.size(); ++byte)
    bits[byte] = std::uint64_t{1} << kLetterNumbers[byte];
  return bits;
}();

// What each letter from U+0080 to U+017F is folded to, where that is one byte; 0 for all else.
const std::array<char, kEndFolded - kFirstFolded>& single_letters() {
  static const auto letters = [] {
    std::array<char, kEndFolded - kFirstFolded> made{};
    for (char32_t c = kFirstFolded; c < kEndFolded; ++c)
      if (const std::string& folded = folded_letters()[c - kFirstFolded];
          core::utf8::is_letter(c) && folded.size() == 1)
        made[c - kFirstFolded] = folded.front();
    return made;
  }();
  return letters;
}

// WordSketch::head of a word that stands in a buffer of eight bytes or more.
std::uint64_t head_of(const char* word, std::size_t size) {
  std::uint64_t head = 0;
  std::memcpy(&head, word, sizeof head);
  if constexpr (std::endian::native == std::endian::little) head = __builtin_bswap64(head);
  return size < sizeof head ? head & ~std::uint64_t{0} << (8 * (sizeof head - size)) : head;
}

// Calls visit(word, sketch, begin, end) for each word of the text, as long as that is true.
template <typename Visit>
void for_each_folded(std::string_view text, const Visit& visit) {
  const auto& beyond_ascii = single_letters();
  std::string long_word;  // what the buffer had no room for
  std::array<char, 48> buffer;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::size_t size = 0;
    std::uint64_t letters = 0;  // of the word's sketch
    const auto add = [&](char c) {
      if (size == buffer.size()) long_word.append(buffer.data(), std::exchange(size, 0));
      buffer[size++] = c;
      letters |= kLetterBits[static_cast<unsigned char>(c)];
    };
    while (at < text.size()) {
      if (const char plain = kPlain[static_cast<unsigned char>(text[at])]; plain != 0) {
        add(plain);
        ++at;
        continue;
      }
      if (static_cast<unsigned char>(text[at]) < kFirstFolded) break;
      std::size_t end = at;
      const char32_t c = core::utf8::next(text, end);
      if (c < kFirstFolded || !core::utf8::is_letter(c)) break;
      if (const char single = c < kEndFolded ? beyond_ascii[c - kFirstFolded] : '\0'; single != 0) {
        add(single);
      } else {
        std::string letter;
        append_folded(letter, c, text.substr(at, end - at));
        for (const char part : letter) add(part);
      }
      at = end;
    }
    if (at == begin) {
      core::utf8::next(text, at);
      continue;
    }
    std::string_view word(buffer.data(), size);
    if (!long_word.empty()) word = long_word.append(word);
    WordSketch sketch;
    sketch.head = head_of(word.data(), word.size());
    sketch.letters = letters;
    sketch.first = static_cast<std::uint8_t>(first_letter(word));
    sketch.second = static_cast<std::uint8_t>(first_letter(word.substr(1)));
    if (!visit(word, sketch, begin, at)) return;
    long_word.clear();
  }
}

// What tells texts apart at a glance: its size, its first and its last eight bytes.
std::uint64_t glance(std::string_view text) {
  std::uint64_t first = 0, last = 0;
  if (text.size() >= sizeof first) {
    std::memcpy(&first, text.data(), sizeof first);
    std::memcpy(&last, text.data() + text.size() - sizeof last, sizeof last);
  } else {
    for (const char c : text) first = first << 8 | static_cast<unsigned char>(c);
  }
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = (first ^ (last * kMix) ^ text.size()) * kMix;
  mixed ^= mixed >> 32;
  return mixed * kMix;
}

}  // namespace

// What one thread remembers.
class FoldedForms {
 public:
  FoldedWords words_of(std::string_view text, std::size_t most) {
    FoldedWords words;
    if (most == 0 || text.empty()) return words;
    if (take_from_document(text, most, words)) return words;
    if (forms_->known.size() >= kMostForms) begin_anew();
    words.forms_ = in_use_;
    // What is so short is folded sooner than found again.
    constexpr std::size_t kFewWords = 2;
    if (most <= kFewWords || text.size() > kLongestText) {
      fold(text, most, words);
      return words;
    }
    Recent& recent = recent_[glance(text) >> (64 - kRecentBits)];
    if (recent.text != text || (!recent.whole && recent.words.size() < most)) {
      fold(text, most, words);
      recent.text = text;
      recent.words.assign(words.begin(), words.end());
      recent.whole = words.size() < most;
      return words;
    }
    words.size_ = std::min(recent.words.size(), most);
    const auto end = recent.words.begin() + static_cast<std::ptrdiff_t>(words.size_);
    if (words.size_ > FoldedWords::kFew)
      words.many_.assign(recent.words.begin(), end);
    else
      std::copy(recent.words.begin(), end, words.few());
    return words;
  }

  const FoldedOnce*& document() { return document_; }

 private:
  // False where the text is no part of the document's, or parts a word of it.
  bool take_from_document(std::string_view text, std::size_t most, FoldedWords& words) const {
    for (const FoldedOnce* once = document_; once != nullptr; once = once->outer_) {
      if (std::less<>()(text.data(), once->text_.data()) ||
          !std::less<>()(text.data(), once->text_.data() + once->text_.size()))
        continue;
      const auto first = static_cast<std::size_t>(text.data() - once->text_.data());
      return once->words_.take(first, first + text.size(), most, words);
    }
    return false;
  }

  static constexpr std::size_t kMostForms = std::size_t{1} << 17;
  static constexpr int kPlaceBits = 18, kRecentBits = 9;
  static constexpr std::size_t kLongestText = 2000;  // bytes
  struct Forms : FormsInUse::Forms {
    std::deque<FoldedForm> known;
    std::vector<FoldedForm*> places = std::vector<FoldedForm*>(std::size_t{1} << kPlaceBits);  // by glance
  };
  struct Recent {
    std::string text;
    std::vector<FoldedWord> words;  // the first ones
    bool whole = true;              // all of them
  };

  void begin_anew() {
    forms_ = new Forms;  // which in_use_ frees
    in_use_ = FormsInUse(forms_);
    for (Recent& recent : recent_) recent = {};
  }

  // Words that were folded one after the other and are looked up together: memory brings the places, then the
  // forms, of all of them at once.
  class Block {
   public:
    bool takes(std::string_view word) const { return word.size() <= kLongest && size_ < words_.size(); }
    bool full() const { return size_ == words_.size(); }
    void add(std::string_view word, const WordSketch& sketch, std::size_t begin, std::size_t end,
             const std::vector<FoldedForm*>& places) {
      Pending& pending = words_[size_++];
      pending.size = static_cast<std::uint8_t>(word.copy(pending.text.data(), kLongest));
      pending.place = glance(word) >> (64 - kPlaceBits);
      pending.sketch = sketch, pending.begin = begin, pending.end = end;
      __builtin_prefetch(&places[pending.place]);
    }
    // Calls visit(word, sketch, begin, end, place) for each, in order; none is left.
    template <typename Visit>
    void visit(const std::vector<FoldedForm*>& places, const Visit& visit) {
      for (std::size_t i = 0; i < size_; ++i)
        if (const FoldedForm* const known = places[words_[i].place]; known != nullptr)
          __builtin_prefetch(known);
      for (std::size_t i = 0; i < size_; ++i) {
        const Pending& word = words_[i];
        visit(std::string_view(word.text.data(), word.size), word.sketch, word.begin, word.end, word.place);
      }
      size_ = 0;
    }

   private:
    static constexpr std::size_t kWords = 32, kLongest = 48;  // bytes
    struct Pending {
      WordSketch sketch;
      std::size_t begin, end, place;
      std::array<char, kLongest> text;
      std::uint8_t size;
    };
    std::size_t size_ = 0;
    std::array<Pending, kWords> words_;
  };

  // `place`: where the word is looked for first.
  const FoldedForm& form(std::string_view word, const WordSketch& sketch, std::size_t place) {
    std::vector<FoldedForm*>& places = forms_->places;
    // A text may have more distinct words than are wanted: what finds no place is looked for no further.
    constexpr std::size_t kMostSteps = 64;
    for (std::size_t step = 0; step < kMostSteps; ++step, place = (place + 1) % places.size()) {
      FoldedForm*& known = places[place];
      if (known == nullptr) {
        known = &forms_->known.emplace_back(FoldedForm{std::string(word), sketch, {}});
        return *known;
      }
      // The head has all letters of a short word.
      if (known->sketch.head == sketch.head && known->text.size() == word.size() &&
          (word.size() <= sizeof sketch.head || known->text == word))
        return *known;
    }
    return forms_->known.emplace_back(FoldedForm{std::string(word), sketch, {}});
  }

  void fold(std::string_view text, std::size_t most, FoldedWords& words) {
    const std::vector<FoldedForm*>& places = forms_->places;
    const auto take = [&](std::string_view word, const WordSketch& sketch, std::size_t begin, std::size_t end,
                          std::size_t place) {
      const FoldedForm& known = form(word, sketch, place);
      const FoldedWord folded{known.text, begin, end, &known};
      if (words.size_ < FoldedWords::kFew) {
        words.few()[words.size_] = folded;
      } else {
        if (words.many_.empty()) words.many_.assign(words.few(), words.few() + FoldedWords::kFew);
        words.many_.push_back(folded);
      }
      ++words.size_;
    };
    std::size_t left = most;
    for_each_folded(text,
                    [&](std::string_view word, const WordSketch& sketch, std::size_t begin, std::size_t end) {
                      if (block_.full() || !block_.takes(word)) block_.visit(places, take);
                      if (block_.takes(word))
                        block_.add(word, sketch, begin, end, places);
                      else
                        take(word, sketch, begin, end, glance(word) >> (64 - kPlaceBits));
                      return --left > 0;
                    });
    block_.visit(places, take);
  }

  const FoldedOnce* document_ = nullptr;
  Block block_;               // empty between two texts
  Forms* forms_ = new Forms;  // which in_use_ frees
  FormsInUse in_use_{forms_};
  std::vector<Recent> recent_ = std::vector<Recent>(std::size_t{1} << kRecentBits);  // by glance
};

bool FoldedWords::take(std::size_t first, std::size_t last, std::size_t most, FoldedWords& part) const {
  const FoldedWord* const from =
      std::partition_point(begin(), end(), [&](const FoldedWord& word) { return word.end <= first; });
  const FoldedWord* to = from;
  while (to != end() && to->begin < last && static_cast<std::size_t>(to - from) < most) ++to;
  if (from != to && (from->begin < first || to[-1].end > last)) return false;
  part.forms_ = forms_;
  part.size_ = static_cast<std::size_t>(to - from);
  const auto in_part = [&](const FoldedWord& word) {
    return FoldedWord{word.text, word.begin - first, word.end - first, word.form};
  };
  if (part.size_ > kFew) {
    part.many_.reserve(part.size_);
    for (const FoldedWord* word = from; word != to; ++word) part.many_.push_back(in_part(*word));
  } else {
    std::transform(from, to, part.few(), in_part);
  }
  return true;
}

namespace {
FoldedForms& forms_of_thread() {
  thread_local FoldedForms forms;
  return forms;
}
}  // namespace

FoldedWords folded_words(std::string_view text, std::size_t most) {
  return forms_of_thread().words_of(text, most);
}

FoldedOnce::FoldedOnce(std::string_view text, const FoldedWords& words)
    : text_(text), words_(words), outer_(std::exchange(forms_of_thread().document(), this)) {}

FoldedOnce::~FoldedOnce() {
  forms_of_thread().document() = outer_;
}

}  // namespace szukajst::indexer::extract
