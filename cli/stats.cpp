#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/opened_index.h"
#include "cli/output.h"
#include "core/index_format.h"

namespace szukajst::cli {
namespace {

// The bytes of each part of the index, over all segments: of columns, tokens, texts and the others.
std::map<std::string, std::uint64_t> bytes_by_part(const std::filesystem::path& index) {
  std::map<std::string, std::uint64_t> parts;
  if (const auto manifest = core::read_manifest(index))
    for (const core::SegmentInfo& segment : manifest->segments)
      for (const auto& [name, bytes] : segment.files) parts[name] += bytes;
  return parts;
}

}  // namespace

int stats(const std::filesystem::path& index, bool json) {
  return with_indexes({index}, [&](const OpenedIndex& opened) {
    const auto statistics = opened.searcher.statistics();
    const nlohmann::ordered_json object{
        {"documents", statistics.documents},   {"goals", statistics.goals},
        {"segments", statistics.segments},     {"bytes", statistics.bytes},
        {"generation", statistics.generation}, {"parts", bytes_by_part(index)}};
    if (json) {
      print_line(object.dump());
    } else {
      for (const auto& [name, value] : object.items()) {
        if (!value.is_object()) print_line(name + "\t" + value.dump());
        if (value.is_object())
          for (const auto& [part, bytes] : value.items()) print_line("  " + part + "\t" + bytes.dump());
      }
    }
    return finish_output() ? kDone : kSomeFailed;
  });
}

}  // namespace szukajst::cli
