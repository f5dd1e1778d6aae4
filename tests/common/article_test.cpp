#include "common/article.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The names of confidence are part of the interface", "[common][article]") {
  const auto [confidence, name] = GENERATE(table<Confidence, std::string>({
      {Confidence::kNone, "none"},
      {Confidence::kGuess, "guess"},
      {Confidence::kLikely, "likely"},
      {Confidence::kSure, "sure"},
  }));
  CHECK(to_string(confidence) == name);
}

}  // namespace dateline
