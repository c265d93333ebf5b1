#include "core/suggestions.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

#include "core/fields.h"
#include "core/utf8.h"

namespace szukajst::core {
namespace {

constexpr std::size_t kShortestWord = 2, kLongestWord = 40;  // letters
constexpr std::size_t kLongestName = 400;                    // bytes
constexpr std::size_t kMostWords = 24;                       // of a name

std::string key_of(std::string_view text) {
  return utf8::fold(utf8::lower(text));
}

// Whether the word is of letters alone, of a length that words have.
bool is_word(std::string_view word) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < word.size(); ++length)
    if (!utf8::is_letter(utf8::next(word, at))) return false;
  return length >= kShortestWord && length <= kLongestWord;
}

class TextsWriter {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  void write(const std::string& name, ColumnsWriter& file) const {
    file.add(name + ".starts", starts_);
    file.add(name + ".bytes", bytes_);
  }

 private:
  std::vector<std::uint32_t> starts_{0};
  std::string bytes_;
};

bool runs(std::span<const std::uint32_t> starts, std::size_t size, std::size_t total) {
  return starts.size() == size + 1 && starts.front() == 0 && starts.back() == total &&
         std::is_sorted(starts.begin(), starts.end());
}

bool all_below(std::span<const std::uint32_t> values, std::size_t limit) {
  return std::all_of(values.begin(), values.end(), [&](std::uint32_t value) { return value < limit; });
}

}  // namespace

std::uint32_t teryt_number(const Teryt& code) {
  std::uint32_t number = 1;
  for (const char digit : code.text()) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  return number;
}

std::optional<Teryt> teryt_of(std::uint32_t number) {
  const std::string digits = std::to_string(number);
  return digits.front() == '1' ? Teryt::parse(std::string_view(digits).substr(1)) : std::nullopt;
}

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  const std::string key = key_of(name);
  std::string word;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = utf8::next(key, at);
    if (utf8::is_letter(c) || utf8::is_digit(c)) {
      utf8::append(word, c);
      continue;
    }
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::uint32_t letters_of(std::string_view key) {
  std::uint32_t letters = 0;
  for (const char c : key) letters |= 1U << (c >= 'a' && c <= 'z' ? c - 'a' : 26);
  return letters;
}

void SuggestionsWriter::add_document(const std::vector<DocumentName>& names) {
  const auto document = static_cast<std::uint32_t>(titles_.size());
  titles_.push_back(kNoName);
  for (const DocumentName& name : names) {
    if (name.text.empty() || name.text.size() > kLongestName) continue;
    const bool place = name.kind == NameKind::place, title = name.kind == NameKind::title;
    // Titles differ in more than their letters ("2014–2020", "2021–2027"); names of people do not.
    std::string key(1, static_cast<char>('0' + static_cast<int>(name.kind)));
    key += place ? std::to_string(name.code) : title ? key_of(name.text) : name_key(name.text);
    const auto [found, added] = known_.try_emplace(std::move(key), static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back({name.kind, name.text, 0, place ? name.code : document});
    ++names_[found->second].documents;
    if (title) titles_.back() = found->second;
  }
}

void SuggestionsWriter::add_word(std::string_view word, std::uint32_t documents, bool spelt) {
  if (!is_word(word)) return;
  Counted& known = words_[std::string(word)];
  known.documents = std::max(known.documents, documents);
  known.spelt = known.spelt || spelt;
}

Result<Done> SuggestionsWriter::write(const std::filesystem::path& path) const {
  std::vector<std::uint32_t> order(names_.size()), number(names_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return names_[a].documents > names_[b].documents;
  });
  for (std::uint32_t place = 0; place < order.size(); ++place) number[order[place]] = place;

  struct Word {
    std::string key;
    std::string_view word;
    std::uint32_t documents;
    bool spelt;
    std::vector<std::uint32_t> names;
  };
  std::vector<Word> words;
  words.reserve(words_.size());
  for (const auto& [word, counted] : words_)
    words.push_back({key_of(word), word, counted.documents, counted.spelt, {}});
  const auto ordered = [](const Word& a, const Word& b) {
    return std::tie(a.key, a.word) < std::tie(b.key, b.word);
  };
  std::sort(words.begin(), words.end(), ordered);
  // A name is found by any text with the key of its word: the first of them leads to it. Words that no text
  // has stand as their own keys.
  std::unordered_map<std::string, std::vector<std::uint32_t>> of_key;
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    auto parts = words_of_name(names_[order[place]].text);
    if (parts.size() > kMostWords) parts.resize(kMostWords);
    for (const std::string& part : parts) {
      std::vector<std::uint32_t>& names = of_key[part];
      if (names.empty() || names.back() != place) names.push_back(place);
    }
  }
  std::vector<Word> of_names;
  for (const auto& [key, names] : of_key) {
    const auto known =
        std::lower_bound(words.begin(), words.end(), key,
                         [](const Word& word, const std::string& wanted) { return word.key < wanted; });
    if (known != words.end() && known->key == key) {
      known->names = names;
    } else {
      of_names.push_back({key, key, 0, false, names});
    }
  }
  std::move(of_names.begin(), of_names.end(), std::back_inserter(words));
  std::sort(words.begin(), words.end(), ordered);

  ColumnsWriter file;
  TextsWriter texts, names;
  std::vector<std::uint32_t> documents, letters, name_starts{0}, word_names, name_documents, refs;
  std::vector<std::uint8_t> kinds;
  for (const Word& word : words) {
    texts.add(word.word);
    documents.push_back(word.documents);
    const auto length = std::min(static_cast<std::uint32_t>(word.key.size()), kLongestTold);
    letters.push_back(letters_of(word.key) | length << kLengthShift | (word.spelt ? kSpelt : 0));
    word_names.insert(word_names.end(), word.names.begin(), word.names.end());
    name_starts.push_back(static_cast<std::uint32_t>(word_names.size()));
  }
  for (const std::uint32_t i : order) {
    names.add(names_[i].text);
    kinds.push_back(static_cast<std::uint8_t>(names_[i].kind));
    name_documents.push_back(names_[i].documents);
    refs.push_back(names_[i].ref);
  }
  std::vector<std::uint32_t> titles = titles_;
  for (std::uint32_t& title : titles)
    if (title != kNoName) title = number[title];
  texts.write("word", file);
  file.add("word.documents", documents);
  file.add("word.letters", letters);
  file.add("word.names.starts", name_starts);
  file.add("word.names", word_names);
  names.write("name", file);
  file.add("name.kind", kinds);
  file.add("name.documents", name_documents);
  file.add("name.ref", refs);
  file.add("title", titles);
  return file.write(path);
}

