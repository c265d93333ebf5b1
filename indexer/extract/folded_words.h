// The words of a text in lower case and without diacritics, as the rule tables are compared with them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/word_notes.h"

namespace szukajst::indexer::extract {

// A number for the first letter of a folded word; what is neither letter nor digit has one together.
constexpr std::size_t kFirstLetters = 37;
inline constexpr auto kLetterNumbers = [] {
  std::array<std::uint8_t, 256> numbers;
  numbers.fill(36);
  for (unsigned char c = 'a'; c <= 'z'; ++c) numbers[c] = static_cast<std::uint8_t>(c - 'a');
  for (unsigned char c = '0'; c <= '9'; ++c) numbers[c] = static_cast<std::uint8_t>(26 + (c - '0'));
  return numbers;
}();
inline std::size_t first_letter(std::string_view word) {
  return kLetterNumbers[word.empty() ? ' ' : static_cast<unsigned char>(word.front())];
}

// What tells most different words apart without a look at all their letters.
struct WordSketch {
  WordSketch() = default;
  explicit WordSketch(std::string_view word);
  std::uint64_t head = 0;              // the first eight bytes, the first one on top; 0 behind the word's end
  std::uint64_t letters = 0;           // a bit for each first_letter that it has
  std::uint8_t first = 0, second = 0;  // first_letter of it, and of what stands behind its first byte
  // Whether one letter may be the whole difference: one for another changes two bits.
  bool may_be_near(const WordSketch& other) const { return may_be_near(letters, other.letters); }
  static bool may_be_near(std::uint64_t letters, std::uint64_t others) {
    std::uint64_t apart = letters ^ others;
    apart &= apart - 1;
    return (apart & (apart - 1)) == 0;
  }
};

// A distinct word (letters and digits) in lower case and without diacritics.
struct FoldedForm {
  using Notes = core::WordNotes<std::uint64_t, 8>;
  std::string text;
  WordSketch sketch;
  Notes notes;  // of the tables whose phrases are compared with it
};

// Where it stands in a text, in bytes.
struct FoldedWord {
  std::string_view text;  // the form's
  std::size_t begin, end;
  const FoldedForm* form;
  const WordSketch& sketch() const { return form->sketch; }
};

// What a thread remembers, while words of it are in use. All of one thread, so that counting needs no lock.
class FormsInUse {
 public:
  struct Forms {
    virtual ~Forms() = default;
    std::size_t uses = 0;
  };
  FormsInUse() = default;
  explicit FormsInUse(Forms* forms) : forms_(forms) { take(); }
  FormsInUse(const FormsInUse& other) : forms_(other.forms_) { take(); }
  FormsInUse(FormsInUse&& other) noexcept : forms_(std::exchange(other.forms_, nullptr)) {}
  FormsInUse& operator=(FormsInUse other) noexcept { return std::swap(forms_, other.forms_), *this; }
  ~FormsInUse() {
    if (forms_ != nullptr && --forms_->uses == 0) delete forms_;
  }

 private:
  void take() const {
    if (forms_ != nullptr) ++forms_->uses;
  }
  Forms* forms_ = nullptr;
};

// The words of one text, in order. Each thread remembers the distinct forms of many texts (some thirty
// megabytes at most, then it begins anew) and which words the last few hundred short texts had, since
// extractors ask for the words of one line again and again. The forms live as long as any FoldedWords that
// has them; a FoldedWords stays with its thread.
class FoldedWords {
 public:
  FoldedWords() = default;
  FoldedWords(const FoldedWords& other) : forms_(other.forms_), size_(other.size_), many_(other.many_) {
    take_few(other);
  }
  FoldedWords(FoldedWords&& other) noexcept
      : forms_(std::move(other.forms_)), size_(other.size_), many_(std::move(other.many_)) {
    take_few(other);
    other.size_ = 0;
  }
  FoldedWords& operator=(FoldedWords other) noexcept {
    forms_ = std::move(other.forms_);
    size_ = other.size_;
    many_ = std::move(other.many_);
    take_few(other);
    return *this;
  }
  const FoldedWord* data() const { return many_.empty() ? few_.words.data() : many_.data(); }
  const FoldedWord* begin() const { return data(); }
  const FoldedWord* end() const { return data() + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const FoldedWord& operator[](std::size_t i) const { return data()[i]; }
  const FoldedWord& front() const { return data()[0]; }
  const FoldedWord& back() const { return data()[size_ - 1]; }

 private:
  friend class FoldedForms;
  static constexpr std::size_t kFew = 16;
  // Gives the part the first words of the bytes [first, last), as if these had been folded alone; false where
  // one of their borders parts a word.
  bool take(std::size_t first, std::size_t last, std::size_t most, FoldedWords& part) const;
  FoldedWord* few() { return few_.words.data(); }
  void take_few(const FoldedWords& other) {
    if (many_.empty()) std::copy_n(other.few_.words.data(), size_, few());
  }
  FormsInUse forms_;
  std::size_t size_ = 0;
  std::vector<FoldedWord> many_;  // all of them, where they are more
  // Places that are not filled in vain: words are asked for all the time, mostly few.
  union Few {
    Few() {}
    std::array<FoldedWord, kFew> words;
  } few_;
};

// The first `most` words of the text.
FoldedWords folded_words(std::string_view text, std::size_t most = static_cast<std::size_t>(-1));
// While it lives, its thread takes the words of parts of the text from `words`, which are the text's, rather
// than fold them again. Both outlive it, and the text does not change; of several the innermost is asked
// first.
class FoldedOnce {
 public:
  FoldedOnce(std::string_view text, const FoldedWords& words);
  FoldedOnce(const FoldedOnce&) = delete;
  FoldedOnce& operator=(const FoldedOnce&) = delete;
  ~FoldedOnce();

 private:
  friend class FoldedForms;
  std::string_view text_;
  const FoldedWords& words_;
  const FoldedOnce* outer_;
};

// A word alone, or what stands for one in a rule table: all of its letters and signs, folded.
std::string folded_whole(std::string_view word);

}  // namespace szukajst::indexer::extract
