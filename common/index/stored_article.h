// How an article is kept inside its Xapian document: one line of JSON with everything but the text,
// a newline, then the text itself, so that a reader that needs only the text parses nothing.
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

// The text part of `stored`; it points into `stored`.
std::string_view stored_text(std::string_view stored);

}  // namespace dateline
