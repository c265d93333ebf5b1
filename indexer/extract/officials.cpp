#include "indexer/extract/officials.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/officials_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using gazetteer::Unit;

// "były wójt", "wieloletni, dziś już były sołtys"; not "obecni byli wójt …".
bool OfficialsFinder::former_before(std::size_t token) const {
  for (std::size_t back = 1; back <= 3 && back <= token; ++back) {
    const std::size_t at = token - back;
    const std::string_view gap = source_.after(at);
    const bool other_column =
        gap.find("  ") != std::string_view::npos && gap.find('\n') == std::string_view::npos;
    if (other_column || holds_blank_line(gap) || gap.find_first_of(",;:()") != std::string_view::npos)
      return false;
    // "mówił o tym od dawna. Radny Jan Mak"
    constexpr std::size_t kLongestAbbreviation = 3;  // "byłego", "b.", "ówcz."
    if (gap.starts_with('.') && source_.token(at).size() > kLongestAbbreviation + 1 &&
        sentences_.of[at] != sentences_.of[token])
      return false;
    if (at > 0 && tables_.says(OfficeWord::not_former, source_, at - 1) == 2) return false;
    // "Wtedy sekretarz Anna Kos zaproponowała": when it was, at a sentence's beginning.
    const auto& readings = source_.tokens[at].word->readings;
    const bool when = at == sentences_.first(at) &&
                      std::ranges::none_of(readings,
                                           [](const language::Reading& reading) {
                                             return grammar(reading).part == PartOfSpeech::adjective;
                                           }) &&
                      capitalised(source_.token(at)) && utf8::length(source_.token(at)) > 3;
    if (!when && says(OfficeWord::former, at)) return true;
    // "podsunęła była radna": behind a verb it is none; "Byli też wójtowie …" is a verb itself
    if (back == 1 && says(OfficeWord::former_first, at))
      return at == sentences_.first(at) || !only_space(source_.after(at - 1)) ||
             is_verb(*source_.tokens[at - 1].word);
    if (gap.find('.') != std::string_view::npos) return false;
  }
  return false;
}

bool OfficialsFinder::former(const Post& post, const Person& person) const {
  // "były burmistrz Jan Mak, dziś radny": that was said of the other post.
  const bool of_other_post = post.first >= person.end && std::ranges::any_of(posts_, [&](const Post& other) {
                               return other.first < person.first && other.tail == person.first;
                             });
  if (former_before(post.first) || (!of_other_post && former_before(person.first))) return true;
  const std::size_t begin = person.first < post.first ? post.end : person.end;
  const std::size_t end = std::max(post.tail, person.end) + 3;
  for (std::size_t t = begin; t < std::min(end, source_.tokens.size()); ++t) {
    if (sentences_.of[t] != sentences_.of[begin - 1]) return false;
    if (says(OfficeWord::ended, t)) return true;
    // "Radna Anna Nowak wspomniała, że w latach …": that is said of something else.
    if (source_.after(t).find(',') != std::string_view::npos) return false;
  }
  return false;
}

// "pełnomocniczka wójta Anna Nowak": the post in the genitive belongs to another word for a person.
bool OfficialsFinder::of_another(const Post& post) const {
  if (post.first == 0 || post.cases == 0 || (post.cases & kGenitive) == 0) return false;
  const std::size_t before = post.first - 1;
  if (!only_space(source_.after(before)) || says(OfficeWord::degree, before)) return false;
  return names_people(*source_.tokens[before].word) && (post.behind.cases & kNominative) != 0;
}

// "z up. wójta": whoever signs there holds another post.
bool OfficialsFinder::by_proxy(const Post& post) const {
  constexpr std::size_t kMost = 3;  // tokens
  // "w imieniu starosty Jana Maka": he himself is named.
  const unsigned oblique = kGenitive | kDative | kInstrumental;
  if (post.behind.end != post.behind.first && (post.behind.cases & kNominative) == 0 &&
      (post.behind.cases & oblique) != 0 && !post.behind.initial)
    return false;
  for (std::size_t back = 1; back <= std::min(kMost, post.first); ++back)
    if (tables_.says(OfficeWord::proxy, source_, post.first - back) == back) return true;
  return false;
}

bool OfficialsFinder::needs_met(const Post& post) const {
  switch (post.role->need) {
    case Need::nothing:
      return !of_other_board(post);
    case Need::name:
      return (post.mention != nullptr && post.mention->unit != nullptr) || units_.of_city(post);
    case Need::office:
      return units_.office_before(post, posts_) != nullptr && !has_own_post(post) && !of_other(post);
    case Need::headed:
      return true;
    case Need::vote:  // such posts are looked for apart
    case Need::attendance:
      return false;
    case Need::council:
      return council_before(post.first) && !beside_office(post);
    case Need::board:
      return on_board(post);
  }
  return false;
}

// "Zastępca – Anna Nowak, Wójt Gminy Lisewo": who is named behind the word holds an office with a unit's
// name; then the word is of a body, and of no office named before it.
bool OfficialsFinder::has_own_post(const Post& post) const {
  const Person& person = post.behind;
  if (person.end == person.first || person.end >= source_.tokens.size()) return false;
  const std::string_view mark = utf8::trim(source_.after(person.end - 1));
  if (mark != "," && mark != "–" && mark != "-") return false;
  return std::any_of(posts_.begin() + (&post - posts_.data()), posts_.end(), [&](const Post& other) {
    return other.first == person.end && other.mention != nullptr;
  });
}

std::string OfficialsFinder::role_of(const Post& post) const {
  if (post.role->need != Need::office) return post.role->role;
  const Post* office = units_.office_before(post, posts_);
  return office == nullptr ? post.role->role : office->role->deputy;
}

