// The languages of the pages.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace szukajst::server {

enum class Language { polish, english };  // the first is the default

inline constexpr std::array<Language, 2> kLanguages{Language::polish, Language::english};

// "pl", "en": in URLs and in HTML.
constexpr std::string_view name(Language language) {
  return language == Language::polish ? "pl" : "en";
}

constexpr std::optional<Language> language_named(std::string_view text) {
  for (const Language language : kLanguages)
    if (name(language) == text) return language;
  return std::nullopt;
}

}  // namespace szukajst::server
