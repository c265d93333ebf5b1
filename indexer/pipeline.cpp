#include "indexer/pipeline.h"

#include <algorithm>
#include <utility>

#include "core/evidence.h"
#include "core/utf8.h"
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

// Whether a text of some length has next to none of the letters that Polish alone has: about six in a
// hundred.
bool lost_diacritics(std::string_view text) {
  constexpr std::u32string_view kOwn = U"ąćęłńśźżĄĆĘŁŃŚŹŻ";
  constexpr std::size_t kEnough = 200, kOneIn = 250;
  std::size_t letters = 0, own = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = core::utf8::next(text, at);
    letters += core::utf8::is_letter(c) ? 1 : 0;
    own += c > 0x7F && kOwn.find(c) != std::u32string_view::npos ? 1 : 0;
  }
  return letters >= kEnough && own * kOneIn < letters;
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
  auto html_names = formats::HtmlNames::load(data / "formats");
  if (!html_names) return html_names.error();
  auto contacts = ContactRules::load(data, *gazetteer);
  if (!contacts) return contacts.error();
  return std::unique_ptr<const Resources>(
      new Resources{*std::move(lexicon), *std::move(gazetteer), *std::move(rules), *std::move(furniture),
                    *std::move(html_names), *std::move(contacts), language_folder});
}

Pipeline::Pipeline(const Resources& resources, language::Repairer repairer, PrivacyOptions privacy)
    : resources_(&resources),
      privacy_(privacy),
      analyzer_(resources.lexicon),
      repairer_(std::move(repairer)) {
  analyzer_.use_names(resources.gazetteer.nominatives());
}

core::Result<Pipeline> Pipeline::create(const Resources& resources, PrivacyOptions privacy) {
  auto repairer = language::Repairer::open(resources.lexicon, resources.language_folder);
  if (!repairer) return repairer.error();
  repairer->add_words(resources.gazetteer.words());
  return Pipeline(resources, *std::move(repairer), privacy);
}

core::Result<ProcessedDocument> Pipeline::process(const RawInput& input) {
  auto decoded = decode(input, resources_->html_names);
  if (!decoded) return decoded.error();
  CleanDocument cleaned = clean(*decoded, resources_->furniture,
                                [this](std::string_view word) { return resources_->lexicon.contains(word); });
  Known known{input.source, guess_language(cleaned.text.text, decoded->language), {}};
  if (!privacy_.keep_contacts)
    if (const auto contacts = resources_->contacts.find(cleaned.text.text); !contacts.empty())
      cleaned.text = masked(cleaned.text, contacts);
  known.title_hint = std::move(cleaned.title_hint);
  ProcessedDocument document = read(std::move(cleaned.text), known);
  return suppressed(std::move(document), std::move(known));
}

ProcessedDocument Pipeline::read(core::PagedText text, const Known& known) {
  ProcessedDocument document;
  document.text = std::move(text);
  language::Mended mended = repairer_.repair(document.text.text);
  document.mended = {std::move(mended.text), moved(document.text.page_starts, mended.repairs)};

  const auto source = extract::source_text(document.mended, resources_->gazetteer, analyzer_,
                                           known.title_hint, lost_diacritics(document.text.text));
  document.record = extract::extract(source, resources_->rules);
  to_source(document.record, document.text.text, mended.repairs);
  document.record.source = known.source;
  document.record.id = core::source_id(known.source);
  document.record.language = known.language;
  document.record.pages = document.text.pages();
  document.record.quality = {mended.words, static_cast<int>(mended.repairs.size()), mended.unknown};
  document.repairs = std::move(mended.repairs);
  document.doubts = std::move(mended.doubts);
  return document;
}

// A name may be whole only once it is mended, and mending may have spoilt one that nobody knows: both texts
// are looked through.
std::vector<core::ByteRange> Pipeline::suppressed_in(const ProcessedDocument& document) {
  const std::string_view text = document.text.text;
  core::Evidence found = privacy_.suppression->find(text, analyzer_, document.record);
  if (document.repairs.empty()) return found;
  const MendedText mended(text, document.repairs);
  std::vector<core::ByteRange> all = found;
  for (const core::ByteRange range : privacy_.suppression->find(mended.text(), analyzer_, document.record))
    all.push_back(mended.origin(range).source);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<core::ByteRange> apart;
  for (const core::ByteRange range : all) {
    if (!apart.empty() && range.begin <= apart.back().end)
      apart.back().end = std::max(apart.back().end, range.end);
    else
      apart.push_back(range);
  }
  return apart;
}

core::Result<ProcessedDocument> Pipeline::suppressed(ProcessedDocument document, Known known) {
  if (privacy_.suppression == nullptr) return document;
  // A title that the format gives may name whom the text does not.
  const core::PagedText hint{known.title_hint, {0}};
  const auto in_hint = privacy_.suppression->find(hint.text, analyzer_, document.record);
  if (!in_hint.empty()) known.title_hint = masked(hint, in_hint).text;
  constexpr int kMostRounds = 5;
  bool again = !in_hint.empty();
  const core::Record first = document.record;  // the units that decide stay those of the whole text
  for (int round = 0; round < kMostRounds; ++round) {
    ProcessedDocument asked{first, document.text, document.repairs, {}, {}};
    const auto found = suppressed_in(asked);
    if (found.empty() && !again) return document;
    again = false;
    core::PagedText text = found.empty() ? std::move(document.text) : masked(document.text, found);
    document = read(std::move(text), known);
  }
  return core::Error{core::ErrorCode::malformed,
                     known.source + ": a suppressed person cannot be taken out of it"};
}

core::Result<std::optional<ProcessedDocument>> Pipeline::without_suppressed(const core::KeptDocument& kept) {
  using Changed = std::optional<ProcessedDocument>;
  if (privacy_.suppression == nullptr) return Changed{};
  ProcessedDocument document{kept.record, kept.text, kept.repairs, {}, {}};
  const bool titled = !privacy_.suppression->find(kept.record.title, analyzer_, kept.record).empty();
  if (!titled && suppressed_in(document).empty()) return Changed{};
  auto changed = suppressed(std::move(document), {kept.record.source, kept.record.language,
                                                  kept.record.titled ? kept.record.title : std::string()});
  if (!changed) return changed.error();
  return Changed{*std::move(changed)};
}

}  // namespace szukajst::indexer
