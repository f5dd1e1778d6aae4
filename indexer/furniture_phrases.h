// The words of page furniture in the languages of the news, as fold_letters() writes them.
#pragma once

#include <span>
#include <string_view>

namespace dateline {

// Whole lines, without the marks, arrows and counts around them.
std::span<const std::string_view> furniture_lines();
// Whole lines that head a list of other articles.
std::span<const std::string_view> furniture_list_headings();
// What a line of furniture begins with.
std::span<const std::string_view> furniture_openings();
// Names on share buttons; a line of nothing else is a row of buttons.
std::span<const std::string_view> furniture_buttons();
// Names that betray an invitation to follow the site elsewhere, wherever they stand in a line.
std::span<const std::string_view> furniture_networks();
// Whole lines that mark an advertisement.
std::span<const std::string_view> furniture_advertisements();

}  // namespace dateline
