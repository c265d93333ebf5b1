// What the commands share: standard output that is checked, errors on standard error.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "indexer/read/source.h"

namespace szukajst::cli {

// Writes to standard output; whether all of it could be written is asked once, at the end.
void print(std::string_view text);
void print_line(std::string_view text);
// Control characters, which file names and documents may have, replaced by '?': fit for a terminal.
std::string printable(std::string_view text);
// Flushes. False (and an error on standard error) where something could not be written.
bool finish_output();

// "szukajst: MESSAGE" on standard error.
void print_error(std::string_view message);
void print_error(const core::Error& error);

// Calls `each` with every line of standard input, without its end.
void for_each_input_line(const std::function<void(std::string_view)>& each);

using EachInput = std::function<core::Result<core::Done>(const indexer::RawInput&)>;

// Reads each file and gives it to `each`; what cannot be read, or for which `each` gives an error, is
// reported. True if nothing failed.
bool for_each_file(const std::vector<std::filesystem::path>& files, const EachInput& each);

// The same for files and for all that lies below folders; a path at which nothing can be found is reported.
bool for_each_input(const std::vector<std::filesystem::path>& paths, const EachInput& each);

}  // namespace szukajst::cli
