// Whatever the bytes are: no crash, no range outside of the text, nothing lost.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "core/utf8.h"
#include "language/analyzer.h"
#include "language/automaton_builder.h"
#include "language/automaton_entries.h"
#include "language/normalise.h"
#include "language/repair.h"
#include "language/tokenizer.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

class Noise {
 public:
  // Pieces of Polish, signs and bytes of any kind.
  std::string text(std::size_t pieces) {
    static constexpr std::string_view kPieces[] = {
        "gmina", "ą", "ż", " ",  "\n",   "-",   "-\n", ";",          "$",    "¢",    "6",
        "2022",  "/", ".", "@",  "www.", "://", "Ł",   "wspotpracy", "\xff", "\xc4", "\xf0\x9f",
        "'",     "’", "_", "\f", "|",    "1",   "e",   "ń",          "IV",   "„",    "”"};
    std::string out;
    for (std::size_t i = 0; i < pieces; ++i) {
      if (random_() % 8 == 0)
        out.push_back(static_cast<char>(random_() % 256));
      else
        out += kPieces[random_() % std::size(kPieces)];
    }
    return out;
  }
  std::mt19937 random_{20240101};
};

TEST(Property, TokensLieInOrderInsideTheText) {
  Noise noise;
  for (int i = 0; i < 2000; ++i) {
    const std::string raw = noise.text(30);
    for (const std::string& text : {raw, normalise(raw)}) {
      std::size_t end = 0;
      for (const Token& token : tokenize(text)) {
        ASSERT_GE(token.range.begin, end);
        ASSERT_LT(token.range.begin, token.range.end);
        ASSERT_LE(token.range.end, text.size());
        end = token.range.end;
      }
    }
  }
}

TEST(Property, NormaliseIsStableAndValid) {
  Noise noise;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = normalise(noise.text(30));
    ASSERT_TRUE(core::utf8::valid(text));
    ASSERT_EQ(normalise(text), text);
    ASSERT_EQ(fold_all(fold_all(text)), fold_all(text));
  }
}

TEST(Property, RepairsLieInsideTheTextAndMakeIt) {
  Noise noise;
  auto opened = Repairer::open(lexicon(), language_folder());
  ASSERT_TRUE(opened) << opened.error().message;
  for (int i = 0; i < 300; ++i) {
    const std::string text = normalise(noise.text(25));
    const Mended mended = opened->repair(text);
    std::string rebuilt;
    std::size_t copied = 0;
    for (const auto& repair : mended.repairs) {
      ASSERT_GE(repair.source.begin, copied);
      ASSERT_LE(repair.source.end, text.size());
      rebuilt += text.substr(copied, repair.source.begin - copied) + repair.mended;
      copied = repair.source.end;
    }
    ASSERT_EQ(rebuilt + text.substr(copied), mended.text);
    ASSERT_TRUE(core::utf8::valid(mended.text));
    reflow(text);
  }
}

TEST(Property, EveryWordHasALemmaAndAKey) {
  Noise noise;
  Analyzer analyzer(lexicon());
  for (int i = 0; i < 300; ++i) {
    const std::string text = noise.text(25);
    for (const auto& analyzed : analyzer.analyze(text)) {
      ASSERT_NE(analyzed.word, nullptr);
      ASSERT_FALSE(analyzed.word->lemmas.empty());
      ASSERT_FALSE(analyzed.word->keys.empty());
    }
    analyzer.query_word(text.substr(0, 40));
  }
}

TEST(Property, DamagedAutomataAreSafe) {
  Noise noise;
  const std::string whole = build_automaton({"gmina;AA;x", "gminy;ABa;x", "powiat;AA;x", "żółw;AA;y"});
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = whole;
    for (int k = 0; k < 4; ++k)
      bytes[8 + noise.random_() % (bytes.size() - 8)] = static_cast<char>(noise.random_() % 256);
    bytes.resize(9 + noise.random_() % (bytes.size() - 8));
    const auto automaton = Cfsa2::open(bytes, "damaged");
    if (!automaton) continue;
    const auto node = automaton->follow(automaton->root(), "gmin");
    automaton->find(node, 'a');
  }
}

}  // namespace
}  // namespace szukajst::language
