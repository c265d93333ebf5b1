#include "language/word_search.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

constexpr std::size_t kLongest = 100;  // bytes of a damaged word
constexpr int kMostEdits = 2;
constexpr float kNever = std::numeric_limits<float>::infinity();

constexpr std::uint64_t bit(std::size_t symbol) {
  return std::uint64_t{1} << symbol;
}

// The letters that may be put in or stand for others.
constexpr std::uint64_t kLetters = [] {
  std::uint64_t letters = 0;
  for (const char32_t letter : std::u32string_view(U"aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"))
    letters |= bit(kGraphLetters.find(letter));
  return letters;
}();

// Each symbol as a text of its own.
constexpr auto kAlone = [] {
  std::array<std::uint8_t, kGraphLetters.size()> symbols{};
  for (std::size_t i = 0; i < symbols.size(); ++i) symbols[i] = static_cast<std::uint8_t>(i);
  return symbols;
}();

// And each pair.
constexpr auto kPairs = [] {
  std::array<std::uint8_t, 2 * kGraphLetters.size() * kGraphLetters.size()> pairs{};
  for (std::size_t i = 0; i < pairs.size(); i += 2) {
    pairs[i] = static_cast<std::uint8_t>(i / 2 / kGraphLetters.size());
    pairs[i + 1] = static_cast<std::uint8_t>(i / 2 % kGraphLetters.size());
  }
  return pairs;
}();

// Views of what lives longer than a search.
using Letters = std::span<const std::uint8_t>;
Letters alone(std::uint8_t symbol) {
  return Letters(kAlone).subspan(symbol, 1);
}
Letters pair(std::uint8_t first, std::uint8_t second) {
  return Letters(kPairs).subspan(2 * (first * kGraphLetters.size() + second), 2);
}

// A confusion, its true side as symbols.
struct Confused {
  std::string damaged;
  std::vector<std::uint8_t> truth;
  float weight = 0;
};

constexpr std::uint16_t kNoMove = 0xFFFF;

// The next bytes of the damaged word, and what they may have been.
struct Move {
  Letters truth;
  std::uint64_t first = 0;  // the truth's first letter, as a bit
  float weight = 0;
  std::uint8_t taken = 0;
  std::uint16_t next = kNoMove;  // another of the same place with the same first letter
};

struct Path {
  std::uint32_t before = 0;  // the path that it continues, but for a start
  WordGraph::Place place;
  float weight = 0;
  float log_frequency = 0;            // of the commonest word that may come of it
  Letters letters;                    // its last, but for those of the damaged word that follow
  std::uint8_t own = 0, own_end = 0;  // which of them do
  std::uint8_t at = 0;                // bytes of the damaged word that are accounted for
  std::uint8_t edits = 0, graph = 0;
  bool name = false, start = false;
};

enum class Next : std::uint8_t { accept, go_on, edit };

struct Queued {
  float bound = 0;  // what may come of it is no better
  std::uint32_t path = 0;
  Next next = Next::go_on;
};
// Of two that may be as good the one that was found first. (A type, so that the heap has it in line.)
struct Later {
  bool operator()(const Queued& a, const Queued& b) const {
    return a.bound != b.bound ? a.bound < b.bound : a.path > b.path;
  }
};

}  // namespace

class WordSearch::Impl {
 public:
  explicit Impl(const Channel& channel) {
    for (auto& own : own_weights_) own.fill(kNever);
    for (std::size_t byte = 0; byte < 256; ++byte) {
      for (const Confusion& confusion : channel.starting(static_cast<char>(byte))) add(confusion, byte);
    }
    for (auto& of_engine : confusions_) {
      for (auto& list : of_engine) std::ranges::stable_sort(list, {}, &Confused::weight);
    }
  }

  std::vector<Found> run(std::span<const WordGraph* const> graphs, Engine engine, std::string_view damaged,
                         bool capitalised, const SearchLimits& limits) {
    graphs_ = graphs;
    damaged_ = damaged;
    limits_ = limits;
    limits_.edits = std::min(limits.edits, kMostEdits);
    floor_ = limits.least;
    paths_.clear();
    queue_.clear();
    std::vector<Found> found;
    steps_ = 0;
    if (damaged.empty() || damaged.size() > kLongest) return found;
    find_moves(static_cast<std::size_t>(engine));
    find_rests();
    if (limits_.edits == 0 && probe_all(capitalised, found)) return found;
    for (std::size_t i = 0; i < graphs.size(); ++i) {
      start(i, graphs[i]->lower(), false);
      if (capitalised) start(i, graphs[i]->capitals(), true);
    }
    std::size_t others = 0;
    for (; !queue_.empty() && steps_ < limits_.steps && others < limits_.most; ++steps_) {
      std::ranges::pop_heap(queue_, Later());
      const Queued next = queue_.back();
      queue_.pop_back();
      if (next.bound < floor_) break;
      if (next.next == Next::accept) {
        others += accept(next.path, found);
      } else if (next.next == Next::go_on) {
        go_on(next.path);
      } else {
        edit(next.path);
      }
    }
    return found;
  }

