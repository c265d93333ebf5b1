// Walks a document's segments and lists its goals. Internal to the goal extractor.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/evidence.h"
#include "indexer/extract/goals_lines.h"
#include "indexer/extract/goals_list.h"
#include "indexer/extract/goals_outline.h"
#include "indexer/extract/goals_tree.h"
#include "indexer/extract/goals_wording.h"

namespace szukajst::indexer::extract {

// What has goals, whatever they are called.
inline bool is_plan(core::DocumentKind kind) {
  return kind == core::DocumentKind::strategy || kind == core::DocumentKind::programme;
}

class GoalReader {
 public:
  GoalReader(const SourceText& source, const Layout& layout, const GoalRules::Tables& tables,
             core::DocumentKind kind);

  std::vector<core::Goal> read();
  // goals_vision.cpp: the vision or the mission, whichever the phrases name, and where its wording stands.
  std::optional<std::string> find_aim(const PhraseList& names, core::Evidence& evidence);

 private:
  // A table whose cells stand one a line.
  struct Table {
    std::vector<std::optional<GoalLevelRank>> columns;  // what each holds; none: no goals
    std::vector<std::string_view> heads;                // how each is called
    std::optional<std::size_t> when;                    // the column that says when
    bool measured = false;                              // a column says how its goals are measured
    std::map<Marker::Family, int> last_numbers;         // of cells with numbers of one part, by their kind
    bool performed = false;                       // the column behind that of actions says who does them
    std::optional<GoalTree::Index> owner;         // what stands above the table
    std::optional<std::size_t> unfinished;        // the segment that may be an action, its doer behind it
    std::optional<std::size_t> numbers;           // the column that numbers what stands behind it
    std::optional<std::size_t> last;              // the last goal whose cell bore a number
    std::optional<std::size_t> labelled;          // the last whose cell bore a label as well
    std::map<std::size_t, GoalLevelRank> levels;  // of the cells that bear a number, by its parts
    std::set<int> numbered_ranks;                 // of all of these
    std::vector<std::size_t> cells;               // of the unfinished row: the segments read so far
    std::optional<std::size_t> when_read;         // which of them said when
  };

  std::optional<std::string> aim_in(std::size_t i, const PhraseList& names) const;
  std::optional<std::string> quoted_below(std::size_t i) const;
  std::optional<std::string> aim_below(std::size_t i) const;

  // goals.cpp, goals_items.cpp (lists), goals_labels.cpp, goals_unlabelled.cpp: goals line by line. `i` is a
  // segment, and moves to the last one that was read.
  std::optional<GoalTree::Index> add(GoalLevelRank level, const std::optional<Number>& number,
                                     std::string_view text, const Segment& segment);
  static bool has_word(std::string_view text);
  core::Evidence place(std::string_view text, const Segment& segment);
  std::string_view without_remark(std::string_view text) const;
  std::string_view without_name_label(std::string_view text) const;
  static std::string_view without_lost_cells(std::string_view text);
  std::string_view without_facts(std::string_view text) const;
  std::string_view without_doer_below(std::string_view text, const Segment& segment) const;
  std::string_view without_fields(std::string_view text) const;
  bool is_field(std::string_view text) const;
  std::string_view without_details(std::string_view text) const;
  void add_items(GoalLevelRank level, const std::vector<InlineItem>& items, const Segment& segment);
  void open_list(std::vector<GoalLevelRank> levels, bool plain_items);
  void expect_next_of_series();
  void interrupt_list();
  void end_lists();
  bool read_item(const Segment& segment, std::size_t i);
  bool take_item(const Segment& segment, std::size_t depth, std::size_t i);
  std::optional<LabelMatch> label_in_apposition(const Segment& segment) const;
  bool is_speech(const Segment& segment) const;
  void mend_roman(std::size_t i);
  void complete_label(Segment& segment) const;
  void judge_labels();
  bool says_action_below(std::size_t i) const;
  void read_title();
  void read_labelled(std::size_t& i);
  GoalLevelRank level_of(const LabelMatch& match);
  bool names_holder(const LabelMatch& match) const;
  std::optional<LabelMatch> label_behind_field(const Segment& segment,
                                               const std::optional<LabelMatch>& field) const;
  void read_single(std::size_t& i, const LabelMatch& match);
  int rank_of_action(GoalLevelRank level, const LabelMatch& match);
  bool read_goal_served(std::size_t& i, GoalLevelRank level, const LabelMatch& match);
  void read_wording_below(std::size_t& i, GoalLevelRank level, const std::optional<Number>& number);
  void read_plural(std::size_t& i, const LabelMatch& match);
  bool may_serve(std::span<const FoldedWord> whose, bool own);
  void read_items_of(std::size_t i, std::string_view text, std::vector<GoalLevelRank> levels,
                     std::size_t expected = 0);
  void read_other(std::size_t i);
  void read_marked(std::size_t i);
  bool begins_part(std::string_view text) const;
  bool stands_apart(std::string_view text) const;
  void read_plain(std::size_t i);
  std::optional<GoalTree::Index> counted_parent(std::size_t i, int place,
                                                const std::vector<int>* before) const;
  bool read_known_decimal(std::size_t i);
  bool read_again(std::size_t i);
  bool begins_chapter(std::size_t i) const;
  bool begins_actions(const Segment& segment) const;
  bool runs_on(const Segment& segment) const;
  bool begins_anew(const Segment& segment) const;
  bool names_goal_served(const Segment& segment);
  bool add_with_means(GoalLevelRank level, const Segment& segment);
  bool lists_goals(const LabelMatch& match) const;
  bool tells_goal_served(std::size_t i) const;
  bool parts_above(std::size_t i) const;
  bool outline_below(std::size_t i) const;
  std::optional<Number> number_in_field(std::size_t i) const;
  std::optional<GoalTree::Index> goal_in_field(std::size_t i) const;
  static bool tells_change(std::string_view text);
  bool read_served(std::size_t i);
  bool next_chapter(const Segment& segment) const;
  bool list_with(const Segment& segment) const;
  const Label* announces_goals_and_actions(std::string_view heading) const;
  bool lists_below_decimals(const Label& actions) const;
  bool next_is_marked(std::size_t i) const;
  bool heads_sections(std::size_t i, core::GoalLevel level) const;
  bool plain_list_below(std::size_t i) const;
  bool has_details(std::string_view text) const;
  bool is_paragraph(std::string_view text, std::size_t longest) const;

