// Goals that sentences give, announce, count or refer to.
#include <gtest/gtest.h>

#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

TEST(GoalsInSentences, SentencesGiveGoals) {
  EXPECT_EQ(goals_of(R"(Celem głównym programu jest poprawa dostępu do opieki w powiecie. Cele
szczegółowe to: a) szkolenie nauczycieli; b) utworzenie punktu, także w
soboty; c) kampania informacyjna. Program realizuje PCPR. Realizując cele szczegółowe, PCPR
współpracuje ze szkołami.
)"),
            "0 main | poprawa dostępu do opieki w powiecie | -\n"
            "1 specific a | szkolenie nauczycieli | 0\n"
            "2 specific b | utworzenie punktu, także w soboty | 0\n"
            "3 specific c | kampania informacyjna | 0\n");
}

TEST(GoalsInSentences, ParagraphsOfAnAct) {
  EXPECT_EQ(goals_of(R"(§ 1. Ilekroć mowa jest o:
1) radzie – rozumie się przez to Radę Gminy;
2) zadaniach – rozumie się przez to zadania publiczne.

§ 2. 1. Głównym celem Programu jest umacnianie współpracy Gminy z organizacjami na
rzecz mieszkańców.
2. Cele szczegółowe Programu to:
1) tworzenie warunków dla działalności
społecznej;
2) poprawa jakości życia, w tym:
a) seniorów,
b) młodzieży;
3) integracja organizacji.

§ 4. Do zadań Wójta należy:
1) ogłaszanie konkursów;
2) kontrola wydatków.
)"),
            "0 main | umacnianie współpracy Gminy z organizacjami na rzecz mieszkańców | -\n"
            "1 specific 1 | tworzenie warunków dla działalności społecznej | 0\n"
            "2 specific 2 | poprawa jakości życia | 0\n"
            "3 specific 3 | integracja organizacji | 0\n");
}

TEST(GoalsInSentences, WhatAGoalIsReachedBy) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny:
Silny powiat
Cele szczegółowe:
• Dobra marka powiatu.
• Wspólne inwestycje.

Do stałych zadań związanych z marką należą:
1) Konkurs na herb.

Realizacja celu szczegółowego: „Dobra marka
powiatu”.
Realizacja celu odbywa się przez:
- gra terenowa,
- plakaty na dworcach.
)"),
            "0 strategic | Silny powiat | -\n"
            "1 specific | Dobra marka powiatu | 0\n"
            "2 specific | Wspólne inwestycje | 0\n"
            "3 action 1 | Konkurs na herb | 0\n"
            "4 action | gra terenowa | 1\n"
            "5 action | plakaty na dworcach | 1\n");
}

TEST(GoalsInSentences, AnnouncedLists) {
  EXPECT_EQ(goals_of(R"(Dokument wskazuje trzy cele strategiczne:
1. Nowoczesna edukacja
2. Zdrowie

Cel ten zostanie osiągnięty poprzez realizację następujących celów operacyjnych:
2.1. Poradnia w Lipnikach;
)"),
            "0 strategic 1 | Nowoczesna edukacja | -\n"
            "1 strategic 2 | Zdrowie | -\n"
            "2 operational 2.1 | Poradnia w Lipnikach | 1\n");
}

TEST(GoalsInSentences, MentionsAreNoGoals) {
  EXPECT_EQ(goals_of(R"(Protokół Nr 5/2020

Porządek obrad:
1. Otwarcie posiedzenia.
2. Zadania inwestycyjne:
a) droga w Lipnikach,
b) chodnik.

Przewodniczący omówił cele strategiczne. Zadania:
- przygotować wniosek.

Celem projektu jest budowa trasy. Gmina realizuje cele strategiczne zapisane w dokumencie. Cel
operacyjny 2.3 zakłada rozwój turystyki, a działania obejmują trzy zadania:
- wieża widokowa.

Cele operacyjne mówią, dokąd idzie gmina.
Cele szczegółowe rada ustali jesienią.
Mocne strony:
- kadra.
Cel: tysiąc drzew! Posadź swoje.
)"),
            "");
}

