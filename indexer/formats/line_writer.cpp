#include "indexer/formats/line_writer.h"

#include <algorithm>
#include <utility>

namespace szukajst::indexer::formats {
namespace {

bool space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

void LineWriter::ask(int breaks) {
  breaks_ = std::max(breaks_, breaks);
  space_ = false;
}

void LineWriter::hard_break() {
  breaks_ = std::min(breaks_ + 1, 2);
  space_ = false;
}

void LineWriter::begin_text() {
  const bool first = out_.empty();
  if (first || breaks_ > 0) {
    if (!first) out_.append(static_cast<std::size_t>(breaks_), '\n');
    out_.append(indent_, ' ');
    out_ += std::exchange(marker_, {});
  } else if (!marker_.empty()) {
    out_ += '\n' + std::string(indent_, ' ') + std::exchange(marker_, {});
  } else if (space_) {
    out_ += ' ';
  }
  breaks_ = 0;
  space_ = false;
}

void LineWriter::text(std::string_view characters) {
  for (std::size_t at = 0; at < characters.size();) {
    if (space(characters[at])) {
      space_ = true;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < characters.size() && !space(characters[end])) ++end;
    begin_text();
    out_.append(characters, at, end - at);
    at = end;
  }
}

void LineWriter::lines(std::string_view preformatted) {
  const std::size_t first = preformatted.find_first_not_of('\n');
  if (first == std::string_view::npos) return;
  const std::size_t last = preformatted.find_last_not_of("\n ");
  if (last == std::string_view::npos) return;
  begin_text();
  for (const char c : preformatted.substr(first, last + 1 - first)) {
    out_ += c;
    if (c == '\n') out_.append(indent_, ' ');
  }
}

std::string LineWriter::take() {
  if (!out_.empty()) out_ += '\n';
  breaks_ = 0;
  return std::exchange(out_, {});
}

}  // namespace szukajst::indexer::formats
