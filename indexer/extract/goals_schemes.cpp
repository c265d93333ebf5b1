// Labels that only this document uses: "Ambicja 1", "Ścieżka 1.1", "Krok 1.1.1". No table knows them; that
// they label goals is told by their numbers, which make a tree.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;
using Family = Marker::Family;

namespace {

// A line "Noun 1.2. Wording", or "Noun 1.2" above its wording.
struct SchemeLine {
  std::size_t segment = 0;
  Number number;
  std::size_t rest = 0;  // where the wording begins
  bool colon = false;
};

// The lines of one noun whose numbers have as many parts.
struct Tier {
  std::string noun;
  std::vector<SchemeLine> lines;
  bool restarts = false;                     // its numbers begin anew below each goal of another tier
  std::optional<std::size_t> parent = {};    // the tier that its numbers go on
  std::optional<GoalLevelRank> served = {};  // or the level of the known goals that they go on
  bool serves_goals = false;                 // known goals go on its own numbers
  bool announced = false;                    // a heading of goals stands right above the first of its lines
  bool leads = false;                        // a list stands close below each of its lines
  std::size_t depth() const { return lines.front().number.parts.size(); }
};

// Where a number stands behind one to three words that begin with a capital letter; nothing for other lines.
std::optional<SchemeLine> scheme_line(std::string_view text, std::size_t segment, std::string& noun) {
  constexpr std::size_t kMostWords = 3, kLongestNoun = 40, kShortestNoun = 3;
  if (!starts_upper(text)) return std::nullopt;
  std::size_t words = 0;
  for (std::size_t at = text.find(' '); at < kLongestNoun; at = text.find(' ', at + 1)) {
    if (++words > kMostWords || at + 1 >= text.size()) return std::nullopt;
    auto number = read_number(text, at + 1);
    const bool small_letter = number && number->letter && text[at + 1] >= 'a';
    if (!number || small_letter || number->code) continue;
    std::size_t rest = number->end;
    const std::size_t mark = text.find_first_not_of(".:) ", rest);
    const std::string_view between = text.substr(rest, std::min(mark, text.size()) - rest);
    rest = std::min(mark, text.size());
    bool set_apart = rest == text.size() || between.find_first_of(".:)") != std::string_view::npos;
    for (const std::string_view dash : {"– ", "— ", "- "})
      if (text.substr(rest).starts_with(dash)) rest += dash.size(), set_apart = true;
    if (!set_apart && !(number->parts.size() > 1 && starts_upper(text.substr(rest)))) continue;
    std::string folded;
    for (const FoldedWord& word : folded_words(text.substr(0, at))) folded += std::string(word.text) + ' ';
    if (folded.size() <= kShortestNoun || folded.find_first_of("0123456789") != std::string::npos)
      return std::nullopt;
    noun = std::move(folded);
    return SchemeLine{segment, std::move(*number), rest, between.find(':') != std::string_view::npos};
  }
  return std::nullopt;
}

// "Aspiracja pierwsza: miasto zielone": the same, with an ordinal for a number.
std::optional<SchemeLine> ordinal_line(std::string_view text, std::size_t segment, std::string& noun,
                                       const GoalRules::Tables& tables) {
  constexpr std::size_t kMostWords = 3;
  if (!starts_upper(text)) return std::nullopt;
  const FoldedWords words = folded_words(text, kMostWords + 1);
  for (std::size_t at = 0; at < std::min(words.size(), kMostWords); ++at) {
    const int value = ordinal_value(words, at, tables);
    if (value == 0) continue;
    if (words.size() < 2 || (at > 0 && at + 1 < words.size() && text[words[at].end] != ':'))
      return std::nullopt;
    // "Pierwsza aspiracja: …"
    const std::size_t last = at == 0 ? 1 : at;
    const std::size_t end = words[last].end;
    const std::size_t rest = std::min(text.find_first_not_of(".:) ", end), text.size());
    if (rest < text.size() && text[end] != ':') return std::nullopt;
    noun.clear();
    for (std::size_t k = at == 0 ? 1 : 0; k < (at == 0 ? 2 : at); ++k)
      noun += std::string(words[k].text) + ' ';
    Number number;
    number.parts = {value};
    return SchemeLine{segment, std::move(number), rest, rest < text.size()};
  }
  return std::nullopt;
}

// Whether the numbers are a series that goes on from line to line, or begins anew: 1, 2, 3; 1.1, 1.2, 2.1.
bool is_series(Tier& tier) {
  std::set<std::vector<int>> seen;
  std::vector<int> last;
  for (const SchemeLine& line : tier.lines) {
    const std::vector<int>& parts = line.number.parts;
    std::vector<int> before = parts;
    --before.back();
    const bool again = seen.contains(parts);
    const bool first = before.back() == 0;
    if (!again && !first && !seen.contains(before)) return false;
    if (first && again && parts.size() == 1 && last.size() == 1 && last.back() > 1) tier.restarts = true;
    seen.insert(parts);
    last = parts;
  }
  return tier.lines.size() > 1 && seen.size() > 1;
}

}  // namespace

