// Which addresses the server has, and how each may be asked.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dateline {

struct Address {
  std::string_view path;     // one that ends in '/', but "/", stands for all that begin with it
  std::string_view methods;  // as in the header Allow: "GET, HEAD, POST"
};

std::span<const Address> addresses();

// nullptr if there is nothing there.
const Address* find_address(std::string_view path);

// `method` is as WebRequest has it: HEAD counts as GET.
bool takes(const Address& address, std::string_view method);

}  // namespace dateline
