#include "indexer/formats/html_furniture.h"

#include <libxml/tree.h>

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "indexer/formats/html_node.h"

namespace szukajst::indexer::formats {
namespace {

constexpr std::string_view kNeverText =
    "script style noscript template svg head iframe object embed applet audio video canvas map math "
    "button select textarea input option datalist progress meter dialog frameset";

// Roles of ARIA, and class names and identifiers (split into words) that Polish offices' sites and
// the content systems that they use give to what is not the document.
constexpr std::string_view kFurnitureRoles =
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar alert";
constexpr std::string_view kFurnitureWords =
    "menu submenu mainmenu topmenu sidemenu nav navbar navigation navi nawigacja breadcrumb breadcrumbs "
    "okruszki "
    "sciezka cookie cookies ciasteczka rodo footer stopka sidebar share sharing social socials udostepnij "
    "skip skiplink skiplinks popup modal newsletter search szukaj wyszukiwarka related powiazane podobne "
    "comments komentarze pagination paginacja pager counter licznik banner banery toolbar wcag accessibility "
    "dostepnosc fontsize login logowanie widget";
// Of those, what a document's own part may be called too: believed outside of <main> and <article> alone.
constexpr std::string_view kOnlyOutside =
    "search szukaj wyszukiwarka banner widget rodo accessibility dostepnosc comments komentarze footer "
    "stopka nav";

// Names of the part of a page with the site's own name; not where one of the others stands beside it
// ("entry-header").
constexpr std::string_view kMastheadWords = "header naglowek top topbar logo brand masthead banner";
constexpr std::string_view kPartsOfContent = "entry article post page content item news single section";

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

bool named_as_furniture(const xmlNode* element, bool in_content) {
  for (const std::string& word : words_of(attribute(element, "class") + ' ' + attribute(element, "id"))) {
    if (among(word, kFurnitureWords) && !(in_content && among(word, kOnlyOutside))) return true;
  }
  return false;
}

bool masthead(const xmlNode* element) {
  if (tag(element) == "header" || attribute(element, "role") == "banner") return true;
  bool named = false;
  for (const std::string& word : words_of(attribute(element, "class") + ' ' + attribute(element, "id"))) {
    if (among(word, kPartsOfContent)) return false;
    named = named || among(word, kMastheadWords);
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

bool in_masthead(const xmlNode* node) {
  for (const xmlNode* above = node->parent; above != nullptr && is_element(above); above = above->parent) {
    if (opens_content(above)) return false;
    if (masthead(above)) return true;
  }
  return false;
}

// NOLINTNEXTLINE(misc-no-recursion): the parser bounds the depth
bool any_heading_in_body(const xmlNode* node) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (!is_element(child) || never_text(child) || masthead(child)) continue;
    if (among(tag(child), "h1 h2") || any_heading_in_body(child)) return true;
  }
  return false;
}

}  // namespace

bool HtmlFurniture::names_site(const xmlNode* heading) const {
  return headings_in_body_ && in_masthead(heading);
}

bool never_text(const xmlNode* element) {
  return among(tag(element), kNeverText);
}

HtmlFurniture::HtmlFurniture(const xmlNode* root) {
  // Where nothing says what the content is, the heading tells where it stands.
  headings_tell_ = !any_opens_content(root);
  headings_in_body_ = any_heading_in_body(root);
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
    const bool furniture = furniture_by_element(child, content) || (!content && masthead(child)) ||
                           named_as_furniture(child, content) ||
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
