#include "language/repair.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/data_folder.h"
#include "core/utf8.h"
#include "gazetteer/gazetteer.h"
#include "indexer/formats/decode.h"
#include "language/normalise.h"

namespace szukajst::cli {
namespace {

std::string json_line(std::string_view source, std::string_view text, const language::Mended& mended) {
  nlohmann::ordered_json object;
  object["source"] = source;
  object["words"] = mended.words;
  object["unknown"] = mended.unknown;
  object["changes"] = nlohmann::ordered_json::array();
  std::size_t bytes = 0, code_points = 0;  // offsets in code points, counted once from left to right
  for (const auto& repair : mended.repairs) {
    code_points += core::utf8::length(text.substr(bytes, repair.source.begin - bytes));
    bytes = repair.source.begin;
    object["changes"].push_back({{"at", code_points},
                                 {"from", repair.source.in(text)},
                                 {"to", repair.mended},
                                 {"certainty", std::round(repair.certainty * 1000) / 1000}});
  }
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  for (std::size_t at = 0;;) {
    const std::size_t found = text.find(from, at);
    result += text.substr(at, found - at);
    if (found == std::string_view::npos) return result;
    result += to;
    at = found + from.size();
  }
}

}  // namespace

int repair(const RepairOptions& options) {
  const auto folder = core::data_folder() / "language";
  const auto gazetteer = gazetteer::Gazetteer::load(core::data_folder() / "gazetteer");
  if (!gazetteer) return print_error(gazetteer.error()), kSomeFailed;
  const auto html_names = indexer::formats::HtmlNames::load(core::data_folder() / "formats");
  if (!html_names) return print_error(html_names.error()), kSomeFailed;
  const auto lexicon = language::Lexicon::open(folder);
  if (!lexicon) return print_error(lexicon.error()), kSomeFailed;
  auto repairer = language::Repairer::open(*lexicon, folder);
  if (!repairer) return print_error(repairer.error()), kSomeFailed;
  repairer->add_words(gazetteer->words());

  const auto mend = [&](std::string_view source, const std::string& text) {
    const language::Mended mended = repairer->repair(text);
    if (options.json) {
      print_line(json_line(source, text, mended));
    } else {
      const std::string paragraphs = language::reflow(mended.text);
      print_line(options.lines ? replace_all(paragraphs, "\n", "\\n") : paragraphs);
    }
  };
  const auto mend_line = [&](std::string_view line) {
    mend("-", language::normalise(replace_all(line, "\\n", "\n")));
  };
  bool all_done = true;
  if (!options.inputs.empty()) {
    all_done =
        for_each_input(options.inputs, [&](const indexer::RawInput& input) -> core::Result<core::Done> {
          const auto document = indexer::decode(input, *html_names);
          if (!document) return document.error();
          const std::string& text = document->text.text;
          if (!options.lines) return mend(input.source, text), core::Done{};
          for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            mend_line(std::string_view(text).substr(at, end - at));
            at = end + 1;
          }
          return core::Done{};
        });
  } else if (options.lines) {
    for_each_input_line(mend_line);
  } else {
    std::string text;
    for_each_input_line([&](std::string_view line) { (text += line) += '\n'; });
    mend("-", language::normalise(text));
  }
  return finish_output() && all_done ? kDone : kSomeFailed;
}

}  // namespace szukajst::cli