  // goals_labels_behind.cpp: labels behind the wording.
  void free_labels_in_brackets();
  void bring_labels_forward();
  void bring_numbers_forward();

  // goals_heads.cpp: labels whose wordings stand further on.
  bool numbered_head(std::size_t i) const;
  bool bare_wording(std::size_t i) const;
  void spread_heads();
  void drop_keywords();
  void take_out(std::size_t from, std::size_t to);
  void join_column_heads();
  void free_measured();

  // goals_tiers.cpp: levels with a number instead of a name.
  struct NamedTier {
    std::string stem;  // of the noun, folded
    GoalLevelRank level;
    std::size_t legend = 0;  // the segment that says so
  };
  std::vector<NamedTier> legend() const;
  void find_named_tiers();
  std::map<int, GoalLevelRank> told_tiers() const;
  void find_tiers();

  // goals_field_cards.cpp: cards with fields for a goal's kind, number and wording.
  const Label* label_of_kind(std::string_view kind) const;
  void find_field_cards();
  void number_coded_cards();

  // goals_foreign.cpp: chapters that list the goals of other documents.
  bool heads_foreign(std::size_t i) const;
  bool behind_foreign(std::size_t i) const;
  bool read_foreign(std::size_t i);

  // goals_left_out.cpp: what nothing else has found below a heading of goals.
  void read_left_out();
  void read_largest_outline();
  bool is_plan() const { return extract::is_plan(kind_); }
  bool read_legend(std::size_t& i);
  bool read_below_heading(std::size_t& i, const std::vector<GoalLevelRank>& levels);
  std::vector<GoalLevelRank> levels_of_heading(std::size_t i) const;
  std::vector<GoalLevelRank> levels_of_sentence(std::size_t i) const;
  std::size_t end_of_region(std::size_t heading) const;
  bool signs_tell_depth(std::size_t begin, std::size_t end) const;
  std::vector<OutlinePiece> pieces_of(std::size_t begin, std::size_t end, bool indented) const;
  Outline outline_of(std::size_t begin, std::size_t end, std::size_t named) const;
  void read_outline(const Outline& outline, std::vector<GoalLevelRank> levels);

  // goals_schemes.cpp: labels that only this document uses.
  void find_own_labels();
  bool goal_below(std::size_t i) const;
  bool may_call_goals(std::string_view noun) const;
  void find_cards();
  void raise_directions();
  void find_areas();
  void find_restarts();
  bool leads_list(std::size_t i) const;
  bool names_no_goals(std::string_view noun) const;
  bool heads_goals(std::size_t i) const;

