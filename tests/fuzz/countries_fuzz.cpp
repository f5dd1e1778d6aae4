// What names a country in a text lies in it, in order; no country is found twice. The first byte
// chooses the language, a line end divides title and body.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "common/text/decode.h"
#include "indexer/country_finder.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

constexpr std::array kLanguages = {"en", "ru", "ar", "zh", "tr", "fi", "de", "und"};

bool holds(const std::vector<CountryCode>& countries, CountryCode country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

void check(std::string_view title, std::string_view body, const char* language) {
  const CountryFinding finding = find_countries(title, body, language);
  DATELINE_REQUIRE(finding.primary.has_value() == !finding.about.empty());
  DATELINE_REQUIRE(!finding.primary || holds(finding.about, *finding.primary));
  for (const CountryCode country : finding.about) {
    DATELINE_REQUIRE(!holds(finding.mentioned, country));
  }
  std::size_t last = 0;
  bool in_title = true;
  for (const CountrySpan& span : finding.spans) {
    DATELINE_REQUIRE(in_title || !span.in_title);
    if (in_title && !span.in_title) last = 0;
    in_title = span.in_title;
    const std::string_view text = in_title ? title : body;
    DATELINE_REQUIRE(last <= span.range.start && span.range.start < span.range.end);
    DATELINE_REQUIRE(span.range.end <= text.size());
    DATELINE_REQUIRE(holds(finding.about, span.country) || holds(finding.mentioned, span.country));
    last = span.range.end;
  }
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  if (size == 0) return 0;
  const auto text = decode_text({reinterpret_cast<const char*>(data + 1), size - 1});
  if (!text) return 0;
  const std::string_view article = *text;
  const std::size_t title_end = std::min(article.find('\n'), article.size());
  const std::size_t body_start = std::min(title_end + 1, article.size());
  check(article.substr(0, title_end), article.substr(body_start),
        kLanguages.at(data[0] % kLanguages.size()));
  return 0;
}
