#include "core/index_format.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "core/columns.h"
#include "core/fields.h"
#include "core/segment_columns.h"
#include "corpus.h"

namespace szukajst::core {
namespace {

using search::TemporaryFolder;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(Fields, MakeTerms) {
  EXPECT_EQ(term(Scope::body, Stream::key, "wspolpraca"), "BKwspolpraca");
  EXPECT_EQ(term(Tag::place, "0415"), "XP0415");
  EXPECT_EQ(term(Scope::title, Stream::exact, std::string("a\0b", 3)), "TEa b");
}

TEST(Fields, OnlyKeysHavePositions) {
  EXPECT_TRUE(has_positions(term(Scope::goal, Stream::key, "las")));
  EXPECT_FALSE(has_positions(term(Scope::goal, Stream::exact, "las")));
  EXPECT_TRUE(has_positions(of_goal(term(Scope::title, Stream::key, "las"))));
  EXPECT_FALSE(has_positions(of_goal(term(Scope::title, Stream::exact, "las"))));
  EXPECT_FALSE(has_positions(term(Tag::kind, "strategy"))) << "XK";
  EXPECT_FALSE(has_positions(term(Tag::id, "K1")));
}

TEST(Fields, CutLongTermsButKeepThemApart) {
  const std::string a = term(Tag::source, std::string(400, 'a') + "1"),
                    b = term(Tag::source, std::string(400, 'a') + "2");
  EXPECT_EQ(a.size(), 244U);
  EXPECT_NE(a, b);
  EXPECT_EQ(term(Tag::source, std::string(242, 'a')).size(), 244U);
  EXPECT_EQ(term(Tag::source, std::string(242, 'a')), "XS" + std::string(242, 'a'));
}

TEST(Fields, HaveTagsWithPrefixesOfTheirOwn) {
  std::vector<std::string> prefixes;
  for (const Tag tag : {Tag::id, Tag::type, Tag::kind, Tag::place, Tag::year, Tag::official, Tag::partner,
                        Tag::programme, Tag::source, Tag::goal_level, Tag::parent})
    prefixes.emplace_back(prefix(tag));
  EXPECT_EQ(prefixes,
            (std::vector<std::string>{"Q", "XT", "XK", "XP", "XY", "XO", "XN", "XR", "XS", "XL", "XD"}));
}

TEST(Fields, AreNamedInPolishAndEnglish) {
  EXPECT_EQ(query_field("Tytuł"), QueryField::title);
  EXPECT_EQ(query_field("person"), QueryField::person);
  EXPECT_EQ(query_field("rok"), QueryField::year);
  EXPECT_FALSE(query_field("kolor"));
  EXPECT_EQ(name(QueryField::place), "place");
  EXPECT_EQ(name(QueryField::any), "");
}

TEST(Fields, NameKeysPassOverCaseDiacriticsAndPunctuation) {
  EXPECT_EQ(name_key("Stowarzyszenie \"Łódź\""), name_key("stowarzyszenie lodz"));
  EXPECT_NE(name_key("Київ"), "");
}

TEST(Fields, SourcesLieInTheirFolders) {
  using Views = std::vector<std::string_view>;
  EXPECT_EQ(source_and_folders("a/b/c.txt"), (Views{"a/b/c.txt", "a/b", "a"}));
  EXPECT_EQ(source_and_folders("/a/b/"), (Views{"/a/b", "/a"}));
  EXPECT_EQ(source_and_folders("https://stolno.example/x/y"),
            (Views{"https://stolno.example/x/y", "https://stolno.example/x", "https://stolno.example"}));
  EXPECT_EQ(source_and_folders(""), Views{});
}

TEST(Columns, GiveBackWhatWasWritten) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "columns";
  ColumnsWriter writer;
  writer.add("small", std::vector<std::uint8_t>{1, 2, 3});
  writer.add("large", std::vector<std::uint64_t>{1ULL << 60, 7});
  writer.add("none", std::vector<std::uint32_t>{});
  writer.add("text", std::string_view("łódź"));
  ASSERT_TRUE(writer.write(path));
  const auto columns = Columns::open(path);
  ASSERT_TRUE(columns) << columns.error().message;
  const auto large = columns->get<std::uint64_t>("large");
  EXPECT_EQ(std::vector<std::uint64_t>(large.begin(), large.end()),
            (std::vector<std::uint64_t>{1ULL << 60, 7}));
  EXPECT_EQ(columns->get<std::uint8_t>("small").size(), 3U);
  EXPECT_EQ(columns->get<std::uint32_t>("small").size(), 0U) << "another width";
  EXPECT_TRUE(columns->has("none"));
  EXPECT_FALSE(columns->has("other"));
  const auto text = columns->get<char>("text");
  EXPECT_EQ(std::string(text.begin(), text.end()), "łódź");
  EXPECT_TRUE(columns->intact());
}

TEST(Columns, CutOffAtAnyByteAreRefused) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "columns";
  SegmentColumnsWriter writer;
  Record record;
  record.id = "a";
  record.goals = {{GoalLevel::main, "", "Cel", {}, 1}};
  writer.add(row_of(record));
  ASSERT_TRUE(writer.write(path));
  const std::string whole = bytes_of(path);
  ASSERT_TRUE(SegmentColumns::open(path, 1, 1));
  EXPECT_FALSE(SegmentColumns::open(path, 2, 1)) << "other counts than the manifest's";
  EXPECT_FALSE(SegmentColumns::open(path, 1, 0));
  for (std::size_t size = 0; size < whole.size(); size += size < 64 ? 1 : 37) {
    const auto cut = folder.path() / std::to_string(size);
    write(cut, whole.substr(0, size));
    const auto columns = SegmentColumns::open(cut, 1, 1);
    ASSERT_FALSE(columns) << size;
    EXPECT_EQ(columns.error().code, ErrorCode::malformed);
  }
}

