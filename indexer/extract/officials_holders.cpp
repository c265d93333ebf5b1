// Who holds a post: the name behind it, before it, above it, or in its row.
#include <algorithm>

#include "core/utf8.h"
#include "indexer/extract/officials_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kActing = 2;  // tokens of "p.o."

}  // namespace

// "15", "piętnastu"
bool OfficialsFinder::is_number(std::size_t token) const {
  const auto& [text, word] = source_.tokens[token];
  return text.kind == language::TokenKind::number ||
         std::any_of(word->readings.begin(), word->readings.end(),
                     [](const language::Reading& reading) { return reading.tag.starts_with("num"); });
}

bool OfficialsFinder::taken(const Person& person) const {
  return taken_.contains(person.first);
}

std::size_t OfficialsFinder::column(std::size_t token) const {
  const std::size_t begin = source_.tokens[token].token.range.begin;
  const std::size_t line = source_.text().rfind('\n', begin);
  const std::size_t from = line == std::string_view::npos ? 0 : line + 1;
  return utf8::length(source_.text().substr(from, begin - from));
}

// In a text set in columns: the name in the line above, above the post.
Person OfficialsFinder::person_above(const Post& post) const {
  Person none;
  if (post.first == 0) return none;
  const std::size_t line = source_.line_of_token(post.first);
  if (line == 0) return none;
  // "Roman Dzik      Anna Kos" over "Burmistrz Lipna      Wójt Gminy Osina": the first of them.
  const auto set_apart = [&](std::size_t other) {
    for (std::size_t t = source_.lines[other].first_token; t + 1 < source_.lines[other].end_token; ++t)
      if (source_.after(t).find("   ") != std::string_view::npos) return true;
    return false;
  };
  const bool first_of_row = source_.lines[line].first_token == post.first && set_apart(line) &&
                            set_apart(line - 1) && source_.lines[line].blank_before == 0;
  if (!first_of_row && source_.after(post.first - 1).find("  ") == std::string_view::npos) return none;
  const auto in_column = [&](std::size_t other) -> const Person* {
    for (std::size_t t = source_.lines[other].first_token; t < source_.lines[other].end_token; ++t) {
      const Person* person = persons_.covering(t);
      if (person != nullptr && person->first == t && column(t) == column(post.first)) return person;
    }
    return nullptr;
  };
  // Signatures below one another, an empty line between: the name below the post is its holder's.
  if (line + 1 < source_.lines.size() &&
      source_.lines[line].blank_before > source_.lines[line + 1].blank_before &&
      in_column(line + 1) != nullptr)
    return none;
  const Person* const above = in_column(line - 1);
  return above != nullptr ? *above : none;
}

