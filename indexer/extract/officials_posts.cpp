// The posts of a text, and what is said behind each.
#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/officials_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kLongestGap = 18;  // tokens between a post and the name of who holds it
constexpr std::size_t kNextLine = 8;     // tokens of a post whose holder may stand on the next line

bool is_one_of(char32_t c, std::u32string_view marks) {
  return marks.find(c) != std::u32string_view::npos;
}

// What may stand between a post and a name; "(-)" says that a copy's original is signed.
bool passable(std::string_view gap) {
  for (const std::string_view signed_mark : {"(-)", "(–)", "( - )", "(—)"})
    if (const std::size_t at = gap.find(signed_mark); at != std::string_view::npos)
      return passable(gap.substr(0, at)) && passable(gap.substr(at + signed_mark.size()));
  for (std::size_t at = 0; at < gap.size();)
    if (!is_one_of(utf8::next(gap, at), U" \t\n\u00A0-–—:/.…|„”\"_")) return false;
  return true;
}

// "Szk6! Mechanizacji", "tej] gminy": a letter, or nothing, that recognition took for a mark.
bool is_stray(std::string_view gap) {
  return gap == "! " || gap == "] " || gap == "[ " || gap == "} ";
}

}  // namespace

bool OfficialsFinder::passes(std::string_view gap) const {
  return passable(gap) || (source_.lost_diacritics && is_stray(gap));
}

Post OfficialsFinder::post_at(std::size_t token, const LemmaPatternIndex::Match& match) const {
  Post post;
  post.first = token;
  post.end = post.tail = token + match.tokens;
  post.role = &tables_.roles[match.pattern];
  post.level = post.role->level;
  bool singular = false;
  unsigned singular_cases = 0;
  const std::vector<std::string>& heads = post.role->heads;
  // "członka" is a woman's post in the dictionaries, too: the word that was met counts.
  for (const bool only_heads : {true, false})
    for (const language::Reading& reading : source_.tokens[token].word->readings) {
      const Grammar known = grammar(reading);
      if (known.part != PartOfSpeech::noun || known.cases == 0 || (!only_heads && post.cases != 0)) continue;
      if (only_heads && std::find(heads.begin(), heads.end(), reading.lemma) == heads.end()) continue;
      post.cases |= known.cases;
      post.plural |= known.plural;
      singular |= !known.plural;
      if (!known.plural) singular_cases |= known.cases;
    }
  // "radna": the post's own word is a woman's and nothing else.
  bool mans = false;
  for (const language::Reading& reading : source_.tokens[token].word->readings) {
    const Grammar known = grammar(reading);
    if (known.part != PartOfSpeech::noun ||
        std::find(heads.begin(), heads.end(), reading.lemma) == heads.end())
      continue;
    (known.genders == kFeminine ? post.womans : mans) = true;
  }
  post.womans &= !mans;
  post.any_cases = post.cases;
  post.may_be_plural = post.plural && singular;
  // "Nieobecni: Anna Nowak, Jan Lis"
  if (post.cases == 0)
    for (const language::Reading& reading : source_.tokens[token].word->readings)
      post.plural |= grammar(reading).part == PartOfSpeech::adjective && grammar(reading).plural;
  // "sołtyski" is "of the sołtyska" too; behind a colon it is many.
  post.plural &= !singular || utf8::trim(source_.after(post.end - 1)).starts_with(':');
  // "wybrali sołtysem ponownie Jana Maka"
  constexpr std::size_t kNear = 4;  // tokens
  for (std::size_t back = 1; back <= std::min(kNear, token) && (post.cases & kInstrumental) != 0; ++back) {
    if (sentences_.of[token - back] != sentences_.of[token]) break;
    if (says(OfficeWord::elected, token - back)) post.any_cases = post.cases = kAccusative;
  }
  // It may as well not be declined: "wójt Annie Nowak"; but "sekretarz Krystyna Nowak" is a woman.
  post.nominative = (post.cases & kNominative) != 0;
  post.many_or_declined = post.nominative && singular && (singular_cases & kNominative) == 0;
  if (post.nominative) post.cases = 0;
  return post;
}

void OfficialsFinder::find_posts() {
  for (std::size_t i = 0; i < source_.tokens.size(); ++i) {
    if (!tables_.roles_by_pattern.may_begin(*source_.tokens[i].word) ||
        source_.tokens[i].token.kind != language::TokenKind::word || persons_.covering(i) != nullptr)
      continue;
    const LemmaPatternIndex::Match match = tables_.roles_by_pattern.longest(source_, i);
    if (match.tokens == 0) continue;
    if (tables_.roles[match.pattern].role.empty()) {  // a rank, and no post
      i += match.tokens - 1;
      continue;
    }
    posts_.push_back(post_at(i, match));
    read_behind(posts_.back());
    i += match.tokens - 1;
  }
}

