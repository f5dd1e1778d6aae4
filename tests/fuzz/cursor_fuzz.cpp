// Any text is refused as a cursor or written the same again, and wherever it says to go on, a page
// is a page: passages of the articles, ranked on from what it says was shown.
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/file.h"
#include "searcher/page_cursor.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/small_index.h"

namespace dateline {
namespace {

constexpr std::string_view kArticles =
    R"({"id": "a", "title": "Rail", "text": "Freight for Baku. Trains of freight.", "date": "2023"}
{"id": "b", "title": "Rail", "text": "Freight for Baku. Trains of freight.", "date": "2023-04-01"}
{"id": "c", "title": "Sea", "text": "Ships of freight leave the port of Baku.", "date": ""}
{"id": "d", "title": "Air", "text": "No freight flies to Baku.", "date": "2022-12-31"}
)";

// With the checksum that its text should have: the fuzzer would not guess it.
std::string sealed(std::string_view numbers) {
  std::string digits(8, '\0');
  char* const end = digits.data() + digits.size();
  digits.erase(std::to_chars(digits.data(), end, crc32_of(numbers), 16).ptr - digits.data());
  return std::string(numbers) + '.' + digits;
}

void check_page(const PageCursor& cursor) {
  static Searcher searcher = searcher_of(kArticles);
  Request request{.query = "freight baku", .limit = 2};
  request.sort = static_cast<Sort>(cursor.request % 3);
  request.expand = cursor.request % 2 == 0 ? Expand::kOn : Expand::kOff;
  // What it is of comes from an answer, where it goes on from the fuzzer.
  const auto first = searcher.search(request);
  DATELINE_REQUIRE(first && first->cursor);
  request.cursor = cursor;
  request.cursor->generation = first->cursor->generation;
  request.cursor->request = first->cursor->request;
  const auto page = searcher.search(request);
  if (!page) return;
  DATELINE_REQUIRE(page->passages.size() <= request.limit);
  for (std::size_t at = 0; at < page->passages.size(); ++at) {
    DATELINE_REQUIRE(page->passages[at].rank == cursor.shown + at + 1);
  }
}

void check(std::string_view text) {
  DATELINE_REQUIRE(!parse_cursor(std::string(text) + '.'));
  const auto cursor = parse_cursor(sealed(text));
  if (!cursor) return;
  DATELINE_REQUIRE(*parse_cursor(to_string(*cursor)) == *cursor);
  check_page(*cursor);
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
