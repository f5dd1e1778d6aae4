#include "indexer/input_files.h"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// The paths of the files found, relative to the folder.
std::vector<std::string> names_of(const InputListing& listing, const TemporaryFolder& folder) {
  std::vector<std::string> names;
  for (const InputFile& file : listing.files) {
    names.push_back(fs::relative(file.path, folder.path()).generic_string());
  }
  return names;
}

}  // namespace

TEST_CASE("The kind of a file is told by the ending of its name", "[indexer][input_files]") {
  const auto [name, kind] = GENERATE(table<std::string, InputKind>({
      {"a.txt", InputKind::kText},
      {"a.txt.gz", InputKind::kText},
      {"dir.d/a.b.txt", InputKind::kText},
      {"a.jsonl", InputKind::kJsonLines},
      {"a.ndjson", InputKind::kJsonLines},
      {"a.jsonl.gz", InputKind::kJsonLines},
      {"a.ndjson.gz", InputKind::kJsonLines},
  }));
  CAPTURE(name);
  const auto found = kind_of(name);
  REQUIRE(found);
  CHECK(*found == kind);
}

TEST_CASE("Files of unknown kinds are refused with the kinds that are known",
          "[indexer][input_files]") {
  const auto name = GENERATE(as<std::string>(), "a.pdf", "a", "a.gz", "a.txt.zip", "a.TXT.bak",
                             ".txt", "txt", "");
  CAPTURE(name);
  const auto found = kind_of(name);
  REQUIRE_FALSE(found);
  CHECK(found.error().kind == ErrorKind::kInput);
  CHECK(found.error().message ==
        name + ": unknown kind of file; known are .txt, .jsonl and .ndjson, each also with .gz");
}

TEST_CASE("A folder is read in the order of its paths, whatever the file system does",
          "[indexer][input_files]") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a.txt", "c/z.jsonl", "c/d/y.txt", "B.txt", "c/a.txt.gz"}) {
    folder.write(name, "x");
  }
  const InputListing listing = list_inputs({folder.path().string()});
  CHECK(names_of(listing, folder) == std::vector<std::string>{"B.txt", "a.txt", "b.txt",
                                                              "c/a.txt.gz", "c/d/y.txt",
                                                              "c/z.jsonl"});
  CHECK(listing.errors.empty());
}

TEST_CASE("In folders hidden names and files of other kinds are passed over",
          "[indexer][input_files]") {
  const TemporaryFolder folder;
  for (const char* name : {"a.txt", ".hidden.txt", ".git/b.txt", "c.pdf", "README", "d/e.html"}) {
    folder.write(name, "x");
  }
  const InputListing listing = list_inputs({folder.path().string()});
  CHECK(names_of(listing, folder) == std::vector<std::string>{"a.txt"});
  CHECK(listing.passed_over == 3);
  CHECK(listing.errors.empty());
}

TEST_CASE("Names in a folder's .datelineignore are passed over in that folder only",
          "[indexer][input_files]") {
  const TemporaryFolder folder;
  folder.write(".datelineignore", "notes.txt\nold\n\nno-line-end.txt");
  for (const char* name : {"a.txt", "notes.txt", "old/b.txt", "no-line-end.txt", "new/notes.txt"}) {
    folder.write(name, "x");
  }
  const InputListing listing = list_inputs({folder.path().string()});
  CHECK(names_of(listing, folder) == std::vector<std::string>{"a.txt", "new/notes.txt"});
}

TEST_CASE("Links to files and folders are followed, once and never in a circle",
          "[indexer][input_files]") {
  const TemporaryFolder folder;
  folder.write("real/a.txt", "x");
  fs::create_directory_symlink(folder / "real", folder / "again");
  fs::create_directory_symlink(folder.path(), folder / "real/circle");
  fs::create_symlink(folder / "real/a.txt", folder / "link.txt");
  const InputListing listing = list_inputs({folder.path().string()});
  CHECK(names_of(listing, folder).size() == 2);  // the folder by its first name, and the link
  CHECK(listing.errors.empty());
}

TEST_CASE("A link that leads nowhere is reported", "[indexer][input_files]") {
  const TemporaryFolder folder;
  fs::create_symlink("nowhere.txt", folder / "link.txt");
  const InputListing listing = list_inputs({folder.path().string()});
  REQUIRE(listing.errors.size() == 1);
  CHECK(listing.errors[0].message == (folder / "link.txt").string() + ": the link leads nowhere");
}

TEST_CASE("What does not exist is reported and the rest is listed", "[indexer][input_files]") {
  const TemporaryFolder folder;
  const std::string there = folder.write("a.txt", "words").string();
  const InputListing listing = list_inputs({"/nonexistent/b.txt", there});
  REQUIRE(listing.errors.size() == 1);
  CHECK(listing.errors[0].message == "/nonexistent/b.txt: No such file or directory");
  REQUIRE(listing.files.size() == 1);
  CHECK(listing.files[0].bytes == 5);
}

TEST_CASE("A named file of an unknown kind is reported, not passed over",
          "[indexer][input_files]") {
  const TemporaryFolder folder;
  const InputListing listing = list_inputs({folder.write("a.pdf", "x").string()});
  CHECK(listing.files.empty());
  CHECK(listing.passed_over == 0);
  CHECK(listing.errors.size() == 1);
}

TEST_CASE("Inputs keep their order, and a dash is standard input", "[indexer][input_files]") {
  const TemporaryFolder folder;
  const std::string b = folder.write("b.txt", "x").string();
  const std::string a = folder.write("a.jsonl", "x").string();
  const InputListing listing = list_inputs({b, "-", a});
  REQUIRE(listing.files.size() == 3);
  CHECK(listing.files[0].path == b);
  CHECK(listing.files[1].path == "-");
  CHECK(listing.files[1].kind == InputKind::kJsonLines);
  CHECK(listing.files[2].path == a);
}

TEST_CASE("Paths are made plain, so that one file has one id", "[indexer][input_files]") {
  const TemporaryFolder folder;
  folder.write("sub/a.txt", "x");
  const std::string odd = folder.path().string() + "//sub/./../sub/a.txt";
  const InputListing listing = list_inputs({odd});
  REQUIRE(listing.files.size() == 1);
  CHECK(listing.files[0].path.string() == folder.path().string() + "/sub/a.txt");
}

}  // namespace dateline
