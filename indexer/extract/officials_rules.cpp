#include <optional>
#include <utility>

#include "indexer/extract/officials_tables.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace {

constexpr NamedValues<OfficeWord, kOfficeWords> kWords = {{{"former", OfficeWord::former},
                                                           {"former-first", OfficeWord::former_first},
                                                           {"not-former", OfficeWord::not_former},
                                                           {"ended", OfficeWord::ended},
                                                           {"not-public", OfficeWord::not_public},
                                                           {"municipality", OfficeWord::municipality},
                                                           {"county", OfficeWord::county},
                                                           {"voivodeship", OfficeWord::voivodeship},
                                                           {"degree", OfficeWord::degree},
                                                           {"for", OfficeWord::stands_for},
                                                           {"copula", OfficeWord::copula},
                                                           {"beside", OfficeWord::beside},
                                                           {"council", OfficeWord::council},
                                                           {"team", OfficeWord::team},
                                                           {"body", OfficeWord::body},
                                                           {"proxy", OfficeWord::proxy},
                                                           {"countersigns", OfficeWord::countersigns},
                                                           {"there", OfficeWord::there},
                                                           {"heads", OfficeWord::heads},
                                                           {"party", OfficeWord::party},
                                                           {"his", OfficeWord::his},
                                                           {"elected", OfficeWord::elected}}};
constexpr NamedValues<Level, 7> kLevels = {{{"owner", Level::owner},
                                            {"village", Level::village},
                                            {"municipality", Level::municipality},
                                            {"rural", Level::rural},
                                            {"town", Level::town},
                                            {"county", Level::county},
                                            {"voivodeship", Level::voivodeship}}};
constexpr NamedValues<Need, 8> kNeeds = {{{"", Need::nothing},
                                          {"rada", Need::council},
                                          {"zarząd", Need::board},
                                          {"office", Need::office},
                                          {"name", Need::name},
                                          {"kieruje", Need::headed},
                                          {"głosowanie", Need::vote},
                                          {"obecność", Need::attendance}}};

}  // namespace

OfficialRules::OfficialRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
OfficialRules::OfficialRules(OfficialRules&&) noexcept = default;
OfficialRules& OfficialRules::operator=(OfficialRules&&) noexcept = default;
OfficialRules::~OfficialRules() = default;

core::Result<OfficialRules> OfficialRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path roles_file = folder / "officials_roles.tsv";
  const std::filesystem::path words_file = folder / "officials_words.tsv";
  auto roles = read_table(roles_file, 6);
  if (!roles) return roles.error();
  auto words = read_table(words_file, 2);
  if (!words) return words.error();
  auto tables = std::make_unique<Tables>();
  tables->book.enter(tables->roles_by_pattern);
  tables->book.enter(tables->roles_by_cue);
  for (LemmaPatternIndex& index : tables->words_by_pattern) tables->book.enter(index);
  tables->book.enter(tables->councils);
  tables->councils.insert("rada");
  for (const Row& row : *roles) {
    const auto level = value_of(kLevels, row.cell(2));
    const auto need = value_of(kNeeds, row.cell(4));
    if (!level) return bad_row(roles_file, row, "'" + row.cell(2) + "' is no level");
    if (!need) return bad_row(roles_file, row, "'" + row.cell(4) + "' is no need");
    if (row.cell(3) != "unit" && row.cell(3) != "words")
      return bad_row(roles_file, row, "the gap is unit or words");
    LemmaPattern pattern(row.cell(0));
    const bool cue = *need == Need::headed || *need == Need::vote || *need == Need::attendance;
    (cue ? tables->cued_roles : tables->roles)
        .push_back({row.cell(1), *level, row.cell(3) == "words", *need, row.cell(5), row.cell(6),
                    pattern.first_words()});
    (cue ? tables->roles_by_cue : tables->roles_by_pattern).add(pattern);
  }
  for (const Row& row : *words) {
    const auto word = value_of(kWords, row.cell(0));
    if (!word) return bad_row(words_file, row, "'" + row.cell(0) + "' is no kind of word");
    tables->words_by_pattern[static_cast<std::size_t>(*word)].add(LemmaPattern(row.cell(1)));
  }
  return OfficialRules(std::move(tables));
}

}  // namespace szukajst::indexer::extract
