// The same answer comes from tokens and from analysing the articles.
#include "searcher/passages.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "indexer/add_run.h"
#include "many_languages.h"
#include "searcher/answer_json.h"
#include "searcher/search.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> tokens_files(const fs::path& index) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    if (entry.path().filename() == kTokensFile) files.push_back(entry.path());
  }
  return files;
}

std::vector<std::string> answers(const fs::path& index, const std::vector<Request>& requests) {
  auto searcher = Searcher::open(index);
  REQUIRE(searcher);
  std::vector<std::string> texts;
  for (const Request& request : requests) {
    CAPTURE(request.query);
    auto answer = searcher->search(request);
    if (!answer) FAIL(answer.error().message);
    answer->took_ms = 0;
    texts.push_back(to_json(*answer, JsonLayout::kOneLine));
  }
  return texts;
}

// Asks all requests with the tokens and without them.
void require_same_answers(const fs::path& index, const std::vector<Request>& requests) {
  const auto with_tokens = answers(index, requests);
  const auto files = tokens_files(index);
  REQUIRE_FALSE(files.empty());
  for (const fs::path& file : files) fs::remove(file);
  const auto without = answers(index, requests);
  std::size_t with_passages = 0;
  for (std::size_t at = 0; at < requests.size(); ++at) {
    CAPTURE(requests[at].query);
    REQUIRE(with_tokens[at] == without[at]);
    if (without[at].find("\"rank\":1,") != std::string::npos) ++with_passages;
  }
  CHECK(with_passages > requests.size() / 3);  // else the test would show nothing
}

std::string random_query(std::mt19937& random) {
  std::string query;
  for (auto parts = random() % 4 + 1; parts > 0; --parts) {
    const auto& language = language_samples()[random() % language_samples().size()];
    const auto word = [&] { return language.words[random() % language.words.size()]; };
    if (!query.empty()) query += ' ';
    switch (random() % 6) {
      case 0:
        query += "\"" + word() + " " + word() + "\"";
        break;
      case 1:
        query += "-" + word();
        break;
      default:
        query += word();
    }
  }
  return query;
}

std::vector<Request> random_requests(std::mt19937& random, std::size_t count) {
  std::vector<Request> requests;
  for (std::size_t at = 0; at < count; ++at) {
    Request request{.query = random_query(random)};
    request.limit = random() % 30 + 1;
    request.per_article = random() % 4 + 1;
    request.passage_words = random() % 100 + 5;
    requests.push_back(request);
  }
  return requests;
}

}  // namespace

TEST_CASE("Articles of many languages give the same answers with and without tokens",
          "[searcher][passages]") {
  std::mt19937 random(5);
  for (int round = 0; round < 4; ++round) {
    const TestIndex index(
        {articles_in_many_languages(random, 60), articles_in_many_languages(random, 30)});
    require_same_answers(index.path(), random_requests(random, 300));
  }
}

TEST_CASE("The sample articles give the same answers with and without tokens",
          "[searcher][passages]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "news.index";
  REQUIRE(run_add({index,
                   {DATELINE_SOURCE "/corpus/world", DATELINE_SOURCE "/corpus/english",
                    DATELINE_SOURCE "/corpus/wire.jsonl"},
                   1,
                   [](const std::string&) {},
                   [](const AddProgress&) {}}));
  std::mt19937 random(7);
  std::vector<Request> requests;
  for (const char* query : {"Cuban doctors", "\"liberated territories\"", "president", "министр",
                            "election results", "price of bread", "of the", "Azərbaycan", ""}) {
    requests.push_back({.query = query});
    requests.push_back({.query = query, .per_article = 4, .passage_words = 30});
  }
  require_same_answers(index, requests);
}

TEST_CASE("Passages that do not fit the text are an error", "[searcher][passages]") {
  const TestIndex index(std::vector<TestArticle>{
      {"a", "", "Rain fell in Oslo. It rained on the ferry.", "2023-03-01", {}}});
  const auto files = tokens_files(index.path());
  REQUIRE(files.size() == 1);
  auto bytes = *read_file(files[0]);
  const std::size_t header = 48 + 3 * 16;
  bytes[header + 2] = static_cast<char>(bytes[header + 2] ^ 1);  // another first word
  fs::remove(files[0]);
  REQUIRE(write_file_synced(files[0], bytes));
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  const auto answer = searcher->search({.query = "rain oslo ferry it on the in fell rained"});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == ErrorKind::kCorrupt);
  CHECK(answer.error().message.find("dateline-index rebuild") != std::string::npos);
}

}  // namespace dateline
