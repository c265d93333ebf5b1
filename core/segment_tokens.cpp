#include "core/segment_tokens.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <numeric>
#include <tuple>

namespace szukajst::core {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20;
constexpr std::uint32_t kReserved = 2;  // Tokens::kNothing and Tokens::kBetweenNames
constexpr std::uint32_t kFirstUse = UseNumbers::kNothing + 1, kBeforeUses = kReserved - kFirstUse;

// Names of the columns; all of them are always there.
constexpr std::size_t kColumns = 10;

// Whether starts are those of runs in something of `total` parts.
bool runs(std::span<const std::uint32_t> starts, std::size_t total) {
  return !starts.empty() && starts.front() == 0 && starts.back() == total &&
         std::is_sorted(starts.begin(), starts.end());
}

bool all_below(std::span<const std::uint32_t> values, std::size_t limit) {
  return std::all_of(values.begin(), values.end(), [&](std::uint32_t value) { return value < limit; });
}

std::span<const std::uint32_t> run(std::span<const std::uint32_t> starts,
                                   std::span<const std::uint32_t> values, std::size_t i) {
  if (i + 1 >= starts.size()) return {};
  return values.subspan(starts[i], starts[i + 1] - starts[i]);
}

// Runs of numbers side by side.
struct Runs {
  std::vector<std::uint32_t> starts{0}, values;
  void end() { starts.push_back(static_cast<std::uint32_t>(values.size())); }
};

// Which numbers each of `values` numbers is in: the way back.
Runs inverse(const Runs& runs, std::size_t values) {
  Runs back;
  back.starts.assign(values + 1, 0);
  for (const std::uint32_t value : runs.values) ++back.starts[value + 1];
  std::partial_sum(back.starts.begin(), back.starts.end(), back.starts.begin());
  back.values.resize(runs.values.size());
  auto next = back.starts;
  for (std::uint32_t i = 0; i + 1 < runs.starts.size(); ++i)
    for (std::uint32_t at = runs.starts[i]; at < runs.starts[i + 1]; ++at)
      back.values[next[runs.values[at]]++] = i;
  return back;
}

}  // namespace

DocumentTokens::Text DocumentTokens::joined_goals() const {
  Text joined;
  for (std::size_t i = 0; i < goals.size(); ++i) {
    if (i > 0) joined.push_back(kBetweenNames);
    joined.insert(joined.end(), goals[i].begin(), goals[i].end());
  }
  return joined;
}

SegmentTokensWriter::SegmentTokensWriter(std::filesystem::path spool,
                                         std::shared_ptr<SharedUseNumbers> numbers)
    : spool_path_(std::move(spool)), spool_(spool_path_), numbers_(std::move(numbers)) {}

void SegmentTokensWriter::add(const DocumentTokens& document) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(document.uses.size());
  for (const DocumentTokens::Use& use : document.uses) numbers.push_back(numbers_->number(use));
  append(document, [&](std::uint32_t place) { return numbers[place]; });
}

void SegmentTokensWriter::add(const SharedUseNumbers& by, std::span<const DocumentTokens> documents) {
  if (&by == numbers_.get()) {
    for (const DocumentTokens& document : documents)
      append(document, [](std::uint32_t place) { return place; });
    return;
  }
  std::vector<std::uint32_t> theirs;
  const auto gather = [&](const DocumentTokens::Text& text) {
    std::ranges::copy_if(text, std::back_inserter(theirs),
                         [](std::uint32_t place) { return place != DocumentTokens::kBetweenNames; });
  };
  for (const DocumentTokens& document : documents) {
    std::ranges::for_each(document.fields, gather);
    std::ranges::for_each(document.goals, gather);
  }
  std::ranges::sort(theirs);
  theirs.erase(std::unique(theirs.begin(), theirs.end()), theirs.end());
  const std::vector<std::uint32_t> ours = numbers_->numbers_of(by, theirs);
  for (const DocumentTokens& document : documents) {
    append(document, [&](std::uint32_t place) {
      return ours[static_cast<std::size_t>(std::ranges::lower_bound(theirs, place) - theirs.begin())];
    });
  }
}

