#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <cstdint>
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
  return Automaton{*std::move(file), *fsa, {}};
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

// Readings, and what share of its lemma stands in each one's form.
struct Shared {
  std::vector<Reading> readings;
  std::vector<double> shares;
};

void read(const Automaton& dictionary, std::string_view form, Shared& found) {
  const auto node = entries(dictionary.fsa, form);
  if (node == 0) return;
  dictionary.entries.with(dictionary.fsa, node, [&](std::span<const Entry> entries) {
    for (const Entry& entry : entries) {
      const auto lemma = entry.lemma_of(form);
      if (!lemma) continue;
      for (const auto& [tag, share] : entry.tags) {
        const bool known = std::ranges::any_of(
            found.readings, [&](const Reading& other) { return other.tag == tag && other.lemma == *lemma; });
        if (known) continue;
        found.readings.push_back({*lemma, tag});
        found.shares.push_back(share);
      }
    }
  });
}

// Of all spellings, in one dictionary.
Shared read_all(const Automaton& dictionary, std::string_view form, const Spellings& also) {
  Shared found;
  read(dictionary, form, found);
  if (also.lower != form) read(dictionary, also.lower, found);
  if (!also.capital.empty()) read(dictionary, also.capital, found);
  return found;
}

std::optional<double> level(const Cfsa2& fsa, std::string_view entry) {
  const auto node = entries(fsa, entry);
  const auto arc = node != 0 ? fsa.first_arc(node) : 0;
  if (arc == 0) return std::nullopt;
  return -(fsa.label(arc) - '0') / 4.0;
}

// The symbols of the letters that fold to a letter, itself first.
struct Unfolded {
  std::uint8_t folded;
  std::array<std::uint8_t, 3> letters;
};
constexpr Unfolded unfolded(char32_t folded, char32_t first, char32_t second = 0) {
  const auto place = [](char32_t letter) { return static_cast<std::uint8_t>(kGraphLetters.find(letter)); };
  return {place(folded), {place(folded), place(first), second == 0 ? Symbols::kNone : place(second)}};
}
constexpr std::array<Unfolded, 8> kUnfolded = {
    unfolded(U'a', U'ą'), unfolded(U'c', U'ć'), unfolded(U'e', U'ę'), unfolded(U'l', U'ł'),
    unfolded(U'n', U'ń'), unfolded(U'o', U'ó'), unfolded(U's', U'ś'), unfolded(U'z', U'ź', U'ż')};

// All forms of a graph that fold to the same letters, the first in either case.
class Unfolding {
 public:
  Unfolding(const WordGraph& graph, const Symbols& folded, std::vector<std::string>& found)
      : graph_(graph), folded_(folded), found_(found) {
    walk(folded_.begin(), graph_.lower());
    walk(folded_.begin(), graph_.capitals());
  }

 private:
  void walk(const std::uint8_t* at, WordGraph::Place place) {
    if (!place) return;
    if (at == folded_.end()) {
      if (graph_.ends(place)) found_.push_back(form_);
      return;
    }
    const auto entry = std::ranges::find(kUnfolded, *at, &Unfolded::folded);
    if (entry == kUnfolded.end()) return step(at, place, *at);
    for (const auto letter : entry->letters) {
      if (letter != Symbols::kNone) step(at, place, letter);
    }
  }
  void step(const std::uint8_t* at, WordGraph::Place place, std::uint8_t letter) {
    const auto next = graph_.follow(place, letter);
    if (!next) return;
    const auto size = form_.size();
    utf8::append(form_, kGraphLetters[letter]);
    walk(at + 1, next);
    form_.resize(size);
  }

  const WordGraph& graph_;
  const Symbols& folded_;
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
  auto graph_file = MappedFile::open(folder / "words.graph");
  if (!graph_file) return graph_file.error();
  const auto graph = WordGraph::open(graph_file->bytes(), (folder / "words.graph").string());
  if (!graph) return graph.error();
  auto print_file = MappedFile::open(folder / "print.graph");
  if (!print_file) return print_file.error();
  const auto print = WordGraph::open(print_file->bytes(), (folder / "print.graph").string());
  if (!print) return print.error();
  auto families = WordFamilies::load(folder / "word_families.tsv");
  if (!families) return families.error();
  auto parts = std::make_unique<Parts>(
      Parts{folder, *std::move(polimorf), *std::move(hunspell), *std::move(frequencies), *std::move(endings),
            *std::move(graph_file), *graph, *std::move(print_file), *print, Guesser(), *std::move(families)});
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
  Shared found = read_all(parts_->polimorf, form, also);
  if (found.readings.empty()) found = read_all(parts_->hunspell, form, also);
  if (!found.readings.empty()) {
    sort_readings(found.readings, found.shares, also.starts_upper, [&](const std::string& lemma) {
      const auto counted = level(parts_->frequencies.fsa, "=" + utf8::lower(lemma));
      return counted.value_or(kLogFrequencyFloor);
    });
  }
  return std::move(found.readings);
}

bool Lexicon::contains(std::string_view form) const {
  if (form.empty() || form.size() > kLongestForm) return false;
  const Symbols symbols(form);
  if (symbols.spellable()) {
    const WordGraph& graph = parts_->graph;
    if (graph.ends(graph.follow(graph.lower(), symbols)) ||
        graph.ends(graph.follow(graph.capitals(), symbols)))
      return true;
    if (!symbols.inner_capital()) return false;
  }
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
  const Symbols folded(fold_all(form));
  if (!folded.spellable()) return found;
  Unfolding(parts_->graph, folded, found);
  std::erase(found, fold_case(form));
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() > 1) {
    std::vector<std::pair<double, std::string>> common;
    for (std::string& one : found) common.emplace_back(log_frequency(one), std::move(one));
    std::ranges::stable_sort(common, std::greater{}, &std::pair<double, std::string>::first);
    std::ranges::transform(common, found.begin(), [](auto& one) { return std::move(one.second); });
  }
  if (found.size() > most) found.resize(most);
  return found;
}

bool Lexicon::counted(std::string_view form) const {
  return form.size() <= kLongestForm && level(parts_->frequencies.fsa, utf8::lower(form)).has_value();
}

double Lexicon::log_frequency(std::string_view form) const {
  if (form.size() > kLongestForm) return kLogFrequencyFloor;
  const Symbols symbols(form);
  const WordGraph& graph = parts_->graph;
  if (symbols.spellable()) {
    for (const auto begin : {graph.lower(), graph.capitals()}) {
      if (const auto place = graph.follow(begin, symbols); graph.ends(place))
        return WordGraph::log_frequency(graph.level(place));
    }
  }
  return form_log_frequency(level(parts_->frequencies.fsa, utf8::lower(form)), std::nullopt);
}

}  // namespace szukajst::language
