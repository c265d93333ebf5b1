// The gazetteer that the build has put in place, loaded once for all tests.
#pragma once

#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.h"

namespace szukajst::gazetteer {

inline const Gazetteer& built_gazetteer() {
  static const core::Result<Gazetteer> loaded =
      Gazetteer::load(std::filesystem::path(SZUKAJST_BUILD_SHARE) / "gazetteer");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

inline core::Teryt code(std::string_view text) {
  return core::Teryt::parse(text).value();
}

inline NameMatch match(const std::vector<std::string_view>& words) {
  return built_gazetteer().match(words);
}

inline LocalityMatch match_locality(const std::vector<std::string_view>& words) {
  return built_gazetteer().match_locality(words);
}

inline bool has_form(std::span<const NameForm> forms, std::string_view unit, NameCase name_case) {
  for (const NameForm& form : forms) {
    if (form.unit->code.text() == unit && form.name_case == name_case) return true;
  }
  return false;
}

}  // namespace szukajst::gazetteer
