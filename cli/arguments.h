// The command line: from arguments to the options of one command, and its exit status.
#pragma once

namespace szukajst::cli {

// Exit statuses, the same for every command.
inline constexpr int kDone = 0;
inline constexpr int kSomeFailed = 1;  // some inputs failed, each named with the reason
inline constexpr int kWrongUsage = 2;
inline constexpr int kIndexUnusable = 3;

// Never throws; errors and help go to standard error, help that was asked for to standard output.
int run(int argc, char** argv);

}  // namespace szukajst::cli
