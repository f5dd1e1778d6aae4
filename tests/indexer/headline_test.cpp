#include "indexer/headline.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

struct Repetition {
  std::string line;
  std::string title;
  bool repeated;
};

}  // namespace

TEST_CASE("A line repeats a title up to case, punctuation and what sites add or cut",
          "[indexer][layout]") {
  const std::vector<Repetition> table = {
      {"Rhinos at risk", "Rhinos at risk", true},
      {"RHINOS AT RISK!", "Rhinos: at risk", true},
      {"Rhinos at risk", "Rhinos at risk | Daily News", true},
      {"Rhinos at risk | Daily News", "Rhinos at risk", false},
      {"Rhinos at risk in the north", "Rhinos at risk", false},
      {"Élan vital retrouvé", "elan vital retrouve", true},
      {"Rhinos at risk in the northern reserves", "Rhinos at risk in the nor...", true},
      {"Rhinos at risk in the northern reserves", "Rhinos at risk in the nor", false},
      {"Rhinos at risk in the northern reserves.", "Rhinos at risk in the nor...", false},
      {"Rhinos in the north", "Rhinos...", false},  // too short to be a title that was cut
      {"", "", false},
      {"Rhinos", "", false},
      {"", "Rhinos", false},
      {"...", "???", false},
      {std::string(900, '.') + "Rhinos", "Rhinos", false},  // no line of a headline's length
  };
  for (const Repetition& row : table) {
    INFO(row.line << " / " << row.title);
    const ComparedLine title = compared_line(row.title);
    CHECK(repeats_title(row.line, title) == row.repeated);
    CHECK(repeats_title(compared_line(row.line), title) == row.repeated);
  }
}

TEST_CASE("A line without words is compared with nothing", "[indexer][layout]") {
  CHECK_FALSE(repeats_title(ComparedLine{}, compared_line("Rhinos at risk")));
  CHECK_FALSE(repeats_title(compared_line("Rhinos at risk"), ComparedLine{}));
  CHECK_FALSE(repeats_title(ComparedLine{}, ComparedLine{}));
}

}  // namespace dateline
