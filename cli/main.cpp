#include "cli/arguments.h"

int main(int argc, char** argv) {
  return szukajst::cli::run(argc, argv);
}
