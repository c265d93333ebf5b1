#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/utf8.h"
#include "corpus.h"

namespace szukajst::search {
namespace {

// The parts of the snippet that its highlights mark, by code points.
std::vector<std::string> marked(const Snippet& snippet) {
  std::vector<std::string> words;
  for (const auto& [begin, end] : snippet.highlights) {
    std::string word;
    std::size_t index = 0;
    for (std::size_t at = 0; at < snippet.text.size(); ++index) {
      const char32_t c = core::utf8::next(snippet.text, at);
      if (index >= begin && index < end) core::utf8::append(word, c);
    }
    words.push_back(word);
  }
  return words;
}

using Words = std::vector<std::string>;

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "Zwykłe zdanie bez znaczenia. ";
  return text;
}

TEST(Snippets, MarkTheWordsAsTheyStandInTheSource) {
  auto damaged =
      document("a", filler(20) + "Źródłem jest\n   wspotpraca gmin, a także żółta łódź. " + filler(20));
  mend(damaged, "wspotpraca", "współpraca");
  const Corpus corpus({damaged});
  const Answer answer = corpus.search("współpraca łodzie");
  ASSERT_EQ(answer.hits.size(), 1U);
  ASSERT_FALSE(answer.hits[0].snippets.empty());
  const Snippet& snippet = answer.hits[0].snippets[0];
  EXPECT_EQ(marked(snippet), (Words{"wspotpraca", "łódź"}));
  EXPECT_TRUE(snippet.text.starts_with("Źródłem jest wspotpraca gmin, a także żółta łódź."))
      << "from the beginning of the sentence, on one line: " << snippet.text;
}

TEST(Snippets, ThePassageWithMostWordsComesFirst) {
  const Corpus corpus({document(
      "a", "Szkoła jest stara. " + filler(20) + "Nowa szkoła i nowy most stoją nad rzeką. " + filler(20) +
               "Most jest długi. " + filler(20) + "Szkoła. " + filler(20) + "Szkoła.")});
  const Answer answer = corpus.search("szkoła most");
  ASSERT_EQ(answer.hits.size(), 1U);
  ASSERT_EQ(answer.hits[0].snippets.size(), 3U);
  EXPECT_EQ(marked(answer.hits[0].snippets[0]), (Words{"szkoła", "most"}));
  EXPECT_EQ(answer.hits[0].pages.size(), 1U);
  EXPECT_EQ(answer.hits[0].pages[0].matches, 6);
}

TEST(Snippets, KeepToOnePageAndTellIt) {
  auto paged = document("a", "Pierwsza strona: szkoła.\nDruga strona: szkoła i most.\n");
  paged.text.page_starts = {0, paged.text.text.find("Druga")};
  paged.record.pages = 2;
  const Corpus corpus({paged});
  const Answer answer = corpus.search("szkoła most");
  ASSERT_EQ(answer.hits.size(), 1U);
  const Hit& hit = answer.hits[0];
  ASSERT_EQ(hit.snippets.size(), 2U);
  EXPECT_EQ(hit.snippets[0].page, 2);
  EXPECT_EQ(hit.snippets[0].text, "Druga strona: szkoła i most.");
  EXPECT_EQ(hit.snippets[1].page, 1);
  EXPECT_EQ(hit.snippets[1].text, "Pierwsza strona: szkoła.");
  ASSERT_EQ(hit.pages.size(), 2U);
  EXPECT_EQ(hit.pages[0].page, 1);
  EXPECT_EQ(hit.pages[0].matches, 1);
  EXPECT_EQ(hit.pages[1].matches, 2);
}

TEST(Snippets, OfAPhraseMarkOnlyThePhrase) {
  const Corpus corpus({document("a", "Szkoła ma dach. Nowa szkoła podstawowa ma dach.")});
  const Answer answer = corpus.search("\"szkoły podstawowej\"");
  ASSERT_EQ(answer.hits.size(), 1U);
  ASSERT_EQ(answer.hits[0].snippets.size(), 1U);
  EXPECT_EQ(marked(answer.hits[0].snippets[0]), (Words{"szkoła", "podstawowa"}));
}

TEST(Snippets, OfAWildcardMarkAllThatBeginSo) {
  const Corpus corpus({document("a", "Strategia i strategiczny plan. Ludzie i ludność.")});
  EXPECT_EQ(marked(corpus.search("strateg*").hits.at(0).snippets.at(0)),
            (Words{"Strategia", "strategiczny"}));
  EXPECT_EQ(marked(corpus.search("ludz*").hits.at(0).snippets.at(0)), (Words{"Ludzie"}));
}

TEST(Snippets, NegatedWordsAreNotMarked) {
  const Corpus corpus({document("a", "Szkoła i most."), document("b", "Szkoła i las.")});
  const Answer answer = corpus.search("szkoła OR (szkoła -las)");
  for (const Hit& hit : answer.hits) {
    ASSERT_EQ(hit.match.size(), 1U);
    EXPECT_EQ(hit.match[0].word, "szkoła");
    EXPECT_EQ(marked(hit.snippets.at(0)), (Words{"Szkoła"}));
  }
}

TEST(Snippets, OfNoWordsAreTheBeginning) {
  const Corpus corpus({document("a", "Początek tekstu. " + filler(30))});
  const Hit hit = corpus.search("").hits.at(0);
  ASSERT_EQ(hit.snippets.size(), 1U);
  EXPECT_TRUE(hit.snippets[0].text.starts_with("Początek tekstu. Zwykłe")) << hit.snippets[0].text;
  EXPECT_TRUE(hit.snippets[0].highlights.empty());
  EXPECT_TRUE(hit.pages.empty());
}

TEST(Snippets, OfAnEmptyDocumentAreNone) {
  auto empty = document("a", "");
  empty.record.title = "Szkoła";
  const Corpus corpus({empty});
  const Hit hit = corpus.search("szkoła").hits.at(0);
  EXPECT_TRUE(hit.snippets.empty());
  ASSERT_EQ(hit.match.size(), 1U);
  EXPECT_EQ(hit.match[0].found, "Szkoła");
}

TEST(Snippets, AreShortHoweverLongTheText) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "szkoła, ";
  const Corpus corpus({document("a", text)});
  const Hit hit = corpus.search("szkoła").hits.at(0);
  ASSERT_EQ(hit.snippets.size(), 3U);
  for (const Snippet& snippet : hit.snippets) EXPECT_LT(snippet.text.size(), 500U);
  EXPECT_EQ(hit.pages.at(0).matches, 3000);
}

}  // namespace
}  // namespace szukajst::search
