// Every file of an index with one bit changed: `check` says that something is wrong and names the
// file, and a search neither crashes nor hangs.
#include <random>

#include <catch2/catch.hpp>

#include "common/file.h"
#include "indexer/check_index.h"
#include "tests/end_to_end/programs.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string told_by_check(const fs::path& index) {
  const auto report = check_index(index);
  if (!report) return report.error().message;
  std::string told;
  for (const std::string& problem : report->problems) told += problem + '\n';
  return told;
}

// The files that hold something; LOCK only names the last writer.
std::vector<fs::path> files_of(const fs::path& index) {
  std::vector<fs::path> files;
  for (const auto& file : fs::recursive_directory_iterator(index)) {
    if (file.is_regular_file() && file.path().filename() != "LOCK") files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void flip_bits(std::size_t flips_a_file) {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 120));
  add_lines(index, article_lines(100, 140, 2));
  REQUIRE(dateline_index({"delete", "--index", index.string(), "a5", "a130"}).exit_code == 0);
  REQUIRE(told_by_check(index).empty());
  std::mt19937 random(5);
  const std::vector<fs::path> files = files_of(index);
  CHECK(files.size() >= 15);  // MANIFEST, tombstones, and two segments of seven files
  for (const fs::path& file : files) {
    const std::string name = fs::relative(file, index).string();
    const std::string sound = *read_file(file);
    for (std::size_t flip = 0; flip < flips_a_file; ++flip) {
      std::string damaged = sound;
      const std::size_t at = flip == 0 ? 0 : flip == 1 ? sound.size() - 1 : random() % sound.size();
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
      folder.write("index/" + name, damaged);
      CAPTURE(name, at, sound.size());
      const std::string told = told_by_check(index);
      CAPTURE(told);
      CHECK(told.find(file.filename().string()) != std::string::npos);
      const ProgramResult searched =
          dateline_search({"query", "--index", index.string(), "harbour \"port office\""});
      CHECK(searched.signal == 0);
      CHECK_FALSE(searched.timed_out);
      if (searched.exit_code == 2) CHECK_FALSE(searched.errors.empty());
    }
    folder.write("index/" + name, sound);
  }
  CHECK(told_by_check(index).empty());
}

}  // namespace

TEST_CASE("A changed bit in any file is found and the file named", "[end_to_end][bit_flips]") {
  flip_bits(5);
}

TEST_CASE("Hundreds of changed bits in every file are found", "[.][soak]") { flip_bits(300); }

}  // namespace dateline
