// Which unit a post is of, where the text says so behind it, beside its holder, before it, or by being that
// unit's own document. Internal to officials.h.
#pragma once

#include <vector>

#include "indexer/extract/cells.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/officials_tables.h"

namespace szukajst::indexer::extract {

// How surely the text says it.
enum class Certainty { none, by_document, by_clause, beside_name, named };

struct HeldUnit {
  const gazetteer::Unit* unit = nullptr;
  Certainty certainty = Certainty::none;
};

// Borrows all that it is made of.
class UnitsOfPosts {
 public:
  UnitsOfPosts(const SourceText& source, const Persons& persons, const Places& places, const Cells& cells,
               const Sentences& sentences, const OfficialRules::Tables& tables)
      : source_(source),
        persons_(persons),
        places_(places),
        cells_(cells),
        sentences_(sentences),
        tables_(tables) {}

  // `posts`: all of the text, in its order; `post` one of them; `beside`: the unit that stands right beside
  // the holder's name, may be null.
  HeldUnit of(const Post& post, const std::vector<Post>& posts, const gazetteer::Unit* beside) const;
  // Whether it is said to be of a party that is a town.
  bool of_city(const Post& post) const;
  // The post before it in the sentence whose deputy it may be: "wójt Jan Mak i jego zastępca"; may be null.
  const Post* office_before(const Post& post, const std::vector<Post>& posts) const;

 private:
  static bool fits(Level level, const gazetteer::Unit& unit);
  bool fits_owner(const Post& post) const;
  const gazetteer::Unit* named(const Post& post) const;
  const gazetteer::Unit* county_of_seat(const PlaceMention& mention) const;
  const gazetteer::Unit* land_around(const Post& post) const;
  const gazetteer::Unit* stood_for(const Post& post, const std::vector<Post>& posts) const;
  const gazetteer::Unit* represented(const Post& post) const;
  const gazetteer::Unit* in_row(const Post& post) const;
  const gazetteer::Unit* named_alone(const Post& post, std::size_t first) const;
  const gazetteer::Unit* begins_line(const Post& post) const;
  const gazetteer::Unit* before_dash(const Post& post, const std::vector<Post>& posts) const;
  const gazetteer::Unit* in_clause(const Post& post, const std::vector<Post>& posts) const;
  const gazetteer::Unit* by_body(const Post& post) const;
  const gazetteer::Unit* by_heading(const Post& post) const;
  const gazetteer::Unit* by_document(const Post& post) const;
  const gazetteer::Unit* nearest_before(const Post& post) const;
  const gazetteer::Unit* there(const Post& post) const;

  const SourceText& source_;
  const Persons& persons_;
  const Places& places_;
  const Cells& cells_;
  const Sentences& sentences_;
  const OfficialRules::Tables& tables_;
  mutable std::optional<std::vector<const PlaceMention*>> headings_;  // units alone on a line; when asked for
};

}  // namespace szukajst::indexer::extract
