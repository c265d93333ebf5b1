#include "language/document_words.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/utf8.h"
#include "language/form_share.h"

namespace szukajst::language {
namespace {

// Of a document's words, the part that goes by what else stands in it.
constexpr double kOfDocument = 0.1;
// Short texts are taken for a page: what stands in them twice may be chance.
constexpr double kPage = 150;
// Of words that have both numbers, the part that is plural; for how many words of the document that counts.
constexpr double kPlural = 0.35;
constexpr double kBelieved = 2;

// Of hunspell's forms, which have no tags.
constexpr double kUntagged = 0.02;
// A name that no plural alone is (those end in "y", "i", "e") is seldom one.
constexpr double kPluralOfName = 0.02;
constexpr std::string_view kPluralEndings = "yie";

bool is_plural(const Reading& reading) {
  return reading.tag.find(":pl:") != std::string::npos;
}

double share_of(const Reading& reading) {
  if (reading.tag.empty()) return kUntagged;
  std::size_t at = 0;
  const bool name = core::utf8::is_upper(core::utf8::next(reading.lemma, at));
  const bool seldom =
      name && is_plural(reading) && kPluralEndings.find(reading.lemma.back()) == std::string_view::npos;
  return form_share(reading.tag) * (seldom ? kPluralOfName : 1);
}

}  // namespace

const FormLemmas::Lemmas& FormLemmas::of(const std::string& form) {
  const auto [found, added] = forms_.try_emplace(form);
  if (added && words_.contains(form)) found->value = lemmas(words_.lexicon().look_up_or_guess(form));
  return found->value;
}

void FormLemmas::put(const std::string& form, const std::vector<Reading>& readings) {
  if (readings.empty()) return;
  const auto [found, added] = forms_.try_emplace(form);
  if (added) found->value = lemmas(readings);
}

double FormLemmas::log_frequency(const std::string& form) const {
  return words_.log_frequency(core::utf8::lower(form));
}

FormLemmas::Lemmas FormLemmas::lemmas(const std::vector<Reading>& readings) {
  Lemmas lemmas;
  for (const Reading& reading : readings) {
    const auto [known, added] = numbers_.try_emplace(core::utf8::lower(reading.lemma));
    if (added) known->value = static_cast<std::uint32_t>(numbers_.size() - 1);
    const std::uint32_t number = known->value;
    auto lemma = std::ranges::find(lemmas, number, &Lemma::number);
    if (lemma == lemmas.end()) lemma = lemmas.insert(lemma, {number, 0, 0, 0});
    const double share = share_of(reading);
    lemma->likelihood += static_cast<double>(reading.likelihood);
    lemma->share += share;
    if (is_plural(reading)) lemma->plural += share;
  }
  for (Lemma& lemma : lemmas) {
    lemma.plural /= lemma.share;
    lemma.share = std::min(1.0, lemma.share);
  }
  return lemmas;
}

void FormLemmas::clear() {
  forms_.clear();
  numbers_.clear();
}

DocumentWords::DocumentWords(FormLemmas& forms, std::size_t words)
    : forms_(forms), words_(std::max(static_cast<double>(words), kPage)) {}

void DocumentWords::add(std::string_view spelling, const std::string& form, double likelihood) {
  const std::string lower = core::utf8::lower(spelling);
  for (const FormLemmas::Lemma& lemma : forms_.of(form)) {
    auto& parts = counts_[lemma.number];
    auto part = std::ranges::find(parts, lower, &Part::spelling);
    if (part == parts.end()) part = parts.insert(part, {lower});
    part->all += likelihood * lemma.likelihood;
    part->plural += likelihood * lemma.likelihood * lemma.plural;
  }
}

double DocumentWords::gain(const FormLemmas::Lemma& lemma, std::string_view spelling, double common) const {
  const auto parts = counts_.find(lemma.number);
  if (parts == counts_.end()) return 0;
  double others = 0, plural = 0;
  for (const Part& part : parts->second) {
    if (part.spelling == spelling) continue;
    others += part.all;
    plural += part.plural;
  }
  const double more = std::log1p(kOfDocument * others / words_ / common);
  const double as_plural = (plural + kBelieved * kPlural) / (others + kBelieved) / kPlural;
  const double as_singular =
      (others - plural + kBelieved * (1 - kPlural)) / (others + kBelieved) / (1 - kPlural);
  return more + std::log(lemma.plural * as_plural + (1 - lemma.plural) * as_singular);
}

std::vector<double> DocumentWords::gains(std::string_view spelling, const std::vector<std::string>& forms) {
  // Each lemma's share among running words, by its commonest form: the same for all of them.
  std::vector<std::pair<std::uint32_t, double>> common;
  const auto common_of = [&](std::uint32_t lemma) -> double& {
    auto place = std::ranges::find(common, lemma, &std::pair<std::uint32_t, double>::first);
    if (place == common.end()) place = common.insert(place, {lemma, 0});
    return place->second;
  };
  for (const std::string& form : forms) {
    const auto& lemmas = forms_.of(form);
    if (std::ranges::none_of(lemmas, [&](const auto& lemma) { return counts_.contains(lemma.number); }))
      continue;
    const double share = std::exp(forms_.log_frequency(form));
    for (const auto& lemma : lemmas) {
      double& most = common_of(lemma.number);
      most = std::max(most, share / lemma.share);
    }
  }
  const std::string lower = core::utf8::lower(spelling);
  std::vector<double> gains;
  for (const std::string& form : forms) {
    double most = 0;
    bool first = true;
    for (const auto& lemma : forms_.of(form)) {
      const double of_lemma = gain(lemma, lower, common_of(lemma.number));
      most = std::exchange(first, false) ? of_lemma : std::max(most, of_lemma);
    }
    gains.push_back(most);
  }
  return gains;
}

}  // namespace szukajst::language
