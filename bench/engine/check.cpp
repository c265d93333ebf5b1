#include "bench/engine/check.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "indexer/write/document_terms.h"
#include "language/normalise.h"

namespace szukajst::bench {
namespace {

using core::Facet;
using core::MatchKind;
using Documents = std::vector<std::uint32_t>;  // ascending

constexpr std::size_t kVocabulary = 1'500;  // words that queries are made of
constexpr std::size_t kMostTold = 20;       // differences

// What is asked, apart from the filters.
struct Asked {
  Form form = Form::word;
  std::vector<std::size_t> words;  // in the vocabulary; none: everything
  bool without_last = false;       // the last word is not wanted
};

class Check {
 public:
  Check(const Generator& generator, const indexer::Resources& resources, const Engine& engine,
        const CheckSettings& settings)
      : generator_(generator),
        resources_(resources),
        engine_(engine),
        settings_(settings),
        random_(settings.seed),
        analyzer_(resources.lexicon) {
    analyzer_.use_names(resources.gazetteer.nominatives());
  }

  core::Result<Checked> run() {
    draw_words();
    read_documents();
    while (checked_.queries < settings_.queries) {
      const MatchKind loosest = random_.chance(0.5) ? MatchKind::exact : MatchKind::ocr;
      const Asked asked = ask();
      search::Request request = request_of(query_of(asked), loosest);
      request.details = request.synonyms = false;
      request.facet_values = SIZE_MAX;
      if (years_) request.filters.from = years_->first, request.filters.to = years_->second;
      if (asked.without_last) request.query = words_[asked.words[0]] + " NOT " + words_[asked.words[1]];
      const auto answer = engine_.searcher().search(request);
      if (!answer) return answer.error();
      compare(*answer, matches(asked, loosest), request.query);
    }
    return checked_;
  }

 private:
  // Words of random documents: the frequent ones are met more often.
  void draw_words() {
    std::set<std::string> drawn;
    for (std::size_t tries = 0; drawn.size() < kVocabulary && tries < 20 * kVocabulary; ++tries) {
      const auto document = generator_.document(random_.below(generator_.settings().documents));
      const auto words = plain_words(document.mended.text);
      const std::string& word = random_.one_of(words);
      if (!analyzer_.query_word(word).stop) drawn.insert(word);
    }
    words_.assign(drawn.begin(), drawn.end());
    for (const std::string& word : words_) {
      const language::QueryWord query = analyzer_.query_word(word);
      std::vector<std::string> keys;
      for (const auto& key : query.keys) keys.push_back(key.key);
      for (const std::string& lemma : query.lemmas) {
        for (const std::string& related : resources_.lexicon.relatives(lemma))
          keys.push_back(language::fold_all(related));
      }
      exact_.push_back(terms_of(core::Stream::exact, {query.form}));
      loose_.push_back(terms_of(core::Stream::key, keys));
      const auto& exact = exact_.back();
      loose_.back().insert(loose_.back().end(), exact.begin(), exact.end());
    }
  }
  // The terms that documents with one of these words have, each in the table of postings.
  std::vector<std::string> terms_of(core::Stream stream, const std::vector<std::string>& texts) {
    std::vector<std::string> terms;
    for (const std::string& text : texts) {
      for (const core::Scope scope : {core::Scope::body, core::Scope::title}) {
        terms.push_back(core::term(scope, stream, text));
        postings_.try_emplace(terms.back());
      }
    }
    return terms;
  }

  void read_documents() {
    indexer::WordUses words;
    for (std::size_t i = 0; i < generator_.settings().documents; ++i) {
      const auto document = generator_.document(i);
      const auto indexed = indexer::index_document(document, analyzer_, resources_.gazetteer, words);
      for (const auto& term : indexer::terms_of(indexed.texts, words.numbers())) {
        if (const auto found = postings_.find(term.term); found != postings_.end())
          found->second.push_back(static_cast<std::uint32_t>(i));
      }
      const core::DocumentRow row = core::row_of(document.record);
      rows_.emplace_back();
      for (std::size_t facet = 0; facet < core::kFacets; ++facet) {
        for (const auto& entry : row.facets[facet]) {
          const auto [number, fresh] = numbers_[facet].try_emplace(entry.value, names_[facet].size());
          if (fresh) names_[facet].push_back(entry.value);
          rows_.back()[facet].push_back(static_cast<std::uint32_t>(number->second));
        }
      }
    }
  }

