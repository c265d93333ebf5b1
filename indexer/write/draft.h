// What one thread writes of a segment while others write beside it.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/goal_wordings.h"
#include "core/result.h"
#include "core/segment_columns.h"
#include "core/segment_tokens.h"
#include "core/suggestions.h"
#include "indexer/write/document_terms.h"
#include "indexer/write/word_uses.h"

namespace szukajst::indexer {

// Calls what uses Xapian; its exceptions become an error about `path`.
template <typename Function>
auto guarded(const std::filesystem::path& path, Function&& function) -> decltype(function()) {
  try {
    return function();
  } catch (const Xapian::Error& error) {
    return core::Error{core::ErrorCode::unwritable,
                       "cannot write " + path.string() + ": " + error.get_description()};
  }
}

// What of a document the files beside the columns have.
struct Compared {
  std::vector<core::DocumentName> names;
  std::uint32_t unit = 0;
  std::vector<core::GoalWords> goals;
};

// A document that is ready to be added to a segment.
struct Prepared {
  core::DocumentTokens texts;  // by uses of their own, or by those of the draft
  core::DocumentRow row;
  std::vector<std::string> tags;
  std::vector<std::vector<std::string>> goal_tags;
  std::string kept;  // core::encode_kept
  Compared compared;
};

// A part of a segment while it is written: databases beside that need not survive anything, one of documents,
// one of their goals, whose numbers go on behind those of all documents. Each is one thread's.
class Draft {
 public:
  // `words`: what its words post, as those of drafts before it; see take_words().
  Draft(std::filesystem::path folder, bool shard, std::unique_ptr<WordUses> words);

  // The number of the document in the draft.
  std::uint32_t add(Prepared prepared);
  bool full() const;
  std::size_t bytes() const { return bytes_; }
  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<core::DocumentRow>& rows() const { return rows_; }
  const std::vector<Compared>& compared() const { return compared_; }
  WordUses& words() { return *words_; }
  const core::SharedUseNumbers& numbers() const { return *numbers_; }
  const std::vector<core::DocumentTokens>& tokens() const { return tokens_; }  // by numbers()
  std::vector<std::string> take_texts() { return std::move(texts_); }

  // No more is added; any thread may go on with it.
  void finish();
  // For the next draft, when nothing more is added to this one.
  std::unique_ptr<WordUses> take_words() { return std::move(words_); }

  static std::string documents_path(const std::filesystem::path& folder) { return folder / "documents"; }
  static std::string goals_path(const std::filesystem::path& folder) { return folder / "goals"; }

 private:
  using Terms = std::vector<TermPostings>;
  static constexpr int kFlags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
  std::filesystem::path folder_;
  bool shard_;
  int flags_;
  std::optional<Xapian::WritableDatabase> documents_, goals_;
  std::vector<core::DocumentRow> rows_;
  std::vector<Compared> compared_;
  std::unique_ptr<WordUses> words_;
  std::shared_ptr<core::SharedUseNumbers> numbers_;
  std::vector<core::DocumentTokens> tokens_;
  std::vector<std::string> texts_;  // as they are kept
  std::size_t bytes_ = 0;
};

// Removes the folder; what cannot be removed is logged.
void remove_draft(const std::filesystem::path& path);

}  // namespace szukajst::indexer
