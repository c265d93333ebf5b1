#include "language/repair.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/spelling_table.h"
#include "core/utf8.h"
#include "language/channel.h"
#include "language/context.h"
#include "language/document_words.h"
#include "language/ending_choice.h"
#include "language/known_words.h"
#include "language/letters.h"
#include "language/lexicon_parts.h"
#include "language/normalise.h"
#include "language/repair_layers.h"
#include "language/repair_lines.h"
#include "language/repair_signs.h"
#include "language/repair_units.h"
#include "language/repair_words.h"
#include "language/text_lines.h"
#include "language/word_search.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

// How badly a text was read, which decides what may be changed in it.
enum class Damage {
  none,   // words with a sign in them, and small ones that are unknown and have one obvious mending
  light,  // an engine that knows Polish erred now and then: words that are unknown
  heavy,  // diacritics are lost: known words too, where a much commoner one lost them
};
constexpr std::size_t kDamages = 3;

struct Habits {
  // How much better than the word itself a candidate must be, in ln; a known word, one that only lost its
  // diacritics, and one that is damaged otherwise.
  double unknown_margin, bare_margin, known_margin;
  JudgeOptions options;
};
// A candidate that is so much better than an unknown spelling tells that the text is damaged, in ln.
constexpr double kClearly = 6;
// What is so much worse than another cannot be made good by its neighbours, in ln.
constexpr double kOutOfQuestion = 8;

Habits with_limits(Habits habits) {
  habits.options.least_gain_known = std::min(habits.bare_margin, habits.known_margin) - kOutOfQuestion;
  habits.options.least_gain_unknown = habits.unknown_margin - kOutOfQuestion;
  // Neighbours do not make good what is no known confusion.
  habits.options.least_gain_edited = habits.unknown_margin;
  return habits;
}

constexpr double kNever = 1000;
// Spellings that no dictionary has, but that were counted in print.
constexpr double kCountedMargin = 2.5;
Habits habits(Damage damage) {
  switch (damage) {
    case Damage::none:
      return with_limits(
          {4,
           kNever,
           kNever,
           {.engine = Engine::polish, .unknown_word = -12, .unknown_name = -3, .counted = true}});
    case Damage::light:
      return with_limits(
          {2.2,
           4,
           3.5,
           {.engine = Engine::polish, .unknown_word = -12, .unknown_name = -6, .counted = true}});
    // Of the unknown words most are damaged, also names.
    case Damage::heavy:
      return with_limits(
          {1, 0.5, 2.5, {.engine = Engine::foreign, .unknown_word = -14, .unknown_name = -14}});
  }
  return {kNever, kNever, kNever, {}};
}

// How much of what neighbours tell is believed, as words may be damaged or old.
constexpr float kStrength = 0.82F;
// A nought is no preposition unless the next word stands in one of its cases, in ln.
constexpr double kNought = -0.3, kHardlyNought = 4, kCertaintyOfNought = 0.8;
// A word that has a small letter so much oftener than it is a name was no name between others.
constexpr float kMostlySmall = 0.5F;
// What is so little likely to be a name has its capital from a sentence's begin, or by mistake.
constexpr float kHardlyName = 0.1F;
constexpr std::string_view kCapital = "Xx";  // a model of a name's case
// A capital that stands for a preposition between words.
constexpr double kCertaintyOfPreposition = 0.8;
// An abbreviation of capitals whose letters make just one that is known.
constexpr double kCertaintyOfAcronym = 0.95;

bool has_old_vowel(std::string_view word) {
  return word.find("é") != std::string_view::npos;
}

// A candidate's part among all and the word itself.
double certainty(const Judgement& judgement, const Judged& chosen) {
  double sum = std::exp(judgement.itself - chosen.score);
  for (const Judged& other : judgement.others) sum += std::exp(other.score - chosen.score);
  return 1 / sum;
}

// What is likelier than this, and was not chosen, a word may be found by.
constexpr float kDoubtful = 0.03F;

// What a document says of its words that is less than this, in ln, is not worth choosing again.
constexpr double kTelling = 0.2;
// Nor is it asked about words that are likelier than this as they were chosen.
constexpr float kSettled = 0.97F;

// What a unit may read; `as` is null where it stays as it is.
struct Option {
  const Judged* as = nullptr;
  double score = 0;
  mutable const std::vector<ContextState>* states =
      nullptr;  // of `as` in the spelling's case, once asked for
};
using Options = std::span<const Option>;

struct Choice {
  Option option;
  float likelihood = 1;               // given the neighbours
  std::vector<const Judged*> doubts;  // likeliest first
};

// The likeliest option, and those that are not out of the question; `likely` has a number for each.
Choice choice(Options options, std::span<const float> likely) {
  if (options.size() == 1) return {options.front(), likely.front(), {}};
  const auto best = static_cast<std::size_t>(std::ranges::max_element(likely) - likely.begin());
  Choice choice{options[best], likely[best], {}};
  std::vector<std::pair<float, const Judged*>> doubts;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (i != best && options[i].as != nullptr && likely[i] >= kDoubtful)
      doubts.emplace_back(likely[i], options[i].as);
  }
  std::ranges::stable_sort(doubts, [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [share, judged] : doubts) choice.doubts.push_back(judged);
  return choice;
}

// Two options, by their places, that differ in their last letter's mark alone.
struct EndingPair {
  std::size_t bare = 0, marked = 0;
};
// The best option's, if it has one.
std::optional<EndingPair> ending_pair(const std::vector<std::string>& forms, std::size_t best) {
  static constexpr std::pair<std::string_view, std::string_view> kMarked[] = {{"a", "ą"}, {"e", "ę"}};
  const std::string_view form = forms[best];
  for (const auto& [bare, marked] : kMarked) {
    for (const auto& [from, to] : {std::pair(bare, marked), std::pair(marked, bare)}) {
      if (!form.ends_with(from)) continue;
      const std::string other = std::string(form.substr(0, form.size() - from.size())) + std::string(to);
      const auto place = static_cast<std::size_t>(std::ranges::find(forms, other) - forms.begin());
      if (place == forms.size()) continue;
      return from == bare ? EndingPair{best, place} : EndingPair{place, best};
    }
  }
  return std::nullopt;
}

