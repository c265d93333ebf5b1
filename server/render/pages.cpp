#include "server/render/pages.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "core/record.h"
#include "server/render/document.h"
#include "server/render/results.h"

namespace szukajst::server {
namespace {

struct MediaType {
  std::string_view extension, type;
};
constexpr std::array<MediaType, 3> kMediaTypes{{{".css", "text/css; charset=utf-8"},
                                                {".js", "text/javascript; charset=utf-8"},
                                                {".svg", "image/svg+xml"}}};

constexpr std::size_t kExamples = 5;  // of queries, in strings.tsv

std::map<std::string, StaticFile, std::less<>> read_files(const std::filesystem::path& folder) {
  std::map<std::string, StaticFile, std::less<>> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto media = std::find_if(kMediaTypes.begin(), kMediaTypes.end(), [&](const MediaType& type) {
      return entry.path().extension() == type.extension;
    });
    if (media == kMediaTypes.end()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    StaticFile file{std::string(media->type), std::string(std::istreambuf_iterator<char>(stream), {}), ""};
    file.version = core::source_id(file.body).substr(0, 8);
    files.emplace(entry.path().filename().string(), std::move(file));
  }
  return files;
}

// The address of a language's version of the page. `path` has no parameters but those of a search.
std::string in_language(const std::string& path, const Parameters& parameters, Language language) {
  if (path == "/search" || path == "/goals") return search_url(parameters.request, language);
  return language == Language::polish ? path : path + "?lang=" + std::string(name(language));
}

}  // namespace

core::Result<Pages> Pages::load(const std::filesystem::path& folder) {
  auto strings = Strings::load(folder / "strings.tsv");
  if (!strings) return strings.error();
  Pages pages;
  pages.strings_ = std::make_unique<const Strings>(*std::move(strings));
  pages.files_ = read_files(folder / "static");
  for (const Language language : kLanguages) {
    const auto constants = [&](std::string_view name) -> std::optional<std::string> {
      const std::size_t dot = name.find('.');
      const std::string_view group = name.substr(0, dot), key = name.substr(std::min(name.size(), dot + 1));
      if (group == "t" && pages.strings_->has(key)) return std::string(pages.strings_->get(language, key));
      const StaticFile* file = group == "static" ? pages.file(key) : nullptr;
      if (file != nullptr) return "/static/" + std::string(key) + "?v=" + file->version;
      return std::nullopt;
    };
    auto templates = Templates::load(folder / "templates", constants);
    if (!templates) return templates.error();
    pages.templates_.emplace(language, *std::move(templates));
  }
  return pages;
}

const StaticFile* Pages::file(std::string_view name) const {
  const auto found = files_.find(name);
  return found == files_.end() ? nullptr : &found->second;
}

std::string Pages::render(Language language, std::string_view page, const View& view) const {
  return templates_.at(language).render(page, view);
}

View Pages::frame(const Parameters& parameters, std::string_view title, const std::string& path) const {
  const Language language = parameters.language;
  const Language other = language == Language::polish ? Language::english : Language::polish;
  const bool searching = path == "/search" || path == "/goals";
  View view;
  view.set("lang", name(language))
      .set("page_title", title)
      .set("home_url", in_language("/", parameters, language))
      .set("self_url", in_language(path, parameters, language))
      .set("other_url", in_language(path, parameters, other))
      .set("other_lang", name(other))
      .set("search_action", parameters.request.goals ? "/goals" : "/search")
      .set("suggest_url", in_language("/suggest", parameters, language))
      .set("opensearch_url", in_language("/opensearch.xml", parameters, language))
      .set("query", parameters.request.query)
      .set("kept_by_query",
           searching ? kept_by_query(parameters.request, language) : kept_by_query({}, language));
  return view;
}

std::string Pages::start(const Parameters& parameters, const search::Answer& all,
                         const search::IndexStatistics& statistics) const {
  const Language language = parameters.language;
  View::List examples;
  for (std::size_t i = 1; i <= kExamples; ++i) {
    const std::string key = "example." + std::to_string(i);
    search::Request request;
    request.query = strings_->get(language, key + ".query");
    examples.push_back(View()
                           .set("example", request.query)
                           .set("note", strings_->get(language, key + ".note"))
                           .set("url", search_url(request, language)));
  }
  View page = frame(parameters, strings_->get(language, "start.title"), "/");
  page.set("is_start", true)
      .set("document_count", strings_->counted(language, "documents", statistics.documents))
      .set("goal_count", strings_->counted(language, "goals", statistics.goals))
      .set("all_url", search_url({}, language))
      .set("examples", std::move(examples))
      .set("facets", facets_view(*strings_, language, {}, all.facets));
  return render(language, "start", page);
}

std::string Pages::results(const Parameters& parameters, const search::Answer& answer,
                           const PlaceLabel& place_label) const {
  const std::string title = results_heading(*strings_, parameters, answer) +
                            std::string(strings_->get(parameters.language, "title_end"));
  View page = frame(parameters, title, parameters.request.goals ? "/goals" : "/search");
  page.set("json_url", search_url(parameters.request, parameters.language, Format::json));
  add_results(page, *strings_, parameters, answer, place_label);
  return render(parameters.language, "results", page);
}

std::string Pages::document(const Parameters& parameters, const search::StoredDocument& document,
                            std::string_view origin) const {
  const std::string title = shortened(title_or_source(document.record.title, document.record.source), 100) +
                            std::string(strings_->get(parameters.language, "title_end"));
  const std::string path = document_url(document.record.id, Language::polish);
  Parameters named = parameters;
  named.request = {};
  View page = frame(named, title, path);
  page.set("json_url", path + "?format=json");
  add_document(page, *strings_, parameters.language, document, origin);
  return render(parameters.language, "document", page);
}

std::string Pages::open_search(Language language, std::string_view origin) const {
  Parameters parameters;
  parameters.language = language;
  const bool usual = language == Language::polish;
  View view;
  view.set("lang", name(language))
      .set("origin", origin)
      .set("with_language", usual ? "" : "&lang=" + std::string(name(language)))
      .set("self_url", std::string(origin) + in_language("/opensearch.xml", parameters, language))
      .set("example", strings_->get(language, "example.1.query"));
  return render(language, "opensearch", view);
}

std::string Pages::error(const Parameters& parameters, int status, std::string_view message) const {
  const Language language = parameters.language;
  const std::string_view heading = strings_->get(language, "error." + std::to_string(status));
  Parameters plain;
  plain.language = language;
  plain.request.query = parameters.problem ? "" : parameters.request.query;
  View page = frame(plain, std::string(heading) + std::string(strings_->get(language, "title_end")), "/");
  page.set("heading", heading).set("message", message);
  return render(language, "error", page);
}

}  // namespace szukajst::server
