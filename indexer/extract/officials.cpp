#include "indexer/extract/officials.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/lemma_pattern.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace {

enum class Level { owner, village, municipality, county, voivodeship };
enum class Need { nothing, council, office, name };

struct Role {
  std::string role;
  Level level = Level::owner;
  bool words = false;  // a department's or an institution's name may follow
  Need need = Need::nothing;
  std::string deputy;
};

enum class Word {
  former,
  former_first,
  ended,
  not_public,
  municipality,
  county,
  voivodeship,
  degree,
  stands_for
};

constexpr std::array<std::pair<std::string_view, Word>, 9> kWords = {{{"former", Word::former},
                                                                      {"former-first", Word::former_first},
                                                                      {"ended", Word::ended},
                                                                      {"not-public", Word::not_public},
                                                                      {"municipality", Word::municipality},
                                                                      {"county", Word::county},
                                                                      {"voivodeship", Word::voivodeship},
                                                                      {"degree", Word::degree},
                                                                      {"for", Word::stands_for}}};

template <typename Value, std::size_t n>
std::optional<Value> value_of(const std::array<std::pair<std::string_view, Value>, n>& names,
                              std::string_view name) {
  for (const auto& [text, value] : names)
    if (text == name) return value;
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Level>, 5> kLevels = {{{"owner", Level::owner},
                                                                        {"village", Level::village},
                                                                        {"municipality", Level::municipality},
                                                                        {"county", Level::county},
                                                                        {"voivodeship", Level::voivodeship}}};
constexpr std::array<std::pair<std::string_view, Need>, 4> kNeeds = {
    {{"", Need::nothing}, {"rada", Need::council}, {"office", Need::office}, {"name", Need::name}}};

}  // namespace

struct OfficialRules::Tables {
  LemmaPatternIndex roles_by_pattern;
  std::vector<Role> roles;
  LemmaPatternIndex words_by_pattern[kWords.size()];

  std::size_t says(Word word, const SourceText& source, std::size_t token) const {
    return words_by_pattern[static_cast<std::size_t>(word)].longest(source, token).tokens;
  }
};

OfficialRules::OfficialRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
OfficialRules::OfficialRules(OfficialRules&&) noexcept = default;
OfficialRules& OfficialRules::operator=(OfficialRules&&) noexcept = default;
OfficialRules::~OfficialRules() = default;

core::Result<OfficialRules> OfficialRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path roles_file = folder / "officials_roles.tsv";
  const std::filesystem::path words_file = folder / "officials_words.tsv";
  auto roles = read_table(roles_file, 6);
  if (!roles) return roles.error();
  auto words = read_table(words_file, 2);
  if (!words) return words.error();
  auto tables = std::make_unique<Tables>();
  for (const Row& row : *roles) {
    const auto level = value_of(kLevels, row.cell(2));
    const auto need = value_of(kNeeds, row.cell(4));
    if (!level) return bad_row(roles_file, row, "'" + row.cell(2) + "' is no level");
    if (!need) return bad_row(roles_file, row, "'" + row.cell(4) + "' is no need");
    if (row.cell(3) != "unit" && row.cell(3) != "words")
      return bad_row(roles_file, row, "the gap is unit or words");
    tables->roles_by_pattern.add(LemmaPattern(row.cell(0)));
    tables->roles.push_back({row.cell(1), *level, row.cell(3) == "words", *need, row.cell(5)});
  }
  for (const Row& row : *words) {
    const auto word = value_of(kWords, row.cell(0));
    if (!word) return bad_row(words_file, row, "'" + row.cell(0) + "' is no kind of word");
    tables->words_by_pattern[static_cast<std::size_t>(*word)].add(LemmaPattern(row.cell(1)));
  }
  return OfficialRules(std::move(tables));
}

