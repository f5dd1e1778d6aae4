// Recognises the line that names an article's author.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// How sure the surroundings of a line make it a byline: only beside a date or between headline
// and text is a bare name taken for one.
enum class BylinePlace { kAnywhere, kBesideDate };

// The author named by a byline: "Aisha Jabbarova" in "By Aisha Jabbarova", "Автор: Анна Котова",
// "Vesna Ilieva, Skopje". Nothing if the line is no byline.
// REQUIRES: line is well-formed UTF-8 without line ends.
std::optional<std::string> author_in_byline(std::string_view line, BylinePlace place);

}  // namespace dateline
