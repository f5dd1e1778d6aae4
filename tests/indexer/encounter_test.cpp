#include "indexer/encounter.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

bool tells(std::string_view title, std::string_view body, std::string_view language) {
  return tells_of_encounter(read_place_text(title), read_place_text(body), language);
}

}  // namespace

TEST_CASE("Talks and matches are encounters", "[indexer][encounter]") {
  const auto [language, text, encounter] = GENERATE(table<std::string, std::string, bool>({
      {"en", "The two sides held talks in Geneva.", true},
      {"en", "They won the FINAL after extra time.", true},
      {"und", "The negotiators met again.", true},
      {"", "Their third summit failed.", true},
      {"en", "The finality of it struck her; a talk was given.", false},
      {"de", "Die Gespräche in Genf gehen weiter.", true},
      {"fr", "Les négociations ont repris.", true},
      {"ru", "На переговорах в Женеве", true},
      {"ar", "بدأت المحادثات، وهي محادثات صعبة", true},
      {"zh", "双方在日内瓦举行会谈。", true},
      {"ja", "両国は停戦で合意した。", true},
      {"ko", "양국은 회담 을 열었다", true},
      {"zh", "双方在日内瓦。", false},
      {"de", "They held talks.", false},
      {"sw", "talks", false},  // no words are known
      {"en", "", false},
  }));
  INFO(language << ": " << text);
  CHECK(tells(text, "", language) == encounter);
  CHECK(tells("", text, language) == encounter);
}

TEST_CASE("What stands late in an article is not what it tells of", "[indexer][encounter]") {
  std::string body;
  for (int i = 0; i < 60; ++i) body += "word ";
  CHECK_FALSE(tells("", body + "talks", "en"));
  CHECK(tells("", body.substr(5) + "talks", "en"));
}

}  // namespace dateline
