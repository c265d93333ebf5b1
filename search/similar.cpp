#include "search/similar.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/fields.h"
#include "core/index_format.h"
#include "search/facet_dictionary.h"
#include "search/text_sketch.h"
#include "search/word_postings.h"

namespace szukajst::search {
namespace {

using core::TextField;
using Shared = SimilarDocument::Shared;

constexpr std::size_t kMostRead = 10'000;  // tokens of a document that is compared
constexpr std::size_t kToldWords = 5, kToldNames = 2;
constexpr std::size_t kMostProgrammes = 2;

struct Place {
  std::size_t segment = 0, document = 0;
  bool operator==(const Place&) const = default;
};

// Which of the telling words a token of a segment is.
class WordOfUse {
 public:
  static constexpr std::uint8_t kNone = 0xFF;

  WordOfUse(const core::SegmentTokens& tokens, const std::vector<TellingWord>& words)
      : of_code_(kCodes, kNone) {
    for (std::size_t word = 0; word < words.size(); ++word) {
      for (const std::string& key : words[word].keys)
        if (const auto term = tokens.find(core::scopeless_term(core::Stream::key, key)))
          for (const std::uint32_t use : tokens.uses_of(*term)) add(use, static_cast<std::uint8_t>(word));
    }
    std::ranges::sort(wide_);
  }
  // Adds `each` to the counts, by word, of the text's first tokens.
  void count(const core::Tokens& text, double each, std::span<double> counts) const {
    const auto codes = text.codes();
    core::Tokens::Last last;
    for (std::size_t place = 0; place < std::min(codes.size(), kMostRead); ++place) {
      const std::uint16_t code = codes[place];
      const std::uint8_t word = code != core::Tokens::kWide ? of_code_[code] : of_wide(text.use(place, last));
      if (word != kNone) counts[word] += each;
    }
  }

 private:
  static constexpr std::size_t kCodes = std::size_t{core::Tokens::kWide} + 1;

  // A form that may be several of the words is the heaviest.
  void add(std::uint32_t use, std::uint8_t word) {
    if (use >= core::Tokens::kWide) {
      wide_.emplace_back(use, word);
    } else if (of_code_[use] == kNone) {
      of_code_[use] = word;
    }
  }
  std::uint8_t of_wide(std::uint32_t use) const {
    const auto found = std::ranges::lower_bound(wide_, std::pair(use, std::uint8_t{0}));
    return found != wide_.end() && found->first == use ? found->second : kNone;
  }

  std::vector<std::uint8_t> of_code_;
  std::vector<std::pair<std::uint32_t, std::uint8_t>> wide_;
};

// A document that may be alike.
struct Candidate {
  Place place;
  double score = 0;
  std::vector<std::pair<double, std::size_t>> words = {};  // in common: what each adds, and which
  std::size_t subjects = 0;                                // of them that may be
};

class Finder {
 public:
  Finder(Place own, const TellingSources& sources, const gazetteer::Gazetteer& gazetteer, Deadline& deadline,
         const SimilarSettings& settings)
      : own_(own),
        sources_(sources),
        snapshot_(sources.snapshot),
        gazetteer_(gazetteer),
        deadline_(deadline),
        settings_(settings) {}

  core::Result<std::vector<SimilarDocument>> find() {
    words_ = telling_words(own_.segment, own_.document, sources_, settings_.words);
    std::vector<Candidate> candidates = likeliest();
    if (candidates.empty()) return std::vector<SimilarDocument>();
    weigh(candidates);
    return tell(candidates);
  }

 private:
  const SegmentView& segment(Place place) const { return snapshot_.segments[place.segment]; }
  std::string_view id(Place place) const { return segment(place).columns.ids[place.document]; }
  std::uint32_t unit(Place place) const { return segment(place).goal_wordings.units[place.document]; }

  double saturated(double frequency) const {
    return frequency * (settings_.saturation + 1) / (frequency + settings_.saturation);
  }

