#include "language/document_words.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/utf8.h"
#include "language/form_share.h"
#include "language/normalise.h"

namespace szukajst::language {
namespace {

// Of a document's words, the part that goes by what else stands in it.
constexpr double kOfDocument = 0.1;
// Short texts are taken for a page: what stands in them twice may be chance.
constexpr double kPage = 150;
// What is less than this, in ln, tells nothing.
constexpr double kTelling = 0.2;

// Of hunspell's forms, which have no tags.
constexpr double kUntagged = 0.02;
// A name that no plural alone is (those end in "y", "i", "e") is seldom one.
constexpr double kPluralOfName = 0.02;
constexpr std::string_view kPluralEndings = "yie";

double share_of(const Reading& reading) {
  if (reading.tag.empty()) return kUntagged;
  std::size_t at = 0;
  const bool name = core::utf8::is_upper(core::utf8::next(reading.lemma, at));
  const bool plural = reading.tag.find(":pl:") != std::string::npos;
  const bool seldom = name && plural && kPluralEndings.find(reading.lemma.back()) == std::string_view::npos;
  return form_share(reading.tag) * (seldom ? kPluralOfName : 1);
}

}  // namespace

DocumentWords::DocumentWords(const Lexicon& lexicon, std::size_t words)
    : lexicon_(lexicon), words_(std::max(static_cast<double>(words), kPage)) {}

const std::vector<DocumentWords::Lemma>& DocumentWords::lemmas(const std::string& form) {
  const auto [entry, added] = lemmas_.try_emplace(form);
  auto& lemmas = entry->second;
  if (!added) return lemmas;
  for (const Reading& reading : lexicon_.look_up_or_guess(form)) {
    std::string name = core::utf8::lower(reading.lemma);
    auto lemma = std::ranges::find(lemmas, name, &Lemma::name);
    if (lemma == lemmas.end()) lemma = lemmas.insert(lemma, {std::move(name), 0, 0});
    lemma->likelihood += reading.likelihood;
    lemma->share += share_of(reading);
  }
  return lemmas;
}

void DocumentWords::add(std::string_view spelling, const std::string& form, float likelihood) {
  const std::string folded = fold_all(spelling);
  for (const Lemma& lemma : lemmas(form)) {
    Count& count = counts_[lemma.name];
    const double part = static_cast<double>(likelihood) * static_cast<double>(lemma.likelihood);
    count.all += part;
    const auto same = std::ranges::find(count.spellings, folded, &std::pair<std::string, double>::first);
    if (same == count.spellings.end())
      count.spellings.emplace_back(folded, part);
    else
      same->second += part;
  }
}

bool DocumentWords::weigh(std::string_view spelling, std::vector<Form>& forms) {
  const std::string folded = fold_all(spelling);
  std::map<std::string_view, double> common;  // each lemma's share among running words
  for (const Form& form : forms) {
    for (const Lemma& lemma : lemmas(form.form)) {
      double& most = common[lemma.name];
      most = std::max(most, std::exp(form.log_frequency) / std::min(1.0, lemma.share));
    }
  }
  bool any = false;
  for (Form& form : forms) {
    for (const Lemma& lemma : lemmas(form.form)) {
      const auto count = counts_.find(lemma.name);
      if (count == counts_.end()) continue;
      double others = count->second.all;
      const auto& spellings = count->second.spellings;
      const auto same = std::ranges::find(spellings, folded, &std::pair<std::string, double>::first);
      if (same != spellings.end()) others -= same->second;
      form.gain = std::max(form.gain, std::log1p(kOfDocument * others / words_ / common[lemma.name]));
    }
    any = any || form.gain > kTelling;
  }
  return any;
}

}  // namespace szukajst::language
