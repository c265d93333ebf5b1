#include "language/repair_words.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/utf8.h"
#include "language/normalise.h"
#include "language/word_search.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

constexpr std::string_view kPolish = "aąbcćdeęfghijklłmnńoóprsśtuwyzźż";

// What each letter of an unknown word costs: the longer a spelling, the less likely that just this one
// was meant. Past some length it is a compound, and tells nothing more.
constexpr int kTellingLetters = 9;
constexpr double kUnknownLetter = -1.6, kForeignLetter = -3, kUnknownSign = -30;
// Names of the gazetteer and other words that a program adds, and names that were never counted.
constexpr double kExtraWord = -12, kUncountedName = -15;

bool is_polish(char32_t c) {
  for (std::size_t at = 0; at < kPolish.size();) {
    if (utf8::next(kPolish, at) == c) return true;
  }
  return false;
}

bool sign(char32_t c) {
  return !utf8::is_letter(c) && c != U'\'' && c != U'’' && c != U'-';
}

double unknown_word(std::string_view lower, double share) {
  double score = share;
  int letters = 0;
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = utf8::next(lower, at);
    score += sign(c) ? kUnknownSign : is_polish(c) ? 0 : kForeignLetter;
    if (++letters <= kTellingLetters) score += kUnknownLetter;
  }
  return score;
}

bool in(const Cfsa2* automaton, std::string_view form) {
  if (automaton == nullptr) return false;
  const auto node = automaton->follow(automaton->root(), form);
  return node != 0 && automaton->find(node, ';') != 0;
}

double how_common(const KnownWords& words, const std::string& lower, bool name) {
  double score = words.lexicon.log_frequency(lower);
  if (name) score = std::max(score, kUncountedName);
  if (in(words.extra, in_case_of("Xx", lower)) || in(words.extra, lower)) score = std::max(score, kExtraWord);
  return score;
}

// The highest score that a word of so many letters can have: no further candidate beats one that is
// better than this less its own weight.
double commonest(std::size_t letters) {
  return letters <= 2 ? -3 : letters == 3 ? -4.5 : letters <= 5 ? -5.5 : -6.5;
}

void keep_best(const KnownWords& words, const std::vector<Found>& found, std::string_view lower,
               Judgement& judgement) {
  for (const Found& candidate : found) {
    std::string form = utf8::lower(candidate.form);
    const double score = how_common(words, form, candidate.name) - static_cast<double>(candidate.weight);
    if (form == lower) {
      judgement.known = true;
      judgement.itself = std::max(judgement.itself, score);
      continue;
    }
    const auto same = std::ranges::find(judgement.others, form, &Judged::form);
    if (same == judgement.others.end())
      judgement.others.push_back({std::move(form), score});
    else
      same->score = std::max(same->score, score);
  }
  std::ranges::stable_sort(judgement.others, std::greater{}, &Judged::score);
}

}  // namespace

std::string in_case_of(std::string_view model, std::string_view form) {
  std::size_t upper = 0, lower = 0, at = 0;
  bool first_upper = false;
  for (bool first = true; at < model.size();) {
    const char32_t c = utf8::next(model, at);
    if (!utf8::is_letter(c)) continue;
    const bool is_upper = utf8::is_upper(c);
    if (first) first_upper = is_upper;
    first = false;
    ++(is_upper ? upper : lower);
  }
  const bool all = upper > 1 && upper > 2 * lower;
  std::string out;
  at = 0;
  for (bool first = true; at < form.size(); first = false) {
    const char32_t c = utf8::next(form, at);
    utf8::append(out, all || (first && first_upper) ? utf8::upper(c) : c);
  }
  return out;
}

bool has_damage_sign(std::string_view spelling) {
  for (std::size_t at = 0; at < spelling.size();) {
    if (sign(utf8::next(spelling, at))) return true;
  }
  return false;
}

Judgement judge(const KnownWords& words, const Channel& channel, std::string_view spelling,
                const JudgeOptions& options) {
  std::size_t at = 0;
  const bool capitalised = !spelling.empty() && utf8::is_upper(utf8::next(spelling, at));
  const std::string lower = utf8::lower(spelling);
  const std::size_t letters = utf8::length(lower);
  Judgement judgement;
  judgement.itself = unknown_word(lower, capitalised ? options.unknown_name : options.unknown_word);
  const bool known = words.lexicon.contains(spelling) || in(words.extra, spelling);
  if (known) judgement.itself = std::max(judgement.itself, how_common(words, lower, capitalised));
  judgement.known = known;

  SearchLimits limits;
  limits.heaviest = static_cast<float>(std::max(4.0, commonest(letters) - judgement.itself));
  limits.heaviest = std::min(limits.heaviest, 5.0F + 1.2F * static_cast<float>(letters));
  keep_best(words, search_words(words.automata, channel, options.engine, lower, capitalised, limits), lower,
            judgement);

  // A letter may be wrong in ways that no table says, but only where there are others to go by.
  constexpr std::size_t kShortestForEdits = 5, kLongForEdits = 9;
  constexpr double kGood = 4;
  const bool found = !judgement.others.empty() && judgement.others.front().score > judgement.itself + kGood;
  const bool edits = options.free_edits && (options.edits_in_names || !capitalised);
  if (edits && !known && !found && letters >= kShortestForEdits) {
    limits.edit_weight = options.edit_weight;
    limits.edits = letters >= kLongForEdits ? 2 : 1;
    keep_best(words, search_words(words.automata, channel, options.engine, lower, capitalised, limits), lower,
              judgement);
  }
  if (judgement.others.size() > options.most) judgement.others.resize(options.most);
  return judgement;
}

}  // namespace szukajst::language
