#include "search/passages.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "core/utf8.h"
#include "language/normalise.h"
#include "search/matcher.h"
#include "search/ranking.h"
#include "search/snippet.h"

namespace szukajst::search {
namespace {

using core::MatchKind;
using core::Scope;
using core::Stream;
using Type = QueryNode::Type;

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

// How a word that was not mended meets a word of the query; nothing where it does not.
std::optional<MatchKind> meeting(const PlannedWord& planned, const language::Word& word) {
  const language::QueryWord& query = planned.query;
  if (planned.prefix) {
    if (word.form.starts_with(language::fold_case(planned.text))) return MatchKind::exact;
    const std::string folded = language::fold_all(planned.text);
    const bool begins = std::any_of(word.keys.begin(), word.keys.end(),
                                    [&](const std::string& key) { return key.starts_with(folded); });
    return begins ? std::optional(MatchKind::folded) : std::nullopt;
  }
  if (word.form == query.form) return MatchKind::exact;
  if (word.stop || query.stop) return std::nullopt;
  if (share(word.lemmas, query.lemmas)) return MatchKind::inflected;
  std::optional<MatchKind> closest;
  for (const language::QueryKey& key : query.keys) {
    if (std::find(word.keys.begin(), word.keys.end(), key.key) == word.keys.end()) continue;
    const MatchKind kind = std::max(key.kind, MatchKind::folded);
    closest = closest ? std::min(*closest, kind) : kind;
  }
  return closest;
}

// Finds the tokens of a document's body that the words of the query met.
class BodyMatches {
 public:
  BodyMatches(const core::KeptDocument& document, Number number, const PassageSources& sources)
      : document_(document), number_(number), sources_(sources) {
    walk(sources.plan.root);
    std::sort(matches_.begin(), matches_.end(), [](const TokenMatch& a, const TokenMatch& b) {
      return std::tie(a.token, a.word, a.kind) < std::tie(b.token, b.word, b.kind);
    });
    const auto same = [](const TokenMatch& a, const TokenMatch& b) {
      return a.token == b.token && a.word == b.word;
    };
    matches_.erase(std::unique(matches_.begin(), matches_.end(), same), matches_.end());
  }
  std::vector<TokenMatch> take() { return std::move(matches_); }

 private:
  void walk(const PlanNode& node) {
    switch (node.type) {
      case Type::no:
        return;
      case Type::word:
        return find(node.words.front().first);
      case Type::prefix:
        return find_prefix(node.words.front().first);
      case Type::phrase:
        return find_phrase(node);
      default:
        for (const PlanNode& child : node.children) walk(child);
    }
  }

  std::string_view spelling(std::size_t token) const {
    return document_.tokens[token].in(document_.text.text);
  }

  void add(std::uint32_t position, std::size_t word, MatchKind at_closest) {
    if (position == 0 || position > document_.tokens.size()) return;
    const MatchKind kind = kind_of(position - 1, sources_.plan.words[word], at_closest);
    if (kind <= sources_.loosest) matches_.push_back({position - 1, word, kind});
  }

  // `at_closest`: what the key that found the token allows where nothing else was shared.
  MatchKind kind_of(std::size_t token, const PlannedWord& word, MatchKind at_closest) {
    const std::string_view text = spelling(token);
    const std::string form = language::fold_case(text);
    if (word.prefix ? form.starts_with(language::fold_case(word.text)) : form == word.query.form)
      return MatchKind::exact;
    if (const core::Repair* repair = repair_at(document_.tokens[token])) {
      const bool slight = core::only_diacritics(repair->source.in(document_.text.text), repair->mended);
      return std::max(slight ? MatchKind::folded : MatchKind::ocr, at_closest);
    }
    if (!word.prefix && share(sources_.analyzer.word(text).lemmas, word.query.lemmas))
      return MatchKind::inflected;
    return std::max(MatchKind::folded, at_closest);
  }

  const core::Repair* repair_at(core::ByteRange range) const {
    const auto found =
        std::partition_point(document_.repairs.begin(), document_.repairs.end(),
                             [&](const core::Repair& each) { return each.source.end <= range.begin; });
    return found != document_.repairs.end() && found->source.begin < range.end ? &*found : nullptr;
  }

