// The queries of a test collection.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <vector>

#include "common/result.h"

namespace dateline {

struct Topic {
  std::string id;
  std::string text;
  // What else is known of it, by key: lists of strings; a single string is a list of one.
  std::map<std::string, std::vector<std::string>> metadata;

  // The first value under `key`, "" if there is none.
  std::string first(const std::string& key) const;
};

// Reads JSON lines as BEIR has them ({"_id" or "id", "text" or "query", "metadata"?}), or, if the
// first character is '<', TREC topics, of which <num> and <title> count. Fails with kInput, naming
// `name` and the line.
Result<std::vector<Topic>> read_topics(std::istream& input, const std::string& name);

}  // namespace dateline
