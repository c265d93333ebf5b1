// Forms of names of every kind, written by hand: one line a name; a line more for every name that was
// once declined wrongly.
#include <gtest/gtest.h>

#include "tests/gazetteer/built_gazetteer.h"

namespace szukajst::gazetteer {
namespace {

struct Forms {
  const char* nominative;
  const char* genitive;
  const char* locative;
};

constexpr Forms kForms[] = {
    // masculine
    {"Toruń", "Torunia", "Toruniu"},
    {"Grudziądz", "Grudziądza", "Grudziądzu"},
    {"Lipusz", "Lipusza", "Lipuszu"},
    {"Karsin", "Karsina", "Karsinie"},
    {"Sieradz", "Sieradza", "Sieradzu"},
    {"Kraków", "Krakowa", "Krakowie"},
    {"Wrocław", "Wrocławia", "Wrocławiu"},
    {"Oświęcim", "Oświęcimia", "Oświęcimiu"},
    {"Radom", "Radomia", "Radomiu"},
    {"Sosnowiec", "Sosnowca", "Sosnowcu"},
    {"Lubliniec", "Lublińca", "Lublińcu"},
    {"Sulejówek", "Sulejówka", "Sulejówku"},
    {"Sopot", "Sopotu", "Sopocie"},
    {"Kołobrzeg", "Kołobrzegu", "Kołobrzegu"},
    {"Turek", "Turku", "Turku"},
    {"Gdańsk", "Gdańska", "Gdańsku"},
    {"Racibórz", "Raciborza", "Raciborzu"},
    {"Białystok", "Białegostoku", "Białymstoku"},
    {"Krasnystaw", "Krasnegostawu", "Krasnymstawie"},
    {"Zamość", "Zamościa", "Zamościu"},
    {"Reszel", "Reszla", "Reszlu"},
    {"Gózd", "Gozdu", "Goździe"},
    // feminine
    {"Warszawa", "Warszawy", "Warszawie"},
    {"Kościerzyna", "Kościerzyny", "Kościerzynie"},
    {"Warta", "Warty", "Warcie"},
    {"Ostrołęka", "Ostrołęki", "Ostrołęce"},
    {"Bochnia", "Bochni", "Bochni"},
    {"Alwernia", "Alwerni", "Alwerni"},
    {"Łomża", "Łomży", "Łomży"},
    {"Łódź", "Łodzi", "Łodzi"},
    {"Bydgoszcz", "Bydgoszczy", "Bydgoszczy"},
    {"Gołdap", "Gołdapi", "Gołdapi"},
    {"Narew", "Narwi", "Narwi"},
    {"Klonowa", "Klonowej", "Klonowej"},
    {"Biała", "Białej", "Białej"},
    {"Limanowa", "Limanowej", "Limanowej"},
    // neuter
    {"Stolno", "Stolna", "Stolnie"},
    {"Lisewo", "Lisewa", "Lisewie"},
    {"Liniewo", "Liniewa", "Liniewie"},
    {"Krosno", "Krosna", "Krośnie"},
    {"Gniezno", "Gniezna", "Gnieźnie"},
    {"Leszno", "Leszna", "Lesznie"},
    {"Giżycko", "Giżycka", "Giżycku"},
    {"Brzeźnio", "Brzeźnia", "Brzeźniu"},
    {"Opole", "Opola", "Opolu"},
    {"Świnoujście", "Świnoujścia", "Świnoujściu"},
    {"Zakopane", "Zakopanego", "Zakopanem"},
    {"Poświętne", "Poświętnego", "Poświętnym"},
    // plural
    {"Błaszki", "Błaszek", "Błaszkach"},
    {"Dziemiany", "Dziemian", "Dziemianach"},
    {"Katowice", "Katowic", "Katowicach"},
    {"Kielce", "Kielc", "Kielcach"},
    {"Siedlce", "Siedlec", "Siedlcach"},
    {"Tychy", "Tychów", "Tychach"},
    {"Łanięta", "Łaniąt", "Łaniętach"},
    {"Pobiedziska", "Pobiedzisk", "Pobiedziskach"},
    // of several words
    {"Nowa Karczma", "Nowej Karczmy", "Nowej Karczmie"},
    {"Stara Kiszewa", "Starej Kiszewy", "Starej Kiszewie"},
    {"Sucha Beskidzka", "Suchej Beskidzkiej", "Suchej Beskidzkiej"},
    {"Radomyśl Wielki", "Radomyśla Wielkiego", "Radomyślu Wielkim"},
    {"Stare Babice", "Starych Babic", "Starych Babicach"},
    {"Dobre Miasto", "Dobrego Miasta", "Dobrym Mieście"},
    {"Wysokie Mazowieckie", "Wysokiego Mazowieckiego", "Wysokiem Mazowieckiem"},
    {"Ustrzyki Dolne", "Ustrzyk Dolnych", "Ustrzykach Dolnych"},
    {"Łaziska Górne", "Łazisk Górnych", "Łaziskach Górnych"},
    {"Ostrów Mazowiecka", "Ostrowi Mazowieckiej", "Ostrowi Mazowieckiej"},
    {"Wola Krzysztoporska", "Woli Krzysztoporskiej", "Woli Krzysztoporskiej"},
    {"Nowy Dwór Gdański", "Nowego Dworu Gdańskiego", "Nowym Dworze Gdańskim"},
    {"Nakło nad Notecią", "Nakła nad Notecią", "Nakle nad Notecią"},
    {"Grabów nad Prosną", "Grabowa nad Prosną", "Grabowie nad Prosną"},
    {"Wielka Wieś", "Wielkiej Wsi", "Wielkiej Wsi"},
    // joined by hyphens
    {"Bielsko-Biała", "Bielska-Białej", "Bielsku-Białej"},
    {"Rabka-Zdrój", "Rabki-Zdroju", "Rabce-Zdroju"},
    {"Golub-Dobrzyń", "Golubia-Dobrzynia", "Golubiu-Dobrzyniu"},
    {"Skarżysko-Kamienna", "Skarżyska-Kamiennej", "Skarżysku-Kamiennej"},
    {"Igołomia-Wawrzeńczyce", "Igołomi-Wawrzeńczyc", "Igołomi-Wawrzeńczycach"},
};

// The codes under which the spelling stands in the case.
std::vector<std::string> codes(std::string_view spelling, NameCase name_case) {
  std::vector<std::string> found;
  for (const NameForm& form : built_gazetteer().forms(spelling)) {
    if (form.name_case == name_case) found.push_back(form.unit->code.text());
  }
  return found;
}

TEST(Declension, GivesTheFormsThatPeopleWrite) {
  for (const Forms& name : kForms) {
    const std::vector<std::string> units = codes(name.nominative, NameCase::nominative);
    EXPECT_FALSE(units.empty()) << name.nominative;
    EXPECT_EQ(codes(name.genitive, NameCase::genitive), units) << name.nominative << ", genitive";
    EXPECT_EQ(codes(name.locative, NameCase::locative), units) << name.nominative << ", locative";
  }
}

TEST(Declension, GivesTheOtherCases) {
  EXPECT_FALSE(codes("Toruniowi", NameCase::dative).empty());
  EXPECT_FALSE(codes("Toruniem", NameCase::instrumental).empty());
  EXPECT_FALSE(codes("Kościerzynę", NameCase::accusative).empty());
  EXPECT_FALSE(codes("Nowej Karczmie", NameCase::dative).empty());
  EXPECT_FALSE(codes("Ustrzykami Dolnymi", NameCase::instrumental).empty());
  EXPECT_FALSE(codes("Starym Babicom", NameCase::dative).empty());
  EXPECT_FALSE(codes("Białą", NameCase::accusative).empty());
}

}  // namespace
}  // namespace szukajst::gazetteer
