// What the walk over windows finds, and its scores, against every document weighed by itself, one after the
// other, by the formulas of search/ranking.h.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/fields.h"
#include "core/segment_tokens.h"
#include "corpus.h"
#include "language/normalise.h"
#include "random_records.h"
#include "search/collector.h"
#include "search/plan.h"
#include "search/query_parser.h"
#include "search/ranking.h"
#include "search/session.h"
#include "search/snapshot.h"
#include "search/synonym_query.h"
#include "search/window.h"

namespace szukajst::search {
namespace {

using core::MatchKind;
using core::Stream;
using Type = QueryNode::Type;

class Weighing {
 public:
  Weighing(const Plan& plan, const Snapshot& snapshot, std::size_t segment, MatchKind loosest)
      : plan_(plan), snapshot_(snapshot), segment_(snapshot.segments[segment]), loosest_(loosest) {}

  // The score of the entry, if it matches.
  std::optional<double> of(const PlanNode& node, Number number, bool goal) {
    const Number document = document_of(number, goal);
    if (goal && of_documents(node)) return of(node, document, false);
    switch (node.type) {
      case Type::word:
        return word(plan_.words[node.words.at(0).first], fields_of(node.field, goal), number, goal);
      case Type::prefix:
        return beginning(plan_.words[node.words.at(0).first], fields_of(node.field, goal), number);
      case Type::phrase:
      case Type::near:
        return phrase(node, fields_of(node.field, goal), number, goal);
      case Type::all: {
        double sum = 0;
        for (const PlanNode& child : node.children) {
          const bool unwanted = child.type == Type::no;
          const auto score = of(unwanted ? child.children.at(0) : child, number, goal);
          if (score.has_value() == unwanted) return std::nullopt;
          if (!unwanted) sum += *score;
        }
        return sum;
      }
      case Type::any: {
        std::optional<double> sum;
        for (const PlanNode& child : node.children) {
          const auto score = of(child, number, goal);
          if (!score) continue;
          sum = node.synonyms ? std::max(sum.value_or(0), *score) : sum.value_or(0) + *score;
        }
        return sum;
      }
      case Type::no:
        return of(node.children.at(0), number, goal) ? std::nullopt : std::optional(0.0);
      case Type::kind:
        return has(document - 1, core::Facet::kind, {node.text}) ? std::optional(0.0) : std::nullopt;
      default:
        return 0;
    }
  }
  Number document_of(Number number, bool goal) const {
    const auto documents = static_cast<Number>(segment_.info.documents);
    return goal ? segment_.columns.goal_parents[number - documents - 1] + 1 : number;
  }
  bool has(std::size_t document, core::Facet facet, const std::vector<std::string>& wanted) const {
    const core::DocumentRow row = segment_.columns.row(document);
    return std::ranges::any_of(row.facets[static_cast<std::size_t>(facet)], [&](const auto& entry) {
      return std::ranges::find(wanted, entry.value) != wanted.end();
    });
  }

 private:
  static bool of_documents(const PlanNode& node) {
    if (node.type == Type::kind) return true;
    const bool words = node.type == Type::word || node.type == Type::prefix || node.type == Type::phrase ||
                       node.type == Type::near;
    return words && fields_of(node.field, true).front().scope != core::Scope::goal;
  }
  // How a use meets something, of uses that were asked before as it was told then.
  using Kinds = std::map<std::uint32_t, std::optional<MatchKind>>;

  // How often the tokens of a text meet, by kind, in the scope of an entry.
  template <typename KindOf>
  Meetings meetings(core::Scope scope, Number number, Kinds& known, const KindOf& kind_of) const {
    Meetings met{};
    for_each_run(scope, number, [&](const core::Tokens& run, std::uint32_t) {
      core::Tokens::Last last;
      for (std::size_t place = 0; place < run.size(); ++place) {
        const std::uint32_t use = run.use(place, last);
        const auto [found, added] = known.try_emplace(use);
        if (added) found->second = kind_of(terms_of(use));
        if (found->second && *found->second <= loosest_) ++met[static_cast<std::size_t>(*found->second)];
      }
    });
    return met;
  }
  template <typename Function>
  void for_each_run(core::Scope scope, Number number, const Function& f) const {
    if (scope != core::Scope::goal)
      return static_cast<void>(segment_.tokens.for_each_run_in(scope, number - 1, f));
    const std::size_t goal = number - segment_.info.documents - 1;
    const std::uint32_t document = segment_.columns.goal_parents[goal];
    f(segment_.tokens.goal(document, goal - segment_.columns.goal_starts[document]), 0);
  }
  std::set<std::string> terms_of(std::uint32_t use) const {
    std::set<std::string> terms;
    for (const std::uint32_t term : segment_.tokens.terms_of(use)) terms.emplace(segment_.tokens.term(term));
    return terms;
  }

