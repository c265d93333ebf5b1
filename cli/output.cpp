#include "cli/output.h"

#include <cstdio>
#include <iostream>

namespace szukajst::cli {

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void print_line(std::string_view text) {
  print(text);
  print("\n");
}

std::string printable(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = '?';
  }
  return result;
}

bool finish_output() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return true;
  print_error("standard output could not be written");
  return false;
}

void print_error(std::string_view message) {
  std::fflush(stdout);  // keeps the order that a terminal shows
  std::fprintf(stderr, "szukajst: %s\n", printable(message).c_str());
}

void print_error(const core::Error& error) {
  print_error(error.message);
}

void for_each_input_line(const std::function<void(std::string_view)>& each) {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) each(line);
}

bool for_each_file(const std::vector<std::filesystem::path>& files, const EachInput& each) {
  bool all_done = true;
  for (const auto& file : files) {
    const auto input = indexer::read_file(file);
    const core::Result<core::Done> done = input ? each(*input) : input.error();
    if (!done) print_error(done.error());
    all_done = all_done && done;
  }
  return all_done;
}

bool for_each_input(const std::vector<std::filesystem::path>& paths, const EachInput& each) {
  std::vector<indexer::InputFailure> failures;
  const auto files = indexer::find_inputs(paths, failures);
  for (const auto& failure : failures) print_error(failure.error);
  return for_each_file(files, each) && failures.empty();
}

}  // namespace szukajst::cli
