#include "common/index/dense_code.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::string coded(const DenseCode& code, const Numbers& numbers) {
  std::string bytes;
  for (const std::uint32_t number : numbers) code.append(number, bytes);
  return bytes;
}

Numbers decoded(const DenseCode& code, std::string_view bytes) {
  Numbers numbers;
  code.decode(bytes, numbers);
  return numbers;
}

std::string bytes_of(std::initializer_list<int> values) {
  std::string bytes;
  for (const int value : values) bytes.push_back(static_cast<char>(value));
  return bytes;
}

// From 0 to end - 1.
std::uint32_t below(std::mt19937& random, std::uint32_t end) {
  return static_cast<std::uint32_t>(random() % end);
}

// Numbers as words have them: mostly small.
Numbers random_numbers(std::mt19937& random, std::size_t count, std::uint32_t most) {
  Numbers numbers(count);
  for (std::uint32_t& number : numbers) number = below(random, below(random, most) + 1);
  return numbers;
}

}  // namespace

TEST_CASE("Codes of every length follow each other without a gap", "[index][dense_code]") {
  const DenseCode code(254);  // two continuers: 254 and 255
  const std::vector<std::pair<std::uint32_t, std::string>> rows = {
      {0, bytes_of({0})},
      {253, bytes_of({253})},
      {254, bytes_of({254, 0})},
      {254 + 253, bytes_of({254, 253})},
      {254 + 254, bytes_of({255, 0})},
      {254 + 2 * 254, bytes_of({254, 254, 0})},
      {254 + 2 * 254 + 4 * 254 - 1, bytes_of({255, 255, 253})},
      {254 + 2 * 254 + 4 * 254, bytes_of({254, 254, 254, 0})},
  };
  for (const auto& [number, bytes] : rows) {
    CAPTURE(number);
    CHECK(coded(code, {number}) == bytes);
    CHECK(decoded(code, bytes) == Numbers{number});
    CHECK(code.number_ending_at("\x01" + bytes, bytes.size()) == number);
  }
}

TEST_CASE("All numbers come back from every code", "[index][dense_code]") {
  const Numbers edges = {0, 1, 127, 128, 255, 256, 65535, 65536, 16777216, 4294967294, 4294967295};
  std::mt19937 random(3);
  const Numbers some = random_numbers(random, 1000, 1U << 20);
  for (std::uint32_t stoppers = 1; stoppers < 256; ++stoppers) {
    CAPTURE(stoppers);
    const DenseCode code(stoppers);
    if (stoppers < 250) {  // with hardly a continuer, great numbers take hundreds of bytes
      REQUIRE(decoded(code, coded(code, edges)) == edges);
      REQUIRE(decoded(code, coded(code, some)) == some);
    } else {
      const Numbers small = random_numbers(random, 1000, 3000);
      REQUIRE(decoded(code, coded(code, small)) == small);
    }
  }
}

TEST_CASE("The best code is no longer than any other", "[index][dense_code]") {
  std::mt19937 random(5);
  for (const std::uint32_t vocabulary : {1U, 2U, 200U, 300U, 5000U, 100'000U}) {
    CAPTURE(vocabulary);
    Numbers occurrences(vocabulary);
    for (std::uint32_t at = 0; at < vocabulary; ++at) occurrences[at] = 200'000 / (at + 1) + 1;
    const auto size_with = [&](const DenseCode& code) {
      std::uint64_t size = 0;
      for (std::uint32_t at = 0; at < vocabulary; ++at) {
        size += coded(code, {at}).size() * occurrences[at];
      }
      return size;
    };
    const std::uint64_t best = size_with(DenseCode::best_for(occurrences));
    for (int tries = 0; tries < 20; ++tries) {
      CHECK(best <= size_with(DenseCode(below(random, 240) + 1)));
    }
  }
  CHECK(DenseCode::best_for({}).stoppers() > 0);
}

TEST_CASE("A sequence is found exactly where its numbers stand side by side",
          "[index][dense_code]") {
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int round = 0; round < 20'000; ++round) {
    const DenseCode code(below(random, 20) + 1);  // many codes of many bytes, and bytes that recur
    const std::uint32_t most = below(random, 60) + 2;
    const Numbers text = random_numbers(random, random() % 200, most);
    Numbers sequence = random_numbers(random, random() % 4 + 1, most);
    if (text.size() > 4 && random() % 2 == 0) {
      const std::size_t at = random() % (text.size() - 4);
      sequence.assign(text.begin() + static_cast<std::ptrdiff_t>(at),
                      text.begin() + static_cast<std::ptrdiff_t>(at + random() % 4 + 1));
    }
    const bool there =
        std::search(text.begin(), text.end(), sequence.begin(), sequence.end()) != text.end();
    REQUIRE(code.contains(coded(code, text), coded(code, sequence)) == there);
    found += there ? 1 : 0;
  }
  CHECK(found > 5000);
  CHECK(found < 19'000);
}

TEST_CASE("The end of one code and the beginning of the next are no match", "[index][dense_code]") {
  const DenseCode code(200);
  const std::string text = bytes_of({210, 7, 5});
  CHECK(code.contains(text, bytes_of({210, 7})));
  CHECK(code.contains(text, bytes_of({5})));
  CHECK_FALSE(code.contains(text, bytes_of({7, 5})));
  CHECK_FALSE(code.contains(text, bytes_of({7})));
  CHECK_FALSE(code.contains("", bytes_of({7})));
}

TEST_CASE("Several numbers are found at once, each at its place", "[index][dense_code]") {
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    const DenseCode code(below(random, 30) + 1);
    const Numbers text = random_numbers(random, random() % 300, 200);
    Numbers wanted = random_numbers(random, random() % 12, 200);
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::shuffle(wanted.begin(), wanted.end(), random);
    std::vector<std::pair<std::size_t, std::size_t>> expected;
    for (std::size_t place = 0; place < text.size(); ++place) {
      const auto at = std::find(wanted.begin(), wanted.end(), text[place]);
      if (at != wanted.end()) {
        expected.emplace_back(place, static_cast<std::size_t>(at - wanted.begin()));
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> found;
    DenseScanner(code, wanted).scan(coded(code, text), [&](std::size_t place, std::size_t index) {
      found.emplace_back(place, index);
    });
    REQUIRE(found == expected);
  }
}

TEST_CASE("Bytes that code nothing read as some numbers", "[index][dense_code]") {
  const std::string endless(1000, '\xFF');
  const DenseCode code(100);
  CHECK(decoded(code, endless).empty());
  CHECK_FALSE(code.contains(endless, bytes_of({5})));
  std::size_t found = 0;
  DenseScanner(code, Numbers{5}).scan(endless, [&](std::size_t, std::size_t) { ++found; });
  CHECK(found == 0);
}

}  // namespace dateline
