#include "language/context.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

#include "core/utf8.h"
#include "language/form_share.h"

namespace szukajst::language {
namespace {

constexpr std::size_t kMostKinds = 255;
// Letters of the table: the middle one, and how much of ln each step is.
constexpr char kChance = 'm', kLeast = 'a', kMost = 'z';
constexpr double kStep = 0.5;

// Keeps a sentence that no table has foreseen from coming to nothing.
constexpr float kNeverNone = 1e-12F;

constexpr std::string_view kCases[] = {"nom", "gen", "dat", "acc", "inst", "loc", "voc"};

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(by);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// What of a tag matters.
struct Features {
  std::string_view part, form;  // "verb", "fin"
  std::vector<std::string_view> cases;
  std::vector<std::string_view> genders;  // number and gender: "m", "f", "n" of the singular; "p1", "p"
  bool plural = false, third = false, governs = false;
};

void add(std::vector<std::string_view>& list, std::string_view item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

Features features(std::string_view tag) {
  const auto fields = split(tag, ':');
  Features of;
  of.part = fields.front();
  if (fields.size() > 1) of.form = fields[1];
  for (const auto field : fields) of.plural |= field == "pl";
  for (const auto field : fields) {
    for (const auto value : split(field, '.')) {
      if (std::ranges::find(kCases, value) != std::end(kCases)) add(of.cases, value);
      const bool man = value == "m1" || value == "p1";
      const bool other = value == "m2" || value == "m3" || value == "p2" || value == "p3";
      const bool woman = value == "f", child = value == "n" || value == "n1" || value == "n2";
      if (of.plural) {
        if (man) add(of.genders, "p1");
        if (other || woman || child) add(of.genders, "p");
      } else {
        if (man || other) add(of.genders, "m");
        if (woman) add(of.genders, "f");
        if (child) add(of.genders, "n");
      }
      of.third |= value == "ter";
      of.governs |= value == "rec";
    }
  }
  return of;
}

std::vector<KindShare> by_case(const Features& of, std::string_view part, bool with_gender) {
  std::vector<KindShare> kinds;
  const std::vector<std::string_view> none = {""};
  const auto& genders = with_gender && !of.genders.empty() ? of.genders : none;
  double sum = 0;
  for (const auto of_case : of.cases) {
    // How the cases share a form is what they share of all forms.
    const double share = form_share("x:" + std::string(of_case)) / static_cast<double>(genders.size());
    for (const auto gender : genders) {
      std::string kind = std::string(part) + ':' + std::string(of_case);
      if (!gender.empty()) kind += ':' + std::string(gender);
      kinds.push_back({std::move(kind), share});
      sum += share;
    }
  }
  for (KindShare& kind : kinds) kind.share /= sum;
  return kinds;
}

std::vector<KindShare> of_verb(const Features& of) {
  const std::string form(of.form);
  if (form == "fin") return {{std::string("fin:") + (of.plural ? "pl" : "sg") + (of.third ? "" : ":we"), 1}};
  if ((form == "praet" || form == "pot" || form == "winien") && !of.genders.empty()) {
    std::vector<KindShare> kinds;
    for (const auto gender : of.genders) {
      kinds.push_back({"praet:" + std::string(gender), 1.0 / static_cast<double>(of.genders.size())});
    }
    return kinds;
  }
  return {{"verb:" + form, 1}};
}

}  // namespace

std::vector<KindShare> kinds_of(std::string_view tag) {
  if (tag.empty()) return {{std::string(kUnknownKind), 1}};
  const Features of = features(tag);
  if (of.part == "verb") return of_verb(of);
  if (!of.cases.empty()) {
    if (of.part == "subst" || of.part == "ger" || of.part == "depr") return by_case(of, "subst", true);
    if (of.part == "adj" || of.part == "ppas" || of.part == "pact") return by_case(of, "adj", true);
    if (of.part == "num") return by_case(of, of.governs ? "num:rec" : "num", false);
    if (of.part == "prep") return by_case(of, "prep", false);
    return by_case(of, "pron", false);
  }
  if (of.part == "brev" && of.form == "pun") return {{std::string(kAbbreviationKind), 1}};
  return {{std::string(of.part), 1}};
}

std::string kind_of_name(const std::string& kind) {
  constexpr std::string_view kNoun = "subst:";
  return kind.starts_with(kNoun) ? "name:" + kind.substr(kNoun.size()) : kind;
}

Gap gap_of(std::string_view between, bool abbreviation, std::string_view next) {
  std::size_t at = 0;
  const char32_t first = next.empty() ? 0 : core::utf8::next(next, at);
  if (between.starts_with('.') && (abbreviation || !core::utf8::is_upper(first))) between.remove_prefix(1);
  Gap gap = Gap::none;
  int line_ends = 0;
  for (at = 0; at < between.size();) {
    const char32_t sign = core::utf8::next(between, at);
    if (sign == U'\n') ++line_ends;
    if (sign == U'.' || sign == U'!' || sign == U'?' || sign == U'…' || sign == U'\f' || sign == U':' ||
        line_ends > 1)
      return Gap::edge;
    if (sign > U' ') gap = std::max(gap, sign == U',' ? Gap::comma : Gap::mark);
  }
  return gap;
}

Neighbours::Neighbours()
    : Neighbours({std::string(kEdgeKind), std::string(kCommaKind), std::string(kMarkKind),
                  std::string(kNumberKind), std::string(kUnknownKind)},
                 std::vector<float>(25, 1)) {}

Neighbours::Neighbours(std::vector<std::string> kinds, std::vector<float> ratios)
    : names_(std::move(kinds)), ratios_(std::move(ratios)) {
  for (std::size_t i = 0; i < names_.size(); ++i) places_.emplace(names_[i], static_cast<std::uint8_t>(i));
  abbreviation_ = kind(kAbbreviationKind);
}

core::Result<Neighbours> Neighbours::open(const std::filesystem::path& file) {
  std::ifstream lines(file);
  if (!lines) return core::Error{core::ErrorCode::not_found, "cannot read " + file.string()};
  std::vector<std::string> names;
  std::string letters;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      return core::Error{core::ErrorCode::malformed, file.string() + ": not two fields: " + line};
    }
    names.push_back(line.substr(0, tab));
    letters += line.substr(tab + 1);
  }
  const bool square = names.size() * names.size() == letters.size() && names.size() <= kMostKinds;
  const bool in_range = std::ranges::all_of(letters, [](char c) { return c >= kLeast && c <= kMost; });
  const bool complete = std::ranges::find(names, kUnknownKind) != names.end();
  if (!square || !in_range || !complete) {
    return core::Error{core::ErrorCode::malformed, file.string() + ": not a letter for each pair of kinds"};
  }
  std::vector<float> ratios;
  ratios.reserve(letters.size());
  for (const char c : letters) ratios.push_back(static_cast<float>(std::exp(kStep * (c - kChance))));
  return Neighbours(std::move(names), std::move(ratios));
}

