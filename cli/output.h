// What the commands share: standard output that is checked, errors on standard error.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "indexer/read/source.h"

namespace szukajst::cli {

// Writes to standard output; whether all of it could be written is asked once, at the end.
void print(std::string_view text);
void print_line(std::string_view text);
// Flushes. False (and an error on standard error) where something could not be written.
bool finish_output();

// "szukajst: MESSAGE" on standard error.
void print_error(std::string_view message);
void print_error(const core::Error& error);

// Calls `each` with every line of standard input, without its end.
void for_each_input_line(const std::function<void(std::string_view)>& each);

// Reads the files named (or found below the folders named) and calls `each` with every one that could be
// read; what could not be, or for which `each` gives an error, is reported. True if nothing failed.
bool for_each_input(const std::vector<std::filesystem::path>& paths,
                    const std::function<core::Result<core::Done>(const indexer::RawInput&)>& each);

}  // namespace szukajst::cli
