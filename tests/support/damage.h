// Damaged copies of a file's bytes, to see what a reader makes of them.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace dateline {

// Calls `read` with every proper beginning of `bytes` and with `flips` copies in which one to four
// bytes are others. The same copies on every run.
template <typename Read>
void for_each_damaged(std::string_view bytes, std::size_t flips, Read read) {
  for (std::size_t size = 0; size < bytes.size(); ++size) read(std::string(bytes.substr(0, size)));
  std::mt19937 random(7);
  for (std::size_t count = 0; count < flips; ++count) {
    std::string damaged(bytes);
    for (std::size_t more = random() % 4 + 1; more > 0; --more) {
      char& byte = damaged[random() % damaged.size()];
      byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (random() % 255 + 1));
    }
    if (damaged != bytes) read(damaged);
  }
}

}  // namespace dateline
