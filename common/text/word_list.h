// A fixed list of words, written in the source as one string and looked up by binary search.
// Thread-safe.
#pragma once

#include <string_view>
#include <vector>

namespace dateline {

class WordList {
 public:
  // words: separated by one space each; must outlive the list.
  explicit WordList(std::string_view words);

  bool contains(std::string_view word) const;

 private:
  std::vector<std::string_view> sorted_;
};

}  // namespace dateline
