#include "indexer/article_builder.h"

#include <algorithm>

#include "common/hash.h"
#include "common/text/language_code.h"
#include "common/text/language_detector.h"
#include "indexer/country_finder.h"
#include "indexer/page_reader.h"

namespace dateline {
namespace {

// Raised whenever cleaning, dates, countries or language change what build() makes of a record, so
// that adding the same articles again brings an index up to date.
constexpr std::string_view kBuildVersion = "2";

std::string language_of(const Record& record) {
  const std::string declared = language_code(record.language);
  return declared.empty() ? detect_language(record.text) : declared;
}

// Countries named by the source are what the article is about; the text still says which of them
// comes first and what else is mentioned.
CountryFinding with_declared(CountryFinding found, const std::vector<CountryCode>& declared) {
  if (declared.empty()) return found;
  std::vector<CountryCode> others = found.about;
  others.insert(others.end(), found.mentioned.begin(), found.mentioned.end());
  std::sort(others.begin(), others.end());
  CountryFinding finding;
  finding.spans = std::move(found.spans);
  finding.evidence = "field";
  finding.about = declared;
  const bool primary_declared = found.primary && std::find(declared.begin(), declared.end(),
                                                           *found.primary) != declared.end();
  finding.primary = primary_declared ? found.primary : declared.front();
  std::set_difference(others.begin(), others.end(), declared.begin(), declared.end(),
                      std::back_inserter(finding.mentioned));
  return finding;
}

}  // namespace

Result<BuiltArticle> ArticleBuilder::build(const Record& record) {
  BuiltArticle built;
  Article& article = built.indexed.article;
  article.id = record.id;
  article.url = record.url;
  article.source = record.source;
  article.language = language_of(record);

  Page page = read_page(record, article.language, published_before_);
  article.title = std::move(page.title);
  article.author = record.author.empty() ? page.author : record.author;
  article.text = std::move(page.text);
  article.body_start = page.body_start;
  article.date = std::move(page.date);

  const std::string_view body = std::string_view(article.text).substr(article.body_start);
  article.countries =
      with_declared(find_countries(article.title, body, article.language), record.countries);
  for (CountrySpan& span : article.countries.spans) {
    if (span.in_title) continue;
    span.range.start += article.body_start;
    span.range.end += article.body_start;
  }

  built.words = analyzer_.analyze(article);
  if (built.words.body.empty()) {
    return Error{ErrorKind::kInput, record.origin + ": no words in it"};
  }
  built.indexed.title_words = static_cast<std::uint32_t>(built.words.title.size());
  built.indexed.body_words = static_cast<std::uint32_t>(built.words.body.size());
  built.indexed.content_hash = content_hash(record, published_before_);
  return built;
}

std::uint64_t content_hash(const Record& record, const std::optional<Date>& published_before) {
  std::uint64_t hash = hash_bytes(kBuildVersion);
  const auto add = [&hash](std::string_view field) {
    hash = hash_bytes(field, hash);
    hash = hash_bytes(std::string_view("\0", 1), hash);
  };
  add(record.title), add(record.text), add(record.url), add(record.source), add(record.author);
  add(record.language), add(record.published), add(record.modified), add(record.crawled);
  for (const CountryCode country : record.countries) add(country.str());
  if (published_before) add(to_iso(*published_before));
  return hash;
}

}  // namespace dateline