// Of each noun that is no known label: its lines, where their numbers are a series.
void GoalReader::find_own_labels() {
  std::map<std::pair<std::string, std::size_t>, Tier> found;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    if (labels_[i] || segment.marker.number || segment.row > 0 || segment.marker.family == Family::section)
      continue;
    std::string noun;
    auto line = scheme_line(segment.body(), i, noun);
    if (!line) line = ordinal_line(segment.body(), i, noun, tables_);
    if (!line) continue;
    line->rest += segment.marker.body;
    Tier& tier = found[{noun, line->number.parts.size()}];
    tier.noun = noun;
    tier.lines.push_back(*std::move(line));
  }
  std::vector<Tier> tiers;
  for (auto& [key, tier] : found)
    if (is_series(tier) && !names_no_goals(tier.noun)) tiers.push_back(std::move(tier));
  // "POLE 1. LUDZIE" above "Cel: …" is the name of an area.
  std::erase_if(tiers, [&](const Tier& tier) {
    const bool areas =
        std::ranges::all_of(tier.lines, [&](const SchemeLine& line) { return goal_below(line.segment); });
    for (const SchemeLine& line : tier.lines)
      if (areas) labels_[line.segment + 1]->bare = false;
    return areas;
  });
  if (tiers.empty()) return;
  std::stable_sort(tiers.begin(), tiers.end(), [](const Tier& a, const Tier& b) {
    return std::pair(a.depth(), a.lines.front().segment) < std::pair(b.depth(), b.lines.front().segment);
  });

  // What the numbers go on: another tier's, or known goals'; and the known goals that go on them.
  std::map<std::vector<int>, GoalLevelRank> known;
  for (const auto& label : labels_)
    if (label && !label->bare && label->number && label->labels.size() == 1)
      known.emplace(label->number->parts, tree_.level_of(*label->labels.front(), label->number));
  const auto goes_on = [](const Tier& tier, auto&& has) {
    return std::ranges::all_of(tier.lines, [&](const SchemeLine& line) {
      const std::vector<int>& parts = line.number.parts;
      return parts.size() > 1 && has(std::vector<int>(parts.begin(), parts.end() - 1));
    });
  };
  const auto has_number = [](const Tier& tier, const std::vector<int>& parts) {
    return std::ranges::any_of(tier.lines,
                               [&](const SchemeLine& line) { return line.number.parts == parts; });
  };
  for (std::size_t t = 0; t < tiers.size(); ++t) {
    Tier& tier = tiers[t];
    for (std::size_t above = 0; above < tiers.size() && !tier.parent; ++above) {
      const bool numbered = tiers[above].depth() + 1 == tier.depth() &&
                            goes_on(tier, [&](const auto& parts) { return has_number(tiers[above], parts); });
      const bool begun_anew = above != t && tier.restarts && !tiers[above].restarts &&
                              tiers[above].depth() == tier.depth() &&
                              tiers[above].lines.front().segment < tier.lines.front().segment;
      if (numbered || begun_anew) tier.parent = above;
    }
    if (!tier.parent && goes_on(tier, [&](const auto& parts) { return known.contains(parts); })) {
      const std::vector<int>& parts = tier.lines.front().number.parts;
      tier.served = known.at({parts.begin(), parts.end() - 1});
    }
    const std::size_t first = tier.lines.front().segment;
    tier.announced = first > 0 && heads_goals(first - 1);
    // Nothing else in the document calls anything goals.
    tier.leads =
        known.empty() && tiers.size() == 1 && titled_ && may_call_goals(tier.noun) &&
        std::ranges::all_of(tier.lines, [&](const SchemeLine& line) { return leads_list(line.segment); });
    for (const auto& [parts, level] : known)
      tier.serves_goals =
          tier.serves_goals || (parts.size() == tier.depth() + 1 && level.rank > kStrategicRank &&
                                has_number(tier, {parts.begin(), parts.end() - 1}));
  }

  std::vector<std::optional<GoalLevelRank>> levels(tiers.size());
  for (std::size_t t = 0; t < tiers.size(); ++t) {
    const Tier& tier = tiers[t];
    const bool has_tier =
        std::ranges::any_of(tiers, [&](const Tier& below) { return below.parent == t; }) || tier.serves_goals;
    std::optional<GoalLevelRank> above = tier.parent ? levels[*tier.parent] : tier.served;
    if (above && above->level == GoalLevel::action) continue;
    const bool means = begins(tables_.means, folded_words(tier.noun));
    if (!above) {
      if (has_tier || tier.announced || tier.leads)
        levels[t] = GoalLevelRank{GoalLevel::strategic, kStrategicRank - 1};
    } else if (above->level == GoalLevel::strategic && !means) {
      levels[t] = below(GoalLevel::strategic);
    } else {
      levels[t] = GoalLevelRank{};
    }
  }
  for (std::size_t t = 0; t < tiers.size(); ++t) {
    if (!levels[t]) continue;
    const Label& label = own_labels_.emplace_back(
        Label{Phrase(tiers[t].noun), LabelForm::numbered, levels[t]->level, levels[t]->rank, {}});
    for (const SchemeLine& line : tiers[t].lines)
      labels_[line.segment] =
          LabelMatch{{&label}, line.number, line.colon,
                     false,    {},          std::string_view(segments_[line.segment].text).substr(line.rest)};
  }
}

