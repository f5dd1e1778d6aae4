#include "searcher/page_cursor.h"

#include <functional>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "common/file.h"
#include "common/hash.h"
#include "common/index/manifest.h"
#include "searcher/request.h"

namespace dateline {
namespace {

PageCursor some_cursor() {
  return {.generation = 7,
          .request = 0x9f3e11,
          .today = {2023, 3, 1},
          .shown = 20,
          .articles = 60,
          .block = {ArticleKey{12.25, 1, 345}, 2},
          .best = {31.5, 2.125},
          .done = {17, {3, 9}}};
}

// Text with a checksum that fits.
std::string sealed(const std::string& numbers) {
  std::string check = to_hex(crc32_of(numbers));
  check.erase(0, check.find_first_not_of('0'));
  return numbers + '.' + check;
}

}  // namespace

TEST_CASE("A cursor is read as it was written", "[searcher][page_cursor]") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> score(0, 100);
  std::vector<PageCursor> cursors = {some_cursor()};
  for (int round = 0; round < 200; ++round) {
    PageCursor cursor = some_cursor();
    cursor.generation = 1 + random();
    cursor.request = random() * std::uint64_t{0x100000001};
    if (random() % 3 == 0) cursor.today = {};
    cursor.shown = random() % 1000;
    cursor.articles = 1 + random() % kMaxLimit;
    if (random() % 3 == 0) cursor.block.after.reset();
    if (cursor.block.after) cursor.block.after->score = score(random);
    cursor.block.part = random() % 4;
    cursor.best = {score(random), score(random)};
    cursor.done.looked_at = random() % 2000;
    cursor.done.left.resize(random() % 20);
    for (auto& left : cursor.done.left) left = static_cast<std::uint32_t>(random() % 2000);
    cursors.push_back(cursor);
  }
  for (const PageCursor& cursor : cursors) {
    const std::string text = to_string(cursor);
    CAPTURE(text);
    const auto read = parse_cursor(text);
    REQUIRE(read);
    CHECK(*read == cursor);
    CHECK(text.find_first_not_of("0123456789abcdef.") == std::string::npos);
  }
}

TEST_CASE("The longest cursor can be read", "[searcher][page_cursor]") {
  PageCursor cursor = some_cursor();
  cursor.done.left.assign(kMostLeft, 4'000'000);
  REQUIRE(parse_cursor(to_string(cursor)));
  CHECK(*parse_cursor(to_string(cursor)) == cursor);
}

TEST_CASE("The first page has a name", "[searcher][page_cursor]") {
  REQUIRE(parse_cursor("first"));
  CHECK(*parse_cursor("first") == PageCursor{});
}

TEST_CASE("No character of a cursor can change unnoticed", "[searcher][page_cursor]") {
  const std::string text = to_string(some_cursor());
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char other : {'0', 'f', '.', ' '}) {
      std::string changed = text;
      changed[at] = other;
      if (changed == text) continue;
      CAPTURE(changed);
      CHECK_FALSE(parse_cursor(changed));
    }
    CHECK_FALSE(parse_cursor(text.substr(0, at)));
  }
}

TEST_CASE("What no answer gave is refused though its checksum fits", "[searcher][page_cursor]") {
  // Format, generation, request, day, shown, articles, after, part, best, done.
  const std::string sound = "1.7.9f.7e7.3.1.0.3c.0.0.0.0.0.0";
  REQUIRE(parse_cursor(sealed(sound)));
  const auto [why, numbers] = GENERATE(table<std::string, std::string>({
      {"nothing", ""},
      {"another format", "2.7.9f.7e7.3.1.0.3c.0.0.0.0.0.0"},
      {"no generation", "1.0.9f.7e7.3.1.0.3c.0.0.0.0.0.0"},
      {"no such day", "1.7.9f.7e7.2.1e.0.3c.0.0.0.0.0.0"},
      {"no articles", "1.7.9f.7e7.3.1.0.0.0.0.0.0.0.0"},
      {"too many articles", "1.7.9f.7e7.3.1.0.3e9.0.0.0.0.0.0"},
      {"a score that is not finite", "1.7.9f.7e7.3.1.0.3c.0.0.7ff0000000000000.0.0.0"},
      {"more left than there are", "1.7.9f.7e7.3.1.0.3c.0.0.0.0.0.2"},
      {"more left than may be", "1.7.9f.7e7.3.1.0.3c.0.0.0.0.0.ffffffff"},
      {"a number too many", "1.7.9f.7e7.3.1.0.3c.0.0.0.0.0.0.0"},
      {"a docid too large", "1.7.9f.7e7.3.1.0.3c.1.0.0.100000000.0.0.0.0.0"},
      {"a sign", "1.7.9f.7e7.3.1.0.3c.0.-1.0.0.0.0"},
      {"capital letters", "1.7.9F.7E7.3.1.0.3C.0.0.0.0.0.0.g"},
  }));
  CAPTURE(why, numbers);
  const auto read = parse_cursor(sealed(numbers));
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::kRequest);
}