namespace {

namespace utf8 = core::utf8;
using gazetteer::Unit;

constexpr std::size_t kLongestGap = 18;  // tokens between a post and the name of who holds it

// A post as it stands in the text, with what is said behind it.
struct Post {
  std::size_t first = 0, end = 0;  // of the pattern
  std::size_t tail = 0;            // behind the unit's and the department's name
  const Role* role = nullptr;
  bool plural = false;
  unsigned cases = 0;
  Level level = Level::owner;
  const PlaceMention* mention = nullptr;  // the unit named behind the post
  bool rejected = false;
};

class Finder {
 public:
  Finder(const SourceText& source, const Persons& persons, const Places& places, const Sentences& sentences,
         const OfficialRules::Tables& tables)
      : source_(source), persons_(persons), places_(places), sentences_(sentences), tables_(tables) {}

  std::vector<core::Official> find();

 private:
  std::vector<Post> posts() const;
  Post post_at(std::size_t token, const LemmaPatternIndex::Match& match) const;
  // The person behind the post; end = first where there is none. Sets the post's tail and unit.
  Person person_behind(Post& post) const;
  Person person_before(const Post& post) const;
  Person person_above(const Post& post) const;
  bool name_stands_above(const Post& post) const;
  void add_list(const Post& post, std::size_t after);
  void add(const Post& post, const Person& person, const Unit* beside);
  void add_mentions();
  const Unit* behind_name(std::size_t after) const;
  const Unit* unit(const Post& post, const Unit* beside) const;
  const Unit* unit_of_mention(const Post& post) const;
  const Unit* stood_for(const Post& post) const;
  const Unit* in_sentence(const Post& post) const;
  const Post* office_before(const Post& post) const;
  bool former(const Post& post, const Person& person) const;
  bool former_before(std::size_t token) const;
  bool needs_met(const Post& post) const;
  std::string role_of(const Post& post) const;
  std::string full_name(const Person& person) const;
  std::size_t column(std::size_t token) const;
  bool taken(const Person& person) const;

  const SourceText& source_;
  const Persons& persons_;
  const Places& places_;
  const Sentences& sentences_;
  const OfficialRules::Tables& tables_;
  std::vector<Post> posts_;
  std::vector<bool> named_;         // by post: whether its holder was found
  std::vector<std::size_t> taken_;  // first tokens of the names that have a post
  std::vector<core::Official> found_;
};

bool passable(std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t c = utf8::next(gap, at);
    static constexpr std::u32string_view kPassable = U" \t\n\u00A0-–—:/.…|„”\"";
    if (kPassable.find(c) == std::u32string_view::npos) return false;
  }
  return true;
}

Post Finder::post_at(std::size_t token, const LemmaPatternIndex::Match& match) const {
  Post post;
  post.first = token;
  post.end = post.tail = token + match.tokens;
  post.role = &tables_.roles[match.pattern];
  post.level = post.role->level;
  bool singular = false;
  for (const language::Reading& reading : source_.tokens[token].word->readings) {
    const Grammar known = grammar(reading);
    if (known.part != PartOfSpeech::noun || known.cases == 0) continue;
    post.cases |= known.cases;
    post.plural |= known.plural;
    singular |= !known.plural;
  }
  // "sołtyski" is "of the sołtyska" too; behind a colon it is many.
  post.plural &= !singular || utf8::trim(source_.after(post.end - 1)).starts_with(':');
  if ((post.cases & kNominative) != 0) post.cases = 0;  // it may as well not be declined: "wójt Annie Nowak"
  return post;
}

std::vector<Post> Finder::posts() const {
  std::vector<Post> found;
  for (std::size_t i = 0; i < source_.tokens.size(); ++i) {
    if (source_.tokens[i].token.kind != language::TokenKind::word || persons_.covering(i) != nullptr)
      continue;
    const LemmaPatternIndex::Match match = tables_.roles_by_pattern.longest(source_, i);
    if (match.tokens == 0) continue;
    found.push_back(post_at(i, match));
    i += match.tokens - 1;
  }
  return found;
}

