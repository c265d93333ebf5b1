// The forward index of a segment: what each token of each text posted. From it phrases are found, and every
// posting and position of a document can be had again. The layout: docs/index_format.md.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/columns.h"
#include "core/durable_file.h"
#include "core/fields.h"
#include "core/result.h"
#include "core/use_numbers.h"

namespace szukajst::core {

// The texts of a document that are kept as tokens, beside the wording of each of its goals.
enum class TextField : std::uint8_t { title, person, partner, place, body };
inline constexpr std::size_t kTextFields = 5;
inline constexpr std::array<Scope, kTextFields> kScopeOf{Scope::title, Scope::person, Scope::partner,
                                                         Scope::place, Scope::body};

// Words of different names (or goals) in one field are this far apart, so that no phrase spans two.
inline constexpr std::uint32_t kGapBetweenNames = 100;

// The tokens of a document as they are handed to the writer.
struct DocumentTokens {
  using Use = UseNumbers::Use;
  // A text, by place: an index in `uses`, or kBetweenNames.
  using Text = std::vector<std::uint32_t>;
  static constexpr std::uint32_t kBetweenNames = 0xFFFFFFFF;

  // May repeat one another. None where the texts are by numbers that many documents share.
  std::vector<Use> uses;
  std::array<Text, kTextFields> fields;
  std::vector<Text> goals;

  Text& of(TextField field) { return fields[static_cast<std::size_t>(field)]; }
  const Text& of(TextField field) const { return fields[static_cast<std::size_t>(field)]; }
  // The wordings of all goals, as the scope Scope::goals has them.
  Text joined_goals() const;
};

// Gathers documents in a file beside, and the distinct uses in memory. Not thread-safe.
class SegmentTokensWriter {
 public:
  // `spool`: where tokens wait until the segment is written; whoever owns the folder removes it. `numbers`:
  // of the uses of most documents; others may go on adding to them.
  explicit SegmentTokensWriter(std::filesystem::path spool, std::shared_ptr<SharedUseNumbers> numbers =
                                                                std::make_shared<SharedUseNumbers>());
  void add(const DocumentTokens& document);
  // Several documents whose texts are by these numbers.
  void add(const SharedUseNumbers& by, std::span<const DocumentTokens> documents);
  // The last call. Errors: unwritable, too_large (more tokens than a segment can hold).
  Result<Done> write(const std::filesystem::path& path);

 private:
  // Uses and terms of the documents as the file numbers them, by their numbers before.
  struct Order {
    std::vector<std::uint32_t> uses, terms;          // the old number of each
    std::vector<std::uint32_t> new_uses, new_terms;  // the way back
  };
  // `number`: gives that which a text's use has here.
  template <typename Number>
  void append(const DocumentTokens& document, const Number& number);
  template <typename Number>
  void append(const DocumentTokens::Text& text, const Number& number);
  void spool();
  // The uses of one key stand together, the commonest keys first, so that common uses have short numbers and
  // a word's uses are few ranges of them; terms by their text. What no document has is left out.
  Order order(const SharedUseNumbers::Snapshot& all) const;

  std::filesystem::path spool_path_;
  DurableFile spool_;  // a number a place, in native byte order
  std::vector<std::uint32_t> waiting_;
  std::vector<std::uint32_t> text_sizes_, texts_of_;  // of each text its tokens; of each document its texts
  std::shared_ptr<SharedUseNumbers> numbers_;
  std::vector<std::uint64_t> use_counts_;  // by use, how many tokens post it
};

// A text of the segment: by place the number of what the token posted. Those below kWide stand in the codes
// themselves; the others of a document stand apart, in the order of their places.
struct Tokens {
  static constexpr std::uint16_t kWide = 0xFFFF;
  static constexpr std::uint32_t kNothing = 0;       // a token that posted nothing
  static constexpr std::uint32_t kBetweenNames = 1;  // no token

