#include "common/index/manifest_seal.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A seal is a last field with the checksum of the rest", "[index][manifest]") {
  // 3267312654 is the CRC-32 of the text without it.
  CHECK(sealed("{\n  \"a\": 1\n}\n") == "{\n  \"a\": 1,\n  \"crc32\": 3267312654\n}\n");
}

TEST_CASE("What was sealed is unsealed", "[index][manifest]") {
  const std::string text = "{\n  \"a\": 1\n}\n";
  CHECK(unsealed(sealed(text)) == text);
  CHECK(unsealed(sealed(sealed(text))) == sealed(text));
}

TEST_CASE("A seal that is missing, wrong or not the last is no seal", "[index][manifest]") {
  const std::string right = sealed("{\n  \"a\": 1\n}\n");
  std::string other = right;
  other[other.find('1')] = '2';
  const std::string text = GENERATE_COPY(as<std::string>(), "", "{}", "{\n  \"a\": 1\n}\n", other,
                                         right + " ", right.substr(0, right.size() - 1),
                                         right.substr(0, right.rfind('\n', right.size() - 3)));
  CAPTURE(text);
  CHECK_FALSE(unsealed(text));
}

}  // namespace dateline
