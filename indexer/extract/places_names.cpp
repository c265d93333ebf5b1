#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "gazetteer/name_guesser.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/places_tables.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;

// What speaks for a nominative besides its ending; natural logarithms. What an ending and the names around
// weigh beside the dictionaries was weighed with bench/places: these know the names of municipalities far
// better than those of villages, and their namesakes elsewhere as well.
constexpr double kEnding = 0.55;      // of what the ending alone says
constexpr double kHeard = 3;          // another form in the text may be the same name's
constexpr double kAttested = 1;       // it stands in the text
constexpr double kNamed = 5;          // it stands where a nominative does
constexpr double kNearBest = 3;       // how much less likely a name may be than the best to be heard
constexpr double kProperWord = 2.2;   // a dictionary knows the form as that name's
constexpr double kCommonWord = 0.5;   // a dictionary knows the form as that word's
constexpr double kOtherWord = -1.2;   // a dictionary knows the form as another word's
constexpr double kKnownName = 1;      // a dictionary has the nominative as a name
constexpr double kKnownWord = 0.8;    // a dictionary has it as a word
constexpr double kInRegion = 4;       // a village around bears it
constexpr double kNear = 60;          // kilometres that are around
constexpr double kElsewhere = 0.7;    // a place elsewhere does
constexpr double kNotDeclined = 1.4;  // "we wsi Topolno" rather than "we wsi Topolnie"
constexpr double kHopeless = 9;       // how much less likely than the best nothing else makes up for
constexpr double kUnlikely = -9.5;    // an ending that no name has
constexpr double kLeast = -8.5;       // below it the word is no name
constexpr double kTwins = 0.1;        // of what others say of "Lewków" or "Lewkowo", where the region tells
constexpr double kPartOfName = 6;     // a word of the language beside an adjective: "Nowa Wieś"

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

char gender_of(const Grammar& known) {
  if (known.plural) return 'p';
  if (known.genders & kFeminine) return 'f';
  return known.genders & kNeuter ? 'n' : 'm';
}

char gender_by_ending(std::string_view nominative) {
  if (nominative.ends_with('a')) return 'f';
  if (ends_with_any(nominative, {"y", "i"})) return 'p';
  return ends_with_any(nominative, {"o", "e"}) ? 'n' : 'm';
}

// "Szrope": a plural in -e has a soft consonant before it, as "Kielce" and "Harsze" have.
bool is_hard_plural(std::string_view nominative, char gender) {
  if (gender != 'p' || !nominative.ends_with('e')) return false;
  const std::string_view stem = nominative.substr(0, nominative.size() - 1);
  if (ends_with_any(stem, {"sz", "cz", "rz", "dz"})) return false;
  return ends_with_any(stem, {"b", "p", "w", "f", "m", "n", "t", "d", "s", "z", "r", "ł", "k", "g", "h"});
}

}  // namespace

LocalityNames::LocalityNames(const SourceText& source, const PlaceRules::Tables& tables)
    : source_(source), tables_(tables) {}

namespace {

// "Szczytów" is of Szczyty, and "Nowaków" of Nowaki: what else ends otherwise than names in -ów decline.
bool no_plural_of(std::string_view form, std::string_view nominative, char gender) {
  const std::string_view stem = form.substr(0, form.size() - std::string_view("ów").size());
  if (nominative.ends_with("owy")) return true;
  if (gender != 'p' && !nominative.ends_with('e')) return false;
  if (ends_with_any(stem, {"k", "g"})) return nominative != std::string(stem) + "i";
  const bool soft = ends_with_any(stem, {"i", "c", "j", "l", "sz", "cz", "rz", "ż", "ń", "ś", "ź", "ć"});
  return !soft && nominative != std::string(stem) + "y";
}

// "Lewkowie" is of Lewków or of Lewkowo: a namesake far away says little, and the names around say much.
bool is_twin(std::string_view nominative) {
  return ends_with_any(nominative, {"ów", "owo"});
}

}  // namespace

bool LocalityNames::attested(const std::string& nominative) const {
  if (!attested_) {
    attested_.emplace();
    for (std::size_t i = 0; i < source_.tokens.size(); ++i)
      if (capitalised(source_.token(i))) attested_->insert(source_.token(i));
  }
  return attested_->contains(nominative);
}

void LocalityNames::go_to(const gazetteer::Unit* unit) {
  here_ = unit != nullptr && unit->coordinates ? unit : nullptr;
  region_ = nullptr;
}

