#include "indexer/document.h"

#include <map>

#include <catch2/catch.hpp>

#include "common/index/schema.h"
#include "tests/support/articles.h"

namespace dateline {
namespace {

BuiltArticle built() {
  BuiltArticle article;
  article.indexed = an_article("id-1");
  article.indexed.article.source = "Example.ORG";
  article.title = {{"doctor", {0, 7}}, {"fly", {8, 11}}};
  article.body = {{"doctor", {40, 47}}, {"fly", {48, 52}}, {"doctor", {60, 67}}};
  return article;
}

// The terms with how often each is in the document.
std::map<std::string, Xapian::termcount> terms_of(const Xapian::Document& document) {
  std::map<std::string, Xapian::termcount> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    terms[*term] = term.get_wdf();
  }
  return terms;
}

BuiltArticle dated(const Date& date) {
  BuiltArticle article = built();
  article.indexed.article.date.date = date;
  return article;
}

}  // namespace

TEST_CASE("A document has the terms of the schema with true frequencies", "[indexer][document]") {
  CHECK(terms_of(document_of(built())) == std::map<std::string, Xapian::termcount>{
                                              {"doctor", 2},
                                              {"fly", 1},
                                              {"Sdoctor", 1},
                                              {"Sfly", 1},
                                              {"Qid-1", 0},
                                              {"D20230301", 0},
                                              {"M202303", 0},
                                              {"Y2023", 0},
                                              {"XCAaz", 0},
                                              {"XCAcu", 0},
                                              {"XCPaz", 0},
                                              {"XCMtr", 0},
                                              {"Hexample.org", 0},
                                              {"Len", 0},
                                          });
}

TEST_CASE("A date is known as far as it is known", "[indexer][document]") {
  const auto [date, value, dates] = GENERATE(table<Date, std::string, std::size_t>({
      {{2023, 3, 1}, "20230301", 3},
      {{2023, 3, 0}, "202303", 2},
      {{2023, 0, 0}, "2023", 1},
      {{0, 2, 28}, "--02-28", 0},
      {{}, "", 0},
  }));
  CAPTURE(value);
  const Xapian::Document document = document_of(dated(date));
  CHECK(document.get_value(kDateSlot) == value);
  std::size_t found = 0;
  for (const auto& [term, count] : terms_of(document)) {
    found += term.starts_with("D") || term.starts_with("M") || term.starts_with("Y") ? 1 : 0;
  }
  CHECK(found == dates);
}

TEST_CASE("An article about no country has neither the terms nor the value",
          "[indexer][document]") {
  BuiltArticle article = built();
  article.indexed.article.countries = {};
  const Xapian::Document document = document_of(article);
  CHECK(document.get_value(kPrimarySlot).empty());
  for (const auto& [term, count] : terms_of(document)) CHECK_FALSE(term.starts_with("XC"));
  CHECK(document_of(built()).get_value(kPrimarySlot) == "AZ");
}

TEST_CASE("The data of a document is the stored article", "[indexer][document]") {
  const auto stored = decode_article(document_of(built()).get_data());
  REQUIRE(stored);
  CHECK(same(*stored, built().indexed));
}

TEST_CASE("Xapian takes every document, however odd its words, id and source are",
          "[indexer][document]") {
  BuiltArticle article = built();
  const std::string odd = std::string("\0nul\0", 5) + std::string(100'000, 'x');
  article.indexed.article.id = odd;
  article.indexed.article.source = odd;
  article.indexed.article.language = std::string(300, 'l');
  article.body = {{odd, {0, 1}}, {std::string(300, 'w'), {1, 2}}};
  article.title = article.body;
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  CHECK_NOTHROW(database.add_document(document_of(article)));
  for (const auto& [term, count] : terms_of(document_of(article))) {
    CHECK(term.size() <= kMaxTermBytes);
  }
}

}  // namespace dateline
