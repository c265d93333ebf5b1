// Writes lines as a browser would break them: white space collapsed, breaks only between texts.
#pragma once

#include <string>
#include <string_view>

namespace szukajst::indexer::formats {

class LineWriter {
 public:
  // White space in it is collapsed, across calls too.
  void text(std::string_view characters);
  // As it stands, its line ends kept (<pre>, or lines laid out before).
  void lines(std::string_view preformatted);
  // What follows begins a line; or begins a line after an empty one. Nothing at the very beginning.
  void break_line() { ask(1); }
  void break_paragraph() { ask(2); }
  // A line break that stands for itself (<br>): two of them leave an empty line.
  void hard_break();

  // Stands before the next text, at the beginning of its line: "• ", "1. ".
  void set_marker(std::string marker) { marker_ = std::move(marker); }
  void set_indent(std::size_t spaces) { indent_ = spaces; }
  std::size_t indent() const { return indent_; }

  // The lines so far, ended by '\n' where there are any.
  std::string take();

 private:
  void ask(int breaks);
  void begin_text();

  std::string out_;
  std::string marker_;
  std::size_t indent_ = 0;
  int breaks_ = 0;      // asked for and not yet written
  bool space_ = false;  // white space was read and not yet written
};

}  // namespace szukajst::indexer::formats
