// A text as extractors read it, with the real dictionary and gazetteer, loaded once.
#pragma once

#include <string>

#include "core/data_folder.h"
#include "core/text.h"
#include "gazetteer/gazetteer.h"
#include "indexer/extract/source_text.h"
#include "language/analyzer.h"
#include "language/lexicon.h"

namespace szukajst::indexer::extract {

struct LanguageData {
  language::Lexicon lexicon;
  gazetteer::Gazetteer gazetteer;

  static const LanguageData& get() {
    static const LanguageData data{*language::Lexicon::open(core::data_folder() / "language"),
                                   *gazetteer::Gazetteer::load(core::data_folder() / "gazetteer")};
    return data;
  }
};

// Form feeds in `text` begin pages.
class TestSource {
 public:
  explicit TestSource(const std::string& text, std::string title_hint = {}, bool lost_diacritics = false)
      : paged_(pages(text)),
        analyzer_(LanguageData::get().lexicon),
        source_(source_text(paged_, LanguageData::get().gazetteer, analyzer_, std::move(title_hint),
                            lost_diacritics)) {}

  const SourceText& source() const { return source_; }

 private:
  static core::PagedText pages(const std::string& text) {
    core::PagedText paged;
    for (const char c : text) {
      if (c == '\f')
        paged.page_starts.push_back(paged.text.size());
      else
        paged.text += c;
    }
    return paged;
  }

  core::PagedText paged_;
  language::Analyzer analyzer_;
  SourceText source_;
};

}  // namespace szukajst::indexer::extract