template <typename Number>
void SegmentTokensWriter::append(const DocumentTokens::Text& text, const Number& number) {
  text_sizes_.push_back(static_cast<std::uint32_t>(text.size()));
  for (const std::uint32_t place : text) {
    if (place == DocumentTokens::kBetweenNames) {
      waiting_.push_back(Tokens::kBetweenNames);
      continue;
    }
    const std::uint32_t use = number(place);
    // Twice as many as there are, so that documents that bring a few do not have it copied each time.
    if (use >= use_counts_.size()) use_counts_.resize(2 * (std::size_t{use} + 1));
    ++use_counts_[use];
    waiting_.push_back(use == UseNumbers::kNothing ? Tokens::kNothing : use + kBeforeUses);
  }
  if (waiting_.size() * sizeof(std::uint32_t) >= kBuffer) spool();
}

void SegmentTokensWriter::spool() {
  spool_.append({reinterpret_cast<const char*>(waiting_.data()), waiting_.size() * sizeof(std::uint32_t)});
  waiting_.clear();
}

template <typename Number>
void SegmentTokensWriter::append(const DocumentTokens& document, const Number& number) {
  for (std::size_t field = 0; field + 1 < kTextFields; ++field) append(document.fields[field], number);
  for (const DocumentTokens::Text& goal : document.goals) append(goal, number);
  append(document.of(TextField::body), number);  // the longest stands last: little is before the others
  texts_of_.push_back(static_cast<std::uint32_t>(kTextFields + document.goals.size()));
}

SegmentTokensWriter::Order SegmentTokensWriter::order(const SharedUseNumbers::Snapshot& all) const {
  Order order;
  std::vector<std::uint64_t> of_term(all.terms.size()), of_lead(all.terms.size());
  const std::size_t uses = std::min(all.uses.size(), use_counts_.size());
  for (std::uint32_t use = kFirstUse; use < uses; ++use) {
    if (use_counts_[use] == 0) continue;
    order.uses.push_back(use);
    for (const char32_t term : *all.uses[use]) of_term[term] += use_counts_[use];
  }
  for (std::uint32_t term = 0; term < of_term.size(); ++term)
    if (of_term[term] > 0) order.terms.push_back(term);
  std::ranges::sort(order.terms, {},
                    [&](std::uint32_t term) -> const std::string& { return *all.terms[term]; });
  order.new_terms.resize(all.terms.size());
  for (std::uint32_t i = 0; i < order.terms.size(); ++i) order.new_terms[order.terms[i]] = i;

  // By use its commonest key, or what else it has. Where numbers tie, the text decides: in which order the
  // uses came depends on threads.
  std::vector<std::uint32_t> leads(all.uses.size());
  for (const std::uint32_t use : order.uses) {
    const auto rank = [&](char32_t term) {
      const bool key = all.terms[term]->front() == static_cast<char>(Stream::key);
      return std::tuple(!key, ~of_term[term], order.new_terms[term]);
    };
    leads[use] =
        *std::ranges::min_element(*all.uses[use], [&](char32_t a, char32_t b) { return rank(a) < rank(b); });
    of_lead[leads[use]] += use_counts_[use];
  }
  const auto by_text = [&](std::uint32_t a, std::uint32_t b) {
    const auto texts = [&](std::uint32_t use) {
      UseNumbers::Terms terms = *all.uses[use];
      for (char32_t& term : terms) term = order.new_terms[term];
      std::ranges::sort(terms);
      return terms;
    };
    return texts(a) < texts(b);
  };
  std::ranges::sort(order.uses, [&](std::uint32_t a, std::uint32_t b) {
    const auto rank = [&](std::uint32_t use) {
      return std::tuple(~of_lead[leads[use]], order.new_terms[leads[use]], ~use_counts_[use]);
    };
    const auto rank_a = rank(a), rank_b = rank(b);
    return rank_a != rank_b ? rank_a < rank_b : by_text(a, b);
  });
  order.new_uses.resize(all.uses.size() + kBeforeUses);
  std::iota(order.new_uses.begin(), order.new_uses.begin() + kReserved, 0);
  for (std::uint32_t i = 0; i < order.uses.size(); ++i)
    order.new_uses[order.uses[i] + kBeforeUses] = i + kReserved;
  return order;
}