bool has_capital_inside(std::string_view word) {
  std::size_t at = 0;
  for (bool first = true; at < word.size(); first = false) {
    if (utf8::is_upper(utf8::next(word, at)) && !first) return true;
  }
  return false;
}

core::Result<std::vector<std::string>> read_lines(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) return core::Error{core::ErrorCode::not_found, "cannot read " + path.string()};
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(std::move(line));
  }
  return lines;
}

using Spellings = std::vector<std::pair<std::string, std::string>>;

core::Result<Spellings> read_pairs(const std::filesystem::path& path) {
  const auto lines = read_lines(path);
  if (!lines) return lines.error();
  Spellings pairs;
  for (const std::string& line : *lines) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      return core::Error{core::ErrorCode::malformed, path.string() + ": not two fields: " + line};
    }
    pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return pairs;
}

}  // namespace

struct SpellingMemo {
  std::string_view spelling;                          // the key of the memo
  bool known = false, polish = false, lower = false;  // see has_polish_letter, starts_lower
  bool letter = false, sign = false;                  // of one letter at most; see has_damage_sign
  // Empty until asked: whether it is known from old print; see mendable(), old_spelling(), is_abbreviation().
  std::optional<bool> counted, mendable, old, abbreviation;
  struct OfDamage {
    std::unique_ptr<const Judgement> judgement = {};
    std::vector<Option> options = {};  // where it is not settled; see Repairer::State::options
  };
  std::array<OfDamage, kDamages> by_damage = {};
  const std::vector<ContextState>* states = nullptr;  // of the spelling as it stands, once asked for
};

struct Repairer::State {
  State(const Lexicon& lexicon, const WordGraph& forms, const WordGraph& print, Channel confusions,
        Letters spelling, Spellings old, Signs of_signs, Neighbours of_neighbours, EndingChoice of_endings)
      : words(lexicon, forms, print),
        channel(std::move(confusions)),
        search(channel),
        letters(std::move(spelling)),
        old_spellings(std::move(old)),
        signs(std::move(of_signs)),
        neighbours(std::move(of_neighbours)),
        endings(std::move(of_endings)) {}

  KnownWords words;
  Channel channel;
  WordSearch search;
  Letters letters;
  Spellings old_spellings;                                // as data/old_spelling.tsv has them
  std::unordered_map<std::string, std::string> acronyms;  // by their letters, folded
  static constexpr std::size_t kLongestAcronym = 12;
  std::unordered_map<std::string, std::string> abbreviations;  // those with a mark, by their letters, folded

  // By spelling. Bounded: emptied between texts.
  static constexpr std::size_t kMemoWords = 200'000;
  using Memo = core::SpellingTable<SpellingMemo>;
  Memo memo;

  Signs signs;
  Neighbours neighbours;
  std::vector<ContextState> edge, comma, mark, number, none;  // the states of what is no word
  core::SpellingTable<std::vector<ContextState>> states;      // of forms
  std::unordered_map<std::string, std::string> lemmas;        // of forms, the likeliest
  FormLemmas form_lemmas{words};
  EndingChoice endings;
  TagKinds kinds{neighbours};

