// Where the program's data lie: language tables, gazetteer, templates.
#pragma once

#include <filesystem>

namespace szukajst::core {

// The first that exists of: $SZUKAJST_DATA; ../share/szukajst beside the running program; the
// folder that the build filled. Thread-safe.
std::filesystem::path data_folder();

}  // namespace szukajst::core
