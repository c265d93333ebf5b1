// What readers of many texts have found out about a distinct word, so that each finds it out once.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace szukajst::core {

// One who takes notes of words: a table of rules, whose notes are what the table says of a word. Copies of it
// take the same notes. Thread-safe.
class NoteTaker {
 public:
  NoteTaker() : number_(next()) {}
  std::uint64_t number() const { return number_; }

 private:
  static std::uint64_t next() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
  }
  std::uint64_t number_;
};

// The notes on one word: a number each of a few takers. Who comes to a place that another one has taken takes
// it over, so that with many takers a note may have to be found out again. Not thread-safe: a word belongs to
// what one thread remembers.
class WordNotes {
 public:
  // The taker's note; where it has none yet, what `find_out()` gives, which must always be the same for this
  // word.
  template <typename FindOut>
  std::uint64_t of(const NoteTaker& taker, FindOut&& find_out) const {
    Note& note = notes_[taker.number() % kPlaces];
    if (note.taker != taker.number()) {
      const std::uint64_t value = find_out();
      note = {taker.number(), value};
    }
    return note.value;
  }

 private:
  static constexpr std::size_t kPlaces = 8;
  struct Note {
    std::uint64_t taker = 0;  // 0: nobody's
    std::uint64_t value = 0;
  };
  mutable std::array<Note, kPlaces> notes_;
};

}  // namespace szukajst::core
