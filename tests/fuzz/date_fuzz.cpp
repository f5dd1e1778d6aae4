// Any text is read for its date without reading a byte out of place; what is found is a real day
// that stands where it says.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/text/decode.h"
#include "indexer/date_field.h"
#include "indexer/page_reader.h"
#include "require.h"

namespace dateline {
namespace {

void require_sound(const Page& page) {
  const auto stands = [&](const std::optional<ByteRange>& span) {
    return !span || (span->start <= span->end && span->end <= page.text.size());
  };
  DATELINE_REQUIRE(is_valid(page.date.date));
  DATELINE_REQUIRE(stands(page.date.span));
  DATELINE_REQUIRE(page.date.probability >= 0 && page.date.probability <= 1);
  DATELINE_REQUIRE(page.date.alternatives.size() <= 3);
  for (const DateAlternative& other : page.date.alternatives) {
    DATELINE_REQUIRE(is_valid(other.date) && other.date != page.date.date);
    DATELINE_REQUIRE(stands(other.span));
  }
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto text = decode_text(bytes);
  if (!text) return 0;
  Record record;
  record.origin = record.id = "x";
  record.text = *text;
  record.published = text->substr(0, text->find('\n'));
  for (const char* language : {"en", "de", "ru", "zh", "ar", "und"}) {
    const auto field = parse_date_field(record.published, language);
    DATELINE_REQUIRE(!field || is_valid(field->date));
    require_sound(read_page(record, language));
    Record fieldless = record;
    fieldless.published.clear();
    require_sound(read_page(fieldless, language, Date{2020, 0, 0}));
  }
  return 0;
}
