#include "indexer/write/document_terms.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/fields.h"
#include "core/suggestions.h"
#include "indexer/write/mended_text.h"
#include "language/tokenizer.h"

namespace szukajst::indexer {
namespace {

using core::Scope;
using core::Stream;
using core::Tag;

bool is_year(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20")) &&
         std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

// The terms of texts, gathered.
class TermTable {
 public:
  // What the tokens of a text post in a scope.
  void add(Scope scope, const core::DocumentTokens::Text& text, const core::UseNumbers& uses) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // use, position
    places.reserve(text.size());
    std::uint32_t position = 0;
    for (const std::uint32_t use : text) {
      if (use != core::DocumentTokens::kBetweenNames) {
        places.emplace_back(use, ++position);
      } else if (position > 0) {
        position += core::kGapBetweenNames;
      }
    }
    if (!places.empty()) {
      TermPostings& any = entry(core::any_token(scope));
      for (const auto& [use, at] : places) any.positions.push_back(at);
    }
    std::sort(places.begin(), places.end());
    for (auto place = places.begin(); place != places.end();) {
      const std::uint32_t use = place->first;
      const auto end = std::find_if(place, places.end(), [&](const auto& each) { return each.first != use; });
      for (const char32_t of_use : uses.terms_of(use)) {
        TermPostings& postings = entry(static_cast<char>(scope) + uses.term(of_use));
        postings.count += static_cast<std::uint32_t>(end - place);
        if (!core::has_positions(postings.term)) continue;
        for (auto each = place; each != end; ++each) postings.positions.push_back(each->second);
      }
      place = end;
    }
  }

  std::vector<TermPostings> take() {
    for (TermPostings& postings : terms_) std::sort(postings.positions.begin(), postings.positions.end());
    return std::move(terms_);
  }

 private:
  TermPostings& entry(std::string term) {
    const auto [found, added] = places_.try_emplace(std::move(term), terms_.size());
    if (added) terms_.push_back({found->first, 0, {}});
    return terms_[found->second];
  }
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<TermPostings> terms_;
};

using Use = core::UseNumbers::Use;

class Body {
 public:
  Body(const ProcessedDocument& document, language::Analyzer& analyzer, WordUses& words)
      : document_(document),
        analyzer_(analyzer),
        words_(words),
        mended_(document.text.text, document.repairs) {}

  // Adds the body's tokens; gives where they stand in the source.
  core::TokenRanges index(core::DocumentTokens& texts) {
    const auto tokens = analyzer_.analyze(mended_.text());
    core::TokenRanges ranges;
    ranges.reserve(tokens.size());
    auto& places = texts.of(core::TextField::body);
    places.reserve(tokens.size());
    const core::Repair* last_repair = nullptr;
    auto doubt = document_.doubts.begin();
    constexpr std::size_t kAhead = 12;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const language::AnalyzedToken& token = tokens[i];
      if (i + kAhead < tokens.size()) words_.fetch(tokens[i + kAhead]);
      const auto origin = mended_.origin(token.token.range);
      ranges.push_back(behind(origin.source, ranges));
      Mending mending = Mending::none;
      Use beside;  // what this one posts beside its word
      if (origin.repair != nullptr) {
        const bool slight =
            core::only_diacritics(origin.repair->source.in(document_.text.text), origin.repair->mended);
        mending = slight ? Mending::diacritics : Mending::ocr;
        if (origin.repair != last_repair) add_spelling(origin.source.in(document_.text.text), beside);
        last_repair = origin.repair;
      }
      while (doubt != document_.doubts.end() && doubt->source.begin < origin.source.end) {
        if (doubt->source.begin >= origin.source.begin) add_doubt(*doubt, token, beside);
        ++doubt;
      }
      std::uint32_t use = words_.of(token, mending, mending == Mending::none);
      if (!beside.empty()) use = words_.numbers().number(with(std::move(beside), use));
      places.push_back(use);
    }
    return ranges;
  }

 private:
  // Terms, and those of a use behind them.
  Use with(Use terms, std::uint32_t use) const {
    const core::UseNumbers& numbers = words_.numbers();
    for (const char32_t term : numbers.terms_of(use)) terms.push_back(numbers.term(term));
    return terms;
  }

  // Ranges must ascend: two tokens from one repair share its range, and what a repair cut in the
  // middle of a token begins behind the token before.
  core::ByteRange behind(core::ByteRange range, const core::TokenRanges& before) const {
    if (before.empty() || range.begin >= before.back().end) return range;
    return range.end > before.back().end ? core::ByteRange{before.back().end, range.end} : before.back();
  }

