#include "indexer/privacy/contacts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/phrase.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer {

namespace utf8 = core::utf8;
using core::ByteRange;
using extract::FoldedWord;
using extract::Phrase;

struct ContactRules::Tables {
  using Words = std::unordered_set<std::string>;
  Words mailboxes, domains, free_domains, mobile, area, units, given_names;
  std::vector<Phrase> phone, never, office, function, personal;
};

ContactRules::ContactRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
ContactRules::ContactRules(ContactRules&&) noexcept = default;
ContactRules::~ContactRules() = default;

namespace {

using Words = extract::FoldedWords;

constexpr std::size_t kPhoneDigits = 9, kPeselDigits = 11;
constexpr std::size_t kWindow = 90;       // bytes of a line that are looked at before a number
constexpr std::size_t kBehind = 24;       // and behind it
constexpr std::size_t kLinesAbove = 3;    // in which an office may be named
constexpr std::size_t kNearWords = 4;     // between "tel." and its number, at most
constexpr std::size_t kShortestPart = 4;  // of an address that names its owner

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string folded(std::string_view text) {
  return utf8::fold(utf8::lower(text));
}

// Letters and digits alone: "Maków Mazowiecki" as a domain has it.
std::string joined(std::string_view text) {
  std::string result;
  for (const FoldedWord& word : extract::folded_words(text)) result += word.text;
  return result;
}

// The last place behind a phrase that ends within the last `near` words; nothing where none stands there.
std::optional<std::size_t> last_behind(const std::vector<Phrase>& phrases, const Words& words,
                                       std::size_t near) {
  const std::size_t begin = words.size() > near ? words.size() - near : 0;
  std::optional<std::size_t> last;
  for (std::size_t at = begin; at < words.size(); ++at)
    for (const Phrase& phrase : phrases)
      if (const std::size_t count = phrase.match(words, at, true); count > 0)
        last = std::max(last.value_or(0), at + count);
  return last;
}

// Digits in groups, as a number is written in one line.
struct Digits {
  ByteRange range;
  std::string digits;  // without a country's or a trunk prefix
  bool international = false;
  bool hyphened = false;  // "600-100-200"
};

}  // namespace

core::PagedText masked(const core::PagedText& text, const std::vector<ByteRange>& ranges) {
  core::PagedText result;
  result.page_starts.clear();
  std::size_t at = 0, page = 0;
  const auto copy_to = [&](std::size_t end) {
    for (; page < text.page_starts.size() && text.page_starts[page] <= end; ++page)
      result.page_starts.push_back(result.text.size() + (std::max(text.page_starts[page], at) - at));
    result.text.append(text.text, at, end - at);
    at = end;
  };
  for (const ByteRange range : ranges) {
    copy_to(range.begin);
    result.text += kMask;
    at = range.end;
  }
  copy_to(text.text.size());
  return result;
}

core::Result<ContactRules> ContactRules::load(const std::filesystem::path& data,
                                              const gazetteer::Gazetteer& gazetteer) {
  const std::filesystem::path file = data / "privacy" / "contacts.tsv";
  auto rows = extract::read_table(file, 2);
  if (!rows) return rows.error();
  auto names = extract::read_table(data / "extract" / "person_given_names.tsv", 2);
  if (!names) return names.error();
  auto tables = std::make_unique<Tables>();
  const std::array<std::pair<std::string_view, Tables::Words*>, 5> words{{{"mailbox", &tables->mailboxes},
                                                                          {"domain", &tables->domains},
                                                                          {"free", &tables->free_domains},
                                                                          {"mobile", &tables->mobile},
                                                                          {"area", &tables->area}}};
  const std::array<std::pair<std::string_view, std::vector<Phrase>*>, 5> phrases{
      {{"phone", &tables->phone},
       {"never", &tables->never},
       {"office", &tables->office},
       {"function", &tables->function},
       {"private", &tables->personal}}};
  for (const extract::Row& row : *rows) {
    bool known = false;
    for (const auto& [kind, set] : words)
      if (row.cell(0) == kind) {
        set->insert(folded(row.cell(1)));
        known = true;
      }
    for (const auto& [kind, list] : phrases)
      if (row.cell(0) == kind) {
        list->emplace_back(row.cell(1));
        known = true;
      }
    if (!known) return extract::bad_row(file, row, "'" + row.cell(0) + "' tells nothing of a contact");
  }
  for (const extract::Row& row : *names) tables->given_names.insert(folded(row.cell(0)));
  for (const gazetteer::Unit& unit : gazetteer.units())
    if (std::string name = joined(unit.name); name.size() >= kShortestPart)
      tables->units.insert(std::move(name));
  return ContactRules(std::move(tables));
}

