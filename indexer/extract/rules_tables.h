// All rule tables together; what Rules holds.
#pragma once

#include "indexer/extract/dates.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/goals.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/kind.h"
#include "indexer/extract/money.h"
#include "indexer/extract/officials.h"
#include "indexer/extract/partners.h"
#include "indexer/extract/person_names.h"
#include "indexer/extract/places.h"
#include "indexer/extract/practice.h"
#include "indexer/extract/programmes.h"
#include "indexer/extract/title.h"

namespace szukajst::indexer::extract {

struct Rules::Tables {
  Abbreviations abbreviations;
  GoalRules goals;
  TitleRules title;
  KindRules kind;
  DateRules dates;
  PersonRules persons;
  PlaceRules places;
  OfficialRules officials;
  PartnerRules partners;
  MoneyRules money;
  ProgrammeRules programmes;
  PracticeLabels practice;
};

}  // namespace szukajst::indexer::extract
