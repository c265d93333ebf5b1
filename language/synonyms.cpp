#include "language/synonyms.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <utility>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

bool in_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = core::utf8::next(word, at);
    if (core::utf8::is_letter(letter) && !core::utf8::is_upper(letter)) return false;
  }
  return true;
}

// Whether a word of a query may be the word with these keys.
bool meets(const QueryWord& word, const std::vector<std::string>& keys) {
  return std::ranges::any_of(word.keys, [&](const QueryKey& key) {
    return key.kind != core::MatchKind::ocr && std::ranges::find(keys, key.key) != keys.end();
  });
}

}  // namespace

core::Result<Synonyms> Synonyms::load(const std::filesystem::path& file, Analyzer& analyzer) {
  std::ifstream stream(file);
  if (!stream) return core::Error{core::ErrorCode::not_found, file.string() + ": cannot be opened"};
  Synonyms synonyms;
  int number = 0;
  std::size_t group = 0;
  for (std::string line; std::getline(stream, line); ++group) {
    ++number;
    const std::string_view content = core::utf8::trim(line);
    if (content.empty() || content.starts_with('#')) continue;
    if (content.find('\t') == std::string_view::npos)
      return core::Error{core::ErrorCode::malformed, file.string() + ":" + std::to_string(number) +
                                                         ": two expressions or more are wanted"};
    for (std::size_t begin = 0; begin <= content.size();) {
      const std::size_t end = std::min(content.find('\t', begin), content.size());
      const std::string_view expression = content.substr(begin, end - begin);
      begin = end + 1;
      Entry entry;
      entry.group = group;
      for (const Token& token : tokenize(expression)) {
        const std::string word(token.range.in(expression));
        entry.keys.push_back(analyzer.word(word).keys);
        entry.words.push_back(word);
      }
      if (entry.words.empty())
        return core::Error{core::ErrorCode::malformed,
                           file.string() + ":" + std::to_string(number) + ": an expression has no words"};
      const std::string small = core::utf8::lower(entry.words.front());
      const Word& word = analyzer.word(small);
      entry.in_capitals = entry.words.size() == 1 && small != entry.words.front() &&
                          (word.source == WordSource::polimorf || word.source == WordSource::hunspell) &&
                          std::ranges::find(word.lemmas, small) != word.lemmas.end();
      for (const std::string& key : entry.keys.front())
        synonyms.first_keys_.emplace(key, synonyms.entries_.size());
      synonyms.entries_.push_back(std::move(entry));
    }
  }
  return synonyms;
}

Synonyms::Same Synonyms::at(std::span<const std::string_view> spellings,
                            std::span<const QueryWord* const> words) const {
  const Entry* longest = nullptr;
  for (const QueryKey& key : words.front()->keys) {
    if (key.kind == core::MatchKind::ocr) continue;
    const auto [first, last] = first_keys_.equal_range(key.key);
    for (auto at = first; at != last; ++at) {
      const Entry& entry = entries_[at->second];
      const std::size_t size = entry.words.size();
      if (size > words.size() || (longest != nullptr && longest->words.size() >= size)) continue;
      if (entry.in_capitals && !in_capitals(spellings.front())) continue;
      bool all = true;
      for (std::size_t i = 0; i < size && all; ++i) all = meets(*words[i], entry.keys[i]);
      if (all) longest = &entry;
    }
  }
  if (longest == nullptr) return {};
  Same same{longest->words.size(), {}};
  for (const Entry& entry : entries_) {
    if (entry.group == longest->group && &entry != longest) same.others.push_back(&entry.words);
  }
  return same;
}

}  // namespace szukajst::language