  std::size_t steps() const { return steps_; }

 private:
  void add(const Confusion& confusion, std::size_t byte) {
    Confused confused{confusion.damaged, {}, 0};
    for (std::size_t at = 0; at < confusion.truth.size();) {
      const auto symbol = Symbols::of(utf8::next(confusion.truth, at));
      if (symbol == Symbols::kNone) return;  // no word has it
      confused.truth.push_back(symbol);
    }
    const bool own = confusion.damaged == confusion.truth && confused.truth.size() == 1;
    for (std::size_t engine = 0; engine < kEngines; ++engine) {
      confused.weight = confusion.weight[engine];
      if (own) {
        own_known_[engine] |= bit(confused.truth.front());
        own_weights_[engine][confused.truth.front()] = confused.weight;
      } else if (confused.weight < kNever) {
        confusions_[engine][byte].push_back(confused);
      }
    }
  }

  // What each of the damaged letters may have been.
  void find_moves(std::size_t engine) {
    moves_.clear();
    letters_.clear();
    for (std::size_t at = 0; at < damaged_.size();) {
      const std::size_t here = at;
      begins_[here] = static_cast<std::uint16_t>(moves_.size());
      starts_[here] = 0;
      const auto own = Symbols::of(utf8::next(damaged_, at));
      own_[here] = own;
      places_[here] = static_cast<std::uint8_t>(letters_.size());
      letters_.push_back(own);
      sizes_[here] = static_cast<std::uint8_t>(at - here);
      // The heaviest first, so that each goes to the head of its list.
      const auto rest = damaged_.substr(here);
      const auto& known = confusions_[engine][static_cast<unsigned char>(rest.front())];
      const auto end = std::ranges::lower_bound(known, limits_.heaviest, {}, &Confused::weight);
      for (auto confused = end; confused != known.begin();) {
        --confused;
        if (rest.starts_with(confused->damaged))
          add_move(here, confused->truth, confused->weight,
                   static_cast<std::uint8_t>(confused->damaged.size()));
      }
      if (own != Symbols::kNone) {
        float weight = (own_known_[engine] & bit(own)) != 0 ? own_weights_[engine][own] : 0;
        // A letter that an engine never gives stood in a part of the text that it did not read.
        if (weight > limits_.heaviest) weight = 0;
        add_move(here, alone(own), weight, sizes_[here]);
      }
      std::fill(begins_.begin() + static_cast<std::ptrdiff_t>(here) + 1,
                begins_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                static_cast<std::uint16_t>(moves_.size()));
      std::fill(sizes_.begin() + static_cast<std::ptrdiff_t>(here) + 1,
                sizes_.begin() + static_cast<std::ptrdiff_t>(at), std::uint8_t{0});
      certain_[here] = own != Symbols::kNone && moves_.size() == begins_[here] + std::size_t{1};
    }
    places_[damaged_.size()] = static_cast<std::uint8_t>(letters_.size());
  }
  // Into its letter's list, the lightest first.
  void add_move(std::size_t at, Letters truth, float weight, std::uint8_t taken) {
    const std::uint64_t first = bit(truth.front());
    std::uint16_t* place = &heads_[at][truth.front()];
    if ((starts_[at] & first) == 0) *place = kNoMove;
    starts_[at] |= first;
    while (*place != kNoMove && moves_[*place].weight < weight) place = &moves_[*place].next;
    const std::uint16_t next = std::exchange(*place, static_cast<std::uint16_t>(moves_.size()));
    moves_.push_back({truth, first, weight, taken, next});
  }
  std::span<const Move> moves(std::size_t at) const {
    return std::span(moves_).subspan(begins_[at], begins_[at + 1] - begins_[at]);
  }

