// Which elements of a web page belong to the site and not to the document: told by elements, roles
// and class names (data/html_names.tsv), never by words of a language (those are clean/'s).
#pragma once

#include <cstddef>
#include <unordered_map>
#include <unordered_set>

#include "indexer/formats/html_names.h"
#include "indexer/formats/html_node.h"

namespace szukajst::indexer::formats {

class HtmlFurniture {
 public:
  // Looks the whole page through once. The tree must outlive it and stay as it is; so must the names.
  HtmlFurniture(const xmlNode* root, const HtmlNames& names);

  // Whether a heading names the site and not the document: it stands in the page's head or logo, and
  // the page has headings elsewhere.
  bool names_site(const xmlNode* heading) const;
  // Whether the element is to be passed over, with all that is in it.
  bool drops(const xmlNode* element) const { return dropped_.contains(element); }

 private:
  std::size_t measure(const xmlNode* node);
  void judge(const xmlNode* node, bool in_content);
  std::size_t lost() const;

  const HtmlNames& names_;
  std::unordered_map<const xmlNode*, std::size_t> letters_;  // bytes of visible text in each element
  std::unordered_set<const xmlNode*> holds_content_;  // elements with the content, or a part of it, in them
  std::unordered_set<const xmlNode*> dropped_;
  std::size_t all_ = 0;
  bool headings_tell_ = false;     // nothing else says what the content is
  bool headings_in_body_ = false;  // there are headings outside of the page's head and logo
};

// Elements that never have text of the document: scripts, styles, controls, embedded things.
bool never_text(const xmlNode* element);

}  // namespace szukajst::indexer::formats
