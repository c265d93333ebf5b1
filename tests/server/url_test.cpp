#include "server/url.h"

#include <gtest/gtest.h>

namespace szukajst::server {
namespace {

TEST(Url, DecodesBytesAndPlus) {
  EXPECT_EQ(percent_decode("wsp%C3%B3%C5%82praca+gmin", true), "współpraca gmin");
  EXPECT_EQ(percent_decode("a+b", false), "a+b");
  EXPECT_EQ(percent_decode("%2b%2B", true), "++");
}

TEST(Url, LeavesAPercentThatIsNoEscape) {
  EXPECT_EQ(percent_decode("100%", true), "100%");
  EXPECT_EQ(percent_decode("5%25%zz%1", true), "5%%zz%1");
}

TEST(Url, EncodesWhatDecodeGivesBack) {
  const std::string text = "cel:\"turystyka\" & łąka + 100% \n/?#";
  EXPECT_EQ(form_encode("a b&c"), "a+b%26c");
  EXPECT_EQ(percent_decode(form_encode(text), true), text);
}

TEST(Url, SplitsATarget) {
  HttpRequest request;
  set_target(request, "/search?q=a%26b&kind=news&kind=strategy&&empty&x==1#part");
  EXPECT_EQ(request.path, "/search");
  const NamedTexts expected{{"q", "a&b"}, {"kind", "news"}, {"kind", "strategy"}, {"empty", ""}, {"x", "=1"}};
  EXPECT_EQ(request.parameters, expected);
}

TEST(Url, TakesAnAbsoluteTarget) {
  HttpRequest request;
  set_target(request, "http://example.org:8080/goals?q=a");
  EXPECT_EQ(request.path, "/goals");
  EXPECT_EQ(request.parameters.size(), 1U);
  set_target(request, "https://example.org");
  EXPECT_EQ(request.path, "/");
  EXPECT_TRUE(request.parameters.empty());
}

}  // namespace
}  // namespace szukajst::server
