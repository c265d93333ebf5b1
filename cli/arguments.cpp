#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>

#include "cli/commands.h"
#include "cli/output.h"
#include "core/log.h"

namespace szukajst::cli {
namespace {

// Names that a filter takes are checked here, so that a slip is wrong usage and not an empty result.
template <typename Value>
CLI::Validator names(std::optional<Value> (*parse)(std::string_view), const char* what) {
  return CLI::Validator(
      [parse, what](std::string& text) {
        return parse(text) ? std::string() : "'" + text + "' is no " + what;
      },
      "", "");
}

std::optional<core::Teryt> place(std::string_view text) {
  return core::Teryt::parse(text);
}

std::optional<search::Sort> sort_order(std::string_view text) {
  if (text == "relevance") return search::Sort::relevance;
  if (text == "newest") return search::Sort::newest;
  if (text == "oldest") return search::Sort::oldest;
  if (text == "title") return search::Sort::title;
  if (text == "fresh") return search::Sort::fresh;
  return std::nullopt;
}

// The filters as they were typed, before they become values.
struct TypedFilters {
  std::vector<std::string> places, kinds, goal_levels, without;
  std::string sort = "relevance", match = "ocr", language = "pl";
  int from = 0, to = 0;
};

void add_search(CLI::App& app, SearchOptions& options, TypedFilters& typed, std::vector<std::string>& words) {
  auto& request = options.request;
  request.facets = false;
  app.add_option(
         "--index", options.indexes,
         "an index to search, or tcp:HOST:PORT of one that xapian-tcpsrv serves; several are searched as one")
      ->required()
      ->allow_extra_args(false);
  app.add_option("query", words, "words, \"phrases\", -word (behind --), OR/LUB, fields; empty finds all");
  app.add_flag("--json", options.json, "print the answer as one line of JSON");
  app.add_flag("--facets", request.facets, "print the facets too (JSON always has them)");
  app.add_flag("--suggest", options.suggest, "complete the query instead of answering it");
  app.add_option("--similar", options.similar, "documents like the one with this id; no query is needed")
      ->excludes("query")
      ->excludes("--suggest");
  app.add_flag("--goals", request.goals, "find goals instead of documents");
  app.add_option("--place", typed.places, "TERYT code of 2, 4 or 6 digits; may be repeated")
      ->check(names(place, "TERYT code"))
      ->allow_extra_args(false);
  app.add_option("--kind", typed.kinds, "kind of document; may be repeated")
      ->check(names(core::document_kind, "kind of document"))
      ->allow_extra_args(false);
  app.add_option("--official", request.filters.officials, "name of an official; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--partner", request.filters.partners, "name of a partner; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--programme", request.filters.programmes, "funding programme; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--source", request.filters.sources, "source, or a folder above it; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--goal-level", typed.goal_levels, "level of a goal; may be repeated")
      ->check(names(core::goal_level, "level of a goal"))
      ->allow_extra_args(false);
  app.add_option("--from", typed.from, "first year")->check(CLI::Range(1000, 2999));
  app.add_option("--to", typed.to, "last year")->check(CLI::Range(1000, 2999));
  app.add_option("--sort", typed.sort, "relevance, fresh (newer ones up), newest, oldest or title")
      ->check(names(sort_order, "order"));
  app.add_flag("!--no-synonyms", request.synonyms, "search nothing that only says the same as the words");
  app.add_option("--match", typed.match, "the loosest kind of match: exact, inflected, folded or ocr")
      ->check(names(core::match_kind, "kind of match"));
  app.add_option("--without", typed.without,
                 "leave an ingredient of ranking out, to measure it; may be repeated")
      ->check(CLI::IsMember(search::kIngredients))
      ->allow_extra_args(false);
  app.add_option("--page", request.page, "page of the result, from 1")->check(CLI::Range(1, 1000));
  app.add_option("--per-page", request.per_page, "hits a page")->check(CLI::Range(1, 100));
  app.add_option("--lang", typed.language, "language of labels: pl or en")
      ->check(CLI::IsMember({"pl", "en"}));
}

void finish_search(SearchOptions& options, const TypedFilters& typed, const std::vector<std::string>& words) {
  auto& request = options.request;
  for (const auto& word : words) request.query += (request.query.empty() ? "" : " ") + word;
  for (const auto& code : typed.places) request.filters.places.push_back(*place(code));
  for (const auto& kind : typed.kinds) request.filters.kinds.push_back(*core::document_kind(kind));
  for (const auto& level : typed.goal_levels) request.filters.goal_levels.push_back(*core::goal_level(level));
  if (typed.from != 0) request.filters.from = typed.from;
  if (typed.to != 0) request.filters.to = typed.to;
  request.sort = *sort_order(typed.sort);
  request.loosest = *core::match_kind(typed.match);
  for (const auto& ingredient : typed.without) search::leave_out(ingredient, request.weights);
  request.facets = request.facets || options.json;
  options.english = typed.language == "en";
}

int parse_and_run(int argc, char** argv) {
  CLI::App app{
      "Searches what Polish local governments write: strategies, programmes, resolutions, practices, news.",
      "szukajst"};
  app.set_version_flag("--version", "szukajst " SZUKAJST_VERSION);
  app.require_subcommand(1);
  app.set_help_all_flag("--help-all", "help of every command");
  bool quiet = false, verbose = false;
  app.add_flag("--quiet", quiet, "no progress on standard error");
  app.add_flag("--verbose", verbose, "every step on standard error")->excludes("--quiet");
  app.fallthrough();
  app.footer(
      "Exit status: 0 done; 1 some inputs failed, each named with the reason; 2 wrong usage; 3 the index\n"
      "cannot be used.");

  IndexOptions index_options;
  auto* index_command = app.add_subcommand("index", "add documents to an index, or update it");
  index_command->add_option("--into", index_options.into, "the index's folder; made if it is not there")
      ->required();
  index_command->add_option("path", index_options.inputs, "files and folders");
  index_command->add_flag("--optimize", index_options.optimize,
                          "leave one segment, without what is deleted; with no path, do nothing else");
  index_command->add_flag("--shard", index_options.shard,
                          "make an index that xapian-tcpsrv can serve, in one segment");
  index_command
      ->add_option("--jobs", index_options.jobs, "how many documents are worked on at once; default: cores")
      ->check(CLI::Range(1, 1024));
  index_command->add_option("--suppress", index_options.suppress,
                            "a file of persons, one a line, to leave out of the whole index");
  const char* keep_contacts = "keep the telephone numbers and e-mail addresses of persons";
  index_command->add_flag("--keep-contacts", index_options.keep_contacts, keep_contacts);

  SearchOptions search_options;
  TypedFilters typed;
  std::vector<std::string> words;
  auto* search_command = app.add_subcommand("search", "search an index");
  add_search(*search_command, search_options, typed, words);

  ServeOptions serve_options;
  auto* serve_command = app.add_subcommand("serve", "serve an index over HTTP");
  serve_command
      ->add_option("--index", serve_options.indexes,
                   "an index to serve, or tcp:HOST:PORT; several are served as one")
      ->required()
      ->allow_extra_args(false);
  serve_command->add_option("--listen", serve_options.listen, "ADDRESS:PORT; port 0 takes any that is free")
      ->capture_default_str();

  ExtractOptions extract_options;
  auto* extract_command =
      app.add_subcommand("extract", "print what the indexer would record, without an index");
  auto* extract_json = extract_command->add_flag("--json", extract_options.json, "a line of JSON a document");
  extract_command
      ->add_flag("--evidence", extract_options.evidence,
                 "with --json: the cleaned text too, and where in it each item stands")
      ->needs(extract_json);
  extract_command->add_flag("--keep-contacts", extract_options.keep_contacts, keep_contacts);
  extract_command->add_option("file", extract_options.inputs, "files and folders")->required();

  RepairOptions repair_options;
  auto* repair_command = app.add_subcommand("repair", "mend text that optical recognition damaged");
  repair_command->add_flag("--json", repair_options.json, "a line of JSON a document: each change");
  repair_command->add_flag("--lines", repair_options.lines,
                           "every input line is a document; \\n in it a line break");
  repair_command->add_option("file", repair_options.inputs, "files; standard input where none is named");

  AnalyzeOptions analyze_options;
  auto* analyze_command = app.add_subcommand("analyze", "print tokens, lemmas and keys of a text");
  analyze_command->add_flag("--json", analyze_options.json, "a line of JSON a text");
  analyze_command->add_flag("--lines", analyze_options.lines, "read standard input, every line a text");
  analyze_command->add_option("text", analyze_options.texts, "the text");

  std::filesystem::path checked_index;
  auto* check_command = app.add_subcommand("check", "check that an index is whole");
  check_command->add_option("index", checked_index, "the index")->required();

  std::filesystem::path measured_index;
  bool stats_json = false;
  auto* stats_command = app.add_subcommand("stats", "print what is in an index");
  stats_command->add_option("index", measured_index, "the index")->required();
  stats_command->add_flag("--json", stats_json, "as one line of JSON");

  try {
    app.parse(argc, argv);
  } catch (const CLI::RequiredError& error) {
    // "A subcommand is required" does not say what is wrong with the word that stands there.
    if (app.get_subcommands().empty()) {
      const auto word = std::find_if(argv + 1, argv + argc, [](const char* each) { return each[0] != '-'; });
      if (word != argv + argc) print_error("there is no command '" + std::string(*word) + "'");
    }
    return app.exit(error), kWrongUsage;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  }
  if (quiet) core::log::set_level(core::log::Level::error);
  if (verbose) core::log::set_level(core::log::Level::debug);

  if (*index_command && index_options.inputs.empty() && !index_options.optimize) {
    print_error("index: a path is needed, or --optimize");
    return kWrongUsage;
  }
  if (*index_command) return index(index_options);
  if (*search_command) {
    finish_search(search_options, typed, words);
    if (typed.from != 0 && typed.to != 0 && typed.from > typed.to) {
      print_error("--from " + std::to_string(typed.from) + " is after --to " + std::to_string(typed.to));
      return kWrongUsage;
    }
    return search(search_options);
  }
  if (*serve_command) return serve(serve_options);
  if (*extract_command) return extract(extract_options);
  if (*repair_command) return repair(repair_options);
  if (*analyze_command) {
    if (analyze_options.texts.empty() && !analyze_options.lines) {
      print_error("analyze: a text is needed, or --lines to read standard input");
      return kWrongUsage;
    }
    return analyze(analyze_options);
  }
  if (*check_command) return check(checked_index);
  return stats(measured_index, stats_json);
}

}  // namespace

int run(int argc, char** argv) {
  try {
    return parse_and_run(argc, argv);
  } catch (const std::exception& error) {  // memory ran out, or a bug: name it, and never a crash dump
    print_error(std::string("internal error: ") + error.what());
    return kSomeFailed;
  }
}

}  // namespace szukajst::cli
