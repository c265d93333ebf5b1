#include "language/repair_signs.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include "core/utf8.h"
#include "language/repair_brackets.h"
#include "language/repair_breaks.h"
#include "language/repair_capitals.h"
#include "language/repair_dashes.h"
#include "language/repair_joins.h"
#include "language/repair_layers.h"
#include "language/repair_lines.h"
#include "language/repair_stops.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;
using core::Repair;

constexpr double kCertainty = 0.9;
// A quotation ends within so many bytes, or its end was not read.
constexpr std::size_t kQuotation = 400;

bool letter_at(std::string_view text, std::size_t at) {
  return utf8::is_letter(code_point_at(text, at));
}
// The letters behind white space.
std::string_view next_word(std::string_view text, std::size_t at) {
  const auto rest = text.substr(std::min(text.find_first_not_of(" \t", at), text.size()));
  return letters_at_begin(rest).in(rest);
}
bool letter_before(std::string_view text, std::size_t at) {
  return utf8::is_letter(code_point_before(text, at));
}

// " szkolenia": an item that begins further in than the items beside it, as its bullet was not read.
std::vector<Repair> lost_bullets(const TextLines& lines) {
  constexpr std::string_view kBullet = "• ", kParts = ",;:";
  const std::string_view text = lines.text();
  std::vector<Repair> repairs;
  // A sign, or a letter that recognition made of one, before small letters; or one that was put back.
  const auto item = [&](const TextLine& line) {
    const auto first = line.runs.front().in(text);
    return line.runs.size() > 1 && begins_lower(line.runs[1].in(text)) && utf8::length(first) == 1 &&
           !utf8::is_digit(code_point_at(first, 0));
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::size_t begin = lines[i].range.begin;
    const bool further_in = text[begin - 1] == ' ' && begin > 1 && text[begin - 2] == '\n';
    const bool part = kParts.find(lines[i - 1].range.in(text).back()) != std::string_view::npos;
    const bool beside = item(lines[i - 1]) || (i + 1 < lines.size() && item(lines[i + 1]));
    if (further_in && part && beside && begins_lower(lines[i].range.in(text)) && !item(lines[i]))
      repairs.push_back({{begin - 1, begin}, std::string(kBullet), kCertainty});
  }
  return repairs;
}

}  // namespace

core::Result<Signs> Signs::open(const std::filesystem::path& file) {
  constexpr std::array<std::pair<std::string_view, Place>, kPlaces> kNames = {{{"between", Place::between},
                                                                               {"begin", Place::begin},
                                                                               {"end", Place::end},
                                                                               {"before", Place::before},
                                                                               {"behind", Place::behind},
                                                                               {"alone", Place::alone},
                                                                               {"close", Place::close},
                                                                               {"joins", Place::joins},
                                                                               {"opens", Place::opens},
                                                                               {"closes", Place::closes},
                                                                               {"number", Place::number},
                                                                               {"count", Place::count}}};
  using List = std::pair<std::string_view, std::vector<std::string> WordLists::*>;
  constexpr std::array<List, 8> kLists = {{{"month", &WordLists::months},
                                           {"leans", &WordLists::leaning},
                                           {"comma", &WordLists::after_comma},
                                           {"label", &WordLists::labels},
                                           {"conjunction", &WordLists::conjunctions},
                                           {"joined", &WordLists::joined},
                                           {"amount", &WordLists::amounts},
                                           {"bullet", &WordLists::bullets}}};
  std::ifstream lines(file);
  if (!lines) return core::Error{core::ErrorCode::not_found, "cannot read " + file.string()};
  Signs signs;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string, 4> fields;
    std::size_t count = 0;
    for (std::size_t begin = 0; count < fields.size(); ++count) {
      const auto end = std::min(line.find('\t', begin), line.size());
      fields[count] = line.substr(begin, end - begin);
      begin = std::min(end + 1, line.size());
    }
    if (fields[0] == "words") {
      const auto list = std::ranges::find(kLists, fields[1], &List::first);
      if (list == kLists.end())
        return core::Error{core::ErrorCode::malformed, file.string() + ": no list: " + line};
      std::istringstream words(fields[2]);
      for (std::string word; words >> word;) (signs.lists_.*list->second).push_back(word);
      continue;
    }
    const auto place = std::ranges::find(kNames, fields[1], &std::pair<std::string_view, Place>::first);
    const bool heavy = fields[0] == "heavy";
    if (place == kNames.end() || (!heavy && fields[0] != "light") || fields[2].empty()) {
      return core::Error{core::ErrorCode::malformed, file.string() + ": not a rule for a sign: " + line};
    }
    Rules& rules = signs.rules_[heavy][static_cast<std::size_t>(place->second)];
    rules.begins.set(static_cast<unsigned char>(fields[2].front()));
    rules.all.push_back({fields[2], fields[3]});
  }
  return signs;
}

