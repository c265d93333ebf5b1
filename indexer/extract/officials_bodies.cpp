// Whose posts they are: councils and boards of units, and bodies that are no local government's.
#include <algorithm>
#include <string>

#include "core/utf8.h"
#include "indexer/extract/officials_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

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

// Whether a council is named before the token.
bool OfficialsFinder::names_council(std::size_t token) const {
  for (std::size_t t = 0; t < token; ++t)
    if (is_council(t)) return true;
  return false;
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
    // "Radą kieruje …": at a sentence's beginning every word has a capital.
    if (is_council(t))
      return (capitalised(source_.token(t)) && sentences_.first(t) != t) || !of_other_body(t);
    // "Obecnych: 14 radnych. Nieobecna: …"
    if (t > 0 && is_number(t - 1) && has_lemma(*source_.tokens[t].word, "radny")) return true;
    if (has_lemma(*source_.tokens[t].word, "rada") || says(OfficeWord::not_public, t)) return false;
  }
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
  for (std::size_t t = post.first; t-- > 0 && post.first - t <= kReachOfCouncil;) {
    if (!has_lemma(*source_.tokens[t].word, "zarząd")) continue;
    if (says(OfficeWord::not_public, t + 1)) return true;
    if (t == 0) return false;
    // "Prezes Zarządu", "Członek Zarządu": the first is none of a county's, of the second nothing is said.
    if (leads_society(t - 1)) return true;
    if (!has_lemma(*source_.tokens[t - 1].word, "członek")) return false;
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

// "prezes", "wiceprezes": no unit's body has one.
bool OfficialsFinder::leads_society(std::size_t token) const {
  const language::Word& word = *source_.tokens[token].word;
  return has_lemma(word, "prezes") || has_lemma(word, "wiceprezes") || has_lemma(word, "prezeska");
}

// Whether the post is one of those that societies have, too, and nothing is said of whose it is.
bool OfficialsFinder::may_be_of_society(const Post& post) const {
  return post.level == Level::owner && post.mention == nullptr && post.tail == post.end;
}

// "Stowarzyszeniem „Wisła”, reprezentowanym przez Skarbnika …": for whom it acts was named right before.
bool OfficialsFinder::acts_for_society(const Post& post) const {
  constexpr std::size_t kNear = 5, kReach = 25;  // tokens to the words, and to whom they are said of
  if (!may_be_of_society(post)) return false;
  std::size_t acts = post.first;
  while (acts > 0 && post.first - acts < kNear && !says(OfficeWord::party, acts)) --acts;
  if (!says(OfficeWord::party, acts)) return false;
  for (std::size_t t = acts; t-- > 0 && acts - t <= kReach;) {
    if (const PlaceMention* mention = places_.at(t); mention != nullptr && mention->unit != nullptr &&
                                                     mention->context != PlaceContext::none &&
                                                     mention->context != PlaceContext::preposition)
      return false;
    if (capitalised(source_.token(t)) && (says(OfficeWord::body, t) || says(OfficeWord::not_public, t)))
      return true;
    if (is_number(t) && source_.lines[source_.line_of_token(t)].first_token == t) return false;
  }
  return false;
}

// "prezes Jan Mak, sekretarz Anna Nowak", "przewodniczącym Komitetu jest Jan Mak, a sekretarzem Anna Nowak":
// of the society or team whose head stands before it in the sentence.
bool OfficialsFinder::behind_head_of_society(const Post& post) const {
  if (!may_be_of_society(post)) return false;
  const std::size_t first = sentences_.first(post.first);
  if (std::ranges::any_of(posts_, [&](const Post& other) {
        return other.first >= first && other.first < post.first && !other.role->deputy.empty();
      }))
    return false;
  for (std::size_t t = first; t + 1 < post.first; ++t) {
    if (leads_society(t)) return true;
    if (has_lemma(*source_.tokens[t].word, "przewodniczący") && source_.after(t) == " " &&
        capitalised(source_.token(t + 1)) && says(OfficeWord::team, t + 1))
      return true;
  }
  return false;
}

// "Jan Mak – skarbnik, Bank Spółdzielczy": beside the post stands whom he is from.
bool OfficialsFinder::beside_society(const Post& post) const {
  return may_be_of_society(post) && post.end < source_.tokens.size() && source_.after(post.end - 1) == ", " &&
         capitalised(source_.token(post.end)) && says(OfficeWord::not_public, post.end);
}

// "Wóz dla OSP w Lipnie … kluczyki odebrał naczelnik Jan Mak": the head of the firemen that the text tells
// of.
bool OfficialsFinder::heads_firemen(const Post& post) const {
  constexpr std::size_t kReach = 50;  // tokens
  if (!may_be_of_society(post) || !has_lemma(*source_.tokens[post.end - 1].word, "naczelnik")) return false;
  for (std::size_t t = post.first; t-- > 0 && post.first - t <= kReach;) {
    const language::Word& word = *source_.tokens[t].word;
    if (says(OfficeWord::municipality, t) && capitalised(source_.token(t)) && has_lemma(word, "urząd"))
      return false;
    if (has_lemma(word, "wydział") || has_lemma(word, "starostwo")) return false;
    if (word.form == "osp" || has_lemma(word, "strażak") || has_lemma(word, "druh")) return true;
  }
  return false;
}

// Whether the post is of a body that is no local government's.
bool OfficialsFinder::of_society(const Post& post) const {
  return heads_firemen(post) || of_body_before(post) || acts_for_society(post) ||
         behind_head_of_society(post) || beside_society(post);
}

}  // namespace szukajst::indexer::extract
