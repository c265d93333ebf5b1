#include "indexer/formats/html_node.h"

#include <libxml/tree.h>

#include <memory>

namespace szukajst::indexer::formats {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

const xmlChar* xml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

}  // namespace

bool is_element(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE;
}

bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

std::string_view tag(const xmlNode* node) {
  return is_element(node) ? view(node->name) : std::string_view();
}

std::string_view characters(const xmlNode* node) {
  return view(node->content);
}

bool has_attribute(const xmlNode* node, const char* name) {
  return xmlHasProp(node, xml(name)) != nullptr;
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlGetProp(node, xml(name)), xmlFree);
  return std::string(view(value.get()));
}

bool among(std::string_view word, std::string_view words) {
  if (word.empty()) return false;
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

}  // namespace szukajst::indexer::formats
