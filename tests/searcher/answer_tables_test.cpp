#include "searcher/answer_tables.h"

#include <catch2/catch.hpp>

#include "tests/searcher/sample_answer.h"

namespace dateline {

TEST_CASE("CSV has fields in quotes where RFC 4180 wants them", "[searcher][answer_tables]") {
  Answer answer = sample_answer();
  answer.passages[0].article.title = "A \"delivery\", from Havana";
  answer.passages[0].text = "Two\nlines";
  answer.passages[0].also_in.clear();
  answer.passages[0].explanation.reset();
  CHECK(to_csv(answer) ==
        "rank,score,id,title,url,source,language,date,date_precision,countries,primary_country,"
        "start,end,start_char,end_char,text,before,after,highlights,also_in,explanation\r\n"
        "1,0.812346,sample-7,\"A \"\"delivery\"\", from Havana\",https://news.example/7,"
        "news.example,en,2021-05,month,AZ "
        "CU,AZ,120,148,118,127,\"Two\nlines\",,,\"[[4,11]]\",[],\r\n");
}

TEST_CASE("A TREC run ranks articles, each once", "[searcher][answer_tables]") {
  Answer answer = sample_answer();
  answer.passages.push_back(answer.passages[0]);
  answer.passages.push_back(answer.passages[0]);
  answer.passages[2].article.id = "two words";
  answer.passages[2].score = 0.5;
  CHECK(to_trec(answer) == "1 Q0 sample-7 1 0.812346 dateline\n1 Q0 two%20words 2 0.5 dateline\n");
}

}  // namespace dateline
