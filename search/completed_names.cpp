#include "search/completed_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "core/fields.h"
#include "search/word_finder.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kShortest = 2;  // bytes of a lonely word; more names begin with one letter than fit
constexpr std::size_t kShortestMended = 4;  // letters of what may have a slip
constexpr std::size_t kNamesOfWord = 64;    // commonest names with one word that are looked at
constexpr std::size_t kNamesRead = 1000;    // names whose words are compared with all that was typed
constexpr std::size_t kFewNames = 3;        // with fewer, a slip is looked for
constexpr std::size_t kMostWords = 12;      // that are compared

// The commonest names of each kind, by their numbers: the smaller, the commoner.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) {}
  void add(core::NameKind kind, std::uint32_t name) {
    auto& names = by_kind_[static_cast<std::size_t>(kind)];
    if (names.size() == most_ && name >= names.back()) return;
    const auto place = std::ranges::lower_bound(names, name);
    if (place != names.end() && *place == name) return;
    names.insert(place, name);
    if (names.size() > most_) names.pop_back();
  }
  std::vector<std::uint32_t> all() const {
    std::vector<std::uint32_t> names;
    for (const auto& each : by_kind_) names.insert(names.end(), each.begin(), each.end());
    return names;
  }

 private:
  std::size_t most_;
  std::array<std::vector<std::uint32_t>, core::kNameKinds> by_kind_;
};

// A segment's names.
class Names {
 public:
  Names(const SegmentView& segment, const IndexReader& reader, std::size_t most)
      : segment_(segment), names_(segment.suggestions), finder_(names_), reader_(reader), most_(most) {}

  std::vector<std::uint32_t> find(const std::vector<std::string>& words, bool mended) const {
    Best best(segment_.deleted.empty() ? most_ : 2 * most_);
    if (words.size() == 1) {
      for (const WordRange& range : last(words.front(), mended)) {
        for (std::size_t word = range.first; word < range.last; ++word) {
          const auto with = names_.names_with(word);
          for (const std::uint32_t name : with.first(std::min(with.size(), kNamesOfWord)))
            best.add(names_.name(name).kind, name);
        }
      }
      return living(best);
    }
    std::span<const std::uint32_t> rarest;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const WordRange range = finder_.spelt(words[i]);
      const auto with = range.size() > 0 ? names_.names_with(range.first) : std::span<const std::uint32_t>();
      if (with.empty()) return {};
      if (rarest.empty() || with.size() < rarest.size()) rarest = with;
    }
    for (const std::uint32_t name : rarest.first(std::min(rarest.size(), kNamesRead)))
      if (fits(core::words_of_name(names_.name(name).text), words, mended))
        best.add(names_.name(name).kind, name);
    return living(best);
  }

  // What of the name is the same in each segment.
  CompletedName told(std::uint32_t number, bool mended) const {
    const core::Suggestions::Name name = names_.name(number);
    CompletedName told{name.kind, std::string(name.text), "", name.documents, mended};
    if (name.kind == core::NameKind::place) {
      if (const auto code = core::teryt_of(name.ref)) told.value = code->text();
    } else if (name.kind == core::NameKind::title && name.documents == 1 &&
               name.ref < segment_.info.documents) {
      told.value = segment_.columns.ids[name.ref];
    }
    return told;
  }

 private:
  std::vector<WordRange> last(const std::string& word, bool mended) const {
    if (!mended) return {finder_.beginning_with(word)};
    return finder_.nearly_beginning_with(word);
  }

  static bool fits(const std::vector<std::string>& name, const std::vector<std::string>& words, bool mended) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      if (std::ranges::find(name, words[i]) == name.end()) return false;
    return std::ranges::any_of(name, [&](const std::string& each) {
      if (!mended) return each.starts_with(words.back());
      const std::size_t size = words.back().size();
      for (const std::size_t length : {size - 1, size, size + 1})
        if (slips_between(std::string_view(each).substr(0, length), words.back(), 1) <= 1) return true;
      return false;
    });
  }

  std::vector<std::uint32_t> living(const Best& best) const {
    std::vector<std::uint32_t> names = best.all();
    if (!segment_.deleted.empty()) std::erase_if(names, [&](std::uint32_t name) { return !lives(name); });
    return names;
  }

  bool lives(std::uint32_t number) const {
    const core::Suggestions::Name name = names_.name(number);
    if (name.kind == core::NameKind::title) {
      if (name.documents == 1) return name.ref < segment_.info.documents && segment_.live(name.ref);
      for (std::size_t document = name.ref; document < names_.titles.size(); ++document)
        if (names_.titles[document] == number && segment_.live(document)) return true;
      return false;
    }
    static constexpr std::array kTags{core::Tag::place, core::Tag::official, core::Tag::partner,
                                      core::Tag::programme};
    const auto code = name.kind == core::NameKind::place ? core::teryt_of(name.ref) : std::nullopt;
    PostingCursor cursor = reader_.cursor(core::term(kTags[static_cast<std::size_t>(name.kind)],
                                                     code ? code->text() : core::name_key(name.text)));
    for (; cursor.number() != kNoMore; cursor.seek(cursor.number() + 1))
      if (cursor.number() <= segment_.info.documents && segment_.live(cursor.number() - 1)) return true;
    return false;
  }

  const SegmentView& segment_;
  const core::Suggestions& names_;
  WordFinder finder_;
  const IndexReader& reader_;
  std::size_t most_;
};

std::string same(const CompletedName& name) {
  const bool place = name.kind == core::NameKind::place, title = name.kind == core::NameKind::title;
  return std::string(1, static_cast<char>('0' + static_cast<int>(name.kind))) +
         (place   ? name.value
          : title ? word_key(name.text)
                  : core::name_key(name.text));
}

}  // namespace

std::vector<CompletedName> complete_names(const std::vector<std::string>& words, std::size_t most,
                                          const CompletionSources& sources) {
  if (words.empty() || words.size() > kMostWords) return {};
  if (words.size() == 1 && words.front().size() < kShortest) return {};
  const auto& segments = sources.snapshot.segments;
  std::map<std::string, CompletedName> found;
  for (const bool mended : {false, true}) {
    if (mended && (found.size() >= kFewNames || words.back().size() < kShortestMended)) break;
    for (std::size_t i = 0; i < segments.size() && !sources.deadline.look(); ++i) {
      const Names names(segments[i], sources.readers[i], most);
      for (const std::uint32_t number : names.find(words, mended)) {
        CompletedName name = names.told(number, mended);
        std::string key = same(name);
        const auto [place, added] = found.try_emplace(std::move(key), name);
        if (added) continue;
        if (place->second.mended != mended) continue;  // counted before
        place->second.documents += name.documents;
        if (name.kind == core::NameKind::title) place->second.value.clear();
      }
    }
  }
  std::vector<CompletedName> names;
  for (auto& [key, name] : found) names.push_back(std::move(name));
  std::ranges::stable_sort(names, {}, [](const CompletedName& name) {
    return std::pair(name.mended, -static_cast<double>(name.documents));
  });
  std::array<std::size_t, core::kNameKinds> kept{};
  std::erase_if(
      names, [&](const CompletedName& name) { return ++kept[static_cast<std::size_t>(name.kind)] > most; });
  return names;
}

}  // namespace szukajst::search
