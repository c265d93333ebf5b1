#include "server/render/document_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "core/utf8.h"

namespace szukajst::server {
namespace {

namespace utf8 = core::utf8;

// A line at least this long, in bytes, that ends before a lower-case letter was broken by the width of its
// page.
constexpr std::size_t kFullLine = 50;

struct Span {
  core::ByteRange range;
  std::string anchor;
};

// The ranges of all items such that each lies within another or apart from it: one that crosses the end of
// another ends there.
std::vector<Span> spans_of(const core::Record& record) {
  std::vector<Span> spans;
  core::for_each_evidence(record,
                          [&](core::EvidenceOf what, std::size_t index, const core::Evidence& evidence) {
                            for (std::size_t n = 0; n < evidence.size(); ++n)
                              spans.push_back({evidence[n], evidence_anchor(what, index, n)});
                          });
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  std::vector<std::size_t> ends;  // of those around
  for (Span& span : spans) {
    while (!ends.empty() && ends.back() <= span.range.begin) ends.pop_back();
    if (!ends.empty()) span.range.end = std::min(span.range.end, ends.back());
    ends.push_back(span.range.end);
  }
  return spans;
}

class TextPages {
 public:
  TextPages(const Strings& strings, Language language, const search::StoredDocument& document)
      : strings_(strings),
        language_(language),
        text_(document.text.text),
        repairs_(document.repairs),
        spans_(spans_of(document.record)) {}

  View::List paragraphs(core::ByteRange page) {
    View::List paragraphs;
    for (std::size_t begin = page.begin; begin < page.end;) {
      const std::size_t line_end = std::min(text_.find('\n', begin), page.end);
      const std::string_view line = text_.substr(begin, line_end - begin);
      const std::size_t next = std::min(line_end + 1, page.end);
      if (utf8::trim(line).empty()) {
        end_paragraph(paragraphs);
      } else {
        if (!segments_.empty()) segments_.push_back(View().set(joined_ ? "space" : "break", true));
        add_line(begin, line_end);
        joined_ = line.size() >= kFullLine && begins_small(next, page.end);
      }
      begin = next;
    }
    end_paragraph(paragraphs);
    return paragraphs;
  }

 private:
  bool begins_small(std::size_t at, std::size_t end) const {
    if (at >= end) return false;
    const char32_t c = utf8::next(text_, at);
    return utf8::is_letter(c) && !utf8::is_upper(c);
  }

  // Elements end with their paragraph; those of spans that go on are opened again in the next.
  void end_paragraph(View::List& paragraphs) {
    if (segments_.empty()) return;
    for (std::size_t i = 0; i < opened_; ++i) segments_.push_back(View().set("close", true));
    opened_ = 0;
    paragraphs.push_back(View().set("segments", std::exchange(segments_, {})));
  }

  void close_before(std::size_t at) {
    while (!around_.empty() && spans_[around_.back()].range.end <= at) {
      if (opened_ == around_.size()) {
        segments_.push_back(View().set("close", true));
        --opened_;
      }
      around_.pop_back();
    }
  }

  // Opens what goes on from the paragraph before, then what begins here.
  void open_at(std::size_t at) {
    for (; opened_ < around_.size(); ++opened_) segments_.push_back(View().set("open", true));
    for (; next_span_ < spans_.size() && spans_[next_span_].range.begin <= at; ++next_span_) {
      if (spans_[next_span_].range.end <= at) continue;
      segments_.push_back(
          View().set("open", true).set("named", true).set("anchor", spans_[next_span_].anchor));
      around_.push_back(next_span_);
      ++opened_;
    }
  }

  void add_plain(std::size_t begin, std::size_t end) {
    while (begin < end) {
      close_before(begin);
      open_at(begin);
      std::size_t cut = end;
      if (next_span_ < spans_.size()) cut = std::min(cut, spans_[next_span_].range.begin);
      if (!around_.empty()) cut = std::min(cut, spans_[around_.back()].range.end);
      segments_.push_back(View().set("plain", text_.substr(begin, cut - begin)));
      begin = cut;
    }
    close_before(end);
  }

  void add_line(std::size_t begin, std::size_t end) {
    for (; next_repair_ < repairs_.size() && repairs_[next_repair_].source.begin < end; ++next_repair_) {
      const core::Repair& repair = repairs_[next_repair_];
      const std::size_t from = repair.source.begin, to = std::min(repair.source.end, end);
      if (from < begin || to <= from) continue;
      add_plain(begin, from);
      open_at(from);
      segments_.push_back(View()
                              .set("mended", repair.mended)
                              .set("hint", strings_.fill(language_, "mended", {{"word", repair.mended}}))
                              .set("found", text_.substr(from, to - from)));
      close_before(to);
      begin = to;
    }
    add_plain(begin, end);
  }

  const Strings& strings_;
  const Language language_;
  std::string_view text_;
  const std::vector<core::Repair>& repairs_;
  const std::vector<Span> spans_;
  View::List segments_;              // of the paragraph
  std::vector<std::size_t> around_;  // the spans that the place lies in, outermost first
  std::size_t opened_ = 0;           // how many of them have an element in this paragraph
  std::size_t next_span_ = 0, next_repair_ = 0;
  bool joined_ = false;
};

}  // namespace

std::string evidence_anchor(core::EvidenceOf what, std::size_t index, std::size_t n) {
  static constexpr std::array<std::string_view, 12> kNames{"title",     "date",     "period",  "goal",
                                                           "place",     "official", "partner", "money",
                                                           "programme", "field",    "vision",  "mission"};
  return "at-" + std::string(kNames[static_cast<std::size_t>(what)]) + "-" + std::to_string(index) + "-" +
         std::to_string(n);
}

View::List text_pages(const Strings& strings, Language language, const search::StoredDocument& document) {
  TextPages text(strings, language, document);
  View::List pages;
  for (int page = 1; page <= document.text.pages(); ++page) {
    const std::string n = std::to_string(page);
    pages.push_back(View()
                        .set("n", n)
                        .set("page_heading", strings.fill(language, "document.page", {{"n", n}}))
                        .set("paragraphs", text.paragraphs(document.text.page(page))));
  }
  return pages;
}

}  // namespace szukajst::server