  void find(std::size_t word) {
    const language::QueryWord& query = sources_.plan.words[word].query;
    const std::size_t before = matches_.size();
    if (!query.stop) {
      for (const language::QueryKey& key : query.keys) {
        if (!may_use(key, sources_.loosest)) continue;
        for (const auto position :
             sources_.reader.positions(number_, core::term(Scope::body, Stream::key, key.key)))
          add(position, word, key.kind);
      }
    }
    if (matches_.size() > before) return;
    // A spelling without positions: of a stop word, or of a word that was mended to another one.
    PostingCursor exact = sources_.reader.cursor(core::term(Scope::body, Stream::exact, query.form));
    if (exact.count_at(number_) == 0) return;
    scan([&](std::string_view form) { return form == query.form; }, word);
  }

  void find_prefix(std::size_t word) {
    const std::string beginning = language::fold_case(sources_.plan.words[word].text);
    scan([&](std::string_view form) { return form.starts_with(beginning); }, word);
    const std::string folded = language::fold_all(sources_.plan.words[word].text);
    for (const std::string& term :
         sources_.reader.terms_of(number_, core::term(Scope::body, Stream::key, folded))) {
      for (const auto position : sources_.reader.positions(number_, term))
        add(position, word, MatchKind::folded);
    }
  }

  template <typename Wanted>
  void scan(const Wanted& wanted, std::size_t word) {
    for (std::size_t token = 0; token < document_.tokens.size(); ++token) {
      if (wanted(core::utf8::lower(spelling(token))))
        matches_.push_back({static_cast<std::uint32_t>(token), word, MatchKind::exact});
    }
  }

  void find_phrase(const PlanNode& phrase) {
    const auto starts =
        phrase_starts(phrase, sources_.plan, Scope::body, number_, sources_.reader, sources_.loosest);
    if (starts.empty() &&
        phrase.field != core::QueryField::any) {  // the body says it in another way, if at all
      for (const auto& [word, distance] : phrase.words) find(word);
    }
    for (const std::uint32_t start : starts) {
      for (const auto& [word, distance] : phrase.words) add(start + distance, word, MatchKind::exact);
    }
  }

  const core::KeptDocument& document_;
  Number number_;
  const PassageSources& sources_;
  std::vector<TokenMatch> matches_;
};

// The closest meeting of each word of the query, in the order of the query.
class Report {
 public:
  explicit Report(const Plan& plan) : plan_(plan), closest_(plan.words.size()) {}

  void add(std::size_t word, MatchKind kind, std::string_view found) {
    auto& best = closest_[word];
    if (!best || kind < best->as) best = WordMatch{plan_.words[word].text, core::utf8::collapse(found), kind};
  }
  bool has(std::size_t word) const { return closest_[word].has_value(); }

  std::vector<WordMatch> take() {
    std::vector<WordMatch> all;
    for (std::size_t i = 0; i < closest_.size(); ++i) {
      const bool told = std::any_of(all.begin(), all.end(), [&](const WordMatch& each) {
        return closest_[i] && each.word == closest_[i]->word;
      });
      if (closest_[i] && plan_.words[i].wanted && !told) all.push_back(std::move(*closest_[i]));
    }
    return all;
  }