namespace {

// "@", "(at)", "[at]", "(małpa)": its size; 0 where none stands there.
std::size_t at_sign(std::string_view text) {
  for (const std::string_view sign : {"@", "(at)", "[at]", " (at) ", " [at] ", "(małpa)", "[małpa]"})
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

bool of_address(char c) {
  return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
}

bool of_mailbox(char c) {
  return of_address(c) || c == '_' || c == '+' || c == '%';
}

// The runs of letters, folded.
std::vector<std::string> parts(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::size_t end = begin;
    while (end < text.size() && letter(text[end])) ++end;
    if (end > begin) found.push_back(folded(text.substr(begin, end - begin)));
    begin = end;
  }
  return found;
}

// Whether a word of the set, of `least` letters or more, begins the part or is all of it.
bool told_by(const std::string& part, const std::unordered_set<std::string>& words, std::size_t least) {
  if (words.contains(part)) return true;
  for (std::size_t size = least; size < part.size(); ++size)
    if (words.contains(part.substr(0, size))) return true;
  return false;
}

class Finder {
 public:
  Finder(std::string_view text, const ContactRules::Tables& tables) : text_(text), tables_(tables) {}

  std::vector<ByteRange> find() {
    for (std::size_t at = 0, from = 0; at < text_.size();) {
      const char c = text_[at];
      if (!kMayBegin[static_cast<unsigned char>(c)]) {
        ++at;
        continue;
      }
      if (c == '\n') lines_.push_back(at + 1);
      std::size_t end = 0;
      const bool bracket = c == '(' || c == '[';
      if (bracket && at > from && text_[at - 1] == ' ') end = address(at - 1);
      if (end == 0 && (c == '@' || bracket)) end = address(at);
      const bool begins = (digit(c) || c == '+' || c == '(') && (at == 0 || !of_number(text_[at - 1]));
      if (end == 0 && begins) end = number(at);
      at = from = std::max(end, at + 1);
    }
    return std::move(found_);
  }

 private:
  // The line's end, and what an address's sign or a number begins with.
  static constexpr auto kMayBegin = [] {
    std::array<bool, 256> may{};
    for (const char c : std::string_view("\n@([+0123456789")) may[static_cast<unsigned char>(c)] = true;
    return may;
  }();
  static bool of_number(char c) { return digit(c) || letter(c) || c == '+'; }

  void add(ByteRange range) {
    if (found_.empty() || range.begin >= found_.back().end) found_.push_back(range);
  }

  // ---- e-mail

