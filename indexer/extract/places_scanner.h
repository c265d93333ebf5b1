// One reading of a text for names of places: what stands before each name, what lists it goes on, what speaks
// against it, and the mentions that come of it. Its parts are in the files named below.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/cells.h"
#include "indexer/extract/places_scan.h"

namespace szukajst::indexer::extract {

struct NameContext {
  PlaceContext kind = PlaceContext::none;
  std::size_t lead = 0;
  std::optional<gazetteer::UnitType> type;  // "gmina wiejska", "Rada Miejska w"
  bool listed = false;                      // ":" or a dash stands between the word and the name
  unsigned cases = ~0U;                     // of a unit's name
  unsigned locality_cases = 0;
  const gazetteer::Unit* region = nullptr;  // of "podlaskiego Korycina"
  bool goes_on = false;                     // with the list that the mention before belongs to
  bool street = false, seat = false, office = false, road = false;
};

unsigned case_bits(gazetteer::NameCase name_case);
// "Lisewo", not "UG", "WFOŚiGW"
bool written_as_name(std::string_view word);
bool names_municipality(PlaceContext context);
// Of a word with a small letter: whether it may be a county's or a voivodeship's adjective, which end in
// -ski, -cki.
bool like_county(std::string_view word);
// "z proboszczem", not "w Proboszczowie": whether the word for people may stand in one of the cases.
bool has_people_in(const language::Word& word, unsigned cases);

class PlaceScanner {
 public:
  static constexpr std::size_t kLongestName = 6;  // words of a unit's name

  PlaceScanner(const SourceText& source, const Persons& persons, const Sentences& sentences,
               const Cells& cells, const PlaceRules::Tables& tables)
      : source_(source),
        persons_(persons),
        sentences_(sentences),
        tables_(tables),
        cells_(cells),
        names_(source, tables) {
    meanings_.reserve(source.tokens.size());
    for (const language::AnalyzedToken& token : source.tokens)
      meanings_.push_back(tables.meanings(*token.word));
  }

  std::vector<RawMention> scan();

 private:
  // Words that one name may hold.
  class Words {
   public:
    void add(std::string_view word) { words_[size_++] = word; }
    void resize(std::size_t size) { size_ = size; }
    void replace(std::size_t at, std::string_view word) { words_[at] = word; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::span<const std::string_view> span() const { return {words_.data(), size_}; }

   private:
    std::array<std::string_view, kLongestName> words_;
    std::size_t size_ = 0;
  };

  // places_scan_context.cpp: what stands before a name
  NameContext before(std::size_t token) const;
  const gazetteer::Unit* region_of(std::size_t at) const;
  NameContext nearby(std::size_t at) const;
  bool is_verbal_noun(std::size_t token) const;
  std::string_view opening_word(std::size_t mention) const;
  bool after_preposition(std::size_t at, NameContext& context) const;
  bool joins_places(std::size_t at) const;
  bool skip_types(std::size_t& at, NameContext& context) const;
  PlaceContext kind_of(std::size_t at) const;
  void specify(std::size_t at, NameContext& context) const;
  bool may_be_plural(std::size_t token) const;
  void look_for_kind(std::size_t at, NameContext& context) const;
  unsigned cases_of(std::size_t token) const;

  // places_scan_lists.cpp: what a name is by its list, cell, brackets or road
  bool glued(std::size_t begin, std::size_t end) const;
  bool is_further_county(std::size_t token) const;
  bool begins_other_item(std::size_t token) const;
  NameContext in_list(std::size_t token) const;
  bool may_begin_list(std::size_t token) const;
  NameContext bare_list(std::size_t token) const;
  NameContext with_attribute(std::size_t token) const;
  bool begins_cell(std::size_t token) const;
  bool begins_row(std::size_t token) const;
  NameContext in_cell(std::size_t token) const;
  NameContext in_parentheses(std::size_t token) const;
  bool lives_there(std::size_t token) const;
  NameContext dated(std::size_t token) const;
  NameContext by_label(std::size_t token) const;
  NameContext in_list_of_heads(std::size_t token) const;
  NameContext before_municipality(std::size_t token) const;
  bool in_chain(std::size_t token) const;
  bool is_stretch(std::size_t token) const;
  NameContext road(std::size_t token) const;

  // places_scan_doubts.cpp: what speaks against a place.
  // Of a name in a list: surely none; a word or a surname; no more than a name; ends as villages' names do.
  enum class Villager { none, doubtful, possible, typical };
  bool no_village(std::size_t token, unsigned cases) const;
  bool among_villages(std::size_t token, std::size_t end, unsigned cases) const;
  unsigned told_by_ending(std::size_t token, const NameContext& context) const;
  Villager villager(std::size_t token, const LocalityNames::Name& name, unsigned cases) const;
  bool begins_sentence(std::size_t token) const;
  bool is_brand(std::size_t token, std::size_t end) const;
  bool in_quotes(std::size_t token) const;
  bool bare_allowed(std::size_t token, bool& weak) const;
  bool has_longer_name(std::size_t token) const;
  bool has_attribute(std::size_t token) const;
  bool names_institution(std::size_t token, std::size_t end) const;
  bool is_river(std::size_t token, const NameContext& context) const;
  bool is_surname(std::size_t token) const;
  bool stands_for_county(std::size_t token) const;
  bool is_mountains(std::size_t token) const;
  bool in_list_of_rivers(std::size_t token) const;

  // places_scan.cpp: the mentions
  Words words_from(std::size_t token) const;
  std::optional<gazetteer::UnitType> type_behind(std::size_t token) const;
  bool village_behind(std::size_t token) const;
  bool in_other_municipality(std::size_t token, const RawMention& raw) const;
  double score(const gazetteer::Unit& unit, const NameContext& context) const;
  std::size_t add_adjective(std::size_t token, const NameContext& context);
  std::size_t add_municipality(std::size_t token, const NameContext& context);
  std::size_t add_by_ending(std::size_t token, const NameContext& context);
  bool goes_on_in_next_line(std::size_t token) const;
  std::size_t add_locality(std::size_t token, const NameContext& context);
  bool like_adjective(std::size_t token, std::size_t other) const;
  std::size_t add_sharing(std::size_t end);
  bool names_regional_office(std::size_t token) const;
  std::size_t add_region(std::size_t token);
  std::size_t add(std::size_t token);

  bool means(std::size_t token, PlaceWord word) const {
    return (meanings_[token] & PlaceRules::Tables::bit(word)) != 0;
  }
  std::string_view gap(std::size_t token) const { return core::utf8::trim(source_.after(token)); }

  const SourceText& source_;
  const Persons& persons_;
  const Sentences& sentences_;
  const PlaceRules::Tables& tables_;
  const Cells& cells_;
  LocalityNames names_;
  std::vector<unsigned> meanings_;  // by token
  std::vector<RawMention> found_;
};

}  // namespace szukajst::indexer::extract
