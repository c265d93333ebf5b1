// The table of programmes.
#include "core/utf8.h"
#include "indexer/extract/programmes_finder.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

ProgrammeRules::ProgrammeRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
ProgrammeRules::ProgrammeRules(ProgrammeRules&&) noexcept = default;
ProgrammeRules& ProgrammeRules::operator=(ProgrammeRules&&) noexcept = default;
ProgrammeRules::~ProgrammeRules() = default;

core::Result<ProgrammeRules> ProgrammeRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "programmes.tsv";
  auto rows = read_table(file, 2);
  if (!rows) return rows.error();
  auto tables = std::make_unique<Tables>();
  for (LemmaPatternIndex* const index : {&tables->names, &tables->open_names, &tables->none})
    tables->book.enter(*index);
  for (const Row& row : *rows) {
    const std::string& text = row.cell(1);
    const std::string& kind = row.cell(0);
    const std::string& name = row.cell(2) == "=" ? text : row.cell(2);
    if (kind == "code" || kind == "quoted") {
      const bool quoted = kind == "quoted";
      if (!quoted) tables->folded.emplace(utf8::lower(utf8::fold(text)), name);
      tables->first_of_code.add(text.substr(0, text.find_first_of(" +")));
      auto& codes = tables->codes[text.substr(0, text.find_first_of(" +"))];
      codes.push_back({text, name, quoted});
      std::stable_sort(codes.begin(), codes.end(),
                       [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
    } else if (kind == "codes")
      tables->open_codes.insert(text);
    else if (kind == "pair")
      tables->pairs.insert(text);
    else if (kind == "facility")
      tables->facilities.insert(text);
    else if (kind == "stem")
      tables->stems.push_back(text);
    else if (kind == "head")
      tables->heads.insert(text);
    else if (kind == "suffix")
      tables->suffixes.emplace_back(text, row.cell(2));
    else if (kind == "owner")
      tables->owners.insert(text);
    else if (kind == "funding")
      tables->funding.push_back(text);
    else if (kind == "not")
      tables->none.add(LemmaPattern(text));
    else if (kind == "name") {
      tables->names.add(LemmaPattern(text));
      tables->name_of.push_back(name);
    } else if (kind == "open") {
      tables->open_names.add(LemmaPattern(text));
      tables->open_name_of.push_back(name);
    } else if (kind == "kind") {
      for (const std::string& word : LemmaPattern(name).first_words()) tables->kinds[text].insert(word);
    } else
      return bad_row(file, row, "'" + kind + "' is no way to meet a programme");
  }
  return ProgrammeRules(std::move(tables));
}

}  // namespace szukajst::indexer::extract
