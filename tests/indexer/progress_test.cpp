#include "indexer/progress.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Thousands are set apart by commas", "[indexer][progress]") {
  const auto [number, text] = GENERATE(table<std::size_t, std::string>({
      {0, "0"},
      {7, "7"},
      {999, "999"},
      {1000, "1,000"},
      {12345, "12,345"},
      {100000, "100,000"},
      {1234567, "1,234,567"},
      {18446744073709551615ULL, "18,446,744,073,709,551,615"},
  }));
  CHECK(with_commas(number) == text);
}

TEST_CASE("Progress shows articles, speed, part done and time left", "[indexer][progress]") {
  const auto [progress, seconds, text] = GENERATE(table<AddProgress, double, std::string>({
      {{0, 0, 0}, 0, "0 articles  0.0 MB/s"},
      {{12345, 45'200'000, 0}, 1, "12,345 articles  45.2 MB/s"},
      {{12345, 63'000'000, 100'000'000}, 10, "12,345 articles  6.3 MB/s  63 %  ETA 0:05"},
      {{1, 1'000'000, 901'000'000}, 1, "1 articles  1.0 MB/s  0 %  ETA 15:00"},
      {{9, 100, 100}, 1, "9 articles  0.0 MB/s  100 %  ETA 0:00"},
      {{9, 200, 100}, 1, "9 articles  0.0 MB/s  100 %  ETA 0:00"},
      {{9, 0, 100}, 1, "9 articles  0.0 MB/s"},
  }));
  CHECK(progress_text(progress, std::chrono::duration<double>(seconds)) == text);
}

TEST_CASE("Time that is left is padded to minutes and seconds", "[indexer][progress]") {
  const AddProgress progress{1, 1'000'000, 66'000'000};
  CHECK(progress_text(progress, std::chrono::duration<double>(1)).ends_with("ETA 1:05"));
}

TEST_CASE("One of a thing is one thing", "[indexer][progress]") {
  CHECK(counted(0, "article") == "0 articles");
  CHECK(counted(1, "article") == "1 article");
  CHECK(counted(1234, "deleted article") == "1,234 deleted articles");
}

}  // namespace dateline
