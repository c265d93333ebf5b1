#include "bench/engine/query_sets.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/utf8.h"

namespace szukajst::bench {
namespace {

using core::Error;
using core::ErrorCode;

constexpr std::array<std::string_view, 4> kForms{"word", "all", "any", "phrase"};

// What share of the documents a word of the band stands in. Words of more are as good as stop words.
struct Band {
  std::string_view name;
  double least, most;
};
constexpr std::array<Band, 3> kBands{{{"rare", 0, 0.001}, {"middle", 0.001, 0.02}, {"common", 0.02, 0.4}}};
// A word of fewer documents is a slip of the pen.
constexpr std::size_t kFewest = 3;
constexpr std::size_t kShortest = 4;  // letters, about
constexpr std::size_t kMostTries = 20'000;

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(by);
    parts.emplace_back(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return text;
}

struct CorpusLine {
  std::array<std::vector<std::string>, core::kFacets> values;
  std::string text;
};

std::optional<CorpusLine> parse_line(std::string_view line) {
  CorpusLine parsed;
  std::size_t column = 0;
  for (; column < core::kFacets + 2; ++column) {
    const auto tab = line.find('\t');
    if (tab == line.npos) return std::nullopt;
    if (column >= 2) parsed.values[column - 2] = split(line.substr(0, tab), '|');
    line.remove_prefix(tab + 1);
  }
  parsed.text = line;
  return parsed;
}

class Drawer {
 public:
  Drawer(const std::vector<std::string>& stop_words, const QuerySettings& settings)
      : stop_(stop_words.begin(), stop_words.end()), settings_(settings), random_(settings.seed) {}

  core::Result<core::Done> read(const std::filesystem::path& corpus) {
    std::ifstream file(corpus, std::ios::binary);
    if (!file) return Error{ErrorCode::unreadable, "cannot read " + corpus.string()};
    for (std::string line; std::getline(file, line);) {
      auto parsed = parse_line(line);
      if (!parsed) return Error{ErrorCode::malformed, corpus.string() + ": not a corpus"};
      count(parsed->text);
      ++documents_;
      keep(*std::move(parsed));
    }
    return core::Done{};
  }

  std::vector<BenchQuery> draw() {
    std::vector<BenchQuery> queries;
    for (const std::string_view set : {"word", "and2", "or3", "phrase", "filter"}) {
      for (const Band& band : kBands) {
        std::size_t drawn = 0;
        for (std::size_t tries = 0; drawn < settings_.each && tries < kMostTries; ++tries) {
          auto query = one(set, band, random_.one_of(sample_));
          if (!query) continue;
          queries.push_back(*std::move(query));
          ++drawn;
        }
      }
    }
    return queries;
  }

 private:
  // Queries are drawn from so many documents, which all others have the same chance to be among.
  static constexpr std::size_t kSample = 20'000;

  void count(const std::string& text) {
    seen_.clear();
    for (std::string& word : plain_words(text))
      if (seen_.insert(word).second) ++frequencies_[std::move(word)];
  }
  void keep(CorpusLine line) {
    if (sample_.size() < kSample) return sample_.push_back(std::move(line));
    if (const std::size_t place = random_.below(documents_); place < kSample)
      sample_[place] = std::move(line);
  }

  std::size_t frequency(const std::string& word) const {
    if (word.size() < kShortest || stop_.contains(word)) return 0;
    const auto found = frequencies_.find(word);
    return found != frequencies_.end() && found->second >= kFewest ? found->second : 0;
  }
  bool in(const Band& band, std::size_t frequency) const {
    const double share = static_cast<double>(frequency) / static_cast<double>(documents_);
    return frequency > 0 && share > band.least && share <= band.most;
  }
  // A word of the band out of a document, other than those that the query has.
  bool add_word(const CorpusLine& line, const Band& band, BenchQuery& query) {
    const auto words = plain_words(line.text);
    for (int tries = 0; tries < 50 && !words.empty(); ++tries) {
      const std::string& word = random_.one_of(words);
      if (!in(band, frequency(word)) || std::ranges::find(query.words, word) != query.words.end()) continue;
      query.words.push_back(word);
      return true;
    }
    return false;
  }
  // Two words with nothing but a space between.
  bool add_phrase(const CorpusLine& line, const Band& band, BenchQuery& query) {
    const auto parts = split(line.text, ' ');
    if (parts.size() < 2) return false;
    for (int tries = 0; tries < 50; ++tries) {
      const std::size_t at = random_.below(parts.size() - 1);
      const auto first = plain_words(parts[at]), second = plain_words(parts[at + 1]);
      if (first.size() != 1 || second.size() != 1 || first[0].size() != parts[at].size()) continue;
      const std::size_t a = frequency(first[0]), b = frequency(second[0]);
      if (a == 0 || b == 0 || !in(band, std::min(a, b))) continue;
      query.words = {first[0], second[0]};
      return true;
    }
    return false;
  }
  bool add_filter(const CorpusLine& line, BenchQuery& query) {
    const std::size_t facet = random_.below(core::kFacets);
    const auto same = [&](const auto& filter) { return static_cast<std::size_t>(filter.first) == facet; };
    if (line.values[facet].empty() || std::ranges::any_of(query.filters, same)) return false;
    query.filters.emplace_back(static_cast<core::Facet>(facet), random_.one_of(line.values[facet]));
    return true;
  }

