// The columns of a segment: what sorting, counting and ranking need of each document and goal
// without reading it. Documents have ordinals from 0 (their number in the database less one), goals
// ordinals of their own, in the order of their documents.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/columns.h"
#include "core/kinds.h"
#include "core/record.h"
#include "core/result.h"

namespace szukajst::core {

// The facets of documents. (Of goals, the level comes in addition.)
enum class Facet : std::uint8_t { kind, place, year, official, partner, programme };
inline constexpr std::size_t kFacets = 6;

// `value` is what is compared: a kind's name, a TERYT code, four digits, a name_key; `label` is what is
// shown where the value is not (officials, partners, programmes), else empty.
struct FacetEntry {
  std::string value, label;
};

struct GoalRow {
  std::uint32_t index = 0;  // in Record::goals
  GoalLevel level = GoalLevel::main;
  std::uint32_t length = 0;  // in tokens
};

struct DocumentRow {
  std::string id;
  std::uint64_t content = 0;   // content_hash of KeptContent::bytes
  std::uint64_t evidence = 0;  // and of its evidence; 0 where a program of before kept none
  std::uint32_t length = 0;    // in tokens
  std::uint32_t day = 0;       // year × 10000 + month × 100 + day; 0 where the document has no time
  std::string title_key;       // sort_key
  std::array<std::vector<FacetEntry>, kFacets> facets;  // values distinct in each
  std::vector<GoalRow> goals;
};

// All of the row that the record tells: not the hashes and the length, nor those of goals.
DocumentRow row_of(const Record& record);
// The years that a document counts for: each of its period, at most 100, or that of its date.
std::vector<int> years_of(const Record& record);

// Of TERYT codes in ascending order, the place among them of the innermost unit that each lies in, or how
// many they are.
std::vector<std::uint32_t> parents_of_places(const std::vector<std::string>& places);

class SegmentColumnsWriter {
 public:
  void add(const DocumentRow& row);
  std::size_t documents() const { return content_.size(); }
  // Error: unwritable.
  Result<Done> write(const std::filesystem::path& path) const;

 private:
  struct FacetRows {
    std::vector<std::uint32_t> starts{0}, codes;
    std::unordered_map<std::string, std::uint32_t> known;
    std::vector<FacetEntry> values;
  };
  struct Texts {
    std::vector<std::uint32_t> starts{0};
    std::string bytes;
    void add(std::string_view text);
  };
  // `nested`: values lie in one another, as TERYT codes do.
  static void add_facet(ColumnsWriter& file, const std::string& name, bool nested, const FacetRows& rows);
  std::vector<std::uint64_t> content_, evidence_;
  std::vector<std::uint32_t> lengths_, days_, goal_starts_{0}, goal_parents_, goal_indexes_, goal_lengths_;
  std::vector<std::uint8_t> goal_levels_;
  Texts ids_, title_keys_;
  std::array<FacetRows, kFacets> facets_;
};

// Texts side by side: text i is bytes [starts[i], starts[i + 1]).
struct TextColumn {
  std::span<const std::uint32_t> starts;
  std::span<const char> bytes;

  std::size_t size() const { return starts.size() - 1; }
  std::string_view operator[](std::size_t i) const {
    return {bytes.data() + starts[i], bytes.data() + starts[i + 1]};
  }
};

// Numbers, each of as many bytes as the greatest needs.
class NarrowColumn {
 public:
  NarrowColumn() = default;
  // The column of this name, of whichever width; empty where there is none.
  NarrowColumn(const Columns& file, const std::string& name);

