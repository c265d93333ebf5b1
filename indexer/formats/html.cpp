#include "indexer/formats/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/html_furniture.h"
#include "indexer/formats/html_node.h"
#include "indexer/formats/html_text.h"
#include "indexer/formats/text.h"
#include "language/normalise.h"

namespace szukajst::indexer::formats {
namespace {

namespace utf8 = core::utf8;

// Elements deeper than this are read as if they were not there; their text stays. It bounds every
// recursion over the tree. (libxml2 gives up at 256.)
constexpr int kTreeDepth = 240;
// Deeper than this is an attack, not a page: the parser's own time grows with the square of it.
constexpr int kParserDepth = 20'000;

// How deep the parser is; the context's _private points to it.
struct Depth {
  int now = 0;
  bool too_deep = false;
};

Depth& depth_of(void* context) {
  return *static_cast<Depth*>(static_cast<htmlParserCtxtPtr>(context)->_private);
}

void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
  Depth& depth = depth_of(context);
  if (++depth.now > kParserDepth) {
    depth.too_deep = true;
    xmlStopParser(static_cast<htmlParserCtxtPtr>(context));
  }
  if (depth.now <= kTreeDepth) xmlSAX2StartElement(context, name, attributes);
}

void end_element(void* context, const xmlChar* name) {
  Depth& depth = depth_of(context);
  if (depth.now-- <= kTreeDepth) xmlSAX2EndElement(context, name);
}

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

core::Result<Document> parse(const std::string& utf8, std::string_view name) {
  static std::once_flag initialised;
  std::call_once(initialised, xmlInitParser);
  const auto malformed = [&](std::string_view why) {
    return core::Error{core::ErrorCode::malformed, std::string(name) + ": " + std::string(why)};
  };

  Depth depth;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               &htmlFreeParserCtxt);
  if (!context) return malformed("no memory for a parser");
  context->_private = &depth;
  context->sax->startElement = start_element;
  context->sax->endElement = end_element;
  constexpr int kOptions =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;
  Document document(htmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr,
                                       "UTF-8", kOptions),
                    &xmlFreeDoc);
  if (depth.too_deep) return malformed("elements nested more than " + std::to_string(kParserDepth) + " deep");
  if (context->disableSAX != 0) return malformed("HTML that the parser gave up on");
  if (!document || xmlDocGetRootElement(document.get()) == nullptr) return malformed("no HTML element in it");
  return document;
}

// Polish letters by names that HTML 5 has and libxml2, which knows those of HTML 4, has not.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kNamedLetters{{{"&aogon;", "ą"},
                                                                                       {"&Aogon;", "Ą"},
                                                                                       {"&cacute;", "ć"},
                                                                                       {"&Cacute;", "Ć"},
                                                                                       {"&eogon;", "ę"},
                                                                                       {"&Eogon;", "Ę"},
                                                                                       {"&lstrok;", "ł"},
                                                                                       {"&Lstrok;", "Ł"},
                                                                                       {"&nacute;", "ń"},
                                                                                       {"&Nacute;", "Ń"},
                                                                                       {"&sacute;", "ś"},
                                                                                       {"&Sacute;", "Ś"},
                                                                                       {"&zacute;", "ź"},
                                                                                       {"&Zacute;", "Ź"},
                                                                                       {"&zdot;", "ż"},
                                                                                       {"&Zdot;", "Ż"}}};

std::string with_named_letters(std::string text) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    const std::string_view rest = std::string_view(text).substr(at);
    const auto* letter =
        std::ranges::find_if(kNamedLetters, [&](const auto& l) { return rest.starts_with(l.first); });
    if (letter == kNamedLetters.end()) continue;
    out.append(text, from, at - from).append(letter->second);
    from = at + letter->first.size();
  }
  if (from == 0) return text;
  return out.append(text, from);
}

