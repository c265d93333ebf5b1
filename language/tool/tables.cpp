#include "language/tool/tables.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace szukajst::language::tables {

std::vector<std::string> data_lines(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(std::move(line));
  }
  return lines;
}

bool has(const Cfsa2& dictionary, std::string_view form) {
  const auto node = dictionary.follow(dictionary.root(), form);
  return node != 0 && dictionary.find(node, ';') != 0;
}

void write(const std::string& path, std::string_view bytes) {
  // Renamed when whole: a build that is interrupted leaves no half of a table.
  const std::string half = path + ".half";
  std::ofstream file(half, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file || std::rename(half.c_str(), path.c_str()) != 0) throw std::runtime_error("cannot write " + path);
}

}  // namespace szukajst::language::tables
