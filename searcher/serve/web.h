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
  std::string authorization{};
  std::string protocol_version{};  // MCP-Protocol-Version
  std::string api_key{};           // X-Api-Key
  std::string client{};            // whose key it has; set by Admission
  std::vector<std::pair<std::string, std::string>> reply_headers{};  // for any reply to it
  std::string id{};  // letters, digits, '-' and '_': the client's name for it, or ours
};

// Takes the next piece of a body, and may wait for the client to read; false once nobody does.
using BodySink = std::function<bool(const std::string& piece)>;

struct WebReply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};  // never from what a client sent
  // If set, it makes the body piece by piece, on the thread that answers, while the request lives.
  std::function<void(const BodySink&)> stream{};
};

// Used by one thread.
using WebHandler = std::function<WebReply(const WebRequest&)>;

}  // namespace dateline
