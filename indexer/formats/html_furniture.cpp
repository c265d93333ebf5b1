#include "indexer/formats/html_furniture.h"

#include <libxml/tree.h>

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/table.h"
#include "indexer/formats/html_node.h"

namespace szukajst::indexer::formats {
namespace {

constexpr std::string_view kNeverText =
    "script style noscript template svg head iframe object embed applet audio video canvas map math "
    "button select textarea input option datalist progress meter dialog frameset";

// Roles of ARIA.
constexpr std::string_view kFurnitureRoles =
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar alert";

// "main-menu top_Nav" and "mainMenu" alike as words in lower case.
std::vector<std::string> words_of(std::string_view names) {
  std::vector<std::string> words(1);
  char before = ' ';
  for (const char c : names) {
    const auto byte = static_cast<unsigned char>(c);
    const bool hump = std::isupper(byte) != 0 && std::islower(static_cast<unsigned char>(before)) != 0;
    if (hump || std::isalpha(byte) == 0) words.emplace_back();
    if (std::isalpha(byte) != 0) words.back() += static_cast<char>(std::tolower(byte));
    before = c;
  }
  return words;
}

bool named_as_furniture(const xmlNode* element, bool in_content, const HtmlNames& names) {
  for (const std::string& word : words_of(attribute(element, "class") + ' ' + attribute(element, "id"))) {
    if (names.furniture.contains(word) || (!in_content && names.outside.contains(word))) return true;
  }
  return false;
}

bool masthead(const xmlNode* element, const HtmlNames& names) {
  if (tag(element) == "header" || attribute(element, "role") == "banner") return true;
  bool named = false;
  for (const std::string& word : words_of(attribute(element, "class") + ' ' + attribute(element, "id"))) {
    if (names.content.contains(word)) return false;
    named = named || names.masthead.contains(word);
  }
  return named && !among(tag(element), "body html");
}

bool hidden(const xmlNode* element) {
  if (has_attribute(element, "hidden")) return true;
  std::string style;
  for (const char c : core::utf8::lower(attribute(element, "style")))
    if (c != ' ') style += c;
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool furniture_by_element(const xmlNode* element, bool in_content) {
  const std::string_view name = tag(element);
  if (name == "nav" || name == "aside" || name == "menu") return true;
  return (name == "header" || name == "footer") && !in_content;
}

bool opens_content(const xmlNode* element) {
  return among(tag(element), "main article") || attribute(element, "role") == "main";
}

// NOLINTNEXTLINE(misc-no-recursion): the parser bounds the depth
bool any_opens_content(const xmlNode* node) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next)
    if (is_element(child) && (opens_content(child) || any_opens_content(child))) return true;
  return false;
}

bool in_masthead(const xmlNode* node, const HtmlNames& names) {
  for (const xmlNode* above = node->parent; above != nullptr && is_element(above); above = above->parent) {
    if (opens_content(above)) return false;
    if (masthead(above, names)) return true;
  }
  return false;
}

// NOLINTNEXTLINE(misc-no-recursion): the parser bounds the depth
bool any_heading_in_body(const xmlNode* node, const HtmlNames& names) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (!is_element(child) || never_text(child) || masthead(child, names)) continue;
    if (among(tag(child), "h1 h2") || any_heading_in_body(child, names)) return true;
  }
  return false;
}

}  // namespace

core::Result<HtmlNames> HtmlNames::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "html_names.tsv";
  const auto rows = extract::read_table(file, 2);
  if (!rows) return rows.error();
  HtmlNames names;
  for (const extract::Row& row : *rows) {
    const std::string& kind = row.cell(0);
    Words* words = kind == "furniture"  ? &names.furniture
                   : kind == "outside"  ? &names.outside
                   : kind == "masthead" ? &names.masthead
                   : kind == "content"  ? &names.content
                                        : nullptr;
    if (words == nullptr) return extract::bad_row(file, row, "'" + kind + "' tells nothing of an element");
    words->insert(row.cell(1));
  }
  return names;
}

bool HtmlFurniture::names_site(const xmlNode* heading) const {
  return headings_in_body_ && in_masthead(heading, names_);
}

bool never_text(const xmlNode* element) {
  return among(tag(element), kNeverText);
}

HtmlFurniture::HtmlFurniture(const xmlNode* root, const HtmlNames& names) : names_(names) {
  // Where nothing says what the content is, the heading tells where it stands.
  headings_tell_ = !any_opens_content(root);
  headings_in_body_ = any_heading_in_body(root, names_);
  all_ = measure(root);
  judge(root, false);
  // Better a page with its menus than a page without its text.
  constexpr std::size_t kNearlyNothing = 120;
  const std::size_t kept = all_ - lost();
  if (kept < kNearlyNothing && all_ >= 4 * kept) dropped_.clear();
}

// NOLINTNEXTLINE(misc-no-recursion): the parser bounds the depth
std::size_t HtmlFurniture::measure(const xmlNode* node) {
  if (is_text(node)) return core::utf8::trim(characters(node)).size();
  if (!is_element(node) || never_text(node)) return 0;
  std::size_t letters = 0;
  bool content = opens_content(node) || (headings_tell_ && tag(node) == "h1" && !names_site(node));
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    letters += measure(child);
    content = content || holds_content_.contains(child);
  }
  letters_[node] = letters;
  if (content) holds_content_.insert(node);
  return letters;
}

// NOLINTNEXTLINE(misc-no-recursion): the parser bounds the depth
void HtmlFurniture::judge(const xmlNode* node, bool in_content) {
  const bool content = in_content || opens_content(node);
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (!is_element(child) || never_text(child)) continue;
    const std::size_t letters = letters_[child];
    // What holds the document's heading or most of the page's text is no furniture, whatever its name.
    const bool large = letters * 2 > all_;
    const bool protects = holds_content_.contains(child) || large;
    const bool furniture = furniture_by_element(child, content) || (!content && masthead(child, names_)) ||
                           named_as_furniture(child, content, names_) ||
                           among(attribute(child, "role"), kFurnitureRoles);
    if (hidden(child) || (furniture && !protects && !among(tag(child), "body html main article"))) {
      dropped_.insert(child);
    } else {
      judge(child, content);
    }
  }
}

std::size_t HtmlFurniture::lost() const {
  std::size_t letters = 0;
  for (const xmlNode* element : dropped_) letters += letters_.at(element);
  return letters;
}

}  // namespace szukajst::indexer::formats
