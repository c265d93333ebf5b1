#include "indexer/extract/title.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/phrase_list.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

struct TitleRules::Tables {
  PhraseBook book;
  PhraseList act, minutes, named, goes_on, owner, open, body, value, meta, publisher, qualifier, joint,
      section, parties, stated, attachment, subject, issue, site, page, call;
};

namespace {

using Words = FoldedWords;

bool begins(const PhraseList& phrases, const Words& words, std::size_t at = 0) {
  return phrases.begins(words, at);
}

// The same, with a wrong letter allowed.
bool nearly(const PhraseList& phrases, const Words& words) {
  return phrases.begins(words, 0, false);
}

bool stands_in(const PhraseList& phrases, const Words& words) {
  return phrases.found(words);
}

char32_t first_char(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : utf8::next(text, at);
}

bool starts_lower(std::string_view text) {
  const char32_t c = first_char(text);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

bool all_capitals(std::string_view text) {
  int upper = 0, lower = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (utf8::is_letter(c)) ++(utf8::is_upper(c) ? upper : lower);
  }
  return upper > 3 && lower * 10 < upper;
}

bool ends_with_any(std::string_view text, std::string_view chars) {
  return !text.empty() && chars.find(text.back()) != std::string_view::npos;
}

bool has_sentence_end(std::string_view text) {
  constexpr std::size_t kWord = 3;
  for (std::size_t stop = text.find(". "); stop != std::string_view::npos; stop = text.find(". ", stop + 1))
    if (stop > kWord && stop + 2 < text.size() && utf8::is_upper(first_char(text.substr(stop + 2))))
      return true;
  return false;
}

bool underline(std::string_view text) {
  return text.size() >= 4 && text.find_first_not_of("=-_~*") == std::string_view::npos;
}

// How many words of the text are a capital alone.
std::size_t capitals_alone(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = utf8::next(text, next);
    if ((next == text.size() || text[next] == ' ') && utf8::is_upper(c)) ++count;
    at = std::min(text.find(' ', at), text.size());
    while (at < text.size() && text[at] == ' ') ++at;
  }
  return count;
}

// "O G Ł O S Z E N I E" → "OGŁOSZENIE", "U C H W A Ł A  Nr 5" → "UCHWAŁA Nr 5".
std::string unspaced(std::string_view text) {
  constexpr std::size_t kLetters = 5;
  if (capitals_alone(text) < kLetters) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::string joined;
    std::size_t letters = 0, end = at;
    // Capitals that stand alone, two blanks between words.
    for (std::size_t next = at; next < text.size();) {
      const std::size_t begin = next;
      const char32_t c = utf8::next(text, next);
      if (!utf8::is_upper(c) || (next < text.size() && text[next] != ' ')) break;
      joined += text.substr(begin, next - begin);
      ++letters;
      end = next;
      if (text.substr(next).starts_with("  ")) joined += ' ';
      while (next < text.size() && text[next] == ' ') ++next;
    }
    if (letters >= kLetters) {
      result += utf8::trim(joined);
      at = end;
    }
    // What is left of the word and the blanks behind it.
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ') ++at;
    while (at < text.size() && text[at] == ' ') ++at;
    result += text.substr(begin, at - begin);
  }
  return result;
}

// "© wszczęciu postępowania", "0 współpracy", "GMINY | MIASTA": recognition read a letter alone so.
void mend_letter(std::string& line) {
  constexpr std::string_view kStroke = " | ";
  if (const std::size_t at = line.find(kStroke); at != std::string::npos && all_capitals(line))
    line.replace(at, kStroke.size(), " I ");
  for (const std::string_view worn : {"© ", "0 "})
    if (line.starts_with(worn) && starts_lower(std::string_view(line).substr(worn.size())))
      line.replace(0, worn.size(), "o ");
}

class TitleReader {
 public:
  TitleReader(const SourceText& source, const Practice* practice, const TitleRules::Tables& tables)
      : source_(source), practice_(practice), tables_(tables) {
    constexpr std::size_t kTopLines = 120;
    top_.resize(std::min(source.lines.size(), kTopLines));
    while (prose_ < size() && !prose_begins(prose_)) ++prose_;
    paragraph_ = prose_;
    for (std::size_t i = 1; i < std::min(prose_, size()); ++i)
      if (words_of(i).size() <= kSectionWords && begins(tables_.section, words_of(i))) prose_ = i;
  }

  Title read() const {
    if (source_.lines.empty()) return {};
    if (auto title = practice_name()) return {*title, true};
    if (auto title = act_or_minutes()) return {*title, true};
    if (auto title = named_document()) return {*title, true};
    Title title = heading();
    title.text.erase(0, behind_label(title.text));
    return title;
  }

 private:
  static constexpr std::size_t kLongestHead = 14;  // lines of an act above its grounds
  static constexpr std::size_t kSectionWords = 5;  // that a section's heading has at most

