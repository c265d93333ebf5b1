// One function a command, each in the file of its name. Each gives the exit status (arguments.h).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "search/request.h"

namespace szukajst::cli {

struct IndexOptions {
  std::filesystem::path into;
  std::vector<std::filesystem::path> inputs;
  std::optional<std::filesystem::path> suppress;  // a file of persons to leave out
  bool keep_contacts = false;
  bool optimize = false;  // leave one segment
  bool shard = false;     // for xapian-tcpsrv; leaves one segment, too
  int jobs = 0;           // workers; 0: as many as there are cores
};
int index(const IndexOptions& options);

struct SearchOptions {
  std::vector<std::filesystem::path> indexes;  // searched as one
  search::Request request;
  bool json = false;
  bool suggest = false;  // what the query may become, in place of what it finds
  std::string similar;   // id of a document: what is alike, in place of what the query finds
  bool english = false;  // labels of kinds and levels
};
int search(const SearchOptions& options);

struct ServeOptions {
  std::vector<std::filesystem::path> indexes;  // searched as one
  std::string listen = "127.0.0.1:8080";       // ADDRESS:PORT; port 0: any that is free
};
int serve(const ServeOptions& options);

struct ExtractOptions {
  std::vector<std::filesystem::path> inputs;
  bool json = false;
  bool keep_contacts = false;
  bool evidence = false;  // with json: the text too, and where in it each item stands
};
int extract(const ExtractOptions& options);

struct RepairOptions {
  std::vector<std::filesystem::path> inputs;  // none: standard input
  bool json = false;                          // each change instead of the text
  bool lines = false;  // every line a document, a literal \n in it a line break; one line out for each
};
int repair(const RepairOptions& options);

struct AnalyzeOptions {
  std::vector<std::string> texts;
  bool json = false;
  bool lines = false;  // read standard input, every line a text
};
int analyze(const AnalyzeOptions& options);

int check(const std::filesystem::path& index);
int stats(const std::filesystem::path& index, bool json);

}  // namespace szukajst::cli
