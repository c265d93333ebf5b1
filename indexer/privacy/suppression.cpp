#include "indexer/privacy/suppression.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/endings.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/phrase.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer {

namespace utf8 = core::utf8;
using core::ByteRange;

namespace {

std::string folded(std::string_view text) {
  return utf8::fold(utf8::lower(text));
}

// The unit of this code or name; nothing where the gazetteer has none.
std::optional<core::Teryt> unit_of(std::string_view text, const gazetteer::Gazetteer& gazetteer) {
  if (const auto code = core::Teryt::parse(text))
    return gazetteer.find(*code) != nullptr ? code : std::nullopt;
  const std::string slug = utf8::slug(text);
  for (const gazetteer::Unit& unit : gazetteer.units())
    if (utf8::slug(unit.label) == slug) return unit.code;
  return std::nullopt;
}

// The words of a name, folded; nothing where something else than letters stands in it.
std::optional<std::vector<std::vector<std::string>>> name_words(std::string_view name) {
  std::vector<std::vector<std::string>> words;
  bool inside = false;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t here = at;
    const char32_t c = utf8::next(name, at);
    if (utf8::is_letter(c)) {
      if (!inside) {
        const bool hyphen = here > 0 && name[here - 1] == '-' && !words.empty();
        if (!hyphen) words.emplace_back();
        words.back().emplace_back();
      }
      words.back().back() += folded(name.substr(here, at - here));
      inside = true;
    } else {
      if (c != U' ' && c != U'-' && c != U'\u00A0') return std::nullopt;
      inside = false;
    }
  }
  return words;
}

// The person whom the line names, or why it names none.
struct ReadLine {
  std::optional<SuppressedPerson> person;
  std::string why;
};

ReadLine read_line(std::string_view line, const gazetteer::Gazetteer& gazetteer) {
  if (!utf8::valid(line)) return {{}, "not UTF-8"};
  const std::size_t cut = line.find_first_of("\t;");
  const std::string_view name = utf8::trim(line.substr(0, cut));
  const std::string_view unit =
      cut == std::string_view::npos ? std::string_view() : utf8::trim(line.substr(cut + 1));
  if (unit.find_first_of("\t;") != std::string_view::npos) return {{}, "more than a name and a unit"};
  const auto words = name_words(name);
  if (!words) return {{}, "a name has letters, spaces and hyphens alone"};
  if (words->size() < 2) return {{}, "a given name and a surname are needed"};
  SuppressedPerson person;
  for (std::size_t i = 0; i + 1 < words->size(); ++i)
    person.given.insert(person.given.end(), (*words)[i].begin(), (*words)[i].end());
  person.surname = words->back();
  constexpr std::size_t kShortest = 2;
  for (const std::string& part : person.surname)
    if (part.size() < kShortest) return {{}, "an initial is no surname"};
  if (person.given.front().size() < kShortest) return {{}, "an initial is no given name"};
  if (!unit.empty()) {
    person.unit = unit_of(unit, gazetteer);
    if (!person.unit) return {{}, "there is no unit '" + std::string(unit) + "'"};
  }
  return {std::move(person), {}};
}

}  // namespace

core::Result<SuppressionFile> read_suppression(const std::filesystem::path& file,
                                               const gazetteer::Gazetteer& gazetteer) {
  std::error_code error;
  if (!std::filesystem::exists(file, error))
    return core::Error{core::ErrorCode::not_found, "there is no file " + file.string()};
  std::ifstream in(file);
  if (!in || std::filesystem::is_directory(file, error))
    return core::Error{core::ErrorCode::unreadable, "cannot read " + file.string()};
  SuppressionFile read;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    const std::string_view text = utf8::trim(line);
    if (text.empty() || text.starts_with('#')) continue;
    ReadLine result = read_line(text, gazetteer);
    if (result.person)
      read.persons.push_back(*std::move(result.person));
    else
      read.bad.push_back({number, std::move(result.why)});
  }
  return read;
}

struct Suppression::State {
  using Persons = std::vector<std::size_t>;  // places in `persons`
  std::vector<SuppressedPerson> persons;
  std::unordered_map<std::string, Persons> by_given, by_surname;  // folded nominatives
  std::unordered_set<std::string> given_names;                    // of anybody, folded
  extract::EndingTable endings;
};

