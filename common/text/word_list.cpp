#include "common/text/word_list.h"

#include <algorithm>

namespace dateline {

WordList::WordList(std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    sorted_.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  std::sort(sorted_.begin(), sorted_.end());
}

bool WordList::contains(std::string_view word) const {
  return std::binary_search(sorted_.begin(), sorted_.end(), word);
}

}  // namespace dateline
