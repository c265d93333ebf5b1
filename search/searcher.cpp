#include "search/searcher.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "core/fields.h"
#include "core/index_format.h"
#include "core/segment_columns.h"
#include "core/text.h"
#include "search/check.h"
#include "search/collector.h"
#include "search/completion.h"
#include "search/correction.h"
#include "search/deadline.h"
#include "search/goals_alike.h"
#include "search/passages.h"
#include "search/plan.h"
#include "search/query_parser.h"
#include "search/query_words.h"
#include "search/remote/shards.h"
#include "search/searching.h"
#include "search/session.h"
#include "search/similar.h"
#include "search/snapshot.h"
#include "search/synonym_query.h"
#include "search/word_uses.h"

namespace szukajst::search {
namespace {

using core::Error;
using core::ErrorCode;

constexpr std::size_t kDeepest = 1000;  // results; what lies behind is for an export
constexpr int kMostPerPage = 100;
constexpr std::chrono::milliseconds kAlikeTime{500};       // for all goals of a document
constexpr std::chrono::milliseconds kSimilarTime{100};     // for documents alike
constexpr std::size_t kLongestCompleted = 512;             // bytes
constexpr std::chrono::milliseconds kCompletionTime{100};  // what comes later is not waited for

std::optional<Error> fault_in(const Request& request) {
  if (request.page < 1 || request.per_page < 1)
    return Error{ErrorCode::malformed, "page and per_page begin with 1"};
  if (request.per_page > kMostPerPage)
    return Error{ErrorCode::too_large, "a page has at most " + std::to_string(kMostPerPage) + " results"};
  const auto before = static_cast<std::size_t>(request.page - 1) * static_cast<std::size_t>(request.per_page);
  if (before >= kDeepest)
    return Error{ErrorCode::too_large, "there are no pages behind result " + std::to_string(kDeepest)};
  return std::nullopt;
}

bool plain(const QueryNode& node) {
  const bool words = node.type == QueryNode::Type::word || node.type == QueryNode::Type::prefix ||
                     node.type == QueryNode::Type::phrase;
  return words && node.field == core::QueryField::any;
}

// The query with any of its words in place of all of them; nothing where its words were joined by
// operators, or are fewer than two.
std::optional<QueryNode> with_any_word(const QueryNode& query) {
  if (query.type != QueryNode::Type::all || !query.side_by_side) return std::nullopt;
  QueryNode any, all = query;
  any.type = QueryNode::Type::any;
  all.children.clear();
  for (const QueryNode& child : query.children) (plain(child) ? any : all).children.push_back(child);
  if (any.children.size() < 2) return std::nullopt;
  all.children.push_back(std::move(any));
  return all;
}

bool same(const Found& a, const Found& b) {
  if (a.remote || b.remote) return false;  // told by their ids
  return a.segment == b.segment && a.document == b.document && a.goal == b.goal;
}

// The words of the plan that the hit was not found by; a word that a synonym stands for is none.
std::vector<std::string> missing_words(const Plan& plan, const Hit& hit) {
  std::vector<std::string> missing;
  for (const PlannedWord& word : plan.words) {
    const bool met = std::ranges::any_of(hit.match, [&](const WordMatch& m) { return m.word == word.text; });
    const bool told = std::ranges::find(missing, word.text) != missing.end();
    if (word.wanted && word.says.empty() && !word.query.stop && !met && !told) missing.push_back(word.text);
  }
  return missing;
}

}  // namespace

struct Searcher::State {
  const language::Lexicon& lexicon;
  const gazetteer::Gazetteer& gazetteer;
  language::Synonyms synonyms;
  language::Slips slips;
  language::Telling telling;
  Snapshot snapshot;
  mutable SessionPool sessions;
  RemoteShards remote;

  State(const language::Lexicon& words, const gazetteer::Gazetteer& units, language::Synonyms same,
        language::Slips costs, language::Telling shares, Snapshot opened,
        std::vector<RemoteAddress> addresses)
      : lexicon(words),
        gazetteer(units),
        synonyms(std::move(same)),
        slips(std::move(costs)),
        telling(std::move(shares)),
        snapshot(std::move(opened)),
        sessions(snapshot, lexicon, gazetteer),
        remote(std::move(addresses)) {}

  core::Result<core::KeptDocument> kept(std::size_t segment, Number number) const {
    const auto data = snapshot.segments[segment].texts.read(number - 1);
    if (!data) return data.error();
    return core::decode_kept(*data);
  }

