#include "core/date.h"

#include <gtest/gtest.h>

namespace szukajst::core {
namespace {

TEST(Date, ReadsDaysOfTheCalendar) {
  EXPECT_EQ(Date::parse("2024-02-29")->iso(), "2024-02-29");
  EXPECT_EQ(Date::parse("2000-02-29")->day, 29);
  for (const char* text : {"2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-4-3",
                           "0999-01-01", "2024/04/03", "2024-04-0x", ""})
    EXPECT_FALSE(Date::parse(text)) << text;
}

TEST(Date, OrdersByTime) {
  EXPECT_LT(*Date::parse("2019-12-31"), *Date::parse("2020-01-01"));
}

}  // namespace
}  // namespace szukajst::core
