#include "indexer/extract/places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/extract/places_scan.h"

namespace szukajst::indexer::extract {

namespace {

using core::PlaceKind;
using gazetteer::Coordinates;
using gazetteer::Unit;
using gazetteer::UnitType;

constexpr double kNear = 45;        // kilometres: a village of which a neighbour speaks without its kind
constexpr double kFar = 100;        // kilometres
constexpr double kUnnamed = 1;      // the weight of "wójt" or "powiat" without a name
constexpr double kHead = 1.5;       // of a unit that its head's title names: "wójt Stolna"
constexpr double kFirstNamed = 4;   // of the first unit of a kind that a text names as such, besides
constexpr double kInTitle = 6;      // of a unit that the format's own title names, besides
constexpr double kFitting = 0.3;    // of the heaviest, what the one that fits its head weighs at least
constexpr double kNeighbour = 12;   // of a unit that lies in the one behind it: more than all else can say
constexpr double kAround = 0.1;     // what lies in a county weighs for it beside its own name
constexpr double kIssuerSeat = 12;  // of a county's office that the first lines name by its seat
constexpr double kLetterhead = 36;  // of the county whose head a letter's first lines name above his address
constexpr double kHint =
    0.5;  // of a name's weight, what those that others bear as well say of where they lie
constexpr std::size_t kBeside = 8;       // mentions between a village and the unit that tells where it lies
constexpr std::size_t kFirstLines = 12;  // where a document says whose it is

constexpr unsigned kMunicipal =
    PlaceRules::Tables::bit(PlaceWord::municipality) | PlaceRules::Tables::bit(PlaceWord::rural_office) |
    PlaceRules::Tables::bit(PlaceWord::town_office) | PlaceRules::Tables::bit(PlaceWord::town);

bool is_city_county(const Unit& unit) {
  return unit.code.text().size() >= 4 && unit.code.text().substr(2, 2) >= "61";
}

bool says_kind(PlaceContext context) {
  return context != PlaceContext::none && context != PlaceContext::preposition &&
         context != PlaceContext::locality;
}

// Chooses among namesakes by what else the text names.
class Resolver {
 public:
  Resolver(const SourceText& source, const Sentences& sentences, const PlaceRules::Tables& tables,
           std::vector<RawMention>& raw)
      : source_(source), sentences_(sentences), tables_(tables), raw_(raw) {}

  // "wójt", "powiat" without a name: they speak of the document's own.
  void hear_unnamed();

  void resolve();
  // The units that the text calls such, from which the way to others is told.
  void hear_said();
  void choose_owner(Places& places) const;
  // Whether it lies where the text is at home.
  bool is_near(const Unit& unit) const;
  // Whether a unit whose kind is not said is rather a village of its name; `owner`: whose document it is.
  bool is_namesake_village(const RawMention& mention, const Unit* owner) const;
  const Unit* own_voivodeship() const;
  // The unit that the mention's sentence names nearest to it; null where it names none.
  const Unit* unit_beside(const RawMention& mention) const;

 private:
  double weight(const RawMention& mention) const;
  bool first_lines(const RawMention& mention) const {
    return source_.line_of_token(mention.mention.first) < kFirstLines;
  }
  bool lies_in(const RawMention& mention) const;
  void count(const Unit& unit, double weight);
  void hint(const RawMention& mention, std::map<std::string, double>& counties) const;
  bool locates(const RawMention& mention) const;
  void count_first();
  const Unit* own_municipality() const;
  void count_title();
  double affinity(const Unit& unit) const;
  double neighbour_bonus(std::size_t mention, const Unit& unit) const;
  const Unit* best(std::size_t mention) const;
  std::optional<Coordinates> middle() const;
  double away(const Unit& unit) const;
  bool is_seat(const Unit& unit) const;
  const Unit* unit_of(const std::string& code) const;
  const Unit* heaviest(const std::map<std::string, double>& weights) const;
  const Unit* county_of_seat(const Unit& seat) const;

