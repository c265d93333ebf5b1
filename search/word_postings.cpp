#include "search/word_postings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

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

using Terms = std::vector<std::uint32_t>;

std::span<const std::uint32_t> uses_of_term(const core::SegmentTokens& tokens, Stream stream,
                                            std::string_view word) {
  const auto term = tokens.find(core::scopeless_term(stream, word));
  return term ? tokens.uses_of(*term) : std::span<const std::uint32_t>();
}

// Each use once, with its closest kind.
std::vector<MetUse> closest(std::vector<MetUse> met) {
  std::ranges::sort(met, {}, [](const MetUse& each) { return std::pair(each.use, each.kind); });
  const auto same = std::ranges::unique(met, {}, &MetUse::use);
  met.erase(same.begin(), same.end());
  return met;
}

bool begins_with(const core::SegmentTokens& tokens, std::string_view beginning) {
  const auto [first, last] = tokens.beginning_with(beginning);
  return first < last;
}

// What terms may begin with that begin so when folded; only beginnings that some term has.
std::vector<std::string> unfolded(const core::SegmentTokens& tokens, Stream stream, std::string_view folded) {
  std::vector<std::string> beginnings{core::scopeless_term(stream, {})};
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t from = at;
    core::utf8::next(folded, at);
    const std::string_view letter = folded.substr(from, at - from);
    std::vector<std::string> longer;
    const auto extend = [&](const std::string& beginning, std::string_view by) {
      std::string next = beginning + std::string(by);
      if (begins_with(tokens, next)) longer.push_back(std::move(next));
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
Terms expansions(const std::vector<std::string>& beginnings, core::Scope scope, std::size_t most,
                 const SegmentView& segment, bool& cut) {
  Terms terms;
  for (const std::string& beginning : beginnings) {
    const auto [first, last] = segment.tokens.beginning_with(beginning);
    for (std::uint32_t term = first; term < last && term - first < kMostTermsSeen; ++term)
      terms.push_back(term);
  }
  if (terms.size() <= most) return terms;
  cut = true;
  std::vector<std::pair<std::size_t, std::uint32_t>> by_frequency;
  for (const std::uint32_t term : terms)
    by_frequency.emplace_back(segment.postings.of(scope).frequency(segment.tokens, term), term);
  std::ranges::nth_element(by_frequency, by_frequency.begin() + static_cast<std::ptrdiff_t>(most),
                           [](const auto& a, const auto& b) {
                             return a.first != b.first ? a.first > b.first : a.second < b.second;
                           });
  terms.clear();
  for (std::size_t i = 0; i < most; ++i) terms.push_back(by_frequency[i].second);
  return terms;
}

// How a use meets a beginning by its key. Keys are of lemmas, which may begin otherwise than the words
// themselves ("człowiek", "ludzie"): what was not mended is met by its spelling alone.
std::optional<MatchKind> met_by_key(const core::SegmentTokens& tokens, std::uint32_t use,
                                    std::string_view folded) {
  bool damaged = false;
  for (const std::uint32_t number : tokens.terms_of(use)) {
    const std::string_view term = tokens.term(number);
    if (term.empty()) continue;
    const auto stream = static_cast<Stream>(term.front());
    const std::string_view word = term.substr(1);
    if (stream == Stream::lemma && language::fold_all(word).starts_with(folded)) return std::nullopt;
    damaged = damaged || (stream == Stream::ocr && word.starts_with(folded));
  }
  return damaged ? MatchKind::ocr : MatchKind::folded;
}

}  // namespace

std::vector<MetUse> uses_of(const language::QueryWord& word, MatchKind loosest,
                            const core::SegmentTokens& tokens) {
  std::vector<MetUse> met;
  const auto add = [&](std::span<const std::uint32_t> uses, MatchKind kind) {
    for (const std::uint32_t use : uses) met.push_back({use, kind});
  };
  add(uses_of_term(tokens, Stream::exact, word.form), MatchKind::exact);
  if (word.stop) return met;
  if (loosest >= MatchKind::inflected)
    for (const std::string& lemma : word.lemmas)
      add(uses_of_term(tokens, Stream::lemma, lemma), MatchKind::inflected);
  for (const language::QueryKey& key : word.keys) {
    if (loosest < MatchKind::folded || key.kind > loosest) continue;
    const auto uses = uses_of_term(tokens, Stream::key, key.key);
    if (key.kind == MatchKind::ocr) {
      add(uses, MatchKind::ocr);
      continue;
    }
    const auto damaged = uses_of_term(tokens, Stream::ocr, key.key);
    for (const std::uint32_t use : uses) {
      const bool by_repair = std::ranges::binary_search(damaged, use);
      if (!by_repair || loosest == MatchKind::ocr)
        met.push_back({use, by_repair ? MatchKind::ocr : MatchKind::folded});
    }
  }
  return closest(std::move(met));
}

std::vector<MetUse> uses_beginning(std::string_view beginning, MatchKind loosest, core::Scope scope,
                                   std::size_t most, const SegmentView& segment, bool& cut) {
  const core::SegmentTokens& tokens = segment.tokens;
  std::vector<MetUse> met;
  const auto each_use = [&](const std::vector<std::string>& beginnings, const auto& f) {
    for (const std::uint32_t term : expansions(beginnings, scope, most, segment, cut))
      for (const std::uint32_t use : tokens.uses_of(term)) f(use);
  };
  const std::string exact = core::scopeless_term(Stream::exact, language::fold_case(beginning));
  each_use({exact}, [&](std::uint32_t use) { met.push_back({use, MatchKind::exact}); });
  if (loosest < MatchKind::folded) return closest(std::move(met));
  const std::string folded = language::fold_all(beginning);
  each_use(unfolded(tokens, Stream::exact, folded), [&](std::uint32_t use) {
    met.push_back({use, MatchKind::folded});
  });
  met = closest(std::move(met));
  std::vector<MetUse> by_key;
  each_use({core::scopeless_term(Stream::key, folded)}, [&](std::uint32_t use) {
    if (std::ranges::binary_search(met, use, {}, &MetUse::use)) return;
    const auto kind = met_by_key(tokens, use, folded);
    if (kind && *kind <= loosest) by_key.push_back({use, *kind});
  });
  std::ranges::move(by_key, std::back_inserter(met));
  return closest(std::move(met));
}

std::size_t frequency(const SegmentView& segment, core::Scope scope, Stream stream, std::string_view word) {
  const auto term = segment.tokens.find(core::scopeless_term(stream, word));
  return term ? segment.postings.of(scope).frequency(segment.tokens, *term) : 0;
}

std::vector<core::UseCursor> cursors_of(const SegmentView& segment, core::Scope scope, Stream stream,
                                        const std::vector<std::string>& words) {
  std::vector<std::uint32_t> uses;
  for (const std::string& word : words) {
    const auto of_term = uses_of_term(segment.tokens, stream, word);
    uses.insert(uses.end(), of_term.begin(), of_term.end());
  }
  std::ranges::sort(uses);
  const auto same = std::ranges::unique(uses);
  uses.erase(same.begin(), same.end());
  std::vector<core::UseCursor> cursors;
  for (const std::uint32_t use : uses) {
    const core::UseCursor cursor = segment.postings.of(scope).cursor(use);
    if (cursor.size() > 0) cursors.push_back(cursor);
  }
  return cursors;
}

TermsCursor::TermsCursor(const SegmentView& segment, core::Scope scope, Stream stream,
                         const std::vector<std::string>& words)
    : cursors_(cursors_of(segment, scope, stream, words)), windows_(segment.postings.of(scope).windows()) {
  for (const std::string& word : words) frequency_ += search::frequency(segment, scope, stream, word);
}

Number TermsCursor::seek(Number target) {
  std::uint32_t entry = std::max<Number>(target, 1) - 1;
  for (std::uint32_t window = entry / kWindow; window < windows_;) {
    if (window != window_) {
      std::uint32_t next = windows_;
      for (core::UseCursor& each : cursors_) next = std::min(next, each.next_window(window));
      if (next >= windows_) break;
      if (next > window) entry = next * kWindow;
      window = window_ = next;
      there_ = {};
      for (core::UseCursor& each : cursors_)
        each.read(window, [&](std::uint32_t offset, std::uint32_t) { there_.add(offset); });
    }
    const std::uint32_t offset = there_.first_from(entry % kWindow);
    if (offset < kWindow) return window * kWindow + offset + 1;
    entry = ++window * kWindow;
  }
  return kNoMore;
}

}  // namespace szukajst::search
