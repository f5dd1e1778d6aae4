#include "indexer/same_text.h"

#include <catch2/catch.hpp>

#include "tests/support/sketched.h"

namespace dateline {
namespace {

struct Text {
  std::string title, body;
};

bool copies(const Text& one, const Text& other, DaysApart apart = 0) {
  const SketchedTexts texts({{one.title, one.body}, {other.title, other.body}});
  CHECK(are_copies(texts[1], texts[2], apart) == are_copies(texts[2], texts[1], apart));
  return are_copies(texts[1], texts[2], apart);
}

bool one_story(const Text& one, const Text& other, DaysApart apart = 0) {
  const SketchedTexts texts({{one.title, one.body}, {other.title, other.body}});
  CHECK(tell_one_story(texts[1], texts[2], apart) == tell_one_story(texts[2], texts[1], apart));
  return tell_one_story(texts[1], texts[2], apart);
}

}  // namespace

TEST_CASE("The same words of one day are copies, however few they are", "[indexer][same_text]") {
  CHECK(copies({"ferry sails", ""}, {"ferry sails", ""}));
  CHECK(copies({"", words_from(1, 500)}, {"", words_from(1, 500)}));
  CHECK_FALSE(copies({"ferry sails", ""}, {"ferry sinks", ""}));
  CHECK_FALSE(copies({"", ""}, {"", ""}));
}

TEST_CASE("Long bodies that are nearly the same are copies under any title",
          "[indexer][same_text]") {
  CHECK(copies({"one", words_from(0, 500)}, {"other", words_from(20, 500)}));
  CHECK_FALSE(copies({"one", words_from(0, 500)}, {"one", words_from(300, 500)}));
}

TEST_CASE("Short bodies that are nearly the same are copies under like titles only",
          "[indexer][same_text]") {
  const std::string notice = words_from(0, 100);
  const std::string longer = words_from(0, 105);
  CHECK_FALSE(copies({"strike at port", notice}, {"vote in parliament", longer}));
  CHECK(copies({"strike at port", notice}, {"a strike at the port", longer}));
}

TEST_CASE("The same form with other numbers is no copy", "[indexer][same_text]") {
  const std::string form = words_from(0, 300);
  CHECK_FALSE(copies({"gold", form + " 401 402 403 404"}, {"gold", form + " 401 512 513 514"}));
  CHECK(copies({"gold", form + " 401 402 403 404 405"}, {"gold", form + " 401 402 403 404 406"}));
  CHECK(copies({"gold", form + " 401 402"}, {"gold", form + " 401 402 403 404"}));
}

TEST_CASE("Short texts are copies within a few days, headlines on one day, long texts ever",
          "[indexer][same_text]") {
  const Text headline{"bank sets rate", ""};
  const Text brief{"bank sets rate", words_from(0, 100)};
  const Text changed{"bank sets rate", words_from(0, 105)};
  const Text report{"bank sets rate", words_from(0, 300)};
  const Text revised{"bank sets rate", words_from(0, 310)};
  struct Row {
    DaysApart apart;
    bool headlines, briefs, changed_briefs, reports, revised_reports;
  };
  for (const Row& row :
       {Row{0, true, true, true, true, true}, Row{1, false, true, true, true, true},
        Row{3, false, true, true, true, true}, Row{4, false, false, false, true, true},
        Row{std::nullopt, false, true, false, true, true}}) {
    CAPTURE(row.apart.value_or(99));
    CHECK(copies(headline, headline, row.apart) == row.headlines);
    CHECK(copies(brief, brief, row.apart) == row.briefs);
    CHECK(copies(brief, changed, row.apart) == row.changed_briefs);
    CHECK(copies(report, report, row.apart) == row.reports);
    CHECK(copies(report, revised, row.apart) == row.revised_reports);
  }
}

TEST_CASE("Like titles make one story, unless the numbers are others", "[indexer][same_text]") {
  const Text flood{"flood kills nine in valley", words_from(0, 80) + " 9 200"};
  CHECK(one_story(flood, {"valley flood kills nine people", words_from(500, 90) + " 9 200"}));
  CHECK_FALSE(one_story(flood, {"flood kills nine in valley", words_from(500, 90) + " 11 300"}));
  CHECK_FALSE(one_story(flood, flood, 4));
  CHECK_FALSE(one_story(flood, flood, std::nullopt));
  CHECK_FALSE(one_story(flood, {"parliament votes on budget", words_from(500, 90) + " 9 200"}));
}

TEST_CASE("A good part of the text makes one story under any title", "[indexer][same_text]") {
  CHECK(one_story({"one", words_from(0, 500)}, {"other", words_from(200, 500)}));
  CHECK_FALSE(one_story({"one", words_from(0, 500)}, {"other", words_from(450, 500)}));
}

TEST_CASE("Lists of hashes are compared by the shorter one", "[indexer][same_text]") {
  using Hashes = std::vector<std::uint16_t>;
  CHECK(shared_part(Hashes{}, Hashes{1, 2}) == 1);
  CHECK(shared_part(Hashes{1, 2}, Hashes{1, 2, 3, 4}) == 1);
  CHECK(shared_part(Hashes{1, 9}, Hashes{1, 2, 3, 4}) == 0.5);
  CHECK(shared_part(Hashes{5, 6}, Hashes{1, 2}) == 0);
}

}  // namespace dateline