Result<Done> SegmentTokensWriter::write(const std::filesystem::path& path) {
  spool();
  if (auto written = spool_.finish(); !written) return written.error();
  const SharedUseNumbers::Snapshot all = numbers_->snapshot();
  const Order order = this->order(all);

  ColumnsFile file(path, kColumns);
  std::vector<std::uint32_t> starts{0}, wide, wide_starts{0};
  starts.reserve(text_sizes_.size() + 1);
  file.begin("codes", sizeof(std::uint16_t));
  std::ifstream spool(spool_path_, std::ios::binary);
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint16_t> codes;
  std::uint64_t total = 0;
  auto size = text_sizes_.begin();
  for (const std::uint32_t texts : texts_of_) {
    std::size_t places = 0;
    for (std::uint32_t i = 0; i < texts; ++i) {
      total += *size;
      places += *size++;
      starts.push_back(static_cast<std::uint32_t>(total));
    }
    numbers.resize(places);
    codes.resize(places);
    spool.read(reinterpret_cast<char*>(numbers.data()),
               static_cast<std::streamsize>(places * sizeof(std::uint32_t)));
    for (std::size_t i = 0; i < places && spool; ++i) {
      const std::uint32_t use = order.new_uses[numbers[i]];
      codes[i] = static_cast<std::uint16_t>(std::min<std::uint32_t>(use, Tokens::kWide));
      if (use >= Tokens::kWide) wide.push_back(use);
    }
    file.append(codes.data(), codes.size() * sizeof(std::uint16_t));
    wide_starts.push_back(static_cast<std::uint32_t>(wide.size()));
  }
  if (!spool) return Error{ErrorCode::unwritable, "cannot read back " + spool_path_.string()};
  if (total > std::numeric_limits<std::uint32_t>::max())
    return Error{ErrorCode::too_large, "a segment has more tokens than it can hold: " + path.string()};

  Runs use_terms;
  for (std::uint32_t i = 0; i < kReserved; ++i) use_terms.end();
  for (const std::uint32_t use : order.uses) {
    const std::size_t begin = use_terms.values.size();
    for (const char32_t term : *all.uses[use]) use_terms.values.push_back(order.new_terms[term]);
    std::sort(use_terms.values.begin() + static_cast<std::ptrdiff_t>(begin), use_terms.values.end());
    use_terms.end();
  }
  const Runs term_uses = inverse(use_terms, order.terms.size());
  std::vector<std::uint32_t> term_starts{0};
  std::string term_bytes;
  for (const std::uint32_t term : order.terms) {
    term_bytes += *all.terms[term];
    term_starts.push_back(static_cast<std::uint32_t>(term_bytes.size()));
  }
  using Numbers = std::span<const std::uint32_t>;
  file.add("starts", Numbers(starts));
  file.add("wide", Numbers(wide));
  file.add("wide.starts", Numbers(wide_starts));
  file.add("use.starts", Numbers(use_terms.starts));
  file.add("use.terms", Numbers(use_terms.values));
  file.add("term.use.starts", Numbers(term_uses.starts));
  file.add("term.uses", Numbers(term_uses.values));
  file.add("term.starts", Numbers(term_starts));
  file.add("term.bytes", std::span<const char>(term_bytes));
  return file.finish();
}

std::uint32_t Tokens::wide_use(std::size_t place, Last& last) const {
  const std::size_t at = begin + place;
  const auto wide_between = [&](std::size_t from, std::size_t to) {
    return static_cast<std::size_t>(std::count(document + from, document + to, kWide));
  };
  if (at >= last.at) {
    last.wide_before += wide_between(last.at, at);
  } else {
    last.wide_before -= wide_between(at, last.at);
  }
  last.at = at;
  return last.wide_before < wide.size() ? wide[last.wide_before] : kNothing;
}

