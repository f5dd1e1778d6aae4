// Sockets and HTTP/1.1: nothing here knows what is asked or answered. Every reply has the headers
// X-Content-Type-Options, Referrer-Policy and X-Request-Id.
//
// One thread reads and writes all connections, so a slow client holds a socket and no thread. Whole
// requests wait in a queue of bounded length for threads that answer; when it is full the answer is
// 429 at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "common/result.h"
#include "searcher/serve/web.h"

namespace dateline {

struct HttpLimits {
  std::size_t threads = 2;             // that answer
  std::size_t waiting = 64;            // requests in the queue
  std::size_t connections = 1024;      // more are closed as they come
  std::uint32_t header_bytes = 32768;  // the first line and all headers; more: 431. The longest
                                       // query has room in an address, each byte as %XX
  std::uint64_t body_bytes = std::uint64_t{1} << 20;  // more: 413
  std::chrono::milliseconds read_time{15'000};        // for a whole request, and between requests
  std::chrono::milliseconds write_time{30'000};       // for a whole reply
};

struct ListenAddress {
  std::string host;         // an IP address
  std::uint16_t port = 0;   // 0: any that is free
  bool is_loopback = true;  // only this machine can reach it
};

// "127.0.0.1:7700", "[::1]:7700". Fails (kRequest) on other text.
Result<ListenAddress> parse_listen_address(const std::string& text);

struct Answered {
  int status = 0;
  std::uint64_t bytes = 0;  // of the body
  double seconds = 0;       // since the request had come
};

// What the server calls.
struct HttpCalls {
  // Once on each answering thread; the handler it gives is used on that thread only.
  std::function<WebHandler()> make_handler;
  // On the reading thread, for every reply, those to what was no request among them (of which
  // method and path are "").
  std::function<void(const WebRequest&, const Answered&)> answered;
  // Once connections are accepted.
  std::function<void(std::uint16_t port)> started;
  // On the reading thread, before a request waits for its turn: what to answer instead, if
  // anything. May set `client` and `reply_headers`. Its body is not there yet.
  std::function<std::optional<WebReply>(WebRequest&)> admit{};
};

// Serves until SIGTERM or SIGINT, then finishes the requests it has and returns. Fails (kSystem) if
// the address cannot be had.
Result<void> serve_http(const ListenAddress& address, const HttpLimits& limits,
                        const HttpCalls& calls);

}  // namespace dateline
