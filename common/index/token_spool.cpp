#include "common/index/token_spool.h"

#include <cerrno>
#include <cstring>

namespace dateline {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

// Numbers go seven bits a byte, the low ones first; all but the last byte of a number have the
// eighth bit set.
void append_number(std::vector<char>& bytes, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<char>(number | 0x80));
  bytes.push_back(static_cast<char>(number));
}

void append_terms(std::vector<char>& bytes, std::span<const NumberedToken> tokens) {
  append_number(bytes, static_cast<std::uint32_t>(tokens.size()));
  for (const NumberedToken& token : tokens) append_number(bytes, token.term);
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
  append_number(buffer_, article.docid);
  append_terms(buffer_, article.title);
  append_terms(buffer_, article.body);
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
    if (file.sgetc() == kEnd && at + 1 < articles_) return failure("read");
    if (auto visited = visit(article); !visited) return visited;
  }
  return {};
}

}  // namespace dateline
