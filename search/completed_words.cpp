#include "search/completed_words.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/fields.h"
#include "core/utf8.h"
#include "search/word_finder.h"
#include "search/word_postings.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kMostOfSegment = 64;  // candidates of one segment
constexpr std::size_t kMostAnalysed = 40;   // candidates whose lemmas are looked up
constexpr std::size_t kBesideOthers = 16;   // candidates that are tried beside the words before
constexpr std::size_t kFewWords = 3;        // with fewer, a slip is looked for
constexpr std::size_t kShortestMended = 4;  // letters of what may have a slip
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kTrusted = 2;       // documents that have a spelling no dictionary knows
constexpr std::size_t kSample = 128;      // documents in which words are looked for together
constexpr std::size_t kWalked = 4096;     // postings that are read one by one for a sample
constexpr std::size_t kMostSteps = 1000;  // of looking for one document that two words share

struct Candidate {
  CompletedWord word;
  bool spelt = false;    // a text has it so
  bool other = false;    // its diacritics are not those that were typed
  std::size_t with = 0;  // documents of the sample that have it too
};

// The documents of a segment that have a word by any of some keys: words of no field are looked for in the
// body.
class WordPostings {
 public:
  WordPostings(const SegmentView& segment, const std::vector<std::string>& keys)
      : cursor_(segment, core::Scope::body, core::Stream::key, keys) {}
  // At most so many documents have it.
  std::size_t frequency() const { return cursor_.frequency(); }
  // The first document of this number or a greater one.
  Number seek(Number target) { return cursor_.seek(target); }
  bool has(Number number) { return seek(number) == number; }

 private:
  TermsCursor cursor_;
};

std::vector<std::string> keys_of(const language::QueryWord& word) {
  std::vector<std::string> keys;
  for (const language::QueryKey& key : word.keys)
    if (key.kind != core::MatchKind::ocr) keys.push_back(key.key);
  return keys;
}

// The documents that have all words before, a part of them where they are many.
class Context {
 public:
  Context(const std::vector<std::string>& before, const CompletionSources& sources) : sources_(sources) {
    for (const std::string& spelling : before) {
      const auto word = sources.analyzer.query_word(spelling);
      if (!word.stop) words_.push_back(keys_of(word));
    }
  }
  void take_samples() {
    if (words_.empty()) return;
    const std::size_t segments = sources_.snapshot.segments.size();
    for (std::size_t i = 0; i < segments; ++i) samples_.push_back(sample(i, kSample / segments + 1));
  }
  // Whether anything is known of what stands beside a word.
  bool known() const {
    return std::ranges::any_of(samples_, [](const auto& sample) { return !sample.empty(); });
  }
  // In how many documents of the sample the word is.
  std::size_t with(const std::vector<std::string>& keys) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      if (samples_[i].empty()) continue;
      WordPostings postings(sources_.snapshot.segments[i], keys);
      if (postings.frequency() == 0) continue;
      for (const Number number : samples_[i]) count += postings.has(number) ? 1U : 0U;
    }
    return count;
  }
  // Whether a document has all words before and one with these keys, if any are given; false also where none
  // was found in time.
  bool anywhere(const std::vector<std::string>& keys) const {
    std::size_t steps = 0;
    for (std::size_t i = 0; i < sources_.snapshot.segments.size(); ++i) {
      std::vector<WordPostings> all;
      for (const auto& word : words_) all.emplace_back(sources_.snapshot.segments[i], word);
      if (!keys.empty()) all.emplace_back(sources_.snapshot.segments[i], keys);
      for (Number at = 1; steps < kMostSteps;) {
        Number next = at;
        for (WordPostings& each : all) next = std::max(next, each.seek(next)), ++steps;
        if (next > sources_.snapshot.segments[i].info.documents) break;
        if (next == at && live(i, next)) return true;
        at = next == at ? next + 1 : next;
      }
    }
    return false;
  }

 private:
  bool live(std::size_t segment, Number number) const {
    return sources_.snapshot.segments[segment].live(number - 1);
  }
  std::vector<Number> sample(std::size_t segment, std::size_t most) const {
    std::vector<WordPostings> all;
    for (const auto& word : words_) all.emplace_back(sources_.snapshot.segments[segment], word);
    std::ranges::stable_sort(all, {}, [](const WordPostings& each) { return each.frequency(); });
    const std::size_t documents = sources_.snapshot.segments[segment].info.documents;
    const bool every = all.front().frequency() <= kWalked;
    const std::size_t stride = every ? 1 : std::max<std::size_t>(1, documents / most);
    std::vector<Number> found;
    for (Number at = all.front().seek(1); at <= documents;) {
      const bool in_all =
          std::all_of(all.begin() + 1, all.end(), [&](WordPostings& each) { return each.has(at); });
      if (in_all && live(segment, at)) found.push_back(at);
      const std::size_t target = every ? at + std::size_t{1} : (at / stride + 1) * stride;
      if (target > documents) break;
      at = all.front().seek(static_cast<Number>(target));
    }
    if (found.size() <= most) return found;
    std::vector<Number> thinned;
    for (std::size_t i = 0; i < most; ++i) thinned.push_back(found[i * found.size() / most]);
    return thinned;
  }

  const CompletionSources& sources_;
  std::vector<std::vector<std::string>> words_;  // the keys of each
  std::vector<std::vector<Number>> samples_;     // by segment, ascending
};

