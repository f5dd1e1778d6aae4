#include "searcher/serve/http_server.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <future>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace dateline {
namespace {

constexpr int kLongPieces = 200;

// A server that answers with the body, or the path, that it was sent; "/slow" waits for go().
class Server {
 public:
  explicit Server(const HttpLimits& limits, bool breaks_off = false)
      : limits_(limits), breaks_off_(breaks_off) {
    std::promise<std::uint16_t> started;
    std::future<std::uint16_t> port = started.get_future();
    thread_ = std::thread([this, started = std::move(started)]() mutable {
      const auto make_handler = [this]() -> WebHandler {
        return [this](const WebRequest& request) -> WebReply {
          if (request.path == "/slow") go_.wait();
          if (request.path == "/stream") return streamed();
          return {200, "text/plain", request.body.empty() ? request.path : request.body};
        };
      };
      served_ = serve_http({"127.0.0.1", 0}, limits_,
                           {make_handler, [](const auto&, const auto&) {},
                            [&started](std::uint16_t chosen) { started.set_value(chosen); }});
    });
    port_ = port.get();
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() {
    go();
    stop();
  }
  void go() {
    if (!gone_) may_go_.set_value();
    gone_ = true;
  }
  void stop() {
    if (!thread_.joinable()) return;
    (void)::kill(::getpid(), SIGTERM);
    thread_.join();
  }
  std::uint16_t port() const { return port_; }
  std::size_t pieces_sent() const { return pieces_sent_; }

 private:
  // Two short pieces, then many of 64 KiB, then an exception or the end.
  WebReply streamed() {
    WebReply reply{200, "text/plain", ""};
    reply.stream = [this](const BodySink& sink) {
      sink("one,");
      sink("two");
      go_.wait();
      const std::string long_piece(65'536, 'z');
      for (int at = 0; at < kLongPieces && sink(long_piece); ++at) ++pieces_sent_;
      if (breaks_off_) throw std::runtime_error("half-way");
    };
    return reply;
  }

  HttpLimits limits_;
  bool breaks_off_;
  std::atomic<std::size_t> pieces_sent_ = 0;
  std::promise<void> may_go_;
  std::shared_future<void> go_ = may_go_.get_future().share();
  bool gone_ = false;
  std::uint16_t port_ = 0;
  Result<void> served_;
  std::thread thread_;
};

class Client {
 public:
  explicit Client(const Server& server) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval longest{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  void send(const std::string& bytes) const {
    (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  void close_sending() const { ::shutdown(socket_, SHUT_WR); }
  std::string read_some() const {
    char part[4096];
    const ssize_t got = ::recv(socket_, part, sizeof part, 0);
    return got > 0 ? std::string(part, static_cast<std::size_t>(got)) : "";
  }
  // Until the server closes the connection.
  std::string read_all() const {
    std::string all;
    char part[4096];
    for (ssize_t got = 0; (got = ::recv(socket_, part, sizeof part, 0)) > 0;) {
      all.append(part, static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  int socket_;
};

const std::string kLast = "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// After whatever a bad client did, others are answered.
void check_alive(const Server& server) {
  const Client client(server);
  client.send(kLast);
  CHECK(contains(client.read_all(), "200 OK"));
}

}  // namespace

TEST_CASE("Pipelined requests are answered in order", "[searcher][serve]") {
  const Server server(HttpLimits{});
  const Client client(server);
  client.send("GET /one HTTP/1.1\r\nHost: x\r\n\r\nGET /two HTTP/1.1\r\nHost: x\r\n\r\n" + kLast);
  const std::string all = client.read_all();
  CHECK(all.find("/one") < all.find("/two"));
  CHECK(all.find("/two") < all.find("/last"));
  CHECK(contains(all, "/last"));
}

TEST_CASE("Half-closed and chunked clients get their answer", "[searcher][serve]") {
  const Server server(HttpLimits{});
  const Client half(server);
  half.send("GET /half HTTP/1.1\r\nHost: x\r\n\r\n");
  half.close_sending();
  CHECK(contains(half.read_all(), "/half"));
  const Client chunked(server);
  chunked.send(
      "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
  CHECK(contains(chunked.read_all(), "abcde"));
}

TEST_CASE("What is not HTTP or too large is refused", "[searcher][serve]") {
  HttpLimits limits;
  limits.header_bytes = 1024;
  limits.body_bytes = 100;
  const Server server(limits);
  const std::string chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  const auto [sent, status] = GENERATE_COPY(table<std::string, std::string>({
      {"frobnicate\r\n\r\n", " 400 "},
      {"GET / HTTP/1.1\r\nBad header\r\n\r\n", " 400 "},
      {std::string("GET / HTTP/1.1\r\nA: \0b\r\n\r\n", 26), " 400 "},
      {chunked + "-2\r\nabc\r\n", " 400 "},
      {chunked + "zz\r\nabc\r\n", " 400 "},
      {chunked + "FFFFFFFFFFFFFFFFF\r\nabc\r\n", " 400 "},
      {"POST / HTTP/1.1\r\nContent-Length: 101\r\n\r\n", " 413 "},
      {chunked + "65\r\n" + std::string(101, 'a'), " 413 "},
      {"GET / HTTP/1.1\r\nA: " + std::string(2000, 'a') + "\r\n\r\n", " 431 "},
      {std::string(2000, 'a'), " 4"},
  }));
  CAPTURE(sent.substr(0, 100));
  const Client client(server);
  client.send(sent);
  CHECK(contains(client.read_all(), status));
  check_alive(server);
}

TEST_CASE("A client that sends byte by byte is cut off, others are answered", "[searcher][serve]") {
  HttpLimits limits;
  limits.read_time = std::chrono::milliseconds(300);
  const Server server(limits);
  const Client slow(server);
  for (int at = 0; at < 10; ++at) {
    slow.send("G");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  CHECK(slow.read_all().empty());
  check_alive(server);
}

TEST_CASE("A streamed body comes in pieces while it is made", "[searcher][serve]") {
  Server server(HttpLimits{});
  const Client client(server);
  client.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n" + kLast);
  std::string all;
  while (!contains(all, "two")) {
    const std::string some = client.read_some();
    REQUIRE_FALSE(some.empty());
    all += some;
  }
  CHECK(contains(all, "Transfer-Encoding: chunked\r\n"));
  CHECK(contains(all, "one,"));
  server.go();
  all += client.read_all();
  CHECK(std::count(all.begin(), all.end(), 'z') == kLongPieces * 65'536);
  CHECK(contains(all, "\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n"));
  CHECK(contains(all, "/last"));
}

TEST_CASE("A client of HTTP/1.0 gets a streamed body as it is", "[searcher][serve]") {
  Server server(HttpLimits{});
  server.go();
  const Client client(server);
  client.send("GET /stream HTTP/1.0\r\n\r\n");
  const std::string all = client.read_all();
  CHECK(contains(all, "\r\n\r\none,twozzz"));
  CHECK_FALSE(contains(all, "chunked"));
}

TEST_CASE("A streamed body that cannot be finished has no end", "[searcher][serve]") {
  Server server(HttpLimits{}, true);
  server.go();
  const Client client(server);
  client.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string all = client.read_all();
  CHECK(contains(all, "one,"));
  CHECK_FALSE(contains(all, "\r\n0\r\n\r\n"));
  check_alive(server);
}

TEST_CASE("Who does not read a streamed body is cut off, and its maker stops",
          "[searcher][serve]") {
  HttpLimits limits;
  limits.threads = 1;
  limits.write_time = std::chrono::milliseconds(300);
  Server server(limits);
  server.go();
  const Client client(server);
  client.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
  check_alive(server);
  CHECK(server.pieces_sent() < kLongPieces);
}

TEST_CASE("A full queue answers 429 and says when to come again", "[searcher][serve]") {
  HttpLimits limits;
  limits.threads = 1;
  limits.waiting = 1;
  Server server(limits);
  const std::string slow = "GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  const Client first(server);
  const Client second(server);
  const Client third(server);
  first.send(slow);
  second.send(slow);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  third.send(slow);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  server.go();
  std::size_t answered = 0;
  std::size_t refused = 0;
  for (const Client* client : {&first, &second, &third}) {
    const std::string all = client->read_all();
    answered += contains(all, " 200 ") ? 1 : 0;
    refused += contains(all, " 429 ") && contains(all, "Retry-After: 1") ? 1 : 0;
  }
  CHECK(answered >= 1);
  CHECK(refused >= 1);
  CHECK(answered + refused == 3);
}

TEST_CASE("A signal ends the server after the requests it has", "[searcher][serve]") {
  Server server(HttpLimits{});
  const Client idle(server);
  const Client busy(server);
  busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  std::thread later([&server] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    server.go();
  });
  server.stop();
  later.join();
  CHECK(contains(busy.read_all(), "/slow"));
  CHECK(idle.read_all().empty());
}

TEST_CASE("An address to listen on has an IP address and a port", "[searcher][serve]") {
  CHECK(parse_listen_address("127.0.0.1:7700")->port == 7700);
  CHECK(parse_listen_address("[::1]:80")->host == "::1");
  for (const char* wrong :
       {"", "7700", ":7700", "localhost:7700", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:7x"}) {
    CAPTURE(wrong);
    CHECK(!parse_listen_address(wrong));
  }
}

}  // namespace dateline