TEST(GoalsInSentences, ProseGivesGoalsAndWhatTheyAreReachedBy) {
  EXPECT_EQ(goals_of(R"(Miasto Brzostowo
Kierunki rozwoju Brzostowa do roku 2035

Przez ostatnie miesiące rozmawialiśmy z mieszkańcami o przyszłości miasta. Poniżej przedstawiamy to, co z tych rozmów wynikło.

Celem nadrzędnym jest miasto, w którym chce się zostać na całe życie.

Pierwszym celem strategicznym jest silna gospodarka oparta na wiedzy. Cel ten osiągniemy poprzez: rozbudowę parku przemysłowego, wsparcie małych firm oraz szkolenia dla bezrobotnych.

Drugi cel strategiczny to dostępne i tanie mieszkania. Cel ten osiągniemy poprzez: budowę trzech bloków komunalnych oraz remont pustostanów.

Trzeci cel strategiczny to zielone miasto odporne na upały. Posłużą temu dwa działania: sadzenie drzew wzdłuż ulic oraz zatrzymywanie wody deszczowej.

Dokument będzie konsultowany jesienią. Szacunkowy koszt to 80 mln zł.
)"),
            "0 main | miasto, w którym chce się zostać na całe życie | -\n"
            "1 strategic | silna gospodarka oparta na wiedzy | 0\n"
            "2 action | rozbudowę parku przemysłowego | 1\n"
            "3 action | wsparcie małych firm | 1\n"
            "4 action | szkolenia dla bezrobotnych | 1\n"
            "5 strategic | dostępne i tanie mieszkania | 0\n"
            "6 action | budowę trzech bloków komunalnych | 5\n"
            "7 action | remont pustostanów | 5\n"
            "8 strategic | zielone miasto odporne na upały | 0\n"
            "9 action | sadzenie drzew wzdłuż ulic | 8\n"
            "10 action | zatrzymywanie wody deszczowej | 8\n");
}

TEST(GoalsInSentences, RealisationOfNamedGoals) {
  EXPECT_EQ(goals_of(R"(Strategia rozwoju gminy Dobrzec na lata 2022-2030

CS.1. Gmina przyjazna rodzinie
CO.1.1. Nowe miejsca w żłobkach
CO.1.2. Dostępna opieka zdrowotna
CS.2. Gmina zielona
CO.2.1. Retencja wody

Realizacja celu CO.1.1 „Nowe miejsca w żłobkach” odbywa się przez:
• budowę żłobka w Dobrzcu,
• klub dziecięcy w Nowince.

Realizacja celu CO.1.2 „Dostępna opieka zdrowotna” odbywa się przez:
• gabinet stomatologiczny w szkole.

Realizacja celu CO.2.1 „Retencja wody” odbywa się przez:
• stawy wiejskie,
• ogrody deszczowe.
)"),
            "0 strategic CS.1 | Gmina przyjazna rodzinie | -\n"
            "1 operational CO.1.1 | Nowe miejsca w żłobkach | 0\n"
            "2 operational CO.1.2 | Dostępna opieka zdrowotna | 0\n"
            "3 strategic CS.2 | Gmina zielona | -\n"
            "4 operational CO.2.1 | Retencja wody | 3\n"
            "5 action | budowę żłobka w Dobrzcu | 1\n"
            "6 action | klub dziecięcy w Nowince | 1\n"
            "7 action | gabinet stomatologiczny w szkole | 2\n"
            "8 action | stawy wiejskie | 4\n"
            "9 action | ogrody deszczowe | 4\n");
  EXPECT_EQ(goals_of(R"(Gminny Program Profilaktyki na 2023 rok

Cel główny: Ograniczenie szkód zdrowotnych.

Cele szczegółowe:
1. Edukacja młodzieży.
2. Pomoc rodzinom.

Sposób realizacji celu 1:
- warsztaty w szkołach,
- konkursy plastyczne.

Sposób realizacji celu 2:
- dyżury terapeuty.

Program przyjęto uchwałą Nr XL/5/2022 Rady Gminy Olszewnik z dnia 15 grudnia 2022 r.
)"),
            "0 main | Ograniczenie szkód zdrowotnych | -\n"
            "1 specific 1 | Edukacja młodzieży | 0\n"
            "2 specific 2 | Pomoc rodzinom | 0\n"
            "3 action | warsztaty w szkołach | 1\n"
            "4 action | konkursy plastyczne | 1\n"
            "5 action | dyżury terapeuty | 2\n");
  EXPECT_EQ(goals_of(R"(Strategia Rozwoju Gminy Lubień do 2028 roku (streszczenie)

Strategia wskazuje trzy cele strategiczne: (1) rozwój przedsiębiorczości, (2) poprawa jakości usług, (3) ochrona przyrody.

W ramach celu 1 zaplanowano:
– strefę gospodarczą,
– ulgi dla firm.

W ramach celu 2 zaplanowano:
– nową szkołę.

W ramach celu 3 zaplanowano:
– oczyszczalnię,
– park wiejski.
)"),
            "0 strategic 1 | rozwój przedsiębiorczości | -\n"
            "1 strategic 2 | poprawa jakości usług | -\n"
            "2 strategic 3 | ochrona przyrody | -\n"
            "3 action | strefę gospodarczą | 0\n"
            "4 action | ulgi dla firm | 0\n"
            "5 action | nową szkołę | 1\n"
            "6 action | oczyszczalnię | 2\n"
            "7 action | park wiejski | 2\n");
}

