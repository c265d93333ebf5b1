#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "core/utf8.h"
#include "language/automaton_entries.h"
#include "language/form_share.h"
#include "language/lexicon_parts.h"
#include "language/normalise.h"
#include "language/reading_order.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

// Longer ones are no words, and would only cost time.
constexpr std::size_t kLongestForm = 120;

core::Result<Automaton> open_automaton(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto fsa = Cfsa2::open(file->bytes(), path.string());
  if (!fsa) return fsa.error();
  return Automaton{*std::move(file), *fsa};
}

// The node behind "form;", where the readings lie; 0 for a form that is not there.
Cfsa2::Node entries(const Cfsa2& fsa, std::string_view form) {
  const auto node = fsa.follow(fsa.root(), form);
  const auto separator = node != 0 ? fsa.find(node, ';') : 0;
  return separator != 0 ? fsa.target(separator) : 0;
}

std::string capitalised(std::string_view lower) {
  std::size_t at = 0;
  const char32_t first = utf8::next(lower, at);
  std::string out;
  utf8::append(out, utf8::upper(first));
  out += lower.substr(at);
  return out;
}

struct Spellings {
  std::string lower;
  std::string capital;  // empty unless the form is all capitals
  bool starts_upper = false;
};

Spellings spellings(std::string_view form) {
  Spellings result{utf8::lower(form), {}, false};
  std::size_t at = 0;
  if (!form.empty()) result.starts_upper = utf8::is_upper(utf8::next(form, at));
  bool all_upper = result.starts_upper && at < form.size();
  while (all_upper && at < form.size()) {
    const char32_t c = utf8::next(form, at);
    all_upper = utf8::is_upper(c) || !utf8::is_letter(c);
  }
  if (all_upper) result.capital = capitalised(result.lower);
  return result;
}

void read(const Cfsa2& fsa, std::string_view form, std::vector<Reading>& readings) {
  for_each_entry(fsa, entries(fsa, form), [&](std::string_view entry) {
    const auto decoded = decode_entry(form, entry);
    if (!decoded) return;
    split_alternatives(decoded->tags, [&](std::string_view tag) {
      Reading reading{decoded->lemma, std::string(tag)};
      if (std::ranges::find(readings, reading) == readings.end()) readings.push_back(std::move(reading));
    });
  });
}

// The readings of all spellings, in one dictionary.
std::vector<Reading> read_all(const Cfsa2& fsa, std::string_view form, const Spellings& also) {
  std::vector<Reading> readings;
  read(fsa, form, readings);
  if (also.lower != form) read(fsa, also.lower, readings);
  if (!also.capital.empty()) read(fsa, also.capital, readings);
  return readings;
}

std::optional<double> level(const Cfsa2& fsa, std::string_view entry) {
  const auto node = entries(fsa, entry);
  const auto arc = node != 0 ? fsa.first_arc(node) : 0;
  if (arc == 0) return std::nullopt;
  return -(fsa.label(arc) - '0') / 4.0;
}

// How much is believed of a form's own count; the rest goes by its lemma's. Counts of rare forms are chance.
constexpr double kOwnCount = 0.6;

// The letters that fold to a letter, itself first.
struct Unfolded {
  char folded;
  std::array<std::string_view, 3> letters;
};
constexpr std::array<Unfolded, 8> kUnfolded = {{{'a', {"a", "ą"}},
                                                {'c', {"c", "ć"}},
                                                {'e', {"e", "ę"}},
                                                {'l', {"l", "ł"}},
                                                {'n', {"n", "ń"}},
                                                {'o', {"o", "ó"}},
                                                {'s', {"s", "ś"}},
                                                {'z', {"z", "ź", "ż"}}}};

// All forms of `fsa` that fold to `folded`, the first letter in either case.
class Unfolding {
 public:
  Unfolding(const Cfsa2& fsa, std::string_view folded, std::vector<std::string>& found)
      : fsa_(fsa), folded_(folded), found_(found) {}

  void walk(std::size_t at, Cfsa2::Node node) {
    if (at == folded_.size()) {
      if (fsa_.find(node, ';') != 0) found_.push_back(utf8::lower(form_));
      return;
    }
    const auto entry = std::ranges::find(kUnfolded, folded_[at], &Unfolded::folded);
    if (entry == kUnfolded.end()) return step(at, node, folded_.substr(at, 1));
    for (const std::string_view letter : entry->letters) {
      if (!letter.empty()) step(at, node, letter);
    }
  }

 private:
  void step(std::size_t at, Cfsa2::Node node, std::string_view letter) {
    take(at, node, letter);
    if (at == 0) take(at, node, capitalised(letter));
  }
  void take(std::size_t at, Cfsa2::Node node, std::string_view letter) {
    const auto next = fsa_.follow(node, letter);
    if (next == 0) return;
    const auto size = form_.size();
    form_ += letter;
    walk(at + 1, next);
    form_.resize(size);
  }

  const Cfsa2& fsa_;
  std::string_view folded_;
  std::vector<std::string>& found_;
  std::string form_;
};

}  // namespace

