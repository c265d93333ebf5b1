// Labels behind the wording: "Zdrowa gmina (cel strategiczny 1)", "Lekarz w gminie [cel operacyjny 1.1]".
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
namespace {

// What stands in brackets at the end of a text, and where they open; nothing where no brackets close it.
std::optional<std::pair<std::string_view, std::size_t>> in_brackets(std::string_view text) {
  if (!text.ends_with(')') && !text.ends_with(']')) return std::nullopt;
  const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos) return std::nullopt;
  return std::pair(utf8::trim(text.substr(open + 1, text.size() - open - 2)), open);
}

// The label that is all of the text, with its number.
std::optional<LabelMatch> whole_label(std::string_view text, const GoalRules::Tables& tables) {
  constexpr std::size_t kLongestLabel = 60;  // bytes
  if (text.size() > kLongestLabel) return std::nullopt;
  auto label = read_label(text, tables);
  if (!label || !label->rest.empty() || !label->tail.empty() || label->bare || label->labels.size() > 1)
    return std::nullopt;
  const Label& first = *label->labels.front();
  const bool goal = first.form == LabelForm::goal || (label->number && first.form == LabelForm::numbered);
  if (!goal || first.group == "area") return std::nullopt;
  return label;
}

std::string capitalised(std::string_view text) {
  std::size_t first = 0;
  std::string result;
  utf8::append(result, utf8::upper(utf8::next(text, first)));
  return result.append(text.substr(first));
}

}  // namespace

std::optional<LabelBehind> label_behind(std::string_view text, const GoalRules::Tables& tables) {
  if (text.ends_with('.') || text.ends_with(':')) text.remove_suffix(1);
  const auto brackets = in_brackets(text);
  if (!brackets || brackets->second == 0 || text[brackets->second - 1] != ' ') return std::nullopt;
  const std::string_view before = utf8::trim(text.substr(0, brackets->second));
  if (!starts_upper(before) || before.find(": ") != std::string_view::npos) return std::nullopt;
  auto label = whole_label(brackets->first, tables);
  if (!label) return std::nullopt;
  return LabelBehind{before, brackets->first, *std::move(label)};
}

std::optional<Number> number_behind(std::string_view text) {
  const auto brackets = in_brackets(text);
  if (!brackets || brackets->second == 0 || text[brackets->second - 1] != ' ') return std::nullopt;
  auto number = read_number(brackets->first, 0);
  if (!number || number->end != brackets->first.size() || number->parts.size() < 2) return std::nullopt;
  return number;
}

// "(cel strategiczny nr 1)" on a line of its own: below the wording it is set behind it, above it the
// brackets are taken away. Which of the two a document means is told by where empty lines stand.
void GoalReader::free_labels_in_brackets() {
  std::vector<std::size_t> found;
  std::size_t below = 0;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const std::string& text = segments_[i].text;
    const auto brackets = labels_[i] || segments_[i].row > 0 ? std::nullopt : in_brackets(text);
    if (!brackets || brackets->second != 0) continue;
    const auto label = whole_label(brackets->first, tables_);
    if (!label || !label->number) continue;
    const bool behind = !found.empty() && found.back() + 1 == i;
    below += i > 0 && segments_[i].blank_before == 0 && !labels_[i - 1] && !behind &&
             !segments_[i - 1].text.ends_with(':');
    found.push_back(i);
  }
  if (found.size() < 2) return;
  if (below < found.size()) {
    for (const std::size_t i : found) {
      segments_[i].text = capitalised(in_brackets(segments_[i].text)->first);
      labels_[i] = read_label(segments_[i].text, tables_);
    }
    return;
  }
  for (const std::size_t i : found) {
    segments_[i - 1].text += " " + segments_[i].text;
    segments_[i].text.clear();
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (segments_[i].text.empty()) continue;
    if (kept != i) segments_[kept] = std::move(segments_[i]), labels_[kept] = std::move(labels_[i]);
    ++kept;
  }
  segments_.erase(segments_.begin() + static_cast<std::ptrdiff_t>(kept), segments_.end());
  labels_.erase(labels_.begin() + static_cast<std::ptrdiff_t>(kept), labels_.end());
}

// "wyposażenie pracowni (G.1.1)" below "Szkoły dla firm (cel operacyjny G.1)".
void GoalReader::bring_numbers_forward() {
  std::set<std::vector<int>> known;
  for (const auto& label : labels_)
    if (label && label->number) known.insert(label->number->parts);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const auto number = labels_[i] || segments_[i].row > 0 || segments_[i].marker.number
                            ? std::nullopt
                            : number_behind(segments_[i].text);
    if (number && known.contains({number->parts.begin(), number->parts.end() - 1})) found.push_back(i);
  }
  if (found.size() < 2) return;
  for (const std::size_t i : found) {
    Segment& segment = segments_[i];
    const auto brackets = *in_brackets(segment.text);
    segment.text =
        std::string(brackets.first) + ". " +
        std::string(utf8::trim(std::string_view(segment.text)
                                   .substr(segment.marker.body, brackets.second - segment.marker.body)));
    segment.marker = read_marker(segment.text);
  }
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
    std::string text = capitalised(behind->inside) + ":";
    // "Odpowiedź (cel strategiczny):" stands above the wording.
    if (!segment.text.ends_with(':')) text += " " + std::string(behind->before);
    segment.text.replace(segment.marker.body, std::string::npos, text);
    labels_[i] = read_label(segment.text, tables_);
  }
  bring_numbers_forward();
}

}  // namespace szukajst::indexer::extract
