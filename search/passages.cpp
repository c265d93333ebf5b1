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
#include "search/goal_wording.h"
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
    const bool begins = language::fold_all(word.form).starts_with(language::fold_all(planned.text));
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

// No closer does a mended word match, unless it stands so in the source.
MatchKind kind_of_repair(const core::KeptDocument& document, const core::Repair& repair) {
  return core::only_diacritics(repair.source.in(document.text.text), repair.mended) ? MatchKind::folded
                                                                                    : MatchKind::ocr;
}

// Finds the tokens of a document's body that the words of the query met.
class BodyMatches {
 public:
  BodyMatches(const core::KeptDocument& document, Number number, const PassageSources& sources)
      : document_(document), number_(number), sources_(sources) {
    if (sources.uses == nullptr) analyse();
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
  // How each word of the query meets each token, where no forward index tells.
  void analyse() {
    met_.resize(sources_.plan.words.size());
    for (std::uint32_t token = 0; token < document_.tokens.size(); ++token) {
      const std::string_view text = spelling(token);
      const core::Repair* repair = repair_at(document_, document_.tokens[token]);
      const std::string form = language::fold_case(text);
      const language::Word& word = sources_.analyzer.word(repair != nullptr ? repair->mended : text);
      for (std::size_t i = 0; i < met_.size(); ++i) {
        const PlannedWord& planned = sources_.plan.words[i];
        auto kind = meeting(planned, word);
        if (kind && repair != nullptr) kind = std::max(*kind, kind_of_repair(document_, *repair));
        const bool spelt =
            planned.prefix ? form.starts_with(language::fold_case(planned.text)) : form == planned.query.form;
        if (spelt) kind = MatchKind::exact;
        if (kind && *kind <= sources_.loosest) met_[i].emplace(token, *kind);
      }
    }
  }

  void take_all(std::size_t word) {
    for (const auto& [token, kind] : met_[word]) matches_.push_back({token, word, kind});
  }

  // Of a phrase where all of it stands, of what is to be near wherever a word of it does.
  void walk_analysed(const PlanNode& node) {
    if (node.type != Type::phrase) {
      for (const auto& [word, distance] : node.words) take_all(word);
      return;
    }
    const auto& [first, offset] = node.words.front();
    bool anywhere = false;
    for (const auto& [token, kind] : met_[first]) {
      const std::uint32_t start = token - offset;
      const bool whole = std::ranges::all_of(
          node.words, [&](const auto& each) { return met_[each.first].contains(start + each.second); });
      if (!whole) continue;
      anywhere = true;
      for (const auto& [word, distance] : node.words)
        matches_.push_back({start + distance, word, met_[word].at(start + distance)});
    }
    if (anywhere || node.field == core::QueryField::any) return;
    for (const auto& [word, distance] : node.words) take_all(word);
  }

  void walk(const PlanNode& node) {
    if (sources_.uses == nullptr && !node.words.empty()) return walk_analysed(node);
    switch (node.type) {
      case Type::no:
        return;
      case Type::word:
        return find(node.words.front().first);
      case Type::prefix:
        return find_prefix(node.words.front().first);
      case Type::phrase:
        return find_phrase(node);
      case Type::near:
        for (const auto& [position, word] : NearFinder(node, *sources_.uses).places(body()))
          add(position, node.words[word].first, MatchKind::exact);
        return;
      default:
        for (const PlanNode& child : node.children) walk(child);
    }
  }

  TextPlace body() const { return {Scope::body, number_ - 1}; }
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
    if (const core::Repair* repair = repair_at(document_, document_.tokens[token])) {
      if (doubtful(repair->mended, word)) return MatchKind::ocr;
      return std::max(kind_of_repair(document_, *repair), at_closest);
    }
    if (!word.prefix && share(sources_.analyzer.word(text).lemmas, word.query.lemmas))
      return MatchKind::inflected;
    if (doubtful(text, word)) return MatchKind::ocr;
    return std::max(MatchKind::folded, at_closest);
  }

  // Whether the word was found by what it may have been, not by what it stands for.
  bool doubtful(std::string_view text, const PlannedWord& word) {
    if (word.prefix || text.find_first_of(" \n") != std::string_view::npos) return false;
    const auto& keys = sources_.analyzer.word(text).keys;
    return std::ranges::none_of(word.query.keys, [&](const language::QueryKey& key) {
      return std::ranges::find(keys, key.key) != keys.end();
    });
  }

