// Telephone numbers and e-mail addresses of persons, told from those of offices. The rule: docs/privacy.md.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/text.h"
#include "gazetteer/gazetteer.h"

namespace szukajst::indexer {

// What stands in the place of what was taken out of a text.
inline constexpr std::string_view kMask = "[ukryto]";

// The text with each range (ascending, apart) replaced by kMask, its pages moved along.
core::PagedText masked(const core::PagedText& text, const std::vector<core::ByteRange>& ranges);

// Immutable and thread-safe.
class ContactRules {
 public:
  // `data`: core::data_folder(); reads privacy/contacts.tsv and the given names of extract/. An address at
  // the domain of a unit of the gazetteer is an office's. Error: not_found, malformed (file and line).
  static core::Result<ContactRules> load(const std::filesystem::path& data,
                                         const gazetteer::Gazetteer& gazetteer);
  ContactRules(ContactRules&&) noexcept;
  ~ContactRules();

  // Where the text has a person's telephone number, e-mail address or PESEL: ascending, apart.
  std::vector<core::ByteRange> find(std::string_view text) const;

  struct Tables;

 private:
  explicit ContactRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace szukajst::indexer
