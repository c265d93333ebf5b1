// Persons who are not to be found: a list of names, and where a text has them in any form. The rule:
// docs/privacy.md.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "core/text.h"
#include "gazetteer/gazetteer.h"
#include "language/analyzer.h"

namespace szukajst::indexer {

struct SuppressedPerson {
  std::vector<std::string> given;    // given names, folded: {"anna", "maria"}
  std::vector<std::string> surname;  // its parts, folded: {"pilarz", "goss"}
  std::optional<core::Teryt> unit;   // only in documents that name it or a unit within it
};

// A line of the file that is no person.
struct BadLine {
  int line = 0;  // from 1
  std::string why;
};

struct SuppressionFile {
  std::vector<SuppressedPerson> persons;
  std::vector<BadLine> bad;
};

// A person a line: given names, surname; behind a tab or a semicolon a unit, by its code or its name ("gmina
// Stolno"), may follow. Empty lines and those that begin with '#' are passed over. Errors: not_found,
// unreadable.
core::Result<SuppressionFile> read_suppression(const std::filesystem::path& file,
                                               const gazetteer::Gazetteer& gazetteer);

// Finds the persons of a list. Immutable and thread-safe.
class Suppression {
 public:
  // `data`: core::data_folder(); reads how names decline from extract/. Error: not_found, malformed.
  static core::Result<Suppression> create(std::vector<SuppressedPerson> persons,
                                          const std::filesystem::path& data);
  Suppression(Suppression&&) noexcept;
  ~Suppression();

  bool empty() const;  // whether it is a list of nobody

  // Where the text names one of the persons, in any case, with an initial, surname first; and where it has a
  // surname alone, or in an e-mail address, of one whom it names in full. Ascending, apart. `record`: what
  // was extracted from the document: the units that it names.
  std::vector<core::ByteRange> find(std::string_view text, language::Analyzer& analyzer,
                                    const core::Record& record) const;

 private:
  struct State;
  class Finder;
  explicit Suppression(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace szukajst::indexer
