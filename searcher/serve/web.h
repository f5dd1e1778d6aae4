// A request and a reply of HTTP as plain data, so that what is answered can be tested without
// sockets.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dateline {

struct WebRequest {
  std::string method;        // "GET", "POST", ...
  std::string path;          // percent-decoded, well-formed UTF-8
  std::string query_string;  // behind the '?', as sent
  std::string body;
};

struct WebReply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};
};

}  // namespace dateline