  SpellingMemo& remembered(Memo::Entry& entry, bool added) {
    SpellingMemo& of = entry.value;
    if (added) {
      of.spelling = entry.spelling;
      of.known = words.contains(entry.spelling);
      of.polish = has_polish_letter(entry.spelling);
      of.lower = starts_lower(entry.spelling);
      of.letter = utf8::length(entry.spelling) < 2;
      of.sign = has_damage_sign(entry.spelling);
    }
    return of;
  }
  SpellingMemo& remember(std::string_view spelling) {
    const auto [entry, added] = memo.try_emplace(spelling);
    return remembered(*entry, added);
  }
  void remember(const std::vector<Unit>& units) {
    memo.try_emplace_all(
        units.size(), [&](std::size_t i) -> std::string_view { return units[i].spelling; },
        [&](std::size_t i, Memo::Entry& entry, bool added) { units[i].memo = &remembered(entry, added); });
  }
  SpellingMemo& remember(const Unit& unit) {
    if (unit.memo == nullptr) unit.memo = &remember(unit.spelling);
    return *unit.memo;
  }
  // Whether it is known from old print alone, if from anything.
  bool counted(SpellingMemo& entry, Damage damage) const {
    if (entry.known || damage == Damage::heavy) return false;
    if (!entry.counted) entry.counted = words.lexicon().counted(std::string(entry.spelling));
    return *entry.counted;
  }
  // Whether it is no word, but clearly one that lost its diacritics or was read by an engine without Polish.
  bool mendable(std::string_view spelling) { return mendable(remember(spelling)); }
  bool mendable(SpellingMemo& entry) {
    if (entry.known) return false;
    if (!entry.mendable) entry.mendable = asked_whether_mendable(entry.spelling);
    return *entry.mendable;
  }
  bool asked_whether_mendable(std::string_view spelling) {
    if (has_damage_sign(spelling) || !words.lexicon().unfold(spelling, 1).empty()) return true;
    JudgeOptions options = habits(Damage::heavy).options;
    options.free_edits = false;
    options.least_gain_unknown = kClearly;
    options.most = 1;
    const Judgement judged = judge(words, search, spelling, options);
    return !judged.others.empty() && judged.others.front().score > judged.itself + kClearly;
  }
  const Judgement& judgement(const Unit& unit, Damage damage) {
    auto& judgement = remember(unit).by_damage[static_cast<std::size_t>(damage)].judgement;
    if (judgement == nullptr) {
      JudgeOptions options = habits(damage).options;
      if (damage == Damage::heavy) {
        options.letters = &letters;
        options.channel = &channel;
      }
      judgement = std::make_unique<const Judgement>(judge(words, search, unit.spelling, options));
    }
    return *judgement;
  }
  // The abbreviation of capitals that it must be; empty where it is none that is known.
  std::string_view acronym(std::string_view spelling) const {
    if (spelling.size() > kLongestAcronym || !has_capital_inside(spelling)) return {};
    const auto known = acronyms.find(fold_all(spelling));
    return known != acronyms.end() ? std::string_view(known->second) : std::string_view();
  }
  // The abbreviation that it is but for its marks: "późn." of "pozn."; else empty.
  std::string_view marked_abbreviation(const Unit& unit) const {
    if (!unit.abbreviated) return {};
    const auto known = abbreviations.find(fold_all(unit.spelling));
    return known != abbreviations.end() && known->second != unit.spelling ? std::string_view(known->second)
                                                                          : std::string_view();
  }
  bool is_abbreviation(SpellingMemo& entry) const {
    if (!entry.abbreviation) {
      entry.abbreviation =
          std::ranges::any_of(words.lexicon().look_up(entry.spelling),
                              [](const Reading& of) { return of.tag.starts_with("brev:pun"); });
    }
    return *entry.abbreviation;
  }
  // Whether it is known in today's spelling.
  bool old_spelling(SpellingMemo& entry) const {
    if (!entry.old) entry.old = asked_whether_old(entry.spelling);
    return *entry.old;
  }
  bool asked_whether_old(std::string_view spelling) const;
  Damage damage(const std::vector<Unit>& units);
  const std::vector<ContextState>& states_of_form(const std::string& form) {
    const auto [entry, added] = states.try_emplace(form);
    auto& of_form = entry->value;
    if (!added) return of_form;
    const auto readings = words.lexicon().look_up(form);
    form_lemmas.put(form, readings);
    of_form = states_of(readings, std::vector<std::uint8_t>(readings.size(), 0), kinds);
    if (of_form.empty()) of_form = {{0, neighbours.kind(kUnknownKind), false, 1}};
    return of_form;
  }
  bool settled(const Unit& unit, Damage damage);
  Options options(const Unit& unit, Damage damage);
  std::vector<Option> asked_options(const Unit& unit, Damage damage);
  const std::vector<ContextState>& states_of_option(const Unit& unit, const Option& option);
  std::vector<ContextState> states_of_options(const Unit& unit, Options options);
  // What may be read between two ends: for each unit from `begin` on its options, and the cell it has among
  // those of all signs and words.
  struct Sentence {
    std::size_t begin = 0;
    std::vector<Options> open;
    std::vector<std::size_t> cell_of;
    std::vector<std::span<const ContextState>> cells;
  };
  std::vector<Choice> choose(std::string_view text, const std::vector<Unit>& units, Damage damage);
  void decide(Sentence& sentence, const std::vector<Unit>& units, Damage damage, std::vector<Choice>& chosen);
  // What came of weighing a sentence: its cells, its edges included, how likely each of their states is, and
  // where each cell's begin; how likely each option of each unit is.
  struct Weighed {
    std::vector<Cell> cells;
    std::vector<std::vector<ContextState>> states;  // of the cells of units that have several options
    std::vector<float> likely;
    std::vector<std::size_t> firsts;
    std::vector<float> sums;
    std::vector<std::size_t> first_sums;
    std::span<const float> sums_of(std::size_t unit) const {
      return std::span(sums).subspan(first_sums[unit], first_sums[unit + 1] - first_sums[unit]);
    }
  };
  Weighed weigh(Sentence& sentence, const std::vector<Unit>& units, const std::vector<Options>& open);
  bool ask_for_endings(const Sentence& sentence, const std::vector<Unit>& units, const Weighed& weighed,
                       std::vector<std::vector<Option>>& open);
  std::string_view best_kind(const Weighed& weighed, std::size_t cell,
                             std::optional<std::size_t> option) const;
  const std::string& likeliest_lemma(const std::string& form);
  void weigh_by_document(std::vector<Sentence>& undecided, const std::vector<Unit>& units,
                         std::vector<Choice>& chosen);
  bool bridge(std::string_view text, core::ByteRange between,
              std::vector<std::span<const ContextState>>& sentence) const;
  bool lost_capital(const Unit& unit, const std::string& form) const;
  bool other_initial(std::string_view text, const Unit& unit, const Unit* before,
                     std::string_view mended) const;
  WordTests word_tests();
  bool countable(const std::string& word) const;
  bool small_by_kind(std::string_view text, const Unit& unit, const Unit* before,
                     const std::string& form) const;
  bool false_capital(std::string_view text, const Unit& unit, const Unit* before,
                     const std::string& form) const;
};

Damage Repairer::State::damage(const std::vector<Unit>& units) {
  remember(units);
  std::size_t words_seen = 0, polish = 0, mended = 0, unknown = 0;
  for (const Unit& unit : units) {
    if (unit.number || unit.spelling.size() < 3) continue;
    ++words_seen;
    SpellingMemo& entry = remember(unit);
    polish += entry.polish;
    if (!entry.known) mended += !old_spelling(entry) && mendable(entry);
    unknown += !entry.known && entry.lower;
  }
  const auto share = [&](std::size_t n) {
    return static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(words_seen, 1));
  };
  // A Polish text has diacritics in every third word; one that lost them has unknown words instead that
  // have them back at once.
  if (share(mended) > 0.04 && 2 * mended > polish) return Damage::heavy;
  if (share(mended) > 0.02 || share(unknown) > 0.015) return Damage::light;
  return Damage::none;
}

