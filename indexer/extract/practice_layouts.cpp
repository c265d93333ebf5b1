// Cards of several lines: one field a line, labels above values, labels before values, rows below rows.
#include "indexer/extract/grammar.h"
#include "indexer/extract/line_cells.h"
#include "indexer/extract/practice_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kLongestValue = 6;  // lines
constexpr std::size_t kProse = 160;       // bytes of a line that is no value of a card

}  // namespace

void PracticeReader::add(ReadCard& card, std::string_view label, std::string_view value) const {
  const PracticeLabels::Match match = labels_.match(label);
  card.sure += match.sure ? 1 : 0;
  card.known += match.bytes > 0 ? 1 : 0;
  card.fields.emplace_back(utf8::collapse(label), std::string(value));
  card.labels.push_back(source_.place(label));
  card.values.push_back(value.empty() ? core::ByteRange{} : source_.place(value));
  card.evidence.push_back({card.labels.back()});
  core::add_evidence(card.evidence.back(), card.values.back());
}

// A further line of the last value.
void PracticeReader::go_on(ReadCard& card, std::string_view more, bool item) const {
  std::string& value = card.fields.back().second;
  const bool joined = item && !value.empty() && !value.ends_with(',') && !value.ends_with(';');
  value += (value.empty() ? "" : joined ? ", " : " ") + utf8::collapse(more);
  core::ByteRange& where = card.values.back();
  const core::ByteRange here = source_.place(more);
  where = where.begin == where.end ? here : core::ByteRange{where.begin, here.end};
  core::add_evidence(card.evidence.back(), here);
}

// Whether the line goes on with the value of the field before it.
bool PracticeReader::continues(std::size_t at, CardLayout layout, const std::string& value) const {
  constexpr std::size_t kShort = 80;  // bytes
  const Line& here = source_.lines[at];
  if (here.blank_before > 1 || headings_[at]) return false;
  // A scanner sets lines of one value apart.
  const bool apart = here.blank_before > 0;
  if (apart && line(at).size() > kShort) return false;
  if ((!apart && (here.indent > 0 || value.empty())) || value.ends_with(',')) return true;
  // Where a scanner set every field apart, a line that is not goes on with the value above it.
  const bool spaced = !apart && at > 0 && blank_before(at - 1) > 0;
  // The card goes on soon behind it.
  const std::size_t most = at + (apart ? 2 : kLongestValue);
  for (std::size_t next = at + 1; next < size() && next < most; ++next) {
    if (blank_before(next) > 0 && !apart && !spaced) return false;
    for (const CardField& field : fields(next, layout))
      if (labels_.known(field.label)) return true;
  }
  return false;
}

// "B. OSOBA DO KONTAKTU": a heading within the card, whose next part follows it.
bool PracticeReader::section_within(std::size_t at, CardLayout layout) const {
  const std::string_view text = line(at);
  const bool boxed = text.starts_with('[') && text.ends_with(']');  // "[Kontakt]"
  if (at + 1 >= size() || blank_before(at + 1) > 1 || utf8::length(text) > kLongestLabel ||
      !(capitals(text) || headings_[at] || boxed) || text.find(':') != std::string_view::npos)
    return false;
  const std::vector<CardField> next = fields(at + 1, layout);
  return std::any_of(next.begin(), next.end(),
                     [&](const CardField& field) { return labels_.known(field.label); });
}