  // From the damaged word's end: what its rest costs at least, with so many edits left, and how it may go on.
  void find_rests() {
    for (int edits = 0; edits <= limits_.edits; ++edits) {
      auto& rest = rests_[static_cast<std::size_t>(edits)];
      rest[damaged_.size()] = 0;
      for (std::size_t at = damaged_.size(); at-- > 0;) {
        rest[at] = kNever;
        std::uint64_t first = 0;
        for (const Move& move : moves(at)) {
          const float weight = move.weight + rest[at + move.taken];
          if (weight <= limits_.heaviest) first |= move.first;
          rest[at] = std::min(rest[at], weight);
        }
        if (edits == 0) firsts_[at] = first;
        if (edits > 0 && sizes_[at] != 0) rest[at] = std::min(rest[at], after_edit(at, edits - 1));
      }
    }
    firsts_[damaged_.size()] = WordGraph::kEnds;
  }
  // What an edit and the rest behind it cost at least, where `edits` are left then.
  float after_edit(std::size_t at, int edits) const {
    const auto& rest = rests_[static_cast<std::size_t>(edits)];
    float least = rest[at];
    if (at < damaged_.size()) {
      const std::size_t next = at + sizes_[at];
      least = std::min(least, rest[next]);
      if (next < damaged_.size()) least = std::min(least, rest[next + sizes_[next]]);
    }
    return least + limits_.edit_weight;
  }

  // Nearly every word of a text that was read well is near to no other. That is seen at less cost by going
  // down each way in turn, with nothing kept. True where there is none; then the damaged word itself is all
  // that may be found.
  bool probe_all(bool capitalised, std::vector<Found>& found) {
    itself_ = {{}, 0, -kNever};
    probed_ = 0;
    for (const WordGraph* graph : graphs_) {
      if (!probe(*graph, graph->lower(), {})) return false;
      if (capitalised && !probe(*graph, graph->capitals(), {})) return false;
    }
    if (itself_.log_frequency > -kNever)
      found.push_back({std::string(damaged_), itself_.weight, itself_.log_frequency});
    return true;
  }
  struct Way {
    std::size_t at = 0;
    float weight = 0, log_frequency = kNever;  // of the commonest word that may come of it
    bool itself = true;                        // no letter was changed
  };
  // Whether no other word lies behind `place`; false too where that takes too long to tell.
  bool probe(const WordGraph& graph, WordGraph::Place place, Way way) {
    constexpr std::size_t kProbed = 300;
    if (++probed_ > kProbed) return false;
    if (way.at == damaged_.size()) {
      const float log_frequency = WordGraph::log_frequency(graph.level(place));
      const float score = log_frequency - way.weight;
      if (!graph.ends(place) || score < floor_) return true;
      if (way.itself && score > itself_.log_frequency - itself_.weight)
        itself_.weight = way.weight, itself_.log_frequency = log_frequency;
      return way.itself;
    }
    for (auto letters = graph.goes_on(place) & starts_[way.at]; letters != 0; letters &= letters - 1) {
      const auto letter = static_cast<std::uint8_t>(std::countr_zero(letters));
      const float log_frequency =
          std::min(way.log_frequency, WordGraph::log_frequency(graph.highest_behind(place, letter)));
      WordGraph::Place first;
      for (auto next = heads_[way.at][letter]; next != kNoMove; next = moves_[next].next) {
        const Move& move = moves_[next];
        const std::size_t at = way.at + move.taken;
        const float weight = way.weight + move.weight, all = weight + rests_[0][at];
        // Those that follow are no lighter.
        if (weight > limits_.heaviest || log_frequency - weight < floor_) break;
        if (all > limits_.heaviest || log_frequency - all < floor_) continue;
        if (!first) first = graph.follow(place, letter);
        auto behind = first;
        for (std::size_t i = 1; i < move.truth.size(); ++i) behind = graph.follow(behind, move.truth[i]);
        if ((graph.goes_on(behind) & firsts_[at]) == 0) continue;
        const bool own = move.truth.size() == 1 && letter == own_[way.at] && move.taken == sizes_[way.at];
        if (!probe(graph, behind, {at, weight, log_frequency, way.itself && own})) return false;
      }
    }
    return true;
  }

  void start(std::size_t graph, WordGraph::Place place, bool name) {
    Path path;
    path.log_frequency = kNever;
    path.graph = static_cast<std::uint8_t>(graph);
    path.name = name;
    path.start = true;
    if (place) push(path, place, 0, {}, 0, 0);
  }

  // Whether a path that goes on from `from` may be worth its weight.
  bool promises(const Path& from, std::size_t at, float weight, int edits) const {
    const float all = weight + rests_[static_cast<std::size_t>(limits_.edits - edits)][at];
    return all <= limits_.heaviest && from.log_frequency - all >= floor_;
  }

