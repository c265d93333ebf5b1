#include "search/check.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "core/fields.h"
#include "core/index_format.h"
#include "search/word_finder.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kMostFaults = 100;

class Checker {
 public:
  explicit Checker(std::vector<std::string>& faults) : faults_(faults) {}

  void segment(const SegmentView& segment, const IndexReader& reader) {
    where_ = "segment " + segment.info.name;
    if (!segment.columns.file().intact()) fault("its columns file is damaged");
    if (!segment.tokens.file().intact()) fault("its tokens file is damaged");
    if (!segment.texts.file().intact()) fault("its texts file is damaged");
    if (!segment.suggestions.file().intact()) fault("its suggest file is damaged");
    if (!segment.goal_wordings.file().intact()) fault("its goals file is damaged");
    if (!segment.postings.file().intact()) fault("its postings file is damaged");
    if (!segment.postings.fit(segment.tokens)) fault("its postings are not those of its tokens");
    for (const std::string& each : reader.faults(segment.shard)) fault(each);
    segment.shard ? postings(segment, reader) : no_postings(reader);
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

  static bool tag(std::string_view term) {
    return std::ranges::any_of(core::kTagBeginnings, [&](auto begins) { return term.starts_with(begins); });
  }

  // Words are posted in a file of their own.
  void no_postings(const IndexReader& reader) {
    std::size_t words = 0;
    reader.for_each_term(
        [&](std::string_view term, std::size_t, std::uint64_t) { words += tag(term) ? 0U : 1U; });
    if (words > 0) fault(std::to_string(words) + " terms in its database are no tags");
  }

  // Whether the database of a shard has the terms that the tokens tell of, each in as many documents and as
  // often.
  void postings(const SegmentView& segment, const IndexReader& reader) {
    const auto expected = counts_of(segment);
    std::size_t found = 0, wrong = 0;
    reader.for_each_term([&](std::string_view term, std::size_t documents, std::uint64_t times) {
      if (tag(term)) return;
      const std::size_t begins = std::min<std::size_t>(term.size(), term.starts_with(core::kOfGoal) ? 2 : 1);
      if (term.substr(begins) == core::any_token(core::Scope::body).substr(1)) return;
      const auto counts = expected.find(term.substr(0, begins));
      const auto number = segment.tokens.find(term.substr(begins));
      const bool known = counts != expected.end() && number && counts->second[*number].documents > 0;
      found += known ? 1U : 0U;
      if (!known || counts->second[*number].documents != documents || counts->second[*number].times != times)
        ++wrong;
    });
    std::size_t all = 0;
    for (const auto& [scope, counts] : expected)
      all += static_cast<std::size_t>(
          std::ranges::count_if(counts, [](const Counts& each) { return each.documents > 0; }));
    wrong += all - found;
    if (wrong > 0)
      fault(std::to_string(wrong) + " terms have other postings in its database than in its tokens");
  }

  struct Counts {
    std::size_t documents = 0;
    std::uint64_t times = 0;
    std::uint32_t last = 0;  // number of the last document, so that each is counted once
  };
  // By what the terms of a scope begin with, of each scopeless term.
  using ScopeCounts = std::map<std::string, std::vector<Counts>, std::less<>>;
  static ScopeCounts counts_of(const SegmentView& segment) {
    const core::SegmentTokens& tokens = segment.tokens;
    ScopeCounts all;
    std::uint32_t number = 0;
    const auto count = [&](core::Scope scope, bool of_goal = false) {
      std::string begins(1, static_cast<char>(scope));
      if (of_goal) begins.insert(0, 1, core::kOfGoal);
      auto& counts = all.try_emplace(std::move(begins), tokens.terms()).first->second;
      return [&](const core::Tokens& run, std::uint32_t) {
        core::Tokens::Last last;
        for (std::size_t place = 0; place < run.size(); ++place) {
          for (const std::uint32_t term : tokens.terms_of(run.use(place, last))) {
            counts[term].documents += std::exchange(counts[term].last, number) != number ? 1U : 0U;
            ++counts[term].times;
          }
        }
      };
    };
    std::uint32_t goal_number = static_cast<std::uint32_t>(segment.info.documents);
    for (std::size_t document = 0; document < segment.info.documents; ++document) {
      number = static_cast<std::uint32_t>(document + 1);
      for (const core::Scope scope : core::kScopeOf) tokens.for_each_run_in(scope, document, count(scope));
      tokens.for_each_run_in(core::Scope::goals, document, count(core::Scope::goals));
      for (std::size_t goal = 0; goal < tokens.goals(document); ++goal) {
        number = ++goal_number;
        count(core::Scope::goal)(tokens.goal(document, goal), 0);
        for (const core::Scope scope : core::kScopesOfGoals)
          tokens.for_each_run_in(scope, document, count(scope, true));
      }
    }
    return all;
  }

  void document(const SegmentView& segment, const IndexReader& reader, std::size_t ordinal) {
    const auto number = static_cast<Number>(ordinal + 1);
    const core::DocumentRow row = segment.columns.row(ordinal);
    const std::string name = "document " + row.id + " ";
    const auto data = segment.texts.read(ordinal);
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
    if (segment.tokens.text(ordinal, core::TextField::body).size() != row.length)
      fault(name + "has another length in its columns than in its tokens");
    if (expected.day != row.day || expected.title_key != row.title_key)
      fault(name + "has another day or title in its columns than in its record");
    for (std::size_t i = 0; i < core::kFacets; ++i) {
      if (!same_values(expected.facets[i], row.facets[i]))
        fault(name + "has other facet values in its columns than in its record");
    }
    const std::uint32_t title = segment.suggestions.titles[ordinal];
    const std::string_view told = title == core::kNoName ? "" : segment.suggestions.name(title).text;
    if (!told.empty() && word_key(told) != word_key(kept->record.title))
      fault(name + "has another title to be completed than in its record");
    if (segment.goal_wordings.units[ordinal] != core::unit_of(kept->record))
      fault(name + "is of another unit in its goals file than in its record");
    PostingCursor by_id = reader.cursor(core::term(core::Tag::id, row.id));
    if (by_id.seek(number), by_id.number() != number) fault(name + "is not found by its id");
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
