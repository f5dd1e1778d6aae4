#include "common/index/sketches.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/damage.h"
#include "tests/support/sketched.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

std::size_t equal_rows(const Sketch& one, const Sketch& other) {
  std::size_t equal = 0;
  for (std::size_t row = 0; row < kSketchRows; ++row) {
    equal += one.rows[row] == other.rows[row] ? 1U : 0U;
  }
  return equal;
}

std::uint64_t read_everything(const Sketches& sketches, std::uint32_t docids) {
  std::uint64_t sum = 0;
  for (std::uint32_t docid = 0; docid <= docids + 2; ++docid) {
    const Sketch sketch = sketches.of(docid);
    sum += sketch.text + sketch.body_words;
    for (const std::uint8_t row : sketch.rows) sum += row;
    for (const std::uint16_t hash : sketch.title) sum += hash;
    for (const std::uint16_t hash : sketch.numbers) sum += hash;
  }
  return sum;
}

}  // namespace

TEST_CASE("The same words have the same sketch, wherever else they are", "[index][sketches]") {
  const std::string text = words_from(1, 50) + " 12 1987";
  const SketchedTexts alone({{"ferry sails", text}});
  const SketchedTexts among({{"x", words_from(7, 99)}, {"", ""}, {"ferry sails", text}});
  const Sketch one = alone[1];
  const Sketch other = among[3];
  CHECK(one.text == other.text);
  CHECK(one.body_words == 52);
  CHECK(std::ranges::equal(one.rows, other.rows));
  CHECK(std::ranges::equal(one.title, other.title));
  CHECK(std::ranges::equal(one.numbers, other.numbers));
  CHECK(one.title.size() == 2);
  CHECK(one.numbers.size() == 2);
}

TEST_CASE("Stop words are no part of a title's words", "[index][sketches]") {
  const SketchedTexts texts({{"the ferry and the port", ""}, {"port ferry", ""}});
  CHECK(std::ranges::equal(texts[1].title, texts[2].title));
  CHECK(texts[1].text != texts[2].text);
}

TEST_CASE("Rows are equal as often as texts are alike", "[index][sketches]") {
  constexpr int kWords = 1000;
  for (const int shared : {900, 600, 300, 0}) {
    const SketchedTexts texts(
        {{"", words_from(0, kWords)}, {"", words_from(kWords - shared, kWords)}});
    const double shingles = kWords - 3;
    const double both = std::max(0, shared - 3);
    const double alike = both / (2 * shingles - both);
    const double estimated = static_cast<double>(equal_rows(texts[1], texts[2])) / kSketchRows;
    CAPTURE(shared, alike, estimated);
    CHECK(std::abs(estimated - alike) < 0.16);  // three standard deviations at the most
  }
}

TEST_CASE("Short bodies have no rows, and empty articles nothing at all", "[index][sketches]") {
  const SketchedTexts texts({{"", ""}, {"", words_from(0, 19)}, {"", words_from(0, 20)}});
  CHECK(texts[1].text == 0);
  CHECK(texts[2].text != 0);
  CHECK(texts[2].rows.empty());
  CHECK(texts[3].rows.size() == kSketchRows);
}

TEST_CASE("Of many numbers those of the lowest hashes are kept", "[index][sketches]") {
  std::string numbers;
  for (int number = 0; number < 500; ++number) numbers += std::to_string(number) + " ";
  const SketchedTexts texts({{"", numbers}, {"", "7 " + numbers}});
  CHECK(texts[1].numbers.size() == kMostNumbers);
  CHECK(std::ranges::is_sorted(texts[1].numbers));
  CHECK(std::ranges::equal(texts[1].numbers, texts[2].numbers));
}

TEST_CASE("Sketches are those of one database", "[index][sketches]") {
  const TemporaryFolder folder;
  const SketchedTexts texts({{"a", words_from(1, 30)}});
  const auto path = folder.write("sketches", texts.file());
  CHECK(Sketches::open(path, SketchedTexts::kUuid));
  const auto other = Sketches::open(path, "another-database");
  REQUIRE_FALSE(other);
  CHECK(other.error().kind == ErrorKind::kCorrupt);
  CHECK(other.error().message.find("dateline-index rebuild") != std::string::npos);
}

TEST_CASE("Damaged sketches read as wrong ones, never beyond the file", "[index][sketches]") {
  const SketchedTexts texts(
      {{"one title", words_from(1, 30) + " 5"}, {"other", words_from(9, 40)}});
  std::uint64_t sum = 0;
  for_each_damaged(texts.file(), 3000, [&sum](const std::string& damaged) {
    const auto sketches = Sketches::over(damaged, SketchedTexts::kUuid);
    if (sketches) sum += read_everything(*sketches, 2);
  });
  CHECK(sum > 0);
}

}  // namespace dateline
