#include "search/prefix_matcher.h"

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

PrefixMatcher::PrefixMatcher(const PlannedWord& word, std::span<const FieldUse> fields,
                             const IndexReader& reader, Lengths lengths, std::size_t collection,
                             const MatchSettings& settings, Deadline& deadline, bool& cut)
    : weights_(settings.weights) {
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
      if (settings.loosest < MatchKind::ocr) met[static_cast<std::size_t>(MatchKind::ocr)] = 0;
      double frequency = weight_of(use, settings.weights) * weighted(met, settings.weights);
      if (frequency <= 0 || (!use.drives && frequencies[number] <= 0)) continue;
      if (use.by_length && settings.weights.lengths) frequency *= lengths.factor(static_cast<Number>(number));
      frequencies[number] += static_cast<float>(frequency);
    }
  }
  for (std::size_t number = 1; number < frequencies.size(); ++number) {
    if (frequencies[number] > 0) postings_.push_back({static_cast<Number>(number), frequencies[number]});
  }
  rarity_ = rarity(postings_.size(), collection);
}

Number PrefixMatcher::next(Number target) {
  const auto from = postings_.begin() + static_cast<std::ptrdiff_t>(end_);
  const auto found = std::ranges::lower_bound(from, postings_.end(), target, {}, &Posting::number);
  return found == postings_.end() ? kNoMore : found->number;
}

void PrefixMatcher::match(const Window& window, const Mask& among, Mask& found) {
  first_ = window.first;
  found = {};
  while (end_ < postings_.size() && postings_[end_].number < window.first) ++end_;
  for (begin_ = end_; end_ < postings_.size() && postings_[end_].number < window.end(); ++end_)
    found.add(postings_[end_].number - first_);
  found &= among;
}

double PrefixMatcher::score(std::uint32_t offset) {
  while (postings_[begin_].number < first_ + offset) ++begin_;
  return rarity_ * saturated(postings_[begin_].frequency, weights_);
}

void PrefixMatcher::add_bounds(const Mask& /*found*/, bool /*dense*/, Bounds& bounds) const {
  for (std::size_t at = begin_; at < end_; ++at)
    bounds[postings_[at].number - first_] +=
        static_cast<float>(rarity_ * saturated(postings_[at].frequency, weights_));
}

}  // namespace szukajst::search
