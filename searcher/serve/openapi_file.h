// openapi.json beside this file, as the build put it into the program.
#pragma once

#include <string_view>

namespace dateline {

std::string_view openapi_file();

}  // namespace dateline
