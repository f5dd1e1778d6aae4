#include "common/text/language_code.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Languages are recognised however they are written", "[text][language_code]") {
  struct Row {
    std::string name;
    std::string code;
  };
  const std::vector<Row> rows = {
      {"en", "en"},          {"EN", "en"},           {"en-GB", "en"},
      {"en_US.UTF-8", "en"}, {"eng", "en"},          {"English", "en"},
      {" ENGLISH ", "en"},   {"English (UK)", "en"}, {"az", "az"},
      {"Azerbaijani", "az"}, {"azərbaycan", "az"},   {"aze", "az"},
      {"az-Cyrl", "az"},     {"русский", "ru"},      {"Deutsch", "de"},
      {"ger", "de"},         {"deu", "de"},          {"iw", "he"},
      {"he", "he"},          {"in", "id"},           {"nb", "no"},
      {"nn-NO", "no"},       {"Norwegian", "no"},    {"zh-Hans-CN", "zh"},
      {"zh_TW", "zh"},       {"cmn", "zh"},          {"Chinese (Simplified)", "zh"},
      {"中文", "zh"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(language_code(row.name) == row.code);
  }
}

TEST_CASE("What is no language is none", "[text][language_code]") {
  for (const std::string name :
       {"", " ", "xx", "und", "mul", "unknown", "Klingonese", "e", "english article", "-", "12"}) {
    CAPTURE(name);
    CHECK(language_code(name).empty());
  }
  CHECK(language_code(std::string(1'000'000, 'e')).empty());
}

}  // namespace dateline
