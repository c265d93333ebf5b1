#include "language/repair_layers.h"

#include <algorithm>
#include <utility>

namespace szukajst::language {

using core::ByteRange;
using core::Repair;

std::string apply_repairs(std::string_view text, const std::vector<Repair>& repairs) {
  std::string mended;
  mended.reserve(text.size());
  std::size_t copied = 0;
  for (const Repair& repair : repairs) {
    mended += text.substr(copied, repair.source.begin - copied);
    mended += repair.mended;
    copied = repair.source.end;
  }
  mended += text.substr(copied);
  return mended;
}

void Layers::add(std::vector<Repair> more) {
  if (more.empty()) return;
  std::vector<Repair> all;
  all.reserve(repairs_.size() + more.size());
  auto older = repairs_.begin();
  auto newer = more.begin();
  const auto standing = [&](auto repair) {
    return standing_[static_cast<std::size_t>(repair - repairs_.begin())];
  };
  std::size_t added = 0, taken = 0;  // by the older repairs so far
  while (older != repairs_.end() || newer != more.end()) {
    // A group of repairs that overlap, in text_ and in the source.
    const bool old_first =
        newer == more.end() || (older != repairs_.end() && standing(older).begin < newer->source.begin);
    ByteRange here = old_first ? standing(older) : newer->source;
    ByteRange source{here.begin + taken - added, 0};
    double certainty = 1;
    std::string mended;
    std::size_t copied = here.begin;

    for (bool grown = true; grown;) {
      grown = false;
      if (older != repairs_.end()) {
        const ByteRange old = standing(older);
        if (old.begin < here.end || old == here) {
          here.end = std::max(here.end, old.end);
          added += older->mended.size();
          taken += older->source.size();
          certainty = std::min(certainty, older->certainty);
          ++older;
          grown = true;
        }
      }
      if (newer != more.end() && newer->source.begin < here.end) {
        here.end = std::max(here.end, newer->source.end);
        mended.append(text_, copied, newer->source.begin - copied);
        mended += newer->mended;
        copied = newer->source.end;
        certainty = std::min(certainty, newer->certainty);
        ++newer;
        grown = true;
      }
    }
    mended.append(text_, copied, here.end - copied);
    source.end = here.end + taken - added;
    all.push_back({source, std::move(mended), certainty});
  }
  text_ = apply_repairs(text_, more);
  repairs_ = std::move(all);
  standing_.clear();
  added = taken = 0;
  for (const Repair& repair : repairs_) {
    const std::size_t begin = repair.source.begin + added - taken;
    standing_.push_back({begin, begin + repair.mended.size()});
    added += repair.mended.size();
    taken += repair.source.size();
  }
}

ByteRange Layers::source(ByteRange range) const {
  // The repairs that it overlaps.
  const auto first =
      std::ranges::partition_point(standing_, [&](ByteRange at) { return at.end <= range.begin; });
  const auto last =
      std::partition_point(first, standing_.end(), [&](ByteRange at) { return at.begin < range.end; });
  const auto repair = [&](auto at) -> const Repair& {
    return repairs_[static_cast<std::size_t>(at - standing_.begin())];
  };
  // A place behind the repairs before `at`, in the source.
  const auto moved = [&](std::size_t byte, auto at) {
    return at == standing_.begin() ? byte : byte - (at - 1)->end + repair(at - 1).source.end;
  };
  ByteRange source{moved(range.begin, first), moved(range.end, last)};
  if (first != last) {
    source.begin = std::min(source.begin, repair(first).source.begin);
    if (range.begin >= first->begin) source.begin = repair(first).source.begin;
    if (range.end <= (last - 1)->end) source.end = repair(last - 1).source.end;
  }
  return source;
}

}  // namespace szukajst::language
