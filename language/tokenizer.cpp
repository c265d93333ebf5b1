#include "language/tokenizer.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "core/utf8.h"
#include "language/abbreviations.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

// What optical recognition puts where a Polish letter stood, though it is no letter: such a sign does
// not end a word. `before`, `after`: what must stand on that side of it, without a space.
enum class Side { lower, any, nothing };
struct DamageSign {
  char32_t sign;
  Side before, after;  // lower: a lower-case letter; any: a letter or not; nothing: no letter or digit
};
constexpr DamageSign kDamageSigns[] = {
    {U'¢', Side::lower, Side::any},      // si¢, urz¢du
    {U'$', Side::lower, Side::any},      // ko$ci, za$
    {U'$', Side::nothing, Side::lower},  // $wietlic
    {U'£', Side::nothing, Side::lower},  // £ukasz
    {U'£', Side::lower, Side::lower},    //
    {U'€', Side::lower, Side::lower},    // si€gnąć
    {U';', Side::lower, Side::lower},    // Pozarne;j
    {U'!', Side::lower, Side::lower},    // wspó!praca
    {U'|', Side::lower, Side::lower},    // wspó|praca
    {U'|', Side::nothing, Side::lower},  // |atwo
    {U'•', Side::lower, Side::lower},    // pi•kny
    {U'§', Side::lower, Side::lower},    // wie§ci
    {U'°', Side::lower, Side::lower},    //
    {U'~', Side::lower, Side::lower},    //
};

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'ʼ';
}
// Nearly every sign is one of ASCII, which need not be looked up.
bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) - U'a' < 26 : u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_lower(char32_t c) {
  return c < 0x80 ? c - U'a' < 26 : u_islower(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// The code points before and at a byte; 0 at the text's ends.
char32_t before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return utf8::next(text, at);
}
char32_t after(std::string_view text, std::size_t at) {
  return at < text.size() ? utf8::next(text, at) : 0;
}

// What a code point is to the rules of word breaks (Unicode Standard Annex 29). Of most texts every one is of
// the first kinds, and their words need no library.
enum class Break : std::uint8_t {
  letter,
  digit,
  mid_letter,  // joins letters: "w:tym"
  mid_number,  // joins digits: "1,5"
  mid_both,    // joins either: "m.in", "d’Arc"
  other,       // stands alone
  space,       // alone too; no rule looks past it
  unknown,     // left to ICU
};
constexpr std::size_t kTabled = 0x180;
constexpr auto kBreaks = [] {
  std::array<Break, kTabled> table{};
  table.fill(Break::letter);
  for (char32_t c = 0; c < 0xC0; ++c) {
    const bool basic = c < 0x80,
               letter = basic ? (c | 0x20U) - U'a' < 26 : c == U'ª' || c == U'µ' || c == U'º';
    if (!letter) table[c] = c > U' ' && c != 0x7F && (basic || c > 0xA0) ? Break::other : Break::unknown;
    if (c >= U'0' && c <= U'9') table[c] = Break::digit;
  }
  for (const char32_t c : {U'×', U'÷'}) table[c] = Break::other;
  for (const char32_t c : {U' ', U'\t', U'\n', U'\f'}) table[c] = Break::space;
  for (const char32_t c : {U':', U'·'}) table[c] = Break::mid_letter;
  for (const char32_t c : {U',', U';'}) table[c] = Break::mid_number;
  for (const char32_t c : {U'.', U'\''}) table[c] = Break::mid_both;
  for (const char32_t c : {U'_', char32_t{0xAD}}) table[c] = Break::unknown;
  return table;
}();
constexpr Break break_of(char32_t c) {
  if (c < kTabled) return kBreaks[c];
  if (c == U'‘' || c == U'’') return Break::mid_both;
  const bool punctuation = (c >= U'‐' && c <= U'‣') || c == U'…' || (c >= U'‰' && c <= U'›');
  return punctuation ? Break::other : Break::unknown;
}

// A piece of text between two word breaks.
struct Segment {
  ByteRange range;
  bool wordlike = false;                 // a word or number, with signs inside where `plain` is false
  bool letters = false, digits = false;  // has some
  bool plain = false;                    // nothing but letters and digits
};

struct UTextCloser {
  void operator()(UText* text) const { utext_close(text); }
};

// ICU's word breaks of a piece of a text.
class IcuSegments {
 public:
  IcuSegments(std::string_view text, std::size_t offset) : offset_(offset) {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
      UErrorCode error = U_ZERO_ERROR;
      return std::unique_ptr<icu::BreakIterator>(
          icu::BreakIterator::createWordInstance(icu::Locale("pl"), error));
    }();
    iterator_ = iterator.get();
    UErrorCode error = U_ZERO_ERROR;
    text_.reset(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
    if (iterator_ != nullptr && U_SUCCESS(error)) iterator_->setText(text_.get(), error);
    if (U_FAILURE(error)) iterator_ = nullptr;
    begin_ = iterator_ != nullptr ? iterator_->first() : icu::BreakIterator::DONE;
  }

  // Whether there was another; a word or number is one that ICU gives a status for.
  bool next(Segment& segment) {
    if (iterator_ == nullptr || begin_ == icu::BreakIterator::DONE) return false;
    const auto end = iterator_->next();
    if (end == icu::BreakIterator::DONE) return false;
    segment = {{offset_ + static_cast<std::size_t>(begin_), offset_ + static_cast<std::size_t>(end)},
               iterator_->getRuleStatus() != UBRK_WORD_NONE};
    begin_ = end;
    return true;
  }

 private:
  std::size_t offset_;
  std::unique_ptr<UText, UTextCloser> text_;
  icu::BreakIterator* iterator_ = nullptr;
  std::int32_t begin_ = 0;
};

// Calls `visit(segment)` for each segment of the text but white space.
template <typename Visit>
class Segments {
 public:
  Segments(std::string_view text, Visit visit) : text_(text), visit_(std::move(visit)) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (plain_word(at)) continue;
      std::size_t end = at;
      bool known = true, space = false;
      while (end < text_.size() && !space) {
        const std::size_t here = end;
        const Break kind = break_of(utf8::next(text_, end));
        known = known && kind != Break::unknown;
        space = kind == Break::space;
        if (space) end = here;
      }
      known ? chunk(at, end) : icu_chunk(at, end);
      at = end + (space ? 1 : 0);
    }
  }

 private:
  void icu_chunk(std::size_t begin, std::size_t end) {
    IcuSegments segments(text_.substr(begin, end - begin), begin);
    for (Segment segment; segments.next(segment);) visit_(segment);
  }

  // Letters with white space behind them, or a single sign and white space: so stand most words. False where
  // something else stands at `at`; else goes behind it.
  bool plain_word(std::size_t& at) {
    std::size_t end = at, here = at;
    Break kind = Break::letter;
    while (end < text_.size() && kind == Break::letter) {
      here = end;
      kind = break_of(utf8::next(text_, end));
    }
    if (kind == Break::letter) here = end;  // at the text's end
    if (here == at) return false;
    const std::size_t sign = here;
    if (kind != Break::letter && kind != Break::space) {
      if (kind == Break::unknown || kind == Break::digit) return false;
      here = end;
      if (end < text_.size() && break_of(utf8::next(text_, end)) != Break::space) return false;
    }
    visit_(Segment{{at, sign}, true, true, false, true});
    if (here > sign) visit_(Segment{{sign, here}});
    at = end;
    return true;
  }
  // Between white space, without unknown code points.
  void chunk(std::size_t at, const std::size_t end) {
    while (at < end) {
      Segment segment{{at, at}};
      Break last = break_of(utf8::next(text_, at));
      segment.wordlike = segment.plain = last == Break::letter || last == Break::digit;
      segment.letters = last == Break::letter;
      segment.digits = last == Break::digit;
      while (segment.wordlike && at < end) {
        std::size_t behind = at;
        Break kind = break_of(utf8::next(text_, behind));
        if (kind != Break::letter && kind != Break::digit) {
          if (behind == end || !joins(kind, last)) break;
          kind = break_of(utf8::next(text_, behind));
          if (kind != last) break;
          segment.plain = false;
        }
        last = kind;
        (kind == Break::letter ? segment.letters : segment.digits) = true;
        at = behind;
      }
      segment.range.end = at;
      visit_(segment);
    }
  }
  // A sign between two of the same kind.
  static bool joins(Break sign, Break kind) {
    return sign == Break::mid_both || sign == (kind == Break::letter ? Break::mid_letter : Break::mid_number);
  }

  std::string_view text_;
  Visit visit_;
};

