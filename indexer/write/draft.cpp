#include "indexer/write/draft.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/fields.h"
#include "core/log.h"
#include "core/shard_values.h"

namespace szukajst::indexer {

namespace {

namespace fs = std::filesystem;

// What is written beside by one thread is closed when its documents kept have this many bytes: what Xapian
// gathers before it writes stays small.
constexpr std::size_t kMostDraftBytes = std::size_t{16} << 20;

void add_postings(const TermPostings& postings, const std::string& term, Xapian::Document& document) {
  const auto placed = static_cast<std::uint32_t>(postings.positions.size());
  const bool counted = postings.count >= placed;  // core::any_token is not
  if (counted) document.add_term(term, postings.count - placed);
  for (const std::uint32_t position : postings.positions)
    document.add_posting(term, position, counted ? 1 : 0);
}

Xapian::Document to_document(const std::vector<TermPostings>& terms, const std::vector<std::string>& tags) {
  Xapian::Document document;
  for (const std::string& tag : tags) document.add_boolean_term(tag);
  for (const TermPostings& postings : terms) add_postings(postings, postings.term, document);
  return document;
}

// What a server counts and sorts by. `goal`: its place among the row's, where the entry is a goal.
void add_values(const core::DocumentRow& row, std::optional<std::size_t> goal, Xapian::Document& document) {
  using core::ShardSlot;
  const std::size_t index = goal ? row.goals[*goal].index : 0;
  const core::OrderKeys order = core::order_keys(row.day, row.title_key, row.id, index);
  const auto add = [&](ShardSlot slot, const std::string& value) {
    document.add_value(core::slot(slot), value);
  };
  add(ShardSlot::id, row.id);
  add(ShardSlot::newest, order.newest);
  add(ShardSlot::oldest, order.oldest);
  add(ShardSlot::title, order.title);
  add(ShardSlot::length, std::to_string(goal ? row.goals[*goal].length : row.length));
  if (goal) {
    add(ShardSlot::goal_index, std::to_string(index));
    add(ShardSlot::goal_level, std::string(core::name(row.goals[*goal].level)));
  }
  for (std::size_t facet = 0; facet < core::kFacets; ++facet)
    document.add_value(core::facet_slot(facet), core::encode_facet(row.facets[facet]));
}

// Has the texts go by these numbers.
void renumber(core::DocumentTokens& texts, core::UseNumbers& uses) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(texts.uses.size());
  for (const core::DocumentTokens::Use& use : texts.uses) numbers.push_back(uses.number(use));
  texts.uses = {};
  const auto in_text = [&](core::DocumentTokens::Text& text) {
    for (std::uint32_t& place : text)
      if (place != core::DocumentTokens::kBetweenNames) place = numbers[place];
  };
  for (core::DocumentTokens::Text& text : texts.fields) in_text(text);
  for (core::DocumentTokens::Text& text : texts.goals) in_text(text);
}

}  // namespace

Draft::Draft(fs::path folder, bool shard, std::unique_ptr<WordUses> words)
    : folder_(std::move(folder)),
      shard_(shard),
      flags_(kFlags | (shard ? 0 : Xapian::DB_NO_TERMLIST)),
      words_(std::move(words)),
      numbers_(words_->shared()) {
  fs::create_directories(folder_);
  documents_.emplace(documents_path(folder_), flags_);
}

std::uint32_t Draft::add(Prepared prepared) {
  if (!prepared.texts.uses.empty()) renumber(prepared.texts, words_->numbers());
  const core::UseNumbers& uses = words_->numbers();
  const Terms terms = shard_ ? terms_of(prepared.texts, uses) : Terms{};
  Terms of_document;
  if (!prepared.texts.goals.empty())
    std::ranges::copy_if(terms, std::back_inserter(of_document), [](const TermPostings& postings) {
      const auto scope = static_cast<core::Scope>(postings.term.front());
      return std::ranges::find(core::kScopesOfGoals, scope) != core::kScopesOfGoals.end();
    });
  for (std::size_t goal = 0; goal < prepared.texts.goals.size(); ++goal) {
    if (!goals_) goals_.emplace(goals_path(folder_), flags_);
    Xapian::Document entry =
        to_document(shard_ ? terms_of_goal(prepared.texts, goal, uses) : Terms{}, prepared.goal_tags[goal]);
    if (shard_) {
      add_values(prepared.row, goal, entry);
      for (const std::string& tag : prepared.tags)
        if (tag.starts_with('X')) entry.add_boolean_term(core::of_goal(tag));
      for (const TermPostings& postings : of_document)
        add_postings(postings, core::of_goal(postings.term), entry);
    }
    goals_->add_document(entry);
  }
  Xapian::Document document = to_document(terms, prepared.tags);
  if (shard_) {
    document.set_data(prepared.kept);
    add_values(prepared.row, std::nullopt, document);
  }
  bytes_ += prepared.kept.size();
  rows_.push_back(std::move(prepared.row));
  compared_.push_back(std::move(prepared.compared));
  texts_.push_back(std::move(prepared.kept));
  words_->share(prepared.texts);
  tokens_.push_back(std::move(prepared.texts));
  return documents_->add_document(document);
}

bool Draft::full() const {
  return bytes_ >= kMostDraftBytes;
}

void Draft::finish() {
  documents_->commit();
  documents_->close();
  if (goals_) goals_->commit(), goals_->close();
}

void remove_draft(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) core::log::warning("cannot remove the draft " + path.string() + ": " + error.message());
}

}  // namespace szukajst::indexer
