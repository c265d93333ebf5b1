// What readers call the values of the closed sets of core/kinds.h.
#pragma once

#include <string_view>

#include "core/kinds.h"
#include "server/language.h"

namespace szukajst::server {

std::string_view label(core::DocumentKind kind, Language language);  // "uchwała"
std::string_view label(core::GoalLevel level, Language language);    // "cel strategiczny"
std::string_view label(core::MatchKind kind, Language language);  // how a word was met: "poprawione po OCR"

}  // namespace szukajst::server