const gazetteer::NameGuesser::Region* LocalityNames::region() const {
  if (here_ == nullptr || region_ != nullptr) return region_;
  auto known = regions_.find(here_);
  if (known == regions_.end())
    known = regions_.emplace(here_, source_.gazetteer.guesser().around(*here_->coordinates)).first;
  return region_ = &known->second;
}

// What the nominative itself says: whether a dictionary knows it, as a name or as a word.
double LocalityNames::known_name(const Noun& noun) const {
  const language::Word& word = source_.analyzer.word(noun.nominative);
  if (word.source == language::WordSource::guess) return 0;
  bool common = false;
  for (const language::Reading& reading : word.readings) {
    if (reading.lemma == noun.nominative) {
      const Grammar known = grammar(reading);
      if (reading.tag.empty() || (known.part == PartOfSpeech::noun && (known.genders & kPersonal) == 0))
        return kKnownName;
    }
    common |= reading.lemma == word.form;
  }
  return common ? kKnownWord : 0;
}

double LocalityNames::familiarity(const std::string& nominative) const {
  double score = 0;
  if (const auto forms = heard_.find(nominative); forms != heard_.end() && forms->second > 1) score += kHeard;
  if (attested(nominative)) score += kAttested;
  if (named_.contains(nominative)) score += kNamed;
  const std::string_view word = nominative;
  const auto known = source_.gazetteer.match_locality({&word, 1});
  bool elsewhere = false;
  for (const gazetteer::NameForm& form : source_.gazetteer.match({&word, 1}).forms)
    elsewhere |= form.name_case == gazetteer::NameCase::nominative;
  for (const gazetteer::LocalityForm& form : known.forms) {
    if (form.name_case != gazetteer::NameCase::nominative) continue;
    elsewhere = true;
    const auto& where = form.locality->coordinates;
    if (here_ != nullptr && where && gazetteer::distance(*where, *here_->coordinates) < kNear)
      return score + kInRegion;
  }
  return elsewhere ? score + (is_twin(nominative) && here_ != nullptr ? kTwins : 1) * kElsewhere : score;
}

// What a dictionary's readings make of the form; score 0.
std::vector<LocalityNames::Noun> LocalityNames::by_dictionary(const language::Word& word,
                                                              unsigned cases) const {
  std::vector<Noun> found;
  if (word.source == language::WordSource::guess) return found;
  for (const language::Reading& reading : word.readings) {
    const bool proper = capitalised(reading.lemma);
    if (reading.tag.empty()) {  // hunspell knows no cases
      const bool nominative = utf8::lower(reading.lemma) == word.form;
      if (proper && nominative == (cases == kNominative))
        found.push_back({reading.lemma, gender_by_ending(reading.lemma), kProperWord});
      continue;
    }
    const Grammar known = grammar(reading);
    if (known.part != PartOfSpeech::noun || (known.cases & cases) == 0) continue;
    if ((known.genders & kPersonal) != 0 && proper) continue;  // a surname
    if (known.plural && !ends_with_any(reading.lemma, {"y", "e", "i"})) continue;
    found.push_back({with_capital(reading.lemma), gender_of(known), proper ? kProperWord : kCommonWord});
  }
  return found;
}

