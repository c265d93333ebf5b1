#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/opened_index.h"
#include "cli/output.h"

namespace szukajst::cli {

int stats(const std::filesystem::path& index, bool json) {
  return with_indexes({index}, [&](const OpenedIndex& opened) {
    const auto statistics = opened.searcher.statistics();
    const nlohmann::ordered_json object{{"documents", statistics.documents},
                                        {"goals", statistics.goals},
                                        {"segments", statistics.segments},
                                        {"bytes", statistics.bytes},
                                        {"generation", statistics.generation}};
    if (json) {
      print_line(object.dump());
    } else {
      for (const auto& [name, value] : object.items()) print_line(name + "\t" + value.dump());
    }
    return finish_output() ? kDone : kSomeFailed;
  });
}

}  // namespace szukajst::cli