  void find(std::size_t word) {
    const language::QueryWord& query = sources_.plan.words[word].query;
    const std::size_t before = matches_.size();
    const core::Tokens text = sources_.uses->tokens().text(body().document, core::TextField::body);
    if (!query.stop) {
      for (const language::QueryKey& key : query.keys) {
        if (!may_use(key, sources_.loosest)) continue;
        sources_.uses->of_term(Stream::key, key.key).any_place(text, [&](std::size_t place) {
          add(static_cast<std::uint32_t>(place + 1), word, key.kind);
          return false;
        });
      }
    }
    if (matches_.size() > before) return;
    // A spelling without a key: of a stop word, or of a word that was mended to another one.
    sources_.uses->of_term(Stream::exact, query.form).any_place(text, [&](std::size_t place) {
      if (place < document_.tokens.size())
        matches_.push_back({static_cast<std::uint32_t>(place), word, MatchKind::exact});
      return false;
    });
  }

  // By its own spelling, or where it was mended by what it was mended to.
  void find_prefix(std::size_t word) {
    const std::string beginning = language::fold_case(sources_.plan.words[word].text);
    const std::string folded = language::fold_all(beginning);
    const bool folds = sources_.loosest >= MatchKind::folded;
    for (std::uint32_t token = 0; token < document_.tokens.size(); ++token) {
      const std::string form = core::utf8::lower(spelling(token));
      if (form.starts_with(beginning)) {
        matches_.push_back({token, word, MatchKind::exact});
      } else if (folds && core::utf8::fold(form).starts_with(folded)) {
        matches_.push_back({token, word, MatchKind::folded});
      }
    }
    if (document_.repairs.empty()) return;
    const core::SegmentTokens& tokens = sources_.uses->tokens();
    const core::Tokens text = tokens.text(body().document, core::TextField::body);
    const std::string key = core::scopeless_term(Stream::key, folded);
    core::Tokens::Last last;
    for (std::uint32_t token = 0; token < std::min(document_.tokens.size(), text.size()); ++token) {
      const core::Repair* repair = repair_at(document_, document_.tokens[token]);
      if (repair == nullptr || kind_of_repair(document_, *repair) > sources_.loosest) continue;
      const auto terms = tokens.terms_of(text.use(token, last));
      if (std::ranges::any_of(terms, [&](std::uint32_t term) { return tokens.term(term).starts_with(key); }))
        matches_.push_back({token, word, kind_of_repair(document_, *repair)});
    }
  }

  void find_phrase(const PlanNode& phrase) {
    const auto starts = PhraseFinder(phrase, *sources_.uses).starts(body());
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
  std::vector<std::map<std::uint32_t, MatchKind>> met_;  // by word of the plan, then by token
  std::vector<TokenMatch> matches_;
};

// The closest meeting of each word of the query, in the order of the query.
class Report {
 public:
  explicit Report(const Plan& plan) : plan_(plan), closest_(plan.words.size()) {}