  Asked ask() {
    Asked asked;
    const std::size_t kind = random_.below(10);
    asked.form = kind < 6 ? Form::word : kind < 8 ? Form::all : Form::any;
    const std::size_t count = kind == 0 ? 0 : kind < 5 ? 1 : 2;
    while (asked.words.size() < count) {
      const std::size_t word = random_.below(words_.size());
      if (std::ranges::find(asked.words, word) == asked.words.end()) asked.words.push_back(word);
    }
    asked.without_last = kind == 5;
    for (auto& chosen : chosen_) chosen.clear();
    years_.reset();
    for (std::size_t filters = random_.below(4); filters > 0; --filters) {
      const std::size_t facet = random_.below(core::kFacets);
      const auto& values = random_.one_of(rows_)[facet];
      if (values.empty()) continue;
      if (static_cast<Facet>(facet) == Facet::year) {
        const int from = std::stoi(names_[facet][random_.one_of(values)]);
        years_ = {from, from + static_cast<int>(random_.below(4))};
      } else {
        chosen_[facet].insert(random_.one_of(values));
      }
    }
    constexpr auto kYear = static_cast<std::size_t>(Facet::year);
    for (std::size_t number = 0; years_ && number < names_[kYear].size(); ++number) {
      const int year = std::stoi(names_[kYear][number]);
      if (year >= years_->first && year <= years_->second)
        chosen_[kYear].insert(static_cast<std::uint32_t>(number));
    }
    return asked;
  }

  BenchQuery query_of(const Asked& asked) const {
    BenchQuery query;
    query.form = asked.form;
    for (const std::size_t word : asked.words) query.words.push_back(words_[word]);
    for (std::size_t facet = 0; facet < core::kFacets; ++facet) {
      if (static_cast<Facet>(facet) == Facet::year) continue;
      for (const std::uint32_t value : chosen_[facet])
        query.filters.emplace_back(static_cast<Facet>(facet), names_[facet][value]);
    }
    return query;
  }

  Documents with(std::size_t word, MatchKind loosest) const {
    Documents all;
    for (const std::string& term : loosest == MatchKind::exact ? exact_[word] : loose_[word]) {
      const Documents& more = postings_.at(term);
      Documents both;
      std::ranges::set_union(all, more, std::back_inserter(both));
      all = std::move(both);
    }
    return all;
  }
  Documents matches(const Asked& asked, MatchKind loosest) const {
    Documents found;
    if (asked.words.empty()) {
      for (std::size_t i = 0; i < rows_.size(); ++i) found.push_back(static_cast<std::uint32_t>(i));
      return found;
    }
    found = with(asked.words[0], loosest);
    if (asked.words.size() == 1) return found;
    const Documents second = with(asked.words[1], loosest);
    Documents both;
    if (asked.without_last) {
      std::ranges::set_difference(found, second, std::back_inserter(both));
    } else if (asked.form == Form::all) {
      std::ranges::set_intersection(found, second, std::back_inserter(both));
    } else {
      std::ranges::set_union(found, second, std::back_inserter(both));
    }
    return both;
  }

  bool passes(std::uint32_t document, std::size_t facet) const {
    const auto& chosen = chosen_[facet];
    const bool filtered = !chosen.empty() || (static_cast<Facet>(facet) == Facet::year && years_);
    return !filtered || std::ranges::any_of(rows_[document][facet],
                                            [&](std::uint32_t value) { return chosen.contains(value); });
  }

  using Counts = std::array<std::map<std::string, std::size_t>, core::kFacets>;

