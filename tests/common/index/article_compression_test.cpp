#include "common/index/article_compression.h"

#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/damage.h"

namespace dateline {
namespace {

std::vector<std::string> samples(std::size_t count) {
  std::vector<std::string> samples;
  for (std::size_t number = 0; number < count; ++number) {
    std::string sample = "The harbour was closed for repairs since the winter storms. ";
    for (std::size_t word = 0; word < 100; ++word) {
      sample += "report " + std::to_string(number * word % 97) + " of the port office, ";
    }
    samples.push_back(std::move(sample));
  }
  return samples;
}

}  // namespace

TEST_CASE("An article is read as it was compressed", "[index][article_compression]") {
  const std::string dictionary = GENERATE(std::string(), train_dictionary(samples(200)));
  ArticleCompressor compressor(dictionary);
  ArticleDecompressor decompressor(dictionary);
  for (const std::string& article : {std::string(), std::string("x"), samples(3)[2],
                                     std::string(5'000'000, 'y'), std::string("\0\xFF\n", 3)}) {
    const std::string stored = compressor.compress(article);
    const auto read = decompressor.decompress(stored);
    REQUIRE(read);
    CHECK((*read == article));
    CHECK(stored == compressor.compress(article));  // whatever came before it
  }
}

TEST_CASE("A dictionary makes small articles smaller", "[index][article_compression]") {
  const auto articles = samples(200);
  const std::string dictionary = train_dictionary(articles);
  CHECK(dictionary == train_dictionary(articles));
  const std::string article = articles[7].substr(0, 300);
  CHECK(ArticleCompressor(dictionary).compress(article).size() * 2 <
        ArticleCompressor("").compress(article).size());
}

TEST_CASE("There is no dictionary for a few articles, or for articles of nothing",
          "[index][article_compression]") {
  CHECK(train_dictionary({}).empty());
  CHECK(train_dictionary(samples(10)).empty());
  const std::vector<std::string> nothing(100);
  CHECK(train_dictionary(nothing).empty());
}

TEST_CASE("A damaged article is refused, also with another dictionary",
          "[index][article_compression]") {
  const std::string dictionary = train_dictionary(samples(200));
  const std::string article = samples(5)[4];
  const std::string stored = ArticleCompressor(dictionary).compress(article);
  ArticleDecompressor decompressor(dictionary);
  for_each_damaged(stored, 20000, [&](const std::string& damaged) {
    const auto read = decompressor.decompress(damaged);
    if (read) {
      REQUIRE((*read == article));
    } else {
      REQUIRE(read.error().kind == ErrorKind::kCorrupt);
    }
  });
  CHECK_FALSE(ArticleDecompressor("").decompress(stored));
}

}  // namespace dateline
