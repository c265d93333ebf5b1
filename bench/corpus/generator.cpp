#include "bench/corpus/generator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/data_folder.h"
#include "core/utf8.h"
#include "indexer/formats/decode.h"

namespace szukajst::bench {
namespace {

using core::DocumentKind;
using core::GoalLevel;

// ---- Tables.

// How often each kind is.
constexpr std::array<std::pair<DocumentKind, double>, 9> kKinds{{{DocumentKind::news, 34},
                                                                 {DocumentKind::resolution, 22},
                                                                 {DocumentKind::notice, 10},
                                                                 {DocumentKind::programme, 8},
                                                                 {DocumentKind::practice, 7},
                                                                 {DocumentKind::minutes, 6},
                                                                 {DocumentKind::strategy, 5},
                                                                 {DocumentKind::partnership, 5},
                                                                 {DocumentKind::other, 3}}};

// What is told of a person, a partner, a programme, a unit. {n}, {g}, {i}: its name in the nominative,
// genitive, instrumental; {r}, {R}: the role, in the genitive; {l}: the unit's locative.
constexpr std::array<std::string_view, 6> kOfOfficial{"Uroczystość otworzyła {r} {n}.",
                                                      "Dokument podpisał {r} {n}.",
                                                      "W imieniu samorządu głos zabrał {r} {n}.",
                                                      "Na wniosek {R} {g} zmieniono porządek obrad.",
                                                      "Spotkanie z udziałem {R} {g} odbyło się w urzędzie.",
                                                      "Zadanie nadzoruje {r} {n}."};
constexpr std::array<std::string_view, 6> kOfPartner{"Partnerem przedsięwzięcia jest {n}.",
                                                     "Zadanie wykonano wspólnie z {i}.",
                                                     "Porozumienie zawarto z {i}.",
                                                     "Dotację otrzymuje {n}.",
                                                     "Z inicjatywy {g} przygotowano wniosek.",
                                                     "W skład zespołu wchodzi przedstawiciel {g}."};
constexpr std::array<std::string_view, 4> kOfProgramme{
    "Zadanie dofinansowano z {n}.", "Wniosek złożono w ramach {n}.", "Środki pochodzą z {n}.",
    "Projekt współfinansowany jest z {n} oraz z budżetu."};
constexpr std::array<std::string_view, 6> kOfUnit{"Inwestycja powstanie w {l}.",
                                                  "Mieszkańcy {g} zgłosili uwagi.",
                                                  "Przedstawiciele {g} wzięli udział w pracach.",
                                                  "Współpraca z {i} będzie kontynuowana.",
                                                  "{N} przekaże środki z budżetu.",
                                                  "Zebranie odbyło się w {l}."};

// What recognition makes of a letter. The first of each is what a loss of the mark alone gives.
struct Damage {
  std::string_view letter;
  std::array<std::string_view, 3> read;
};
constexpr std::array<Damage, 9> kDamages{{{"ą", {"a", "a", "q"}},
                                          {"ć", {"c", "c", "é"}},
                                          {"ę", {"e", "e", "g"}},
                                          {"ł", {"l", "t", "t"}},
                                          {"ń", {"n", "n", "ri"}},
                                          {"ó", {"o", "6", "é"}},
                                          {"ś", {"s", "s", "$"}},
                                          {"ź", {"z", "z", "2"}},
                                          {"ż", {"z", "z", "2"}}}};
// Of documents that are scans; of those, how many an engine read that does not know Polish; how many of the
// letters above each engine misreads.
constexpr double kScans = 0.15, kForeign = 0.4, kMisreadForeign = 0.8, kMisread = 0.06;

constexpr double kLengthSpread = 0.6;  // of the normal distribution of a length's logarithm
constexpr int kFirstYear = 2004, kYears = 22;

// ---- What is made of them.

std::string replaced(std::string text, std::string_view slot, std::string_view by) {
  if (const auto at = text.find(slot); at != text.npos) text.replace(at, slot.size(), by);
  return text;
}

// The values of a list that are different, as a record has them.
template <typename Value, typename Key>
void add_once(std::vector<Value>& values, Value value, Key key) {
  if (std::ranges::none_of(values, [&](const Value& each) { return each.*key == value.*key; }))
    values.push_back(std::move(value));
}

// One document while it is written.
class Writing {
 public:
  Writing(const Words& words, const Country& country, Random random)
      : words_(words), country_(country), random_(random), unit_(&country.unit(random_)) {}

  indexer::ProcessedDocument write(std::size_t ordinal, std::size_t mean_bytes) {
    const std::string number = std::to_string(ordinal);
    record_.source = "corpus/" + std::to_string(ordinal / 1000) + "/" + number + ".txt";
    record_.id = core::source_id(record_.source);
    const double spread = std::exp(kLengthSpread * random_.normal() - kLengthSpread * kLengthSpread / 2);
    const auto bytes =
        static_cast<std::size_t>(static_cast<double>(mean_bytes) * std::clamp(spread, 0.15, 6.0));
    choose_kind_and_time();
    choose_facts(static_cast<double>(mean_bytes) > 1000 ? 1 : 0.6);
    add_title();
    add_body(bytes);
    return damaged();
  }

