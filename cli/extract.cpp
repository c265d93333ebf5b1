#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/data_folder.h"
#include "core/record_json.h"
#include "indexer/pipeline.h"
#include "server/render/strings.h"

namespace szukajst::cli {
namespace {

void print_readable_line(std::string_view text) {
  print_line(printable(text));
}

void print_readable(const core::Record& record) {
  print_readable_line(record.title.empty() ? record.source : record.title);
  const auto row = [](std::string_view label, std::string_view value) {
    if (!value.empty()) print_readable_line("  " + std::string(label) + ": " + std::string(value));
  };
  row("source", record.source);
  row("kind", core::name(record.kind));
  if (record.date) row("date", record.date->iso());
  if (record.period) {
    const auto year = [](const std::optional<int>& value) {
      return value ? std::to_string(*value) : std::string("…");
    };
    row("period", year(record.period->from) + "–" + year(record.period->to));
  }
  for (const auto& goal : record.goals)
    row("goal", std::string(core::name(goal.level)) + " " + goal.number + (goal.number.empty() ? "" : " ") +
                    goal.text);
  for (const auto& place : record.places)
    row("place", place.name + (place.teryt ? " (" + place.teryt->text() + ")" : ""));
  for (const auto& official : record.officials)
    row("official", official.name + ", " + official.role + (official.unit ? ", " + *official.unit : ""));
  for (const auto& partner : record.partners) row("partner", partner.name);
  for (const auto& money : record.money)
    row("money", server::amount(server::Language::english, money.hundredths) + " " + money.currency);
  for (const auto& programme : record.programmes) row("programme", programme);
  if (record.practice)
    for (const auto& [label, value] : *record.practice) row(label, value);
}

}  // namespace

int extract(const ExtractOptions& options) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return print_error(resources.error()), kSomeFailed;
  auto pipeline = indexer::Pipeline::create(**resources, {options.keep_contacts, nullptr});
  if (!pipeline) return print_error(pipeline.error()), kSomeFailed;
  const bool all_done =
      for_each_input(options.inputs, [&](const indexer::RawInput& input) -> core::Result<core::Done> {
        const auto document = pipeline->process(input);
        if (!document) return document.error();
        if (options.json) {
          print_line(options.evidence ? core::to_json(document->record, document->text)
                                      : core::to_json(document->record));
        } else {
          print_readable(document->record);
        }
        return core::Done{};
      });
  return finish_output() && all_done ? kDone : kSomeFailed;
}

}  // namespace szukajst::cli
