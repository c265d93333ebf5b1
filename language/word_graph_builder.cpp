#include "language/word_graph_builder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>
#include <utility>

namespace szukajst::language {
namespace {

WordGraph::Level level_of(double log_frequency) {
  const double level = std::round((log_frequency - WordGraph::kFloor) / WordGraph::kStep);
  return static_cast<WordGraph::Level>(std::clamp(level, 0.0, 65535.0));
}

template <typename T>
void put(std::string& out, const T* items, std::size_t count) {
  out.append(reinterpret_cast<const char*>(items), count * sizeof(T));
}

}  // namespace

// States that are written, each once, after Daciuk and others, "Incremental construction of minimal acyclic
// finite-state automata" (2000), for sorted input.
class WordGraphBuilder::States {
 public:
  States() : states_(1), slots_(1U << 10, 0) {}

  // Words come in ascending order, none twice.
  void add(std::string_view word) {
    const auto common = static_cast<std::size_t>(std::ranges::mismatch(word, last_).in1 - word.begin());
    close(common);
    for (std::size_t i = common; i < word.size(); ++i) {
      open_[i].symbols |= std::uint64_t{1} << static_cast<unsigned char>(word[i]);
      open_[i + 1] = {};
    }
    open_[word.size()].symbols |= WordGraph::kEnds;
    last_ = word;
    any_ = true;
  }

  // The state where all words begin that were added since the last time; 0 where there were none.
  std::uint32_t finish() {
    close(0);
    const std::uint32_t begin = std::exchange(any_, false) ? number(open_[0]) : 0;
    open_[0] = {};
    return begin;
  }

  std::vector<State>& states() { return states_; }
  const std::vector<Arc>& arcs() const { return arcs_; }

 private:
  struct Open {
    std::uint64_t symbols = 0;
    std::size_t count = 0;
    std::array<std::uint32_t, 64> targets{};
    Open& operator=(const Open& other) {
      symbols = other.symbols;
      count = other.count;
      std::copy_n(other.targets.begin(), count, targets.begin());
      return *this;
    }
    Open() = default;
    Open(const Open&) = default;
  };

  // The states of the last word deeper than `depth` are done.
  void close(std::size_t depth) {
    for (std::size_t i = last_.size(); i > depth; --i) {
      Open& before = open_[i - 1];
      before.targets[before.count++] = number(open_[i]);
    }
    last_.resize(std::min(depth, last_.size()));
  }

  static std::size_t hash(std::uint64_t symbols, const std::uint32_t* targets, std::size_t count) {
    std::uint64_t value = symbols * 0x9e3779b97f4a7c15U;
    for (std::size_t i = 0; i < count; ++i)
      value = (value ^ targets[i]) * 0x9e3779b97f4a7c15U + (value >> 29);
    return static_cast<std::size_t>(value ^ (value >> 32));
  }
  static std::size_t targets_of(std::uint64_t symbols) {
    return static_cast<std::size_t>(std::popcount(symbols & ~WordGraph::kEnds));
  }

  std::uint32_t number(const Open& open) {
    const auto mask = slots_.size() - 1;
    std::size_t slot = hash(open.symbols, open.targets.data(), open.count) & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
      const State& other = states_[slots_[slot]];
      if (other.symbols != open.symbols) continue;
      const bool same =
          std::equal(open.targets.begin(), open.targets.begin() + static_cast<std::ptrdiff_t>(open.count),
                     targets_.begin() + other.arcs);
      if (same) return slots_[slot];
    }
    const auto added = static_cast<std::uint32_t>(states_.size());
    slots_[slot] = added;
    std::uint32_t forms = (open.symbols & WordGraph::kEnds) != 0 ? 1 : 0;
    const auto arcs = static_cast<std::uint32_t>(arcs_.size());
    for (std::size_t i = 0; i < open.count; ++i) {
      arcs_.push_back({open.targets[i], forms});
      forms += states_[open.targets[i]].forms;
      targets_.push_back(open.targets[i]);
    }
    states_.push_back({open.symbols, arcs, forms, 0});
    if (states_.size() * 2 > slots_.size()) grow();
    return added;
  }