// "Z. Nowak" is the person whom the text names in full elsewhere.
std::string OfficialsFinder::full_name(const Person& person) const {
  if (!person.initial) return person.name;
  const std::size_t space = person.name.find(' ');
  // "Dyr. W. Rekowska": an abbreviation does not tell the name's case.
  std::string as_printed;
  for (std::size_t t = person.first + 1; t < person.end; ++t)
    as_printed.append(t == person.first + 1 ? " " : "-").append(source_.token(t));
  for (const bool printed : {false, true})
    for (const Person& other : persons_.all()) {
      const std::size_t gap = other.name.find(' ');
      if (other.initial || gap == std::string::npos) continue;
      if (other.name.substr(gap) == (printed ? as_printed : person.name.substr(space)) &&
          other.name.starts_with(person.name.substr(0, space - 1)))
        return other.name;
    }
  return person.name;
}

// The post and the name; one stretch where they stand together.
core::Evidence OfficialsFinder::evidence(const Post& post, const Person& person) const {
  core::Evidence places;
  const std::size_t post_end = std::max(post.end, post.tail);
  if (post_end == person.first && only_space(source_.after(post_end - 1))) {
    core::add_evidence(places, source_.place(post.first, person.end));
  } else {
    if (post.first < post.end) core::add_evidence(places, source_.place(post.first, post_end));
    core::add_evidence(places, source_.place(person.first, person.end));
  }
  return places;
}

void OfficialsFinder::add(const Post& post, const Person& person, const Unit* beside) {
  taken_.insert(person.first);
  if (former(post, person)) return;
  const HeldUnit held = units_.of(post, posts_, beside);
  core::Official official{full_name(person), role_of(post), std::nullopt, std::nullopt,
                          evidence(post, person)};
  if (held.unit != nullptr) {
    official.unit = held.unit->label;
    official.teryt = held.unit->code;
  }
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i].name != official.name || found_[i].role != official.role) continue;
    core::add_evidence(official.evidence, found_[i].evidence);
    if (held.certainty <= certainties_[i]) {
      found_[i].evidence = std::move(official.evidence);
      return;
    }
    found_[i] = std::move(official);
    certainties_[i] = held.certainty;
    return;
  }
  found_.push_back(std::move(official));
  certainties_.push_back(held.certainty);
}

// "(Lubicz)" or "z Lubicza" right behind a name.
const Unit* OfficialsFinder::behind_name(std::size_t after) const {
  if (after >= source_.tokens.size()) return nullptr;
  const std::string_view mark = utf8::trim(source_.after(after - 1));
  const std::string& form = source_.tokens[after].word->form;
  if (mark != "(" && !(mark.empty() && (form == "z" || form == "ze"))) return nullptr;
  const PlaceMention* mention = places_.at(after);
  return mention == nullptr ? nullptr : mention->unit;
}

// "(reprezentująca burmistrza …)" right behind a name: whoever does is not that one.
bool OfficialsFinder::stands_in_for(std::size_t after) const {
  return after < source_.tokens.size() && utf8::trim(source_.after(after - 1)) == "(" &&
         says(OfficeWord::stands_for, after);
}

// Where the text names them without their post.
void OfficialsFinder::add_mentions() {
  std::unordered_multimap<std::string_view, core::Official*> by_name;
  for (core::Official& official : found_) by_name.emplace(official.name, &official);
  if (by_name.empty()) return;
  for (const Person& person : persons_.all()) {
    if (person.namesake) continue;
    const std::string name = full_name(person);
    const auto [begin, end] = by_name.equal_range(name);
    for (auto found = begin; found != end; ++found)
      core::add_evidence(found->second->evidence, source_.place(person.first, person.end));
  }
}

std::vector<core::Official> OfficialsFinder::find() {
  find_posts();
  for (Post& post : posts_) {
    if (post.rejected || by_proxy(post) || of_another(post) || of_society(post)) continue;
    if (const Role* role = headed(post)) post.role = role;
    if (!needs_met(post)) continue;
    if (post.plural && post.level == Level::village && add_by_village(post)) continue;
    Person person = holder(post);
    if (person.end == person.first) person = of_post_before(post);
    if (person.end != person.first) {
      if (person.namesake) continue;
      // "wójt Jan Mak – przewodniczący" of a team: no council, at whose head no wójt stands.
      if (post.role->need == Need::council && person.end <= post.first && taken(person)) continue;
      if (person.end <= post.first) person = in_case_of(post, person);
      post.named = true;
      post.holder = person;
      const std::size_t after = std::max(person.end, person.first < post.first ? post.tail : person.end);
      const bool of_each = post.plural && post.mentions.size() > 1 && person.first > post.first;
      if (of_each) post.mention = post.mentions.front();
      add(post, person, behind_name(person.end));
      if (post.plural) person.first > post.first ? add_list(post, after) : add_before(post, person);
      if (post.may_be_plural && person.first > post.first) add_second(post, after);
    } else {
      if (post.plural && !add_numbered(post) && !add_present(post)) add_lines(post);
      add_column(post);
    }
  }
  add_attendance();
  add_votes();
  merge_spellings();
  drop_by_office();
  add_mentions();
  return std::move(found_);
}

std::vector<core::Official> extract_officials(const SourceText& source, const Persons& persons,
                                              const Places& places, const Sentences& sentences,
                                              const Cells& cells, const OfficialRules& rules) {
  return OfficialsFinder(source, persons, places, sentences, cells, rules.tables()).find();
}

}  // namespace szukajst::indexer::extract
