// Page templates in the mustache language. Its library appears in template.cpp alone.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "server/render/view.h"

namespace szukajst::server {

// Immutable and thread-safe once loaded.
class Templates {
 public:
  // What stands for {{group.name}} in every page, known before any view is: texts and addresses.
  // (Members of views have no dot in their names.)
  using Constants = std::function<std::optional<std::string>(std::string_view name)>;

  // Reads every "*.html" of `folder`; one that begins with '_' is a part that the others take in by
  // {{> name}}. Errors: not_found; malformed (names the file): a syntax error, an unknown part or
  // constant, or an unescaped variable, for which there is no use here.
  static core::Result<Templates> load(const std::filesystem::path& folder, const Constants& constants);
  Templates(Templates&&) noexcept;
  ~Templates();

  // `page`: the file's name without ".html"; one that was loaded.
  std::string render(std::string_view page, const View& view) const;

 private:
  struct State;
  explicit Templates(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace szukajst::server
