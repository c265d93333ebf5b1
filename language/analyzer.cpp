#include "language/analyzer.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/spelling_table.h"
#include "core/utf8.h"
#include "language/abbreviations.h"
#include "language/context.h"
#include "language/fading.h"
#include "language/normalise.h"
#include "language/repair.h"

namespace szukajst::language {
namespace {

constexpr int kVersion = 3;

// How much commoner, in ln, a word with diacritics must be to be meant by one that is known without them.
constexpr double kMuchCommoner = 1.5;
// Of a word of a query that is in no dictionary: how many words it may have been, and how likely each must
// be.
constexpr std::size_t kMostMended = 3;
constexpr double kLeastCertainty = 0.05;
// How likely a word must be for the searcher to be asked whether it was meant.
constexpr double kMeant = 0.4;

// Lemmas that are less likely in their sentence are not chosen.
constexpr float kLeastLikely = 0.004F;
// A capital inside a sentence speaks for a name more than the word's readings count on, at its begin less.
constexpr float kInside = 3, kAtBegin = 0.3F;
// And a full stop behind a word for an abbreviation, none against it.
constexpr float kFullStop = 10'000, kNoFullStop = 0.1F;

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;

WordSet read_stop_words(const std::filesystem::path& path) {
  WordSet words;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto word = core::utf8::trim(std::string_view(line).substr(0, line.find('#')));
    if (!word.empty()) words.insert(fold_case(word));
  }
  return words;
}

std::string name_and_size(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return path.filename().string() + " " + (error ? "missing" : std::to_string(size));
}

// Adds the item unless it is there; its place.
std::uint8_t add(std::vector<std::string>& list, std::string item) {
  const auto found = std::ranges::find(list, item);
  const auto place = static_cast<std::uint8_t>(found - list.begin());
  if (found == list.end()) list.push_back(std::move(item));
  return place;
}

// A word, and what its readings are to their neighbours.
struct Remembered : Word {
  std::vector<ContextState> states;            // never empty
  bool capital = false, abbreviation = false;  // begins with one; may be one
};

// A short word in capitals alone.
bool is_abbreviation(std::string_view spelling) {
  constexpr std::size_t kLongest = 5;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < spelling.size(); ++letters)
    if (!core::utf8::is_upper(core::utf8::next(spelling, at))) return false;
  return letters <= kLongest;
}

}  // namespace

namespace {
bool is_capitalised(std::string_view spelling) {
  std::size_t at = 0;
  return !spelling.empty() && core::utf8::is_upper(core::utf8::next(spelling, at));
}
}  // namespace

struct Analyzer::State {
  const Lexicon& lexicon;
  Options options;
  AnalyzerSettings settings;
  WordSet stop_words;
  std::span<const std::pair<std::string, std::string>> names;  // see use_names
  Abbreviations abbreviations;
  std::optional<Repairer>
      repairer;  // none where its tables are missing: queries are then taken as they stand
  // By spelling; a number and a word of one spelling are analysed alike only when both are known as such.
  using Memo = core::SpellingTable<Remembered>;
  Memo memo;
  Fading<Memo> forgotten;
  // What was analysed last, unless it is so long that keeping it would be a burden.
  static constexpr std::size_t kMostKept = std::size_t{1} << 20;
  std::string last_text;
  std::vector<AnalyzedToken> last_tokens;
  void forget(std::size_t most = 0) {
    forgotten.fade();
    if (memo.size() <= most) return;
    last_text.clear();
    last_tokens.clear();
    forgotten.empty(memo, most);
  }
  Neighbours neighbours;
  TagKinds kinds{neighbours};
  std::vector<ContextState> edge, comma, mark;  // the states of what is no word
  // Of the sentence in work, kept for their memory: what stands before each token; the cells of a part's
  // tokens and of what bounds them; the lemmas of a word.
  std::vector<Gap> gaps;
  std::vector<Cell> cells;
  std::vector<std::pair<float, std::uint8_t>> weighed;