// A unit's name between the post and its holder.
bool OfficialsFinder::pass_place(Post& post, std::size_t& token) const {
  const PlaceMention* mention = places_.at(token);
  if (mention == nullptr || (mention->lead != token && mention->first != token)) return false;
  // "jej zastępcą jest wójt Lisewa Jan Mak": another post.
  if (mention->first != token && token > post.end &&
      tables_.roles_by_pattern.longest(source_, token).tokens != 0)
    return false;
  const std::string_view behind = source_.after(mention->end - 1);
  if (line_of(token).first_token == token &&
      (is_dash(utf8::trim(behind)) || behind.find("   ") != std::string_view::npos ||
       behind.find("...") != std::string_view::npos)) {
    // "Anna Nowak, sekretarz" over "Lisewo – Jan Mak", or over "Lisewo      Jan Mak, wójt", "Lisewo ..... Jan
    // Mak, wójt"
    const Person before = person_before(post);
    if (before.end != before.first && on_line_of(post, before)) return false;
  }
  // The next row of a table.
  if (line_of(token).first_token == token && in_row_of_columns(post)) return false;
  if (mention->unit != nullptr || post.mention == nullptr) post.mention = mention;
  if (mention->unit != nullptr) post.mentions.push_back(mention);
  if (mention->context == PlaceContext::county && post.level == Level::owner) post.level = Level::county;
  post.tail = token = mention->end;
  return true;
}

// "Gminy", "miejskiej", "i Miasta": whose the post is, without a name.
bool OfficialsFinder::pass_unit_word(Post& post, std::size_t& token) const {
  static constexpr std::array<std::pair<OfficeWord, Level>, 3> kOfUnit = {
      {{OfficeWord::municipality, Level::municipality},
       {OfficeWord::county, Level::county},
       {OfficeWord::voivodeship, Level::voivodeship}}};
  const bool joined = source_.tokens[token].word->form == "i" && token + 1 < source_.tokens.size();
  // "Powiat Goleniowski" that stands in the next row.
  if (const PlaceMention* mention = places_.at(token); mention != nullptr && mention->lead == token)
    return false;
  for (const auto& [word, level] : kOfUnit)
    if (says(word, joined ? token + 1 : token)) {
      if (post.level == Level::owner) post.level = level;
      post.tail = token += joined ? 2 : 1;
      return true;
    }
  return false;
}

Person OfficialsFinder::named_at(const Post& post, std::size_t token) const {
  return persons_.at(token, post.cases);
}

// "wójt sąsiedniego Tymbarku", "radna sejmiku lubuskiego Anna Nowak": an adjective with a small letter before
// a place or a name.
bool OfficialsFinder::stands_before_name(std::size_t token) const {
  if (token + 1 >= source_.tokens.size()) return false;
  const PlaceMention* place = places_.at(token + 1);
  const Person* person = persons_.covering(token + 1);
  return ((place != nullptr && place->first == token + 1) ||
          (person != nullptr && person->first == token + 1)) &&
         only_space(source_.after(token)) && !capitalised(source_.token(token)) &&
         // "wójt gminy żary Jan Mak": a unit's name that recognition wrote with a small letter
         ((source_.lost_diacritics && token > 0 && says(OfficeWord::municipality, token - 1)) ||
          std::any_of(source_.tokens[token].word->readings.begin(),
                      source_.tokens[token].word->readings.end(),
                      [](const language::Reading& r) { return grammar(r).part == PartOfSpeech::adjective; }));
}

// In a table: whether the token stands in another row than the post.
bool OfficialsFinder::other_row(const Post& post, std::size_t token) const {
  const Cell *own = cells_.at(post.first), *other = cells_.at(token);
  return own != nullptr && other != nullptr && own->row != other->row;
}

// "Naczelnik Wydziału Rolnictwa, Leśnictwa i Ochrony Środowiska": whether what a department works on goes on
// at the token, as far as the last "i".
bool OfficialsFinder::goes_on_list(std::size_t token) const {
  constexpr std::size_t kMost = 8;  // tokens
  for (std::size_t t = token; t < std::min(source_.tokens.size(), token + kMost); ++t) {
    if (t > token && !passable(source_.after(t - 1)) && source_.after(t - 1) != ", ") return false;
    const language::Word& word = *source_.tokens[t].word;
    if (t > token && (word.form == "i" || word.form == "oraz")) return true;
    const bool genitive =
        std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
          const Grammar known = grammar(reading);
          return (known.part == PartOfSpeech::noun || known.part == PartOfSpeech::adjective) &&
                 (known.cases & kGenitive) != 0;
        });
    if (!genitive || persons_.covering(t) != nullptr ||
        tables_.roles_by_pattern.longest(source_, t).tokens != 0)
      return false;
  }
  return false;
}