TEST(GoalsInSentences, SentencesWithinSentences) {
  EXPECT_EQ(goals_of("Wójt wyjaśniła, że celem głównym strategii jest zatrzymanie odpływu młodych, a cele "
                     "szczegółowe to: rozwój budownictwa, nowe miejsca pracy oraz lepsza edukacja.\n"),
            "0 main | zatrzymanie odpływu młodych | -\n"
            "1 specific | rozwój budownictwa | 0\n"
            "2 specific | nowe miejsca pracy | 0\n"
            "3 specific | lepsza edukacja | 0\n");
}

TEST(GoalsInSentences, AnnouncedGoalsAreTheLastThatAreNamed) {
  EXPECT_EQ(goals_of(R"(Cele strategiczne gminy to:
> rozwinięta przedsiębiorczość,
> czyste środowisko.

Dla celu „czyste środowisko” przyjęto następujące cele operacyjne:
> likwidacja azbestu,
> nasadzenia.
)"),
            "0 strategic | rozwinięta przedsiębiorczość | -\n"
            "1 strategic | czyste środowisko | -\n"
            "2 operational | likwidacja azbestu | 1\n"
            "3 operational | nasadzenia | 1\n");
}

TEST(GoalsInSentences, SentenceWithoutAColonAnnouncesTheListBelow) {
  EXPECT_EQ(goals_of(R"(3. Cele rozwoju

Poniżej zaprezentowano cele strategiczne (cyfry rzymskie) oraz operacyjne (cyfry arabskie).

I. Rozwój kapitału społecznego

1. Wzmacnianie więzi lokalnych
2. Rozbudowa bazy sportowej

II. Rozwój gospodarki

1. Nowe tereny inwestycyjne
2. Wsparcie rzemiosła

4. System realizacji
)"),
            "0 strategic I | Rozwój kapitału społecznego | -\n"
            "1 operational 1 | Wzmacnianie więzi lokalnych | 0\n"
            "2 operational 2 | Rozbudowa bazy sportowej | 0\n"
            "3 strategic II | Rozwój gospodarki | -\n"
            "4 operational 1 | Nowe tereny inwestycyjne | 3\n"
            "5 operational 2 | Wsparcie rzemiosła | 3\n");
}