  std::optional<MatchKind> kind_of(const language::QueryWord& query,
                                   const std::set<std::string>& terms) const {
    const auto has = [&](Stream stream, const std::string& text) {
      return terms.contains(core::scopeless_term(stream, text));
    };
    if (has(Stream::exact, query.form)) return MatchKind::exact;
    if (query.stop) return std::nullopt;
    for (const std::string& lemma : query.lemmas)
      if (has(Stream::lemma, lemma)) return MatchKind::inflected;
    std::optional<MatchKind> kind;
    for (const language::QueryKey& each : query.keys) {
      if (!has(Stream::key, each.key)) continue;
      const bool folded = each.kind != MatchKind::ocr && !has(Stream::ocr, each.key);
      kind = std::min(kind.value_or(MatchKind::ocr), folded ? MatchKind::folded : MatchKind::ocr);
    }
    return kind;
  }

  // Where what a query begins a word with begins one.
  static std::optional<MatchKind> kind_of_beginning(const std::string& text,
                                                    const std::set<std::string>& terms) {
    const std::string folded = language::fold_all(text);
    bool exact = false, spelt = false, lemma = false, key = false, ocr = false;
    for (const std::string& term : terms) {
      const std::string word = term.substr(1);
      const bool begins = language::fold_all(word).starts_with(folded);
      switch (static_cast<Stream>(term.front())) {
        case Stream::exact:
          exact = exact || word.starts_with(language::fold_case(text));
          spelt = spelt || begins;
          break;
        case Stream::lemma:
          lemma = lemma || begins;
          break;
        case Stream::key:
          key = key || begins;
          break;
        case Stream::ocr:
          ocr = ocr || begins;
          break;
      }
    }
    if (exact) return MatchKind::exact;
    if (spelt) return MatchKind::folded;
    if (!key || lemma) return std::nullopt;
    return ocr ? MatchKind::ocr : MatchKind::folded;
  }

  // The weighted frequency of what meets in the fields, where it stands in one that drives.
  template <typename KindOf>
  std::optional<double> frequency(std::span<const FieldUse> fields, Number number, bool goal, Kinds& known,
                                  const KindOf& of_use) const {
    double frequency = 0;
    bool matches = false;
    for (const FieldUse& use : fields) {
      const Meetings met = meetings(use.scope, number, known, of_use);
      const double times = weighted(met, {});
      matches = matches || (use.drives && times > 0);
      frequency += weight_of(use, {}) * times * (use.by_length ? factor(number, goal) : 1);
    }
    return matches ? std::optional(frequency) : std::nullopt;
  }

  std::optional<double> word(const PlannedWord& planned, std::span<const FieldUse> fields, Number number,
                             bool goal) {
    const auto times = frequency(fields, number, goal, kinds_[&planned],
                                 [&](const auto& terms) { return kind_of(planned.query, terms); });
    return times ? std::optional(planned.rarity * saturated(*times, {})) : std::nullopt;
  }

