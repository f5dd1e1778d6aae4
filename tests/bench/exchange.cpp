#include "exchange.h"

#include <array>
#include <charconv>

#include "common/hash.h"

namespace dateline::bench {
namespace {

constexpr std::array<std::string_view, 4> kOperations = {"top", "count", "newest", "facets"};
constexpr std::array<std::string_view, 3> kMatches = {"any", "all", "phrase"};

Error malformed(const char* what, std::string_view line) {
  return {ErrorKind::kInput, std::string("no ") + what + ": " + std::string(line.substr(0, 200))};
}

template <typename Enum, std::size_t Size>
std::optional<Enum> named(const std::array<std::string_view, Size>& names, std::string_view name) {
  for (std::size_t at = 0; at < Size; ++at) {
    if (names[at] == name) return static_cast<Enum>(at);
  }
  return std::nullopt;
}

template <typename Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string joined(const std::vector<std::string>& parts, char separator) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += separator;
    all += part;
  }
  return all;
}

std::string text_of(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

// Fields may be empty, so unlike split() this keeps what stands between two separators.
std::vector<std::string_view> fields(std::string_view line) {
  std::vector<std::string_view> found;
  for (std::size_t start = 0;;) {
    const std::size_t tab = line.find('\t', start);
    found.push_back(line.substr(start, tab - start));
    if (tab == std::string_view::npos) return found;
    start = tab + 1;
  }
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::string encode(const ExchangedArticle& article) {
  return article.id + '\t' + std::to_string(article.day) + '\t' + joined(article.countries, ',') +
         '\t' + article.source + '\t' + article.language + '\t' + article.words;
}

Result<ExchangedArticle> decode_article(std::string_view line) {
  const auto parts = fields(line);
  if (parts.size() != 6) return malformed("article", line);
  const auto day = number<std::uint32_t>(parts[1]);
  if (!day) return malformed("article", line);
  return ExchangedArticle{std::string(parts[0]), *day,
                          split(parts[2], ','),  std::string(parts[3]),
                          std::string(parts[4]), std::string(parts[5])};
}

std::string encode(const ExchangedQuery& query) {
  const auto day = [](const auto& value) { return value ? std::to_string(*value) : std::string(); };
  return std::string(kOperations[static_cast<std::size_t>(query.operation)]) + '\t' +
         std::string(kMatches[static_cast<std::size_t>(query.match)]) + '\t' + day(query.from) +
         '\t' + day(query.to) + '\t' + query.country + '\t' + joined(query.words, ' ');
}

Result<ExchangedQuery> decode_query(std::string_view line) {
  const auto parts = fields(line);
  if (parts.size() != 6) return malformed("query", line);
  const auto operation = named<Operation>(kOperations, parts[0]);
  const auto match = named<Match>(kMatches, parts[1]);
  ExchangedQuery query;
  query.from = number<std::uint32_t>(parts[2]);
  query.to = number<std::uint32_t>(parts[3]);
  query.country = parts[4];
  query.words = split(parts[5], ' ');
  if (!operation || !match || query.words.empty()) return malformed("query", line);
  query.operation = *operation;
  query.match = *match;
  return query;
}

std::string encode(const EngineAnswer& answer) {
  std::vector<std::string> hits;
  for (const Hit& hit : answer.hits) hits.push_back(hit.id + '=' + text_of(hit.score));
  return std::to_string(answer.processor_ns) + '\t' + std::to_string(answer.wall_ns) + '\t' +
         std::to_string(answer.count) + '\t' + std::to_string(answer.facets) + '\t' +
         joined(hits, ' ');
}

Result<EngineAnswer> decode_answer(std::string_view line) {
  const auto parts = fields(line);
  if (parts.size() != 5) return malformed("answer", line);
  const auto processor = number<std::uint64_t>(parts[0]);
  const auto wall = number<std::uint64_t>(parts[1]);
  const auto count = number<std::int64_t>(parts[2]);
  const auto facets = number<std::uint64_t>(parts[3]);
  if (!processor || !wall || !count || !facets) return malformed("answer", line);
  EngineAnswer answer{*processor, *wall, *count, *facets};
  for (const std::string& hit : split(parts[4], ' ')) {
    const std::size_t equals = hit.rfind('=');
    const auto score =
        equals == std::string::npos ? std::nullopt : number<double>(hit.substr(equals + 1));
    if (!score) return malformed("answer", line);
    answer.hits.push_back({hit.substr(0, equals), *score});
  }
  return answer;
}

std::uint64_t facet_hash(std::string_view facet, std::string_view value, std::uint64_t count) {
  return hash_bytes(std::string(facet) + '=' + std::string(value) + '=' + std::to_string(count));
}

Result<ArticleReader> ArticleReader::open(const std::string& path) {
  std::ifstream file(path);
  if (!file) return Error{ErrorKind::kMissing, "cannot read '" + path + "'"};
  return ArticleReader(path, std::move(file));
}

std::optional<Result<ExchangedArticle>> ArticleReader::next() {
  if (!std::getline(file_, line_)) return std::nullopt;
  ++number_;
  auto article = decode_article(line_);
  if (!article) return within(path_ + ":" + std::to_string(number_), article.error());
  return article;
}

}  // namespace dateline::bench