std::vector<LocalityNames::Noun> LocalityNames::nouns(std::string_view form, unsigned cases,
                                                      std::string_view genders, bool part) const {
  using gazetteer::NameCase;
  static constexpr std::array<std::pair<CaseBits, NameCase>, 6> kCases = {
      {{kNominative, NameCase::nominative},
       {kGenitive, NameCase::genitive},
       {kDative, NameCase::dative},
       {kAccusative, NameCase::accusative},
       {kInstrumental, NameCase::instrumental},
       {kLocative, NameCase::locative}}};
  const language::Word& word = source_.analyzer.word(form);
  std::vector<Noun> found;
  for (const auto& [bit, name_case] : kCases) {
    if ((cases & bit) == 0) continue;
    std::vector<Noun> dictionary = by_dictionary(word, bit);
    for (Noun& noun : dictionary)
      if (part && noun.score == kCommonWord && !is_twin(noun.nominative)) noun.score = kPartOfName;
    const double choice = bit == kNominative && cases != kNominative ? kNotDeclined : 0;
    for (gazetteer::NameGuesser::Guess& guess :
         source_.gazetteer.guesser().nominatives(form, name_case, region())) {
      const auto known = std::find_if(dictionary.begin(), dictionary.end(), [&](const Noun& noun) {
        return noun.nominative == guess.nominative && noun.gender == guess.gender;
      });
      // "w Rogożu": before ż a closed syllable has ó.
      if (guess.gender == 'm' && bit != kNominative && guess.nominative.ends_with("oż"))
        guess.nominative.replace(guess.nominative.size() - std::string_view("oż").size(), 1, "ó");
      Noun noun{std::move(guess.nominative), guess.gender, kEnding * guess.log_share + guess.habit + choice};
      const double trust = is_twin(noun.nominative) && region() != nullptr ? kTwins : 1;
      if (known != dictionary.end()) {
        noun.score += trust * known->score;
        dictionary.erase(known);
      } else if (word.source == language::WordSource::polimorf) {
        noun.score += trust * kOtherWord;
      }
      found.push_back(std::move(noun));
    }
    for (Noun& noun : dictionary)
      found.push_back({std::move(noun.nominative), noun.gender, kUnlikely + noun.score + choice});
  }
  // "w Rojach": no name of one thing ends so, and none in -ja or -ia is many.
  const bool many = form.ends_with("ach") && (cases & kNominative) == 0;
  std::erase_if(found, [&](const Noun& noun) {
    if (many && (noun.gender != 'p' || ends_with_any(noun.nominative, {"ja", "ia"}))) return true;
    if (form.ends_with("ów") && no_plural_of(form, noun.nominative, noun.gender)) return true;
    return genders.find(noun.gender) == std::string_view::npos || noun.nominative.ends_with("ę") ||
           is_hard_plural(noun.nominative, noun.gender);
  });
  // "w Głuchych": an adjective's plural, which no noun ends like.
  if (ends_with_any(form, {"ych", "ich"}) && (cases & (kGenitive | kLocative)) != 0) {
    const bool soft = form.ends_with("ich");
    const std::string plural = std::string(form.substr(0, form.size() - (soft ? 2 : 3))) + "e";
    std::erase_if(found, [&](const Noun& noun) { return noun.nominative != plural; });
    if (found.empty() && genders.find('p') != std::string_view::npos) found.push_back({plural, 'p', 0});
  }
  // "w Okrzei": hardly ever a name in -ej, such as "kolej".
  if (form.ends_with("ei") && (cases & (kGenitive | kDative | kLocative)) != 0 &&
      genders.find('f') != std::string_view::npos) {
    std::erase_if(found, [](const Noun& noun) { return noun.nominative.ends_with("ej"); });
    if (found.empty()) found.push_back({std::string(form.substr(0, form.size() - 1)) + "ja", 'f', 0});
  }
  // "w Siedliskach": what stands for many such things is one name in -ska, hardly ever one in -ski.
  const bool neuter = ends_with_any(form, {"iskach", "yskach"});
  double best = -1e9;
  for (Noun& noun : found) {
    if (neuter && noun.nominative.ends_with("ski")) noun.score -= kHeard;
    best = std::max(best, noun.score);
  }
  if (neuter &&
      std::ranges::none_of(found, [](const Noun& noun) { return noun.nominative.ends_with("ska"); }))
    found.push_back({std::string(form.substr(0, form.size() - 2)), 'p', best + 1});
  for (const Noun& noun : found) best = std::max(best, noun.score);
  std::erase_if(found, [&](const Noun& noun) { return noun.score < best - kHopeless; });
  for (Noun& noun : found)
    noun.score += (is_twin(noun.nominative) && region() != nullptr ? kTwins : 1) * known_name(noun);
  return found;
}

LocalityNames::Noun LocalityNames::noun(std::string_view form, unsigned cases, std::string_view genders,
                                        bool part) const {
  Noun best;
  best.score = kLeast;
  // "w Starejwsi": an adjective and "wieś" written as one word.
  constexpr std::string_view kVillage = "ejwsi";
  if (form.ends_with(kVillage) && form.size() > kVillage.size() + 2 &&
      (cases & (kGenitive | kDative | kLocative)) != 0) {
    std::string_view stem = form.substr(0, form.size() - kVillage.size());
    if (ends_with_any(stem, {"ki", "gi"})) stem.remove_suffix(1);
    return {std::string(stem) + "awieś", 'f', 0};
  }
  for (Noun& noun : nouns(form, cases, genders, part)) {
    noun.score += familiarity(noun.nominative);


    if (noun.score > best.score) best = std::move(noun);
  }
  return best;
}

