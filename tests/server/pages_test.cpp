// What stands in the pages: structure, escaping, links, language.
#include "server/render/pages.h"

#include <gtest/gtest.h>

#include "tests/server/fake_service.h"

namespace szukajst::server {
namespace {

std::string page(const std::string& target) {
  return fake_routes().answer(get(target)).body;
}

#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << "missing: " << (part)
#define EXPECT_HAS_NOT(text, part) EXPECT_EQ((text).find(part), std::string::npos) << "found: " << (part)

TEST(Pages, NothingOfAQueryOrADocumentIsMarkup) {
  const std::string attack = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%27";
  for (const std::string& target :
       {"/search?q=" + attack, "/goals?q=" + attack, "/search?official=" + attack, "/search?kind=" + attack,
        "/search?q=nic&source=" + attack, std::string("/documents/") + attack, "/" + attack,
        std::string("/documents/") + kStrategyId, std::string("/documents/00000000000000bb")}) {
    const std::string body = page(target);
    EXPECT_EQ(count_of(body, "<script"), 1U) << "our own: " << target;
    EXPECT_HAS_NOT(body, "<ustali>") << target;
    EXPECT_HAS_NOT(body, "<Rozwoju>") << target;
    EXPECT_HAS_NOT(body, "<organizacjami>") << target;
    EXPECT_HAS_NOT(body, "toruński <b>") << target;
    EXPECT_HAS_NOT(body, "\">\"") << target;
  }
}

TEST(Pages, NoTagOfATemplateIsLeftOver) {
  for (const std::string& target :
       {std::string("/"), std::string("/search?q=a&from=2010"), std::string("/goals?q=a"),
        std::string("/search?q=nic"), std::string("/x"), std::string("/search?page=x"),
        std::string("/documents/") + kStrategyId})
    EXPECT_HAS_NOT(page(target), "{{") << target;
}

TEST(Pages, NoScriptsButOursNorInlineStyles) {
  for (const std::string& target :
       {std::string("/"), std::string("/search?q=a"), std::string("/documents/") + kStrategyId}) {
    EXPECT_EQ(count_of(page(target), "<script"), 1U) << target;
    EXPECT_HAS(page(target), "<script src=\"/static/suggest.js?v=") << target;
    EXPECT_HAS_NOT(page(target), "style=") << target;
    EXPECT_HAS_NOT(page(target), "<style") << target;
  }
}

TEST(Pages, TellOfTheSameGoalElsewhere) {
  for (const std::string& target : {std::string("/goals?q=a"), std::string("/documents/") + kStrategyId}) {
    const std::string body = page(target);
    EXPECT_HAS(body, "Ten sam cel w 22 innych miejscach") << target;
    EXPECT_HAS(body, "<a href=\"/documents/00000000000000bb#goal-3\">gmina Łubianka, 2014</a>") << target;
    EXPECT_HAS(body, "wcześniej, inna jednostka") << target;
    EXPECT_HAS(body, "<a href=\"/documents/00000000000000cc#goal-0\">Program &lt;a&gt;</a>") << target;
  }
  EXPECT_HAS_NOT(page("/search?q=a"), "Ten sam cel");
}

TEST(Pages, TheSearchBoxKnowsWhereSuggestionsAre) {
  EXPECT_HAS(page("/"), "data-suggest=\"/suggest\"");
  EXPECT_HAS(page("/search?q=a&lang=en"),
             "data-suggest=\"/suggest?lang=en\" data-suggest-label=\"Suggestions\"");
  const HttpResponse script = fake_routes().answer(get("/static/suggest.js"));
  EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
  EXPECT_HAS(script.body, "combobox");
}

TEST(Pages, LanguageIsMarkedAndChosen) {
  EXPECT_HAS(page("/search?q=a"), "<html lang=\"pl\">");
  EXPECT_HAS(page("/search?q=a"), "62 dokumenty: „a”");
  EXPECT_HAS(page("/search?q=a&lang=en"), "<html lang=\"en\">");
  EXPECT_HAS(page("/search?q=a&lang=en"), "62 documents for “a”");
  EXPECT_HAS(page("/search?q=a&lang=en"), "href=\"/search?q=a\" lang=\"pl\"");
  EXPECT_HAS(page("/search?q=a"), "href=\"/search?q=a&amp;lang=en\" lang=\"en\"");
}

TEST(Pages, EveryFieldHasALabelAndEveryPageItsLandmarks) {
  for (const std::string& target :
       {std::string("/"), std::string("/search?q=a"), std::string("/documents/") + kStrategyId}) {
    const std::string body = page(target);
    EXPECT_EQ(count_of(body, "<main id=\"main\""), 1U) << target;
    EXPECT_EQ(count_of(body, "<h1"), 1U) << target;
    EXPECT_HAS(body, "class=\"skip\" href=\"#main\"") << target;
    EXPECT_EQ(count_of(body, "<label class=\"unseen\" for=\"q\">"), 1U) << target;
    const std::string box = "<input type=\"checkbox\" name=";
    for (std::size_t at = body.find(box); at != std::string::npos; at = body.find(box, at + 1)) {
      const std::string tag = body.substr(at, body.find('>', at) - at);
      EXPECT_HAS(tag, "aria-label=\"") << tag;
      EXPECT_HAS_NOT(tag, "aria-label=\"\"") << tag;
    }
  }
}

TEST(ResultsPage, SnippetsMarkWhatMatched) {
  const std::string body = page("/search?q=a");
  EXPECT_HAS(body,
             "Żadna <mark>gmina</mark> nie działa sama: rozwój <mark>wspotpracy</mark> z organizacjami");
  EXPECT_HAS(body, "Ramy <mark>wspotpracy</mark> &lt;ustali&gt; rada &amp; zarząd");
  EXPECT_HAS(body, std::string("href=\"/documents/") + kStrategyId + "#page-2\"");
}

TEST(ResultsPage, SaysWhyAHitMatched) {
  const std::string body = page("/search?q=a");
  EXPECT_HAS(body, "<span class=\"met met-ocr\"><q>wspolpraca</q>");
  EXPECT_HAS(body, "<q>wspotpracy</q>");
  EXPECT_HAS(body, "po poprawieniu OCR");
  EXPECT_HAS(body, "Czy chodziło o: <a href=\"/search?q=wsp%C3%B3%C5%82praca\">współpraca</a>");
  EXPECT_HAS(body, "Fragmentu „(rada” nie udało się odczytać");
}

TEST(ResultsPage, WithoutAQueryTheNewestComeFirst) {
  const std::string body = page("/search?place=04");
  EXPECT_HAS(body, "<a href=\"/search?place=04&amp;sort=newest\" aria-current=\"true\">");
  EXPECT_HAS_NOT(body, "trafność");
  EXPECT_HAS_NOT(body, "match=exact");
  EXPECT_HAS(page("/search?q=a"), "<a href=\"/search?q=a\" aria-current=\"true\">trafność</a>");
}

TEST(ResultsPage, ACityThatIsACountyIsToldOnce) {
  const std::string body = page("/search?q=a");
  EXPECT_HAS(body, "value=\"0463\"");
  EXPECT_HAS_NOT(body, "value=\"046301\"");
  EXPECT_HAS(page("/search?q=a&place=046301"), "value=\"046301\"");
}

TEST(ResultsPage, LinksKeepEveryOtherParameter) {
  const std::string body =
      page("/search?q=a&place=0415&kind=news&from=2010&sort=newest&per_page=20&match=folded&page=2");
  const std::string rest = "&amp;from=2010&amp;sort=newest";
  // another kind beside the one chosen, on the first page
  EXPECT_HAS(body, "/search?q=a&amp;place=0415&amp;kind=news&amp;kind=strategy" + rest +
                       "&amp;per_page=20&amp;match=folded\"");
  // the chosen kind no longer
  EXPECT_HAS(body, "/search?q=a&amp;place=0415" + rest + "&amp;per_page=20&amp;match=folded\"");
  // the next page
  EXPECT_HAS(body, "/search?q=a&amp;place=0415&amp;kind=news" + rest +
                       "&amp;page=3&amp;per_page=20&amp;match=folded\"");
  // the same among goals
  EXPECT_HAS(body, "/goals?q=a&amp;place=0415&amp;kind=news" + rest + "&amp;per_page=20&amp;match=folded\"");
  // a chip with the place's name
  EXPECT_HAS(body, "powiat toruński <span class=\"cross\"");
}

TEST(ResultsPage, TheFormOfFacetsKeepsWhatItDoesNotShow) {
  const std::string body =
      page("/search?q=a&kind=news&official=Celina+Wzorowa&official=Kto+Inny&source=s&sort=title&lang=en");
  const std::string form = body.substr(body.find("<aside id=\"filters\""));
  EXPECT_HAS(form, "<input type=\"hidden\" name=\"q\" value=\"a\">");
  EXPECT_HAS(form, "<input type=\"hidden\" name=\"official\" value=\"Kto Inny\">");
  EXPECT_HAS(form, "<input type=\"hidden\" name=\"source\" value=\"s\">");
  EXPECT_HAS(form, "<input type=\"hidden\" name=\"sort\" value=\"title\">");
  EXPECT_HAS(form, "<input type=\"hidden\" name=\"lang\" value=\"en\">");
  EXPECT_HAS_NOT(form, "<input type=\"hidden\" name=\"kind\"");
  EXPECT_HAS(form, "name=\"kind\" value=\"news\" aria-label=\"news\" checked>");
  EXPECT_HAS(form, "name=\"official\" value=\"Celina Wzorowa\" aria-label=\"Celina Wzorowa\" checked>");
}

TEST(ResultsPage, LongFacetsAreFolded) {
  const std::string body = page("/search?q=a");
  EXPECT_HAS(body, "pokaż wszystkie (14)");
  const std::string head = body.substr(0, body.find("pokaż wszystkie (14)"));
  EXPECT_HAS(head, "value=\"Stowarzyszenie nr 10\"");
  EXPECT_HAS_NOT(head, "value=\"Stowarzyszenie nr 11\"");
  EXPECT_HAS(body, "value=\"Stowarzyszenie nr 14\"");
}

TEST(ResultsPage, PlacesAreNested) {
  const std::string body = page("/search?q=a");
  EXPECT_HAS(body, "2 powiaty<span class=\"unseen\">: województwo kujawsko-pomorskie</span>");
  EXPECT_HAS(body, "2 gminy<span class=\"unseen\">: powiat toruński</span>");
  EXPECT_EQ(count_of(body, "name=\"place\" value="), 6U);
}

TEST(ResultsPage, AFacetOfAWholeCountryStaysAPage) {
  const std::string body = page("/search?q=wszystko&place=2212");
  EXPECT_HAS(body, "pokaż 200 z 299");
  EXPECT_EQ(count_of(body, "name=\"partner\" value="), 200U);
  EXPECT_HAS(body, "name=\"place\" value=\"2213\"");        // beside the chosen one
  EXPECT_HAS(body, "name=\"place\" value=\"221210\"");      // within it
  EXPECT_HAS_NOT(body, "name=\"place\" value=\"221310\"");  // within another
  EXPECT_HAS_NOT(body, "name=\"place\" value=\"0415\"");
}

TEST(ResultsPage, PagesAreLinkedInAWindow) {
  const std::string body = page("/search?q=a&page=4");
  EXPECT_HAS(body, "<a href=\"/search?q=a&amp;page=4\" aria-current=\"page\">");
  EXPECT_HAS(body, "rel=\"prev\" href=\"/search?q=a&amp;page=3\"");
  EXPECT_HAS(body, "rel=\"next\" href=\"/search?q=a&amp;page=5\"");
  EXPECT_HAS(body, "<ol class=\"hits\" start=\"31\">");
  EXPECT_HAS_NOT(page("/search?q=a"), "rel=\"prev\"");
}

TEST(ResultsPage, NothingFoundHelps) {
  const std::string body = page("/search?q=nic&kind=news");
  EXPECT_HAS(body, "Brak wyników: „nic”");
  EXPECT_HAS(body, "<li><a href=\"/search?q=nic\">usuń filtry");
  EXPECT_HAS(body, "strateg*");
}

TEST(ResultsPage, NoFiltersWhereThereIsNothingToChoose) {
  EXPECT_HAS_NOT(page("/search?q=pusto"), "id=\"filters\"");
  EXPECT_HAS(page("/search?q=nic"), "id=\"filters\"");
}

TEST(ResultsPage, APageBehindTheLastSaysSo) {
  const std::string body = page("/search?q=a&page=8");
  EXPECT_HAS(body, "62 dokumenty: „a”");
  EXPECT_HAS(body, "Tylu stron wyników nie ma. <a href=\"/search?q=a\">");
  EXPECT_HAS_NOT(body, "Nic nie pasuje");
}

TEST(GoalsPage, ShowsLevelNumberParentsAndDocument) {
  const std::string body = page("/goals?q=a");
  EXPECT_HAS(body, "2 cele: „a”");
  EXPECT_HAS(body, std::string("<a href=\"/documents/") + kStrategyId +
                       "#goal-1\"><mark>Więcej</mark> &quot;wspólnych&quot;");
  EXPECT_HAS(body, "cel operacyjny <b>1.1</b>");
  EXPECT_HAS(body, "cel strategiczny <b>1</b></span>");
  EXPECT_HAS(body, "Rozwój współpracy samorządów");
  EXPECT_HAS(body, std::string("href=\"/documents/") + kStrategyId + "#page-1\"");
  EXPECT_HAS(body, "Strategia &lt;Rozwoju&gt; &amp; współpracy");
}

TEST(StartPage, CountsAndBrowses) {
  const std::string body = page("/");
  EXPECT_HAS(body, "62 dokumenty, 1\u00A0234 cele");
  EXPECT_HAS(body, "href=\"/search?place=04\">województwo kujawsko-pomorskie</a>");
  EXPECT_HAS(body, "href=\"/search?kind=strategy\">strategia</a>");
  EXPECT_HAS(body, "href=\"/search?from=2014&amp;to=2014\"");
  EXPECT_HAS(body, "href=\"/search?q=cel%3Aturystyka\"");
}

TEST(DocumentPage, MarksMendedWordsAndKeepsTheSource) {
  const std::string body = page(std::string("/documents/") + kStrategyId);
  EXPECT_HAS(body,
             "Rozwój <mark class=\"mended\" title=\"poprawiono na: współpracy\" data-mended=\"współpracy\">"
             "<span>wspotpracy</span></mark> z &lt;organizacjami&gt; pozarządowymi");
  EXPECT_HAS(body, "data-mended=\"&quot;współpraca&quot;\"");
  EXPECT_HAS(body, "W tekście poprawiono 2 słowa");
}

TEST(DocumentPage, LinksItemsToTheirPlacesInTheText) {
  const std::string body = page("/documents/" + std::string(kEvidenceId));
  // "Wójt gminy Próba" holds "gminy Próba"; what crosses its end is cut there; a line end parts nothing.
  EXPECT_HAS(body,
             "<p><span class=\"found\" id=\"at-official-0-0\">Wójt <span class=\"found\" "
             "id=\"at-place-0-0\">gminy Próba</span></span> i<br><span class=\"found\" "
             "id=\"at-money-0-0\">2 &lt;zł</span></p>");
  // What goes on behind an empty line or on the next page has an element there, too.
  EXPECT_HAS(body, "id=\"at-programme-0-0\">Fundusz</span></p>");
  EXPECT_HAS(body, "<p><span class=\"found\">Dróg</span> koniec <span class=\"found\" id=\"at-place-0-1\">");
  EXPECT_HAS(body, "<a href=\"#at-place-0-0\" title=\"pokaż w tekście, strona 1\">s. 1</a>");
  EXPECT_HAS(body, "<a href=\"#at-place-0-1\" title=\"pokaż w tekście, strona 2\">s. 2</a>");
  EXPECT_HAS(body, "class=\"page\" href=\"#at-goal-0-0\"");
}

TEST(DocumentPage, JoinsLinesThatAPageBrokeAndKeepsOthers) {
  const std::string body = page(std::string("/documents/") + kStrategyId);
  EXPECT_HAS(body, "które należy do powiatu.<br>Art. 5</p>");
  EXPECT_HAS(body, "<p>Drugi akapit.</p>");
}

TEST(DocumentPage, HasAnchorsFactsGoalsAndCitation) {
  HttpRequest request = get(std::string("/documents/") + kStrategyId);
  request.origin = "http://example.org";
  const std::string body = fake_routes().answer(request).body;
  EXPECT_HAS(body, "<div class=\"sheet\" id=\"page-2\"");
  EXPECT_HAS(body, "<li id=\"goal-2\" class=\"depth-2 is-action\">");
  EXPECT_HAS(body, "href=\"/search?place=041504\">gmina Lubicz</a>");
  EXPECT_HAS(body, "<dd>Grabowiec</dd>");
  EXPECT_HAS(body,
             "href=\"/search?official=Celina+Wzorowa\">Celina Wzorowa</a> <span "
             "class=\"item-note\">starosta, powiat toruński</span>");
  EXPECT_HAS(body, "615\u00A0000,50\u00A0PLN");
  EXPECT_HAS(body, std::string("http://example.org/documents/") + kStrategyId);
  EXPECT_HAS(body, std::string("href=\"/documents/") + kStrategyId + "?format=json\"");
}

TEST(DocumentPage, ShowsDocumentsAlikeWithWhy) {
  const std::string path = "/documents/" + std::string(kStrategyId), polish = page(path);
  EXPECT_HAS(polish, "<h2 id=\"similar-heading\">Podobne dokumenty</h2>");
  EXPECT_HAS(polish, "<a href=\"#similar\">");
  EXPECT_HAS(polish, "<a href=\"/documents/00000000000000bb\" lang=\"pl\">karta.html</a>");
  EXPECT_HAS(polish, "turystyka, &lt;szlak&gt;");
  EXPECT_HAS(polish, "i 2 inne jego wersje");
  EXPECT_HAS(polish, "Inna wersja tego samego tekstu");
  EXPECT_HAS(page(path + "?lang=en"), "Programmes in common");
  EXPECT_HAS(page(path + "?lang=en"), "/documents/00000000000000bb?lang=en");
  EXPECT_HAS_NOT(page("/documents/" + std::string(kEvidenceId)), "similar");
}

TEST(DocumentPage, ShowsACardAndFallsBackToTheSource) {
  const std::string body = page("/documents/00000000000000bb");
  EXPECT_HAS(body, "<h1 lang=\"pl\">karta.html</h1>");
  EXPECT_HAS(body, "<dt>Powiat</dt><dd>toruński &lt;b&gt;</dd>");
  EXPECT_HAS(body, "15\u00A0grudnia 2014");
  EXPECT_HAS_NOT(body, "id=\"goals\"");
  EXPECT_HAS_NOT(body, "id=\"show-mended\"");
}

}  // namespace
}  // namespace szukajst::server