struct Letters {
  int letters = 0, lower = 0, digits = 0, damage = 0;
  bool leading_digit = false, inner_digit = false;
};

Letters count(std::string_view word) {
  Letters result;
  for (std::size_t at = 0; at < word.size();) {
    const auto begin = at;
    const char32_t c = utf8::next(word, at);
    if (is_digit(c)) {
      ++result.digits;
      if (begin == 0) result.leading_digit = true;
      if (is_letter(before(word, begin)) && is_lower(after(word, at))) result.inner_digit = true;
    } else if (is_letter(c)) {
      ++result.letters;
      result.lower += is_lower(c);
    } else if (!is_apostrophe(c)) {
      ++result.damage;
    }
  }
  return result;
}

// "Rozwo6j", "1ódź" are damaged words; "A4", "2b", "CO2" are codes.
TokenKind kind_of(std::string_view word) {
  const Letters n = count(word);
  if (n.letters == 0) return TokenKind::number;
  if (n.digits == 0) return TokenKind::word;
  const bool few = n.digits <= 2 && n.lower > n.digits;
  if (few && (n.inner_digit || n.letters >= 4)) return TokenKind::word;
  return TokenKind::code;
}

bool meets(Side side, char32_t c) {
  switch (side) {
    case Side::lower:
      return is_lower(c);
    case Side::any:
      return true;
    case Side::nothing:
      return !is_letter(c) && !is_digit(c);
  }
  return false;
}

