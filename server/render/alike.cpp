#include "server/render/alike.h"

#include <array>
#include <string>
#include <utility>

#include "server/parameters.h"
#include "server/render/results.h"

namespace szukajst::server {
namespace {

constexpr std::size_t kShownTitle = 80;  // code points

}  // namespace

std::string_view name(search::Relation relation) {
  static constexpr std::array<std::string_view, 5> kNames{"continues", "continued_in", "copied_from",
                                                          "copied_in", "alongside"};
  return kNames[static_cast<std::size_t>(relation)];
}

void add_alike(View& view, const Strings& strings, Language language, const search::AlikeGoals& alike) {
  View::List others;
  for (const search::AlikeGoal& goal : alike.goals) {
    std::string where = goal.unit.empty() ? shortened(goal.title, kShownTitle) : goal.unit;
    if (where.empty()) where = goal.document;
    others.push_back(
        View()
            .set("where", std::move(where))
            .set("year", goal.year ? std::to_string(*goal.year) : "")
            .set("has_year", goal.year.has_value())
            .set("relation", strings.get(language, "alike." + std::string(name(goal.relation))))
            .set("url", document_url(goal.document, language, "goal-" + std::to_string(goal.index))));
  }
  view.set("alike_heading", strings.counted(language, alike.more ? "alike_more" : "alike", alike.total))
      .set_list("alike", std::move(others));
}

}  // namespace szukajst::server
