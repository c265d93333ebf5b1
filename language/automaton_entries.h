// What the dictionaries' automata hold behind a form: walking it, and taking it apart.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/cfsa2.h"

namespace szukajst::language {

// No entry is longer: bounds the descent into damaged bytes.
inline constexpr std::size_t kLongestEntry = 1024;

// Calls `visit(std::string_view)` for every byte sequence that is accepted from `node` on, in the automaton's
// order.
template <typename Visit>
void for_each_entry(const Cfsa2& automaton, Cfsa2::Node node, Visit&& visit, std::string prefix = {}) {
  const auto descend = [&](const auto& self, Cfsa2::Node from) -> void {
    if (prefix.size() >= kLongestEntry) return;
    for (auto arc = automaton.first_arc(from); arc != 0; arc = automaton.next_arc(arc)) {
      prefix.push_back(static_cast<char>(automaton.label(arc)));
      if (automaton.is_final(arc)) visit(std::string_view(prefix));
      if (const auto target = automaton.target(arc); target != 0) self(self, target);
      prefix.pop_back();
    }
  };
  if (node != 0) descend(descend, node);
}

// Calls `visit(std::string_view)` for every alternative of "a+b+c"; once with an empty text for an empty one.
template <typename Visit>
void split_alternatives(std::string_view tags, Visit&& visit) {
  for (;;) {
    const auto plus = tags.find('+');
    visit(tags.substr(0, plus));
    if (plus == std::string_view::npos) return;
    tags.remove_prefix(plus + 1);
  }
}

// The lemma and the tags that an entry "ABending;tags" (see dictionary_entry) gives for `form`;
// nothing where it does not fit the form.
struct Decoded {
  std::string lemma;
  std::string_view tags;  // of the entry's bytes
};
std::optional<Decoded> decode_entry(std::string_view form, std::string_view entry);

// An entry taken apart, for any form.
struct Entry {
  std::size_t cut_begin = 0, cut_end = 0;  // bytes of the form; kAll in either: all of it
  std::string ending;                      // put on what is left
  struct Tag {
    std::string tag;
    double share = 0;  // see form_share
  };
  std::vector<Tag> tags;  // each alternative; one empty for an entry without

  static constexpr std::size_t kAll = 255;
  // Nothing where the entry does not fit the form.
  std::optional<std::string> lemma_of(std::string_view form) const;
};

// The entries behind the nodes of one automaton. Forms of many words lead to one node ("-ami;…"), so that
// what lies behind it is taken apart once. Threads may share it: a place once filled stays as it is, and a
// node whose place another has is read anew each time.
class RememberedEntries {
 public:
  RememberedEntries();
  RememberedEntries(RememberedEntries&&) noexcept;
  RememberedEntries& operator=(RememberedEntries&&) noexcept;
  ~RememberedEntries();

  // Calls `visit(std::span<const Entry>)`; always with the same automaton.
  template <typename Visit>
  void with(const Cfsa2& automaton, Cfsa2::Node node, Visit&& visit) const {
    std::vector<Entry> read;
    visit(find(automaton, node, read));
  }

 private:
  struct OfNode;
  struct Places;
  // Into `read` where there is no place for them.
  std::span<const Entry> find(const Cfsa2& automaton, Cfsa2::Node node, std::vector<Entry>& read) const;

  std::unique_ptr<Places> places_;
};

}  // namespace szukajst::language