  // "Strategia Gminy … na lata 2008–2015      15", "… LUBICZ      wersja 1.3": a running head without the
  // page's number or what else stands at the margin; recognition leaves one blank of many.
  std::string without_margin(std::string line) const {
    constexpr std::string_view kWide = "   ";
    constexpr std::size_t kDigits = 3;  // of a page's number
    const std::size_t blank = line.rfind(' ');
    if (blank == std::string::npos) return line;
    const std::string_view last = std::string_view(line).substr(blank + 1);
    const bool number =
        last.size() <= kDigits && last.find_first_not_of("0123456789") == std::string_view::npos;
    const std::size_t wide = line.rfind(kWide);
    const std::string_view before = utf8::trim(std::string_view(line).substr(0, blank));
    const bool cell = wide != std::string::npos && wide > 0;
    std::size_t end = line.size();
    if (number && (ends_with_years(before) || (cell && wide + kWide.size() == blank + 1)))
      end = blank;
    else if (cell && begins(tables_.qualifier, folded_words(std::string_view(line).substr(wide))))
      end = wide;
    if (end == line.size()) end = years_end(line);
    line.resize(utf8::trim(std::string_view(line).substr(0, end)).size());
    return line;
  }

  // "… na lata 2008–2015 wersja 1.3": where the years end, if nothing but a version stands behind them; the
  // line's length where something else does.
  std::size_t years_end(std::string_view line) const {
    if (std::none_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return line.size();
    const Words words = folded_words(line);
    for (std::size_t at = 1; at + 2 < words.size(); ++at)
      if (year_range(words, at) && begins(tables_.qualifier, words, at + 2) &&
          utf8::trim(line.substr(words[at + 1].end, words[at + 2].begin - words[at + 1].end)).empty())
        return words[at + 1].end;
    return line.size();
  }

  // A line of the top as titles have it, made when it is asked for: most texts begin below a few lines.
  struct TopLine {
    std::optional<std::string> text;
    std::unique_ptr<const Words> words;  // of its first bytes
    std::optional<bool> meta;
  };
  std::string_view line(std::size_t i) const {
    if (i >= top_.size()) return source_.line(i);
    std::optional<std::string>& text = top_[i].text;
    if (!text) {
      text = without_margin(unspaced(source_.line(i)));
      if (source_.lost_diacritics) mend_letter(*text);
    }
    return *text;
  }
  const Words& words_of(std::size_t i) const {
    constexpr std::size_t kFirstBytes = 300;
    std::unique_ptr<const Words>& words = top_[i].words;
    if (words == nullptr) {
      // The words of the text are known.
      const std::string_view text = line(i) == source_.line(i) ? source_.line(i) : line(i);
      words = std::make_unique<const Words>(folded_words(text.substr(0, kFirstBytes)));
    }
    return *words;
  }
  int blank_before(std::size_t i) const {
    return i < source_.lines.size() ? source_.lines[i].blank_before : 1;
  }
  std::size_t size() const { return top_.size(); }

  // "Nazwa praktyki: …", "Tytuł: …"
  std::optional<std::string> practice_name() const {
    if (practice_ == nullptr) return std::nullopt;
    for (const Phrase& phrase : tables_.value)
      for (const auto& [label, value] : practice_->card) {
        const Words words = folded_words(label);
        if (phrase.match(words, 0) == words.size() && !value.empty() && !starts_lower(value)) return value;
      }
    return std::nullopt;
  }

  // "Praktyka: Szkolny bus" above a card: where the name begins; 0 where no label stands before it.
  std::size_t behind_label(std::string_view title) const {
    constexpr std::string_view kColon = ": ";
    const std::size_t colon = practice_ == nullptr ? std::string_view::npos : title.find(kColon);
    if (colon == std::string_view::npos) return 0;
    const Words label = folded_words(title.substr(0, colon));
    for (const Phrase& phrase : tables_.value)
      if (phrase.match(label, 0) == label.size() && !label.empty()) return colon + kColon.size();
    return 0;
  }

  bool in_card(std::size_t i) const {
    return practice_ != nullptr && i >= practice_->first_line && i < practice_->end_line;
  }

  // "UCHWAŁA NR … w sprawie …" as far as its legal grounds; "Protokół Nr … z sesji … odbytej …".
  std::optional<std::string> act_or_minutes() const {
    constexpr std::size_t kHeadLines = 60;
    for (std::size_t i = 0; i < std::min(size(), kHeadLines); ++i) {
      if (starts_lower(line(i)) || (i > 0 && paragraph_ < i && has_sentence_end(line(paragraph_)))) continue;
      if (begins(tables_.act, words_of(i)) || (all_capitals(line(i)) && nearly(tables_.act, words_of(i))))
        if (!heads_attachment(i)) return joined_act(i);
      if (begins(tables_.minutes, words_of(i))) return joined(i);
    }
    return std::nullopt;
  }

  // "Załącznik do / uchwały Nr …" or "Uchwała Nr … / Załącznik / Program …": the act is another document.
  bool heads_attachment(std::size_t begin) const {
    constexpr std::size_t kBack = 2;
    for (std::size_t i = begin > kBack ? begin - kBack : 0; i < begin; ++i)
      if (nearly(tables_.attachment, words_of(i))) return true;
    for (std::size_t i = begin; i < std::min(size(), begin + kLongestHead); ++i) {
      if (subject_in(i) || line(i).starts_with("§") || begins(tables_.body, words_of(i))) return false;
      if (i > begin && (nearly(tables_.attachment, words_of(i)) || begins(tables_.named, words_of(i))))
        return true;
    }
    return false;
  }

  std::string joined_act(std::size_t begin) const {
    std::string title(line(begin));
    bool subject = subject_in(begin);
    for (std::size_t i = begin + 1; i < std::min(size(), begin + kLongestHead); ++i) {
      if (line(i).starts_with("§") || begins(tables_.body, words_of(i)) ||
          begins(tables_.parties, words_of(i)))
        break;
      if (subject && blank_before(i) > 0 && !starts_lower(line(i)) && !ends_joint(title)) break;
      // "1 UCHWAŁA NR …": the act itself below what a site says of it.
      if (const std::size_t number = line(i).find_first_not_of("0123456789 ");
          !subject && number > 0 && number < line(i).size() &&
          begins(tables_.act, folded_words(line(i).substr(number))) &&
          (line(i).substr(number).starts_with(line(begin)) ||
           line(begin).starts_with(line(i).substr(number)))) {
        title = line(i).substr(number);
        subject = subject_in(i);
        continue;
      }
      append(title, line(i));
      subject = subject || subject_in(i);
    }
    title = without_body(std::move(title));
    // What has grown without ever saying what the act is about has run into its text.
    constexpr std::size_t kLongest = 400;
    return !subject && title.size() > kLongest ? joined(begin) : utf8::collapse(title);
  }

  // "Uchwała … w sprawie … Na podstawie art. 18 …": an act whose lines were lost, without its grounds and
  // text.
  std::string without_body(std::string title) const {
    constexpr std::size_t kHead = 2;  // words that an act has at least
    const Words words = folded_words(title);
    for (std::size_t at = kHead; at < words.size(); ++at)
      if (utf8::is_upper(first_char(std::string_view(title).substr(words[at].begin))) &&
          begins(tables_.body, words, at)) {
        title.resize(words[at].begin);
        break;
      }
    title.resize(std::min(title.size(), title.find(" § ")));
    return title;
  }

  bool subject_in(std::size_t i) const { return stands_in(tables_.subject, words_of(i)); }

  static void append(std::string& title, std::string_view more) {
    if (title.ends_with('-') && starts_lower(more))
      title.pop_back();
    else
      title += ' ';
    while (!more.empty() && (more.front() == '.' || more.front() == ',' || more.front() == ' '))
      more.remove_prefix(1);
    title += more;
  }

  // The line and those below that go on with it.
  std::string joined(std::size_t begin, std::size_t* end = nullptr) const {
    constexpr std::size_t kMostLines = 8;
    std::string title(line(begin));
    std::size_t i = begin + 1;
    for (; i < std::min(size(), begin + kMostLines); ++i) {
      const bool continued = begins(tables_.goes_on, words_of(i));
      const bool stops =
          ends_with_any(line(i), ".:") &&
          !((continued || starts_lower(line(i))) && !words_of(i).empty() && words_of(i).back().text == "r");
      // "UMOWA O WSPÓŁPRACY / MIĘDZY GMINĄ LUBICZ A GMINĄ OBROWO" in one block of capitals says whose it is.
      const bool headed = all_capitals(title) && all_capitals(line(i)) && blank_before(i) == 0 &&
                          !ends_with_any(line(i), ".:;,") && blank_before(i + 1) > 0;
      if (begins(tables_.parties, words_of(i)) && !headed) {
        if (const std::size_t subject = subject_below(i); subject > 0)
          return utf8::collapse(title + ' ' + joined(subject, end));
        break;
      }
      if (first_char(line(i)) == '(' || begins(tables_.qualifier, words_of(i)) || stops || is_meta(i) ||
          begins(tables_.body, words_of(i)) || is_numbered(line(i)))
        break;
      // "… na lata 2008–2015", and below an empty line what is said of it.
      if (blank_before(i) > 0 && !continued && ends_with_years(title)) break;
      const bool capitals = all_capitals(title) && all_capitals(line(i));
      // "DEKLARACJA WSPÓŁPRACY", and below it the text.
      const bool apart = all_capitals(title) && !all_capitals(line(i)) && blank_before(i) > 0;
      // A line as wide as the page goes on in the next one.
      constexpr std::size_t kWide = 75;
      const bool wide = line(i - 1).size() >= kWide && blank_before(i) == 0 && !ends_with_years(title);
      const bool named_below = line(i).starts_with("„") && ends_open(title);
      const bool joined_by_word = starts_lower(line(i)) || worn_preposition(i) || named_below ||
                                  (capitals && begins(tables_.joint, words_of(i))) || ends_joint(title) ||
                                  (is_open(title) && !apart) || begins(tables_.owner, words_of(i));
      const bool same_head = (capitals && (blank_before(i) == 0 || leads_on(i))) || leads_down(i) ||
                             leads_to_years(i) || (blank_before(i) == 0 && years_alone(i));
      if (!continued && !joined_by_word && !wide && !same_head) break;
      append(title, line(i));
    }
    if (end) *end = i;
    return utf8::collapse(title);
  }

  // Whether lines in capitals lead from here to one that goes on with a title: on a cover, and in a scan,
  // each of its lines may stand apart.
  bool leads_on(std::size_t i) const {
    constexpr std::size_t kMostLines = 3;
    for (std::size_t k = i; k < std::min(size(), i + kMostLines); ++k) {
      if (!all_capitals(line(k)) || blank_before(k) > 1) return false;
      if (begins(tables_.goes_on, words_of(k))) return k > i;
    }
    return false;
  }

  // "Strategia Zintegrowanych Inwestycji Terytorialnych" over "Obszaru Funkcjonalnego Lubicza" over "na lata
  // …": whether the lines from here on, none apart, lead to one that goes on with a title.
  bool leads_down(std::size_t i) const {
    constexpr std::size_t kMostLines = 3;
    for (std::size_t k = i; k < std::min(size(), i + kMostLines); ++k) {
      if (blank_before(k) > 0 || ends_with_any(line(k), ".:;,") || is_meta(k) || is_item(line(k)))
        return false;
      if (begins(tables_.goes_on, words_of(k))) return k > i;
    }
    return false;
  }

  // The same where words and years end the last of them, and an empty line stands below: "Miejskiego Obszaru
  // Funkcjonalnego Lubicz 2021–2027".
  bool leads_to_years(std::size_t i) const {
    constexpr std::size_t kMostLines = 2;
    for (std::size_t k = i; k < std::min(size(), i + kMostLines); ++k) {
      if (blank_before(k) > 0 || ends_with_any(line(k), ".:;,") || is_meta(k) || is_item(line(k)))
        return false;
      if (ends_with_years(line(k))) return blank_before(k + 1) > 0;
    }
    return false;
  }

  // "zawarte w dniu … pomiędzy …", and below it "w sprawie …"; 0 where there is no such line.
  std::size_t subject_below(std::size_t parties) const {
    constexpr std::size_t kMostLines = 10;
    for (std::size_t i = parties; i < std::min(size(), parties + kMostLines); ++i) {
      if (line(i).starts_with("§") || begins(tables_.body, words_of(i))) return 0;
      if (nearly(tables_.subject, words_of(i))) return i;
    }
    return 0;
  }

  // "Program współpracy", and below it "Z organizacjami": recognition takes a letter alone for a capital.
  bool worn_preposition(std::size_t i) const {
    return source_.lost_diacritics && words_of(i).size() > 1 && words_of(i).front().text.size() == 1 &&
           !is_item(line(i)) && begins(tables_.joint, words_of(i));
  }

  bool ends_joint(std::string_view text) const {
    const Words words = folded_words(text);
    return text.ends_with('-') || text.ends_with(',') ||
           (!words.empty() && words.back().end == text.size() &&
            begins(tables_.joint, words, words.size() - 1));
  }

  // "Porozumienie w sprawie realizacji projektu": its name stands below.
  bool ends_open(std::string_view title) const {
    const Words words = folded_words(title);
    return !words.empty() && words.back().end == title.size() &&
           begins(tables_.call, words, words.size() - 1);
  }

  // "Strategia Rozwoju": somebody's.
  bool is_open(std::string_view title) const {
    const Words words = folded_words(title);
    constexpr std::size_t kFewWords = 3;
    return !words.empty() && words.size() <= kFewWords && begins(tables_.open, words, words.size() - 1);
  }

  // A strategy's, a programme's or another document's title, which begins with what the document is.
  std::optional<std::string> named_document() const {
    std::optional<std::string> best;
    constexpr int kEnough = 3;
    int best_score = kEnough - 1;
    for (std::size_t i = 0; i < std::min(size(), std::max<std::size_t>(prose_, 1) + 1); ++i) {
      const std::size_t named = named_in(i);
      if (starts_lower(line(i)) || named == words_of(i).size() || in_menu(i)) continue;
      std::size_t end = i + 1;
      std::string title = without_remark(joined(i, &end));
      constexpr std::size_t kLongest = 400;
      if (title.size() > kLongest || (ends_with_any(title, ".;:,") && !title.ends_with(" r.")) ||
          (named == 0 ? has_sentence_end(title) : !ends_with_years(title) && !ends_with_year(title)) ||
          runs_on(title) || states(words_of(i)))
        continue;
      title = without_site(title);
      const Words words = folded_words(title);
      int score = 0;
      for (std::size_t at = 0; at < words.size() && score == 0; ++at)
        if (begins(tables_.goes_on, words, at) || year_range(words, at) || from_year(title, words[at]))
          score = 3;
      if (all_capitals(line(i))) score += 2;
      if (end < size() && begins(tables_.parties, words_of(end))) score += 2;
      const bool apart = i == 0 || blank_before(i) > 0 || source_.lines[i].page != source_.lines[i - 1].page;
      const bool remark = end < size() && line(end).starts_with('(') && line(end).ends_with(')');
      if (apart && (end >= source_.lines.size() || blank_before(end) > 0 || remark || ends_early(end - 1)))
        score += 2;
      if (words.size() >= 3) ++score;
      if (repeated(title, i)) ++score;
      if (!source_.title_hint.empty() && likeness(source_.title_hint, title) > 0.9) score += 3;
      if (score > best_score) best_score = score, best = std::move(title);
    }
    return best;
  }

  // "Miasto / Urząd / Strategia 2030 / Turystyka", a line each: what a site leads to.
  bool in_menu(std::size_t i) const {
    constexpr std::size_t kFewWords = 3, kFewest = 4;
    const auto item = [&](std::size_t k) {
      return !words_of(k).empty() && words_of(k).size() <= kFewWords && !all_capitals(line(k)) &&
             !ends_with_any(line(k), ".,;:");
    };
    if (!item(i)) return false;
    std::size_t first = i, end = i + 1;
    while (first > 0 && blank_before(first) == 0 && item(first - 1)) --first;
    while (end < size() && blank_before(end) == 0 && item(end)) ++end;
    return end - first >= kFewest;
  }

  // "Strategia Gminy … na lata 2020–2030 (projekt)" → without what stands in the brackets.
  std::string without_remark(std::string title) const {
    const std::size_t bracket = title.rfind(" (");
    if (title.ends_with(')') && bracket != std::string::npos &&
        begins(tables_.qualifier, folded_words(std::string_view(title).substr(bracket))))
      title.resize(bracket);
    return title;
  }

  // Whether the line ends before the page's width, and the text begins behind it.
  bool ends_early(std::size_t i) const {
    constexpr std::size_t kRoom = 12;  // bytes of a word
    return i + 1 >= prose_ && line(i).size() + kRoom < line(i + 1).size();
  }

  static bool is_year(const FoldedWord& word) {
    return word.text.size() == 4 && (word.text.starts_with("20") || word.text.starts_with("19"));
  }

  static bool year_range(const Words& words, std::size_t at) {
    return at + 1 < words.size() && is_year(words[at]) && is_year(words[at + 1]);
  }

  // "Strategia Rozwoju Gminy Lubicz 2030+": from that year on.
  static bool from_year(std::string_view title, const FoldedWord& word) {
    return is_year(word) && title.substr(word.end).starts_with('+');
  }

  // "… na lata 2018–2025": nothing is left to say.
  static bool ends_with_years(std::string_view title) {
    const Words words = folded_words(title);
    return words.size() > 2 && words.back().end == title.size() && year_range(words, words.size() - 2);
  }

  // "… – STRATEGIA 2030": the year that it leads to.
  static bool ends_with_year(std::string_view title) {
    const Words words = folded_words(title);
    return words.size() > 2 && words.back().end == title.size() && is_year(words.back());
  }

  // "2018–2026" below the words of a title.
  bool years_alone(std::size_t i) const { return words_of(i).size() == 2 && year_range(words_of(i), 0); }

  // Where in the line a document's own name begins: at its beginning, or behind a motto ("Czyste jeziora.
  // Strategia Gminy … na lata 2020–2030") where years follow; words_of(i).size() where none does.
  std::size_t named_in(std::size_t i) const {
    const Words& words = words_of(i);
    if (begins(tables_.named, words)) return 0;
    for (std::size_t at = 1; at + 2 < words.size(); ++at) {
      const std::string_view gap = line(i).substr(words[at - 1].end, words[at].begin - words[at - 1].end);
      if (gap.find_first_of(".:!?") == std::string_view::npos && gap != " – " && gap != " - " && gap != "” ")
        continue;
      if (begins(tables_.named, words, at)) return at;
    }
    return words.size();
  }

  // "Regulamin przyjęto na posiedzeniu w dniu …"
  bool states(const Words& words) const {
    constexpr std::size_t kNear = 4;
    for (std::size_t at = 1; at < std::min(words.size(), kNear); ++at)
      if (begins(tables_.stated, words, at)) return true;
    return false;
  }

  static bool runs_on(std::string_view title) { return title.find("...") != std::string_view::npos; }

  bool repeated(std::string_view title, std::size_t but) const {
    for (std::size_t i = 0; i < size(); ++i)
      if (i != but && utf8::lower(line(i)) == utf8::lower(title)) return true;
    return false;
  }

  // "Title | www.site.pl", "Title - Urząd Gminy" → "Title".
  std::string without_site(std::string_view title) const {
    for (const std::string_view bar : {" | ", " :: ", " » "}) title = title.substr(0, title.find(bar));
    for (const std::string_view dash : {" - ", " – "})
      if (const std::size_t at = title.rfind(dash); at != std::string_view::npos && at > 0)
        if (begins(tables_.site, folded_words(title.substr(at + dash.size())))) title = title.substr(0, at);
    return utf8::collapse(title);
  }

  // ---- articles

  bool is_meta(std::size_t i) const {
    std::optional<bool>& meta = top_[i].meta;
    if (!meta) meta = says_meta(line(i), words_of(i));
    return *meta;
  }
  bool says_meta(std::string_view text, const Words& words) const {
    if (begins(tables_.meta, words) || stands_in(tables_.page, words)) return true;
    for (const std::string_view mark :
         {"»", " > ", " >> ", " | ", " · ", " / ", "->", "   ", "www.", "http", "@", "©", " : "})
      if (text.find(mark) != std::string_view::npos) return true;
    return words.empty();
  }

  // Datelines, counters, times.
  bool mostly_digits(std::size_t i) const {
    std::size_t numbers = 0;
    for (const FoldedWord& word : words_of(i))
      if (word.text.front() >= '0' && word.text.front() <= '9') ++numbers;
    return numbers * 3 >= words_of(i).size();
  }

  // "12 kwietnia 2019 roku w Wawrowie": when and where something was, and not what.
  bool begins_with_day(std::size_t i) const {
    const Words& words = words_of(i);
    return words.size() > 2 && words[0].text.size() <= 2 &&
           words[0].text.find_first_not_of("0123456789") == std::string::npos && is_year(words[2]);
  }

  // A paragraph of sentences begins at line i.
  bool prose_begins(std::size_t i) const {
    constexpr std::size_t kParagraph = 160, kLine = 40, kFirstLine = 45;
    if (column_begins(i)) return true;
    if (line(i).size() < kFirstLine || is_table_line(line(i)) || (is_meta(i) && line(i).size() < kParagraph))
      return false;
    std::size_t total = 0, lines = 0;
    bool stops = false;
    constexpr std::size_t kEnough = 5;
    for (std::size_t k = i; k < std::min(size(), i + kEnough) && (k == i || blank_before(k) == 0); ++k) {
      if (is_table_line(line(k))) return false;
      if (k > i && is_meta(k) && line(k).size() < kParagraph) break;
      total += line(k).size();
      stops = stops || line(k).find('.') != std::string_view::npos;
      ++lines;
    }
    constexpr std::size_t kLongSentence = 100, kWrappedSentence = 70;
    const bool long_sentence =
        line(i).size() >= kLongSentence && (has_sentence_end(line(i)) || line(i).ends_with('.'));
    const bool wrapped = lines > 1 && line(i).size() >= kWrappedSentence && has_sentence_end(line(i));
    const bool paragraph = total >= kParagraph && total / lines >= kLine && stops;
    // A sentence alone is a paragraph as well.
    constexpr std::size_t kSentence = 60, kSentenceWords = 9;
    constexpr std::size_t kTop = 6;
    const bool alone = i > 0 && i <= kTop && blank_before(i) > 0 && blank_before(i + 1) > 0 &&
                       line(i).ends_with('.') && line(i).size() >= kSentence &&
                       words_of(i).size() >= kSentenceWords && !is_item(line(i));
    return (paragraph || long_sentence || wrapped || alone) && first_line_of_prose(i);
  }

  // The narrow column of a newsletter: many short lines, most of which go on within a sentence.
  bool column_begins(std::size_t i) const {
    constexpr std::size_t kFewest = 4, kLooked = 8, kNarrowest = 18;
    std::size_t going_on = 0, lines = 0;
    bool stops = false;
    for (std::size_t k = i; k < std::min(size(), i + kLooked) && (k == i || blank_before(k) == 0); ++k) {
      if (is_table_line(line(k)) || is_item(line(k)) || line(k).size() < kNarrowest) return false;
      ++lines;
      going_on += k > i && (starts_lower(line(k)) || line(k - 1).ends_with('-')) ? 1 : 0;
      stops = stops || line(k).find(". ") != std::string_view::npos || line(k).ends_with('.');
    }
    return lines >= kFewest && stops && 5 * going_on >= 2 * lines && !starts_lower(line(i));
  }

  // Not a heading that stands right above its paragraph.
  bool first_line_of_prose(std::size_t i) const {
    if (i + 1 >= size() || blank_before(i + 1) > 0) return true;
    const std::size_t next = line(i + 1).size();
    return line(i).size() * 3 > next * 2 || starts_lower(line(i + 1));
  }

  static bool is_table_line(std::string_view text) {
    return text.find("    ") != std::string_view::npos || text.starts_with('|');
  }

  // A heading right above the one that was found, which is its subtitle then.
  bool stands_above(std::size_t above, std::size_t heading) const {
    constexpr std::size_t kFewWords = 2;
    return source_.title_hint.empty() && heading < prose_ && blank_before(heading) == 0 &&
           blank_before(heading + 1) > 0 && (above == 0 || blank_before(above) > 0) &&
           words_of(above).size() >= kFewWords && !is_meta(above) && !mostly_digits(above) &&
           !begins(tables_.publisher, words_of(above)) && !ends_with_any(line(above), ".,;:") &&
           !starts_lower(line(heading)) && !ends_joint(line(above)) && !underline(line(heading)) &&
           all_capitals(line(above)) == all_capitals(line(heading));
  }

  // "Prąd z dachu szkoły. / Trzy gminy chcą spółki": a heading of two sentences, a line each.
  bool first_sentence_above(std::size_t heading) const {
    constexpr std::size_t kFewWords = 2, kMostWords = 9;
    const std::size_t above = heading - 1;
    return source_.title_hint.empty() && heading < prose_ && blank_before(heading) == 0 &&
           blank_before(heading + 1) > 0 && (above == 0 || blank_before(above) > 0) &&
           words_of(above).size() >= kFewWords && words_of(above).size() <= kMostWords && !is_meta(above) &&
           !mostly_digits(above) && ends_with_any(line(above), ".!?") && !is_item(line(above)) &&
           !is_item(line(heading)) && !ends_with_any(line(heading), ",;:") && !starts_lower(line(heading)) &&
           all_capitals(line(above)) == all_capitals(line(heading));
  }

  Title heading() const {
    constexpr int kHeading = 3;  // the least score of what is no running text
    std::size_t best = 0;
    int best_score = -100;
    constexpr int kProsePenalty = 5;
    for (std::size_t i = 0; i < std::min(size(), prose_ + 1); ++i) {
      if (const int score = heading_score(i) - (i == prose_ ? kProsePenalty : 0);
          score > best_score || (score == best_score && prose_ < size()))
        best_score = score, best = i;
    }
    if (best_score < 0 && !source_.title_hint.empty()) return {utf8::collapse(source_.title_hint), true};
    const bool own = !source_.title_hint.empty() || (best_score >= kHeading && stands_apart(best));
    if (best > 0 && stands_above(best - 1, best)) {
      std::string title(line(best - 1));
      // "WIZYTA STUDYJNA SAMORZĄDOWCÓW / Z POWIATU …": no subtitle begins with a preposition.
      if (all_capitals(title) && begins(tables_.joint, words_of(best))) append(title, line(best));
      return {without_site(title), own};
    }
    if (best > 0 && first_sentence_above(best)) {
      std::string title(line(best - 1));
      append(title, line(best));
      return {without_site(title), own};
    }
    // The second line of a heading that was wrapped.
    if (best > 0 && starts_lower(line(best)) && !is_meta(best - 1) && !starts_lower(line(best - 1)) &&
        !ends_with_any(line(best - 1), ".;:") && (blank_before(best) == 0 || source_.lost_diacritics)) {
      std::string title(line(best - 1));
      append(title, line(best));
      return {without_site(title), own};
    }
    std::string title(line(best));
    // A heading that was wrapped.
    if (best + 1 < std::min(size(), prose_) && blank_before(best + 1) == 0 && !is_meta(best + 1) &&
        (starts_lower(line(best + 1)) || ends_joint(title) ||
         (all_capitals(title) && all_capitals(line(best + 1)))) &&
        !ends_with_any(line(best + 1), ".:;"))
      append(title, line(best + 1));
    return {without_site(title), own};
  }

  // Near the top, with nothing that goes on with it right below: no line of a verse or of a talk. Recognition
  // loses blank lines, but a heading is shorter than the text's lines.
  bool stands_apart(std::size_t i) const {
    constexpr std::size_t kTop = 8, kVeryTop = 2;
    if (i > kTop || line(i).starts_with("—")) return false;
    return i + 1 >= size() || blank_before(i + 1) > 0 || (i <= kVeryTop && all_capitals(line(i)));
  }

  int heading_score(std::size_t i) const {
    const std::string_view text = line(i);
    constexpr std::size_t kLongestHeading = 200;
    constexpr int kFarthest = 4;
    if (text.size() > kLongestHeading || underline(text) || in_card(i)) return -50;
    const auto count = words_of(i).size();
    int score = count >= 4 ? 2 : count == 3 ? 1 : count <= 1 ? -2 : 0;
    if (i + 1 < size() && underline(line(i + 1))) score += 3;
    if (blank_before(i) > 0 || i == 0) ++score;
    // "Studium nr 8" below a practice's name says nothing of its own.
    const bool numbered_below = practice_ != nullptr && i > 0 && i + 1 < size() && mostly_digits(i + 1);
    if (i + 1 >= size() || blank_before(i + 1) > 0 || i + 1 == prose_ || numbered_below) ++score;
    if (practice_ != nullptr && i < practice_->first_line) score += 2;  // a card stands below its title
    if (is_meta(i)) score -= 5;
    if (begins(tables_.publisher, words_of(i))) score -= is_masthead(i) ? 7 : 2;
    bool years = false;
    for (std::size_t at = 0; at < words_of(i).size(); ++at) years = years || year_range(words_of(i), at);
    // "Lubicz 2030"
    years =
        years || (words_of(i).size() == 2 && is_year(words_of(i).back()) && !is_year(words_of(i).front()));
    if ((mostly_digits(i) && !years) || begins_with_day(i)) score -= 4;
    if (is_item(text)) score -= 4;
    if (ends_with_any(text, ".,;:")) score -= 4;
    if (starts_lower(text)) score -= 2;
    if (text.starts_with("§")) score -= 4;
    const bool sentences = i == prose_ && has_sentence_end(text);
    for (std::size_t at = 1; at < words_of(i).size() && !sentences; ++at)
      if (year_range(words_of(i), at) || begins(tables_.named, words_of(i), at)) {
        score += 4;
        break;
      }
    if (echoed(text, i)) score += 4;
    if (!source_.title_hint.empty() && likeness(source_.title_hint, text) > 0.9) score += 6;
    int between = 0;
    for (std::size_t k = i + 1; k < prose_ && prose_ < size(); ++k)
      if (!in_card(k) && !is_meta(k) && !mostly_digits(k) && !underline(line(k))) ++between;
    return score - std::min(between, kFarthest);
  }

  // "1. …", "IV. …"
  static bool is_numbered(std::string_view text) {
    const std::size_t end = text.find_first_of(".) ");
    return end != std::string_view::npos && end > 0 && text[end] != ' ' && is_item(text);
  }

  // "1. …", "a) …", "– …"
  static bool is_item(std::string_view text) {
    for (const std::string_view bullet : {"-", "–", "•", "*", "→"})
      if (text.starts_with(bullet)) return true;
    constexpr std::size_t kNumber = 5;
    const std::size_t end = text.find_first_of(".) ");
    return end != std::string_view::npos && end <= kNumber && text[end] != ' ' && end > 0 &&
           text.substr(0, end).find_first_not_of("0123456789IVXabcdef") == std::string_view::npos;
  }

  // "Gazeta Powiatowa Nr 3/2020"
  bool is_masthead(std::size_t i) const { return stands_in(tables_.issue, words_of(i)); }

  // Named again in the page's head ("Nowy most | Powiat") or where readers comment on it ("komentarze (3)
  // (Nowy most)").
  bool echoed(std::string_view text, std::size_t but) const {
    constexpr std::size_t kLongEnough = 8, kHeadLines = 3, kPathLines = 6;
    static constexpr std::array<std::string_view, 7> kMarks = {" | ", " » ", " > ", " / ",
                                                               " › ", " – ", " - "};
    if (text.size() < kLongEnough || is_meta(but)) return false;
    const std::string in_brackets = "(" + std::string(text) + ")";
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      if (i == but) continue;
      if (line(i).find(in_brackets) != std::string_view::npos) return true;
      if (i < kHeadLines && line(i).starts_with(text) && line(i).size() > text.size()) {
        const char32_t next = first_char(utf8::trim(line(i).substr(text.size())));
        if (next == '|' || next == '-' || next == U'–' || next == ':' || next == U'»') return true;
      }
      // "Gmina Lubicz | Nowy most", also damaged in one of the two places.
      constexpr double kSame = 0.9;
      if (i >= kPathLines || i >= but) continue;
      // "Start » Aktualności » Nowy most": a path of the site, and a page's name behind whose it is.
      for (const std::string_view mark : kMarks)
        if (const std::size_t bar = line(i).rfind(mark); bar != std::string_view::npos)
          if (likeness(utf8::trim(line(i).substr(bar + mark.size())), text) >= kSame) return true;
    }
    return false;
  }

