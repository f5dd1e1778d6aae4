#include "searcher/serve/addresses.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("An address is found as a whole, those of articles by their beginning", "[serve]") {
  REQUIRE(find_address("/search"));
  CHECK(find_address("/search")->path == "/search");
  REQUIRE(find_address("/articles/a/b"));
  CHECK(find_address("/articles/a/b")->path == "/articles/");
  for (const char* none : {"", "/searching", "/search/", "/articles", "//", "/page.css/x"}) {
    CAPTURE(none);
    CHECK(find_address(none) == nullptr);
  }
}

TEST_CASE("An address takes the methods that it names and no others", "[serve]") {
  CHECK(takes(*find_address("/search"), "GET"));
  CHECK(takes(*find_address("/search"), "POST"));
  CHECK_FALSE(takes(*find_address("/search/batch"), "GET"));
  for (const char* other : {"", "HEAD", "POS", "G", "DELETE", "OPTIONS", ", "}) {
    CAPTURE(other);  // HEAD comes as GET
    CHECK_FALSE(takes(*find_address("/search"), other));
  }
}

}  // namespace dateline