  // In each field that drives by itself: all its words, and somewhere so that they follow one another, or are
  // near each other.
  std::optional<double> phrase(const PlanNode& node, std::span<const FieldUse> fields, Number number,
                               bool goal) {
    std::optional<double> sum;
    for (const FieldUse& use : fields) {
      if (!use.drives) continue;
      std::optional<double> score = 0.0;
      for (const auto& [index, distance] : node.words) {
        const auto of_word = score ? word(plan_.words[index], {&use, 1}, number, goal) : std::nullopt;
        score = of_word ? std::optional(*score + *of_word) : std::nullopt;
      }
      const auto stands = node.type == Type::near ? &Weighing::near : &Weighing::one_behind_the_other;
      if (score && (this->*stands)(node, use.scope, number)) sum = sum.value_or(0) + *score;
    }
    return sum;
  }
  bool near(const PlanNode& node, core::Scope scope, Number number) {
    std::vector<std::set<std::uint32_t>> places(node.words.size());
    std::set<std::uint32_t> starts;
    for_each_run(scope, number, [&](const core::Tokens& run, std::uint32_t before) {
      core::Tokens::Last last;
      for (std::size_t place = 0; place < run.size(); ++place) {
        const std::uint32_t use = run.use(place, last), position = before + static_cast<std::uint32_t>(place);
        for (std::size_t word = 0; word < node.words.size(); ++word) {
          if (!has_key(plan_.words[node.words[word].first], use)) continue;
          places[word].insert(position);
          starts.insert(position);
        }
      }
    });
    return std::ranges::any_of(starts, [&](std::uint32_t start) {
      return std::ranges::all_of(places, [&](const std::set<std::uint32_t>& each) {
        const auto next = each.lower_bound(start);
        return next != each.end() && *next <= start + node.distance;
      });
    });
  }
  bool one_behind_the_other(const PlanNode& node, core::Scope scope, Number number) {
    bool found = false;
    for_each_run(scope, number, [&](const core::Tokens& run, std::uint32_t) {
      core::Tokens::Last last;
      for (std::size_t start = 0; start < run.size() && !found; ++start) {
        found = std::ranges::all_of(node.words, [&](const auto& each) {
          const std::size_t place = start + each.second;
          return place < run.size() && has_key(plan_.words[each.first], run.use(place, last));
        });
      }
    });
    return found;
  }
  bool has_key(const PlannedWord& planned, std::uint32_t use) {
    const auto [known, added] = with_key_[&planned].try_emplace(use);
    if (added) {
      const auto terms = terms_of(use);
      known->second = std::ranges::any_of(planned.query.keys, [&](const language::QueryKey& key) {
        return may_use(key, loosest_) && terms.contains(core::scopeless_term(Stream::key, key.key));
      });
    }
    return known->second;
  }

  std::optional<double> beginning(const PlannedWord& planned, std::span<const FieldUse> fields,
                                  Number number) {
    const bool goal = number > segment_.info.documents;
    const auto [found, added] = beginnings_.try_emplace(&planned);
    std::map<Number, double>& frequencies = found->second;
    const auto documents = static_cast<Number>(segment_.info.documents);
    const auto size = static_cast<Number>(goal ? segment_.info.goals : documents);
    for (Number each = goal ? documents + 1 : 1; added && each <= (goal ? documents : 0) + size; ++each) {
      const auto times = frequency(fields, each, goal, kinds_[&planned],
                                   [&](const auto& terms) { return kind_of_beginning(planned.text, terms); });
      if (times) frequencies[each] = *times;
    }
    const std::size_t all = goal ? snapshot_.goals.size : snapshot_.documents.size;
    const auto here = frequencies.find(number);
    if (here == frequencies.end()) return std::nullopt;
    return rarity(frequencies.size(), all) * saturated(here->second, {});
  }

  double factor(Number number, bool goal) const {
    if (!goal) return length_factor(segment_.columns.lengths[number - 1], snapshot_.documents.average_length);
    return length_factor(segment_.columns.goal_lengths[number - segment_.info.documents - 1],
                         snapshot_.goals.average_length);
  }