  // The documents with the most of the words, by their bodies alone.
  std::vector<Candidate> likeliest() {
    std::vector<const TellingWord*> rarest_first;
    for (const TellingWord& word : words_) rarest_first.push_back(&word);
    std::ranges::stable_sort(rarest_first, {}, &TellingWord::documents);
    std::size_t read = 0;
    std::erase_if(rarest_first, [&](const TellingWord* word) {
      read += word->documents;
      return read > settings_.postings;
    });
    std::vector<Candidate> best;
    const auto higher = [](const Candidate& a, const Candidate& b) { return a.score > b.score; };
    std::vector<float> scores;
    for (std::size_t i = 0; i < snapshot_.segments.size(); ++i) {
      const SegmentView& view = snapshot_.segments[i];
      scores.assign(view.info.documents, 0);
      for (const TellingWord* word : rarest_first) {
        if (deadline_.look()) break;
        for (const std::string& key : word->keys) {
          for_each_with(
              view, core::Scope::body, core::Stream::key, key, [&](Number number, std::uint32_t count) {
                const double frequency = count * static_cast<double>(view.length_factors[number - 1]);
                scores[number - 1] += static_cast<float>(word->weight * saturated(frequency));
              });
        }
      }
      for (std::size_t document = 0; document < scores.size(); ++document) {
        const double score = scores[document];
        if (score <= 0 || (best.size() == settings_.compared && score <= best.front().score)) continue;
        if (!view.live(document) || id({i, document}) == id(own_)) continue;
        if (best.size() == settings_.compared) {
          std::ranges::pop_heap(best, higher);
          best.pop_back();
        }
        best.push_back({{i, document}, score});
        std::ranges::push_heap(best, higher);
      }
    }
    return best;
  }

  // A document's values of a facet, as they are compared. Views into the columns.
  std::vector<std::string_view> values(core::Facet facet, Place place) const {
    const core::FacetColumn& column = segment(place).columns.facet(facet);
    std::vector<std::string_view> all;
    column.each_innermost(place.document, [&](std::uint32_t code) { all.push_back(column.values[code]); });
    return all;
  }
  // The codes of the other's values that are among these.
  std::vector<std::uint32_t> in_common(core::Facet facet, Place other,
                                       const std::vector<std::string_view>& own) const {
    const core::FacetColumn& column = segment(other).columns.facet(facet);
    std::vector<std::uint32_t> common;
    column.each_innermost(other.document, [&](std::uint32_t code) {
      if (std::ranges::find(own, column.values[code]) != own.end()) common.push_back(code);
    });
    return common;
  }

  // The score by all fields, as a share of what the document itself has.
  void weigh(std::vector<Candidate>& candidates) {
    std::ranges::sort(candidates, {}, [](const Candidate& each) {
      return std::pair(each.place.segment, each.place.document);
    });
    const auto kinds = values(core::Facet::kind, own_), programmes = values(core::Facet::programme, own_);
    Candidate self{own_};
    weigh(self, WordOfUse(segment(own_).tokens, words_));
    std::size_t known = std::numeric_limits<std::size_t>::max();
    std::optional<WordOfUse> of_use;
    for (Candidate& each : candidates) {
      if (each.place.segment != known)
        of_use.emplace(segment(each.place).tokens, words_), known = each.place.segment;
      weigh(each, *of_use);
      each.score /= std::max(self.score, 1e-9);
      if (!in_common(core::Facet::kind, each.place, kinds).empty()) each.score *= settings_.same_kind;
      const std::size_t shared = in_common(core::Facet::programme, each.place, programmes).size();
      each.score *= 1 + settings_.programme * static_cast<double>(std::min(shared, kMostProgrammes));
    }
    std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : id(a.place) < id(b.place);
    });
  }
  void weigh(Candidate& candidate, const WordOfUse& of_use) const {
    const SegmentView& view = segment(candidate.place);
    const std::size_t document = candidate.place.document;
    std::vector<double> counts(words_.size(), 0.0);
    of_use.count(
        view.tokens.text(document, TextField::body),
        1 / (1 - settings_.length_share +
             settings_.length_share * view.columns.lengths[document] / snapshot_.documents.average_length),
        counts);
    const FieldShares shares;
    of_use.count(view.tokens.text(document, TextField::title), shares.title, counts);
    std::size_t left = kMostRead;
    for (std::size_t goal = 0; goal < view.tokens.goals(document) && left > 0; ++goal) {
      const core::Tokens wording = view.tokens.goal(document, goal);
      of_use.count(wording, shares.goals, counts);
      left -= std::min(left, wording.size());
    }
    candidate.score = 0;
    for (std::size_t word = 0; word < counts.size(); ++word) {
      if (counts[word] <= 0) continue;
      const double adds = words_[word].weight * saturated(counts[word]);
      candidate.score += adds;
      candidate.words.emplace_back(adds, word);
      candidate.subjects += words_[word].subject ? 1U : 0U;
    }
    // Subjects in front: they are what is told.
    std::ranges::sort(candidate.words, std::greater(), [&](const auto& word) {
      return std::tuple(words_[word.second].subject, word.first, word.second);
    });
  }

