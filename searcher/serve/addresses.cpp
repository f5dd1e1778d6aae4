#include "searcher/serve/addresses.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::string_view kRead = "GET, HEAD";
constexpr std::string_view kPosted = "POST";
constexpr std::string_view kBoth = "GET, HEAD, POST";

constexpr std::array<Address, 13> kAddresses = {{
    {"/", kRead},
    {"/page.css", kRead},
    {"/page.js", kRead},
    {"/search", kBoth},
    {"/search/batch", kPosted},
    {"/facets", kBoth},
    {"/verify", kPosted},
    {"/articles/", kRead},
    {"/mcp", kPosted},
    {"/health", kRead},
    {"/ready", kRead},
    {"/metrics", kRead},
    {"/openapi.json", kRead},
}};

}  // namespace

std::span<const Address> addresses() { return kAddresses; }

const Address* find_address(std::string_view path) {
  const auto found =
      std::find_if(kAddresses.begin(), kAddresses.end(), [path](const Address& address) {
        if (address.path == path) return true;
        return address.path.size() > 1 && address.path.back() == '/' &&
               path.starts_with(address.path);
      });
  return found == kAddresses.end() ? nullptr : &*found;
}

bool takes(const Address& address, std::string_view method) {
  // No name of a method is a part of another one.
  return (method == "GET" || method == "POST") &&
         address.methods.find(method) != std::string_view::npos;
}

}  // namespace dateline
