#include "core/data_folder.h"

#include <cstdlib>
#include <system_error>

namespace szukajst::core {

std::filesystem::path data_folder() {
  if (const char* named = std::getenv("SZUKAJST_DATA"); named != nullptr && *named != '\0') return named;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    auto installed = program.parent_path().parent_path() / "share" / "szukajst";
    if (std::filesystem::is_directory(installed, error)) return installed;
  }
  return SZUKAJST_BUILD_SHARE;
}

}  // namespace szukajst::core
