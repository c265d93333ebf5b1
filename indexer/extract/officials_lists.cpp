// Posts of many: names in lists, on lines of their own, in columns, among those who voted or were there.
#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/officials_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

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
    const bool line_ends = gap.empty() && source_.after(t - 1).find('\n') != std::string_view::npos &&
                           !holds_blank_line(source_.after(t - 1));
    if (gap.empty() && t < source_.tokens.size() &&
        (source_.tokens[t].word->form == "i" || source_.tokens[t].word->form == "oraz"))
      ++t;
    else if (!line_ends && gap != "," && gap != ";")
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

// "Radni obecni (13): Jan Mak, Anna Nowak": the names behind what is said of those who are listed. Whether
// there are any.
bool OfficialsFinder::add_present(const Post& post) {
  constexpr std::size_t kReach = 4;  // tokens
  std::size_t t = post.tail;
  while (t < source_.tokens.size() && t <= post.tail + kReach &&
         source_.after(t - 1).find(':') == std::string_view::npos) {
    if (source_.after(t - 1).find_first_of(".;\n") != std::string_view::npos || capitalised(source_.token(t)))
      return false;
    ++t;
  }
  const Person* const person = t < source_.tokens.size() ? persons_.covering(t) : nullptr;
  if (person == nullptr || person->first != t || !utf8::trim(source_.after(t - 1)).ends_with(":") ||
      source_.after(t - 1).find("\n") != std::string_view::npos)
    return false;
  add(post, *person, behind_name(person->end));
  add_list(post, person->end);
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

// "Za:", "ZA (13):", "ZA (13)" on a line of its own: where the names of those who voted so begin; behind the
// last token where there are none.
std::size_t OfficialsFinder::names_of_vote(std::size_t token) const {
  const std::size_t none = source_.tokens.size();
  const auto behind = [&](std::size_t t) { return utf8::trim(source_.after(t - 1)); };
  if (behind(token).starts_with(':')) return token;
  if (behind(token) != "(" || token >= none || !is_number(token)) return none;
  const std::size_t next = token + 1;
  const bool ends_line = behind(next) == ")" && source_.after(token).find('\n') != std::string_view::npos;
  return behind(next) == "):" || ends_line ? next : none;
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
    const std::size_t names = names_of_vote(post.end);
    if (names == source_.tokens.size()) continue;
    for (std::size_t t = names; t < source_.tokens.size();) {
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
    for (std::size_t t = head; heads && t-- > 1 && head - t <= kReach && !counted;) {
      const language::Word& word = *source_.tokens[t].word;
      counted = (has_lemma(word, "radny") || (has_lemma(word, "członek") && names_council(t))) &&
                source_.token(t - 1) == std::to_string(persons.size());
    }
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

}  // namespace szukajst::indexer::extract
