// About how many tokens a language model makes of a text, without its vocabulary.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// Rather too many than too few: vocabularies know whole words of English, parts of words of other
// languages in Latin letters, and little more than single letters of most other scripts. `english`
// says which of the first two the text's language is. README.md tells how it compares with a
// real vocabulary. REQUIRES: text is well-formed UTF-8.
std::size_t estimated_tokens(std::string_view text, bool english);

}  // namespace dateline