core::Result<Repairer> Repairer::open(const Lexicon& lexicon, const std::filesystem::path& folder) {
  auto channel = Channel::open(folder);
  if (!channel) return channel.error();
  auto old_spellings = read_pairs(folder / "old_spelling.tsv");
  if (!old_spellings) return old_spellings.error();
  auto neighbours = Neighbours::open(folder / "neighbours.tsv");
  if (!neighbours) return neighbours.error();
  auto signs = Signs::open(folder / "signs.tsv");
  if (!signs) return signs.error();
  auto acronyms = read_lines(folder / "acronyms.tsv");
  if (!acronyms) return acronyms.error();
  const auto abbreviations = read_lines(folder / "abbreviations.tsv");
  if (!abbreviations) return abbreviations.error();
  auto letters = Letters::open(folder / "letters.bin");
  if (!letters) return letters.error();
  auto endings = EndingChoice::open(folder / "endings.tsv");
  if (!endings) return endings.error();
  const Lexicon::Parts& parts = *lexicon.parts_;
  auto state = std::make_unique<State>(lexicon, parts.graph, parts.print, *std::move(channel),
                                       *std::move(letters), *std::move(old_spellings), *std::move(signs),
                                       neighbours->tempered(kUnknownKind, kStrength), *std::move(endings));
  for (std::string& written : *acronyms) {
    std::string folded = fold_all(written);
    state->acronyms.emplace(std::move(folded), std::move(written));
  }
  std::vector<std::string> marked;
  for (const std::string& line : *abbreviations) {
    std::string written = line.substr(0, line.find('\t'));
    if (!has_polish_letter(written) || written.find_first_of(" -.") != std::string::npos) continue;
    state->abbreviations.emplace(fold_all(written), written);
    marked.push_back(std::move(written));
  }
  state->words.add(marked);
  const auto alone = [&](std::string_view kind) {
    return std::vector<ContextState>{{0, state->neighbours.kind(kind), false, 1}};
  };
  state->edge = alone(kEdgeKind);
  state->comma = alone(kCommaKind);
  state->mark = alone(kMarkKind);
  state->number = alone(kNumberKind);
  state->none = alone(kUnknownKind);
  return Repairer(std::move(state));
}

Repairer::Repairer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Repairer::Repairer(Repairer&&) noexcept = default;
Repairer::~Repairer() = default;

void Repairer::add_words(std::span<const std::string> words) {
  State& state = *state_;
  state.words.add(words);
  state.memo.clear();
  state.form_lemmas.clear();
}

// Whether there is nothing that the unit may read but itself.
bool Repairer::State::settled(const Unit& unit, Damage damage) {
  if (unit.number) return damage == Damage::none || (damage == Damage::light && !unit.hardly);
  if (unit.acronym) return true;
  SpellingMemo& entry = remember(unit);
  if (entry.letter) return true;
  if ((unit.abbreviated && is_abbreviation(entry)) || (unit.of_name && entry.known)) return true;
  if (damage == Damage::none) return (entry.known || !entry.lower) && !entry.sign;
  // Whoever left one diacritic left the others too.
  return damage == Damage::heavy && entry.known && entry.polish;
}

// What a unit may read: itself always, and the candidates that are not out of the question, each with its
// score less the margin by which it must be better.
Options Repairer::State::options(const Unit& unit, Damage damage) {
  static const Option kItself[] = {{}};
  if (settled(unit, damage)) return kItself;
  if (unit.number) {
    // Recognition takes the preposition "o" for a nought; the word that follows tells them apart.
    static const Judged kPreposition{"o", kNought};
    static const Option kMaybe[] = {{}, {&kPreposition, kNought}};
    static const Option kHardly[] = {{}, {&kPreposition, kHardlyNought}};
    return unit.hardly ? kHardly : kMaybe;
  }
  auto& options = remember(unit).by_damage[static_cast<std::size_t>(damage)].options;
  if (options.empty()) options = asked_options(unit, damage);
  return options;
}
std::vector<Option> Repairer::State::asked_options(const Unit& unit, Damage damage) {
  SpellingMemo& entry = remember(unit);
  const bool old = damage != Damage::heavy && !entry.known && old_spelling(entry);

  const Habits habit = habits(damage);
  const Judgement& judged = judgement(unit, damage);
  std::vector<Option> options = {{nullptr, judged.itself}};
  const std::string folded = entry.known ? fold_all(unit.spelling) : std::string();
  for (const Judged& other : judged.others) {
    // Old spelling stays, unless its "é" was read as another vowel.
    if (old && (!has_old_vowel(other.form) || has_old_vowel(unit.spelling))) continue;
    double margin = counted(entry, damage) ? kCountedMargin : habit.unknown_margin;
    if (entry.known) margin = fold_all(other.form) == folded ? habit.bare_margin : habit.known_margin;
    const double score = other.score - margin;
    if (score < judged.itself - kOutOfQuestion || score < judged.others.front().score - kOutOfQuestion)
      continue;
    options.push_back({&other, score});
  }
  return options;
}

// Whether a short line ends there, a heading or an item, and the next begins with a capital. Behind a word
// of a letter or two ("z", "na") a sentence goes on.
bool ends_heading(std::string_view text, core::ByteRange between) {
  constexpr std::size_t kShort = 60, kLeaning = 2;
  const auto end = between.in(text).find('\n');
  if (end == std::string_view::npos || !begins_upper(text.substr(between.end))) return false;
  if (letters_at_end(text.substr(0, between.begin)).size() <= kLeaning) return false;
  const auto line = text.substr(0, between.begin + end);
  const auto line_before = line.rfind('\n', line.size() - 1);
  return line_before != std::string_view::npos ? line.size() - line_before <= kShort : line.size() < kShort;
}

// Adds what stands between two words of a sentence, its numbers and marks; false where the sentence ends.
bool Repairer::State::bridge(std::string_view text, core::ByteRange between,
                             std::vector<std::span<const ContextState>>& sentence) const {
  const auto is_figure = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (ends_heading(text, between)) return false;
  const std::size_t whole = sentence.size();
  for (std::size_t at = between.begin;;) {
    std::size_t figures = at;
    while (figures < between.end && !is_figure(figures)) ++figures;
    const Gap gap = gap_of(text.substr(at, figures - at), false, text.substr(figures));
    if (gap == Gap::edge) return sentence.resize(whole), false;
    if (gap != Gap::none) sentence.push_back(gap == Gap::comma ? comma : mark);
    if (figures == between.end) return true;
    sentence.push_back(number);
    // A number's own points and hyphens part nothing.
    for (at = figures; at < between.end; ++at) {
      const bool inside = text[at] != ' ' && at + 1 < between.end && is_figure(at + 1);
      if (!is_figure(at) && !inside) break;
    }
  }
}