  std::optional<BenchQuery> one(std::string_view set, const Band& band, const CorpusLine& line) {
    BenchQuery query;
    query.set = set, query.band = band.name;
    const auto words = [&](std::size_t count) {
      while (query.words.size() < count && add_word(line, band, query)) {
      }
      return query.words.size() == count;
    };
    bool done = false;
    if (set == "word") {
      done = words(1);
    } else if (set == "and2") {
      query.form = Form::all;
      done = words(2);
    } else if (set == "or3") {
      query.form = Form::any;
      // The words of one text belong together; those of a searcher's OR often do not.
      done = add_word(line, band, query) && add_word(random_.one_of(sample_), band, query) &&
             add_word(random_.one_of(sample_), band, query);
    } else if (set == "phrase") {
      query.form = Form::phrase;
      done = add_phrase(line, band, query);
    } else {
      done = words(1) && add_filter(line, query);
      if (done && random_.chance(0.5)) add_filter(line, query);
    }
    return done ? std::optional(std::move(query)) : std::nullopt;
  }

  std::unordered_set<std::string> stop_, seen_;
  QuerySettings settings_;
  Random random_;
  std::unordered_map<std::string, std::size_t> frequencies_;  // in how many documents
  std::size_t documents_ = 0;
  std::vector<CorpusLine> sample_;
};

}  // namespace

std::string corpus_line(const indexer::ProcessedDocument& document) {
  const core::DocumentRow row = core::row_of(document.record);
  std::string line = row.id + '\t' + one_line(document.record.title);
  for (const auto& facet : row.facets) {
    line += '\t';
    for (std::size_t i = 0; i < facet.size(); ++i) line += (i > 0 ? "|" : "") + facet[i].value;
  }
  return line + '\t' + one_line(document.text.text);
}

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool sound = true;  // nothing but letters
  const auto end = [&] {
    if (sound && !word.empty()) words.push_back(word);
    word.clear();
    sound = true;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = core::utf8::next(text, at);
    if (core::utf8::is_letter(c)) {
      core::utf8::append(word, core::utf8::lower(c));
    } else if (c == ' ' || c == '.' || c == ',' || c == '\n') {
      end();
    } else {
      sound = false;
    }
  }
  end();
  return words;
}

core::Result<core::Done> draw_queries(const std::filesystem::path& corpus,
                                      const std::filesystem::path& queries,
                                      const std::vector<std::string>& stop_words,
                                      const QuerySettings& settings) {
  Drawer drawer(stop_words, settings);
  if (auto read = drawer.read(corpus); !read) return read.error();
  std::ofstream file(queries, std::ios::binary);
  for (const BenchQuery& query : drawer.draw()) {
    file << query.set << '\t' << query.band << '\t' << kForms[static_cast<std::size_t>(query.form)] << '\t';
    for (std::size_t i = 0; i < query.words.size(); ++i) file << (i > 0 ? " " : "") << query.words[i];
    file << '\t';
    for (std::size_t i = 0; i < query.filters.size(); ++i) {
      file << (i > 0 ? "|" : "") << kFacetNames[static_cast<std::size_t>(query.filters[i].first)] << '='
           << query.filters[i].second;
    }
    file << '\n';
  }
  file.close();
  if (file.fail()) return Error{ErrorCode::unwritable, "cannot write " + queries.string()};
  return core::Done{};
}

core::Result<std::vector<BenchQuery>> read_queries(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorCode::unreadable, "cannot read " + path.string()};
  std::vector<BenchQuery> queries;
  for (std::string line; std::getline(file, line);) {
    const auto parts = split(line, '\t');
    const auto form = parts.size() < 4 ? kForms.end() : std::ranges::find(kForms, parts[2]);
    if (form == kForms.end()) return Error{ErrorCode::malformed, path.string() + ": not a query: " + line};
    BenchQuery query{parts[0], parts[1], static_cast<Form>(form - kForms.begin()), split(parts[3], ' '), {}};
    for (const std::string& filter : parts.size() > 4 ? split(parts[4], '|') : std::vector<std::string>{}) {
      const auto equals = filter.find('=');
      const auto facet = std::ranges::find(kFacetNames, std::string_view(filter).substr(0, equals));
      if (equals == filter.npos || facet == kFacetNames.end())
        return Error{ErrorCode::malformed, path.string() + ": not a filter: " + filter};
      query.filters.emplace_back(static_cast<core::Facet>(facet - kFacetNames.begin()),
                                 filter.substr(equals + 1));
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace szukajst::bench
