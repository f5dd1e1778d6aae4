// Articles that nobody would write, and some that somebody did.
#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "common/country_table.h"
#include "common/text/country_names.h"
#include "indexer/found_countries.h"

namespace dateline {
namespace {

// What every finding holds, whatever the text.
void check_sane(const CountryFinding& finding, std::size_t title_bytes, std::size_t body_bytes) {
  REQUIRE(finding.about.size() <= 6);
  REQUIRE(finding.spans.size() <= 1000);
  REQUIRE(std::is_sorted(finding.about.begin(), finding.about.end()));
  REQUIRE(std::is_sorted(finding.mentioned.begin(), finding.mentioned.end()));
  REQUIRE(finding.primary.has_value() == !finding.about.empty());
  if (finding.primary) {
    REQUIRE(std::binary_search(finding.about.begin(), finding.about.end(), *finding.primary));
  }
  for (const CountryCode country : finding.about) {
    REQUIRE_FALSE(std::binary_search(finding.mentioned.begin(), finding.mentioned.end(), country));
  }
  for (const CountrySpan& span : finding.spans) {
    REQUIRE(span.range.start < span.range.end);
    REQUIRE(span.range.end <= (span.in_title ? title_bytes : body_bytes));
  }
}

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() + unit.size() <= bytes) text += unit;
  return text;
}

}  // namespace

TEST_CASE("Every country of the world in one article, in any language",
          "[indexer][country_extremes]") {
  for (const char* language : {"en", "ru", "ar", "he", "zh", "ja", "th", "ka", "hi", "fi", "tr"}) {
    INFO(language);
    std::string body;
    for (const CountryName& name : country_names(language)) body += name.name + ". ";
    const CountryFinding finding = find_countries("", body, language);
    check_sane(finding, 0, body.size());
    CHECK(finding.about.size() + finding.mentioned.size() > 200);
  }
}

TEST_CASE("A megabyte of places, garbage or other scripts gives a sane finding",
          "[indexer][country_extremes]") {
  const std::string unit = GENERATE(
      std::string("Springfield, Georgia, Lebanon and Jordan, in Alexandria near Paris, Texas. "),
      std::string("Saint Saint New New United United States of of Republic Republic "),
      std::string("U.S.U.S. U.S., U.S-U.S. "), std::string("\xEF\xBF\xBD\x01\x02%%<>$:"),
      std::string("中国日本和越南马里奥"), std::string("ประเทศไทยญี่ปุ่น"),
      std::string("وبالسعودية ومصر "), std::string("ארה״ב\"בישראל "),
      std::string("საქართველოსრუსეთი "), std::string("Россияमिस्र中国Cubaמצרים"),
      std::string("I\u0301\u0301\u0301sland "), std::string("a"), std::string("A "),
      std::string("a\u0301"));
  const std::string text = repeated(unit, std::size_t{1} << 20);
  for (const char* language : {"en", "ru", "ar", "he", "zh", "th", "hu", "und"}) {
    INFO(language);
    check_sane(find_countries("", text, language), 0, text.size());
  }
  const std::string title = repeated(unit, 1 << 16);
  check_sane(find_countries(title, "", "en"), title.size(), 0);
}

TEST_CASE("However long the text, every mention is found", "[indexer][country_extremes]") {
  const std::string unit = "Peru met Chile in Lima. ";
  for (const std::size_t times : {10, 100, 1000}) {
    CHECK(find_mentions("", repeated(unit, times * unit.size()), "en").size() == 3 * times);
  }
}

TEST_CASE("Scripts from right to left and mixed ones keep their spans",
          "[indexer][country_extremes]") {
  CHECK(mentions_in("וישראל met مصر, Cuba \u202Eו-ירדן\u202C", "he") ==
        "IL:וישראל EG:مصر CU:Cuba JO:ירדן");
  CHECK(mentions_in("قالت Deutschland إن 日本 وافقت", "ar") == "DE:Deutschland JP:日本");
  CHECK(mentions_in("", "en") == "");
  CHECK(mentions_in("Cuba", "en") == "CU:Cuba");
  CHECK(mentions_in("\u202ECuba\u202C", "en") == "CU:Cuba");
}

}  // namespace dateline
