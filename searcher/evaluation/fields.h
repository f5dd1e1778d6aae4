// Lines of the text files that evaluations read and write.
#pragma once

#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

namespace dateline {

// The parts of a line between white space.
inline std::vector<std::string> fields_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> fields;
  for (std::string field; stream >> field;) fields.push_back(std::move(field));
  return fields;
}

// "FILE:LINE", as messages name a place.
inline std::string place_in(const std::string& file, std::size_t line) {
  return file + ':' + std::to_string(line);
}

}  // namespace dateline
