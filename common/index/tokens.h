// The `tokens` file of a segment: for each article the words of its title and its body, in their
// order, as term ids, and where its sentences are. Phrases are verified and passages found in it,
// without the text and without analysing it. FORMAT.md has the bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/file.h"
#include "common/index/article_terms.h"
#include "common/index/dense_code.h"
#include "common/index/terms.h"
#include "common/result.h"

namespace dateline {

// Writes the file article by article, so that no more than one of them is in memory.
class TokensWriter {
 public:
  // `occurrences`: of each term id in all articles to come.
  static Result<TokensWriter> create(const std::filesystem::path& path, std::string_view uuid,
                                     std::span<const std::uint32_t> occurrences);

  // REQUIRES: docids ascend, from 1; the ones left out are absent articles.
  Result<void> add(const ArticleTerms& article);

  // Completes the file and flushes it to the disk.
  Result<void> finish();

 private:
  TokensWriter(std::filesystem::path path, std::string_view uuid, const DenseCode& code)
      : path_(std::move(path)), uuid_(uuid), code_(code) {}

  Result<void> write(std::string_view bytes);

  std::filesystem::path path_;
  std::string uuid_;
  DenseCode code_;
  std::ofstream file_;
  std::vector<std::uint64_t> ends_{0};  // by docid
};

// An article as it lies in the file: views into it.
struct CodedArticle {
  std::string_view title;      // codes of Tokens::code()
  std::string_view body;       // likewise
  std::string_view sentences;  // for read_sentences()
};

// Reads a mapped tokens file. Thread-safe. Any docid may be asked for; a damaged file reads as
// other words or none, never as memory beyond it (`dateline-index check` finds the damage).
class Tokens {
 public:
  // Fails with kCorrupt if the file is not the tokens of the database `uuid`.
  static Result<Tokens> open(const std::filesystem::path& path, std::string_view uuid);
  // The same of bytes that outlive the object. REQUIRES: bytes.data() is aligned to 8.
  static std::optional<Tokens> over(std::string_view bytes, std::string_view uuid);

  const DenseCode& code() const { return code_; }
  CodedArticle article(std::uint32_t docid) const;

  // True if the phrase stands in the title or in the body. `phrase`: its ids, each appended with
  // code().append().
  bool has_phrase(std::uint32_t docid, std::string_view phrase) const;

  // Has the memory of an article fetched while something else is done: most of the time of
  // has_phrase() goes into waiting for it.
  void prefetch(std::uint32_t docid) const;

 private:
  Tokens(const DenseCode& code, std::string_view articles, std::span<const std::uint64_t> ends)
      : code_(code), articles_(articles), ends_(ends) {}

  std::optional<MappedFile> file_;
  DenseCode code_;
  std::string_view articles_;
  std::span<const std::uint64_t> ends_;  // in articles_, by docid
};

}  // namespace dateline
