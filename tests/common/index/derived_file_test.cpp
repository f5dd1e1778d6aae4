#include "common/index/derived_file.h"

#include <catch2/catch.hpp>

#include "tests/support/damage.h"

namespace dateline {
namespace {

constexpr const char* kMagic = "DLSAMPLE";
constexpr const char* kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

std::string sample() {
  return derived_file(kMagic, kUuid, std::vector<std::string_view>{"abcdefgh", "", "xyz"});
}

}  // namespace

TEST_CASE("Sections come back as they were, each aligned", "[index][derived_file]") {
  const std::string file = sample();
  CHECK(file.size() % kSectionAlignment == 0);
  const auto sections = read_sections(file, kMagic, kUuid, 3);
  REQUIRE(sections);
  CHECK(*sections == std::vector<std::string_view>{"abcdefgh", "", "xyz"});
  for (const std::string_view section : *sections) {
    CHECK((section.data() - file.data()) % kSectionAlignment == 0);
  }
}

TEST_CASE("A header can be written before its sections", "[index][derived_file]") {
  const std::string header = derived_header(kMagic, kUuid, std::vector<std::uint64_t>{8, 0, 3});
  CHECK(sample().substr(0, header.size()) == header);
}

TEST_CASE("Another kind of file, database or number of sections is refused",
          "[index][derived_file]") {
  const std::string file = sample();
  CHECK_FALSE(read_sections(file, "DLSAMPLF", kUuid, 3));
  CHECK_FALSE(read_sections(file, kMagic, "dc47c5b1-1836-4217-a86a-db0bd69a4cbd", 3));
  CHECK_FALSE(read_sections(file, kMagic, kUuid, 2));
  CHECK_FALSE(read_sections(file, kMagic, kUuid, 4));
}

TEST_CASE("A damaged header is refused", "[index][derived_file]") {
  const std::string file = sample();
  const std::size_t header_bytes = 48 + 3 * 16;
  for_each_damaged(file, 2000, [&](const std::string& damaged) {
    const bool header_is_whole = damaged.substr(0, header_bytes) == file.substr(0, header_bytes);
    const auto sections = read_sections(damaged, kMagic, kUuid, 3);
    if (!header_is_whole) CHECK_FALSE(sections);
    if (sections) CHECK(damaged.size() >= header_bytes + 8 + 3);
  });
}

TEST_CASE("Numbers leave out a remainder", "[index][derived_file]") {
  const std::vector<std::uint32_t> numbers = {1, 2, 3};
  const std::string_view bytes = bytes_of(numbers);
  CHECK(bytes.size() == 12);
  CHECK(numbers_of<std::uint32_t>(bytes).size() == 3);
  CHECK(numbers_of<std::uint32_t>(bytes.substr(0, 11)).size() == 2);
  CHECK(numbers_of<std::uint32_t>(bytes)[2] == 3);
}

}  // namespace dateline
