#include "language/ending_choice.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <utility>

#include "language/context.h"

namespace szukajst::language {
namespace {

// How far a word is asked, in words and signs: what a conjunction goes on with, a verb, a participle.
constexpr std::size_t kConjunctionReach = 20;
constexpr std::ptrdiff_t kVerbReach = 6, kParticipleReach = 5;

bool is_verb(std::string_view kind) {
  return kind.starts_with("fin:") || kind.starts_with("praet:") || kind.starts_with("verb:") ||
         kind == "pred" || kind == "pcon" || kind == "pant";
}
bool is_noun(std::string_view kind) {
  return kind.starts_with("subst:");
}
bool is_name(std::string_view kind) {
  return kind.starts_with("name:");
}
bool is_adjective(std::string_view kind) {
  return kind.starts_with("adj:");
}
bool is_nominal(std::string_view kind) {
  return is_noun(kind) || is_name(kind) || is_adjective(kind);
}
bool ends_clause(const ReadWord& word) {
  return word.kind == kEdgeKind || word.kind == kCommaKind || word.kind == kMarkKind;
}
std::string_view part_of(std::string_view kind) {
  return kind.substr(0, kind.find(':'));
}
// "inst" of "subst:inst:f"; nothing of what has no case.
std::string_view case_of(std::string_view kind) {
  if (!is_nominal(kind)) return {};
  const auto begin = kind.find(':') + 1;
  return kind.substr(begin, kind.find(':', begin) - begin);
}

// What the sentence has around a word; each circumstance begins with the letter and the parts of speech.
class Surroundings {
 public:
  Surroundings(const std::vector<ReadWord>& sentence, const EndingCase& of, const LemmaOf& lemma_of)
      : sentence_(sentence), of_(of), lemma_of_(lemma_of) {
    type_ = std::string(of.bare.ends_with('a') ? "a " : "e ") + std::string(part_of(of.marked_kind)) + ' ' +
            std::string(part_of(of.bare_kind)) + ' ';
  }

  std::vector<std::string> circumstances() {
    conjunction();
    being();
    participle();
    verb();
    return std::move(found_);
  }

 private:
  const ReadWord* at(std::ptrdiff_t offset) const {
    const auto place = static_cast<std::ptrdiff_t>(of_.place) + offset;
    return place >= 0 && place < static_cast<std::ptrdiff_t>(sentence_.size())
               ? &sentence_[static_cast<std::size_t>(place)]
               : nullptr;
  }
  void tell(std::string_view what, std::string_view value = {}, std::string_view more = {}) {
    std::string name = type_;
    name += what;
    name += value;
    name += more;
    found_.push_back(std::move(name));
  }

  // What stands before a conjunction, a comma or the number of an item stands in the same case.
  void conjunction() {
    std::size_t from = of_.place;
    while (from > 0 && of_.place - from < 2 && is_adjective(sentence_[from - 1].kind)) --from;
    if (from == 0) return;
    const std::string_view joint = sentence_[from - 1].kind;
    const bool listed = joint == kMarkKind || joint == kNumberKind;
    if (joint != "conj" && joint != kCommaKind && !listed) return;
    const std::string name = listed ? "item " : joint == "conj" ? "conj " : "comma ";
    const bool capital = sentence_[of_.place].capital;
    std::string_view nearest;
    for (std::size_t back = 2; back <= kConjunctionReach && back <= from; ++back) {
      const ReadWord& word = sentence_[from - back];
      if (same_word(word.form)) {
        tell("same word ", name, word.form == of_.bare ? "bare" : "marked");
        return;
      }
      const bool alike = part_of(word.kind) == part_of(of_.marked_kind) && word.capital == capital;
      if (!listed && nearest.empty() && alike) nearest = case_of(word.kind);
      if (is_verb(word.kind)) break;
    }
    if (!nearest.empty()) tell("joined ", capital ? "capital " : "", nearest);
  }
  bool same_word(std::string_view form) const {
    if (form == of_.bare) return true;
    const auto stem = std::string_view(of_.bare).substr(0, of_.bare.size() - 1);
    return form.size() == of_.bare.size() + 1 && form.starts_with(stem) &&
           form.substr(stem.size()) == (of_.bare.back() == 'a' ? "ą" : "ę");
  }

