// A request and a reply of HTTP as plain data: all that the program but its sockets knows of it.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace dateline {

struct WebRequest {
  std::string method;  // "GET", "POST", ...; HEAD comes as GET, its reply is sent without body
  std::string path;    // without the query; as sent, or decoded where a contract says so
  std::string query_string{};  // behind the '?', as sent
  std::string body{};
  std::string origin{};  // headers, "" where there are none
  std::string host{};
  std::string id{};  // letters, digits, '-' and '_': the client's name for it, or ours
};

struct WebReply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};  // never from what a client sent
};

// Used by one thread.
using WebHandler = std::function<WebReply(const WebRequest&)>;

}  // namespace dateline
