// Part of every program that allocates with mimalloc.
#include <mimalloc.h>

namespace {

// An indexer's tables of words are larger than what a processor knows the places of in pages of 4 KiB.
[[maybe_unused]] const bool kSet = [] {
  mi_option_enable(mi_option_large_os_pages);
  // Such pages are dear to have cleared by the system again and again: what is freed is kept for what comes.
  mi_option_disable(mi_option_allow_decommit);
  return true;
}();

}  // namespace