// For each unit the option that is likeliest, given all that its neighbours may be.
std::vector<Choice> Repairer::State::choose(std::string_view text, const std::vector<Unit>& units,
                                            Damage damage) {
  std::vector<Choice> chosen(units.size());
  std::vector<Sentence> undecided;
  const auto between = [&](std::size_t i) {
    return core::ByteRange{units[i - 1].range.end, units[i].range.begin};
  };
  std::vector<std::span<const ContextState>> unused;
  for (std::size_t unit = 0, end = 0; unit < units.size(); unit = std::max(unit + 1, end)) {
    // Where all are what they seem, no sentence needs to be weighed.
    if (settled(units[unit], damage)) continue;
    std::size_t begin = unit;
    while (begin > end && bridge(text, between(begin), unused)) --begin;
    Sentence sentence{begin, {}, {}, {}};
    bool any = false;
    for (end = begin; end < units.size(); ++end) {
      if (end > begin && !bridge(text, between(end), sentence.cells)) break;
      sentence.open.push_back(options(units[end], damage));
      sentence.cell_of.push_back(sentence.cells.size());
      sentence.cells.emplace_back();
      any = any || sentence.open.back().size() > 1;
    }
    for (std::size_t i = begin; i < end; ++i) chosen[i].option = sentence.open[i - begin].front();
    if (!any) continue;
    decide(sentence, units, damage, chosen);
    if (damage == Damage::heavy) undecided.push_back(std::move(sentence));
  }
  if (!undecided.empty()) weigh_by_document(undecided, units, chosen);
  return chosen;
}

// Chooses for each unit of a sentence.
void Repairer::State::decide(Sentence& sentence, const std::vector<Unit>& units, Damage damage,
                             std::vector<Choice>& chosen) {
  auto weighed = weigh(sentence, units, sentence.open);
  if (damage == Damage::heavy) {
    std::vector<std::vector<Option>> open;
    for (const Options options : sentence.open) open.emplace_back(options.begin(), options.end());
    if (ask_for_endings(sentence, units, weighed, open))
      weighed = weigh(sentence, units, std::vector<Options>(open.begin(), open.end()));
  }
  for (std::size_t i = 0; i < sentence.open.size(); ++i)
    chosen[sentence.begin + i] = choice(sentence.open[i], weighed.sums_of(i));
}

// How likely each option of each unit is, given all.
Repairer::State::Weighed Repairer::State::weigh(Sentence& sentence, const std::vector<Unit>& units,
                                                const std::vector<Options>& open) {
  Weighed weighed;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Unit& unit = units[sentence.begin + i];
    auto& cell = sentence.cells[sentence.cell_of[i]];
    // Of one alone they are as they are remembered.
    if (open[i].size() == 1)
      cell = states_of_option(unit, open[i].front());
    else
      cell = weighed.states.emplace_back(states_of_options(unit, open[i]));
  }
  weighed.cells.reserve(sentence.cells.size() + 2);
  weighed.cells.push_back({edge});
  for (const auto& of : sentence.cells) weighed.cells.push_back({of});
  weighed.cells.push_back({edge});
  weighed.likely = likelihoods(neighbours, weighed.cells);
  weighed.firsts.reserve(weighed.cells.size() + 1);
  weighed.firsts.push_back(0);
  for (const Cell& cell : weighed.cells) weighed.firsts.push_back(weighed.firsts.back() + cell.states.size());
  weighed.first_sums.reserve(open.size() + 1);
  weighed.first_sums.push_back(0);
  for (const Options options : open) weighed.first_sums.push_back(weighed.first_sums.back() + options.size());
  weighed.sums.resize(weighed.first_sums.back());
  for (std::size_t i = 0; i < open.size(); ++i) {
    const std::size_t cell = sentence.cell_of[i] + 1;
    float* const of_options = weighed.sums.data() + weighed.first_sums[i];
    for (std::size_t k = 0; k < weighed.cells[cell].states.size(); ++k)
      of_options[weighed.cells[cell].states[k].lemma] += weighed.likely[weighed.firsts[cell] + k];
  }
  return weighed;
}

// Asks the whole sentence where two options of a unit differ in their last letter's mark alone, and adds what
// that says to the options' scores; false where it changes nothing.
bool Repairer::State::ask_for_endings(const Sentence& sentence, const std::vector<Unit>& units,
                                      const Weighed& weighed, std::vector<std::vector<Option>>& open) {
  const auto form_of = [&](std::size_t i, const Option& option) {
    return option.as != nullptr ? option.as->form : utf8::lower(units[sentence.begin + i].spelling);
  };
  const auto best_of = [&](std::size_t i) {
    const auto sums = weighed.sums_of(i);
    return static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
  };
  std::vector<std::optional<EndingPair>> pairs(open.size());
  bool any = false;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i].size() < 2 || units[sentence.begin + i].number) continue;
    std::vector<std::string> forms;
    for (const Option& option : open[i]) forms.push_back(form_of(i, option));
    pairs[i] = ending_pair(forms, best_of(i));
    any = any || pairs[i];
  }
  if (!any) return false;

  std::vector<ReadWord> read;
  for (std::size_t cell = 0; cell < weighed.cells.size(); ++cell)
    read.push_back({{}, best_kind(weighed, cell, std::nullopt), false});
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Unit& unit = units[sentence.begin + i];
    if (unit.number) continue;
    const std::size_t cell = sentence.cell_of[i] + 1, best = best_of(i);
    read[cell] = {form_of(i, open[i][best]), best_kind(weighed, cell, best), !starts_lower(unit.spelling)};
  }
  const LemmaOf lemma_of = [this](const std::string& form) { return likeliest_lemma(form); };
  any = false;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!pairs[i]) continue;
    const auto [bare, marked] = *pairs[i];
    constexpr float kHardly = 1e-6F;
    const auto sums = weighed.sums_of(i);
    const auto odds = (sums[marked] + kHardly) / (sums[bare] + kHardly);
    const std::size_t cell = sentence.cell_of[i] + 1;
    const EndingCase of{cell, form_of(i, open[i][bare]), best_kind(weighed, cell, bare),
                        best_kind(weighed, cell, marked)};
    const double log_odds = std::log(static_cast<double>(odds));
    const double evidence = endings.evidence(ending_circumstances(read, of, lemma_of));
    const bool with = log_odds + evidence > 0;
    if (with == (log_odds > 0)) continue;
    any = true;
    open[i][marked].score += evidence;
    // What comes behind it is asked with what it is now.
    read[cell].form = form_of(i, open[i][with ? marked : bare]);
    read[cell].kind = with ? of.marked_kind : of.bare_kind;
  }
  return any;
}

