// One article as its source delivered it: decoded to UTF-8, split into fields, nothing interpreted.
#pragma once

#include <string>
#include <vector>

#include "common/country.h"

namespace dateline {

struct Record {
  std::string origin;  // where it came from, for messages: "news/a.txt" or "dump.jsonl:17"
  std::string id;      // from the source's own field, else the URL, else the path; never empty
  std::string title;   // from a field; empty for plain text files, whose headline is in `text`
  std::string text;    // UTF-8, line ends are '\n', no NUL; may carry page furniture
  std::string url;
  std::string source;  // from a field, else the host of the URL
  std::string author;
  std::string language;   // as the source names it ("en", "en-GB", "English"); may be empty
  std::string published;  // date fields as delivered; empty if absent
  std::string modified;
  std::string crawled;                 // only an upper bound for the publication date
  std::vector<CountryCode> countries;  // given by the source; empty if it gives none
};

}  // namespace dateline