TEST(Columns, WithAnyByteChangedAreRefusedOrFoundOut) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "columns";
  SegmentColumnsWriter writer;
  Record record;
  record.id = "a";
  record.places = {{PlaceKind::municipality, "gmina", Teryt::parse("040406"), 1}};
  writer.add(row_of(record));
  ASSERT_TRUE(writer.write(path));
  const std::string whole = bytes_of(path);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    const auto other = folder.path() / std::to_string(at);
    write(other, changed);
    const auto columns = SegmentColumns::open(other, 1, 0);
    if (columns) {
      EXPECT_FALSE(columns->file().intact()) << at;
      EXPECT_EQ(columns->row(0).goals.size(), 0U);  // reading it is safe
    }
  }
}

TEST(Rows, CountADocumentForEachYearOfItsPeriod) {
  Record record;
  EXPECT_EQ(years_of(record), std::vector<int>{});
  record.date = Date{2019, 5, 3};
  EXPECT_EQ(years_of(record), std::vector<int>{2019});
  record.period = Period{2021, 2023};
  EXPECT_EQ(years_of(record), (std::vector<int>{2021, 2022, 2023}));
  record.period = Period{{}, 2030};
  EXPECT_EQ(years_of(record), std::vector<int>{2030});
  record.period = Period{1900, 2900};
  EXPECT_EQ(years_of(record).size(), 100U);
}

TEST(KeptDocuments, ComeBackWhole) {
  Record record;
  record.id = "a1";
  record.title = "Tytuł";
  record.source = "made/a1.txt";
  const PagedText text{"Roz woj gminy\nStolno", {0, 14}};
  const std::vector<Repair> repairs{{{0, 7}, "Rozwój", 0.75}};
  const TokenRanges tokens{{0, 7}, {0, 7}, {8, 13}, {14, 20}};
  const std::string kept = encode_kept(encode_content(record, text, repairs), text.text, tokens);
  const auto document = decode_kept(kept);
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->record.title, "Tytuł");
  EXPECT_EQ(document->text.text, text.text);
  EXPECT_EQ(document->text.page_starts, text.page_starts);
  ASSERT_EQ(document->repairs.size(), 1U);
  EXPECT_EQ(document->repairs[0].mended, "Rozwój");
  EXPECT_EQ(document->repairs[0].certainty, 0.75);
  EXPECT_EQ(document->tokens, tokens);
  EXPECT_EQ(decode_kept_record(kept)->id, "a1");
  // As far as the tokens a document is whole: a program of before kept no evidence. Another kept none of the
  // vision and the mission, a byte each here.
  const std::size_t behind_tokens = kept.size() - encode_content(record, text, repairs).evidence.size();
  for (std::size_t size = 0; size < kept.size(); ++size)
    EXPECT_EQ(static_cast<bool>(decode_kept(kept.substr(0, size))),
              size == behind_tokens || size == kept.size() - 2)
        << size;
}

TEST(KeptDocuments, TellWhereAnyTokensStand) {
  std::mt19937 random(4);
  const std::vector<std::string> pieces{"gmina", "Łódź", " ",      ", ",  "„",  "”", "–",
                                        "2021",  "-",    "\u00A0", "§ 3", "\n", "ż"};
  Record record;
  record.id = "a1";
  for (int round = 0; round < 300; ++round) {
    PagedText text{"", {0}};
    for (std::size_t i = random() % 30; i > 0; --i) text.text += pieces[random() % pieces.size()];
    TokenRanges tokens;
    for (std::size_t at = 0; at < text.text.size();) {
      const std::size_t begin = at + random() % 3, end = begin + 1 + random() % 6;
      if (end > text.text.size()) break;
      tokens.push_back({begin, end});
      if (random() % 8 == 0) tokens.push_back({begin, end});
      at = end;
    }
    const auto document = decode_kept(encode_kept(encode_content(record, text, {}), text.text, tokens));
    ASSERT_TRUE(document) << document.error().message;
    ASSERT_EQ(document->tokens, tokens) << text.text;
  }
  // Where all stand as is to be expected they cost nothing.
  const PagedText text{"Uchwała „Nasza Gmina” – rok 2021, § 4", {0}};
  TokenRanges tokens;
  for (const std::string word : {"Uchwała", "Nasza", "Gmina", "rok", "2021", "4"}) {
    const std::size_t at = text.text.find(word, tokens.empty() ? 0 : tokens.back().end);
    tokens.push_back({at, at + word.size()});
  }
  const KeptContent content = encode_content(record, text, {});
  EXPECT_EQ(encode_kept(content, text.text, tokens).size(),
            content.bytes.size() + 2 + content.evidence.size());
}

