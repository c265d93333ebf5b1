#include "indexer/write/document_terms.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/fields.h"
#include "indexer/write/mended_text.h"
#include "language/tokenizer.h"

namespace szukajst::indexer {
namespace {

using core::Scope;
using core::Stream;
using core::Tag;

// Words of different names in one field are this far apart, so that no phrase spans two.
constexpr std::uint32_t kGapBetweenNames = 100;

// What was done to a token before it was analysed.
enum class Mending { none, diacritics, ocr };

// Gathers the terms of one document of the index.
class TermTable {
 public:
  void count(std::string term, std::uint32_t times = 1) { entry(std::move(term)).count += times; }
  void post(std::string term, const std::vector<std::uint32_t>& positions) {
    TermPostings& postings = entry(std::move(term));
    postings.count += static_cast<std::uint32_t>(positions.size());
    postings.positions.insert(postings.positions.end(), positions.begin(), positions.end());
  }
  void tag(Tag tag, std::string_view value) { entry(core::term(tag, value)); }
  std::uint32_t count_of(const std::string& term) const {
    const auto found = places_.find(term);
    return found == places_.end() ? 0 : terms_[found->second].count;
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

// The positions of one word of the body, by what was done to it and by the lemmas that its sentences leave.
struct Use {
  language::AnalyzedToken token;  // the first of them
  Mending mending = Mending::none;
  std::vector<std::uint32_t> positions;
};

class Body {
 public:
  Body(const ProcessedDocument& document, language::Analyzer& analyzer)
      : document_(document), analyzer_(analyzer), mended_(document.text.text, document.repairs) {}

  // Fills the table with the body's terms; gives where its tokens stand in the source.
  core::TokenRanges index(TermTable& table) {
    const auto tokens = analyzer_.analyze(mended_.text());
    core::TokenRanges ranges;
    ranges.reserve(tokens.size());
    const core::Repair* last_repair = nullptr;
    auto doubt = document_.doubts.begin();
    for (const language::AnalyzedToken& token : tokens) {
      const auto origin = mended_.origin(token.token.range);
      ranges.push_back(behind(origin.source, ranges));
      Mending mending = Mending::none;
      if (origin.repair != nullptr) {
        const bool slight =
            core::only_diacritics(origin.repair->source.in(document_.text.text), origin.repair->mended);
        mending = slight ? Mending::diacritics : Mending::ocr;
        if (origin.repair != last_repair) spellings_.push_back(origin.source);
        last_repair = origin.repair;
      }
      const auto position = static_cast<std::uint32_t>(ranges.size());
      use(token, mending).positions.push_back(position);
      while (doubt != document_.doubts.end() && doubt->source.begin < origin.source.end) {
        if (doubt->source.begin >= origin.source.begin) post_doubt(*doubt, token, position, table);
        ++doubt;
      }
    }
    for (const Use& each : uses_) post(each, table);
    for (const core::ByteRange range : spellings_) post_spelling(range.in(document_.text.text), table);
    return ranges;
  }

 private:
  // Ranges must ascend: two tokens from one repair share its range, and what a repair cut in the
  // middle of a token begins behind the token before.
  core::ByteRange behind(core::ByteRange range, const core::TokenRanges& before) const {
    if (before.empty() || range.begin >= before.back().end) return range;
    return range.end > before.back().end ? core::ByteRange{before.back().end, range.end} : before.back();
  }

  Use& use(const language::AnalyzedToken& token, Mending mending) {
    const auto [found, added] = places_.try_emplace({token.word, mending, token.token.chosen}, uses_.size());
    if (added) uses_.push_back({token, mending, {}});
    return uses_[found->second];
  }

  void post(const Use& each, TermTable& table) const {
    const auto times = static_cast<std::uint32_t>(each.positions.size());
    const language::Word& word = *each.token.word;
    if (each.mending == Mending::none) table.count(core::term(Scope::body, Stream::exact, word.form), times);
    if (word.stop) return;
    for (const std::string_view key : chosen_keys(each.token)) {
      table.post(core::term(Scope::body, Stream::key, key), each.positions);
      if (each.mending == Mending::ocr) table.count(core::term(Scope::body, Stream::ocr, key), times);
    }
    if (each.mending != Mending::none) return;
    for (const std::string_view lemma : chosen_lemmas(each.token))
      table.count(core::term(Scope::body, Stream::lemma, lemma), times);
  }

  // What else the token may have been, found as what recognition damaged is.
  void post_doubt(const core::Doubt& doubt, const language::AnalyzedToken& token, std::uint32_t position,
                  TermTable& table) {
    doubted_.clear();
    const auto chosen = chosen_keys(token);
    for (const std::string& form : doubt.forms) {
      const language::Word& word = analyzer_.word(form);
      if (word.stop) continue;
      for (const std::string& key : word.keys) {
        if (std::ranges::find(chosen, key) != chosen.end() || !doubted_.insert(key).second) continue;
        table.post(core::term(Scope::body, Stream::key, key), {position});
        table.count(core::term(Scope::body, Stream::ocr, key));
      }
    }
  }

  // A mended place as it stands in the source: whoever knows how it was misread finds it by that.
  void post_spelling(std::string_view text, TermTable& table) {
    for (const language::Token& token : language::tokenize(text)) {
      const auto& word = analyzer_.word(token.range.in(text), token.kind);
      table.count(core::term(Scope::body, Stream::exact, word.form));
    }
  }

  struct Key {
    const language::Word* word = nullptr;
    Mending mending = Mending::none;
    language::ChosenLemmas chosen;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      std::size_t hash = std::hash<const void*>()(key.word) * 3 + static_cast<std::size_t>(key.mending);
      for (const std::uint8_t place : key.chosen) hash = hash * 31 + place;
      return hash;
    }
  };
  const ProcessedDocument& document_;
  language::Analyzer& analyzer_;
  MendedText mended_;
  std::vector<Use> uses_;
  std::unordered_map<Key, std::size_t, Hash> places_;
  std::vector<core::ByteRange> spellings_;
  std::set<std::string, std::less<>> doubted_;  // keys, of the doubt that is being posted
};

// Indexes texts that are not the body itself (title, goals, names), each behind the one before.
class FieldIndexer {
 public:
  // `body`: the table of the document. Titles and goals are kept in their mended wording; where the
  // body has their words only mended, they must not match closer than the body does. Null for
  // names, which stand in the nominative whatever the text has.
  FieldIndexer(Scope scope, TermTable& table, const TermTable* body, language::Analyzer& analyzer)
      : scope_(scope), table_(table), body_(body), analyzer_(analyzer) {}