  void grow() {
    std::vector<std::uint32_t> larger(slots_.size() * 2, 0);
    const auto mask = larger.size() - 1;
    for (std::uint32_t i = 1; i < states_.size(); ++i) {
      const State& state = states_[i];
      std::size_t slot = hash(state.symbols, targets_.data() + state.arcs, targets_of(state.symbols)) & mask;
      while (larger[slot] != 0) slot = (slot + 1) & mask;
      larger[slot] = i;
    }
    slots_ = std::move(larger);
  }

  std::string last_;
  bool any_ = false;
  std::array<Open, Symbols::kMost + 2> open_;  // the states along the last word
  std::vector<State> states_;                  // the first is none
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> targets_;  // of the arcs, for comparison
  std::vector<std::uint32_t> slots_;    // a hash table of states
};

bool WordGraphBuilder::add(std::string_view form, double log_frequency) {
  const Symbols symbols(form);
  if (!symbols.spellable() || symbols.inner_capital() || symbols.size() == 0) return false;
  Form added;
  added.at = static_cast<std::uint32_t>(symbols_.size());
  added.size = static_cast<std::uint8_t>(symbols.size());
  added.capital = symbols.capital();
  added.level = level_of(log_frequency);
  for (std::size_t i = 0; i < 8; ++i) {
    // One more, so that a form comes before those that it begins.
    added.begins = added.begins << 8 | (i < symbols.size() ? symbols.begin()[i] + 1U : 0U);
  }
  symbols_.append(reinterpret_cast<const char*>(symbols.begin()), symbols.size());
  forms_.push_back(added);
  return true;
}

// By spelling, each once in each case, with one level for both.
void WordGraphBuilder::sort() {
  std::ranges::sort(forms_, [&](const Form& a, const Form& b) {
    if (a.begins != b.begins) return a.begins < b.begins;
    const int order = spelled(a).compare(spelled(b));
    return order != 0 ? order < 0 : a.capital < b.capital;
  });
  std::size_t kept = 0;
  for (std::size_t begin = 0, end = 0; begin < forms_.size(); begin = end) {
    auto level = forms_[begin].level;
    for (end = begin; end < forms_.size() && spelled(forms_[end]) == spelled(forms_[begin]); ++end)
      level = std::max(level, forms_[end].level);
    const bool both = forms_[begin].capital != forms_[end - 1].capital;
    const Form first = forms_[begin], last = forms_[end - 1];
    forms_[kept++] = first;
    if (both) forms_[kept++] = last;
    for (std::size_t i = kept - (both ? 2 : 1); i < kept; ++i) forms_[i].level = level;
  }
  forms_.resize(kept);
}

// Of each state the highest level of the forms that pass it.
class WordGraphBuilder::Highest {
 public:
  Highest(std::vector<State>& states, const std::vector<Arc>& arcs) : states_(states), arcs_(arcs) {}

  // Forms come in order, from where they begin.
  void begin(std::uint32_t state) {
    close(0);
    path_ = {{state, 0}};
    last_ = {};
  }
  void add(std::string_view form, WordGraph::Level level) {
    const auto common = static_cast<std::size_t>(std::ranges::mismatch(form, last_).in1 - form.begin());
    close(common + 1);
    for (std::size_t i = common; i < form.size(); ++i) {
      const auto& state = states_[path_.back().state];
      const auto below = (std::uint64_t{1} << static_cast<unsigned char>(form[i])) - 1;
      const auto arc = state.arcs + static_cast<std::uint64_t>(std::popcount(state.symbols & below));
      path_.push_back({arcs_[arc].target, 0});
    }
    path_.back().level = level;
    last_ = form;
  }
  void close(std::size_t depth) {
    while (path_.size() > depth) {
      const auto [state, level] = path_.back();
      path_.pop_back();
      if (level > states_[state].highest) states_[state].highest = level;
      if (!path_.empty()) path_.back().level = std::max(path_.back().level, level);
    }
  }

 private:
  struct Passed {
    std::uint32_t state = 0;
    WordGraph::Level level = 0;
  };
  std::vector<State>& states_;
  const std::vector<Arc>& arcs_;
  std::vector<Passed> path_;  // the last form's states, each with the highest level so far
  std::string_view last_;
};

