// Units, their hierarchy, and names found in rows of words.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <thread>
#include <vector>

#include "core/data_folder.h"

#include "tests/gazetteer/built_gazetteer.h"

namespace szukajst::gazetteer {
namespace {

TEST(Units, AreAllThere) {
  std::map<core::PlaceKind, int> counts;
  std::map<UnitType, int> types;
  for (const Unit& unit : built_gazetteer().units()) {
    ++counts[unit.kind()];
    ++types[unit.type];
  }
  EXPECT_EQ(counts[core::PlaceKind::voivodeship], 16);
  EXPECT_EQ(counts[core::PlaceKind::county], 380);
  EXPECT_EQ(counts[core::PlaceKind::municipality], 2477);
  EXPECT_EQ(types[UnitType::city_county], 66);
  EXPECT_EQ(types[UnitType::land_county], 314);
  EXPECT_EQ(types[UnitType::urban], 302);
  EXPECT_EQ(types[UnitType::urban_rural], 711);
  EXPECT_EQ(types[UnitType::rural], 1464);
  EXPECT_EQ(built_gazetteer().districts().size(), 37U);
}

TEST(Nominatives, OfEachWordOfANamesCases) {
  const auto nominatives = built_gazetteer().nominatives();
  EXPECT_TRUE(std::ranges::is_sorted(nominatives));
  const auto has = [&](const std::string& form, const std::string& nominative) {
    return std::ranges::binary_search(nominatives, std::pair(form, nominative));
  };
  EXPECT_TRUE(has("brzeźniu", "brzeźnio"));
  EXPECT_FALSE(has("brzeźniu", "brzeźno"));
  EXPECT_TRUE(has("nowej", "nowa"));
  EXPECT_TRUE(has("karczmy", "karczma"));
  EXPECT_FALSE(has("toruńskiego", "toruń"));
}

// What is made when it is first asked for is made once and whole, whoever asks.
TEST(Gazetteer, ManyThreadsMayAskFirst) {
  const auto fresh = Gazetteer::load(core::data_folder() / "gazetteer");
  ASSERT_TRUE(fresh);
  const std::vector<std::string_view> name = {"Nowej", "Karczmy"};
  std::vector<const void*> seen(8);
  std::vector<std::thread> threads;
  for (const void*& place : seen) {
    threads.emplace_back([&] {
      if (fresh->match(name).words == 2 && fresh->match_folded(name).words == 2 &&
          fresh->nominatives().size() == built_gazetteer().nominatives().size() &&
          fresh->words().size() == built_gazetteer().words().size())
        place = fresh->match(name).forms.data();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_NE(seen.front(), nullptr);
  EXPECT_EQ(std::ranges::count(seen, seen.front()), static_cast<std::ptrdiff_t>(seen.size()));
}

TEST(Units, AscendAndFormATree) {
  const Gazetteer& gazetteer = built_gazetteer();
  std::size_t children = 0;
  for (std::size_t i = 0; i < gazetteer.units().size(); ++i) {
    const Unit& unit = gazetteer.units()[i];
    EXPECT_TRUE(i == 0 || gazetteer.units()[i - 1].code < unit.code) << unit.label;
    EXPECT_EQ(gazetteer.find(unit.code), &unit);
    for (const Unit* child : gazetteer.children(unit.code)) {
      EXPECT_EQ(child->code.parent(), unit.code);
      ++children;
    }
  }
  EXPECT_EQ(children, 2477U + 380U);
}

TEST(Units, ChildrenAreOneLevelDown) {
  std::vector<std::string> counties;
  for (const Unit* county : built_gazetteer().children(code("08"))) counties.push_back(county->code.text());
  EXPECT_EQ(counties.size(), 14U);
  EXPECT_EQ(counties.front(), "0801");
  EXPECT_EQ(counties.back(), "0862");
  EXPECT_EQ(built_gazetteer().children(code("1465")).size(), 1U);  // Warszawa, without its districts
  EXPECT_TRUE(built_gazetteer().children(code("046301")).empty());
}

TEST(Units, SayWhatTheyAre) {
  const Gazetteer& gazetteer = built_gazetteer();
  const Unit* stolno = gazetteer.find(code("040406"));
  ASSERT_NE(stolno, nullptr);
  EXPECT_EQ(stolno->name, "Stolno");
  EXPECT_EQ(stolno->label, "gmina Stolno");
  EXPECT_EQ(stolno->type, UnitType::rural);
  EXPECT_EQ(stolno->seat, "Stolno");
  EXPECT_EQ(gazetteer.find(code("046301"))->label, "miasto Toruń");
  EXPECT_EQ(gazetteer.find(code("0463"))->type, UnitType::city_county);
  EXPECT_EQ(gazetteer.find(code("0404"))->label, "powiat chełmiński");
  EXPECT_EQ(gazetteer.find(code("0404"))->seat, "Chełmno");
  EXPECT_EQ(gazetteer.find(code("22"))->label, "województwo pomorskie");
  EXPECT_EQ(gazetteer.find(code("04"))->seat, "Bydgoszcz, Toruń");
  EXPECT_EQ(gazetteer.find(code("146506"))->label, "dzielnica Ochota");
  EXPECT_EQ(gazetteer.find(code("146506"))->kind(), core::PlaceKind::locality);
  EXPECT_EQ(gazetteer.find(code("99")), nullptr);
  EXPECT_EQ(gazetteer.find(code("0404")), &*gazetteer.children(code("04"))[3]);
}

TEST(Units, LieInPoland) {
  for (const Unit& unit : built_gazetteer().units()) {
    ASSERT_TRUE(unit.coordinates) << unit.label;
    EXPECT_GT(unit.coordinates->latitude, 48.9) << unit.label;
    EXPECT_LT(unit.coordinates->latitude, 54.9) << unit.label;
    EXPECT_GT(unit.coordinates->longitude, 14.1) << unit.label;
    EXPECT_LT(unit.coordinates->longitude, 24.2) << unit.label;
  }
  EXPECT_NEAR(built_gazetteer().find(code("046301"))->coordinates->latitude, 53.01, 0.05);
}

TEST(Words, AreThoseOfEveryFormOnce) {
  const auto words = built_gazetteer().words();
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end());
  for (const char* word : {"Torunia", "Toruniu", "Nowej", "Karczmy", "Bielsko", "Biała", "toruńskiego"})
    EXPECT_TRUE(std::binary_search(words.begin(), words.end(), word)) << word;
}

TEST(Match, FindsTheCase) {
  EXPECT_TRUE(has_form(match({"Torunia"}).forms, "046301", NameCase::genitive));
  EXPECT_TRUE(has_form(match({"Torunia"}).forms, "0463", NameCase::genitive));
  EXPECT_EQ(match({"Torunia"}).forms.front().unit->code.text(), "046301");  // the town before the county
  EXPECT_TRUE(has_form(match({"toruniu", "odbyło"}).forms, "046301", NameCase::locative));
  EXPECT_EQ(match({"toruniu", "odbyło"}).words, 1U);
  EXPECT_EQ(match({"odbyło", "Toruniu"}).words, 0U);
  EXPECT_EQ(match({}).words, 0U);
}

TEST(Match, TellsWhatNamesBeginWith) {
  for (const char* word : {"torunia", "nowej", "toruńskiego", "kujawsko"})
    EXPECT_TRUE(built_gazetteer().begins_name(word)) << word;
  for (const char* word : {"odbyło", "rzeką", "Torunia", ""})
    EXPECT_FALSE(built_gazetteer().begins_name(word)) << word;
}

TEST(Match, TakesTheLongestName) {
  EXPECT_EQ(match({"Nowej", "Karczmy", "i"}).words, 2U);
  EXPECT_TRUE(has_form(match({"Nowej", "Karczmy"}).forms, "220607", NameCase::genitive));
  EXPECT_EQ(match({"Nowe", "Miasto", "nad", "Pilicą"}).words, 4U);
  EXPECT_EQ(match({"Nowe", "Miasto", "nad", "rzeką"}).words, 2U);
  EXPECT_TRUE(has_form(match({"Nowe", "Miasto", "nad", "rzeką"}).forms, "142008", NameCase::nominative));
  EXPECT_EQ(match({"Nowej", "ustawy"}).words, 0U);
  EXPECT_EQ(match({"BIELSKA", "BIAŁEJ"}).words, 2U);
  EXPECT_TRUE(has_form(match({"BIELSKA", "BIAŁEJ"}).forms, "246101", NameCase::genitive));
  EXPECT_TRUE(has_form(match({"Dobra", "Szczecińska"}).forms, "321101", NameCase::nominative));
  EXPECT_TRUE(has_form(match({"Dobra"}).forms, "321101", NameCase::nominative));
}

TEST(Match, FindsShortAndFormerNames) {
  EXPECT_TRUE(has_form(match({"Gorzowie", "Wlkp"}).forms, "086101", NameCase::locative));
  EXPECT_TRUE(has_form(match({"Nowego", "Dworu", "Maz"}).forms, "141401", NameCase::genitive));
  EXPECT_TRUE(has_form(match({"Kudowy"}).forms, "020803", NameCase::genitive));
  EXPECT_TRUE(has_form(match({"Stargardu", "Szczecińskiego"}).forms, "321401", NameCase::genitive));
  EXPECT_TRUE(has_form(match({"jeleniogórskiego"}).forms, "0206", NameCase::adjective));
}

TEST(Match, FindsAdjectivesOfCountiesAndVoivodeships) {
  for (const std::string_view form : {"toruński", "toruńskiego", "Toruńskiemu", "TORUŃSKIM", "toruńska",
                                      "toruńskiej", "toruńską", "toruńskie"}) {
    EXPECT_TRUE(has_form(match({form}).forms, "0415", NameCase::adjective)) << form;
  }
  EXPECT_EQ(match({"toruńskiego"}).forms.front().unit->code.text(), "0415");
  EXPECT_TRUE(has_form(match({"toruńskiego"}).forms, "046301", NameCase::adjective));
  EXPECT_TRUE(match({"toruńskich"}).forms.front().plural);
  EXPECT_FALSE(match({"toruńskiego"}).forms.front().plural);
  EXPECT_EQ(match({"kujawsko", "pomorskiego"}).words, 2U);
  EXPECT_TRUE(has_form(match({"warmińsko", "mazurskiej"}).forms, "28", NameCase::adjective));
  EXPECT_TRUE(has_form(match({"Kujawsko", "Pomorskiem"}).forms, "04", NameCase::adjective));
  EXPECT_EQ(match({"łódzkiego", "wschodniego"}).forms.front().unit->code.text(), "1006");
  EXPECT_EQ(match({"łódzkiego", "wschodniego"}).words, 2U);
  EXPECT_EQ(match({"łódzkiego"}).forms.front().unit->code.text(), "10");
  EXPECT_TRUE(has_form(match({"warszawskim", "zachodnim"}).forms, "1432", NameCase::adjective));
}

TEST(Match, CanLeaveDiacriticsOutOfAccount) {
  const std::vector<std::string_view> words = {"Powiatu", "TORUNSKIEGO", "oraz"};
  EXPECT_EQ(built_gazetteer().match(std::span(words).subspan(1)).words, 0U);
  const NameMatch found = built_gazetteer().match_folded(std::span(words).subspan(1));
  EXPECT_EQ(found.words, 1U);
  EXPECT_TRUE(has_form(found.forms, "0415", NameCase::adjective));
  const std::vector<std::string_view> damaged = {"Toruñ"};
  EXPECT_TRUE(has_form(built_gazetteer().match_folded(damaged).forms, "046301", NameCase::nominative));
}

TEST(Match, OrdersTownsBeforeWhatLiesAround) {
  const auto forms = match({"Włocławka"}).forms;
  std::vector<std::string> codes;
  codes.reserve(forms.size());
  for (const NameForm& form : forms) codes.push_back(form.unit->code.text());
  EXPECT_EQ(codes, (std::vector<std::string>{"046401", "041813", "0464"}));
}

TEST(Match, FlagsCommonWords) {
  EXPECT_TRUE(match({"Warty"}).forms.front().common_word);
  EXPECT_TRUE(match({"Klonowa"}).forms.front().common_word);
  EXPECT_TRUE(built_gazetteer().find(code("101407"))->common_word);  // Klonowa
  EXPECT_FALSE(match({"Torunia"}).forms.front().common_word);
  EXPECT_FALSE(match({"Łodzi"}).forms.front().common_word);    // a boat, but nobody doubts the city
  EXPECT_FALSE(match({"Pacanów"}).forms.front().common_word);  // no heading is a genitive plural
  EXPECT_FALSE(match({"Nowej", "Karczmy"}).forms.front().common_word);
}

TEST(Match, SpansLiveAsLongAsTheGazetteer) {
  const auto before = match({"Torunia"}).forms;
  match({"Bydgoszczy"});
  const auto after = match({"Torunia"}).forms;
  EXPECT_EQ(before.data(), after.data());
  EXPECT_EQ(before.size(), after.size());
}

TEST(Forms, TakeTheWholeName) {
  EXPECT_TRUE(has_form(built_gazetteer().forms("Nowej Karczmy"), "220607", NameCase::genitive));
  EXPECT_TRUE(has_form(built_gazetteer().forms("Bielsku-Białej"), "246101", NameCase::locative));
  EXPECT_TRUE(built_gazetteer().forms("Nowej Karczmy i").empty());
  EXPECT_TRUE(built_gazetteer().forms("").empty());
}

TEST(Localities, AreFoundInTheirCases) {
  const LocalityMatch found = match_locality({"Białce", "Tatrzańskiej", "przebudowano"});
  ASSERT_EQ(found.words, 2U);
  const Locality& locality = *found.forms.front().locality;
  EXPECT_EQ(locality.name, "Białka Tatrzańska");
  EXPECT_EQ(locality.unit, code("121703"));
  EXPECT_GT(locality.population, 1000);
  EXPECT_NEAR(locality.coordinates.value().latitude, 49.4, 0.1);
  EXPECT_EQ(found.forms.back().name_case, NameCase::locative);
  const Locality& district = *match_locality({"Ochoty"}).forms.back().locality;
  EXPECT_EQ(district.code, code("146506"));
  EXPECT_EQ(district.unit, code("146501"));
  EXPECT_EQ(match_locality({"przebudowano"}).words, 0U);
}

TEST(Localities, LieInKnownUnits) {
  EXPECT_GT(built_gazetteer().localities().size(), 1400U);
  for (const Locality& locality : built_gazetteer().localities()) {
    EXPECT_TRUE(!locality.unit || built_gazetteer().find(*locality.unit) != nullptr) << locality.name;
    EXPECT_EQ(locality.name.find_first_of("|~^"), std::string::npos) << locality.name;
  }
}

}  // namespace
}  // namespace szukajst::gazetteer