TEST(GoalsInSentences, OneOfThem) {
  EXPECT_EQ(
      goals_of("Celem strategicznym współpracy jest bezpieczne pogranicze. Cel ten będzie realizowany przez "
               "trzy cele operacyjne. Pierwszym z nich jest rozwój przejść. Drugi cel operacyjny to wspólne "
               "ratownictwo.\n"),
      "0 strategic | bezpieczne pogranicze | -\n"
      "1 operational | rozwój przejść | 0\n"
      "2 operational | wspólne ratownictwo | 0\n");
}

TEST(GoalsInSentences, ResolutionsLayDownGoals) {
  EXPECT_EQ(goals_of(R"(§ 2. Ustala się cel główny Programu: wspieranie rodzin.

§ 3. Cel główny realizuje się poprzez następujące cele szczegółowe:
1) analizę sytuacji rodzin;
2) dostęp do asystenta.

§ 4. Do zadań Programu należy:
1) prowadzenie świetlicy.

§ 5. Wykonanie uchwały powierza się Wójtowi.
)"),
            "0 main | wspieranie rodzin | -\n"
            "1 specific 1 | analizę sytuacji rodzin | 0\n"
            "2 specific 2 | dostęp do asystenta | 0\n"
            "3 action 1 | prowadzenie świetlicy | 0\n");
}

TEST(GoalsInSentences, CountedGoalsBehindAComma) {
  EXPECT_EQ(
      goals_of("Głównym celem porozumienia jest poprawa czystości jezior. Jak wyjaśnia koordynatorka, cele "
               "szczegółowe są trzy: wspólny monitoring, budowa kanalizacji i edukacja żeglarzy.\n"),
      "0 main | poprawa czystości jezior | -\n"
      "1 specific | wspólny monitoring | 0\n"
      "2 specific | budowa kanalizacji | 0\n"
      "3 specific | edukacja żeglarzy | 0\n");
}

TEST(GoalsInSentences, StatutesGiveGoalsAndMeans) {
  EXPECT_EQ(goals_of(R"(§ 7. Celami Stowarzyszenia są:
a) promocja turystyczna regionu,
b) doskonalenie kadr.
§ 8. Stowarzyszenie realizuje swoje cele przez:
a) organizowanie imprez.
§ 9. Władzami Stowarzyszenia są:
a) Zarząd.
)"),
            "0 specific a | promocja turystyczna regionu | -\n"
            "1 specific b | doskonalenie kadr | -\n"
            "2 action a | organizowanie imprez | 0\n");
}

TEST(GoalsInSentences, ReportsNameTheGoalsThatWereServed) {
  EXPECT_EQ(goals_of(R"(W ramach celu strategicznego 1 „Nowoczesna gmina” zrealizowano:
– budowę świetlicy,
– wymianę 40 lamp.

Podmioty zaangażowane w realizację celu strategicznego 1:
– GOPS,
– szkoły.
)"),
            "0 strategic 1 | Nowoczesna gmina | -\n"
            "1 action | budowę świetlicy | 0\n"
            "2 action | wymianę 40 lamp | 0\n");
}

TEST(GoalsInSentences, QuotedWithinASentence) {
  EXPECT_EQ(
      goals_of(
          "Dokument wskazuje cel nadrzędny: „Gmina zadowolonych mieszkańców”.\n"
          "Sekretarz omówił projekt: cel strategiczny pierwszy – „Zdrowa gmina”, cel strategiczny drugi – "
          "„Gmina przedsiębiorcza”. Radni nie wnieśli uwag.\n"),
      "0 main | Gmina zadowolonych mieszkańców | -\n"
      "1 strategic | Zdrowa gmina | 0\n"
      "2 strategic | Gmina przedsiębiorcza | 0\n");
}

TEST(GoalsInSentences, WhatAnnouncesActionsMayRepeat) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1. Spójny wizerunek
Realizacja celu nastąpi poprzez:
a) nowy herb,
b) szkolenia.

