#include "indexer/extract/officials.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/officials_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using gazetteer::Unit;

namespace {

constexpr std::size_t kNextName = 8;  // tokens between two names of a list

// 0 for what is none.
std::size_t whole_number(std::string_view digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Between a unit and the head of it in a list: "Stolna Anna Nowak", "Stolna – Anna Nowak".
bool leads_to_name(std::string_view gap) {
  return only_space(gap) || is_dash(utf8::trim(gap));
}

}  // namespace

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
  if (former_before(post.first) || former_before(person.first)) return true;
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

// Whether "Rada" is a unit's council: "Rada Gminy", "Rada Miejska", "rada"; not "Rada Seniorów".
bool OfficialsFinder::is_council(std::size_t token) const {
  if (!tables_.councils.has(*source_.tokens[token].word)) return false;
  if (token > 0 && has_lemma(*source_.tokens[token - 1].word, "członek")) return false;  // its are "radni"
  if (token + 1 >= source_.tokens.size() || !only_space(source_.after(token))) return true;
  const std::size_t next = token + 1;
  if (says(OfficeWord::not_public, next)) return false;
  if (tables_.roles_by_pattern.longest(source_, next).tokens != 0) return true;  // the next line's post
  const PlaceMention* mention = places_.at(next);
  return !capitalised(source_.token(next)) || says(OfficeWord::council, next) || mention != nullptr ||
         persons_.covering(next) != nullptr;
}

// "Partnerstwo „Nad Rzeką” … radą kieruje przewodniczący": a council of which nothing is said is that of the
// body that the text told of last.
bool OfficialsFinder::of_other_body(std::size_t council) const {
  constexpr std::size_t kReach = 200;  // tokens
  for (std::size_t t = council; t-- > 0 && council - t <= kReach;) {
    if (capitalised(source_.token(t)) && says(OfficeWord::body, t)) return true;
    if (capitalised(source_.token(t)) && has_lemma(*source_.tokens[t].word, "rada")) return false;
  }
  return false;
}

// Whether the last body named before the token is a unit's council.
bool OfficialsFinder::council_before(std::size_t token) const {
  const std::size_t sentence = sentences_.first(token);
  for (std::size_t t = token; t-- > 0 && (t >= sentence || token - t <= kReachOfCouncil);) {
    if (is_council(t)) return capitalised(source_.token(t)) || !of_other_body(t);
    // "Obecnych: 14 radnych. Nieobecna: …"
    if (t > 0 && is_number(t - 1) && has_lemma(*source_.tokens[t].word, "radny")) return true;
    if (has_lemma(*source_.tokens[t].word, "rada") || says(OfficeWord::not_public, t)) return false;
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

// "Zarząd Powiatu: … Członkowie – Anna Nowak": whether the last body named before the post is such a board.
bool OfficialsFinder::on_board(const Post& post) const {
  const std::string_view mark = utf8::trim(source_.after(post.end - 1));
  const bool behind_dash = post.first > 0 && is_dash(utf8::trim(source_.after(post.first - 1)));
  if (mark != ":" && !is_dash(mark) && !behind_dash) return false;
  for (std::size_t t = post.first; t-- > 0 && post.first - t <= kReachOfCouncil;) {
    const language::Word& word = *source_.tokens[t].word;
    if (has_lemma(word, "zarząd"))
      return says(OfficeWord::county, t + 1) || says(OfficeWord::voivodeship, t + 1);
    if (has_lemma(word, "rada") || has_lemma(word, "komisja") || says(OfficeWord::not_public, t))
      return false;
  }
  return false;
}

// "Posiedzenie Zarządu Stowarzyszenia … Członkowie Zarządu:": of the board that was named last, which is no
// county's.
bool OfficialsFinder::of_other_board(const Post& post) const {
  if (post.tail != post.end || !has_lemma(*source_.tokens[post.end - 1].word, "zarząd")) return false;
  for (std::size_t t = post.first; t-- > 0 && post.first - t <= kReachOfCouncil;)
    if (has_lemma(*source_.tokens[t].word, "zarząd")) return says(OfficeWord::not_public, t + 1);
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

// "Anna Nowak – Zastępca Burmistrza, przewodnicząca": beside an office it is the chair of the body whose
// members are listed.
bool OfficialsFinder::beside_office(const Post& post) const {
  if (post.first == 0) return false;
  const std::string_view mark = utf8::trim(source_.after(post.first - 1));
  // "wicestarosta Anna Nowak (przewodnicząca)"
  if (mark == "(" && post.first > 1) {
    const Person* const person = persons_.covering(post.first - 1);
    return person != nullptr && std::ranges::any_of(posts_, [&](const Post& other) {
             return &other != &post && other.behind.end != other.behind.first && !other.plural &&
                    other.behind.first == person->first && other.first < person->first;
           });
  }
  if (mark != ",") return false;
  for (auto other = posts_.data() + (&post - posts_.data()); other-- != posts_.data();)
    if (other->first < post.first)
      return std::max(other->end, other->tail) == post.first && other->behind.end == other->behind.first &&
             !other->plural;  // "13 radnych, nieobecni: …"
  return false;
}

// "Zastępca Głównego Inspektora": a deputy, but of whoever stands in the genitive behind the word.
bool OfficialsFinder::of_other(const Post& post) const {
  const std::size_t next = post.end;
  if (next >= source_.tokens.size() || source_.after(next - 1) != " " || persons_.covering(next) != nullptr ||
      places_.at(next) != nullptr || says(OfficeWord::degree, next))
    return false;
  const auto& readings = source_.tokens[next].word->readings;
  return std::any_of(readings.begin(), readings.end(), [](const language::Reading& reading) {
    const Grammar known = grammar(reading);
    return (known.part == PartOfSpeech::noun || known.part == PartOfSpeech::adjective) &&
           (known.cases & kGenitive) != 0;
  });
}

// "przedstawiciele firmy Zorza – dyrektor Anna Nowak": a post of which nothing is said, behind a dash after a
// body that is no local government's.
bool OfficialsFinder::of_body_before(const Post& post) const {
  constexpr std::size_t kNear = 5;  // tokens of the body's name
  if (!post.role->words || post.tail != post.end) return false;
  std::size_t t = post.first;
  while (t > sentences_.first(post.first) && source_.after(t - 1) == " " && says(OfficeWord::degree, t - 1))
    --t;
  if (t == 0 || t == sentences_.first(post.first) || !is_dash(utf8::trim(source_.after(t - 1))) ||
      persons_.covering(t - 1) != nullptr)
    return false;
  for (std::size_t back = 1; back <= std::min(kNear, t); ++back) {
    if (says(OfficeWord::not_public, t - back)) return true;
    if (t - back == 0 || !only_space(source_.after(t - back - 1)) ||
        sentences_.of[t - back] != sentences_.of[post.first])
      return false;
  }
  return false;
}

// "Zastępca – Anna Nowak, Wójt Gminy Lisewo": who is named behind the word holds an office with a unit's
// name; then the word is of a body, and of no office named before it.
bool OfficialsFinder::has_own_post(const Post& post) const {
  const Person& person = post.behind;
  if (person.end == person.first || person.end >= source_.tokens.size() ||
      utf8::trim(source_.after(person.end - 1)) != ",")
    return false;
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

// The further names behind a post in the plural: "radni Anna Nowak, Jan Lis (Lubicz) i Ewa Kos z Osieka",
// "wójtowie: Stolna Anna Nowak, Lisewa Jan Lis".
void OfficialsFinder::add_list(const Post& post, std::size_t after) {
  const bool lines = source_.after(post.end - 1).find('\n') != std::string_view::npos;
  const PlaceMention* before = nullptr;  // the name
  std::size_t names = 1;
  for (std::size_t t = after; t < source_.tokens.size() && t < after + kNextName;) {
    const std::string_view gap = source_.after(t - 1);
    if (gap.find_first_of(";!?") != std::string_view::npos) return;
    if (holds_blank_line(gap) && !gap.starts_with(',')) return;
    if (!lines && gap.find('\n') != std::string_view::npos && !only_space(gap) &&
        gap.find("- ") != std::string_view::npos)
      return;  // the next item of the list that the post is in
    const Person* person = persons_.covering(t);
    if (person != nullptr && person->first == t) {
      const Person read = post.cases != 0 ? persons_.at(t, post.cases) : *person;
      Post further = post;
      if (before != nullptr)
        further.mention = before;
      else if (names < post.mentions.size())  // "wójtowie Lubicza i Obrowa Jan Mak i Ewa Kos"
        further.mention = post.mentions[names];
      ++names;
      // "burmistrzowie: Adam Kos (Górzno) i Anna Mak – wójt Lisewa": no head of a unit is another's, too.
      const bool other = !post.role->deputy.empty() && has_post_behind(read);
      if (!stands_in_for(read.end) && !other) add(further, read, behind_name(read.end));
      before = nullptr;
      t = read.end;
      if (stands_in_for(t))
        while (t + 1 < source_.tokens.size() && source_.after(t).find(')') == std::string_view::npos) ++t;
      after = t = std::max(t, read.end);
      if (t > read.end) after = ++t;
      continue;
    }
    const bool aside = gap.find('(') != std::string_view::npos;  // "Anna Nowak (przewodnicząca)"
    const bool next_line = !lines && gap.find('\n') != std::string_view::npos;
    if (next_line && source_.tokens[t].token.kind == language::TokenKind::number) return;
    if (!aside &&
        (tables_.roles_by_pattern.longest(source_, t).tokens != 0 || names_people(*source_.tokens[t].word)))
      return;
    if (is_verb(*source_.tokens[t].word)) return;
    const PlaceMention* mention = places_.at(t);
    const bool of_next = mention != nullptr && mention->unit != nullptr &&
                         mention->end < source_.tokens.size() &&
                         leads_to_name(source_.after(mention->end - 1));
    if (of_next) before = mention;
    t = mention != nullptr ? mention->end : t + 1;
  }
}

// "sołtysi wsi: Krobia (Anna Nowak), Nowa Wieś – Jan Lis": where it is said of each whose he is, the village
// first. Whether it is such a list.
bool OfficialsFinder::add_by_village(const Post& post) {
  constexpr std::size_t kMostWords = 4;    // of a village's name
  constexpr std::size_t kMostBetween = 5;  // "sołtysi z naszej gminy:"
  Post held = post;
  std::size_t t = post.end;
  while (t < source_.tokens.size() && t < post.end + kMostBetween && source_.after(t - 1) == " " &&
         persons_.covering(t) == nullptr) {
    // Whose villages they are; their names are no units', though some are called like one.
    if (const PlaceMention* mention = places_.at(t); mention != nullptr && mention->unit != nullptr)
      held.mention = mention;
    ++t;
  }
  if (!utf8::trim(source_.after(t - 1)).starts_with(':')) return false;
  bool any = false;
  while (t < source_.tokens.size()) {
    std::size_t end = t;
    while (end < source_.tokens.size() && end < t + kMostWords && capitalised(source_.token(end)) &&
           (end == t || source_.after(end - 1) == " " || source_.after(end - 1) == "-"))
      ++end;
    const bool dash = end > t && is_dash(utf8::trim(source_.after(end - 1)));
    // "Krobia – p. Anna Nowak"
    while (dash && end < source_.tokens.size() && says(OfficeWord::degree, end)) ++end;
    const Person* person = end < source_.tokens.size() ? persons_.covering(end) : nullptr;
    const bool of_village = dash && person != nullptr && person->first == end;
    // "Krobia – Anna Nowak, Jan Lis, Rogowo – …": a village of two.
    if (!of_village) person = persons_.covering(t);
    if (person == nullptr || person->first != (of_village ? end : t) || (!any && !of_village)) return any;
    add(held, *person, nullptr);
    any = true;
    t = person->end;
    std::string_view gap = utf8::trim(source_.after(t - 1));
    if (gap.starts_with(')')) gap = utf8::trim(gap.substr(1));
    if (gap.empty() && t < source_.tokens.size() &&
        (source_.tokens[t].word->form == "i" || source_.tokens[t].word->form == "oraz"))
      ++t;
    else if (gap != "," && gap != ";")
      return any;
  }
  return any;
}

// Names on the lines behind a heading: "Radni Rady Gminy Lisewo" and below "1. Anna Nowak".
void OfficialsFinder::add_lines(const Post& post) {
  const Line& head = line_of(post.tail - 1);
  const bool heads_list = head.end_token == post.tail;
  if (head.end_token != post.tail && !source_.line(source_.line_of_token(post.tail - 1)).ends_with(':'))
    return;
  // Where a wide gap parts the post's words from what begins the line.
  std::size_t heading = post.first;
  while (heading > head.first_token && source_.after(heading - 1).find("   ") == std::string_view::npos)
    --heading;
  const bool in_column = heading > head.first_token;
  for (std::size_t i = source_.line_of_token(post.tail - 1) + 1; i < source_.lines.size(); ++i) {
    const Line& line = source_.lines[i];
    std::size_t t = line.first_token;
    while (t < line.end_token &&
           (source_.tokens[t].token.kind == language::TokenKind::number || says(OfficeWord::degree, t)))
      ++t;
    // "Protokolant      Podpisy członków zarządu": the names stand below, in the post's own column.
    if (in_column) {
      constexpr std::size_t kSlack = 4;  // code points
      while (t < line.end_token && column(t) + kSlack < column(heading)) ++t;
      while (t < line.end_token && is_number(t)) ++t;
    }
    const Person* person = t < line.end_token ? persons_.covering(t) : nullptr;
    if (person == nullptr || person->first != t) return;
    // "Witamy radnych i gości:" and below "Anna Nowak – wójt"
    if (!heads_list && has_post_behind(*person)) continue;
    add(post, *person, behind_name(person->end));
  }
}

// "Radni obecni na sali: 1. Jan Mak 2. Anna Nowak …": a list whose lines were lost. Whether it is one.
bool OfficialsFinder::add_numbered(const Post& post) {
  constexpr std::size_t kReach = 6, kFewest = 2;  // tokens before the colon; names
  std::size_t t = post.tail;
  const auto colon = [&] { return source_.after(t - 1).find(':') != std::string_view::npos; };
  for (; !colon(); ++t)
    if (t + 1 >= source_.tokens.size() || t >= post.tail + kReach ||
        source_.after(t - 1).find_first_of(".;\n") != std::string_view::npos)
      return false;
  if (source_.after(t - 1).find('\n') != std::string_view::npos) return false;
  std::vector<const Person*> persons;
  while (t < source_.tokens.size() && source_.token(t) == std::to_string(persons.size() + 1)) {
    std::size_t name = t + 1;
    while (name < source_.tokens.size() && says(OfficeWord::degree, name)) ++name;  // "Pan"
    const Person* const person = persons_.covering(name);
    if (person == nullptr || person->first != name) break;
    persons.push_back(person);
    t = person->end;
  }
  if (persons.size() < kFewest) return false;
  for (const Person* const person : persons)
    if (!has_post_behind(*person)) add(post, *person, behind_name(person->end));
  return true;
}

// "Wiceprzewodniczący Jan Mak i Anna Nowak": the word is one or many; a name that is joined by "i" and has
// no post of its own says which.
void OfficialsFinder::add_second(const Post& post, std::size_t after) {
  if (after + 1 >= source_.tokens.size() || source_.tokens[after].word->form != "i" ||
      !only_space(source_.after(after - 1)))
    return;
  const Person* second = persons_.covering(after + 1);
  if (second == nullptr || second->first != after + 1 || has_post_behind(*second)) return;
  add(post, *second, behind_name(second->end));
}

// The further names before a post in the plural: "Jan Mak i Anna Nowak – radni".
void OfficialsFinder::add_before(const Post& post, const Person& last) {
  for (Person person = last; joined_to_another(person);) {
    const bool comma = source_.after(person.first - 1) == ", ";
    const Person* other = persons_.covering(comma ? person.first - 1 : person.first - 2);
    if (other == nullptr) return;
    person = *other;
    add(post, person, nullptr);
  }
}

// "Przeciw: Anna Nowak, Jan Lis": where a council is spoken of, those who voted are its members.
void OfficialsFinder::add_votes() {
  bool council = false;
  std::size_t looked = 0;  // for a council, as far as here
  for (std::size_t i = 0; i < source_.tokens.size(); ++i) {
    const LemmaPatternIndex::Match match = tables_.roles_by_cue.longest(source_, i);
    if (match.tokens == 0 || tables_.cued_roles[match.pattern].need != Need::vote) continue;
    while (!council && looked <= i) council = is_council(looked++);
    if (!council) continue;
    Post post;
    post.first = i;
    post.end = post.tail = i + match.tokens;
    post.role = &tables_.cued_roles[match.pattern];
    if (!utf8::trim(source_.after(post.end - 1)).starts_with(':')) continue;
    for (std::size_t t = post.end; t < source_.tokens.size();) {
      const Person* person = persons_.covering(t);
      const bool passed = is_number(t) || says(OfficeWord::degree, t) ||
                          source_.tokens[t].word->form == "i" || source_.tokens[t].word->form == "oraz";
      if (person == nullptr && !passed) break;
      const std::size_t end = person == nullptr ? t + 1 : person->end;
      // Whoever holds another post of the council votes, too.
      const std::string name = person == nullptr ? std::string() : full_name(*person);
      if (person != nullptr && std::none_of(found_.begin(), found_.end(),
                                            [&](const core::Official& known) { return known.name == name; }))
        add(post, *person, nullptr);
      const std::string_view gap = source_.after(end - 1);
      t = end;
      if (gap.find_first_of(".;:(") != std::string_view::npos && !(person == nullptr && gap.starts_with('.')))
        break;
    }
  }
}

// How many councillors a line says were there: "W posiedzeniu wzięło udział 15 członków:"; 0 where it says
// nothing of it.
std::size_t OfficialsFinder::attendance_told(const Line& line) const {
  bool there = false;
  std::size_t count = 0;
  for (std::size_t t = line.first_token; t < line.end_token; ++t) {
    const language::Word& word = *source_.tokens[t].word;
    there = there || has_lemma(word, "wziąć") || has_lemma(word, "uczestniczyć");
    const bool of_council = has_lemma(word, "członek") || has_lemma(word, "radny");
    if (of_council && t > line.first_token && is_number(t - 1)) count = whole_number(source_.token(t - 1));
  }
  return there ? count : 0;
}

// The persons of the numbered lines from `line` on, one a line.
std::vector<const Person*> OfficialsFinder::numbered_lines(std::size_t line) const {
  std::vector<const Person*> persons;
  for (; line < source_.lines.size(); ++line) {
    const std::size_t number = source_.lines[line].first_token;
    const Person* const person =
        number + 1 < source_.lines[line].end_token ? persons_.covering(number + 1) : nullptr;
    if (!is_number(number) || person == nullptr || person->first != number + 1) break;
    persons.push_back(person);
  }
  return persons;
}

// "W sesji wzięło udział 14 radnych." above "Obecni:" and as many numbered names; or right above these.
void OfficialsFinder::add_attendance() {
  constexpr std::size_t kReach = 120;  // tokens between the number of councillors and the list
  const auto councillor = std::ranges::find_if(
      tables_.cued_roles, [](const Role& role) { return role.need == Need::attendance; });
  if (councillor == tables_.cued_roles.end()) return;
  for (std::size_t i = 0; i + 1 < source_.lines.size(); ++i) {
    if (!source_.line(i).ends_with(':')) continue;
    const Line& line = source_.lines[i];
    const std::size_t head = line.first_token;
    const LemmaPatternIndex::Match match = tables_.roles_by_cue.longest(source_, head);
    const bool heads = match.tokens > 0 && tables_.cued_roles[match.pattern].need == Need::attendance &&
                       line.end_token == head + match.tokens;
    const std::size_t told = heads ? 0 : attendance_told(line);
    if (!heads && told == 0) continue;
    const std::vector<const Person*> persons = numbered_lines(i + 1);
    bool counted = told > 0 && persons.size() == told;
    for (std::size_t t = head; heads && t-- > 1 && head - t <= kReach && !counted;)
      counted = has_lemma(*source_.tokens[t].word, "radny") &&
                source_.token(t - 1) == std::to_string(persons.size());
    if (persons.empty() || !counted) continue;
    Post post;
    post.first = head;
    post.end = post.tail = heads ? head + match.tokens : line.end_token;
    post.role = heads ? &tables_.cued_roles[match.pattern] : &*councillor;
    for (const Person* const person : persons) {
      const std::string name = full_name(*person);
      if (!has_post_behind(*person) &&
          std::ranges::none_of(found_, [&](const core::Official& known) { return known.name == name; }))
        add(post, *person, nullptr);
    }
  }
}

// The names of a table's column whose head is the post.
void OfficialsFinder::add_column(const Post& post) {
  for (const Cell& cell : cells_.all()) {
    if (post.first < cell.head_first || post.first >= cell.head_end) continue;
    const Person* person = persons_.covering(cell.first);
    if (person == nullptr) continue;
    Post held = post;
    held.first = held.end = held.tail = cell.first;  // where the row's unit is looked for
    add(held, *person, behind_name(person->end));
  }
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
    if (post.rejected || by_proxy(post) || of_another(post) || of_body_before(post)) continue;
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
      if (post.plural && !add_numbered(post)) add_lines(post);
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

// "radnego Krzysztofa Buła" beside "radny Krzysztof Buła": a surname that was not declined, and no Buł.
void OfficialsFinder::take_undeclined() {
  const auto surname_of = [](const core::Official& official) {
    return std::string_view(official.name).substr(official.name.rfind(' ') + 1);
  };
  const auto declined_twin = [&](const core::Official& official, const core::Official& other) {
    // The other's name is longer by the ending that was taken for a case's.
    if (other.name.size() != official.name.size() + 1 || !other.name.starts_with(official.name)) return false;
    if (other.role != official.role || other.unit != official.unit || official.evidence.empty()) return false;
    const FoldedWords words = folded_words(official.evidence.front().in(source_.text()));
    const std::string undeclined = folded_whole(surname_of(other));
    return std::ranges::any_of(words, [&](const FoldedWord& word) { return word.text == undeclined; });
  };
  std::vector<bool> gone(found_.size(), false);
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const auto twin = std::ranges::find_if(
        found_, [&](const core::Official& other) { return declined_twin(found_[i], other); });
    if (twin == found_.end()) continue;
    core::add_evidence(twin->evidence, found_[i].evidence);
    gone[i] = true;
  }
  keep_but(gone);
}

// Those that are gone are left out.
void OfficialsFinder::keep_but(const std::vector<bool>& gone) {
  std::vector<core::Official> kept;
  for (std::size_t i = 0; i < found_.size(); ++i)
    if (!gone[i]) kept.push_back(std::move(found_[i]));
  found_ = std::move(kept);
}

// "Piętka" and "Pietka" of one office are one person: the spelling that has its diacritics, unless the other
// is met more than twice as often.
void OfficialsFinder::merge_spellings() {
  take_undeclined();
  std::unordered_map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < found_.size(); ++i)
    if (found_[i].unit) alike[utf8::fold(found_[i].name) + "|" + *found_[i].unit].push_back(i);
  std::unordered_map<std::string_view, std::size_t> met;
  for (const Person& person : persons_.all()) ++met[person.name];
  std::vector<bool> gone(found_.size(), false);
  for (const auto& [key, indexes] : alike) {
    const auto other = [&](std::size_t i) { return found_[i].name != found_[indexes.front()].name; };
    if (std::none_of(indexes.begin(), indexes.end(), other)) continue;
    std::string best = found_[indexes.front()].name;
    for (const std::size_t i : indexes) {
      const std::string& name = found_[i].name;
      // Letters with diacritics take more bytes than those without.
      const bool marked = name.size() > best.size();
      if (marked ? 2 * met[name] >= met[best] : name.size() < best.size() && met[name] > 2 * met[best])
        best = name;
    }
    for (const std::size_t i : indexes) {
      found_[i].name = best;
      const auto same = std::find_if(indexes.begin(), indexes.end(), [&](std::size_t j) {
        return j < i && !gone[j] && found_[j].role == found_[i].role;
      });
      if (same == indexes.end()) continue;
      core::add_evidence(found_[*same].evidence, found_[i].evidence);
      gone[i] = true;
    }
  }
  keep_but(gone);
}

// The list of a board's members names the starosta too, who is one by his office: he has that post alone.
void OfficialsFinder::drop_by_office() {
  std::unordered_map<std::string_view, std::string_view> by_office;
  for (const Role& role : tables_.roles)
    if (!role.by_office.empty()) by_office.emplace(role.role, role.by_office);
  std::unordered_multimap<std::string, std::string> roles;  // by name
  for (const core::Official& official : found_) roles.emplace(official.name, official.role);
  std::erase_if(found_, [&](const core::Official& official) {
    const auto known = by_office.find(official.role);
    if (known == by_office.end()) return false;
    const std::string offices = "|" + std::string(known->second) + "|";
    const auto [begin, end] = roles.equal_range(official.name);
    return std::any_of(begin, end, [&](const auto& other) {
      return offices.find("|" + other.second + "|") != std::string::npos;
    });
  });
}

std::vector<core::Official> extract_officials(const SourceText& source, const Persons& persons,
                                              const Places& places, const Sentences& sentences,
                                              const Cells& cells, const OfficialRules& rules) {
  return OfficialsFinder(source, persons, places, sentences, cells, rules.tables()).find();
}

}  // namespace szukajst::indexer::extract