// "wójt Lubicza, Jan Mak, który …": whether the name at the token, behind a comma, says who holds the post:
// in its case, closed by a comma or the sentence's end, and with no post of its own; nor has the post a name
// before it.
bool OfficialsFinder::in_apposition(const Post& post, std::size_t token) const {
  const Person* person = persons_.covering(token);
  const auto comma = [](std::string_view gap) { return utf8::trim(gap) == "," && !holds_blank_line(gap); };
  if (person == nullptr || person->first != token || post.plural || !comma(source_.after(token - 1)))
    return false;
  if (person_before(post).end != 0 || first_on_line(post).end != 0) return false;
  const Person read = named_at(post, token);
  if (read.end != person->end || (post.cases != 0 && (read.cases & post.cases) == 0)) return false;
  const std::string_view behind = source_.after(read.end - 1);
  const bool ends = read.end >= source_.tokens.size() || behind.starts_with('.');
  if (ends) return true;
  // "starosty, Jana Maka oraz wicestarosty, Ewy Lis przyjęli": in the post's case, before a verb or a post
  if (behind == " " && post.cases != 0 && (post.cases & kNominative) == 0) {
    const std::string& form = source_.tokens[read.end].word->form;
    const bool joined = (form == "i" || form == "oraz") && read.end + 1 < source_.tokens.size();
    if (joined) return tables_.roles_by_pattern.longest(source_, read.end + 1).tokens != 0;
    return is_verb(*source_.tokens[read.end].word);
  }
  if (!comma(behind) || persons_.covering(read.end) != nullptr || says(OfficeWord::degree, read.end))
    return false;
  // "Jan Mak, od roku sekretarz"
  std::size_t next = read.end;
  while (next + 1 < source_.tokens.size() && (is_number(next) || says(OfficeWord::beside, next))) ++next;
  return tables_.roles_by_pattern.longest(source_, next).tokens == 0;
}

// "Wójtowie Lubicza i Obrowa, Jan Mak i Anna Kos, …": as many names behind the comma as there are units.
bool OfficialsFinder::many_in_apposition(const Post& post, std::size_t token) const {
  if (!post.plural || post.mentions.size() < 2 || source_.after(token - 1) != ", " || post.tail != token)
    return false;
  std::size_t names = 0, t = token;
  while (t < source_.tokens.size()) {
    const Person* person = persons_.covering(t);
    if (person == nullptr || person->first != t) return false;
    ++names;
    t = person->end;
    if (names == post.mentions.size()) return !has_post_behind(*person);
    const std::string_view gap = source_.after(t - 1);
    if (gap == " " && t + 1 < source_.tokens.size() &&
        (source_.tokens[t].word->form == "i" || source_.tokens[t].word->form == "oraz"))
      ++t;
    else if (gap != ", ")
      return false;
  }
  return false;
}

// "wójt gminy Smętowo Gr. Jan Mak": whether the stop before the token is a shortened name's, and a person's
// name follows.
bool OfficialsFinder::behind_short_name(const Post& post, std::size_t token) const {
  if (post.mention == nullptr || post.mention->unit == nullptr || post.mention->end != token ||
      source_.after(token - 1) != ". ")
    return false;
  const Person* const person = persons_.covering(token);
  if (person == nullptr || person->first != token) return false;
  const std::string& name = post.mention->unit->name;
  const std::string_view last = std::string_view(name).substr(name.rfind(' ') + 1);
  constexpr std::size_t kShorter = 4;  // bytes: more than a case's ending takes
  return last.size() < name.size() && last.size() >= source_.token(token - 1).size() + kShorter;
}