// "Protokołowała:      Przewodniczący Rady" above "Anna Nowak      (-) Jan Mak": posts side by side, and who
// holds each of them below it. The name that stands below the post's own words, not the first one of the
// line.
Person OfficialsFinder::person_below(const Post& post) const {
  constexpr std::size_t kMostLines = 3, kSlack = 6;  // lines; code points that a name may stand beside
  constexpr std::string_view kApart = "   ";
  Person none;
  if (post.plural) return none;
  const std::size_t line = source_.line_of_token(post.first);
  const bool right = post.first > source_.lines[line].first_token &&
                     source_.after(post.first - 1).find(kApart) != std::string_view::npos;
  const bool left = post.first == source_.lines[line].first_token &&
                    post.tail < source_.lines[line].end_token &&
                    source_.after(post.tail - 1).find(kApart) != std::string_view::npos;
  if ((!right && !left) || (right && post.tail != source_.lines[line].end_token &&
                            source_.after(post.tail - 1).find(kApart) == std::string_view::npos))
    return none;
  // "Jan Mak      wójt": names and posts in a row, unless a name stands right below the post.
  constexpr std::size_t kSameColumn = 2;  // code points
  const std::size_t begin = column(post.first);
  for (std::size_t t = source_.lines[line].first_token; t < source_.lines[line].end_token; ++t) {
    if (persons_.covering(t) == nullptr) continue;
    for (std::size_t below = line + 1; right && below < std::min(source_.lines.size(), line + kMostLines);
         ++below)
      for (std::size_t u = source_.lines[below].first_token; u < source_.lines[below].end_token; ++u) {
        const Person* const person = persons_.covering(u);
        const bool apart = u == source_.lines[below].first_token ||
                           source_.after(u - 1).find(kApart) != std::string_view::npos;
        if (person != nullptr && person->first == u && apart && !has_post_behind(*person) &&
            std::max(column(u), begin) - std::min(column(u), begin) <= kSameColumn)
          return *person;
      }
    return none;
  }
  const std::size_t end = column(post.tail - 1) + utf8::length(source_.token(post.tail - 1));
  for (std::size_t below = line + 1; below < std::min(source_.lines.size(), line + 1 + kMostLines); ++below) {
    bool other = false;
    const Person* nearest = nullptr;
    std::size_t apart = kSlack + 1;
    for (std::size_t t = source_.lines[below].first_token; t < source_.lines[below].end_token; ++t) {
      const Person* const person = persons_.covering(t);
      if (person == nullptr || person->first != t) continue;
      other = true;
      const std::size_t name = column(t);
      const std::size_t name_end = column(person->end - 1) + utf8::length(source_.token(person->end - 1));
      const std::size_t distance = name > end ? name - end : begin > name_end ? begin - name_end : 0;
      if (distance < apart) nearest = person, apart = distance;
    }
    if (nearest != nullptr && (nearest->cases & kNominative) == 0)
      if (Person named = persons_.in_nominative(nearest->first); named.end == nearest->end) return named;
    if (nearest != nullptr) return *nearest;
    // A line that names others and nobody here ends a row of signatures; the next row has its own posts.
    if (!other && tables_.roles_by_pattern.longest(source_, source_.lines[below].first_token).tokens != 0)
      return none;
  }
  return none;
}

// "Anna Nowak – sekretarz", "Anna Nowak, Wójt Gminy Lisewo", "Anna Nowak, od roku wójt", "Anna Nowak (wójt)",
// "Anna Nowak została wójtem", the name a line above.
Person OfficialsFinder::person_before(const Post& post) const {
  Person none;
  std::size_t begin = post.first;
  bool linked = false, beside = false;
  // "Stanowisko: wójt", and above it the name
  const std::size_t least = std::min(sentences_.first(post.first), line_of(post.first).first_token);
  while (begin > least) {
    const bool copula = says(OfficeWord::copula, begin - 1);
    const bool said_beside = says(OfficeWord::beside, begin - 1);
    if (!copula && !is_number(begin - 1) && !said_beside) break;
    beside |= said_beside;
    linked |= copula && (post.cases & kInstrumental) != 0;
    --begin;
  }
  if (begin == 0) return none;
  Person person = ending_at(begin);
  if (person.end == person.first && begin == post.first) person = stranger_before(post);
  const std::string_view gap = source_.after(begin - 1);
  const std::string_view mark = utf8::trim(gap);
  const bool line_above = mark.empty() && gap.find('\n') != std::string_view::npos;
  if (person.end == person.first) return none;
  if (linked && mark.empty()) return person;
  if (!line_above && !is_dash(mark) && mark != "," && !in_row_of_columns(post)) return none;
  if (post.womans && person.gender == 'm' && !person.initial) return none;  // "Jan Mak, Radna Anna Nowak"
  // "Anna Nowak, dyrektorów szkół": of many there must be two.
  if (post.plural && (line_above || (!is_dash(mark) && mark != ",") || !joined_to_another(person)))
    return none;
  // "przewodniczący – Anna Nowak, wójt Lisewa": two posts, if the second says whose it is and ends the line.
  // But "starosta Jan Mak, wójt Lisewa" above "Anna Nowak" goes on with her.
  const Person* const below = post.tail < source_.tokens.size() ? persons_.covering(post.tail) : nullptr;
  const bool wrapped = below != nullptr && below->first == post.tail && person.first > 0 &&
                       only_space(source_.after(person.first - 1)) &&
                       !holds_blank_line(source_.after(post.tail - 1));
  const bool second = !line_above && !post.plural && post.mention != nullptr && !wrapped &&
                      line_of(post.first).end_token == post.tail;
  // "były burmistrz Jan Mak, dziś radny"
  const bool another = beside && mark == ",";
  if (taken(person) && !is_dash(mark) && !second && !another) return none;
  return person;
}

