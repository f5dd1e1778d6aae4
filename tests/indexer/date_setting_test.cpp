#include "indexer/date_setting.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

CueSet cues_between(std::string_view before, std::string_view after) {
  DateSetting setting;
  setting.before = before;
  setting.after = after;
  setting.line_bytes = before.size() + after.size() + 12;
  return cues_of(setting);
}

}  // namespace

TEST_CASE("The words around a date give their cues", "[indexer][date_setting]") {
  const auto [before, after, cue, has] = GENERATE(table<std::string, std::string, DateCue, bool>({
      {"", "", DateCue::kAlone, true},
      {"", "Ann Lee", DateCue::kOpensLine, true},
      {"Ann Lee", "", DateCue::kClosesLine, true},
      {"By Ann Lee", "", DateCue::kByline, true},
      {"Bye Ann Lee", "", DateCue::kByline, false},
      {"News |", "", DateCue::kSeparated, true},
      {"(", ")", DateCue::kBracketed, true},
      {"met on", "", DateCue::kAfterJoint, true},
      {"the meeting", "", DateCue::kAfterWord, true},
      {"", "was a day", DateCue::kBeforeWord, true},
      {"Published:", "", DateCue::kPublishedLabel, true},
      {"Date", "", DateCue::kDateLabel, true},
      {"Last updated", "", DateCue::kUpdatedLabel, true},
      {"Born", "", DateCue::kOtherLabel, true},
      {"", "ver\u00F6ffentlicht", DateCue::kPublishedLabel, true},
      {"News", "", DateCue::kPublishedLabel, false},
  }));
  CAPTURE(before, after);
  CHECK(cues_between(before, after).has(cue) == has);
}

TEST_CASE("A label on the line above counts for a date that opens its line",
          "[indexer][date_setting]") {
  DateSetting setting;
  setting.line_above = "Published";
  CHECK(cues_of(setting).has(DateCue::kPublishedLabel));
  setting.before = "News";
  CHECK_FALSE(cues_of(setting).has(DateCue::kPublishedLabel));
}

TEST_CASE("A label within a sentence is a weak one", "[indexer][date_setting]") {
  const std::string before = "The council, which met for three hours, said that it was published";
  const std::string after = "by the port and by the two towns that use it most, and so it is done.";
  CHECK(cues_between(before, after).has(DateCue::kInProse));
  CHECK(cues_between(before, after).has(DateCue::kProseLabel));
  CHECK_FALSE(cues_between(before, after).has(DateCue::kPublishedLabel));
}

}  // namespace dateline
