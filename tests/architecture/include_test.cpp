// The direction of dependence and the hiding of vendors, read off the #include lines.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // relative to the project's root
  std::string target;  // what stands between the quotes or brackets
};

const std::vector<std::string> kFolders{"core",   "language", "gazetteer", "indexer",
                                        "search", "server",   "cli"};

std::vector<Include> all_includes() {
  static const std::regex line_form(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  const fs::path root = SZUKAJST_SOURCE_DIR;
  std::vector<Include> found;
  for (const auto& folder : kFolders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
      std::ifstream stream(entry.path());
      for (std::string line; std::getline(stream, line);) {
        std::smatch match;
        if (std::regex_search(line, match, line_form))
          found.push_back({fs::relative(entry.path(), root).generic_string(), match[1]});
      }
    }
  }
  return found;
}

TEST(Includes, PointOnlyAlongTheDrawnArrows) {
  const std::map<std::string, std::set<std::string>> may_use{
      {"core", {"core"}},
      {"language", {"language", "core"}},
      {"gazetteer", {"gazetteer", "core"}},
      {"indexer", {"indexer", "language", "gazetteer", "core"}},
      {"search", {"search", "language", "gazetteer", "core"}},
      {"server", {"server", "search", "language", "gazetteer", "core"}},
      {"cli", {"cli", "server", "search", "indexer", "language", "gazetteer", "core"}},
  };
  std::size_t seen = 0;
  for (const auto& [file, target] : all_includes()) {
    const std::string to = target.substr(0, target.find('/'));
    if (!may_use.contains(to)) continue;
    ++seen;
    const std::string from = file.substr(0, file.find('/'));
    EXPECT_TRUE(may_use.at(from).contains(to)) << file << " includes " << target;
  }
  EXPECT_GT(seen, 50U);
}

TEST(Includes, VendorsStayBehindTheirAdapters) {
  // A vendor's headers, and the files that may include them.
  const std::vector<std::pair<std::regex, std::regex>> vendors{
      {std::regex(R"(xapian.*)"),
       std::regex(
           R"(indexer/write/(draft|committed_segments)\.h|search/(index_reader\.cpp|remote/(answer|query|weigher)\.(h|cpp)|remote/shards\.cpp))")},
      {std::regex(R"(libxml/.*)"), std::regex(R"(indexer/formats/.*\.cpp)")},
      {std::regex(R"(uchardet.*)"), std::regex(R"(indexer/formats/.*\.cpp)")},
      {std::regex(R"(Poco/.*)"), std::regex(R"(server/http_server\.cpp)")},
      {std::regex(R"(unicode/.*)"), std::regex(R"((language|indexer/formats)/.*\.cpp)")},
      {std::regex(R"(spdlog/.*)"), std::regex(R"(core/log\.cpp)")},
      {std::regex(R"(CLI/.*)"), std::regex(R"(cli/arguments\.cpp)")},
      {std::regex(R"(.*mustache.*)"), std::regex(R"(server/render/template\.cpp|server/render/template\.h)")},
      {std::regex(R"((zstd|zdict)\.h)"), std::regex(R"(core/kept_texts\.cpp)")},
      {std::regex(R"(nlohmann/.*)"), std::regex(R"(.*\.cpp)")},
  };
  for (const auto& [file, target] : all_includes()) {
    for (const auto& [vendor, adapter] : vendors) {
      if (!std::regex_match(target, vendor) || target.starts_with("server/")) continue;
      EXPECT_TRUE(std::regex_match(file, adapter)) << file << " includes " << target;
    }
  }
}

}  // namespace
