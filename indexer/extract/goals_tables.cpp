#include "indexer/extract/goals_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <utility>

#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {
namespace {

constexpr std::array<std::pair<std::string_view, LabelForm>, 9> kForms{{{"goal", LabelForm::goal},
                                                                        {"numbered", LabelForm::numbered},
                                                                        {"list", LabelForm::list},
                                                                        {"sentence", LabelForm::sentence},
                                                                        {"sentences", LabelForm::sentences},
                                                                        {"by", LabelForm::by},
                                                                        {"announce", LabelForm::announce},
                                                                        {"mention", LabelForm::mention},
                                                                        {"code", LabelForm::code}}};

// A level's rank, and the pattern of its adjectives in any case.
struct Adjectives {
  std::string level, rank, pattern;
};

// "główn ogóln" as "główn*|ogóln*".
std::string any_ending(const std::string& stems) {
  std::string pattern;
  for (const char c : stems) pattern += c == ' ' ? "*|" : std::string(1, c);
  return pattern + '*';
}

// The row for each level that its "@" may name; a row without one is itself.
std::vector<Row> each_level(const Row& row, const std::vector<Adjectives>& levels) {
  std::vector<Row> rows;
  const std::size_t at = row.cell(0).find('@');
  if (at == std::string::npos) return {row};
  for (const Adjectives& adjectives : levels) {
    Row& one = rows.emplace_back(row);
    one.cells[0].replace(at, 1, adjectives.pattern);
    one.cells[2] = adjectives.level;
    one.cells[3] = adjectives.rank;
  }
  return rows;
}

core::Result<Label> label_of(const std::filesystem::path& file, const Row& row) {
  const auto form = std::find_if(kForms.begin(), kForms.end(),
                                 [&](const auto& known) { return known.first == row.cell(1); });
  if (form == kForms.end()) return bad_row(file, row, "no such form: " + row.cell(1));
  const auto level = core::goal_level(row.cell(2));
  if (!level && row.cell(2) != "auto") return bad_row(file, row, "no such level: " + row.cell(2));
  Label label{Phrase(row.cell(0)), form->second, level, 0, row.cell(4)};
  const std::string& rank = row.cell(3);
  const auto [end, error] = std::from_chars(rank.data(), rank.data() + rank.size(), label.rank);
  if (error != std::errc() || end != rank.data() + rank.size()) return bad_row(file, row, "no rank: " + rank);
  return label;
}

bool names_noun(std::string_view word, const std::vector<std::string>& nouns) {
  return std::ranges::any_of(nouns, [&](const std::string& noun) { return word.starts_with(noun); });
}

// The word of a pattern that is a noun in each of its alternatives, and how many words may stand before it.
struct NounOf {
  std::string word;  // empty where there is none
  std::size_t before = 0;
};

NounOf noun_of(const std::string& pattern, const std::vector<std::string>& nouns) {
  constexpr std::size_t kGapWords = 8;  // of "…" in phrase.h
  std::istringstream words(pattern);
  std::size_t before = 0;
  for (std::string word; words >> word; before += word == "…" ? kGapWords : 1) {
    std::istringstream alternatives(word);
    bool noun = true;
    for (std::string one; std::getline(alternatives, one, '|');) noun = noun && names_noun(one, nouns);
    if (noun) return {word, before};
  }
  return {};
}

core::Result<core::Done> read_labels(const std::filesystem::path& file, GoalRules::Tables& tables) {
  const auto rows = read_table(file, 5);
  if (!rows) return rows.error();
  std::vector<Adjectives> levels;
  for (const Row& row : *rows) {
    if (row.cell(1) == "adjective") {
      levels.push_back({row.cell(2), row.cell(3), any_ending(row.cell(0))});
      tables.adjectives.emplace_back(levels.back().pattern);
      continue;
    }
    for (const Row& one : each_level(row, levels)) {
      auto label = label_of(file, one);
      if (!label) return label.error();
      if (const NounOf noun = noun_of(one.cell(0), tables.nouns); !noun.word.empty()) {
        label->names_noun = true;
        tables.noun_words.emplace_back(noun.word);
        tables.farthest_noun = std::max(tables.farthest_noun, noun.before);
      }
      tables.labels.push_back(*std::move(label));
    }
  }
  std::stable_sort(tables.labels.begin(), tables.labels.end(),
                   [](const Label& a, const Label& b) { return a.phrase.size() > b.phrase.size(); });
  for (const Label& label : tables.labels)
    for (std::size_t first = 0; first < kFirstLetters; ++first)
      for (std::size_t second = 0; second < kFirstLetters; ++second)
        if (label.phrase.may_begin(first) && (label.phrase.second_letters() >> second & 1) != 0) {
          tables.labels_by_letters[first][second].push_back(&label);
          if (!label.names_noun) tables.other_labels_by_letters[first][second].push_back(&label);
        }
  for (const Label& label : tables.labels) {
    tables.label_phrases.push_back(label.phrase);
    tables.phrases_of_form[static_cast<std::size_t>(label.form)].push_back(label.phrase);
    if (labels_goals(label.form)) tables.goal_phrases.push_back(label.phrase);
    tables.beginnings.push_back(label.phrase);
    if (!label.names_noun) tables.other_beginnings.push_back(label.phrase);
  }
  tables.book.enter(tables.label_phrases);
  tables.book.enter(tables.adjectives);
  for (PhraseList& phrases : tables.phrases_of_form) tables.book.enter(phrases);
  return core::Done{};
}

core::Result<core::Done> read_words(const std::filesystem::path& file, GoalRules::Tables& tables) {
  const auto rows = read_table(file, 2);
  if (!rows) return rows.error();
  const std::array<std::pair<std::string_view, PhraseList*>, 52> phrases{
      {{"tail", &tables.tails},           {"subject", &tables.subjects},
       {"column", &tables.columns},       {"number", &tables.numbers},
       {"when", &tables.whens},           {"slogan", &tables.slogans},
       {"term", &tables.terms},           {"furniture", &tables.furniture},
       {"contents", &tables.contents},    {"chapter", &tables.chapters},
       {"details", &tables.details},      {"ordinal", &tables.ordinals},
       {"count", &tables.counts},         {"party", &tables.parties},
       {"caption", &tables.captions},     {"further", &tables.further},
       {"foreign", &tables.foreign},      {"accord", &tables.accords},
       {"apart", &tables.aparts},         {"part", &tables.parts},
       {"heading", &tables.headings},     {"listing", &tables.listings},
       {"tier", &tables.tiers},           {"equals", &tables.equals},
       {"kind", &tables.kinds},           {"apposition", &tables.appositions},
       {"service", &tables.services},     {"serves", &tables.serves},
       {"duty", &tables.duties},          {"question", &tables.questions},
       {"verb", &tables.verbs},           {"vision", &tables.visions},
       {"mission", &tables.missions},     {"lead", &tables.leads},
       {"announcer", &tables.announcers}, {"performer", &tables.performers},
       {"name", &tables.names},           {"contact", &tables.contacts},
       {"relative", &tables.relatives},   {"means", &tables.means},
       {"other", &tables.others},         {"title", &tables.titles},
       {"turn", &tables.turns},           {"overview", &tables.overviews},
       {"speech", &tables.speeches},      {"scope", &tables.scopes},
       {"reference", &tables.references}, {"indicator", &tables.indicators},
       {"measure", &tables.measures},     {"who", &tables.whos},
       {"doer", &tables.doers},           {"post", &tables.posts}}};
  const std::array<std::pair<std::string_view, FoldedSet*>, 4> words{{{"joint", &tables.joints},
                                                                      {"short", &tables.shorts},
                                                                      {"clause", &tables.clauses},
                                                                      {"naming", &tables.namings}}};
  for (const auto& [role, list] : phrases) tables.book.enter(*list);
  for (const auto& [role, set] : words) tables.book.enter(*set);
  for (const Row& row : *rows) {
    bool known = false;
    for (const auto& [role, list] : phrases)
      if (role == row.cell(0)) known = true, list->emplace_back(row.cell(1));
    for (const auto& [role, set] : words)
      if (role == row.cell(0)) {
        known = true;
        for (const FoldedWord& word : folded_words(row.cell(1))) set->insert(std::string(word.text));
      }
    for (const auto& [role, list] :
         {std::pair("ending", &tables.endings), {"noun", &tables.nouns}, {"oblique", &tables.obliques}})
      if (role == row.cell(0)) {
        known = true;
        for (const FoldedWord& word : folded_words(row.cell(1))) list->push_back(std::string(word.text));
      }
    if (!known) return bad_row(file, row, "no such role: " + row.cell(0));
  }
  return core::Done{};
}

}  // namespace