// A run of lines with a label and its value in each.
ReadCard PracticeReader::lines_card(std::size_t begin, CardLayout layout) const {
  ReadCard card;
  card.marked = layout != CardLayout::space && layout != CardLayout::dash;
  constexpr std::size_t kFewestLabels = 3;
  bool capital_labels = false;  // the first of them are known, and in capitals
  std::size_t at = begin;
  for (; at < size(); ++at) {
    if (at > begin && blank_before(at) > 1) break;
    std::vector<CardField> found = fields(at, layout);
    const bool in_capitals =
        card.known >= kFewestLabels && card.known == card.fields.size() &&
        std::ranges::all_of(card.fields, [](const auto& field) { return capitals(field.first); });
    capital_labels = capital_labels || in_capitals;
    if (found.empty() && layout == CardLayout::space && capital_labels && !headings_[at])
      found = capitals_field(line(at));
    for (const CardField& field : found) add(card, field.label, field.value);
    if (found.empty()) {
      if (card.fields.empty()) break;
      if (section_within(at, layout)) continue;
      if (!continues(at, layout, card.fields.back().second)) break;
      const bool item = line(at).data() != source_.line(at).data();
      go_on(card, line(at), item);
    }
    // "Dobre praktyki: rower" above the card.
    if (card.known == 0 && at + 1 < size() && blank_before(at + 1) > 0) return {};
  }
  card.end = at;
  return card;
}

PracticeReader::Style PracticeReader::label_style(std::size_t at) const {
  const std::string_view text = line(at);
  if (headings_[at]) return Style::none;
  if (text.ends_with(':'))
    return looks_like_label(text.substr(0, text.size() - 1)) && labels_.known(text) ? Style::colon
                                                                                    : Style::none;
  if (!looks_like_label(text) || text.ends_with(',')) return Style::none;
  if (capitals(text) && labels_.known(text)) return Style::capitals;
  return labels_.whole(text) ? Style::plain : Style::none;
}

// Whether the line is a label as the card's others are, known or not.
bool PracticeReader::label_of_style(std::size_t at, Style style) const {
  const std::string_view text = line(at);
  if (headings_[at]) return false;
  switch (style) {
    case Style::colon:
      return text.ends_with(':') && looks_like_label(text.substr(0, text.size() - 1));
    case Style::capitals:
      return looks_like_label(text) && capitals(text) &&
             text.find_first_of("0123456789") == std::string_view::npos;
    case Style::plain:
      return label_style(at) == Style::plain;
    case Style::none:
      break;
  }
  return false;
}

// "Wdrażający:", over its one value and a label that is known.
bool PracticeReader::first_of_labels(std::size_t at) const {
  return label_of_style(at, Style::colon) && at + 2 < size() && blank_before(at + 2) <= 1 &&
         !line(at + 1).ends_with(':') && label_style(at + 2) == Style::colon;
}

// Where an empty line parts the pairs of a label and its value: whether the line begins such a pair.
bool PracticeReader::label_of_block(std::size_t at) const {
  const std::string_view text = line(at);
  return blank_before(at) == 1 && looks_like_label(text) && text.find(',') == std::string_view::npos &&
         at + 1 < size() && blank_before(at + 1) == 0 && line(at + 1).size() <= kProse &&
         (at + 2 == size() || blank_before(at + 2) > 0);
}

// "Powiat / suski / Zakres / kultura / Rok / 2015": a label that is not known, between two that are, where
// each value has a line.
void PracticeReader::part_alternating(std::size_t label, std::vector<std::size_t>& labels, std::size_t end,
                                      bool single) const {
  for (std::size_t at = label + 2; single && (end - label) % 2 == 0 && at + 1 < end; at += 2)
    if (looks_like_label(line(at)) && line(at).find(',') == std::string_view::npos) labels.push_back(at);
}

