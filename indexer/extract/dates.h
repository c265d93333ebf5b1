// The day that a document or the event it reports is dated, and the years that it covers.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/kinds.h"
#include "core/result.h"
#include "core/text.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Months, and the words beside a date that speak for and against it; immutable and thread-safe.
class DateRules {
 public:
  // Reads dates.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<DateRules> load(const std::filesystem::path& folder);
  DateRules(DateRules&&) noexcept;
  DateRules& operator=(DateRules&&) noexcept;
  ~DateRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit DateRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// The first day of the calendar that the text writes ("9 sierpnia 2018 r.", "7.03.2015", "14 V 2019",
// "2022-02-16"; of "12–14 maja 2019" the first day); nothing where there is none.
std::optional<core::Date> read_date(std::string_view text, const DateRules& rules);

// A date or a period, and where it is written.
template <typename Value>
struct Written {
  Value value;
  core::ByteRange place;  // in the title, or else in the source's text
  bool in_title = false;
};

// The card of a practice: label, value; and where the values stand.
struct LabelledValues {
  const std::vector<std::pair<std::string, std::string>>& fields;
  const std::vector<core::ByteRange>& values;
};

// Nothing where the text gives no day, month and year for it. `card`: that of a practice, whose labels tell
// its date best; null where there is none.
std::optional<Written<core::Date>> extract_date(const SourceText& source, core::DocumentKind kind,
                                                std::string_view title, const LabelledValues* card,
                                                const DateRules& rules);

// Nothing where the document is of a kind that covers no years, or does not say which.
std::optional<Written<core::Period>> extract_period(const SourceText& source, core::DocumentKind kind,
                                                    std::string_view title, const DateRules& rules);

}  // namespace szukajst::indexer::extract