  // Where the document of a local index lies: segment and number. Error: unreadable.
  core::Result<std::optional<std::pair<std::size_t, Number>>> find(std::string_view id,
                                                                   const Session& session) const {
    using Place = std::optional<std::pair<std::size_t, Number>>;
    for (std::size_t i = 0; i < snapshot.segments.size(); ++i) {
      PostingCursor cursor = session.readers[i].cursor(core::term(core::Tag::id, id));
      for (cursor.seek(1); cursor.number() != kNoMore; cursor.seek(cursor.number() + 1))
        if (snapshot.segments[i].live(cursor.number() - 1)) return Place({i, cursor.number()});
      if (const auto trouble = session.readers[i].trouble())
        return Error{ErrorCode::unreadable, "the index cannot be read: " + *trouble};
    }
    return Place();
  }

  // Errors: not_found, busy, malformed.
  core::Result<StoredDocument> remote_document(std::string_view id) const {
    std::vector<std::string> down;
    if (!remote.empty()) {
      if (const auto bytes = remote.document(id, down)) {
        auto kept = core::decode_kept(*bytes);
        if (!kept) return kept.error();
        StoredDocument document{std::move(kept->record), std::move(kept->text), std::move(kept->repairs)};
        document.alike.resize(document.record.goals.size());
        return document;
      }
    }
    std::string missing;
    for (const std::string& each : down) missing += " (" + each + " does not answer)";
    if (!down.empty())
      return Error{ErrorCode::busy, "document " + std::string(id) + " is not in what can be asked" + missing};
    return Error{ErrorCode::not_found, "there is no document " + std::string(id) + " in the index"};
  }

  core::Result<std::vector<SimilarDocument>> similar(std::size_t segment, Number number) const {
    Deadline deadline(kSimilarTime);
    return find_similar(segment, number - 1, {snapshot, lexicon, telling}, gazetteer, deadline);
  }

  // The hit as Request::details = false wants it: from the columns alone.
  Hit bare_hit(const Found& found, bool goals) const {
    const core::SegmentColumns& columns = snapshot.segments[found.segment].columns;
    Hit hit;
    hit.document.id = columns.ids[found.document - 1];
    hit.score = found.score;
    if (goals) {
      hit.goal.emplace();
      hit.goal->id = hit.document.id + "." + std::to_string(columns.goal_indexes[found.goal]);
    }
    return hit;
  }

  // By segment; the plan outlives them.
  std::vector<WordUses> uses_of(const Plan& plan, const Request& request) const {
    std::vector<WordUses> uses;
    for (const SegmentView& segment : snapshot.segments)
      uses.emplace_back(segment.tokens, plan, request.loosest);
    return uses;
  }

  // The hit in a remote index, from what that sent.
  core::Result<Hit> remote_hit(const RemoteMatch& match, const Plan& plan, const Request& request,
                               Session& session) const {
    Hit hit;
    hit.document.id = match.id;
    hit.score = match.score;
    if (!request.details) {
      if (request.goals) hit.goal.emplace().id = match.id + "." + std::to_string(match.goal);
      return hit;
    }
    const auto document = core::decode_kept(match.kept);
    if (!document) return document.error();
    const core::Record& record = document->record;
    hit.document = {record.id, record.source, record.title, record.kind, record.date, record.period};
    const PassageSources sources{plan, nullptr, session.analyzer, request.loosest};
    if (!request.goals) {
      find_passages(*document, 1, sources, hit);
      return hit;
    }
    if (match.goal >= record.goals.size())
      return Error{ErrorCode::unreadable,
                   "a remote index is damaged: document " + record.id + " lacks a goal"};
    find_goal_passages(*document, 1, match.goal, sources, hit);
    return hit;
  }

