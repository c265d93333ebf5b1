#include "search/snippet.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/utf8.h"
#include "search/ranking.h"

namespace szukajst::search {
namespace {

constexpr auto kKinds = Weights{}.kinds;

constexpr std::size_t kMostSnippets = 3;
constexpr std::size_t kTokens = 30;    // of a snippet
constexpr std::size_t kLead = 10;      // at most so many before the first match
constexpr std::size_t kShortest = 12;  // a sentence that ends before is followed by the next
constexpr std::size_t kMostBytes = 480;
constexpr double kRepeat = 0.05;  // what a further meeting of the same word counts

// Matches first to last (both included), and how good a passage they make.
struct Window {
  std::size_t first = 0, last = 0;
  double value = 0;
};

class Cutter {
 public:
  Cutter(const core::KeptDocument& document, const std::vector<TokenMatch>& matches,
         const std::vector<double>& weights)
      : document_(document), matches_(matches), weights_(weights) {}

  std::vector<Snippet> cut() const {
    if (document_.tokens.empty()) return {};
    if (matches_.empty()) return {render(bounds(0, 0))};
    std::vector<Window> windows = all_windows();
    std::stable_sort(windows.begin(), windows.end(),
                     [](const Window& a, const Window& b) { return a.value > b.value; });
    std::vector<Snippet> snippets;
    std::vector<core::ByteRange> taken;
    for (const Window& window : windows) {
      const core::ByteRange range = bounds(matches_[window.first].token, matches_[window.last].token);
      const bool overlaps = std::any_of(taken.begin(), taken.end(), [&](const core::ByteRange& other) {
        return range.begin < other.end && other.begin < range.end;
      });
      if (overlaps) continue;
      taken.push_back(range);
      snippets.push_back(render(range));
      if (snippets.size() == kMostSnippets) break;
    }
    return snippets;
  }

 private:
  std::string_view text() const { return document_.text.text; }
  core::ByteRange token(std::size_t i) const { return document_.tokens[i]; }
  int page(std::size_t i) const { return document_.text.page_at(token(i).begin); }

  // A window for each match that it begins with, as far as the size and the page allow.
  std::vector<Window> all_windows() const {
    std::vector<Window> windows;
    std::vector<double> best(weights_.size());
    for (std::size_t first = 0; first < matches_.size(); ++first) {
      std::fill(best.begin(), best.end(), 0.0);
      Window window{first, first, 0};
      const int on_page = page(matches_[first].token);
      for (std::size_t i = first; i < matches_.size(); ++i) {
        const TokenMatch& match = matches_[i];
        if (match.token - matches_[first].token >= kTokens - kLead || page(match.token) != on_page) break;
        const double worth = weights_[match.word] * kKinds[static_cast<std::size_t>(match.kind)];
        window.value += kRepeat * worth;
        if (worth > best[match.word]) window.value += worth - std::exchange(best[match.word], worth);
        window.last = i;
      }
      windows.push_back(window);
    }
    return windows;
  }

  // Whether a sentence or a paragraph begins with the token.
  bool begins_sentence(std::size_t i) const {
    if (i == 0) return true;
    const std::size_t before = token(i - 1).end;
    if (token(i).begin <= before) return false;
    const std::string_view gap = text().substr(before, token(i).begin - before);
    if (gap.find("\n\n") != std::string_view::npos) return true;
    const std::size_t mark = gap.find_first_of(".!?");
    return mark != std::string_view::npos && mark + 1 < gap.size() &&
           (gap[mark + 1] == ' ' || gap[mark + 1] == '\n');
  }

  // From a little before the first token, from where its sentence begins if that is near, to a
  // little behind the last.
  core::ByteRange bounds(std::size_t first, std::size_t last) const {
    const int on_page = page(first);
    const auto fits = [&](std::size_t from, std::size_t to) {
      return token(to).end - token(from).begin <= kMostBytes && page(from) == on_page && page(to) == on_page;
    };
    std::size_t from = first, to = last;
    while (from > 0 && first - from < kLead && !begins_sentence(from) && fits(from - 1, to)) --from;
    while (to + 1 < document_.tokens.size() && to - from + 1 < kTokens && fits(from, to + 1)) {
      if (to >= last && to - from + 1 >= kShortest && begins_sentence(to + 1)) break;
      ++to;
    }
    std::size_t end = token(to).end;
    while (end < text().size() && std::string_view(".,;:!?)").find(text()[end]) != std::string_view::npos)
      ++end;
    return {token(from).begin, end};
  }

  // The text on one line, with what matches in it.
  Snippet render(core::ByteRange range) const {
    Snippet snippet;
    snippet.page = document_.text.page_at(range.begin);
    auto match = std::partition_point(matches_.begin(), matches_.end(), [&](const TokenMatch& each) {
      return token(each.token).begin < range.begin;
    });
    std::size_t length = 0, highlight_end = 0;
    for (std::size_t at = range.begin; at < range.end;) {
      while (match != matches_.end() && token(match->token).begin <= at) {
        if (token(match->token).end > at && highlight_end == 0) {
          snippet.highlights.emplace_back(length, length);
          highlight_end = token(match->token).end;
        }
        ++match;
      }
      const std::size_t before = at;
      const char32_t c = core::utf8::next(text(), at);
      const bool space = core::utf8::trim(text().substr(before, at - before)).empty();
      if (!space) {
        core::utf8::append(snippet.text, c);
        ++length;
      } else if (!snippet.text.empty() && snippet.text.back() != ' ') {
        snippet.text.push_back(' ');
        ++length;
      }
      if (highlight_end != 0 && at >= highlight_end) {
        snippet.highlights.back().second = length;
        highlight_end = 0;
      }
    }
    if (highlight_end != 0) snippet.highlights.back().second = length;
    return snippet;
  }

  const core::KeptDocument& document_;
  const std::vector<TokenMatch>& matches_;
  const std::vector<double>& weights_;
};

}  // namespace

std::vector<Snippet> cut_snippets(const core::KeptDocument& document, const std::vector<TokenMatch>& matches,
                                  const std::vector<double>& weights) {
  return Cutter(document, matches, weights).cut();
}

}  // namespace szukajst::search
