#include "indexer/extract/partners_tables.h"

#include <map>
#include <string_view>
#include <utility>

#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace {

using Scope = PartnerScope;

constexpr NamedValues<Scope, 19> kScopes = {{{"sentence", Scope::sentence},
                                             {"together", Scope::together},
                                             {"signed", Scope::signed_by},
                                             {"signatories", Scope::signatories},
                                             {"own", Scope::own},
                                             {"ours", Scope::ours},
                                             {"acting", Scope::acting},
                                             {"contract", Scope::contract},
                                             {"given", Scope::given},
                                             {"joins", Scope::joins},
                                             {"members", Scope::members},
                                             {"from", Scope::from},
                                             {"previous", Scope::previous},
                                             {"following", Scope::following},
                                             {"between", Scope::between},
                                             {"opens", Scope::opens},
                                             {"resumes", Scope::resumes},
                                             {"behalf", Scope::behalf},
                                             {"not", Scope::none}}};

using Sets = std::map<std::string, std::string, std::less<>>;

// The pattern with its sets written out.
std::string written_out(std::string pattern, const Sets& sets) {
  for (const auto& [name, lemmas] : sets)
    for (std::size_t at = pattern.find(name); at != std::string::npos;
         at = pattern.find(name, at + lemmas.size()))
      pattern.replace(at, name.size(), lemmas);
  return pattern;
}

}  // namespace

PartnerRules::PartnerRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
PartnerRules::PartnerRules(PartnerRules&&) noexcept = default;
PartnerRules& PartnerRules::operator=(PartnerRules&&) noexcept = default;
PartnerRules::~PartnerRules() = default;

core::Result<PartnerRules> PartnerRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "partners_cues.tsv", forms_file = folder / "partners_forms.tsv";
  auto cues = read_table(file, 3);
  if (!cues) return cues.error();
  auto heads = read_table(folder / "partners_heads.tsv", 1);
  if (!heads) return heads.error();
  auto countries = read_table(folder / "partners_countries.tsv", 1);
  if (!countries) return countries.error();
  auto forms = read_table(forms_file, 2);
  if (!forms) return forms.error();
  auto tables = std::make_unique<Tables>();
  for (LemmaPatternIndex* const index :
       {&tables->cues_by_pattern, &tables->labels, &tables->other_labels, &tables->leaders, &tables->where,
        &tables->founding, &tables->staff, &tables->deputies, &tables->forms_by_pattern, &tables->grants,
        &tables->common})
    tables->book.enter(*index);
  for (LemmaSet* const set : {&tables->heads, &tables->abroad, &tables->kinds}) tables->book.enter(*set);
  for (const std::string_view kind : kUnitKinds) tables->kinds.insert(std::string(kind));
  Sets sets;
  for (const Row& row : *cues) {
    const std::string& kind = row.cell(2);
    if (kind == "set") {
      sets[row.cell(0)] = row.cell(1);
      continue;
    }
    const LemmaPattern pattern(written_out(row.cell(0), sets));
    if (kind == "label") {
      tables->labels.add(pattern);
    } else if (kind == "no-label") {
      tables->other_labels.add(pattern);
    } else if (kind == "founding") {
      tables->founding.add(pattern);
    } else if (kind == "staff") {
      tables->staff.add(pattern);
    } else if (kind == "keeper") {
      tables->keepers.push_back(pattern);
    } else if (kind == "where") {
      tables->where.add(pattern);
    } else if (kind == "deputy") {
      tables->deputies.add(pattern);
    } else if (kind == "grant") {
      tables->grants.add(pattern);
    } else if (kind == "common") {
      tables->common.add(pattern);
    } else if (kind == "leader") {
      tables->leaders.add(pattern);
    } else {
      const auto scope = value_of(kScopes, kind);
      if (!scope) return bad_row(file, row, "'" + kind + "' is not what a cue tells");
      PartnerCue cue{{}, row.cell(1).starts_with('^'), *scope, row.cell(3) == "no-plan"};
      const std::string besides = written_out(row.cell(1).substr(cue.before ? 1 : 0), sets);
      if (!besides.empty()) cue.besides = AnyLemma(LemmaPattern(besides).first_words());
      tables->cues_by_pattern.add(pattern);
      tables->cues.push_back(std::move(cue));
    }
  }
  for (const Row& row : *heads)
    if (row.cell(1) == "suffix")
      tables->suffixes.insert(row.cell(0));
    else
      tables->heads.insert(row.cell(0));
  for (const Row& row : *countries) {
    tables->countries.insert(row.cell(0));
    if (!row.cell(1).empty()) tables->abroad.insert(row.cell(1));
  }
  for (const Row& row : *forms) {
    const auto form = core::partnership_form(row.cell(0));
    if (!form) return bad_row(forms_file, row, "no such form: " + row.cell(0));
    tables->forms_by_pattern.add(LemmaPattern(row.cell(1)));
    tables->forms.push_back(*form);
  }
  return PartnerRules(std::move(tables));
}

}  // namespace szukajst::indexer::extract
