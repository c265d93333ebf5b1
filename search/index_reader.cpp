#include "search/index_reader.h"

#include <xapian.h>

#include <algorithm>
#include <iterator>

#include "core/fields.h"

namespace szukajst::search {

struct IndexReader::State {
  Xapian::Database database;
  mutable std::optional<std::string> trouble;

  // Calls what uses the database; `otherwise` where that fails.
  template <typename Value, typename Function>
  Value guarded(Value otherwise, Function&& function) const {
    try {
      return function();
    } catch (const Xapian::Error& error) {
      trouble = error.get_description();
    } catch (const std::exception& error) {  // a damaged block can make Xapian ask for absurd sizes
      trouble = error.what();
    }
    return otherwise;
  }
};

struct PostingCursor::Source {
  const IndexReader::State& reader;
  Xapian::PostingIterator at, end;
};

PostingCursor::PostingCursor() = default;
PostingCursor::PostingCursor(PostingCursor&&) noexcept = default;
PostingCursor& PostingCursor::operator=(PostingCursor&&) noexcept = default;
PostingCursor::~PostingCursor() = default;

PostingCursor::PostingCursor(std::unique_ptr<Source> source) : source_(std::move(source)) {
  fetch(0);
}

void PostingCursor::fetch(Number target) {
  Source& source = *source_;
  const Number last = size_ > 0 ? numbers_[size_ - 1] : 0;
  at_ = size_ = 0;
  size_ = source.reader.guarded(std::uint32_t{0}, [&] {
    if (source.at == source.end) return std::uint32_t{0};
    if (*source.at < target) source.at.skip_to(target);
    // Whoever walks gets large blocks, whoever leaps small ones.
    block_ = target <= last + 1 ? std::min(block_ * 2, kBlock) : std::uint32_t{4};
    std::uint32_t size = 0;
    for (; size < block_ && source.at != source.end; ++size, ++source.at) numbers_[size] = *source.at;
    return size;
  });
}

core::Result<IndexReader> IndexReader::open(const std::filesystem::path& segment) {
  try {
    return IndexReader(std::make_unique<State>(State{Xapian::Database(segment.string()), std::nullopt}));
  } catch (const Xapian::Error& error) {
    return core::Error{core::ErrorCode::unreadable,
                       "cannot read the segment " + segment.string() + ": " + error.get_description()};
  }
}

IndexReader::IndexReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

std::size_t IndexReader::frequency(const std::string& term) const {
  return state_->guarded(std::size_t{0},
                         [&]() -> std::size_t { return state_->database.get_termfreq(term); });
}

PostingCursor IndexReader::cursor(const std::string& term) const {
  try {
    auto at = state_->database.postlist_begin(term);
    const auto end = state_->database.postlist_end(term);
    if (at == end) return {};
    return PostingCursor(
        std::make_unique<PostingCursor::Source>(PostingCursor::Source{*state_, std::move(at), end}));
  } catch (const Xapian::Error& error) {
    state_->trouble = error.get_description();
    return {};
  }
}

std::size_t IndexReader::size() const {
  return state_->guarded(std::size_t{0}, [&]() -> std::size_t { return state_->database.get_doccount(); });
}

std::optional<std::string> IndexReader::trouble() const {
  return state_->trouble;
}

void IndexReader::for_each_term(
    const std::function<void(std::string_view, std::size_t, std::uint64_t)>& f) const {
  state_->guarded(0, [&] {
    const Xapian::Database& database = state_->database;
    const auto end = database.allterms_end();
    for (auto term = database.allterms_begin(); term != end; ++term)
      f(*term, term.get_termfreq(), database.get_collection_freq(*term));
    return 0;
  });
}

// Reads every posting, position and document. (Xapian's own check of a database is not used: it frees what it
// allocated as another type, which address sanitizers stop at.)
std::vector<std::string> IndexReader::faults(bool shard) const {
  try {
    const Xapian::Database& database = state_->database;
    std::size_t wrong_postings = 0, wrong_positions = 0;
    const auto terms_end = database.allterms_end();
    for (auto term = database.allterms_begin(); term != terms_end; ++term) {
      const auto postings = std::distance(database.postlist_begin(*term), database.postlist_end(*term));
      wrong_postings += static_cast<std::size_t>(postings) != term.get_termfreq() ? 1U : 0U;
    }
    const auto all_end = database.postlist_end("");
    for (auto entry = database.postlist_begin(""); shard && entry != all_end; ++entry) {
      const auto end = database.termlist_end(*entry);
      for (auto term = database.termlist_begin(*entry); term != end; ++term) {
        if (!core::has_positions(*term)) continue;
        const auto positions = std::distance(database.positionlist_begin(*entry, *term),
                                             database.positionlist_end(*entry, *term));
        wrong_positions += static_cast<std::size_t>(positions) != term.get_wdf() ? 1U : 0U;
      }
      static_cast<void>(database.get_document(*entry).get_data());
    }
    std::vector<std::string> found;
    if (wrong_postings > 0)
      found.push_back(std::to_string(wrong_postings) + " terms have other postings than counted");
    if (wrong_positions > 0) found.push_back(std::to_string(wrong_positions) + " terms lack positions");
    return found;
  } catch (const Xapian::Error& error) {
    return {"the database cannot be read: " + error.get_description()};
  }
}

}  // namespace szukajst::search