  void add(std::size_t word, MatchKind kind, std::string_view found) {
    const PlannedWord& planned = plan_.words[word];
    auto& best = closest_[word];
    if (best && kind >= best->as) return;
    const bool synonym = !planned.says.empty();
    best = WordMatch{synonym ? planned.says : planned.text, core::utf8::collapse(found), kind, synonym};
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

bool of_wording(const PlannedWord& word) {
  return word.field == core::QueryField::any || word.field == core::QueryField::goal;
}

void report_texts(const core::Record& record, const PassageSources& sources, Report& report) {
  for (std::size_t i = 0; i < sources.plan.words.size(); ++i) {
    const PlannedWord& word = sources.plan.words[i];
    if (!word.wanted || report.has(i) || word.spans != 1) continue;
    if (sources.plan.among_goals && of_wording(word)) continue;  // nothing but the goal itself counts
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

// How the words of a query met the wording of a goal. The wording decides, as it stands in the record;
// the body tells of the same words how they stand in the source.
class WordingMatches {
 public:
  WordingMatches(const core::KeptDocument& document, Number number, const core::Goal& goal,
                 const PassageSources& sources)
      : document_(document), text_(goal.text), sources_(sources) {
    meet();
    places_ = place_wording(document, text_, tokens_, goal.page);
    mark_repairs();
    add_spellings(number);
    std::sort(matches_.begin(), matches_.end(), [](const TokenMatch& a, const TokenMatch& b) {
      return std::tie(a.token, a.word) < std::tie(b.token, b.word);
    });
  }

  void report_to(Report& report) const {
    for (const TokenMatch& match : matches_) {
      const std::uint32_t spans = sources_.plan.words[match.word].spans;
      if (spans == 1) report.add(match.word, match.kind, found(match.token));
      if (spans <= 1) continue;
      const std::size_t last = std::min<std::size_t>(match.token + spans, tokens_.size()) - 1;
      report.add(match.word, match.kind,
                 core::ByteRange{tokens_[match.token].begin, tokens_[last].end}.in(text_));
    }
  }
  // In code points of the wording, ascending.
  std::vector<std::pair<std::size_t, std::size_t>> highlights() const {
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    std::uint32_t last = ~0U;
    for (const TokenMatch& match : matches_) {
      if (std::exchange(last, match.token) == match.token) continue;
      const core::ByteRange range = tokens_[match.token];
      const std::size_t begin = core::utf8::length(text_.substr(0, range.begin));
      ranges.emplace_back(begin, begin + core::utf8::length(range.in(text_)));
    }
    return ranges;
  }
  // The same matches by the tokens of the document.
  std::vector<TokenMatch> in_body() const {
    std::vector<TokenMatch> matches;
    for (const TokenMatch& match : matches_)
      if (places_[match.token]) matches.push_back({*places_[match.token], match.word, match.kind});
    return matches;
  }

 private:
  void meet() {
    const auto analysed = sources_.analyzer.analyze(text_);
    const auto& words = sources_.plan.words;
    for (const auto& [token, word] : analysed) tokens_.push_back(token.range);
    for (std::uint32_t at = 0; at < analysed.size(); ++at) {
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].wanted || !of_wording(words[i]) || words[i].spans == 0) continue;
        std::size_t end = i + 1;  // of the synonym, where it is a phrase: it is met as a whole or not at all
        while (words[i].spans > 1 && end < words.size() && words[end].spans == 0) ++end;
        const std::size_t before = matches_.size();
        for (std::size_t each = i; each < end; ++each) {
          const std::uint32_t there = each == i ? at : at + words[each].distance - words[i].distance;
          const auto kind =
              there < analysed.size() ? meeting(words[each], *analysed[there].word) : std::nullopt;
          if (!kind || *kind > sources_.loosest) {
            matches_.resize(before);
            break;
          }
          matches_.push_back({there, each, *kind});
        }
      }
    }
  }

  const core::Repair* repair_of(std::size_t token) const {
    return places_[token] ? repair_at(document_, document_.tokens[*places_[token]]) : nullptr;
  }
  std::string_view found(std::size_t token) const {
    return repair_of(token) != nullptr ? document_.tokens[*places_[token]].in(document_.text.text)
                                       : tokens_[token].in(text_);
  }

  void mark_repairs() {
    for (TokenMatch& match : matches_)
      if (const core::Repair* repair = repair_of(match.token))
        match.kind = std::max(match.kind, kind_of_repair(document_, *repair));
  }

  // A word as it stands in the source, where it was mended to another.
  void add_spellings(Number number) {
    if (std::none_of(places_.begin(), places_.end(), [&](const auto& place) {
          return place && repair_at(document_, document_.tokens[*place]) != nullptr;
        }))
      return;
    for (const TokenMatch& each : BodyMatches(document_, number, sources_).take()) {
      const auto place = std::find(places_.begin(), places_.end(), each.token);
      if (place == places_.end() || !of_wording(sources_.plan.words[each.word])) continue;
      const auto token = static_cast<std::uint32_t>(place - places_.begin());
      if (repair_of(token) == nullptr) continue;
      const auto known = std::find_if(matches_.begin(), matches_.end(), [&](const TokenMatch& match) {
        return match.token == token && match.word == each.word;
      });
      if (known == matches_.end()) {
        matches_.push_back({token, each.word, each.kind});
      } else {
        known->kind = each.kind;
      }
    }
    std::erase_if(matches_, [&](const TokenMatch& match) { return match.kind > sources_.loosest; });
  }

  const core::KeptDocument& document_;
  std::string_view text_;
  const PassageSources& sources_;
  core::TokenRanges tokens_;         // of the wording
  TokenPlaces places_;               // by token of the wording
  std::vector<TokenMatch> matches_;  // `token` counts in the wording
};

}  // namespace

void find_passages(const core::KeptDocument& document, Number number, const PassageSources& sources,
                   Hit& hit) {
  const auto matches = BodyMatches(document, number, sources).take();
  Report report(sources.plan);
  for (const TokenMatch& match : matches) {
    const std::uint32_t spans = sources.plan.words[match.word].spans;
    if (spans == 0) continue;
    const std::size_t last = std::min<std::size_t>(match.token + spans, document.tokens.size()) - 1;
    const core::ByteRange range{document.tokens[match.token].begin, document.tokens[last].end};
    report.add(match.word, match.kind, range.in(document.text.text));
  }
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
  const WordingMatches wording(document, number, shown.goal, sources);
  shown.highlights = wording.highlights();
  Report report(sources.plan);
  wording.report_to(report);
  const std::vector<TokenMatch> matches = wording.in_body();
  report_texts(record, sources, report);
  hit.match = report.take();
  hit.pages = pages_of(document, matches);
  if (!matches.empty()) hit.snippets = cut_snippets(document, matches, weights_of(sources.plan));
  if (hit.snippets.size() > 1) hit.snippets.resize(1);
}

}  // namespace szukajst::search
