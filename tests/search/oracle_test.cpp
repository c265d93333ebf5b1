// Our own walk over the postings against Xapian's, on random queries over the same terms.
#include <gtest/gtest.h>
#include <xapian.h>

#include <set>
#include <string>
#include <vector>

#include "core/fields.h"
#include "core/index_format.h"
#include "corpus.h"
#include "random_records.h"

namespace szukajst::search {
namespace {

// A random query, once as text and once as Xapian would be asked.
struct Question {
  std::string text;
  Xapian::Query oracle;
};

class Oracle {
 public:
  explicit Oracle(const std::filesystem::path& index) : analyzer_(lexicon()) {
    const auto manifest = core::read_manifest(index);
    database_ = Xapian::Database(core::segment_path(index, manifest->segments.at(0).name).string());
  }

  Question question(RandomRecords& random, int depth) {
    if (depth == 0 || random.chance(3)) return random.chance(5) ? phrase(random) : word(random);
    const Question a = question(random, depth - 1), b = question(random, depth - 1);
    switch (random.below(3)) {
      case 0:
        return {"(" + a.text + " AND " + b.text + ")", a.oracle & b.oracle};
      case 1:
        return {"(" + a.text + " OR " + b.text + ")", a.oracle | b.oracle};
      default:
        return {"(" + a.text + " NOT " + b.text + ")",
                Xapian::Query(Xapian::Query::OP_AND_NOT, a.oracle, b.oracle)};
    }
  }

  std::set<std::string> ids(const Xapian::Query& query) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    std::set<std::string> ids;
    const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
    for (auto at = found.begin(); at != found.end(); ++at) {
      auto term = at.get_document().termlist_begin();
      term.skip_to("Q");
      ids.insert((*term).substr(1));
    }
    return ids;
  }

 private:
  std::string term(core::Scope scope, const std::string& word) {
    return core::term(scope, core::Stream::key, analyzer_.word(word).keys.at(0));
  }
  Question word(RandomRecords& random) {
    const std::string& word = random.one_of(random.words());
    return {word,
            Xapian::Query(term(core::Scope::body, word)) | Xapian::Query(term(core::Scope::title, word))};
  }
  Question phrase(RandomRecords& random) {
    const std::string &a = random.one_of(random.words()), &b = random.one_of(random.words());
    Xapian::Query either;
    for (const core::Scope scope : {core::Scope::body, core::Scope::title}) {
      const std::vector<std::string> terms{term(scope, a), term(scope, b)};
      either |= Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), 2);
    }
    return {"\"" + a + " " + b + "\"", either};
  }

  Xapian::Database database_;
  language::Analyzer analyzer_;
};

TEST(Oracle, FindsTheSameDocuments) {
  RandomRecords random(7);
  std::vector<indexer::ProcessedDocument> documents;
  documents.reserve(90);
  for (int i = 0; i < 90; ++i) documents.push_back(random.next("d" + std::to_string(100 + i)));
  const Corpus corpus(documents, {.shard = true});  // Xapian needs positions for phrases
  Oracle oracle(corpus.index());
  std::size_t nonempty = 0;
  for (int round = 0; round < 1500; ++round) {
    const Question question = oracle.question(random, 3);
    Request request;
    request.query = question.text;
    request.per_page = 100;
    request.facets = false;
    const Answer answer = corpus.search(request);
    std::set<std::string> found;
    for (const Hit& hit : answer.hits) found.insert(hit.document.id);
    ASSERT_EQ(found, oracle.ids(question.oracle)) << question.text;
    EXPECT_EQ(answer.total, found.size());
    nonempty += found.empty() ? 0 : 1;
  }
  EXPECT_GT(nonempty, 700U);
}

}  // namespace
}  // namespace szukajst::search
