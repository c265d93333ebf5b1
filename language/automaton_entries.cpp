#include "language/automaton_entries.h"

#include <array>
#include <atomic>
#include <utility>

#include "language/form_share.h"

namespace szukajst::language {
namespace {

// Nothing for what is no entry. Its views are of the entry's bytes.
struct Parts {
  std::size_t cut_begin = 0, cut_end = 0;
  std::string_view ending, tags;
};
std::optional<Parts> parts_of(std::string_view entry) {
  if (entry.size() < 2) return std::nullopt;
  const auto count = [&](std::size_t i) {
    return (static_cast<std::size_t>(static_cast<unsigned char>(entry[i])) - 'A') & 0xffU;
  };
  const auto separator = entry.find(';', 2);
  const bool tags = separator != std::string_view::npos;
  return Parts{count(0), count(1), entry.substr(2, tags ? separator - 2 : separator),
               tags ? entry.substr(separator + 1) : std::string_view()};
}

std::optional<std::string> lemma(std::string_view form, std::size_t cut_begin, std::size_t cut_end,
                                 std::string_view ending) {
  if (cut_begin == Entry::kAll || cut_end == Entry::kAll) cut_begin = form.size(), cut_end = 0;
  if (cut_begin + cut_end > form.size()) return std::nullopt;
  std::string lemma(form.substr(cut_begin, form.size() - cut_begin - cut_end));
  return lemma += ending;
}

}  // namespace

std::optional<Decoded> decode_entry(std::string_view form, std::string_view entry) {
  const auto parts = parts_of(entry);
  if (!parts) return std::nullopt;
  auto of_form = lemma(form, parts->cut_begin, parts->cut_end, parts->ending);
  if (!of_form) return std::nullopt;
  return Decoded{*std::move(of_form), parts->tags};
}

std::optional<std::string> Entry::lemma_of(std::string_view form) const {
  return lemma(form, cut_begin, cut_end, ending);
}

struct RememberedEntries::OfNode {
  Cfsa2::Node node = 0;
  std::vector<Entry> entries;
};
struct RememberedEntries::Places {
  static constexpr std::size_t kCount = 1U << 15;
  std::array<std::atomic<const OfNode*>, kCount> all{};
};

RememberedEntries::RememberedEntries() : places_(std::make_unique<Places>()) {}
RememberedEntries::RememberedEntries(RememberedEntries&&) noexcept = default;
RememberedEntries& RememberedEntries::operator=(RememberedEntries&&) noexcept = default;
RememberedEntries::~RememberedEntries() {
  if (places_ == nullptr) return;
  for (const auto& place : places_->all) delete place.load();
}

std::span<const Entry> RememberedEntries::find(const Cfsa2& automaton, Cfsa2::Node node,
                                               std::vector<Entry>& read) const {
  auto& place = places_->all[(node * 0x9e3779b1U) >> 17];
  const OfNode* remembered = place.load(std::memory_order_acquire);
  if (remembered != nullptr && remembered->node == node) return remembered->entries;
  for_each_entry(automaton, node, [&](std::string_view entry) {
    const auto parts = parts_of(entry);
    if (!parts) return;
    read.push_back({parts->cut_begin, parts->cut_end, std::string(parts->ending), {}});
    split_alternatives(parts->tags, [&](std::string_view tag) {
      read.back().tags.push_back({std::string(tag), form_share(tag)});
    });
  });
  if (remembered != nullptr) return read;
  auto added = std::make_unique<const OfNode>(OfNode{node, std::move(read)});
  const std::span<const Entry> entries = added->entries;
  if (place.compare_exchange_strong(remembered, added.get(), std::memory_order_acq_rel)) {
    added.release();
    return entries;
  }
  read = added->entries;
  return read;
}

}  // namespace szukajst::language