Cel strategiczny 2. Więcej kuracjuszy
Realizacja celu nastąpi poprzez:
a) pakiety weekendowe.

Cel strategiczny 3. Współpraca
Realizacja celu nastąpi poprzez:
a) kartę turysty.
)"),
            "0 strategic 1 | Spójny wizerunek | -\n"
            "1 action a | nowy herb | 0\n"
            "2 action b | szkolenia | 0\n"
            "3 strategic 2 | Więcej kuracjuszy | -\n"
            "4 action a | pakiety weekendowe | 3\n"
            "5 strategic 3 | Współpraca | -\n"
            "6 action a | kartę turysty | 5\n");
}

TEST(GoalsInSentences, ShortLabelsOfAnAnnouncedList) {
  EXPECT_EQ(goals_of(R"(Cele programu

1) główny – lepsze szkoły w powiecie;
2) szczegółowe:
a) rozwój szkół zawodowych,
b) wsparcie uczniów zdolnych.
)"),
            "0 main | lepsze szkoły w powiecie | -\n"
            "1 specific a | rozwój szkół zawodowych | 0\n"
            "2 specific b | wsparcie uczniów zdolnych | 0\n");
}

TEST(GoalsInSentences, SpeechIsNoItemAndAnAnnouncementMayFollowAGoal) {
  EXPECT_EQ(goals_of(R"(Za nadrzędny cel uznano „Borki – gminę otwartą”. Służyć mu mają dwa cele strategiczne:

I. Zdrowi mieszkańcy
II. Czyste jeziora

– Najważniejsze będą drogi – mówi wójt.
)"),
            "0 main | Borki – gminę otwartą | -\n"
            "1 strategic I | Zdrowi mieszkańcy | 0\n"
            "2 strategic II | Czyste jeziora | 0\n");
}

TEST(GoalsInSentences, SentencesBehindALabelledGoal) {
  EXPECT_EQ(goals_of(R"(Plan gospodarki niskoemisyjnej

Cel strategiczny planu sformułowano następująco: poprawa jakości powietrza. Cel ten zostanie osiągnięty dzięki
realizacji trzech celów szczegółowych. Pierwszym z nich jest ocieplenie budynków. Drugim – rozwój
odnawialnych źródeł energii. Trzecim – edukacja mieszkańców.

W ramach drugiego celu szczegółowego przewiduje się:
a) montaż kolektorów.
)"),
            "0 strategic | poprawa jakości powietrza | -\n"
            "1 specific | ocieplenie budynków | 0\n"
            "2 specific | rozwój odnawialnych źródeł energii | 0\n"
            "3 specific | edukacja mieszkańców | 0\n"
            "4 action a | montaż kolektorów | 2\n");
}

TEST(GoalsInSentences, SentencesThatCountTheGoalsTheyGive) {
  EXPECT_EQ(goals_of(R"(Strategia rozwoju gminy

Za pierwszy cel strategiczny uznaje się poprawę dróg. Jest ich w gminie wiele.
Za drugi cel strategiczny przyjęto rozwój turystyki.
Za kolejny cel strategiczny uznano opiekę nad dziećmi.
)"),
            "0 strategic | poprawę dróg | -\n"
            "1 strategic | rozwój turystyki | -\n"
            "2 strategic | opiekę nad dziećmi | -\n");
}

TEST(GoalsInSentences, ListsThatReferToTheGoalTheyServe) {
  EXPECT_EQ(goals_of(R"(§ 1. Ustala się następujące cele strategiczne powiatu lipnowskiego na lata 2021–2025:
1) sprawna komunikacja;
2) dobre leczenie.

§ 2. Cel, o którym mowa w § 1 pkt 1, realizowany będzie przez:
1) przebudowę dróg.
)"),
            "0 strategic 1 | sprawna komunikacja | -\n"
            "1 strategic 2 | dobre leczenie | -\n"
            "2 action 1 | przebudowę dróg | 0\n");
  EXPECT_EQ(goals_of(R"(Cele szczegółowe programu:
a) ochrona rodzin przed przemocą,
b) edukacja dzieci i młodzieży.

