#include "core/kept_texts.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <vector>

namespace szukajst::core {
namespace {

constexpr std::size_t kColumns = 3;
// What the dictionary is learnt from. Of a long text its beginning: it packs well by itself.
constexpr std::size_t kSampleBytes = std::size_t{4} << 20;
constexpr std::size_t kMostOfOneText = 16 << 10;
// A dictionary pays where it is much smaller than what it is for.
constexpr std::size_t kLargestDictionary = 112 << 10;
constexpr std::size_t kSamplesForADictionary = 16;  // times its size
constexpr std::size_t kSmallestDictionary = 4 << 10;
// A higher one packs a twentieth better, in three times the time.
constexpr int kLevel = 3;

struct FreeCompressor {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};
struct FreeDictionary {
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

// Empty where there is too little to learn from.
std::string learn(const std::vector<std::string>& texts) {
  std::string samples;
  std::vector<std::size_t> sizes;
  for (const std::string& text : texts) {
    sizes.push_back(std::min(text.size(), kMostOfOneText));
    samples.append(text, 0, sizes.back());
  }
  const std::size_t size = std::min(kLargestDictionary, samples.size() / kSamplesForADictionary);
  if (size < kSmallestDictionary) return {};
  std::string dictionary(size, '\0');
  const std::size_t learnt = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(),
                                                   sizes.data(), static_cast<unsigned>(sizes.size()));
  dictionary.resize(ZDICT_isError(learnt) != 0 ? 0 : learnt);
  return dictionary;
}

Error damaged() {
  return {ErrorCode::malformed, "a document kept in the index is damaged"};
}

}  // namespace

struct KeptTextsWriter::State {
  ColumnsFile file;
  std::unique_ptr<ZSTD_CCtx, FreeCompressor> context{ZSTD_createCCtx()};
  std::vector<std::string> waiting = {};  // until the dictionary is learnt
  std::size_t waiting_bytes = 0;
  bool learnt = false;
  std::string dictionary = {}, packed = {};
  std::vector<std::uint64_t> starts{0};

  explicit State(const std::filesystem::path& path) : file(path, kColumns) { file.begin("bytes", 1); }

  void start() {
    learnt = true;
    dictionary = learn(waiting);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);
    if (!dictionary.empty()) ZSTD_CCtx_loadDictionary(context.get(), dictionary.data(), dictionary.size());
    for (const std::string& text : waiting) pack(text);
    waiting = {};
  }
  void pack(const std::string& text) {
    packed.resize(ZSTD_compressBound(text.size()));
    const std::size_t size =
        ZSTD_compress2(context.get(), packed.data(), packed.size(), text.data(), text.size());
    file.append(packed.data(), size);
    starts.push_back(starts.back() + size);
  }
};

KeptTextsWriter::KeptTextsWriter(const std::filesystem::path& path) : state_(std::make_unique<State>(path)) {}
KeptTextsWriter::KeptTextsWriter(KeptTextsWriter&&) noexcept = default;
KeptTextsWriter::~KeptTextsWriter() = default;

void KeptTextsWriter::add(std::string bytes) {
  State& state = *state_;
  if (state.learnt) return state.pack(bytes);
  state.waiting_bytes += bytes.size();
  state.waiting.push_back(std::move(bytes));
  if (state.waiting_bytes >= kSampleBytes) state.start();
}

Result<Done> KeptTextsWriter::finish() {
  State& state = *state_;
  if (!state.learnt) state.start();
  state.file.add("starts", std::span<const std::uint64_t>(state.starts));
  state.file.add("dictionary", std::span<const char>(state.dictionary));
  return state.file.finish();
}

struct KeptTexts::Dictionary {
  std::unique_ptr<ZSTD_DDict, FreeDictionary> prepared;
};

KeptTexts::KeptTexts(Columns file, std::unique_ptr<const Dictionary> dictionary)
    : file_(std::move(file)), dictionary_(std::move(dictionary)) {}
KeptTexts::KeptTexts(KeptTexts&&) noexcept = default;
KeptTexts& KeptTexts::operator=(KeptTexts&&) noexcept = default;
KeptTexts::~KeptTexts() = default;

Result<KeptTexts> KeptTexts::open(const std::filesystem::path& path, std::size_t documents) {
  auto file = Columns::open(path);
  if (!file) return file.error();
  const auto starts = file->get<std::uint64_t>("starts");
  const auto bytes = file->get<char>("bytes");
  const auto learnt = file->get<char>("dictionary");
  auto dictionary = std::make_unique<Dictionary>();
  bool whole = starts.size() == documents + 1 && starts.front() == 0 && starts.back() == bytes.size() &&
               std::is_sorted(starts.begin(), starts.end());
  if (whole && !learnt.empty()) {
    dictionary->prepared.reset(ZSTD_createDDict(learnt.data(), learnt.size()));
    whole = dictionary->prepared != nullptr;
  }
  if (!whole) {
    return Error{ErrorCode::malformed,
                 "the texts file " + path.string() + " does not fit the manifest of its index"};
  }
  KeptTexts texts(std::move(*file), std::move(dictionary));
  texts.starts_ = starts;
  texts.bytes_ = bytes;
  return texts;
}

Result<std::string> KeptTexts::read(std::size_t document) const {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
  const auto packed = bytes_.subspan(starts_[document], starts_[document + 1] - starts_[document]);
  ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
  if (dictionary_->prepared) ZSTD_DCtx_refDDict(context.get(), dictionary_->prepared.get());
  // What the frame says of its size is believed only as far as the text comes out of it.
  const std::uint64_t told = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (told == ZSTD_CONTENTSIZE_ERROR || told == ZSTD_CONTENTSIZE_UNKNOWN) return damaged();
  std::string text(std::min<std::uint64_t>(told, packed.size() * 64 + 1024), '\0');
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  ZSTD_outBuffer out{text.data(), text.size(), 0};
  while (true) {
    const std::size_t left = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(left) != 0) return damaged();
    if (left == 0) break;
    if (out.pos < out.size) return damaged();  // it is cut off
    if (text.size() >= told) return damaged();
    text.resize(std::min<std::uint64_t>(told, text.size() * 2));
    out.dst = text.data(), out.size = text.size();
  }
  if (out.pos != told) return damaged();
  return text;
}

}  // namespace szukajst::core
