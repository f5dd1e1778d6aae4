// Articles whose countries are known, from the collections of others or our own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/country.h"
#include "common/result.h"
#include "indexer/record.h"

namespace dateline {

struct PlacedArticle {
  Record record;                       // what the finder is given: title and text, no countries
  std::vector<CountryCode> about;      // in order of their codes; may be empty
  std::optional<CountryCode> primary;  // the one it is most of all about, where that is known
};

// The shapes of truth that can be read, each a file of JSON lines:
//   traps         {"id"?, "title"?, "text", "language"?, "about": ["AZ"], "primary"?: "AZ"}
//   reuters21578  {"_id", "title", "text", "metadata": {"dateline", "countries", "lewissplit"}};
//                 the dateline is put before the text, as it was when the story ran; a story with
//                 one country has it as its primary one; stories without countries are left out
//   cliff         {"_id", "text", "metadata": {"countries": {"US": 1}}}; one country or none
//   lgl           {"_id", "title", "text", "metadata": {"toponyms": [{"country"}]}}; primary is the
//                 country of most toponyms, of the first among equals; about is not known: all
enum class CountryTruthShape { kTraps, kReuters, kCliff, kLgl };

// Which articles: all, those of a split ("TRAIN" or "TEST", reuters21578 only), or a half that
// depends on a hash of the id ("A" or "B").
// Withdrawn codes with one successor become the successor (ZR is CD), as Dateline has it.
// Fails with kInput or kMissing, naming file and line.
Result<std::vector<PlacedArticle>> read_country_truth(CountryTruthShape shape,
                                                      const std::filesystem::path& file,
                                                      const std::string& part);

}  // namespace dateline