// The likeliest kind that a cell's word has, in one of its options where that is said.
std::string_view Repairer::State::best_kind(const Weighed& weighed, std::size_t cell,
                                            std::optional<std::size_t> option) const {
  const auto& of_cell = weighed.cells[cell].states;
  std::size_t best = 0;
  float most = -1;
  for (std::size_t k = 0; k < of_cell.size(); ++k) {
    const float likely = weighed.likely[weighed.firsts[cell] + k];
    if ((option && of_cell[k].lemma != *option) || likely <= most) continue;
    most = likely;
    best = k;
  }
  return neighbours.names()[of_cell[best].kind];
}

const std::string& Repairer::State::likeliest_lemma(const std::string& form) {
  const auto [entry, added] = lemmas.try_emplace(form);
  if (added) {
    const auto readings = words.lexicon().look_up(form);
    entry->second = readings.empty() ? form : readings.front().lemma;
  }
  return entry->second;
}

// Chooses again where what was chosen elsewhere in the text speaks for one of the options.
void Repairer::State::weigh_by_document(std::vector<Sentence>& undecided, const std::vector<Unit>& units,
                                        std::vector<Choice>& chosen) {
  DocumentWords document(form_lemmas, units.size());
  const auto form_of = [&](std::size_t unit, const Option& option) {
    return option.as != nullptr ? in_case_of(units[unit].spelling, option.as->form) : units[unit].spelling;
  };
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units[i].number)
      document.add(units[i].spelling, form_of(i, chosen[i].option),
                   static_cast<double>(chosen[i].likelihood));
  }
  for (Sentence& sentence : undecided) {
    bool told = false;
    std::vector<std::vector<Option>> asked;  // options whose scores have changed
    asked.reserve(sentence.open.size());     // and stay where they are
    for (std::size_t i = 0; i < sentence.open.size(); ++i) {
      const std::size_t unit = sentence.begin + i;
      if (units[unit].number || sentence.open[i].size() < 2 || chosen[unit].likelihood > kSettled) continue;
      auto& open = asked.emplace_back(sentence.open[i].begin(), sentence.open[i].end());
      std::vector<std::string> forms;
      std::size_t taken = 0;
      for (std::size_t k = 0; k < open.size(); ++k) {
        forms.push_back(form_of(unit, open[k]));
        if (open[k].as == chosen[unit].option.as) taken = k;
      }
      const auto gains = document.gains(units[unit].spelling, forms);
      for (std::size_t k = 0; k < open.size(); ++k) {
        open[k].score += gains[k];
        told = told || gains[k] > gains[taken] + kTelling;
      }
      sentence.open[i] = open;
    }
    if (told) decide(sentence, units, Damage::heavy, chosen);
  }
}

// The states of one of the unit's options.
const std::vector<ContextState>& Repairer::State::states_of_option(const Unit& unit, const Option& option) {
  if (unit.number)
    return option.as != nullptr ? states_of_form(in_case_of(unit.spelling, option.as->form)) : none;
  auto& of_option = option.as != nullptr ? option.states : remember(unit).states;
  if (of_option == nullptr)
    of_option =
        &states_of_form(option.as != nullptr ? in_case_of(unit.spelling, option.as->form) : unit.spelling);
  return *of_option;
}

// The states of all options, each with its option's place instead of a lemma's.
std::vector<ContextState> Repairer::State::states_of_options(const Unit& unit, Options options) {
  const double best = std::ranges::max_element(options, {}, &Option::score)->score;
  std::vector<ContextState> all;
  for (std::size_t place = 0; place < options.size(); ++place) {
    const auto likelihood = static_cast<float>(std::exp(options[place].score - best));
    for (ContextState state : states_of_option(unit, options[place])) {
      state.lemma = static_cast<std::uint8_t>(place);
      state.weight *= likelihood;
      all.push_back(state);
    }
  }
  return all;
}

bool Repairer::State::asked_whether_old(std::string_view spelling) const {
  return std::ranges::any_of(old_spellings, [&](const auto& change) {
    if (change.first.ends_with('$')) {
      const auto ending = std::string_view(change.first).substr(0, change.first.size() - 1);
      return spelling.ends_with(ending) && spelling.size() > ending.size() &&
             words.lexicon().contains(std::string(spelling.substr(0, spelling.size() - ending.size())) +
                                      change.second);
    }
    for (auto at = spelling.find(change.first); at != std::string_view::npos;
         at = spelling.find(change.first, at + 1)) {
      std::string today(spelling);
      today.replace(at, change.first.size(), change.second);
      if (words.lexicon().contains(today)) return true;
    }
    return false;
  });
}

// Where old print had "é", recognition sees "ć" or "ó": whoever has a mark there had no plain "e".
std::string with_old_vowel(std::string_view spelling, std::string form) {
  const std::string lower = utf8::lower(spelling);
  std::string result;
  std::size_t at = 0, in_form = 0;
  while (at < lower.size() && in_form < form.size()) {
    const char32_t stood = utf8::next(lower, at), mended = utf8::next(form, in_form);
    const bool old = mended == U'e' && (stood == U'ć' || stood == U'ó' || stood == U'é');
    if (!old && stood != mended) return form;
    utf8::append(result, old ? U'é' : mended);
  }
  return at == lower.size() && in_form == form.size() ? result : form;
}

