#include "search/check.h"

#include <algorithm>
#include <utility>

#include "core/fields.h"
#include "core/index_format.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kMostFaults = 100;

class Checker {
 public:
  explicit Checker(std::vector<std::string>& faults) : faults_(faults) {}

  void segment(const SegmentView& segment, const IndexReader& reader) {
    where_ = "segment " + segment.info.name;
    if (!segment.columns.file().intact()) fault("its columns file is damaged");
    for (const std::string& each : reader.faults()) fault(each);
    const std::size_t kept = segment.info.documents + segment.info.goals;
    if (reader.size() != kept) {
      fault("its database has " + std::to_string(reader.size()) + " entries, its manifest tells of " +
            std::to_string(kept));
    }
    type(segment, reader, core::kDocumentType, segment.info.documents);
    type(segment, reader, core::kGoalType, segment.info.goals);
    for (std::size_t i = 0; i < segment.info.documents && faults_.size() < kMostFaults; ++i)
      if (segment.live(i)) document(segment, reader, i);
  }

 private:
  void fault(const std::string& what) { faults_.push_back(where_ + ": " + what); }

  void type(const SegmentView&, const IndexReader& reader, std::string_view name, std::size_t expected) {
    const std::size_t found = reader.frequency(core::term(core::Tag::type, name));
    if (found == expected) return;
    fault("its database has " + std::to_string(found) + " of type " + std::string(name) +
          ", its manifest tells of " + std::to_string(expected));
  }

  void document(const SegmentView& segment, const IndexReader& reader, std::size_t ordinal) {
    const auto number = static_cast<Number>(ordinal + 1);
    const core::DocumentRow row = segment.columns.row(ordinal);
    const std::string name = "document " + row.id + " ";
    const auto data = reader.data(number);
    if (!data) return fault(name + "cannot be read: " + data.error().message);
    const auto kept = core::decode_kept(*data);
    if (!kept) return fault(name + "cannot be read: " + kept.error().message);
    const core::DocumentRow expected = core::row_of(kept->record);
    if (kept->record.id != row.id) return fault(name + "is kept as " + kept->record.id);
    const core::KeptContent content = core::encode_content(kept->record, kept->text, kept->repairs);
    const bool same_evidence = row.evidence == 0 || core::content_hash(content.evidence) == row.evidence;
    if (core::content_hash(content.bytes) != row.content || !same_evidence)
      fault(name + "is not what was written");
    if (expected.goals.size() != row.goals.size())
      fault(name + "has other goals in its columns than in its record");
    if (kept->tokens.size() != row.length) fault(name + "has another length in its columns than in its text");
    if (expected.day != row.day || expected.title_key != row.title_key)
      fault(name + "has another day or title in its columns than in its record");
    for (std::size_t i = 0; i < core::kFacets; ++i) {
      if (!same_values(expected.facets[i], row.facets[i]))
        fault(name + "has other facet values in its columns than in its record");
    }
    PostingCursor by_id = reader.cursor(core::term(core::Tag::id, row.id));
    if (by_id.count_at(number), by_id.number() != number) fault(name + "is not found by its id");
  }

  // Columns keep values in an order of their own.
  static bool same_values(const std::vector<core::FacetEntry>& a, const std::vector<core::FacetEntry>& b) {
    return std::ranges::is_permutation(a, b, {}, &core::FacetEntry::value, &core::FacetEntry::value);
  }

  std::vector<std::string>& faults_;
  std::string where_;
};

}  // namespace

std::vector<std::string> find_faults(const Snapshot& snapshot, const Session& session) {
  std::vector<std::string> faults;
  Checker checker(faults);
  for (std::size_t i = 0; i < snapshot.segments.size() && faults.size() < kMostFaults; ++i)
    checker.segment(snapshot.segments[i], session.readers[i]);
  return faults;
}

}  // namespace szukajst::search