 private:
  const Plan& plan_;
  std::vector<std::optional<WordMatch>> closest_;
};

// What of the record the words with this field are looked for in, beside the body.
std::vector<std::string_view> texts_of(const core::Record& record, core::QueryField field) {
  std::vector<std::string_view> texts;
  switch (field) {
    case core::QueryField::person:
      for (const core::Official& official : record.officials) texts.push_back(official.name);
      break;
    case core::QueryField::partner:
      for (const core::Partner& partner : record.partners) texts.push_back(partner.name);
      break;
    case core::QueryField::place:
      for (const core::Place& place : record.places) texts.push_back(place.name);
      break;
    case core::QueryField::goal:
      for (const core::Goal& goal : record.goals) texts.push_back(goal.text);
      break;
    default:
      texts.push_back(record.title);
  }
  return texts;
}

void report_texts(const core::Record& record, const PassageSources& sources, Report& report) {
  for (std::size_t i = 0; i < sources.plan.words.size(); ++i) {
    const PlannedWord& word = sources.plan.words[i];
    if (!word.wanted || report.has(i)) continue;
    for (const std::string_view text : texts_of(record, word.field)) {
      for (const auto& [token, analysed] : sources.analyzer.analyze(text)) {
        if (const auto kind = meeting(word, *analysed); kind && *kind <= sources.loosest)
          report.add(i, *kind, token.range.in(text));
      }
    }
  }
}

std::vector<PageMatches> pages_of(const core::KeptDocument& document,
                                  const std::vector<TokenMatch>& matches) {
  std::vector<PageMatches> pages;
  std::uint32_t last = ~0U;
  for (const TokenMatch& match : matches) {
    if (std::exchange(last, match.token) == match.token) continue;
    const int page = document.text.page_at(document.tokens[match.token].begin);
    if (pages.empty() || pages.back().page != page) pages.push_back({page, 0});
    ++pages.back().matches;
  }
  return pages;
}

std::vector<double> weights_of(const Plan& plan) {
  std::vector<double> weights;
  for (const PlannedWord& word : plan.words) weights.push_back(1 + word.rarity);
  return weights;
}

// Ranges of the words that met, in code points of the text, ascending.
std::vector<std::pair<std::size_t, std::size_t>> highlights_in(std::string_view text,
                                                               const PassageSources& sources,
                                                               Report& report) {
  std::vector<std::pair<std::size_t, std::size_t>> highlights;
  for (const auto& [token, analysed] : sources.analyzer.analyze(text)) {
    bool met = false;
    for (std::size_t i = 0; i < sources.plan.words.size(); ++i) {
      const PlannedWord& word = sources.plan.words[i];
      const bool here = word.field == core::QueryField::any || word.field == core::QueryField::goal;
      if (!word.wanted || !here) continue;
      const auto kind = meeting(word, *analysed);
      if (!kind || *kind > sources.loosest) continue;
      met = true;
      report.add(i, *kind, token.range.in(text));
    }
    if (!met) continue;
    const std::size_t begin = core::utf8::length(text.substr(0, token.range.begin));
    highlights.emplace_back(begin, begin + core::utf8::length(token.range.in(text)));
  }
  return highlights;
}

}  // namespace

void find_passages(const core::KeptDocument& document, Number number, const PassageSources& sources,
                   Hit& hit) {
  const auto matches = BodyMatches(document, number, sources).take();
  Report report(sources.plan);
  for (const TokenMatch& match : matches)
    report.add(match.word, match.kind, document.tokens[match.token].in(document.text.text));
  report_texts(document.record, sources, report);
  hit.match = report.take();
  hit.pages = pages_of(document, matches);
  hit.snippets = cut_snippets(document, matches, weights_of(sources.plan));
}

void find_goal_passages(const core::KeptDocument& document, Number number, std::size_t goal,
                        const PassageSources& sources, Hit& hit) {
  const core::Record& record = document.record;
  Hit::GoalHit& shown = hit.goal.emplace();
  shown.id = record.id + "." + std::to_string(goal);
  shown.goal = record.goals[goal];
  auto above = shown.goal.parent;
  while (above && *above < record.goals.size() && shown.parents.size() < record.goals.size()) {
    shown.parents.push_back(record.goals[*above]);
    above = record.goals[*above].parent;
  }
  Report in_wording(sources.plan), report(sources.plan);
  shown.highlights = highlights_in(shown.goal.text, sources, in_wording);

  auto matches = BodyMatches(document, number, sources).take();
  std::erase_if(matches, [&](const TokenMatch& match) {
    return document.text.page_at(document.tokens[match.token].begin) != shown.goal.page;
  });
  for (const TokenMatch& match : matches)
    report.add(match.word, match.kind, document.tokens[match.token].in(document.text.text));
  for (const WordMatch& each : in_wording.take()) {
    for (std::size_t i = 0; i < sources.plan.words.size(); ++i)
      if (!report.has(i) && sources.plan.words[i].text == each.word) report.add(i, each.as, each.found);
  }
  report_texts(record, sources, report);
  hit.match = report.take();
  hit.pages = pages_of(document, matches);
  if (!matches.empty()) hit.snippets = cut_snippets(document, matches, weights_of(sources.plan));
  if (hit.snippets.size() > 1) hit.snippets.resize(1);
}

}  // namespace szukajst::search
