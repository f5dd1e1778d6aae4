#include "common/text/choice.h"

#include <array>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Few values are listed as a sentence has them", "[common][choice]") {
  CHECK(listed(std::array<std::string_view, 1>{"text"}) == "text");
  CHECK(listed(std::array<std::string_view, 2>{"text", "json"}) == "text or json");
  CHECK(listed(std::array<std::string_view, 3>{"text", "json", "csv"}) == "text, json or csv");
}

TEST_CASE("A value that is none of them is answered with all, and the near one",
          "[common][choice]") {
  const std::array<std::string_view, 3> names = {"relevance", "newest", "oldest"};
  const auto [typed, message] = GENERATE(table<std::string, std::string>({
      {"newst", "sort must be relevance, newest or oldest, not \"newst\"; did you mean newest?"},
      {"Oldest", "sort must be relevance, newest or oldest, not \"Oldest\"; did you mean oldest?"},
      {"date", "sort must be relevance, newest or oldest, not \"date\""},
      {"", "sort must be relevance, newest or oldest, not \"\""},
  }));
  CHECK(none_of("sort", names, typed) == message);
}

}  // namespace dateline
