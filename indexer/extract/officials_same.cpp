// Which of the officials found are one person, or hold one post by another.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/officials_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

// "radnego Krzysztofa Buła" beside "radny Krzysztof Buła": a surname that was not declined, and no Buł.
void OfficialsFinder::take_undeclined() {
  const auto surname_of = [](const core::Official& official) {
    return std::string_view(official.name).substr(official.name.rfind(' ') + 1);
  };
  const auto declined_twin = [&](const core::Official& official, const core::Official& other) {
    // The other's name is longer by the ending that was taken for a case's.
    if (other.name.size() != official.name.size() + 1 || !other.name.starts_with(official.name)) return false;
    if (other.role != official.role || other.unit != official.unit || official.evidence.empty()) return false;
    const FoldedWords words = folded_words(official.evidence.front().in(source_.text()));
    const std::string undeclined = folded_whole(surname_of(other));
    return std::ranges::any_of(words, [&](const FoldedWord& word) { return word.text == undeclined; });
  };
  std::vector<bool> gone(found_.size(), false);
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const auto twin = std::ranges::find_if(
        found_, [&](const core::Official& other) { return declined_twin(found_[i], other); });
    if (twin == found_.end()) continue;
    core::add_evidence(twin->evidence, found_[i].evidence);
    gone[i] = true;
  }
  keep_but(gone);
}

// Those that are gone are left out.
void OfficialsFinder::keep_but(const std::vector<bool>& gone) {
  std::vector<core::Official> kept;
  for (std::size_t i = 0; i < found_.size(); ++i)
    if (!gone[i]) kept.push_back(std::move(found_[i]));
  found_ = std::move(kept);
}

// "Piętka" and "Pietka" of one office are one person: the spelling that has its diacritics, unless the other
// is met more than twice as often.
void OfficialsFinder::merge_spellings() {
  take_undeclined();
  std::unordered_map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < found_.size(); ++i)
    if (found_[i].unit) alike[utf8::fold(found_[i].name) + "|" + *found_[i].unit].push_back(i);
  std::unordered_map<std::string_view, std::size_t> met;
  for (const Person& person : persons_.all()) ++met[person.name];
  std::vector<bool> gone(found_.size(), false);
  for (const auto& [key, indexes] : alike) {
    const auto other = [&](std::size_t i) { return found_[i].name != found_[indexes.front()].name; };
    if (std::none_of(indexes.begin(), indexes.end(), other)) continue;
    std::string best = found_[indexes.front()].name;
    for (const std::size_t i : indexes) {
      const std::string& name = found_[i].name;
      // Letters with diacritics take more bytes than those without.
      const bool marked = name.size() > best.size();
      if (marked ? 2 * met[name] >= met[best] : name.size() < best.size() && met[name] > 2 * met[best])
        best = name;
    }
    for (const std::size_t i : indexes) {
      found_[i].name = best;
      const auto same = std::find_if(indexes.begin(), indexes.end(), [&](std::size_t j) {
        return j < i && !gone[j] && found_[j].role == found_[i].role;
      });
      if (same == indexes.end()) continue;
      core::add_evidence(found_[*same].evidence, found_[i].evidence);
      gone[i] = true;
    }
  }
  keep_but(gone);
}

// The list of a board's members names the starosta too, who is one by his office: he has that post alone.
void OfficialsFinder::drop_by_office() {
  std::unordered_map<std::string_view, std::string_view> by_office;
  for (const Role& role : tables_.roles)
    if (!role.by_office.empty()) by_office.emplace(role.role, role.by_office);
  std::unordered_multimap<std::string, std::string> roles;  // by name
  for (const core::Official& official : found_) roles.emplace(official.name, official.role);
  std::erase_if(found_, [&](const core::Official& official) {
    const auto known = by_office.find(official.role);
    if (known == by_office.end()) return false;
    const std::string offices = "|" + std::string(known->second) + "|";
    const auto [begin, end] = roles.equal_range(official.name);
    return std::any_of(begin, end, [&](const auto& other) {
      return offices.find("|" + other.second + "|") != std::string::npos;
    });
  });
}

}  // namespace szukajst::indexer::extract