Neighbours Neighbours::tempered(std::string_view unknown_kind, float strength) const {
  Neighbours result = *this;
  const std::size_t unknown = kind(unknown_kind);
  for (std::size_t i = 0; i < ratios_.size(); ++i) {
    const bool of_unknown = i / size() == unknown || i % size() == unknown;
    result.ratios_[i] = of_unknown ? 1 : std::pow(ratios_[i], strength);
  }
  return result;
}

std::uint8_t Neighbours::kind(std::string_view name) const {
  auto place = places_.find(name);
  if (place == places_.end()) place = places_.find(kUnknownKind);
  return place->second;
}

const std::vector<TagKinds::Kind>& TagKinds::of(const std::string& tag, bool name) {
  const auto [entry, added] = (name ? names_ : kinds_).try_emplace(tag);
  if (added) {
    for (const auto& [kind, share] : kinds_of(tag))
      entry->value.push_back(
          {neighbours_->kind(name ? kind_of_name(kind) : kind), static_cast<float>(share)});
  }
  return entry->value;
}

std::vector<ContextState> states_of(const std::vector<Reading>& readings,
                                    const std::vector<std::uint8_t>& lemmas, TagKinds& kinds) {
  std::vector<ContextState> states;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    std::size_t at = 0;
    const bool name = core::utf8::is_upper(core::utf8::next(readings[i].lemma, at));
    for (const auto& [kind, share] : kinds.of(readings[i].tag, name)) {
      const ContextState state{lemmas[i], kind, name, share * readings[i].likelihood};
      const auto same = std::ranges::find_if(states, [&](const ContextState& other) {
        return other.lemma == state.lemma && other.kind == state.kind;
      });
      if (same == states.end())
        states.push_back(state);
      else
        same->weight += state.weight;
    }
  }
  return states;
}