// Walks over the unit's and the department's name to the person's.
Person Finder::person_behind(Post& post) const {
  Person none;
  bool words = post.role->words;
  for (std::size_t t = post.end; t < source_.tokens.size() && t < post.end + kLongestGap;) {
    const std::string_view gap = source_.after(t - 1);
    if (!passable(gap)) return none;
    const bool short_line = source_.lines[source_.line_of_token(t - 1)].end_token == t;
    if (sentences_.of[t] != sentences_.of[post.first] &&
        !(short_line && !gap.starts_with('.') && t <= post.end + 8))
      return none;
    const Person* known = persons_.covering(t);
    const PlaceMention* mention = places_.at(t);
    if (known != nullptr && known->first == t) return post.cases != 0 ? persons_.at(t, post.cases) : *known;
    if (tables_.says(Word::degree, source_, t) != 0) {
      ++t;
      continue;
    }
    if (tables_.says(Word::not_public, source_, t) != 0) {
      post.rejected = true;
      return none;
    }
    if (mention != nullptr && (mention->lead == t || mention->first == t)) {
      const bool fits = mention->unit != nullptr || post.mention == nullptr;
      if (fits) post.mention = mention;
      if (mention->context == PlaceContext::county && post.level == Level::owner) post.level = Level::county;
      post.tail = t = mention->end;
      continue;
    }
    static constexpr std::array<std::pair<Word, Level>, 3> kOfUnit = {
        {{Word::municipality, Level::municipality},
         {Word::county, Level::county},
         {Word::voivodeship, Level::voivodeship}}};
    bool of_unit = false;
    for (const auto& [word, level] : kOfUnit)
      if (!of_unit && tables_.says(word, source_, t) != 0) {
        if (post.level == Level::owner) post.level = level;
        of_unit = true;
      }
    if (of_unit) {
      post.tail = ++t;
      continue;
    }
    if (tables_.roles_by_pattern.longest(source_, t).tokens != 0 && t > post.end) return none;
    const std::string& form = source_.tokens[t].word->form;
    if (form == "ds" || form == "spraw") words = true;
    const bool connects = form == "ds" || form == "do" || form == "spraw" || form == "w" || form == "rady";
    // A place's name that no table has: "wójt Łąk Wielkich Anna Nowak".
    const Person* next = t + 1 < source_.tokens.size() ? persons_.covering(t + 1) : nullptr;
    if (!words && capitalised(source_.token(t)) && next != nullptr && next->first == t + 1 &&
        only_space(source_.after(t))) {
      post.tail = ++t;
      continue;
    }
    if (!words && !connects) {
      const bool proper = capitalised(source_.token(t)) && !is_common_word(*source_.tokens[t].word);
      return proper ? persons_.at(t, post.cases) : none;
    }
    if (is_verb(*source_.tokens[t].word)) return none;
    post.tail = ++t;
  }
  return none;
}

bool Finder::taken(const Person& person) const {
  return std::find(taken_.begin(), taken_.end(), person.first) != taken_.end();
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
  for (const Person& person : persons_.all())
    if (source_.line_of_token(person.first) == line - 1 && column(person.first) == column(post.first))
      return person;
  return none;
}