const Signs::Rule* Signs::rule(SignDamage damage, Place place, std::string_view sign) const {
  const Rules& rules = this->rules(damage, place);
  if (!rules.begins.test(static_cast<unsigned char>(sign.front()))) return nullptr;
  const auto found = std::ranges::find(rules.all, sign, &Rule::sign);
  return found == rules.all.end() ? nullptr : &*found;
}

// The longest sign that the run begins with.
const Signs::Rule* Signs::prefix(SignDamage damage, Place place, std::string_view run) const {
  const Rules& rules = this->rules(damage, place);
  const Rule* best = nullptr;
  if (!rules.begins.test(static_cast<unsigned char>(run.front()))) return best;
  for (const Rule& rule : rules.all) {
    if (run.starts_with(rule.sign) && (best == nullptr || rule.sign.size() > best->sign.size())) best = &rule;
  }
  return best;
}

// Signs that stand alone between white space.
std::vector<Repair> Signs::lone_signs(const TextLines& lines, SignDamage damage) const {
  const std::string_view text = lines.text();
  std::vector<Repair> repairs;
  // Two signs side by side want the same space: the first has it.
  const auto put = [&](ByteRange range, std::string mended) {
    if (range.in(text) != mended && !mended.empty() &&
        (repairs.empty() || repairs.back().source.end <= range.begin))
      repairs.push_back({range, std::move(mended), kCertainty});
  };
  const LoneHyphens hyphens = lone_hyphens(lines, damage == SignDamage::light);
  // Signs that many lines begin with are a list's.
  constexpr int kList = 3;
  std::map<std::string_view, int> beginnings;
  for (const TextLine& line : lines) {
    const bool item = line.runs.size() > 1 && begins_lower(line.runs[1].in(text));
    if (item && !letter_at(text, line.range.begin)) ++beginnings[line.runs[0].in(text)];
  }
  bool open = false;
  for (const TextLine& line : lines) {
    const auto edge = [&](ByteRange run) { return run.in(text) == "|"; };
    const auto edges = std::ranges::count_if(line.runs, edge);
    // A table's row, which may go on in the next lines until its last cell closes.
    const bool row = edges > 1 || open;
    open = (open || (edges > 1 && edge(line.runs.front()))) && !edge(line.runs.back());
    for (std::size_t i = 0; i < line.runs.size(); ++i) {
      const ByteRange run = line.runs[i];
      const auto sign = run.in(text);
      if (letter_at(text, run.begin) || (row && sign == "|")) continue;
      if (sign == "-" && !(i == 0 ? hyphens.begin : hyphens.between)) continue;
      // "wiem ?" and "wiem ;—"
      if (const Rule* of = prefix(damage, Place::close, sign);
          of != nullptr && i > 0 && text[run.begin - 1] == ' ' && letter_before(text, run.begin - 1) &&
          !letter_at(text, run.begin + of->sign.size()) &&
          code_point_at(text, run.begin + of->sign.size()) != U'.' &&
          (of->sign != "," || code_point_at(text, run.begin + 1) != U',') &&
          (of->sign != ":" || i + 1 == line.runs.size()) && (of->sign != "," || i + 1 < line.runs.size())) {
        put({run.begin - 1, run.begin + of->sign.size()}, of->paper);
        continue;
      }
      if (utf8::length(sign) > 3) continue;
      if (const Rule* of = rule(damage, Place::count, sign);
          of != nullptr && i + 1 < line.runs.size() &&
          utf8::is_digit(code_point_at(text, line.runs[i + 1].begin))) {
        put(run, of->paper);
        continue;
      }
      const bool begins = i == 0, ends = i + 1 == line.runs.size();
      const Rule* of = nullptr;
      if (!begins && !ends) of = rule(damage, Place::between, sign);
      if (begins && !ends) of = rule(damage, Place::begin, sign);
      if (!begins && ends) of = rule(damage, Place::end, sign);
      if (of != nullptr && !of->paper.empty()) {
        put(run, of->paper);
        continue;
      }
      if (of == nullptr) of = rule(damage, Place::alone, sign);
      if (of == nullptr || (begins && !ends && is_one_of(lists_.bullets, sign) && beginnings[sign] >= kList))
        continue;
      // One of the spaces at its sides goes with it, a line's end rather stays.
      if (run.begin > 0 && text[run.begin - 1] == ' ' && run.end < text.size())
        put({run.begin - 1, run.end + 1}, std::string(text.substr(run.end, 1)));
      else if (run.begin > 0 && run.end < text.size() && text[run.end] == ' ')
        put({run.begin - 1, run.end + 1}, std::string(text.substr(run.begin - 1, 1)));
    }
  }
  return repairs;
}

