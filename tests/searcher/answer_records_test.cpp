#include "searcher/answer_records.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/searcher/sample_answer.h"

namespace dateline {

TEST_CASE("Records of passages are lines of JSON with text, place and citation",
          "[searcher][answer_records]") {
  using Write = std::string (*)(const Answer&);
  const auto [write, text, metadata] = GENERATE(table<Write, std::string, std::string>({
      {to_langchain, "/page_content", "/metadata"},
      {to_llamaindex, "/node/text", "/node/metadata"},
      {to_haystack, "/content", "/meta"},
  }));
  const std::string line = write(sample_answer());
  CHECK(line.find('\n') == line.size() - 1);
  const auto record = nlohmann::json::parse(line);
  CHECK(record.at(nlohmann::json::json_pointer(text)) == "The vaccine arrived in Baku.");
  CHECK(record.at(nlohmann::json::json_pointer(metadata)) ==
        nlohmann::json::parse(R"({"article_id": "sample-7", "title": "A delivery from Havana",
            "url": "https://news.example/7", "source": "news.example", "language": "en",
            "date": "2021-05", "date_precision": "month", "countries": ["AZ", "CU"],
            "primary_country": "AZ", "start": 120, "end": 148, "start_char": 118, "end_char": 146,
            "before": "", "after": "",
            "rank": 1, "score": 0.812346})"));
}

TEST_CASE("An article is fetched with its text, and all else under metadata",
          "[searcher][answer_records]") {
  Article article;
  article.id = "a-1";
  article.text = "Text.";
  article.language = "en";
  const auto fetched = nlohmann::ordered_json::parse(to_openai(article));
  std::string keys;
  for (const auto& [key, value] : fetched.items()) keys += key + ' ';
  CHECK(keys == "id title text url metadata ");
  CHECK(fetched["text"] == "Text.");
  CHECK(fetched["metadata"]["language"] == "en");
  CHECK_FALSE(fetched["metadata"].contains("text"));
}

}  // namespace dateline
