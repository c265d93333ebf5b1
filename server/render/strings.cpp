#include "server/render/strings.h"

#include <fstream>
#include <vector>

namespace szukajst::server {
namespace {

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> result;
  std::size_t begin = 0;
  while (true) {
    const std::size_t tab = line.find('\t', begin);
    result.push_back(line.substr(begin, tab - begin));
    if (tab == std::string::npos) return result;
    begin = tab + 1;
  }
}

}  // namespace

core::Result<Strings> Strings::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream)
    return core::Error{core::ErrorCode::not_found, "the texts of the pages are missing: " + file.string()};
  Strings strings;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells = columns(line);
    const bool whole = cells.size() == 3 && !cells[0].empty() && !cells[1].empty() && !cells[2].empty();
    if (!whole || !strings.table_.try_emplace(cells[0], std::array{cells[1], cells[2]}).second) {
      return core::Error{core::ErrorCode::malformed, file.string() + " line " + std::to_string(number) +
                                                         ": not a new key and its text in every language"};
    }
  }
  return strings;
}

std::string_view Strings::get(Language language, std::string_view key) const {
  const auto found = table_.find(key);
  return found == table_.end() ? key : std::string_view(found->second[static_cast<std::size_t>(language)]);
}

std::string Strings::fill(Language language, std::string_view key, Values values) const {
  const std::string_view pattern = get(language, key);
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return result.append(pattern.substr(at));
    result.append(pattern.substr(at, open - at));
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const auto& [place, value] : values)
      if (place == name) result.append(value);
    at = close + 1;
  }
  return result;
}

std::string Strings::counted(Language language, std::string_view key, std::size_t count) const {
  return fill(language, std::string(key) + '.' + std::string(plural(language, count)),
              {{"n", number(language, count)}});
}

std::string Strings::date(Language language, const core::Date& date) const {
  const std::string month = "month." + std::to_string(date.month);
  return std::to_string(date.day) + "\u00A0" + std::string(get(language, month)) + ' ' +
         std::to_string(date.year);
}

std::string Strings::period(Language language, const core::Period& period) const {
  std::string from = period.from ? std::to_string(*period.from) : "";
  const std::string to = period.to ? std::to_string(*period.to) : "";
  if (from == to) return from;
  if (to.empty()) return fill(language, "period.from", {{"year", from}});
  if (from.empty()) return fill(language, "period.to", {{"year", to}});
  return from + "–" + to;
}

std::string_view plural(Language language, std::size_t count) {
  if (count == 1) return "one";
  if (language == Language::english) return "many";
  const std::size_t last = count % 10, last_two = count % 100;
  return last >= 2 && last <= 4 && (last_two < 12 || last_two > 14) ? "few" : "many";
}

std::string number(Language language, std::size_t value) {
  const std::string digits = std::to_string(value);
  const std::string_view separator = language == Language::polish ? "\u00A0" : ",";
  std::string result;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) result.append(separator);
    result.push_back(digits[i]);
  }
  return result;
}

std::string amount(Language language, std::int64_t hundredths) {
  const bool negative = hundredths < 0;
  const std::uint64_t all =
      negative ? 0 - static_cast<std::uint64_t>(hundredths) : static_cast<std::uint64_t>(hundredths);
  std::string result = (negative ? "−" : "") + number(language, all / 100);
  if (const auto part = all % 100; part != 0) {
    result += language == Language::polish ? ',' : '.';
    result += static_cast<char>('0' + part / 10);
    result += static_cast<char>('0' + part % 10);
  }
  return result;
}

}  // namespace szukajst::server
