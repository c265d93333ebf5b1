#include <optional>
#include <utility>

#include "indexer/extract/rules_tables.h"

namespace szukajst::indexer::extract {

namespace {

// Loads tables of one folder until the first that cannot be read.
class Loader {
 public:
  explicit Loader(const std::filesystem::path& folder) : folder_(folder) {}

  template <typename Table>
  std::optional<Table> load() {
    if (error_) return std::nullopt;
    core::Result<Table> table = Table::load(folder_);
    if (!table) {
      error_ = table.error();
      return std::nullopt;
    }
    return std::move(*table);
  }
  const std::optional<core::Error>& error() const { return error_; }

 private:
  const std::filesystem::path& folder_;
  std::optional<core::Error> error_;
};

}  // namespace

Rules::Rules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Rules::Rules(Rules&&) noexcept = default;
Rules::~Rules() = default;

core::Result<Rules> Rules::load(const std::filesystem::path& folder) {
  Loader loader(folder);
  auto abbreviations = loader.load<Abbreviations>();
  auto goals = loader.load<GoalRules>();
  auto title = loader.load<TitleRules>();
  auto kind = loader.load<KindRules>();
  auto dates = loader.load<DateRules>();
  auto persons = loader.load<PersonRules>();
  auto places = loader.load<PlaceRules>();
  auto officials = loader.load<OfficialRules>();
  auto partners = loader.load<PartnerRules>();
  auto money = loader.load<MoneyRules>();
  auto programmes = loader.load<ProgrammeRules>();
  auto practice = loader.load<PracticeLabels>();
  if (loader.error()) return *loader.error();
  return Rules(std::make_unique<const Tables>(
      Tables{std::move(*abbreviations), std::move(*goals), std::move(*title), std::move(*kind),
             std::move(*dates), std::move(*persons), std::move(*places), std::move(*officials),
             std::move(*partners), std::move(*money), std::move(*programmes), std::move(*practice)}));
}

}  // namespace szukajst::indexer::extract