TEST_CASE("What is no cursor is named", "[searcher][page_cursor]") {
  CHECK(parse_cursor("next").error().message ==
        "cursor must be the one that an answer gave, or first, not \"next\"");
  CHECK_FALSE(parse_cursor(""));
  CHECK_FALSE(parse_cursor(std::string(100'000, '1')));
}

TEST_CASE("A fingerprint tells what is searched, not how it is shown", "[searcher][page_cursor]") {
  using Change = std::function<void(Request&)>;
  const std::vector<Change> same = {
      [](Request& r) { r.limit = 3; },
      [](Request& r) { r.facets = false; },
      [](Request& r) { r.count = false; },
      [](Request& r) { r.context = 2; },
      [](Request& r) { r.explain = true; },
      [](Request& r) { r.max_chars = 1000; },
      [](Request& r) { r.timeout_ms = 5; },
      [](Request& r) { r.facet_prefix = "a"; },
      [](Request& r) { r.cursor = some_cursor(); },
  };
  const std::vector<Change> other = {
      [](Request& r) { r.query = "peace talk"; },
      [](Request& r) { r.strict = true; },
      [](Request& r) { r.interpret = true; },
      [](Request& r) { r.like = "a1"; },
      [](Request& r) { r.before_it = true; },
      [](Request& r) { r.sort = Sort::kOldest; },
      [](Request& r) { r.expand = Expand::kOff; },
      [](Request& r) { r.fold = Fold::kNone; },
      [](Request& r) { r.per_article = 1; },
      [](Request& r) { r.passage_words = 60; },
      [](Request& r) {
        r.recency = Recency{30, 0};
      },
      [](Request& r) {
        r.min_match = MinMatch{2, false};
      },
      [](Request& r) {
        r.min_match = MinMatch{2, true};
      },
      [](Request& r) {
        r.filters.countries = {{'A', 'Z'}};
      },
      [](Request& r) {
        r.filters.all_countries = {{'A', 'Z'}};
      },
      [](Request& r) {
        r.filters.not_countries = {{'A', 'Z'}};
      },
      [](Request& r) {
        r.filters.from = Date{2023, 0, 0};
      },
      [](Request& r) {
        r.filters.to = Date{2023, 0, 0};
      },
      [](Request& r) {
        r.filters.as_of = Date{2023, 0, 0};
      },
      [](Request& r) { r.filters.undated = Undated::kOnly; },
      [](Request& r) { r.filters.sources = {"wire"}; },
      [](Request& r) { r.filters.languages = {"wire"}; },
  };
  const auto print_of = [](const Change& change) {
    Request request{.query = "peace talks"};
    change(request);
    return request_fingerprint(request, Manifest{});
  };
  const std::uint64_t plain = print_of([](Request&) {});
  for (const Change& change : same) CHECK(print_of(change) == plain);
  std::set<std::uint64_t> different = {plain};
  for (const Change& change : other) CHECK(different.insert(print_of(change)).second);
  Manifest elsewhere;
  elsewhere.segments.resize(1);
  elsewhere.segments[0].uuid = "9f3e";
  CHECK(request_fingerprint({.query = "peace talks"}, elsewhere) != plain);
}

}  // namespace dateline