II. Zadania
1. W zakresie ochrony rodzin przed przemocą:
1) dyżury prawnika.
2. W zakresie edukacji dzieci i młodzieży:
1) półkolonie.
)"),
            "0 specific a | ochrona rodzin przed przemocą | -\n"
            "1 specific b | edukacja dzieci i młodzieży | -\n"
            "2 action 1 | dyżury prawnika | 0\n"
            "3 action 1 | półkolonie | 1\n");
  EXPECT_EQ(goals_of(R"(Cele strategiczne:
1. Dostępne zdrowie
2. Dobre drogi

Do celu 1 zgłoszono zadania: rozbudowa oddziału, punkt szczepień. Na cel 2 przeznaczono: dwa miliony.
)"),
            "0 strategic 1 | Dostępne zdrowie | -\n"
            "1 strategic 2 | Dobre drogi | -\n"
            "2 action | rozbudowa oddziału | 0\n"
            "3 action | punkt szczepień | 0\n");
}

TEST(GoalsInSentences, WhateverAnnouncesWhatAGoalIsReachedBy) {
  EXPECT_EQ(goals_of(R"(Strategia rewitalizacji miasta Borki

Celem głównym rewitalizacji jest powrót mieszkańców do śródmieścia.

Pierwszy cel strategiczny to poprawa warunków mieszkaniowych. Służą mu działania: a) remont
kamienic, b) sieć ciepłownicza.

Drugi cel strategiczny to ożywienie handlu. Złożą się na to: a) niskie czynsze, b) targ.
)"),
            "0 main | powrót mieszkańców do śródmieścia | -\n"
            "1 strategic | poprawa warunków mieszkaniowych | 0\n"
            "2 action a | remont kamienic | 1\n"
            "3 action b | sieć ciepłownicza | 1\n"
            "4 strategic | ożywienie handlu | 0\n"
            "5 action a | niskie czynsze | 4\n"
            "6 action b | targ | 4\n");
  EXPECT_EQ(goals_of(R"(CEL 1
Rozpoznawalna marka
Jak to osiągniemy?
– nowe logo
– festiwal

CEL 2
Więcej gości
Jak to osiągniemy?
– kalendarz imprez
Kto za to odpowiada?
– dom kultury

CEL 3
Mieszkańcy ambasadorami miasta
Jak to osiągniemy?
– konkurs fotograficzny
)"),
            "0 strategic 1 | Rozpoznawalna marka | -\n"
            "1 action | nowe logo | 0\n"
            "2 action | festiwal | 0\n"
            "3 strategic 2 | Więcej gości | -\n"
            "4 action | kalendarz imprez | 3\n"
            "5 strategic 3 | Mieszkańcy ambasadorami miasta | -\n"
            "6 action | konkurs fotograficzny | 5\n");
}

TEST(GoalsInSentences, LinesThatReferToAGoalByItsNumber) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1: Gmina rodzinna
Cele operacyjne:
1.1 Żłobki
1.2 Mieszkania
1.3 Place zabaw

Zadania

Ad 1.1
- budowa żłobka
- opiekunki dzienne
Ad 1.2
- blok przy parku
Ad. 1.3:
- plac w Porębie
)"),
            "0 strategic 1 | Gmina rodzinna | -\n"
            "1 operational 1.1 | Żłobki | 0\n"
            "2 operational 1.2 | Mieszkania | 0\n"
            "3 operational 1.3 | Place zabaw | 0\n"
            "4 action | budowa żłobka | 1\n"
            "5 action | opiekunki dzienne | 1\n"
            "6 action | blok przy parku | 2\n"
            "7 action | plac w Porębie | 3\n");
}

