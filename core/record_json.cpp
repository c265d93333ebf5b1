#include "core/record_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/evidence.h"

namespace szukajst::core {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json nullable(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json code(const std::optional<Teryt>& teryt) {
  return teryt ? Json(teryt->text()) : Json(nullptr);
}

Json amount(std::int64_t hundredths) {
  if (hundredths % 100 == 0) return hundredths / 100;
  return static_cast<double>(hundredths) / 100.0;
}

// What is known of the partners as a whole; null where there are none.
Json partnership(const Record& record) {
  if (record.partners.empty()) return nullptr;
  const auto leader = std::find_if(record.partners.begin(), record.partners.end(),
                                   [](const Partner& partner) { return partner.leader; });
  return {{"form", record.partnership_form ? Json(name(*record.partnership_form)) : Json(nullptr)},
          {"leader", leader != record.partners.end() ? Json(leader->name) : Json(nullptr)}};
}

Json to_object(const Record& record) {
  Json object;
  object["source"] = record.source;
  object["id"] = record.id;
  object["title"] = record.title;
  object["titled"] = record.titled;
  object["kind"] = name(record.kind);
  object["language"] = record.language;
  object["date"] = record.date ? Json(record.date->iso()) : Json(nullptr);
  object["period"] = nullptr;
  if (record.period)
    object["period"] = {{"from", nullable(record.period->from)}, {"to", nullable(record.period->to)}};
  object["vision"] = nullable(record.vision);
  object["mission"] = nullable(record.mission);
  object["goals"] = Json::array();
  for (const Goal& goal : record.goals) {
    object["goals"].push_back({{"level", name(goal.level)},
                               {"number", goal.number},
                               {"text", goal.text},
                               {"parent", nullable(goal.parent)},
                               {"page", goal.page}});
  }
  object["places"] = Json::array();
  for (const Place& place : record.places) {
    object["places"].push_back({{"kind", name(place.kind)},
                                {"name", place.name},
                                {"teryt", code(place.teryt)},
                                {"mentions", place.mentions}});
    if (place.former) object["places"].back()["former"] = *place.former;
  }
  object["officials"] = Json::array();
  for (const Official& official : record.officials) {
    object["officials"].push_back({{"name", official.name},
                                   {"role", official.role},
                                   {"unit", nullable(official.unit)},
                                   {"teryt", code(official.teryt)}});
  }
  object["partners"] = Json::array();
  for (const Partner& partner : record.partners) object["partners"].push_back(partner.name);
  object["partnership"] = partnership(record);
  object["money"] = Json::array();
  for (const Money& money : record.money)
    object["money"].push_back({{"amount", amount(money.hundredths)}, {"currency", money.currency}});
  object["programmes"] = record.programmes;
  object["practice"] = nullptr;
  if (record.practice) {
    object["practice"] = Json::object();
    for (const auto& [label, value] : *record.practice) object["practice"][label] = value;
  }
  object["pages"] = record.pages;
  object["quality"] = {{"words", record.quality.words},
                       {"repaired", record.quality.repaired},
                       {"unknown", record.quality.unknown}};
  return object;
}

// A page's number and the code points of its text, for each page that the range meets.
class PlacesInPages {
 public:
  explicit PlacesInPages(const PagedText& text) : text_(text), code_points_(text.text) {}

  Json list(const Evidence& evidence) const {
    Json ranges = Json::array();
    for (const ByteRange& range : evidence) {
      for (int page = text_.page_at(range.begin); page <= text_.pages(); ++page) {
        const auto [begin, end] = text_.page(page);
        if (begin >= range.end) break;
        const std::size_t before = code_points_.before(begin);
        const std::size_t from = code_points_.before(std::max(begin, range.begin)) - before;
        ranges.push_back(
            {{"page", page},
             {"range", Json::array({from, code_points_.before(std::min(end, range.end)) - before})}});
      }
    }
    return ranges;
  }

 private:
  const PagedText& text_;
  CodePoints code_points_;
};

// For each field of the record the places of its item, or a list of those of its items.
Json evidence_object(const Record& record, const PagedText& text) {
  const PlacesInPages places(text);
  static constexpr std::array<std::pair<const char*, bool>, 12> kFields{{{"title", false},
                                                                         {"date", false},
                                                                         {"period", false},
                                                                         {"goals", true},
                                                                         {"places", true},
                                                                         {"officials", true},
                                                                         {"partners", true},
                                                                         {"money", true},
                                                                         {"programmes", true},
                                                                         {"practice", true},
                                                                         {"vision", false},
                                                                         {"mission", false}}};
  Json object;
  for (const auto& [field, is_list] : kFields) object[field] = Json::array();
  for_each_evidence(record, [&](EvidenceOf what, std::size_t, const Evidence& evidence) {
    const auto& [field, is_list] = kFields[static_cast<std::size_t>(what)];
    if (is_list)
      object[field].push_back(places.list(evidence));
    else
      object[field] = places.list(evidence);
  });
  return object;
}

std::string printed(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename T>
std::optional<T> optional_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return found->get<T>();
}

std::optional<Teryt> teryt_of(const Json& object) {
  const auto text = optional_of<std::string>(object, "teryt");
  return text ? Teryt::parse(*text) : std::nullopt;
}

Record from_object(const Json& object) {
  Record record;
  record.source = object.at("source");
  record.id = object.at("id");
  record.title = object.at("title");
  record.titled = object.value("titled", true);
  record.kind = document_kind(object.at("kind").get<std::string>()).value_or(DocumentKind::other);
  record.language = object.at("language");
  if (const auto iso = optional_of<std::string>(object, "date")) record.date = Date::parse(*iso);
  if (const auto period = object.find("period"); period != object.end() && period->is_object())
    record.period = Period{optional_of<int>(*period, "from"), optional_of<int>(*period, "to")};
  record.vision = optional_of<std::string>(object, "vision");
  record.mission = optional_of<std::string>(object, "mission");
  for (const Json& goal : object.at("goals")) {
    record.goals.push_back({goal_level(goal.at("level").get<std::string>()).value_or(GoalLevel::strategic),
                            goal.at("number"), goal.at("text"), optional_of<std::size_t>(goal, "parent"),
                            goal.value("page", 1)});
  }
  for (const Json& place : object.at("places")) {
    record.places.push_back({place_kind(place.at("kind").get<std::string>()).value_or(PlaceKind::locality),
                             place.at("name"), teryt_of(place), place.value("mentions", 1)});
    record.places.back().former = optional_of<std::string>(place, "former");
  }
  for (const Json& official : object.at("officials")) {
    record.officials.push_back({official.at("name"), official.at("role"),
                                optional_of<std::string>(official, "unit"), teryt_of(official)});
  }
  for (const Json& partner : object.at("partners"))
    record.partners.push_back({partner.get<std::string>(), {}});
  if (const auto partnership = object.find("partnership");
      partnership != object.end() && partnership->is_object()) {
    if (const auto form = optional_of<std::string>(*partnership, "form"))
      record.partnership_form = partnership_form(*form);
    if (const auto leader = optional_of<std::string>(*partnership, "leader"))
      for (Partner& partner : record.partners) partner.leader = partner.name == *leader;
  }
  for (const Json& money : object.at("money")) {
    record.money.push_back({static_cast<std::int64_t>(std::llround(money.at("amount").get<double>() * 100)),
                            money.at("currency")});
  }
  record.programmes = object.at("programmes").get<std::vector<std::string>>();
  if (const auto practice = object.find("practice"); practice != object.end() && practice->is_object()) {
    record.practice.emplace();
    for (const auto& [label, value] : practice->items())
      record.practice->emplace_back(label, value.get<std::string>());
  }
  record.pages = object.value("pages", 1);
  if (const auto quality = object.find("quality"); quality != object.end())
    record.quality = {quality->value("words", 0), quality->value("repaired", 0),
                      quality->value("unknown", 0)};
  return record;
}

}  // namespace

std::string to_json(const Record& record) {
  return printed(to_object(record));
}

std::string to_json(const Record& record, const PagedText& text) {
  Json object = to_object(record);
  object["evidence"] = evidence_object(record, text);
  object["text"] = Json::array();
  for (int page = 1; page <= text.pages(); ++page)
    object["text"].push_back({{"page", page}, {"text", text.page(page).in(text.text)}});
  return printed(object);
}

Result<Record> record_from_json(std::string_view json) {
  try {
    return from_object(Json::parse(json));
  } catch (const Json::exception& error) {
    return Error{ErrorCode::malformed,
                 std::string("the record is not what this program writes: ") + error.what()};
  }
}

std::string source_id(std::string_view source) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : source) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  std::string id(16, '0');
  for (int i = 15; i >= 0; --i, hash >>= 4) id[static_cast<std::size_t>(i)] = "0123456789abcdef"[hash & 15];
  return id;
}

}  // namespace szukajst::core