  State(const Lexicon& of, Options given) : lexicon(of), options(given) {
    const auto& folder = lexicon.folder();
    settings.version = kVersion;
    for (const char* name : {"polish.dict", "hunspell.dict", "endings.dict"}) {
      settings.lexicon += (settings.lexicon.empty() ? "" : ", ") + name_and_size(folder / name);
    }
    settings.stop_words = name_and_size(folder / "stopwords.txt");
    stop_words = read_stop_words(folder / "stopwords.txt");
    if (auto opened = Repairer::open(lexicon, folder)) repairer.emplace(*std::move(opened));
    if (auto opened = Neighbours::open(folder / "neighbours.tsv"))
      neighbours = *std::move(opened);
    else
      options.context = false;
    if (auto opened = Abbreviations::open(folder / "abbreviations.tsv")) abbreviations = *std::move(opened);
    edge = {alone(kEdgeKind)};
    comma = {alone(kCommaKind)};
    mark = {alone(kMarkKind)};
  }

  ContextState alone(std::string_view kind) const { return {0, neighbours.kind(kind), false, 1}; }
  void analyse(std::string_view spelling, TokenKind kind, Remembered& word);
  std::span<const std::pair<std::string, std::string>> names_of(const std::string& form) const;
  void name(const std::string& form, WordSource source, std::vector<Reading>& readings) const;
  const Remembered& word(std::string_view spelling, TokenKind kind);
  Gap gap(std::string_view text, const AnalyzedToken& first, const AnalyzedToken& second) const;
  void choose(std::string_view text, std::span<AnalyzedToken> sentence);
  void choose_by(std::span<AnalyzedToken> tokens);
  static void choose_all(std::span<AnalyzedToken> tokens);
};

void Analyzer::State::analyse(std::string_view spelling, TokenKind kind, Remembered& word) {
  static std::atomic<std::uint64_t> words = 0;
  word.number = ++words;
  word.form = fold_case(spelling);
  if (kind == TokenKind::word) {
    word.readings = lexicon.look_up_or_guess(spelling, &word.source);
    abbreviations.correct(spelling, word.readings, word.source);
    if (is_capitalised(spelling)) name(word.form, word.source, word.readings);
    std::vector<std::uint8_t> places;
    for (const Reading& reading : word.readings) places.push_back(add(word.lemmas, fold_case(reading.lemma)));
    word.states = states_of(word.readings, places, kinds);
    word.capital = is_capitalised(spelling);
    word.abbreviation = std::ranges::any_of(
        word.readings, [](const Reading& reading) { return reading.tag == kAbbreviationKind; });
    word.stop = stop_words.contains(word.form);
  }
  if (const auto acronym = acronym_of(spelling); !acronym.empty()) {
    word.readings.clear();
    word.lemmas = {fold_case(acronym)};
    word.states.clear();
  }
  if (word.lemmas.empty()) word.lemmas.push_back(word.form);
  for (const auto& lemma : word.lemmas) word.key_of.push_back(add(word.keys, fold_all(lemma)));
  if (word.states.empty()) word.states = {alone(kind == TokenKind::word ? kUnknownKind : kNumberKind)};
}

std::span<const std::pair<std::string, std::string>> Analyzer::State::names_of(
    const std::string& form) const {
  const auto found = std::ranges::equal_range(names, form, {}, &std::pair<std::string, std::string>::first);
  return {found.begin(), found.end()};
}

// What a word with a capital may be as a name that there is. Against it a guess is worth nothing, another
// word as much; the adjectives of names ("Nowej Karczmy") decline as all do.
void Analyzer::State::name(const std::string& form, WordSource source, std::vector<Reading>& readings) const {
  constexpr float kShareOfName = 0.5F;
  const auto known = names_of(form);
  const auto is_adjective = [](const Reading& reading) { return reading.tag.starts_with("adj:"); };
  if (known.empty() || std::ranges::any_of(readings, is_adjective)) return;
  std::vector<std::string_view> missing;
  for (const auto& [unused, nominative] : known) {
    const auto is_it = [&](const Reading& reading) { return fold_case(reading.lemma) == nominative; };
    if (std::ranges::none_of(readings, is_it)) missing.push_back(nominative);
  }
  if (source == WordSource::guess) {
    std::erase_if(readings, [&](const Reading& reading) {
      const std::string lemma = fold_case(reading.lemma);
      return std::ranges::none_of(known, [&](const auto& pair) { return pair.second == lemma; });
    });
  }
  const float share = missing.empty() ? 0 : readings.empty() ? 1 : kShareOfName;
  float sum = 0;
  for (const Reading& reading : readings) sum += reading.likelihood;
  for (Reading& reading : readings) reading.likelihood *= (1 - share) / sum;
  for (const std::string_view nominative : missing)
    readings.push_back({std::string(nominative), {}, share / static_cast<float>(missing.size())});
}

