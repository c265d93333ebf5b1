#include "core/fields.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "core/utf8.h"

namespace szukajst::core {
namespace {

constexpr std::size_t kLongestTerm = 244;  // Xapian takes one byte more: the D of of_goal

constexpr std::array<std::pair<Tag, std::string_view>, 11> kTagPrefixes{{
    {Tag::id, "Q"},
    {Tag::type, "XT"},
    {Tag::kind, "XK"},
    {Tag::place, "XP"},
    {Tag::year, "XY"},
    {Tag::official, "XO"},
    {Tag::partner, "XN"},
    {Tag::programme, "XR"},
    {Tag::source, "XS"},
    {Tag::goal_level, "XL"},
    {Tag::parent, "XD"},
}};

// The first name of a field is the one that is printed.
constexpr std::array<std::pair<std::string_view, QueryField>, 14> kQueryFields{{
    {"title", QueryField::title},
    {"tytul", QueryField::title},
    {"goal", QueryField::goal},
    {"cel", QueryField::goal},
    {"place", QueryField::place},
    {"miejsce", QueryField::place},
    {"person", QueryField::person},
    {"osoba", QueryField::person},
    {"official", QueryField::person},
    {"partner", QueryField::partner},
    {"kind", QueryField::kind},
    {"rodzaj", QueryField::kind},
    {"year", QueryField::year},
    {"rok", QueryField::year},
}};

constexpr std::u32string_view kAlphabet = U"aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż";
constexpr char32_t kBeyondAlphabet = 0x180;

// The place of each letter in the Polish alphabet, as a byte above the digits'; 0 for what is no letter of
// it.
constexpr auto kRanks = [] {
  std::array<char, kBeyondAlphabet> ranks{};
  char rank = 0x40;
  for (const char32_t letter : kAlphabet) ranks[letter] = rank++;
  return ranks;
}();

// Cuts a term that is too long. A zero byte counts twice in the index, so it is made a space.
std::string fitted(std::string term, std::size_t longest = kLongestTerm) {
  for (char& c : term) c = c == '\0' ? ' ' : c;
  if (term.size() <= longest) return term;
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : term) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  std::array<char, 24> digits{};
  const int size =
      std::snprintf(digits.data(), digits.size(), "~%016llx", static_cast<unsigned long long>(hash));
  term.resize(longest - static_cast<std::size_t>(size));
  return term.append(digits.data(), static_cast<std::size_t>(size));
}

char letter_rank(char32_t letter) {
  return letter < kBeyondAlphabet ? kRanks[letter] : '\0';
}

}  // namespace

std::string prefix(Scope scope, Stream stream) {
  return {static_cast<char>(scope), static_cast<char>(stream)};
}

std::string_view prefix(Tag tag) {
  return kTagPrefixes[static_cast<std::size_t>(tag)].second;
}

std::string scopeless_term(Stream stream, std::string_view word) {
  std::string text(1, static_cast<char>(stream));
  return fitted(text.append(word), kLongestTerm - 1);
}

std::string term(Scope scope, Stream stream, std::string_view word) {
  return static_cast<char>(scope) + scopeless_term(stream, word);
}

std::string term(Tag tag, std::string_view value) {
  std::string text(prefix(tag));
  return fitted(text.append(value));
}

std::string of_goal(std::string term) {
  if (!term.starts_with('X')) return term.insert(0, 1, kOfGoal);
  term.front() = 'Y';
  return term;
}

std::string any_token(Scope scope) {
  return {static_cast<char>(scope), 'A'};
}

bool has_positions(std::string_view term) {
  const bool of_words = term.size() > 1 && std::none_of(kTagBeginnings.begin(), kTagBeginnings.end(),
                                                        [&](auto tag) { return term.starts_with(tag); });
  const std::size_t stream = term.starts_with(kOfGoal) ? 2 : 1;
  return of_words && term.size() > stream && term[stream] == static_cast<char>(Stream::key);
}

std::optional<QueryField> query_field(std::string_view name) {
  const std::string folded = utf8::fold(utf8::lower(name));
  for (const auto& [known, field] : kQueryFields) {
    if (known == folded) return field;
  }
  return std::nullopt;
}

std::string_view name(QueryField field) {
  for (const auto& [known, of] : kQueryFields) {
    if (of == field) return known;
  }
  return "";
}

std::string name_key(std::string_view name) {
  std::string key = utf8::slug(name);
  return key.empty() ? utf8::lower(utf8::collapse(name)) : key;
}

std::string sort_key(std::string_view title) {
  std::string key;
  bool gap = false;
  const auto put = [&](auto&& piece) {
    if (gap && !key.empty()) key.push_back(' ');
    gap = false;
    key += piece;
  };
  for (std::size_t at = 0; at < title.size();) {
    const char32_t c = utf8::lower(utf8::next(title, at));
    std::string letter;
    utf8::append(letter, c);
    if (const char rank = letter_rank(c); rank != 0) {
      put(rank);
    } else if (utf8::is_digit(c)) {
      put(static_cast<char>(c));
    } else if (const std::string base = utf8::fold(letter); base != letter) {
      for (const char b : base) put(letter_rank(static_cast<unsigned char>(b)));
    } else if (c >= 0x370) {
      put(letter);
    } else {
      gap = true;
    }
  }
  return key;
}

std::vector<std::string_view> source_and_folders(std::string_view source) {
  std::vector<std::string_view> all;
  while (source.size() > 1 && source.ends_with('/')) source.remove_suffix(1);
  while (!source.empty()) {
    all.push_back(source);
    const auto slash = source.rfind('/');
    if (slash == std::string_view::npos) break;
    source = source.substr(0, slash);
    while (source.ends_with('/')) source.remove_suffix(1);
    if (source.ends_with(':')) break;  // the scheme of an address is no folder
  }
  return all;
}

}  // namespace szukajst::core