  std::size_t size() const { return size_; }
  std::size_t size_bytes() const { return size_ * width_; }
  std::uint32_t operator[](std::size_t i) const {
    return width_ == 1   ? static_cast<const std::uint8_t*>(data_)[i]
           : width_ == 2 ? static_cast<const std::uint16_t*>(data_)[i]
                         : static_cast<const std::uint32_t*>(data_)[i];
  }
  // Calls with a pointer to the numbers as they are.
  template <typename Function>
  void visit(Function&& function) const {
    if (width_ == 1) return function(static_cast<const std::uint8_t*>(data_));
    if (width_ == 2) return function(static_cast<const std::uint16_t*>(data_));
    function(static_cast<const std::uint32_t*>(data_));
  }

 private:
  const void* data_ = nullptr;
  std::size_t size_ = 0, width_ = 4;
};

// Values have codes in the order of their texts. A document has the code of its one value, or values.size()
// where it has none, or values.size() + 1 + the number of the set of its values. Of values that lie in one
// another (places) it has the innermost; those above them are implied.
struct FacetColumn {
  NarrowColumn codes;                         // by document
  std::span<const std::uint32_t> set_starts;  // by set, one more at the end
  NarrowColumn set_codes;                     // ascending in each
  NarrowColumn parents;                       // by code, a lesser one or values.size(); or empty
  TextColumn values, labels;                  // by code

  std::size_t documents() const { return codes.size(); }
  std::size_t sets() const { return set_starts.size() - 1; }
  std::size_t size_bytes() const;
  // The code of the value that this one lies in; values.size() where there is none.
  std::uint32_t parent(std::uint32_t code) const {
    return parents.size() == 0 ? static_cast<std::uint32_t>(values.size()) : parents[code];
  }
  // The innermost value that both lie in, or are; values.size() where there is none.
  std::uint32_t common(std::uint32_t a, std::uint32_t b) const {
    const auto none = static_cast<std::uint32_t>(values.size());
    while (a != b && a != none && b != none) a > b ? a = parent(a) : b = parent(b);
    return a == b ? a : none;
  }
  // Calls with each value that stands for the document, ascending; those above are implied.
  template <typename Function>
  void each_innermost(std::size_t document, Function&& function) const {
    const std::uint32_t code = codes[document], none = static_cast<std::uint32_t>(values.size());
    if (code < none) return function(code);
    if (code == none) return;
    for (std::uint32_t i = set_starts[code - none - 1]; i < set_starts[code - none]; ++i)
      function(set_codes[i]);
  }
  // Whether it has one of these, told by code. What lies in a chosen value must be chosen too.
  bool any_of(std::size_t document, const std::vector<std::uint8_t>& chosen) const {
    bool any = false;
    each_innermost(document, [&](std::uint32_t code) { any = any || chosen[code] != 0; });
    return any;
  }
};

// Mapped; immutable and thread-safe.
class SegmentColumns {
 public:
  // Errors: those of Columns::open; malformed where the columns do not fit the counts.
  static Result<SegmentColumns> open(const std::filesystem::path& path, std::size_t documents,
                                     std::size_t goals);

  std::span<const std::uint64_t> content;
  std::span<const std::uint64_t> evidence;  // empty where a program of before kept none
  std::span<const std::uint32_t> lengths, days;
  TextColumn ids, title_keys;
  std::array<FacetColumn, kFacets> facets;
  std::span<const std::uint32_t> goal_starts;   // by document: its first goal; one more at the end
  std::span<const std::uint32_t> goal_parents;  // by goal: its document
  std::span<const std::uint32_t> goal_indexes, goal_lengths;
  std::span<const std::uint8_t> goal_levels;

  const FacetColumn& facet(Facet facet) const { return facets[static_cast<std::size_t>(facet)]; }
  DocumentRow row(std::size_t document) const;
  // Whether the document has these hashes.
  bool same_content(std::size_t document, std::uint64_t content_hash, std::uint64_t evidence_hash) const {
    return content[document] == content_hash && !evidence.empty() && evidence[document] == evidence_hash;
  }
  const Columns& file() const { return file_; }

 private:
  explicit SegmentColumns(Columns file) : file_(std::move(file)) {}
  Columns file_;
};

}  // namespace szukajst::core