void Analyzer::use_names(std::span<const std::pair<std::string, std::string>> names) {
  state_->names = names;
  state_->forget();
}

Analyzer::Analyzer(const Lexicon& lexicon) : Analyzer(lexicon, Options()) {}
Analyzer::Analyzer(const Lexicon& lexicon, Options options)
    : state_(std::make_unique<State>(lexicon, options)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

const AnalyzerSettings& Analyzer::settings() const {
  return state_->settings;
}

const Remembered& Analyzer::State::word(std::string_view spelling, TokenKind kind) {
  const auto [entry, added] = memo.try_emplace(spelling);
  if (added) analyse(spelling, kind, entry->value);
  return entry->value;
}

const Word& Analyzer::word(std::string_view spelling, TokenKind kind) {
  return state_->word(spelling, kind);
}

namespace {
// Every token's word is one.
const Remembered& remembered(const AnalyzedToken& token) {
  return static_cast<const Remembered&>(*token.word);
}
}  // namespace

Gap Analyzer::State::gap(std::string_view text, const AnalyzedToken& first,
                         const AnalyzedToken& second) const {
  const auto begin = first.token.range.end, end = second.token.range.begin;
  return gap_of(text.substr(begin, end - begin), remembered(first).abbreviation, text.substr(end));
}

// Chooses among the lemmas of each token. A word or mark that is of one kind alone parts what stands before
// it from what stands behind: each part is weighed by itself, and only where there is something to choose.
void Analyzer::State::choose(std::string_view text, std::span<AnalyzedToken> sentence) {
  cells.assign(1, {edge});
  std::size_t begin = 0;  // the part's first token
  bool open = false;      // whether one of them has several lemmas
  const auto close = [&](std::size_t end, const Cell& bound) {
    if (open) {
      cells.push_back(bound);
      choose_by(sentence.subspan(begin, end - begin));
    } else {
      for (AnalyzedToken& token : sentence.subspan(begin, end - begin)) token.token.chosen.add(0);
    }
    cells.assign(1, bound);
    begin = end;
    open = false;
  };
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (i > 0) {
      const Gap before = gaps[i];
      if (before != Gap::none) close(i, {before == Gap::comma ? comma : mark});
    }
    const Remembered& word = remembered(sentence[i]);
    const bool full_stop = text.substr(sentence[i].token.range.end).starts_with('.');
    const Cell cell{word.states,
                    !word.capital ? 1
                    : i > 0       ? kInside
                                  : kAtBegin,
                    full_stop ? kFullStop : kNoFullStop};
    if (word.states.size() == 1 && word.lemmas.size() == 1) {
      close(i, cell);
      sentence[begin++].token.chosen.add(0);
      continue;
    }
    open = open || word.lemmas.size() > 1;
    cells.push_back(cell);
  }
  close(sentence.size(), {edge});
}

// The cells are of the tokens and of what bounds them.
void Analyzer::State::choose_by(std::span<AnalyzedToken> tokens) {
  const std::vector<float> likely = likelihoods(neighbours, cells);
  std::size_t first = cells.front().states.size();
  auto& lemmas = weighed;
  for (AnalyzedToken& token : tokens) {
    const Remembered& word = remembered(token);
    lemmas.clear();
    for (std::size_t i = 0; i < word.lemmas.size(); ++i)
      lemmas.emplace_back(0.0F, static_cast<std::uint8_t>(i));
    for (const ContextState& state : word.states) lemmas[state.lemma].first += likely[first++];
    // They are few: by insertion, which keeps the order of equals.
    for (std::size_t i = 1; i < lemmas.size(); ++i)
      for (std::size_t k = i; k > 0 && lemmas[k].first > lemmas[k - 1].first; --k)
        std::swap(lemmas[k], lemmas[k - 1]);
    for (const auto& [likelihood, lemma] : lemmas)
      if (lemma == lemmas.front().second || likelihood >= kLeastLikely) token.token.chosen.add(lemma);
  }
}

// Without the sentence all of a word's lemmas are chosen.
void Analyzer::State::choose_all(std::span<AnalyzedToken> tokens) {
  for (AnalyzedToken& token : tokens)
    for (std::size_t i = 0; i < token.word->lemmas.size(); ++i)
      token.token.chosen.add(static_cast<std::uint8_t>(i));
}

