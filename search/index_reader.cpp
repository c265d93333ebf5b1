#include "search/index_reader.h"

#include <xapian.h>

#include <algorithm>
#include <sstream>

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
      return otherwise;
    }
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
    for (; size < block_ && source.at != source.end; ++size, ++source.at) {
      numbers_[size] = *source.at;
      counts_[size] = source.at.get_wdf();
    }
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

std::vector<std::uint32_t> IndexReader::positions(Number number, const std::string& term) const {
  return state_->guarded(std::vector<std::uint32_t>{}, [&] {
    return std::vector<std::uint32_t>(state_->database.positionlist_begin(number, term),
                                      state_->database.positionlist_end(number, term));
  });
}

std::vector<std::pair<std::string, std::size_t>> IndexReader::terms(const std::string& prefix,
                                                                    std::size_t most) const {
  using Terms = std::vector<std::pair<std::string, std::size_t>>;
  return state_->guarded(Terms{}, [&] {
    Terms found;
    const auto end = state_->database.allterms_end(prefix);
    for (auto at = state_->database.allterms_begin(prefix); at != end && found.size() < most; ++at)
      found.emplace_back(*at, at.get_termfreq());
    return found;
  });
}

std::vector<std::string> IndexReader::terms_of(Number number, const std::string& prefix) const {
  return state_->guarded(std::vector<std::string>{}, [&] {
    std::vector<std::string> found;
    auto at = state_->database.termlist_begin(number);
    const auto end = state_->database.termlist_end(number);
    if (at == end) return found;
    for (at.skip_to(prefix); at != end && (*at).starts_with(prefix); ++at) found.push_back(*at);
    return found;
  });
}

core::Result<std::string> IndexReader::data(Number number) const {
  try {
    return state_->database.get_document(number).get_data();
  } catch (const Xapian::Error& error) {
    return core::Error{core::ErrorCode::unreadable, "cannot read a document: " + error.get_description()};
  }
}

std::size_t IndexReader::size() const {
  return state_->guarded(std::size_t{0}, [&]() -> std::size_t { return state_->database.get_doccount(); });
}

std::optional<std::string> IndexReader::trouble() const {
  return state_->trouble;
}

std::vector<std::string> IndexReader::faults(const std::filesystem::path& segment) {
  try {
    std::ostringstream report;
    const std::size_t faults = Xapian::Database::check(segment.string(), 0, &report);
    if (faults == 0) return {};
    return {"the database of " + segment.filename().string() + " has " + std::to_string(faults) +
            " faults: " + report.str()};
  } catch (const Xapian::Error& error) {
    return {"the database of " + segment.filename().string() +
            " cannot be checked: " + error.get_description()};
  }
}

}  // namespace szukajst::search