  // goals_agreement.cpp: what the goals of the whole document say about each other.
  void agree();
  void note_labelled();
  std::optional<GoalLevelRank> agreed(const std::vector<GoalTree::Index>& goals) const;
  void agree_on_levels();
  void lower_what_goes_on();
  void nest_restarts();
  void join_short_names();
  void fill_holes();
  using Numbered = std::map<std::vector<int>, GoalTree::Index>;  // goals with numbers of one shape
  bool stands_for(std::size_t i, const Numbered& goals) const;
  bool fill_hole(std::size_t i, std::optional<std::size_t> before, std::optional<std::size_t> behind,
                 Numbered& goals);

  // goals_cells.cpp: tables.
  bool column_head(std::size_t i) const;
  bool bare_label(std::size_t i) const;
  bool holds_goals(std::size_t i, std::size_t begin, std::size_t end) const;
  std::size_t table_head(std::size_t i) const;
  void open_table(std::size_t i, std::size_t width);
  bool read_table_cell(std::size_t& i);
  bool next_in_column(const Number& number, const Segment& segment);
  std::string without_other_cells(const Segment& segment, std::string_view text) const;
  std::string_view first_line(const Segment& segment, std::string_view text) const;
  bool read_bullet_in_table(const Segment& segment);
  std::optional<GoalLevelRank> level_in_table(std::size_t i) const;
  std::optional<GoalLevelRank> level_of_labelled_cell(const Label& label, std::string_view text) const;
  void settle_column(GoalLevelRank level, std::string_view text);
  std::optional<GoalLevelRank> level_behind(int rank, std::size_t from = 0) const;
  bool read_row_on_line(std::size_t i);
  void read_row_cell(std::size_t i);
  void read_performed_cell(std::size_t i);
  bool goes_on_cell(std::size_t i) const;
  bool is_doer(std::string_view text) const;
  std::string_view without_doer(const Segment& segment) const;
  bool read_bar_head(std::size_t& i);
  bool heads_columns(std::size_t i, const LabelMatch& label) const;
  bool serves_named(std::string_view cell);
  bool read_bar_cell(std::size_t i);

  // goals_sentences.cpp: goals in sentences, announced lists, mentioned goals.
  bool read_announcement(std::size_t i);
  bool read_reached_by(std::size_t i, std::span<const FoldedWord> words);
  bool read_list_announced(std::size_t i, std::span<const FoldedWord> words);
  bool read_count_announced(std::size_t i, std::span<const FoldedWord> words);
  bool read_goal_announced(std::size_t i, std::span<const FoldedWord> words);
  bool announces_first_item(std::size_t i, std::span<const FoldedWord> words) const;
  bool promises_series(std::size_t i, std::span<const FoldedWord> words) const;
  std::size_t series_below(std::size_t i) const;
  bool read_sentences(std::size_t i);
  bool read_sentences_of(std::size_t i, std::string_view text);
  bool may_tell_of_goals(std::span<const FoldedWord> words, std::size_t begin, std::size_t end) const;
  std::size_t last_sentence(std::string_view text) const;
  std::vector<std::string_view> clauses(std::string_view sentence) const;
  bool read_sentence(std::size_t i, std::string_view sentence);
  bool only_counts_goals(std::span<const FoldedWord> words) const;
  void note_announcement(std::size_t i, std::span<const FoldedWord> words);
  bool enter_nth(std::span<const FoldedWord> words, std::size_t end);
  bool read_announced_items(std::size_t i, std::span<const FoldedWord> words, std::string_view sentence);
  bool read_means(std::size_t i, std::span<const FoldedWord> words, std::string_view sentence);
  bool read_means_of(std::size_t i, std::span<const FoldedWord> words, std::string_view sentence);
  bool read_means_of_nth(std::size_t i, std::span<const FoldedWord> words, std::string_view head,
                         std::string_view items);
  bool read_next_ordinal(std::size_t i, std::span<const FoldedWord> words, std::string_view sentence);
  bool read_means_below(std::size_t i);
  bool heads_again(std::size_t i) const;
  bool gives_goals(std::span<const FoldedWord> words, std::size_t label) const;
  bool serves_open(std::size_t i, int rank) const;
  bool announces_means(std::span<const FoldedWord> words, std::size_t end) const;
  std::size_t announced_count(std::span<const FoldedWord> words, std::size_t behind) const;
  bool about_document(const Label& label, std::span<const FoldedWord> words, std::size_t count) const;
  bool in_title(const FoldedWord& word) const;

  // goals_named.cpp: goals that a sentence names in its midst.
  bool of_another_document(std::span<const FoldedWord> words) const;
  bool read_named_goals(std::size_t i, std::span<const FoldedWord> words, std::string_view sentence);
  std::size_t read_quoted(std::size_t i, const Label& label, std::string_view behind);
  bool read_named_behind_colon(std::size_t i, const Label& label, std::span<const FoldedWord> words,
                               std::size_t at, std::string_view sentence);
  bool read_nth_quoted(std::size_t i, std::span<const FoldedWord> words, std::string_view sentence);
  void read_means_behind(std::size_t i, std::string_view text);