  const std::uint16_t* document = nullptr;  // the codes of its document's texts
  std::size_t begin = 0, end = 0;           // of these
  std::span<const std::uint32_t> wide;      // of its document

  std::size_t size() const { return end - begin; }
  std::span<const std::uint16_t> codes() const { return {document + begin, document + end}; }
  // Where one was last looked for among those that stand apart: what lies between is counted, no more.
  struct Last {
    std::size_t at = 0, wide_before = 0;  // of the document's codes
  };
  // The use at a place.
  std::uint32_t use(std::size_t place, Last& last) const {
    const std::uint16_t code = document[begin + place];
    return code != kWide ? code : wide_use(place, last);
  }
  Tokens part(std::size_t from, std::size_t to) const { return {document, begin + from, begin + to, wide}; }

 private:
  std::uint32_t wide_use(std::size_t place, Last& last) const;
};

// Calls `f(run, before)` for each stretch of places that follow one another; the first place of a run has
// the position `before` + 1. `before`: where the text begins; gives where it ends.
template <typename Function>
std::uint32_t for_each_run(const Tokens& text, std::uint32_t before, const Function& f) {
  const auto codes = text.codes();
  for (std::size_t from = 0;;) {
    const auto end = std::find(codes.begin() + static_cast<std::ptrdiff_t>(from), codes.end(),
                               static_cast<std::uint16_t>(Tokens::kBetweenNames));
    const auto to = static_cast<std::size_t>(end - codes.begin());
    f(text.part(from, to), before);
    before += static_cast<std::uint32_t>(to - from);
    if (end == codes.end()) return before;
    if (before > 0) before += kGapBetweenNames;
    from = to + 1;
  }
}

// Mapped; immutable and thread-safe. Whatever the file's bytes are, reading it stays within it.
class SegmentTokens {
 public:
  // `goal_starts`: SegmentColumns::goal_starts, which outlives this. Errors: those of Columns::open;
  // malformed where the tokens do not fit the counts.
  static Result<SegmentTokens> open(const std::filesystem::path& path,
                                    std::span<const std::uint32_t> goal_starts);

  std::size_t uses() const { return use_starts_.size() - 1; }
  std::size_t terms() const { return term_starts_.size() - 1; }
  // Numbers of terms; nothing where there is no such use.
  std::span<const std::uint32_t> terms_of(std::uint32_t use) const;
  // Ascending; nothing where there is no such term.
  std::span<const std::uint32_t> uses_of(std::uint32_t term) const;
  std::string_view term(std::uint32_t number) const;  // scopeless; by number they ascend
  std::optional<std::uint32_t> find(std::string_view scopeless_term) const;
  // The numbers of the terms that begin so: from the first, up to the second, which is not among them.
  std::pair<std::uint32_t, std::uint32_t> beginning_with(std::string_view beginning) const;