Result<SegmentTokens> SegmentTokens::open(const std::filesystem::path& path,
                                          std::span<const std::uint32_t> goal_starts) {
  auto opened = Columns::open(path);
  if (!opened) return opened.error();
  SegmentTokens tokens(std::move(*opened));
  const Columns& file = tokens.file_;
  const auto numbers = [&](std::string_view name) { return file.get<std::uint32_t>(name); };
  tokens.goal_starts_ = goal_starts;
  tokens.codes_ = file.get<std::uint16_t>("codes");
  tokens.starts_ = numbers("starts");
  tokens.wide_ = numbers("wide");
  tokens.wide_starts_ = numbers("wide.starts");
  tokens.use_starts_ = numbers("use.starts");
  tokens.use_terms_ = numbers("use.terms");
  tokens.term_use_starts_ = numbers("term.use.starts");
  tokens.term_uses_ = numbers("term.uses");
  tokens.term_starts_ = numbers("term.starts");
  tokens.term_bytes_ = file.get<char>("term.bytes");
  const std::size_t documents = goal_starts.size() - 1;
  const bool whole =
      tokens.starts_.size() == documents * kTextFields + goal_starts.back() + 1 &&
      runs(tokens.starts_, tokens.codes_.size()) && tokens.wide_starts_.size() == documents + 1 &&
      runs(tokens.wide_starts_, tokens.wide_.size()) && runs(tokens.use_starts_, tokens.use_terms_.size()) &&
      runs(tokens.term_use_starts_, tokens.term_uses_.size()) &&
      runs(tokens.term_starts_, tokens.term_bytes_.size()) &&
      tokens.term_starts_.size() == tokens.term_use_starts_.size() && tokens.uses() >= kReserved &&
      all_below(tokens.use_terms_, tokens.terms()) && all_below(tokens.term_uses_, tokens.uses());
  if (!whole) {
    return Error{ErrorCode::malformed,
                 "the tokens file " + path.string() + " does not fit the manifest of its index"};
  }
  return tokens;
}

std::span<const std::uint32_t> SegmentTokens::terms_of(std::uint32_t use) const {
  return run(use_starts_, use_terms_, use);
}
std::span<const std::uint32_t> SegmentTokens::uses_of(std::uint32_t term) const {
  return run(term_use_starts_, term_uses_, term);
}
std::string_view SegmentTokens::term(std::uint32_t number) const {
  return {term_bytes_.data() + term_starts_[number], term_starts_[number + 1] - term_starts_[number]};
}

template <typename Before>
std::uint32_t SegmentTokens::first_term(std::uint32_t from, const Before& before) const {
  auto end = static_cast<std::uint32_t>(terms());
  while (from < end) {
    const std::uint32_t middle = from + (end - from) / 2;
    if (before(term(middle))) {
      from = middle + 1;
    } else {
      end = middle;
    }
  }
  return from;
}

std::optional<std::uint32_t> SegmentTokens::find(std::string_view scopeless_term) const {
  const std::uint32_t found = first_term(0, [&](std::string_view each) { return each < scopeless_term; });
  if (found == terms() || term(found) != scopeless_term) return std::nullopt;
  return found;
}

std::pair<std::uint32_t, std::uint32_t> SegmentTokens::beginning_with(std::string_view beginning) const {
  const std::uint32_t first = first_term(0, [&](std::string_view each) { return each < beginning; });
  return {first, first_term(first, [&](std::string_view each) { return each.starts_with(beginning); })};
}

Tokens SegmentTokens::goal(std::size_t document, std::size_t goal) const {
  return nth_text(document, kTextFields - 1 + goal);
}

DocumentTokens SegmentTokens::document(std::size_t document) const {
  DocumentTokens made;
  std::unordered_map<std::uint32_t, std::uint32_t> known;
  Tokens::Last last;  // of one document, so that no code is counted twice
  const auto read = [&](const Tokens& text) {
    DocumentTokens::Text places;
    places.reserve(text.size());
    for (std::size_t place = 0; place < text.size(); ++place) {
      const std::uint32_t use = text.use(place, last);
      if (use == Tokens::kBetweenNames) {
        places.push_back(DocumentTokens::kBetweenNames);
        continue;
      }
      const auto [found, added] = known.try_emplace(use, static_cast<std::uint32_t>(made.uses.size()));
      if (added) {
        made.uses.emplace_back();
        for (const std::uint32_t each : terms_of(use)) made.uses.back().emplace_back(term(each));
      }
      places.push_back(found->second);
    }
    return places;
  };
  for (std::size_t field = 0; field + 1 < kTextFields; ++field)
    made.fields[field] = read(text(document, static_cast<TextField>(field)));
  for (std::size_t each = 0; each < goals(document); ++each) made.goals.push_back(read(goal(document, each)));
  made.of(TextField::body) = read(text(document, TextField::body));
  return made;
}

}  // namespace szukajst::core
