// Tables as text: one row a line, columns separated by tabs, lists within a column by semicolons.
// Empty lines and lines that start with '#' are no rows.
#pragma once

#include <string_view>
#include <vector>

namespace dateline {

// The parts of `text` between the separators; one empty part if `text` is empty. The parts view
// `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

// The parts of a list; none if it is empty.
std::vector<std::string_view> split_list(std::string_view list);

// The rows of a table, each padded with empty columns to at least `columns`. They view `table`.
std::vector<std::vector<std::string_view>> table_rows(std::string_view table, std::size_t columns);

}  // namespace dateline
