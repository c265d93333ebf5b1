// The vision, the mission and the goals of a document with their levels, numbers and parents: strategic
// goals, operational goals, actions, however they are labelled, numbered and laid out.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/kinds.h"
#include "core/record.h"
#include "core/result.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// What labels goals and what ends a list of them; immutable and thread-safe.
class GoalRules {
 public:
  // Reads goals.tsv and goals_words.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<GoalRules> load(const std::filesystem::path& folder);
  GoalRules(GoalRules&&) noexcept;
  GoalRules& operator=(GoalRules&&) noexcept;
  ~GoalRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit GoalRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// What a document is after.
struct Aims {
  std::vector<core::Goal> goals;  // in document order, each once, at its first full wording; parents first
  std::optional<std::string> vision, mission;  // the first wording of each, on one line
  core::Evidence vision_evidence, mission_evidence;
};

// `kind`: what the document is; a strategy or a programme has goals, whatever they are called, and a record
// of a practice has none but those that are called so.
Aims extract_aims(const SourceText& source, const GoalRules& rules,
                  core::DocumentKind kind = core::DocumentKind::other);

}  // namespace szukajst::indexer::extract
