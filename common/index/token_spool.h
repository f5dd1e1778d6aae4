// A file for the time between reading a segment's articles and writing what is derived from them.
// Words are known at once, but their final ids only when the last article has been read; and no
// more of a big segment should be in memory than one article.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "common/index/terms.h"
#include "common/index/token_walk.h"
#include "common/result.h"

namespace dateline {

// The words of one article as ids, in their order, and the sentences of its body.
struct ArticleTerms {
  std::uint32_t docid = 0;
  std::vector<TermId> title;
  std::vector<TermId> body;
  std::string sentences;  // as append_sentences() codes them
};

class TokenSpool {
 public:
  // The file is created at `path`, must not exist yet, and is removed with the object.
  static Result<TokenSpool> create(const std::filesystem::path& path);
  TokenSpool(TokenSpool&& other) noexcept
      : path_(std::exchange(other.path_, {})),
        file_(std::move(other.file_)),
        articles_(other.articles_) {}
  TokenSpool& operator=(TokenSpool&&) = delete;
  ~TokenSpool();

  Result<void> add(const WalkedArticle& article);

  // Visits the articles as they were added, their terms renumbered by `ids` (by provisional
  // number). May be called again. Stops at the first visit that fails and returns its error; fails
  // with kSystem if the file cannot be written or read.
  Result<void> replay(std::span<const TermId> ids,
                      const std::function<Result<void>(const ArticleTerms&)>& visit);

 private:
  explicit TokenSpool(std::filesystem::path path) : path_(std::move(path)) {}
  Error failure(const char* verb) const;

  std::filesystem::path path_;  // empty after a move
  std::fstream file_;
  std::size_t articles_ = 0;  // in the file
  std::string buffer_;        // one of them
};

}  // namespace dateline
