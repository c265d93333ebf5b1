// Numbers for what tokens post, and for the terms of it: each distinct one is spelt once, whatever number of
// documents has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/hash.h"
#include "core/spelling_table.h"

namespace szukajst::core {

// Terms count from 0, uses from 1, each in the order in which they came. Not thread-safe; what was given a
// number stays where it is in memory.
class UseNumbers {
 public:
  static constexpr std::uint32_t kNothing = 0;  // the use without terms
  // What a token posts: scopeless terms, each as often as the token counts for it, in any order.
  using Use = std::vector<std::string>;
  // The same by their numbers, ascending. (A string: most are too few to be kept apart.)
  using Terms = std::u32string;
  // The numbers here of another's terms and uses, by their numbers there.
  struct Translation {
    std::vector<std::uint32_t> terms, uses;
  };

  UseNumbers() { number_of(Terms()); }
  std::uint32_t number(const Use& use);
  std::uint32_t number_of_term(std::string_view term);
  // Adds those of another that the translation has not yet, and goes on with it.
  void add(const UseNumbers& other, Translation& translation);

  std::optional<std::uint32_t> find_term(std::string_view term) const;
  std::size_t uses() const { return use_terms_.size(); }  // kNothing among them
  std::size_t terms() const { return term_texts_.size(); }
  const Terms& terms_of(std::uint32_t use) const { return *use_terms_[use]; }
  const std::string& term(std::uint32_t number) const { return *term_texts_[number]; }
  Use use(std::uint32_t number) const;

 private:
  friend class SharedUseNumbers;
  std::uint32_t number_of(Terms terms);
  struct Hash {
    std::size_t operator()(const Terms& terms) const {
      return hash_of({reinterpret_cast<const char*>(terms.data()), terms.size() * sizeof(char32_t)});
    }
  };
  SpellingTable<std::uint32_t> terms_;
  std::unordered_map<Terms, std::uint32_t, Hash> uses_;
  std::vector<const std::string*> term_texts_;  // spellings of terms_
  std::vector<const Terms*> use_terms_;         // keys of uses_
};

// The same for several threads, each of which has numbers of its own and asks once for what is new to it.
// Their order is that in which threads came. Thread-safe.
class SharedUseNumbers {
 public:
  // What there was when it was asked for; stays valid as long as the numbers do.
  struct Snapshot {
    std::vector<const std::string*> terms;
    std::vector<const UseNumbers::Terms*> uses;
  };

  std::uint32_t number(const UseNumbers::Use& use);
  void add(const UseNumbers& other, UseNumbers::Translation& translation);
  // By place the number of each of these uses of another. (Both at once are nobody's to hold.)
  std::vector<std::uint32_t> numbers_of(const SharedUseNumbers& other, std::span<const std::uint32_t> uses);
  Snapshot snapshot() const;

 private:
  mutable std::mutex mutex_;
  UseNumbers numbers_;
};

}  // namespace szukajst::core
