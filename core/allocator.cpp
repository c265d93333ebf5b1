// Part of every program that allocates with mimalloc.
#include <mimalloc.h>

namespace {

// An indexer's tables of words are larger than what a processor knows the places of in pages of 4 KiB.
[[maybe_unused]] const bool kLargePages = [] {
  mi_option_enable(mi_option_large_os_pages);
  return true;
}();

}  // namespace