// "ś" was read as "S": a capital that stands between words of a sentence and makes no name.
bool Repairer::State::false_capital(std::string_view text, const Unit& unit, const Unit* before,
                                    const std::string& form) const {
  if (before == nullptr || !capital_of_small_letter(unit.spelling, form)) return false;
  const auto between = text.substr(before->range.end, unit.range.begin - before->range.end);
  if (between.find_first_of(".!?:;\"") != std::string_view::npos ||
      between.find("„") != std::string_view::npos)
    return false;
  // Behind a capital it may belong to a title: "Wydział Środowiska"; and a line may be a heading's.
  if (!starts_lower(before->spelling) || std::ranges::count(between, '\n') > 1) return false;
  float small = 0;
  for (const Reading& reading : words.lexicon().look_up(in_case_of(kCapital, form))) {
    if (starts_lower(reading.lemma)) small += reading.likelihood;
  }
  return small > kMostlySmall;
}

// Whether millions of it may be told of: money, or many of something. There is no "3 mln Prezydent": those
// are minutes.
bool Repairer::State::countable(const std::string& word) const {
  constexpr std::size_t kCode = 3;  // of a currency
  if (word.size() == kCode && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; }))
    return true;
  return std::ranges::any_of(words.lexicon().look_up(word), [](const Reading& reading) {
    return reading.lemma == "złoty" || reading.lemma == "euro" || reading.tag.starts_with("subst:pl:gen");
  });
}

// No verb in mid-sentence has a capital, not even behind a name ("Starosta Olkuski Zaprasza"), and no "z"
// before one.
bool Repairer::State::small_by_kind(std::string_view text, const Unit& unit, const Unit* before,
                                    const std::string& form) const {
  if (before == nullptr || before->number || !begins_with_twin(unit.spelling)) return false;
  if (text.substr(before->range.end, unit.range.begin - before->range.end) != " ") return false;
  if (before->spelling.size() > 1 && !starts_lower(std::string_view(before->spelling).substr(1)))
    return false;
  if (unit.spelling.size() == 1) {
    const std::string_view behind = text.substr(unit.range.end);
    std::size_t at = 1;
    return unit.spelling == "Z" && starts_lower(before->spelling) && behind.starts_with(' ') &&
           behind.size() > 1 && utf8::is_upper(utf8::next(behind, at));
  }
  const auto readings = words.lexicon().look_up(in_case_of(kCapital, utf8::lower(form)));
  // Behind a capital a past form may be a surname: "Paulina Wybierała".
  const bool past = starts_lower(before->spelling);
  return !readings.empty() && std::ranges::all_of(readings, [&](const Reading& reading) {
    return reading.tag.starts_with("verb:fin:") || reading.tag.starts_with("verb:imps:") ||
           (past && reading.tag.starts_with("verb:praet:"));
  });
}

// "Ł" was read as "t": what is nothing but a name had a capital.
bool Repairer::State::lost_capital(const Unit& unit, const std::string& form) const {
  return unit.spelling.starts_with('t') && form.starts_with("ł") && words.lexicon().look_up(form).empty() &&
         words.contains(in_case_of(kCapital, form));
}

// Whether the text ends in the middle of the word that ends there, as a page does.
bool cut_off(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with('-') && utf8::trim(text.substr(at + 1)).empty();
}

// Of a page that needs but one mending, whether the slip may be its author's: it takes no line away, and no
// sign out of a word.
bool lone_slip(std::string_view text, std::size_t words, const std::vector<core::Repair>& repairs) {
  constexpr std::size_t kPage = 50;
  if (words < kPage || repairs.size() != 1) return false;
  const auto stood = repairs.front().source.in(text);
  const bool letters = letters_at_begin(stood).size() > 0 || letters_at_end(stood).size() > 0;
  return !utf8::trim(repairs.front().mended).empty() && !(letters && has_damage_sign(stood));
}

// "Anna Hulak" is no "Bulak": of a capitalised word behind another one, likely a name that no dictionary has,
// the first letter was rather read right than a name that one has was meant.
bool Repairer::State::other_initial(std::string_view text, const Unit& unit, const Unit* before,
                                    std::string_view mended) const {
  if (before == nullptr || !begins_upper(unit.spelling) || !begins_upper(before->spelling) ||
      text.substr(before->range.end, unit.range.begin - before->range.end) != " ")
    return false;
  std::size_t seen = 0, meant = 0;
  const char32_t was = utf8::next(unit.spelling, seen);
  (void)utf8::next(mended, meant);
  return utf8::is_letter(was) &&
         utf8::fold(unit.spelling.substr(0, seen)) != utf8::fold(mended.substr(0, meant));
}

// What the repair of signs may ask. A word opens a sentence where a capital is nothing but a sentence's
// begin: it is a verb, a preposition, a conjunction far likelier than a name or a title.
WordTests Repairer::State::word_tests() {
  using Classes = std::span<const std::string_view>;
  // The likelihood of the readings in these classes of PoliMorf's.
  const auto likelihood = [this](std::string_view word, Classes classes) {
    float sum = 0;
    for (const Reading& reading : words.lexicon().look_up(word)) {
      const std::string_view tag = reading.tag;
      if (std::ranges::find(classes, tag.substr(0, tag.find(':'))) != classes.end())
        sum += reading.likelihood;
    }
    return sum;
  };
  return {.known = [this](std::string_view word) { return remember(word).known; },
          .mendable = [this](std::string_view word) { return mendable(word); },
          .common =
              [this](std::string_view word) {
                if (!starts_lower(word)) return remember(word).known;
                return std::ranges::any_of(words.lexicon().look_up(word), [](const Reading& reading) {
                  return starts_lower(reading.lemma);
                });
              },
          .abbreviation =
              [likelihood](std::string_view word) {
                static constexpr std::string_view kClasses[] = {"brev"};
                return likelihood(word, kClasses) > 0;
              },
          .small =
              [this](std::string_view word) {
                float name = 0;
                for (const Reading& reading : words.lexicon().look_up(word)) {
                  if (!starts_lower(reading.lemma)) name += reading.likelihood;
                }
                return name < kHardlyName;
              },
          .opens =
              [likelihood](std::string_view word) {
                static constexpr std::string_view kOpen[] = {"verb", "conj", "comp", "prep",
                                                             "qub",  "adv",  "pred"};
                constexpr float kLikely = 0.8F;
                return likelihood(word, kOpen) > kLikely;
              }};
}

