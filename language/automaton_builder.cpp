#include "language/automaton_builder.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>

namespace szukajst::language {
namespace {

struct Arc {
  unsigned char label = 0;
  bool final = false;
  std::uint32_t target = 0;  // a state's number; 0 where nothing follows
  bool operator==(const Arc&) const = default;
};
using State = std::vector<Arc>;

struct StateHash {
  std::size_t operator()(const State& state) const {
    std::size_t hash = 0xcbf29ce484222325U;
    for (const Arc& arc : state) {
      hash = (hash ^ (arc.target * 512U + arc.label * 2U + (arc.final ? 1U : 0U))) * 0x100000001b3U;
    }
    return hash;
  }
};

class Builder {
 public:
  // Words come in ascending order of bytes, none twice, none empty.
  void add(const std::string& word) {
    const auto common = static_cast<std::size_t>(std::ranges::mismatch(word, last_).in1 - word.begin());
    close(common);
    for (std::size_t i = common; i < word.size(); ++i) {
      if (open_.size() <= i + 1) open_.emplace_back();
      open_[i].push_back({static_cast<unsigned char>(word[i]), false, 0});
    }
    open_[word.size() - 1].back().final = true;
    last_ = word;
  }

  std::string finish() {
    close(0);
    const std::uint32_t root = open_[0].empty() ? 0 : number(std::move(open_[0]));
    return serialise(root);
  }

 private:
  // The states of the last word deeper than `depth` are done: each becomes a number.
  void close(std::size_t depth) {
    for (std::size_t i = last_.size(); i > depth; --i) {
      if (i < open_.size() && !open_[i].empty()) open_[i - 1].back().target = number(std::move(open_[i]));
      if (i < open_.size()) open_[i].clear();
    }
  }

  std::uint32_t number(State state) {
    const auto [entry, added] = known_.try_emplace(std::move(state), states_.size() + 1);
    if (added) states_.push_back(&entry->first);
    return static_cast<std::uint32_t>(entry->second);
  }

  std::string serialise(std::uint32_t root) const;

  std::string last_;
  std::vector<State> open_{1};  // the states along the last word
  std::unordered_map<State, std::size_t, StateHash> known_;
  std::vector<const State*> states_;  // state n is states_[n - 1]
};

// Targets are written with one width for all, padded with continuation bytes: then every state's
// offset is known before the first is written.
std::string Builder::serialise(std::uint32_t root) const {
  std::array<std::size_t, 256> counts{};
  for (const State* state : states_) {
    for (const Arc& arc : *state) ++counts[arc.label];
  }
  std::array<unsigned char, 256> by_count{};
  for (std::size_t i = 0; i < by_count.size(); ++i) by_count[i] = static_cast<unsigned char>(i);
  std::ranges::stable_sort(by_count, std::greater{}, [&](unsigned char c) { return counts[c]; });
  constexpr std::size_t kLabels = 31;  // index 0 says that the label follows
  std::array<unsigned char, 256> index{};
  for (std::size_t i = 0; i < kLabels; ++i) index[by_count[i]] = static_cast<unsigned char>(i + 1);

  std::vector<std::size_t> offsets(states_.size() + 1, 0);
  std::size_t width = 1;
  for (std::size_t size = 0;; ++width) {
    size = 2 + width;  // the arc to the root
    for (std::size_t i = 0; i < states_.size(); ++i) {
      offsets[i + 1] = size;
      for (const Arc& arc : *states_[i]) size += width + (index[arc.label] != 0 ? 1 : 2);
    }
    if (size < std::size_t{1} << (7 * width)) break;
  }

  std::string out("\\fsa\xC6\0\x07 \0", 9);
  for (std::size_t i = 0; i < kLabels; ++i) out.push_back(static_cast<char>(by_count[i]));
  const auto put = [&](const Arc& arc, bool last) {
    const unsigned flags = index[arc.label] | (arc.final ? 0x20U : 0U) | (last ? 0x40U : 0U);
    out.push_back(static_cast<char>(flags));
    if (index[arc.label] == 0) out.push_back(static_cast<char>(arc.label));
    std::size_t target = offsets[arc.target];
    for (std::size_t i = 1; i <= width; ++i, target >>= 7) {
      out.push_back(static_cast<char>((target & 0x7f) | (i < width ? 0x80 : 0)));
    }
  };
  // The label of the arc to the root is never read; it is written in full to keep its place fixed.
  out += "\x40^";
  std::size_t target = offsets[root];
  for (std::size_t i = 1; i <= width; ++i, target >>= 7) {
    out.push_back(static_cast<char>((target & 0x7f) | (i < width ? 0x80 : 0)));
  }
  for (const State* state : states_) {
    for (std::size_t i = 0; i < state->size(); ++i) put((*state)[i], i + 1 == state->size());
  }
  return out;
}

}  // namespace

std::string build_automaton(std::vector<std::string> words) {
  std::ranges::sort(words, [](const std::string& a, const std::string& b) {
    return std::ranges::lexicographical_compare(
        a, b, std::less{}, [](char c) { return static_cast<unsigned char>(c); },
        [](char c) { return static_cast<unsigned char>(c); });
  });
  Builder builder;
  std::string_view before;
  for (const std::string& word : words) {
    if (word != before) builder.add(word);
    before = word;
  }
  return builder.finish();
}

std::string dictionary_entry(std::string_view form, std::string_view lemma, std::string_view tag) {
  const auto cut = [](std::size_t bytes) { return static_cast<char>('A' + bytes); };
  std::size_t begin = 0, common = 0;
  // Forms that add a prefix (superlatives, negated ones) keep more of themselves behind it.
  for (const std::size_t from : {std::size_t{0}, std::size_t{3}}) {
    if (from > form.size()) break;
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(form.substr(from), lemma).in1 -
                                               form.substr(from).begin());
    if (same > common + from) begin = from, common = same;
  }
  std::string entry(form);
  entry += ';';
  entry += cut(begin);
  entry += cut(form.size() - begin - common);
  entry += lemma.substr(common);
  entry += ';';
  entry += tag;
  return entry;
}

}  // namespace szukajst::language
