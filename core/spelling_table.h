// What is remembered of each distinct spelling of a run, or of each distinct term: looked up for every word
// of every text, so that a look-up touches as little memory as can be.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/hash.h"

namespace szukajst::core {

// Values by spelling; both stay where they are until clear(). Not thread-safe.
template <typename Value>
class SpellingTable {
 public:
  struct Entry {
    std::string spelling;
    Value value = {};
  };

  SpellingTable() = default;
  SpellingTable(const SpellingTable&) = delete;  // its slots point to its entries
  SpellingTable& operator=(const SpellingTable&) = delete;
  SpellingTable(SpellingTable&&) noexcept = default;
  SpellingTable& operator=(SpellingTable&&) noexcept = default;

  // The spelling's entry, and whether it is new: its value is then made of nothing.
  std::pair<Entry*, bool> try_emplace(std::string_view spelling) {
    return try_emplace(spelling, hash_of(spelling));
  }
  // The same for many: calls `f(i, entry, added)` in order for each `i` below `count`, whose spelling
  // `spelling_of(i)` gives, while memory brings what the next ones need.
  template <typename SpellingOf, typename Function>
  void try_emplace_all(std::size_t count, const SpellingOf& spelling_of, const Function& f) {
    constexpr std::size_t kSlotAhead = 16, kEntryAhead = 8, kLine = 64;
    if (slots_.empty()) grow();
    std::array<std::uint64_t, kSlotAhead> hashes{};  // of the next ones, by their number's rest
    for (std::size_t i = 0; i < count + kSlotAhead; ++i) {
      std::uint64_t& hash = hashes[i % kSlotAhead];
      if (i >= kSlotAhead) {
        const auto [entry, added] = try_emplace(spelling_of(i - kSlotAhead), hash);
        f(i - kSlotAhead, *entry, added);
      }
      if (i < count) __builtin_prefetch(slots_.data() + ((hash = hash_of(spelling_of(i))) & mask()));
      if (i >= kEntryAhead && i - kEntryAhead < count) {
        const auto* entry = slots_[hashes[(i - kEntryAhead) % kSlotAhead] & mask()].entry;
        for (std::size_t byte = 0; byte < sizeof(Entry); byte += kLine)
          __builtin_prefetch(reinterpret_cast<const char*>(entry) + byte);
      }
    }
  }

  // The spelling's entry; null where there is none.
  const Entry* find(std::string_view spelling) const {
    if (slots_.empty()) return nullptr;
    const std::uint64_t hash = hash_of(spelling);
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      const Slot& slot = slots_[at];
      if (slot.entry == nullptr || (slot.hash == hash && slot.entry->spelling == spelling)) return slot.entry;
    }
  }

  std::size_t size() const { return entries_.size(); }
  // In the order in which they came.
  const std::deque<Entry>& entries() const { return entries_; }
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

  std::pair<Entry*, bool> try_emplace(std::string_view spelling, std::uint64_t hash) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    Slot& slot = slot_of(hash, spelling);
    if (slot.entry != nullptr) return {slot.entry, false};
    slot = {hash, &entries_.emplace_back(Entry{std::string(spelling)})};
    return {slot.entry, true};
  }

  std::size_t mask() const { return slots_.size() - 1; }
  // The spelling's slot, or the free one where it belongs.
  Slot& slot_of(std::uint64_t hash, std::string_view spelling) {
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
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

}  // namespace szukajst::core