  void add(std::string_view text) {
    if (position_ > 0) position_ += kGapBetweenNames;
    for (const auto& token : analyzer_.analyze(text)) post(token, ++position_);
  }
  std::uint32_t tokens() const { return position_; }

 private:
  void post(const language::AnalyzedToken& token, std::uint32_t position) {
    const language::Word& word = *token.word;
    if (word.stop) {
      table_.count(core::term(scope_, Stream::exact, word.form));
      return;
    }
    const Mending mending = mending_of(word);
    if (mending == Mending::none) {
      if (stands_so(word)) table_.count(core::term(scope_, Stream::exact, word.form));
      for (const std::string_view lemma : chosen_lemmas(token))
        table_.count(core::term(scope_, Stream::lemma, lemma));
    }
    for (const std::string_view key : chosen_keys(token)) {
      table_.post(core::term(scope_, Stream::key, key), {position});
      if (mending == Mending::ocr) table_.count(core::term(scope_, Stream::ocr, key));
    }
  }

  // Whether the source has this very spelling; believed where the body has no such word at all.
  bool stands_so(const language::Word& word) const {
    if (body_ == nullptr || body_->count_of(core::term(Scope::body, Stream::exact, word.form)) > 0)
      return true;
    return std::none_of(word.keys.begin(), word.keys.end(), [&](const std::string& key) {
      return body_->count_of(core::term(Scope::body, Stream::key, key)) > 0;
    });
  }

  // As the closest of the body's words with one of these keys; not mended where the body has none.
  Mending mending_of(const language::Word& word) const {
    if (body_ == nullptr) return Mending::none;
    bool in_body = false, in_body_unread = true;
    for (const std::string& lemma : word.lemmas)
      if (body_->count_of(core::term(Scope::body, Stream::lemma, lemma)) > 0) return Mending::none;
    for (const std::string& key : word.keys) {
      const auto all = body_->count_of(core::term(Scope::body, Stream::key, key));
      in_body = in_body || all > 0;
      if (all > body_->count_of(core::term(Scope::body, Stream::ocr, key))) in_body_unread = false;
    }
    if (!in_body) return Mending::none;
    return in_body_unread ? Mending::ocr : Mending::diacritics;
  }

  Scope scope_;
  TermTable& table_;
  const TermTable* body_;
  language::Analyzer& analyzer_;
  std::uint32_t position_ = 0;
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

void add_tags(const core::Record& record, const core::DocumentRow& row, TermTable& table) {
  table.tag(Tag::id, record.id);
  table.tag(Tag::type, core::kDocumentType);
  for (const std::string_view folder : core::source_and_folders(record.source))
    table.tag(Tag::source, folder);
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
      table.tag(tag, entry.value);
  }
}

}  // namespace

IndexedDocument index_document(const ProcessedDocument& document, language::Analyzer& analyzer,
                               const gazetteer::Gazetteer& gazetteer) {
  const core::Record& record = document.record;
  IndexedDocument indexed{core::row_of(record), {}, {}, {}};
  TermTable table;
  indexed.tokens = Body(document, analyzer).index(table);
  indexed.row.length = static_cast<std::uint32_t>(indexed.tokens.size());

  for (std::size_t i = 0; i < record.goals.size(); ++i) {
    TermTable goal;
    FieldIndexer words(Scope::goal, goal, &table, analyzer);
    words.add(record.goals[i].text);
    indexed.row.goals[i].length = words.tokens();
    goal.tag(Tag::type, core::kGoalType);
    goal.tag(Tag::parent, record.id);
    goal.tag(Tag::goal_level, core::name(record.goals[i].level));
    indexed.goals.push_back(goal.take());
  }

  if (record.titled) FieldIndexer(Scope::title, table, &table, analyzer).add(record.title);
  FieldIndexer goals(Scope::goals, table, &table, analyzer);
  for (const core::Goal& goal : record.goals) goals.add(goal.text);
  FieldIndexer persons(Scope::person, table, nullptr, analyzer);
  for (const core::Official& official : record.officials) persons.add(official.name);
  FieldIndexer partners(Scope::partner, table, nullptr, analyzer);
  for (const core::Partner& partner : record.partners) partners.add(partner.name);
  FieldIndexer places(Scope::place, table, nullptr, analyzer);
  for (const std::string& name : place_names(record, gazetteer)) places.add(name);

  add_tags(record, indexed.row, table);
  indexed.terms = table.take();
  return indexed;
}

}  // namespace szukajst::indexer
