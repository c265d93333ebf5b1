#include "indexer/formats/html_text.h"

#include <libxml/tree.h>

#include <cstdlib>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "indexer/formats/html_node.h"
#include "indexer/formats/html_table.h"
#include "indexer/formats/line_writer.h"
#include "indexer/formats/text.h"

namespace szukajst::indexer::formats {
namespace {

namespace utf8 = core::utf8;

constexpr std::string_view kParagraphs =
    "p h1 h2 h3 h4 h5 h6 blockquote pre figure hr dl table ul ol dir fieldset details";
constexpr std::string_view kBlocks =
    "div section article main header footer nav aside address form figcaption legend summary center li dt dd "
    "body html tr td th caption hgroup";

// Tables in tables in tables are read as layout from here on: each level is one more copy of its text.
constexpr int kTableDepth = 3;

std::string roman(int number) {
  constexpr struct {
    int value;
    const char* letters;
  } kDigits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                 {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string text;
  for (const auto& digit : kDigits)
    for (; number >= digit.value; number -= digit.value) text += digit.letters;
  return text;
}

// The number of an item as <ol type=…> shows it.
std::string item_number(int number, std::string_view type) {
  constexpr int kMostLetters = 26, kMostRoman = 3999;
  const bool letters = (type == "a" || type == "A") && number >= 1 && number <= kMostLetters;
  if (letters) return std::string(1, static_cast<char>(type[0] + number - 1)) + ". ";
  if (type == "i" && number >= 1 && number <= kMostRoman) return roman(number) + ". ";
  if (type == "I" && number >= 1 && number <= kMostRoman) {
    std::string upper = roman(number);
    for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
    return upper + ". ";
  }
  return std::to_string(number) + ". ";
}

class Layout {
 public:
  Layout(const HtmlFurniture& furniture, int tables) : furniture_(furniture), tables_(tables) {}

  void children(const xmlNode* node);
  std::string take() { return out_.take(); }

 private:
  void element(const xmlNode* node);
  void inside(const xmlNode* node);
  void list(const xmlNode* node);
  void item(const xmlNode* node, std::string marker);
  void definitions(const xmlNode* node);
  void table(const xmlNode* node);
  void paragraph() { lists_ > 0 ? out_.break_line() : out_.break_paragraph(); }
  std::string apart(const xmlNode* node) const;

  const HtmlFurniture& furniture_;
  LineWriter out_;
  int tables_ = 0;
  int lists_ = 0;
  bool preformatted_ = false;
};

// NOLINTBEGIN(misc-no-recursion): the parser bounds the depth of the tree

void Layout::children(const xmlNode* node) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_text(child)) {
      const std::string text = unify_white_space(characters(child));
      preformatted_ ? out_.lines(text) : out_.text(text);
    } else if (is_element(child)) {
      element(child);
    }
  }
}

void Layout::element(const xmlNode* node) {
  if (never_text(node) || furniture_.drops(node)) return;
  const std::string_view name = tag(node);
  if (name == "br") {
    out_.hard_break();
  } else if (among(name, kParagraphs)) {
    paragraph();
    inside(node);
    paragraph();
  } else if (among(name, kBlocks)) {
    out_.break_line();
    inside(node);
    out_.break_line();
  } else if (name == "q") {
    out_.text("„");
    children(node);
    out_.text("”");
  } else {
    children(node);
  }
}

void Layout::inside(const xmlNode* node) {
  const std::string_view name = tag(node);
  if (name == "ul" || name == "ol" || name == "dir") {
    list(node);
  } else if (name == "li") {
    item(node, "• ");
  } else if (name == "dl") {
    definitions(node);
  } else if (name == "table") {
    table(node);
  } else if (name == "pre") {
    preformatted_ = true;
    children(node);
    preformatted_ = false;
  } else {
    children(node);
  }
}

void Layout::list(const xmlNode* node) {
  const bool ordered = tag(node) == "ol";
  const std::string type = attribute(node, "type");
  const std::string start = attribute(node, "start");
  int number = start.empty() ? 1 : std::atoi(start.c_str());
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (!is_element(child)) continue;
    if (tag(child) != "li") {
      element(child);
      continue;
    }
    if (furniture_.drops(child)) continue;
    if (const std::string value = attribute(child, "value"); !value.empty())
      number = std::atoi(value.c_str());
    out_.break_line();
    item(child, ordered ? item_number(number, type) : "• ");
    out_.break_line();
    ++number;
  }
}

void Layout::item(const xmlNode* node, std::string marker) {
  constexpr std::size_t kStep = 3;
  const std::size_t before = out_.indent();
  out_.set_indent(static_cast<std::size_t>(lists_) * kStep);
  out_.set_marker(std::move(marker));
  ++lists_;
  children(node);
  --lists_;
  out_.set_marker({});
  out_.set_indent(before);
}

void Layout::definitions(const xmlNode* node) {
  std::string label;
  const auto flush = [&] {
    if (label.empty()) return;
    out_.break_line();
    out_.lines(label);
    label.clear();
  };
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (!is_element(child) || furniture_.drops(child)) continue;
    const std::string_view name = tag(child);
    if (name == "dt") {
      flush();
      label = utf8::trim(apart(child));
    } else if (name == "dd") {
      const std::string value(utf8::trim(apart(child)));
      const bool pair = !label.empty() && (label + value).find('\n') == std::string::npos;
      if (pair && !value.empty()) {
        label += (label.ends_with(':') ? "  " : ":  ") + value;
        flush();
      } else {
        flush();
        out_.break_line();
        out_.lines(value);
      }
    } else {
      flush();
      out_.break_line();
      name == "div" ? definitions(child) : element(child);
    }
  }
  flush();
}

void Layout::table(const xmlNode* node) {
  const bool as_layout = tables_ >= kTableDepth;
  write_table(
      node, out_, as_layout, [this](const xmlNode* cell) { return apart(cell); },
      [this](const xmlNode* part) { children(part); });
}

std::string Layout::apart(const xmlNode* node) const {
  Layout inner(furniture_, tables_ + 1);
  inner.children(node);
  return inner.take();
}

// NOLINTEND(misc-no-recursion)

}  // namespace

std::string lay_out(const xmlNode* root, const HtmlFurniture& furniture) {
  Layout layout(furniture, 0);
  layout.children(root);
  return layout.take();
}

}  // namespace szukajst::indexer::formats
