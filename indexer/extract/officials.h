// People who hold a post in local government: name, role, unit.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/person_names.h"
#include "indexer/extract/places.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Posts, and the words that tell whose and whether they are held still; immutable and thread-safe.
class OfficialRules {
 public:
  // Reads officials_roles.tsv and officials_words.tsv of `folder`. Error: not_found, malformed (file and
  // line).
  static core::Result<OfficialRules> load(const std::filesystem::path& folder);
  OfficialRules(OfficialRules&&) noexcept;
  OfficialRules& operator=(OfficialRules&&) noexcept;
  ~OfficialRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit OfficialRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// Each person once with each role, in the order of the text. Former holders and offices without a name
// are left out.
std::vector<core::Official> extract_officials(const SourceText& source, const Persons& persons,
                                              const Places& places, const Sentences& sentences,
                                              const Cells& cells, const OfficialRules& rules);

}  // namespace szukajst::indexer::extract
