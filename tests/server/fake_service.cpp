#include "tests/server/fake_service.h"

#include <stdexcept>
#include <utility>

#include "server/url.h"

namespace szukajst::server {
namespace {

using search::FacetValue;

core::Teryt teryt(const char* code) {
  return *core::Teryt::parse(code);
}

search::DocumentSummary summary(const core::Record& record) {
  return {record.id, record.source, record.title, record.kind, record.date, record.period};
}

// `label`: one that stays.
FacetValue value(std::string name, std::size_t count, const char* label = "") {
  FacetValue facet;
  facet.label = label;
  facet.value = std::move(name);
  facet.count = count;
  return facet;
}

// As of an index of the whole country.
void grow(search::Facets& facets) {
  for (int i = 15; i < 300; ++i) facets.partner.push_back(value("Stowarzyszenie nr " + std::to_string(i), 1));
  for (int i = 10; i < 40; ++i) {
    FacetValue county = value("22" + std::to_string(i), 5);
    for (int k = 10; k < 19; ++k) county.children.push_back(value(county.value + std::to_string(k), 1));
    facets.place.back().children.push_back(std::move(county));
  }
}

search::Facets facets_of(const search::Request& request) {
  search::Facets facets;
  facets.kind = {value("strategy", 5), value("practice", 3), value("news", 1)};
  for (FacetValue& kind : facets.kind)
    for (const auto chosen : request.filters.kinds) kind.selected |= kind.value == core::name(chosen);
  FacetValue voivodeship = value("04", 7, "województwo kujawsko-pomorskie");
  FacetValue county = value("0415", 3, "powiat toruński");
  county.children = {value("041504", 2, "gmina Lubicz"), value("041505", 1, "gmina Łubianka")};
  FacetValue city = value("0463", 2, "miasto Toruń");
  city.children = {value("046301", 2, "miasto Toruń")};
  for (const auto& chosen : request.filters.places)
    city.children.front().selected |= chosen.text() == city.children.front().value;
  voivodeship.children = {std::move(county), std::move(city)};
  facets.place = {std::move(voivodeship), value("22", 2, "województwo pomorskie")};
  for (int year = 2010; year < 2023; ++year)
    facets.year.push_back(value(std::to_string(year), static_cast<std::size_t>(1 + (year * 7) % 5)));
  facets.official = {value("Celina Wzorowa", 4), value("Bogumił Przykładny", 2)};
  for (FacetValue& official : facets.official)
    for (const auto& chosen : request.filters.officials) official.selected |= official.value == chosen;
  for (int i = 1; i <= 14; ++i)
    facets.partner.push_back(value("Stowarzyszenie nr " + std::to_string(i), 15 - i));
  facets.programme = {value("EFS", 3)};
  if (request.query == "wszystko") grow(facets);
  for (FacetValue& unit : facets.place.back().children)
    for (const auto& chosen : request.filters.places) unit.selected |= unit.value == chosen.text();
  if (request.goals) facets.goal_level = {value("strategic", 2), value("operational", 5)};
  return facets;
}

search::Hit document_hit(const core::Record& record) {
  search::Hit hit;
  hit.document = summary(record);
  hit.score = 7.30999;
  hit.match = {{"wspolpraca", "wspotpracy", core::MatchKind::ocr},
               {"gmina", "gminy", core::MatchKind::inflected}};
  hit.snippets = {{1, "Żadna gmina nie działa sama: rozwój wspotpracy z organizacjami", {{6, 11}, {36, 46}}},
                  {2, "Ramy wspotpracy <ustali> rada & zarząd", {{5, 15}}}};
  hit.pages = {{1, 4}, {2, 1}};
  return hit;
}

search::AlikeGoals alike_goals() {
  search::AlikeGoals alike;
  alike.total = 22;
  alike.goals = {
      {"00000000000000bb", 3, "", "gmina Łubianka", teryt("041505"), 2014, 0.875,
       search::Relation::copied_from},
      {"00000000000000cc", 0, "Program <a>", "", std::nullopt, std::nullopt, 1, search::Relation::alongside}};
  return alike;
}

search::Hit goal_hit(const core::Record& record, std::size_t index) {
  search::Hit hit;
  hit.document = summary(record);
  hit.score = 3;
  hit.match = {{"wspolpraca", "współpracy", core::MatchKind::folded}};
  search::Hit::GoalHit goal;
  goal.id = record.id + "." + std::to_string(index);
  goal.goal = record.goals[index];
  for (auto parent = goal.goal.parent; parent; parent = record.goals[*parent].parent)
    goal.parents.push_back(record.goals[*parent]);
  goal.highlights = {{0, 6}};
  goal.alike = alike_goals();
  hit.goal = std::move(goal);
  return hit;
}

}  // namespace

search::StoredDocument strategy_document() {
  search::StoredDocument document;
  core::Record& record = document.record;
  record.source = "strategie/powiat.txt";
  record.id = kStrategyId;
  record.title = "Strategia <Rozwoju> & współpracy";
  record.kind = core::DocumentKind::strategy;
  record.period = core::Period{2021, 2030};
  record.goals = {{core::GoalLevel::strategic, "1", "Rozwój współpracy samorządów", std::nullopt, 1},
                  {core::GoalLevel::operational, "1.1", "Więcej \"wspólnych\" przedsięwzięć", 0, 1},
                  {core::GoalLevel::action, "", "Spotkania sołtysów", 1, 2}};
  record.places = {{core::PlaceKind::municipality, "gmina Lubicz", teryt("041504"), 3},
                   {core::PlaceKind::locality, "Grabowiec", teryt("041504"), 1}};
  record.officials = {{"Celina Wzorowa", "starosta", "powiat toruński", teryt("0415")}};
  record.partners = {{"gmina Lubicz", teryt("041504")}};
  record.money = {{61'500'050, "PLN"}};
  record.programmes = {"EFS"};
  record.pages = 2;
  record.quality = {512, 2, 1};
  document.text.text =
      "Rozwój wspotpracy z <organizacjami> pozarządowymi jest jednym z zadań, które\nnależy do powiatu.\n"
      "Art. 5\n\nDrugi akapit.\nStrona druga: wspotpraca.\n";
  document.text.page_starts = {0, document.text.text.find("Strona druga")};
  for (const auto& [found, mended] : {std::pair<std::string, std::string>{"wspotpracy", "współpracy"},
                                      std::pair<std::string, std::string>{"wspotpraca", "\"współpraca\""}}) {
    const std::size_t begin = document.text.text.find(found);
    document.repairs.push_back({{begin, begin + found.size()}, mended, 0.97});
  }
  document.alike = {{}, alike_goals(), {}};
  using Shared = search::SimilarDocument::Shared;
  document.similar = {{"00000000000000bb",
                       "praktyki/karta.html",
                       "",
                       core::DocumentKind::practice,
                       "gmina Łubianka",
                       teryt("041505"),
                       2014,
                       0.56789,
                       search::Resemblance::alike,
                       2,
                       {{Shared::Type::word, "turystyka"},
                        {Shared::Type::word, "<szlak>"},
                        {Shared::Type::programme, "EFS"},
                        {Shared::Type::place, "powiat toruński"}}},
                      {"00000000000000cc",
                       "a.txt",
                       "Strategia <2>",
                       core::DocumentKind::strategy,
                       "",
                       std::nullopt,
                       std::nullopt,
                       1,
                       search::Resemblance::version,
                       0,
                       {}}};
  return document;
}

search::StoredDocument evidence_document() {
  search::StoredDocument document;
  core::Record& record = document.record;
  std::string& text = document.text.text;
  text = "Wójt gminy Próba i\n2 <zł\n\nFundusz\n\nDróg koniec gmina Próba\n";
  document.text.page_starts = {0, text.find("Dróg") - 1};
  const auto range = [&](std::string_view first, std::string_view last) {
    return core::ByteRange{text.find(first), text.find(last) + last.size()};
  };
  record.source = "miejsca/dowody.txt";
  record.id = kEvidenceId;
  record.pages = 2;
  record.goals = {{core::GoalLevel::main, "", "gmina", std::nullopt, 2, {range("gmina", "gmina")}}};
  record.places = {{core::PlaceKind::municipality,
                    "gmina Próba",
                    std::nullopt,
                    2,
                    {range("gminy", " i"), range("gmina", "gmina Próba")}}};
  record.officials = {{"Wójt", "wójt", std::nullopt, std::nullopt, {range("Wójt", "gminy Próba")}}};
  record.money = {{200, "PLN", {range("2", "zł")}}};
  record.programmes = {"FD"};
  record.evidence.programmes = {{range("Fundusz", "Dróg")}};
  return document;
}

search::StoredDocument practice_document() {
  search::StoredDocument document;
  core::Record& record = document.record;
  record.source = "praktyki/karta.html";
  record.id = "00000000000000bb";
  record.kind = core::DocumentKind::practice;
  record.date = core::Date{2014, 12, 15};
  record.practice.emplace();
  record.practice->emplace_back("Powiat", "toruński <b>");
  document.text.text = "Karta praktyki\n";
  return document;
}

search::Answer answer_of(const search::Request& request) {
  search::Answer answer;
  answer.page = request.page;
  answer.per_page = request.per_page;
  if (request.query == "pusto") return answer;
  answer.facets = facets_of(request);
  if (request.query == "nic") return answer;
  if (request.page > 7) {
    answer.total = 62;
    return answer;
  }
  const core::Record strategy = strategy_document().record, practice = practice_document().record;
  if (request.goals) {
    answer.total = 2;
    answer.hits = {goal_hit(strategy, 1), goal_hit(strategy, 0)};
    return answer;
  }
  answer.total = 62;
  answer.did_you_mean = "współpraca";
  answer.diagnostics = {{"not_in_the_table", "(rada"}};
  answer.hits = {document_hit(strategy), document_hit(practice)};
  return answer;
}

SearchService fake_service() {
  SearchService service;
  service.search = [](const search::Request& request) -> core::Result<search::Answer> {
    if (request.query == "zepsute")
      return core::Error{core::ErrorCode::unreadable, "the segment cannot be read"};
    if (request.query == "tłok") return core::Error{core::ErrorCode::busy, "more searches wait"};
    if (request.query == "rzut") throw std::runtime_error("thrown by a test");
    if (request.query.size() > 4096)
      return core::Error{core::ErrorCode::too_large, "the query is over 4096 bytes"};
    if ((request.page - 1) * request.per_page >= 1000)
      return core::Error{core::ErrorCode::too_large, "the page is past the 1,000th result"};
    return answer_of(request);
  };
  service.document = [](std::string_view id) -> core::Result<search::StoredDocument> {
    for (auto document : {strategy_document(), practice_document(), evidence_document()})
      if (document.record.id == id) return document;
    return core::Error{core::ErrorCode::not_found, "no document " + std::string(id)};
  };
  service.complete = [](std::string_view query) -> core::Result<std::vector<search::Completion>> {
    if (query == "zepsute") return core::Error{core::ErrorCode::unreadable, "the segment cannot be read"};
    using Type = search::Completion::Type;
    return std::vector<search::Completion>{
        {Type::place, "gmina Lubicz", "041504", "powiat toruński, województwo kujawsko-pomorskie"},
        {Type::official, "Celina Wzorowa", "Celina Wzorowa", ""},
        {Type::title, "Strategia <Rozwoju>", kStrategyId, ""},
        {Type::title, "\"Program: a\"", "", ""},
        {Type::word, "rozwój & praca", "", ""}};
  };
  service.statistics = [] {
    search::IndexStatistics statistics;
    statistics.documents = 62;
    statistics.goals = 1234;
    statistics.generation = 3;
    return statistics;
  };
  service.place_label = [](const core::Teryt& code) {
    return code.text() == "0415" ? std::string("powiat toruński") : code.text();
  };
  return service;
}

Pages load_pages() {
  auto pages = Pages::load(SZUKAJST_PAGES);
  if (!pages) throw std::runtime_error(pages.error().message);
  return *std::move(pages);
}

Routes fake_routes() {
  return {fake_service(), load_pages()};
}

HttpRequest get(const std::string& target, const std::string& accept) {
  HttpRequest request;
  request.accept = accept;
  set_target(request, target);
  return request;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace szukajst::server