  const Plan& plan_;
  const Snapshot& snapshot_;
  const SegmentView& segment_;
  MatchKind loosest_;
  std::map<const PlannedWord*, Kinds> kinds_;
  std::map<const PlannedWord*, std::map<Number, double>> beginnings_;
  std::map<const PlannedWord*, std::map<std::uint32_t, bool>> with_key_;
};

// Documents of words in several forms, some damaged, over segments of which the first has more than two
// windows, with deleted documents in each.
class Walk : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    RandomRecords random(11);
    folder_ = new TemporaryFolder;
    int id = 0;
    for (const int size : {5000, 700, 40}) {
      std::vector<indexer::ProcessedDocument> documents;
      for (int i = 0; i < size; ++i) documents.push_back(next(random, "d" + std::to_string(100'000 + id++)));
      std::vector<std::string> removed;
      for (int at = id - size - 50; at > 0 && at < id - size; at += 7)
        removed.push_back("d" + std::to_string(100'000 + at));
      commit(folder_->path(), documents, removed);
    }
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static indexer::ProcessedDocument next(RandomRecords& random, const std::string& id) {
    auto made = random.next(id);
    core::Record& record = made.record;
    std::string text;
    for (std::size_t i = 0, words = 1 + random.below(14); i < words; ++i)
      text += word(random) + (random.chance(8) ? ". " : " ");
    // As long documents do: more often than a posting tells by itself.
    if (random.chance(100))
      for (std::size_t times = 25 + random.below(40); times > 0; --times) text += "droga ";
    const bool damaged = random.chance(4);
    if (damaged) text += "drogl lasow ";
    auto other = document(id, text);
    other.record = record;
    other.record.title = word(random) + " " + word(random);
    other.record.titled = random.chance(2);
    if (damaged) mend(other, "drogl", "drogi"), mend(other, "lasow", "lasów");
    return other;
  }
  // The first words far more often than the last.
  static std::string word(RandomRecords& random) {
    static const std::vector<std::string> kForms{
        "droga",   "drogi",   "las",     "drodze", "lasów",    "szkoła",     "i",          "szkoły",
        "szkolny", "most",    "na",      "mostu",  "rozwój",   "rozwoju",    "turystyka",  "turystyki",
        "rzeka",   "rzekami", "szpital", "kolej",  "kolejowy", "biblioteka", "biblioteki", "zabytek"};
    return kForms[random.below(1 + random.below(kForms.size()))];
  }
  static std::string question(RandomRecords& random, int depth) {
    if (depth == 0 || random.chance(3)) {
      if (random.chance(8)) return "tytuł:" + word(random);
      if (random.chance(12)) return "drogl";  // may have been meant for others
      if (random.chance(8)) return random.chance(2) ? "szko*" : "bibl*";
      if (random.chance(6))
        return word(random) + " NEAR/" + std::to_string(1 + random.below(4)) + " " + word(random);
      if (random.chance(3)) {
        std::string phrase = word(random);
        for (std::size_t more = 1 + random.below(2); more > 0; --more) phrase += " " + word(random);
        return (random.chance(4) ? "tytuł:\"" : "\"") + phrase + "\"";
      }
      return word(random);
    }
    const std::string a = question(random, depth - 1), b = question(random, depth - 1);
    static const std::vector<std::string> kJoints{" AND ", " OR ", " OR ", " NOT "};
    return "(" + a + random.one_of(kJoints) + b + ")";
  }

  // As docs/query_language.md has it.
  static double freshness(const Request& request, std::uint32_t day) {
    if (request.sort != Sort::fresh) return 1;
    const auto years = [](std::uint32_t d) {
      return d / 10000 + (d / 100 % 100 - 1) / 12.0 + (d % 100) / 31.0 / 12;
    };
    if (day == 0) return 0.5;
    const double age = years(request.today) - years(day);
    return age <= 0 ? 1 : 0.5 + 0.5 * std::pow(0.5, age / 5);
  }

  using Expected = std::map<std::array<std::size_t, 2>, double>;  // by segment and number, the score
  // By day or title, then by id, then by the goal's place in the document.
  static void expect_order(const Snapshot& snapshot, const Request& request, const Expected& expected,
                           const std::vector<Found>& best) {
    std::vector<std::tuple<std::string, std::string, std::size_t>> keys;
    const auto key = [&](std::size_t segment, std::size_t document, std::size_t goal) {
      const core::SegmentColumns& columns = snapshot.segments[segment].columns;
      const std::uint32_t day = columns.days[document];
      std::string by(columns.title_keys[document]);
      if (request.sort != Sort::title)  // eight digits; what has no day is last
        by = std::to_string(request.sort == Sort::oldest ? (day == 0 ? 99'999'999 : day) : 99'999'999 - day);
      return std::tuple(by, std::string(columns.ids[document]), goal);
    };
    for (const auto& [at, score] : expected) {
      const SegmentView& segment = snapshot.segments[at[0]];
      const std::size_t goal = at[1] - 1 - (request.goals ? segment.info.documents : 0);
      if (request.goals) keys.push_back(key(at[0], segment.columns.goal_parents[goal], goal));
      if (!request.goals) keys.push_back(key(at[0], at[1] - 1, 0));
    }
    std::ranges::sort(keys);
    for (std::size_t i = 0; i < best.size(); ++i)
      ASSERT_EQ(key(best[i].segment, best[i].document - 1, best[i].goal), keys[i]) << request.query;
  }

  static TemporaryFolder* folder_;
};
TemporaryFolder* Walk::folder_ = nullptr;

TEST_F(Walk, FindsAndOrdersAsWeighingEachDocumentWould) {
  language::Analyzer analyzer(lexicon());
  auto synonyms = language::Synonyms::load(lexicon().folder() / "synonyms.tsv", analyzer);
  ASSERT_TRUE(synonyms);
  const auto snapshot = Snapshot::open({folder_->path()}, analyzer.settings(), gazetteer());
  ASSERT_TRUE(snapshot);
  ASSERT_EQ(snapshot->segments.size(), 3U);
  ASSERT_TRUE(std::ranges::any_of(snapshot->segments, [](const SegmentView& segment) {
    return segment.info.documents > 2 * kWindow && !segment.deleted.empty();
  }));
  SessionPool pool(*snapshot, lexicon(), gazetteer());
  const auto session = pool.borrow();
  ASSERT_TRUE(session);
  QueryWords words([&](std::string_view spelling) { return (*session)->analyzer.query_word(spelling); });
  EXPECT_TRUE(std::ranges::any_of(snapshot->segments, [](const SegmentView& segment) {
    return segment.postings.pairs(core::Scope::body).lists().lists() > 0 &&
           segment.postings.pairs(core::Scope::title).lists().lists() > 0;
  })) << "some phrases are to be told by pairs";
  RandomRecords random(5);
  std::size_t long_answers = 0;
  for (int round = 0; round < 250; ++round) {
    Request request;
    request.loosest = static_cast<MatchKind>(random.below(4));
    request.goals = random.chance(4);
    request.query = question(random, 2);
    if (random.chance(3)) request.filters.kinds = {core::DocumentKind::strategy, core::DocumentKind::news};
    if (random.chance(4))
      request.sort = random.one_of(std::vector{Sort::newest, Sort::oldest, Sort::title, Sort::fresh});
    request.today = 20'200'615;
    if (random.chance(4)) request.filters.places = {*core::Teryt::parse("04")};
    const auto parsed = parse_query(request.query);
    ASSERT_TRUE(parsed);
    const auto alike = with_synonyms(parsed->root, *synonyms, words);
    const Plan plan = make_plan(alike && random.chance(2) ? *alike : parsed->root, request.goals,
                                {*snapshot, lexicon(), words});

    Expected expected;
    for (std::size_t i = 0; i < snapshot->segments.size(); ++i) {
      const SegmentView& segment = snapshot->segments[i];
      Weighing weighing(plan, *snapshot, i, request.loosest);
      const auto documents = static_cast<Number>(segment.info.documents);
      const Number first = request.goals ? documents + 1 : 1;
      const auto size = static_cast<Number>(request.goals ? segment.info.goals : documents);
      for (Number number = first; number < first + size; ++number) {
        const std::size_t document = weighing.document_of(number, request.goals) - 1;
        if (!segment.live(document)) continue;
        const Filters& filters = request.filters;
        if (!filters.kinds.empty() && !weighing.has(document, core::Facet::kind, {"strategy", "news"}))
          continue;
        if (!filters.places.empty() && !weighing.has(document, core::Facet::place, {"04"})) continue;
        if (const auto score = weighing.of(plan.root, number, request.goals))
          expected[{i, number}] = *score * freshness(request, segment.columns.days[document]);
      }
    }

    Deadline deadline(std::chrono::minutes(10));
    const std::size_t most = random.chance(2) ? 10 : 100;
    const auto collected = collect(plan, request, most, *snapshot, **session, gazetteer(), deadline);
    ASSERT_TRUE(collected);
    const std::string asked = request.query + " " + std::string(core::name(request.loosest)) +
                              (request.goals ? " among goals" : "");
    ASSERT_EQ(collected->total, expected.size()) << asked;
    ASSERT_EQ(collected->best.size(), std::min(most, expected.size())) << asked;
    long_answers += collected->total > most ? 1 : 0;
    const auto id = [&](const Found& found) {
      return snapshot->segments[found.segment].columns.ids[found.document - 1];
    };
    if (!by_relevance(request.sort) || !plan.ranked()) {
      expect_order(*snapshot, request, expected, collected->best);
      continue;
    }
    for (std::size_t i = 0; i < collected->best.size(); ++i) {
      const Found& found = collected->best[i];
      const std::size_t documents = snapshot->segments[found.segment].info.documents;
      const auto at =
          expected.find({found.segment, request.goals ? documents + found.goal + 1 : found.document});
      ASSERT_NE(at, expected.end()) << asked;
      ASSERT_NEAR(at->second, found.score, 1e-6 * (1 + at->second)) << asked << " at " << i;
      expected.erase(at);
      if (i == 0) continue;
      const Found& before = collected->best[i - 1];
      ASSERT_GE(before.score, found.score) << asked;
      if (before.score == found.score) {
        ASSERT_LE(id(before), id(found)) << asked;
      }
    }
    for (const auto& [at, score] : expected)
      ASSERT_LE(score, collected->best.back().score * (1 + 1e-6) + 1e-6)
          << asked << ": a better one was left out";
  }
  EXPECT_GT(long_answers, 100U);
}

}  // namespace
}  // namespace szukajst::search
