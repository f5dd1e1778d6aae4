// Rows of a table in a Markdown document, so that documentation can be its own test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

using MarkdownRow = std::vector<std::string>;  // the cells, without blanks around them

// The rows below the first table head in `path` whose first cell is `head`.
// Throws std::runtime_error if the file cannot be read or has no such table.
std::vector<MarkdownRow> markdown_table(const std::string& path, std::string_view head);

// The text of a cell that is one code span: `text`; any other cell as it is.
std::string code_text(const std::string& cell);

}  // namespace dateline
