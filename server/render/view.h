// What a template shows: a tree of flags, texts, lists and named members. Texts are plain; the
// template escapes them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace szukajst::server {

class View {
 public:
  using List = std::vector<View>;
  using Members = std::vector<std::pair<std::string, View>>;

  View() : value_(Members{}) {}
  View(bool flag) : value_(flag) {}                           // NOLINT: meant to convert
  View(std::string text) : value_(std::move(text)) {}         // NOLINT: meant to convert
  View(std::string_view text) : value_(std::string(text)) {}  // NOLINT: meant to convert
  View(const char* text) : value_(std::string(text)) {}       // NOLINT: meant to convert
  View(List list) : value_(std::move(list)) {}                // NOLINT: meant to convert

  // Of a view with members alone. A section of a template is shown for true, for a text (even an
  // empty one), and once for each view of a list.
  View& set(std::string_view name, View value) & {
    std::get<Members>(value_).emplace_back(std::string(name), std::move(value));
    return *this;
  }
  View&& set(std::string_view name, View value) && { return std::move(set(name, std::move(value))); }

  // The list as `name`, and whether it has any as "has_" + name.
  View& set_list(std::string_view name, List list) & {
    set("has_" + std::string(name), !list.empty());
    return set(name, std::move(list));
  }
  View&& set_list(std::string_view name, List list) && { return std::move(set_list(name, std::move(list))); }

  const std::variant<bool, std::string, List, Members>& value() const { return value_; }

 private:
  std::variant<bool, std::string, List, Members> value_;
};

}  // namespace szukajst::server
