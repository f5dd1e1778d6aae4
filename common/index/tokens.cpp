#include "common/index/tokens.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "common/index/derived_file.h"
#include "common/index/varint.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLTOKEN1";

enum Section : std::uint8_t { kArticles, kEnds, kCode, kSections };

}  // namespace

Result<TokensWriter> TokensWriter::create(const std::filesystem::path& path, std::string_view uuid,
                                          std::span<const std::uint32_t> occurrences) {
  TokensWriter writer(path, uuid, DenseCode::best_for(occurrences));
  writer.file_.open(path, std::ios::binary | std::ios::trunc);
  // The header is written last; until then its place is empty.
  const std::array<std::uint64_t, kSections> no_sections{};
  const std::string place(derived_header(kMagic, uuid, no_sections).size(), '\0');
  if (auto written = writer.write(place); !written) return written.error();
  return writer;
}

Result<void> TokensWriter::write(std::string_view bytes) {
  if (file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return {};
  return Error{ErrorKind::kSystem,
               "cannot write '" + path_.string() + "': " + std::strerror(errno)};
}

Result<void> TokensWriter::add(const ArticleTerms& article) {
  std::string title;
  std::string body;
  for (const TermId id : article.title) code_.append(id, title);
  for (const TermId id : article.body) code_.append(id, body);
  std::string record;
  append_varint(title.size(), record);
  append_varint(body.size(), record);
  record += title;
  record += body;
  record += article.sentences;
  ends_.resize(article.docid, ends_.back());
  ends_.push_back(ends_.back() + record.size());
  return write(record);
}

Result<void> TokensWriter::finish() {
  const std::uint32_t stoppers = code_.stoppers();
  const std::array<std::uint64_t, kSections> sizes{
      ends_.back(), ends_.size() * sizeof(std::uint64_t), sizeof stoppers};
  const std::string padding(aligned_size(ends_.back()) - ends_.back(), '\0');
  std::string rest = padding;
  rest += bytes_of(ends_);
  rest.append(reinterpret_cast<const char*>(&stoppers), sizeof stoppers);
  rest.resize(padding.size() + sizes[kEnds] + aligned_size(sizes[kCode]), '\0');
  if (auto written = write(rest); !written) return written;
  file_.seekp(0);
  if (auto written = write(derived_header(kMagic, uuid_, sizes)); !written) return written;
  file_.close();
  if (auto written = write({}); !written) return written;  // what closing could not write
  return sync_path(path_);
}

Result<Tokens> Tokens::open(const std::filesystem::path& path, std::string_view uuid) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto tokens = over(file->bytes(), uuid);
  if (!tokens) return damaged_derived_file(path);
  tokens->file_ = std::move(*file);
  return std::move(*tokens);
}

std::optional<Tokens> Tokens::over(std::string_view bytes, std::string_view uuid) {
  const auto sections = read_sections(bytes, kMagic, uuid, kSections);
  if (!sections) return std::nullopt;
  const auto code = numbers_of<std::uint32_t>((*sections)[kCode]);
  if (code.size() != 1 || code[0] < 1 || code[0] > 255) return std::nullopt;
  return Tokens(DenseCode(code[0]), (*sections)[kArticles],
                numbers_of<std::uint64_t>((*sections)[kEnds]));
}

CodedArticle Tokens::article(std::uint32_t docid) const {
  if (docid == 0 || docid >= ends_.size()) return {};
  const std::uint64_t start = ends_[docid - 1];
  const std::uint64_t end = ends_[docid];
  if (start > end || end > articles_.size()) return {};
  std::string_view rest = articles_.substr(start, end - start);
  const std::uint64_t title = take_varint(rest);
  const std::uint64_t body = take_varint(rest);
  if (title > rest.size() || body > rest.size() - title) return {};
  return {rest.substr(0, title), rest.substr(title, body), rest.substr(title + body)};
}

void Tokens::prefetch(std::uint32_t docid) const {
  constexpr std::uint64_t kLine = 64;          // bytes that are fetched at a time
  constexpr std::uint64_t kMost = 16 * kLine;  // what comes after is noticed by the processor
  if (docid == 0 || docid >= ends_.size()) return;
  const std::uint64_t start = ends_[docid - 1];
  const std::uint64_t end =
      std::min<std::uint64_t>({ends_[docid], start + kMost, articles_.size()});
  for (std::uint64_t at = start; at < end; at += kLine) __builtin_prefetch(articles_.data() + at);
}

bool Tokens::has_phrase(std::uint32_t docid, std::string_view phrase) const {
  const CodedArticle coded = article(docid);
  return code_.contains(coded.title, phrase) || code_.contains(coded.body, phrase);
}

}  // namespace dateline