// Whether right below the segment "Cel: …" or "Cel strategiczny: …" stands, which has no number.
bool GoalReader::goal_below(std::size_t i) const {
  if (i + 1 >= segments_.size() || !labels_[i + 1]) return false;
  const LabelMatch& below = *labels_[i + 1];
  const Label& label = *below.labels.front();
  return below.colon && !below.rest.empty() && !below.number && below.labels.size() == 1 &&
         (label.form == LabelForm::goal || label.form == LabelForm::numbered) && label.group.empty() &&
         label.level != GoalLevel::action && label.level != GoalLevel::main;
}

// Whether no heading and no sentence of the document names goals, but such as have the noun, too:
// "Aspiracjami nazwano cele strategiczne."
bool GoalReader::may_call_goals(std::string_view noun) const {
  constexpr std::size_t kStem = 6;
  bool announced = false;
  for (const Segment& segment : segments_) {
    const FoldedWords words = folded_words(segment.text);
    bool goals = false, named = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
      named = named ||
              (!noun.empty() && words[at].text.starts_with(noun.substr(0, std::min(kStem, noun.find(' ')))));
      for (const Label& label : tables_.labels_at(words, at, LabelForm::announce))
        goals = goals || (label.form == LabelForm::announce && label.level != GoalLevel::action &&
                          label.phrase.match(words, at, true) > 0);
    }
    if (goals && named) return true;
    announced = announced || goals;
  }
  return !announced;
}

