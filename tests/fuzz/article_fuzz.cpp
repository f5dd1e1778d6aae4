// Any line of JSON and any page of text is refused with a reason or becomes an article whose parts
// fit together: ranges lie in the text on character boundaries, no date is invented, no country is
// both the topic and a mention.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/index/article_sentences.h"
#include "common/text/decode.h"
#include "common/text/utf8.h"
#include "indexer/article_builder.h"
#include "indexer/inspect.h"
#include "indexer/json_record.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMostTerms = 1'000'000;  // then the memory is given back

void require_text_range(std::string_view text, ByteRange range) {
  DATELINE_REQUIRE(range.start < range.end && range.end <= text.size());
  DATELINE_REQUIRE(!find_invalid_utf8(slice(text, range)));
}

void check_date(const Article& article) {
  const DateFinding& found = article.date;
  DATELINE_REQUIRE(found.evidence.empty() == (found.confidence == Confidence::kNone));
  if (found.span) require_text_range(article.text, *found.span);
}

void check_countries(const CountryFinding& found) {
  DATELINE_REQUIRE(found.primary.has_value() == !found.about.empty());
  DATELINE_REQUIRE(std::is_sorted(found.about.begin(), found.about.end()));
  DATELINE_REQUIRE(std::is_sorted(found.mentioned.begin(), found.mentioned.end()));
  for (const CountryCode country : found.mentioned) {
    DATELINE_REQUIRE(!std::binary_search(found.about.begin(), found.about.end(), country));
  }
}

void check_words(const BuiltArticle& built, const Vocabulary& vocabulary) {
  for (const auto* words : {&built.words.title, &built.words.body}) {
    for (const std::uint32_t number : *words) DATELINE_REQUIRE(!vocabulary.term(number).empty());
  }
  const Article& article = built.indexed.article;
  for (const ArticleSentence& sentence : read_sentences(built.words.sentences)) {
    DATELINE_REQUIRE(sentence.range.start >= article.body_start);
    require_text_range(article.text, sentence.range);
  }
  const auto stored = decode_article(encode_article(built.indexed));
  DATELINE_REQUIRE(stored && stored->article.text == article.text);
}

void check(const Record& record) {
  static auto builder = std::make_unique<ArticleBuilder>();
  if (builder->vocabulary().size() > kMostTerms) builder = std::make_unique<ArticleBuilder>();
  const auto built = builder->build(record);
  if (!built) {
    DATELINE_REQUIRE(!built.error().message.empty());
    return;
  }
  const Article& article = built->indexed.article;
  DATELINE_REQUIRE(!find_invalid_utf8(article.text) && !find_invalid_utf8(article.title));
  DATELINE_REQUIRE(article.title.find('\n') == std::string::npos);
  DATELINE_REQUIRE(article.body_start <= article.text.size());
  check_words(*built, builder->vocabulary());
  check_date(article);
  check_countries(article.countries);
  DATELINE_REQUIRE(nlohmann::json::accept(to_inspect_json(built->indexed)));
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with('{')) {
    if (const auto record = parse_json_record(bytes, "fuzz:1")) check(*record);
  } else if (auto text = decode_text(bytes)) {
    Record page;
    page.origin = page.id = "fuzz.txt";
    page.text = *std::move(text);
    check(page);
  }
  return 0;
}