  // Behind the address whose sign stands here; 0 where none does.
  std::size_t address(std::size_t sign) {
    const std::size_t size = at_sign(text_.substr(sign));
    if (size == 0) return 0;
    std::size_t begin = sign, end = sign + size;
    while (begin > 0 && of_mailbox(text_[begin - 1])) --begin;
    while (end < text_.size() && of_address(text_[end])) ++end;
    while (end > sign + size && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
    const std::string_view mailbox = text_.substr(begin, sign - begin),
                           domain = text_.substr(sign + size, end - sign - size);
    if (mailbox.empty() || domain.find('.') == std::string_view::npos) return 0;
    if (!of_office(mailbox, domain)) add({begin, end});
    return end;
  }

  bool of_office(std::string_view mailbox, std::string_view domain) const {
    const std::vector<std::string> boxes = parts(mailbox), names = parts(domain);
    for (const std::string& part : boxes)
      if (told_by(part, tables_.mailboxes, kShortestPart)) return true;
    if (names.size() > 1 && tables_.free_domains.contains(names[names.size() - 2])) return false;
    if (tables_.free_domains.contains(folded(domain.substr(0, domain.rfind('.'))))) return false;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {  // the last is the country
      if (told_by(names[i], tables_.domains, kShortestPart + 1)) return true;
      if (tables_.units.contains(names[i])) return true;
      const bool own = std::any_of(boxes.begin(), boxes.end(), [&](const std::string& box) {
        return box.size() >= kShortestPart && box == names[i];
      });
      if (own) return true;  // "fundacjaprzyklad@fundacjaprzyklad.pl"
    }
    return names.size() > 1 && tables_.units.contains(joined(domain.substr(0, domain.find('.'))));
  }

  // ---- telephone

  // Groups of digits with a single separator between them, as far as nine digits.
  std::optional<Digits> digits_at(std::size_t at) const {
    Digits found{{at, at}, {}, false, false};
    std::size_t separators = 0;
    bool hyphens = true;
    for (std::size_t i = at; i < text_.size();) {
      const std::string_view rest = text_.substr(i);
      if (digit(rest[0])) {
        found.digits += rest[0];
        found.range.end = ++i;
        separators = 0;
        continue;
      }
      if (found.digits == "48" && found.international) found.digits.clear();
      if (found.digits == "0048") found.digits.clear(), found.international = true;
      if (found.digits.size() >= kPhoneDigits && i == found.range.end) break;
      std::size_t size = 0;
      if (rest.starts_with("+") && i == at)
        found.international = true, size = 1;
      else if (rest.starts_with("\u00A0") || rest.starts_with("–"))
        size = rest.starts_with("–") ? 3 : 2;
      else if (std::string_view(" -./()").find(rest[0]) != std::string_view::npos)
        size = 1;
      if (size == 0 || ++separators > 2) break;
      if (!found.digits.empty() && i == found.range.end) hyphens = hyphens && rest[0] == '-';
      i += size;
    }
    found.hyphened = hyphens;
    std::string& digits = found.digits;
    if (found.international && digits.size() == kPhoneDigits + 2 && digits.starts_with("48"))
      digits.erase(0, 2);
    if (digits.size() == kPhoneDigits + 1 && digits.front() == '0') digits.erase(0, 1);
    if (digits.size() != kPhoneDigits && digits.size() != kPeselDigits) return std::nullopt;
    return found;
  }

  // Behind the number that begins here, whatever it is; 0 where it is too short to be one.
  std::size_t number(std::size_t at) {
    const auto found = digits_at(at);
    if (!found) {
      std::size_t end = at;
      while (end < text_.size() && (digit(text_[end]) || text_[end] == '(' || text_[end] == '+')) ++end;
      return end;
    }
    const std::size_t line = lines_.back();
    const std::size_t from = std::max(line, at > kWindow ? at - kWindow : 0);
    Words before = extract::folded_words(text_.substr(from, at - from));
    if (before.empty() && line > 0) {  // its label stands in the line above
      const std::size_t above = lines_[lines_.size() - 2];
      before = extract::folded_words(text_.substr(above, line - above).substr(0, kWindow));
    }
    if (found->digits.size() == kPeselDigits) {
      const bool told = !before.empty() && before.back().text == "pesel";
      if (told) add(found->range);
      return found->range.end;
    }
    if (is_phone(*found, before) && is_personal(*found, before)) add(found->range);
    return found->range.end;
  }

  bool is_phone(const Digits& number, const Words& before) const {
    const bool mobile = tables_.mobile.contains(number.digits.substr(0, 2));
    if (!mobile && !tables_.area.contains(number.digits.substr(0, 2))) return false;
    const bool told = last_behind(tables_.phone, before, kNearWords).has_value();
    const std::string_view rest = text_.substr(number.range.end, kBehind);
    const Words behind = extract::folded_words(rest.substr(0, rest.find('\n')), 1);
    const bool counted =
        !behind.empty() && std::any_of(tables_.never.begin(), tables_.never.end(),
                                       [&](const Phrase& p) { return p.match(behind, 0, true) > 0; });
    if (told) return true;
    if (counted || last_behind(tables_.never, before, kNearWords)) return false;
    if (number.international || number.hyphened) return true;
    // "Anna Nowak, 600 100 200": a name right before it.
    const bool grouped = number.range.size() > number.digits.size();
    return mobile && grouped && !before.empty() &&
           has_given_name(before, before.size() - std::min<std::size_t>(before.size(), 3));
  }

  bool has_given_name(const Words& words, std::size_t from) const {
    for (std::size_t i = from; i < words.size(); ++i)
      if (tables_.given_names.contains(std::string(words[i].text))) return true;
    return false;
  }

  // What stands before the number in its line, or in the lines above it without an empty one between, tells.
  bool is_personal(const Digits& number, const Words& before) const {
    const bool mobile = tables_.mobile.contains(number.digits.substr(0, 2));
    if (last_behind(tables_.personal, before, before.size())) return true;
    if (!mobile || last_behind(tables_.function, before, before.size())) return false;
    if (const auto office = last_behind(tables_.office, before, before.size()))
      return has_given_name(before, *office);  // "Sekretariat: Anna Nowak, kom. …" is hers
    if (has_given_name(before, 0)) return true;
    for (std::size_t above = 1; above <= kLinesAbove && above < lines_.size(); ++above) {
      const std::size_t begin = lines_[lines_.size() - 1 - above], end = lines_[lines_.size() - above];
      const Words words = extract::folded_words(text_.substr(begin, end - begin).substr(0, 2 * kWindow));
      if (words.empty()) return true;
      if (last_behind(tables_.function, words, words.size())) return false;
      if (has_given_name(words, 0)) return true;
      if (last_behind(tables_.office, words, words.size())) return false;
    }
    return true;
  }

  std::string_view text_;
  const ContactRules::Tables& tables_;
  std::vector<std::size_t> lines_{0};  // where they begin, as far as the text has been read
  std::vector<ByteRange> found_;
};

}  // namespace

std::vector<ByteRange> ContactRules::find(std::string_view text) const {
  return Finder(text, *tables_).find();
}

}  // namespace szukajst::indexer
