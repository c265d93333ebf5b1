#include "indexer/extract/inflect.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

struct Head {
  std::string nominative;
  char gender = 0;     // 0: the noun is not known
  unsigned cases = 0;  // in which it may stand
};

char gender_of(const Grammar& known) {
  if (known.plural) return 'p';
  return (known.genders & kFeminine) ? 'f' : (known.genders & kNeuter) ? 'n' : 'm';
}

// Whether the noun, read so, has the adjective behind it in a case, a number and a gender of its own.
bool agrees_behind(const SourceText& source, std::size_t token, const Grammar& noun) {
  if (token + 1 >= source.tokens.size() || source.after(token) != " ") return false;
  const auto& readings = source.tokens[token + 1].word->readings;
  return std::any_of(readings.begin(), readings.end(), [&](const language::Reading& reading) {
    const Grammar known = grammar(reading);
    return known.part == PartOfSpeech::adjective && known.plural == noun.plural &&
           (known.cases & noun.cases) != 0 && (noun.plural || (known.genders & noun.genders) != 0);
  });
}

Head head_of(const SourceText& source, std::size_t token) {
  Head head{std::string(source.token(token)), 0, 0};
  const language::Word& word = *source.tokens[token].word;
  // "PPHU „Iskra”": letters do not decline.
  if (word.source == language::WordSource::guess && all_capitals(source.token(token))) return head;
  const auto& readings = word.readings;
  const auto is_noun = [](const Grammar& known) {
    return known.part == PartOfSpeech::noun && known.cases != 0;
  };
  // "Politechnika Toruńska": the school, and not whoever has learnt there.
  const bool agreeing = std::any_of(readings.begin(), readings.end(), [&](const language::Reading& reading) {
    const Grammar known = grammar(reading);
    return is_noun(known) && agrees_behind(source, token, known);
  });
  for (const language::Reading& reading : readings) {
    const Grammar known = grammar(reading);
    if (!is_noun(known) || (agreeing && !agrees_behind(source, token, known))) continue;
    const char gender = gender_of(known);
    if (head.gender == 0) {
      head.gender = gender;
      const bool nominative = (known.cases & kNominative) != 0;
      if (!nominative && !known.plural) head.nominative = with_capital(reading.lemma);
      // A plural's lemma is singular: only a name that stands in the nominative already can be given.
    }
    if (gender == head.gender) head.cases |= known.cases;
    // A word that may stand in the nominative of its number is taken as it is written.
    if ((known.cases & kNominative) != 0 && gender == head.gender) head.nominative = source.token(token);
  }
  return head;
}

// " „", "-", ". ": the gap with its white space single.
std::string single_spaced(std::string_view gap) {
  const std::string mark = utf8::collapse(gap);
  if (mark.empty()) return " ";
  const std::string_view trimmed = utf8::trim(gap);
  const bool before = trimmed.data() != gap.data(),
             behind = trimmed.data() + trimmed.size() < gap.data() + gap.size();
  return (before ? " " : "") + mark + (behind ? " " : "");
}

// Whether the gap is white space and then an opening quotation mark (a straight one closes where no space is
// before it).
bool opens_quotation(std::string_view gap) {
  const std::string_view mark = utf8::trim(gap);
  return gap.size() > mark.size() && (mark == "„" || mark == "\"" || mark == "“");
}

// The adjective's nominative where it agrees with the head; else the word as it stands.
std::string agreeing(const SourceText& source, std::size_t token, const Head& head, bool& agrees) {
  agrees = false;
  for (const language::Reading& reading : source.tokens[token].word->readings) {
    const Grammar known = grammar(reading);
    if (known.part != PartOfSpeech::adjective || (known.cases & head.cases) == 0) continue;
    if (known.plural != (head.gender == 'p')) continue;
    const unsigned gender = head.gender == 'f' ? kFeminine : head.gender == 'n' ? kNeuter : kMasculine;
    if (head.gender != 'p' && (known.genders & gender) == 0) continue;
    agrees = true;
    const std::string form =
        adjective_in_gender(masculine_adjective(reading, source.token(token)), head.gender);
    return capitalised(source.token(token)) ? with_capital(form) : form;
  }
  return std::string(source.token(token));
}

}  // namespace

std::string with_capital(std::string_view word) {
  if (word.empty()) return {};
  std::size_t at = 0;
  std::string result;
  utf8::append(result, utf8::upper(utf8::next(word, at)));
  return result.append(word.substr(at));
}

