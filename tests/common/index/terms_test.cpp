#include "common/index/terms.h"

#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "tests/support/damage.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

constexpr const char* kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

struct Count {
  std::uint32_t occurrences = 0;
  std::uint32_t articles = 0;
};

// A builder fed with random articles, and what it was fed with, counted plainly.
struct RandomTerms {
  TermsBuilder builder;
  std::map<std::pair<std::uint32_t, std::string>, Count> counts;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> numbers;

  RandomTerms(unsigned seed, std::uint32_t articles, unsigned letters) {
    std::mt19937 random(seed);
    for (std::uint32_t docid = 1; docid <= articles; ++docid) {
      const auto language = static_cast<std::uint32_t>(random() % 3 * 255);
      std::map<std::string, bool> seen;
      for (auto more = random() % 40; more > 0; --more) {
        std::string term(1 + random() % 4, 'a');
        for (char& c : term) c = static_cast<char>('a' + random() % letters);
        numbers[{language, term}] = builder.add(docid, language, term);
        Count& count = counts[{language, term}];
        ++count.occurrences;
        if (!seen[term]) ++count.articles;
        seen[term] = true;
      }
    }
  }
};

// Asks everything that can be asked.
std::size_t read_everything(const Terms& terms) {
  std::size_t sum = 0;
  for (TermId id = 0; id <= std::min(terms.size(), 200U); ++id) {
    sum += terms.term(id).size() + terms.language(id) + terms.articles(id) + terms.occurrences(id);
  }
  for (const char* term : {"", "a", "b", "cab", "zz"}) {
    for (const std::uint32_t language : {0U, 255U, 510U, ~0U}) {
      sum += terms.find(language, term).value_or(0);
      terms.for_each_from(language, term, [&sum](TermId id, std::string_view found) {
        sum += id + found.size();
        return true;
      });
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("Every term is found with its counts, and no other", "[index][terms]") {
  const auto articles = GENERATE(1U, 10U, 300U);
  const auto letters = GENERATE(1U, 3U, 26U);
  const RandomTerms given(articles + letters, articles, letters);
  const TemporaryFolder folder;
  const auto finished = given.builder.finish(kUuid);
  const auto terms = Terms::open(folder.write("terms", finished.file), kUuid);
  REQUIRE(terms);
  REQUIRE(terms->size() == given.counts.size());
  for (const auto& [key, count] : given.counts) {
    const auto id = terms->find(key.first, key.second);
    REQUIRE(id);
    CHECK(finished.ids[given.numbers.at(key)] == *id);
    CHECK(terms->term(*id) == key.second);
    CHECK(terms->language(*id) == key.first);
    CHECK(terms->articles(*id) == count.articles);
    CHECK(terms->occurrences(*id) == count.occurrences);
    CHECK_FALSE(terms->find(key.first + 1, key.second));
    CHECK_FALSE(terms->find(key.first, key.second + "\x01"));
  }
  CHECK_FALSE(terms->find(0, ""));
  CHECK_FALSE(terms->find(0, "~"));
  CHECK_FALSE(terms->find(~0U, "a"));
}

TEST_CASE("Ids fall with occurrences, ties in the order of language and term", "[index][terms]") {
  const RandomTerms given(5, 200, 3);
  const auto finished = given.builder.finish(kUuid);
  const auto terms = Terms::over(finished.file, kUuid);
  REQUIRE(terms);
  const auto order = [&](TermId id) {
    return std::tuple(~terms->occurrences(id), terms->language(id), terms->term(id));
  };
  for (TermId id = 1; id < terms->size(); ++id) CHECK(order(id - 1) < order(id));
}

TEST_CASE("Terms with a common beginning come in order, of one language", "[index][terms]") {
  const RandomTerms given(6, 200, 3);
  const auto finished = given.builder.finish(kUuid);
  const auto terms = Terms::over(finished.file, kUuid);
  REQUIRE(terms);
  const auto prefix = GENERATE(as<std::string>(), "", "a", "ab", "bca", "ccca", "d", "aaaaa");
  std::vector<std::string> expected;
  for (const auto& [key, count] : given.counts) {
    if (key.first == 255 && key.second.starts_with(prefix)) expected.push_back(key.second);
  }
  std::vector<std::string> found;
  terms->for_each_from(255, prefix, [&](TermId id, std::string_view term) {
    CHECK(terms->term(id) == term);
    found.emplace_back(term);
    return true;
  });
  CHECK(found == expected);
  std::size_t visits = 0;
  terms->for_each_from(255, prefix, [&visits](TermId, std::string_view) { return ++visits < 2; });
  CHECK(visits == std::min<std::size_t>(2, expected.size()));
}

TEST_CASE("Without articles there are no terms", "[index][terms]") {
  const auto finished = TermsBuilder().finish(kUuid);
  const auto terms = Terms::over(finished.file, kUuid);
  REQUIRE(terms);
  CHECK(terms->size() == 0);
  CHECK(read_everything(*terms) == 0);
}

TEST_CASE("Terms of another database are refused", "[index][terms]") {
  const TemporaryFolder folder;
  const auto path = folder.write("terms", TermsBuilder().finish(kUuid).file);
  const auto terms = Terms::open(path, "dc47c5b1-1836-4217-a86a-db0bd69a4cbd");
  REQUIRE_FALSE(terms);
  CHECK(terms.error().kind == ErrorKind::kCorrupt);
  CHECK(Terms::open(folder / "nothing", kUuid).error().kind == ErrorKind::kMissing);
}

// The header's own damage is refused; that of the contents, which only the manifest's checksum
// finds, reads as other terms. Sanitizers and the test's end show that nothing worse happens.
TEST_CASE("Damaged terms are refused or read as others", "[index][terms]") {
  const std::string file = RandomTerms(7, 20, 3).builder.finish(kUuid).file;
  std::size_t readable = 0;
  for_each_damaged(file, 3000, [&readable](const std::string& damaged) {
    const auto terms = Terms::over(damaged, kUuid);
    if (!terms) return;
    read_everything(*terms);
    ++readable;
  });
  CHECK(readable > 100);
}

}  // namespace dateline
