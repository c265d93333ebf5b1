#include "indexer/formats/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/utf8.h"

namespace szukajst::indexer::formats {
namespace {

namespace utf8 = core::utf8;

// What charset detection and the test for binary content look at: more tells no more.
constexpr std::size_t kSample = std::size_t{1} << 20;

// The charsets in which Polish texts come, likeliest first.
constexpr std::array<const char*, 4> kPolish{"windows-1250", "ISO-8859-2", "ibm-852",
                                             "x-mac-centraleurroman"};

struct Mark {
  std::string_view bytes;
  const char* charset;
};
constexpr std::array<Mark, 5> kMarks{{{"\xEF\xBB\xBF", "UTF-8"},
                                      {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                      {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                      {"\xFF\xFE", "UTF-16LE"},
                                      {"\xFE\xFF", "UTF-16BE"}}};

const Mark* mark_of(std::string_view bytes) {
  const auto* mark = std::ranges::find_if(kMarks, [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  return mark == kMarks.end() ? nullptr : mark;
}

// UTF-16 of a European text without a mark: every other byte is mostly zero. Nothing for other bytes.
const char* unmarked_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t half = sample.size() / 2;
  if (half < 8) return nullptr;
  if (odd * 10 > half * 4 && even * 50 < half) return "UTF-16LE";
  if (even * 10 > half * 4 && odd * 50 < half) return "UTF-16BE";
  return nullptr;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* charset) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset, &error), &ucnv_close);
  if (U_FAILURE(error)) converter.reset();
  return converter;
}

// In pieces, so that a large file needs no second copy of itself in UTF-16.
std::string convert(std::string_view bytes, UConverter& from, UConverter& into) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  std::array<UChar, 8192> pivot{};
  UChar* pivot_from = pivot.data();
  UChar* pivot_into = pivot.data();
  std::array<char, 16384> piece{};
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  bool first = true;
  for (;;) {
    char* target = piece.data();
    UErrorCode error = U_ZERO_ERROR;
    ucnv_convertEx(&into, &from, &target, piece.data() + piece.size(), &source, end, pivot.data(),
                   &pivot_from, &pivot_into, pivot.data() + pivot.size(), static_cast<UBool>(first), 1,
                   &error);
    out.append(piece.data(), static_cast<std::size_t>(target - piece.data()));
    first = false;
    if (error != U_BUFFER_OVERFLOW_ERROR) return out;
  }
}

// Empty where ICU does not know the charset.
std::string decode_as(std::string_view bytes, const char* charset) {
  const Converter from = open_converter(charset);
  const Converter into = open_converter("UTF-8");
  return from && into ? convert(bytes, *from, *into) : std::string();
}

std::string detected(std::string_view bytes) {
  const std::unique_ptr<struct uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                              &uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// How plausible a character beyond ASCII is in a Polish text.
int plausibility(char32_t c, char32_t before) {
  constexpr std::u32string_view kLetters = U"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
  constexpr std::u32string_view kSigns = U"„”“’‘–—…•§°«»©®€½²³¼×· \u00A0\u00AD";
  if (c == 0xFFFD || (c >= 0x80 && c < 0xA0)) return -6;
  if (kLetters.find(c) != std::u32string_view::npos)
    return utf8::is_upper(c) && utf8::is_letter(before) && !utf8::is_upper(before) ? -2 : 3;
  if (kSigns.find(c) != std::u32string_view::npos) return 1;
  return utf8::is_letter(c) ? -1 : -3;
}

struct Reading {
  std::string charset;
  double score = 0;  // per character beyond ASCII
};

Reading read_sample(std::string_view sample, const std::string& charset) {
  const std::string text = decode_as(sample, charset.c_str());
  Reading reading{charset, -10};
  long total = 0, count = 0;
  char32_t before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c >= 0x80) {
      total += plausibility(c, before);
      ++count;
    }
    before = c;
  }
  if (count > 0) reading.score = static_cast<double>(total) / static_cast<double>(count);
  return reading;
}

// ISO-8859-1 says nothing: servers declare it by default, and browsers have read it as
// windows-1252 for as long. Its Polish readers know windows-1250 instead.
bool says_nothing(std::string_view declared) {
  const std::string name = utf8::lower(declared);
  return name.empty() || name.starts_with("utf") || name == "us-ascii" || name == "iso-8859-1" ||
         name == "latin1";
}

std::string likeliest_charset(std::string_view bytes, std::string_view declared) {
  const std::string_view sample = bytes.substr(0, kSample);
  std::vector<std::string> candidates;
  if (!says_nothing(declared)) candidates.emplace_back(declared);
  candidates.insert(candidates.end(), kPolish.begin(), kPolish.end());
  if (std::string seen = detected(sample); !seen.empty()) candidates.push_back(std::move(seen));

  Reading best;
  best.score = -100;
  for (const std::string& charset : candidates) {
    const Reading reading = read_sample(sample, charset);
    if (reading.score > best.score) best = reading;
  }
  // No Polish in any reading: another language's text, for which the detector knows best.
  if (best.score < 1 && candidates.size() > kPolish.size()) {
    const std::string& other = says_nothing(declared) ? candidates.back() : candidates.front();
    if (!says_nothing(other) && open_converter(other.c_str())) return other;
  }
  return best.charset;
}

// UTF-8 with a few damaged bytes (a cut file, one pasted line) is still UTF-8: sequences of it
// are not met by chance in single-byte text.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  const std::string_view sample = bytes.substr(0, kSample);
  for (std::size_t at = 0; at < sample.size();) {
    const char32_t c = utf8::next(sample, at);
    if (c == 0xFFFD) {
      ++bad;
    } else if (c >= 0x80) {
      ++good;
    }
  }
  return good > 0 && good >= bad * 10;
}

}  // namespace

bool binary(std::string_view bytes) {
  if (mark_of(bytes) != nullptr || unmarked_utf16(bytes) != nullptr) return false;
  const std::string_view sample = bytes.substr(0, kSample);
  // Tab, line ends, form feed, and the Ctrl-Z with which DOS ended a text are no sign.
  static constexpr auto kControl = [] {
    std::array<bool, 256> control{};
    for (unsigned char c = 0; c < 0x20; ++c)
      control[c] = c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A;
    return control;
  }();
  std::size_t zeros = 0, controls = 0;
  for (const char byte : sample) {
    if (!kControl[static_cast<unsigned char>(byte)]) continue;
    ++controls;
    if (byte == 0) ++zeros;
  }
  return zeros * 1000 > sample.size() || controls * 100 > sample.size() * 2;
}

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  if (const Mark* mark = mark_of(bytes)) {
    const std::string_view rest = bytes.substr(mark->bytes.size());
    return std::string_view(mark->charset) == "UTF-8" ? std::string(rest) : decode_as(rest, mark->charset);
  }
  if (utf8::valid(bytes)) return std::string(bytes);
  if (const char* wide = unmarked_utf16(bytes)) return decode_as(bytes, wide);
  if (mostly_utf8(bytes)) return std::string(bytes);
  return decode_as(bytes, likeliest_charset(bytes, declared).c_str());
}

}  // namespace szukajst::indexer::formats