  void compare(const search::Answer& answer, const Documents& found, const std::string& query) {
    std::size_t total = 0;
    Counts wanted, told;
    std::array<std::vector<std::size_t>, core::kFacets> counts;
    for (std::size_t facet = 0; facet < core::kFacets; ++facet) counts[facet].resize(names_[facet].size());
    for (const std::uint32_t document : found) {
      std::array<bool, core::kFacets> passed{};
      for (std::size_t facet = 0; facet < core::kFacets; ++facet) passed[facet] = passes(document, facet);
      const auto failed = std::ranges::count(passed, false);
      total += failed == 0 ? 1U : 0U;
      for (std::size_t facet = 0; facet < core::kFacets; ++facet) {
        if (failed > (passed[facet] ? 0 : 1)) continue;  // a facet leaves its own selection out of account
        for (const std::uint32_t value : rows_[document][facet]) ++counts[facet][value];
      }
    }
    for (std::size_t facet = 0; facet < core::kFacets; ++facet) {
      for (std::size_t value = 0; value < counts[facet].size(); ++value)
        if (counts[facet][value] > 0) wanted[facet][names_[facet][value]] = counts[facet][value];
    }
    tell(answer.facets.kind, Facet::kind, told);
    tell(answer.facets.place, Facet::place, told);
    tell(answer.facets.year, Facet::year, told);
    tell(answer.facets.official, Facet::official, told);
    tell(answer.facets.partner, Facet::partner, told);
    tell(answer.facets.programme, Facet::programme, told);
    ++checked_.queries;
    checked_.documents += total;
    if (answer.total != total) differ(query, "total", answer.total, total);
    for (std::size_t facet = 0; facet < core::kFacets; ++facet) {
      checked_.values += wanted[facet].size();
      for (const auto& [value, count] : wanted[facet]) {
        const auto have = told[facet].find(value);
        const std::size_t told_count = have == told[facet].end() ? 0 : have->second;
        if (told_count != count) differ(query, value, told_count, count);
      }
      for (const auto& [value, count] : told[facet])
        if (!wanted[facet].contains(value)) differ(query, value, count, 0);
    }
  }
  static void tell(const std::vector<search::FacetValue>& values, Facet facet, Counts& told) {
    const bool named = facet == Facet::official || facet == Facet::partner || facet == Facet::programme;
    for (const search::FacetValue& value : values) {
      // What is selected is told even where nothing has it.
      if (value.count > 0)
        told[static_cast<std::size_t>(facet)][named ? core::name_key(value.value) : value.value] +=
            value.count;
      tell(value.children, facet, told);
    }
  }
  void differ(const std::string& query, const std::string& value, std::size_t told, std::size_t wanted) {
    if (++checked_.differences <= kMostTold)
      std::fprintf(stderr, "%s: %s: %zu, counted by hand %zu\n", query.c_str(), value.c_str(), told, wanted);
  }

  const Generator& generator_;
  const indexer::Resources& resources_;
  const Engine& engine_;
  CheckSettings settings_;
  Random random_;
  language::Analyzer analyzer_;
  std::vector<std::string> words_;
  std::vector<std::vector<std::string>> exact_, loose_;  // terms by word
  std::unordered_map<std::string, Documents> postings_;
  std::vector<std::array<std::vector<std::uint32_t>, core::kFacets>> rows_;  // by document
  std::array<std::unordered_map<std::string, std::size_t>, core::kFacets> numbers_;
  std::array<std::vector<std::string>, core::kFacets> names_;
  // Of the query at hand:
  std::array<std::set<std::uint32_t>, core::kFacets> chosen_;
  std::optional<std::pair<int, int>> years_;
  Checked checked_;
};

}  // namespace

core::Result<Checked> check_facets(const Generator& generator, const indexer::Resources& resources,
                                   const Engine& engine, const CheckSettings& settings) {
  return Check(generator, resources, engine, settings).run();
}

}  // namespace szukajst::bench
