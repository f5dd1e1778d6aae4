// Whatever the sections of `columns` hold, readers end, and read nothing beyond them. The input is
// cut into sections of the lengths that belong together, because files with others are refused
// before anything is read; the header is made sound for the same reason.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/columns.h"
#include "common/index/derived_file.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

constexpr std::string_view kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

// Cuts sections off the input, and fills them up with zeros where it ends.
class Sections {
 public:
  explicit Sections(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t number() {
    const std::string one = take(1);
    return static_cast<std::uint8_t>(one[0]);
  }
  void add(std::size_t size) { sections_.push_back(take(size)); }
  void add_names(std::size_t count) {
    std::string names;
    for (std::size_t at = 0; at < count; ++at) names += take(at % 3) + '\n';
    sections_.push_back(names);
  }
  std::string file() const {
    const std::vector<std::string_view> views(sections_.begin(), sections_.end());
    return derived_file(kColumnsMagic, kUuid, views);
  }

 private:
  std::string take(std::size_t size) {
    std::string part(bytes_.substr(0, size));
    bytes_.remove_prefix(part.size());
    part.resize(size);
    return part;
  }

  std::string_view bytes_;
  std::vector<std::string> sections_;
};

std::string file_of(std::string_view bytes) {
  Sections sections(bytes);
  const std::size_t rows = (sections.number() % 4 + std::size_t{1}) * 64 - sections.number() % 2;
  const std::size_t dates = sections.number() % 16;
  const std::size_t sets = sections.number() % 16;
  const std::size_t names = sections.number() % 4;
  const std::size_t countries = sections.number() % 4;
  const std::size_t width = std::size_t{1} << sections.number() % 3;
  for (const std::size_t size :
       {bitmap_words(rows) * 8, rows * 8, rows * 4, rows * 4, rows * 2, rows * width, rows * width,
        rows * width, rows * width, rows * 4}) {
    sections.add(size);
  }
  sections.add(sections.number());  // ids
  sections.add(sections.number() % rows * 4);
  for (int column = 0; column < 4; ++column) sections.add(dates * 4);
  sections.add(sets * 4), sections.add(sections.number() * std::size_t{2}), sections.add(sets * 4);
  for (int column = 0; column < 2; ++column) sections.add_names(names), sections.add(names * 4);
  sections.add(countries * 2), sections.add(countries * 4);
  sections.add(sections.number() % 4 * bitmap_words(rows) * 8);
  sections.add(sections.number() * std::size_t{4});
  return sections.file();
}

std::uint64_t read_everything(const Columns& columns) {
  std::uint64_t sum = 0;
  for (std::uint32_t docid = 0; docid <= columns.last_docid() + 2; ++docid) {
    sum += columns.present(docid) ? 1U : 0U;
    sum += columns.id(docid).size() + columns.content_hash(docid) + columns.title_words(docid) +
           columns.body_words(docid) + columns.primary_country(docid) + columns.source(docid) +
           columns.language(docid) + static_cast<std::uint64_t>(columns.date(docid).day);
    for (const std::uint16_t country : columns.countries(docid))
      sum += columns.about(country).count;
    if (const auto days = columns.days(docid)) DATELINE_REQUIRE(days->first <= days->last);
  }
  for (std::uint32_t country = 0; country <= UINT16_MAX; country += 7) {
    const CountryArticles about = columns.about(static_cast<std::uint16_t>(country));
    for (const std::uint64_t word : about.bitmap) sum += word;
    for (const std::uint32_t docid : about.docids) sum += docid;
  }
  for (const std::uint32_t docid : columns.newest_first()) sum += docid;
  return sum;
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string file =
      dateline::file_of(std::string_view(reinterpret_cast<const char*>(data), size));
  const auto columns = dateline::Columns::over(file, dateline::kUuid);
  if (columns) DATELINE_REQUIRE(dateline::read_everything(*columns) < UINT64_MAX);
  return 0;
}
