#include "searcher/evaluation/evaluate.h"

#include <catch2/catch.hpp>

#include "common/file.h"
#include "support/temporary_folder.h"
#include "tests/searcher/few_countries.h"

namespace dateline {
namespace {

Result<Answer> find_a(const Request& request) {
  Answer answer;
  Passage passage;
  passage.rank = 1;
  passage.score = 1;
  passage.text = "The answer is forty-two.";
  passage.article.id = request.query == "unjudged" ? "never asked" : "a";
  answer.passages = {passage};
  return answer;
}

}  // namespace

TEST_CASE("An evaluation reads its files, asks the judged queries and reports",
          "[searcher][evaluate]") {
  const TemporaryFolder folder;
  EvaluationOrder order;
  order.topics =
      folder.write("queries.jsonl",
                   "{\"_id\": \"1\", \"text\": \"x\", \"metadata\": {\"answer\": \"42\"}}\n"
                   "{\"_id\": \"2\", \"text\": \"unjudged\"}\n"
                   "{\"_id\": \"3\", \"text\": \"y\", \"metadata\": {\"answer\": \"two\"}}\n");
  order.judgements = folder.write("qrels.tsv", "1\ta\t1\n3\tb\t1\n");
  order.runs = {folder.write("other.run", "3 Q0 b 1 1 other\n")};
  order.write = folder.path() / "ours.run";
  order.reading.answers_key = "answer";
  order.per_query = true;
  const auto report = evaluate(order, filter_context(), find_a);
  REQUIRE(report);
  CHECK(report->find("2 judged queries\n") == 0);
  CHECK(report->find("map          0.5000   0.5000   +0.0000") != std::string::npos);
  CHECK(report->find("1/1/0  other.run\n") != std::string::npos);
  CHECK(report->find("2 queries with answers\nanswer_1     0.5000\n") != std::string::npos);
  CHECK(report->find("3\tmap\t0.0000\n") != std::string::npos);
  const auto written = read_file(*order.write);
  REQUIRE(written);
  CHECK(*written == "1 Q0 a 1 1 dateline\n3 Q0 a 1 1 dateline\n");
}

TEST_CASE("An evaluation compares the answers in passages of others", "[searcher][evaluate]") {
  const TemporaryFolder folder;
  EvaluationOrder order;
  order.topics =
      folder.write("queries.jsonl",
                   "{\"_id\": \"1\", \"text\": \"x\", \"metadata\": {\"answer\": \"42\"}}\n"
                   "{\"_id\": \"3\", \"text\": \"y\", \"metadata\": {\"answer\": \"two\"}}\n");
  order.judgements = folder.write("qrels.tsv", "1\ta\t1\n3\tb\t1\n");
  order.reading.answers_key = "answer";
  order.passages = {folder.write("p.jsonl", "{\"_id\": \"1\", \"passages\": [\"no\", \"42\"]}\n")};
  const auto report = evaluate(order, filter_context(), find_a);
  REQUIRE(report);
  CHECK(report->find("answer_1     0.5000   0.0000   +0.5000") != std::string::npos);
  CHECK(report->find("answer_3     0.5000   0.5000   +0.0000") != std::string::npos);
  CHECK(report->find("1/1/0  p.jsonl\n") != std::string::npos);
}

TEST_CASE("A file that is not there is named", "[searcher][evaluate]") {
  const TemporaryFolder folder;
  EvaluationOrder order;
  order.topics = folder.write("queries.jsonl", "{\"_id\": \"1\", \"text\": \"x\"}\n");
  order.judgements = folder.path() / "absent.tsv";
  const auto report = evaluate(order, filter_context(), find_a);
  REQUIRE_FALSE(report);
  CHECK(report.error().kind == ErrorKind::kMissing);
  CHECK(report.error().message ==
        "cannot read '" + order.judgements.string() + "': No such file or directory");
}

}  // namespace dateline
