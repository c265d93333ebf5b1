// The lexicon that the build made, opened once for all tests of the program.
#pragma once

#include <gtest/gtest.h>

#include "core/data_folder.h"
#include "language/lexicon.h"

namespace szukajst::language {

inline std::filesystem::path language_folder() {
  return core::data_folder() / "language";
}

inline const Lexicon& lexicon() {
  static const auto opened = [] {
    auto result = Lexicon::open(language_folder());
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
  }();
  return opened;
}

}  // namespace szukajst::language
