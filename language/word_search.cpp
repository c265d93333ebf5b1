#include "language/word_search.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <queue>
#include <unordered_map>
#include <utility>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

// A path: its last letters, and the path that they continue.
struct Path {
  std::uint32_t before = 0;  // an index; its own for a start
  Cfsa2::Node node = 0;
  std::uint16_t at = 0;  // bytes of the damaged word that are accounted for
  std::uint8_t automaton = 0;
  std::uint8_t edits = 0;
  bool name = false;
  std::string_view letters;  // in the channel's tables or in a letter of letters_
};

std::size_t letter_size(unsigned char first) {
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

// The letters that may be put in or stand for others.
constexpr std::string_view kLetters = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż";

// Calls `visit(letter, target)` for every letter that goes on from the node; the views are of kLetters.
template <typename Visit>
void for_each_letter(const Cfsa2& automaton, Cfsa2::Node node, Visit&& visit) {
  for (auto arc = automaton.first_arc(node); arc != 0; arc = automaton.next_arc(arc)) {
    const auto first = static_cast<char>(automaton.label(arc));
    const auto target = automaton.target(arc);
    if (target == 0) continue;
    if (static_cast<unsigned char>(first) < 0x80) {
      const auto at = kLetters.find(first);
      if (at != std::string_view::npos) visit(kLetters.substr(at, 1), target);
      continue;
    }
    for (auto second = automaton.first_arc(target); second != 0; second = automaton.next_arc(second)) {
      const char bytes[] = {first, static_cast<char>(automaton.label(second))};
      const auto at = kLetters.find(std::string_view(bytes, 2));
      const auto behind = automaton.target(second);
      if (at != std::string_view::npos && behind != 0) visit(kLetters.substr(at, 2), behind);
    }
  }
}

class Search {
 public:
  Search(const std::vector<const Cfsa2*>& automata, const Channel& channel, Engine engine,
         std::string_view damaged, bool capitalised, const SearchLimits& limits)
      : automata_(automata),
        channel_(channel),
        engine_(static_cast<std::size_t>(engine)),
        damaged_(damaged),
        capitalised_(capitalised),
        limits_(limits) {
    paths_.reserve(1024);
  }

  std::vector<Found> run() {
    for (std::size_t i = 0; i < automata_.size(); ++i) {
      Path start;
      start.node = automata_[i]->root();
      start.automaton = static_cast<std::uint8_t>(i);
      start.before = static_cast<std::uint32_t>(paths_.size());
      if (start.node != 0) push(0, start);
    }
    for (std::size_t steps = 0; !queue_.empty() && steps < limits_.steps; ++steps) {
      const auto [weight, index] = queue_.top();
      queue_.pop();
      if (paths_[index].at == damaged_.size())
        accept(index, weight);
      else
        expand(index, weight);
      if (paths_[index].edits < limits_.edits) edit(index, weight);
    }
    return std::move(found_);
  }

 private:
  using Queued = std::pair<float, std::uint32_t>;

  void push(float weight, const Path& path) {
    if (weight > limits_.heaviest) return;
    queue_.emplace(weight, static_cast<std::uint32_t>(paths_.size()));
    paths_.push_back(path);
  }

  bool at_start(const Path& path) const { return path.node == automata_[path.automaton]->root(); }

  std::string spelled(std::uint32_t index) const {
    std::vector<std::string_view> pieces;
    for (; paths_[index].before != index; index = paths_[index].before)
      pieces.push_back(paths_[index].letters);
    std::string form;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) form += *piece;
    return form;
  }

  void accept(std::uint32_t index, float weight) {
    const Path& path = paths_[index];
    if (automata_[path.automaton]->find(path.node, ';') == 0) return;
    std::string form = spelled(index);
    if (seen_.try_emplace(form, true).second) found_.push_back({std::move(form), weight, path.name});
  }

  // One letter or more of the damaged word, as the channel says it may have been.
  void expand(std::uint32_t index, float weight) {
    const Path from = paths_[index];
    const auto rest = damaged_.substr(from.at);
    const auto size = std::min(letter_size(static_cast<unsigned char>(rest.front())), rest.size());
    const auto itself = rest.substr(0, size);
    bool known_itself = false;
    for (const Confusion& confusion : channel_.starting(rest.front())) {
      if (!rest.starts_with(confusion.damaged)) continue;
      float step = confusion.weight[engine_];
      if (confusion.damaged == confusion.truth && confusion.damaged == itself) {
        known_itself = true;
        // A letter that an engine never gives stood in a part of the text that it did not read.
        if (step > limits_.heaviest) step = 0;
      }
      if (step < limits_.heaviest)
        follow(index, from, confusion.damaged.size(), confusion.truth, weight + step, from.edits);
    }
    if (!known_itself) follow(index, from, size, itself, weight, from.edits);
  }

  void follow(std::uint32_t index, const Path& from, std::size_t taken, std::string_view letters,
              float weight, std::uint8_t edits) {
    const Cfsa2& automaton = *automata_[from.automaton];
    Path next = from;
    next.before = index;
    next.at = static_cast<std::uint16_t>(from.at + taken);
    next.letters = letters;
    next.edits = edits;
    next.node = automaton.follow(from.node, letters);
    if (next.node != 0) push(weight, next);
    if (!capitalised_ || !at_start(from) || letters.empty()) return;
    std::size_t at = 0;
    std::string capital;
    utf8::append(capital, utf8::upper(utf8::next(letters, at)));
    next.node = automaton.follow(automaton.follow(from.node, capital), letters.substr(at));
    next.name = true;
    if (next.node != 0) push(weight, next);
  }

  // Any letter for one, one too many, one too few, two that changed places.
  void edit(std::uint32_t index, float weight) {
    const Path from = paths_[index];
    const float heavier = weight + limits_.edit_weight;
    if (heavier > limits_.heaviest) return;
    const auto edits = static_cast<std::uint8_t>(from.edits + 1);
    const auto rest = damaged_.substr(from.at);
    const auto size =
        rest.empty() ? 0 : std::min(letter_size(static_cast<unsigned char>(rest.front())), rest.size());
    if (size > 0 && !at_start(from)) {
      Path next = from;
      next.before = index;
      next.at = static_cast<std::uint16_t>(from.at + size);
      next.letters = {};
      next.edits = edits;
      push(heavier, next);
    }
    if (size > 0 && size < rest.size()) {
      const auto second = std::min(letter_size(static_cast<unsigned char>(rest[size])), rest.size() - size);
      const std::string swapped = std::string(rest.substr(size, second)) + std::string(rest.substr(0, size));
      follow(index, from, size + second, keep(swapped), heavier, edits);
    }
    Path next = from;
    next.before = index;
    next.edits = edits;
    const auto taken = static_cast<std::uint16_t>(from.at + size);
    for_each_letter(*automata_[from.automaton], from.node, [&](std::string_view letter, Cfsa2::Node target) {
      next.letters = letter;
      next.node = target;
      next.at = taken;
      if (size > 0 && rest.substr(0, size) != letter) push(heavier, next);
      next.at = from.at;
      push(heavier, next);
    });
  }

  // Paths hold views: letters that stand in no table are kept here.
  std::string_view keep(const std::string& letters) { return kept_.emplace_back(letters); }

  const std::vector<const Cfsa2*>& automata_;
  const Channel& channel_;
  std::deque<std::string> kept_;
  std::size_t engine_;
  std::string_view damaged_;
  bool capitalised_;
  SearchLimits limits_;
  std::vector<Path> paths_;
  std::priority_queue<Queued, std::vector<Queued>, std::greater<>> queue_;
  std::unordered_map<std::string, bool> seen_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Found> search_words(const std::vector<const Cfsa2*>& automata, const Channel& channel,
                                Engine engine, std::string_view damaged, bool capitalised,
                                const SearchLimits& limits) {
  if (damaged.empty() || damaged.size() > 100) return {};
  return Search(automata, channel, engine, damaged, capitalised, limits).run();
}

}  // namespace szukajst::language
