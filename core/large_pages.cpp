#include "core/large_pages.h"

#include <link.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace szukajst::core {
namespace {

constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20U;

// A build for looking for errors keeps its code where debuggers and sanitizers know it. A constant, not a
// condition of the preprocessor: every build compiles the rest.
#ifdef NDEBUG
constexpr bool kWanted = true;
#else
constexpr bool kWanted = false;
#endif

std::uintptr_t round_down(std::uintptr_t address) {
  return address / kLargePage * kLargePage;
}
std::uintptr_t round_up(std::uintptr_t address) {
  return round_down(address + kLargePage - 1);
}

// The whole large pages between the two addresses are filled anew and put where they stood, in one step of
// the system's, so that the code that runs meanwhile is always there.
void replace(std::uintptr_t begin, std::uintptr_t end) {
  begin = round_up(begin);
  end = round_down(end);
  if (begin >= end) return;
  const std::size_t bytes = end - begin;
  void* const room =
      mmap(nullptr, bytes + kLargePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) return;
  const auto first = reinterpret_cast<std::uintptr_t>(room);
  void* const copy = reinterpret_cast<void*>(round_up(first));  // NOLINT(performance-no-int-to-ptr)
  void* const code = reinterpret_cast<void*>(begin);            // NOLINT(performance-no-int-to-ptr)
  bool done = madvise(copy, bytes, MADV_HUGEPAGE) == 0;
  if (done) {
    std::memcpy(copy, code, bytes);
    done = mprotect(copy, bytes, PROT_READ | PROT_EXEC) == 0 &&
           mremap(copy, bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, code) != MAP_FAILED;
  }
  if (!done) {
    munmap(room, bytes + kLargePage);
    return;
  }
  const std::uintptr_t moved = round_up(first);
  if (moved > first) munmap(room, moved - first);
  if (first + kLargePage > moved)
    munmap(reinterpret_cast<void*>(moved + bytes),
           first + kLargePage - moved);  // NOLINT(performance-no-int-to-ptr)
}

}  // namespace

void put_code_in_large_pages() noexcept {
  if (!kWanted || std::getenv("SZUKAJST_SMALL_PAGES") != nullptr) return;
  const auto first_object = [](dl_phdr_info* object, std::size_t, void*) {
    for (int i = 0; i < object->dlpi_phnum; ++i) {
      const auto& segment = object->dlpi_phdr[i];
      if (segment.p_type != PT_LOAD || (segment.p_flags & PF_X) == 0) continue;
      const std::uintptr_t begin = object->dlpi_addr + segment.p_vaddr;
      replace(begin, begin + segment.p_memsz);
    }
    return 1;  // the program itself comes first, its libraries are not looked at
  };
  dl_iterate_phdr(first_object, nullptr);
}

}  // namespace szukajst::core