void LocalityNames::hear(std::size_t token, unsigned cases) {
  const std::string form(source_.token(token));
  if (cases == kNominative) named_.insert(form);
  if (!forms_.insert(form).second) return;
  const std::vector<Noun> found = nouns(form, cases, kAllGenders, false);
  double best = -1e9;
  for (const Noun& noun : found) best = std::max(best, noun.score);
  std::unordered_set<std::string_view> counted;
  for (const Noun& noun : found)
    if (noun.score > best - kNearBest && counted.insert(noun.nominative).second) ++heard_[noun.nominative];
}

bool LocalityNames::adjectival(std::size_t token, unsigned cases) const {
  const language::Word& word = *source_.tokens[token].word;
  const bool known =
      std::any_of(word.readings.begin(), word.readings.end(), [&](const language::Reading& reading) {
        const Grammar g = grammar(reading);
        return g.part == PartOfSpeech::adjective && (g.cases & cases) != 0;
      });
  // "w Biskupicach Ołobocznych": endings that no noun of a place's name has in these cases
  const bool by_ending = word.source != language::WordSource::polimorf && (cases & kNominative) == 0 &&
                         ends_with_any(source_.token(token), {"nych", "nym", "nego", "nej"});
  return known || by_ending ||
         ends_with_any(source_.token(token),
                       {"ska", "cka", "skie", "ckie", "skiej", "ckiej", "skim", "ckim", "dzkiej", "dzkim",
                        "dzkich", "skich", "ckich", "skiego", "ckiego", "owej", "owym", "owego", "owych"});
}

std::string LocalityNames::adjective(std::string_view form, char gender) const {
  const language::Word& word = source_.analyzer.word(form);
  for (const language::Reading& reading : word.readings)
    if (word.source != language::WordSource::guess && grammar(reading).part == PartOfSpeech::adjective)
      return with_capital(adjective_in_gender(masculine_adjective(reading, form), gender));
  const std::string masculine = masculine_adjective(form);
  return masculine == form ? masculine : adjective_in_gender(masculine, gender);
}

// The genders of nouns that the adjective may stand beside: "Wielkiej" f, "Dworskim" m and n.
std::string_view LocalityNames::genders_beside(std::string_view adjective) {
  if (ends_with_any(adjective, {"ej", "ą", "a"})) return "f";
  if (ends_with_any(adjective, {"ych", "ich", "ymi", "imi"})) return "p";
  if (ends_with_any(adjective, {"ego", "ym", "im"})) return "mn";
  if (ends_with_any(adjective, {"e"})) return "np";
  return "m";
}

std::string LocalityNames::sharing(const std::string& name, std::size_t token) const {
  const std::size_t space = name.rfind(' ');
  if (space == std::string::npos) return {};
  const char gender = name.ends_with('a') ? 'f' : ends_with_any(name, {"y", "i"}) ? 'm' : 'n';
  return name.substr(0, space + 1) + adjective(source_.token(token), gender);
}

bool LocalityNames::has_county_attribute(std::size_t token) const {
  const std::size_t next = token + 1;
  if (next >= source_.tokens.size() || !only_space(source_.after(token)) ||
      holds_blank_line(source_.after(token)) || !capitalised(source_.token(next)))
    return false;
  // "w Toruniu Chełmiński Dom Kultury"
  if (next + 1 < source_.tokens.size() && source_.after(next) == " " && capitalised(source_.token(next + 1)))
    return false;
  // "Zielonka Pasłęcka": of a town that no county is called after
  const auto ends = [&](std::string_view ending) { return source_.token(next).ends_with(ending); };
  if (source_.tokens[next].word->source == language::WordSource::guess &&
      (ends("ski") || ends("cki") || ends("ska") || ends("cka") || ends("skie") || ends("ckie")))
    return true;
  const std::string adjective = utf8::lower(source_.token(next));
  const std::string_view word = adjective;
  return std::ranges::any_of(source_.gazetteer.match({&word, 1}).forms, [](const gazetteer::NameForm& form) {
    return form.unit->kind() == core::PlaceKind::county && form.name_case == gazetteer::NameCase::adjective;
  });
}

