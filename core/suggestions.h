// The words and names of a segment in the order of their letters: what completing a query and putting a
// word right look through. One mapped file beside the columns; its layout: docs/index_format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/columns.h"
#include "core/result.h"
#include "core/segment_columns.h"
#include "core/teryt.h"

namespace szukajst::core {

enum class NameKind : std::uint8_t { place, official, partner, programme, title };
inline constexpr std::size_t kNameKinds = 5;
inline constexpr std::uint32_t kNoName = 0xFFFFFFFF;

// A TERYT code as a number, and back: "0415" is 10415. Nothing for what is no such number.
std::uint32_t teryt_number(const Teryt& code);
std::optional<Teryt> teryt_of(std::uint32_t number);

// The words of a name as they are compared: runs of letters and figures, lower case, without diacritics.
std::vector<std::string> words_of_name(std::string_view name);

// What a document is called by, or speaks of by name. Of a kind each name once.
struct DocumentName {
  NameKind kind = NameKind::title;
  std::string text;        // as it is shown
  std::uint32_t code = 0;  // of a place: teryt_number
};

// Not thread-safe.
class SuggestionsWriter {
 public:
  // The documents of the segment in their order; at most one title each.
  void add_document(const std::vector<DocumentName>& names);
  // A word of the texts, in lower case, and how many documents have it: as it is spelt, or as the lemma of
  // what is. Given twice, the larger number counts. What cannot be completed or put right (figures in it, a
  // single letter, no letters) is passed over.
  void add_word(std::string_view word, std::uint32_t documents, bool spelt);
  // Error: unwritable.
  Result<Done> write(const std::filesystem::path& path) const;

 private:
  struct Name {
    NameKind kind;
    std::string text;
    std::uint32_t documents, ref;
  };
  struct Counted {
    std::uint32_t documents = 0;
    bool spelt = false;
  };
  std::unordered_map<std::string, Counted> words_;
  std::unordered_map<std::string, std::uint32_t> known_;  // names
  std::vector<Name> names_;
  std::vector<std::uint32_t> titles_;  // by document
};

// Which letters a key has, a bit each; all that is no letter from a to z has one bit together.
std::uint32_t letters_of(std::string_view key);
// Beside them, in the bits that are left: how many bytes the key has, at most kLongestTold, and whether a
// text has the word so, or only what it is the lemma of.
inline constexpr std::uint32_t kLetters = (1U << 27) - 1, kLengthShift = 27, kLongestTold = 15;
inline constexpr std::uint32_t kSpelt = 1U << 31;

// Mapped; immutable and thread-safe.
class Suggestions {
 public:
  // Errors: those of Columns::open; malformed where it is not of so many documents.
  static Result<Suggestions> open(const std::filesystem::path& path, std::size_t documents);

  // Words are ordered by their keys (lower case, without diacritics), bytewise.
  TextColumn words;
  std::span<const std::uint32_t> documents;  // by word: how many have it; 0 for words of names alone
  std::span<const std::uint32_t> letters;    // by word: letters_of its key, its length, kSpelt
  bool spelt(std::size_t word) const { return (letters[word] & kSpelt) != 0; }

  // Names are ordered by how many documents have them, most first.
  struct Name {
    NameKind kind;
    std::string_view text;
    std::uint32_t documents;
    std::uint32_t ref;  // of a place its teryt_number, of a title the first document that has it
  };
  std::size_t names() const { return name_texts_.size(); }
  Name name(std::uint32_t number) const;
  // The names that have a word, ascending.
  std::span<const std::uint32_t> names_with(std::size_t word) const;
  // By document the number of its title, or kNoName.
  std::span<const std::uint32_t> titles;

  const Columns& file() const { return file_; }

 private:
  explicit Suggestions(Columns file) : file_(std::move(file)) {}
  Columns file_;
  TextColumn name_texts_;
  std::span<const std::uint8_t> name_kinds_;
  std::span<const std::uint32_t> name_documents_, name_refs_, name_starts_, word_names_;
};

std::filesystem::path suggestions_path(const std::filesystem::path& segment);

}  // namespace szukajst::core
