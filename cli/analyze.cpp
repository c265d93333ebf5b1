#include "language/analyzer.h"

#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/data_folder.h"
#include "gazetteer/gazetteer.h"
#include "language/normalise.h"

namespace szukajst::cli {
namespace {

std::string_view name(language::TokenKind kind) {
  switch (kind) {
    case language::TokenKind::word:
      return "word";
    case language::TokenKind::number:
      return "number";
    case language::TokenKind::code:
      return "code";
  }
  return "";
}

std::string_view name(language::WordSource source) {
  switch (source) {
    case language::WordSource::polimorf:
      return "polimorf";
    case language::WordSource::hunspell:
      return "hunspell";
    case language::WordSource::guess:
      return "guess";
    case language::WordSource::none:
      return "none";
  }
  return "";
}

std::string json_line(std::string_view text, const std::vector<language::AnalyzedToken>& tokens) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& analyzed : tokens) {
    const auto& [token, word] = analyzed;
    auto tags = nlohmann::ordered_json::array();
    for (const auto& reading : word->readings) tags.push_back(reading.lemma + "/" + reading.tag);
    list.push_back({{"text", token.range.in(text)},
                    {"kind", name(token.kind)},
                    {"form", word->form},
                    {"lemmas", language::chosen_lemmas(analyzed)},
                    {"keys", language::chosen_keys(analyzed)},
                    {"readings", tags},
                    {"source", name(word->source)},
                    {"stop", word->stop}});
  }
  nlohmann::ordered_json object;
  object["tokens"] = std::move(list);
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void print_readable(std::string_view text, const std::vector<language::AnalyzedToken>& tokens) {
  const auto joined = [](const std::vector<std::string_view>& parts) {
    std::string result;
    for (const auto part : parts) (result += result.empty() ? "" : ", ") += part;
    return result;
  };
  for (const auto& token : tokens) {
    print_line(std::string(token.token.range.in(text)) + "\t" + joined(chosen_lemmas(token)) + "\t" +
               joined(chosen_keys(token)) + "\t" +
               std::string(token.word->stop ? "stop word" : name(token.word->source)));
  }
}

}  // namespace

int analyze(const AnalyzeOptions& options) {
  const auto lexicon = language::Lexicon::open(core::data_folder() / "language");
  if (!lexicon) return print_error(lexicon.error()), kSomeFailed;
  const auto gazetteer = gazetteer::Gazetteer::load(core::data_folder() / "gazetteer");
  if (!gazetteer) return print_error(gazetteer.error()), kSomeFailed;
  language::Analyzer analyzer(*lexicon);
  analyzer.use_names(gazetteer->nominatives());
  const auto each = [&](std::string_view given) {
    const std::string text = language::normalise(given);
    const auto tokens = analyzer.analyze(text);
    if (options.json) {
      print_line(json_line(text, tokens));
    } else {
      print_readable(text, tokens);
    }
  };
  for (const auto& text : options.texts) each(text);
  if (options.lines) for_each_input_line(each);
  return finish_output() ? kDone : kSomeFailed;
}

}  // namespace szukajst::cli
