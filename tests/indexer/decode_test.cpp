#include "indexer/formats/decode.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/data_folder.h"
#include "core/utf8.h"

namespace szukajst::indexer {
namespace {

core::Result<DecodedDocument> decoded(std::string bytes, std::string name = "a.txt") {
  static const auto names = formats::HtmlNames::load(core::data_folder() / "formats");
  return decode({std::move(name), std::move(bytes)}, *names);
}

std::string text_of(std::string bytes, std::string name = "a.txt") {
  const auto document = decoded(std::move(bytes), std::move(name));
  return document ? document->text.text : "ERROR " + document.error().message;
}

std::string body(const std::string& html) {
  return text_of("<html><body>" + html + "</body></html>", "a.html");
}

std::string as_utf16(std::u32string_view text, bool big) {
  std::string bytes;
  for (const char32_t c : text) {
    const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

// "Zażółć gęślą jaźń." in the charsets that Polish texts come in.
constexpr std::string_view kPangram = "Zażółć gęślą jaźń.\n";
constexpr std::string_view kPangram1250 = "Za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1.\n";
constexpr std::string_view kPangramLatin2 = "Za\xBF\xF3\xB3\xE6 g\xEA\xB6l\xB1 ja\xBC\xF1.\n";
constexpr std::string_view kPangram852 = "Za\xBE\xA2\x88\x86 g\xA9\x98l\xA5 ja\xAB\xE4.\n";
constexpr std::u32string_view kPangramWide = U"Zażółć gęślą jaźń.\n";

TEST(DecodeCharset, TheSameTextInEachCharset) {
  EXPECT_EQ(text_of(std::string(kPangram)), kPangram);
  EXPECT_EQ(text_of("\xEF\xBB\xBF" + std::string(kPangram)), kPangram);
  EXPECT_EQ(text_of(std::string(kPangram1250)), kPangram);
  EXPECT_EQ(text_of(std::string(kPangramLatin2)), kPangram);
  EXPECT_EQ(text_of(std::string(kPangram852)), kPangram);
  EXPECT_EQ(text_of("\xFF\xFE" + as_utf16(kPangramWide, false)), kPangram);
  EXPECT_EQ(text_of("\xFE\xFF" + as_utf16(kPangramWide, true)), kPangram);
  EXPECT_EQ(text_of(as_utf16(kPangramWide, false)), kPangram);
  EXPECT_EQ(text_of(as_utf16(kPangramWide, true)), kPangram);
}

TEST(DecodeCharset, ALongTextKeepsItsLettersAcrossPieces) {
  std::string bytes, expected;
  for (int i = 0; i < 4000; ++i) {
    bytes += kPangram1250;
    expected += kPangram;
  }
  EXPECT_EQ(text_of(bytes), expected);
}

TEST(DecodeCharset, AWrongDeclarationDoesNotMatter) {
  const auto page = [](std::string_view charset, std::string_view text) {
    return text_of("<html><head><meta charset=\"" + std::string(charset) + "\"></head><body><p>" +
                       std::string(text) + "</p></body></html>",
                   "a.html");
  };
  EXPECT_EQ(page("utf-8", kPangram), kPangram);
  EXPECT_EQ(page("windows-1250", kPangram1250), kPangram);
  EXPECT_EQ(page("iso-8859-2", kPangramLatin2), kPangram);
  EXPECT_EQ(page("iso-8859-2", kPangram1250), kPangram);
  EXPECT_EQ(page("iso-8859-1", kPangram1250), kPangram);
  EXPECT_EQ(page("utf-8", kPangramLatin2), kPangram);
  EXPECT_EQ(page("no-such-charset", kPangram1250), kPangram);
}

TEST(DecodeCharset, ADamagedByteInUtf8StaysOneByte) {
  std::string bytes;
  for (int i = 0; i < 5; ++i) bytes += kPangram;
  EXPECT_EQ(text_of(bytes + "\xFF"), bytes + "\uFFFD");
}

TEST(DecodeCharset, AnotherLanguagesCharsetIsSeen) {
  // "Программа сотрудничества" with more of its kind, in windows-1251.
  std::string bytes;
  for (int i = 0; i < 6; ++i)
    bytes += "\xCF\xF0\xEE\xE3\xF0\xE0\xEC\xEC\xE0 \xF1\xEE\xF2\xF0\xF3\xE4\xED\xE8\xF7\xE5\xF1\xF2\xE2\xE0 ";
  EXPECT_NE(text_of(bytes).find("Программа сотрудничества"), std::string::npos);
}

TEST(DecodeText, LineEndsAndNormalForm) {
  EXPECT_EQ(text_of("a\r\nb\rc\nd"), "a\nb\nc\nd");
  EXPECT_EQ(text_of("gmin\u0061\u0328 i o\u0301w"), "gminą i ów");
  EXPECT_EQ(text_of("615\u00A0tys.\u202Fzł"), "615 tys. zł");
  EXPECT_EQ(text_of("współ\u00ADpraca w wo\u00AD\njewództwie"), "współpraca w wo-\njewództwie");
}

TEST(DecodeText, FormFeedsBeginPages) {
  const auto document = decoded("pierwsza\n\ftreść drugiej\nkoniec\f\n\ftrzecia? nie, czwarta\n\f");
  ASSERT_TRUE(document);
  const core::PagedText& text = document->text;
  EXPECT_EQ(text.text.find('\f'), std::string::npos);
  EXPECT_EQ(text.pages(), 4);
  EXPECT_EQ(text.page_at(text.text.find("pierwsza")), 1);
  EXPECT_EQ(text.page_at(text.text.find("treść")), 2);
  EXPECT_EQ(text.page_at(text.text.find("koniec")), 2);
  EXPECT_EQ(text.page_at(text.text.find("trzecia")), 4);
}

TEST(DecodeText, AFormFeedAloneOnItsLine) {
  const auto document = decoded("a\n\f\nb\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text.text, "a\nb\n");
  EXPECT_EQ(document->text.page_starts, (std::vector<std::size_t>{0, 2}));
}

TEST(DecodeText, AFormFeedAtTheBeginning) {
  EXPECT_EQ(decoded("\fa\n\fb\n")->text.pages(), 2);    // each page begins with one
  EXPECT_EQ(decoded("\fa\n\fb\n\f")->text.pages(), 3);  // each page ends with one: the first is empty
}

TEST(DecodeErrors, BinaryContentIsNotText) {
  const auto zeros = decoded(std::string("abc\0\0\0\x01\x02", 8) + std::string(20, '\x03'), "scan.txt");
  ASSERT_FALSE(zeros);
  EXPECT_EQ(zeros.error().code, core::ErrorCode::unsupported);
  EXPECT_EQ(zeros.error().message, "scan.txt: binary content, not text");
  const auto pdf = decoded("%PDF-1.4\n1 0 obj", "scan.txt");
  ASSERT_FALSE(pdf);
  EXPECT_NE(pdf.error().message.find("scan.txt: a PDF document"), std::string::npos);
}

TEST(DecodeErrors, NothingInIt) {
  const auto blank = decoded(" \n\t\n\f\n", "blank.txt");
  ASSERT_FALSE(blank);
  EXPECT_EQ(blank.error().code, core::ErrorCode::malformed);
  EXPECT_FALSE(decoded("<html><body><script>x()</script></body></html>", "empty.html"));
}

TEST(DecodeHtml, ToldByContentAndByName) {
  EXPECT_EQ(text_of("<!DOCTYPE html><p>tekst", "a.txt"), "tekst\n");
  EXPECT_EQ(text_of("<?xml version=\"1.0\"?>\n<html><body><p>tekst</p></body></html>", "a.txt"), "tekst\n");
  EXPECT_EQ(text_of("<p>tekst</p>", "a.html"), "tekst\n");
  EXPECT_EQ(text_of("a < b i 3 > 2\nnowy wiersz", "a.txt"), "a < b i 3 > 2\nnowy wiersz");
  EXPECT_EQ(text_of("sam tekst\nw dwóch wierszach", "a.html"), "sam tekst\nw dwóch wierszach");
}

TEST(DecodeHtml, BlocksAndBreaks) {
  EXPECT_EQ(
      body("<h1>Tytuł</h1><p>Pierwszy\n  akapit <b>z</b> <i>wyróż</i>nieniem.</p><p>Drugi<br>wiersz.</p>"),
      "Tytuł\n\nPierwszy akapit z wyróżnieniem.\n\nDrugi\nwiersz.\n");
  EXPECT_EQ(body("<div>a<div>b</div></div><div>c</div>d"), "a\nb\nc\nd\n");
  EXPECT_EQ(body("a<br><br><br>b"), "a\n\nb\n");
  EXPECT_EQ(body("<pre>a\n  b</pre>"), "a\n  b\n");
}

TEST(DecodeHtml, Lists) {
  EXPECT_EQ(body("<p>Cele:</p><ul><li>pierwszy</li><li><p>drugi</p><ul><li>wewnętrzny</li></ul></li></"
                 "ul><p>Dalej.</p>"),
            "Cele:\n\n• pierwszy\n• drugi\n   • wewnętrzny\n\nDalej.\n");
  EXPECT_EQ(body("<ol><li>a<li>b<li value=7>c<li>d</ol>"), "1. a\n2. b\n7. c\n8. d\n");
  EXPECT_EQ(body("<ol type=a start=2><li>x<li>y</ol><ol type=I><li>x<li>y<li>z<li>w</ol>"),
            "b. x\nc. y\n\nI. x\nII. y\nIII. z\nIV. w\n");
}

TEST(DecodeHtml, EntitiesAndSpaces) {
  EXPECT_EQ(body("<p>615&nbsp;tys.&nbsp;z&lstrok;, &bdquo;cel&rdquo; &amp; &#347;rodki &lt;b&gt;</p>"),
            "615 tys. zł, „cel” & środki <b>\n");
  EXPECT_EQ(body("<p>wsp&oacute;&shy;&lstrok;praca a&#x0;b &nieznana; &#xD800;</p>").substr(0, 12),
            "współpraca");
}

TEST(DecodeHtml, ACardBecomesLabelsAndValues) {
  EXPECT_EQ(body("<table><tr><th>Powiat</th><td>iksowski</td></tr><tr><th>Osoby kontaktowe:</th>"
                 "<td>Jagna Iks<br>Naczelnik Wydziału</td></tr><tr><th>Uwagi</th><td></td></tr></table>"),
            "Powiat:  iksowski\nOsoby kontaktowe:  Jagna Iks\n Naczelnik Wydziału\nUwagi:\n");
  EXPECT_EQ(body("<table><tr><td><b>Gmina</b></td><td>Iks</td></tr><tr><td><b>Powiat</b></td><td>ygrekowski</"
                 "td></tr></table>"),
            "Gmina:  Iks\nPowiat:  ygrekowski\n");
  EXPECT_EQ(body("<dl><dt>Powiat</dt><dd>ygrekowski</dd><dt>Gmina:</dt><dd>Iks</dd></dl>"),
            "Powiat:  ygrekowski\nGmina:  Iks\n");
}

TEST(DecodeHtml, ACardWithoutMarksOfItsLabels) {
  EXPECT_EQ(
      body("<table><tr><td>Województwo</td><td>opolskie</td></tr><tr><td>Jednostka</td><td>Urząd</td></tr>"
           "<tr><td>Liczba mieszkańców</td><td>12 460</td></tr></table>"),
      "Województwo:  opolskie\nJednostka:  Urząd\nLiczba mieszkańców:  12 460\n");
}

TEST(DecodeHtml, AMatrixOfGoalsBecomesCells) {
  EXPECT_EQ(body("<table><tr><th>Cel strategiczny</th><th>Cel operacyjny</th></tr>"
                 "<tr><td rowspan=2>1. Sprawna gmina</td><td>1.1. Przychodnia</td></tr>"
                 "<tr><td>1.2. Boisko</td></tr></table>"),
            "Cel strategiczny\nCel operacyjny\n\n1. Sprawna gmina\n\n1.1. Przychodnia\n\n1.2. Boisko\n");
}

TEST(DecodeHtml, OtherTables) {
  EXPECT_EQ(body("<table><tr><td>1.</td><td>Budowa drogi</td></tr><tr><td>2.</td><td>Remont "
                 "szkoły</td></tr></table>"),
            "1. Budowa drogi\n2. Remont szkoły\n");
  EXPECT_EQ(body("<table><tr><th>Rok</th><th>Kwota</th></tr><tr><td>Drogi</td><td>2 000 zł</td></tr>"
                 "<tr><td>Szkoły</td><td>3 500 zł</td></tr></table>"),
            "Rok   Kwota\nDrogi   2 000 zł\nSzkoły   3 500 zł\n");
  EXPECT_EQ(body("<table><tr><th>Lp.</th><th>Zadanie</th><th>Kwota</th></tr><tr><td>1</td><td>Droga</td>"
                 "<td>1,5 mln zł</td></tr><tr><td>2</td><td>Most</td><td>100 000 zł</td></tr></table>"),
            "Lp.   Zadanie   Kwota\n1   Droga   1,5 mln zł\n2   Most   100 000 zł\n");
  EXPECT_EQ(body("<table><tr><td>1. Cel</td><td>1.1. Droga</td><td>2023</td></tr><tr><td>2. Cel</td><td>2.1. "
                 "Most</td>"
                 "<td>2024</td></tr></table>"),
            "1. Cel\n\n1.1. Droga\n\n2023\n\n2. Cel\n\n2.1. Most\n\n2024\n");
  EXPECT_EQ(body("<table><tr><td><h2>Tytuł</h2><table><tr><th>Gmina</th><td>Iks</td></tr></table></td></tr></"
                 "table>"),
            "Tytuł\n\nGmina:  Iks\n");
}

constexpr const char* kPage = R"(<!DOCTYPE html><html lang="pl-PL"><head>
<title>Nowa świetlica otwarta | Gmina Iks</title><style>p{}</style><script>var x = "<p>nie</p>";</script></head><body>
<header><a href="/">Gmina Iks</a><nav><ul><li>Aktualności</li><li>Kontakt</li></ul></nav></header>
<div id="cookie-bar">Ta strona używa ciasteczek.</div><div class="breadcrumbs">Start / Aktualności</div>
<main><article><header><h1>Nowa świetlica otwarta</h1></header>
<p>Wójt przeciął wstęgę, a mieszkańcy weszli do środka i obejrzeli wszystkie sale nowego budynku.</p>
<div class="share-buttons">Udostępnij</div><p style="display: none">ukryte</p></article></main>
<aside>Pogoda: deszcz</aside><footer>Wszelkie prawa zastrzeżone</footer></body></html>)";

TEST(DecodeHtml, FurnitureOfTheSiteGoes) {
  const auto document = decoded(kPage, "a.html");
  ASSERT_TRUE(document);
  EXPECT_EQ(
      document->text.text,
      "Nowa świetlica otwarta\n\n"
      "Wójt przeciął wstęgę, a mieszkańcy weszli do środka i obejrzeli wszystkie sale nowego budynku.\n");
  EXPECT_EQ(document->title, "Nowa świetlica otwarta");
  EXPECT_EQ(document->language, "pl");
}

TEST(DecodeHtml, ContentUnderAFurnitureNameStays) {
  const std::string prose(300, 'a');
  EXPECT_EQ(body("<div class='menu-left content sidebar'><h1>Tytuł</h1><p>" + prose + "</p></div>"),
            "Tytuł\n\n" + prose + "\n");
  EXPECT_EQ(body("<div class='sidebar'><p>" + prose + "</p></div><p>krótko</p>"), prose + "\n\nkrótko\n");
  EXPECT_EQ(body("<nav>Jedyny tekst tej strony stoi w jej menu.</nav>"),
            "Jedyny tekst tej strony stoi w jej menu.\n");
}

TEST(DecodeHtml, AHeadingInThePagesHeadNamesTheSite) {
  const auto document = decoded(
      "<html><head><title>Wspólny autobus | Baza</title></head><body><div id='header'><h1>Baza</h1></div>"
      "<div id='content'><div class='entry-header'><h2>Wspólny "
      "autobus</h2></div><p>Treść.</p></div></body></html>",
      "a.html");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text.text, "Wspólny autobus\n\nTreść.\n");
  EXPECT_EQ(document->title, "Wspólny autobus | Baza");
  EXPECT_EQ(body("<header><h1>Jedyny nagłówek</h1></header><p>Treść.</p>"), "Jedyny nagłówek\n\nTreść.\n");
}

TEST(DecodeHtml, TitleWithoutAHeading) {
  EXPECT_EQ(
      decoded("<html><head><title>A | B</title><meta property='og:title' content='A'></head><p>x", "a.html")
          ->title,
      "A");
  EXPECT_EQ(decoded("<html><head><title>A\n | B</title></head><h1>1</h1><h1>2</h1><p>x", "a.html")->title,
            "A | B");
}

TEST(DecodeHtml, MalformedPagesAreReadAsFarAsTheyGo) {
  EXPECT_EQ(body("<p>a<b>b</p><p>c</i></b>d<td>e"), "ab\n\ncd\n\ne\n");
  EXPECT_EQ(body("<p>koniec < początek i <niby>znacznik</niby>"), "koniec < początek i znacznik\n");
  EXPECT_EQ(text_of("<html><body><p>urwane w <a href=\"htt", "a.html"), "urwane w\n");
}

TEST(DecodeHtml, DeepNestingKeepsTheTextOrFailsClearly) {
  const auto nested = [](int depth, const char* element) {
    std::string html = "<html><body>";
    for (int i = 0; i < depth; ++i) html += std::string("<") + element + ">";
    return decoded(html + "głęboko", "deep.html");
  };
  EXPECT_EQ(nested(5000, "div")->text.text, "głęboko\n");
  EXPECT_EQ(nested(2000, "span")->text.text, "głęboko\n");
  EXPECT_EQ(nested(2000, "ul><li")->text.text.find("głęboko") == std::string::npos, false);
  EXPECT_EQ(nested(1000, "table><tr><td")->text.text.find("głęboko") == std::string::npos, false);
  for (const char* element : {"div", "b", "table><tr><td"}) {
    const auto bomb = nested(100'000, element);
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, core::ErrorCode::malformed);
    EXPECT_NE(bomb.error().message.find("deep.html: elements nested"), std::string::npos);
  }
}

TEST(DecodeHtml, AHugeAttributeAndManyEntities) {
  EXPECT_EQ(body("<p title=\"" + std::string(5'000'000, 'x') + "\">tekst</p>"), "tekst\n");
  std::string entities;
  for (int i = 0; i < 200'000; ++i) entities += "&amp;";
  EXPECT_EQ(body("<p>" + entities + "</p>").size(), 200'001U);
  // Entities of one's own are not expanded: there is no such thing in HTML.
  EXPECT_EQ(text_of("<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM "
                    "\"file:///etc/passwd\">]>"
                    "<html><body><p>tekst &f;</p></body></html>",
                    "a.html")
                .find("root:"),
            std::string::npos);
}

// Whatever the bytes, decoding ends with text in valid UTF-8 without form feeds, or with an error that names
// the input.
TEST(DecodeProperty, RandomBytes) {
  std::mt19937 random(20231122);
  const std::vector<std::string> pieces = {
      "<p>", "</div>", "<table>",           "<tr><td>", "<li>", "&#",       "\f",
      "\r",  "\xC5",   "\xEF\xBB\xBF",      "<!--",     "]]>",  "<script>", "\xFF\xFE",
      "ą",   "1.1. ",  "<ol type=i start=", "<svg",     "\"'"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = round % 3 == 0 ? "<html>" : "";
    const int length = static_cast<int>(random() % 200);
    for (int i = 0; i < length; ++i) {
      const auto choice = random() % 4;
      if (choice == 0) bytes += pieces[random() % pieces.size()];
      if (choice == 1) bytes += static_cast<char>(random() % (round % 2 == 0 ? 256 : 128));
      if (choice >= 2) bytes += static_cast<char>('a' + random() % 26);
    }
    const auto document = decoded(bytes, round % 2 == 0 ? "x.html" : "x.txt");
    if (!document) {
      EXPECT_NE(document.error().message.find("x."), std::string::npos);
      continue;
    }
    EXPECT_TRUE(core::utf8::valid(document->text.text));
    EXPECT_EQ(document->text.text.find('\f'), std::string::npos);
    EXPECT_EQ(document->text.page_starts.front(), 0U);
    EXPECT_LE(document->text.page_starts.back(), document->text.text.size());
  }
}

}  // namespace
}  // namespace szukajst::indexer
