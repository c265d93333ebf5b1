// What the lines below a heading of goals look like, and whether they make an outline. Internal to the goal
// extractor.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace szukajst::indexer::extract {

// A segment below the heading.
struct OutlinePiece {
  enum class Kind {
    item,
    lead,          // "Zadania:", over items
    inline_items,  // "Zadania: most; droga"
    prose
  };
  Kind kind = Kind::prose;
  std::size_t segment = 0;
  std::string_view text;         // of an item, or of inline items
  std::string look = {};         // of an item: how it is marked, or that it is not
  std::vector<int> number = {};  // of an item
  bool plain = false;            // no marker
  bool area = false;             // it begins as the name of an area does
  bool other = false;            // a lead to something that gives no goals
  bool question = false;         // an item that asks; the sentence below it answers with a goal
  std::size_t depth = 0;         // of an item, from 0, once the outline is made
};

// Items of one look are of one depth: the first look is the outermost, one that first comes within it is
// deeper. It holds where no look changes its depth, numbers go on, and every unmarked heading has something
// below it; two of the outermost items at least, or a single one above two others. What stands below a lead
// to something else is left out.
class Outline {
 public:
  // `named`: how many levels the heading names.
  Outline(std::vector<OutlinePiece> pieces, std::size_t named);

  bool holds() const { return holds_; }
  const std::vector<OutlinePiece>& pieces() const { return pieces_; }
  std::size_t first() const { return first_; }    // the depth of the outermost goals: areas may stand above
  std::size_t depths() const { return depths_; }  // how many there are
  std::size_t items(std::size_t depth) const;     // how many are of the depth
  // The segment of the first item that is as deep as this; a very large number where none is.
  std::size_t deeper_than(std::size_t depth) const;
  // Whether items of the depth are told by their own numbers ("1.1") or by standing under a heading, and not
  // by a bullet or a letter.
  bool apart(std::size_t depth) const;
  // Whether something deeper stands below each item of the depth.
  bool all_served(std::size_t depth) const;

 private:
  bool nest();
  void leave_out_others();
  void answer_questions();
  void end_with_series();
  bool names_areas(std::size_t named) const;
  bool parts_series() const;
  bool numbers_go_on(std::size_t depth) const;
  bool headings_are_served();

  std::vector<OutlinePiece> pieces_;
  std::size_t depths_ = 0, first_ = 0;
  bool holds_ = false;
};

}  // namespace szukajst::indexer::extract