// Signs that stand at words.
std::vector<Repair> Signs::joined_signs(const TextLines& lines, SignDamage damage,
                                        const WordTests& words) const {
  const std::string_view text = lines.text();
  std::vector<Repair> repairs;
  // Few texts have any of these.
  std::vector<const Rule*> joining;
  for (const Rule& rule : rules(damage, Place::joins).all) {
    if (text.find(rule.sign) != std::string_view::npos) joining.push_back(&rule);
  }
  const auto put = [&](ByteRange range, std::string mended) {
    if (range.in(text) != mended && (repairs.empty() || repairs.back().source.end <= range.begin))
      repairs.push_back({range, std::move(mended), kCertainty});
  };
  // A sign that goes takes a letter at its side into the repair.
  const auto letter = [&](std::size_t at) {
    std::size_t end = at;
    utf8::next(text, end);
    return ByteRange{at, end};
  };
  for (const TextLine& line : lines) {
    for (const ByteRange run : line.runs) {
      const auto sign = run.in(text);
      if (const Rule* of = prefix(damage, Place::before, sign);
          of != nullptr && letter_at(text, run.begin + of->sign.size())) {
        const std::size_t end = run.begin + of->sign.size();
        if (!of->paper.empty())
          put({run.begin, end}, of->paper);
        else
          put({run.begin, letter(end).end}, std::string(letter(end).in(text)));
      }
      if (run.end < line.range.end) {
        for (const Rule& rule : rules(damage, Place::behind).all) {
          if (!sign.ends_with(rule.sign)) continue;
          const auto word = sign.substr(0, sign.size() - rule.sign.size());
          // "dwu- i trzyletni", "społeczno- gospodarczy"
          const bool part = word.ends_with('o') || is_one_of(lists_.conjunctions, next_word(text, run.end));
          if (letters_at_begin(word).size() == word.size() && !part && words.common(word))
            put({run.begin + word.size(), run.end + 1}, rule.paper + text[run.end]);
        }
      }
      if (const Rule* of = prefix(damage, Place::number, sign);
          of != nullptr && utf8::is_digit(code_point_at(text, run.begin + of->sign.size())))
        put({run.begin, run.begin + of->sign.size()}, of->paper);
      for (const Rule* rule : joining) {
        for (auto at = sign.find(rule->sign); at != std::string_view::npos;
             at = sign.find(rule->sign, at + 1)) {
          const ByteRange range{run.begin + at, run.begin + at + rule->sign.size()};
          if (letter_before(text, range.begin) && letter_at(text, range.end)) put(range, rule->paper);
        }
      }
    }
  }
  std::ranges::sort(repairs, {}, [](const Repair& repair) { return repair.source.begin; });
  return repairs;
}

