#include "common/text/line_wrap.h"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kWidest = 100;
constexpr std::size_t kFewestLines = 3;

bool ends_with_stop(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\"')");
  return last != std::string_view::npos &&
         std::string_view(".!?:").find(line[last]) != std::string_view::npos;
}

bool starts_small(std::string_view line) {
  return !line.empty() && u_islower(static_cast<UChar32>(code_point_at(line, 0).value)) != 0;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !U8_IS_TRAIL(c); }));
}

std::size_t wrapped_line_length(std::string_view text) {
  struct Line {
    std::size_t size;
    bool ends_with_stop;
    bool goes_on_small;
  };
  std::vector<Line> followed;  // by a line that is not blank
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t size = count_characters(line);
    if (size > kWidest) return 0;
    width = std::max(width, size);
    at = end + 1;
    const std::string_view rest = text.substr(std::min(at, text.size()));
    const std::string_view next = rest.substr(0, std::min(rest.find('\n'), rest.size()));
    if (!is_blank(line) && !is_blank(next)) {
      followed.push_back({size, ends_with_stop(line), starts_small(next)});
    }
  }
  std::erase_if(followed,
                [&](const Line& line) { return line.size < shortest_wrapped_line(width); });
  const std::size_t full = followed.size();
  std::erase_if(followed, [](const Line& line) { return line.ends_with_stop; });
  const auto small = static_cast<std::size_t>(std::count_if(
      followed.begin(), followed.end(), [](const Line& l) { return l.goes_on_small; }));
  const bool wrapped =
      full >= kFewestLines && 2 * followed.size() > full && 3 * small > followed.size();
  return wrapped ? width : 0;
}

}  // namespace dateline
