#include "core/goal_wordings.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/index_format.h"
#include "core/suggestions.h"
#include "core/utf8.h"

namespace szukajst::core {
namespace {

// An official says whose document it is more clearly than a place that is named.
constexpr int kMentionsOfOfficial = 3;

bool runs(std::span<const std::uint32_t> starts, std::size_t size, std::size_t total) {
  return starts.size() == size + 1 && starts.front() == 0 && starts.back() == total &&
         std::is_sorted(starts.begin(), starts.end());
}

std::uint32_t hash_of(std::uint64_t before, std::uint32_t word) {
  const std::uint64_t both = (before << 32 | word) * 0x9E3779B97F4A7C15U;
  return static_cast<std::uint32_t>(both >> 32);
}

}  // namespace

GoalWords goal_words(const std::vector<std::string>& keys) {
  struct Word {
    std::size_t length;
    std::uint32_t hash;
    bool operator==(const Word&) const = default;
  };
  std::vector<Word> words;
  for (const std::string& key : keys)
    words.push_back({utf8::length(key), static_cast<std::uint32_t>(content_hash(key))});
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return a.length != b.length ? a.length > b.length : a.hash < b.hash;
  });
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() > kMostGoalWords) words.resize(kMostGoalWords);
  GoalWords hashes;
  for (const Word& word : words) hashes.push_back(word.hash);
  return hashes;
}

double alikeness(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t both = 0;
  for (const std::uint32_t word : a) both += std::find(b.begin(), b.end(), word) != b.end() ? 1U : 0U;
  return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

std::vector<std::uint32_t> likeness_keys(std::span<const std::uint32_t> words) {
  std::vector<std::uint32_t> keys;
  if (words.size() < 2) return keys;
  if (words.size() == 2) return {hash_of(words[0], words[1])};  // nothing is like it but the same
  const auto shared = static_cast<std::size_t>(std::ceil(kAlike * static_cast<double>(words.size()) - 1e-9));
  const std::size_t first = words.size() - shared + 3;
  for (std::size_t i = 0; i < first; ++i)
    for (std::size_t j = i + 1; j < first; ++j)
      for (std::size_t k = j + 1; k < first; ++k)
        keys.push_back(hash_of(hash_of(words[i], words[j]), words[k]));
  return keys;
}

std::uint32_t unit_of(const Record& record) {
  std::map<std::uint32_t, int> mentions;
  std::vector<std::uint32_t> order;
  const auto count = [&](const std::optional<Teryt>& code, int times) {
    if (!code) return;
    const std::uint32_t number = teryt_number(*code);
    if (mentions[number] == 0) order.push_back(number);
    mentions[number] += times;
  };
  for (const Official& official : record.officials) count(official.teryt, kMentionsOfOfficial);
  for (const Place& place : record.places)
    if (place.kind != PlaceKind::locality) count(place.teryt, std::max(1, place.mentions));
  const auto most = std::max_element(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return mentions[a] < mentions[b];
  });
  return most == order.end() ? 0 : *most;
}

void GoalWordingsWriter::add_document(std::uint32_t unit, const std::vector<GoalWords>& goals) {
  units_.push_back(unit);
  for (const GoalWords& goal : goals) {
    words_.insert(words_.end(), goal.begin(), goal.end());
    starts_.push_back(static_cast<std::uint32_t>(words_.size()));
  }
}

Result<Done> GoalWordingsWriter::write(const std::filesystem::path& path) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t goal = 0; goal + 1 < starts_.size(); ++goal) {
    const std::span words(words_.data() + starts_[goal], words_.data() + starts_[goal + 1]);
    for (const std::uint32_t key : likeness_keys(words))
      pairs.emplace_back(key, static_cast<std::uint32_t>(goal));
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<std::uint32_t> keys, goals;
  keys.reserve(pairs.size()), goals.reserve(pairs.size());
  for (const auto& [key, goal] : pairs) keys.push_back(key), goals.push_back(goal);
  ColumnsWriter file;
  file.add("unit", units_);
  file.add("goal.starts", starts_);
  file.add("goal.words", words_);
  file.add("key", keys);
  file.add("key.goal", goals);
  return file.write(path);
}

Result<GoalWordings> GoalWordings::open(const std::filesystem::path& path, std::size_t documents,
                                        std::size_t goals) {
  auto opened = Columns::open(path);
  if (!opened) return opened.error();
  GoalWordings all(std::move(*opened));
  const Columns& file = all.file_;
  all.units = file.get<std::uint32_t>("unit");
  all.starts_ = file.get<std::uint32_t>("goal.starts");
  all.words_ = file.get<std::uint32_t>("goal.words");
  all.keys_ = file.get<std::uint32_t>("key");
  all.key_goals_ = file.get<std::uint32_t>("key.goal");
  const bool whole = all.units.size() == documents && runs(all.starts_, goals, all.words_.size()) &&
                     all.keys_.size() == all.key_goals_.size() &&
                     std::all_of(all.key_goals_.begin(), all.key_goals_.end(),
                                 [&](std::uint32_t goal) { return goal < goals; });
  if (!whole)
    return Error{ErrorCode::malformed,
                 "the file " + path.string() + " does not fit the manifest of its index"};
  return all;
}

std::span<const std::uint32_t> GoalWordings::with_key(std::uint32_t key) const {
  const auto [begin, end] = std::equal_range(keys_.begin(), keys_.end(), key);
  return key_goals_.subspan(static_cast<std::size_t>(begin - keys_.begin()),
                            static_cast<std::size_t>(end - begin));
}

std::filesystem::path goal_wordings_path(const std::filesystem::path& segment) {
  return segment / "goals";
}

}  // namespace szukajst::core