TEST(KeptDocuments, KeepTheEvidenceBehindTheTokens) {
  Record record;
  record.id = "a1";
  record.places = {{PlaceKind::county, "powiat próbny", std::nullopt, 2, {{2, 4}, {8, 20}}}};
  record.programmes = {"EFS", "FEL"};
  record.evidence.date = {{5, 6}};
  record.evidence.mission = {{1, 4}};
  record.evidence.programmes = {{}, {{0, 3}}};
  const PagedText text{"Roz woj gminy\nStolno", {0, 14}};
  const TokenRanges tokens{{0, 7}, {14, 20}};
  const KeptContent content = encode_content(record, text, {});
  const std::string kept = encode_kept(content, text.text, tokens);
  const auto document = decode_kept(kept);
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->record.places[0].evidence, record.places[0].evidence);
  EXPECT_EQ(document->record.evidence.date, record.evidence.date);
  EXPECT_EQ(document->record.evidence.mission, record.evidence.mission);
  EXPECT_EQ(document->record.evidence.programmes, record.evidence.programmes);
  EXPECT_TRUE(decode_kept_record(kept)->places[0].evidence.empty());

  Record without = record;
  without.places[0].evidence.clear();
  EXPECT_EQ(encode_content(without, text, {}).bytes, content.bytes);
  EXPECT_NE(encode_content(without, text, {}).evidence, content.evidence);

  const auto old = decode_kept(encode_kept({content.bytes, ""}, text.text, tokens));
  ASSERT_TRUE(old) << old.error().message;
  EXPECT_TRUE(old->record.places[0].evidence.empty());
  EXPECT_EQ(old->tokens, tokens);
  // Past the text.
  EXPECT_FALSE(decode_kept(encode_kept({content.bytes, std::string("\1\2\x7F", 3)}, text.text, tokens)));
}

TEST(Manifests, ComeBackWhole) {
  const TemporaryFolder folder;
  Manifest manifest;
  manifest.analyzer = {3, "słownik 1", "lista 2"};
  manifest.generation = 7;
  manifest.segments = {{"s7-1", 12, 30, {2, 5}, {{"columns", 77}}}};
  ASSERT_TRUE(write_manifest(folder.path(), manifest));
  const auto read = read_manifest(folder.path());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->analyzer, manifest.analyzer);
  EXPECT_EQ(read->generation, 7U);
  ASSERT_EQ(read->segments.size(), 1U);
  EXPECT_EQ(read->segments[0].name, "s7-1");
  EXPECT_EQ(read->segments[0].deleted, (std::vector<std::uint32_t>{2, 5}));
  EXPECT_EQ(read->segments[0].files, manifest.segments[0].files);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "manifest.json.tmp"));
}

TEST(Manifests, OfNoIndexAreToldApart) {
  const TemporaryFolder folder;
  const auto error = [&] { return read_manifest(folder.path() / "index").error(); };
  EXPECT_EQ(error().code, ErrorCode::not_found);
  write(folder.path() / "index" / "other.txt", "");
  EXPECT_EQ(error().code, ErrorCode::malformed);
  const auto manifest = folder.path() / "index" / "manifest.json";
  for (
      const std::string text :
      {"", "{", "[]", "{}", R"({"format": "other"})", R"({"format": "szukajst index", "version": 4})",
       R"({"format": "szukajst index", "version": 4, "generation": 1, "analyzer": {"version": 1, "lexicon": "", "stop_words": ""}, "segments": [{"name": "../x", "documents": 1, "goals": 0, "deleted": [], "files": []}]})",
       R"({"format": "szukajst index", "version": 4, "generation": 1, "analyzer": {"version": 1, "lexicon": "", "stop_words": ""}, "segments": [{"name": "x", "documents": 1, "goals": 0, "deleted": [2], "files": []}]})"}) {
    write(manifest, text);
    EXPECT_EQ(error().code, ErrorCode::malformed) << text;
  }
  write(manifest, R"({"format": "szukajst index", "version": 999})");
  EXPECT_EQ(error().code, ErrorCode::unsupported);
  EXPECT_NE(error().message.find("999"), std::string::npos);
}

}  // namespace
}  // namespace szukajst::core
