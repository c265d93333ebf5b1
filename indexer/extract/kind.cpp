#include "indexer/extract/kind.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/phrase_list.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {
namespace {

enum class Where { begins, title, head, lead, line, text, prose, card, always };

struct Cue {
  core::DocumentKind kind;
  Where where;
  int weight = 0, most = 1;
  Phrase phrase;
};

constexpr NamedValues<Where, 9> kPlaces{{{"begins", Where::begins},
                                         {"title", Where::title},
                                         {"head", Where::head},
                                         {"lead", Where::lead},
                                         {"line", Where::line},
                                         {"text", Where::text},
                                         {"prose", Where::prose},
                                         {"card", Where::card},
                                         {"always", Where::always}}};
constexpr std::size_t kKinds = static_cast<std::size_t>(core::DocumentKind::other) + 1;
constexpr std::size_t kHeadLines = 15;
constexpr std::size_t kLeadWords = 120;

// A line's number ("1.2.", "IV.") or the letter of an item.
bool numbers_line(std::string_view word) {
  const bool digits = word.find_first_not_of("0123456789") == std::string_view::npos;
  return digits || word.size() == 1 || word.find_first_not_of("ivx") == std::string_view::npos;
}

// The first word of each line behind its number.
std::vector<std::size_t> line_starts(const SourceText& source, std::span<const FoldedWord> words) {
  constexpr std::size_t kNumberParts = 3;
  std::vector<std::size_t> starts;
  std::size_t word = 0;
  for (const Line& line : source.lines) {
    while (word < words.size() && words[word].begin < line.range.begin) ++word;
    std::size_t first = word;
    while (first < words.size() && first < word + kNumberParts && numbers_line(words[first].text)) ++first;
    if (first < words.size() && words[first].end <= line.range.end) starts.push_back(first);
  }
  return starts;
}

// Whether the text has sentences, and not lists and headings alone.
bool has_prose(std::string_view text) {
  constexpr std::size_t kWord = 4;  // and no abbreviation
  constexpr std::size_t kSentence = 35;
  std::size_t sentence = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' && at > 0 && text[at - 1] == '\n') sentence = at + 1;
    if (text[at] != '.' || at < sentence + kWord) continue;
    if (text.substr(at - kWord, kWord).find_first_of(" .\n") != std::string_view::npos) continue;
    std::size_t next = at + 2;
    const bool line_ends = at + 1 == text.size() || text[at + 1] == '\n';
    const bool ends = line_ends || (text[at + 1] == ' ' && next < text.size() &&
                                    core::utf8::is_upper(core::utf8::next(text, next)));
    if (!ends) continue;
    if (at - sentence >= kSentence) return true;
    sentence = at + 1;
  }
  return false;
}

bool read_int(const std::string& text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

struct KindRules::Tables {
  std::vector<Cue> cues;
  // Those that are looked for in the whole title, in the whole text and at its lines' beginnings.
  PhraseIndex in_title, in_text, in_lines;
};

KindRules::KindRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
KindRules::KindRules(KindRules&&) noexcept = default;
KindRules& KindRules::operator=(KindRules&&) noexcept = default;
KindRules::~KindRules() = default;

core::Result<KindRules> KindRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "kind.tsv";
  const auto rows = read_table(file, 4);
  if (!rows) return rows.error();
  auto tables = std::make_unique<Tables>();
  for (const Row& row : *rows) {
    const auto kind = core::document_kind(row.cell(0));
    const auto place = value_of(kPlaces, row.cell(1));
    if (!kind) return bad_row(file, row, "no such kind: " + row.cell(0));
    if (!place) return bad_row(file, row, "no such place: " + row.cell(1));
    Cue cue{*kind, *place, 0, 1, Phrase(row.cell(4))};
    if (!read_int(row.cell(2), cue.weight) || !read_int(row.cell(3), cue.most))
      return bad_row(file, row, "weight and most are whole numbers");
    const bool needs_pattern =
        cue.where != Where::prose && cue.where != Where::card && cue.where != Where::always;
    if (needs_pattern && cue.phrase.size() == 0) return bad_row(file, row, "no pattern");
    tables->cues.push_back(std::move(cue));
  }
  for (std::size_t i = 0; i < tables->cues.size(); ++i) {
    const Cue& cue = tables->cues[i];
    if (cue.where == Where::title) tables->in_title.add(cue.phrase, i);
    if (cue.where == Where::line) tables->in_lines.add(cue.phrase, i);
    if (cue.where == Where::head || cue.where == Where::lead || cue.where == Where::text)
      tables->in_text.add(cue.phrase, i);
  }
  return KindRules(std::move(tables));
}

core::DocumentKind classify_kind(const SourceText& source, std::string_view title, bool has_practice_card,
                                 const KindRules& rules) {
  const FoldedWords in_title = folded_words(title);
  const FoldedWords& in_text = source.folded;
  const std::size_t head_end =
      source.lines.empty() ? 0 : source.lines[std::min(source.lines.size(), kHeadLines) - 1].range.end;
  const auto head =
      static_cast<std::size_t>(std::partition_point(in_text.begin(), in_text.end(),
                                                    [&](const FoldedWord& w) { return w.end <= head_end; }) -
                               in_text.begin());
  const std::size_t lead = std::min(in_text.size(), kLeadWords);
  const bool prose = has_prose(source.text());
  const std::vector<Cue>& cues = rules.tables().cues;
  std::vector<int> found(cues.size());  // of those that are looked for in several places
  const auto count = [&](const PhraseIndex& index, std::span<const FoldedWord> words, std::size_t at,
                         bool exact) {
    index.each(*words[at].form, [&](std::size_t i) {
      const Cue& cue = cues[i];
      const std::size_t end = cue.where == Where::head   ? head
                              : cue.where == Where::lead ? lead
                                                         : words.size();
      if (at < end && found[i] < cue.most && cue.phrase.match(words, at, exact) > 0) ++found[i];
    });
  };
  for (std::size_t at = 0; at < in_title.size(); ++at) count(rules.tables().in_title, in_title, at, true);
  for (std::size_t at = 0; at < in_text.size(); ++at) count(rules.tables().in_text, in_text, at, false);
  for (const std::size_t start : line_starts(source, in_text))
    count(rules.tables().in_lines, in_text, start, true);
  std::array<int, kKinds> scores{};
  for (std::size_t i = 0; i < cues.size(); ++i) {
    const Cue& cue = cues[i];
    int times = 0;
    switch (cue.where) {
      case Where::begins:
        times = cue.phrase.match(in_title, 0) > 0;
        break;
      case Where::title:
      case Where::head:
      case Where::lead:
      case Where::text:
      case Where::line:
        times = found[i];
        break;
      case Where::prose:
        times = prose;
        break;
      case Where::card:
        times = has_practice_card;
        break;
      case Where::always:
        times = 1;
        break;
    }
    scores[static_cast<std::size_t>(cue.kind)] += times * cue.weight;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  return *best > 0 ? static_cast<core::DocumentKind>(best - scores.begin()) : core::DocumentKind::other;
}

}  // namespace szukajst::indexer::extract