// The charset that a <meta> or an XML declaration names, in the first bytes of a page.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kWhereItStands = 4096;
  const std::string head = utf8::lower(bytes.substr(0, kWhereItStands));
  for (const std::string_view key : {"charset", "encoding"}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of(" \t\n\r=\"'", at + key.size());
    if (at == std::string::npos) continue;
    return head.substr(at, head.find_first_of(" \t\n\r\"';/>?", at) - at);
  }
  return {};
}

// Calls visit for every element, in the order of the page; visit says whether to go into it.
// NOLINTNEXTLINE(misc-no-recursion): kTreeDepth bounds it
template <typename Visit>
void each_element(const xmlNode* node, const Visit& visit) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next)
    if (is_element(child) && visit(child)) each_element(child, visit);
}

// The first characters of everything in the element, on one line.
std::string plain(const xmlNode* element) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> content(xmlNodeGetContent(element), xmlFree);
  if (!content) return {};
  return utf8::collapse(unify_white_space(reinterpret_cast<const char*>(content.get())));
}

// The page's one heading, where it has exactly one that is the document's.
std::string only_heading(const xmlNode* root, const HtmlFurniture& furniture) {
  std::vector<std::string> headings;
  each_element(root, [&](const xmlNode* element) {
    if (furniture.drops(element) || never_text(element)) return false;
    if (tag(element) == "h1") {
      if (furniture.names_site(element)) return false;
      if (std::string text = plain(element); !text.empty()) headings.push_back(std::move(text));
      return false;
    }
    return true;
  });
  return headings.size() == 1 ? headings.front() : std::string();
}

struct Metadata {
  std::string title, og_title, language;
};

Metadata metadata(const xmlNode* root) {
  Metadata found;
  std::string language = attribute(root, "lang");
  if (language.empty()) language = attribute(root, "xml:lang");
  const bool code =
      language.size() >= 2 && (language.size() == 2 || language[2] == '-' || language[2] == '_');
  if (code) found.language = utf8::lower(language.substr(0, 2));
  each_element(root, [&](const xmlNode* element) {
    const std::string_view name = tag(element);
    if (name == "title" && found.title.empty()) found.title = plain(element);
    if (name == "meta" && found.og_title.empty() && attribute(element, "property") == "og:title")
      found.og_title = utf8::collapse(attribute(element, "content"));
    return name != "svg";
  });
  return found;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  constexpr std::size_t kWhereItBegins = 2048;
  // Most are settled by their first byte, which means the same in whatever charset.
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin != std::string_view::npos && bytes[begin] > ' ' && bytes[begin] < 0x7F && bytes[begin] != '<')
    return false;
  const std::string head = utf8::lower(to_utf8(bytes.substr(0, kWhereItBegins)));
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || head[first] != '<') return false;
  const std::string_view start = std::string_view(head).substr(first);
  for (const std::string_view opening : {"<!doctype html", "<html", "<head", "<body"})
    if (start.starts_with(opening)) return true;
  // A comment or an XML declaration may stand first.
  const bool preamble = start.starts_with("<?xml") || start.starts_with("<!--");
  return preamble &&
         (start.find("<html") != std::string::npos || start.find("<!doctype html") != std::string::npos);
}

core::Result<HtmlPage> decode_html(std::string_view bytes, std::string_view name, const HtmlNames& names) {
  const std::string utf8 =
      with_named_letters(language::normalise(unify_white_space(to_utf8(bytes, declared_charset(bytes)))));
  auto document = parse(utf8, name);
  if (!document) return document.error();
  const xmlNode* root = xmlDocGetRootElement(document->get());
  const HtmlFurniture furniture(root, names);
  const Metadata head = metadata(root);

  HtmlPage page;
  page.language = head.language;
  page.title = only_heading(root, furniture);
  if (page.title.empty()) page.title = head.og_title.empty() ? head.title : head.og_title;
  page.title = language::normalise(page.title);
  page.text = language::normalise(lay_out(root, furniture));
  if (utf8::trim(page.text).empty())
    return core::Error{core::ErrorCode::malformed, std::string(name) + ": a web page without any text"};
  return page;
}

}  // namespace szukajst::indexer::formats
