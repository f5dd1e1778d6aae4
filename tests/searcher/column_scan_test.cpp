#include "searcher/column_scan.h"

#include <random>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A scan finds the docids whose numbers pass, and no others", "[searcher][column_scan]") {
  std::mt19937 random(3);
  // Widths of one, two and four bytes; few runs of passing numbers and many.
  for (const std::uint32_t values : {1U, 2U, 200U, 3000U, 70'000U}) {
    for (const std::size_t rows : {1U, 63U, 64U, 65U, 128U, 1000U}) {
      for (const unsigned share : {0U, 1U, 2U, 90U, 100U}) {
        std::vector<std::uint32_t> numbers(rows);
        for (std::uint32_t& number : numbers)
          number = static_cast<std::uint32_t>(random()) % values;
        numbers.back() = values - 1;
        std::vector<std::uint8_t> passes(values);
        for (std::uint8_t& pass : passes) pass = random() % 100 < share ? 1 : 0;
        if (random() % 2 == 0) {  // one run
          std::fill(passes.begin(), passes.end(), 0);
          const auto first = static_cast<std::ptrdiff_t>(random() % values);
          std::fill(passes.begin() + first, passes.end(), 1);
        }
        const std::vector<char> bytes = narrowed(numbers);
        const auto column = NumberColumn::over(bytes, rows);
        REQUIRE(column);
        const auto last_docid = static_cast<std::uint32_t>(rows - 1);
        const ArticleSet found = articles_where(*column, passes, last_docid);
        ArticleSet expected(last_docid);
        for (std::uint32_t docid = 0; docid < rows; ++docid) {
          if (passes[numbers[docid]] != 0) expected.add(docid);
        }
        CAPTURE(values, rows, share);
        CHECK(std::ranges::equal(found.words(), expected.words()));
      }
    }
  }
}

TEST_CASE("Numbers beyond the table and rows beyond the set do not pass",
          "[searcher][column_scan]") {
  const std::vector<std::uint32_t> numbers = {0, 1, 2, 3, 250, 1};
  const std::vector<char> bytes = narrowed(numbers);
  const auto column = NumberColumn::over(bytes, numbers.size());
  REQUIRE(column);
  const ArticleSet found = articles_where(*column, std::vector<std::uint8_t>{0, 1}, 300);
  CHECK(found.count() == 2);
  CHECK(found.contains(1));
  CHECK(found.contains(5));
  const std::vector<std::uint8_t> many_runs = {1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
  CHECK(articles_where(*column, many_runs, 300).count() == 2);
}

}  // namespace dateline