// Labels alone in their lines, over their values.
ReadCard PracticeReader::stacked_card(std::size_t begin) const {
  const Style style = first_of_labels(begin) ? Style::colon : label_style(begin);
  if (style == Style::none || begin + 1 >= size()) return {};
  // Where lines of values are set apart as those of labels are, every line is.
  const bool spaced = blank_before(begin + 1) > 0;
  std::vector<std::size_t> labels = {begin};
  std::size_t at = begin + (style == Style::colon && label_of_style(begin + 1, style) ? 1 : 2);
  std::size_t end = at;  // behind the last value
  const bool blocks = style == Style::plain && !spaced && label_of_block(begin);
  for (; at < size() && blank_before(at) <= 1; ++at) {
    if (label_of_style(at, style) || (blocks && label_of_block(at))) {
      labels.push_back(at);
      if (style == Style::colon && at + 1 < size() && label_of_style(at + 1, style)) continue;  // left open
      ++at;  // the line behind a label is its value
      end = std::min(at + 1, size());
      if (at < size() && (line(at).size() > kProse || blank_before(at) > 1)) {
        // The heading of a paragraph.
        end = labels.back();
        labels.pop_back();
        break;
      }
      continue;
    }
    const bool too_long = at - labels.back() > kLongestValue || line(at).size() > kProse;
    if (headings_[at] || too_long || (!spaced && blank_before(at) > 0)) break;
    if (!spaced) end = at + 1;
  }
  while (blocks && labels.size() > 1 && !labels_.known(line(labels.back()))) {
    end = labels.back();
    labels.pop_back();
  }
  std::vector<std::size_t> all;
  std::size_t single = 0;
  for (std::size_t i = 0; i + 1 < labels.size(); ++i) single += labels[i + 1] - labels[i] == 2 ? 1 : 0;
  const bool mostly_single = style == Style::plain && 2 * single + 1 >= labels.size();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    all.push_back(labels[i]);
    const std::size_t next = i + 1 < labels.size() ? labels[i + 1] : end;
    part_alternating(labels[i], all, next, mostly_single);
  }
  ReadCard card;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string_view label = line(all[i]);
    if (label.ends_with(':')) label.remove_suffix(1);
    add(card, label, {});
    const std::size_t next = i + 1 < all.size() ? all[i + 1] : end;
    for (std::size_t k = all[i] + 1; k < next; ++k) go_on(card, line(k), capitalised(line(k)));
  }
  card.end = std::max(end, begin + 1);
  return card;
}

// A column of labels, and behind it the column of their values.
ReadCard PracticeReader::listed_card(std::size_t begin) const {
  std::size_t count = 0;
  const Style style = label_style(begin);
  if (style == Style::none) return {};
  while (begin + count < size() && label_of_style(begin + count, style) &&
         (count == 0 || blank_before(begin + count) <= 1))
    ++count;
  if (count < kFewestKnown || begin + 2 * count > size()) return {};
  // A further row of values makes it a list of many things.
  const auto values_at = [&](std::size_t from) {
    for (std::size_t i = from; i < from + count; ++i)
      if (i >= size() || label_of_style(i, style) || line(i).size() > kLongestLabel || blank_before(i) > 0)
        return false;
    return true;
  };
  if (values_at(begin + count) && values_at(begin + 2 * count)) return {};
  ReadCard card;
  for (std::size_t i = 0; i < count; ++i) {
    std::string_view label = line(begin + i);
    const std::size_t value = begin + count + i;
    if (label_of_style(value, style) || line(value).size() > kProse || blank_before(value) > 1) return {};
    if (label.ends_with(':')) label.remove_suffix(1);
    add(card, label, line(value));
  }
  card.end = begin + 2 * count;
  return card;
}

// A row of labels over the row of their values, once or more.
ReadCard PracticeReader::crossed_card(std::size_t begin) const {
  const auto row = [&](std::size_t at) {
    // A line of one cell is no row.
    const bool cells = at < size() && (looks_[at].bar || looks_[at].wide);
    return cells ? table_cells(line(at)) : std::vector<std::string_view>{};
  };
  ReadCard card;
  std::size_t at = begin;
  for (; at + 1 < size() && blank_before(at + 1) <= 1; at += 2) {
    const std::vector<std::string_view> labels = row(at), values = row(at + 1);
    const bool all = std::all_of(labels.begin(), labels.end(),
                                 [&](std::string_view label) { return looks_like_label(label); });
    if (labels.size() < kFewestKnown || labels.size() != values.size() || !all) break;
    // A second row of values makes it a list of many things.
    if (at + 2 < size() && blank_before(at + 2) == 0 && row(at + 2).size() == labels.size()) return {};
    for (std::size_t i = 0; i < labels.size(); ++i) add(card, labels[i], values[i]);
  }
  card.end = at;
  return card;
}

}  // namespace szukajst::indexer::extract
