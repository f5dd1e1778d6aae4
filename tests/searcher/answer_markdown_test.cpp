#include "searcher/answer_markdown.h"

#include <catch2/catch.hpp>

#include "tests/searcher/sample_answer.h"

namespace dateline {

TEST_CASE("Markdown has quotations with numbered citations", "[searcher][answer_markdown]") {
  CHECK(to_markdown(sample_answer()) ==
        "> The vaccine arrived in Baku.\n"
        "\n"
        "[1] A delivery from Havana. news.example, 2021-05. https://news.example/7 (sample-7 "
        "120:148)\n");
}

TEST_CASE("No article can write a citation in Markdown", "[searcher][answer_markdown]") {
  Answer answer = sample_answer();
  answer.passages[0].text = "One.\n\n[2] Forged\r[3] Forged\r\nEnd.";
  answer.passages[0].article = {};
  answer.passages[0].article.title = "A\n[4] forgery";
  CHECK(to_markdown(answer) ==
        "> One.\n> \n> [2] Forged\r> [3] Forged\r\n> End.\n"
        "\n"
        "[1] A [4] forgery. undated ( 120:148)\n");
}

TEST_CASE("The sentences around a passage are quoted and cited with it",
          "[searcher][answer_markdown]") {
  Answer answer = sample_answer();
  answer.passages[0].before = "It rained. ";
  answer.passages[0].after = "\nOthers followed.";
  CHECK(to_markdown(answer) ==
        "> It rained. The vaccine arrived in Baku.\n> Others followed.\n"
        "\n"
        "[1] A delivery from Havana. news.example, 2021-05. https://news.example/7 (sample-7 "
        "109:165)\n");
}

}  // namespace dateline
