#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/opened_index.h"
#include "cli/output.h"

namespace szukajst::cli {

int check(const std::filesystem::path& index) {
  return with_indexes({index}, [&](const OpenedIndex& opened) {
    const auto findings = opened.searcher.check();
    for (const auto& finding : findings) print_error(finding);
    if (!findings.empty()) return kIndexUnusable;
    print_line(index.string() + ": " + std::to_string(opened.searcher.statistics().documents) +
               " documents, all is well");
    return finish_output() ? kDone : kSomeFailed;
  });
}

}  // namespace szukajst::cli
