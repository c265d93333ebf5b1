#include "server/render/template.h"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <iterator>
#include <kainjow/mustache.hpp>
#include <map>
#include <system_error>
#include <vector>

#include "core/utf8.h"

namespace szukajst::server {
namespace {

namespace mustache = kainjow::mustache;

constexpr int kDeepestPart = 8;

using Sources = std::map<std::string, std::string, std::less<>>;

core::Error malformed(const std::string& page, const std::string& why) {
  return {core::ErrorCode::malformed, "the template " + page + " cannot be used: " + why};
}

// Takes the parts in and puts the constants in place, so that only what belongs to the views is left.
core::Result<std::string> expand(const Sources& sources, const std::string& page, std::string_view source,
                                 const Templates::Constants& constants, int depth) {
  if (depth > kDeepestPart) return malformed(page, "its parts take each other in");
  std::string result;
  while (true) {
    const std::size_t open = source.find("{{");
    const std::size_t close = source.find("}}", open);
    result.append(source.substr(0, open));
    if (open == std::string_view::npos) return result;
    if (close == std::string_view::npos) return malformed(page, "a tag is not closed");
    const std::string_view tag = source.substr(open, close + 2 - open);
    const std::string_view content = core::utf8::trim(source.substr(open + 2, close - open - 2));
    source.remove_prefix(close + 2);
    if (content.starts_with('{') || content.starts_with('&')) return malformed(page, "an unescaped variable");
    if (content.starts_with('!')) continue;
    if (content.starts_with('>')) {
      const auto part = sources.find("_" + std::string(core::utf8::trim(content.substr(1))));
      if (part == sources.end()) return malformed(page, "no part " + std::string(tag));
      auto expanded = expand(sources, page, part->second, constants, depth + 1);
      if (!expanded) return expanded;
      result += *expanded;
    } else if (const auto constant = constants(content)) {
      result += mustache::html_escape(*constant);
    } else if (content.find('.') != std::string_view::npos) {
      return malformed(page, "nothing stands for " + std::string(tag));
    } else {
      result.append(tag);
    }
  }
}

mustache::data to_data(const View& view) {
  struct Convert {
    mustache::data operator()(bool flag) const { return {flag}; }
    mustache::data operator()(const std::string& text) const { return {text}; }
    mustache::data operator()(const View::List& list) const {
      mustache::data items(mustache::data::type::list);
      // The library has no other way to move into a list; its own would copy the tree at every level.
      auto& inside = const_cast<mustache::list&>(items.list_value());
      inside.reserve(list.size());
      for (const View& item : list) inside.push_back(to_data(item));
      return items;
    }
    mustache::data operator()(const View::Members& members) const {
      mustache::data object;
      for (const auto& [name, value] : members) object[name] = to_data(value);
      return object;
    }
  };
  return std::visit(Convert{}, view.value());
}

}  // namespace

struct Templates::State {
  // Rendering is not const in the library, but changes a template only where it has lambdas or parts
  // of the library's own kind; there are none here, so threads may share it.
  std::map<std::string, std::unique_ptr<mustache::mustache>, std::less<>> pages;
};

Templates::Templates(std::unique_ptr<State> state) : state_(std::move(state)) {}
Templates::Templates(Templates&&) noexcept = default;
Templates::~Templates() = default;

core::Result<Templates> Templates::load(const std::filesystem::path& folder, const Constants& constants) {
  Sources sources;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto kind = entry.path().extension();
    if (kind != ".html" && kind != ".xml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    sources[entry.path().stem().string()] = std::string(std::istreambuf_iterator<char>(stream), {});
  }
  if (sources.empty())
    return core::Error{core::ErrorCode::not_found, "the page templates are missing: " + folder.string()};
  auto state = std::make_unique<State>();
  for (const auto& [page, source] : sources) {
    if (page.starts_with('_')) continue;
    const auto expanded = expand(sources, page, source, constants, 0);
    if (!expanded) return expanded.error();
    auto parsed = std::make_unique<mustache::mustache>(*expanded);
    if (!parsed->is_valid()) return malformed(page, parsed->error_message());
    state->pages.emplace(page, std::move(parsed));
  }
  return Templates(std::move(state));
}

std::string Templates::render(std::string_view page, const View& view) const {
  const auto found = state_->pages.find(page);
  assert(found != state_->pages.end());
  return found->second->render(to_data(view));
}

}  // namespace szukajst::server