Mended Repairer::repair(std::string_view text) {
  State& state = *state_;
  // The memo points to the states.
  if (state.memo.size() > State::kMemoWords || state.states.size() > State::kMemoWords) {
    state.memo.clear();
    state.states.clear();
  }
  if (state.lemmas.size() > State::kMemoWords) state.lemmas.clear();
  if (state.form_lemmas.size() > State::kMemoWords) state.form_lemmas.clear();
  auto units = split_units(text, state.words.lexicon());
  const Damage damage = state.damage(units);
  Layers layers(text);
  if (damage != Damage::none || printed_page(text)) {
    const auto by = damage == Damage::heavy ? SignDamage::heavy : SignDamage::light;
    layers.add(state.signs.repairs(text, by, state.word_tests()));
    if (!layers.repairs().empty()) {
      units = split_units(layers.text(), state.words.lexicon());
      state.remember(units);
    }
  }
  if (damage == Damage::heavy) take_strokes(layers.text(), units, state.words.lexicon());
  const auto chosen = state.choose(layers.text(), units, damage);

  std::vector<core::Repair> repairs;
  Mended result;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    result.words += !unit.number;
    const Judged* best = chosen[i].option.as;
    if (damage != Damage::none && !unit.number && !chosen[i].doubts.empty()) {
      result.doubts.push_back({layers.source(unit.range), {}});
      for (const Judged* doubt : chosen[i].doubts)
        result.doubts.back().forms.push_back(in_case_of(unit.spelling, doubt->form));
    }
    if (damage == Damage::heavy) {
      if (const auto known = state.acronym(unit.spelling); !known.empty()) {
        if (known != unit.spelling) repairs.push_back({unit.range, std::string(known), kCertaintyOfAcronym});
        continue;
      }
      if (const auto known = state.marked_abbreviation(unit); best == nullptr && !known.empty()) {
        repairs.push_back({unit.range, std::string(known), kCertaintyOfAcronym});
        continue;
      }
      const std::string_view whole = layers.text();
      const auto small =
          preposition_of(unit.spelling, whole.substr(0, unit.range.begin), whole.substr(unit.range.end));
      if (best == nullptr && !small.empty()) {
        repairs.push_back({unit.range, std::string(small), kCertaintyOfPreposition});
        continue;
      }
    }
    const Unit* before = i > 0 ? &units[i - 1] : nullptr;
    if (best == nullptr && damage == Damage::heavy && !unit.number &&
        state.small_by_kind(layers.text(), unit, before, unit.spelling)) {
      repairs.push_back(
          {unit.range, parted_again(unit, utf8::lower(unit.spelling)), kCertaintyOfPreposition});
      continue;
    }
    if (best == nullptr) {
      result.unknown += !unit.number && !state.remember(unit).known;
      continue;
    }
    if (best->form == "mln" && unit.spelling == "min") {
      const auto behind = std::string_view(layers.text()).substr(unit.range.end);
      const bool figures =
          behind.size() > 1 && behind[0] == ' ' && utf8::is_digit(static_cast<unsigned char>(behind[1]));
      const bool last = i + 1 == units.size();
      const Judged* next = last ? nullptr : chosen[i + 1].option.as;
      if (!figures && (last || !state.countable(next != nullptr ? next->form : units[i + 1].spelling)))
        continue;
    }
    const bool small =
        damage == Damage::heavy && (state.false_capital(layers.text(), unit, before, best->form) ||
                                    state.small_by_kind(layers.text(), unit, before, best->form));
    const std::string form = damage == Damage::light ? with_old_vowel(unit.spelling, best->form) : best->form;
    const bool capital = damage == Damage::heavy && state.lost_capital(unit, best->form);
    std::string mended = parted_again(
        unit, small ? best->form : in_case_of(capital ? kCapital : std::string_view(unit.spelling), form));
    if (mended == unit.range.in(layers.text()) || cut_off(layers.text(), unit.range.end)) continue;
    if (state.other_initial(layers.text(), unit, before, mended)) continue;
    repairs.push_back({unit.range, std::move(mended),
                       unit.number ? kCertaintyOfNought : certainty(state.judgement(unit, damage), *best)});
  }
  layers.add(std::move(repairs));
  result.text = layers.text();
  result.repairs = layers.repairs();
  if (damage != Damage::heavy && lone_slip(text, units.size(), result.repairs)) {
    result.text = text;
    result.repairs.clear();
  }
  return result;
}

std::vector<Candidate> Repairer::candidates(std::string_view word, std::size_t most) {
  JudgeOptions options = habits(Damage::heavy).options;
  options.edits_in_names = true;
  options.least_gain_known = options.least_gain_unknown = options.least_gain_edited = -kOutOfQuestion;
  options.most = std::max(options.most, most);
  const Judgement judgement = judge(state_->words, state_->search, word, options);
  std::vector<Candidate> candidates;
  double sum = 0;
  const double best =
      judgement.others.empty() ? 0 : std::max(judgement.itself, judgement.others.front().score);
  for (const Judged& other : judgement.others) sum += std::exp(other.score - best);
  sum += std::exp(judgement.itself - best);
  for (const Judged& other : judgement.others) {
    if (candidates.size() >= most) break;
    candidates.push_back({in_case_of(word, other.form), std::exp(other.score - best) / sum});
  }
  return candidates;
}

}  // namespace szukajst::language
