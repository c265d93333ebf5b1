#include "language/repair_signs.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

constexpr std::string_view kSpace = " \t\n\f";
constexpr double kCertainty = 0.9;

// The letter that ends before, and the one that begins at a byte; 0 where there is none.
char32_t letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char32_t c = utf8::next(text, at);
  return utf8::is_letter(c) ? c : 0;
}
char32_t letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return letter_at(text, at);
}

}  // namespace

core::Result<Signs> Signs::open(const std::filesystem::path& file) {
  constexpr std::array<std::pair<std::string_view, Place>, 7> kPlaces = {{{"between", Place::between},
                                                                          {"begin", Place::begin},
                                                                          {"end", Place::end},
                                                                          {"before", Place::before},
                                                                          {"alone", Place::alone},
                                                                          {"close", Place::close},
                                                                          {"joins", Place::joins}}};
  std::ifstream lines(file);
  if (!lines) return core::Error{core::ErrorCode::not_found, "cannot read " + file.string()};
  Signs signs;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string, 4> fields;
    std::size_t count = 0;
    for (std::size_t begin = 0; count < fields.size(); ++count) {
      const auto end = std::min(line.find('\t', begin), line.size());
      fields[count] = line.substr(begin, end - begin);
      begin = std::min(end + 1, line.size());
    }
    const auto place = std::ranges::find(kPlaces, fields[1], &std::pair<std::string_view, Place>::first);
    const bool heavy = fields[0] == "heavy";
    if (place == kPlaces.end() || (!heavy && fields[0] != "light") || fields[2].empty()) {
      return core::Error{core::ErrorCode::malformed, file.string() + ": not a rule for a sign: " + line};
    }
    signs.rules_.push_back(
        {heavy ? SignDamage::heavy : SignDamage::light, place->second, fields[2], fields[3]});
  }
  return signs;
}

const Signs::Rule* Signs::rule(SignDamage damage, Place place, std::string_view sign) const {
  const auto found = std::ranges::find_if(rules_, [&](const Rule& rule) {
    return rule.damage == damage && rule.place == place && rule.sign == sign;
  });
  return found == rules_.end() ? nullptr : &*found;
}

// A run between white space.
void Signs::mend_run(std::string_view text, ByteRange run, SignDamage damage,
                     std::vector<core::Repair>& repairs) const {
  const auto put = [&](ByteRange range, std::string mended) {
    if (range.in(text) != mended && !mended.empty())
      repairs.push_back({range, std::move(mended), kCertainty});
  };
  const auto sign = run.in(text);
  const bool begins = run.begin == 0 || text[run.begin - 1] == '\n';
  const bool ends = run.end == text.size() || text[run.end] == '\n';
  if (letter_at(text, run.begin) == 0 && utf8::length(sign) <= 3) {
    const Rule* of = nullptr;
    if (!begins && !ends) of = rule(damage, Place::between, sign);
    if (begins && !ends) of = rule(damage, Place::begin, sign);
    if (!begins && ends) of = rule(damage, Place::end, sign);
    if (of != nullptr && !of->paper.empty()) return put(run, of->paper);
    if (of == nullptr) of = rule(damage, Place::alone, sign);
    const Rule* const goes = of;
    of = rule(damage, Place::close, sign);
    if (of != nullptr && run.begin > 1 && text[run.begin - 1] == ' ' &&
        letter_before(text, run.begin - 1) != 0)
      return put({run.begin - 1, run.end}, of->paper);
    if (goes != nullptr) {
      // One of the spaces at its sides goes with it, a line's end rather stays.
      if (run.begin > 0 && text[run.begin - 1] == ' ' && run.end < text.size())
        return put({run.begin - 1, run.end + 1}, std::string(text.substr(run.end, 1)));
      if (run.begin > 0 && run.end < text.size() && text[run.end] == ' ')
        return put({run.begin - 1, run.end + 1}, std::string(text.substr(run.begin - 1, 1)));
    }
    return;
  }
  for (const Rule& of : rules_) {
    if (of.damage != damage) continue;
    if (of.place == Place::before && sign.starts_with(of.sign) &&
        letter_at(text, run.begin + of.sign.size()) != 0) {
      put({run.begin, run.begin + of.sign.size()}, of.paper);
    }
    if (of.place != Place::joins) continue;
    for (auto at = sign.find(of.sign); at != std::string_view::npos; at = sign.find(of.sign, at + 1)) {
      const ByteRange range{run.begin + at, run.begin + at + of.sign.size()};
      const bool word_before = at > 0, word_behind = letter_at(text, range.end) != 0;
      if (word_before && word_behind) put(range, of.paper);
    }
  }
}

std::vector<core::Repair> Signs::repairs(std::string_view text, SignDamage damage) const {
  std::vector<core::Repair> repairs;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(kSpace, at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(kSpace, begin), text.size());
    const std::size_t before = repairs.size();
    mend_run(text, {begin, at}, damage, repairs);
    // Two signs side by side want the same space.
    if (repairs.size() > before && before > 0 &&
        repairs[before].source.begin < repairs[before - 1].source.end)
      repairs.resize(before);
  }
  return repairs;
}

}  // namespace szukajst::language
