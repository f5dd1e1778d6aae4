// The names that compile_gazetteer wrote when the program was built.
#pragma once

#include <string_view>

namespace dateline {

// For Gazetteer. Lies in the program's read-only data; nothing is loaded before it is touched.
std::string_view world_image();

}  // namespace dateline
