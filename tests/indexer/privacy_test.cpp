// What is left out of documents for the sake of persons.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/data_folder.h"
#include "indexer/privacy/contacts.h"
#include "indexer/privacy/suppression.h"
#include "tests/indexer/extract_source.h"

namespace szukajst::indexer {
namespace {

using extract::LanguageData;

std::string contacts_masked(const std::string& text) {
  static const ContactRules rules = *ContactRules::load(core::data_folder(), LanguageData::get().gazetteer);
  return masked({text, {0}}, rules.find(text)).text;
}

TEST(Masked, MovesThePages) {
  const core::PagedText text{"ab cd\nef gh\nij", {0, 6, 12}};
  const core::PagedText result = masked(text, {{3, 5}, {6, 8}});
  EXPECT_EQ(result.text, "ab [ukryto]\n[ukryto] gh\nij");
  EXPECT_EQ(result.page_starts, (std::vector<std::size_t>{0, 12, 24}));
  EXPECT_EQ(masked(text, {{4, 7}}).page_starts, (std::vector<std::size_t>{0, 12, 17}));
}

struct Contact {
  const char* text;
  const char* masked;
};

class Contacts : public ::testing::TestWithParam<Contact> {};

TEST_P(Contacts, ArePersonsOrOffices) {
  EXPECT_EQ(contacts_masked(GetParam().text), GetParam().masked);
}

INSTANTIATE_TEST_SUITE_P(
    Telephone, Contacts,
    ::testing::Values(
        // Persons': mobile numbers, and what is called private.
        Contact{"Anna Zmyślona, tel. 600 100 200, zaprasza.", "Anna Zmyślona, tel. [ukryto], zaprasza."},
        Contact{"Jan Próbny kom. +48 511-222-333", "Jan Próbny kom. [ukryto]"},
        Contact{"Marek Zmyślony 601 202 303", "Marek Zmyślony [ukryto]"},
        Contact{"Telefon:\n605 505 505", "Telefon:\n[ukryto]"},
        Contact{"telefon domowy (56) 123 45 67", "telefon domowy [ukryto]"},
        Contact{"Sołtys wsi Próba – tel. 56 123 45 67", "Sołtys wsi Próba – tel. [ukryto]"},
        Contact{"Zgłoszenia: 722-333-444.", "Zgłoszenia: [ukryto]."},
        // Offices'.
        Contact{"Urząd Gminy, tel. 56 123 45 67, fax (56) 123-45-68",
                "Urząd Gminy, tel. 56 123 45 67, fax (56) 123-45-68"},
        Contact{"Sekretariat: tel. 600 100 200", "Sekretariat: tel. 600 100 200"},
        Contact{"Biuro projektu\nul. Polna 1\ntel. 600 100 200",
                "Biuro projektu\nul. Polna 1\ntel. 600 100 200"},
        Contact{"Sekretariat: Anna Zmyślona, kom. 600 100 200", "Sekretariat: Anna Zmyślona, kom. [ukryto]"},
        Contact{"Osoba do kontaktu: Anna Zmyślona, 600 100 200",
                "Osoba do kontaktu: Anna Zmyślona, 600 100 200"},
        Contact{"Anna Zmyślona\nDyrektor biblioteki\nTelefon: 600 100 200",
                "Anna Zmyślona\nDyrektor biblioteki\nTelefon: 600 100 200"},
        Contact{"Infolinia 800 100 200", "Infolinia 800 100 200"},
        // No telephone numbers.
        Contact{"Dotacja 511 222 333 zł", "Dotacja 511 222 333 zł"},
        Contact{"REGON 600100200, NIP 600-10-02-003", "REGON 600100200, NIP 600-10-02-003"},
        Contact{"wydatki razem 511 222 333", "wydatki razem 511 222 333"},
        Contact{"nr konta 60 1020 2030 4050 6070 8090 1000", "nr konta 60 1020 2030 4050 6070 8090 1000"},
        Contact{"w dniach 12-13.05.2021 i 2021–2030", "w dniach 12-13.05.2021 i 2021–2030"},
        Contact{"PESEL 60010012345 podano, numer 60010012345 nie",
                "PESEL [ukryto] podano, numer 60010012345 nie"}));

INSTANTIATE_TEST_SUITE_P(
    Mail, Contacts,
    ::testing::Values(Contact{"pisz: anna.zmyslona@gmail.com.", "pisz: [ukryto]."},
                      Contact{"j.probny (at) wp.pl", "[ukryto]"},
                      Contact{"jan.probny@firma-przykladna.com", "[ukryto]"},
                      Contact{"sekretariat@firma-przykladna.com", "sekretariat@firma-przykladna.com"},
                      Contact{"gmina.proba@wp.pl", "gmina.proba@wp.pl"},
                      Contact{"gokproba@op.pl i a.zmyslona@op.pl", "[ukryto] i [ukryto]"},
                      Contact{"a.zmyslona@powiat-proba.pl", "a.zmyslona@powiat-proba.pl"},
                      Contact{"a.zmyslona@starostwoproba.pl", "a.zmyslona@starostwoproba.pl"},
                      Contact{"a.zmyslona@um.lipno.pl", "a.zmyslona@um.lipno.pl"},
                      Contact{"a.zmyslona@lipno.pl", "a.zmyslona@lipno.pl"},
                      Contact{"jan@mrpips.gov.pl", "jan@mrpips.gov.pl"},
                      Contact{"dobrysasiad@dobrysasiad.org", "dobrysasiad@dobrysasiad.org"},
                      Contact{"@adres i a@b", "@adres i a@b"}));

// ---- suppression

class SuppressionTest : public ::testing::Test {
 protected:
  static SuppressionFile read(const std::string& text) {
    const auto path =
        std::filesystem::temp_directory_path() / ("szukajst-suppress-" + std::to_string(getpid()) + ".txt");
    std::ofstream(path) << text;
    auto file = read_suppression(path, LanguageData::get().gazetteer);
    std::filesystem::remove(path);
    return *std::move(file);
  }

