#include "indexer/date_copies.h"

#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "common/index/snapshot.h"
#include "indexer/add_run.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

const std::string kStory =
    "BAKU, February 28 - The council met for three hours before it agreed on the new plan for the "
    "harbour, which will be paid for by the port itself and by the two towns that use it most. "
    "Work "
    "on the quay begins once the winter storms are over, the engineers said, and the ferries will "
    "use the old pier until it is done. The keeper of the lamp has asked for a second boat, and "
    "the "
    "mayor promised to look for one in the spring.";

std::string line_of(const std::string& id, const std::string& text, const std::string& date = "") {
  nlohmann::json line = {{"id", id}, {"text", text}};
  if (!date.empty()) line["date"] = date;
  return line.dump() + "\n";
}

void add(const TemporaryFolder& folder, const std::string& lines, unsigned jobs = 1) {
  const auto input = folder / "in.jsonl";
  std::ofstream(input) << lines;
  const auto summary =
      run_add({folder / "index", {input.string()}, jobs, [](const auto&) {}, [](const auto&) {}});
  REQUIRE(summary);
}

DateFinding date_of(const TemporaryFolder& folder, const std::string& id) {
  const auto snapshot = open_snapshot(folder / "index");
  REQUIRE(snapshot);
  for (const Segment& segment : snapshot->segments) {
    const auto docid = find_article(segment, id);
    if (!docid) continue;
    const auto stored = load_article(segment, *docid);
    REQUIRE(stored);
    return stored->article.date;
  }
  FAIL("no article " << id);
  return {};
}

}  // namespace

TEST_CASE("A dateline gets the year of a copy in the same run", "[indexer][date_copies]") {
  const TemporaryFolder folder;
  const std::string nearly = kStory + " More tomorrow.";
  add(folder, line_of("wire", kStory) + line_of("paper", nearly, "2023-03-01"), GENERATE(1U, 2U));
  const DateFinding found = date_of(folder, "wire");
  CHECK(to_iso(found.date) == "2023-03-01");
  CHECK(found.evidence == "duplicate");
  CHECK(found.confidence == Confidence::kLikely);
  CHECK(to_iso(date_of(folder, "paper").date) == "2023-03-01");
}

TEST_CASE("A dateline gets the year of a copy that is in the index", "[indexer][date_copies]") {
  const TemporaryFolder folder;
  add(folder, line_of("paper", kStory, "2023-02-28"));
  add(folder, line_of("wire", kStory));
  CHECK(to_iso(date_of(folder, "wire").date) == "2023-02-28");
  CHECK(date_of(folder, "wire").evidence == "duplicate");
}

TEST_CASE("The earliest of several copies counts", "[indexer][date_copies]") {
  const TemporaryFolder folder;
  add(folder, line_of("c", kStory, "2023-03-02") + line_of("wire", kStory) +
                  line_of("b", kStory, "2023-03-01") + line_of("d", kStory, "2023-03-03"));
  CHECK(to_iso(date_of(folder, "wire").date) == "2023-03-01");
}

TEST_CASE("What is no dated copy gives no year", "[indexer][date_copies]") {
  const TemporaryFolder folder;
  const std::string other =
      "HAVANA, February 28 - Doctors flew home from the islands after two years, the ministry "
      "said. "
      "They were met by their families at the airport, where a band played until the rain came and "
      "everyone ran for the hall, in which speeches were made that nobody could hear for the "
      "noise.";
  const std::string lines = GENERATE_COPY(
      line_of("other", other, "2023-02-28"),   // another story of that day
      line_of("late", kStory, "2023-04-15"),   // the same story, printed again weeks later
      line_of("early", kStory, "2023-02-20"),  // before it was written
      line_of("month", kStory, "2023-02"),     // no day
      line_of("undated", kStory),              // no year either
      line_of("part", kStory.substr(0, 250), "2023-02-28"));
  add(folder, line_of("wire", kStory) + lines);
  CHECK(to_iso(date_of(folder, "wire").date) == "--02-28");
  CHECK(date_of(folder, "wire").evidence == "text.dateline");
}

TEST_CASE("A deleted or replaced copy gives no year", "[indexer][date_copies]") {
  const TemporaryFolder folder;
  add(folder, line_of("paper", kStory, "2023-02-28"));
  add(folder, line_of("paper", "The harbour was closed.", "2023-02-28"));
  add(folder, line_of("wire", kStory));
  CHECK(to_iso(date_of(folder, "wire").date) == "--02-28");
}

}  // namespace dateline
