#include "language/cfsa2.h"

#include <algorithm>
#include <limits>
#include <string>

namespace szukajst::language {
namespace {

constexpr std::string_view kMagic = "\\fsa";
constexpr unsigned char kVersion = 0xC6;
constexpr std::size_t kHeader = 8;        // magic, version, flags, number of labels
constexpr unsigned kKnownFlags = 0x0007;  // flexible, stop bit, next bit: always on; 0x0100 would be numbers

}  // namespace

core::Result<Cfsa2> Cfsa2::open(std::string_view bytes, std::string_view name) {
  const auto fail = [&](core::ErrorCode code, std::string_view why) {
    return core::Error{code, std::string(name) + " is no automaton that can be read: " + std::string(why)};
  };
  if (bytes.size() < kHeader || !bytes.starts_with(kMagic)) {
    return fail(core::ErrorCode::malformed, "it does not begin as one");
  }
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (byte(4) != kVersion) return fail(core::ErrorCode::unsupported, "its version is not CFSA2");
  if ((byte(5) << 8 | byte(6)) != static_cast<int>(kKnownFlags)) {
    return fail(core::ErrorCode::unsupported, "it has other flags than 7");
  }
  const std::size_t labels = byte(7);
  if (labels > sizeof labels_ || bytes.size() <= kHeader + labels) {
    return fail(core::ErrorCode::malformed, "its label table does not fit");
  }
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
    return fail(core::ErrorCode::malformed, "it is too large");
  }
  Cfsa2 automaton;
  std::copy_n(bytes.begin() + kHeader, labels, automaton.labels_);
  for (std::size_t i = labels; i-- > 1;)
    automaton.places_[static_cast<unsigned char>(automaton.labels_[i])] = static_cast<unsigned char>(i);
  automaton.arcs_ = reinterpret_cast<const unsigned char*>(bytes.data()) + kHeader + labels;
  automaton.size_ = static_cast<std::uint32_t>(bytes.size() - kHeader - labels);
  automaton.root_ = automaton.target(0);  // offset 0 holds one arc, which leads to the root
  return automaton;
}

std::uint32_t Cfsa2::skip(Arc arc) const {
  const auto flags = at(arc);
  std::uint32_t offset = arc + ((flags & kLabelMask) == 0 ? 2 : 1);
  if ((flags & kTargetNext) == 0) {
    while ((at(offset) & 0x80) != 0) ++offset;
    ++offset;
  }
  return offset;
}

std::uint32_t Cfsa2::integer(std::uint32_t offset) const {
  std::uint32_t value = at(offset) & 0x7fU;
  for (unsigned shift = 7; (at(offset) & 0x80) != 0 && shift < 32; shift += 7) {
    value |= (at(++offset) & 0x7fU) << shift;
  }
  return value;
}

Cfsa2::Node Cfsa2::target(Arc arc) const {
  if ((at(arc) & kTargetNext) == 0) return integer(arc + ((at(arc) & kLabelMask) == 0 ? 2 : 1));
  while ((at(arc) & kLast) == 0) arc = skip(arc);
  return skip(arc);
}

Cfsa2::Arc Cfsa2::find(Node node, unsigned char wanted) const {
  if (node == 0) return 0;
  constexpr std::uint32_t kLongestArc = 16;  // flags, label, target and what is read of the next
  const unsigned char place = places_[wanted];
  for (Arc arc = node; arc + kLongestArc < size_;) {
    const unsigned char* at = arcs_ + arc;
    const unsigned char flags = *at++;
    const unsigned char here = flags & kLabelMask;
    if (here != 0 ? here == place : *at == wanted) return arc;
    if ((flags & kLast) != 0) return 0;
    if (here == 0) ++at;
    if ((flags & kTargetNext) == 0) {
      const unsigned char* const end = arcs_ + arc + kLongestArc;
      while ((*at++ & 0x80) != 0 && at < end) {
      }
    }
    arc = static_cast<Arc>(at - arcs_);
    node = arc;
  }
  return find_at_end(node, wanted);
}

Cfsa2::Arc Cfsa2::find_at_end(Arc arc, unsigned char wanted) const {
  for (; arc != 0; arc = next_arc(arc)) {
    if (label(arc) == wanted) return arc;
  }
  return 0;
}

Cfsa2::Node Cfsa2::follow(Node node, std::string_view bytes) const {
  for (const char c : bytes) {
    const Arc arc = find(node, static_cast<unsigned char>(c));
    if (arc == 0) return 0;
    node = target(arc);
  }
  return node;
}

}  // namespace szukajst::language
