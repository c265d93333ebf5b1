#include "core/teryt.h"

#include <algorithm>

namespace szukajst::core {

std::optional<Teryt> Teryt::parse(std::string_view text) {
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || (text.size() != 2 && text.size() != 4 && text.size() != 6)) return std::nullopt;
  return Teryt(std::string(text));
}

std::optional<Teryt> Teryt::parent() const {
  if (text_.size() == 2) return std::nullopt;
  return Teryt(text_.substr(0, text_.size() - 2));
}

bool Teryt::contains(const Teryt& other) const {
  return other.text_.starts_with(text_);
}

}  // namespace szukajst::core
