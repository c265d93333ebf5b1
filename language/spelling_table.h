// What is remembered of each distinct spelling of a run: looked up for every word of every text, so that a
// look-up touches as little memory as can be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace szukajst::language {

// Values by spelling; both stay where they are until clear(). Not thread-safe.
template <typename Value>
class SpellingTable {
 public:
  struct Entry {
    std::string spelling;
    Value value = {};
  };

  // The spelling's entry, and whether it is new: its value is then made of nothing.
  std::pair<Entry*, bool> try_emplace(std::string_view spelling) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    const std::uint64_t hash = std::hash<std::string_view>()(spelling);
    Slot& slot = slot_of(hash, spelling);
    if (slot.entry != nullptr) return {slot.entry, false};
    slot = {hash, &entries_.emplace_back(Entry{std::string(spelling)})};
    return {slot.entry, true};
  }

  std::size_t size() const { return entries_.size(); }
  // Frees so many entries, whichever. None of the rest is found any more: for what is emptied bit by bit.
  void free_some(std::size_t most) {
    slots_.clear();
    for (; most > 0 && !entries_.empty(); --most) entries_.pop_back();
  }
  void clear() {
    slots_.clear();
    entries_.clear();
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    Entry* entry = nullptr;  // none: the slot is free
  };

  // The spelling's slot, or the free one where it belongs.
  Slot& slot_of(std::uint64_t hash, std::string_view spelling) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      Slot& slot = slots_[at];
      if (slot.entry == nullptr || (slot.hash == hash && slot.entry->spelling == spelling)) return slot;
    }
  }

  void grow() {
    constexpr std::size_t kFewest = 1024;  // a power of two, as all sizes are
    const std::vector<Slot> before =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? kFewest : 2 * slots_.size()));
    for (const Slot& slot : before)
      if (slot.entry != nullptr) slot_of(slot.hash, slot.entry->spelling) = slot;
  }

  std::vector<Slot> slots_;  // half of them free at least
  std::deque<Entry> entries_;
};

}  // namespace szukajst::language