bool has_diacritics(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

class Candidates {
 public:
  Candidates(std::string_view typed, const Snapshot& snapshot)
      : typed_(core::utf8::lower(typed)), key_(word_key(typed)), snapshot_(snapshot) {}

  // Those that begin so; or, where they are few, those that nearly do.
  std::vector<Candidate> find() {
    for (const SegmentView& segment : snapshot_.segments)
      add(segment.suggestions, WordFinder(segment.suggestions).beginning_with(key_), false);
    if (found_.size() < kFewWords && core::utf8::length(key_) >= kShortestMended) {
      for (const SegmentView& segment : snapshot_.segments)
        for (const WordRange& range : WordFinder(segment.suggestions).nearly_beginning_with(key_))
          add(segment.suggestions, range, true);
    }
    std::vector<Candidate> all;
    for (auto& [word, candidate] : found_) {
      count(candidate);
      all.push_back(std::move(candidate));
    }
    return all;
  }

 private:
  void add(const core::Suggestions& words, WordRange range, bool mended) {
    std::vector<std::pair<std::uint32_t, std::size_t>> best;  // documents, word; the least of them in front
    for (std::size_t word = range.first; word < range.last; ++word) {
      const std::uint32_t documents = words.documents[word];
      if (documents == 0 || (best.size() == kMostOfSegment && documents <= best.front().first)) continue;
      if (best.size() == kMostOfSegment) std::ranges::pop_heap(best, std::greater<>()), best.pop_back();
      best.emplace_back(documents, word);
      std::ranges::push_heap(best, std::greater<>());
    }
    for (const auto& [documents, word] : best) {
      const auto [place, added] = found_.try_emplace(std::string(words.words[word]));
      if (added) place->second.word = {place->first, 0, mended};
    }
  }
  // In all segments, whether it was among their commonest or not.
  void count(Candidate& candidate) const {
    const std::string& word = candidate.word.word;
    candidate.other = !candidate.word.mended && has_diacritics(typed_) && !word.starts_with(typed_);
    for (const SegmentView& segment : snapshot_.segments) {
      const core::Suggestions& words = segment.suggestions;
      const WordRange range = WordFinder(words).spelt(word_key(word));
      for (std::size_t i = range.first; i < range.last; ++i) {
        if (words.words[i] != word) continue;
        candidate.word.documents += words.documents[i];
        candidate.spelt = candidate.spelt || words.spelt(i);
      }
    }
  }

  std::string typed_, key_;
  const Snapshot& snapshot_;
  std::map<std::string, Candidate> found_;
};

// Whether a document that is not deleted has the word.
bool lives(const std::string& word, const CompletionSources& sources) {
  for (const SegmentView& segment : sources.snapshot.segments) {
    for (const core::Stream stream : {core::Stream::lemma, core::Stream::exact}) {
      TermsCursor cursor(segment, core::Scope::body, stream, {word});
      for (Number at = cursor.seek(1); at <= segment.info.documents; at = cursor.seek(at + 1))
        if (segment.live(at - 1)) return true;
    }
  }
  return false;
}

// Whether a spelling that no dictionary has stands for a word of one.
bool damaged(const language::QueryWord& word) {
  return !word.meant.empty() || std::ranges::any_of(word.keys, [](const language::QueryKey& key) {
    return key.kind == core::MatchKind::folded;
  });
}

// The documents that have the word as it is spelt.
std::size_t frequency(const std::string& word, const CompletionSources& sources) {
  std::size_t documents = 0;
  for (const SegmentView& segment : sources.snapshot.segments)
    documents += search::frequency(segment, core::Scope::body, core::Stream::exact, word);
  return documents;
}

auto rank(const Candidate& candidate) {
  return std::tuple(candidate.word.mended, candidate.other, -static_cast<double>(candidate.with),
                    -static_cast<double>(candidate.word.documents));
}

}  // namespace

