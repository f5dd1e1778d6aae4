#include "indexer/document.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "common/index/schema.h"
#include "tests/support/articles.h"

namespace dateline {
namespace {

using Terms = std::vector<std::string>;

Terms sorted(Terms terms) {
  std::sort(terms.begin(), terms.end());
  return terms;
}

IndexedArticle dated(const Date& date) {
  IndexedArticle article = an_article("id-1");
  article.article.date.date = date;
  return article;
}

}  // namespace

TEST_CASE("A document has the boolean terms of the schema", "[indexer][document]") {
  IndexedArticle article = an_article("id-1");
  article.article.source = "Example.ORG";
  CHECK(sorted(boolean_terms(article)) == Terms{"D20230301", "Hexample.org", "Len", "M202303",
                                                "Qid-1", "XCAaz", "XCAcu", "XCMtr", "XCPaz",
                                                "Y2023"});
}

TEST_CASE("A date is known as far as it is known", "[indexer][document]") {
  struct Row {
    Date date;
    std::string value;
    Terms terms;
  };
  const auto [date, value, terms] = GENERATE(values<Row>({
      {{2023, 3, 1}, "20230301", {"D20230301", "M202303", "Y2023"}},
      {{2023, 3, 0}, "202303", {"M202303", "Y2023"}},
      {{2023, 0, 0}, "2023", {"Y2023"}},
      {{0, 2, 28}, "--02-28", {}},
      {{}, "", {}},
  }));
  CAPTURE(value);
  CHECK(slot_values(dated(date))[kDateSlot] == value);
  Terms found = boolean_terms(dated(date));
  std::erase_if(found, [](const std::string& term) {
    return std::string("DMY").find(term[0]) == std::string::npos;
  });
  CHECK(sorted(found) == terms);
}

TEST_CASE("An article about no country has neither the terms nor the value",
          "[indexer][document]") {
  IndexedArticle article = an_article("id-1");
  CHECK(slot_values(article)[kPrimarySlot] == "AZ");
  article.article.countries = {};
  CHECK(slot_values(article)[kPrimarySlot].empty());
  for (const std::string& term : boolean_terms(article)) CHECK_FALSE(term.starts_with("XC"));
}

TEST_CASE("Every term fits, however odd id, source and language are", "[indexer][document]") {
  IndexedArticle article = an_article("id-1");
  const std::string odd = std::string("\0nul\0", 5) + std::string(100'000, 'x');
  article.article.id = odd;
  article.article.source = odd;
  article.article.language = std::string(300, 'l');
  for (const std::string& term : boolean_terms(article)) {
    CHECK(term.size() <= kMaxTermBytes);
    CHECK(term.find('\0') == std::string::npos);
  }
}

TEST_CASE("Documents are turned around into terms and values", "[indexer][document]") {
  DocumentFields fields;
  fields.add(1, dated({2023, 3, 1}));
  fields.add(2, dated({}));
  fields.add(3, dated({2023, 0, 0}));
  using Docids = std::vector<std::uint32_t>;
  CHECK(fields.terms().at("Y2023") == Docids{1, 3});
  CHECK(fields.terms().at("Len") == Docids{1, 2, 3});
  REQUIRE(fields.slots().size() == 2);
  CHECK(fields.slots()[kDateSlot] == GlassValues{{1, "20230301"}, {3, "2023"}});
  CHECK(fields.slots()[kPrimarySlot] == GlassValues{{1, "AZ"}, {2, "AZ"}, {3, "AZ"}});
}

}  // namespace dateline
