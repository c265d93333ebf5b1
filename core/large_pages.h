#pragma once

namespace szukajst::core {

// Moves the program's own code into pages of 2 MiB: a document passes through more of it than a processor
// knows the places of in pages of 4 KiB. For a program that works for seconds; before it starts threads.
// Profilers and debuggers then no longer see the code's file behind it: nothing is done where
// SZUKAJST_SMALL_PAGES is set, nor where the system has no such pages.
void put_code_in_large_pages() noexcept;

}  // namespace szukajst::core
