#include "search/proximity.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/fields.h"

namespace szukajst::search {
namespace {

void add_words(const PlanNode& node, const Plan& plan, std::vector<std::size_t>& words) {
  if (node.type == QueryNode::Type::word && node.field == core::QueryField::any) {
    const std::size_t index = node.words.front().first;
    const PlannedWord& word = plan.words[index];
    if (word.wanted && word.says.empty() && !word.query.stop) words.push_back(index);
  }
  if (node.type == QueryNode::Type::all || node.type == QueryNode::Type::any)
    for (const PlanNode& child : node.children) add_words(child, plan, words);
}

}  // namespace

std::vector<std::size_t> plain_words(const Plan& plan) {
  std::vector<std::size_t> words;
  add_words(plan.root, plan, words);
  return words;
}

double proximity(const std::vector<std::size_t>& words, std::size_t document, WordUses& uses) {
  if (words.size() < 2) return 0;
  const core::Tokens body = uses.tokens().text(document, core::TextField::body);
  std::vector<std::pair<std::size_t, std::size_t>> places;  // with the word's place in `words`
  for (std::size_t word = 0; word < words.size(); ++word) {
    std::size_t times = 0;
    uses.of_word(words[word]).any_place(body, [&](std::size_t place) {
      places.emplace_back(place, word);
      return ++times == kMostPlaces;
    });
  }
  return proximity(std::move(places), words.size(), body.codes().size());
}

bool weighs_nearness(const Request& request, const std::vector<std::size_t>& plain) {
  return plain.size() > 1 && by_relevance(request.sort) && !request.goals && request.weights.proximity > 0;
}

double proximity(std::vector<std::pair<std::size_t, std::size_t>> places, std::size_t words,
                 std::size_t tokens) {
  std::vector<std::size_t> in_window(words);
  for (const auto& [place, word] : places) ++in_window[word];
  const std::size_t present = words - static_cast<std::size_t>(std::ranges::count(in_window, std::size_t{0}));
  if (present < 2) return 0;
  std::ranges::fill(in_window, std::size_t{0});
  std::sort(places.begin(), places.end());
  // The smallest window that has each word that is there. Words with the same meaning may stand in one place.
  std::size_t missing = present, begin = 0, smallest = tokens;
  for (const auto& [place, word] : places) {
    missing -= in_window[word]++ == 0 ? 1 : 0;
    for (; missing == 0; ++begin) {
      smallest = std::min(smallest, place - places[begin].first);
      missing += --in_window[places[begin].second] == 0 ? 1 : 0;
    }
  }
  const auto closest = static_cast<double>(present - 1);
  return closest / std::max(closest, static_cast<double>(smallest)) * static_cast<double>(present) /
         static_cast<double>(words);
}

}  // namespace szukajst::search
