#include "common/text/word_list.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A word list knows its words and no others", "[text][word_list]") {
  const WordList list("the of ağ");
  for (const char* word : {"the", "of", "ağ"}) CHECK(list.contains(word));
  for (const char* word : {"", "th", "The", "the of", " "}) CHECK_FALSE(list.contains(word));
  CHECK_FALSE(WordList("").contains(""));
}

}  // namespace dateline
