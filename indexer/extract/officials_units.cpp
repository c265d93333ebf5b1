#include "indexer/extract/officials_units.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "core/utf8.h"

namespace szukajst::indexer::extract {

using core::PlaceKind;
using gazetteer::Unit;
using gazetteer::UnitType;

namespace {

constexpr std::size_t kLongestClause = 16;  // tokens between a unit and the post that is its own

bool is_municipal(Level level) {
  return level == Level::municipality || level == Level::rural || level == Level::town;
}

bool says_municipality(const PlaceMention& mention) {
  return mention.context == PlaceContext::municipality || mention.context == PlaceContext::town;
}

}  // namespace

bool UnitsOfPosts::fits(Level level, const Unit& unit) {
  switch (level) {
    case Level::owner:
      return true;
    case Level::village:
      return unit.type == UnitType::rural || unit.type == UnitType::urban_rural;
    case Level::municipality:
      return unit.kind() == PlaceKind::municipality;
    case Level::rural:
      return unit.type == UnitType::rural;
    case Level::town:
      return unit.type == UnitType::urban || unit.type == UnitType::urban_rural;
    case Level::county:
      return unit.kind() == PlaceKind::county;
    case Level::voivodeship:
      return unit.kind() == PlaceKind::voivodeship;
  }
  return false;
}

// "Rady Powiatu w Brodnicy": the county whose seat it is.
const Unit* UnitsOfPosts::county_of_seat(const PlaceMention& mention) const {
  if (mention.county != nullptr) return mention.county;
  const Unit& seat = *mention.unit;
  if (places_.county != nullptr && places_.county->seat == seat.name) return places_.county;
  for (const Unit& county : source_.gazetteer.units())
    if (county.type == UnitType::land_county && county.seat == seat.name) return &county;
  return nullptr;
}

// "Kierownik Gminnego Ośrodka … w Suwałkach" in a document of the municipality around that town: its own,
// which has its seat there.
const Unit* UnitsOfPosts::land_around(const Post& post) const {
  const Unit* const owner = places_.owner;
  if (owner == nullptr || owner->type != UnitType::rural || post.mention->unit->type != UnitType::urban ||
      owner->name != post.mention->unit->name)
    return nullptr;
  for (std::size_t t = post.first; t < post.mention->first; ++t)
    if (has_lemma(*source_.tokens[t].word, "gminny")) return owner;
  return nullptr;
}

const Unit* UnitsOfPosts::named(const Post& post) const {
  const Unit* unit = post.mention == nullptr ? nullptr : post.mention->unit;
  if (unit == nullptr) return nullptr;
  if (post.level == Level::county && unit->kind() == PlaceKind::municipality)
    return county_of_seat(*post.mention);
  if (const Unit* const land = land_around(post)) return land;
  // What the post is called tells a town from the land around it; the name decides all the same.
  return fits(is_municipal(post.level) ? Level::municipality : post.level, *unit) ? unit : nullptr;
}

// Those of the posts that begin within [first, end).
std::span<const Post> posts_within(const std::vector<Post>& posts, std::size_t first, std::size_t end) {
  const auto before = [](const Post& post, std::size_t token) { return post.first < token; };
  const auto from = std::lower_bound(posts.begin(), posts.end(), first, before);
  return {from, std::lower_bound(from, posts.end(), end, before)};
}

const Post* UnitsOfPosts::office_before(const Post& post, const std::vector<Post>& posts) const {
  const Post* office = nullptr;
  std::size_t first = sentences_.first(post.first);
  // "jego zastępca": of the last who was named, in the sentence before, too
  const bool his = post.first > 0 && tables_.says(OfficeWord::his, source_, post.first - 1) != 0;
  if (his && first > 0) first = sentences_.first(first - 1);
  for (const Post& other : posts_within(posts, first, post.first))
    if (his || !other.role->deputy.empty()) office = &other;
  return office == nullptr || office->rejected || office->role->deputy.empty() ? nullptr : office;
}

// "Powiatem Toruńskim, reprezentowanym przez Annę Kos – Starostę i Jana Maka – Wicestarostę": the unit
// for which the last party before the post, and whoever is named in between, were said to stand.
const Unit* UnitsOfPosts::represented(const Post& post) const {
  constexpr std::size_t kReach = 40, kAddress = 24;  // tokens
  bool unit_between = false;
  for (std::size_t t = post.first; t-- > 0 && post.first - t <= kReach;) {
    const std::string_view gap = source_.after(t);
    if (gap.find(';') != std::string_view::npos || gap.find("\n\n") != std::string_view::npos) return nullptr;
    unit_between |= places_.at(t) != nullptr;
    if (tables_.says(OfficeWord::party, source_, t) == 0) continue;
    // "Gminę Lisewo reprezentował wójt, a Stolno – sekretarz Jan Mak. Skarbnik …": not so far as a party's
    // list, which is of many sentences.
    if (is_verb(*source_.tokens[t].word) && (unit_between || sentences_.of[t] != sentences_.of[post.first]))
      return nullptr;
    for (std::size_t back = t; back-- > 0 && t - back <= kAddress;) {
      if (source_.after(back).find(';') != std::string_view::npos || persons_.covering(back) != nullptr)
        return nullptr;
      const PlaceMention* mention = places_.at(back);
      if (mention == nullptr || mention->unit == nullptr) continue;
      const bool named_so =
          mention->context == PlaceContext::municipality || mention->context == PlaceContext::town ||
          mention->context == PlaceContext::county || mention->context == PlaceContext::voivodeship;
      const Level level = is_municipal(post.level) ? Level::municipality : post.level;
      if (named_so && fits(level, *mention->unit)) return mention->unit;
    }
    return nullptr;
  }
  return nullptr;
}

bool UnitsOfPosts::of_city(const Post& post) const {
  if (const Unit* unit = represented(post)) return unit->type == UnitType::urban;
  // "prezydent Jan Mak" in the document of a city with county rights, which has one: its codes' third and
  // fourth digits are 61 and more.
  const Unit* owner = places_.owner;
  constexpr std::size_t kCounty = 2, kDigits = 2;
  return owner != nullptr && owner->type == UnitType::urban && post.behind.first == post.end &&
         post.behind.end > post.end && std::string_view(owner->code.text()).substr(kCounty, kDigits) >= "61";
}

// "w imieniu burmistrza Górzna wystąpił kierownik …": the office without a name in the same sentence.
const Unit* UnitsOfPosts::stood_for(const Post& post, const std::vector<Post>& posts) const {
  const std::size_t first = sentences_.first(post.first);
  bool stands = false;
  for (std::size_t t = first; t < post.first; ++t)
    stands |= tables_.says(OfficeWord::stands_for, source_, t) != 0;
  if (!stands) return nullptr;
  const Post* in_brackets = nullptr;
  for (const Post& office : posts_within(posts, first, post.first)) {
    // "burmistrz Górzna Anna Nowak (w zastępstwie obecny był sekretarz …)"
    bool aside = false;
    for (std::size_t t = office.end; t < post.first; ++t) {
      const std::string_view gap = source_.after(t);
      if (gap.find('(') != std::string_view::npos) aside = true;
      if (gap.find(')') != std::string_view::npos) aside = false;
    }
    if (aside && office.mention != nullptr) in_brackets = &office;
    // "Wójta Lubicza Jana Maka zastąpiła sekretarz gminy Anna Kos"
    const std::size_t behind = std::max(office.tail, office.holder.end);
    if (office.named && office.mention != nullptr && behind + 1 == post.first &&
        tables_.says(OfficeWord::stands_for, source_, behind) != 0)
      return named(office);
    if (office.named) continue;
    if (office.behind.end == office.behind.first && office.mention != nullptr) return named(office);
  }
  return in_brackets == nullptr ? nullptr : named(*in_brackets);
}

// The unit in the same row of a table.
const Unit* UnitsOfPosts::in_row(const Post& post) const {
  const Cell* cell = cells_.at(post.first);
  if (cell == nullptr) return nullptr;
  const Cell *begin = cells_.all().data(), *end = begin + cells_.all().size();
  const Cell* first = cell;
  while (first != begin && (first - 1)->row == cell->row) --first;
  for (; first != end && first->row == cell->row; ++first)
    for (std::size_t t = first->first; t < first->end; ++t) {
      const PlaceMention* mention = places_.at(t);
      if (mention != nullptr && mention->unit != nullptr && fits(post.level, *mention->unit))
        return mention->unit;
    }
  return nullptr;
}

// "Lisewo – Anna Nowak, wójt", where nothing but the post says that Lisewo is a place: the municipality of
// that name that can have such a head; of several the one in the document's own county or voivodeship.
const Unit* UnitsOfPosts::named_alone(const Post& post, std::size_t first) const {
  constexpr std::size_t kLongestName = 4;  // tokens
  if (post.level != Level::rural && post.level != Level::town && post.level != Level::municipality)
    return nullptr;
  std::vector<std::string_view> words;
  for (std::size_t t = first; t < post.first && words.size() < kLongestName; ++t) {
    if (!capitalised(source_.token(t)) || persons_.covering(t) != nullptr) return nullptr;
    words.push_back(source_.token(t));
    const std::string_view gap = source_.after(t);
    if (gap != " " && gap != "-") {
      const std::string_view mark = core::utf8::trim(gap);
      if (gap.starts_with(' ') && (mark == "–" || mark == "-" || mark == "—")) break;
      return nullptr;
    }
  }
  if (words.empty()) return nullptr;
  const gazetteer::NameMatch match = source_.gazetteer.match(words);
  if (match.words != words.size()) return nullptr;
  std::vector<const Unit*> all, near;
  for (const gazetteer::NameForm& form : match.forms) {
    if (form.name_case != gazetteer::NameCase::nominative || form.former != 0 ||
        form.unit->kind() != PlaceKind::municipality || !fits(post.level, *form.unit))
      continue;
    all.push_back(form.unit);
    for (const Unit* around : {places_.county, places_.voivodeship})
      if (around != nullptr && form.unit->code.text().starts_with(around->code.text())) {
        near.push_back(form.unit);
        break;
      }
  }
  const std::vector<const Unit*>& fitting = all.size() == 1 ? all : near;
  return fitting.size() == 1 ? fitting.front() : nullptr;
}

// "Lisewo – Anna Nowak, wójt": the unit that begins the line, a dash or a colon behind it.
const Unit* UnitsOfPosts::begins_line(const Post& post) const {
  const Line& line = source_.lines[source_.line_of_token(post.first)];
  std::size_t first = line.first_token;
  if (source_.tokens[first].token.kind == language::TokenKind::number) ++first;
  const PlaceMention* mention = first < post.first ? places_.at(first) : nullptr;
  if (mention == nullptr) return named_alone(post, first);
  if (mention->unit == nullptr || mention->end > post.first) return nullptr;
  const std::string_view mark = core::utf8::trim(source_.after(mention->end - 1));
  const bool columns = (mark.empty() && source_.after(mention->end - 1).starts_with("   ")) ||
                       mark.find("...") != std::string_view::npos;
  const bool parted = columns || mark == "–" || mark == "-" || mark == "—" || mark == ":";
  const Level level =
      is_municipal(post.level) || post.level == Level::owner ? Level::municipality : post.level;
  return parted && fits(level, *mention->unit) ? mention->unit : nullptr;
}

// "Krzepice reprezentował wójt, a Stolno – p.o. sekretarza Jan Mak": the unit before the dash before the
// post, if it is no other post's.
const Unit* UnitsOfPosts::before_dash(const Post& post, const std::vector<Post>& posts) const {
  constexpr std::size_t kActing = 2;  // tokens of "p.o."
  const std::size_t sentence = sentences_.first(post.first);
  std::size_t begin = post.first;
  while (begin > sentence && post.first - begin < kActing && source_.token(begin - 1).size() == 1 &&
         (source_.after(begin - 1) == "." || source_.after(begin - 1) == ". "))
    --begin;
  if (begin <= sentence || (source_.after(begin - 1) != " – " && source_.after(begin - 1) != " - "))
    return nullptr;
  const PlaceMention* mention = places_.at(begin - 1);
  if (mention == nullptr || mention->unit == nullptr || mention->end != begin || mention->lead < sentence)
    return nullptr;
  const Level level =
      is_municipal(post.level) || post.level == Level::owner ? Level::municipality : post.level;
  const auto nearby = posts_within(posts, sentence, post.first);
  const bool taken =
      std::any_of(nearby.begin(), nearby.end(), [&](const Post& other) { return other.mention == mention; });
  return !taken && fits(level, *mention->unit) ? mention->unit : nullptr;
}

// "Gminą Stolno, reprezentowaną przez wójta …", "ze strony gminy Stolno sekretarz …": the last unit before
// the post in its clause, which has no other holder of a post in it.
const Unit* UnitsOfPosts::in_clause(const Post& post, const std::vector<Post>& posts) const {
  const std::size_t first = sentences_.first(post.first);
  bool linked = false;
  const bool countersigns =
      post.first > first && tables_.says(OfficeWord::countersigns, source_, post.first - 1) != 0;
  const std::size_t longest = countersigns ? 2 * kLongestClause : kLongestClause;
  for (std::size_t t = post.first; t-- > first && post.first - t <= longest;) {
    if (source_.after(t).find(';') != std::string_view::npos) return nullptr;
    // "…, reprezentowaną przez wójta Jana Maka, przy kontrasygnacie skarbnika …"
    if (persons_.covering(t) != nullptr) {
      if (!countersigns) return nullptr;
      continue;
    }
    linked |= tables_.says(OfficeWord::stands_for, source_, t) != 0;
    const PlaceMention* mention = places_.at(t);
    if (mention == nullptr) continue;
    t = mention->lead;
    // "Gminą Obrowo, reprezentowaną przez wójta": the name decides, not what its kind has become.
    const bool named_so = mention->context == PlaceContext::municipality && is_municipal(post.level);
    if (mention->unit == nullptr || !fits(named_so ? Level::municipality : post.level, *mention->unit))
      continue;
    // What stands behind another post is that post's.
    const auto nearby = posts_within(posts, first, post.first);
    const bool taken = std::any_of(nearby.begin(), nearby.end(), [&](const Post& other) {
      return other.mention == mention && other.first != post.first && other.named;
    });
    if (taken) return countersigns ? mention->unit : nullptr;  // beside the head of the same unit
    // "za Stolno – wójt Anna Nowak"
    linked |= countersigns;
    linked |=
        is_municipal(post.level) && mention->end == post.first && !only_space(source_.after(post.first - 1));
    for (std::size_t back = 1; back <= 2 && back <= t - first; ++back)
      linked |= tables_.says(OfficeWord::stands_for, source_, t - back) != 0;
    switch (post.level) {
      case Level::county:
      case Level::voivodeship:
        return mention->unit;
      case Level::rural:
      case Level::town:
        return linked || says_municipality(*mention) || !fits_owner(post) ? mention->unit : nullptr;
      default:
        return linked ? mention->unit : nullptr;
    }
  }
  return nullptr;
}

// The last unit before the post that can have such a head.
const Unit* UnitsOfPosts::nearest_before(const Post& post) const {
  const auto end =
      std::lower_bound(places_.mentions.begin(), places_.mentions.end(), post.first,
                       [](const PlaceMention& mention, std::size_t token) { return mention.first < token; });
  const auto last = std::find_if(
      std::make_reverse_iterator(end), places_.mentions.rend(),
      [&](const auto& mention) { return mention.unit != nullptr && fits(post.level, *mention.unit); });
  return last == places_.mentions.rend() ? nullptr : last->unit;
}

// "goście z Lubicza, gdzie tamtejszy sekretarz …": the municipality that the text named last.
const Unit* UnitsOfPosts::there(const Post& post) const {
  bool said = false;
  for (std::size_t t = post.first > 0 ? post.first - 1 : 0; t < post.tail; ++t)
    said |= tables_.says(OfficeWord::there, source_, t) != 0;
  if (!said) return nullptr;
  Post local = post;
  if (local.level == Level::owner) local.level = Level::municipality;
  return nearest_before(local);
}

bool UnitsOfPosts::fits_owner(const Post& post) const {
  return places_.owner != nullptr && fits(post.level, *places_.owner);
}

const Unit* UnitsOfPosts::by_document(const Post& post) const {
  switch (post.level) {
    case Level::owner:
      return places_.owner;
    case Level::county:
      return places_.county;
    case Level::voivodeship:
      return places_.voivodeship;
    default:
      break;
  }
  if (fits_owner(post)) return places_.owner;
  if (places_.municipality != nullptr && fits(post.level, *places_.municipality)) return places_.municipality;
  if (const Unit* unit = nearest_before(post)) return unit;
  // A municipality may have become a town since, or the text be newer than the register.
  const bool heads = post.level == Level::rural || post.level == Level::town;
  const bool municipal = places_.owner != nullptr && places_.owner->kind() == PlaceKind::municipality;
  return heads && municipal ? places_.owner : nullptr;
}

// "Powiat obiecał pomoc wydziału, którym kieruje naczelnik …", "w Departamencie Rozwoju. Szczegóły zna
// kierownik …": the county or the voivodeship whose body the words before the post name.
const Unit* UnitsOfPosts::by_body(const Post& post) const {
  if (post.level != Level::owner || !post.role->words || post.first == 0) return nullptr;
  const std::size_t sentence = sentences_.first(post.first);
  const std::size_t least = sentence > 0 ? sentences_.first(sentence - 1) : 0;
  for (std::size_t t = post.first; t-- > least && post.first - t <= kLongestClause;) {
    const std::string_view gap = source_.after(t);
    if (persons_.covering(t) != nullptr || gap.find('\n') != std::string_view::npos) return nullptr;
    if (places_.at(t) != nullptr || !capitalised(source_.token(t))) continue;
    if (tables_.says(OfficeWord::voivodeship, source_, t) != 0) return places_.voivodeship;
    if (t >= sentence && tables_.says(OfficeWord::county, source_, t) != 0) return places_.county;
    if (tables_.says(OfficeWord::municipality, source_, t) != 0) return nullptr;
  }
  return nullptr;
}

// "GMINA LISEWO" on a line of its own, as others are above other posts: the unit that heads the post's part
// of the text.
const Unit* UnitsOfPosts::by_heading(const Post& post) const {
  constexpr std::size_t kFewest = 3;
  if (!headings_) {
    headings_.emplace();
    for (const PlaceMention& mention : places_.mentions) {
      const Line& line = source_.lines[source_.line_of_token(mention.lead)];
      const bool alone = mention.lead == line.first_token && mention.end == line.end_token;
      const bool named_so = mention.lead < mention.first && mention.unit != nullptr;
      if (alone && named_so && (line.blank_before > 0 || line.first_token == 0) &&
          mention.context != PlaceContext::none)
        headings_->push_back(&mention);
    }
  }
  if (headings_->size() < kFewest) return nullptr;
  const auto behind = std::ranges::partition_point(
      *headings_, [&](const PlaceMention* mention) { return mention->first < post.first; });
  if (behind == headings_->begin()) return nullptr;
  const Unit* const unit = (*std::prev(behind))->unit;
  const Level level = is_municipal(post.level) ? Level::municipality : post.level;
  return fits(level, *unit) ? unit : nullptr;
}

HeldUnit UnitsOfPosts::of(const Post& post, const std::vector<Post>& posts, const Unit* beside) const {
  if (const Unit* unit = named(post)) return {unit, Certainty::named};
  const bool municipal = is_municipal(post.level) || post.level == Level::owner;
  if (beside != nullptr && municipal && beside->kind() == PlaceKind::municipality)
    return {beside, Certainty::beside_name};
  if (const Unit* unit = in_row(post)) return {unit, Certainty::beside_name};
  if (const Unit* unit = begins_line(post)) return {unit, Certainty::beside_name};
  if (post.role->need == Need::office)
    if (const Post* office = office_before(post, posts)) {
      const HeldUnit held = of(*office, posts, nullptr);
      if (held.unit != nullptr) return held;
    }
  if (const Unit* unit = before_dash(post, posts)) return {unit, Certainty::beside_name};
  if (post.level == Level::owner || post.level == Level::municipality)
    if (const Unit* unit = stood_for(post, posts)) return {unit, Certainty::by_clause};
  if (const Unit* unit = represented(post)) return {unit, Certainty::by_clause};
  if (const Unit* unit = there(post)) return {unit, Certainty::by_clause};
  if (const Unit* unit = in_clause(post, posts)) return {unit, Certainty::by_clause};
  if (const Unit* unit = by_body(post)) return {unit, Certainty::by_document};
  if (const Unit* unit = by_heading(post)) return {unit, Certainty::by_document};
  const Unit* unit = by_document(post);
  return {unit, unit == nullptr ? Certainty::none : Certainty::by_document};
}

}  // namespace szukajst::indexer::extract
