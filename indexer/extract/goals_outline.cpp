#include "indexer/extract/goals_outline.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace szukajst::indexer::extract {

using Kind = OutlinePiece::Kind;

Outline::Outline(std::vector<OutlinePiece> pieces, std::size_t named) : pieces_(std::move(pieces)) {
  answer_questions();
  if (!nest()) return;
  leave_out_others();
  // "WYMIAR SPOŁECZNY" above the one goal of each, or above goals whose numbers run through all of them.
  first_ = depths_ > 1 && (parts_series() || names_areas(named)) ? 1 : 0;
  end_with_series();
  for (std::size_t depth = first_; depth < depths_; ++depth)
    if (!numbers_go_on(depth)) return;
  // What kind of sentence heads the whole tells whether it gives goals.
  for (const OutlinePiece& piece : pieces_) {
    if (piece.kind == Kind::item) break;
    if (piece.kind == Kind::lead && piece.other) return;
  }
  holds_ = headings_are_served();
}

// "1. Jak będziemy mieszkać?" above "Mieszkańcy żyją w czystym otoczeniu.": the answer is what the item says.
void Outline::answer_questions() {
  for (std::size_t p = 0; p + 1 < pieces_.size(); ++p) {
    OutlinePiece &asked = pieces_[p], &answer = pieces_[p + 1];
    if (!asked.question || answer.kind == Kind::lead || answer.kind == Kind::inline_items ||
        (answer.kind == Kind::item && !answer.plain))
      continue;
    asked.text = answer.text;
    asked.segment = answer.segment;
    answer.kind = Kind::prose;
  }
}

bool Outline::nest() {
  std::vector<std::string> open;
  std::vector<std::pair<std::string, std::size_t>> known;
  for (OutlinePiece& piece : pieces_) {
    if (piece.kind != Kind::item) continue;
    piece.depth = static_cast<std::size_t>(std::ranges::find(open, piece.look) - open.begin());
    open.resize(piece.depth);
    open.push_back(piece.look);
    const auto before = std::ranges::find(known, piece.look, &std::pair<std::string, std::size_t>::first);
    if (before == known.end())
      known.emplace_back(piece.look, piece.depth);
    else if (before->second != piece.depth)
      return false;
    depths_ = std::max(depths_, piece.depth + 1);
  }
  return depths_ > 0;
}

// The items below "Wskaźniki:", up to one that is less deep than the first of them.
void Outline::leave_out_others() {
  std::vector<OutlinePiece> kept;
  bool other = false;
  std::optional<std::size_t> depth;
  depths_ = 0;
  for (OutlinePiece& piece : pieces_) {
    if (piece.kind == Kind::lead && !kept.empty()) other = piece.other, depth.reset();
    if (other && piece.kind == Kind::item) {
      if (!depth) depth = piece.depth;
      other = piece.depth >= *depth;
    }
    if (other) continue;
    if (piece.kind == Kind::item) depths_ = std::max(depths_, piece.depth + 1);
    kept.push_back(std::move(piece));
  }
  pieces_ = std::move(kept);
}

// Whether the outermost items are unmarked and call themselves areas; or each has a single one below it, and
// there is one depth more than the heading has named.
bool Outline::names_areas(std::size_t named) const {
  std::size_t outermost = 0, below = 0;
  bool areas = true, one = named + 1 == depths_;
  for (const OutlinePiece& piece : pieces_) {
    if (piece.kind != Kind::item || piece.depth > 1) continue;
    if (piece.depth == 0 && !piece.plain) return false;
    areas = areas && (piece.depth > 0 || piece.area);
    one = one && (piece.depth > 0 || below == outermost);
    ++(piece.depth == 0 ? outermost : below);
  }
  return areas || (one && below == outermost);
}

// Whether the numbers below the outermost items go on from one to the next: these but part a series.
bool Outline::parts_series() const {
  std::size_t outermost = 0, restarts = 0;
  bool numbered = false, first = false;
  for (const OutlinePiece& piece : pieces_) {
    if (piece.kind != Kind::item) continue;
    if (piece.depth == 0) {
      if (!piece.plain) return false;
      ++outermost;
      first = true;
    } else if (piece.depth == 1 && std::exchange(first, false)) {
      if (piece.number.empty()) return false;
      numbered = true;
      if (piece.number == std::vector<int>{1}) ++restarts;
    }
  }
  return numbered && outermost > 0 && restarts <= 1;
}

// Where the numbers of the outermost items do not go on another list has begun; but "Gospodarka:" and
// "Edukacja:" may each stand above items that begin anew.
void Outline::end_with_series() {
  int last = 0;
  bool led = false, first_led = false;
  for (std::size_t p = 0; p < pieces_.size() && first_ == 0; ++p) {
    const OutlinePiece& piece = pieces_[p];
    if (piece.kind == Kind::lead) led = !piece.other;
    if (piece.kind != Kind::item || piece.depth > 0 || piece.number.empty()) continue;
    const int number = piece.number.back();
    if (last == 0) first_led = led;
    if (last > 0 && number != last + 1 && !(number == 1 && led && first_led)) return pieces_.resize(p);
    last = number;
    led = false;
  }
}

// Whether numbers of a depth go on from one another: the next one, or from 1 anew.
bool Outline::numbers_go_on(std::size_t depth) const {
  int last = 0;
  for (const OutlinePiece& piece : pieces_) {
    if (piece.kind != Kind::item || piece.depth != depth || piece.number.empty()) continue;
    const int number = piece.number.back();
    if (number != 1 && number != last + 1) return false;
    last = number;
  }
  return true;
}

// Whether something stands below each of the outermost items that bear no marker; but the last may head what
// comes next, and is left out.
bool Outline::headings_are_served() {
  constexpr std::size_t kFewest = 2;
  std::size_t outermost = 0;
  for (std::size_t p = 0; p < pieces_.size(); ++p) {
    if (pieces_[p].kind != Kind::item || pieces_[p].depth != first_) continue;
    ++outermost;
    if (!pieces_[p].plain) continue;
    std::size_t next = p + 1;
    while (next < pieces_.size() && pieces_[next].kind != Kind::item &&
           pieces_[next].kind != Kind::inline_items)
      ++next;
    if (next < pieces_.size() &&
        (pieces_[next].kind == Kind::inline_items || pieces_[next].depth > pieces_[p].depth))
      continue;
    if (next < pieces_.size() || --outermost < kFewest) return false;
    pieces_.resize(p);
    break;
  }
  return outermost >= kFewest || (outermost == 1 && items(first_ + 1) >= kFewest);
}

std::size_t Outline::items(std::size_t depth) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      pieces_, [&](const OutlinePiece& piece) { return piece.kind == Kind::item && piece.depth == depth; }));
}

std::size_t Outline::deeper_than(std::size_t depth) const {
  for (const OutlinePiece& piece : pieces_)
    if (piece.kind == Kind::item && piece.depth >= depth) return piece.segment;
  return static_cast<std::size_t>(-1);
}

bool Outline::apart(std::size_t depth) const {
  return std::ranges::all_of(pieces_, [&](const OutlinePiece& piece) {
    return piece.kind != Kind::item || piece.depth != depth || piece.plain || piece.number.size() > 1;
  });
}

bool Outline::all_served(std::size_t depth) const {
  std::optional<std::size_t> last;  // the depth of the item before
  for (const OutlinePiece& piece : pieces_) {
    if (piece.kind != Kind::item) continue;
    if (last == depth && piece.depth <= depth) return false;
    last = piece.depth;
  }
  return last != depth;
}

}  // namespace szukajst::indexer::extract
