// Articles as they are kept in a Xapian document: compressed each by itself, so that one is read
// without its neighbours, but against a dictionary of what the segment's articles have in common.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "common/result.h"

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace dateline {

// User metadata of the database: the dictionary; absent where there were too few articles for one.
constexpr const char* kDictionaryKey = "dictionary";

// Samples worth reading: more make no better dictionary.
constexpr std::size_t kDictionarySampleBytes = std::size_t{8} << 20;

// "" if there is too little to learn from. The same samples give the same dictionary.
std::string train_dictionary(std::span<const std::string> samples);

// Not thread-safe.
class ArticleCompressor {
 public:
  explicit ArticleCompressor(std::string dictionary);
  ArticleCompressor(ArticleCompressor&&) noexcept;
  ~ArticleCompressor();

  std::string compress(std::string_view article);

 private:
  std::string dictionary_;
  std::unique_ptr<ZSTD_CCtx_s, void (*)(ZSTD_CCtx_s*)> context_;
  std::unique_ptr<ZSTD_CDict_s, void (*)(ZSTD_CDict_s*)> digested_;  // null: no dictionary
};

// Not thread-safe.
class ArticleDecompressor {
 public:
  explicit ArticleDecompressor(std::string dictionary);
  ArticleDecompressor(ArticleDecompressor&&) noexcept;
  ~ArticleDecompressor();

  // Fails with kCorrupt on what compress() cannot have made with that dictionary; every frame has a
  // checksum.
  Result<std::string> decompress(std::string_view stored);

 private:
  std::string dictionary_;
  std::unique_ptr<ZSTD_DCtx_s, void (*)(ZSTD_DCtx_s*)> context_;
  std::unique_ptr<ZSTD_DDict_s, void (*)(ZSTD_DDict_s*)> digested_;
};

}  // namespace dateline
