// A document's head, as tests of title, kind, date and period expect it.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "core/data_folder.h"
#include "core/kinds.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/kind.h"
#include "indexer/extract/title.h"
#include "tests/indexer/extract_source.h"

namespace szukajst::indexer::extract {

struct TableRules {
  TitleRules title = *TitleRules::load(core::data_folder() / "extract");
  KindRules kind = *KindRules::load(core::data_folder() / "extract");
  DateRules dates = *DateRules::load(core::data_folder() / "extract");
  PracticeLabels practice = *PracticeLabels::load(core::data_folder() / "extract");
};

inline const TableRules& rules() {
  static const TableRules loaded;
  return loaded;
}

struct Expected {
  std::string title;
  core::DocumentKind kind;
  std::string date;    // empty: none
  std::string period;  // "2021-2030", "-2028"; empty: none
};

inline std::string written(const std::optional<Written<core::Period>>& period) {
  if (!period) return {};
  const auto year = [](const std::optional<int>& y) { return y ? std::to_string(*y) : std::string(); };
  return year(period->value.from) + "-" + year(period->value.to);
}

inline void expect(const std::string& text, const Expected& expected, const std::string& hint = {}) {
  const TestSource test(text, hint);
  const SourceText& source = test.source();
  const auto practice = extract_practice(source, rules().practice, rules().dates);
  const std::string title = extract_title(source, practice ? &*practice : nullptr, rules().title).text;
  EXPECT_EQ(title, expected.title);
  const core::DocumentKind kind = classify_kind(source, title, practice.has_value(), rules().kind);
  EXPECT_EQ(core::name(kind), core::name(expected.kind)) << title;
  const auto card =
      practice ? std::optional<LabelledValues>({practice->card, practice->values}) : std::nullopt;
  const auto date = extract_date(source, expected.kind, title, card ? &*card : nullptr, rules().dates);
  EXPECT_EQ(date ? date->value.iso() : std::string(), expected.date) << title;
  EXPECT_EQ(written(extract_period(source, expected.kind, title, rules().dates)), expected.period) << title;
}

}  // namespace szukajst::indexer::extract
