// Levels that bear a number instead of a name: "Poziom I – CEL GŁÓWNY", "Poziom II: Zdrowi mieszkańcy",
// "Poziom III – 1.2" above its wording.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;
using Family = Marker::Family;

namespace {

constexpr int kMostTiers = 4;

// "Poziom II", and where the text goes on behind it.
struct TierName {
  int tier = 0;
  std::size_t rest = 0;
};

std::optional<TierName> tier_name(std::string_view text, std::span<const FoldedWord> words, std::size_t at,
                                  const GoalRules::Tables& tables) {
  if (!begins(tables.tiers, words, at) || at + 1 >= words.size()) return std::nullopt;
  const auto number = read_number(text, words[at + 1].begin);
  const bool counted = number && number->parts.size() == 1 && !number->letter && !number->code;
  const int tier = counted ? number->parts.front() : ordinal_value(words, at + 1, tables);
  if (tier < 1 || tier > kMostTiers) return std::nullopt;
  const std::size_t end = counted ? number->end : words[at + 1].end;
  return TierName{tier, std::min(text.find_first_not_of(".:) ", end), text.size())};
}

}  // namespace

// What the document says that its levels are: "poziom I to cel nadrzędny, poziom II – cele strategiczne".
std::map<int, GoalLevelRank> GoalReader::told_tiers() const {
  constexpr std::size_t kFarthest = 8;  // words
  std::map<int, GoalLevelRank> told;
  for (const Segment& segment : segments_) {
    const FoldedWords words = folded_words(segment.text);
    int tier = 0;
    std::size_t since = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (const auto name = tier_name(segment.text, words, at, tables_)) tier = name->tier, since = at;
      if (tier == 0 || at - since > kFarthest || told.contains(tier)) continue;
      for (const Label& label : tables_.labels_at(words, at))
        if (label.level && (labels_goals(label.form) || label.form == LabelForm::announce) &&
            label.group.empty() && label.phrase.match(words, at, true) > 0) {
          told.emplace(tier, GoalLevelRank{*label.level, label.rank});
          break;
        }
    }
  }
  return told;
}

// What the document calls its levels: "Azymut to nasz cel nadrzędny", "Ścieżki to cele operacyjne", "Kroki to
// działania": the noun's letters that all its forms begin with.
std::vector<GoalReader::NamedTier> GoalReader::legend() const {
  constexpr std::size_t kLongest = 240, kNear = 4, kShortestStem = 3;  // bytes; words; letters
  constexpr std::size_t kMost = 8;                                     // no document has more levels
  std::vector<NamedTier> named;
  for (std::size_t i = 0; i < segments_.size() && named.size() < kMost; ++i) {
    std::string_view text = segments_[i].body();
    if (text.size() > kLongest || segments_[i].row > 0) continue;
    while (!text.empty()) {
      const std::size_t end = std::min(sentence_end(text, tables_), text.size());
      const std::string_view sentence = text.substr(0, end);
      text = utf8::trim(text.substr(std::min(text.size(), end + 1)));
      const FoldedWords words = folded_words(sentence, 2 * kNear);
      if (words.size() < 3 || !starts_upper(sentence) || !begins(tables_.equals, words, 1)) continue;
      for (std::size_t at = 2; at < std::min(words.size(), kNear); ++at) {
        const Label* found = nullptr;
        for (const Label& label : tables_.labels_at(words, at))
          if (!found && label.level && (labels_goals(label.form) || label.form == LabelForm::announce) &&
              label.group != "area" && label.group != "loose" && label.phrase.match(words, at, true) > 0)
            found = &label;
        if (!found) continue;
        std::string_view stem = words[0].text;
        while (stem.size() > kShortestStem &&
               std::string_view("aeiouy").find(stem.back()) != std::string_view::npos)
          stem.remove_suffix(1);
        // "Cel" is a label itself.
        if (tables_.goal_phrases.begins(words, 0) &&
            tables_.labels_at(words, 0).begin() != tables_.labels_at(words, 0).end() &&
            read_label(sentence, tables_) && !read_label(sentence, tables_)->bare)
          break;
        named.push_back({std::string(stem), {*found->level, found->rank}, i});
        break;
      }
    }
  }
  return named;
}

