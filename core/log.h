// Progress and trouble, on standard error. Libraries report through here and never print.
// Thread-safe.
#pragma once

#include <string_view>

namespace szukajst::core::log {

enum class Level { debug, info, warning, error, off };

void set_level(Level level);  // default: info
void debug(std::string_view message);
void info(std::string_view message);
void warning(std::string_view message);
void error(std::string_view message);

}  // namespace szukajst::core::log