// "mówił Algis Nevulis, wójt Puńska": a name that no table has, within a sentence, before a post and its
// unit.
Person OfficialsFinder::stranger_before(const Post& post) const {
  constexpr std::size_t kWords = 2;
  Person none;
  if (post.plural || post.mention == nullptr || post.first < sentences_.first(post.first) + kWords + 1 ||
      source_.after(post.first - 1) != ", ")
    return none;
  const std::size_t first = post.first - kWords;
  if (!is_verb(*source_.tokens[first - 1].word) || !only_space(source_.after(first - 1)) ||
      !only_space(source_.after(first)))
    return none;
  for (std::size_t t = first; t < post.first; ++t)
    if (source_.tokens[t].word->source != language::WordSource::guess || !capitalised(source_.token(t)) ||
        places_.at(t) != nullptr || persons_.covering(t) != nullptr)
      return none;
  const Person person = persons_.at(first, kNominative);
  return person.end == post.first ? person : none;
}

// The person whose name ends right before the token. "Nowak - Lis" is one surname where a post or a dash is
// behind it.
Person OfficialsFinder::ending_at(std::size_t token) const {
  Person none;
  if (token == 0) return none;
  if (const Person* person = persons_.covering(token - 1)) return person->end == token ? *person : none;
  if (token < 2 || utf8::trim(source_.after(token - 2)) != "-") return none;
  const Person* first = persons_.covering(token - 2);
  const bool surname = first != nullptr && first->end == token - 1 && !first->reversed && !first->initial &&
                       capitalised(source_.token(token - 1)) && places_.at(token - 1) == nullptr &&
                       source_.after(token - 2).find('\n') == std::string_view::npos &&
                       tables_.roles_by_pattern.longest(source_, token - 1).tokens == 0;
  return surname ? persons_.until(*first, token) : none;
}

// Whether the person may hold the post by gender and case: "Jana Maka wójt" says what the wójt did to him.
bool OfficialsFinder::agrees(const Post& post, const Person& person) const {
  if (post.womans && person.gender == 'm' && !person.initial) return false;
  if (post.any_cases == 0 || person.cases == 0 || (post.any_cases & person.cases) != 0) return true;
  return post.nominative && person.gender == 'f';  // "Annę Nowak, Wójt Gminy"
}

// "Zygmunta Maka – Starostę": the post's case says that he is no woman in the nominative.
Person OfficialsFinder::in_case_of(const Post& post, const Person& person) const {
  if (person.end == person.first || post.nominative || (person.cases & post.any_cases) != 0) return person;
  const Person read = named_at(post, person.first);
  return read.end == person.end && (read.cases & post.any_cases) != 0 ? read : person;
}

// "Jan Mak i Anna Nowak": whether another name stands right before this one.
bool OfficialsFinder::joined_to_another(const Person& person) const {
  if (person.first < 2) return false;
  const std::string& form = source_.tokens[person.first - 1].word->form;
  const bool joined = form == "i" || form == "oraz";
  const std::size_t end = joined ? person.first - 1 : person.first;
  const std::string_view gap = source_.after(end - 1);
  const Person* other = persons_.covering(end - 1);
  return other != nullptr && other->end == end && (joined ? only_space(gap) : gap == ", ");
}

// "Gmina Lisewo      Anna Nowak      wójt": the name in the column before the post's.
bool OfficialsFinder::in_row_of_columns(const Post& post) const {
  constexpr std::string_view kWide = "   ";
  if (post.first == 0) return false;
  const std::string_view gap = source_.after(post.first - 1);
  const Person* person = persons_.covering(post.first - 1);
  if (person == nullptr || person->end != post.first || !only_space(gap) || !gap.starts_with(kWide) ||
      gap.find('\n') != std::string_view::npos)
    return false;
  const std::size_t line = source_.line_of_token(post.first);
  if (person->first != source_.lines[line].first_token) return true;
  // "Anna Nowak      Wójt Gminy" over "                Jan Lis" are signatures.
  return line + 1 >= source_.lines.size() || source_.lines[line + 1].indent <= source_.lines[line].indent;
}

