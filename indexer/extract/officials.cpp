#include "indexer/extract/officials.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/cells.h"
#include "indexer/extract/officials_tables.h"
#include "indexer/extract/officials_units.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;
using gazetteer::Unit;

constexpr std::size_t kLongestGap = 18;      // tokens between a post and the name of who holds it
constexpr std::size_t kNextName = 8;         // tokens between two names of a list
constexpr std::size_t kReachOfCouncil = 80;  // tokens
constexpr std::size_t kNextLine = 8;         // tokens of a post whose holder may stand on the next line

class Finder {
 public:
  Finder(const SourceText& source, const Persons& persons, const Places& places, const Sentences& sentences,
         const Cells& cells, const OfficialRules::Tables& tables)
      : source_(source),
        persons_(persons),
        places_(places),
        sentences_(sentences),
        tables_(tables),
        cells_(cells),
        units_(source, persons, places, cells, sentences, tables) {}

  std::vector<core::Official> find();

 private:
  void find_posts();
  Post post_at(std::size_t token, const LemmaPatternIndex::Match& match) const;
  void read_behind(Post& post) const;
  bool pass_place(Post& post, std::size_t& token) const;
  bool pass_unit_word(Post& post, std::size_t& token) const;
  Person named_at(const Post& post, std::size_t token) const;
  Person person_before(const Post& post) const;
  Person person_above(const Post& post) const;
  Person beside_another(const Post& post) const;
  bool taken_beside(const Post& post, const Line& line) const;
  Person holder(const Post& post) const;
  bool on_line_of(const Post& post, const Person& person) const;
  bool name_stands_above(const Post& post) const;
  void add_list(const Post& post, std::size_t after);
  void add_lines(const Post& post);
  void add_column(const Post& post);
  void add(const Post& post, const Person& person, const Unit* beside);
  core::Evidence evidence(const Post& post, const Person& person) const;
  void drop_by_office();
  void add_mentions();
  const Unit* behind_name(std::size_t after) const;
  bool former(const Post& post, const Person& person) const;
  bool former_before(std::size_t token) const;
  bool on_board(const Post& post) const;
  bool by_proxy(const Post& post) const;
  bool needs_met(const Post& post) const;
  bool beside_office(const Post& post) const;
  bool is_council(std::size_t token) const;
  std::string role_of(const Post& post) const;
  std::string full_name(const Person& person) const;
  std::size_t column(std::size_t token) const;
  bool taken(const Person& person) const;
  bool is_number(std::size_t token) const;
  bool other_row(const Post& post, std::size_t token) const;
  bool in_apposition(const Post& post, std::size_t token) const;
  bool goes_on_list(std::size_t token) const;
  bool stands_before_name(std::size_t token) const;
  Person first_on_line(const Post& post) const;
  Person person_before_brackets(const Post& post) const;
  bool of_another(const Post& post) const;
  bool council_before(std::size_t token) const;
  bool says(OfficeWord word, std::size_t token) const { return tables_.says(word, source_, token) != 0; }
  const Line& line_of(std::size_t token) const { return source_.lines[source_.line_of_token(token)]; }

  const SourceText& source_;
  const Persons& persons_;
  const Places& places_;
  const Sentences& sentences_;
  const OfficialRules::Tables& tables_;
  const Cells& cells_;
  UnitsOfPosts units_;
  std::vector<Post> posts_;
  std::unordered_set<std::size_t> taken_;  // first tokens of the names that have a post
  std::vector<core::Official> found_;
  std::vector<Certainty> certainties_;  // of the units of `found_`
};

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

bool is_dash(std::string_view mark) {
  return mark == "|" || mark == "–" || mark == "-" || mark == "—" || mark == "(";
}

Post Finder::post_at(std::size_t token, const LemmaPatternIndex::Match& match) const {
  Post post;
  post.first = token;
  post.end = post.tail = token + match.tokens;
  post.role = &tables_.roles[match.pattern];
  post.level = post.role->level;
  bool singular = false;
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
    }
  // "Nieobecni: Anna Nowak, Jan Lis"
  if (post.cases == 0)
    for (const language::Reading& reading : source_.tokens[token].word->readings)
      post.plural |= grammar(reading).part == PartOfSpeech::adjective && grammar(reading).plural;
  // "sołtyski" is "of the sołtyska" too; behind a colon it is many.
  post.plural &= !singular || utf8::trim(source_.after(post.end - 1)).starts_with(':');
  // It may as well not be declined: "wójt Annie Nowak"; but "sekretarz Krystyna Nowak" is a woman.
  post.nominative = (post.cases & kNominative) != 0;
  if (post.nominative) post.cases = 0;
  return post;
}