bool ends_with_phrase(std::string_view text, const PhraseList& phrases) {
  const FoldedWords words = folded_words(text);
  constexpr std::size_t kLastWords = 3;
  for (std::size_t at = words.size() > kLastWords ? words.size() - kLastWords : 0; at < words.size(); ++at)
    if (phrases.may_begin(words[at]))
      for (const Phrase& phrase : phrases)
        if (phrase.match(words, at, true) == words.size() - at) return true;
  return false;
}

int ordinal_value(std::span<const FoldedWord> words, std::size_t at, const GoalRules::Tables& tables) {
  return static_cast<int>(tables.ordinals.number(words, at));
}

GoalRules::GoalRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
GoalRules::GoalRules(GoalRules&&) noexcept = default;
GoalRules& GoalRules::operator=(GoalRules&&) noexcept = default;
GoalRules::~GoalRules() = default;

core::Result<GoalRules> GoalRules::load(const std::filesystem::path& folder) {
  auto tables = std::make_unique<Tables>();
  if (auto done = read_words(folder / "goals_words.tsv", *tables); !done) return done.error();
  if (auto done = read_labels(folder / "goals.tsv", *tables); !done) return done.error();
  for (const PhraseList* list : {&tables->leads, &tables->appositions, &tables->ordinals, &tables->listings,
                                 &tables->headings, &tables->visions, &tables->missions})
    for (const Phrase& phrase : *list) {
      tables->beginnings.push_back(phrase);
      tables->other_beginnings.push_back(phrase);
    }
  for (PhraseList* list :
       {&tables->goal_phrases, &tables->noun_words, &tables->beginnings, &tables->other_beginnings})
    tables->book.enter(*list);
  return GoalRules(std::move(tables));
}

}  // namespace szukajst::indexer::extract
