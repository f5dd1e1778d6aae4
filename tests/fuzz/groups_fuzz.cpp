// Whatever the sections of `sketches` and of a groups file hold, readers end, and read nothing
// beyond them. The input is cut into sections at places that it names itself; of the sketches those
// have the lengths that belong together, because files with others are refused at once.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/derived_file.h"
#include "common/index/groups.h"
#include "common/index/sketches.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

constexpr std::string_view kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

// Cuts parts off the input, filled up with zeros where it ends.
class Parts {
 public:
  explicit Parts(std::string_view bytes) : bytes_(bytes) {}

  std::size_t number() { return static_cast<unsigned char>(take(1)[0]); }
  std::string take(std::size_t size) {
    std::string part(bytes_.substr(0, size));
    bytes_.remove_prefix(part.size());
    part.resize(size);
    return part;
  }

 private:
  std::string_view bytes_;
};

std::string file_of(std::string_view magic, const std::vector<std::string>& sections) {
  return derived_file(magic, kUuid,
                      std::vector<std::string_view>(sections.begin(), sections.end()));
}

std::uint64_t read_sketches(Parts parts) {
  const std::size_t rows = parts.number() % 8;
  std::vector<std::string> sections;
  for (const std::size_t size : {rows * 8, rows * 4, rows * kSketchRows, rows * 4}) {
    sections.push_back(parts.take(size));
  }
  sections.push_back(parts.take(parts.number()));
  sections.push_back(parts.take(rows * 4));
  sections.push_back(parts.take(parts.number()));
  const std::string file = file_of(kSketchesMagic, sections);
  const auto sketches = Sketches::over(file, kUuid);
  DATELINE_REQUIRE(sketches);
  std::uint64_t sum = 0;
  for (std::uint32_t docid = 0; docid <= rows + 1; ++docid) {
    const Sketch sketch = sketches->of(docid);
    for (const std::uint8_t row : sketch.rows) sum += row;
    for (const std::uint16_t hash : sketch.title) sum += hash;
    for (const std::uint16_t hash : sketch.numbers) sum += hash;
  }
  return sum;
}

std::uint64_t read_groups(Parts parts) {
  std::vector<std::string> sections;
  for (int section = 0; section < 6; ++section) sections.push_back(parts.take(parts.number()));
  const std::string file = file_of("DLGROUP1", sections);
  const auto groups = Groups::over(file, kUuid);
  DATELINE_REQUIRE(groups);
  std::uint64_t sum = 0;
  for (const GroupLevel* level : {&groups->copies(), &groups->stories()}) {
    for (std::uint32_t group = 0; group < level->size() + 2; ++group) {
      for (const ArticlePlace& place : level->members(group)) {
        const auto found = level->group_of(place);
        DATELINE_REQUIRE(!found || *found < level->size());
        sum += place.docid;
      }
    }
  }
  return sum;
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const dateline::Parts parts(std::string_view(reinterpret_cast<const char*>(data), size));
  const std::uint64_t sum = dateline::read_sketches(parts) + dateline::read_groups(parts);
  DATELINE_REQUIRE(sum < UINT64_MAX);
  return 0;
}
