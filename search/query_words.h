// The words of a request, analysed once each: the query's own plan, the one with any of its words and
// the one put right share most of them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "language/analyzer.h"

namespace szukajst::search {

// Not thread-safe: one a request.
class QueryWords {
 public:
  using Analyse = std::function<language::QueryWord(std::string_view)>;
  explicit QueryWords(Analyse analyse) : analyse_(std::move(analyse)) {}

  // Stays as long as the QueryWords.
  const language::QueryWord& of(const std::string& spelling) {
    const auto known = words_.find(spelling);
    return known != words_.end() ? known->second : words_.emplace(spelling, analyse_(spelling)).first->second;
  }

 private:
  Analyse analyse_;
  std::map<std::string, language::QueryWord> words_;
};

}  // namespace szukajst::search