  // What else the token may have been, found as what recognition damaged is.
  void add_doubt(const core::Doubt& doubt, const language::AnalyzedToken& token, Use& terms) {
    doubted_.clear();
    const auto chosen = chosen_keys(token);
    for (const std::string& form : doubt.forms) {
      const language::Word& word = analyzer_.word(form);
      if (word.stop) continue;
      for (const std::string& key : word.keys) {
        if (std::ranges::find(chosen, key) != chosen.end() || !doubted_.insert(key).second) continue;
        terms.push_back(core::scopeless_term(Stream::key, key));
        terms.push_back(core::scopeless_term(Stream::ocr, key));
      }
    }
  }

  // A mended place as it stands in the source: whoever knows how it was misread finds it by that.
  void add_spelling(std::string_view text, Use& terms) {
    for (const language::Token& token : language::tokenize(text)) {
      const auto& word = analyzer_.word(token.range.in(text), token.kind);
      terms.push_back(core::scopeless_term(Stream::exact, word.form));
    }
  }

  const ProcessedDocument& document_;
  language::Analyzer& analyzer_;
  WordUses& words_;
  MendedText mended_;
  std::set<std::string, std::less<>> doubted_;  // keys, of the doubt that is being added
};

// Indexes texts that are not the body itself: title, goals, names.
class FieldIndexer {
 public:
  // `body`: of the document. Titles and goals are kept in their mended wording; where the body has their
  // words only mended, they must not match closer than the body does. Null for names, which stand in the
  // nominative whatever the text has.
  FieldIndexer(WordUses& words, BodyCounts* body, language::Analyzer& analyzer)
      : words_(words), body_(body), analyzer_(analyzer) {}

  // `compared_by`: gets a key of each word that carries meaning, by which wordings are compared.
  core::DocumentTokens::Text index(std::string_view text, std::vector<std::string>* compared_by = nullptr) {
    core::DocumentTokens::Text places;
    for (const auto& token : analyzer_.analyze(text)) {
      places.push_back(use_of(token));
      if (compared_by != nullptr) compare_by(token, text, *compared_by);
    }
    return places;
  }

  // The names one behind the other.
  template <typename Names, typename NameOf>
  core::DocumentTokens::Text index_names(const Names& names, const NameOf& name_of) {
    core::DocumentTokens::Text places;
    bool first = true;
    for (const auto& each : names) {
      if (!std::exchange(first, false)) places.push_back(core::DocumentTokens::kBetweenNames);
      const auto of_name = index(name_of(each));
      places.insert(places.end(), of_name.begin(), of_name.end());
    }
    return places;
  }

 private:
  std::uint32_t use_of(const language::AnalyzedToken& token) {
    const language::Word& word = *token.word;
    // What the body has as it stands is what it would be found to be.
    if (body_ != nullptr && !word.stop)
      if (const auto use = words_.find(token, Mending::none, true); use && body_->opens_with(*use))
        return *use;
    const Mending mending = word.stop ? Mending::none : mending_of(word);
    return words_.of(token, mending, mending == Mending::none && (word.stop || stands_so(word)));
  }

  // Of several keys always the same, whatever stands around the word. The years of a plan do not count: its
  // successor has others.
  static void compare_by(const language::AnalyzedToken& token, std::string_view text,
                         std::vector<std::string>& keys) {
    const language::Word& word = *token.word;
    const bool year = token.token.kind == language::TokenKind::number && is_year(token.token.range.in(text));
    if (!word.stop && !year) keys.push_back(*std::ranges::min_element(word.keys));
  }

  // Whether the source has this very spelling; believed where the body has no such word at all.
  bool stands_so(const language::Word& word) const {
    if (body_ == nullptr || body_->of(Stream::exact, word.form) > 0) return true;
    return std::none_of(word.keys.begin(), word.keys.end(),
                        [&](const std::string& key) { return body_->of(Stream::key, key) > 0; });
  }

  // As the closest of the body's words with one of these keys; not mended where the body has none.
  Mending mending_of(const language::Word& word) const {
    if (body_ == nullptr) return Mending::none;
    bool in_body = false, in_body_unread = true;
    for (const std::string& lemma : word.lemmas)
      if (body_->of(Stream::lemma, lemma) > 0) return Mending::none;
    for (const std::string& key : word.keys) {
      const auto all = body_->of(Stream::key, key);
      in_body = in_body || all > 0;
      if (all > body_->of(Stream::ocr, key)) in_body_unread = false;
    }
    if (!in_body) return Mending::none;
    return in_body_unread ? Mending::ocr : Mending::diacritics;
  }

