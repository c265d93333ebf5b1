#include "search/word_matcher.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/fields.h"
#include "language/normalise.h"

namespace szukajst::search {
namespace {

using core::MatchKind;
using core::Stream;

constexpr std::size_t kind_index(MatchKind kind) {
  return static_cast<std::size_t>(kind);
}

// So many terms are looked at before the commonest are chosen.
constexpr std::size_t kMostTermsSeen = 50'000;

// The commonest terms that begin so.
std::vector<std::string> expansions(const IndexReader& reader, const std::string& prefix, std::size_t most,
                                    bool& cut) {
  auto terms = reader.terms(prefix, kMostTermsSeen);
  if (terms.size() > most) {
    cut = true;
    std::nth_element(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(most), terms.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    terms.resize(most);
  }
  std::vector<std::string> names;
  names.reserve(terms.size());
  for (auto& [name, frequency] : terms) names.push_back(std::move(name));
  return names;
}

}  // namespace

WordMatcher::WordMatcher(const PlannedWord& word, std::span<const FieldUse> fields, const IndexReader& reader,
                         Lengths lengths, MatchKind loosest)
    : rarity_(word.rarity), lengths_(lengths), loosest_(loosest) {
  const language::QueryWord& query = word.query;
  for (const FieldUse& use : fields) {
    Field field{use, {}, {}, {}};
    const auto cursor = [&](Stream stream, std::string_view text, bool drives) {
      const std::string term = core::term(use.scope, stream, text);
      if (drives && use.drives) cost_ += reader.frequency(term);
      return reader.cursor(term);
    };
    field.exact = cursor(Stream::exact, query.form, true);
    if (!query.stop && loosest >= MatchKind::inflected) {
      for (const std::string& lemma : query.lemmas)
        field.lemmas.push_back(cursor(Stream::lemma, lemma, loosest == MatchKind::inflected));
    }
    if (!query.stop && loosest >= MatchKind::folded) {
      for (const language::QueryKey& key : query.keys) {
        if (key.kind <= loosest)
          field.keys.push_back(
              {cursor(Stream::key, key.key, true), cursor(Stream::ocr, key.key, false), key.kind});
      }
    }
    fields_.push_back(std::move(field));
  }
  for (Field& field : fields_) {
    if (!field.use.drives) continue;
    drivers_.push_back(&field.exact);
    if (loosest == MatchKind::inflected)
      for (PostingCursor& lemma : field.lemmas) drivers_.push_back(&lemma);
    for (Key& key : field.keys) drivers_.push_back(&key.all);
  }
}

void WordMatcher::seek(Number target) {
  if (target <= number_ && number_ != 0) return;
  while (true) {
    Number next = kNoMore;
    for (PostingCursor* driver : drivers_) {
      driver->seek(target);
      next = std::min(next, driver->number());
    }
    number_ = next;
    if (next == kNoMore || loosest_ != MatchKind::folded || close_enough(next)) return;
    target = next + 1;
  }
}

// Counts meetings by kind. The streams overlap: a token that met exactly met by lemma and key too.
Meetings WordMatcher::meetings(Field& field, Number number) const {
  const std::uint32_t exact = field.exact.count_at(number);
  std::uint32_t lemma = 0, key = 0, key_ocr = 0, guessed = 0;
  for (PostingCursor& each : field.lemmas) lemma = std::max(lemma, each.count_at(number));
  for (Key& each : field.keys) {
    const std::uint32_t count = each.all.count_at(number);
    if (count == 0) continue;
    if (each.kind == MatchKind::ocr) {
      guessed = std::max(guessed, count);
    } else if (count > key) {
      key = count;
      key_ocr = each.ocr.count_at(number);
    }
  }
  Meetings met{exact, lemma > exact ? lemma - exact : 0, 0, 0};
  const std::uint32_t close = met[0] + met[1];
  const std::uint32_t rest = key > close ? key - close : 0;
  met[kind_index(MatchKind::ocr)] = std::min(key_ocr, rest);
  met[kind_index(MatchKind::folded)] = rest - met[kind_index(MatchKind::ocr)];
  if (guessed > std::max(close, key)) met[kind_index(MatchKind::ocr)] += guessed - std::max(close, key);
  for (std::size_t kind = kind_index(loosest_) + 1; kind < met.size(); ++kind) met[kind] = 0;
  return met;
}

bool WordMatcher::close_enough(Number number) {
  for (Field& field : fields_) {
    if (!field.use.drives) continue;
    if (field.exact.count_at(number) > 0) return true;
    for (Key& key : field.keys) {
      if (const auto count = key.all.count_at(number); count > 0 && count > key.ocr.count_at(number))
        return true;
    }
  }
  return false;
}

double WordMatcher::score() {
  double frequency = 0;
  for (Field& field : fields_) {
    const double met = weighted(meetings(field, number_));
    if (met <= 0) continue;
    const double by_length =
        field.use.by_length ? length_factor(lengths_.values[number_ - lengths_.first], lengths_.average) : 1;
    frequency += field.use.weight * met * by_length;
  }
  return rarity_ * saturated(frequency);
}

PrefixMatcher::PrefixMatcher(const PlannedWord& word, std::span<const FieldUse> fields,
                             const IndexReader& reader, Lengths lengths, std::size_t collection,
                             const MatchSettings& settings, bool& cut) {
  struct Counts {
    std::uint32_t spelling = 0, key = 0, ocr = 0;
  };
  std::vector<Counts> counts;
  std::vector<float> frequencies(reader.size() + 1);
  for (const FieldUse& use : fields) {
    counts.assign(frequencies.size(), {});
    const auto gather = [&](Stream stream, const std::string& beginning, std::uint32_t Counts::*into) {
      const std::string prefix = core::term(use.scope, stream, beginning);
      for (const std::string& term : expansions(reader, prefix, settings.most_expansions, cut)) {
        PostingCursor cursor = reader.cursor(term);
        for (cursor.seek(1); cursor.number() < counts.size(); cursor.seek(cursor.number() + 1))
          counts[cursor.number()].*into += cursor.count();
      }
    };
    gather(Stream::exact, language::fold_case(word.text), &Counts::spelling);
    if (settings.loosest >= MatchKind::folded) {
      const std::string folded = language::fold_all(word.text);
      gather(Stream::key, folded, &Counts::key);
      gather(Stream::ocr, folded, &Counts::ocr);
    }
    for (std::size_t number = 1; number < counts.size(); ++number) {
      const Counts& each = counts[number];
      Meetings met{each.spelling, 0, 0, 0};
      const std::uint32_t rest = each.key > each.spelling ? each.key - each.spelling : 0;
      met[kind_index(MatchKind::ocr)] = std::min(each.ocr, rest);
      met[kind_index(MatchKind::folded)] = rest - met[kind_index(MatchKind::ocr)];
      if (settings.loosest < MatchKind::ocr) met[kind_index(MatchKind::ocr)] = 0;
      double frequency = use.weight * weighted(met);
      if (frequency <= 0 || (!use.drives && frequencies[number] <= 0)) continue;
      if (use.by_length) frequency *= length_factor(lengths.values[number - lengths.first], lengths.average);
      frequencies[number] += static_cast<float>(frequency);
    }
  }
  for (std::size_t number = 1; number < frequencies.size(); ++number) {
    if (frequencies[number] > 0) postings_.push_back({static_cast<Number>(number), frequencies[number]});
  }
  cost_ = postings_.size();
  rarity_ = rarity(postings_.size(), collection);
}

void PrefixMatcher::seek(Number target) {
  if (target <= number_ && number_ != 0) return;
  const auto from = postings_.begin() + static_cast<std::ptrdiff_t>(at_);
  at_ = static_cast<std::size_t>(
      std::partition_point(from, postings_.end(), [&](const Posting& each) { return each.number < target; }) -
      postings_.begin());
  number_ = at_ < postings_.size() ? postings_[at_].number : kNoMore;
}

double PrefixMatcher::score() {
  return rarity_ * saturated(postings_[at_].frequency);
}

}  // namespace szukajst::search
