#include "common/index/manifest.h"

#include <catch2/catch.hpp>

#include "common/index/manifest_seal.h"
#include "tests/support/damage.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

Manifest two_segments() {
  Manifest manifest;
  manifest.generation = 7;
  manifest.next_segment = 4;
  manifest.analyser = "words-1";
  SegmentEntry old{"segment-000001", "uuid-1", 10, 12, 30, 4000, "deleted-000001-000007", 2, {}};
  old.files = {{"columns", {440, 579046889}}, {"xapian/iamglass", {95, 4294967295}}};
  SegmentEntry young{"segment-000003", "uuid-3", 1, 1, 3, 1ULL << 40, "", 0, {}};
  young.files = {{"columns", {1ULL << 40, 0}}};
  manifest.segments = {old, young};
  return manifest;
}

// The manifest with another text in it and a checksum that fits.
std::string replaced(const Manifest& manifest, const std::string& what, const std::string& with) {
  std::string text = *unsealed(to_json(manifest));
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return sealed(text.replace(at, what.size(), with));
}

}  // namespace

TEST_CASE("A manifest is read as it was written", "[index][manifest]") {
  const auto manifest = GENERATE(Manifest{}, two_segments());
  const auto read = parse_manifest(to_json(manifest));
  REQUIRE(read);
  CHECK(*read == manifest);
}

TEST_CASE("What a manifest looks like is part of the format", "[index][manifest]") {
  Manifest manifest;
  manifest.analyser = "words-1";
  CHECK(to_json(manifest) == R"({
  "dateline": "index",
  "format": 2,
  "generation": 0,
  "next_segment": 1,
  "analyser": "words-1",
  "segments": [],
  "crc32": 3068024705
}
)");
}

TEST_CASE("The index of a newer program is refused with both versions", "[index][manifest]") {
  const auto read = parse_manifest(R"({"dateline": "index", "format": 3, "unheard_of": []})");
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::kVersion);
  CHECK(read.error().message ==
        "the index has format version 3, this program reads version 2; use a matching program or "
        "index the articles again");
}

TEST_CASE("What is not a manifest is refused", "[index][manifest]") {
  const std::string text = GENERATE(
      as<std::string>(), "", "rubbish", "{}", "[]", "null", "\"index\"", R"({"dateline": "index"})",
      R"({"dateline": "soup", "format": 2})", R"({"dateline": "index", "format": "2"})",
      sealed("{\"dateline\": \"index\", \"format\": 2, \"generation\": 1\n}\n"),
      std::string(1'000'000, '['), std::string(100, '\0'), "\xFF\xFE");
  const auto read = parse_manifest(text);
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::kCorrupt);
  CHECK(read.error().message.starts_with("not a manifest: "));
}

TEST_CASE("A manifest cannot lead out of its folder", "[index][manifest]") {
  const auto [part, evil] = GENERATE(table<std::string, std::string>({
      {"segment-000001", "../x"},
      {"segment-000001", "/etc"},
      {"segment-000001", ""},
      {"segment-000001", "."},
      {"segment-000001", "segment-1/../../x"},
      {"segment-000001", "segment-\\u0000"},
      {"segment-000001", "building"},
      {"segment-000001", "LOCK"},
      {"deleted-000001-000007", "../../etc/passwd"},
      {"deleted-000001-000007", "MANIFEST"},
      {"deleted-000001-000007", ""},
      {"xapian/iamglass", "../../x"},
      {"xapian/iamglass", "/etc/passwd"},
      {"xapian/iamglass", "xapian/.."},
      {"xapian/iamglass", ""},
  }));
  CAPTURE(part, evil);
  const auto read =
      parse_manifest(replaced(two_segments(), "\"" + part + "\"", "\"" + evil + "\""));
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::kCorrupt);
}