// Whether a further word of a name stands behind the gap. A line may end within "w Radzicach | Dużych"; in
// the nominative the next line may begin another name.
bool LocalityNames::follows(std::size_t token, std::string_view gap, unsigned cases, std::size_t most) const {
  if (token + 1 >= std::min(most, source_.tokens.size())) return false;
  const std::string_view between = source_.after(token);
  const bool wrapped = gap == " " && only_space(between) && !holds_blank_line(between) &&
                       between.find('\n') != std::string_view::npos &&
                       ((cases & kNominative) == 0 || has_county_attribute(token));
  return (between == gap || wrapped) && capitalised(source_.token(token + 1)) &&
         utf8::length(source_.token(token + 1)) > 2;
}

bool LocalityNames::may_be_long(std::size_t token, unsigned cases, std::size_t most) const {
  if (token + 1 >= std::min(most, source_.tokens.size())) return false;
  return follows(token, "-", cases, most) || source_.tokens[token + 1].word->form == "nad" ||
         settlement_follows(token, most) ||
         (follows(token, " ", cases, most) && (adjectival(token + 1, cases) || adjectival(token, cases)));
}

// "Kolonia Lipki", "w Majdanie Kozic": a kind of settlement, and behind it a name that stays as it is.
bool LocalityNames::settlement_follows(std::size_t token, std::size_t most) const {
  constexpr std::size_t kShortest = 4;  // code points
  return token + 1 < std::min(most, source_.tokens.size()) && source_.after(token) == " " &&
         tables_.means(*source_.tokens[token].word, PlaceWord::settlement) &&
         capitalised(source_.token(token + 1)) && utf8::length(source_.token(token + 1)) >= kShortest;
}

LocalityNames::Name LocalityNames::read(std::size_t token, unsigned cases, std::size_t most) const {
  most = std::min(most, source_.tokens.size());
  Name name{token, {}};
  const auto follows = [&](std::string_view gap) { return this->follows(token, gap, cases, most); };
  const std::string_view first = source_.token(token);
  if (settlement_follows(token, most)) {
    const auto& lemmas = source_.tokens[token].word->lemmas;
    const auto kind = std::ranges::find_if(lemmas, [&](const std::string& lemma) {
      const auto [begin, end] = tables_.words.equal_range(lemma);
      return std::any_of(begin, end, [](const auto& word) { return word.second == PlaceWord::settlement; });
    });
    if (kind != lemmas.end())
      return {token + 2, with_capital(*kind) + " " + std::string(source_.token(token + 1))};
  }
  if (follows("-")) {
    const Noun head = noun(first, cases), tail = noun(source_.token(token + 1), cases, kAllGenders, true);
    if (head.nominative.empty() || tail.nominative.empty()) return name;
    name = {token + 2, head.nominative + "-" + tail.nominative};
  } else if (follows(" ") && adjectival(token + 1, cases) && !adjectival(token, cases)) {
    const std::string_view genders = genders_beside(source_.token(token + 1));
    Noun head = noun(first, cases, genders, true);
    if (head.nominative.empty() && genders == "p")
      head = {std::string(first) + "y", 'p', 0};  // "Smard Górnych"
    if (head.nominative.empty()) return name;
    name = {token + 2, head.nominative + " " + adjective(source_.token(token + 1), head.gender)};
  } else if (follows(" ") && adjectival(token, cases)) {
    const Noun tail = noun(source_.token(token + 1), cases, genders_beside(first), true);
    if (tail.nominative.empty()) return name;
    name = {token + 2, adjective(first, tail.gender) + " " + tail.nominative};
    // "Nowa Wieś Ełcka"
    const std::size_t third = token + 2;
    if (third < most && source_.after(third - 1) == " " && capitalised(source_.token(third)) &&
        adjectival(third, cases) &&
        genders_beside(source_.token(third)).find(tail.gender) != std::string_view::npos)
      name = {third + 1, name.nominative + " " + adjective(source_.token(third), tail.gender)};
  } else {
    const Noun head = noun(first, cases);
    if (head.nominative.empty()) return name;
    name = {token + 1, head.nominative};
    // "Osiek nad Wisłą": names that others bear are told apart so.
    const std::size_t river = token + 2;
    if (river < most && source_.after(token) == " " && source_.tokens[token + 1].word->form == "nad" &&
        source_.after(token + 1) == " " && capitalised(source_.token(river)) &&
        !source_.gazetteer.forms(head.nominative).empty())
      name = {river + 1, head.nominative + " nad " + std::string(source_.token(river))};
  }
  return name;
}

}  // namespace szukajst::indexer::extract
