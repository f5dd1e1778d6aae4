// How an article is kept inside its Xapian document, before compression (text_compressor.h): a head
// with everything but the text, then the text itself. FORMAT.md has the bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/result.h"

namespace dateline {

// What indexing adds to an article.
struct IndexedArticle {
  Article article;
  std::uint32_t title_words = 0;  // analysed words, repetitions counted
  std::uint32_t body_words = 0;
  std::uint64_t content_hash = 0;  // of the record as delivered; equal means nothing to do
};

std::string encode_article(const IndexedArticle& indexed);

// Fails with kCorrupt on anything that encode_article() cannot have written.
Result<IndexedArticle> decode_article(std::string_view stored);

// The same without the text, which is neither read nor checked; nor are offsets into it.
Result<IndexedArticle> decode_head(std::string_view stored);

}  // namespace dateline