  // goals_enumerations.cpp: what a sentence enumerates.
  std::vector<InlineItem> ordinal_items(std::string_view text) const;
  unsigned cases_of(const FoldedWord& word, std::string_view text) const;
  bool begins_item(std::string_view before, std::string_view behind) const;
  std::vector<InlineItem> enumerated_items(std::string_view text, std::size_t expected) const;

  // goals_mentions.cpp: goals that are named where they do not stand.
  bool enter_mentioned(std::string_view text, const Segment* may_list = nullptr);
  bool enter_numbered(std::string_view text);
  bool enter_named(const Label& label, std::string_view text, int ordinal, const Segment* may_list);
  static std::size_t behind_reference(std::string_view text);
  bool read_named_list(std::size_t i);
  bool read_reference(std::size_t i);
  bool read_scope(std::size_t i);
  bool read_named_of(std::size_t i);

  const SourceText& source_;
  const GoalRules::Tables& tables_;
  core::DocumentKind kind_;
  std::vector<Segment> segments_;
  std::deque<Label> own_labels_;                   // of this document alone
  std::vector<std::optional<LabelMatch>> labels_;  // of each segment
  std::vector<std::string> title_words_;           // folded
  bool titled_ = false;                            // the title says that the document is one of goals
  std::map<std::string_view, int> heads_;          // lines that end with a colon or are short, and how often
  bool has_strategic_ = false;                     // something is called a strategic goal
  std::optional<GoalLevelRank> announced_;         // the level of the goals that a heading has announced
  struct Series {
    const Label* label = nullptr;
    GoalLevelRank level;
    int number = 0;
  };
  std::optional<Series> series_;            // the last goal that got the announced level
  std::optional<std::size_t> foreign_;      // the heading of such a chapter, within it
  std::set<std::size_t> foreign_segments_;  // of all such chapters
  std::size_t announced_at_ = 0;            // where
  const Label* announced_as_ = nullptr;     // the label whose goals are of that level
  // Abbreviations whose level a heading has told, by the depth of their numbers.
  std::map<std::pair<const Label*, std::size_t>, GoalLevelRank> codes_;
  std::optional<std::size_t> tasks_at_;    // a heading of tasks that serve no open goal, or one of them
  std::optional<std::size_t> counted_at_;  // the segment whose sentence said how many there are
  std::map<std::pair<Marker::Family, int>, int> last_items_;  // the last number of lists of this rank
  int last_in_tables_ = 0;   // the last number of one part that a table's cell bore
  int area_letter_ = 0;      // of the area that was named last; 0: it has none
  std::size_t counted_ = 0;  // how many
  bool two_levels_ = false;  // a heading has announced goals and the actions that they are reached by
  std::set<Marker::Family> restarts_;  // of numbers that begin anew below each goal of a label
  bool three_deep_ = false;            // numbers of three parts begin lines

  struct Ordinal {
    int value = 0;
    GoalLevelRank level;
  };
  std::optional<Ordinal> ordinal_;  // of the last goal that a sentence has given as "the second of them"

  GoalTree tree_;
  std::vector<bool> called_;                 // of each goal, when all have been read: a label gives its level
  std::optional<WordingFinder> finder_;      // in the segment whose goals are being read
  core::ByteRange finder_begins_;            // the segment's first part
  std::optional<std::size_t> chapter_head_;  // the numbered heading of the chapter
  std::size_t current_ = 0;                  // the segment that is being read
  std::optional<std::size_t> after_wording_;  // the segment that ended with a goal's wording
  std::optional<GoalTree::Index> labelled_;   // the last goal that had a label of its own
  const Label* labelled_as_ = nullptr;        // that label
  bool chapter_ = false;                      // another part of the document has begun since the last goal
  std::optional<GoalList> list_;              // the open one
  std::vector<GoalList> outer_;               // interrupted ones that may go on
  Table table_;                               // the one that is open
  std::vector<std::vector<GoalLevelRank>> bar_columns_;  // of the table that is being read by columns
  bool bar_guessed_ = false;                             // one of its heads is not known
  std::size_t bar_numbers_ = 0;                          // its column of numbers; 0: none
  struct BareNumber {
    std::size_t column = 0;
    GoalLevelRank level;
  };
  std::optional<BareNumber> bare_number_;  // a cell of goals that holds but a number
  GoalTree::Index row_goals_ = 0;          // the first goal of the row
  std::optional<Number> row_number_;       // what that column says of the row
};

}  // namespace szukajst::indexer::extract
