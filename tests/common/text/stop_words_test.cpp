#include "common/text/stop_words.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "common/text/fold.h"

namespace dateline {

TEST_CASE("Function words are known by language", "[text][stop_words]") {
  struct Row {
    std::string language;
    std::vector<std::string> words;
  };
  const std::vector<Row> rows = {
      {"en", {"the", "of", "don't", "yourselves"}},
      {"de", {"der", "für", "dass"}},
      {"fr", {"à", "être", "des"}},
      {"es", {"él", "los", "también"}},
      {"it", {"è", "della"}},
      {"pt", {"não", "às"}},
      {"nl", {"het", "zijn"}},
      {"ru", {"и", "ещё", "которые"}},
      {"uk", {"і", "що", "який"}},
      {"tr", {"ve", "mı", "değil"}},
      {"az", {"və", "üçün", "ən"}},
      {"ar", {"في", "التي"}},
      {"pl", {"się", "że"}},
      {"sv", {"och", "är"}},
  };
  for (const Row& row : rows) {
    for (const std::string& word : row.words) {
      CAPTURE(row.language, word);
      CHECK(is_stop_word(word, row.language));
      CHECK(fold_case(word) == word);
    }
  }
}

TEST_CASE("Content words and unknown languages have no stop words", "[text][stop_words]") {
  for (const char* language : {"en", "de", "ru", "az"}) {
    CHECK_FALSE(is_stop_word("president", language));
    CHECK_FALSE(is_stop_word("", language));
  }
  CHECK_FALSE(is_stop_word("the", "und"));
  CHECK_FALSE(is_stop_word("the", "zh"));
  CHECK_FALSE(is_stop_word("The", "en"));
}

TEST_CASE("Stop words tell the language of a query", "[text][stop_words]") {
  struct Row {
    std::vector<std::string> words;
    std::string language;
  };
  const std::vector<Row> rows = {
      {{"who", "won", "the", "election"}, "en"},
      {{"wer", "hat", "die", "wahl", "gewonnen"}, "de"},
      {{"qui", "a", "gagné", "les", "élections"}, "fr"},
      {{"quién", "ganó", "las", "elecciones"}, "es"},
      {{"кто", "победил", "на", "выборах"}, "ru"},
      {{"хто", "переміг", "на", "виборах"}, "uk"},
      {{"seçimi", "kim", "kazandı", "ve", "neden"}, "tr"},
      {{"seçkilər", "haqqında", "və", "necə"}, "az"},
      {{"baku", "flights"}, "en"},  // none
      {{"in"}, "en"},               // several
      {{}, "en"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(stop_word_language(row.words) == row.language);
  }
}

}  // namespace dateline