TEST(GoalsInSentences, OrdinalsBehindASentenceThatCountsTheGoals) {
  EXPECT_EQ(
      goals_of(R"(Dokument zakłada trzy cele strategiczne. Pierwszy – rozbudowa sieci wodociągowej. Drugi –
lepsza opieka nad seniorami. Trzeci – ochrona torfowisk.

W ramach pierwszego celu gmina zamierza: wybudować stację w Nowinach oraz wymienić hydranty.
)"),
      "0 strategic | rozbudowa sieci wodociągowej | -\n"
      "1 strategic | lepsza opieka nad seniorami | -\n"
      "2 strategic | ochrona torfowisk | -\n"
      "3 action | wybudować stację w Nowinach | 0\n"
      "4 action | wymienić hydranty | 0\n");
  EXPECT_EQ(goals_of(R"(Strategia zostanie osiągnięta przez trzy cele strategiczne.

Pierwszym jest wzmocnienie rodzin. Do jego realizacji posłużą następujące działania:
1) drugi asystent,
2) poradnictwo.

Drugi cel strategiczny to pomoc seniorom. Przewiduje się tu:
1) transport na żądanie.

Trzeci cel strategiczny brzmi: „Rolnictwo źródłem dochodów”. Przypisano mu następujące cele operacyjne:
scalenie gruntów, rozwój agroturystyki, a także pozyskanie inwestora.
)"),
            "0 strategic | wzmocnienie rodzin | -\n"
            "1 action 1 | drugi asystent | 0\n"
            "2 action 2 | poradnictwo | 0\n"
            "3 strategic | pomoc seniorom | -\n"
            "4 action 1 | transport na żądanie | 3\n"
            "5 strategic | Rolnictwo źródłem dochodów | -\n"
            "6 operational | scalenie gruntów | 5\n"
            "7 operational | rozwój agroturystyki | 5\n"
            "8 operational | pozyskanie inwestora | 5\n");
}

TEST(GoalsInSentences, WhatFollowsAWordingAndIsNoneOfIt) {
  EXPECT_EQ(goals_of(R"(Cel 1. Wzrost aktywności
Przedsięwzięcie 1.1. Rozwój firm, w szczególności przez:
a) szkolenia,
b) dotacje.

Plan działania
Cel 1	Wzrost aktywności	budżet: 2 000 000 zł
)"),
            "0 strategic 1 | Wzrost aktywności | -\n"
            "1 action 1.1 | Rozwój firm | 0\n");
}

TEST(GoalsInSentences, WhatServesTheGoalThatAnOrdinalOrANumberNames) {
  EXPECT_EQ(
      goals_of(R"(Radna wyjaśniła, że cele strategiczne są dwa: nowoczesne szkolnictwo i dobra komunikacja.
W ramach pierwszego z nich powiat planuje: otworzyć klasę robotyki, wyremontować internat i wprowadzić
stypendia. W ramach drugiego: przebudować most oraz uruchomić linię do Zalesia.
)"),
      "0 strategic | nowoczesne szkolnictwo | -\n"
      "1 strategic | dobra komunikacja | -\n"
      "2 action | otworzyć klasę robotyki | 0\n"
      "3 action | wyremontować internat | 0\n"
      "4 action | wprowadzić stypendia | 0\n"
      "5 action | przebudować most | 1\n"
      "6 action | uruchomić linię do Zalesia | 1\n");
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1. Usługi
Cel operacyjny 1.1. Cyfrowy urząd
Cel operacyjny 1.2. Szkoły z pasją

Działania w ramach 1.1:
1. Obieg dokumentów
Działania w ramach 1.2:
1. Koła zainteresowań
)"),
            "0 strategic 1 | Usługi | -\n"
            "1 operational 1.1 | Cyfrowy urząd | 0\n"
            "2 operational 1.2 | Szkoły z pasją | 0\n"
            "3 action 1 | Obieg dokumentów | 1\n"
            "4 action 1 | Koła zainteresowań | 2\n");
}

