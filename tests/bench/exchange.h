// What all engines of the benchmark read: articles as words that are analysed already, and queries
// in the same words, so that no engine's own analyser decides anything. README.md has the format.
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace dateline::bench {

// One line of the articles' file.
struct ExchangedArticle {
  std::string id;
  std::uint32_t day = 0;  // 20230301
  std::vector<std::string> countries;
  std::string source;
  std::string language;
  std::string words;  // with one space between two
};

std::string encode(const ExchangedArticle& article);
// Fails with kInput.
Result<ExchangedArticle> decode_article(std::string_view line);

enum class Operation : std::uint8_t {
  kTop,     // the ten best
  kCount,   // how many match
  kNewest,  // the ten newest of those that match
  kFacets,  // how many match, and five facets of them; a facet's own filter does not shrink it
};
enum class Match : std::uint8_t { kAny, kAll, kPhrase };

constexpr std::size_t kTopArticles = 10;

// One line of a queries' file, and what an engine is sent.
struct ExchangedQuery {
  Operation operation = Operation::kTop;
  Match match = Match::kAny;
  std::optional<std::uint32_t> from{}, to{};  // days, both inclusive; both or none
  std::string country{};                      // empty: all
  std::vector<std::string> words{};           // distinct
};

std::string encode(const ExchangedQuery& query);
// Fails with kInput.
Result<ExchangedQuery> decode_query(std::string_view line);

struct Hit {
  std::string id;
  double score = 0;  // kNewest: the day
};

// What an engine answers.
struct EngineAnswer {
  std::uint64_t processor_ns = 0;  // of the thread that searched
  std::uint64_t wall_ns = 0;
  std::int64_t count = -1;   // kCount, kFacets
  std::uint64_t facets = 0;  // kFacets: sum of facet_hash() over all values with their counts
  std::vector<Hit> hits{};   // kTop, kNewest
};

std::string encode(const EngineAnswer& answer);
// Fails with kInput.
Result<EngineAnswer> decode_answer(std::string_view line);

// FNV-1a, 64 bits, of "FACET=VALUE=COUNT". Sums of it wrap around.
std::uint64_t facet_hash(std::string_view facet, std::string_view value, std::uint64_t count);

std::vector<std::string> split(std::string_view text, char separator);  // none for ""

// Reads a file of articles from front to back.
class ArticleReader {
 public:
  // Fails with kMissing.
  static Result<ArticleReader> open(const std::string& path);
  // The next article, or why it cannot be read; nothing at the end.
  std::optional<Result<ExchangedArticle>> next();

 private:
  ArticleReader(std::string path, std::ifstream file)
      : path_(std::move(path)), file_(std::move(file)) {}
  std::string path_;
  std::ifstream file_;
  std::string line_;
  std::size_t number_ = 0;
};

}  // namespace dateline::bench
