#include "search/word_matcher.h"

#include <algorithm>
#include <utility>

#include "core/fields.h"
#include "language/normalise.h"

namespace szukajst::search {
namespace {

using core::MatchKind;

constexpr std::size_t kind_index(MatchKind kind) {
  return static_cast<std::size_t>(kind);
}

// A leap to a posting costs about so many steps.
constexpr std::uint32_t kLeap = 8;

// Where the counts of a stream go in a window, by offset.
struct Tally {
  std::uint16_t* kept;          // of its slot
  std::uint16_t* most;          // of all but exact ones
  std::uint16_t* of_key;        // null where there are no several keys
  std::uint16_t which;          // of the keys
  float weight;                 // of the field
  float inexact;                // what any meeting but an exact one counts at most, an exact one counting 1
  const float* length_factors;  // null where lengths do not count
  float* frequency;

  float weight_at(std::uint32_t offset) const {
    return length_factors != nullptr ? weight * length_factors[offset] : weight;
  }
  // Exact ones are counted last.
  void count_exact(std::uint32_t offset, std::uint16_t times) const {
    const auto exact = static_cast<float>(times), others = static_cast<float>(most[offset]);
    frequency[offset] +=
        weight_at(offset) * (exact > others ? exact - inexact * others : (1 - inexact) * exact);
    kept[offset] = times;
  }
  void count(std::uint32_t offset, std::uint16_t times) const {
    const std::uint16_t before = most[offset];
    if (times <= kept[offset]) return;
    kept[offset] = times;
    if (of_key != nullptr) of_key[offset] = which;
    if (times <= before) return;
    frequency[offset] += weight_at(offset) * inexact * static_cast<float>(times - before);
    most[offset] = times;
  }
};

}  // namespace

WordMatcher::WordMatcher(const PlannedWord& word, std::span<const FieldUse> fields, const IndexReader& reader,
                         Lengths lengths, const MatchSettings& settings)
    : reader_(reader),
      rarity_(word.rarity),
      lengths_(lengths),
      loosest_(settings.loosest),
      scores_(settings.scores),
      weights_(settings.weights) {
  for (const FieldUse& use : fields)
    if (use.drives || scores_) fields_.push_back(make_field(use, word));
  if (scores_) frequency_ = std::make_unique<Bounds>();
}

WordMatcher::Field WordMatcher::make_field(const FieldUse& use, const PlannedWord& word) {
  const language::QueryWord& query = word.query;
  Field field{use};
  const auto need = [&](Counts& counts) {
    if (scores_) counts.resize(kWindow);
  };
  const auto stream = [&](Slot slot, std::string_view text) -> Stream& {
    const core::Stream of = slot == Slot::exact   ? core::Stream::exact
                            : slot == Slot::lemma ? core::Stream::lemma
                                                  : core::Stream::key;
    std::string term = core::term(use.scope, of, text);
    need(field.counts[static_cast<std::size_t>(slot)]);
    if (slot != Slot::exact) {
      if (field.only != Slot::exact && field.only != slot) need(field.most);
      field.only = slot;
    }
    PostingCursor postings = reader_.cursor(term);
    field.streams.push_back({slot, 0, std::move(term), std::move(postings), {}});
    return field.streams.back();
  };
  const bool folds = !query.stop && loosest_ >= MatchKind::folded;
  std::uint16_t keys = 0;
  for (const language::QueryKey& key : query.keys) {
    if (!folds || key.kind > loosest_) continue;
    if (key.kind == MatchKind::ocr) {
      stream(Slot::guess, key.key);
      continue;
    }
    Stream& added = stream(Slot::key, key.key);
    added.which = keys++;
    const std::string damaged = core::term(use.scope, core::Stream::ocr, key.key);
    if (loosest_ == MatchKind::folded) added.damaged = reader_.cursor(damaged);
    field.damaged.push_back({damaged, {}});
  }
  if (keys > 1 && scores_) field.which.resize(kWindow);
  for (const std::string& lemma : query.lemmas) {
    if (query.stop || loosest_ < MatchKind::inflected) break;
    // A token with this lemma has its key, so that the key's count bounds the lemma's.
    const bool implied = folds && std::ranges::any_of(query.keys, [&](const language::QueryKey& key) {
                           return key.kind != MatchKind::ocr && key.key == language::fold_all(lemma);
                         });
    if (implied) {
      field.lemmas.push_back({core::term(use.scope, core::Stream::lemma, lemma), {}});
    } else {
      stream(Slot::lemma, lemma);
    }
  }
  stream(Slot::exact, query.form);
  return field;
}

std::size_t WordMatcher::cost() const {
  std::size_t cost = 0;
  for (const Field& field : fields_)
    for (const Stream& stream : field.streams) cost += field.use.drives ? reader_.frequency(stream.term) : 0;
  return cost;
}

Number WordMatcher::next(Number target) {
  Number next = kNoMore;
  for (Field& field : fields_) {
    if (!field.use.drives) continue;
    for (Stream& stream : field.streams) {
      stream.postings.seek(target);
      next = std::min(next, stream.postings.number());
    }
  }
  return next;
}

void WordMatcher::match(const Window& window, const Mask& among, Mask& found) {
  first_ = window.first;
  if (touched_) frequency_->fill(0);
  touched_ = false;
  found = {};
  for (Field& field : fields_) {
    if (field.touched) clear(field);
    if (field.use.drives) read(field, window, among, found);
  }
  found &= among;
  if (!scores_ || found.none()) return;
  Mask unused;
  for (Field& field : fields_)
    if (!field.use.drives) read(field, window, found, unused);
}

void WordMatcher::clear(Field& field) {
  for (Counts& counts : field.counts) std::ranges::fill(counts, Count{0});
  std::ranges::fill(field.most, Count{0});
  field.touched = false;
}

void WordMatcher::read(Field& field, const Window& window, const Mask& among, Mask& bits) {
  for (Stream& stream : field.streams) {
    switch (stream.slot) {
      case Slot::exact:
        read_stream<Slot::exact>(field, stream, window, among, bits);
        break;
      case Slot::lemma:
        read_stream<Slot::lemma>(field, stream, window, among, bits);
        break;
      case Slot::key:
        read_stream<Slot::key>(field, stream, window, among, bits);
        break;
      case Slot::guess:
        read_stream<Slot::guess>(field, stream, window, among, bits);
        break;
    }
  }
}

template <WordMatcher::Slot slot>
void WordMatcher::read_stream(Field& field, Stream& stream, const Window& window, const Mask& among,
                              Mask& bits) {
  PostingCursor& postings = stream.postings;
  postings.seek(window.first);
  if (postings.number() >= window.end()) return;
  // A lemma where keys decide only counts.
  const bool matches = slot != Slot::lemma || loosest_ == MatchKind::inflected;
  const bool damaged_too = slot != Slot::key || loosest_ != MatchKind::folded;
  const bool scores = scores_;
  Counts& most = field.most.empty() ? field.counts[static_cast<std::size_t>(field.only)] : field.most;
  const auto exact_weight = static_cast<float>(weights_.kinds[kind_index(MatchKind::exact)]);
  const Tally tally{
      .kept = field.counts[static_cast<std::size_t>(slot)].data(),
      .most = most.data(),
      .of_key = slot == Slot::key && !field.which.empty() ? field.which.data() : nullptr,
      .which = stream.which,
      .weight = exact_weight * static_cast<float>(weight_of(field.use, weights_)),
      .inexact = static_cast<float>(weights_.kinds[kind_index(MatchKind::inflected)]) / exact_weight,
      .length_factors = field.use.by_length && weights_.lengths
                            ? lengths_.factors.data() + (window.first - lengths_.first)
                            : nullptr,
      .frequency = scores ? frequency_->data() : nullptr};
  const auto take = [&](Number number, Count times) {
    const std::uint32_t offset = number - window.first;
    if (matches && (damaged_too || times > stream.damaged.count_at(number))) bits.add(offset);
    if (!scores) return;
    slot == Slot::exact ? tally.count_exact(offset, times) : tally.count(offset, times);
  };
  if (among.count() * kLeap < postings.expected(window.size)) {
    among.each([&](std::uint32_t offset) {
      const Number number = window.first + offset;
      if (const auto times = postings.count_at(number); times > 0) take(number, times);
    });
  } else {
    postings.read(window.end(), take);
  }
  if (scores) field.touched = touched_ = true;
}

std::uint32_t WordMatcher::look_up(Lookup& lookup, Number number) const {
  if (!lookup.postings) lookup.postings = reader_.cursor(lookup.term);
  return lookup.postings->count_at(number);
}

// Counts meetings by kind. The streams overlap: a token that met exactly met by lemma and key too.
Meetings WordMatcher::meetings(Field& field, std::uint32_t offset) {
  if (!field.touched) return {};
  const auto counted = [&](Slot slot) -> std::uint32_t {
    const Counts& counts = field.counts[static_cast<std::size_t>(slot)];
    return counts.empty() ? 0 : counts[offset];
  };
  const std::uint32_t exact = counted(Slot::exact), key = counted(Slot::key), guessed = counted(Slot::guess);
  std::uint32_t lemma = counted(Slot::lemma);
  Meetings met{exact, 0, 0, 0};
  if (std::max({lemma, key, guessed}) <= exact) return met;
  const Number number = first_ + offset;
  if (key > exact) {
    for (Lookup& each : field.lemmas) lemma = std::max(lemma, look_up(each, number));
  }
  met[kind_index(MatchKind::inflected)] = lemma > exact ? lemma - exact : 0;
  const std::uint32_t close = std::max(exact, lemma);
  if (key > close) {
    const std::uint32_t rest = key - close;
    const std::size_t which = field.which.empty() ? 0 : field.which[offset];
    met[kind_index(MatchKind::ocr)] = std::min(look_up(field.damaged[which], number), rest);
    met[kind_index(MatchKind::folded)] = rest - met[kind_index(MatchKind::ocr)];
  }
  if (guessed > std::max(close, key)) met[kind_index(MatchKind::ocr)] += guessed - std::max(close, key);
  for (std::size_t kind = kind_index(loosest_) + 1; kind < met.size(); ++kind) met[kind] = 0;
  return met;
}

double WordMatcher::score(std::uint32_t offset) {
  double frequency = 0;
  for (Field& field : fields_) {
    const double met = weighted(meetings(field, offset), weights_);
    if (met <= 0) continue;
    const double by_length = field.use.by_length && weights_.lengths ? lengths_.factor(first_ + offset) : 1;
    frequency += weight_of(field.use, weights_) * met * by_length;
  }
  return rarity_ * saturated(frequency, weights_);
}

void WordMatcher::add_bounds(const Mask& found, bool dense, Bounds& bounds) const {
  if (!touched_) return;
  const auto scale = static_cast<float>(rarity_ * (weights_.saturation + 1));
  const auto half = static_cast<float>(weights_.saturation);
  float* __restrict sums = bounds.data();
  const float* __restrict each = frequency_->data();
  if (dense) {
    for (std::uint32_t i = 0; i < kWindow; ++i) sums[i] += scale * each[i] / (each[i] + half);
  } else {
    found.each([&](std::uint32_t i) { sums[i] += scale * each[i] / (each[i] + half); });
  }
}

}  // namespace szukajst::search
