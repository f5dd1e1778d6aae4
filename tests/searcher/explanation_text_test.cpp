#include "searcher/explanation_text.h"

#include <catch2/catch.hpp>

#include "tests/searcher/sample_answer.h"

namespace dateline {

TEST_CASE("A score is told as its parts", "[searcher][explain]") {
  Explanation explanation = *sample_answer().passages[0].explanation;
  CHECK(in_words(explanation) ==
        std::vector<std::string>{
            "score 0.812 = 0.5 of the article (4.5 of 5.85) + 0.312 of the passage (1.5 of 1.68)",
            "article 4.5 = 0.5 for its age × (vaccin 7 (1 in the title, 4 in the text) + +havana 2 "
            "(2))",
            "passage 1.5 = 0.5 for its age × (vaccin 2.25 (1 in the title, 1 in the text) + "
            "closeness "
            "0.25 + phrases 0.225 + opening 0.275)"});
  explanation.recency = 1;
  CHECK(in_words(explanation)[1] ==
        "article 4.5 = vaccin 7 (1 in the title, 4 in the text) + +havana 2 (2)");
}

TEST_CASE("A score of nothing has no parts", "[searcher][explain]") {
  CHECK(in_words(Explanation{}) ==
        std::vector<std::string>{"score 0 = 0 of the article (0 of 0) + 0 of the passage (0 of 0)",
                                 "article 0 = 0", "passage 0 = 0"});
}

}  // namespace dateline
