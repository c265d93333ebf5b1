#include "language/analyzer.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/utf8.h"
#include "language/normalise.h"
#include "language/repair.h"

namespace szukajst::language {
namespace {

constexpr int kVersion = 1;

// How much commoner, in ln, a word with diacritics must be to be meant by one that is known without them.
constexpr double kMuchCommoner = 1.5;
// Of a word of a query that is in no dictionary: how many words it may have been, and how likely each must
// be.
constexpr std::size_t kMostMended = 3;
constexpr double kLeastCertainty = 0.05;

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

void add(std::vector<std::string>& list, std::string item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(std::move(item));
}

}  // namespace

struct Analyzer::State {
  const Lexicon& lexicon;
  Options options;
  AnalyzerSettings settings;
  WordSet stop_words;
  std::optional<Repairer>
      repairer;  // none where its tables are missing: queries are then taken as they stand
  // By spelling; a number and a word of one spelling are analysed alike only when both are known as such.
  std::unordered_map<std::string, std::unique_ptr<Word>, Hash, std::equal_to<>> memo;

  State(const Lexicon& of, Options given) : lexicon(of), options(given) {
    const auto& folder = lexicon.folder();
    settings.version = kVersion;
    for (const char* name : {"polish.dict", "hunspell.dict", "endings.dict"}) {
      settings.lexicon += (settings.lexicon.empty() ? "" : ", ") + name_and_size(folder / name);
    }
    settings.stop_words = name_and_size(folder / "stopwords.txt");
    stop_words = read_stop_words(folder / "stopwords.txt");
    if (auto opened = Repairer::open(lexicon, folder)) repairer.emplace(*std::move(opened));
  }

  std::unique_ptr<Word> analyse(std::string_view spelling, TokenKind kind) const;
};

std::unique_ptr<Word> Analyzer::State::analyse(std::string_view spelling, TokenKind kind) const {
  auto word = std::make_unique<Word>();
  word->form = fold_case(spelling);
  if (kind == TokenKind::word) {
    word->readings = lexicon.look_up_or_guess(spelling, &word->source);
    for (const Reading& reading : word->readings) add(word->lemmas, fold_case(reading.lemma));
    word->stop = stop_words.contains(word->form);
  }
  if (word->lemmas.empty()) word->lemmas.push_back(word->form);
  for (const auto& lemma : word->lemmas) add(word->keys, fold_all(lemma));
  return word;
}

Analyzer::Analyzer(const Lexicon& lexicon) : Analyzer(lexicon, Options()) {}
Analyzer::Analyzer(const Lexicon& lexicon, Options options)
    : state_(std::make_unique<State>(lexicon, options)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

const AnalyzerSettings& Analyzer::settings() const {
  return state_->settings;
}

const Word& Analyzer::word(std::string_view spelling, TokenKind kind) {
  if (const auto known = state_->memo.find(spelling); known != state_->memo.end()) return *known->second;
  return *state_->memo.emplace(spelling, state_->analyse(spelling, kind)).first->second;
}

std::vector<AnalyzedToken> Analyzer::analyze(std::string_view text) {
  if (state_->memo.size() > state_->options.memo_words) state_->memo.clear();
  std::vector<AnalyzedToken> analyzed;
  const auto tokens = tokenize(text);
  analyzed.reserve(tokens.size());
  for (const Token& token : tokens) analyzed.push_back({token, &word(token.range.in(text), token.kind)});
  return analyzed;
}

QueryWord Analyzer::query_word(std::string_view spelling) {
  const auto tokens = tokenize(spelling);
  const auto token_kind = tokens.size() == 1 ? tokens.front().kind : TokenKind::word;
  const Word& given = word(spelling, token_kind);
  QueryWord query{given.form, given.lemmas, {}, given.stop};
  const auto add_key = [&](const std::string& key, core::MatchKind kind) {
    if (std::ranges::find(query.keys, key, &QueryKey::key) == query.keys.end())
      query.keys.push_back({key, kind});
  };
  const auto add_keys = [&](std::string_view form, core::MatchKind kind) {
    for (const auto& key : word(form).keys) add_key(key, kind);
  };
  const Lexicon& lexicon = state_->lexicon;
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
  if (token_kind == TokenKind::word && !known && unfolded.empty() && state_->repairer) {
    for (const Candidate& candidate : state_->repairer->candidates(spelling, kMostMended)) {
      if (candidate.certainty >= kLeastCertainty) add_keys(candidate.form, core::MatchKind::ocr);
    }
  }
  return query;
}

}  // namespace szukajst::language
