#include "indexer/write/input_ledger.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

#include "core/durable_file.h"
#include "core/hash.h"

namespace szukajst::indexer {
namespace {

constexpr std::string_view kMagic = "szukINP1";

struct Head {
  std::array<char, 8> magic{};
  std::uint64_t entries = 0, hash = 0;
};

std::string_view bytes_of(const void* data, std::size_t size) {
  return {static_cast<const char*>(data), size};
}

}  // namespace

std::filesystem::path InputLedger::path_of(const std::filesystem::path& index, std::uint64_t generation) {
  return index / ("inputs-" + std::to_string(generation));
}

InputLedger InputLedger::open(const std::filesystem::path& path) {
  InputLedger ledger;
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  Head head;
  if (error || !file || size < sizeof head) return ledger;
  file.read(reinterpret_cast<char*>(&head), sizeof head);
  const bool fits = bytes_of(head.magic.data(), head.magic.size()) == kMagic &&
                    (size - sizeof head) % sizeof(Entry) == 0 &&
                    head.entries == (size - sizeof head) / sizeof(Entry);
  if (!file || !fits) return ledger;
  std::vector<Entry> entries(head.entries);
  const std::size_t bytes = entries.size() * sizeof(Entry);
  file.read(reinterpret_cast<char*>(entries.data()), static_cast<std::streamsize>(bytes));
  if (!file || core::hash_of(bytes_of(entries.data(), bytes)) != head.hash) return ledger;
  ledger.entries_ = std::move(entries);
  return ledger;
}

std::optional<std::uint64_t> InputLedger::find(std::string_view id) const {
  const std::uint64_t key = core::hash_of(id);
  if (const auto changed = changed_.find(key); changed != changed_.end())
    return changed->second == 0 ? std::nullopt : std::optional(changed->second);
  const auto found = std::ranges::lower_bound(entries_, key, {}, &Entry::id);
  if (found == entries_.end() || found->id != key) return std::nullopt;
  return found->input;
}

void InputLedger::set(std::string_view id, std::uint64_t input) {
  if (find(id).value_or(0) != input) changed_[core::hash_of(id)] = input;
}

core::Result<core::Done> InputLedger::write(const std::filesystem::path& path) {
  std::vector<Entry> next;
  next.reserve(entries_.size() + changed_.size());
  for (const Entry& entry : entries_)
    if (!changed_.contains(entry.id)) next.push_back(entry);
  for (const auto& [id, input] : changed_)
    if (input != 0) next.push_back({id, input});
  if (next.empty() && entries_.empty()) return changed_.clear(), core::Done{};
  std::ranges::sort(next, {}, &Entry::id);
  const std::string_view bytes = bytes_of(next.data(), next.size() * sizeof(Entry));
  Head head{{}, next.size(), core::hash_of(bytes)};
  std::ranges::copy(kMagic, head.magic.begin());
  std::string file(bytes_of(&head, sizeof head));
  file += bytes;
  auto written = core::replace_file(path, file);
  if (!written) return written.error();
  entries_ = std::move(next);
  changed_.clear();
  return core::Done{};
}

}  // namespace szukajst::indexer
