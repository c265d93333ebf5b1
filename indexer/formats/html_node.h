// Short words for what the HTML readers ask of libxml2's nodes.
#pragma once

#include <string>
#include <string_view>

// As libxml2 declares it; its own headers are included by .cpp files alone.
struct _xmlNode;  // NOLINT(bugprone-reserved-identifier): the vendor's name
using xmlNode = _xmlNode;

namespace szukajst::indexer::formats {

bool is_element(const xmlNode* node);
bool is_text(const xmlNode* node);

// The element's name in lower case, as the parser gives it; empty for a text.
std::string_view tag(const xmlNode* node);

// A text node's characters.
std::string_view characters(const xmlNode* node);

bool has_attribute(const xmlNode* node, const char* name);
// Empty where it is not there.
std::string attribute(const xmlNode* node, const char* name);

// Whether `word` is one of the space-separated `words`.
bool among(std::string_view word, std::string_view words);

}  // namespace szukajst::indexer::formats
