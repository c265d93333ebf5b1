#include "language/slips.h"

#include <algorithm>

#include "core/utf8.h"
#include "language/table_rows.h"

namespace szukajst::language {
namespace {

constexpr std::size_t kLongest = 3;  // letters of one side

std::u32string letters_in(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters.push_back(core::utf8::next(text, at));
  return letters;
}

}  // namespace

core::Result<Slips> Slips::load(const std::filesystem::path& file) {
  Slips slips;
  const auto read = [&](const TableRow& row) -> const char* {
    const auto [a, b, c] = row;
    const auto cost = share_in(c);
    if (!cost) return "the cost is no number from 0 to 1";
    if (a == "swap" || a == "double") {
      (a == "swap" ? slips.swap_ : slips.double_) = *cost;
      return nullptr;
    }
    std::u32string from = letters_in(a), to = letters_in(b);
    if (a == "keys") {
      for (std::size_t i = 0; i + 1 < to.size(); ++i) slips.change(to[i], to[i + 1], *cost);
      return nullptr;
    }
    if (from.empty() || to.empty() || from.size() > kLongest || to.size() > kLongest)
      return "one to three letters are wanted on either side";
    if (from.size() == 1 && to.size() == 1) {
      slips.change(from[0], to[0], *cost);
    } else {
      slips.rules_[from].push_back({to, *cost});
      slips.rules_[to].push_back({from, *cost});
    }
    return nullptr;
  };
  if (auto done = for_each_row(file, "two texts and a cost are wanted", read); !done) return done.error();
  return slips;
}

void Slips::change(char32_t a, char32_t b, double cost) {
  for (const auto& letters : {std::pair(a, b), std::pair(b, a)}) {
    double& known = letters_.try_emplace(letters, cost).first->second;
    known = std::min(known, cost);
  }
}

double Slips::changed(char32_t a, char32_t b) const {
  if (a == b) return 0;
  const auto known = letters_.find({a, b});
  return known == letters_.end() ? 1 : known->second;
}

double Slips::cost(std::u32string_view written, std::u32string_view meant) const {
  const std::size_t width = meant.size() + 1;
  std::vector<double> costs((written.size() + 1) * width, static_cast<double>(written.size() + meant.size()));
  const auto at = [&](std::size_t i, std::size_t j) -> double& { return costs[i * width + j]; };
  at(0, 0) = 0;
  // From each pair of places onwards, so that a rule may take several letters of either.
  for (std::size_t i = 0; i <= written.size(); ++i) {
    for (std::size_t j = 0; j <= meant.size(); ++j) {
      const double here = at(i, j);
      const auto reach = [&](std::size_t more_i, std::size_t more_j, double cost) {
        double& there = at(i + more_i, j + more_j);
        there = std::min(there, here + cost);
      };
      const bool left = i < written.size(), right = j < meant.size();
      if (left) reach(1, 0, i > 0 && written[i] == written[i - 1] ? double_ : 1);
      if (right) reach(0, 1, j > 0 && meant[j] == meant[j - 1] ? double_ : 1);
      if (!left || !right) continue;
      reach(1, 1, changed(written[i], meant[j]));
      if (i + 1 < written.size() && j + 1 < meant.size() && written[i] == meant[j + 1] &&
          written[i + 1] == meant[j])
        reach(2, 2, swap_);
      for (std::size_t size = 1; size <= kLongest && i + size <= written.size(); ++size) {
        const auto rules = rules_.find(written.substr(i, size));
        if (rules == rules_.end()) continue;
        for (const Rule& rule : rules->second)
          if (meant.substr(j).starts_with(rule.to)) reach(size, rule.to.size(), rule.cost);
      }
    }
  }
  return at(written.size(), meant.size());
}

}  // namespace szukajst::language