  // `uses`: those of the plan. `remote_matches`: Collected::remote.
  core::Result<Hit> hit(const Found& found, const Plan& plan, const Request& request, Session& session,
                        std::vector<WordUses>& uses, const std::vector<RemoteMatch>& remote_matches,
                        Deadline& deadline) const {
    if (found.remote) return remote_hit(remote_matches[*found.remote], plan, request, session);
    if (!request.details) return bare_hit(found, request.goals);
    auto document = kept(found.segment, found.document);
    if (!document) return document.error();
    const core::Record& record = document->record;
    Hit hit;
    hit.document = {record.id, record.source, record.title, record.kind, record.date, record.period};
    hit.score = found.score;
    const PassageSources sources{plan, &uses[found.segment], session.analyzer, request.loosest};
    if (!request.goals) {
      find_passages(*document, found.document, sources, hit);
      return hit;
    }
    const std::size_t goal = snapshot.segments[found.segment].columns.goal_indexes[found.goal];
    if (goal >= record.goals.size())
      return Error{ErrorCode::unreadable, "the index is damaged: document " + record.id + " lacks a goal"};
    find_goal_passages(*document, found.document, goal, sources, hit);
    hit.goal->alike = find_alike(found.segment, found.goal, snapshot, gazetteer, deadline);
    return hit;
  }
};

core::Result<Searcher> Searcher::open(const std::vector<std::filesystem::path>& indexes,
                                      const language::Lexicon& lexicon,
                                      const gazetteer::Gazetteer& gazetteer) {
  language::Analyzer analyzer(lexicon);
  auto synonyms = language::Synonyms::load(lexicon.folder() / "synonyms.tsv", analyzer);
  if (!synonyms) return synonyms.error();
  auto slips = language::Slips::load(lexicon.folder() / "slips.tsv");
  if (!slips) return slips.error();
  auto telling = language::Telling::load(lexicon.folder() / "telling_words.tsv");
  if (!telling) return telling.error();
  std::vector<std::filesystem::path> local;
  std::vector<RemoteAddress> remote;
  for (const auto& index : indexes) {
    if (!is_remote(index.native())) {
      local.push_back(index);
      continue;
    }
    auto address = remote_address(index.native());
    if (!address) return address.error();
    remote.push_back(*std::move(address));
  }
  auto snapshot = Snapshot::open(local, analyzer.settings(), gazetteer);
  if (!snapshot) return snapshot.error();
  auto state = std::make_unique<State>(lexicon, gazetteer, *std::move(synonyms), *std::move(slips),
                                       *std::move(telling), *std::move(snapshot), std::move(remote));
  if (auto session = state->sessions.borrow(); !session) {  // so that a damaged database is told of now
    return Error{ErrorCode::malformed, "the index is damaged: " + session.error().message};
  }
  return Searcher(std::move(state));
}

core::Result<Answer> Searcher::search(const Request& request) const {
  if (const auto fault = fault_in(request)) return *fault;
  Deadline deadline(request.time);
  auto parsed = parse_query(request.query);
  if (!parsed) return parsed.error();
  auto session = state_->sessions.borrow();
  if (!session) return session.error();
  language::Analyzer& analyzer = (*session)->analyzer;
  QueryWords words([&](std::string_view spelling) { return analyzer.query_word(spelling); });
  const Searching searching{request,           state_->snapshot, state_->lexicon, state_->synonyms,
                            state_->gazetteer, **session,        words,           deadline,
                            state_->remote};
  const auto page = static_cast<std::size_t>(request.page),
             per_page = static_cast<std::size_t>(request.per_page);
  const std::size_t most = std::min(page * per_page, kDeepest);

  Answer answer;
  answer.page = request.page, answer.per_page = request.per_page;
  answer.diagnostics = std::move(parsed->diagnostics);
  const auto alike = with_synonyms(parsed->root, state_->synonyms, words);
  if (alike) answer.synonyms = synonyms_in(*alike);
  Plan plan = searching.plan(parsed->root, alike);
  auto collected = searching.run(plan, most);
  if (!collected) return collected.error();
  if (state_->snapshot.segments.empty() && !collected->down.empty() &&
      collected->down.size() == state_->remote.size()) {
    std::string names;
    for (const std::string& down : collected->down) names.append(names.empty() ? "" : ", ").append(down);
    return Error{ErrorCode::busy, "no index answers: " + names};
  }
  const bool doubtful = std::ranges::any_of(
      plan.words, [&](const PlannedWord& word) { return found_as_meant(word, state_->snapshot); });
  // Which words remote indexes have is not asked, so that nothing is put right beside them.
  if ((collected->total == 0 || doubtful) && !collected->partial && state_->remote.empty())
    answer.did_you_mean = put_right(parsed->text, plan, collected->total, state_->slips, searching);
  bool loosened = false;
  if (collected->total == 0 && !collected->partial) {
    if (const auto relaxed = with_any_word(parsed->root)) {
      Plan any = searching.plan(*relaxed);
      auto more = searching.run(any, most);
      if (!more) return more.error();
      if (more->total > 0) {
        plan = std::move(any);
        collected = std::move(more);
        answer.diagnostics.push_back({"any_words", request.query});
        loosened = true;
      }
    }
  }
  if (collected->expansions_cut) answer.diagnostics.push_back({"wildcard_cut", request.query});
  answer.total = collected->total;
  answer.partial = deadline.met() || collected->partial;
  for (const std::string& down : collected->down) answer.diagnostics.push_back({"shard_down", down});
  answer.facets = std::move(collected->facets);
  Deadline showing(request.time);
  auto uses = state_->uses_of(plan, request);
  for (std::size_t i = (page - 1) * per_page; i < collected->best.size(); ++i) {
    auto hit = state_->hit(collected->best[i], plan, request, **session, uses, collected->remote, showing);
    if (!hit) return hit.error();
    answer.hits.push_back(std::move(*hit));
  }
  const bool ends_here = !answer.hits.empty() && collected->total < page * per_page && !answer.partial;
  if (const auto relaxed = ends_here && by_relevance(request.sort) && request.details && !loosened
                               ? with_any_word(parsed->root)
                               : std::nullopt) {
    const Plan any = searching.plan(*relaxed);
    const auto more = searching.run_uncounted(any, std::min(page * per_page, kDeepest));
    if (!more) return more.error();
    auto uses_of_any = state_->uses_of(any, request);
    for (const Found& found : more->best) {
      if (answer.hits.size() + answer.more.size() == per_page) break;
      if (std::ranges::any_of(collected->best, [&](const Found& known) { return same(known, found); }))
        continue;
      if (found.remote && std::ranges::any_of(collected->remote, [&](const RemoteMatch& known) {
            const RemoteMatch& here = more->remote[*found.remote];
            return known.id == here.id && known.goal == here.goal;
          }))
        continue;
      auto hit = state_->hit(found, any, request, **session, uses_of_any, more->remote, showing);
      if (!hit) return hit.error();
      hit->missing = missing_words(any, *hit);
      answer.more.push_back(std::move(*hit));
    }
  }
  return answer;
}

core::Result<std::vector<Completion>> Searcher::complete(std::string_view query, std::size_t most) const {
  if (query.size() > kLongestCompleted) return std::vector<Completion>();
  auto session = state_->sessions.borrow();
  if (!session) return session.error();
  language::Analyzer& analyzer = (*session)->analyzer;
  const Request counting;
  Deadline deadline(kCompletionTime);
  const auto count_found = [&](const std::string& text) {
    QueryWords words([&](std::string_view spelling) { return analyzer.query_word(spelling); });
    const Searching searching{counting,          state_->snapshot, state_->lexicon, state_->synonyms,
                              state_->gazetteer, **session,        words,           deadline,
                              state_->remote};
    return searching.count(text);
  };
  return search::complete(query, most,
                          {state_->snapshot, (*session)->readers, analyzer, state_->lexicon, state_->slips,
                           state_->gazetteer, count_found, deadline});
}

core::Result<StoredDocument> Searcher::document(std::string_view id) const {
  auto session = state_->sessions.borrow();
  if (!session) return session.error();
  const auto here = state_->find(id, **session);
  if (!here) return here.error();
  if (!*here) return state_->remote_document(id);
  const auto [i, number] = **here;
  auto kept = state_->kept(i, number);
  if (!kept) return kept.error();
  const core::SegmentColumns& columns = state_->snapshot.segments[i].columns;
  StoredDocument document{std::move(kept->record), std::move(kept->text), std::move(kept->repairs)};
  document.alike.resize(document.record.goals.size());
  Deadline deadline(kAlikeTime);
  for (auto goal = columns.goal_starts[number - 1]; goal < columns.goal_starts[number]; ++goal) {
    if (columns.goal_indexes[goal] < document.alike.size())
      document.alike[columns.goal_indexes[goal]] =
          find_alike(i, goal, state_->snapshot, state_->gazetteer, deadline);
  }
  auto similar = state_->similar(i, number);
  if (!similar) return similar.error();
  document.similar = *std::move(similar);
  return document;
}

core::Result<std::vector<SimilarDocument>> Searcher::similar(std::string_view id) const {
  auto session = state_->sessions.borrow();
  if (!session) return session.error();
  const auto here = state_->find(id, **session);
  if (!here) return here.error();
  if (*here) return state_->similar((*here)->first, (*here)->second);
  if (const auto remote = state_->remote_document(id); !remote) return remote.error();
  return std::vector<SimilarDocument>();
}

IndexStatistics Searcher::statistics() const {
  const Snapshot& snapshot = state_->snapshot;
  IndexStatistics statistics{snapshot.documents.size, snapshot.goals.size, snapshot.segments.size(), 0,
                             snapshot.generation};
  for (const SegmentView& segment : snapshot.segments) {
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(segment.path, error))
      statistics.bytes += file.is_regular_file(error) ? file.file_size(error) : 0;
  }
  return statistics;
}

std::vector<std::string> Searcher::check() const {
  auto session = state_->sessions.borrow();
  if (!session) return {session.error().message};
  return find_faults(state_->snapshot, **session);
}

Searcher::Searcher(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

}  // namespace szukajst::search
