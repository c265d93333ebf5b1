// Finds the holders of posts in one text: the posts, who holds each, and the record's officials. Internal to
// officials.h; officials_*.cpp and officials.cpp implement it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/extract/cells.h"
#include "indexer/extract/officials_tables.h"
#include "indexer/extract/officials_units.h"

namespace szukajst::indexer::extract {

inline constexpr std::size_t kReachOfCouncil = 80;  // tokens

inline bool is_dash(std::string_view mark) {
  return mark == "|" || mark == "–" || mark == "-" || mark == "—" || mark == "(";
}

// One text's; borrows all that it is made of.
class OfficialsFinder {
 public:
  OfficialsFinder(const SourceText& source, const Persons& persons, const Places& places,
                  const Sentences& sentences, const Cells& cells, const OfficialRules::Tables& tables)
      : source_(source),
        persons_(persons),
        places_(places),
        sentences_(sentences),
        tables_(tables),
        cells_(cells),
        units_(source, persons, places, cells, sentences, tables) {}

  std::vector<core::Official> find();

 private:
  void find_posts();
  Post post_at(std::size_t token, const LemmaPatternIndex::Match& match) const;
  bool behind_short_name(const Post& post, std::size_t token) const;
  void read_behind(Post& post) const;
  bool pass_place(Post& post, std::size_t& token) const;
  bool pass_unit_word(Post& post, std::size_t& token) const;
  Person named_at(const Post& post, std::size_t token) const;
  Person person_before(const Post& post) const;
  Person stranger_before(const Post& post) const;
  Person ending_at(std::size_t token) const;
  bool agrees(const Post& post, const Person& person) const;
  Person in_case_of(const Post& post, const Person& person) const;
  bool joined_to_another(const Person& person) const;
  bool in_row_of_columns(const Post& post) const;
  Person touching(const Post& post) const;
  Person of_post_before(const Post& post) const;
  const Role* headed(const Post& post) const;
  bool stands_in_for(std::size_t after) const;
  bool has_post_behind(const Person& person) const;
  bool acting_at(std::size_t token) const;
  Person person_above(const Post& post) const;
  Person person_below(const Post& post) const;
  Person beside_another(const Post& post) const;
  bool taken_beside(const Post& post, const Line& line) const;
  bool left_of_column(const Post& post, const Person& person) const;
  Person holder(const Post& post) const;
  bool on_line_of(const Post& post, const Person& person) const;
  bool same_before(const Post& post, const Person& person) const;
  bool name_stands_above(const Post& post) const;
  void add(const Post& post, const Person& person, const gazetteer::Unit* beside);
  core::Evidence evidence(const Post& post, const Person& person) const;
  void add_mentions();
  const gazetteer::Unit* behind_name(std::size_t after) const;
  bool former(const Post& post, const Person& person) const;
  bool former_before(std::size_t token) const;
  bool by_proxy(const Post& post) const;
  bool needs_met(const Post& post) const;
  bool has_own_post(const Post& post) const;
  std::string role_of(const Post& post) const;
  std::string full_name(const Person& person) const;
  std::size_t column(std::size_t token) const;
  bool taken(const Person& person) const;
  bool is_number(std::size_t token) const;
  bool other_row(const Post& post, std::size_t token) const;
  bool in_apposition(const Post& post, std::size_t token) const;
  bool many_in_apposition(const Post& post, std::size_t token) const;
  bool goes_on_list(std::size_t token) const;
  bool stands_before_name(std::size_t token) const;
  Person first_on_line(const Post& post) const;
  Person person_before_brackets(const Post& post) const;
  Person person_of_row(const Post& post) const;
  Person person_before_dash(const Post& post) const;
  bool passes(std::string_view gap) const;
  bool of_another(const Post& post) const;

  // officials_bodies.cpp: whose posts they are.
  bool is_council(std::size_t token) const;
  bool names_council(std::size_t token) const;
  bool of_other_body(std::size_t council) const;
  bool council_before(std::size_t token) const;
  bool on_board(const Post& post) const;
  bool of_other_board(const Post& post) const;
  bool beside_office(const Post& post) const;
  bool of_other(const Post& post) const;
  bool of_body_before(const Post& post) const;
  bool leads_society(std::size_t token) const;
  bool may_be_of_society(const Post& post) const;
  bool acts_for_society(const Post& post) const;
  bool behind_head_of_society(const Post& post) const;
  bool beside_society(const Post& post) const;
  bool heads_firemen(const Post& post) const;
  bool of_society(const Post& post) const;

  // officials_lists.cpp: posts of many.
  void add_list(const Post& post, std::size_t after);
  bool add_by_village(const Post& post);
  void add_lines(const Post& post);
  bool add_numbered(const Post& post);
  bool add_present(const Post& post);
  void add_second(const Post& post, std::size_t after);
  void add_before(const Post& post, const Person& last);
  void add_votes();
  std::size_t names_of_vote(std::size_t token) const;
  std::size_t attendance_told(const Line& line) const;
  std::vector<const Person*> numbered_lines(std::size_t line) const;
  void add_attendance();
  void add_column(const Post& post);

  // officials_same.cpp: who is one person.
  void take_undeclined();
  void keep_but(const std::vector<bool>& gone);
  void merge_spellings();
  void drop_by_office();

  bool says(OfficeWord word, std::size_t token) const { return tables_.says(word, source_, token) != 0; }
  const Line& line_of(std::size_t token) const { return source_.lines[source_.line_of_token(token)]; }

  const SourceText& source_;
  const Persons& persons_;
  const Places& places_;
  const Sentences& sentences_;
  const OfficialRules::Tables& tables_;
  const Cells& cells_;
  UnitsOfPosts units_;
  std::vector<Post> posts_;
  std::unordered_set<std::size_t> taken_;  // first tokens of the names that have a post
  std::vector<core::Official> found_;
  std::vector<Certainty> certainties_;  // of the units of `found_`
};

}  // namespace szukajst::indexer::extract
