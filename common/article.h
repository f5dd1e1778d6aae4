// One news article as the index holds it, with what was found out about it and why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/byte_range.h"
#include "common/country.h"
#include "common/date.h"

namespace dateline {

enum class Confidence : std::uint8_t { kNone, kGuess, kLikely, kSure };

// "none", "guess", "likely", "sure".
const char* to_string(Confidence confidence);

// Another date that the article may be of.
struct DateAlternative {
  Date date;
  double probability = 0;
  std::string evidence;
  std::optional<ByteRange> span;

  bool operator==(const DateAlternative&) const = default;
};

// When the article was published, as far as its source says.
struct DateFinding {
  Date date = {};  // the publisher's local day; may be partial or unknown
  std::optional<WallTime> time = {};
  Confidence confidence = Confidence::kNone;
  std::string evidence = {};  // "field", "text.label" ...: the table in indexer/DATES.md; ""
                              // when nothing was found
  std::optional<ByteRange> span = {};  // the words it was read from, in Article::text; none if it
                                       // came from a field or a URL
  double probability = 0;  // that `date` is right, in thousandths; 0 when nothing was found
  std::vector<DateAlternative> alternatives = {};  // of other dates, the most probable first; three
                                                   // at most
};

// Words of the article that name a country, or its people, or a place in it.
struct CountrySpan {
  CountryCode country;
  bool in_title = false;
  ByteRange range;  // in Article::title or in Article::text

  bool operator==(const CountrySpan&) const = default;
};

// Which countries the article is about. A country stands in `about` or in `mentioned`, not in both.
struct CountryFinding {
  std::vector<CountryCode> about;      // in order of their codes
  std::optional<CountryCode> primary;  // one of `about`; none if and only if `about` is empty
  std::vector<CountryCode> mentioned;  // in order of their codes
  std::string evidence;                // "field" or "text"; "" when nothing was found
  std::vector<CountrySpan> spans;      // in the order of the title, then of the text; the first
                                       // 1,000 if there are more
};

struct Article {
  std::string id;              // unique within an index; not empty
  std::string title;           // one line, may be empty
  std::string text;            // canonical UTF-8 text; every offset anywhere refers to it
  std::size_t body_start = 0;  // bytes of `text` before this are header lines (date, byline) kept
                               // as evidence: shown with the article, never searched or cited
  std::string url;
  std::string source;  // publisher's name or host
  std::string author;
  std::string language;  // ISO 639-1, or "und"
  DateFinding date;
  CountryFinding countries;
};

}  // namespace dateline