Suppression::Suppression(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Suppression::Suppression(Suppression&&) noexcept = default;
Suppression::~Suppression() = default;

core::Result<Suppression> Suppression::create(std::vector<SuppressedPerson> persons,
                                              const std::filesystem::path& data) {
  auto endings = extract::EndingTable::load(data / "extract" / "person_endings.tsv");
  if (!endings) return endings.error();
  auto names = extract::read_table(data / "extract" / "person_given_names.tsv", 2);
  if (!names) return names.error();
  auto state = std::make_unique<State>();
  state->endings = std::move(*endings);
  for (const extract::Row& row : *names) state->given_names.insert(folded(row.cell(0)));
  for (std::size_t i = 0; i < persons.size(); ++i) {
    for (const std::string& given : persons[i].given) state->by_given[given].push_back(i);
    for (const std::string& part : persons[i].surname) state->by_surname[part].push_back(i);
  }
  state->persons = std::move(persons);
  return Suppression(std::move(state));
}

bool Suppression::empty() const {
  return state_->persons.empty();
}

// Looks through one text.
class Suppression::Finder {
 public:
  Finder(const State& state, std::string_view text, language::Analyzer& analyzer, const core::Record& record)
      : state_(state), text_(text), tokens_(analyzer.analyze(text)) {
    for (const SuppressedPerson& person : state.persons) wanted_.push_back(concerns(person, record));
  }

  std::vector<ByteRange> find() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].token.kind == language::TokenKind::code) continue;
      for (const std::size_t person : meaning(i).surname_of)
        if (wanted_[person]) read_surname(i, person);
      for (const std::size_t person : meaning(i).given_of)
        if (wanted_[person]) read_damaged(i, person);
    }
    for (const auto& [range, person] : alone_)
      if (named_.contains(person)) add(range);
    read_addresses();
    return joined();
  }

 private:
  // Which persons a distinct word may name.
  struct Meaning {
    State::Persons surname_of, given_of;
    bool given_name = false;  // of anybody
  };

  static bool concerns(const SuppressedPerson& person, const core::Record& record) {
    if (!person.unit) return true;
    const auto within = [&](const std::optional<core::Teryt>& code) {
      return code && person.unit->contains(*code);
    };
    return std::any_of(record.places.begin(), record.places.end(),
                       [&](const core::Place& place) { return within(place.teryt); }) ||
           std::any_of(record.officials.begin(), record.officials.end(),
                       [&](const core::Official& official) { return within(official.teryt); });
  }

  std::string_view spelling(std::size_t i) const { return tokens_[i].token.range.in(text_); }

  const Meaning& meaning(std::size_t i) {
    const language::Word* word = tokens_[i].word;
    const auto [found, added] = meanings_.try_emplace(word);
    if (added) found->second = read_meaning(*word);
    return found->second;
  }

  Meaning read_meaning(const language::Word& word) const {
    std::set<std::string> nominatives{folded(word.form)};
    for (const std::string& lemma : word.lemmas) nominatives.insert(folded(lemma));
    // The endings are of names as they are written, with a capital letter.
    for (const auto& candidate : state_.endings.candidates(word.form, "mf", ~0U))
      nominatives.insert(folded(candidate.nominative));
    // "Kowalskich" are several of whom one may be a "Kowalska".
    for (const std::string& nominative : std::set<std::string>(nominatives))
      if (nominative.ends_with("ki")) nominatives.insert(nominative.substr(0, nominative.size() - 1) + "a");
    std::set<std::size_t> surname_of, given_of;
    Meaning meaning;
    for (const std::string& nominative : nominatives) {
      if (const auto found = state_.by_surname.find(nominative); found != state_.by_surname.end())
        surname_of.insert(found->second.begin(), found->second.end());
      if (const auto found = state_.by_given.find(nominative); found != state_.by_given.end())
        given_of.insert(found->second.begin(), found->second.end());
      meaning.given_name = meaning.given_name || state_.given_names.contains(nominative);
    }
    meaning.surname_of.assign(surname_of.begin(), surname_of.end());
    meaning.given_of.assign(given_of.begin(), given_of.end());
    return meaning;
  }

  std::string_view gap(std::size_t i) const {  // between i and i + 1
    const std::size_t begin = tokens_[i].token.range.end;
    const std::size_t end = i + 1 < tokens_.size() ? tokens_[i + 1].token.range.begin : text_.size();
    return text_.substr(begin, end - begin);
  }
  bool hyphen(std::size_t i) const { return gap(i) == "-" || gap(i) == "–"; }
  // Words of one name: a space, a line end, an initial's stop, "Nowak, Anna".
  bool beside(std::size_t i) const {
    const std::string_view between = gap(i);
    if (i + 1 >= tokens_.size() || std::count(between.begin(), between.end(), '\n') > 1) return false;
    const std::string_view mark = utf8::trim(between);
    return mark.empty() || mark == "." || mark == ",";
  }
  bool initial_of(std::size_t i, std::size_t person) const {
    const std::string_view letter = spelling(i);
    return utf8::length(letter) == 1 && extract::capitalised(letter) &&
           state_.persons[person].given.front().starts_with(folded(letter));
  }
  bool given_of(std::size_t i, std::size_t person) {
    const State::Persons& persons = meaning(i).given_of;
    return std::find(persons.begin(), persons.end(), person) != persons.end() &&
           extract::capitalised(spelling(i));
  }

  // The surname that begins with token i, with all that hyphens join to it, and the given name beside it.
  void read_surname(std::size_t i, std::size_t person) {
    if (!extract::capitalised(spelling(i))) return;
    std::size_t first = i, end = i + 1;
    constexpr std::size_t kMostParts = 4;
    while (first > 0 && i - first < kMostParts && hyphen(first - 1) &&
           extract::capitalised(spelling(first - 1)))
      --first;
    while (end < tokens_.size() && end - i < kMostParts && hyphen(end - 1) &&
           extract::capitalised(spelling(end)))
      ++end;
    constexpr std::size_t kMostBetween = 2;  // further given names, initials
    for (std::size_t back = 1; back <= kMostBetween + 1 && back <= first && beside(first - back); ++back) {
      const std::size_t at = first - back;
      if (given_of(at, person) || initial_of(at, person)) return add_named(at, end, person);
      if (!meaning(at).given_name && utf8::length(spelling(at)) > 1) break;
    }
    if (end < tokens_.size() && beside(end - 1) && (given_of(end, person) || initial_of(end, person))) {
      std::size_t last = end + 1;
      while (last < tokens_.size() && last < end + kMostBetween && beside(last - 1) && given_of(last, person))
        ++last;
      return add_named(first, last, person);
    }
    const bool other = first > 0 && beside(first - 1) && utf8::trim(gap(first - 1)) != "," &&
                       extract::capitalised(spelling(first - 1)) &&
                       (meaning(first - 1).given_name || utf8::length(spelling(first - 1)) == 1);
    if (!other) alone_.push_back({{start(first), tokens_[end - 1].token.range.end}, person});
  }

  // A surname with a wrong letter, right behind the given name.
  void read_damaged(std::size_t i, std::size_t person) {
    constexpr std::size_t kLong = 5;
    const std::size_t next = i + 1;
    if (next >= tokens_.size() || !beside(i) || !extract::capitalised(spelling(i))) return;
    const std::string form = folded(spelling(next));
    for (const std::string& part : state_.persons[person].surname) {
      if (part.size() < kLong || form.size() < kLong) continue;
      // Cases change the end: what stands before it is compared.
      const std::size_t stem = std::min(part.size(), form.size()) - (part.size() > kLong ? 2 : 1);
      const bool alike = extract::nearly_equal(form, part) ||
                         (stem >= kLong && extract::nearly_equal(form.substr(0, stem), part.substr(0, stem)));
      if (alike) return add_named(i, next + 1, person);
    }
  }

  // "anna.nowak@…", "a.nowak@…", ".../anna-nowak"
  void read_addresses() {
    for (const auto& token : tokens_) {
      if (token.token.kind != language::TokenKind::code) continue;
      const std::string address = folded(token.token.range.in(text_));
      for (std::size_t person = 0; person < state_.persons.size(); ++person) {
        if (!wanted_[person]) continue;
        const SuppressedPerson& wanted = state_.persons[person];
        std::size_t at = 0;
        bool surname = true;
        for (const std::string& part : wanted.surname) {
          at = address.find(part, at);
          surname = surname && at != std::string::npos;
          if (!surname) break;
        }
        const bool given =
            surname && (address.find(wanted.given.front()) != std::string::npos || named_.contains(person));
        if (given) add(token.token.range);
      }
    }
  }

  std::size_t start(std::size_t token) const { return tokens_[token].token.range.begin; }
  void add(ByteRange range) { found_.push_back(range); }
  void add_named(std::size_t first, std::size_t end, std::size_t person) {
    add({start(first), tokens_[end - 1].token.range.end});
    named_.insert(person);
  }

  std::vector<ByteRange> joined() {
    std::sort(found_.begin(), found_.end(),
              [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
    std::vector<ByteRange> apart;
    for (const ByteRange range : found_) {
      if (!apart.empty() && range.begin <= apart.back().end)
        apart.back().end = std::max(apart.back().end, range.end);
      else
        apart.push_back(range);
    }
    return apart;
  }

  const State& state_;
  std::string_view text_;
  std::vector<language::AnalyzedToken> tokens_;
  std::vector<bool> wanted_;  // by person: whether the document is one that they are to vanish from
  std::unordered_map<const language::Word*, Meaning> meanings_;
  std::vector<std::pair<ByteRange, std::size_t>> alone_;  // surnames without a given name
  std::unordered_set<std::size_t> named_;                 // whom the text names in full
  std::vector<ByteRange> found_;
};

std::vector<ByteRange> Suppression::find(std::string_view text, language::Analyzer& analyzer,
                                         const core::Record& record) const {
  return Finder(*state_, text, analyzer, record).find();
}

}  // namespace szukajst::indexer