Result<Suggestions> Suggestions::open(const std::filesystem::path& path, std::size_t documents) {
  auto opened = Columns::open(path);
  if (!opened) return opened.error();
  Suggestions all(std::move(*opened));
  const Columns& file = all.file_;
  all.words = {file.get<std::uint32_t>("word.starts"), file.get<char>("word.bytes")};
  all.documents = file.get<std::uint32_t>("word.documents");
  all.letters = file.get<std::uint32_t>("word.letters");
  all.name_starts_ = file.get<std::uint32_t>("word.names.starts");
  all.word_names_ = file.get<std::uint32_t>("word.names");
  all.name_texts_ = {file.get<std::uint32_t>("name.starts"), file.get<char>("name.bytes")};
  all.name_kinds_ = file.get<std::uint8_t>("name.kind");
  all.name_documents_ = file.get<std::uint32_t>("name.documents");
  all.name_refs_ = file.get<std::uint32_t>("name.ref");
  all.titles = file.get<std::uint32_t>("title");
  const std::size_t words = all.documents.size(), names = all.name_kinds_.size();
  const bool whole = runs(all.words.starts, words, all.words.bytes.size()) && all.letters.size() == words &&
                     runs(all.name_starts_, words, all.word_names_.size()) &&
                     all_below(all.word_names_, names) &&
                     runs(all.name_texts_.starts, names, all.name_texts_.bytes.size()) &&
                     all.name_documents_.size() == names && all.name_refs_.size() == names &&
                     all.titles.size() == documents &&
                     std::all_of(all.name_kinds_.begin(), all.name_kinds_.end(),
                                 [](std::uint8_t kind) { return kind < kNameKinds; }) &&
                     std::all_of(all.titles.begin(), all.titles.end(),
                                 [&](std::uint32_t title) { return title == kNoName || title < names; });
  if (!whole)
    return Error{ErrorCode::malformed,
                 "the file " + path.string() + " does not fit the manifest of its index"};
  return all;
}

Suggestions::Name Suggestions::name(std::uint32_t number) const {
  return {static_cast<NameKind>(name_kinds_[number]), name_texts_[number], name_documents_[number],
          name_refs_[number]};
}

std::span<const std::uint32_t> Suggestions::names_with(std::size_t word) const {
  return word_names_.subspan(name_starts_[word], name_starts_[word + 1] - name_starts_[word]);
}

std::filesystem::path suggestions_path(const std::filesystem::path& segment) {
  return segment / "suggest";
}

}  // namespace szukajst::core
