// Compressed input for tests.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

std::string gzip(std::string_view bytes);

}  // namespace dateline
