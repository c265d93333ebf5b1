#include "search/completion.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/utf8.h"
#include "search/completed_names.h"
#include "search/completed_words.h"
#include "search/facet_dictionary.h"
#include "search/query_parser.h"
#include "search/suggestion.h"
#include "search/word_finder.h"

namespace szukajst::search {
namespace {

namespace utf8 = core::utf8;

constexpr std::size_t kOfAKind = 3;       // names of one kind
constexpr std::size_t kWordsBeside = 4;   // words for which there is room beside names
constexpr std::size_t kWordsCounted = 5;  // words that are asked for where only a search tells
constexpr std::size_t kMostMended = 2;    // words before the last that are put right

// A query, its last word apart.
struct Typed {
  std::string before, last;            // last: letters; empty where the query ends otherwise
  std::vector<core::ByteRange> words;  // in `before`, of letters and figures
  bool plain = true;                   // before are only words, side by side
};

Typed take_apart(std::string_view query) {
  Typed typed;
  std::size_t last = 0;
  core::ByteRange word;
  char32_t previous = ' ';
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::next(query, at);
    if (!utf8::is_letter(c)) last = at;
    if (utf8::is_letter(c) || utf8::is_digit(c)) {
      if (word.end != begin) {
        if (word.end > word.begin) typed.words.push_back(word);
        word.begin = begin;
      }
      word.end = at;
    } else {
      const bool joins = c == '-' && (utf8::is_letter(previous) || utf8::is_digit(previous));
      typed.plain = typed.plain && (joins || c == ' ' || c == ',' || c == '.' || c == 0xA0);
    }
    previous = c;
  }
  if (word.end > word.begin && word.end <= last) typed.words.push_back(word);
  typed.before = query.substr(0, last);
  typed.last = query.substr(last);
  for (const core::ByteRange& each : typed.words)
    typed.plain = typed.plain && !is_operator(each.in(typed.before));
  return typed;
}

bool spoken_of(std::string_view word, const Snapshot& snapshot) {
  const std::string key = word_key(word);
  return std::ranges::any_of(snapshot.segments, [&](const SegmentView& segment) {
    return WordFinder(segment.suggestions).spelt(key).size() > 0;
  });
}

// Puts words before the last right that no document has in these letters.
void mend(Typed& typed, const CompletionSources& sources) {
  std::size_t mended = 0;
  for (auto word = typed.words.rbegin(); word != typed.words.rend() && mended < kMostMended; ++word) {
    const std::string spelling(word->in(typed.before));
    if (spoken_of(spelling, sources.snapshot)) continue;
    const auto close = close_spellings(utf8::lower(spelling), sources.snapshot, sources.lexicon,
                                       sources.slips, 1, sources.deadline);
    if (close.empty()) continue;
    typed.before.replace(word->begin, word->size(), close.front().word);
    ++mended;
  }
  if (mended > 0) typed = take_apart(typed.before + typed.last);
}

// The name in quotation marks, those in it left out.
std::string quoted(const std::string& name) {
  std::string phrase;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = utf8::next(name, at);
    const bool quote = c == '"' || c == U'„' || c == U'”' || c == U'“' || c == U'«' || c == U'»';
    utf8::append(phrase, quote ? U' ' : c);
  }
  return '"' + utf8::collapse(phrase) + '"';
}

// The name as a query: as it is shown where it is nothing but words and a document has them, else as a
// phrase, of the field that it belongs to where no text has it so.
std::optional<std::string> as_query(const CompletedName& name, const CompletionSources& sources) {
  const auto parsed = parse_query(name.text);
  if (!parsed) return std::nullopt;
  std::vector<std::string> words;
  bool plain = parsed->diagnostics.empty();
  const auto read = [&](const QueryNode& node) {
    const bool phrase = node.type == QueryNode::Type::phrase;
    plain = plain && (phrase || node.type == QueryNode::Type::word) && !node.quoted &&
            node.field == core::QueryField::any;
    if (phrase) words.insert(words.end(), node.words.begin(), node.words.end());
    if (!phrase) words.push_back(node.text);
  };
  const QueryNode& root = parsed->root;
  if (root.type == QueryNode::Type::all && root.side_by_side) {
    std::ranges::for_each(root.children, read);
  } else {
    read(root);
  }
  if (!plain) words = core::words_of_name(name.text);
  if (stand_together(words, sources)) return plain ? name.text : quoted(name.text);
  switch (name.kind) {
    case core::NameKind::place:
      return "miejsce:" + quoted(name.text);
    case core::NameKind::official:
      return "osoba:" + quoted(name.text);
    case core::NameKind::partner:
      return "partner:" + quoted(name.text);
    case core::NameKind::title:
      return "tytul:" + quoted(name.text);
    case core::NameKind::programme:
      break;  // no field of its own
  }
  return std::nullopt;
}

