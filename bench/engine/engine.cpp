#include "bench/engine/engine.h"

#include <charconv>
#include <utility>

#include "core/index_format.h"

namespace szukajst::bench {
namespace {

constexpr std::chrono::minutes kTime{5};  // no query is cut off
constexpr std::size_t kFacetValues = 10;  // told of each facet of names, as of peers; all are counted

std::size_t values(const std::vector<search::FacetValue>& facet) {
  std::size_t count = facet.size();
  for (const auto& value : facet) count += values(value.children);
  return count;
}
std::size_t values(const search::Facets& facets) {
  return values(facets.kind) + values(facets.place) + values(facets.year) + values(facets.official) +
         values(facets.partner) + values(facets.programme);
}

}  // namespace

search::Request request_of(const BenchQuery& query, core::MatchKind loosest) {
  search::Request request;
  request.loosest = loosest;
  request.time = kTime;
  request.facet_values = kFacetValues;
  for (const std::string& word : query.words) {
    if (!request.query.empty())
      request.query += query.form == Form::all ? " AND " : query.form == Form::any ? " OR " : " ";
    request.query += word;
  }
  if (query.form == Form::phrase) request.query = '"' + request.query + '"';
  search::Filters& filters = request.filters;
  for (const auto& [facet, value] : query.filters) {
    switch (facet) {
      case core::Facet::kind:
        filters.kinds.push_back(core::document_kind(value).value_or(core::DocumentKind::other));
        break;
      case core::Facet::place:
        if (const auto place = core::Teryt::parse(value)) filters.places.push_back(*place);
        break;
      case core::Facet::year: {
        int year = 0;
        std::from_chars(value.data(), value.data() + value.size(), year);
        filters.from = filters.to = year;
        break;
      }
      case core::Facet::official:
        filters.officials.push_back(value);
        break;
      case core::Facet::partner:
        filters.partners.push_back(value);
        break;
      case core::Facet::programme:
        filters.programmes.push_back(value);
        break;
    }
  }
  return request;
}

core::Result<Engine> Engine::open(const std::filesystem::path& index, const language::Lexicon& lexicon,
                                  const gazetteer::Gazetteer& gazetteer) {
  auto searcher = search::Searcher::open({index}, lexicon, gazetteer);
  if (!searcher) return searcher.error();
  return Engine(index, *std::move(searcher));
}

core::Result<Engine::Count> Engine::top_ten(search::Request request) const {
  request.details = false;
  return whole_answer(request);
}

core::Result<Engine::Count> Engine::whole_answer(const search::Request& request) const {
  const auto answer = searcher_.search(request);
  if (!answer) return answer.error();
  return Count{answer->total, values(answer->facets) + answer->hits.size()};
}

core::Result<double> Engine::column_bytes() const {
  const auto manifest = core::read_manifest(index_);
  if (!manifest) return manifest.error();
  std::size_t bytes = 0, documents = 0;
  for (const core::SegmentInfo& info : manifest->segments) {
    const auto path = core::columns_path(core::segment_path(index_, info.name));
    const auto columns = core::SegmentColumns::open(path, info.documents, info.goals);
    if (!columns) return columns.error();
    for (const core::FacetColumn& facet : columns->facets) bytes += facet.size_bytes();
    documents += info.documents;
  }
  return static_cast<double>(bytes) / static_cast<double>(documents);
}

}  // namespace szukajst::bench