  std::size_t documents() const { return goal_starts_.size() - 1; }
  std::size_t all_goals() const { return goal_starts_.back(); }
  Tokens text(std::size_t document, TextField field) const {
    const auto goals_before = static_cast<std::size_t>(field == TextField::body ? goals(document) : 0);
    return nth_text(document, static_cast<std::size_t>(field) + goals_before);
  }
  Tokens goal(std::size_t document, std::size_t goal) const;  // `goal` counts in the document
  std::size_t goals(std::size_t document) const {
    return goal_starts_[document + 1] - goal_starts_[document];
  }
  // Has memory bring a text's tokens, all of a short one's, while something else is done.
  static void fetch(const Tokens& text) {
    constexpr std::size_t kMost = 512, kLine = 64 / sizeof(std::uint16_t);
    const auto codes = text.codes();
    for (std::size_t at = 0; at < std::min(codes.size(), kMost); at += kLine)
      __builtin_prefetch(codes.data() + at);
  }
  // And where the texts of a document lie.
  void fetch_place(std::size_t document) const {
    __builtin_prefetch(&starts_[document * kTextFields + goal_starts_[document]]);
    __builtin_prefetch(&wide_starts_[document]);
  }
  // Calls `f` as for_each_run does, for a document's text in a scope (not Scope::goal).
  template <typename Function>
  void for_each_run_in(Scope scope, std::size_t document, const Function& f) const {
    switch (scope) {
      case Scope::body:
        return static_cast<void>(f(text(document, TextField::body), 0));
      case Scope::title:
        return static_cast<void>(f(text(document, TextField::title), 0));
      case Scope::person:
        return static_cast<void>(for_each_run(text(document, TextField::person), 0, f));
      case Scope::partner:
        return static_cast<void>(for_each_run(text(document, TextField::partner), 0, f));
      case Scope::place:
        return static_cast<void>(for_each_run(text(document, TextField::place), 0, f));
      default:
        break;
    }
    std::uint32_t before = 0;
    for (std::size_t each = 0; each < goals(document); ++each) {
      if (before > 0) before += kGapBetweenNames;
      const Tokens wording = goal(document, each);
      f(wording, before);
      before += static_cast<std::uint32_t>(wording.size());
    }
  }
  // The document as it was handed to the writer, but that no use repeats another.
  DocumentTokens document(std::size_t document) const;
  const Columns& file() const { return file_; }

 private:
  explicit SegmentTokens(Columns file) : file_(std::move(file)) {}
  Tokens nth_text(std::size_t document, std::size_t text) const {
    const std::uint32_t* starts = &starts_[document * kTextFields + goal_starts_[document]];
    const std::size_t from = starts[0];
    const std::size_t wide = wide_starts_[document];
    return {codes_.data() + from, starts[text] - from, starts[text + 1] - from,
            wide_.subspan(wide, wide_starts_[document + 1] - wide)};
  }
  // The first term from this one on that does not stand before what is looked for.
  template <typename Before>
  std::uint32_t first_term(std::uint32_t from, const Before& before) const;

  Columns file_;
  std::span<const std::uint32_t> goal_starts_;
  std::span<const std::uint16_t> codes_;
  std::span<const std::uint32_t> starts_;              // by text, into codes_; one more at the end
  std::span<const std::uint32_t> wide_, wide_starts_;  // the latter by document
  std::span<const std::uint32_t> use_starts_, use_terms_, term_use_starts_, term_uses_, term_starts_;
  std::span<const char> term_bytes_;
};

// How many entries a scope has: goals of Scope::goal, else documents.
inline std::size_t entries_of(const SegmentTokens& tokens, Scope scope) {
  return scope == Scope::goal ? tokens.all_goals() : tokens.documents();
}
// Calls `on_run(tokens)` for each stretch of places of an entry's text that follow one another, then
// `on_end(entry)`; entries ascend from 0, which is the first of the documents [begin, end).
template <typename OnRun, typename OnEnd>
void for_each_entry(const SegmentTokens& tokens, Scope scope, std::size_t begin, std::size_t end,
                    const OnRun& on_run, const OnEnd& on_end) {
  std::uint32_t entry = 0;
  for (std::size_t document = begin; document < end; ++document) {
    if (scope != Scope::goal) {
      tokens.for_each_run_in(scope, document, [&](const Tokens& run, std::uint32_t) { on_run(run); });
      on_end(entry++);
      continue;
    }
    for (std::size_t goal = 0; goal < tokens.goals(document); ++goal) {
      on_run(tokens.goal(document, goal));
      on_end(entry++);
    }
  }
}

// The same of all documents.
template <typename OnRun, typename OnEnd>
void for_each_entry(const SegmentTokens& tokens, Scope scope, const OnRun& on_run, const OnEnd& on_end) {
  for_each_entry(tokens, scope, 0, tokens.documents(), on_run, on_end);
}

}  // namespace szukajst::core
