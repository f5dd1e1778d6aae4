#include "searcher/verify/verify.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "searcher/search.h"
#include "searcher/verify/verification_json.h"
#include "searcher/verify/verification_text.h"
#include "support/test_index.h"
#include "tests/searcher/documented_fields.h"

namespace dateline {
namespace {

const std::vector<TestArticle> kArticles = {
    {"old",
     "Talks begin",
     "The minister said: “We will not be silent, and we will act.”\n\nNobody else spoke.",
     "2023-03-01",
     {"AZ"},
     "en",
     "Trend"},
    {"new",
     "Talks end",
     "\"We will not be silent, and we will act\", he had said.",
     "2023-05-01",
     {"AZ"},
     "en",
     "Wire"},
    {"loud", "WE WILL NOT BE SILENT", "They met again.", "2023-04-01", {"CU"}, "en", "Wire"},
    {"plural",
     "",
     "Ministers of both countries were meeting in Havana on Monday.",
     "",
     {"CU"},
     "en",
     "Wire"},
    {"ru", "", "Он сказал: «Мы не будем молчать».", "2023-03-02", {"RU"}, "ru", "РИА"},
    {"zh", "", "他说:“我们不会保持沉默。”", "2023-03-03", {"CN"}, "zh", "新华"},
};

Searcher open(const TestIndex& index) {
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  return std::move(*searcher);
}

// "exact old:2[19,62] ...": likeness, id, and what is different.
std::string found(const std::string& quote, const Filters& filters = {}) {
  static const TestIndex index(kArticles);
  Searcher searcher = open(index);
  Request request;
  request.query = quote;
  request.filters = filters;
  const auto verified = searcher.verify(request);
  REQUIRE(verified);
  std::string out;
  for (const QuoteMatch& match : verified->matches) {
    if (!out.empty()) out += "; ";
    out += std::string(name_of(match.likeness)) + ' ' + match.article.id +
           (match.in_title ? " title" : "");
    for (const QuoteDifference& difference : match.differences) {
      const ByteRange there{difference.in_article.start - match.range.start,
                            difference.in_article.end - match.range.start};
      out += " <" + std::string(slice(quote, difference.in_quote)) + "|" +
             std::string(slice(match.text, there)) + ">";
    }
    const auto article = searcher.article(match.article.id);
    REQUIRE(article);
    CHECK(match.text == slice(match.in_title ? article->title : article->text, match.range));
  }
  return out;
}

}  // namespace

TEST_CASE("A quote is verified", "[searcher][verify]") {
  const auto [quote, expected] = GENERATE(table<std::string, std::string>({
      {"we will act", "exact old; exact new"},
      {"We will not be silent, and we will act", "exact old; exact new"},
      {"“We will not be silent, and we will act.”", "exact old; exact new"},
      {"we will not be silent, and we will act", "folded old; folded new"},
      {"We will not be silent", "exact old; exact new; folded loud title"},
      {"We will not be silent and we will act", "different old < |, >; different new < |, >"},
      {"We will not be silent ... we will act", "exact old; exact new"},
      {"we will act ... We will not", ""},
      {"minister of both country", "different plural <minister|Ministers> <country|countries>"},
      {"Ministers of both countries were meeting in Baku on Monday",
       "different plural <Baku|Havana>"},
      {"Ministers of both countries were in Havana on Monday", "different plural <|meeting>"},
      {"Ministers of both big countries were meeting in Havana", "different plural <big|>"},
      {"Мы не будем молчать", "exact ru"},
      {"мы НЕ будем молчать", "folded ru"},
      {"我们不会保持沉默", "exact zh"},
      {"act Nobody else", "different old < |.”\n\n>"},
      {"nothing of the kind was ever said here", ""},
      {"", ""},
      {"?!", ""},
      {"...", ""},
      {"w", ""},
  }));
  CAPTURE(quote);
  CHECK(found(quote) == expected);
}

TEST_CASE("Filters apply to quotes", "[searcher][verify]") {
  Filters filters;
  filters.countries = {{'C', 'U'}};
  CHECK(found("We will not be silent", filters) == "folded loud title");
  filters = {};
  filters.as_of = Date{2023, 4, 1};
  CHECK(found("We will not be silent", filters) == "exact old; folded loud title");
}

TEST_CASE("A quote that cannot be read is refused", "[searcher][verify]") {
  const TestIndex index(kArticles);
  Searcher searcher = open(index);
  Request request;
  request.query = std::string(kMaxQueryBytes + 1, 'a');
  CHECK(searcher.verify(request).error().message ==
        "the quote is 8193 bytes long; verify at most 8192 at a time");
  request.query = "a\xFF";
  CHECK(searcher.verify(request).error().message == "the quote is not UTF-8 at byte 1; send UTF-8");
  request.query = std::string("we will\0act", 11);
  CHECK(searcher.verify(request));
  for (const std::string piece : {"a ", "the ", "... ", "\"", "我"}) {
    request.query.clear();
    while (request.query.size() + piece.size() <= kMaxQueryBytes) request.query += piece;
    CHECK(searcher.verify(request));
  }
}

TEST_CASE("VERIFY.md describes every field", "[searcher][verify]") {
  const TestIndex index(kArticles);
  Searcher searcher = open(index);
  Request request;
  request.query = "minister of both country";
  const auto verified = searcher.verify(request);
  REQUIRE(verified);
  auto json = nlohmann::ordered_json::parse(to_json(*verified, JsonLayout::kOneLine));
  json["filters"] = "object";
  json["matches"][0]["article"] = "object";
  FieldTypes documented;
  for (const auto& [name, type] : documented_fields_of("searcher/verify/VERIFY.md", "field")) {
    documented[name] = type == "object" ? "string" : type;
  }
  const FieldTypes fields = fields_of(json);
  CHECK(fields.size() == documented.size());
  for (const auto& [name, type] : fields) {
    CAPTURE(name);
    REQUIRE(documented.count(name) == 1);
    CHECK(fits(type, documented.at(name)));
  }
}

TEST_CASE("A person reads what was found", "[searcher][verify]") {
  const TestIndex index(kArticles);
  Searcher searcher = open(index);
  const TextStyle style{60, Emphasis::kPlain, [](CountryCode country) { return country.str(); }};
  Request request;
  request.query = "minister of both country";
  CHECK(to_text(*searcher.verify(request), style) == R"(plural
  undated · Wire · different
  Ministers of both countries
    quoted ‹minister›, the article has ‹Ministers›
    quoted ‹country›, the article has ‹countries›
  plural [0:27]

1 article has it with differences
)");
  request.query = "never said";
  CHECK(to_text(*searcher.verify(request), style) == "no article has it\n");
}

}  // namespace dateline
