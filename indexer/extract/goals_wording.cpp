#include "indexer/extract/goals_wording.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

std::string wording(std::string_view text) {
  const auto trim_end = [&](std::string_view mark) {
    if (!text.ends_with(mark)) return false;
    text.remove_suffix(mark.size());
    return true;
  };
  // "** Zdrowa gmina **", "Zdrowa gmina <<<"; a lone asterisk is a footnote's.
  const auto trim_signs = [&] {
    if (const std::size_t begin = skip_signs(text, 0); begin > 0 && begin < text.size())
      return text.remove_prefix(begin), true;
    std::size_t end = text.size();
    while (end > 0) {
      std::size_t last = end - 1;
      while (last > 0 && (text[last] & 0xC0) == 0x80) --last;
      if (!is_sign(char_at(text, last))) break;
      end = last;
    }
    const bool set_apart = end > 0 && end < text.size() && (text[end - 1] == ' ' || text.size() - end > 1);
    if (set_apart) text = text.substr(0, end);
    return set_apart;
  };
  const auto trim_begin = [&](std::string_view mark) {
    if (!text.starts_with(mark)) return false;
    text.remove_prefix(mark.size());
    return true;
  };
  for (bool again = true; again;) {
    again = false;
    text = utf8::trim(text);
    for (const std::string_view mark : {".", ";", ",", ":", " oraz", " i", " w tym", " –", " -", "…"})
      again |= trim_end(mark);
    // The last item of a list: "– oraz współpraca gmin".
    for (const std::string_view mark : {"–", "—", ":", ".", ",", "|", "oraz ", "a także "})
      again |= trim_begin(mark);
    constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {
        {"„", "”"},  {"„", "“"}, {"„", "\""},  {"\"", "\""}, {"“", "”"}, {"«", "»"},
        {",,", "”"}, {",", "”"}, {",,", "\""}, {",,", "''"}, {"'", "'"}, {"‚", "’"},
        {"‘", "’"},  {"»", "«"}, {"[", "]"},   {"*", "*"}};
    for (const auto& [open, close] : kQuotes) {
      if (!text.starts_with(open) || !text.ends_with(close) || text.size() < open.size() + close.size())
        continue;
      const std::string_view inner = text.substr(open.size(), text.size() - open.size() - close.size());
      if (inner.find(open) != std::string_view::npos || inner.find(close) != std::string_view::npos) continue;
      text = inner;
      again = true;
    }
    if (!again) again = trim_signs();
  }
  return utf8::collapse(text);
}

std::string_view first_cell(std::string_view text) {
  return text.substr(0, text.find(" | "));
}

std::string_view quoted(std::string_view text) {
  std::size_t begin = std::string_view::npos, open_size = 0;
  for (const std::string_view open : {"„", ",,", "“", "\"", "«"})
    if (const std::size_t at = text.find(open); at < begin) begin = at, open_size = open.size();
  if (begin == std::string_view::npos) return {};
  const std::string_view inner = text.substr(begin + open_size);
  std::size_t end = std::string_view::npos;
  for (const std::string_view close : {"”", "“", "\"", "»", "''"}) end = std::min(end, inner.find(close));
  return inner.substr(0, end);
}

namespace {

// "• lipy • dęby", "- kanalizacja, - oczyszczalnie": parts that begin with the bullet that the text begins
// with; a dash only behind a comma or a stop, but then the first of them may have lost it.
std::vector<InlineItem> bulleted_items(std::string_view text) {
  const auto stopped = [&](std::size_t at) {
    return at > 0 && std::string_view(",;.").find(text[at - 1]) != std::string_view::npos;
  };
  const Marker marker = read_marker(text);
  std::string bullet;
  if (marker.family != Marker::Family::none && !marker.number && !marker.doubtful)
    bullet = ' ' + std::string(utf8::trim(text.substr(0, marker.body))) + ' ';
  for (const std::string_view dash : {" - ", " – "})
    if (const std::size_t at = text.find(dash); bullet.empty() && at != std::string_view::npos && stopped(at))
      bullet = dash;
  // "Działania: przychodnia • karetka"
  constexpr std::string_view kSigns[] = {" • ", " ● ",  " ▪ ", " ■ ", " ► ", " ▸ ",
                                         " > ", " >> ", " » ", " → ", " || "};
  for (const std::string_view sign : kSigns)
    if (bullet.empty() && !marker.number && text.find(sign) != std::string_view::npos) bullet = sign;
  if (bullet.empty()) return {};
  const bool is_dash = bullet == " - " || bullet == " – " || bullet == " — ";
  std::vector<InlineItem> items;
  for (std::size_t begin = marker.number ? 0 : marker.body, from = begin;;) {
    const std::size_t at = std::min(text.find(bullet, from), text.size());
    if (at < text.size() && is_dash && !stopped(at)) {
      from = at + 1;
      continue;
    }
    items.push_back({{}, utf8::trim(text.substr(begin, at - begin))});
    if (at == text.size()) break;
    begin = from = at + bullet.size();
  }
  return items.size() > 1 ? items : std::vector<InlineItem>{};
}

}  // namespace

std::vector<InlineItem> inline_items(std::string_view text) {
  struct Start {
    std::size_t at, body;
    std::string number;
    std::vector<int> prefix;
  };
  std::vector<Start> starts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' && text[at - 1] != '[') continue;
    auto number = read_number(text, at);
    if (!number || number->code || number->end >= text.size()) continue;
    const char mark = text[number->end];
    const bool decimal = number->parts.size() > 1;
    const bool square = at > 0 && text[at - 1] == '[';
    const bool slash = mark == '/' && text.substr(number->end).starts_with("/ ");
    if (mark != (square ? ']' : ')') && (number->letter || mark != '.') &&
        !(decimal && (mark == ' ' || mark == ':')) && !number->closed && !slash)
      continue;
    if (number->parts.back() != static_cast<int>(starts.size()) + 1) continue;
    // "1.1 …, 1.2 …": all but the last part are the same.
    const std::vector<int> prefix(number->parts.begin(), number->parts.end() - 1);
    if (!starts.empty() && prefix != starts.front().prefix) continue;
    starts.push_back({at, number->end + (number->closed && mark != ')' ? 0 : 1), number->printed, prefix});
  }
  std::vector<InlineItem> items;
  if (starts.size() >= 2) {
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1].at : text.size();
      std::string_view item = utf8::trim(text.substr(starts[i].body, end - starts[i].body));
      if (item.ends_with('(') || item.ends_with('[')) item = utf8::trim(item.substr(0, item.size() - 1));
      items.push_back({starts[i].number, item});
    }
    return items;
  }
  if (auto bulleted = bulleted_items(text); !bulleted.empty()) return bulleted;
  if (starts.size() == 1 && starts[0].at == 0) return {{starts[0].number, text.substr(starts[0].body)}};
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    if (const std::string_view part = utf8::trim(text.substr(begin, end - begin)); !part.empty())
      items.push_back({{}, part});
    begin = end + 1;
  }
  return items;
}

}  // namespace szukajst::indexer::extract
