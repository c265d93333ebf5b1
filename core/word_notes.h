// What readers of many texts have found out about a distinct word, so that each finds it out once.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace szukajst::core {

// The notes on one word: a value each of up to `places` takers. Where more of them take notes of one word,
// they take each other's places, and a note may have to be found out again and again. Not thread-safe: a word
// belongs to what one thread remembers.
template <typename Value, std::size_t places>
class WordNotes {
 public:
  // One who takes notes: a table of rules, whose notes are what the table says of a word. Copies take the
  // same notes. Thread-safe.
  class Taker {
   public:
    Taker() : Taker(last_place_++ % places) {}
    // Takes the place of another, which is seldom asked in the same text.
    static Taker in_place_of(const Taker& other) { return Taker(other.place_); }

   private:
    friend class WordNotes;
    explicit Taker(std::uint32_t place) : number_(++last_), place_(place) {}
    static inline std::atomic<std::uint32_t> last_{0}, last_place_{0};
    std::uint32_t number_, place_;
  };

  // The taker's note; where it has none yet, what `find_out()` gives, which must be the same every time.
  template <typename FindOut>
  Value of(const Taker& taker, FindOut&& find_out) const {
    Note& note = notes_[taker.place_];
    if (note.taker != taker.number_) {
      const Value value = find_out();
      note = {taker.number_, value};
    }
    return note.value;
  }

 private:
  struct Note {
    std::uint32_t taker = 0;  // 0: nobody
    Value value{};
  };
  mutable std::array<Note, places> notes_;
};

}  // namespace szukajst::core
