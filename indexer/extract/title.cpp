#include "indexer/extract/title.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/extract/table.h"
#include "indexer/extract/title_reader.h"
#include "indexer/extract/title_text.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using namespace title_text;

Title TitleReader::read() const {
  if (source_.lines.empty()) return {};
  if (auto title = practice_name()) return {*title, true};
  if (auto title = act_or_minutes()) return {*title, true};
  if (auto title = named_document()) return {*title, true};
  Title title = heading();
  title.text.erase(0, behind_label(title.text));
  return title;
}

// "Nazwa praktyki: …", "Tytuł: …"
std::optional<std::string> TitleReader::practice_name() const {
  if (practice_ == nullptr) return std::nullopt;
  for (const Phrase& phrase : tables_.value)
    for (const auto& [label, value] : practice_->card) {
      const Words words = folded_words(label);
      if (phrase.match(words, 0) == words.size() && !value.empty() && !starts_lower(value))
        return heading_with(value).value_or(value);
    }
  return std::nullopt;
}

// "Szkolny bus, czyli jak dojechać na czas" above a card that has "Szkolny bus" for a name.
std::optional<std::string> TitleReader::heading_with(std::string_view name) const {
  constexpr std::size_t kLongest = 200;  // bytes
  for (std::size_t i = 0; i < std::min(size(), practice_->first_line); ++i) {
    const std::string_view text = line(i);
    if (text.size() <= name.size() || text.size() > kLongest ||
        utf8::lower(text.substr(0, name.size())) != utf8::lower(name))
      continue;
    const std::string_view rest = text.substr(name.size());
    // "Szkolny bus | Baza praktyk" names the page.
    const bool goes_on = rest.starts_with(". ") || rest.starts_with(", ") || rest.starts_with(": ") ||
                         rest.starts_with(" – ") || rest.starts_with(" - ");
    if (goes_on && !is_meta(i) && !begins(tables_.site, folded_words(rest))) return std::string(text);
  }
  return std::nullopt;
}

// "Praktyka: Szkolny bus" above a card: where the name begins; 0 where no label stands before it.
std::size_t TitleReader::behind_label(std::string_view title) const {
  constexpr std::string_view kColon = ": ";
  const std::size_t colon = practice_ == nullptr ? std::string_view::npos : title.find(kColon);
  if (colon == std::string_view::npos) return 0;
  const Words label = folded_words(title.substr(0, colon));
  for (const Phrase& phrase : tables_.value)
    if (phrase.match(label, 0) == label.size() && !label.empty()) return colon + kColon.size();
  return 0;
}

bool TitleReader::in_card(std::size_t i) const {
  return practice_ != nullptr && i >= practice_->first_line && i < practice_->end_line &&
         !among_first_fields(i);
}

// "Kategoria: Odpady" above "Szlak bez worków" and "Gmina: Lubicz": a line between a card's first fields that
// is none of them.
bool TitleReader::among_first_fields(std::size_t i) const {
  constexpr std::size_t kNear = 2;
  const auto field = [&](std::size_t k) {
    const std::size_t colon = line(k).find(": ");
    return colon != std::string_view::npos && colon + 2 < line(k).size();
  };
  return i > practice_->first_line && i <= practice_->first_line + kNear && i + 1 < practice_->end_line &&
         blank_before(i) > 0 && blank_before(i + 1) > 0 && !field(i) && field(i - 1) && field(i + 1);
}

TitleRules::TitleRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
TitleRules::TitleRules(TitleRules&&) noexcept = default;
TitleRules& TitleRules::operator=(TitleRules&&) noexcept = default;
TitleRules::~TitleRules() = default;

core::Result<TitleRules> TitleRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "title.tsv";
  const auto rows = read_table(file, 2);
  if (!rows) return rows.error();
  auto tables = std::make_unique<Tables>();
  const NamedValues<PhraseList*, 26> roles{{{"act", &tables->act},
                                            {"minutes", &tables->minutes},
                                            {"named", &tables->named},
                                            {"goes_on", &tables->goes_on},
                                            {"owner", &tables->owner},
                                            {"open", &tables->open},
                                            {"body", &tables->body},
                                            {"value", &tables->value},
                                            {"meta", &tables->meta},
                                            {"publisher", &tables->publisher},
                                            {"qualifier", &tables->qualifier},
                                            {"joint", &tables->joint},
                                            {"section", &tables->section},
                                            {"parties", &tables->parties},
                                            {"stated", &tables->stated},
                                            {"attachment", &tables->attachment},
                                            {"subject", &tables->subject},
                                            {"issue", &tables->issue},
                                            {"site", &tables->site},
                                            {"page", &tables->page},
                                            {"call", &tables->call},
                                            {"announcer", &tables->announcer},
                                            {"announces", &tables->announces},
                                            {"call_out", &tables->call_out},
                                            {"adopts", &tables->adopts},
                                            {"plan", &tables->plan}}};
  for (const auto& [name, list] : roles) tables->book.enter(*list);
  for (const Row& row : *rows) {
    const auto role = value_of(roles, row.cell(0));
    if (!role) return bad_row(file, row, "no such role: " + row.cell(0));
    (*role)->emplace_back(row.cell(1));
  }
  return TitleRules(std::move(tables));
}

Title extract_title(const SourceText& source, const Practice* practice, const TitleRules& rules,
                    const Persons* persons) {
  return TitleReader(source, practice, persons, rules.tables()).read();
}

}  // namespace szukajst::indexer::extract
