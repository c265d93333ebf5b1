#include "core/record_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "core/evidence.h"

namespace szukajst::core {
namespace {

using Json = nlohmann::ordered_json;

std::string printed(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Writes JSON as printed() has it, without a tree of it in between: every document that is indexed is
// written.
class JsonText {
 public:
  explicit JsonText(std::string& text) : text_(text) {}

  // A comma before what is not the first in its object or array, which `first` tells.
  void part(bool& first) {
    if (!std::exchange(first, false)) text_ += ',';
  }
  void raw(std::string_view json) { text_ += json; }
  void null() { text_ += "null"; }
  template <typename Integer>
  void integer(Integer value) {
    std::array<char, 24> digits;
    text_.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), value).ptr);
  }
  void string(std::string_view value) {
    if (!plain(value)) return raw(printed(Json(value)));
    text_ += '"';
    text_ += value;
    text_ += '"';
  }

 private:
  // Whether JSON has the bytes as they are; what has four bytes is looked at no closer.
  static bool plain(std::string_view text) {
    const auto goes_on = [&](std::size_t at) {
      return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte < 0x20 || byte == '"' || byte == '\\') return false;
      if (byte < 0x80) {
        ++at;
      } else if (byte >= 0xC2 && byte < 0xE0) {
        if (!goes_on(at + 1)) return false;
        at += 2;
      } else {
        // But for those that begin a form too long or half of a pair.
        const bool three = byte > 0xE0 && byte < 0xF0 && byte != 0xED;
        if (!three || !goes_on(at + 1) || !goes_on(at + 2)) return false;
        at += 3;
      }
    }
    return true;
  }

  std::string& text_;
};

void write(JsonText& json, std::string_view value) {
  json.string(value);
}
template <std::integral Integer>
void write(JsonText& json, Integer value) {
  json.integer(value);
}
template <typename T>
void write(JsonText& json, const std::optional<T>& value) {
  value ? write(json, *value) : json.null();
}
void write(JsonText& json, const std::optional<Teryt>& code) {
  code ? json.string(code->text()) : json.null();
}

void write_amount(JsonText& json, std::int64_t hundredths) {
  if (hundredths % 100 == 0) return json.integer(hundredths / 100);
  json.raw(printed(static_cast<double>(hundredths) / 100.0));
}

// `write_item(item)`: each.
template <typename Items, typename WriteItem>
void write_list(JsonText& json, const Items& items, const WriteItem& write_item) {
  json.raw("[");
  bool first = true;
  for (const auto& item : items) {
    json.part(first);
    write_item(item);
  }
  json.raw("]");
}

// What is known of the partners as a whole; null where there are none.
void write_partnership(JsonText& json, const Record& record) {
  if (record.partners.empty()) return json.null();
  const auto leader = std::ranges::find(record.partners, true, &Partner::leader);
  json.raw(R"({"form":)");
  record.partnership_form ? json.string(name(*record.partnership_form)) : json.null();
  json.raw(R"(,"leader":)");
  leader != record.partners.end() ? json.string(leader->name) : json.null();
  json.raw("}");
}

// A label that stands twice has its last value, in its first place.
void write_practice(JsonText& json, const Record& record) {
  if (!record.practice) return json.null();
  const auto& card = *record.practice;
  json.raw("{");
  bool first = true;
  for (auto field = card.begin(); field != card.end(); ++field) {
    const auto same = [&](const auto& other) { return other.first == field->first; };
    if (std::any_of(card.begin(), field, same)) continue;
    json.part(first);
    json.string(field->first);
    json.raw(":");
    json.string(std::find_if(card.rbegin(), card.rend(), same)->second);
  }
  json.raw("}");
}

// An object without the brace that ends it.
std::string open_object(const Record& record) {
  constexpr std::size_t kUsual = 2048;
  std::string text;
  text.reserve(kUsual);
  JsonText json(text);
  const auto put = [&](std::string_view before, const auto& value) {
    json.raw(before);
    write(json, value);
  };
  put(R"({"source":)", record.source);
  put(R"(,"id":)", record.id);
  put(R"(,"title":)", record.title);
  json.raw(record.titled ? R"(,"titled":true)" : R"(,"titled":false)");
  put(R"(,"kind":)", name(record.kind));
  put(R"(,"language":)", record.language);
  put(R"(,"date":)", record.date ? std::optional(record.date->iso()) : std::nullopt);
  json.raw(R"(,"period":)");
  if (record.period) {
    put(R"({"from":)", record.period->from);
    put(R"(,"to":)", record.period->to);
    json.raw("}");
  } else {
    json.null();
  }
  put(R"(,"vision":)", record.vision);
  put(R"(,"mission":)", record.mission);
  json.raw(R"(,"goals":)");
  write_list(json, record.goals, [&](const Goal& goal) {
    put(R"({"level":)", name(goal.level));
    put(R"(,"number":)", goal.number);
    put(R"(,"text":)", goal.text);
    put(R"(,"parent":)", goal.parent);
    put(R"(,"page":)", goal.page);
    json.raw("}");
  });
  json.raw(R"(,"places":)");
  write_list(json, record.places, [&](const Place& place) {
    put(R"({"kind":)", name(place.kind));
    put(R"(,"name":)", place.name);
    put(R"(,"teryt":)", place.teryt);
    put(R"(,"mentions":)", place.mentions);
    if (place.former) put(R"(,"former":)", *place.former);
    json.raw("}");
  });
  json.raw(R"(,"officials":)");
  write_list(json, record.officials, [&](const Official& official) {
    put(R"({"name":)", official.name);
    put(R"(,"role":)", official.role);
    put(R"(,"unit":)", official.unit);
    put(R"(,"teryt":)", official.teryt);
    json.raw("}");
  });
  json.raw(R"(,"partners":)");
  write_list(json, record.partners, [&](const Partner& partner) { json.string(partner.name); });
  json.raw(R"(,"partnership":)");
  write_partnership(json, record);
  json.raw(R"(,"money":)");
  write_list(json, record.money, [&](const Money& money) {
    json.raw(R"({"amount":)");
    write_amount(json, money.hundredths);
    put(R"(,"currency":)", money.currency);
    json.raw("}");
  });
  json.raw(R"(,"programmes":)");
  write_list(json, record.programmes, [&](const std::string& programme) { json.string(programme); });
  json.raw(R"(,"practice":)");
  write_practice(json, record);
  put(R"(,"pages":)", record.pages);
  put(R"(,"quality":{"words":)", record.quality.words);
  put(R"(,"repaired":)", record.quality.repaired);
  put(R"(,"unknown":)", record.quality.unknown);
  json.raw("}");
  return text;
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
  return open_object(record) + '}';
}

std::string to_json(const Record& record, const PagedText& text) {
  std::string whole = open_object(record);
  JsonText json(whole);
  json.raw(R"(,"evidence":)");
  json.raw(printed(evidence_object(record, text)));
  json.raw(R"(,"text":[)");
  bool first = true;
  for (int page = 1; page <= text.pages(); ++page) {
    json.part(first);
    json.raw(R"({"page":)");
    json.integer(page);
    json.raw(R"(,"text":)");
    json.string(text.page(page).in(text.text));
    json.raw("}");
  }
  json.raw("]}");
  return whole;
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