// Where each state's cells lie: behind a state come those that its arcs lead to, and behind each what follows
// it, the commonest first, unless they lie elsewhere already.
class WordGraphBuilder::Layout {
 public:
  Layout(const std::vector<State>& states, const std::vector<Arc>& arcs)
      : states_(states), arcs_(arcs), places_(states.size(), kNowhere), cells_(WordGraph::kHead, 0) {
    places_[0] = 0;
  }

  // Lays out all that is reached from here, and says where it begins.
  std::uint32_t add(std::uint32_t begin) {
    std::vector<std::uint32_t> waiting = {begin};
    while (!waiting.empty()) {
      const std::uint32_t state = waiting.back();
      waiting.pop_back();
      if (places_[state] != kNowhere) continue;
      places_[state] = cells_.size();
      const auto arcs = arcs_of(state);
      cells_.resize(cells_.size() + WordGraph::kHead + arcs.size());
      order_.push_back(state);
      const auto first = static_cast<std::ptrdiff_t>(waiting.size());
      for (const Arc& arc : arcs) {
        if (places_[arc.target] == kNowhere) waiting.push_back(arc.target);
      }
      std::ranges::sort(waiting.begin() + first, waiting.end(), {},
                        [&](std::uint32_t target) { return states_[target].highest; });
    }
    return static_cast<std::uint32_t>(places_[begin]);
  }

  // All cells, now that all states have their places.
  const std::vector<WordGraph::Cell>& cells() {
    for (const std::uint32_t state : order_) {
      auto cell = cells_.begin() + static_cast<std::ptrdiff_t>(places_[state]);
      const State& of = states_[state];
      *cell++ = of.symbols;
      *cell++ = of.forms | WordGraph::Cell{of.highest} << WordGraph::kBits;
      for (const Arc& arc : arcs_of(state)) {
        *cell++ = places_[arc.target] | WordGraph::Cell{arc.before} << WordGraph::kBits |
                  WordGraph::Cell{states_[arc.target].highest} << 2 * WordGraph::kBits;
      }
    }
    return cells_;
  }

 private:
  static constexpr std::size_t kNowhere = ~std::size_t{0};

  std::span<const Arc> arcs_of(std::uint32_t state) const {
    const State& of = states_[state];
    const auto count = static_cast<std::size_t>(std::popcount(of.symbols & ~WordGraph::kEnds));
    return std::span(arcs_).subspan(of.arcs, count);
  }

  const std::vector<State>& states_;
  const std::vector<Arc>& arcs_;
  std::vector<std::size_t> places_;   // of each state
  std::vector<std::uint32_t> order_;  // the states as they lie
  std::vector<WordGraph::Cell> cells_;
};

std::string WordGraphBuilder::finish() {
  sort();
  States states;
  std::vector<WordGraph::Level> levels;
  levels.reserve(forms_.size());
  WordGraph::Header header;
  std::array<std::uint32_t, 2> begins{};
  const auto in_order = [&](bool capital, auto&& visit) {
    for (const Form& form : forms_) {
      if (form.capital == capital) visit(form);
    }
  };
  for (const bool capital : {false, true}) {
    if (capital) header.first_capital = static_cast<std::uint32_t>(levels.size());
    in_order(capital, [&](const Form& form) {
      states.add(spelled(form));
      levels.push_back(form.level);
    });
    begins[capital] = states.finish();
  }
  Highest highest(states.states(), states.arcs());
  for (const bool capital : {false, true}) {
    highest.begin(begins[capital]);
    in_order(capital, [&](const Form& form) { highest.add(spelled(form), form.level); });
  }
  highest.close(0);
  Layout layout(states.states(), states.arcs());
  header.lower = layout.add(begins[false]);
  header.capital = layout.add(begins[true]);
  const auto& cells = layout.cells();
  std::string out;
  if (forms_.size() <= WordGraph::kMostForms && cells.size() <= WordGraph::kMostCells) {
    header.cells = static_cast<std::uint32_t>(cells.size());
    header.forms = static_cast<std::uint32_t>(levels.size());
    put(out, &header, 1);
    put(out, cells.data(), cells.size());
    put(out, levels.data(), levels.size());
  }
  symbols_.clear();
  forms_.clear();
  return out;
}

}  // namespace szukajst::language