  static std::string suppressed(const std::string& list, const std::string& text,
                                const core::Record& record = {}) {
    language::Analyzer analyzer(LanguageData::get().lexicon);
    const auto suppression = *Suppression::create(read(list).persons, core::data_folder());
    return masked({text, {0}}, suppression.find(text, analyzer, record)).text;
  }
};

TEST_F(SuppressionTest, ReadsPersonsAndNamesBadLines) {
  const SuppressionFile file = read(
      "# komentarz\n\nŻaneta Wymyślona-Próbna\nJan Maria Zmyślony\tgmina Stolno\n"
      "Adam Wzorowy; 0404\nKowalska\nJan N0wak\nAnna Nowa; gmina Nigdzie\nA. Nowa\nJan B\n\xFF\xFE Nowak\n"
      "Jan Nowy; 0404; x\n");
  ASSERT_EQ(file.persons.size(), 3U);
  EXPECT_EQ(file.persons[0].given, std::vector<std::string>{"zaneta"});
  EXPECT_EQ(file.persons[0].surname, (std::vector<std::string>{"wymyslona", "probna"}));
  EXPECT_EQ(file.persons[1].given, (std::vector<std::string>{"jan", "maria"}));
  EXPECT_EQ(file.persons[1].unit->text(), "040406");
  EXPECT_EQ(file.persons[2].unit->text(), "0404");
  std::vector<int> lines;
  for (const BadLine& bad : file.bad) {
    lines.push_back(bad.line);
    EXPECT_FALSE(bad.why.empty());
  }
  EXPECT_EQ(lines, (std::vector<int>{6, 7, 8, 9, 10, 11, 12}));
}

TEST_F(SuppressionTest, FindsEveryFormOfAName) {
  const std::string list = "Żaneta Wymysłowska\nRadosław Ciesiółek\n";
  for (const char* form :
       {"Żaneta Wymysłowska", "Żanety Wymysłowskiej", "Żanecie Wymysłowskiej", "Żanetę Wymysłowską",
        "ŻANETA WYMYSŁOWSKA", "Ż. Wymysłowska", "Wymysłowska Żaneta", "Wymysłowskiej Żanety",
        "Żaneta Anna Wymysłowska", "Zaneta Wymyslowska", "Żaneta\nWymysłowska", "Żaneta Wymysłowska-Kos",
        "Radosława Ciesiółka", "Radosławowi Ciesiółkowi", "Radosławem Ciesiółkiem", "Radosławie Ciesiółku",
        "Radosław Ciesiołek", "zaneta.wymyslowska@gmina.pl"})
    EXPECT_EQ(suppressed(list, "Dziś " + std::string(form) + " przemawia."), "Dziś [ukryto] przemawia.")
        << form;
}

TEST_F(SuppressionTest, FindsASurnameAloneWhereThePersonIsNamed) {
  EXPECT_EQ(
      suppressed("Żaneta Wymysłowska\n", "Żaneta Wymysłowska wygrała. Pani Wymysłowskiej pogratulował wójt."),
      "[ukryto] wygrała. Pani [ukryto] pogratulował wójt.");
  EXPECT_EQ(suppressed("Żaneta Wymysłowska\n", "Pani Wymysłowskiej pogratulował wójt."),
            "Pani Wymysłowskiej pogratulował wójt.");
}

TEST_F(SuppressionTest, LeavesOthersOfTheName) {
  const std::string text = "Barbara Wymysłowska i Żaneta Kos; potok Wymysłowski. W Żanecie nic.";
  EXPECT_EQ(suppressed("Żaneta Wymysłowska\n", text), text);
  EXPECT_EQ(suppressed("Żaneta Wymysłowska\n", "Żaneta Wymysłowska i Barbara Wymysłowska"),
            "[ukryto] i Barbara Wymysłowska");
}

TEST_F(SuppressionTest, OfAUnitConcernsItsDocumentsAlone) {
  const std::string list = "Żaneta Wymysłowska; powiat chełmiński\n", text = "Żaneta Wymysłowska";
  core::Record record;
  EXPECT_EQ(suppressed(list, text, record), text);
  record.places = {{core::PlaceKind::municipality, "gmina Stolno", core::Teryt::parse("040406"), 1}};
  EXPECT_EQ(suppressed(list, text, record), "[ukryto]");
  record.places = {{core::PlaceKind::municipality, "gmina Lubicz", core::Teryt::parse("041504"), 1}};
  EXPECT_EQ(suppressed(list, text, record), text);
}

}  // namespace
}  // namespace szukajst::indexer