TEST_CASE("Numbers that cannot be are refused", "[index][manifest]") {
  const auto [right, wrong] = GENERATE(table<std::string, std::string>({
      {"\"articles\": 10", "\"articles\": -1"},
      {"\"articles\": 10", "\"articles\": 4294967297"},
      {"\"articles\": 10", "\"articles\": 13"},
      {"\"articles\": 10", "\"articles\": 1.5"},
      {"\"articles\": 10", "\"articles\": 0"},
      {"\"deleted\": 2", "\"deleted\": 11"},
      {"\"last_docid\": 12", "\"last_docid\": 4294967296"},
      {"\"body_words\": 4000", "\"body_words\": true"},
      {"\"generation\": 7", "\"generation\": -7"},
      {"\"generation\": 7", "\"generation\": 1e300"},
  }));
  CAPTURE(wrong);
  const auto read = parse_manifest(replaced(two_segments(), right, wrong));
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::kCorrupt);
}

TEST_CASE("No byte of a manifest can change unnoticed", "[index][manifest]") {
  for_each_damaged(to_json(two_segments()), 5000, [](const std::string& damaged) {
    CAPTURE(damaged);
    REQUIRE_FALSE(parse_manifest(damaged));
  });
}

TEST_CASE("A damaged manifest whose checksum fits is refused or names only files of the index",
          "[index][manifest]") {
  for_each_damaged(*unsealed(to_json(two_segments())), 5000, [](const std::string& damaged) {
    if (!damaged.ends_with("\n}\n")) return;
    const auto read = parse_manifest(sealed(damaged));
    if (!read) {
      REQUIRE_FALSE(read.error().message.empty());
      return;
    }
    for (const SegmentEntry& segment : read->segments) {
      REQUIRE(segment.name.starts_with("segment-"));
      REQUIRE(segment.deleted <= segment.articles);
      REQUIRE(segment.articles <= segment.last_docid);
    }
  });
}

TEST_CASE("A published manifest takes the place of the older one", "[index][manifest]") {
  const TemporaryFolder folder;
  REQUIRE(publish_manifest(folder.path(), Manifest{}));
  REQUIRE(publish_manifest(folder.path(), two_segments()));
  const auto read = read_manifest(folder.path());
  REQUIRE(read);
  CHECK(*read == two_segments());
  CHECK_FALSE(std::filesystem::exists(folder / "MANIFEST.new"));
}

TEST_CASE("Where there is no index, the error says how to make one", "[index][manifest]") {
  const TemporaryFolder folder;
  const std::string path = folder.path().string();
  const auto empty = read_manifest(folder.path());
  REQUIRE_FALSE(empty);
  CHECK(empty.error().kind == ErrorKind::kMissing);
  CHECK(empty.error().message == "no index in '" + path +
                                     "'; make one with: dateline-index add --index '" + path +
                                     "' ARTICLES...");
  const auto none = read_manifest(folder / "x");
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == ErrorKind::kMissing);
  CHECK(none.error().message.starts_with("no index at '" + path + "/x'; make one with: "));
}

TEST_CASE("A file in place of an index is not an index", "[index][manifest]") {
  const TemporaryFolder folder;
  const auto read = read_manifest(folder.write("news.txt", "words"));
  REQUIRE_FALSE(read);
  CHECK(read.error().message.find("news.txt") != std::string::npos);
}

TEST_CASE("A damaged manifest is named in the error", "[index][manifest]") {
  const TemporaryFolder folder;
  const auto path = folder.write("MANIFEST", "rubbish");
  const auto read = read_manifest(folder.path());
  REQUIRE_FALSE(read);
  CHECK(read.error().message.starts_with("'" + path.string() + "': not a manifest: "));
}

TEST_CASE("Names sort as their numbers do", "[index][manifest]") {
  CHECK(segment_name(1) == "segment-000001");
  CHECK(segment_name(1234567) == "segment-1234567");
  CHECK(deletions_name("segment-000001", 7) == "deleted-000001-000007");
}

}  // namespace dateline
