#include "cli/opened_index.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "core/data_folder.h"

namespace szukajst::cli {

int with_index(const std::filesystem::path& index, const std::function<int(const OpenedIndex&)>& use) {
  const auto data = core::data_folder();
  const auto lexicon = language::Lexicon::open(data / "language");
  if (!lexicon) return print_error(lexicon.error()), kSomeFailed;
  const auto gazetteer = gazetteer::Gazetteer::load(data / "gazetteer");
  if (!gazetteer) return print_error(gazetteer.error()), kSomeFailed;
  const auto searcher = search::Searcher::open(index, *lexicon, *gazetteer);
  if (!searcher) return print_error(searcher.error()), kIndexUnusable;
  return use({*lexicon, *gazetteer, *searcher});
}

}  // namespace szukajst::cli
