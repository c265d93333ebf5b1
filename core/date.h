// Calendar dates and spans of years.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace szukajst::core {

struct Date {
  int year = 0, month = 0, day = 0;

  // Reads ISO 8601 "YYYY-MM-DD"; nothing where that is no day of the calendar.
  static std::optional<Date> parse(std::string_view iso);
  bool valid() const;  // a day of the Gregorian calendar in the years 1000 to 2999
  std::string iso() const;
  auto operator<=>(const Date&) const = default;
};

// Years, both included; a missing end is open. At least one end is given.
struct Period {
  std::optional<int> from, to;
  bool operator==(const Period&) const = default;
};

}  // namespace szukajst::core
