#include "indexer/glass_table.h"

#include <catch2/catch.hpp>
#include <xapian.h>

#include "common/file.h"
#include "indexer/glass_database.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

// Xapian reads a table of documents only; keys are what GlassDocuments makes of docids.
Xapian::Database database_of(const std::filesystem::path& folder,
                             const std::vector<std::string>& data) {
  auto documents = GlassDocuments::create(folder);
  REQUIRE(documents);
  for (std::uint32_t docid = 1; docid <= data.size(); ++docid) {
    documents->add(docid, data[docid - 1]);
  }
  const auto root = documents->finish();
  REQUIRE(root);
  auto postings = GlassPostings::create(folder);
  REQUIRE(postings);
  const std::vector<std::uint32_t> lengths(data.size(), 1);
  postings->add_lengths(lengths);
  REQUIRE(postings->finish(*root, "00112233-4455-6677-8899-aabbccddeeff"));
  return Xapian::Database(folder.string());
}

}  // namespace

TEST_CASE("Tags of any size are read as they were written, however the tree grows",
          "[indexer][glass_table]") {
  const TemporaryFolder folder;
  std::vector<std::string> data;
  for (std::size_t number = 0; number < 3000; ++number) {
    const std::size_t size = number % 997 == 0 ? 200'000 : number * number % 5000;
    data.emplace_back(size, static_cast<char>(number));
  }
  const std::size_t documents = GENERATE(1, 2, 5, 300, 3000);
  data.resize(documents);
  const Xapian::Database database = database_of(folder.path(), data);
  for (std::uint32_t docid = 1; docid <= documents; ++docid) {
    const std::string read = database.get_document(docid).get_data();
    if (read != data[docid - 1]) FAIL("document " << docid);
  }
  CHECK(Xapian::Database::check(folder.path().string(), 0, nullptr) == 0);
}

TEST_CASE("A table of 100,000 small items has branches of branches", "[indexer][glass_table]") {
  const TemporaryFolder folder;
  auto table = GlassTable::create(folder / "table");
  REQUIRE(table);
  for (int number = 0; number < 100'000; ++number) {
    table->add("a key that fills the branches up soon: " + std::string(100, 'x') +
                   std::to_string(1'000'000 + number),
               "tag");
  }
  const auto root = table->finish();
  REQUIRE(root);
  CHECK(root->level == 2);
  CHECK(root->entries == 100'000);
  CHECK(*digest_file(folder / "table") ==
        FileDigest{root->blocks * kGlassBlockBytes, digest_file(folder / "table")->crc32});
}

TEST_CASE("A table that cannot be written says why", "[indexer][glass_table]") {
  auto table = GlassTable::create("/dev/full");
  REQUIRE(table);
  table->add("key", std::string(1'000'000, 'x'));
  const auto root = table->finish();
  REQUIRE_FALSE(root);
  CHECK(root.error().message == "cannot write '/dev/full': No space left on device");
}

}  // namespace dateline
