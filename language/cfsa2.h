// A finite automaton over bytes in morfologik's format CFSA2 (version 0xC6), as PoliMorf comes in
// it and as automaton_builder.h writes it. Arcs are read where they lie; nothing is unpacked.
//
// Layout: "\fsa", the version byte, two bytes of flags, the number of labels in the table, the
// table, then the arcs of all states. An arc is a byte (its low five bits an index in the table of
// labels, 0 where the label follows as a byte of its own; bit 5 final, bit 6 last of its state, bit
// 7 the target is the state that follows) and, without bit 7, the target's offset as a
// variable-length integer, seven bits a byte, low ones first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/result.h"

namespace szukajst::language {

// A view: the bytes must outlive it. Immutable; threads may share it. Damaged bytes give wrong
// words, never a read outside of them; walks that descend must bound their own depth.
class Cfsa2 {
 public:
  using Node = std::uint32_t;  // 0: no node
  using Arc = std::uint32_t;   // 0: no arc

  Cfsa2() = default;  // accepts nothing
  // `name` stands in the message. Error: malformed, unsupported (another version or flags).
  static core::Result<Cfsa2> open(std::string_view bytes, std::string_view name);

  Node root() const { return root_; }
  Arc first_arc(Node node) const { return node; }
  Arc next_arc(Arc arc) const { return (at(arc) & kLast) != 0 ? 0 : skip(arc); }
  unsigned char label(Arc arc) const {
    const auto index = at(arc) & kLabelMask;
    return index != 0 ? labels_[index] : at(arc + 1);
  }
  // Whether the bytes up to and including this arc's label are accepted.
  bool is_final(Arc arc) const { return (at(arc) & kFinal) != 0; }
  // 0 where nothing follows.
  Node target(Arc arc) const;

  // The arc of `node` with that label; 0 where there is none, or no node.
  Arc find(Node node, unsigned char label) const;
  // Where the path leads that `bytes` label from `node` on; 0 where there is none.
  Node follow(Node node, std::string_view bytes) const;

 private:
  static constexpr unsigned char kTargetNext = 0x80, kLast = 0x40, kFinal = 0x20, kLabelMask = 0x1f;

  // Past the end: a last arc that leads nowhere.
  unsigned char at(std::uint32_t offset) const { return offset < size_ ? arcs_[offset] : kLast; }
  // Of an arc that may be the last of the bytes.
  Arc find_at_end(Arc arc, unsigned char wanted) const;
  std::uint32_t skip(Arc arc) const;
  std::uint32_t integer(std::uint32_t offset) const;

  const unsigned char* arcs_ = nullptr;
  std::uint32_t size_ = 0;
  Node root_ = 0;
  unsigned char labels_[32] = {};
  unsigned char places_[256] = {};  // of each byte in the table of labels; 0 where it has none
};

}  // namespace szukajst::language