// "Nazwa: Dom sąsiedzki" in the cards below "7. Lista przedsięwzięć": each gives one.
void GoalReader::find_cards() {
  constexpr std::size_t kFarthest = 200, kLongestHead = 80;  // segments; bytes
  for (std::size_t i = 0; titled_ && i + 1 < segments_.size(); ++i) {
    const Segment& head = segments_[i];
    if (head.text.size() > kLongestHead || head.row > 0 ||
        !tables_.listings.begins(folded_words(head.body())))
      continue;
    std::vector<std::size_t> cards;
    for (std::size_t k = i + 1; k < std::min(segments_.size(), i + kFarthest); ++k) {
      const Segment& segment = segments_[k];
      if (head.marker.number && segment.marker.number && segment.blank_before > 0 &&
          shape_of(*head.marker.number) == shape_of(*segment.marker.number))
        break;
      if (!labels_[k] && segment.row == 0 &&
          without_name_label(segment.body()).size() < segment.body().size())
        cards.push_back(k);
    }
    if (cards.size() < 2) continue;
    const Label& label = own_labels_.emplace_back(
        Label{tables_.names[0], LabelForm::numbered, GoalLevel::action, kActionRank, {}});
    for (const std::size_t k : cards)
      labels_[k] = LabelMatch{{&label}, std::nullopt, true,
                              false,    {},           utf8::trim(without_name_label(segments_[k].body()))};
  }
}

// "Kierunek 1" and "Działanie 1.1" in a document that calls nothing its goals: the directions are these. The
// same where "Cele:" stands below each of them, above "1.1" and "1.2".
void GoalReader::raise_directions() {
  std::map<const Label*, std::vector<std::size_t>> outer;  // of one part
  std::set<std::vector<int>> numbers, served;
  std::vector<std::size_t> lists;  // what stands below the directions
  for (std::size_t i = 0; titled_ && i < segments_.size(); ++i) {
    const auto& label = labels_[i];
    if (!label || label->bare) continue;
    const Label& first = *label->labels.front();
    if (first.form == LabelForm::list && first.level != GoalLevel::action) {
      const auto number = i + 1 < segments_.size() ? segments_[i + 1].marker.number : std::nullopt;
      if (!label->rest.empty() || label->labels.size() > 1 || !number || number->parts.size() != 2) return;
      served.insert({number->parts.front()});
      lists.push_back(i);
      continue;
    }
    if (first.level != GoalLevel::action || first.form > LabelForm::list) return;
    if (!label->number || label->number->letter) continue;
    const std::vector<int>& parts = label->number->parts;
    if (parts.size() == 1 && !label->rest.empty()) {
      outer[&first].push_back(i);
      numbers.insert(parts);
    } else if (parts.size() == 2) {
      served.insert({parts.front()});
    }
  }
  if (outer.size() != 1 || served.empty() || outer.begin()->second.size() < 2 ||
      !std::ranges::includes(numbers, served))
    return;
  const Label& known = *outer.begin()->first;
  if (lists.empty() && !may_call_goals({})) return;
  const Label& label =
      own_labels_.emplace_back(Label{known.phrase, known.form, GoalLevel::strategic, kStrategicRank - 1, {}});
  for (const std::size_t i : outer.begin()->second) labels_[i]->labels = {&label};
  if (lists.empty()) return;
  const GoalLevelRank below_it = below(GoalLevel::strategic);
  const Label& list = own_labels_.emplace_back(Label{
      labels_[lists.front()]->labels.front()->phrase, LabelForm::list, below_it.level, below_it.rank, {}});
  for (const std::size_t i : lists) labels_[i]->labels = {&list};
}

