// What a score is made of, for a person.
#pragma once

#include <string>
#include <vector>

#include "searcher/explanation.h"

namespace dateline {

// Three lines, without line ends:
//   score 0.93 = 0.65 of the article (12.1 of 12.1) + 0.28 of the passage (4.8 of 6)
//   article 12.1 = cuba 7.2 (1 in the title, 3 in the text) + doctor 4.9 (2)
//   passage 4.8 = cuba 2.1 (2) + doctor 2.2 (1) + closeness 0.5
// A factor for recency is in front of both; "+havana" is a word that the best articles added.
std::vector<std::string> in_words(const Explanation& explanation);

}  // namespace dateline
