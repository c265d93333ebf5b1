#include "gazetteer/name_guesser.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/utf8.h"

namespace szukajst::gazetteer {

namespace {

constexpr std::size_t kLongestEnding = 7;  // letters of a form that are looked at
constexpr std::size_t kTypicalEnding = 3;  // letters by which cases and regions differ
constexpr double kTrust = 1.5;             // what the shares of a shorter ending weigh, in forms
constexpr double kBackground = 15;         // what the shares of all Poland weigh in a region's, in names
constexpr double kUnseen = 0.3;            // what an ending counts that no name has
constexpr double kReach = 40;              // kilometres in which a name's weight falls to a third
constexpr double kHorizon = 250;           // kilometres from which names weigh nothing
constexpr double kHopeless = 1e-7;         // of the likeliest nominative's share: less is left out
// Letters of a nominative by which regions differ, and what each ending of so many tells.
constexpr std::array<std::pair<std::size_t, double>, 2> kTelling = {{{2, 0.5}, {3, 0.45}}};

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

bool is_vowel(std::string_view letter) {
  static constexpr std::array<std::string_view, 9> kVowels = {"a", "e", "i", "o", "u", "y", "ą", "ę", "ó"};
  return std::find(kVowels.begin(), kVowels.end(), letter) != kVowels.end();
}

// "Wielkie" + "a": two vowels that no name has side by side; "i" before a vowel is none.
bool clash(std::string_view stem, std::string_view tail) {
  std::size_t first = 1;
  while (first < tail.size() && !begins_letter(tail[first])) ++first;
  const std::string_view last = ending(stem, 1);
  return !tail.empty() && last != "i" && is_vowel(last) && is_vowel(tail.substr(0, first));
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

void NameGuesser::add(std::string_view nominative, const std::vector<Form>& forms,
                      const std::optional<Coordinates>& where) {
  names_ += 1;
  std::array<std::size_t, kTelling.size()> numbers{};
  for (std::size_t i = 0; i < kTelling.size(); ++i) {
    const std::string last(ending(nominative, kTelling[i].first));
    const std::size_t number = ending_numbers_.try_emplace(last, ending_numbers_.size()).first->second;
    endings_.resize(ending_numbers_.size());
    endings_[number] += 1;
    numbers[i] = number;
  }
  if (where) lying_.push_back({*where, numbers});
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

NameGuesser::Region NameGuesser::around(const Coordinates& point) const {
  Region region;
  region.endings_.resize(endings_.size());
  // Distances on a plane that touches the Earth at the point will do here.
  constexpr double kDegree = 111.2;  // kilometres of a degree of latitude
  const double of_longitude = kDegree * std::cos(point.latitude * std::numbers::pi / 180);
  for (const Lying& name : lying_) {
    const double x = of_longitude * (name.where.longitude - point.longitude);
    const double y = kDegree * (name.where.latitude - point.latitude);
    const double squared = x * x + y * y;
    if (squared > kHorizon * kHorizon) continue;
    const double weight = std::exp(-std::sqrt(squared) / kReach);
    for (const std::size_t number : name.endings) region.endings_[number] += weight;
    region.names_ += weight;
  }
  return region;
}

double NameGuesser::names_like(std::string_view nominative) const {
  const auto known = ending_numbers_.find(std::string(ending(nominative, kTypicalEnding)));
  return known == ending_numbers_.end() ? 0 : endings_[known->second];
}

// How much more usual the ending is in the region than elsewhere, as a logarithm.
double NameGuesser::habit(std::string_view nominative, const Region& region) const {
  double result = 0;
  for (const auto& [letters, telling] : kTelling) {
    const auto known = ending_numbers_.find(std::string(ending(nominative, letters)));
    const double all = known == ending_numbers_.end() ? 0 : endings_[known->second];
    const double here = known == ending_numbers_.end() ? 0 : region.endings_[known->second];
    const double share = (all + kUnseen) / (names_ + 1);
    result += telling * std::log((here / share + kBackground) / (region.names_ + kBackground));
  }
  return result;
}

std::vector<NameGuesser::Guess> NameGuesser::nominatives(std::string_view form, NameCase name_case,
                                                         const Region* region) const {
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
  double most = 0;
  for (const auto& [index, share] : shares) most = std::max(most, share);
  std::vector<Guess> guesses;
  for (const auto& [index, share] : shares) {
    if (share < kHopeless * most) continue;
    const Change& change = changes_[index];
    if (!form.ends_with(change.form_tail)) continue;
    const std::string_view stem = form.substr(0, form.size() - change.form_tail.size());
    if (stem.size() < 2 || clash(stem, change.nominative_tail)) continue;
    std::string nominative = std::string(stem) + change.nominative_tail;
    const double here = region == nullptr ? 0 : habit(nominative, *region);
    guesses.push_back({std::move(nominative), change.gender, typical + std::log(share), here});
  }
  return guesses;
}

}  // namespace szukajst::gazetteer
