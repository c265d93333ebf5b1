#include "server/render/suggestions.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/teryt.h"
#include "server/parameters.h"

namespace szukajst::server {
namespace {

using Json = nlohmann::json;
using search::Completion;

std::string note(const Completion& completion, const Strings& strings, Language language) {
  static constexpr std::array<std::string_view, 6> kKeys{
      "", "suggest.place", "suggest.official", "suggest.partner", "suggest.programme", "suggest.title"};
  if (completion.type == Completion::Type::word) return "";
  std::string note(strings.get(language, kKeys[static_cast<std::size_t>(completion.type)]));
  if (!completion.within.empty()) note.append(": ").append(completion.within);
  return note;
}

std::string address(const Completion& completion, Language language) {
  search::Request request;
  switch (completion.type) {
    case Completion::Type::place:
      if (const auto code = core::Teryt::parse(completion.value)) request.filters.places.push_back(*code);
      break;
    case Completion::Type::official:
      request.filters.officials.push_back(completion.value);
      break;
    case Completion::Type::partner:
      request.filters.partners.push_back(completion.value);
      break;
    case Completion::Type::programme:
      request.filters.programmes.push_back(completion.value);
      break;
    case Completion::Type::title:
      if (!completion.value.empty()) return document_url(completion.value, language);
      [[fallthrough]];
    case Completion::Type::word:
      request.query = completion.text;
      break;
  }
  return search_url(request, language);
}

}  // namespace

std::string render_suggestions(std::string_view query, const std::vector<Completion>& completions,
                               const Strings& strings, Language language, std::string_view origin) {
  Json texts = Json::array(), notes = Json::array(), urls = Json::array();
  for (const Completion& completion : completions) {
    texts.push_back(completion.text);
    notes.push_back(note(completion, strings, language));
    urls.push_back(std::string(origin) + address(completion, language));
  }
  return Json::array({query, std::move(texts), std::move(notes), std::move(urls)})
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace szukajst::server
