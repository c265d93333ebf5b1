// Finds a document's title among its first lines. Internal to title.h.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/phrase_list.h"
#include "indexer/extract/title.h"

namespace szukajst::indexer::extract {

struct TitleRules::Tables {
  PhraseBook book;
  PhraseList act, minutes, named, goes_on, owner, open, body, value, meta, publisher, qualifier, joint,
      section, parties, stated, attachment, subject, issue, site, page, call, announcer, announces, call_out,
      adopts, plan;
};

class TitleReader {
 public:
  TitleReader(const SourceText& source, const Practice* practice, const Persons* persons,
              const TitleRules::Tables& tables);
  Title read() const;

 private:
  static constexpr std::size_t kLongestHead = 14;  // lines of an act above its grounds
  static constexpr std::size_t kSectionWords = 5;  // that a section's heading has at most

  // title_lines.cpp: the lines themselves. `i`: a line of the top.
  // A line of the top as titles have it, made when it is asked for: most texts begin below a few lines.
  struct TopLine {
    std::optional<std::string> text;
    std::unique_ptr<const FoldedWords> words;  // of its first bytes
    std::optional<bool> meta;
  };
  int blank_before(std::size_t i) const {
    return i < source_.lines.size() ? source_.lines[i].blank_before : 1;
  }
  std::size_t size() const { return top_.size(); }
  std::string without_margin(std::string line) const;
  std::size_t years_end(std::string_view line) const;
  std::string_view line(std::size_t i) const;
  const FoldedWords& words_of(std::size_t i) const;
  bool is_meta(std::size_t i) const;
  bool says_meta(std::string_view text, const FoldedWords& words) const;
  bool mostly_digits(std::size_t i) const;
  bool begins_with_day(std::size_t i) const;
  bool is_byline(std::size_t i) const;
  bool prose_begins(std::size_t i) const;
  bool column_begins(std::size_t i) const;
  bool first_line_of_prose(std::size_t i) const;

  // title_joined.cpp: what goes on with a title.
  std::string joined(std::size_t begin, std::size_t* end = nullptr) const;
  bool leads_on(std::size_t i) const;
  bool leads_down(std::size_t i) const;
  bool leads_to_years(std::size_t i) const;
  std::size_t subject_below(std::size_t parties) const;
  std::size_t subject_within(std::size_t i) const;
  std::string without_parties(std::string title) const;
  bool worn_preposition(std::size_t i) const;
  bool ends_joint(std::string_view text) const;
  bool ends_open(std::string_view title) const;
  bool is_open(std::string_view title) const;
  bool years_alone(std::size_t i) const;

  // title_acts.cpp: acts and minutes.
  std::optional<std::string> act_or_minutes() const;
  std::optional<std::string> adopted_below(std::size_t act, std::string_view title) const;
  bool announces_itself(std::size_t i) const;
  std::size_t again_below(std::size_t begin) const;
  bool heads_attachment(std::size_t begin) const;
  std::string joined_act(std::size_t begin) const;
  std::string without_body(std::string title) const;
  bool subject_in(std::size_t i) const;

  // title_named.cpp: documents that are called by what they are.
  std::optional<std::string> named_document() const;
  void append_years(std::string& title) const;
  bool in_menu(std::size_t i) const;
  bool years_named(std::size_t i) const;
  std::string without_remark(std::string title) const;
  bool ends_early(std::size_t i) const;
  std::size_t named_in(std::size_t i) const;
  bool states(const FoldedWords& words) const;
  bool repeated(std::string_view title, std::size_t but) const;
  std::string without_site(std::string_view title) const;

  // title_heading.cpp: all others.
  Title heading() const;
  int heading_score(std::size_t i) const;
  bool stands_above(std::size_t above, std::size_t heading) const;
  bool first_sentence_above(std::size_t heading) const;
  bool colon_above(std::size_t i) const;
  bool stands_apart(std::size_t i) const;
  bool is_masthead(std::size_t i) const;
  bool echoed(std::string_view text, std::size_t but) const;

  // title.cpp: records of practices.
  std::optional<std::string> practice_name() const;
  std::optional<std::string> heading_with(std::string_view name) const;
  std::size_t behind_label(std::string_view title) const;
  bool in_card(std::size_t i) const;
  bool among_first_fields(std::size_t i) const;

  const SourceText& source_;
  const Practice* const practice_;
  const Persons* const persons_;
  const TitleRules::Tables& tables_;
  mutable std::vector<TopLine> top_;  // once asked for
  // Where the first paragraph, and where the first paragraph or section begins; size() where there is none.
  std::size_t paragraph_ = 0, prose_ = 0;
};

}  // namespace szukajst::indexer::extract
