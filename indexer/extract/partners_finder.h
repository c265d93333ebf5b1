// Finds the parties of a partnership in one text: partners.cpp reads what sentences say, partners_lists.cpp
// labels, cards and lists, partners_parties.cpp tells who acts there and how he is called.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/partners_tables.h"

namespace szukajst::indexer::extract {

// Borrows all that it is given; used once.
class PartnerFinder {
 public:
  PartnerFinder(const SourceText& source, const Persons& persons, const Places& places,
                const Sentences& sentences, const Cells& cells, const PartnerContext& context,
                const PartnerRules::Tables& tables)
      : source_(source),
        persons_(persons),
        places_(places),
        sentences_(sentences),
        cells_(cells),
        context_(context),
        tables_(tables) {}
  Partnership find();

 private:
  struct Range {
    std::size_t first = 0, end = 0;  // tokens
  };
  // Who acts in a range: what counts there besides units in the nominative or with "z", "między", "przez".
  struct Counting {
    bool offices = false;       // heads of units, and units in the genitive behind them
    bool bare = false;          // units whose kind is not said
    std::size_t least = 0;      // units that must be met; else none is taken
    bool voivodeships = false;  // those too, which may as well be whoever pays
  };
  struct Party {
    core::Partner partner;
    std::vector<Range> where;  // in the order in which they were met
  };
  struct Naming {
    Range where;
    std::size_t party = 0;  // in found_
  };

  static constexpr std::size_t kTogether = 2;  // units at least that do something together
  static constexpr std::size_t kListed = 3;    // names at least that make a list of parties, though none says
                                               // that it is a unit

  void read_cover();
  bool denied(std::size_t behind, std::size_t end) const;
  void read_sentence(Range sentence);
  bool read_items(std::size_t line, std::size_t end);
  bool read_blocks(std::size_t line);
  bool read_table(std::size_t behind);
  bool read_numbered(std::size_t line);
  void read_labels();
  void read_label(std::size_t token, std::size_t line);
  void read_card();
  Range card_tokens() const;
  bool is_keeper(std::size_t label) const;
  bool begins_with_staff(Range value) const;
  void read_lists();
  void read_foreign();
  std::size_t country_behind(std::size_t town) const;
  void read_enumeration();
  bool leaves_unnamed(Range sentence) const;
  void read_unnamed(Range sentence);
  void read_scope(Range sentence, Range cue, PartnerScope scope);
  void add_acting(Range sentence, std::size_t cue);
  void choose_leader();
  std::vector<Naming> namings() const;
  std::optional<core::PartnershipForm> form() const;
  bool cooperates() const;
  bool plans() const;
  bool tells_of_grants() const;
  bool is_verbal_noun(std::size_t token) const;
  Range admitted(Range sentence) const;
  bool ends_cue(std::size_t token) const;
  bool denies(std::size_t token) const;
  bool names_both_sides(Range sentence) const;
  Range resumed(std::size_t denial, std::size_t end) const;
  Range before_denial(Range sentence, std::size_t denial) const;
  // How many parties the range names, those found before included; 0 where there are too few.
  std::size_t add_parties(Range range, const Counting& counting);
  void add_given(Range range);
  bool add_joining(std::size_t token);
  const PlaceMention* joined_behind(const PlaceMention& mention) const;
  void add_unit(const gazetteer::Unit* unit, Range where);
  void add_name(const std::string& name, Range where);
  std::size_t add_organisation(std::size_t token, std::size_t end, bool offices);
  std::size_t add_quoted(std::size_t token, std::size_t end);
  std::size_t add_company(std::size_t token, std::size_t end);
  std::size_t add_seat(std::string& name, std::size_t stop, std::size_t end) const;
  std::size_t legal_form(std::size_t token) const;
  std::size_t add_unit_abroad(std::size_t token, std::size_t end);
  bool in_list(std::size_t line) const;
  Range scope_of(Range sentence) const;
  Range between(std::size_t behind) const;
  Range next_sentence(std::size_t token) const;
  Range tokens_of(core::ByteRange bytes) const;
  std::size_t first_in_item(std::size_t line) const;
  bool names_unit(const PlaceMention& mention) const;
  bool is_party(const PlaceMention& mention, const Counting& counting) const;
  bool is_voivodeship_itself(const PlaceMention& mention) const;
  bool is_acting_office(const PlaceMention& mention) const;
  bool behind_postal_code(const PlaceMention& mention) const;
  bool beside_person(const PlaceMention& mention) const;
  bool in_brackets(std::size_t token) const;
  const PlaceMention& opening(const PlaceMention& mention) const;
  bool is_where(const PlaceMention& mention) const;
  bool named_behind_colon(const PlaceMention& mention) const;
  bool heads_from(const PlaceMention& mention) const;
  std::size_t add_subjects(Range sentence, std::size_t verb);
  bool names_party(Range range) const;
  bool goes_on(const PlaceMention& mention) const;
  const gazetteer::Unit* own_unit(Range range) const;
  const gazetteer::Unit* own_town() const;
  const gazetteer::Unit* subject_of(Range sentence, std::size_t cue) const;
  const gazetteer::Unit* keeper() const;
  bool opens_list(const PlaceMention& mention) const;
  bool begins_unit(std::size_t token) const;
  bool begins_item(std::size_t token) const;
  bool begins_heading(std::size_t token) const;
  bool is_head(std::size_t token) const;
  bool is_society(std::size_t token) const;
  std::size_t head_of(std::size_t token, std::size_t end) const;
  unsigned cases(std::size_t token) const;
  bool holds(Range range, const AnyLemma& lemmas) const;
  const PlaceMention* mention_at(std::size_t token) const;

  const SourceText& source_;
  const Persons& persons_;
  const Places& places_;
  const Sentences& sentences_;
  const Cells& cells_;
  const PartnerContext& context_;
  const PartnerRules::Tables& tables_;
  bool only_grants_ = false;  // see tells_of_grants
  std::vector<Party> found_;
  Range unnamed_;  // the sentence that says what units do together, and not which; empty: none does
};

}  // namespace szukajst::indexer::extract
