// Which documents can have aims at all, told by their lines alone.
#include <gtest/gtest.h>

#include <string>

#include "indexer/extract/goals_layout.h"
#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

bool may(const std::string& text) {
  const TestSource source(text);
  const GoalRules::Tables& tables = goal_rules().tables();
  return may_hold_aims(layout(source.source(), tables), tables);
}

TEST(GoalsPossible, NothingInProse) {
  for (const char* const text :
       {"W sobotę otwarto basen w Lipkach.\nBilet kosztuje 12 zł.\n",
        // What labels goals elsewhere begins a sentence here, or stands within one.
        "Zadanie wykonano wspólnie z parafią. Drugie zadanie czeka na zimę.\n",
        "Projekt dofinansowano z budżetu powiatu.\n", "Rada przyjęła zadania gminy na rok przyszły.\n",
        "Inicjatywy mieszkańców są liczne. Wójt o nich pamięta.\n",
        "Zebranie miało na uwadze cele szczegółowe uchwały, lecz bez wyniku.\n",
        // An ordinary word in a letter's case, and a letter that is no code.
        "Co roku w maju. Z dniem 1 maja.\n", "Rozdział 2. Przepisy końcowe\n"})
    EXPECT_FALSE(may(text)) << text;
}

TEST(GoalsPossible, WhateverMayGiveOne) {
  for (const char* const text : {"Zadanie 1. Nowy most\n",
                                 "1) Zadanie: nowy most\n",
                                 "II zadanie: nowy most\n",
                                 "Zadania gminy\n- most\n- droga\n",
                                 "Powiat prowadzi osiem szkół. Zadania:\n1) most;\n2) droga.\n",
                                 "Ustala się zadania:\n1) most\n",
                                 "Z.1.2 Nowy most\n",
                                 "Z1. Nowy most\n",
                                 "Celem głównym gminy jest zdrowie.\n",
                                 "Przyjęto trzy cele szczegółowe.\n",
                                 "Wskazano cele szczegółowe: zdrowie, praca.\n",
                                 "Cele\nstrategiczne\n",
                                 "Realizacja celu strategicznego „Zdrowie” trwa.\n",
                                 "1) główny – zdrowie;\n",
                                 "Wizja: zdrowa gmina\n",
                                 "Zamierzenia\nzdrowie\n",
                                 "Ambicja 1. Zdrowie\nKrok 1.1. Lekarz\n",
                                 "Ambicja pierwsza: zdrowie\nAmbicja druga: praca\n",
                                 "Eko-ambicja Lipek-Zdroju 1. Zdrowie\nEko-ambicja Lipek-Zdroju 2. Praca\n",
                                 "Przedsię-\nwzięcia: nowy most\n"})
    EXPECT_TRUE(may(text)) << text;
}

}  // namespace
}  // namespace szukajst::indexer::extract
