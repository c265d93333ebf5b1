// How the goal extractor reads lines: their markers and numbers, the labels that they begin with, and
// which of them belong together. Internal to it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/goals_tables.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// "1.2", "II", "I.1", "C1", "P1.1", "a", "1a": as printed, and its parts as numbers (Roman ones and letters
// too), without the code letters before.
struct Number {
  std::string printed;
  std::vector<int> parts;
  std::size_t end = 0;  // where the text goes on behind it
  bool roman = false, letter = false, code = false;
  int letter_code = 0;    // of "A1" 1, of "B1" 2: a code that may be the number of what it serves
  bool lettered = false;  // its last part is a letter, but not its first ("1.A", "1a")
  bool closed = false;    // needs no stop behind it: "①", "1°", "#1"
};

// "odpowiadające im" of "cele oraz odpowiadające im działania": how many words; 0 where no such ones stand
// there.
std::size_t their(std::span<const FoldedWord> words, std::size_t at);

// A number that begins at byte `at`; nothing where a word, a year or a date begins there.
std::optional<Number> read_number(std::string_view text, std::size_t at);
// "1/2", "I/1", "A/1", "1/2/1": two or three parts with slashes between them, the first of which may be Roman
// or a capital letter.
std::optional<Number> read_slashed_number(std::string_view text, std::size_t at);

// What numbers of one series have in common: "1.2" and "3.4" are "#.#", "II.1" is "R.#", "B.1" is "A.#",
// "CS1.1" is "CS#.#".
std::string shape_of(const Number& number);

// What marks an item of a list. Items of one list have markers of one family.
struct Marker {
  enum class Family {
    none,
    bullet,
    circle,
    dash,
    plus,
    digits,
    bracket,
    decimal,
    roman,
    letter,
    code,
    section
  };
  Family family = Family::none;
  std::optional<Number> number;
  std::size_t body = 0;   // where the text behind the marker begins
  bool doubtful = false;  // a letter that optical recognition may have made of a bullet ("e ", "o "), or
                          // that may be somebody's initial ("A. …")
};

Marker read_marker(std::string_view line);

// A label at the beginning of a line, after its marker.
struct LabelMatch {
  std::vector<const Label*> labels;  // "Cele strategiczne i działania": two
  std::optional<Number> number;
  bool colon = false;     // ends with a colon (or a dash)
  bool bare = false;      // a word that is a label only with a number, without one
  std::string_view tail;  // between label and colon: "programu w ramach celu strategicznego 2"
  std::string_view rest;  // the wording on the same line
};

std::optional<LabelMatch> read_label(std::string_view line, const GoalRules::Tables& tables);

// A label in brackets at the end of a line: "Zdrowa gmina (cel strategiczny 1)".
struct LabelBehind {
  std::string_view before, inside;  // the wording; the label
  LabelMatch label;                 // of `inside`
};

std::optional<LabelBehind> label_behind(std::string_view text, const GoalRules::Tables& tables);
// A number of several parts in brackets at the end of a line: "wyposażenie pracowni (G.1.1)".
std::optional<Number> number_behind(std::string_view text);

// Where another label begins in a text that begins with one: "Cel strategiczny 1. Zdrowie. Cel operacyjny
// 1.1. …", "… – działania:". The text's size where none does. `from`: where to begin to look.
std::size_t next_label(std::string_view text, std::size_t from, const GoalRules::Tables& tables);

// The heads of a table's columns where they stand on one line ("Cel strategiczny  Cel operacyjny  Termin"),
// two or more; empty for any other line.
std::vector<std::string_view> table_heads(std::string_view line, const GoalRules::Tables& tables);

// Lines that belong together: a heading, an item of a list, a paragraph.
struct Segment {
  std::string text;  // on one line, hyphens joined, with its marker
  Marker marker;
  std::size_t indent = 0;
  int blank_before = 0;
  int page = 1;
  int row = 0, column = 0;  // from 1, of a table whose cells are set apart by bars; 0: no such cell
  std::vector<core::ByteRange> parts = {};  // of the source that the text was joined from

  std::string_view body() const { return std::string_view(text).substr(marker.body); }
};

struct Layout;

// What the lines of a layout of `source` make.
std::vector<Segment> segments(const SourceText& source, const Layout& layout,
                              const GoalRules::Tables& tables);

// A table's cell that says when ("2022–2025", "zadanie ciągłe").
bool is_term(std::string_view text, const GoalRules::Tables& tables);
// The same, and more behind it: "6 200 000 zł, w tym 4 mln zł z RFIL", "lata 2008–2009, 640 tys. zł".
bool begins_with_term(std::string_view text);

// Where the first sentence of the text ends, its full stop left out; the text's size if it is one.
std::size_t sentence_end(std::string_view text, const GoalRules::Tables& tables);

}  // namespace szukajst::indexer::extract
