#include "indexer/inspect.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

struct Inspected {
  std::size_t rejected = 0;
  std::vector<std::string> lines;
  std::vector<std::string> messages;
};

Inspected inspected(const std::vector<std::string>& inputs, std::size_t most_lines = 1000) {
  Inspected all;
  all.rejected =
      inspect_inputs(inputs, {},
                     {[&](const std::string& line) {
                        all.lines.push_back(line);
                        return all.lines.size() < most_lines;
                      },
                      [&](const std::string& message) { all.messages.push_back(message); }});
  return all;
}

}  // namespace

TEST_CASE("A line of inspect has every field", "[indexer][inspect]") {
  const Json line = Json::parse(to_inspect_json(an_article("a")));
  CHECK(line == Json::parse(R"({
    "id": "a", "title": "Doctors fly home", "language": "en",
    "date": {"value": "2023-03-01", "precision": "day", "time": "12:14+04:00",
             "confidence": "sure", "probability": 0.986, "evidence": "text.timed", "span": [0, 18],
             "text": "1 March 2023 12:14", "probable_year": null,
             "alternatives": [{"value": "2023-03-02", "probability": 0.012,
                               "evidence": "text.prose", "span": [25, 32], "text": "March 1"}]},
    "countries": {"about": ["AZ", "CU"], "primary": "AZ", "mentioned": ["TR"], "evidence": "text",
      "spans": [{"country": "AZ", "in": "text", "span": [19, 23], "text": "Baku"},
                {"country": "CU", "in": "text", "span": [61, 67], "text": "Havana"}]},
    "words": 10, "source": "example.org", "url": "https://example.org/a", "author": "A. Reporter",
    "text": "1 March 2023 12:14\nBaku, March 1. The doctors flew home from Havana on a",
    "body_start": 19})"));
}

TEST_CASE("A probable year stands beside a date without one", "[indexer][inspect]") {
  IndexedArticle wire;
  wire.article.text = "BAKU, March 2 - The council met on Monday, March 2, on its plan of 1987.";
  wire.article.language = "en";
  wire.article.date.date = {0, 3, 2};
  const Json line = Json::parse(to_inspect_json(wire));
  CHECK(line["date"]["value"] == "--03-02");
  CHECK(line["date"]["probable_year"] == 1987);
}

TEST_CASE("What is not known is null, not empty", "[indexer][inspect]") {
  IndexedArticle bare;
  bare.article.id = "x";
  bare.article.text = "Words";
  bare.article.language = "und";
  const Json line = Json::parse(to_inspect_json(bare));
  CHECK(line["date"] == Json::parse(R"({"value": null, "precision": "none", "time": null,
    "confidence": "none", "probability": 0.0, "evidence": null, "span": null, "text": null,
    "probable_year": null, "alternatives": []})"));
  CHECK(line["countries"] ==
        Json::parse(R"({"about": [], "primary": null, "mentioned": [], "evidence": null,
                        "spans": []})"));
  CHECK(line["source"].is_null());
  CHECK(line["url"].is_null());
  CHECK(line["author"].is_null());
  CHECK(line["title"] == "");
}

TEST_CASE("Inspect shows every article of its inputs in order and reports the rest",
          "[indexer][inspect]") {
  const TemporaryFolder folder;
  folder.write("b.jsonl", article_line("one") + "rubbish\n" + article_line("two"));
  folder.write("a.txt", "The harbour reopened on Tuesday.");
  folder.write("c.txt", "...");
  const Inspected all = inspected({folder.path().string(), "/nonexistent/x.txt"});
  REQUIRE(all.lines.size() == 3);
  CHECK(Json::parse(all.lines[0])["id"] == (folder / "a.txt").string());
  CHECK(Json::parse(all.lines[1])["id"] == "one");
  CHECK(Json::parse(all.lines[2])["id"] == "two");
  CHECK(all.rejected == 3);
  CHECK(all.messages == std::vector<std::string>{"/nonexistent/x.txt: No such file or directory",
                                                 (folder / "b.jsonl").string() +
                                                     ":2: not JSON at byte 1: invalid literal",
                                                 (folder / "c.txt").string() + ": no words in it"});
}

TEST_CASE("Inspect stops when nobody reads on", "[indexer][inspect]") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.jsonl", article_lines(1, 100)).string();
  CHECK(inspected({path, path}, 3).lines.size() == 3);
}

}  // namespace dateline
