// Extraction scored against gold: the seeds, the further cases beside the project, and the samples.
// The bounds are what must never be lost again, not what is aimed at.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/cli/program.h"

namespace szukajst::test {
namespace {

namespace fs = std::filesystem;

// Extracts from `documents` and scores the records against `gold`; fails below the minima (METRIC=VALUE …).
void expect_score(const fs::path& documents, const fs::path& gold, const std::string& minima) {
  const fs::path scorer = fs::path(SZUKAJST_SOURCE_DIR) / ".." / "shared" / "eval" / "score.py";
  if (!fs::exists(scorer) || !fs::exists(documents)) GTEST_SKIP() << "not beside the project: " << scorer;
  const ProgramRun run = szukajst({"extract", "--json", documents.string()});
  ASSERT_EQ(run.status, 0) << run.err;
  const TemporaryFolder folder;
  const std::string records = folder.write("records.jsonl", run.out);
  const fs::path report = folder.path() / "report";
  const std::string command = "python3 '" + scorer.string() + "' '" + gold.string() + "' '" + records +
                              "' --min " + minima + " > '" + report.string() + "' 2>&1";
  const int status = std::system(command.c_str());
  std::ifstream stream(report);
  EXPECT_EQ(status, 0) << stream.rdbuf();
}

fs::path eval() {
  return fs::path(SZUKAJST_SOURCE_DIR) / ".." / "shared" / "eval";
}

TEST(Golden, Seeds) {
  expect_score(seeds(), seeds(),
               "goals=0.95 places=0.95 officials=1.0 partners=0.9 kind=1 title=1 period=1 practice=1");
}

TEST(Golden, CleanDocuments) {
  expect_score(
      eval() / "extraction", eval() / "extraction",
      "goals=0.96 goal_parent=0.97 places=0.96 localities=0.85 officials=0.96 official_unit=0.95 "
      "partners=0.92 kind=0.96 title=0.96 period=0.96 date=0.96 money=0.95 programmes=0.95 practice=0.97");
}

TEST(Golden, DamagedDocuments) {
  expect_score(eval() / "extraction-ocr", eval() / "extraction-ocr",
               "goals=0.9 goal_parent=0.93 places=0.9 localities=0.65 officials=0.78 official_unit=0.9 "
               "partners=0.85 kind=0.9 title=0.9 period=0.9 date=0.9 money=0.8 programmes=0.85 practice=0.8");
}

TEST(Golden, Samples) {
  expect_score(samples(), samples() / "gold",
               "goals=0.93 goal_parent=0.95 places=0.95 officials=0.9 partners=0.45 kind=0.8 title=0.85 "
               "period=0.85 date=0.95 money=0.9 programmes=0.85 practice=0.95");
}

}  // namespace
}  // namespace szukajst::test