// "Jan Mak      przewodniczący zarządu, starosta": the name before the wide gap on the post's line, and but a
// few words between.
Person OfficialsFinder::person_of_row(const Post& post) const {
  constexpr std::size_t kNear = 6;  // tokens
  Person none;
  if (post.plural || post.first < 2 || source_.after(post.first - 1) != ", ") return none;
  const std::size_t line_begin = line_of(post.first).first_token;
  for (std::size_t t = post.first - 1; t > line_begin && post.first - t < kNear; --t) {
    if (persons_.covering(t) != nullptr || is_verb(*source_.tokens[t].word)) return none;
    const std::string_view gap = source_.after(t - 1);
    if (gap == " " || gap == ", ") continue;
    const Person* person = persons_.covering(t - 1);
    const bool wide = only_space(gap) && gap.find("   ") != std::string_view::npos;
    return wide && person != nullptr && person->end == t && agrees(post, *person) ? *person : none;
  }
  return none;
}

// Whether a post, or another word for people, stands right behind the name.
bool OfficialsFinder::has_post_behind(const Person& person) const {
  if (person.end >= source_.tokens.size()) return false;
  const std::string_view gap = source_.after(person.end - 1);
  const std::string_view mark = utf8::trim(gap);
  if (gap.find('\n') != std::string_view::npos || (!mark.empty() && !is_dash(mark)) || mark == "(")
    return false;
  const std::size_t post = person.end + (acting_at(person.end) ? kActing : 0);
  return tables_.roles_by_pattern.longest(source_, post).tokens != 0 ||
         names_people(*source_.tokens[person.end].word);
}

// "p.o." before a post.
bool OfficialsFinder::acting_at(std::size_t token) const {
  return token + kActing < source_.tokens.size() && source_.tokens[token].word->form == "p" &&
         source_.tokens[token + 1].word->form == "o" && source_.after(token + 1).starts_with('.');
}

// "Anna Nowak Wójt Gminy Lisewo Jan Lis Sekretarz Gminy": where no mark says whose a post between two names
// is, it is the first one's, unless that one has a post already, or the second has none of his own.
Person OfficialsFinder::touching(const Post& post) const {
  Person none;
  if (post.first == 0) return none;
  const std::size_t first =
      post.first >= kActing && acting_at(post.first - kActing) ? post.first - kActing : post.first;
  if (first == 0) return none;
  const std::string_view gap = source_.after(first - 1);
  if (gap != " " && (!is_dash(utf8::trim(gap)) || gap.find('\n') != std::string_view::npos)) return none;
  // "Jan Mak – p.o. sekretarza": the abbreviation governs the post's case.
  const bool acting = first != post.first;
  const Person person = acting ? ending_at(first) : in_case_of(post, ending_at(first));
  if (person.end == person.first || taken(person) || person.namesake || !(acting || agrees(post, person)))
    return none;
  if (post.behind.end != post.behind.first && !has_post_behind(post.behind)) return none;
  return person;
}

// "Anna Nowak – sołtys Lisewa i radna": two posts of one person.
Person OfficialsFinder::of_post_before(const Post& post) const {
  constexpr std::size_t kNear = 8;  // tokens
  Person none;
  const auto index = static_cast<std::size_t>(&post - posts_.data());
  if (index == 0 || post.plural) return none;
  const Post& before = posts_[index - 1];
  const std::string& form = source_.tokens[post.first - 1].word->form;
  if (!before.named || before.plural || before.holder.first >= before.first ||
      post.first - before.first > kNear || (form != "i" && form != "oraz"))
    return none;
  for (std::size_t t = before.first; t < post.first; ++t)
    if (!only_space(source_.after(t)) || persons_.covering(t) != nullptr) return none;
  return post.womans && before.holder.gender == 'm' ? none : before.holder;
}

