// The parties of a partnership, an agreement or a joint project.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "indexer/extract/cells.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/person_names.h"
#include "indexer/extract/places.h"
#include "indexer/extract/practice.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Cues of partnership, and nouns that names of organisations begin with; immutable and thread-safe.
class PartnerRules {
 public:
  // Reads the partners_*.tsv of `folder`. Error: not_found,
  // malformed (file and line).
  static core::Result<PartnerRules> load(const std::filesystem::path& folder);
  PartnerRules(PartnerRules&&) noexcept;
  PartnerRules& operator=(PartnerRules&&) noexcept;
  ~PartnerRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit PartnerRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

struct Partnership {
  std::vector<core::Partner> parties;  // each once, in the order of the text; none where it tells of none
  std::optional<core::PartnershipForm> form;  // none without parties
};

// What is known of the document besides its text.
struct PartnerContext {
  core::DocumentKind kind = core::DocumentKind::other;
  std::string_view title;
  const Practice* practice = nullptr;  // the card of a record of a practice, whose unit works with the
                                       // partners that the card names
};

// The unit that a practice's card says the practice is of; null where it says none.
const gazetteer::Unit* keeper_of(const Practice& practice, const SourceText& source, const Places& places,
                                 const PartnerRules& rules);

Partnership extract_partners(const SourceText& source, const Persons& persons, const Places& places,
                             const Sentences& sentences, const Cells& cells, const PartnerContext& context,
                             const PartnerRules& rules);

}  // namespace szukajst::indexer::extract
