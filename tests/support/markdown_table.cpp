#include "tests/support/markdown_table.h"

#include <fstream>
#include <stdexcept>

namespace dateline {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// Splits "| a | b |" at the bars; a bar inside a cell is written "\|".
MarkdownRow cells_of(const std::string& line) {
  MarkdownRow cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cell += line[++i];
    } else if (line[i] == '|') {
      cells.push_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

}  // namespace

std::vector<MarkdownRow> markdown_table(const std::string& path, std::string_view head) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<MarkdownRow> rows;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    const bool is_row = !line.empty() && line[0] == '|';
    if (inside && !is_row) return rows;
    if (!is_row) continue;
    MarkdownRow cells = cells_of(line);
    if (inside) {
      if (cells[0].find_first_not_of("-:") != std::string::npos) rows.push_back(std::move(cells));
    } else if (!cells.empty() && cells[0] == head) {
      inside = true;
    }
  }
  if (!inside) throw std::runtime_error("no table '" + std::string(head) + "' in " + path);
  return rows;
}

std::string code_text(const std::string& cell) {
  const bool is_code = cell.size() >= 2 && cell.front() == '`' && cell.back() == '`';
  return is_code ? cell.substr(1, cell.size() - 2) : cell;
}

}  // namespace dateline
