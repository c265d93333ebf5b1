#include "indexer/pipeline.h"

#include <algorithm>
#include <utility>

#include "core/evidence.h"
#include "indexer/formats/decode.h"
#include "indexer/language_guess.h"
#include "indexer/write/mended_text.h"

namespace szukajst::indexer {
namespace {

// Where each page begins in the mended text: moved by what the repairs before it added or took. A page that
// begins inside a repair (of a word that the page border parts) begins behind it.
std::vector<std::size_t> moved(const std::vector<std::size_t>& page_starts,
                               const std::vector<core::Repair>& repairs) {
  std::vector<std::size_t> starts;
  starts.reserve(page_starts.size());
  std::size_t next = 0, added = 0, taken = 0;
  for (const std::size_t start : page_starts) {
    for (; next < repairs.size() && repairs[next].source.end <= start; ++next) {
      added += repairs[next].mended.size();
      taken += repairs[next].source.size();
    }
    const bool inside = next < repairs.size() && repairs[next].source.begin < start;
    const std::size_t mended_end = inside ? repairs[next].source.begin + repairs[next].mended.size() : start;
    starts.push_back(mended_end + added - taken);
  }
  return starts;
}

// Evidence in the mended text becomes that in the text as it stands.
void to_source(core::Record& record, std::string_view text, const std::vector<core::Repair>& repairs) {
  if (repairs.empty()) return;
  const MendedText mended(text, repairs);
  core::for_each_evidence(record, [&](core::EvidenceOf, std::size_t, core::Evidence& evidence) {
    core::Evidence found;
    for (const core::ByteRange range : evidence) core::add_evidence(found, mended.origin(range).source);
    evidence = std::move(found);
  });
}

}  // namespace

core::Result<std::unique_ptr<const Resources>> Resources::open(const std::filesystem::path& data) {
  const std::filesystem::path language_folder = data / "language";
  auto lexicon = language::Lexicon::open(language_folder);
  if (!lexicon) return lexicon.error();
  auto gazetteer = gazetteer::Gazetteer::load(data / "gazetteer");
  if (!gazetteer) return gazetteer.error();
  auto rules = extract::Rules::load(data / "extract");
  if (!rules) return rules.error();
  auto furniture = FurnitureTable::load(data / "clean");
  if (!furniture) return furniture.error();
  return std::unique_ptr<const Resources>(new Resources{
      *std::move(lexicon), *std::move(gazetteer), *std::move(rules), *std::move(furniture), language_folder});
}

Pipeline::Pipeline(const Resources& resources, language::Repairer repairer)
    : resources_(&resources), analyzer_(resources.lexicon), repairer_(std::move(repairer)) {
  analyzer_.use_names(resources.gazetteer.nominatives());
}

core::Result<Pipeline> Pipeline::create(const Resources& resources) {
  auto repairer = language::Repairer::open(resources.lexicon, resources.language_folder);
  if (!repairer) return repairer.error();
  repairer->add_words(resources.gazetteer.words());
  return Pipeline(resources, *std::move(repairer));
}

core::Result<ProcessedDocument> Pipeline::process(const RawInput& input) {
  auto decoded = decode(input);
  if (!decoded) return decoded.error();
  CleanDocument cleaned = clean(*decoded, resources_->furniture,
                                [this](std::string_view word) { return resources_->lexicon.contains(word); });

  ProcessedDocument document;
  document.text = std::move(cleaned.text);
  language::Mended mended = repairer_.repair(document.text.text);
  document.mended = {std::move(mended.text), moved(document.text.page_starts, mended.repairs)};

  const auto source =
      extract::source_text(document.mended, resources_->gazetteer, analyzer_, std::move(cleaned.title_hint));
  document.record = extract::extract(source, resources_->rules);
  to_source(document.record, document.text.text, mended.repairs);
  document.record.source = input.source;
  document.record.id = core::source_id(input.source);
  document.record.language = guess_language(document.text.text, decoded->language);
  document.record.pages = document.text.pages();
  document.record.quality = {mended.words, static_cast<int>(mended.repairs.size()), mended.unknown};
  document.repairs = std::move(mended.repairs);
  document.doubts = std::move(mended.doubts);
  return document;
}

}  // namespace szukajst::indexer
