#include "indexer/extract/evidence.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

// Calls `f(byte, size)` for each letter and digit.
template <typename F>
void for_each_letter(std::string_view text, F f) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = utf8::next(text, at);
    if (utf8::is_letter(c) || utf8::is_digit(c)) f(here, at - here);
  }
}

std::string letters_of(std::string_view text) {
  std::string letters;
  letters.reserve(text.size());
  for_each_letter(text, [&](std::size_t at, std::size_t size) { letters += text.substr(at, size); });
  return letters;
}

}  // namespace

WordingFinder::WordingFinder(std::string_view text, std::vector<core::ByteRange> parts)
    : text_(text), parts_(std::move(parts)) {
  std::size_t all = 0, count = 0;
  for (const core::ByteRange part : parts_) all += part.size();
  letters_.resize(all);
  places_.resize(all);
  for (const core::ByteRange part : parts_) {
    for_each_letter(part.in(text_), [&](std::size_t at, std::size_t size) {
      for (std::size_t place = part.begin + at, end = place + size; place < end; ++place, ++count) {
        letters_[count] = text_[place];
        places_[count] = place;
      }
    });
    part_ends_.push_back(count);
  }
  letters_.resize(count);
  places_.resize(count);
}

// Of letters [first, last); with the marks at the wording's ends where they stand there too ("(etap II)").
core::Evidence WordingFinder::evidence(std::size_t first, std::size_t last, std::string_view wording) const {
  std::size_t lead = wording.size(), tail = 0;
  for_each_letter(wording, [&](std::size_t at, std::size_t size) {
    lead = std::min(lead, at);
    tail = at + size;
  });
  core::ByteRange whole{places_[first], places_[last - 1] + 1};
  const std::string_view before = wording.substr(0, lead), behind = wording.substr(tail);
  if (text_.substr(0, whole.begin).ends_with(before)) whole.begin -= before.size();
  if (text_.substr(whole.end).starts_with(behind)) whole.end += behind.size();
  core::Evidence found;
  for (const core::ByteRange part : parts_) {
    const core::ByteRange met{std::max(part.begin, whole.begin), std::min(part.end, whole.end)};
    if (met.begin >= met.end) continue;
    const bool goes_on = !found.empty() && found.back().end <= met.begin &&
                         utf8::trim(text_.substr(found.back().end, met.begin - found.back().end)).empty();
    core::add_evidence(found, goes_on ? core::ByteRange{found.back().end, met.end} : met);
  }
  return found;
}

core::Evidence WordingFinder::find(std::string_view wording) {
  const std::string letters = letters_of(wording);
  if (letters.empty()) return {};
  std::size_t at = letters_.find(letters, next_);
  if (at == std::string::npos && next_ > 0) at = letters_.find(letters);
  if (at == std::string::npos) return {};
  next_ = at + letters.size();
  return evidence(at, next_, wording);
}

core::Evidence WordingFinder::find_parts(std::string_view wording) {
  if (core::Evidence whole = find(wording); !whole.empty()) return whole;
  const std::string letters = letters_of(wording);
  core::Evidence found;
  std::size_t met = 0, begin = 0;
  for (std::size_t i = 0; i < parts_.size() && met < letters.size(); ++i) {
    const std::size_t end = part_ends_[i];
    const std::string_view own = std::string_view(letters_).substr(begin, end - begin);
    if (!own.empty() && std::string_view(letters).substr(met).starts_with(own)) {
      core::add_evidence(found, {places_[begin], places_[end - 1] + 1});
      met += own.size();
    }
    begin = end;
  }
  return met == letters.size() ? found : core::Evidence{};
}

}  // namespace szukajst::indexer::extract
