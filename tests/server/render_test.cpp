#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "server/render/facets.h"
#include "server/render/highlight.h"
#include "server/render/labels.h"
#include "server/render/results.h"
#include "server/render/strings.h"
#include "server/render/template.h"
#include "tests/server/fake_service.h"

namespace szukajst::server {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, gone with it.
class Folder {
 public:
  Folder() : path_(fs::path(testing::TempDir()) / ("server_test_" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST(Plural, Polish) {
  for (const std::size_t n : {1U}) EXPECT_EQ(plural(Language::polish, n), "one") << n;
  for (const std::size_t n : {2U, 3U, 4U, 22U, 34U, 102U, 1'002U})
    EXPECT_EQ(plural(Language::polish, n), "few") << n;
  for (const std::size_t n : {0U, 5U, 11U, 12U, 13U, 14U, 21U, 25U, 101U, 112U, 1'000U})
    EXPECT_EQ(plural(Language::polish, n), "many") << n;
}

TEST(Plural, English) {
  EXPECT_EQ(plural(Language::english, 1), "one");
  for (const std::size_t n : {0U, 2U, 21U, 101U}) EXPECT_EQ(plural(Language::english, n), "many") << n;
}

TEST(Strings, CountInBothLanguages) {
  const Pages pages = load_pages();
  const Strings& strings = pages.strings();
  EXPECT_EQ(strings.counted(Language::polish, "documents", 1), "1 dokument");
  EXPECT_EQ(strings.counted(Language::polish, "documents", 2), "2 dokumenty");
  EXPECT_EQ(strings.counted(Language::polish, "documents", 5), "5 dokumentów");
  EXPECT_EQ(strings.counted(Language::polish, "documents", 12'022), "12\u00A0022 dokumenty");
  EXPECT_EQ(strings.counted(Language::english, "documents", 1), "1 document");
  EXPECT_EQ(strings.counted(Language::english, "documents", 12'022), "12,022 documents");
}

TEST(Strings, Dates) {
  const Pages pages = load_pages();
  const Strings& strings = pages.strings();
  EXPECT_EQ(strings.date(Language::polish, {2014, 12, 15}), "15\u00A0grudnia 2014");
  EXPECT_EQ(strings.date(Language::english, {2014, 12, 5}), "5\u00A0December 2014");
  EXPECT_EQ(strings.period(Language::polish, {2021, 2030}), "2021–2030");
  EXPECT_EQ(strings.period(Language::polish, {2021, 2021}), "2021");
  EXPECT_EQ(strings.period(Language::polish, {2021, std::nullopt}), "od 2021");
  EXPECT_EQ(strings.period(Language::english, {std::nullopt, 2030}), "to 2030");
}

// The words in {braces} of a sentence.
std::set<std::string> places(const std::string& sentence) {
  std::set<std::string> names;
  for (std::size_t at = sentence.find('{'); at != std::string::npos; at = sentence.find('{', at + 1))
    names.insert(sentence.substr(at, sentence.find('}', at) - at));
  return names;
}

TEST(Strings, EveryLanguageFillsTheSamePlaces) {
  const Pages pages = load_pages();
  for (const auto& [key, texts] : pages.strings().table())
    EXPECT_EQ(places(texts[0]), places(texts[1])) << key;
}

TEST(Strings, EveryCountedSentenceHasAllForms) {
  const Pages pages = load_pages();
  const Strings& strings = pages.strings();
  for (const auto& [key, texts] : strings.table()) {
    const std::size_t dot = key.rfind('.');
    const std::string form = dot == std::string::npos ? "" : key.substr(dot + 1);
    if (form != "one" && form != "few" && form != "many") continue;
    for (const char* other : {".one", ".few", ".many"})
      EXPECT_TRUE(strings.has(key.substr(0, dot) + other)) << key;
  }
}

TEST(Strings, ALineWithoutEveryLanguageIsRefused) {
  const Folder folder;
  folder.write("strings.tsv", "a\tA\tA\nb\tB\n");
  const auto strings = Strings::load(folder.path() / "strings.tsv");
  ASSERT_FALSE(strings);
  EXPECT_EQ(strings.error().code, core::ErrorCode::malformed);
  EXPECT_NE(strings.error().message.find("line 2"), std::string::npos) << strings.error().message;
}

TEST(Strings, AKeyTwiceIsRefused) {
  const Folder folder;
  folder.write("strings.tsv", "a\tA\tA\na\tB\tB\n");
  EXPECT_FALSE(Strings::load(folder.path() / "strings.tsv"));
}

TEST(Amount, ShowsDecimalsWhereThereAreAny) {
  EXPECT_EQ(amount(Language::polish, 61'500'000), "615\u00A0000");
  EXPECT_EQ(amount(Language::polish, 125'005), "1\u00A0250,05");
  EXPECT_EQ(amount(Language::english, -125'050), "−1,250.50");
}

TEST(Labels, DifferByLanguage) {
  EXPECT_EQ(label(core::DocumentKind::resolution, Language::polish), "uchwała");
  EXPECT_EQ(label(core::DocumentKind::resolution, Language::english), "resolution");
  EXPECT_EQ(label(core::GoalLevel::action, Language::polish), "działanie");
  EXPECT_EQ(label(core::MatchKind::exact, Language::english), "exact");
}

// "plain|[marked]|…"
std::string drawn(const View::List& segments) {
  std::string result;
  for (const View& segment : segments) {
    const auto& members = std::get<View::Members>(segment.value());
    const auto& text = std::get<std::string>(members[0].second.value());
    const bool marked = std::get<bool>(members[1].second.value());
    result += (result.empty() ? "" : "|") + (marked ? "[" + text + "]" : text);
  }
  return result;
}

TEST(Highlight, CountsCodePoints) {
  EXPECT_EQ(drawn(highlighted("Żółta łódź", {{0, 5}, {6, 10}})), "[Żółta]| |[łódź]");
  EXPECT_EQ(drawn(highlighted("a łódź b", {{2, 6}})), "a |[łódź]| b");
}

TEST(Highlight, SurvivesWrongRanges) {
  EXPECT_EQ(drawn(highlighted("łódź", {})), "łódź");
  EXPECT_EQ(drawn(highlighted("łódź", {{2, 99}})), "łó|[dź]");
  EXPECT_EQ(drawn(highlighted("łódź", {{50, 60}})), "łódź");
  EXPECT_EQ(drawn(highlighted("łódź", {{2, 3}, {0, 1}, {3, 3}})), "łó|[d]|ź");
}

TEST(Shortened, CutsBetweenWords) {
  EXPECT_EQ(shortened("Żółta łódź", 10), "Żółta łódź");
  EXPECT_EQ(shortened("Żółta łódź", 9), "Żółta…");
  EXPECT_EQ(shortened("Żółtałódź", 4), "Żółt…");
}

std::string rendered(const std::string& source, const View& view) {
  const Folder folder;
  folder.write("page.html", source);
  folder.write("_part.html", "<b>{{x}}</b>");
  const auto constants = [](std::string_view name) -> std::optional<std::string> {
    return name == "t.hello" ? std::optional<std::string>("a & b {{x}}") : std::nullopt;
  };
  const auto templates = Templates::load(folder.path(), constants);
  return templates ? templates->render("page", view) : "refused: " + templates.error().message;
}

TEST(Template, EscapesViewsAndConstants) {
  EXPECT_EQ(rendered("<a title=\"{{x}}\">{{x}}</a>", View().set("x", "<script>\"'&")),
            "<a title=\"&lt;script&gt;&quot;&apos;&amp;\">&lt;script&gt;&quot;&apos;&amp;</a>");
  EXPECT_EQ(rendered("{{t.hello}}", View()).substr(0, 11), "a &amp; b ");
}

TEST(Template, TakesPartsIn) {
  EXPECT_EQ(rendered("{{> part}}!", View().set("x", "1")), "<b>1</b>!");
}

TEST(Template, RefusesWhatWouldNotBeEscapedOrIsNotThere) {
  EXPECT_EQ(rendered("{{{x}}}", View()).substr(0, 8), "refused:");
  EXPECT_EQ(rendered("{{& x}}", View()).substr(0, 8), "refused:");
  EXPECT_EQ(rendered("{{t.missing}}", View()).substr(0, 8), "refused:");
  EXPECT_EQ(rendered("{{> missing}}", View()).substr(0, 8), "refused:");
  EXPECT_EQ(rendered("{{#open}}", View()).substr(0, 8), "refused:");
  EXPECT_EQ(rendered("{{x", View()).substr(0, 8), "refused:");
}

TEST(Toggled, ChoosesAndUnchooses) {
  search::Request request;
  request.page = 4;
  request = toggled(request, "kind", "news");
  EXPECT_EQ(request.page, 1);
  EXPECT_EQ(request.filters.kinds, std::vector{core::DocumentKind::news});
  EXPECT_TRUE(toggled(request, "kind", "news").filters.kinds.empty());
  EXPECT_EQ(toggled(request, "kind", "strategy").filters.kinds.size(), 2U);
}

TEST(Toggled, NamesAreTheSameWhateverTheirCaseAndDiacritics) {
  search::Request request;
  request.filters.officials = {"ZOFIA ŻÓŁTA"};
  EXPECT_TRUE(toggled(request, "official", "Zofia Zolta").filters.officials.empty());
}

TEST(Toggled, APlaceTakesThePlaceOfThoseAroundAndWithinIt) {
  search::Request request;
  request.filters.places = {*core::Teryt::parse("04"), *core::Teryt::parse("22")};
  request = toggled(request, "place", "0415");
  ASSERT_EQ(request.filters.places.size(), 2U);
  EXPECT_EQ(request.filters.places[0].text(), "22");
  EXPECT_EQ(request.filters.places[1].text(), "0415");
  request = toggled(request, "place", "04");
  ASSERT_EQ(request.filters.places.size(), 2U);
  EXPECT_EQ(request.filters.places[1].text(), "04");
}

TEST(Toggled, AYearIsASpanOfOne) {
  const search::Request request = toggled({}, "year", "2014");
  EXPECT_EQ(request.filters.from, 2014);
  EXPECT_EQ(request.filters.to, 2014);
  EXPECT_FALSE(toggled(request, "year", "2014").filters.from.has_value());
}

}  // namespace
}  // namespace szukajst::server
