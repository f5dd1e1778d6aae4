#include "searcher/serve/api_keys.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// printf %s alpha | sha256sum
const std::string kAlpha =
    "sha256:8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8";
const std::string kBeta = "sha256:f44e64e75f3948e9f73f8dfa94721c4ce8cbb4f265c4790c702b2d41cfbf2753";

class KeysFile {
 public:
  explicit KeysFile(const std::string& text) { write(text); }
  void write(const std::string& text) {
    std::ofstream(path()) << text;
    // Two writes may come within one tick of the file system's clock.
    std::filesystem::last_write_time(path(), start_ + seconds(++writes_));
  }
  std::filesystem::path path() const { return folder_ / "keys"; }

 private:
  TemporaryFolder folder_;
  std::filesystem::file_time_type start_ = std::filesystem::file_time_type::clock::now();
  int writes_ = 0;
};

KeyVerdict verdict(ApiKeys& keys, const std::string& key, ApiKeys::Clock::time_point now = {}) {
  std::string name;
  return keys.judge(key, now, name);
}

}  // namespace

TEST_CASE("A line of a keys file has a name, a digest and perhaps a rate", "[searcher][serve]") {
  const auto keys =
      parse_api_keys("# ours\n\nnewsroom " + kAlpha + "\r\n  bot " + kBeta + "  2.5/s\n");
  REQUIRE(keys);
  REQUIRE(keys->size() == 2);
  CHECK((*keys)[0].name == "newsroom");
  CHECK((*keys)[0].digest.size() == 32);
  CHECK_FALSE((*keys)[0].rate);
  CHECK((*keys)[1].name == "bot");
  CHECK((*keys)[1].rate == 2.5);
}

TEST_CASE("What is wrong in a keys file is said with its line and place", "[searcher][serve]") {
  struct Row {
    std::string line;
    std::string why;
    std::size_t column;
  };
  const std::size_t after_key = 2 + kAlpha.size() + 1;
  const std::vector<Row> rows = {
      {"a", "line 2: after the name comes sha256:", 1},
      {"a secret", "line 2: after the name comes sha256:", 2},
      {"a " + kAlpha.substr(0, 70), "line 2: after the name comes sha256:", 2},
      {"a " + kAlpha.substr(0, 70) + "x", "line 2: after the name comes sha256:", 2},
      {"a/b " + kAlpha, "line 2: a name has up to 64 letters", 0},
      {"a " + kAlpha + " 20", "line 2: a rate such as 20/s may follow", after_key},
      {"a " + kAlpha + " 0/s", "line 2: a rate such as 20/s may follow", after_key},
      {"a " + kAlpha + " nan/s", "line 2: a rate such as 20/s may follow", after_key},
      {"a " + kAlpha + " 5/s more", "line 2: a rate such as 20/s may follow", after_key + 4},
      {"first " + kAlpha, "line 2: the name is there twice", 0},
      {"other " + kBeta, "line 2: the key is there twice", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const auto keys = parse_api_keys("first " + kBeta + "\n" + row.line + "\n");
    REQUIRE_FALSE(keys);
    CHECK(keys.error().message.find(row.why) == 0);
    CHECK(keys.error().excerpt == "  " + row.line + "\n  " + std::string(row.column, ' ') + "^");
  }
}

TEST_CASE("A key is good whole or not at all", "[searcher][serve]") {
  const KeysFile file("a " + kAlpha + "\nb " + kBeta + "\n");
  auto keys = ApiKeys::open(file.path());
  REQUIRE(keys);
  std::string name;
  CHECK(keys->judge("beta", {}, name) == KeyVerdict::kGood);
  CHECK(name == "b");
  for (const std::string wrong : {"", "alph", "alphaa", "ALPHA", "alpha\n"}) {
    CAPTURE(wrong);
    CHECK(verdict(*keys, wrong) == KeyVerdict::kUnknown);
  }
}

TEST_CASE("A key may be used as often as its rate allows, others go on", "[searcher][serve]") {
  const KeysFile file("a " + kAlpha + " 2/s\nb " + kBeta + "\n");
  auto keys = ApiKeys::open(file.path());
  REQUIRE(keys);
  const ApiKeys::Clock::time_point start{seconds(100)};
  CHECK(verdict(*keys, "alpha", start) == KeyVerdict::kGood);
  CHECK(verdict(*keys, "alpha", start) == KeyVerdict::kGood);
  CHECK(verdict(*keys, "alpha", start) == KeyVerdict::kTooOften);
  CHECK(verdict(*keys, "beta", start) == KeyVerdict::kGood);
  CHECK(verdict(*keys, "alpha", start + milliseconds(400)) == KeyVerdict::kTooOften);
  CHECK(verdict(*keys, "alpha", start + milliseconds(500)) == KeyVerdict::kGood);
  CHECK(verdict(*keys, "alpha", start + milliseconds(600)) == KeyVerdict::kTooOften);
  int good = 0;
  for (int at = 0; at < 1000; ++at) {
    good += verdict(*keys, "alpha", start + seconds(60) + milliseconds(at)) == KeyVerdict::kGood;
  }
  CHECK(good == 3);  // two at once after a rest, and one more within the second
}

TEST_CASE("A file that changes is read again within a second, revoked keys are no more",
          "[searcher][serve]") {
  KeysFile file("a " + kAlpha + " 1/s\n");
  auto keys = ApiKeys::open(file.path());
  REQUIRE(keys);
  const ApiKeys::Clock::time_point start{seconds(100)};
  REQUIRE(keys->refresh(start));
  CHECK(verdict(*keys, "alpha", start) == KeyVerdict::kGood);
  file.write("a " + kAlpha + " 1/s\nb " + kBeta + "\n");
  REQUIRE(keys->refresh(start + milliseconds(900)));
  CHECK(verdict(*keys, "beta", start) == KeyVerdict::kUnknown);
  REQUIRE(keys->refresh(start + seconds(1)));
  CHECK(verdict(*keys, "beta", start) == KeyVerdict::kGood);
  CHECK(verdict(*keys, "alpha", start) == KeyVerdict::kTooOften);  // its rate is not begun anew
  file.write("b " + kBeta + "\n");
  REQUIRE(keys->refresh(start + seconds(2)));
  CHECK(verdict(*keys, "alpha", start + seconds(2)) == KeyVerdict::kUnknown);
}

TEST_CASE("A file that became wrong leaves the keys as they were, and is told once",
          "[searcher][serve]") {
  KeysFile file("a " + kAlpha + "\n");
  auto keys = ApiKeys::open(file.path());
  REQUIRE(keys);
  const ApiKeys::Clock::time_point start{seconds(100)};
  const bool removed = GENERATE(false, true);
  if (removed) {
    std::filesystem::remove(file.path());
  } else {
    file.write("a nonsense\n");
  }
  CHECK_FALSE(keys->refresh(start));
  CHECK(keys->refresh(start + seconds(1)));
  CHECK(verdict(*keys, "alpha") == KeyVerdict::kGood);
  file.write("b " + kBeta + "\n");
  CHECK(keys->refresh(start + seconds(2)));
  CHECK(verdict(*keys, "alpha") == KeyVerdict::kUnknown);
}

TEST_CASE("Without a sound file of keys nothing begins", "[searcher][serve]") {
  CHECK(ApiKeys::open("/nowhere/keys").error().kind == ErrorKind::kSystem);
  const KeysFile file("a b c\n");
  CHECK(ApiKeys::open(file.path()).error().message.find("keys: line 1: ") != std::string::npos);
}

}  // namespace dateline
