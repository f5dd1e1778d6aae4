#include "indexer/leftovers.h"

#include <set>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace dateline {

TEST_CASE("The names of an index are known", "[indexer][leftovers]") {
  const auto [name, is_index] = GENERATE(table<std::string, bool>({
      {"segment-000001", true},
      {"deleted-000001-000007", true},
      {"building", true},
      {"MANIFEST.new", true},
      {"MANIFEST-000007", true},
      {"MANIFEST", false},
      {"LOCK", false},
      {"segments", false},
      {"notes.txt", false},
      {"", false},
  }));
  CAPTURE(name);
  CHECK(is_index_name(name) == is_index);
}

TEST_CASE("What the manifest does not name is removed, and nothing else", "[indexer][leftovers]") {
  const TemporaryFolder index;
  for (const char* name :
       {"MANIFEST", "LOCK", "MANIFEST.new", "building/part-0/x", "segment-000001/xapian/x",
        "segment-000002/columns", "deleted-000001-000002", "deleted-000001-000003", "notes.txt"}) {
    index.write(name, "x");
  }
  Manifest manifest;
  manifest.segments.resize(1);
  manifest.segments[0].name = "segment-000001";
  manifest.segments[0].deletions = "deleted-000001-000003";
  remove_leftovers(index.path(), manifest);
  CHECK(names_in(index.path()) == std::set<std::string>{"MANIFEST", "LOCK", "segment-000001",
                                                        "deleted-000001-000003", "notes.txt"});
}

TEST_CASE("What kept manifests name stays with them", "[indexer][leftovers]") {
  const TemporaryFolder index;
  for (const char* name : {"MANIFEST", "MANIFEST-000001", "MANIFEST-000002", "MANIFEST-000002.new",
                           "segment-000001/x", "segment-000002/x", "groups-000002"}) {
    index.write(name, "x");
  }
  Manifest kept;
  kept.generation = 2;
  kept.groups = "groups-000002";
  kept.segments.resize(1);
  kept.segments[0].name = "segment-000002";
  remove_leftovers(index.path(), Manifest{}, std::vector<Manifest>{kept});
  CHECK(names_in(index.path()) ==
        std::set<std::string>{"MANIFEST", "MANIFEST-000002", "segment-000002", "groups-000002"});
}

TEST_CASE("A folder that is not there has no left-overs", "[indexer][leftovers]") {
  remove_leftovers("/nonexistent/index", Manifest{});
}

}  // namespace dateline