  const SourceText& source_;
  const Sentences& sentences_;
  const PlaceRules::Tables& tables_;
  std::vector<RawMention>& raw_;
  std::unordered_set<const Unit*> said_;
  std::map<std::string, double> municipalities_, counties_, voivodeships_;  // by code
  double unnamed_municipality_ = 0, unnamed_county_ = 0;
  bool rural_head_ = false, town_head_ = false;  // "wójt", "burmistrz" without a name
  std::map<std::string, double> around_;         // counties, those of their municipalities included
};

double Resolver::weight(const RawMention& mention) const {
  double result = 1;
  switch (mention.mention.context) {
    case PlaceContext::municipality:
    case PlaceContext::town:
    case PlaceContext::county:
    case PlaceContext::voivodeship:
      result = tables_.means(*source_.tokens[mention.mention.lead].word, PlaceWord::head) ? kHead : 3;
      break;
    case PlaceContext::rural_office:
    case PlaceContext::town_office:
      result = kHead;
      break;
    default:
      break;
  }
  if (mention.office) result = 3;
  if (locates(mention)) result *= 0.4;
  if (mention.mention.listed) result *= 0.4;
  if (mention.weak) result *= 0.2;
  if (!first_lines(mention)) return result;
  const std::size_t lead = mention.mention.lead;
  // "Starosta Toruński" alone on a line, above its address: whose letter it is
  const Line& line = source_.lines[source_.line_of_token(lead)];
  const bool letterhead = mention.mention.context == PlaceContext::county && lead == line.first_token &&
                          mention.mention.end == line.end_token;
  if (letterhead && tables_.means(*source_.tokens[lead].word, PlaceWord::head)) return kLetterhead;
  const bool issuer =
      mention.office || (lead > 0 && tables_.means(*source_.tokens[lead - 1].word, PlaceWord::issuer));
  return issuer ? result * 4 : result * 2;
}

// "w powiecie toruńskim" tells where something is.
bool Resolver::locates(const RawMention& mention) const {
  const std::size_t lead = mention.mention.lead;
  return mention.mention.context == PlaceContext::county && lead > 0 &&
         source_.tokens[lead - 1].word->form == "w";
}

void Resolver::hear_unnamed() {
  auto next = raw_.begin();
  for (std::size_t t = 0; t < source_.tokens.size(); ++t) {
    while (next != raw_.end() && next->mention.end <= t) ++next;
    if (next != raw_.end() && next->mention.lead <= t + 1) continue;  // "wójt Stolna", "wójt gminy Stolno"
    const unsigned meanings = tables_.meanings(*source_.tokens[t].word);
    if ((meanings & PlaceRules::Tables::bit(PlaceWord::county)) != 0) unnamed_county_ += kUnnamed;
    if ((meanings & kMunicipal) != 0) unnamed_municipality_ += kUnnamed;
    // "burmistrz Mak" is one who was named in full before, with his town.
    const bool surname_alone = t + 1 < source_.tokens.size() && source_.after(t) == " " &&
                               capitalised(source_.token(t + 1)) &&
                               !(t + 2 < source_.tokens.size() && only_space(source_.after(t + 1)) &&
                                 capitalised(source_.token(t + 2)));
    if (surname_alone) continue;
    rural_head_ |= (meanings & PlaceRules::Tables::bit(PlaceWord::rural_office)) != 0;
    town_head_ |= (meanings & PlaceRules::Tables::bit(PlaceWord::town_office)) != 0;
  }
}

void Resolver::count(const Unit& unit, double weight) {
  const std::string& code = unit.code.text();
  voivodeships_[code.substr(0, 2)] += weight;
  if (code.size() >= 4) around_[code.substr(0, 4)] += weight;
  if (code.size() == 4) counties_[code] += weight;
  if (code.size() == 6) municipalities_[code] += weight;
}

const Unit* Resolver::unit_of(const std::string& code) const {
  const auto teryt = core::Teryt::parse(code);
  return teryt ? source_.gazetteer.find(*teryt) : nullptr;
}

const Unit* Resolver::heaviest(const std::map<std::string, double>& weights) const {
  const auto most = std::max_element(weights.begin(), weights.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weights.end() ? nullptr : unit_of(most->first);
}

const Unit* Resolver::own_voivodeship() const {
  return heaviest(voivodeships_);
}

std::optional<Coordinates> Resolver::middle() const {
  const Unit* county = heaviest(around_);
  return county == nullptr ? std::nullopt : county->coordinates;
}

double Resolver::affinity(const Unit& unit) const {
  const auto share = [](const std::map<std::string, double>& weights, const std::string& code) {
    double most = 0, own = 0;
    for (const auto& [key, value] : weights) {
      most = std::max(most, value);
      if (key == code) own = value;
    }
    return most > 0 ? own / most : 0;
  };
  const std::string& code = unit.code.text();
  double result = 3 * share(voivodeships_, code.substr(0, 2));
  if (code.size() >= 4) {
    double county = share(around_, code.substr(0, 4));
    // A city with a county's rights is at home in the county that it is the seat of.
    if (is_city_county(unit))
      for (const auto& [key, value] : around_)
        if (const Unit* land = unit_of(key); land != nullptr && land->seat == unit.name)
          county = std::max(county, share(around_, key));
    result += 4 * county;
  }
  if (code.size() == 6) result += share(municipalities_, code);
  if (const auto here = middle(); here && unit.coordinates)
    result += 3 * std::exp(-distance(*here, *unit.coordinates) / kFar);
  return result;
}

// "gmina Osiek w powiecie brodnickim", "gmina Osiek (powiat oświęcimski)": the unit behind it decides.
double Resolver::neighbour_bonus(std::size_t mention, const Unit& unit) const {
  double bonus = 0;
  for (std::size_t next = mention + 1; next < raw_.size() && next <= mention + 2; ++next) {
    const RawMention& other = raw_[next];
    const PlaceMention& here = raw_[mention].mention;
    if (other.mention.context != PlaceContext::county && other.mention.context != PlaceContext::voivodeship)
      break;
    const std::size_t reach = raw_[next - 1].mention.end + 3;
    if (other.mention.lead > reach || sentences_.of[here.first] != sentences_.of[other.mention.first]) break;
    // "Starosta Toruński" and "powiat toruński, gmina …" tell of themselves.
    for (std::size_t i = raw_[next - 1].mention.end; i < other.mention.lead; ++i)
      if (source_.after(i - 1).find(',') != std::string_view::npos) return bonus;
    for (const PlaceCandidate& candidate : other.candidates)
      if (candidate.unit->code.contains(unit.code)) {
        bonus += kNeighbour;
        break;
      }
  }
  return bonus;
}

const Unit* Resolver::best(std::size_t mention) const {
  const Unit* result = nullptr;
  double most = -100;
  for (const PlaceCandidate& candidate : raw_[mention].candidates) {
    const double score =
        candidate.context + affinity(*candidate.unit) + neighbour_bonus(mention, *candidate.unit);
    if (score > most) {
      most = score;
      result = candidate.unit;
    }
  }
  return result;
}

const Unit* Resolver::county_of_seat(const Unit& seat) const {
  const Unit* result = nullptr;
  double most = -1;
  for (const Unit& unit : source_.gazetteer.units()) {
    if (unit.type != UnitType::land_county || unit.seat != seat.name) continue;
    const double score = affinity(unit);
    if (score > most) {
      most = score;
      result = &unit;
    }
  }
  return result;
}

// "Zakrzewo … w Złotowie": each of many counties, and but one that has both.
void Resolver::hint(const RawMention& mention, std::map<std::string, double>& counties) const {
  std::set<std::string> possible;
  for (const PlaceCandidate& candidate : mention.candidates)
    if (const std::string& code = candidate.unit->code.text(); code.size() >= 4)
      possible.insert(code.substr(0, 4));
  for (const std::string& county : possible)
    counties[county] += kHint * weight(mention) / static_cast<double>(possible.size());
}

void Resolver::resolve() {
  for (int round = 0; round < 3; ++round) {
    std::vector<std::pair<const Unit*, double>> counted;
    std::map<std::string, double> hints;  // counties in which ambiguous names may lie
    for (std::size_t i = 0; i < raw_.size(); ++i) {
      RawMention& mention = raw_[i];
      if (mention.candidates.empty()) continue;
      // The first round hears only those that can be but one unit, and those that others explain.
      const bool sure = mention.candidates.size() == 1;
      if (round == 0 && !sure && neighbour_bonus(i, *mention.candidates.front().unit) == 0 && !raw_.empty()) {
        double own = 0;
        for (const PlaceCandidate& candidate : mention.candidates)
          own = std::max(own, neighbour_bonus(i, *candidate.unit));
        if (own == 0) {
          hint(mention, hints);
          continue;
        }
      }
      mention.mention.unit = best(i);
      counted.emplace_back(mention.mention.unit, weight(mention));
      if (mention.seat) {
        mention.mention.county = county_of_seat(*mention.mention.unit);
        if (mention.mention.county != nullptr)
          counted.emplace_back(mention.mention.county, first_lines(mention) ? kIssuerSeat : kIssuerSeat / 4);
      }
    }
    if (round == 2) break;
    municipalities_.clear();
    counties_.clear();
    voivodeships_.clear();
    around_.clear();
    for (const auto& [unit, weight] : counted) count(*unit, weight);
    for (const auto& [county, weight] : hints) {
      around_[county] += weight;
      voivodeships_[county.substr(0, 2)] += weight;
    }
    count_first();
    count_title();
  }
}

// A text names first what it is about.
void Resolver::count_first() {
  bool municipality = false, county = false;
  const auto names_municipality = [](const PlaceMention& mention) {
    return mention.context == PlaceContext::municipality || mention.context == PlaceContext::town;
  };
  // "W Stolnie otwarto …", and further down "Rada Gminy Stolno".
  std::set<const Unit*> named_somewhere;
  for (const RawMention& mention : raw_)
    if (mention.mention.unit != nullptr && names_municipality(mention.mention))
      named_somewhere.insert(mention.mention.unit);
  for (const RawMention& mention : raw_) {
    const Unit* unit = mention.mention.unit;
    const PlaceContext context = mention.mention.context;
    const std::size_t lead = mention.mention.lead;
    if (unit == nullptr || mention.mention.listed || locates(mention)) continue;
    const double weight =
        tables_.means(*source_.tokens[lead].word, PlaceWord::head) ? kFirstNamed / 2 : kFirstNamed;
    const bool named = names_municipality(mention.mention) ||
                       (context == PlaceContext::preposition && named_somewhere.contains(unit));
    if (named && !std::exchange(municipality, true)) count(*unit, weight);
    if (context != PlaceContext::county) continue;
    // The acts of a county name municipalities too.
    municipality |= lead > 0 && tables_.means(*source_.tokens[lead - 1].word, PlaceWord::issuer);
    if (!std::exchange(county, true)) count(*unit, weight);
  }
}

// "Otwarto przedszkole | Gmina Stolno": the unit whose page it is, named with its kind.
void Resolver::count_title() {
  std::vector<std::string_view> words;
  const std::string_view title = source_.title_hint;
  for (std::size_t begin = 0; begin < title.size();) {
    const std::size_t end = std::min(title.find_first_of(" |-:,", begin), title.size());
    if (end > begin) words.push_back(title.substr(begin, end - begin));
    begin = end + 1;
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const language::Word& kind = source_.analyzer.word(words[i]);
    const bool county = tables_.means(kind, PlaceWord::county);
    if (!county && !tables_.means(kind, PlaceWord::municipality) && !tables_.means(kind, PlaceWord::town))
      continue;
    const bool town = tables_.means(kind, PlaceWord::town);
    const Unit* best = nullptr;
    double most = -1;
    for (const gazetteer::NameForm& form : source_.gazetteer.match(std::span(words).subspan(i + 1)).forms) {
      const bool fits = county ? form.unit->kind() == PlaceKind::county
                               : form.unit->kind() == PlaceKind::municipality &&
                                     (form.unit->type != (town ? UnitType::rural : UnitType::urban));
      if (!fits || affinity(*form.unit) <= most) continue;
      most = affinity(*form.unit);
      best = form.unit;
    }
    if (best != nullptr) count(*best, kInTitle);
  }
}

// "w Cieszynie", "łączy Ełk z Cieszynem", not "z Cieszyna"
bool Resolver::lies_in(const RawMention& mention) const {
  return mention.locality_cases == kLocative || mention.locality_cases == kInstrumental;
}

void Resolver::hear_said() {
  for (const RawMention& mention : raw_) {
    const Unit* unit = mention.mention.unit;
    if (unit == nullptr || !says_kind(mention.mention.context)) continue;
    if (unit->kind() != PlaceKind::voivodeship && unit->coordinates) said_.insert(unit);
  }
}

// The way to the middle of the text's county or to the nearest unit that the text calls one, in kilometres.
double Resolver::away(const Unit& unit) const {
  if (!unit.coordinates) return kFar;
  double nearest = kFar + 1;
  if (const auto here = middle()) nearest = distance(*here, *unit.coordinates);
  for (const Unit* said : said_)
    if (said != &unit) nearest = std::min(nearest, distance(*said->coordinates, *unit.coordinates));
  return nearest;
}

const Unit* Resolver::unit_beside(const RawMention& mention) const {
  const auto sentence = sentences_.of[mention.mention.first];
  const auto self = static_cast<std::size_t>(&mention - raw_.data());
  const auto unit_at = [&](std::size_t i) -> const Unit* {
    const PlaceMention& other = raw_[i].mention;
    const bool tells = other.unit != nullptr && other.unit->coordinates &&
                       other.unit->kind() != PlaceKind::voivodeship && says_kind(other.context);
    return tells ? other.unit : nullptr;
  };
  for (std::size_t i = self;
       i-- > 0 && self - i < kBeside && sentences_.of[raw_[i].mention.first] == sentence;)
    if (const Unit* unit = unit_at(i)) return unit;
  const std::size_t end = std::min(self + kBeside, raw_.size());
  for (std::size_t i = self + 1; i < end && sentences_.of[raw_[i].mention.first] == sentence; ++i)
    if (const Unit* unit = unit_at(i)) return unit;
  return nullptr;
}

bool Resolver::is_near(const Unit& unit) const {
  const Unit* county = heaviest(around_);
  return county != nullptr && (county->code.contains(unit.code) || away(unit) < kNear);
}

// A name that none but the unit itself is likely to bear: "Józefów nad Wisłą", "Opole Lubelskie".
bool bears_own_name(const Unit& unit) {
  return unit.name.find(" nad ") != std::string::npos || unit.name.ends_with("skie") ||
         unit.name.ends_with("cki") || unit.name.ends_with("ski") || unit.name.ends_with("ska");
}

bool Resolver::is_namesake_village(const RawMention& mention, const Unit* owner) const {
  const Unit& unit = *mention.mention.unit;
  if (says_kind(mention.mention.context)) return false;
  // "sołectwa: Krosno" far from the city
  if (is_city_county(unit))
    return mention.mention.context == PlaceContext::locality && mention.mention.listed && away(unit) > kNear;
  const std::string code = unit.code.text();
  const Unit* county = heaviest(around_);
  if (mention.mention.context == PlaceContext::locality &&
      (county == nullptr || !county->code.contains(unit.code)))
    return true;
  if (county == nullptr || county->code.contains(unit.code) || bears_own_name(unit)) return false;
  if (owner != nullptr && owner->kind() == PlaceKind::voivodeship && owner->code.contains(unit.code))
    return false;
  const bool same_voivodeship = county->code.text().substr(0, 2) == code.substr(0, 2);
  const bool road = mention.locality_cases == kNominative && mention.mention.context == PlaceContext::none;
  const bool seat = unit.type == UnitType::urban || is_seat(unit);
  if (seat)
    return (road || lies_in(mention) || mention.among_villages) && !same_voivodeship && away(unit) > kFar;
  if (unit.type == UnitType::urban_rural) return !same_voivodeship && away(unit) > kNear;
  return away(unit) > (same_voivodeship && !mention.among_villages ? kNear : kNear / 2);
}

// Whether a county has its office there.
bool Resolver::is_seat(const Unit& unit) const {
  const auto parent = unit.code.parent();
  const Unit* county = parent ? source_.gazetteer.find(*parent) : nullptr;
  return county != nullptr && county->seat == unit.name;
}

// The heaviest; where the text speaks of "the wójt" or "the burmistrz" alone, one that has such a head.
const Unit* Resolver::own_municipality() const {
  const Unit* most = heaviest(municipalities_);
  if (most == nullptr || rural_head_ == town_head_) return most;
  const Unit* best = nullptr;
  double weight = kFitting * municipalities_.at(most->code.text());
  for (const auto& [code, value] : municipalities_) {
    const Unit* unit = unit_of(code);
    if ((unit->type == UnitType::rural) != rural_head_ || value <= weight) continue;
    best = unit;
    weight = value;
  }
  return best == nullptr ? most : best;
}

void Resolver::choose_owner(Places& places) const {
  places.municipality = own_municipality();
  places.voivodeship = own_voivodeship();
  // Of counties that weigh the same, the one in which more lies.
  std::map<std::string, double> counties = counties_;
  for (auto& [code, weight] : counties) weight += kAround * around_.at(code);
  places.county = heaviest(counties);
  const auto weight_of = [](const std::map<std::string, double>& weights, const Unit* unit) {
    const auto at = unit == nullptr ? weights.end() : weights.find(unit->code.text());
    return at == weights.end() ? 0.0 : at->second;
  };
  const double municipality = weight_of(municipalities_, places.municipality) + unnamed_municipality_;
  const double county = weight_of(counties_, places.county) + unnamed_county_;
  double voivodeship = 0;
  for (const RawMention& mention : raw_)
    if (mention.mention.context == PlaceContext::voivodeship && mention.mention.unit == places.voivodeship)
      voivodeship += weight(mention);
  if (county > municipality)
    places.owner = places.county;
  else
    places.owner = places.municipality;
  if (voivodeship > 1.5 * std::max(county, municipality)) places.owner = places.voivodeship;
  if (places.county == nullptr && places.municipality != nullptr) {
    const auto parent = places.municipality->code.parent();
    places.county = parent ? source_.gazetteer.find(*parent) : nullptr;
  }
}

core::Place place_of(const Unit& unit) {
  return {unit.kind(), unit.label, unit.code, 0};
}

// "rzeka", "dolina", "wzdłuż": whether a river's name rather than a village's stands behind the word before.
bool follows_water(const SourceText& source, const PlaceRules::Tables& tables, std::size_t token) {
  return token > 0 && only_space(source.after(token - 1)) &&
         tables.means(*source.tokens[token - 1].word, PlaceWord::water);
}

// The former name of its unit that the mention has.
std::optional<std::string> former_name(const PlaceMention& mention, const SourceText& source) {
  const std::vector<std::string>& names = mention.unit->former;
  if (names.empty()) return std::nullopt;
  std::vector<std::string_view> words;
  for (std::size_t token = mention.first; token < mention.end; ++token) words.push_back(source.token(token));
  const auto forms = source.gazetteer.match(words).forms;
  const auto said = std::find_if(forms.begin(), forms.end(), [&](const gazetteer::NameForm& form) {
    return form.unit == mention.unit && form.former > 0;
  });
  return said == forms.end() ? std::nullopt : std::optional(names[said->former - 1U]);
}

// What blanks and hyphens part.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -", begin), name.size());
    words.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// The municipality of a village where the document is a municipality's, else what the gazetteer knows.
std::optional<core::Teryt> municipality_of(const std::string& village, const SourceText& source,
                                           const Places& places) {
  const std::vector<std::string_view> words = words_of(village);
  const Unit* owner = places.owner;
  const auto match = source.gazetteer.match_locality(words);
  std::optional<core::Teryt> known;
  int in_county = 0;
  if (match.words == words.size())
    for (const gazetteer::LocalityForm& form : match.forms) {
      if (form.name_case != gazetteer::NameCase::nominative || !form.locality->unit) continue;
      if (form.locality->unit->level() != core::TerytLevel::municipality) continue;
      if (places.county == nullptr || !places.county->code.contains(*form.locality->unit)) continue;
      if (known != form.locality->unit) ++in_county;
      known = form.locality->unit;
    }
  if (in_county == 1) return known;
  if (owner != nullptr && owner->kind() == PlaceKind::municipality && owner->type != UnitType::urban)
    return owner->code;
  return std::nullopt;
}

// A village's name as it stood on paper: of a damaged text the words that neither a dictionary nor the
// gazetteer has.
std::string restored(const std::string& name, const SourceText& source, const Persons& persons) {
  if (!source.lost_diacritics) return name;
  std::string result;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -", begin), name.size());
    const std::string part = name.substr(begin, end - begin);
    const std::string_view word = part;
    const bool known = source.analyzer.word(part).source != language::WordSource::guess ||
                       source.gazetteer.match_locality({&word, 1}).words != 0;
    result += known ? part : persons.restored(part);
    if (end < name.size()) result += name[end];
    begin = end + 1;
  }
  return result;
}

void add_place(std::vector<core::Place>& places, core::Place place, core::ByteRange where) {
  for (core::Place& other : places) {
    if (other.kind != place.kind) continue;
    if (place.kind == PlaceKind::locality ? other.name != place.name : other.teryt != place.teryt) continue;
    ++other.mentions;
    if (!other.former) other.former = std::move(place.former);
    core::add_evidence(other.evidence, where);
    return;
  }
  place.mentions = 1;
  core::add_evidence(place.evidence, where);
  places.push_back(std::move(place));
}

}  // namespace

const PlaceMention* Places::at(std::size_t token) const {
  const auto after =
      std::upper_bound(mentions.begin(), mentions.end(), token,
                       [](std::size_t t, const PlaceMention& mention) { return t < mention.lead; });
  return after != mentions.begin() && token < std::prev(after)->end ? &*std::prev(after) : nullptr;
}

Places find_places(const SourceText& source, const Persons& persons, const Sentences& sentences,
                   const Cells& cells, const PlaceRules& rules) {
  std::vector<RawMention> raw = scan_places(source, persons, sentences, cells, rules.tables());
  Resolver resolver(source, sentences, rules.tables(), raw);
  resolver.resolve();
  resolver.hear_said();
  resolver.hear_unnamed();
  Places places;
  resolver.choose_owner(places);
  const Unit* home = places.municipality != nullptr ? places.municipality : places.county;
  if (home == nullptr) home = places.voivodeship;
  LocalityNames names(source, rules.tables());
  names.go_to(home);
  for (const RawMention& mention : raw)
    if (mention.mention.unit == nullptr && mention.locality_cases != 0 && !mention.shares_noun)
      names.hear(mention.mention.first, mention.locality_cases);
  std::unordered_set<const Unit*> backed;
  for (const RawMention& mention : raw)
    if (!mention.weak) backed.insert(mention.mention.unit);
  for (RawMention& mention : raw) {
    if (!mention.weak || backed.contains(mention.mention.unit)) continue;
    if (mention.initial || !resolver.is_near(*mention.mention.unit)) mention.mention.unit = nullptr;
  }
  // What the text calls a village once is one wherever it does not say otherwise.
  std::unordered_set<const Unit*> villages;
  for (const RawMention& mention : raw)
    if (mention.mention.unit != nullptr && mention.mention.context == PlaceContext::locality &&
        resolver.is_namesake_village(mention, places.owner))
      villages.insert(mention.mention.unit);
  std::unordered_map<std::string_view, const Unit*> by_first_word;
  for (const RawMention& mention : raw)
    if (const Unit* unit = mention.mention.unit; unit != nullptr && unit->kind() == PlaceKind::municipality)
      if (const std::size_t space = unit->name.find(' '); space != std::string::npos && bears_own_name(*unit))
        by_first_word.try_emplace(std::string_view(unit->name).substr(0, space), unit);
  for (RawMention& mention : raw) {
    if (mention.mention.unit == nullptr && mention.weak) continue;
    const auto read = [&](unsigned cases) {
      const Unit* near = resolver.unit_beside(mention);
      names.go_to(near != nullptr ? near : home);
      return names.read(mention.mention.first, cases,
                        mention.stretch ? mention.mention.end : persons.next(mention.mention.first));
    };
    if (mention.shares_noun) {
      if (places.mentions.empty()) continue;
      mention.mention.locality = names.sharing(places.mentions.back().locality, mention.mention.first);
      if (!mention.mention.locality.empty()) places.mentions.push_back(mention.mention);
      continue;
    }
    // "burmistrz Baranowa" where the document is Baranów Sandomierski's, and the other Baranów lies elsewhere
    if (const Unit* unit = mention.mention.unit;
        unit != nullptr && unit->kind() == PlaceKind::municipality && places.municipality != nullptr &&
        unit != places.municipality && places.municipality->name.starts_with(unit->name + " ") &&
        places.county != nullptr && !places.county->code.contains(unit->code))
      mention.mention.unit = places.municipality;
    const bool village = villages.contains(mention.mention.unit) && !says_kind(mention.mention.context);
    // "dla Międzyrzecza" far from Międzyrzecz, where the text has "Międzyrzecze" too.
    if (const Unit* unit = mention.mention.unit; unit != nullptr && !village &&
                                                 unit->kind() == PlaceKind::municipality &&
                                                 !says_kind(mention.mention.context) &&
                                                 !resolver.is_near(*unit)) {
      const unsigned cases = mention.locality_cases != 0 ? mention.locality_cases : mention.unit_cases;
      const LocalityNames::Name other = read(cases & (kNominative | kGenitive | kDative | kAccusative | kInstrumental | kLocative));
      if (other.end == mention.mention.end && other.nominative != unit->name &&
          source.token(mention.mention.first) != unit->name && names.attested(other.nominative)) {
        mention.mention.unit = nullptr;
        mention.mention.locality = other.nominative;
        places.mentions.push_back(mention.mention);
        continue;
      }
    }
    if (mention.mention.unit != nullptr && (village || resolver.is_namesake_village(mention, places.owner))) {
      // "wzdłuż Lubszy", "rzeki Lubszy": what lies far, behind a word that no village follows, is a river.
      if (mention.mention.context == PlaceContext::none && mention.locality_cases == 0 &&
          follows_water(source, rules.tables(), mention.mention.first))
        continue;
      const LocalityNames::Name whole =
          read(mention.locality_cases != 0 ? mention.locality_cases : unsigned{kNominative});
      const bool longer = whole.end > mention.mention.end;  // "Biskupice Ołoboczne"
      mention.mention.locality = longer ? whole.nominative : mention.mention.unit->name;
      mention.mention.end = std::max(mention.mention.end, whole.end);
      mention.mention.unit = nullptr;
    } else if (mention.mention.unit == nullptr) {
      mention.mention.locality = read(mention.locality_cases).nominative;
      if (mention.mention.locality.empty()) continue;
      mention.mention.locality = restored(mention.mention.locality, source, persons);
    }
    // "w Sędziszowie" where the text names Sędziszów Małopolski.
    if (const auto whole = by_first_word.find(mention.mention.locality); whole != by_first_word.end()) {
      mention.mention.unit = whole->second;
      mention.mention.locality.clear();
    }
    places.mentions.push_back(mention.mention);
  }
  for (const PlaceMention& mention : places.mentions) {
    const core::ByteRange where =
        source.place(says_kind(mention.context) ? mention.lead : mention.first, mention.end);
    if (mention.county != nullptr) add_place(places.places, place_of(*mention.county), where);
    core::Place place = mention.unit != nullptr
                            ? place_of(*mention.unit)
                            : core::Place{PlaceKind::locality, mention.locality,
                                          municipality_of(mention.locality, source, places), 0};
    if (mention.unit != nullptr) place.former = former_name(mention, source);
    add_place(places.places, std::move(place), where);
  }
  return places;
}

}  // namespace szukajst::indexer::extract
