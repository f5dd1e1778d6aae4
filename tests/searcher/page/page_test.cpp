#include "searcher/page/page.h"

#include <catch2/catch.hpp>

#include "common/text/country_lookup.h"
#include "searcher/page/results_html.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<TestArticle> kArticles = {
    {"ferry",
     "Ferry line reopens",
     "The ferry sails again.\n\nIts café is open. Big ships wait.",
     "2021-05-18",
     {"GR", "TR"}},
    {"evil",
     "<script>alert(1)</script>",
     "A ferry </p><img src=x onerror=alert(2)> \"quoted\".",
     "2021-06",
     {"DK"}},
    {"undated & odd", "", "The choir was on the ferry.", "", {}},
};

PageResponse respond(std::string_view path, std::string_view query_string) {
  static const TestIndex index(kArticles);
  static auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  const auto response = page_response(*searcher, path, parse_page_parameters(query_string),
                                      {{2024, 1, 1}, parse_country});
  REQUIRE(response);
  return *response;
}

bool has(const PageResponse& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("The page shows what was found, with dates, countries and counts", "[searcher][page]") {
  const PageResponse page = respond("/", "q=ferry");
  CHECK(page.status == 200);
  CHECK(page.content_type == "text/html; charset=utf-8");
  CHECK(has(page, "<title>ferry - Dateline</title>"));
  CHECK(has(page, "value=\"ferry\""));
  CHECK(has(page, "<strong>3 articles</strong>"));
  CHECK(has(page, "<span class=\"date\">18 May 2021</span>"));
  CHECK(has(page, "<span class=\"date\">June 2021</span>"));
  CHECK(has(page, "<span class=\"date\">undated</span>"));
  CHECK(has(page, "The <mark>ferry</mark> sails"));
  CHECK(
      has(page, "name=\"country\" value=\"DK\"><bdi>Denmark</bdi> <span class=\"count\">1</span>"));
}

TEST_CASE("The page tells which words were looked for beside those typed", "[searcher][page]") {
  Answer answer;
  CHECK(results_html(answer, {}, {}).find("Also looked for") == std::string::npos);
  answer.synonyms = {{"ferry", {"boat", "<b>ship</b>"}}, {"car", {"automobile"}}};
  CHECK(results_html(answer, {}, {})
            .find("<p class=\"notice\">Also looked for <bdi>boat</bdi>, "
                  "<bdi>&lt;b&gt;ship&lt;/b&gt;</bdi>, <bdi>automobile</bdi>.</p>") !=
        std::string::npos);
}

TEST_CASE("An article without a title is called by the last part of its id", "[searcher][page]") {
  CHECK(name_of("Title", "a/b.txt") == "Title");
  CHECK(name_of("", "a/b.txt") == "b.txt");
  CHECK(name_of("", "https://news.example/") == "https://news.example/");
  CHECK(name_of("", "wire-1") == "wire-1");
}

TEST_CASE("A date that is not sure says so, with what it was read from", "[searcher][page]") {
  DateFinding finding;
  finding.date = {0, 2, 28};
  finding.confidence = Confidence::kGuess;
  finding.evidence = "text.<dateline>";
  const std::string date = "<span class=\"date\">28 February, year unknown</span>";
  CHECK(date_html(finding) ==
        date +
            "<span class=\"doubt guess\" title=\"how sure the date is; read from "
            "text.&lt;dateline&gt;\">a guess</span>");
  finding.confidence = Confidence::kLikely;
  CHECK(date_html(finding).find(">likely</span>") != std::string::npos);
  finding.confidence = Confidence::kSure;
  CHECK(date_html(finding) == date);
}

TEST_CASE("What articles, queries and addresses bring is text", "[searcher][page]") {
  for (const char* address :
       {"q=ferry", "article=evil", "q=%3Cscript%3Ealert(3)%3C/script%3E%22", "article=%3Cscript%3E",
        "from=%3Cscript%3E", "country=%22%3E%3Cimg%3E", "q=ferry&source=%22%3E%3Cimg%3E"}) {
    CAPTURE(address);
    const PageResponse page = respond("/", address);
    CHECK_FALSE(has(page, "<script>"));
    CHECK_FALSE(has(page, "<img"));
  }
  CHECK(has(respond("/", "article=undated+%26+odd"), "Id: <bdi>undated &amp; odd</bdi>"));
  CHECK(has(respond("/", "article=evil"), "&lt;script&gt;alert(1)&lt;/script&gt;</h1>"));
}

TEST_CASE("An article without a title goes by its id, and links to it are encoded",
          "[searcher][page]") {
  const PageResponse page = respond("/", "q=choir");
  CHECK(has(page,
            "href=\"/?q=choir&amp;article=undated%20%26%20odd&amp;start=0&amp;end=27#passage\">"
            "undated &amp; odd</a>"));
}

TEST_CASE("The passage of an address is marked, by bytes", "[searcher][page]") {
  CHECK(has(respond("/", "article=ferry&start=28&end=33"),
            "Its <mark id=\"passage\" class=\"cited\">café</mark> is open."));
  for (const char* range : {"start=28&end=32", "start=32&end=40", "start=9&end=9", "start=9&end=3",
                            "start=0&end=999999", "start=-1&end=4", "start=x&end=4", "end=4",
                            "start=0&end=99999999999999999999999"}) {
    CAPTURE(range);
    const PageResponse page = respond("/", "article=ferry&" + std::string(range));
    CHECK(page.status == 200);
    CHECK_FALSE(has(page, "<mark"));
  }
}

TEST_CASE("From an article one comes back to the search", "[searcher][page]") {
  CHECK(has(respond("/", "q=ferry&country=GR&article=ferry&start=0&end=22"),
            "<a id=\"back\" href=\"/?q=ferry&amp;country=GR\">"));
}

TEST_CASE("Filters are kept in the form", "[searcher][page]") {
  const PageResponse page = respond("/", "q=ferry&country=GR&from=2021&sort=newest");
  CHECK(has(page, "value=\"GR\" checked>"));
  CHECK(has(page, "name=\"from\" value=\"2021\""));
  CHECK(has(page, "<option value=\"newest\" selected>"));
  CHECK(has(page, "<strong>1 article</strong>"));
}

TEST_CASE("Failures are pages that say what to do", "[searcher][page]") {
  CHECK(respond("/", "from=soon").status == 400);
  CHECK(has(respond("/", "from=soon"), "soon"));
  CHECK(respond("/", "country=Atlantis").status == 400);
  CHECK(respond("/", "article=nobody").status == 404);
  const PageResponse nothing = respond("/", "q=zebra&country=GR");
  CHECK(nothing.status == 200);
  CHECK(has(nothing, "Nothing found"));
  CHECK(has(nothing, "<a href=\"/?q=zebra\">search without filters</a>"));
}

TEST_CASE("The style and the script are files of their own, and nothing else is there",
          "[searcher][page]") {
  CHECK(respond("/page.css", "").content_type == "text/css; charset=utf-8");
  CHECK(respond("/page.js", "").content_type == "text/javascript; charset=utf-8");
  CHECK(page_policy().find("unsafe") == std::string::npos);
  const TestIndex index(kArticles);
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  CHECK_FALSE(page_response(*searcher, "/page.html", {}, {{2024, 1, 1}, parse_country}));
}

}  // namespace dateline
