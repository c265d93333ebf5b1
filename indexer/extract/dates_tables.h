// The table of dates, and the numbers that dates and periods are written in.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/dates.h"
#include "indexer/extract/phrase_list.h"

namespace szukajst::indexer::extract {

// Where a cue stands beside a date, or what its row is for.
enum class DateCueSide {
  before,
  just_before,
  after,
  line,
  weekday,
  footer,
  title_other,
  name_day,
  years,
  other_years,
  adopts,
  reports
};
inline constexpr std::size_t kSideCount = static_cast<std::size_t>(DateCueSide::reports) + 1;

struct DateCue {
  std::string topic;
  DateCueSide side;
  int weight = 0;
  Phrase phrase;
};

struct DateRules::Tables {
  std::map<std::string, int, std::less<>> months;  // by folded word; Roman numerals too
  std::map<std::string, int, std::less<>> days;    // ordinal numbers written out
  std::map<std::string, int, std::less<>> tens;    // those from forty on, which years alone have
  std::vector<std::pair<int, Phrase>> centuries;   // "dwa tysiące"
  std::vector<Phrase> agreements;                  // what an agreement's title begins with
  std::set<std::string, std::less<>> this_year;    // what stands for the year in which the text was written
  std::vector<DateCue> cues;
  PhraseBook book;
  std::array<PhraseList, kSideCount> phrases;  // of the cues, by their side
  FoldedSet day_words;                         // those of `days`

  // Whether a row of the side may begin with the word.
  bool may_speak(DateCueSide side, const FoldedWord& word) const {
    return phrases[static_cast<std::size_t>(side)].may_begin(word);
  }
  // Whether a row of the side fits words[at].
  bool speaks(DateCueSide side, std::span<const FoldedWord> words, std::size_t at) const {
    return phrases[static_cast<std::size_t>(side)].begins(words, at, false);
  }
  bool found(DateCueSide side, std::span<const FoldedWord> words) const {
    return phrases[static_cast<std::size_t>(side)].found(words);
  }
};

namespace date_numbers {

bool digits(std::string_view text);
// Of digits alone.
int number(std::string_view text);
// 1900 to 2099; "2012r" too, as in "2012r."; 0 for anything else.
int year(std::string_view word);

}  // namespace date_numbers

}  // namespace szukajst::indexer::extract