  WordUses& words_;
  BodyCounts* body_;
  language::Analyzer& analyzer_;
};

// Names of places and of the units above them, each once.
std::set<std::string> place_names(const core::Record& record, const gazetteer::Gazetteer& gazetteer) {
  std::set<std::string> names;
  for (const core::Place& place : record.places) {
    names.insert(place.name);
    for (auto code = place.teryt; code; code = code->parent()) {
      if (const gazetteer::Unit* unit = gazetteer.find(*code)) names.insert(unit->label);
    }
  }
  return names;
}

// The keys of the name of the unit that the document is of: a goal that another unit took over has its own
// there.
std::set<std::string> own_name(const core::Record& record, language::Analyzer& analyzer,
                               const gazetteer::Gazetteer& gazetteer) {
  std::set<std::string> keys;
  const auto code = core::teryt_of(core::unit_of(record));
  const gazetteer::Unit* unit = code ? gazetteer.find(*code) : nullptr;
  if (unit == nullptr) return keys;
  for (const auto& token : analyzer.analyze(unit->name))
    keys.insert(token.word->keys.begin(), token.word->keys.end());
  return keys;
}

std::vector<std::string> tags_of(const core::Record& record, const core::DocumentRow& row) {
  std::vector<std::string> tags{core::term(Tag::id, record.id), core::term(Tag::type, core::kDocumentType)};
  for (const std::string_view folder : core::source_and_folders(record.source))
    tags.push_back(core::term(Tag::source, folder));
  static constexpr std::array<std::pair<core::Facet, Tag>, core::kFacets> kTags{{
      {core::Facet::kind, Tag::kind},
      {core::Facet::place, Tag::place},
      {core::Facet::year, Tag::year},
      {core::Facet::official, Tag::official},
      {core::Facet::partner, Tag::partner},
      {core::Facet::programme, Tag::programme},
  }};
  for (const auto& [facet, tag] : kTags) {
    for (const core::FacetEntry& entry : row.facets[static_cast<std::size_t>(facet)])
      tags.push_back(core::term(tag, entry.value));
  }
  return tags;
}

}  // namespace

IndexedDocument index_document(const ProcessedDocument& document, language::Analyzer& analyzer,
                               const gazetteer::Gazetteer& gazetteer, WordUses& words) {
  const core::Record& record = document.record;
  IndexedDocument indexed{core::row_of(record), {}, {}, {}, {}, {}};
  core::DocumentTokens& texts = indexed.texts;
  indexed.tokens = Body(document, analyzer, words).index(texts);
  indexed.row.length = static_cast<std::uint32_t>(indexed.tokens.size());

  BodyCounts body(texts.of(core::TextField::body), words);
  FieldIndexer mended(words, &body, analyzer), names(words, nullptr, analyzer);
  if (record.titled) texts.of(core::TextField::title) = mended.index(record.title);
  const std::set<std::string> own =
      record.goals.empty() ? std::set<std::string>() : own_name(record, analyzer, gazetteer);
  for (std::size_t i = 0; i < record.goals.size(); ++i) {
    std::vector<std::string> compared_by;
    texts.goals.push_back(mended.index(record.goals[i].text, &compared_by));
    std::erase_if(compared_by, [&](const std::string& key) { return own.contains(key); });
    indexed.goal_words.push_back(core::goal_words(compared_by));
    indexed.row.goals[i].length = static_cast<std::uint32_t>(texts.goals.back().size());
    indexed.goal_tags.push_back({core::term(Tag::type, core::kGoalType), core::term(Tag::parent, record.id),
                                 core::term(Tag::goal_level, core::name(record.goals[i].level))});
  }
  const auto name_of = [](const auto& each) -> std::string_view { return each.name; };
  texts.of(core::TextField::person) = names.index_names(record.officials, name_of);
  texts.of(core::TextField::partner) = names.index_names(record.partners, name_of);
  texts.of(core::TextField::place) = names.index_names(
      place_names(record, gazetteer), [](const std::string& name) -> std::string_view { return name; });
  indexed.tags = tags_of(record, indexed.row);
  return indexed;
}

std::vector<TermPostings> terms_of(const core::DocumentTokens& texts, const core::UseNumbers& uses) {
  TermTable table;
  for (std::size_t field = 0; field < core::kTextFields; ++field)
    table.add(core::kScopeOf[field], texts.fields[field], uses);
  table.add(Scope::goals, texts.joined_goals(), uses);
  return table.take();
}

std::vector<TermPostings> terms_of_goal(const core::DocumentTokens& texts, std::size_t goal,
                                        const core::UseNumbers& uses) {
  TermTable table;
  table.add(Scope::goal, texts.goals[goal], uses);
  return table.take();
}

}  // namespace szukajst::indexer
