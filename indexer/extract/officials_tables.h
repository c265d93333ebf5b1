// The tables of officials.h as they are in memory, and a post as it stands in a text; shared by the files
// that implement it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/extract/lemma_pattern.h"
#include "indexer/extract/officials.h"

namespace szukajst::indexer::extract {

// Of which unit a post is. Of municipalities rural ones have a wójt, towns a burmistrz or a prezydent.
enum class Level { owner, village, municipality, rural, town, county, voivodeship };
enum class Need { nothing, council, board, office, name, headed, vote, attendance };

// As data/officials_roles.tsv describes it.
struct Role {
  std::string role;
  Level level = Level::owner;
  bool words = false;  // a department's or an institution's name may follow
  Need need = Need::nothing;
  std::string deputy;
  std::string by_office;           // the other roles ("a|b") whose holders are this too, as everybody knows
  std::vector<std::string> heads;  // lemmas that the pattern may begin with
};

// As data/officials_words.tsv describes them.
enum class OfficeWord {
  former,
  former_first,
  not_former,
  ended,
  not_public,
  municipality,
  county,
  voivodeship,
  degree,
  stands_for,
  copula,
  beside,
  council,
  team,
  body,
  proxy,
  countersigns,
  there,
  heads,
  party,
  his,
  elected
};
inline constexpr std::size_t kOfficeWords = 22;

struct OfficialRules::Tables {
  // Posts by their own names; and by what says them otherwise: a department that somebody heads, a vote.
  LemmaPatternBook book;
  LemmaPatternIndex roles_by_pattern, roles_by_cue;
  LemmaSet councils;  // "rada"
  std::vector<Role> roles, cued_roles;
  std::array<LemmaPatternIndex, kOfficeWords> words_by_pattern;

  // How many tokens from `token` on say so; 0 where none does.
  std::size_t says(OfficeWord word, const SourceText& source, std::size_t token) const {
    return words_by_pattern[static_cast<std::size_t>(word)].longest(source, token).tokens;
  }
};

// A post as it stands in the text, with what is said behind it.
struct Post {
  std::size_t first = 0, end = 0;  // of the pattern
  std::size_t tail = 0;            // behind the unit's and the department's name
  const Role* role = nullptr;
  bool plural = false;
  unsigned cases = 0;             // 0 where the word may stand in the nominative or undeclined
  unsigned any_cases = 0;         // all in which the word may stand
  bool womans = false;            // the word is for women alone: "radna"
  bool may_be_plural = false;     // "wiceprzewodniczący" is one or many
  bool nominative = false;        // the word may stand in the nominative, and so the name
  bool many_or_declined = false;  // "zastępcy": in the nominative it is many, of one it is none
  Level level = Level::owner;
  const PlaceMention* mention = nullptr;      // the unit named behind the post
  std::vector<const PlaceMention*> mentions;  // of many, the units of each
  bool rejected = false;                      // no post in local government
  Person behind;                              // the person named behind it; end = first where there is none
  bool named = false;                         // whether its holder was found
  Person holder;                              // if so, who
};

}  // namespace szukajst::indexer::extract