 private:
  void choose_kind_and_time() {
    static const Weighted weights([] {
      std::vector<double> shares;
      for (const auto& [kind, share] : kKinds) shares.push_back(share);
      return shares;
    }());
    record_.kind = kKinds[weights.draw(random_)].first;
    // Later years have more: the root of an even chance.
    const int year = kFirstYear + static_cast<int>(std::sqrt(random_.unit()) * kYears);
    if (record_.kind == DocumentKind::strategy) {
      record_.period = core::Period{year, year + 4 + static_cast<int>(random_.below(7))};
    } else if (record_.kind == DocumentKind::programme && random_.chance(0.8)) {
      record_.period = core::Period{year, year + static_cast<int>(random_.geometric(0.5))};
    } else if (random_.chance(0.9)) {
      record_.date =
          core::Date{year, 1 + static_cast<int>(random_.below(12)), 1 + static_cast<int>(random_.below(28))};
    }
  }

  void add_place(const Unit& unit) {
    const auto kind = unit.county ? core::PlaceKind::county : core::PlaceKind::municipality;
    add_once(record_.places, core::Place{kind, unit.name.in(Case::nominative), unit.code, 1},
             &core::Place::name);
  }

  // Each is told in a sentence at least.
  void choose_facts(double share) {
    add_place(*unit_);
    const auto say = [&](const auto& templates, const Name& name) {
      std::string text(random_.one_of(templates));
      text = replaced(std::move(text), "{n}", name.in(Case::nominative));
      text = replaced(std::move(text), "{N}", capitalised(name.in(Case::nominative)));
      text = replaced(std::move(text), "{g}", name.in(Case::genitive));
      return replaced(std::move(text), "{i}", name.in(Case::instrumental));
    };
    for (std::size_t count = random_.geometric(1.2 * share); count > 0; --count) {
      const Unit& other = country_.neighbour(*unit_, random_);
      add_place(other);
      facts_.push_back(replaced(say(kOfUnit, other.name), "{l}", other.locative));
    }
    for (std::size_t count = random_.geometric(1.0 * share); count > 0; --count) {
      const Unit& whose = random_.chance(0.8) ? *unit_ : country_.neighbour(*unit_, random_);
      // Whoever heads a unit is told of most.
      const Person& person = whose.officials[random_.chance(0.5) ? 0 : random_.below(whose.officials.size())];
      add_once(record_.officials,
               core::Official{person.name.in(Case::nominative), person.role, whose.name.in(Case::nominative),
                              whose.code},
               &core::Official::name);
      facts_.push_back(
          replaced(replaced(say(kOfOfficial, person.name), "{r}", person.role), "{R}", person.role_genitive));
    }
    for (std::size_t count = random_.geometric(1.1 * share); count > 0; --count) {
      const Unit& whose = country_.neighbour(*unit_, random_);
      const bool local = random_.chance(0.6) && !whose.partners.empty();
      const Name& partner = local                 ? random_.one_of(whose.partners)
                            : random_.chance(0.5) ? whose.name
                                                  : country_.partner(random_);
      add_once(record_.partners, core::Partner{partner.in(Case::nominative), std::nullopt},
               &core::Partner::name);
      facts_.push_back(say(kOfPartner, partner));
    }
    for (std::size_t count = random_.geometric(0.5 * share); count > 0; --count) {
      const std::string& programme = country_.programme(random_);
      if (std::ranges::find(record_.programmes, programme) == record_.programmes.end())
        record_.programmes.push_back(programme);
      facts_.push_back(say(kOfProgramme, Name{{programme, programme, programme}}));
    }
  }

  void add_title() {
    const std::string& of = unit_->name.in(Case::genitive);
    const std::string years =
        record_.period ? std::to_string(*record_.period->from) + "–" + std::to_string(*record_.period->to)
                       : "";
    const std::string year = std::to_string(record_.date ? record_.date->year : kFirstYear);
    switch (record_.kind) {
      case DocumentKind::strategy:
        record_.title = "Strategia rozwoju " + of + " na lata " + years;
        break;
      case DocumentKind::programme:
        record_.title = "Program współpracy " + of + " z organizacjami pozarządowymi" +
                        (record_.period ? " na lata " + years : "");
        break;
      case DocumentKind::resolution:
        record_.title = "Uchwała nr " + std::to_string(1 + random_.below(400)) + "/" + year + " Rady " + of +
                        " w sprawie " + words_.phrase(random_, 4);
        break;
      case DocumentKind::minutes:
        record_.title = "Protokół z sesji Rady " + of + " w " + year + " roku";
        break;
      case DocumentKind::partnership:
        record_.title = "Porozumienie o współpracy " + of + " w zakresie " + words_.phrase(random_, 3);
        break;
      case DocumentKind::notice:
        record_.title = "Obwieszczenie o " + words_.phrase(random_, 4) + " na terenie " + of;
        break;
      default:
        record_.title = capitalised(words_.phrase(random_, 5)) + " w " + unit_->locative;
    }
    text_ = record_.title + "\n";
    if (record_.date) {
      text_ += "z dnia " + std::to_string(record_.date->day) + "." + std::to_string(record_.date->month) +
               "." + std::to_string(record_.date->year) + " r.\n";
    }
    text_ += "\n";
  }