// "Oś priorytetowa 1. Kapitał społeczny", each right above its one "Cel strategiczny: …": these are but
// areas.
void GoalReader::find_areas() {
  constexpr std::size_t kFewest = 2;
  std::map<const Label*, std::vector<std::size_t>> above;
  std::set<const Label*> others;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const auto& label = labels_[i];
    if (!label || label->bare || label->labels.size() > 1 || !label->number ||
        label->number->parts.size() > 1 || !label->labels.front()->group.empty() ||
        label->labels.front()->level != GoalLevel::strategic ||
        label->labels.front()->form > LabelForm::numbered)
      continue;
    const std::size_t next = i + (label->rest.empty() ? 2 : 1);
    const auto& below = next < labels_.size() ? labels_[next] : std::nullopt;
    const bool area = below && !below->bare && !below->number && below->labels.size() == 1 && below->colon &&
                      below->labels.front() != label->labels.front() &&
                      below->labels.front()->form == LabelForm::goal &&
                      below->labels.front()->level == GoalLevel::strategic;
    if (area)
      above[label->labels.front()].push_back(i);
    else
      others.insert(label->labels.front());
  }
  for (const auto& [label, of] : above) {
    if (of.size() < kFewest || others.contains(label)) continue;
    const Label& area =
        own_labels_.emplace_back(Label{label->phrase, label->form, label->level, kPriorityRank - 2, "area"});
    for (const std::size_t i : of) labels_[i]->labels = {&area};
  }
}

// "1." and "2.", or "A." and "B.", that begin anew right below "Priorytet I. …" and "Priorytet II. …".
void GoalReader::find_restarts() {
  constexpr std::size_t kLongestItem = 300;
  std::set<std::pair<const Label*, Family>> once;
  for (std::size_t i = 0; i + 1 < segments_.size(); ++i) {
    const auto& label = labels_[i];
    if (!label || label->bare || label->labels.size() > 1 || !label->number ||
        label->labels.front()->form > LabelForm::numbered ||
        label->labels.front()->level == GoalLevel::action)
      continue;
    const std::size_t first = i + (label->rest.empty() ? 2 : 1);
    if (first >= segments_.size() || labels_[first] || (first > i + 1 && labels_[i + 1])) continue;
    const Segment& segment = segments_[first];
    if (!segment.marker.number || segment.marker.number->parts != std::vector<int>{1} ||
        is_paragraph(segment.body(), kLongestItem))
      continue;
    if (!once.emplace(label->labels.front(), segment.marker.family).second)
      restarts_.insert(segment.marker.family);
  }
}

// Whether below each of the segments, close below its wording, a list begins.
bool GoalReader::leads_list(std::size_t i) const {
  constexpr std::size_t kFarthest = 3;  // segments
  for (std::size_t k = i + 1; k < std::min(segments_.size(), i + 1 + kFarthest); ++k) {
    const Segment& segment = segments_[k];
    if (segment.marker.family == Family::section || segment.row > 0) return false;
    if (segment.marker.family != Family::none || (labels_[k] && !labels_[k]->rest.empty())) return true;
  }
  return false;
}

// "Rozdział", "Tabela", "Wskaźnik": a noun that numbers something else.
bool GoalReader::names_no_goals(std::string_view noun) const {
  const FoldedWords words = folded_words(noun);
  // "W ramach celu 1", "Do osi 2"
  if (begins(tables_.references, words) || tables_.joints.contains(words.front())) return true;
  for (const PhraseList* list : {&tables_.parts, &tables_.captions, &tables_.chapters, &tables_.contents,
                                 &tables_.others, &tables_.columns, &tables_.whens, &tables_.furniture})
    if (begins(*list, words)) return true;
  return false;
}

// A heading of goals, or a sentence that announces them.
bool GoalReader::heads_goals(std::size_t i) const {
  if (labels_[i])
    return labels_[i]->labels.front()->form == LabelForm::list && labels_[i]->rest.empty() &&
           labels_[i]->labels.front()->level != GoalLevel::action;
  const std::string_view text = segments_[i].body();
  if (!text.ends_with(':')) return false;
  const FoldedWords words = folded_words(text);
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const Label& label : tables_.labels_at(words, at, LabelForm::announce))
      if (label.form == LabelForm::announce && label.level != GoalLevel::action &&
          label.phrase.match(words, at, true) > 0)
        return !of_another_document(words);
  return false;
}

}  // namespace szukajst::indexer::extract
