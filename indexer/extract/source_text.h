// The view of a document that every extractor reads: mended text, its lines, its analysed tokens.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "gazetteer/gazetteer.h"
#include "indexer/extract/folded_words.h"
#include "language/analyzer.h"

namespace szukajst::indexer::extract {

struct Line {
  core::ByteRange range;   // without white space at either end and without the line end; never empty
  std::size_t indent = 0;  // code points of white space before it
  int blank_before = 0;    // empty lines between the line before and this one
  int page = 1;
  std::size_t first_token = 0, end_token = 0;  // in SourceText::tokens
};

// Borrows the text, the gazetteer and the analyzer's words: lives no longer than they do.
struct SourceText {
  const core::PagedText& paged;
  const gazetteer::Gazetteer& gazetteer;
  language::Analyzer& analyzer;
  std::string title_hint;        // a title that the format itself gives (HTML's), may be empty
  bool lost_diacritics = false;  // whether the text had next to none before it was mended
  std::vector<Line> lines;       // empty lines left out
  std::vector<language::AnalyzedToken> tokens;
  FoldedWords folded;  // of the text; by letters and digits, so they are not the tokens

  std::string_view text() const { return paged.text; }
  std::string_view line(std::size_t i) const { return lines[i].range.in(paged.text); }
  std::string_view token(std::size_t i) const { return tokens[i].token.range.in(paged.text); }
  // The text between the end of token i and the beginning of token i + 1 (to the end, for the last).
  std::string_view after(std::size_t i) const {
    const std::size_t begin = tokens[i].token.range.end;
    const std::size_t end = i + 1 < tokens.size() ? tokens[i + 1].token.range.begin : paged.text.size();
    return {paged.text.data() + begin, end - begin};
  }
  // Whether that is a blank alone, as between most words.
  bool blank_after(std::size_t i) const {
    const std::string_view gap = after(i);
    return gap.size() == 1 && gap.front() == ' ';
  }
  std::size_t line_of_token(std::size_t i) const;
  // Whether the empty line before token i is one that recognition saw within running text: the line above is
  // as wide as a page's, or what was left of one, and ends no sentence.
  bool false_blank(std::size_t i) const;
  // What evidence is made of: where tokens [first, end) stand, and where a view of text() does.
  core::ByteRange place(std::size_t first, std::size_t end) const {
    return first < end ? core::ByteRange{tokens[first].token.range.begin, tokens[end - 1].token.range.end}
                       : core::ByteRange{};
  }
  core::ByteRange place(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - paged.text.data());
    return {begin, begin + part.size()};
  }
};

SourceText source_text(const core::PagedText& paged, const gazetteer::Gazetteer& gazetteer,
                       language::Analyzer& analyzer, std::string title_hint = {},
                       bool lost_diacritics = false);

}  // namespace szukajst::indexer::extract