Completion::Type type_of(core::NameKind kind) {
  switch (kind) {
    case core::NameKind::place:
      return Completion::Type::place;
    case core::NameKind::official:
      return Completion::Type::official;
    case core::NameKind::partner:
      return Completion::Type::partner;
    case core::NameKind::programme:
      return Completion::Type::programme;
    case core::NameKind::title:
      break;
  }
  return Completion::Type::title;
}

std::string units_above(std::string_view code, const gazetteer::Gazetteer& gazetteer) {
  std::string units;
  const auto place = core::Teryt::parse(code);
  for (auto above = place ? place->parent() : std::nullopt; above; above = above->parent())
    units.append(units.empty() ? "" : ", ").append(label_of(above->text(), gazetteer));
  return units;
}

std::optional<Completion> completion(const CompletedName& name, const CompletionSources& sources) {
  Completion completion{type_of(name.kind), name.text, name.value, ""};
  if (name.kind == core::NameKind::place) {
    completion.within = units_above(name.value, sources.gazetteer);
  } else if (name.kind != core::NameKind::title) {
    completion.value = name.text;
  }
  const auto query = as_query(name, sources);
  if (!query) return std::nullopt;
  completion.text = *query;
  return completion;
}

}  // namespace

std::vector<Completion> complete(std::string_view query, std::size_t most, const CompletionSources& sources) {
  while (!query.empty() && query.front() == ' ') query.remove_prefix(1);
  Typed typed = take_apart(query);
  if (typed.plain) mend(typed, sources);
  const auto names = typed.plain
                         ? complete_names(core::words_of_name(typed.before + typed.last), kOfAKind, sources)
                         : std::vector<CompletedName>();
  std::vector<std::string> before;
  for (const core::ByteRange& word : typed.words) before.emplace_back(word.in(typed.before));
  const bool excluded = typed.before.ends_with('-') && !typed.plain;
  std::vector<CompletedWord> words;
  if (!typed.last.empty() && !excluded)
    words = complete_word(typed.last, typed.plain ? before : std::vector<std::string>(), most, sources);
  if (!typed.plain) {
    if (words.size() > kWordsCounted) words.resize(kWordsCounted);
    std::erase_if(words,
                  [&](const CompletedWord& each) { return sources.count(typed.before + each.word) == 0; });
  }

  std::set<std::string> told{utf8::lower(utf8::trim(query))};  // what is typed already is no completion
  std::vector<Completion> exact, mended;
  std::size_t named = 0;
  const std::size_t room = std::max(most - std::min(most, kWordsBeside), most - std::min(most, words.size()));
  for (const CompletedName& name : names) {
    if (named == room) break;
    auto each = completion(name, sources);
    // Places of one name are told apart by where they lie.
    if (!each || !told.insert(utf8::lower(each->text) + each->within).second) continue;
    told.insert(utf8::lower(each->text));  // as a partner it says no more
    (name.mended ? mended : exact).push_back(std::move(*each));
    ++named;
  }
  std::vector<Completion> mended_words;
  for (const CompletedWord& word : words) {
    Completion each{Completion::Type::word, typed.before + word.word, "", ""};
    if (told.insert(utf8::lower(each.text)).second)
      (word.mended ? mended_words : exact).push_back(std::move(each));
  }
  std::ranges::move(mended, std::back_inserter(exact));
  std::ranges::move(mended_words, std::back_inserter(exact));
  if (exact.size() > most) exact.resize(most);
  return exact;
}

}  // namespace szukajst::search
