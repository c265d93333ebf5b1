#include "core/text.h"

#include <algorithm>

namespace szukajst::core {
namespace {

constexpr std::size_t kStep = 512;

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;  // no continuation byte
  }));
}

}  // namespace

int PagedText::page_at(std::size_t byte) const {
  const auto after = std::upper_bound(page_starts.begin(), page_starts.end(), byte);
  return std::max(1, static_cast<int>(after - page_starts.begin()));
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  marks_.reserve(text.size() / kStep + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    marks_.push_back(count);
    count += code_points(text.substr(at, kStep));
  }
}

std::size_t CodePoints::before(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  const std::size_t mark = byte / kStep;
  return marks_[mark] + code_points(text_.substr(mark * kStep, byte - mark * kStep));
}

}  // namespace szukajst::core
