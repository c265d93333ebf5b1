// What decides what becomes of a document beside its own bytes, as one number: while it is the same, the same
// bytes give the same document.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "core/result.h"

namespace szukajst::indexer {

// Of the program and the libraries that it runs with (their build identifiers) and of the tables below `data`
// (core::data_folder(); all but pages/, which only the server reads). Error: unreadable, names the file.
core::Result<std::uint64_t> program_fingerprint(const std::filesystem::path& data);

// Of an input: its name and its bytes under a fingerprint that has the program's and the options'. Never 0.
std::uint64_t input_hash(std::string_view source, std::string_view bytes, std::uint64_t fingerprint);

}  // namespace szukajst::indexer