  // `from` stands in no vector that grows; its log frequency bounds that of what goes on from it.
  void push(const Path& from, WordGraph::Place place, std::size_t at, Letters letters, float weight,
            int edits) {
    const WordGraph& graph = *graphs_[from.graph];
    const int left = limits_.edits - edits;
    if (left == 0 && (graph.goes_on(place) & firsts_[at]) == 0) return;
    // Letters that can be nothing else are gone along at once.
    const std::uint8_t first_own = places_[at];
    for (; left == 0 && at < damaged_.size() && certain_[at]; at += sizes_[at]) {
      place = graph.follow(place, own_[at]);
      if (!place) return;
      weight += moves_[begins_[at]].weight;
    }
    if (left == 0 && (graph.goes_on(place) & firsts_[at]) == 0) return;
    const bool ends = at == damaged_.size() && graph.ends(place);
    const bool goes_on = at < damaged_.size() || left > 0;
    float log_frequency = from.log_frequency;
    if (goes_on && !graph.same_forms(place, from.place)) {
      log_frequency = std::min(log_frequency, WordGraph::log_frequency(graph.highest(place)));
    }
    const float rest = weight + rests_[static_cast<std::size_t>(left)][at];
    if (log_frequency - rest < floor_) return;

    const auto index = static_cast<std::uint32_t>(paths_.size());
    Path& path = paths_.emplace_back(from);
    path.place = place;
    path.weight = weight;
    path.log_frequency = log_frequency;
    path.letters = letters;
    path.own = first_own;
    path.own_end = places_[at];
    path.at = static_cast<std::uint8_t>(at);
    path.edits = static_cast<std::uint8_t>(edits);
    if (at < damaged_.size()) {
      queue(log_frequency - rest, index, Next::go_on);
    } else {
      if (ends) queue(own_frequency(path) - weight, index, Next::accept);
      if (left > 0) queue_edit(path, index);
    }
  }

  void queue(float bound, std::uint32_t path, Next next) {
    if (bound < floor_) return;
    queue_.push_back({bound, path, next});
    std::ranges::push_heap(queue_, Later());
  }
  void queue_edit(const Path& path, std::uint32_t index) {
    const float weight = path.weight + after_edit(path.at, limits_.edits - path.edits - 1);
    if (weight <= limits_.heaviest) queue(path.log_frequency - weight, index, Next::edit);
  }

  // The letters that led to a path, into spelled_.
  void spell(const Path& path) {
    spelled_.clear();
    for (const Path* at = &path;; at = &paths_[at->before]) {
      for (std::size_t i = at->own_end; i > at->own; --i) spelled_.push_back(letters_[i - 1]);
      spelled_.insert(spelled_.end(), at->letters.rbegin(), at->letters.rend());
      if (at->start) break;
    }
    std::ranges::reverse(spelled_);
  }

  // Of the word that ends here. A name that is another word too is as rare as that.
  float own_frequency(const Path& path) {
    const WordGraph& graph = *graphs_[path.graph];
    return WordGraph::log_frequency(graph.level(path.place));
  }

  // Whether it is one more, and not the damaged word itself.
  bool accept(std::uint32_t index, std::vector<Found>& found) {
    const Path& path = paths_[index];
    spell(path);
    std::string form;
    for (const auto symbol : spelled_) utf8::append(form, kGraphLetters[symbol]);
    if (std::ranges::find(found, form, &Found::form) != found.end()) return false;
    const float log_frequency = own_frequency(path);
    const bool other = form != damaged_;
    if (other) floor_ = std::max(floor_, log_frequency - path.weight - limits_.within);
    found.push_back({std::move(form), path.weight, log_frequency});
    return other;
  }

  // One letter or more of the damaged word, as the channel says it may have been.
  void go_on(std::uint32_t index) {
    const Path from = continued(index);
    const WordGraph& graph = *graphs_[from.graph];
    for (auto letters = graph.goes_on(from.place) & starts_[from.at]; letters != 0; letters &= letters - 1) {
      const auto letter = static_cast<std::uint8_t>(std::countr_zero(letters));
      WordGraph::Place first;
      for (auto next = heads_[from.at][letter]; next != kNoMove; next = moves_[next].next) {
        const Move& move = moves_[next];
        const std::size_t at = from.at + move.taken;
        const float weight = from.weight + move.weight;
        if (!promises(from, at, weight, from.edits)) {
          // Those that follow are no lighter.
          if (weight > limits_.heaviest || from.log_frequency - weight < floor_) break;
          continue;
        }
        if (!first) first = graph.follow(from.place, letter);
        auto place = first;
        for (std::size_t i = 1; i < move.truth.size() && place; ++i)
          place = graph.follow(place, move.truth[i]);
        if (place) push(from, place, at, move.truth, weight, from.edits);
      }
    }
    if (limits_.edits > from.edits) queue_edit(from, index);
  }