bool stand_together(const std::vector<std::string>& words, const CompletionSources& sources) {
  return Context(words, sources).anywhere({});
}

std::vector<CompletedWord> complete_word(std::string_view typed, const std::vector<std::string>& before,
                                         std::size_t most, const CompletionSources& sources) {
  std::vector<Candidate> candidates = Candidates(typed, sources.snapshot).find();
  std::ranges::stable_sort(candidates, {}, rank);
  const bool worn = std::ranges::any_of(sources.snapshot.segments,
                                        [](const SegmentView& segment) { return !segment.deleted.empty(); });
  Context context(before, sources);
  context.take_samples();
  const std::size_t wanted = context.known() ? std::max(most, kBesideOthers) : most;
  std::vector<Candidate> kept;
  std::vector<std::vector<std::string>> keys;
  std::map<std::string, std::size_t> by_lemma;  // places in `kept`
  std::vector<std::size_t> commonest;           // by place: documents that have the word as it is spelt
  std::size_t analysed = 0;
  for (Candidate& candidate : candidates) {
    if (++analysed > kMostAnalysed || sources.deadline.look()) break;
    const std::string& word = candidate.word.word;
    const bool known = sources.lexicon.contains(word);
    // A spelling that one document alone has is damage more often than a word.
    if (!known && !(candidate.spelt && candidate.word.documents >= kTrusted)) continue;
    const auto analysis = sources.analyzer.query_word(word);
    if (analysis.stop || analysis.keys.empty() || (!known && damaged(analysis))) continue;
    const auto [same, first] = by_lemma.try_emplace(analysis.keys.front().key, kept.size());
    // Behind other words the form that stands most often in texts reads better than that of dictionaries.
    const std::size_t spelt = before.empty() ? 0 : frequency(word, sources);
    if (!first) {
      if (same->second >= kept.size() || spelt <= commonest[same->second]) continue;
      kept[same->second].word.word = word, commonest[same->second] = spelt;
      continue;
    }
    if (kept.size() == wanted || (worn && !lives(word, sources))) {
      same->second = kNowhere;
      continue;
    }
    kept.push_back(std::move(candidate));
    keys.push_back(keys_of(analysis));
    commonest.push_back(spelt);
  }
  if (context.known()) {
    std::vector<Candidate> together;
    for (std::size_t i = 0; i < kept.size() && !sources.deadline.look(); ++i) {
      kept[i].with = context.with(keys[i]);
      if (kept[i].with > 0 || context.anywhere(keys[i])) together.push_back(std::move(kept[i]));
    }
    std::ranges::stable_sort(together, {}, rank);
    kept = std::move(together);
  }
  std::vector<CompletedWord> words;
  for (Candidate& each : kept)
    if (words.size() < most) words.push_back(std::move(each.word));
  return words;
}

}  // namespace szukajst::search