// "rodzaju.. A": of three dots one was lost; "tem,że": the space behind a sign was.
std::vector<Repair> Signs::stops_at_words(const TextLines& lines, SignDamage damage,
                                          const WordTests& words) const {
  const std::string_view text = lines.text();
  std::vector<Repair> repairs;
  const auto dotted = [&](std::string_view dots) {
    std::ptrdiff_t count = 0;
    for (const TextLine& line : lines)
      count += std::ranges::count_if(line.runs, [&](ByteRange run) {
        const auto piece = run.in(text);
        return piece.ends_with(dots) && piece.size() > dots.size() &&
               piece[piece.size() - dots.size() - 1] != '.';
      });
    return count;
  };
  const bool three = damage == SignDamage::light && dotted("...") > dotted("..");
  // "bogi!..": where others have three behind such a mark.
  const auto marked = [&](std::string_view dots) {
    std::size_t count = 0;
    for (const char mark : std::string_view("!?")) {
      const std::string all = mark + std::string(dots);
      for (auto at = text.find(all); at != std::string_view::npos; at = text.find(all, at + 1)) ++count;
    }
    return count;
  };
  const std::size_t three_behind = damage == SignDamage::light ? marked("...") : 0;
  const bool three_at_marks = three_behind > 0 && 2 * three_behind >= marked("..") - three_behind;
  for (const TextLine& line : lines) {
    for (const ByteRange run : line.runs) {
      const auto piece = run.in(text);
      if (three && piece.ends_with("..") && letter_before(text, run.end - 2)) {
        repairs.push_back({{run.end - 2, run.end}, "...", kCertainty});
        continue;
      }
      if (three_at_marks && (piece.ends_with("!..") || piece.ends_with("?.."))) {
        repairs.push_back({{run.end - 2, run.end}, "...", kCertainty});
        continue;
      }
      // "wiedział ,że"
      if ((piece.starts_with(',') || piece.starts_with(';')) && letter_at(text, run.begin + 1) &&
          run.begin > 1 && text[run.begin - 1] == ' ' && letter_before(text, run.begin - 1)) {
        repairs.push_back(
            {{run.begin - 1, run.begin + 1}, std::string(piece.substr(0, 1)) + ' ', kCertainty});
        continue;
      }
      const auto sign = piece.find_first_of(",;!?");
      if (sign == std::string_view::npos || sign == 0) continue;
      const auto first = piece.substr(0, sign), rest = piece.substr(sign + 1);
      const auto second = letters_at_begin(rest).in(rest);
      const bool word = utf8::length(second) > 1 || is_one_of(lists_.joined, second);
      if (letters_at_begin(first).size() == sign && word && words.common(first) && words.common(second))
        repairs.push_back(
            {{run.begin + sign, run.begin + sign + 1}, std::string(piece.substr(sign, 1)) + ' ', kCertainty});
    }
  }
  return repairs;
}

