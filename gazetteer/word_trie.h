// A dictionary of names of several words. Only gazetteer.cpp includes this.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/spelling_table.h"
#include "core/utf8.h"

namespace szukajst::gazetteer {

// Names as paths of words from the root, each with the forms that end there. Filled once by add(),
// closed by finish(); the spans that find gives live as long as the trie.
template <typename Form>
class WordTrie {
 public:
  struct Match {
    std::size_t words = 0;
    std::span<const Form> forms;
  };

  void add(const std::vector<std::string>& words, const Form& form) {
    std::uint32_t node = 0;
    for (const std::string& word : words) {
      const auto [known, fresh] = word_ids_.try_emplace(word);
      if (fresh) known->value = static_cast<std::uint32_t>(word_ids_.size() - 1);
      const auto [edge, grown] = edges_.try_emplace(key(node, known->value), nodes_);
      if (grown) ++nodes_;
      node = edge->second;
    }
    if (node != 0) added_.emplace_back(node, form);
  }

  // Sorts the forms by node; those of one node keep the order in which they were added.
  void finish() {
    std::stable_sort(added_.begin(), added_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    begins_.assign(nodes_ + 1, 0);
    forms_.reserve(added_.size());
    for (const auto& [node, form] : added_) {
      ++begins_[node + 1];
      forms_.push_back(form);
    }
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    added_ = {};
  }

  // The longest name at the beginning of `words`, which need not be in lower case.
  template <typename Words>
  Match longest(const Words& words) const {
    Match found;
    std::uint32_t node = 0;
    std::size_t taken = 0;
    for (const auto& word : words) {
      const auto* const id = word_ids_.find(core::utf8::lower(word));
      if (id == nullptr) break;
      const auto edge = edges_.find(key(node, id->value));
      if (edge == edges_.end()) break;
      node = edge->second;
      ++taken;
      if (const std::span<const Form> here = forms_at(node); !here.empty()) found = {taken, here};
    }
    return found;
  }

  // Whether a name begins with the word, which is in lower case.
  bool begins(const std::string& word) const {
    const auto* const id = word_ids_.find(word);
    return id != nullptr && edges_.contains(key(0, id->value));
  }

 private:
  static std::uint64_t key(std::uint32_t node, std::uint32_t word) {
    return std::uint64_t{node} << 32 | word;
  }
  std::span<const Form> forms_at(std::uint32_t node) const {
    return std::span(forms_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
  }

  core::SpellingTable<std::uint32_t> word_ids_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // node and word → node; the root is 0
  std::uint32_t nodes_ = 1;
  std::vector<std::pair<std::uint32_t, Form>> added_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> begins_;  // of each node's forms in forms_, and one more
};

}  // namespace szukajst::gazetteer