  // A path as what comes behind it takes it over.
  Path continued(std::uint32_t index) const {
    Path path = paths_[index];
    path.before = index;
    path.start = false;
    return path;
  }

  void follow(const Path& from, std::size_t taken, Letters letters, float weight, int edits) {
    const std::size_t at = from.at + taken;
    weight += from.weight;
    edits += from.edits;
    if (!promises(from, at, weight, edits)) return;
    auto place = from.place;
    for (const auto symbol : letters) {
      place = graphs_[from.graph]->follow(place, symbol);
      if (!place) return;
    }
    push(from, place, at, letters, weight, edits);
  }

  // Any letter for one, one too many, one too few, two that changed places.
  void edit(std::uint32_t index) {
    const Path from = continued(index);
    const bool start = paths_[index].start;
    const std::size_t size = from.at < damaged_.size() ? sizes_[from.at] : 0;
    if (size > 0 && !start) follow(from, size, {}, limits_.edit_weight, 1);
    const std::size_t second = from.at + size;
    if (size > 0 && second < damaged_.size() && own_[from.at] != Symbols::kNone &&
        own_[second] != Symbols::kNone) {
      const Letters swapped = pair(own_[second], own_[from.at]);
      follow(from, size + sizes_[second], swapped, limits_.edit_weight, 1);
    }
    // The first letter of a name is its capital, which recognition seldom takes for any other.
    if (start && from.name) return;
    const float weight = from.weight + limits_.edit_weight;
    const int edits = from.edits + 1;
    const bool instead = size > 0 && promises(from, second, weight, edits);
    const bool more = promises(from, from.at, weight, edits);
    graphs_[from.graph]->for_each(from.place, kLetters, [&](std::uint8_t letter, WordGraph::Place place) {
      if (instead && own_[from.at] != letter) push(from, place, second, alone(letter), weight, edits);
      if (more) push(from, place, from.at, alone(letter), weight, edits);
    });
  }

  // By engine and, but for letters read rightly, by the damaged side's first byte, the lightest first.
  std::array<std::array<std::vector<Confused>, 256>, kEngines> confusions_;
  std::array<std::array<float, 64>, kEngines> own_weights_{};
  std::array<std::uint64_t, kEngines> own_known_{};  // which of them are told

  // Of the search that runs.
  std::span<const WordGraph* const> graphs_;
  std::string_view damaged_;
  SearchLimits limits_;
  float floor_ = 0;
  std::size_t steps_ = 0, probed_ = 0;
  Found itself_;  // the damaged word, where it is a word
  std::vector<Move> moves_;
  // Of each letter of the damaged word: with which letters its moves begin, and the first move of each.
  std::array<std::uint64_t, kLongest + 1> starts_{};
  std::array<std::array<std::uint16_t, kGraphLetters.size()>, kLongest + 1> heads_{};
  std::array<std::uint16_t, kLongest + 2> begins_{};  // where each letter's moves begin
  std::vector<std::uint8_t> letters_;                 // of the damaged word, those that no graph has included
  // Of the letter that begins at a byte: itself, its bytes, its place among all, whether it can be no other.
  std::array<std::uint8_t, kLongest + 1> own_{}, sizes_{}, places_{};
  std::array<bool, kLongest + 1> certain_{};
  std::array<std::array<float, kLongest + 1>, kMostEdits + 1> rests_{};
  std::array<std::uint64_t, kLongest + 1> firsts_{};
  std::vector<Path> paths_;
  std::vector<Queued> queue_;
  std::vector<std::uint8_t> spelled_;
};

WordSearch::WordSearch(const Channel& channel) : impl_(std::make_unique<Impl>(channel)) {}
WordSearch::WordSearch(WordSearch&&) noexcept = default;
WordSearch::~WordSearch() = default;

std::vector<Found> WordSearch::find(std::span<const WordGraph* const> graphs, Engine engine,
                                    std::string_view damaged, bool capitalised, const SearchLimits& limits) {
  return impl_->run(graphs, engine, damaged, capitalised, limits);
}

std::size_t WordSearch::steps() const {
  return impl_->steps();
}

}  // namespace szukajst::language
