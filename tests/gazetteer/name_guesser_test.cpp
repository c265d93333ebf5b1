#include "gazetteer/name_guesser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/gazetteer/built_gazetteer.h"

namespace szukajst::gazetteer {
namespace {

std::string best(std::string_view form, NameCase name_case, std::string_view near) {
  const Gazetteer& gazetteer = built_gazetteer();
  const auto region = gazetteer.guesser().around(*gazetteer.find(*core::Teryt::parse(near))->coordinates);
  const auto guesses = gazetteer.guesser().nominatives(form, name_case, &region);
  const auto most = std::max_element(guesses.begin(), guesses.end(), [](const auto& a, const auto& b) {
    return a.log_share + a.habit < b.log_share + b.habit;
  });
  return most == guesses.end() ? std::string{} : most->nominative + " " + most->gender;
}

TEST(NameGuesser, EndingsOfEveryGender) {
  EXPECT_EQ(best("Brzozowicach", NameCase::locative, "12"), "Brzozowice p");
  EXPECT_EQ(best("Zgliczyńca", NameCase::genitive, "14"), "Zgliczyniec m");
  EXPECT_EQ(best("Modrzynce", NameCase::locative, "06"), "Modrzynka f");
  EXPECT_EQ(best("Turzycku", NameCase::locative, "30"), "Turzycko n");
}

TEST(NameGuesser, TheRegionTellsNamesOfOneFormApart) {
  EXPECT_EQ(best("Gąskowie", NameCase::locative, "32"), "Gąskowo n");
  EXPECT_EQ(best("Gąskowie", NameCase::locative, "12"), "Gąsków m");
}

TEST(NameGuesser, NamesNearByCountMoreThanThoseOfTheVoivodeship) {
  EXPECT_EQ(best("Gąskowie", NameCase::locative, "0811"), "Gąsków m");   // powiat żarski
  EXPECT_EQ(best("Gąskowie", NameCase::locative, "0801"), "Gąskowo n");  // powiat gorzowski
}

TEST(NameGuesser, AnEndingThatNoNameHasIsUnlikely) {
  EXPECT_EQ(best("Zabrdnie", NameCase::locative, "04"), "Zabrdno n");
}

}  // namespace
}  // namespace szukajst::gazetteer
