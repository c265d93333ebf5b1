// Labels behind the wording: "Zdrowa gmina (cel strategiczny 1)", "Lekarz w gminie [cel operacyjny 1.1]".
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
std::optional<LabelBehind> label_behind(std::string_view text, const GoalRules::Tables& tables) {
  constexpr std::size_t kLongestLabel = 60;  // bytes
  if (text.ends_with('.') || text.ends_with(':')) text.remove_suffix(1);
  if (!text.ends_with(')') && !text.ends_with(']')) return std::nullopt;
  const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos || open == 0 || text[open - 1] != ' ') return std::nullopt;
  const std::string_view before = utf8::trim(text.substr(0, open)),
                         inside = text.substr(open + 1, text.size() - open - 2);
  if (inside.size() > kLongestLabel || !starts_upper(before) || before.find(": ") != std::string_view::npos)
    return std::nullopt;
  auto label = read_label(inside, tables);
  if (!label || !label->rest.empty() || !label->tail.empty() || label->bare || label->labels.size() > 1)
    return std::nullopt;
  const Label& first = *label->labels.front();
  const bool goal = first.form == LabelForm::goal || (label->number && first.form == LabelForm::numbered);
  if (!goal || first.group == "area") return std::nullopt;
  return LabelBehind{before, inside, *std::move(label)};
}

// Such labels are set before the wording, where the others are looked for. Two of them make a way of writing;
// but one that stands twice, or before a wording too, names a goal that stands elsewhere.
void GoalReader::bring_labels_forward() {
  std::vector<std::pair<std::size_t, std::string>> found;  // segments, and what their labels name
  std::map<std::string, int> times;
  const auto named = [](const LabelMatch& match) {
    return match.number ? std::to_string(match.labels.front()->rank) + ' ' + match.number->printed
                        : std::string();
  };
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (segments_[i].row > 0) continue;
    if (const auto& label = labels_[i]; label && !label->bare) {
      ++times[named(*label)];
    } else if (const auto behind = label_behind(segments_[i].body(), tables_)) {
      found.emplace_back(i, named(behind->label));
      ++times[found.back().second];
    }
  }
  std::erase_if(found, [&](const auto& label) { return !label.second.empty() && times[label.second] > 1; });
  if (found.size() < 2) return;
  for (const auto& [i, name] : found) {
    Segment& segment = segments_[i];
    const auto behind = label_behind(segment.body(), tables_);
    std::size_t first = 0;
    std::string text;
    utf8::append(text, utf8::upper(utf8::next(behind->inside, first)));
    // "Odpowiedź (cel strategiczny):" stands above the wording.
    text += std::string(behind->inside.substr(first)) + ":";
    if (!segment.text.ends_with(':')) text += " " + std::string(behind->before);
    segment.text.replace(segment.marker.body, std::string::npos, text);
    labels_[i] = read_label(segment.text, tables_);
  }
}

}  // namespace szukajst::indexer::extract
