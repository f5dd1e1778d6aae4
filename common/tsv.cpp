#include "common/tsv.h"

namespace dateline {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, start)) {
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::vector<std::string_view> split_list(std::string_view list) {
  if (list.empty()) return {};
  return split(list, ';');
}

std::vector<std::vector<std::string_view>> table_rows(std::string_view table, std::size_t columns) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : split(table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    rows.push_back(split(line, '\t'));
    if (rows.back().size() < columns) rows.back().resize(columns);
  }
  return rows;
}

}  // namespace dateline