  void add_goals() {
    const bool tells = record_.kind == DocumentKind::strategy || record_.kind == DocumentKind::programme;
    if (!tells) return;
    const std::size_t strategic = 1 + random_.below(3);
    for (std::size_t i = 1; i <= strategic; ++i) {
      const std::size_t parent = record_.goals.size();
      add_goal(GoalLevel::strategic, "Cel strategiczny ", std::to_string(i), std::nullopt);
      for (std::size_t j = 1, count = random_.below(3); j <= count; ++j)
        add_goal(GoalLevel::operational, "Cel operacyjny ", std::to_string(i) + "." + std::to_string(j),
                 parent);
    }
    text_ += "\n";
  }
  void add_goal(GoalLevel level, std::string_view label, std::string number,
                std::optional<std::size_t> parent) {
    std::string wording = capitalised(words_.phrase(random_, 4 + random_.below(6)));
    text_.append(label).append(number).append(". ").append(wording).append("\n");
    record_.goals.push_back({level, std::move(number), std::move(wording), parent, 1});
  }

  void add_body(std::size_t bytes) {
    add_goals();
    std::size_t told = 0;
    // Facts are spread among sentences; a text that is too short for its facts grows by them.
    while (text_.size() < bytes || told < facts_.size()) {
      for (std::size_t sentences = 2 + random_.below(4); sentences > 0; --sentences) {
        const bool more = text_.size() < bytes;
        if (told < facts_.size() && (!more || random_.chance(0.4))) {
          text_ += facts_[told++];
        } else if (more) {
          text_ += words_.sentence(random_);
        } else {
          break;
        }
        text_ += ' ';
      }
      text_.back() = '\n';
    }
  }

  indexer::ProcessedDocument damaged() {
    indexer::ProcessedDocument made;
    made.record = std::move(record_);
    made.mended.text = std::move(text_);
    made.text = made.mended;
    if (!random_.chance(kScans)) return made;
    const double misread = random_.chance(kForeign) ? kMisreadForeign : kMisread;
    const std::string_view clean = made.mended.text;
    std::string& source = made.text.text;
    source.clear();
    for (std::size_t at = 0; at < clean.size();) {
      const std::size_t begin = at;
      while (at < clean.size() && std::string_view(" \n.,").find(clean[at]) == std::string_view::npos) ++at;
      add_word(clean.substr(begin, at - begin), misread, made);
      if (at < clean.size()) source += clean[at++];
    }
    return made;
  }

  // Adds the word as recognition reads it, and the repair where that is not what stands on paper.
  void add_word(std::string_view word, double misread, indexer::ProcessedDocument& made) {
    std::string& source = made.text.text;
    const std::size_t begin = source.size();
    for (std::size_t at = 0; at < word.size();) {
      const auto damage = std::ranges::find_if(
          kDamages, [&](const Damage& each) { return word.substr(at).starts_with(each.letter); });
      if (damage != kDamages.end() && random_.chance(misread)) {
        source += random_.one_of(damage->read);
        at += damage->letter.size();
      } else {
        source += word[at++];
      }
    }
    if (source.compare(begin, source.npos, word) != 0)
      made.repairs.push_back({{begin, source.size()}, std::string(word), 0.9});
  }

  const Words& words_;
  const Country& country_;
  Random random_;
  const Unit* unit_;
  core::Record record_;
  std::vector<std::string> facts_;
  std::string text_;
};

// Texts of the demonstration corpus, decoded.
core::Result<std::vector<std::string>> sample_texts(const std::filesystem::path& samples,
                                                    const indexer::Resources& resources) {
  std::vector<indexer::InputFailure> failures;
  std::vector<std::string> texts;
  for (const auto& path : indexer::find_inputs({samples}, failures)) {
    const auto input = indexer::read_file(path);
    if (!input) return input.error();
    const auto decoded = indexer::decode(*input, resources.html_names);
    if (!decoded) return decoded.error();
    texts.push_back(decoded->text.text);
  }
  if (!failures.empty()) return failures.front().error;
  return texts;
}

}  // namespace

core::Result<Generator> Generator::make(const CorpusSettings& settings, const std::filesystem::path& samples,
                                        const indexer::Resources& resources) {
  const auto texts = sample_texts(samples, resources);
  if (!texts) return texts.error();
  auto words = Words::learn(*texts, resources.lexicon, settings.dictionary_step);
  if (!words) return words.error();
  auto country = Country::make(core::data_folder(), settings.seed);
  if (!country) return country.error();
  return Generator(settings, *std::move(words), *std::move(country));
}

indexer::ProcessedDocument Generator::document(std::size_t ordinal) const {
  Random seeds(settings_.seed + ordinal * 0x5851F42D4C957F2DU);
  return Writing(words_, country_, Random(seeds.next())).write(ordinal, settings_.bytes);
}

}  // namespace szukajst::bench