// Lines that begin with such a noun: "Ścieżka N-1: Nowe drogi", "FILAR ZIELONY" above its wording.
void GoalReader::find_named_tiers() {
  constexpr std::size_t kMostWords = 3, kLongestEnding = 3;  // letters of a case
  const std::vector<NamedTier> named = legend();
  std::set<GoalLevel> levels;
  for (const NamedTier& tier : named) levels.insert(tier.level.level);
  if (levels.size() < 2) return;
  for (const NamedTier& tier : named) {
    const Label& label = own_labels_.emplace_back(
        Label{tables_.tiers[0], LabelForm::numbered, tier.level.level, tier.level.rank, {}});
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Segment& segment = segments_[i];
      const std::string_view body = segment.body();
      if (segment.row > 0 || i == tier.legend || (labels_[i] && labels_[i]->labels.front()->group != "area"))
        continue;
      const FoldedWords words = folded_words(body, kMostWords + 1);
      if (words.empty() || !starts_upper(body) || !words[0].text.starts_with(tier.stem) ||
          words[0].text.size() > tier.stem.size() + kLongestEnding)
        continue;
      const std::size_t colon = body.find(": ");
      const std::string_view head = body.substr(0, colon);
      // "Ścieżki wokół jeziora" says more.
      const bool alone = colon == std::string_view::npos && words.size() <= kMostWords &&
                         i + 1 < segments_.size() && segments_[i + 1].blank_before == 0 &&
                         !body.ends_with('.');
      if (!alone && (colon == std::string_view::npos || folded_words(head).size() > kMostWords + 1)) continue;
      const std::string_view rest = alone ? std::string_view() : utf8::trim(body.substr(colon + 1));
      LabelMatch match{{&label}, std::nullopt, !alone, false, {}, rest};
      if (head.find_first_of("0123456789") != std::string_view::npos) {
        Number number;
        number.printed = std::string(utf8::trim(head.substr(words[0].end)));
        number.code = true;
        for (std::size_t at = 0; at < number.printed.size(); ++at)
          if (utf8::is_digit(static_cast<unsigned char>(number.printed[at])) &&
              (at == 0 || !utf8::is_digit(static_cast<unsigned char>(number.printed[at - 1]))) &&
              number.parts.size() < 4)
            number.parts.push_back(std::atoi(number.printed.c_str() + at) % 100);
        match.number = std::move(number);
      }
      labels_[i] = std::move(match);
    }
  }
}

void GoalReader::find_tiers() {
  struct TierLine {
    std::size_t segment;
    TierName name;
  };
  std::vector<TierLine> lines;
  std::map<int, int> times;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    if (segment.row > 0 || segment.marker.number || labels_[i] || !starts_upper(segment.body())) continue;
    const auto name = tier_name(segment.body(), folded_words(segment.body(), 2), 0, tables_);
    if (!name) continue;
    lines.push_back({i, *name});
    ++times[name->tier];
  }
  if (times.size() < 2 || times.begin()->first != 1) return;
  std::map<int, GoalLevelRank> levels = told_tiers();
  if (!levels.contains(1))
    levels[1] = times[1] == 1 && times[2] > 1 ? GoalLevelRank{GoalLevel::main, kMainRank}
                                              : GoalLevelRank{GoalLevel::strategic, kStrategicRank};
  for (int tier = 2; tier <= kMostTiers; ++tier)
    if (!levels.contains(tier)) {
      const GoalLevelRank above = levels[tier - 1];
      levels[tier] =
          above.level == GoalLevel::action ? GoalLevelRank{above.level, above.rank + 1} : below(above.level);
    }
  std::map<int, const Label*> labels;
  for (const auto& [tier, level] : levels)
    labels[tier] =
        &own_labels_.emplace_back(Label{tables_.tiers[0], LabelForm::numbered, level.level, level.rank, {}});
  for (const auto& [i, name] : lines) {
    Segment& segment = segments_[i];
    const std::string_view text = segment.body();
    std::string_view rest = text.substr(name.rest);
    bool set_apart = rest.empty() || text.substr(0, name.rest).find_first_of(".:)") != std::string::npos;
    for (const std::string_view mark : {"– ", "— ", "- "})
      if (rest.starts_with(mark)) rest = utf8::trim(rest.substr(mark.size())), set_apart = true;
    // "POZIOM I – CEL GŁÓWNY": the name tells more.
    const std::string_view inside = rest.starts_with('(') ? rest.substr(1, rest.size() - 2) : rest;
    if (auto label = read_label(inside, tables_); label && !label->bare && label->rest.empty()) {
      segment.text = std::string(inside);
      segment.marker = {};
      labels_[i] = read_label(segment.text, tables_);
      continue;
    }
    if (!set_apart) continue;
    LabelMatch match{{labels.at(name.tier)}, std::nullopt, true, false, {}, rest};
    if (auto number = read_number(rest, 0); number && !number->letter) {
      match.rest =
          utf8::trim(rest.substr(std::min(rest.find_first_not_of(".:) –", number->end), rest.size())));
      match.number = std::move(number);
    }
    labels_[i] = std::move(match);
  }
}

}  // namespace szukajst::indexer::extract