// Whether the sign at [begin, end) belongs to the word around it.
bool damage_sign(std::string_view text, std::size_t begin, std::size_t end) {
  const char32_t sign = after(text, begin);
  if (sign == U'.' || sign == U',') return false;  // what most of them are
  const char32_t left = before(text, begin), right = after(text, end);
  return std::ranges::any_of(kDamageSigns, [&](const DamageSign& known) {
    return known.sign == sign && meets(known.before, left) && meets(known.after, right);
  });
}

// E-mail and web addresses, as they stand between white space; without brackets and closing punctuation.
bool address(std::string_view chunk) {
  if (chunk.find("://") != std::string_view::npos || chunk.starts_with("www.") || chunk.starts_with("WWW.")) {
    return true;
  }
  const auto sign = chunk.find('@');
  return sign != std::string_view::npos && sign > 0 && chunk.find('.', sign) != std::string_view::npos;
}

ByteRange trim_punctuation(std::string_view text, ByteRange range) {
  constexpr std::string_view kOpening = "([{<\"'", kClosing = ")]}>\"'.,;:!?";
  while (range.begin < range.end && kOpening.find(text[range.begin]) != std::string_view::npos) ++range.begin;
  const auto ends_with = [&](std::string_view what) { return range.in(text).ends_with(what); };
  for (;;) {
    if (range.size() > 0 && kClosing.find(text[range.end - 1]) != std::string_view::npos)
      --range.end;
    else if (ends_with("”") || ends_with("…"))
      range.end -= 3;
    else if (ends_with("»"))
      range.end -= 2;
    else
      break;
  }
  while (range.in(text).starts_with("„") || range.in(text).starts_with("“")) range.begin += 3;
  return range;
}