// "Anna Nowak – sekretarz", "Anna Nowak, Wójt Gminy Lisewo", "Anna Nowak (wójt)", the name a line above.
Person Finder::person_before(const Post& post) const {
  Person none;
  if (post.first == 0) return none;
  const Person* person = persons_.covering(post.first - 1);
  if (person == nullptr || person->end != post.first) return none;
  const std::string_view gap = source_.after(post.first - 1);
  const std::string_view mark = utf8::trim(gap);
  const bool line_above = mark.empty() && gap.find('\n') != std::string_view::npos;
  const bool dash = mark == "–" || mark == "-" || mark == "—" || mark == "(";
  if (!line_above && !dash && mark != ",") return none;
  if (taken(*person) && !dash) return none;
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

// "były wójt", "wieloletni, dziś już były sołtys"; not "obecni byli wójt …".
bool Finder::former_before(std::size_t token) const {
  for (std::size_t back = 1; back <= 3 && back <= token; ++back) {
    const std::size_t at = token - back;
    const std::string_view gap = source_.after(at);
    const bool other_column = gap.find("  ") != std::string_view::npos;
    if (other_column || gap.find_first_of(",;:()") != std::string_view::npos) return false;
    if (tables_.says(Word::former, source_, at) != 0) return true;
    if (tables_.says(Word::former_first, source_, at) != 0)
      return at == sentences_.first(at) || !only_space(source_.after(at - 1));
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
    if (tables_.says(Word::ended, source_, t) != 0) return true;
  }
  return false;
}

const Post* Finder::office_before(const Post& post) const {
  const Post* office = nullptr;
  for (const Post& other : posts_)
    if (other.first < post.first && sentences_.of[other.first] == sentences_.of[post.first] &&
        !other.role->deputy.empty())
      office = &other;
  return office;
}

bool Finder::needs_met(const Post& post) const {
  switch (post.role->need) {
    case Need::nothing:
      return true;
    case Need::name:
      return post.mention != nullptr && post.mention->unit != nullptr;
    case Need::office:
      return office_before(post) != nullptr;
    case Need::council:
      for (std::size_t t = sentences_.first(post.first); t < post.first; ++t)
        if (has_lemma(*source_.tokens[t].word, "rada") && tables_.says(Word::not_public, source_, t + 1) == 0)
          return true;
      return false;
  }
  return false;
}

std::string Finder::role_of(const Post& post) const {
  if (post.role->need != Need::office) return post.role->role;
  const Post* office = office_before(post);
  return office == nullptr ? post.role->role : office->role->deputy;
}

// "Rady Powiatu w Brodnicy": the county whose seat it is.
const Unit* Finder::unit_of_mention(const Post& post) const {
  const Unit* unit = post.mention == nullptr ? nullptr : post.mention->unit;
  if (unit == nullptr) return nullptr;
  const auto kind = unit->kind();
  if (post.level == Level::county && kind == core::PlaceKind::municipality) {
    if (post.mention->county != nullptr) return post.mention->county;
    if (places_.county != nullptr && places_.county->seat == unit->name) return places_.county;
    for (const Unit& county : source_.gazetteer.units())
      if (county.type == gazetteer::UnitType::land_county && county.seat == unit->name) return &county;
    return nullptr;
  }
  switch (post.level) {
    case Level::owner:
      return unit;
    case Level::village:
      return nullptr;
    case Level::municipality:
      return kind == core::PlaceKind::municipality ? unit : nullptr;
    case Level::county:
      return kind == core::PlaceKind::county ? unit : nullptr;
    case Level::voivodeship:
      return kind == core::PlaceKind::voivodeship ? unit : nullptr;
  }
  return nullptr;
}

// "w imieniu burmistrza Górzna wystąpił kierownik …": the office without a name in the same sentence.
const Unit* Finder::stood_for(const Post& post) const {
  const std::size_t first = sentences_.first(post.first);
  bool stands = false;
  for (std::size_t t = first; t < post.first; ++t) stands |= tables_.says(Word::stands_for, source_, t) != 0;
  if (!stands) return nullptr;
  for (std::size_t i = 0; i < posts_.size(); ++i) {
    const Post& office = posts_[i];
    if (office.first < first || office.first >= post.first || named_[i]) continue;
    Post named = office;
    const Person person = person_behind(named);
    if (person.end == person.first && named.mention != nullptr) return unit_of_mention(named);
  }
  return nullptr;
}

// "delegacja powiatu toruńskiego ze starostą …": the last unit of the level before the
// post.
const Unit* Finder::in_sentence(const Post& post) const {
  if (post.level != Level::county && post.level != Level::voivodeship) return nullptr;
  const auto kind = post.level == Level::county ? core::PlaceKind::county : core::PlaceKind::voivodeship;
  const Unit* last = nullptr;
  for (const PlaceMention& mention : places_.mentions) {
    if (mention.first >= post.first) break;
    if (mention.unit == nullptr || mention.unit->kind() != kind) continue;
    const std::string_view between = source_.text().substr(
        source_.tokens[mention.end - 1].token.range.end,
        source_.tokens[post.first].token.range.begin - source_.tokens[mention.end - 1].token.range.end);
    if (sentences_.of[mention.first] == sentences_.of[post.first] &&
        between.find(',') == std::string_view::npos)
      last = mention.unit;
  }
  return last;
}

const Unit* Finder::unit(const Post& post, const Unit* beside) const {
  const Unit* owner = places_.owner;
  const bool municipal = owner != nullptr && owner->kind() == core::PlaceKind::municipality;
  const Unit* own = municipal ? owner : places_.one_municipality ? places_.municipality : nullptr;
  if (post.level == Level::village) return own;
  if (const Unit* named = unit_of_mention(post)) return named;
  if (beside != nullptr && (post.level == Level::municipality || post.level == Level::owner) &&
      beside->kind() == core::PlaceKind::municipality)
    return beside;
  if (post.role->need == Need::office)
    if (const Post* office = office_before(post)) {
      Post named = *office;
      (void)person_behind(named);
      if (const Unit* held = unit_of_mention(named)) return held;
    }
  if (post.level == Level::owner)
    if (const Unit* other = stood_for(post)) return other;
  if (const Unit* same = in_sentence(post)) return same;
  switch (post.level) {
    case Level::owner:
      return owner;
    case Level::village:
    case Level::municipality:
      return own;
    case Level::county:
      return places_.county;
    case Level::voivodeship:
      return places_.voivodeship;
  }
  return nullptr;
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

void Finder::add(const Post& post, const Person& person, const Unit* beside) {
  taken_.push_back(person.first);
  if (former(post, person)) return;
  const Unit* held = unit(post, beside);
  core::Official official{full_name(person), role_of(post), std::nullopt, std::nullopt};
  const std::size_t post_end = std::max(post.end, post.tail);
  if (post_end == person.first && only_space(source_.after(post_end - 1))) {
    core::add_evidence(official.evidence, source_.place(post.first, person.end));
  } else {
    core::add_evidence(official.evidence, source_.place(post.first, post_end));
    core::add_evidence(official.evidence, source_.place(person.first, person.end));
  }
  if (held != nullptr) {
    official.unit = held->label;
    official.teryt = held->code;
  }
  for (core::Official& other : found_) {
    if (other.name != official.name || other.role != official.role) continue;
    core::add_evidence(official.evidence, other.evidence);
    if (!other.unit)
      other = std::move(official);
    else
      other.evidence = std::move(official.evidence);
    return;
  }
  found_.push_back(std::move(official));
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

// The further names behind a post in the plural: "radni Anna Nowak, Jan Lis (Lubicz) i Ewa Kos z Osieka".
void Finder::add_list(const Post& post, std::size_t after) {
  const bool lines = source_.after(post.end - 1).find('\n') != std::string_view::npos;
  for (std::size_t t = after; t < source_.tokens.size() && t < after + 8;) {
    const std::string_view gap = source_.after(t - 1);
    if (gap.find_first_of(";!?") != std::string_view::npos || holds_blank_line(gap)) return;
    if (!lines && gap.find('\n') != std::string_view::npos && !only_space(gap) &&
        gap.find("- ") != std::string_view::npos)
      return;  // the next item of the list that the post is in
    const Person* person = persons_.covering(t);
    if (person != nullptr && person->first == t) {
      const Person read = post.cases != 0 ? persons_.at(t, post.cases) : *person;
      add(post, read, behind_name(read.end));
      after = t = read.end;
      continue;
    }
    if (tables_.roles_by_pattern.longest(source_, t).tokens != 0 || is_verb(*source_.tokens[t].word)) return;
    const PlaceMention* mention = places_.at(t);
    t = mention != nullptr ? mention->end : t + 1;
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
  posts_ = posts();
  named_.assign(posts_.size(), false);
  for (std::size_t i = 0; i < posts_.size(); ++i) {
    Post post = posts_[i];
    Person person = person_above(post);
    if (person.end == person.first) {
      const Person behind = person_behind(post);
      const bool above = name_stands_above(post) || behind.end == behind.first;
      person = above ? person_before(post) : behind;
    }
    posts_[i].rejected = post.rejected;
    if (person.end == person.first || person.namesake || post.rejected || !needs_met(post)) continue;
    named_[i] = true;
    const std::size_t after = std::max(person.end, person.first < post.first ? post.tail : person.end);
    add(post, person, behind_name(person.end));
    if (post.plural && person.first > post.first) add_list(post, after);
  }
  add_mentions();
  return std::move(found_);
}

}  // namespace

std::vector<core::Official> extract_officials(const SourceText& source, const Persons& persons,
                                              const Places& places, const Sentences& sentences,
                                              const OfficialRules& rules) {
  return Finder(source, persons, places, sentences, rules.tables()).find();
}

}  // namespace szukajst::indexer::extract
