// Whether a document can have aims at all. Most have none, and what this pass asks of their lines costs a
// small part of joining them and reading them one by one. It may say yes too often, but never no where the
// reader would find something: each answer is wider than what it stands for. In a document that has given no
// goal yet the first one needs one of these:
//
//   anywhere          a label of one goal, a sentence that gives goals, announces them or says what they are
//                     reached by; one that names a goal of a level ("realizacja celu strategicznego „…”"), or
//                     labels one of several kinds whose level a heading may take up
//   where it begins   any other label, which stands at the beginning of a line, of a cell, behind a marker, a
//                     stop or words that lead to it; a heading of goals, the vision, the mission
//   a scheme          lines that a noun of the document's own numbers ("Ambicja 1")
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

class Possibility {
 public:
  Possibility(const Layout& layout, const GoalRules::Tables& tables) : tables_(tables) {
    for (const LayoutLine& line : layout.lines) add(line.text);
  }

  bool aims() {
    // A word that goes on in the next line may be any.
    if (parted_) return true;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      find_noun(at);
      const PhraseList& beginnings = noun_near_ ? tables_.beginnings : tables_.other_beginnings;
      if ((beginnings.may_begin(words_[at]) && begins_at(at)) ||
          (has_digits_behind_letters(words_[at]) && may_stand_first(at) && code(at)))
        return true;
    }
    return lists_of_own() || completed_label();
  }

 private:
  void add(std::string_view text) {
    parted_ = parted_ || text.ends_with('-');
    const FoldedWords& words = folded_.emplace_back(folded_words(text));
    for (std::size_t i = 0; i < words.size(); ++i) {
      words_.push_back(words[i]);
      places_.push_back({text, i == 0});
    }
    led_.resize(words_.size());
  }

  std::string_view text_from(std::size_t at) const { return places_[at].line.substr(words_[at].begin); }

  // What a marker may be made of: "1", "II", "a", "1a", and "CS" of "CS.1".
  bool of_marker(std::size_t at) const {
    constexpr std::size_t kLongestCode = 4;
    const std::string_view word = words_[at].text;
    if (word.size() == 1 || word.find_first_of("0123456789") != std::string_view::npos ||
        word.find_first_not_of("ivxl") == std::string_view::npos)
      return true;
    return word.size() <= kLongestCode &&
           std::string_view(".-").find(sign_behind(at)) != std::string_view::npos;
  }

  char sign_behind(std::size_t at) const {
    const std::string_view line = places_[at].line;
    return words_[at].end < line.size() ? line[words_[at].end] : ' ';
  }

  // Whether a segment may begin with the word, or a label behind its caption: at most a marker, or words that
  // lead to a label, stand before it on its line.
  bool may_stand_first(std::size_t at) const {
    if (places_[at].first || led_[at]) return true;
    std::size_t before = at;
    while (of_marker(before - 1)) {
      if (places_[--before].first) return true;
      // "Tabela 7. Cele"
      if (places_[before - 1].first && tables_.captions.begins(words_, before - 1)) return true;
    }
    return false;
  }

  // Without a noun close behind the word no label that needs one begins with it.
  void find_noun(std::size_t at) {
    while (noun_ < words_.size() && (noun_ < at || !tables_.noun_words.may_begin(words_[noun_]))) ++noun_;
    noun_near_ = noun_ < words_.size() && noun_ - at <= tables_.farthest_noun;
  }

  bool begins_at(std::size_t at) {
    const bool first = may_stand_first(at);
    // "Ustala się cele", "Pierwszy cel", "…, czyli cele"
    lead_to(at, tables_.appositions);
    if (first) lead_to(at, tables_.leads), lead_to(at, tables_.ordinals);
    const WordSketch& word = words_[at].sketch();
    const LabelsByLetters& labels = noun_near_ ? tables_.labels_by_letters : tables_.other_labels_by_letters;
    for (const Label* const label : labels[word.first][word.second])
      if (tells(*label, at, first)) return true;
    return begins(tables_.listings, words_, at) ||
           (first && (begins(tables_.headings, words_, at) || begins(tables_.visions, words_, at) ||
                      begins(tables_.missions, words_, at)));
  }

  void lead_to(std::size_t at, const PhraseList& leads) {
    const std::size_t count = leads.longest(words_, at);
    if (count > 0 && at + count < led_.size()) led_[at + count] = true;
  }

  bool tells(const Label& label, std::size_t at, bool first) const {
    const auto stands = [&] { return label.phrase.match(words_, at) > 0; };
    switch (label.form) {
      case LabelForm::code:
        return first && code(at);
      case LabelForm::announce:
        return stands() && announces(at);
      case LabelForm::mention:
        return label.level && stands() && begins_with_realisation();
      case LabelForm::numbered:
      case LabelForm::list:
        if (first && heads(label, at)) return true;
        return ((names_level(label) && may_be_titled()) || counted_goals(at) ||
                (label.form == LabelForm::list && in_last_sentence(at))) &&
               stands();
      default:
        return stands();
    }
  }

  // A document of goals may say which of its levels serves which: "Każdy priorytet ma cele operacyjne."
  static bool names_level(const Label& label) {
    return label.level && label.level != core::GoalLevel::action && label.group != "area" &&
           label.group != "loose";
  }

  // "Trzy cele"
  bool counted_goals(std::size_t at) const {
    return at > 0 && (words_[at].text == "cele" || words_[at].text == "celow") && counts(at - 1);
  }

  bool counts(std::size_t at) const {
    const std::string_view word = words_[at].text;
    return (word.size() == 1 && word[0] >= '2' && word[0] <= '9') || tables_.counts.begins(words_, at);
  }

  // Whether goals that are named within a sentence may stand here or below: behind their number, before a
  // colon or a question mark, above a first item; or may be those of the document itself.
  bool announces(std::size_t at) const {
    return (at > 0 && counts(at - 1)) || sign_near(at, ":") || sign_near(at, "?") || may_be_titled() ||
           has_first_item();
  }

  // Whether the sign stands behind one of the next words, on its line or at the beginning of the next one.
  bool sign_near(std::size_t at, std::string_view sign) const {
    constexpr std::size_t kFarthest = 24;  // more than may stand between a label and its colon
    for (std::size_t k = at; k < std::min(words_.size(), at + kFarthest); ++k)
      if (behind(k).find(sign) != std::string_view::npos ||
          (k + 1 < words_.size() && places_[k + 1].first &&
           places_[k + 1].line.substr(0, words_[k + 1].begin).find(utf8::trim(sign)) !=
               std::string_view::npos))
        return true;
    return false;
  }

  // What stands between the word and the next one on its line.
  std::string_view behind(std::size_t at) const {
    const std::string_view line = places_[at].line;
    const bool last = at + 1 == words_.size() || places_[at + 1].first;
    return line.substr(words_[at].end, (last ? line.size() : words_[at + 1].begin) - words_[at].end);
  }

  // Whether a title may say that the document is one of goals.
  bool may_be_titled() const {
    if (!titled_) titled_ = tables_.titles.found(words_);
    return *titled_;
  }

  bool has_first_item() const {
    if (!first_item_)
      first_item_ = tables_.announcers.found(words_) && std::ranges::any_of(places_, [](const Place& place) {
                      const Marker marker = place.first ? read_marker(place.line) : Marker{};
                      return marker.number && marker.number->parts == std::vector<int>{1};
                    });
    return *first_item_;
  }

  bool begins_with_realisation() const {
    for (std::size_t at = 0; at < words_.size(); ++at)
      if (may_stand_first(at) && tables_.realisations.match(words_, at) > 0) return true;
    return false;
  }

  // "Powiat prowadzi osiem szkół. Zadania:" above the list.
  bool in_last_sentence(std::size_t at) const {
    return at > 0 && !places_[at].first && behind(at - 1).ends_with(". ") && starts_upper(text_from(at)) &&
           text_from(at).find(". ") == std::string_view::npos && sign_near(at, ":");
  }

  // Whether the label stands at a line's beginning and may be one there: "Zadanie wykonano wspólnie z
  // parafią." is a sentence.
  bool heads(const Label& label, std::size_t at) const {
    constexpr std::size_t kTailWords = 12, kSurelyRead = 380;  // words; bytes
    const std::size_t next = at + label.phrase.match(words_, at);
    if (next == at) return false;
    const bool goes_on = next < words_.size() && !places_[next].first && behind(next - 1) == " " &&
                         starts_lower(text_from(next)) && !of_marker(next) && words_[next].text != "oraz" &&
                         words_[next].text != "nr" && words_[next].text != "numer" &&
                         !tables_.ordinals.begins(words_, next);
    if (!goes_on || sign_near(next, ":") || sign_near(next, " – ") || sign_near(next, " - ")) return true;
    if (label.form != LabelForm::list) return false;
    // A heading of several words is neither long nor a sentence.
    std::size_t end = next;
    while (end < words_.size() && !places_[end].first) ++end;
    if (end - next > kTailWords && words_[next + kTailWords].end <= kSurelyRead) return false;
    const std::string_view rest = text_from(next);
    const bool stopped =
        behind(end - 1) == "." && !of_marker(end - 1) && !tables_.shorts.contains(words_[end - 1]);
    return !stopped && sentence_end(rest, tables_) == rest.size();
  }

  // "CS.1", "CS1", "K 2": an abbreviation in capitals, and what may be its number; or the one of its level.
  bool code(std::size_t at) const {
    const std::string_view text = text_from(at);
    const std::size_t letters = std::min(text.find_first_not_of(kCapitals), text.size());
    if (letters == 0 || utf8::is_letter(char_at(text, letters))) return false;  // a word
    const FoldedWords code = folded_words(text.substr(0, letters), 1);
    std::size_t behind = letters;
    if (char_at(text, behind) == '.' || char_at(text, behind) == '-') ++behind;
    behind = skip_blanks(text, behind);
    if (letters == 1 && behind < text.size()) {
      const auto number = read_number(text, behind);
      if (!number || (number->letter && number->parts.size() < 2)) return false;
    }
    return std::ranges::any_of(tables_.phrases_of_form[static_cast<std::size_t>(LabelForm::code)],
                               [&](const Phrase& phrase) { return phrase.match(code, 0, true) > 0; });
  }

  // Whether digits stand in the word behind letters.
  static bool has_digits_behind_letters(const FoldedWord& word) {
    constexpr std::uint64_t kDigits = std::uint64_t{0x3FF} << 26;
    return word.sketch().first < 26 && (word.sketch().letters & kDigits) != 0;
  }

  // "Ambicja 1. Zdrowie", "Aspiracja pierwsza: praca": two lines or more whose first words have a number.
  bool lists_of_own() const {
    std::size_t lines = 0;
    for (std::size_t at = 0; at < words_.size(); ++at)
      if (places_[at].first && (numbered(at) || (words_[at].text.size() == 1 && numbered(at + 1)))) ++lines;
    return lines > 1;
  }

  bool numbered(std::size_t at) const {
    constexpr std::size_t kLongestNoun = 40, kMostWords = 8;  // bytes; a word may be parted by hyphens
    if (at >= words_.size() || !starts_upper(text_from(at))) return false;
    for (std::size_t k = at; k < std::min(words_.size(), at + kMostWords + 1); ++k) {
      const bool same_line = places_[k].line.data() == places_[at].line.data();
      if (same_line && words_[k].begin > words_[at].begin + kLongestNoun) break;
      if (tables_.ordinals.begins(words_, k)) return true;
      const std::string_view text = text_from(k);
      const auto number = k > at ? read_number(text, 0) : std::nullopt;
      if (!number || number->code || (number->letter && text[0] >= 'a')) continue;
      const std::size_t rest = std::min(text.find_first_not_of(".:) ", number->end), text.size());
      const std::string_view between = text.substr(number->end, rest - number->end);
      if (rest == text.size() || between.find_first_of(".:)") != std::string_view::npos ||
          is_dash(char_at(text, rest)) || number->parts.size() > 1)
        return true;
    }
    return false;
  }

  // "1) główny – …", short for "1) cel główny – …".
  bool completed_label() const {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!places_[at].first || !of_marker(at)) continue;
      const std::size_t first = at;
      const Marker marker = read_marker(places_[first].line);
      while (at + 1 < words_.size() && !places_[at + 1].first && words_[at].begin < marker.body) ++at;
      if (!marker.number || words_[at].begin != marker.body || !starts_lower(text_from(at))) continue;
      for (const std::string& noun : tables_.nouns) {
        const FoldedWords before = folded_words(noun, 1);
        const std::array<FoldedWord, 2> full{before[0], words_[at]};
        for (const Label& label : tables_.labels_at(full, 0))
          if (label.phrase.match(full, 0) == full.size()) return true;
      }
    }
    return false;
  }

  struct Place {
    std::string_view line;
    bool first;  // word of the line
  };
  const GoalRules::Tables& tables_;
  std::vector<FoldedWords> folded_;  // which words_ are of
  std::vector<FoldedWord> words_;    // of all lines
  std::vector<Place> places_;        // of each word
  std::size_t noun_ = 0;             // the next word that is one of noun_words
  bool noun_near_ = false;           // it stands where a label may have it
  mutable std::optional<bool> titled_, first_item_;
  std::vector<bool> led_;  // a label may stand behind the words before
  bool parted_ = false;    // a line ends with a hyphen
};

}  // namespace

bool may_hold_aims(const Layout& layout, const GoalRules::Tables& tables) {
  return Possibility(layout, tables).aims();
}

}  // namespace szukajst::indexer::extract
