// Which of a word's readings its sentence speaks for: every reading is of a kind (part of speech, case,
// number and gender together), and a table tells which kinds like to stand behind which.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/spelling_table.h"
#include "language/lexicon.h"

namespace szukajst::language {

// What a reading is to its neighbours.
struct ContextState {
  std::uint8_t lemma = 0;  // its place among the word's lemmas
  std::uint8_t kind = 0;   // see Neighbours::kind
  bool name = false;       // the lemma has a capital
  float weight = 0;        // how likely the word is read so, where nothing is known of its neighbours
};

// The kinds' names that one of PoliMorf's tags stands for, each with its part of the tag's likelihood
// ("adj:pl:nom.voc:f.n1:pos" is four): "subst:gen:f", "prep:loc", "fin:pl". All parts add up to 1.
struct KindShare {
  std::string kind;
  double share = 0;
};
std::vector<KindShare> kinds_of(std::string_view tag);

// A noun's kind ("subst:gen:f") as that of a name ("name:gen:f"); other kinds as they are.
std::string kind_of_name(const std::string& kind);

// The kinds of what is no word.
inline constexpr std::string_view kEdgeKind = "edge";  // a sentence's begin and end
inline constexpr std::string_view kCommaKind = "comma";
inline constexpr std::string_view kMarkKind = "mark";  // any other sign between words
inline constexpr std::string_view kNumberKind = "number";
inline constexpr std::string_view kAbbreviationKind = "brev:pun";  // with a full stop; of words, this one
inline constexpr std::string_view kUnknownKind = "unknown";  // words without tags, and kinds not in the table

// What stands between two words.
enum class Gap { none, comma, mark, edge };
// `between`: the text between; `abbreviation`: the first word may be one, so that a full stop need not end
// the sentence; `next`: the text from the second word on.
Gap gap_of(std::string_view between, bool abbreviation, std::string_view next);

// Immutable; threads may share it.
class Neighbours {
 public:
  Neighbours();  // of no kinds but the five above; all neighbours are equally likely
  // Reads data/neighbours.tsv: a line for each kind, its name, a tab, and a letter for each kind of the
  // second word in the order of the lines: 'm' where the pair stands as often as chance would have it, each
  // letter further on half more in ln. '#' begins a remark. Error: not_found, malformed (file and line).
  static core::Result<Neighbours> open(const std::filesystem::path& file);
  // Of these kinds; `ratio[a * size + b]` how much likelier b is behind a than anywhere.
  Neighbours(std::vector<std::string> kinds, std::vector<float> ratios);

  // The same where nothing is known of the kind's neighbours, and differences weigh only `strength` as much
  // in ln.
  Neighbours tempered(std::string_view unknown_kind, float strength) const;

  std::uint8_t kind(std::string_view name) const;
  std::uint8_t abbreviation() const { return abbreviation_; }  // kind(kAbbreviationKind)
  std::size_t size() const { return names_.size(); }
  const std::vector<std::string>& names() const { return names_; }
  float ratio(std::uint8_t first, std::uint8_t second) const { return ratios(first)[second]; }
  // The same of each second kind.
  const float* ratios(std::uint8_t first) const { return ratios_.data() + first * names_.size(); }

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::uint8_t, std::less<>> places_;
  std::vector<float> ratios_;
  std::uint8_t abbreviation_ = 0;
};

// kinds_of and kind_of_name, by the table's places; remembers each tag, of which there are hundreds. Not
// thread-safe.
class TagKinds {
 public:
  struct Kind {
    std::uint8_t kind = 0;
    float share = 0;
  };
  // `neighbours` must outlive it.
  explicit TagKinds(const Neighbours& neighbours) : neighbours_(&neighbours) {}
  const std::vector<Kind>& of(const std::string& tag, bool name);

 private:
  const Neighbours* neighbours_;
  core::SpellingTable<std::vector<Kind>> kinds_, names_;
};

// The states of a word with these readings; `lemmas` gives each reading's lemma its place.
std::vector<ContextState> states_of(const std::vector<Reading>& readings,
                                    const std::vector<std::uint8_t>& lemmas, TagKinds& kinds);

// One place in a sentence.
struct Cell {
  std::span<const ContextState> states;  // never empty
  float name_factor = 1;                 // how much the word's capital speaks for a name there
  float abbreviation_factor = 1;         // and what stands behind it for an abbreviation
};

// How likely each state of each cell is, given all: in the cells' order one after the other, those of a cell
// adding up to 1. With `pairs` (size() squared) what is expected of each pair of kinds is added there, for
// learning.
std::vector<float> likelihoods(const Neighbours& neighbours, const std::vector<Cell>& sentence,
                               std::vector<double>* pairs = nullptr);

}  // namespace szukajst::language