// Every run without white space that is an address.
std::vector<ByteRange> addresses(std::string_view text) {
  std::vector<ByteRange> found;
  // Nearly every text has none, and the search for these costs nothing.
  if (text.find('@') == std::string_view::npos && text.find("://") == std::string_view::npos &&
      text.find("www.") == std::string_view::npos && text.find("WWW.") == std::string_view::npos) {
    return found;
  }
  constexpr std::string_view kSpace = " \t\n\f";
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(kSpace, at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(kSpace, begin), text.size());
    const ByteRange range = trim_punctuation(text, {begin, at});
    if (range.size() > 0 && address(range.in(text))) found.push_back(range);
  }
  return found;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text), addresses_(addresses(text)) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 6);
    auto next_address = addresses_.begin();
    bool signs = false;
    const auto visit = [&](const Segment& segment) {
      const ByteRange& range = segment.range;
      while (next_address != addresses_.end() && next_address->end <= range.begin) ++next_address;
      if (next_address != addresses_.end() && range.begin < next_address->end &&
          range.end > next_address->begin) {
        add_address(*next_address);
      } else if (segment.wordlike) {
        split(segment);
      } else if (damage_sign(text_, range.begin, range.end)) {
        add(range, TokenKind::word);
        after_sign_ = signs = true;
      }
    };
    Segments(text_, visit).run();
    join_codes();
    if (signs) {
      std::erase_if(tokens_, [&](const Token& token) {
        return token.kind == TokenKind::word && count(token.range.in(text_)).letters == 0;
      });
    }
    return std::move(tokens_);
  }

 private:
  void add_address(const ByteRange& range) {
    if (tokens_.empty() || !(tokens_.back().range == range)) tokens_.push_back({range, TokenKind::code});
  }

  // The rules leave "m.in", "w:tym" and "a_b" whole; numbers keep their points.
  void split(const Segment& segment) {
    const ByteRange range = segment.range;
    const std::string_view whole = range.in(text_);
    if (segment.plain) {
      return add(range, !segment.digits    ? TokenKind::word
                        : !segment.letters ? TokenKind::number
                                           : kind_of(whole));
    }
    if (whole.find('.') != std::string_view::npos && is_contraction(whole))
      return add(range, TokenKind::word);
    std::size_t begin = range.begin;
    for (std::size_t at = range.begin; at < range.end;) {
      const auto here = at;
      const char32_t c = utf8::next(text_, at);
      const bool between_digits =
          is_digit(before(text_, here)) && is_digit(after(text_, at)) && here > range.begin;
      const bool splits = c == U'_' ||
                          ((c == U'.' || c == U':' || c == U',' || c == U'·') && !between_digits) ||
                          (c == U':' && between_digits);
      if (!splits) continue;
      if (here > begin) add({begin, here}, kind_of(text_.substr(begin, here - begin)));
      begin = at;
    }
    if (range.end > begin) add({begin, range.end}, kind_of(text_.substr(begin, range.end - begin)));
  }

  // A piece of a word that goes on behind or before a damage sign is put to it.
  void add(ByteRange range, TokenKind kind) {
    const bool touches = !tokens_.empty() && tokens_.back().range.end == range.begin;
    if (touches && tokens_.back().kind == TokenKind::word &&
        (after_sign_ || damage_sign(text_, range.begin, range.end))) {
      tokens_.back().range.end = range.end;
    } else {
      tokens_.push_back({range, kind});
    }
    after_sign_ = false;
  }

  // "19-300", "2021/2022", "+48 …": digits on both sides of one sign are one number; "XII/88/2019",
  // "OR.0002.1.2019" one code.
  void join_codes() {
    bool any = false;
    for (std::size_t i = 1; i < tokens_.size() && !any; ++i) any = linked(tokens_[i - 1], tokens_[i]);
    if (!any) return;
    std::vector<Token> joined;
    joined.reserve(tokens_.size());
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i + 1;
      while (end < tokens_.size() && linked(tokens_[end - 1], tokens_[end])) ++end;
      if (end == i + 1)
        joined.push_back(tokens_[i]);
      else
        take_chain(i, end, joined);
      i = end;
    }
    tokens_ = std::move(joined);
  }

  bool linked(const Token& left, const Token& right) const {
    if (right.range.begin != left.range.end + 1) return false;
    const char sign = text_[left.range.end];
    return sign == '/' || sign == '-' || sign == '.' || sign == '_';
  }

  // The longest stretch of the chain that is a code or a number, then the rest word by word. What a stretch
  // lacks to be one it lacks from its second part on too: so each is looked at whole, and once.
  void take_chain(std::size_t begin, std::size_t end, std::vector<Token>& joined) const {
    std::size_t parts = begin;  // where the stretch of what may be a code's parts ends
    bool none = false;          // whether it is known to be neither
    for (std::size_t i = begin, stop = begin; i < end; i = stop) {
      if (i >= parts) {
        for (parts = i; parts < end && part_of_code(tokens_[parts]);) ++parts;
        none = false;
      }
      TokenKind kind = TokenKind::word;
      stop = parts;
      if (none || stop <= i + 1 || !chain_kind(i, stop, kind)) {
        none = true;
        stop = i + 2 <= end && declined_acronym(i, i + 2, kind) ? i + 2 : i + 1;
      }
      if (stop > i + 1)
        joined.push_back({{tokens_[i].range.begin, tokens_[stop - 1].range.end}, kind});
      else
        joined.push_back(tokens_[i]);
    }
  }

  // "JST-ów", "z-ca": what stands behind the hyphen is no word.
  bool declined_acronym(std::size_t begin, std::size_t end, TokenKind& kind) const {
    if (end != begin + 2 || text_[tokens_[begin].range.end] != '-') return false;
    const std::string_view both =
        text_.substr(tokens_[begin].range.begin, tokens_[begin + 1].range.end - tokens_[begin].range.begin);
    kind = TokenKind::code;
    if (!acronym_of(both).empty()) return true;
    kind = TokenKind::word;
    return is_contraction(both);
  }

  // Parts of a file number are numbers and short words in capitals.
  bool part_of_code(const Token& token) const {
    constexpr std::size_t kLongestPart = 8;
    return token.kind == TokenKind::number ||
           (token.range.size() <= kLongestPart && count(token.range.in(text_)).lower == 0);
  }

  // Whether such parts are a number or a code.
  bool chain_kind(std::size_t begin, std::size_t end, TokenKind& kind) const {
    std::ptrdiff_t numbers = 0, codes = 0, slashes = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& token = tokens_[i];
      if (i > begin && text_[token.range.begin - 1] == '/') ++slashes;
      if (token.kind == TokenKind::number)
        numbers += 1 + std::ranges::count(token.range.in(text_), '.');
      else
        ++codes;
    }
    kind = codes == 0 ? TokenKind::number : TokenKind::code;
    return codes == 0 || numbers >= 2 || (numbers >= 1 && slashes >= 1);
  }

  std::string_view text_;
  std::vector<ByteRange> addresses_;
  std::vector<Token> tokens_;
  bool after_sign_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  // Most texts need no repair: they are asked for again as they are, after none but short ones between.
  constexpr std::size_t kShort = 256, kMostKept = std::size_t{1} << 20;
  if (text.size() < kShort || text.size() > kMostKept) return Tokenizer(text).run();
  struct Last {
    std::string text;
    std::vector<Token> tokens;
  };
  thread_local Last last;
  if (text != last.text) {
    last.tokens = Tokenizer(text).run();
    last.text = text;
  }
  return last.tokens;
}

}  // namespace szukajst::language
