#include "search/word_matcher.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "core/fields.h"
#include "core/utf8.h"
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

// The letters that folding makes one with a plain one, in words of Polish. Add others where texts have them.
constexpr std::array<std::pair<char, std::string_view>, 10> kVariants{{{'a', "ą"},
                                                                       {'c', "ć"},
                                                                       {'e', "ę"},
                                                                       {'l', "ł"},
                                                                       {'n', "ń"},
                                                                       {'o', "ó"},
                                                                       {'s', "ś"},
                                                                       {'u', "ü"},
                                                                       {'z', "ź"},
                                                                       {'z', "ż"}}};

// What terms may begin with that begin so when folded; only beginnings that some term has.
std::vector<std::string> unfolded(const IndexReader& reader, std::string_view tag, std::string_view folded) {
  std::vector<std::string> beginnings{std::string(tag)};
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t from = at;
    core::utf8::next(folded, at);
    const std::string_view letter = folded.substr(from, at - from);
    std::vector<std::string> longer;
    const auto extend = [&](const std::string& beginning, std::string_view by) {
      std::string next = beginning + std::string(by);
      if (!reader.terms(next, 1).empty()) longer.push_back(std::move(next));
    };
    for (const std::string& beginning : beginnings) {
      extend(beginning, letter);
      for (const auto& [plain, variant] : kVariants)
        if (letter.front() == plain) extend(beginning, variant);
    }
    beginnings = std::move(longer);
  }
  return beginnings;
}

// The commonest terms that begin in one of these ways.
std::vector<std::string> expansions(const IndexReader& reader, const std::vector<std::string>& beginnings,
                                    std::size_t most, bool& cut) {
  std::vector<std::pair<std::string, std::size_t>> terms;
  for (const std::string& beginning : beginnings) {
    auto more = reader.terms(beginning, kMostTermsSeen);
    std::move(more.begin(), more.end(), std::back_inserter(terms));
  }
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
                         Lengths lengths, MatchKind loosest, Deadline& deadline)
    : rarity_(word.rarity), lengths_(lengths), loosest_(loosest), deadline_(deadline) {
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
    if (deadline_.passed()) return static_cast<void>(number_ = kNoMore);
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
                             const MatchSettings& settings, Deadline& deadline, bool& cut) {
  // Keys are of lemmas, which may begin otherwise than the words themselves ("człowiek", "ludzie"): what
  // was not mended is found by its spelling alone. Mended words have keys but no lemmas.
  struct Counts {
    std::uint32_t exact = 0, spelling = 0, lemma = 0, key = 0, ocr = 0;
  };
  const bool folds = settings.loosest >= MatchKind::folded;
  const std::string form = language::fold_case(word.text), folded = language::fold_all(word.text);
  std::vector<Counts> counts;
  std::vector<float> frequencies(reader.size() + 1);
  for (const FieldUse& use : fields) {
    counts.assign(frequencies.size(), {});
    const auto gather = [&](const std::vector<std::string>& beginnings, const auto& count) {
      for (const std::string& term : expansions(reader, beginnings, settings.most_expansions, cut)) {
        if (deadline.met()) return;
        PostingCursor cursor = reader.cursor(term);
        for (cursor.seek(1); cursor.number() < counts.size() && !deadline.passed();
             cursor.seek(cursor.number() + 1))
          count(counts[cursor.number()], term, cursor.count());
      }
    };
    const auto into = [](std::uint32_t Counts::*which) {
      return [which](Counts& here, const std::string&, std::uint32_t times) { here.*which += times; };
    };
    const auto beginning = [&](Stream stream, std::string_view text) {
      return core::term(use.scope, stream, text);
    };
    const std::string exact = beginning(Stream::exact, form);
    const auto spelled = [&](Counts& here, const std::string& term, std::uint32_t times) {
      here.spelling += times;
      if (term.starts_with(exact)) here.exact += times;
    };
    if (folds) {
      gather(unfolded(reader, beginning(Stream::exact, {}), folded), spelled);
      gather(unfolded(reader, beginning(Stream::lemma, {}), folded), into(&Counts::lemma));
      gather({beginning(Stream::key, folded)}, into(&Counts::key));
      gather({beginning(Stream::ocr, folded)}, into(&Counts::ocr));
    } else {
      gather({exact}, spelled);
    }
    for (std::size_t number = 1; number < counts.size(); ++number) {
      const Counts& each = counts[number];
      const std::uint32_t known = std::max(each.lemma, each.spelling);
      const std::uint32_t mended = each.key > known ? each.key - known : 0;
      const std::uint32_t misread = std::min(each.ocr, mended);
      Meetings met{each.exact, 0, each.spelling - each.exact + mended - misread, misread};
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
