// Makes the tables that a Lexicon reads beside PoliMorf: run once by the build.
//
// usage: szukajst_language_tables POLISH.dict pl_PL.dic pl_PL.aff FREQUENCIES.tsv OFFICE_WORDS.tsv
// INTO-FOLDER [--held-out]
//   hunspell.dict     forms that the spelling dictionary has and PoliMorf lacks
//   endings.dict      how words decline, by their endings (see guesser.h)
//   frequencies.dict  how common forms and lemmas are
//   words.graph       all forms, with how common each is (see word_graph.h)
// --held-out: learns the endings from nine tenths of the proper names, writes nothing, and prints how many
// forms of the other tenth meet their lemma.
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "language/automaton_builder.h"
#include "language/cfsa2.h"
#include "language/mapped_file.h"
#include "language/tool/tables.h"

int main(int argc, char** argv) try {
  using szukajst::language::build_automaton;
  using szukajst::language::Cfsa2;
  namespace tables = szukajst::language::tables;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 6 || arguments.size() > 7) {
    std::fputs(
        "usage: szukajst_language_tables POLISH.dict DIC AFF FREQUENCIES OFFICE_WORDS FOLDER [--held-out]\n",
        stderr);
    return 2;
  }
  const auto file = szukajst::language::MappedFile::open(arguments[0]);
  if (!file) throw std::runtime_error(file.error().message);
  const auto polimorf = Cfsa2::open(file->bytes(), arguments[0]);
  if (!polimorf) throw std::runtime_error(polimorf.error().message);

  if (arguments.size() == 7) {
    tables::print_held_out(*polimorf);
    return 0;
  }
  const std::string& into = arguments[5];
  const auto frequencies = tables::frequency_entries(*polimorf, arguments[3], arguments[4]);
  const std::string spelling =
      build_automaton(tables::hunspell_entries(*polimorf, arguments[1], arguments[2]));
  const auto hunspell = Cfsa2::open(spelling, "hunspell.dict");
  if (!hunspell) throw std::runtime_error(hunspell.error().message);
  tables::write(into + "/words.graph", tables::word_graph({&*polimorf, &*hunspell}, frequencies));
  tables::write(into + "/print.graph", tables::print_graph({&*polimorf, &*hunspell}, frequencies));
  tables::write(into + "/letters.bin", tables::letter_costs(*polimorf));
  tables::write(into + "/hunspell.dict", spelling);
  tables::write(into + "/endings.dict",
                build_automaton(tables::ending_entries(*polimorf, tables::Names::all)));
  tables::write(into + "/frequencies.dict", build_automaton(frequencies));
  return 0;
} catch (const std::exception& failure) {
  std::fprintf(stderr, "szukajst_language_tables: %s\n", failure.what());
  return 1;
}