std::vector<AnalyzedToken> Analyzer::analyze(std::string_view text) {
  State& state = *state_;
  if (!text.empty() && text == state.last_text) return state.last_tokens;
  state.forget(state.options.memo_words);
  std::vector<AnalyzedToken> analyzed;
  const auto tokens = tokenize(text);
  analyzed.reserve(tokens.size());
  state.memo.try_emplace_all(
      tokens.size(), [&](std::size_t i) { return tokens[i].range.in(text); },
      [&](std::size_t i, State::Memo::Entry& entry, bool added) {
        if (added) state.analyse(entry.spelling, tokens[i].kind, entry.value);
        analyzed.push_back({{tokens[i], {}}, &entry.value});
      });
  if (!state.options.context) State::choose_all(analyzed);
  for (std::size_t begin = 0, end = 1; state.options.context && begin < analyzed.size(); begin = end++) {
    state.gaps.assign(1, Gap::edge);
    for (; end < analyzed.size(); ++end) {
      const Gap gap = state.gap(text, analyzed[end - 1], analyzed[end]);
      if (gap == Gap::edge) break;
      state.gaps.push_back(gap);
    }
    state.choose(text, std::span(analyzed).subspan(begin, end - begin));
  }
  if (text.size() <= State::kMostKept) {
    state.last_text = text;
    state.last_tokens = analyzed;
  }
  return analyzed;
}

std::vector<std::string_view> chosen_lemmas(const AnalyzedToken& token) {
  std::vector<std::string_view> lemmas;
  for (const auto place : token.token.chosen) lemmas.emplace_back(token.word->lemmas[place]);
  return lemmas;
}

std::vector<std::string_view> chosen_keys(const AnalyzedToken& token) {
  std::vector<std::string_view> keys;
  for (const auto place : token.token.chosen) {
    const std::string_view key = token.word->keys[token.word->key_of[place]];
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  }
  return keys;
}

QueryWord Analyzer::query_word(std::string_view spelling) {
  state_->forget(state_->options.memo_words);
  const auto tokens = tokenize(spelling);
  const auto token_kind = tokens.size() == 1 ? tokens.front().kind : TokenKind::word;
  const Word& given = word(spelling, token_kind);
  QueryWord query{given.form, given.lemmas, {}, given.stop, {}};
  const auto add_key = [&](const std::string& key, core::MatchKind kind) {
    if (std::ranges::find(query.keys, key, &QueryKey::key) == query.keys.end())
      query.keys.push_back({key, kind});
  };
  const auto add_keys = [&](std::string_view form, core::MatchKind kind) {
    for (const auto& key : word(form).keys) add_key(key, kind);
  };
  const Lexicon& lexicon = state_->lexicon;
  // Names are typed with small letters too.
  for (const auto& [form, nominative] : state_->names_of(given.form)) {
    if (std::ranges::find(query.lemmas, nominative) == query.lemmas.end()) query.lemmas.push_back(nominative);
    add_key(fold_all(nominative), core::MatchKind::folded);
  }
  const bool known = given.source == WordSource::polimorf || given.source == WordSource::hunspell;
  const auto unfolded = lexicon.unfold(spelling);
  if (known || unfolded.empty()) {
    for (const auto& key : given.keys) add_key(key, core::MatchKind::folded);
  } else {
    // What it lacks is its diacritics: the lemmas guessed from its ending would only mislead.
    query.lemmas = {query.form};
    add_key(fold_all(spelling), core::MatchKind::folded);
  }
  for (const auto& form : unfolded) {
    // "laka" is a word of its own, but whoever types it means "łąka".
    if (!known || lexicon.log_frequency(form) > lexicon.log_frequency(given.form) + kMuchCommoner) {
      add_keys(form, core::MatchKind::folded);
    }
  }
  // "LGD" is no damaged "ląd".
  if (token_kind == TokenKind::word && !known && unfolded.empty() && !is_abbreviation(spelling) &&
      state_->repairer) {
    for (const Candidate& candidate : state_->repairer->candidates(spelling, kMostMended)) {
      if (candidate.certainty >= kLeastCertainty) add_keys(candidate.form, core::MatchKind::ocr);
      if (candidate.certainty >= kMeant && query.meant.empty()) query.meant = fold_case(candidate.form);
    }
  }
  return query;
}

}  // namespace szukajst::language