std::vector<float> likelihoods(const Neighbours& neighbours, const std::vector<Cell>& sentence,
                               std::vector<double>* pairs) {
  std::size_t count = 0, most = 0;
  for (const Cell& cell : sentence) {
    count += cell.states.size();
    most = std::max(most, cell.states.size());
  }
  // All in one piece of memory: sentences are short and many.
  std::vector<float> memory(2 * count + 3 * most);
  float* const forward = memory.data();
  float* const own = forward + count;
  float* const before = own + count;
  const auto abbreviation = neighbours.abbreviation();
  const auto scale = [](float* begin, std::size_t size) {
    float sum = 0;
    for (std::size_t k = 0; k < size; ++k) sum += begin[k];
    for (std::size_t k = 0; k < size; ++k) begin[k] /= sum;
  };
  std::size_t begin = 0;  // of the cell's states among all
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const auto& states = sentence[i].states;
    float* const here = forward + begin;
    std::fill_n(before, states.size(), i == 0 ? 1.0F : 0.0F);
    if (i > 0) {
      const auto& previous = sentence[i - 1].states;
      const float* const of_previous = here - previous.size();
      for (std::size_t j = 0; j < previous.size(); ++j) {
        const float come = of_previous[j];
        const float* const ratios = neighbours.ratios(previous[j].kind);
        for (std::size_t k = 0; k < states.size(); ++k) before[k] += come * ratios[states[k].kind];
      }
    }
    for (std::size_t k = 0; k < states.size(); ++k) {
      float weight = states[k].weight + kNeverNone;
      if (states[k].name) weight *= sentence[i].name_factor;
      if (states[k].kind == abbreviation) weight *= sentence[i].abbreviation_factor;
      own[begin + k] = weight;
      here[k] = before[k] * weight;
    }
    scale(here, states.size());
    begin += states.size();
  }
  // Backwards, turning what is known from the left into what is known from both sides.
  float* behind = before + most;
  float* next_behind = behind + most;
  for (std::size_t i = sentence.size(); i-- > 0;) {
    const auto& states = sentence[i].states;
    const float* const next_own = own + begin;
    begin -= states.size();
    float* const here = forward + begin;
    std::fill_n(behind, states.size(), 1.0F);
    if (i + 1 < sentence.size()) {
      const auto& next = sentence[i + 1].states;
      double sum = 0;
      for (std::size_t k = 0; k < states.size(); ++k) {
        const float* const ratios = neighbours.ratios(states[k].kind);
        float all = 0;
        for (std::size_t j = 0; j < next.size(); ++j)
          all += ratios[next[j].kind] * next_own[j] * next_behind[j];
        behind[k] = all;
        sum += behind[k] * here[k];
      }
      if (pairs != nullptr) {
        for (std::size_t k = 0; k < states.size(); ++k) {
          for (std::size_t j = 0; j < next.size(); ++j) {
            (*pairs)[states[k].kind * neighbours.size() + next[j].kind] +=
                here[k] * neighbours.ratio(states[k].kind, next[j].kind) * next_own[j] * next_behind[j] / sum;
          }
        }
      }
      scale(behind, states.size());
    }
    for (std::size_t k = 0; k < states.size(); ++k) here[k] *= behind[k];
    scale(here, states.size());
    std::swap(next_behind, behind);
  }
  memory.resize(count);
  return memory;
}

}  // namespace szukajst::language
