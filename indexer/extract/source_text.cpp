#include "indexer/extract/source_text.h"

#include <algorithm>

#include "core/utf8.h"

namespace szukajst::indexer::extract {

std::size_t SourceText::line_of_token(std::size_t i) const {
  const auto after = std::upper_bound(lines.begin(), lines.end(), i, [](std::size_t token, const Line& line) {
    return token < line.first_token;
  });
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, after - lines.begin() - 1));
}

bool SourceText::false_blank(std::size_t i) const {
  constexpr std::size_t kWide = 60;  // bytes
  if (!lost_diacritics) return false;
  const std::size_t at = line_of_token(i);
  if (at == 0 || lines[at].first_token != i || lines[at].blank_before != 1 ||
      lines[at].range.begin != tokens[i].token.range.begin ||
      tokens[i].token.kind != language::TokenKind::word)
    return false;
  constexpr std::string_view kEnds = ".:;!?";
  if (kEnds.find(line(at - 1).back()) != std::string_view::npos) return false;
  const bool rest = at > 1 && lines[at - 1].blank_before == 0;
  return line(at - 1).size() >= kWide || (rest && line(at - 2).size() >= kWide);
}

SourceText source_text(const core::PagedText& paged, const gazetteer::Gazetteer& gazetteer,
                       language::Analyzer& analyzer, std::string title_hint, bool lost_diacritics) {
  SourceText source{paged,
                    gazetteer,
                    analyzer,
                    std::move(title_hint),
                    lost_diacritics,
                    {},
                    analyzer.analyze(paged.text),
                    folded_words(paged.text)};
  const std::string_view text = paged.text;
  int blank = 0;
  std::size_t token = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view whole = text.substr(begin, end - begin);
    const std::string_view trimmed = core::utf8::trim(whole);
    if (trimmed.empty()) {
      ++blank;
    } else {
      const auto offset = static_cast<std::size_t>(trimmed.data() - text.data());
      Line line{{offset, offset + trimmed.size()},
                core::utf8::length(text.substr(begin, offset - begin)),
                blank,
                paged.page_at(offset),
                token,
                token};
      while (line.end_token < source.tokens.size() &&
             source.tokens[line.end_token].token.range.begin < line.range.end)
        ++line.end_token;
      token = line.end_token;
      source.lines.push_back(line);
      blank = 0;
    }
    begin = end + 1;
  }
  return source;
}

}  // namespace szukajst::indexer::extract