std::string masculine_adjective(std::string_view form) {
  for (const std::string_view ending : {"iego", "ego", "iej", "ej", "ich", "ych", "im", "ym", "ą", "a"}) {
    if (!form.ends_with(ending)) continue;
    std::string stem(form.substr(0, form.size() - ending.size()));
    const bool soft = ending.starts_with('i') || stem.ends_with('k') || stem.ends_with('g');
    return stem + (soft ? "i" : "y");
  }
  return std::string(form);
}

std::string masculine_adjective(const language::Reading& reading, std::string_view form) {
  const bool participle = !reading.lemma.ends_with('y') && !reading.lemma.ends_with('i');
  return participle ? masculine_adjective(form) : reading.lemma;
}

std::string adjective_in_gender(std::string masculine, char gender) {
  const bool soft = masculine.ends_with('i');
  // Behind k, g and l the i is a sound of its own: "wielki, wielka", "sokoli, sokola".
  const bool velar = masculine.ends_with("ki") || masculine.ends_with("gi") || masculine.ends_with("li");
  if (gender == 'm' || masculine.empty()) return masculine;
  if (gender == 'f') {
    if (!soft || velar) masculine.pop_back();
    return masculine + "a";
  }
  if (!soft) masculine.pop_back();
  return masculine + "e";
}

std::size_t end_of_name(const SourceText& source, std::size_t head, std::size_t most, bool seat) {
  static constexpr std::array<std::string_view, 7> kSmall = {"i", "w", "we", "na", "rzecz", "dla", "nad"};
  std::size_t end = head + 1;
  for (std::size_t t = end; t < std::min(most, source.tokens.size()); ++t) {
    std::string_view gap = source.after(t - 1);
    if (opens_quotation(gap)) {
      // The quotation whole, if it closes soon.
      std::size_t last = t;
      while (last < source.tokens.size() && last < t + 10 &&
             source.after(last).find("”") == std::string_view::npos &&
             source.after(last).find('"') == std::string_view::npos)
        ++last;
      return last < source.tokens.size() && last < t + 10 ? last + 1 : end;
    }
    // "Muzeum Górnictwa      LGD Zakole" are two columns.
    if (gap.find('\n') == std::string_view::npos && gap.find("   ") != std::string_view::npos) break;
    // "Parafia pw. św. Jana"
    const bool patron = t > head + 1 && gap == ". " &&
                        (source.tokens[t - 1].word->form == "pw" || source.tokens[t - 1].word->form == "św");
    const bool joined = patron || (only_space(gap) && (!holds_blank_line(gap) || source.false_blank(t))) ||
                        gap == "-" || gap == "\u00A0";
    if (!joined) break;
    if (capitalised(source.token(t))) {
      end = t + 1;
      continue;
    }
    const std::string& form = source.tokens[t].word->form;
    const bool small =
        std::find(kSmall.begin(), kSmall.end(), form) != kSmall.end() || form == "pw" || form == "św";
    if (!small || (!seat && (form == "w" || form == "we"))) break;
  }
  return end;
}

std::string nominative_phrase(const SourceText& source, std::size_t first, std::size_t head,
                              std::size_t end) {
  const Head noun = head_of(source, head);
  std::string result;
  bool behind = true;  // whether adjectives behind the head may still belong to it
  bool quoted = false;
  for (std::size_t t = first; t < end; ++t) {
    const std::string_view gap = t == first ? std::string_view{} : source.after(t - 1);
    if (t != first) result += single_spaced(gap);
    quoted |= t != first && opens_quotation(gap);
    bool agrees = false;
    if (t == head) {
      result += noun.nominative;
    } else if (!quoted && noun.gender != 0 && (t < head || behind)) {
      // "Szwajcarsko-Polski": the first half of a joined adjective does not decline.
      const bool half = source.after(t) == "-" && t + 1 < end;
      result += half ? std::string(source.token(t)) : agreeing(source, t, noun, agrees);
      if (t > head && !half) behind = agrees;
    } else {
      result += source.token(t);
    }
  }
  if (quoted) {
    const std::string_view after = source.after(end - 1);
    if (after.starts_with("”"))
      result += "”";
    else if (after.starts_with('"'))
      result += "\"";
  }
  return result;
}

}  // namespace szukajst::indexer::extract
