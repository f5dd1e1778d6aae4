#include "indexer/image_writer.h"

#include <cstring>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Arrays start at multiples of eight bytes, the letters after them",
          "[indexer][image_writer]") {
  ImageWriter writer;
  const ArrayPlace bytes = writer.add(std::vector<std::uint8_t>{1, 2, 3});
  const ArrayPlace words = writer.add(std::vector<std::uint32_t>{7, 8});
  const ArrayPlace none = writer.add(std::vector<std::uint32_t>{});
  const Letters first = writer.add_letters("cuba");
  const Letters second = writer.add_letters("peru");
  ImageHeader header;
  header.nodes = words;
  const std::string image = writer.finish(header);

  CHECK(bytes.at % 8 == 0);
  CHECK(words.at % 8 == 0);
  CHECK(words.at >= bytes.at + 3);
  CHECK(none.count == 0);
  std::uint32_t last = 0;
  std::memcpy(&last, image.data() + words.at + 4, sizeof last);
  CHECK(last == 8);
  ImageHeader written;
  std::memcpy(&written, image.data(), sizeof written);
  CHECK(written.nodes.at == words.at);
  CHECK(written.letters.count == 8);
  const auto letters = image.substr(written.letters.at, written.letters.count);
  CHECK(letters.substr(first.at, first.size) == "cuba");
  CHECK(letters.substr(second.at, second.size) == "peru");
}

}  // namespace dateline