// "Referat Promocji, którym kieruje Anna Nowak": what she is called who heads it; null where nothing is
// headed.
const Role* OfficialsFinder::headed(const Post& post) const {
  constexpr std::size_t kNear = 12;  // tokens
  if (!says(OfficeWord::heads, post.first)) return nullptr;
  const std::size_t least = sentences_.first(post.first);
  for (std::size_t t = post.first; t-- > least && post.first - t <= kNear;) {
    if (persons_.covering(t) != nullptr || tables_.roles_by_pattern.longest(source_, t).tokens != 0)
      return nullptr;
    if (const auto match = tables_.roles_by_cue.longest(source_, t);
        match.tokens != 0 && tables_.cued_roles[match.pattern].need == Need::headed)
      return &tables_.cued_roles[match.pattern];
  }
  return nullptr;
}

// Signatures with the name above the post: the line above is a name, and nearer than the one below.
bool OfficialsFinder::name_stands_above(const Post& post) const {
  const std::size_t line = source_.line_of_token(post.first);
  if (line == 0 || source_.lines[line].first_token != post.first) return false;
  const Person* person = persons_.covering(post.first - 1);
  if (person == nullptr || taken(*person) || person->first != source_.lines[line - 1].first_token)
    return false;
  const std::size_t next = source_.line_of_token(post.tail > post.first ? post.tail - 1 : post.first) + 1;
  return next < source_.lines.size() && source_.lines[next].blank_before > source_.lines[line].blank_before;
}

// "1. Nowak Anna – przewodnicząca komisji, radna": the one name of a line, which it begins with.
Person OfficialsFinder::first_on_line(const Post& post) const {
  Person none;
  const Line& line = line_of(post.first);
  std::size_t t = line.first_token;
  while (t < post.first && (is_number(t) || says(OfficeWord::degree, t))) ++t;
  const Person* person = persons_.covering(t);
  if (person == nullptr || person->first != t || person->end >= post.first || post.plural ||
      persons_.next(t) < line.end_token || (post.womans && person->gender == 'm' && !person->initial))
    return none;
  const std::string_view behind = utf8::trim(source_.after(person->end - 1));
  const std::string_view before = utf8::trim(source_.after(post.first - 1));
  return is_dash(behind) && (before == "," || is_dash(before)) ? *person : none;
}

// "Anna Nowak – prezes związku, wójt Lisewa": what stands between the dash and the comma is no post.
Person OfficialsFinder::person_before_dash(const Post& post) const {
  Person none;
  constexpr std::size_t kNear = 8;  // tokens
  if (post.first < 3 || source_.after(post.first - 1) != ", " || post.plural) return none;
  for (std::size_t t = post.first - 1; t > 0 && post.first - t < kNear; --t) {
    if (is_verb(*source_.tokens[t].word) || persons_.covering(t) != nullptr) return none;
    const std::string_view gap = source_.after(t - 1);
    if (!is_dash(utf8::trim(gap))) {
      if (gap != " ") return none;
      continue;
    }
    const Person* person = persons_.covering(t - 1);
    return person != nullptr && person->end == t && agrees(post, *person) ? *person : none;
  }
  return none;
}

// "Anna Nowak (prezes; na co dzień sekretarz gminy)"
Person OfficialsFinder::person_before_brackets(const Post& post) const {
  Person none;
  constexpr std::size_t kNear = 10;  // tokens
  for (std::size_t t = post.first; t > 0 && post.first - t < kNear; --t) {
    const std::string_view gap = source_.after(t - 1);
    if (gap.find(')') != std::string_view::npos || gap.find('\n') != std::string_view::npos) return none;
    const Person* person = persons_.covering(t - 1);
    if (gap.find('(') != std::string_view::npos)
      return person != nullptr && person->end == t ? *person : none;
    if (person != nullptr) return none;
  }
  return none;
}

// "wójt Lisewa Anna Nowak, wójt Borka" above "Jan Mak": nobody holds one post twice.
bool OfficialsFinder::same_before(const Post& post, const Person& person) const {
  const auto index = static_cast<std::size_t>(&post - posts_.data());
  return index > 0 && posts_[index - 1].role == post.role && posts_[index - 1].named &&
         posts_[index - 1].holder.first == person.first;
}

bool OfficialsFinder::on_line_of(const Post& post, const Person& person) const {
  return source_.line_of_token(person.end - 1) == source_.line_of_token(post.first);
}

