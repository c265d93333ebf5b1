#include "cli/opened_index.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "core/data_folder.h"

namespace szukajst::cli {

int with_tables(const std::function<int(const Tables&)>& use) {
  const auto data = core::data_folder();
  const auto lexicon = language::Lexicon::open(data / "language");
  if (!lexicon) return print_error(lexicon.error()), kSomeFailed;
  const auto gazetteer = gazetteer::Gazetteer::load(data / "gazetteer");
  if (!gazetteer) return print_error(gazetteer.error()), kSomeFailed;
  return use({*lexicon, *gazetteer});
}

int with_indexes(const std::vector<std::filesystem::path>& indexes,
                 const std::function<int(const OpenedIndex&)>& use) {
  return with_tables([&](const Tables& tables) {
    const auto searcher = search::Searcher::open(indexes, tables.lexicon, tables.gazetteer);
    if (!searcher) return print_error(searcher.error()), kIndexUnusable;
    return use({tables.lexicon, tables.gazetteer, *searcher});
  });
}

}  // namespace szukajst::cli
