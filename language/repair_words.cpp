#include "language/repair_words.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/utf8.h"
#include "language/normalise.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

constexpr std::string_view kPolish = "aąbcćdeęfghijklłmnńoóprsśtuwyzźż";

// What each letter of an unknown word costs: the longer a spelling, the less likely that just this one
// was meant. Past some length it is a compound, and tells nothing more.
constexpr int kTellingLetters = 9;
constexpr double kUnknownLetter = -1.6, kForeignLetter = -3, kUnknownSign = -30;

// Shorter words that no dictionary has tell nothing by their letters; nor does what a gain has less or more.
constexpr std::size_t kShortestUnseen = 4;
constexpr double kLeastGain = 1, kMostGain = 10;

// A capital that recognition reads as a small letter: "todzi" was "Łodzi".
constexpr std::pair<std::string_view, std::string_view> kSmallAsCapital = {"t", "ł"};

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

// The highest score that a word of so many letters can have: no further candidate beats one that is
// better than this less its own weight.
double commonest(std::size_t letters) {
  return letters <= 2 ? -3 : letters == 3 ? -4.5 : letters <= 5 ? -5.5 : -6.5;
}

void keep_best(std::vector<Found> found, std::string_view lower, Judgement& judgement) {
  for (Found& candidate : found) {
    std::string& form = candidate.form;
    const double score = candidate.score();
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

Judgement judge(const KnownWords& words, WordSearch& search, std::string_view spelling,
                const JudgeOptions& options) {
  std::size_t at = 0;
  const bool capitalised = !spelling.empty() && utf8::is_upper(utf8::next(spelling, at));
  const std::string lower = utf8::lower(spelling);
  const std::size_t letters = utf8::length(lower);
  Judgement judgement;
  judgement.itself = unknown_word(lower, capitalised ? options.unknown_name : options.unknown_word);
  const bool known = words.contains(spelling) || (options.counted && words.lexicon().counted(spelling));
  if (known) judgement.itself = std::max(judgement.itself, words.log_frequency(lower));
  judgement.known = known;

  SearchLimits limits;
  limits.heaviest = static_cast<float>(std::max(4.0, commonest(letters) - judgement.itself));
  limits.heaviest = std::min(limits.heaviest, 5.0F + 1.2F * static_cast<float>(letters));
  limits.least =
      static_cast<float>(judgement.itself + (known ? options.least_gain_known : options.least_gain_unknown));
  limits.most = options.most;
  const bool small_as_capital =
      !capitalised && options.engine == Engine::foreign && lower.starts_with(kSmallAsCapital.first);
  const auto find = [&] {
    auto found = search.find(words.graphs(options.counted), options.engine, lower,
                             capitalised || small_as_capital, limits);
    if (small_as_capital) {
      std::erase_if(found, [&](const Found& candidate) {
        return !candidate.form.starts_with(kSmallAsCapital.second) && !words.in_lower_case(candidate.form);
      });
    }
    keep_best(std::move(found), lower, judgement);
  };
  find();

  // A letter may be wrong in ways that no table says, but only where there are others to go by.
  constexpr std::size_t kShortestForEdits = 5, kLongForEdits = 9;
  constexpr double kGood = 4;
  const bool found = !judgement.others.empty() && judgement.others.front().score > judgement.itself + kGood;
  const bool edits = options.free_edits && (options.edits_in_names || !capitalised);
  if (edits && !known && !found && letters >= kShortestForEdits) {
    limits.edit_weight = options.edit_weight;
    if (!judgement.others.empty()) {
      const auto best = static_cast<float>(judgement.others.front().score);
      limits.least = std::max(limits.least, best - limits.within);
    }
    limits.least = std::max(limits.least, static_cast<float>(judgement.itself + options.least_gain_edited));
    const std::size_t before = judgement.others.size();
    limits.edits = 1;
    find();
    // Two are tried only where one does not do: it would have to make good for the weight of another.
    limits.edits = 2;
    limits.steps /= 2;
    if (letters >= kLongForEdits && judgement.others.size() == before) find();
  }
  if (options.letters != nullptr && !known && letters >= kShortestUnseen &&
      (capitalised || judgement.others.empty() || judgement.others.front().score < judgement.itself)) {
    if (auto spelled = options.letters->spell(lower, *options.channel, options.engine)) {
      const double share =
          unknown_word(spelled->form, capitalised ? options.unknown_name : options.unknown_word);
      const double score = share + std::min(spelled->gain - kLeastGain, kMostGain);
      if (std::ranges::find(judgement.others, spelled->form, &Judged::form) == judgement.others.end())
        judgement.others.push_back({std::move(spelled->form), score});
      std::ranges::stable_sort(judgement.others, std::greater{}, &Judged::score);
    }
  }
  if (judgement.others.size() > options.most) judgement.others.resize(options.most);
  return judgement;
}

}  // namespace szukajst::language