// "Protokołowała      Przewodniczący Rady" over "Anna Nowak      Jan Mak": where signatures stand side by
// side, the first name or the last one, by where the post stands; scans keep one blank of many.
Person OfficialsFinder::beside_another(const Post& post) const {
  Person none;
  const std::size_t next = source_.line_of_token(post.tail - 1) + 1;
  const Line& own = line_of(post.tail - 1);
  const bool begins = post.first == own.first_token, ends = post.tail == own.end_token;
  if (begins == ends || next >= source_.lines.size()) return none;
  // "Protokołowała", or another post: not the middle of a sentence.
  const bool signs =
      begins ? tables_.roles_by_pattern.longest(source_, post.tail).tokens != 0
             : post.first == own.first_token + 1 || taken_beside(post, own) ||
                   (post.first > 0 && source_.after(post.first - 1).find("   ") != std::string_view::npos);
  if (!signs) return none;
  const Line& names = source_.lines[next];
  const Person* first = persons_.covering(names.first_token);
  if (first == nullptr || first->first != names.first_token || first->end >= names.end_token) return none;
  // "Iwona Lis, inspektor      Jan Mak"
  const Person* last = persons_.covering(names.end_token - 1);
  if (last == nullptr || last == first || last->end != names.end_token) return none;
  const std::string_view between = source_.after(last->first - 1);
  if (!only_space(between) || (last->first != first->end && between.find("   ") == std::string_view::npos))
    return none;
  // Who signs stands in the nominative: "Alojzy Kos" is no Alojza.
  const Person& signs_here = begins ? *first : *last;
  const Person read =
      (signs_here.cases & kNominative) != 0 ? signs_here : persons_.in_nominative(signs_here.first);
  return read.end == signs_here.end ? read : signs_here;
}

// Whether the post's line begins with another one.
bool OfficialsFinder::taken_beside(const Post& post, const Line& line) const {
  return post.first > line.first_token &&
         tables_.roles_by_pattern.longest(source_, line.first_token).tokens != 0;
}

// "Podpisy członków Zarządu:" at the right of a line, and below it at the left whoever took the minutes.
bool OfficialsFinder::left_of_column(const Post& post, const Person& person) const {
  constexpr std::size_t kSlack = 4;  // code points
  const Line& line = line_of(post.first);
  if (person.first < line.end_token) return false;
  std::size_t heading = post.first;
  while (heading > line.first_token && source_.after(heading - 1).find("   ") == std::string_view::npos)
    --heading;
  return heading > line.first_token && column(person.first) + kSlack < column(heading);
}

Person OfficialsFinder::holder(const Post& post) const {
  if (post.plural && post.behind.end != post.behind.first && left_of_column(post, post.behind)) return {};
  if (const Person above = person_above(post); above.end != above.first) return above;
  const bool on_line = post.behind.end != post.behind.first && on_line_of(post, post.behind);
  if (!on_line)
    if (const Person below = person_below(post); below.end != below.first) return below;
  if (const Person beside = beside_another(post); beside.end != beside.first) return beside;
  if (const Person of_row = person_of_row(post); of_row.end != of_row.first) return of_row;
  const bool named_behind = post.behind.end != post.behind.first;
  if (const Person person = touching(post); person.end != person.first) return person;
  // "wójt Jan Mak – przewodniczący, pani Anna Kos – sekretarz": a second post of his.
  if (named_behind && has_post_behind(post.behind) && post.first > 0 &&
      source_.after(post.end - 1).starts_with(',') && is_dash(utf8::trim(source_.after(post.first - 1))))
    if (const Person person = ending_at(post.first); person.end != person.first && taken(person))
      return person;
  if (!named_behind || name_stands_above(post)) {
    const Person before = person_before(post);
    if (before.end != before.first || named_behind) return before;
    for (const Person& far : {first_on_line(post), person_before_dash(post)})
      if (far.end != far.first) return far;
    return person_before_brackets(post);
  }
  // "Anna Nowak, inspektor" and a further name on the next line.
  if (line_of(post.first).end_token <= post.behind.first)
    for (const Person& before : {person_before(post), first_on_line(post)})
      if (before.end != before.first && on_line_of(post, before) && !same_before(post, before)) return before;
  return post.behind;
}

}  // namespace szukajst::indexer::extract
