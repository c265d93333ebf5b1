// Every page of the server, and the files that pages refer to.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"
#include "search/searcher.h"
#include "server/http.h"
#include "server/parameters.h"
#include "server/render/facets.h"
#include "server/render/strings.h"
#include "server/render/template.h"

namespace szukajst::server {

struct StaticFile {
  std::string content_type, body;
  std::string version;  // changes with the body
};

// Immutable and thread-safe once loaded. Pages are HTML in UTF-8; every text in them is escaped.
class Pages {
 public:
  // `folder`: core::data_folder() / "pages". Errors: not_found, malformed (names the file).
  static core::Result<Pages> load(const std::filesystem::path& folder);

  // `all`: the answer to the empty query, for what there is to browse.
  std::string start(const Parameters& parameters, const search::Answer& all,
                    const search::IndexStatistics& statistics) const;
  std::string results(const Parameters& parameters, const search::Answer& answer,
                      const PlaceLabel& place_label) const;
  std::string document(const Parameters& parameters, const search::StoredDocument& document,
                       std::string_view origin) const;
  // `message`: a sentence in the page's language.
  std::string error(const Parameters& parameters, int status, std::string_view message) const;

  // The OpenSearch 1.1 description, XML: how browsers and other programs ask this server.
  std::string open_search(Language language, std::string_view origin) const;

  const Strings& strings() const { return *strings_; }
  const StaticFile* file(std::string_view name) const;

 private:
  Pages() = default;
  View frame(const Parameters& parameters, std::string_view title, const std::string& path) const;
  std::string render(Language language, std::string_view page, const View& view) const;

  std::unique_ptr<const Strings> strings_;
  std::map<std::string, StaticFile, std::less<>> files_;
  std::map<Language, Templates> templates_;
};

}  // namespace szukajst::server
