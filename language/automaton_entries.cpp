#include "language/automaton_entries.h"

namespace szukajst::language {

std::optional<Decoded> decode_entry(std::string_view form, std::string_view entry) {
  constexpr unsigned kAll = 255;  // the whole form is cut
  if (entry.size() < 2) return std::nullopt;
  const auto count = [&](std::size_t i) { return (static_cast<unsigned char>(entry[i]) - 'A') & 0xffU; };
  std::size_t begin = count(0), end = count(1);
  if (begin == kAll || end == kAll) begin = form.size(), end = 0;
  if (begin + end > form.size()) return std::nullopt;
  const auto separator = entry.find(';', 2);
  Decoded decoded;
  decoded.lemma = form.substr(begin, form.size() - begin - end);
  decoded.lemma += entry.substr(2, separator == std::string_view::npos ? separator : separator - 2);
  if (separator != std::string_view::npos) decoded.tags = entry.substr(separator + 1);
  return decoded;
}

}  // namespace szukajst::language
