// Codes of territorial units in the official register (TERYT, system TERC), without the type digit:
// 2 digits a voivodeship, 4 a county, 6 a municipality.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace szukajst::core {

enum class TerytLevel { voivodeship = 2, county = 4, municipality = 6 };

class Teryt {
 public:
  // Reads 2, 4 or 6 ASCII digits; nothing for any other text.
  static std::optional<Teryt> parse(std::string_view text);

  const std::string& text() const { return text_; }
  TerytLevel level() const { return static_cast<TerytLevel>(text_.size()); }
  // The unit one level up; nothing for a voivodeship.
  std::optional<Teryt> parent() const;
  // Whether `other` is this unit or lies in it.
  bool contains(const Teryt& other) const;

  auto operator<=>(const Teryt&) const = default;

 private:
  explicit Teryt(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace szukajst::core
