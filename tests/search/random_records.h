// Random records over small vocabularies, so that values, filters and words meet often.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "corpus.h"

namespace szukajst::search {

class RandomRecords {
 public:
  explicit RandomRecords(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool chance(std::size_t in) { return below(in) == 0; }
  template <typename T>
  const T& one_of(const std::vector<T>& values) {
    return values[below(values.size())];
  }

  indexer::ProcessedDocument next(const std::string& id) {
    std::string text;
    for (std::size_t i = 0, words = 1 + below(12); i < words; ++i) text += one_of(words_) + " ";
    auto made = document(id, text);
    core::Record& record = made.record;
    record.title = one_of(words_) + " " + one_of(words_);
    record.kind = static_cast<core::DocumentKind>(below(9));
    if (chance(3))
      record.date = core::Date{static_cast<int>(2015 + below(8)), 1 + static_cast<int>(below(12)), 1};
    if (chance(3)) {
      const int from = static_cast<int>(2014 + below(8));
      record.period = core::Period{from, from + static_cast<int>(below(5))};
      if (chance(3)) (chance(2) ? record.period->from : record.period->to).reset();
    }
    for (std::size_t i = below(4); i > 0; --i)
      record.places.push_back(
          {core::PlaceKind::municipality, "gmina", core::Teryt::parse(one_of(codes_)), 1});
    for (std::size_t i = below(3); i > 0; --i)
      record.officials.push_back({one_of(persons_), "radny", {}, {}});
    for (std::size_t i = below(3); i > 0; --i) record.partners.push_back({one_of(partners_), {}});
    for (std::size_t i = below(3); i > 0; --i) record.programmes.push_back(one_of(programmes_));
    for (std::size_t i = below(4); i > 0; --i)
      record.goals.push_back(
          {static_cast<core::GoalLevel>(below(5)), "1", one_of(words_) + " " + one_of(words_), {}, 1});
    return made;
  }

  Filters filters() {
    Filters filters;
    const auto some = [&](std::size_t in) { return chance(in) ? 1 + below(2) : 0; };
    for (std::size_t i = some(3); i > 0; --i) filters.places.push_back(*core::Teryt::parse(one_of(codes_)));
    for (std::size_t i = some(3); i > 0; --i)
      filters.kinds.push_back(static_cast<core::DocumentKind>(below(9)));
    for (std::size_t i = some(5); i > 0; --i) filters.officials.push_back(one_of(persons_));
    for (std::size_t i = some(5); i > 0; --i) filters.partners.push_back(one_of(partners_));
    for (std::size_t i = some(5); i > 0; --i) filters.programmes.push_back(one_of(programmes_));
    for (std::size_t i = some(3); i > 0; --i)
      filters.goal_levels.push_back(static_cast<core::GoalLevel>(below(5)));
    if (chance(4)) filters.from = static_cast<int>(2014 + below(8));
    if (chance(4)) filters.to = static_cast<int>(2014 + below(8));
    return filters;
  }

  const std::vector<std::string>& words() const { return words_; }

 private:
  std::mt19937 random_;
  // Words with one lemma each, and no other word's form among them.
  const std::vector<std::string> words_{"rozwój", "turystyka", "droga", "szkoła",
                                        "las",    "rzeka",     "most",  "szpital"};
  const std::vector<std::string> codes_{"04", "0404", "040406", "0415",  "041501",
                                        "10", "1014", "101401", "221205"};
  const std::vector<std::string> persons_{"Olgierd Wichrowski", "Żaneta Łupieżna", "Zaneta Lupiezna",
                                          "Mścisław Krąg"};
  const std::vector<std::string> partners_{"gmina Lipusz", "Gmina Lipusz", "Bractwo Wiosło",
                                           "powiat toruński"};
  const std::vector<std::string> programmes_{"EFS", "PROW", "RPO WK-P"};
};

}  // namespace szukajst::search
