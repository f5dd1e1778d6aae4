// Whatever lies in a tokens file, reading it stays inside it and ends.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "common/index/article_sentences.h"
#include "common/index/derived_file.h"
#include "common/index/tokens.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

constexpr const char* kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";
constexpr std::uint32_t kArticles = 8;

void read_article(const Tokens& tokens, std::uint32_t docid) {
  const CodedArticle coded = tokens.article(docid);
  std::vector<TermId> ids;
  tokens.code().decode(coded.body, ids);
  DATELINE_REQUIRE(ids.size() <= coded.body.size());
  DATELINE_REQUIRE(read_sentences(coded.sentences).size() <= coded.sentences.size());
  std::string again;
  for (const TermId id : ids) tokens.code().append(id, again);
  if (ids.empty() || again != coded.body) return;  // codes beyond 32 bits, or one without an end

  // What is there is found where it is, alone and with what follows it.
  const std::size_t middle = ids.size() / 2;
  std::string phrase;
  for (std::size_t at = middle; at < ids.size() && at < middle + 3; ++at) {
    tokens.code().append(ids[at], phrase);
  }
  DATELINE_REQUIRE(tokens.has_phrase(docid, phrase));
  const DenseScanner scanner(tokens.code(), std::span(&ids[middle], 1));
  bool found = false;
  scanner.scan(coded.body, [&](std::size_t place, std::size_t) { found |= place == middle; });
  DATELINE_REQUIRE(found);
}

}  // namespace
}  // namespace dateline

// The first byte is the code's, the next ones are where articles end, the rest is theirs: with a
// header that is right, so that the bytes behind it are reached. The bytes as they are come first.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<std::uint64_t> aligned(size / 8 + 1);
  if (size > 0) std::memcpy(aligned.data(), data, size);
  const auto raw = Tokens::over({reinterpret_cast<const char*>(aligned.data()), size}, kUuid);
  if (raw) read_article(*raw, 1);
  if (size <= kArticles) return 0;

  const std::uint32_t stoppers = data[0];
  std::vector<std::uint64_t> ends{0};
  for (std::uint32_t docid = 1; docid < kArticles; ++docid) ends.push_back(data[docid] * 2);
  const std::vector<std::string_view> sections{
      bytes.substr(kArticles),
      bytes_of(ends),
      {reinterpret_cast<const char*>(&stoppers), sizeof stoppers}};
  const std::string file = derived_file("DLTOKEN1", kUuid, sections);
  const auto tokens = Tokens::over(file, kUuid);
  DATELINE_REQUIRE(tokens.has_value() == (stoppers > 0));
  if (!tokens) return 0;
  for (std::uint32_t docid = 0; docid <= kArticles; ++docid) read_article(*tokens, docid);
  return 0;
}
