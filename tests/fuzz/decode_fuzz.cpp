// Any bytes are refused or decoded to the one form texts have: well-formed, no NUL, no control
// characters, and clean already if cleaned again.
#include <cstddef>
#include <cstdint>

#include "common/text/decode.h"
#include "common/text/utf8.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const auto text = decode_text({reinterpret_cast<const char*>(data), size});
  if (!text) {
    DATELINE_REQUIRE(text.error().kind == ErrorKind::kInput);
    DATELINE_REQUIRE(!text.error().message.empty());
    return 0;
  }
  DATELINE_REQUIRE(!text->empty());
  DATELINE_REQUIRE(!find_invalid_utf8(*text));
  for (const char c : *text) {
    DATELINE_REQUIRE(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t');
  }
  DATELINE_REQUIRE(clean_text(*text) == *text || text->starts_with("\xEF\xBB\xBF"));
  return 0;
}