// Walks over the unit's and the department's name to the person's.
void OfficialsFinder::read_behind(Post& post) const {
  bool words = post.role->words, subject = false;
  std::uint32_t sentence = sentences_.of[post.first];
  for (std::size_t t = post.end; t < source_.tokens.size() && t < post.end + kLongestGap;) {
    std::string_view gap = source_.after(t - 1);
    // "dyrektor szkoły, pan Jan Mak"
    if (gap.starts_with(',') && only_space(gap.substr(1)) && says(OfficeWord::degree, t))
      gap.remove_prefix(1);
    if (behind_short_name(post, t)) {
      gap.remove_prefix(1);
      sentence = sentences_.of[t];
    }
    if (gap.starts_with(',') && (in_apposition(post, t) || many_in_apposition(post, t))) {
      post.behind = named_at(post, t);
      return;
    }
    if (words && gap.starts_with(',') && only_space(gap.substr(1)) && goes_on_list(t)) gap.remove_prefix(1);
    // "sołtyski Krobi, Rogowa i Nowej Wsi – Anna Mak, Ewa Lis i …": the places of many
    const bool behind_place =
        (post.plural || post.may_be_plural) && post.mention != nullptr && post.tail == t;
    if (behind_place && gap == ", " && places_.at(t) != nullptr) gap.remove_prefix(1);
    if (!passes(gap) || other_row(post, t)) return;
    if (behind_place && gap == " " &&
        (source_.tokens[t].word->form == "i" || source_.tokens[t].word->form == "oraz") &&
        t + 1 < source_.tokens.size() && places_.at(t + 1) != nullptr) {
      post.plural = true;
      ++t;
      continue;
    }
    const bool line_ends = line_of(t - 1).end_token == t;
    if (sentences_.of[t] != sentence) {  // the holder may stand on the next line
      const bool ends = !line_ends && !is_stray(gap);
      if (ends || gap.starts_with('.') || t > post.end + kNextLine) return;
      sentence = sentences_.of[t];
    }
    const Person* known = persons_.covering(t);
    if (known != nullptr && known->first == t) {
      post.behind = post.cases != 0 ? named_at(post, t) : *known;
      // "Sekretarz Krystyna Czajka" is no Krystyn.
      if (post.nominative && !post.many_or_declined && (known->cases & kNominative) == 0 && !known->reversed)
        if (Person other = persons_.in_nominative(t); other.end == known->end) post.behind = std::move(other);
      return;
    }
    if (const std::size_t degree = tables_.says(OfficeWord::degree, source_, t); degree != 0) {
      t += degree;
      continue;
    }
    if (const std::size_t elected = tables_.says(OfficeWord::elected, source_, t); elected != 0) {
      post.any_cases = post.cases = kAccusative;
      post.nominative = false;
      t += elected;
      continue;
    }
    if (const std::size_t copula = tables_.says(OfficeWord::copula, source_, t); copula != 0) {
      if (post.any_cases !=
          kAccusative) {  // "wójtem jest Anna Nowak", but "wybrano wójtem ponownie Jana Maka"
        post.cases = 0;
        post.nominative = true;
      }
      t += copula;
      continue;
    }
    const bool of_council = post.role->need == Need::council;
    if (of_council && tables_.roles_by_pattern.longest(source_, t).tokens != 0) return;
    if (pass_place(post, t)) continue;
    // "Wójt      Burmistrz": the next column.
    const bool apart = t > post.end || line_ends || gap.find("  ") != std::string_view::npos;
    if (apart && tables_.roles_by_pattern.longest(source_, t).tokens != 0) return;
    if (pass_unit_word(post, t)) continue;
    if (const std::size_t there = tables_.says(OfficeWord::there, source_, t); there > 1) {  // "tej gminy"
      post.tail = t += there;
      sentence = sentences_.of[t - 1];  // a line may end within it
      continue;
    }
    if (!subject && says(OfficeWord::not_public, t)) {
      post.rejected = !holds_blank_line(gap);  // behind one, "KOMISJA REWIZYJNA" is a heading
      return;
    }
    if (stands_before_name(t)) {
      ++t;
      continue;
    }
    const std::string& form = source_.tokens[t].word->form;
    subject |= form == "ds" || form == "spraw";  // "inspektor ds. rad sołeckich"
    words |= subject;
    const bool connects = form == "ds" || form == "do" || form == "spraw" || form == "w" || form == "rady";
    // A place's name that no table has: "wójt Łąk Wielkich Anna Nowak".
    const Person* next = t + 1 < source_.tokens.size() ? persons_.covering(t + 1) : nullptr;
    // Not over a wide gap: "Burmistrz Górzna", and below it "Skarbnik      Anna Nowak", are rows.
    if (!words && capitalised(source_.token(t)) && next != nullptr && next->first == t + 1 &&
        only_space(source_.after(t)) && source_.after(t).find("  ") == std::string_view::npos) {
      post.tail = ++t;
      continue;
    }
    if (!words && !connects) {
      // "wójt Raszyna Gniewosz Kraśko": behind the unit a common word may be a given name.
      const bool common = is_common_word(*source_.tokens[t].word);
      const bool before_surname = post.mention != nullptr && post.tail == t && !holds_blank_line(gap) &&
                                  t + 1 < source_.tokens.size() && source_.after(t) == " " &&
                                  capitalised(source_.token(t + 1)) &&
                                  !is_common_word(*source_.tokens[t + 1].word);
      const bool proper = capitalised(source_.token(t)) && (!common || before_surname);
      if (proper) post.behind = named_at(post, t);
      return;
    }
    if (is_verb(*source_.tokens[t].word)) return;
    post.tail = ++t;
  }
}

}  // namespace szukajst::indexer::extract