  // "Siedzibą związku jest Rogowo".
  void being() {
    const ReadWord* subject = nullptr;
    for (std::ptrdiff_t far = 1; far <= kVerbReach; ++far) {
      const ReadWord* word = at(far);
      if (word == nullptr || word->form.empty()) break;
      if (case_of(word->kind) == "nom" && !is_adjective(word->kind)) subject = word;
      if (!is_verb(word->kind)) continue;
      if (!is_being(*word) || subject != nullptr) break;
      const ReadWord* next = at(far + 1);
      if (next == nullptr || (!is_noun(next->kind) && !is_name(next->kind))) return;
      tell("before to be ", next->form.ends_with('a') ? "a " : "", case_of(next->kind));
      return;
    }
  }
  bool is_being(const ReadWord& word) const {
    if (!is_verb(word.kind)) return false;
    const std::string lemma = lemma_of_(word.form);
    return std::ranges::find(kToBe, lemma) != std::end(kToBe);
  }

  // "gminą Rogowo, reprezentowaną przez …": what follows the comma agrees with the word.
  void participle() {
    for (std::ptrdiff_t far = 1; far <= kParticipleReach; ++far) {
      const ReadWord* word = at(far);
      if (word == nullptr || is_verb(word->kind) || is_noun(word->kind)) return;
      if (word->form.empty() && word->kind != kCommaKind) return;
      if (word->kind != kCommaKind) continue;
      const ReadWord* next = at(far + 1);
      const ReadWord* preposition = at(far + 2);
      const bool agrees = next != nullptr && preposition != nullptr && is_adjective(next->kind) &&
                          next->kind.ends_with(":f") && preposition->kind.starts_with("prep:");
      if (agrees) tell("agreeing ", next->form.ends_with("ą") ? "marked" : "bare");
      return;
    }
  }

  // A verb of another number or gender has another subject: "Strategię przyjęła Rada", "Siedzibą został
  // Rogów".
  void verb() {
    std::string_view left, right;
    for (std::ptrdiff_t far = 1; far <= kVerbReach; ++far) {
      const ReadWord* word = at(-far);
      if (word == nullptr || ends_clause(*word)) break;
      if (left.empty() && is_verb(word->kind)) left = word->kind;
    }
    for (std::ptrdiff_t far = 1; far <= kVerbReach && right.empty(); ++far) {
      const ReadWord* word = at(far);
      if (word == nullptr || ends_clause(*word)) break;
      if (case_of(word->kind) == "nom" && !is_adjective(word->kind)) return;
      if (is_verb(word->kind)) right = word->kind;
    }
    const ReadWord* before = at(-1);
    const bool first = before == nullptr || before->form.empty();
    if (left.empty() && !right.empty()) tell(first ? "first before " : "before ", right);
  }

  static constexpr std::string_view kToBe[] = {"być", "zostać", "bywać", "stać", "pozostać", "pozostawać"};

  const std::vector<ReadWord>& sentence_;
  const EndingCase& of_;
  const LemmaOf& lemma_of_;
  std::string type_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> ending_circumstances(const std::vector<ReadWord>& sentence, const EndingCase& of,
                                              const LemmaOf& lemma_of) {
  if (of.bare_kind == kUnknownKind || of.marked_kind == kUnknownKind) return {};
  return Surroundings(sentence, of, lemma_of).circumstances();
}

core::Result<EndingChoice> EndingChoice::open(const std::filesystem::path& file) {
  std::ifstream lines(file);
  if (!lines) return core::Error{core::ErrorCode::not_found, "cannot read " + file.string()};
  EndingChoice choice;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto tab = line.find('\t');
    double weight = 0;
    const char* const end = line.data() + line.size();
    const auto read = tab != std::string::npos ? std::from_chars(line.data() + tab + 1, end, weight)
                                               : std::from_chars_result{nullptr, std::errc::invalid_argument};
    const bool fits = read.ec == std::errc() && read.ptr == end;
    if (!fits) {
      return core::Error{core::ErrorCode::malformed, file.string() + ", line " + std::to_string(number) +
                                                         ": not a circumstance and a weight"};
    }
    choice.weights_.emplace(line.substr(0, tab), weight);
  }
  return choice;
}

double EndingChoice::evidence(const std::vector<std::string>& circumstances) const {
  double sum = 0;
  for (const std::string& circumstance : circumstances) {
    if (const auto weight = weights_.find(circumstance); weight != weights_.end()) sum += weight->second;
  }
  return sum;
}

}  // namespace szukajst::language
