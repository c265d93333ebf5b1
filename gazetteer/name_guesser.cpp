#include "gazetteer/name_guesser.h"

#include <algorithm>
#include <cmath>

#include "core/utf8.h"

namespace szukajst::gazetteer {

namespace {

constexpr std::size_t kLongestEnding = 7;  // letters of a form that are looked at
constexpr std::size_t kTypicalEnding = 3;  // letters by which cases and regions differ
constexpr double kTrust = 1.5;             // what the shares of a shorter ending weigh, in forms
constexpr double kBackground = 25;         // what the shares of all Poland weigh in a voivodeship's, in names
constexpr double kUnseen = 0.3;            // what an ending counts that no name has

bool begins_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// The last `letters` letters; the whole where there are fewer.
std::string_view ending(std::string_view name, std::size_t letters) {
  std::size_t at = name.size();
  for (; at > 0 && letters > 0; --at)
    if (begins_letter(name[at - 1])) --letters;
  return name.substr(at);
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return name.ends_with(e); });
}

char gender_of(std::string_view nominative, const std::vector<NameGuesser::Form>& forms) {
  std::string_view genitive, locative;
  for (const NameGuesser::Form& form : forms) {
    if (form.name_case == NameCase::genitive && genitive.empty()) genitive = form.text;
    if (form.name_case == NameCase::locative && locative.empty()) locative = form.text;
  }
  if (ends_with_any(locative, {"ach", "ych", "ich"})) return 'p';
  if (ends_with_any(nominative, {"o", "e"})) return 'n';
  if (nominative.ends_with("a") || ends_with_any(genitive, {"i", "y"})) return 'f';
  return 'm';
}

std::string key_of(NameCase name_case, std::string_view last_letters) {
  std::string key(1, static_cast<char>('0' + static_cast<int>(name_case)));
  key += last_letters;
  return key;
}

}  // namespace

void NameGuesser::count(std::string key, std::size_t change) {
  std::vector<Seen>& seen = seen_[std::move(key)];
  const auto at = std::find_if(seen.begin(), seen.end(), [&](const Seen& s) { return s.change == change; });
  if (at == seen.end())
    seen.push_back({change, 1});
  else
    at->times += 1;
}

void NameGuesser::add(std::string_view nominative, const std::vector<Form>& forms, const core::Teryt& unit) {
  const std::string last(ending(nominative, kTypicalEnding));
  for (Region* region : {&poland_, &voivodeships_[unit.text().substr(0, 2)]}) {
    region->endings[last] += 1;
    region->names += 1;
  }
  const char gender = gender_of(nominative, forms);
  for (const Form& form : forms) {
    std::size_t shared = 0;
    while (shared < std::min(form.text.size(), nominative.size()) && form.text[shared] == nominative[shared])
      ++shared;
    while (shared > 0 && ((shared < form.text.size() && !begins_letter(form.text[shared])) ||
                          (shared < nominative.size() && !begins_letter(nominative[shared]))))
      --shared;
    Change change{std::string(form.text.substr(shared)), std::string(nominative.substr(shared)), gender};
    std::vector<std::size_t>& alike = changes_by_tail_[change.form_tail + '>' + change.nominative_tail];
    auto known =
        std::find_if(alike.begin(), alike.end(), [&](std::size_t i) { return changes_[i] == change; });
    if (known == alike.end()) {
      changes_.push_back(std::move(change));
      alike.push_back(changes_.size() - 1);
      known = std::prev(alike.end());
    }
    std::string_view before;
    for (std::size_t letters = 0; letters <= kLongestEnding; ++letters) {
      const std::string_view letters_of_form = ending(form.text, letters);
      if (letters > 0 && letters_of_form.size() == before.size()) break;
      before = letters_of_form;
      count(key_of(form.name_case, letters_of_form), *known);
    }
  }
}

// How much more usual the ending is in the voivodeship than elsewhere, as a logarithm.
double NameGuesser::habit(std::string_view nominative, const core::Teryt* voivodeship) const {
  if (voivodeship == nullptr) return 0;
  const auto region = voivodeships_.find(voivodeship->text().substr(0, 2));
  if (region == voivodeships_.end()) return 0;
  const std::string last(ending(nominative, kTypicalEnding));
  const auto count = [&](const Region& where) {
    const auto at = where.endings.find(last);
    return at == where.endings.end() ? 0.0 : at->second;
  };
  const double share = (count(poland_) + kUnseen) / (poland_.names + 1);
  return std::log((count(region->second) / share + kBackground) / (region->second.names + kBackground));
}

std::vector<NameGuesser::Guess> NameGuesser::nominatives(std::string_view form, NameCase name_case,
                                                         const core::Teryt* voivodeship) const {
  const auto times = [&](std::string_view last) {
    const auto seen = seen_.find(key_of(name_case, last));
    double all = 0;
    if (seen != seen_.end())
      for (const Seen& one : seen->second) all += one.times;
    return all;
  };
  const double typical = std::log((times(ending(form, kTypicalEnding)) + kUnseen) / (times({}) + 1));
  std::unordered_map<std::size_t, double> shares;  // by change, over ever longer endings
  std::string_view before;
  for (std::size_t letters = 0; letters <= kLongestEnding; ++letters) {
    const std::string_view last = ending(form, letters);
    if (letters > 0 && last.size() == before.size()) break;
    before = last;
    const auto seen = seen_.find(key_of(name_case, last));
    if (seen == seen_.end()) break;
    const double all = times(last);
    for (auto& [change, share] : shares) share *= kTrust / (all + kTrust);
    for (const Seen& one : seen->second) shares[one.change] += one.times / (all + kTrust);
  }
  std::vector<Guess> guesses;
  for (const auto& [index, share] : shares) {
    const Change& change = changes_[index];
    if (!form.ends_with(change.form_tail)) continue;
    const std::string_view stem = form.substr(0, form.size() - change.form_tail.size());
    if (stem.size() < 2) continue;
    std::string nominative = std::string(stem) + change.nominative_tail;
    const double log_share = typical + std::log(share) + habit(nominative, voivodeship);
    guesses.push_back({std::move(nominative), change.gender, log_share});
  }
  return guesses;
}

}  // namespace szukajst::gazetteer