  // Whether texts that are nearly the same are of one unit, as far as can be told: of one, or of nobody knows
  // which, or one speaks of the other's. (Who takes over a text puts the own unit in the other's place.)
  bool one_unit(Place a, Place b) const {
    const auto of = unit(a), other = unit(b);
    return of == other || of == 0 || other == 0 || speaks_of(a, other) || speaks_of(b, of);
  }
  bool speaks_of(Place place, std::uint32_t of) const {
    const auto code = core::teryt_of(of);
    return code && std::ranges::any_of(values(core::Facet::place, place), [&](std::string_view value) {
             return value.starts_with(code->text());
           });
  }

  core::Result<std::vector<SimilarDocument>> tell(const std::vector<Candidate>& candidates) {
    std::vector<SimilarDocument> told;
    struct Text {
      Place place;
      TextSketch sketch;
    };
    const Text own{own_, sketch_of(segment(own_).tokens, own_.document)};
    std::vector<Text> texts;  // of those that are told
    double best = 0;          // score of what is alike, and no version
    for (const Candidate& each : candidates) {
      if (each.score < std::max(settings_.least, settings_.least_of_best * best) || deadline_.look()) break;
      if (told.size() == settings_.most) break;
      if (each.subjects < settings_.least_in_common) continue;
      Text text{each.place, sketch_of(segment(each.place).tokens, each.place.document)};
      const auto version_of = [&](const Text& other) {
        return resemblance(other.sketch, text.sketch) >= settings_.version &&
               one_unit(other.place, text.place);
      };
      const auto known = std::ranges::find_if(texts, version_of);
      if (known != texts.end()) {
        ++told[static_cast<std::size_t>(known - texts.begin())].versions;
        continue;
      }
      auto document = shown(each);
      if (!document) return document.error();
      if (version_of(own))
        document->resemblance = Resemblance::version;
      else if (resemblance(own.sketch, text.sketch) >= settings_.version)
        document->resemblance = Resemblance::same_wording;
      else
        best = std::max(best, each.score);
      told.push_back(*std::move(document));
      texts.push_back(std::move(text));
    }
    return told;
  }

  core::Result<SimilarDocument> shown(const Candidate& candidate) const {
    const SegmentView& view = segment(candidate.place);
    const std::size_t document = candidate.place.document;
    const auto data = view.texts.read(document);
    if (!data) return data.error();
    const auto kept = core::decode_kept(*data);
    if (!kept) return kept.error();
    SimilarDocument similar;
    similar.id = kept->record.id;
    similar.source = kept->record.source;
    similar.title = kept->record.title;
    similar.kind = kept->record.kind;
    similar.place = core::teryt_of(unit(candidate.place));
    if (similar.place) similar.unit = label_of(similar.place->text(), gazetteer_);
    if (const auto year = static_cast<int>(view.columns.days[document] / 10000); year != 0)
      similar.year = year;
    similar.score = std::min(candidate.score, 1.0);
    for (std::size_t i = 0; i < std::min(candidate.subjects, kToldWords); ++i)
      similar.because.push_back({Shared::Type::word, words_[candidate.words[i].second].lemma});
    add_names(core::Facet::programme, Shared::Type::programme, candidate.place, similar.because);
    add_names(core::Facet::partner, Shared::Type::partner, candidate.place, similar.because);
    add_names(core::Facet::place, Shared::Type::place, candidate.place, similar.because);
    return similar;
  }
  // Of places the smallest.
  void add_names(core::Facet facet, Shared::Type type, Place other, std::vector<Shared>& because) const {
    const core::FacetColumn& column = segment(other).columns.facet(facet);
    auto common = in_common(facet, other, values(facet, own_));
    std::ranges::stable_sort(common, std::greater(), [&](std::uint32_t code) {
      return type == Shared::Type::place ? column.values[code].size() : 0;
    });
    for (const std::uint32_t code : std::span(common).first(std::min(common.size(), kToldNames))) {
      const std::string_view value = column.values[code], label = column.labels[code];
      std::string text = type == Shared::Type::place ? label_of(value, gazetteer_)
                                                     : std::string(label.empty() ? value : label);
      if (std::ranges::find(because, text, &Shared::text) == because.end())  // a unit may be a partner, too
        because.push_back({type, std::move(text)});
    }
  }

  Place own_;
  const TellingSources& sources_;
  const Snapshot& snapshot_;
  const gazetteer::Gazetteer& gazetteer_;
  Deadline& deadline_;
  const SimilarSettings& settings_;
  std::vector<TellingWord> words_;  // heaviest first
};

}  // namespace

core::Result<std::vector<SimilarDocument>> find_similar(std::size_t segment, std::size_t document,
                                                        const TellingSources& sources,
                                                        const gazetteer::Gazetteer& gazetteer,
                                                        Deadline& deadline, const SimilarSettings& settings) {
  return Finder({segment, document}, sources, gazetteer, deadline, settings).find();
}

}  // namespace szukajst::search