  const SourceText& source_;
  const Practice* const practice_;
  const TitleRules::Tables& tables_;
  mutable std::vector<TopLine> top_;  // once asked for
  std::size_t paragraph_ = 0;         // where the first paragraph begins; size() where there is none
  std::size_t prose_ = 0;  // where the first paragraph or section begins; size() where there is none
};

}  // namespace

TitleRules::TitleRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
TitleRules::TitleRules(TitleRules&&) noexcept = default;
TitleRules& TitleRules::operator=(TitleRules&&) noexcept = default;
TitleRules::~TitleRules() = default;

core::Result<TitleRules> TitleRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "title.tsv";
  const auto rows = read_table(file, 2);
  if (!rows) return rows.error();
  auto tables = std::make_unique<Tables>();
  const NamedValues<PhraseList*, 21> roles{{{"act", &tables->act},
                                            {"minutes", &tables->minutes},
                                            {"named", &tables->named},
                                            {"goes_on", &tables->goes_on},
                                            {"owner", &tables->owner},
                                            {"open", &tables->open},
                                            {"body", &tables->body},
                                            {"value", &tables->value},
                                            {"meta", &tables->meta},
                                            {"publisher", &tables->publisher},
                                            {"qualifier", &tables->qualifier},
                                            {"joint", &tables->joint},
                                            {"section", &tables->section},
                                            {"parties", &tables->parties},
                                            {"stated", &tables->stated},
                                            {"attachment", &tables->attachment},
                                            {"subject", &tables->subject},
                                            {"issue", &tables->issue},
                                            {"site", &tables->site},
                                            {"page", &tables->page},
                                            {"call", &tables->call}}};
  for (const auto& [name, list] : roles) tables->book.enter(*list);
  for (const Row& row : *rows) {
    const auto role = value_of(roles, row.cell(0));
    if (!role) return bad_row(file, row, "no such role: " + row.cell(0));
    (*role)->emplace_back(row.cell(1));
  }
  return TitleRules(std::move(tables));
}

Title extract_title(const SourceText& source, const Practice* practice, const TitleRules& rules) {
  return TitleReader(source, practice, rules.tables()).read();
}

}  // namespace szukajst::indexer::extract