core::Result<Lexicon> Lexicon::open(const std::filesystem::path& folder) {
  auto polimorf = open_automaton(folder / "polish.dict");
  if (!polimorf) return polimorf.error();
  auto hunspell = open_automaton(folder / "hunspell.dict");
  if (!hunspell) return hunspell.error();
  auto frequencies = open_automaton(folder / "frequencies.dict");
  if (!frequencies) return frequencies.error();
  auto endings = open_automaton(folder / "endings.dict");
  if (!endings) return endings.error();
  auto families = WordFamilies::load(folder / "word_families.tsv");
  if (!families) return families.error();
  auto parts = std::make_unique<Parts>(Parts{folder, *std::move(polimorf), *std::move(hunspell),
                                             *std::move(frequencies), *std::move(endings), Guesser(),
                                             *std::move(families)});
  parts->guesser = Guesser(parts->endings.fsa);
  return Lexicon(std::unique_ptr<const Parts>(std::move(parts)));
}

Lexicon::Lexicon(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

std::vector<std::string> Lexicon::relatives(std::string_view lemma) const {
  return parts_->families.relatives(lemma, *this);
}

const std::filesystem::path& Lexicon::folder() const {
  return parts_->folder;
}

std::vector<Reading> Lexicon::look_up(std::string_view form) const {
  if (form.empty() || form.size() > kLongestForm) return {};
  const Spellings also = spellings(form);
  std::vector<Reading> readings = read_all(parts_->polimorf.fsa, form, also);
  if (readings.empty()) readings = read_all(parts_->hunspell.fsa, form, also);
  if (!readings.empty()) {
    sort_readings(readings, also.starts_upper, [&](const std::string& lemma) {
      const auto counted = level(parts_->frequencies.fsa, "=" + utf8::lower(lemma));
      return counted.value_or(kLogFrequencyFloor);
    });
  }
  return readings;
}

bool Lexicon::contains(std::string_view form) const {
  if (form.empty() || form.size() > kLongestForm) return false;
  const Spellings also = spellings(form);
  const auto in = [&](const Cfsa2& fsa) {
    return entries(fsa, form) != 0 || (also.lower != form && entries(fsa, also.lower) != 0) ||
           entries(fsa, also.capital.empty() ? capitalised(also.lower) : also.capital) != 0;
  };
  return in(parts_->polimorf.fsa) || in(parts_->hunspell.fsa);
}

std::vector<Reading> Lexicon::look_up_or_guess(std::string_view form, WordSource* source) const {
  WordSource unused = WordSource::none;
  WordSource& from = source != nullptr ? *source : unused;
  from = WordSource::none;
  if (form.empty() || form.size() > kLongestForm) return {};
  auto readings = look_up(form);
  if (!readings.empty()) {
    // hunspell's entries have no tags, PoliMorf's always have.
    from = readings.front().tag.empty() ? WordSource::hunspell : WordSource::polimorf;
    return readings;
  }
  readings = guess(form);
  if (!readings.empty()) from = WordSource::guess;
  return readings;
}

std::vector<Reading> Lexicon::guess(std::string_view form) const {
  if (form.empty() || form.size() > kLongestForm) return {};
  const Spellings also = spellings(form);
  return parts_->guesser.guess(also.capital.empty() ? form : std::string_view(also.capital));
}

std::vector<std::string> Lexicon::unfold(std::string_view form, std::size_t most) const {
  std::vector<std::string> found;
  if (form.empty() || form.size() > kLongestForm) return found;
  const std::string folded = fold_all(form);
  for (const auto* fsa : {&parts_->polimorf.fsa, &parts_->hunspell.fsa}) {
    Unfolding(*fsa, folded, found).walk(0, fsa->root());
  }
  std::erase(found, fold_case(form));
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::ranges::stable_sort(found, std::greater{}, [&](const std::string& f) { return log_frequency(f); });
  if (found.size() > most) found.resize(most);
  return found;
}

double Lexicon::log_frequency(std::string_view form) const {
  if (form.size() > kLongestForm) return kLogFrequencyFloor;
  const std::string lower = utf8::lower(form);
  const auto& frequencies = parts_->frequencies.fsa;
  // Readings of one lemma add up; of several lemmas the commonest counts.
  double by_lemma = std::exp(kLogFrequencyFloor);
  for (const std::string& spelling : {lower, capitalised(lower)}) {
    for (const auto* fsa : {&parts_->polimorf.fsa, &parts_->hunspell.fsa}) {
      for_each_entry(*fsa, entries(*fsa, spelling), [&](std::string_view entry) {
        const auto decoded = decode_entry(spelling, entry);
        if (!decoded) return;
        double share = 0;
        split_alternatives(decoded->tags, [&](std::string_view tag) { share += form_share(tag); });
        const auto counted = level(frequencies, "=" + utf8::lower(decoded->lemma));
        by_lemma =
            std::max(by_lemma, std::exp(counted.value_or(kLogFrequencyFloor + 2)) * std::min(share, 1.0));
      });
    }
  }
  const auto own = level(frequencies, lower);
  const double share =
      own ? kOwnCount * std::exp(*own) + (1 - kOwnCount) * by_lemma : (1 - kOwnCount) * by_lemma;
  return std::max(kLogFrequencyFloor, std::log(share));
}

}  // namespace szukajst::language
