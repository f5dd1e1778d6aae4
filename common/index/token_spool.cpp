#include "common/index/token_spool.h"

#include <cerrno>
#include <cstring>

#include "common/index/article_sentences.h"
#include "common/index/varint.h"

namespace dateline {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

void append_terms(std::span<const NumberedToken> tokens, std::string& bytes) {
  append_varint(tokens.size(), bytes);
  for (const NumberedToken& token : tokens) append_varint(token.term, bytes);
}

std::uint32_t take_number(std::streambuf& file) {
  std::uint32_t number = 0;
  for (int shift = 0; shift < 35; shift += 7) {
    const int byte = file.sbumpc();
    if (byte == kEnd) break;
    number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if ((byte & 0x80) == 0) break;
  }
  return number;
}

void take_terms(std::streambuf& file, std::span<const TermId> ids, std::vector<TermId>& terms) {
  terms.resize(take_number(file));
  for (TermId& term : terms) term = ids[take_number(file)];
}

}  // namespace

Result<TokenSpool> TokenSpool::create(const std::filesystem::path& path) {
  TokenSpool spool(path);
  spool.file_.open(path, std::ios::in | std::ios::out | std::ios::binary | std::ios::trunc);
  if (!spool.file_) return spool.failure("create");
  return spool;
}

TokenSpool::~TokenSpool() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

Error TokenSpool::failure(const char* verb) const {
  return {ErrorKind::kSystem,
          std::string("cannot ") + verb + " '" + path_.string() + "': " + std::strerror(errno)};
}

Result<void> TokenSpool::add(const WalkedArticle& article) {
  buffer_.clear();
  append_varint(article.docid, buffer_);
  append_terms(article.title, buffer_);
  append_terms(article.body, buffer_);
  const Article& stored = article.indexed.article;
  std::string sentences;
  append_sentences(sentences_of(stored.text, stored.body_start, article.body), sentences);
  append_varint(sentences.size(), buffer_);
  buffer_ += sentences;
  if (!file_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()))) {
    return failure("write");
  }
  ++articles_;
  return {};
}

Result<void> TokenSpool::replay(std::span<const TermId> ids,
                                const std::function<Result<void>(const ArticleTerms&)>& visit) {
  if (!file_.flush()) return failure("write");
  file_.seekg(0);
  std::streambuf& file = *file_.rdbuf();
  ArticleTerms article;
  for (std::size_t at = 0; at < articles_; ++at) {
    article.docid = take_number(file);
    take_terms(file, ids, article.title);
    take_terms(file, ids, article.body);
    article.sentences.resize(take_number(file));
    file.sgetn(article.sentences.data(), static_cast<std::streamsize>(article.sentences.size()));
    if (file.sgetc() == kEnd && at + 1 < articles_) return failure("read");
    if (auto visited = visit(article); !visited) return visited;
  }
  return {};
}

}  // namespace dateline
