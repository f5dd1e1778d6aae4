#include "indexer/date_labels.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The nearest label before a date counts", "[indexer][date_labels]") {
  const auto [before, label] = GENERATE(table<std::string, DateLabel>({
      {"Published: ", DateLabel::kPublished},
      {"Date ", DateLabel::kDated},
      {"Last updated on ", DateLabel::kUpdated},
      {"Published 3 May, updated ", DateLabel::kUpdated},
      {"Updated 3 May, published ", DateLabel::kPublished},
      {"Release date: ", DateLabel::kOther},  // the longer of two that end together
      {"Best-by date: ", DateLabel::kOther},
      {"\u00A9 ", DateLabel::kOther},
      {"Ver\u00F6ffentlicht am ", DateLabel::kPublished},
      {"\u041E\u043F\u0443\u0431\u043B\u0438\u043A\u043E\u0432\u0430\u043D\u043E ",
       DateLabel::kPublished},
      {"\u53D1\u5E03\u65F6\u95F4\uFF1A", DateLabel::kPublished},
      {"Candidate ", DateLabel::kNone},  // a word of its own, not a part of one
      {"The council met on ", DateLabel::kNone},
      {"", DateLabel::kNone},
  }));
  CAPTURE(before);
  CHECK(label_before(before) == label);
}

TEST_CASE("A sentence is no label", "[indexer][date_labels]") {
  CHECK(label_before("published " + std::string(120, 'x')) == DateLabel::kNone);
}

TEST_CASE("Words of date lines are known", "[indexer][date_labels]") {
  for (const char* word : {"at", "min", "read", "uhr", "um"}) CHECK(is_date_line_word(word));
  for (const char* word : {"harbour", "published", ""}) CHECK_FALSE(is_date_line_word(word));
}

}  // namespace dateline
