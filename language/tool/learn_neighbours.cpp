// Learns data/neighbours.tsv from plain text, a paragraph a line on standard input: how much oftener than
// chance each kind of word stands behind each. Nobody marked the text: every reading of a word counts as much
// as its neighbours make it likely, over some rounds (expectation and maximisation).
//
// usage: szukajst_learn_neighbours LANGUAGE_DATA_FOLDER [ROUNDS] < TEXT > data/neighbours.tsv
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "language/context.h"
#include "language/lexicon.h"
#include "language/tokenizer.h"

namespace szukajst::language {
namespace {

constexpr int kRounds = 5;
// Pairs that chance would have so seldom are believed to stand as chance has it.
constexpr double kChancePairs = 2;
constexpr std::size_t kLongestSentence = 80;

using States = std::vector<ContextState>;

class Learner {
 public:
  explicit Learner(const Lexicon& lexicon) : lexicon_(lexicon) {
    for (const auto kind : {kEdgeKind, kCommaKind, kMarkKind, kNumberKind, kUnknownKind})
      names_.emplace_back(kind);
    for (std::size_t kind = 0; kind < names_.size(); ++kind)
      alone_.push_back({{0, static_cast<std::uint8_t>(kind), false, 1}});
  }

  void read(const std::string& text) {
    const auto tokens = tokenize(text);
    std::size_t end = 0;
    begin_sentence();
    for (const Token& token : tokens) {
      gap(text, end, token.range.begin);
      end = token.range.end;
      sentences_.back().push_back(token.kind == TokenKind::word ? &word(std::string(token.range.in(text)))
                                                                : &alone_[3]);
    }
    sentences_.back().push_back(&alone_[0]);
  }

  Neighbours learn(int rounds) const {
    const std::size_t kinds = names_.size();
    Neighbours neighbours(names_, std::vector<float>(kinds * kinds, 1));
    for (int round = 0; round < rounds; ++round) {
      std::vector<double> pairs(kinds * kinds, 0);
      for (const auto& sentence : sentences_) {
        std::vector<Cell> cells;
        cells.reserve(sentence.size());
        for (const States* states : sentence) cells.push_back({*states});
        if (cells.size() > 3 && cells.size() < kLongestSentence) likelihoods(neighbours, cells, &pairs);
      }
      neighbours = Neighbours(names_, ratios(pairs));
    }
    return neighbours;
  }

 private:
  void begin_sentence() { sentences_.push_back({&alone_[0]}); }

  void gap(std::string_view text, std::size_t end, std::size_t begin) {
    const bool abbreviation = std::ranges::any_of(*sentences_.back().back(), [&](const ContextState& state) {
      return names_[state.kind] == kAbbreviationKind;
    });
    const Gap between = gap_of(text.substr(end, begin - end), abbreviation, text.substr(begin));
    if (between == Gap::edge) {
      sentences_.back().push_back(&alone_[0]);
      begin_sentence();
    } else if (between != Gap::none) {
      sentences_.back().push_back(&alone_[between == Gap::comma ? 1 : 2]);
    }
  }

  const States& word(const std::string& spelling) {
    const auto [entry, added] = words_.try_emplace(spelling);
    if (added) {
      for (const Reading& reading : lexicon_.look_up(spelling)) {
        std::size_t at = 0;
        const bool name = core::utf8::is_upper(core::utf8::next(reading.lemma, at));
        for (const auto& [plain, share] : kinds_of(reading.tag)) {
          const std::string kind = name ? kind_of_name(plain) : plain;
          auto place = std::ranges::find(names_, kind) - names_.begin();
          if (place == static_cast<std::ptrdiff_t>(names_.size())) names_.push_back(kind);
          entry->second.push_back(
              {0, static_cast<std::uint8_t>(place), false, static_cast<float>(share) * reading.likelihood});
        }
      }
      if (entry->second.empty()) entry->second = alone_[4];
    }
    return entry->second;
  }

  std::vector<float> ratios(const std::vector<double>& pairs) const {
    const std::size_t kinds = names_.size();
    std::vector<double> first(kinds, 0), second(kinds, 0);
    double all = 0;
    for (std::size_t a = 0; a < kinds; ++a) {
      for (std::size_t b = 0; b < kinds; ++b) {
        first[a] += pairs[a * kinds + b];
        second[b] += pairs[a * kinds + b];
        all += pairs[a * kinds + b];
      }
    }
    std::vector<float> result(kinds * kinds, 1);
    for (std::size_t a = 0; a < kinds; ++a) {
      for (std::size_t b = 0; b < kinds; ++b) {
        const double chance = first[a] * second[b] / all;
        result[a * kinds + b] =
            static_cast<float>((pairs[a * kinds + b] + kChancePairs) / (chance + kChancePairs));
      }
    }
    return result;
  }

  const Lexicon& lexicon_;
  std::vector<std::string> names_;
  std::vector<States> alone_;  // of the kinds that are no words
  std::unordered_map<std::string, States> words_;
  std::vector<std::vector<const States*>> sentences_;
};

void print(const Neighbours& neighbours) {
  std::puts("# Which kind of word likes to stand behind which: see language/context.h. Learnt by");
  std::puts("# tool/learn_neighbours.cpp.");
  for (std::size_t a = 0; a < neighbours.size(); ++a) {
    std::string letters;
    for (std::size_t b = 0; b < neighbours.size(); ++b) {
      const double ratio = neighbours.ratio(static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(b));
      letters += static_cast<char>('m' + std::clamp<long>(std::lround(2 * std::log(ratio)), -12, 13));
    }
    std::printf("%s\t%s\n", neighbours.names()[a].c_str(), letters.c_str());
  }
}

}  // namespace
}  // namespace szukajst::language

int main(int argc, char** argv) {
  using namespace szukajst::language;
  if (argc < 2) return std::fputs("usage: szukajst_learn_neighbours FOLDER [ROUNDS] < TEXT\n", stderr), 2;
  const auto lexicon = Lexicon::open(argv[1]);
  if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().message.c_str()), 1;
  Learner learner(*lexicon);
  for (std::string line; std::getline(std::cin, line);) learner.read(line);
  print(learner.learn(argc > 2 ? std::atoi(argv[2]) : kRounds));
  return 0;
}
