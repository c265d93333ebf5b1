// What is known of words beforehand spares looking, and changes nothing that is found.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "core/record_json.h"
#include "indexer/extract/phrase_list.h"
#include "indexer/extract/rules_tables.h"
#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

const Rules& rules_without_books() {
  static const Rules loaded = [] {
    const PhraseBook::LeaveOut leave_out;
    return *Rules::load(core::data_folder() / "extract");
  }();
  return loaded;
}

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

TEST(Books, TablesWithoutThemFindTheSameInEverySample) {
  std::size_t samples = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(SZUKAJST_SOURCE_DIR) / "samples")) {
    if (entry.path().extension() != ".txt") continue;
    ++samples;
    for (const bool lost_diacritics : {false, true}) {
      const TestSource source(text_of(entry.path()), {}, lost_diacritics);
      EXPECT_EQ(core::to_json(extract(source.source(), all_rules())),
                core::to_json(extract(source.source(), rules_without_books())))
          << entry.path();
    }
  }
  EXPECT_GT(samples, 10U);
}

TEST(Books, AnExtractorAloneFindsWhatItFindsWithTheOthers) {
  // Alone it folds every line for itself.
  const TestSource source(
      "Strategia Rozwoju Gminy Lubicz na lata 2021–2030\n\nCele strategiczne:\n1. Czyste jeziora i lasy.\n"
      "2. Sprawna komunikacja,\n   także między wsiami.\nDziałania:\na) nowy most;\nb) remont dróg.\n");
  const core::Record record = extract(source.source(), all_rules());
  const Aims alone = extract_aims(source.source(), all_rules().tables().goals);
  ASSERT_EQ(record.goals.size(), alone.goals.size());
  ASSERT_GE(record.goals.size(), 2U);
  for (std::size_t i = 0; i < alone.goals.size(); ++i) {
    EXPECT_EQ(record.goals[i].text, alone.goals[i].text);
    EXPECT_EQ(record.goals[i].level, alone.goals[i].level);
  }
}

}  // namespace
}  // namespace szukajst::indexer::extract