void Finder::find_posts() {
  for (std::size_t i = 0; i < source_.tokens.size(); ++i) {
    if (source_.tokens[i].token.kind != language::TokenKind::word || persons_.covering(i) != nullptr)
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
bool Finder::pass_place(Post& post, std::size_t& token) const {
  const PlaceMention* mention = places_.at(token);
  if (mention == nullptr || (mention->lead != token && mention->first != token)) return false;
  if (line_of(token).first_token == token && is_dash(utf8::trim(source_.after(mention->end - 1)))) {
    // "Anna Nowak, sekretarz" over "Lisewo – Jan Mak"
    const Person before = person_before(post);
    if (before.end != before.first && on_line_of(post, before)) return false;
  }
  if (mention->unit != nullptr || post.mention == nullptr) post.mention = mention;
  if (mention->context == PlaceContext::county && post.level == Level::owner) post.level = Level::county;
  post.tail = token = mention->end;
  return true;
}

// "Gminy", "miejskiej", "i Miasta": whose the post is, without a name.
bool Finder::pass_unit_word(Post& post, std::size_t& token) const {
  static constexpr std::array<std::pair<OfficeWord, Level>, 3> kOfUnit = {
      {{OfficeWord::municipality, Level::municipality},
       {OfficeWord::county, Level::county},
       {OfficeWord::voivodeship, Level::voivodeship}}};
  const bool joined = source_.tokens[token].word->form == "i" && token + 1 < source_.tokens.size();
  for (const auto& [word, level] : kOfUnit)
    if (says(word, joined ? token + 1 : token)) {
      if (post.level == Level::owner) post.level = level;
      post.tail = token += joined ? 2 : 1;
      return true;
    }
  return false;
}

Person Finder::named_at(const Post& post, std::size_t token) const {
  return persons_.at(token, post.cases);
}

// "wójt sąsiedniego Tymbarku", "radna sejmiku lubuskiego Anna Nowak": an adjective with a small letter before
// a place or a name.
bool Finder::stands_before_name(std::size_t token) const {
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
bool Finder::other_row(const Post& post, std::size_t token) const {
  const Cell *own = cells_.at(post.first), *other = cells_.at(token);
  return own != nullptr && other != nullptr && own->row != other->row;
}

// "Naczelnik Wydziału Rolnictwa, Leśnictwa i Ochrony Środowiska": whether what a department works on goes on
// at the token, as far as the last "i".
bool Finder::goes_on_list(std::size_t token) const {
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
bool Finder::in_apposition(const Post& post, std::size_t token) const {
  const Person* person = persons_.covering(token);
  if (person == nullptr || person->first != token || post.plural || source_.after(token - 1) != ", ")
    return false;
  if (person_before(post).end != 0 || first_on_line(post).end != 0) return false;
  const Person read = named_at(post, token);
  if (read.end != person->end || (post.cases != 0 && (read.cases & post.cases) == 0)) return false;
  const std::string_view behind = source_.after(read.end - 1);
  const bool ends = read.end >= source_.tokens.size() || behind.starts_with('.');
  if (ends) return true;
  if (behind != ", " || persons_.covering(read.end) != nullptr || says(OfficeWord::degree, read.end))
    return false;
  // "Jan Mak, od roku sekretarz"
  std::size_t next = read.end;
  while (next + 1 < source_.tokens.size() && (is_number(next) || says(OfficeWord::beside, next))) ++next;
  return tables_.roles_by_pattern.longest(source_, next).tokens == 0;
}

// Walks over the unit's and the department's name to the person's.
void Finder::read_behind(Post& post) const {
  bool words = post.role->words, subject = false;
  std::uint32_t sentence = sentences_.of[post.first];
  for (std::size_t t = post.end; t < source_.tokens.size() && t < post.end + kLongestGap;) {
    std::string_view gap = source_.after(t - 1);
    // "dyrektor szkoły, pan Jan Mak"
    if (gap.starts_with(',') && only_space(gap.substr(1)) && says(OfficeWord::degree, t))
      gap.remove_prefix(1);
    if (gap.starts_with(',') && in_apposition(post, t)) {
      post.behind = named_at(post, t);
      return;
    }
    if (words && gap.starts_with(',') && only_space(gap.substr(1)) && goes_on_list(t)) gap.remove_prefix(1);
    if (!passable(gap) || other_row(post, t)) return;
    const bool line_ends = line_of(t - 1).end_token == t;
    if (sentences_.of[t] != sentence) {  // the holder may stand on the next line
      if (!line_ends || gap.starts_with('.') || t > post.end + kNextLine) return;
      sentence = sentences_.of[t];
    }
    const Person* known = persons_.covering(t);
    if (known != nullptr && known->first == t) {
      post.behind = post.cases != 0 ? named_at(post, t) : *known;
      // "Sekretarz Krystyna Czajka" is no Krystyn.
      if (post.nominative && (known->cases & kNominative) == 0 && !known->reversed)
        if (Person other = persons_.in_nominative(t); other.end == known->end) post.behind = std::move(other);
      return;
    }
    if (says(OfficeWord::degree, t)) {
      ++t;
      continue;
    }
    if (const std::size_t copula = tables_.says(OfficeWord::copula, source_, t); copula != 0) {
      post.cases = 0;  // "wójtem jest Anna Nowak"
      post.nominative = true;
      t += copula;
      continue;
    }
    const bool of_council = post.role->need == Need::council;
    if (of_council && tables_.roles_by_pattern.longest(source_, t).tokens != 0) return;
    if (pass_place(post, t)) continue;
    const bool apart = t > post.end || line_ends;
    if (apart && tables_.roles_by_pattern.longest(source_, t).tokens != 0) return;
    if (pass_unit_word(post, t)) continue;
    if (!subject && says(OfficeWord::not_public, t)) {
      post.rejected = true;
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
    if (!words && capitalised(source_.token(t)) && next != nullptr && next->first == t + 1 &&
        only_space(source_.after(t))) {
      post.tail = ++t;
      continue;
    }
    if (!words && !connects) {
      // "wójt Raszyna Gniewosz Kraśko": behind the unit a common word may be a given name.
      const bool common = is_common_word(*source_.tokens[t].word);
      const bool before_surname = post.mention != nullptr && post.tail == t &&
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

// "15", "piętnastu"
bool Finder::is_number(std::size_t token) const {
  const auto& [text, word] = source_.tokens[token];
  return text.kind == language::TokenKind::number ||
         std::any_of(word->readings.begin(), word->readings.end(),
                     [](const language::Reading& reading) { return reading.tag.starts_with("num"); });
}

bool Finder::taken(const Person& person) const {
  return taken_.contains(person.first);
}

std::size_t Finder::column(std::size_t token) const {
  const std::size_t begin = source_.tokens[token].token.range.begin;
  const std::size_t line = source_.text().rfind('\n', begin);
  const std::size_t from = line == std::string_view::npos ? 0 : line + 1;
  return utf8::length(source_.text().substr(from, begin - from));
}

// In a text set in columns: the name in the line above, above the post.
Person Finder::person_above(const Post& post) const {
  Person none;
  if (post.first == 0 || source_.after(post.first - 1).find("  ") == std::string_view::npos) return none;
  const std::size_t line = source_.line_of_token(post.first);
  if (line == 0) return none;
  for (std::size_t t = source_.lines[line - 1].first_token; t < source_.lines[line - 1].end_token; ++t) {
    const Person* person = persons_.covering(t);
    if (person != nullptr && person->first == t && column(t) == column(post.first)) return *person;
  }
  return none;
}

// "Anna Nowak – sekretarz", "Anna Nowak, Wójt Gminy Lisewo", "Anna Nowak, od roku wójt", "Anna Nowak (wójt)",
// "Anna Nowak została wójtem", the name a line above.
Person Finder::person_before(const Post& post) const {
  Person none;
  std::size_t begin = post.first;
  bool linked = false;
  // "Stanowisko: wójt", and above it the name
  const std::size_t least = std::min(sentences_.first(post.first), line_of(post.first).first_token);
  while (begin > least) {
    const bool copula = says(OfficeWord::copula, begin - 1);
    if (!copula && !is_number(begin - 1) && !says(OfficeWord::beside, begin - 1)) break;
    linked |= copula && (post.cases & kInstrumental) != 0;
    --begin;
  }
  if (begin == 0) return none;
  const Person* person = persons_.covering(begin - 1);
  const std::string_view gap = source_.after(begin - 1);
  const std::string_view mark = utf8::trim(gap);
  const bool line_above = mark.empty() && gap.find('\n') != std::string_view::npos;
  if (person == nullptr || person->end != begin) return none;
  if (linked && mark.empty()) return *person;
  if (!line_above && !is_dash(mark) && mark != ",") return none;
  // "przewodniczący – Anna Nowak, wójt Lisewa": two posts, if the second says whose it is and ends the line.
  const bool second =
      !line_above && !post.plural && post.mention != nullptr && line_of(post.first).end_token == post.tail;
  if (taken(*person) && !is_dash(mark) && !second) return none;
  return *person;
}

// Signatures with the name above the post: the line above is a name, and nearer than the one below.
bool Finder::name_stands_above(const Post& post) const {
  const std::size_t line = source_.line_of_token(post.first);
  if (line == 0 || source_.lines[line].first_token != post.first) return false;
  const Person* person = persons_.covering(post.first - 1);
  if (person == nullptr || taken(*person) || person->first != source_.lines[line - 1].first_token)
    return false;
  const std::size_t next = source_.line_of_token(post.tail > post.first ? post.tail - 1 : post.first) + 1;
  return next < source_.lines.size() && source_.lines[next].blank_before > source_.lines[line].blank_before;
}

// "1. Nowak Anna – przewodnicząca komisji, radna": the one name of a line, which it begins with.
Person Finder::first_on_line(const Post& post) const {
  Person none;
  const Line& line = line_of(post.first);
  std::size_t t = line.first_token;
  while (t < post.first && (is_number(t) || says(OfficeWord::degree, t))) ++t;
  const Person* person = persons_.covering(t);
  if (person == nullptr || person->first != t || person->end >= post.first ||
      persons_.next(t) < line.end_token)
    return none;
  const std::string_view behind = utf8::trim(source_.after(person->end - 1));
  const std::string_view before = utf8::trim(source_.after(post.first - 1));
  return is_dash(behind) && (before == "," || is_dash(before)) ? *person : none;
}

// "Anna Nowak (prezes; na co dzień sekretarz gminy)"
Person Finder::person_before_brackets(const Post& post) const {
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

bool Finder::on_line_of(const Post& post, const Person& person) const {
  return source_.line_of_token(person.end - 1) == source_.line_of_token(post.first);
}

// "Protokołowała      Przewodniczący Rady" over "Anna Nowak      Jan Mak": where signatures stand side by
// side, the first name or the last one, by where the post stands; scans keep one blank of many.
Person Finder::beside_another(const Post& post) const {
  Person none;
  const std::size_t next = source_.line_of_token(post.tail - 1) + 1;
  const Line& own = line_of(post.tail - 1);
  const bool begins = post.first == own.first_token, ends = post.tail == own.end_token;
  if (begins == ends || next >= source_.lines.size()) return none;
  // "Protokołowała", or another post: not the middle of a sentence.
  const bool signs = begins ? tables_.roles_by_pattern.longest(source_, post.tail).tokens != 0
                            : post.first == own.first_token + 1 || taken_beside(post, own);
  if (!signs) return none;
  const Line& names = source_.lines[next];
  const Person* first = persons_.covering(names.first_token);
  if (first == nullptr || first->first != names.first_token || first->end >= names.end_token) return none;
  const Person* last = persons_.covering(first->end);
  if (last == nullptr || last->first != first->end || last->end != names.end_token ||
      !only_space(source_.after(first->end - 1)))
    return none;
  return begins ? *first : *last;
}

// Whether the post's line begins with another one.
bool Finder::taken_beside(const Post& post, const Line& line) const {
  return post.first > line.first_token &&
         tables_.roles_by_pattern.longest(source_, line.first_token).tokens != 0;
}

Person Finder::holder(const Post& post) const {
  if (const Person above = person_above(post); above.end != above.first) return above;
  if (const Person beside = beside_another(post); beside.end != beside.first) return beside;
  const bool named_behind = post.behind.end != post.behind.first;
  if (!named_behind || name_stands_above(post)) {
    const Person before = person_before(post);
    if (before.end != before.first || named_behind) return before;
    const Person first = first_on_line(post);
    return first.end != first.first ? first : person_before_brackets(post);
  }
  // "Anna Nowak, inspektor" and a further name on the next line.
  if (line_of(post.tail - 1).end_token <= post.behind.first)
    for (const Person& before : {person_before(post), first_on_line(post)})
      if (before.end != before.first && on_line_of(post, before)) return before;
  return post.behind;
}

// "były wójt", "wieloletni, dziś już były sołtys"; not "obecni byli wójt …".
bool Finder::former_before(std::size_t token) const {
  for (std::size_t back = 1; back <= 3 && back <= token; ++back) {
    const std::size_t at = token - back;
    const std::string_view gap = source_.after(at);
    const bool other_column = gap.find("  ") != std::string_view::npos;
    if (other_column || gap.find_first_of(",;:()") != std::string_view::npos) return false;
    if (says(OfficeWord::former, at)) return true;
    // "podsunęła była radna": behind a verb it is none
    if (says(OfficeWord::former_first, at))
      return at == sentences_.first(at) || !only_space(source_.after(at - 1)) ||
             is_verb(*source_.tokens[at - 1].word);
    if (gap.find('.') != std::string_view::npos) return false;
  }
  return false;
}

bool Finder::former(const Post& post, const Person& person) const {
  if (former_before(post.first) || former_before(person.first)) return true;
  const std::size_t begin = person.first < post.first ? post.end : person.end;
  const std::size_t end = std::max(post.tail, person.end) + 3;
  for (std::size_t t = begin; t < std::min(end, source_.tokens.size()); ++t) {
    if (sentences_.of[t] != sentences_.of[begin - 1]) return false;
    if (says(OfficeWord::ended, t)) return true;
  }
  return false;
}

// Whether "Rada" is a unit's council: "Rada Gminy", "Rada Miejska", "rada"; not "Rada Seniorów".
bool Finder::is_council(std::size_t token) const {
  if (!has_lemma(*source_.tokens[token].word, "rada")) return false;
  if (token > 0 && has_lemma(*source_.tokens[token - 1].word, "członek")) return false;  // its are "radni"
  if (token + 1 >= source_.tokens.size() || !only_space(source_.after(token))) return true;
  const std::size_t next = token + 1;
  if (says(OfficeWord::not_public, next)) return false;
  if (tables_.roles_by_pattern.longest(source_, next).tokens != 0) return true;  // the next line's post
  const PlaceMention* mention = places_.at(next);
  return !capitalised(source_.token(next)) || says(OfficeWord::council, next) || mention != nullptr ||
         persons_.covering(next) != nullptr;
}

// Whether the last body named before the token is a unit's council.
bool Finder::council_before(std::size_t token) const {
  const std::size_t sentence = sentences_.first(token);
  for (std::size_t t = token; t-- > 0 && (t >= sentence || token - t <= kReachOfCouncil);) {
    if (is_council(t)) return true;
    if (has_lemma(*source_.tokens[t].word, "rada") || says(OfficeWord::not_public, t)) return false;
  }
  return false;
}

// "pełnomocniczka wójta Anna Nowak": the post in the genitive belongs to another word for a person.
bool Finder::of_another(const Post& post) const {
  if (post.first == 0 || post.cases == 0 || (post.cases & kGenitive) == 0) return false;
  const std::size_t before = post.first - 1;
  if (!only_space(source_.after(before)) || says(OfficeWord::degree, before)) return false;
  return names_people(*source_.tokens[before].word) && (post.behind.cases & kNominative) != 0;
}

// "z up. wójta": whoever signs there holds another post.
bool Finder::by_proxy(const Post& post) const {
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
bool Finder::on_board(const Post& post) const {
  const std::string_view mark = utf8::trim(source_.after(post.end - 1));
  if (mark != ":" && !is_dash(mark)) return false;
  for (std::size_t t = post.first; t-- > 0 && post.first - t <= kReachOfCouncil;) {
    const language::Word& word = *source_.tokens[t].word;
    if (has_lemma(word, "zarząd"))
      return says(OfficeWord::county, t + 1) || says(OfficeWord::voivodeship, t + 1);
    if (has_lemma(word, "rada") || has_lemma(word, "komisja") || says(OfficeWord::not_public, t))
      return false;
  }
  return false;
}

bool Finder::needs_met(const Post& post) const {
  switch (post.role->need) {
    case Need::nothing:
      return true;
    case Need::name:
      return post.mention != nullptr && post.mention->unit != nullptr;
    case Need::office:
      return units_.office_before(post, posts_) != nullptr;
    case Need::council:
      return council_before(post.first) && !beside_office(post);
    case Need::board:
      return on_board(post);
  }
  return false;
}

// "Anna Nowak – Zastępca Burmistrza, przewodnicząca": beside an office it is the chair of the body whose
// members are listed.
bool Finder::beside_office(const Post& post) const {
  if (post.first == 0 || utf8::trim(source_.after(post.first - 1)) != ",") return false;
  for (auto other = posts_.data() + (&post - posts_.data()); other-- != posts_.data();)
    if (other->first < post.first)
      return std::max(other->end, other->tail) == post.first && other->behind.end == other->behind.first;
  return false;
}

std::string Finder::role_of(const Post& post) const {
  if (post.role->need != Need::office) return post.role->role;
  const Post* office = units_.office_before(post, posts_);
  return office == nullptr ? post.role->role : office->role->deputy;
}

// "Z. Nowak" is the person whom the text names in full elsewhere.
std::string Finder::full_name(const Person& person) const {
  if (!person.initial) return person.name;
  const std::size_t space = person.name.find(' ');
  for (const Person& other : persons_.all()) {
    const std::size_t gap = other.name.find(' ');
    if (other.initial || gap == std::string::npos) continue;
    if (other.name.substr(gap) == person.name.substr(space) &&
        other.name.starts_with(person.name.substr(0, space - 1)))
      return other.name;
  }
  return person.name;
}

// The post and the name; one stretch where they stand together.
core::Evidence Finder::evidence(const Post& post, const Person& person) const {
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

void Finder::add(const Post& post, const Person& person, const Unit* beside) {
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
const Unit* Finder::behind_name(std::size_t after) const {
  if (after >= source_.tokens.size()) return nullptr;
  const std::string_view mark = utf8::trim(source_.after(after - 1));
  const std::string& form = source_.tokens[after].word->form;
  if (mark != "(" && !(mark.empty() && (form == "z" || form == "ze"))) return nullptr;
  const PlaceMention* mention = places_.at(after);
  return mention == nullptr ? nullptr : mention->unit;
}

// Between a unit and the head of it in a list: "Stolna Anna Nowak", "Stolna – Anna Nowak".
bool leads_to_name(std::string_view gap) {
  return only_space(gap) || is_dash(utf8::trim(gap));
}

// The further names behind a post in the plural: "radni Anna Nowak, Jan Lis (Lubicz) i Ewa Kos z Osieka",
// "wójtowie: Stolna Anna Nowak, Lisewa Jan Lis".
void Finder::add_list(const Post& post, std::size_t after) {
  const bool lines = source_.after(post.end - 1).find('\n') != std::string_view::npos;
  const PlaceMention* before = nullptr;  // the name
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
      if (before != nullptr) further.mention = before;
      add(further, read, behind_name(read.end));
      before = nullptr;
      after = t = read.end;
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

// Names on the lines behind a heading: "Radni Rady Gminy Lisewo" and below "1. Anna Nowak".
void Finder::add_lines(const Post& post) {
  const Line& head = line_of(post.tail - 1);
  if (head.end_token != post.tail && !source_.line(source_.line_of_token(post.tail - 1)).ends_with(':'))
    return;
  for (std::size_t i = source_.line_of_token(post.tail - 1) + 1; i < source_.lines.size(); ++i) {
    const Line& line = source_.lines[i];
    std::size_t t = line.first_token;
    while (t < line.end_token &&
           (source_.tokens[t].token.kind == language::TokenKind::number || says(OfficeWord::degree, t)))
      ++t;
    const Person* person = t < line.end_token ? persons_.covering(t) : nullptr;
    if (person == nullptr || person->first != t) return;
    add(post, *person, behind_name(person->end));
  }
}

// The names of a table's column whose head is the post.
void Finder::add_column(const Post& post) {
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
void Finder::add_mentions() {
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

std::vector<core::Official> Finder::find() {
  find_posts();
  for (Post& post : posts_) {
    if (post.rejected || by_proxy(post) || of_another(post) || !needs_met(post)) continue;
    const Person person = holder(post);
    if (person.end != person.first) {
      if (person.namesake) continue;
      post.named = true;
      const std::size_t after = std::max(person.end, person.first < post.first ? post.tail : person.end);
      add(post, person, behind_name(person.end));
      if (post.plural && person.first > post.first) add_list(post, after);
    } else {
      if (post.plural) add_lines(post);
      add_column(post);
    }
  }
  drop_by_office();
  add_mentions();
  return std::move(found_);
}

// The list of a board's members names the starosta too, who is one by his office: he has that post alone.
void Finder::drop_by_office() {
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

}  // namespace

std::vector<core::Official> extract_officials(const SourceText& source, const Persons& persons,
                                              const Places& places, const Sentences& sentences,
                                              const Cells& cells, const OfficialRules& rules) {
  return Finder(source, persons, places, sentences, cells, rules.tables()).find();
}

}  // namespace szukajst::indexer::extract