// Quotation marks: what opens one that closes further on, what closes one that was opened.
std::vector<Repair> Signs::quotes(const TextLines& lines, SignDamage damage) const {
  const std::string_view text = lines.text();
  constexpr std::array<std::string_view, 3> kClosing{"”", "“", "\""};
  std::vector<Repair> repairs;
  const auto put = [&](ByteRange range, std::string mended) {
    if (repairs.empty() || repairs.back().source.end <= range.begin)
      repairs.push_back({range, std::move(mended), kCertainty});
  };
  // Whether what begins there is closed before another begins.
  const auto closes = [&](std::size_t begin) {
    const auto rest = text.substr(begin, kQuotation);
    std::size_t close = rest.size();
    for (const std::string_view mark : kClosing) close = std::min(close, rest.find(mark));
    return close < rest.size() && close < rest.find("„");
  };
  // The document's own closing mark. "“" is what an engine that knows Polish takes for an asterisk, now and
  // then for "”".
  std::size_t english_marks = 0, asterisks = 0;
  for (auto at = text.find("”"); at != std::string_view::npos; at = text.find("”", at + 1)) ++english_marks;
  for (auto at = text.find('*', 1); at != std::string_view::npos; at = text.find('*', at + 1)) {
    const char32_t before = code_point_before(text, at);
    asterisks += before > U' ' && !utf8::is_digit(before) && before != U'*' && !letter_at(text, at + 1);
  }
  const bool raised = damage == SignDamage::light && asterisks > 0 && english_marks <= 2 * asterisks;
  const bool english = english_marks > 0 && !raised;
  std::size_t open = std::string_view::npos;  // where the quotation that is open begins
  for (const TextLine& line : lines) {
    for (std::size_t i = 0; i < line.runs.size(); ++i) {
      const ByteRange run = line.runs[i];
      const auto sign = run.in(text);
      if (open != std::string_view::npos && run.begin > open + kQuotation) open = std::string_view::npos;
      if (const auto mark = sign.find("„"); mark != std::string_view::npos) open = run.begin + mark;
      if (const Rule* of = prefix(damage, Place::opens, sign);
          of != nullptr && letter_at(text, run.begin + of->sign.size()) && open == std::string_view::npos &&
          (damage == SignDamage::heavy || of->sign != "," || begins_upper(sign.substr(1)))) {
        if (closes(run.begin + of->sign.size())) {
          put({run.begin, run.begin + of->sign.size()}, of->paper);
          open = run.begin;
        }
      }
      // ",, Szlak”": with a space behind it.
      if (const Rule* of = rule(damage, Place::opens, sign);
          of != nullptr && sign.front() == ',' && i + 1 < line.runs.size() &&
          letter_at(text, line.runs[i + 1].begin) && open == std::string_view::npos && closes(run.end)) {
        put({run.begin, line.runs[i + 1].begin}, of->paper);
        open = run.begin;
      }
      for (const std::string_view mark : kClosing) {
        const auto at = sign.find(mark, 1);
        if (at == std::string_view::npos) continue;
        if (raised && open != std::string_view::npos && mark == "”")
          put({run.begin + at, run.begin + at + mark.size()}, "“");
        open = std::string_view::npos;
      }
      if (open == std::string_view::npos) continue;
      for (const Rule& rule : rules(damage, Place::closes).all) {
        const auto at = sign.find(rule.sign, 1);
        if (at == std::string_view::npos || at + rule.sign.size() > sign.size()) continue;
        const ByteRange range{run.begin + at, run.begin + at + rule.sign.size()};
        // Nothing but stops may follow.
        const auto rest = sign.substr(at + rule.sign.size());
        if (!std::ranges::all_of(
                rest, [](char c) { return std::string_view(".,;:!?)-").find(c) != std::string_view::npos; }))
          continue;
        put(range, rule.paper == "“" && english ? "”" : rule.paper);
        open = std::string_view::npos;
        break;
      }
    }
  }
  return repairs;
}

std::vector<Repair> Signs::repairs(std::string_view text, SignDamage damage, const WordTests& words) const {
  const bool light = damage == SignDamage::light;
  Layers layers(text);
  TextLines lines(layers.text());
  const auto add = [&](std::vector<Repair> more) {
    if (more.empty()) return;
    layers.add(std::move(more));
    lines = TextLines(layers.text());
  };
  if (light) add(mend_edges(lines, words, lists_));
  if (light) add(mend_specks(lines, words));
  if (light) add(mend_capitals(lines, words));
  add(mend_breaks(lines, words));
  add(quotes(lines, damage));
  if (light) add(mend_brackets(layers.text(), words));
  add(mend_dashes(layers.text(), light ? "—" : "–"));
  if (!light) add(mend_ranges(layers.text(), lists_.months));
  if (!light) add(lost_bullets(lines));
  add(lone_signs(lines, damage));
  add(joined_signs(lines, damage, words));
  add(mend_joins(lines, words, lists_, light));
  add(stops_at_words(lines, damage, words));
  if (light) add(mend_stops(lines, words, lists_));
  return layers.repairs();
}

}  // namespace szukajst::language
