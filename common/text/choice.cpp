#include "common/text/choice.h"

#include "common/text/in_quotes.h"
#include "common/text/nearest_name.h"

namespace dateline {

std::string listed(std::span<const std::string_view> names) {
  std::string text(names.front());
  for (std::size_t i = 1; i < names.size(); ++i) {
    text.append(i + 1 == names.size() ? " or " : ", ").append(names[i]);
  }
  return text;
}

std::string none_of(std::string_view field, std::span<const std::string_view> names,
                    std::string_view typed) {
  std::string text(field);
  text.append(" must be ").append(listed(names)).append(", not ").append(in_quotes(typed));
  if (const auto near = nearest_name(typed, names)) {
    text.append("; did you mean ").append(*near).append("?");
  }
  return text;
}

}  // namespace dateline