TEST(GoalsInSentences, TheCommonGoalOfALetterOfIntent) {
  EXPECT_EQ(goals_of(R"(1. Strony określają wspólny cel: poprawa dostępności transportu w dolinie Liwy.
2. Cel ten Strony będą osiągać poprzez:
   1) wspólny przetarg,
   2) jednolity bilet.
3. List nie rodzi zobowiązań finansowych.
)"),
            "0 main | poprawa dostępności transportu w dolinie Liwy | -\n"
            "1 action 1 | wspólny przetarg | 0\n"
            "2 action 2 | jednolity bilet | 0\n");
}

TEST(GoalsInSentences, WhatAGoalServesMayStandBehindIt) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1.1: Poradnia
Cel operacyjny 1.2: Ruch na co dzień
Cel operacyjny 2.1: Biblioteka
Cel strategiczny 1: Zdrowie
Cel strategiczny 2: Kultura
)"),
            "0 strategic 1 | Zdrowie | -\n"
            "1 operational 1.1 | Poradnia | 0\n"
            "2 operational 1.2 | Ruch na co dzień | 0\n"
            "3 strategic 2 | Kultura | -\n"
            "4 operational 2.1 | Biblioteka | 3\n");
}

TEST(GoalsInSentences, WhatPartiesTakeForTheirGoal) {
  EXPECT_EQ(goals_of("Strony za cel nadrzędny uznają: ochronę ciemnego nieba.\n"),
            "0 main | ochronę ciemnego nieba | -\n");
}

TEST(GoalsInSentences, TheMainGoalThatThePartnersSet) {
  EXPECT_EQ(goals_of(R"(Strony za cel nadrzędny uznają: czystą Wilgę od źródeł do ujścia.

Cele szczegółowe partnerstwa:
1) wspólny patrol rzeki;
2) szkoła wędkarska.
)"),
            "0 main | czystą Wilgę od źródeł do ujścia | -\n"
            "1 specific 1 | wspólny patrol rzeki | 0\n"
            "2 specific 2 | szkoła wędkarska | 0\n");
  EXPECT_EQ(goals_of("Partnerzy jako wspólny cel współpracy wskazali bilet ważny w każdym autobusie.\n"),
            "0 main | bilet ważny w każdym autobusie | -\n");
}

TEST(GoalsInSentences, DecimalsBelowAHeadingThatAnnouncesGoalsAndActions) {
  const std::string goals = R"(
Cel 1. Ruchliwe podwórka
1.1. Trzepaki i huśtawki na każdym osiedlu
1.2. Trenerzy po lekcjach

Cel 2. Czynny dworzec
2.1. Kawiarnia w dawnej poczekalni
)";
  EXPECT_EQ(goals_of("3. Cele programu oraz kierunki działań\n" + goals),
            "0 strategic 1 | Ruchliwe podwórka | -\n"
            "1 action 1.1 | Trzepaki i huśtawki na każdym osiedlu | 0\n"
            "2 action 1.2 | Trenerzy po lekcjach | 0\n"
            "3 strategic 2 | Czynny dworzec | -\n"
            "4 action 2.1 | Kawiarnia w dawnej poczekalni | 3\n");
  // Where numbers go deeper, they say it.
  EXPECT_EQ(goals_of("3. Cele programu i kierunki działań\n" + goals + "2.1.1. Remont dachu dworca\n"),
            "0 strategic 1 | Ruchliwe podwórka | -\n"
            "1 operational 1.1 | Trzepaki i huśtawki na każdym osiedlu | 0\n"
            "2 operational 1.2 | Trenerzy po lekcjach | 0\n"
            "3 strategic 2 | Czynny dworzec | -\n"
            "4 operational 2.1 | Kawiarnia w dawnej poczekalni | 3\n"
            "5 action 2.1.1 | Remont dachu dworca | 4\n");
  // A level in between has its decimals.
  EXPECT_EQ(goals_of("3. Cele strategiczne i operacyjne oraz kierunki działań\n" + goals).find("action"),
            std::string::npos);
}

}  // namespace
}  // namespace szukajst::indexer::extract
