// The server as its clients meet it: by the library's client, and by raw bytes that no library
// would send.
#include <atomic>
#include <chrono>
#include <sstream>
#include <thread>

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/end_to_end/programs.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class Server {
 public:
  explicit Server(Words options = {}) {
    add_lines(index(), article_lines(1, 30));
    Words words = {"serve", "--index", index().string(), "--listen", "127.0.0.1:0"};
    words.insert(words.end(), options.begin(), options.end());
    if (std::find(words.begin(), words.end(), "--access-log") == words.end()) {
      words.push_back("--no-access-log");  // which nobody reads before the end
    }
    program_.emplace(RunningProgram::start(search_call(words)));
    const std::string line = program_->read_line();
    REQUIRE(line.find("listening on http://127.0.0.1:") == 0);
    port_ = std::stoi(line.substr(line.rfind(':') + 1));
  }

  fs::path index() const { return folder_ / "index"; }
  int port() const { return port_; }
  httplib::Client client() const { return httplib::Client("127.0.0.1", port_); }

  ProgramResult stop() {
    program_->kill(SIGTERM);
    return program_->wait();
  }

 private:
  TemporaryFolder folder_;
  std::optional<RunningProgram> program_;
  int port_ = 0;
};

// Sends bytes as they are, and gives what comes back until the other side closes or is silent for
// `patience`. The library takes a client that has closed its side for one that is gone.
std::string raw_exchange(int port, const std::string& bytes, bool close_sending = false,
                         std::chrono::seconds patience = std::chrono::seconds(10)) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval limit{patience.count(), 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  std::string answer;
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    static_cast<void>(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    if (close_sending) ::shutdown(socket, SHUT_WR);
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof buffer, 0)) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(got));
    }
  }
  ::close(socket);
  return answer;
}

void check_alive(const Server& server) {
  const auto health = server.client().Get("/health");
  REQUIRE(health);
  CHECK(health->status == 200);
}

}  // namespace

TEST_CASE("A server answers as the command line does, until a signal ends it",
          "[end_to_end][serve]") {
  Server server;
  const auto answer = server.client().Get("/search?q=harbour&limit=3");
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->get_header_value("X-Content-Type-Options") == "nosniff");
  Json served = Json::parse(answer->body);
  Json printed = Json::parse(dateline_search({"query", "--index", server.index().string(),
                                              "harbour", "--limit", "3", "--format", "json"})
                                 .output);
  served.erase("took_ms");
  printed.erase("took_ms");
  CHECK(served == printed);

  const auto lines = server.client().Post(
      "/search/batch",
      "{\"id\": 1, \"query\": \"harbour\"}\nnonsense\n{\"id\": 3, \"query\": \"\"}\n",
      "application/x-ndjson");
  REQUIRE(lines);
  CHECK(std::count(lines->body.begin(), lines->body.end(), '\n') == 3);
  CHECK(lines->body.find("{\"id\":1,") == 0);
  CHECK(lines->body.find("\"code\":\"input\"") != std::string::npos);

  CHECK(server.client().Get("/ready")->status == 200);
  const std::string metrics = server.client().Get("/metrics")->body;
  CHECK(metrics.find("dateline_requests_total{route=\"/search\",status=\"200\"} 1\n") !=
        std::string::npos);
  CHECK(metrics.find("dateline_index_articles 30\n") != std::string::npos);

  const ProgramResult ended = server.stop();
  CHECK(ended.exit_code == 0);
  CHECK(ended.errors.empty());
}

TEST_CASE("What is published is answered by the next request", "[end_to_end][serve]") {
  Server server;
  add_lines(server.index(), "{\"id\": \"new\", \"text\": \"A zeppelin over the lake.\"}\n");
  const auto answer = server.client().Get("/search?q=zeppelin");
  REQUIRE(answer);
  CHECK(Json::parse(answer->body).at("total").at("articles") == 1);
}

TEST_CASE("Clients that break the rules get an error, and others their answers",
          "[end_to_end][serve]") {
  const Server server;
  struct Row {
    std::string what;
    std::string bytes;
    std::string answer;  // what its first line begins with; "" where there may be none
  };
  const std::string host = "Host: x\r\nConnection: close\r\n";
  const std::vector<Row> rows = {
      {"no request", "", ""},
      {"half a request", "GET /search HTT", ""},
      {"not HTTP", "\x16\x03\x01\x02\r\n\r\n", "HTTP/1.1 400"},
      {"an unknown method", "BREW / HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 4"},
      {"a method we have not", "DELETE /articles/a1 HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 405"},
      {"a long address",
       "GET /search?q=" + std::string(5000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 414"},
      {"a longer one", "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n",
       "HTTP/1.1 414"},
      {"a huge header",
       "GET / HTTP/1.1\r\nX: " + std::string(100'000, 'x') + "\r\n" + host + "\r\n", ""},
      {"bad chunks",
       "POST /search HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + host +
           "\r\nZZ\r\n{}\r\n0\r\n\r\n",
       "HTTP/1.1 4"},
      {"a body that does not come",
       "POST /search HTTP/1.1\r\nContent-Length: 100\r\n" + host + "\r\n{", ""},
      {"a body beyond the limit",
       "POST /search HTTP/1.1\r\nContent-Length: 99999999999\r\n" + host + "\r\n{", "HTTP/1.1 4"},
      {"an address that is not UTF-8", "GET /articles/%FF%FE HTTP/1.1\r\n" + host + "\r\n",
       "HTTP/1.1 400"},
      {"bad escapes", "GET /search?q=%zz%1 HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 200"},
      {"a way out of the folder", "GET /../../etc/passwd HTTP/1.1\r\n" + host + "\r\n",
       "HTTP/1.1 404"},
      {"the same, escaped", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + host + "\r\n",
       "HTTP/1.1 404"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string answer = raw_exchange(server.port(), row.bytes, row.answer.empty());
    CAPTURE(answer.substr(0, 300));
    CHECK(answer.substr(0, row.answer.size()) == row.answer);
    CHECK(answer.find("root:") == std::string::npos);
    check_alive(server);
  }
}

TEST_CASE("A client's name for its request is repeated only if it is plain",
          "[end_to_end][serve]") {
  const Server server;
  const auto named = [&](const std::string& id) {
    return server.client().Get("/health", {{"X-Request-Id", id}})->get_header_value("X-Request-Id");
  };
  CHECK(named("run-7_a") == "run-7_a");
  CHECK(named("a b").find('r') == 0);
  CHECK(named(std::string(65, 'a')).size() < 20);
  const std::string answer = raw_exchange(
      server.port(),
      "GET /search?q=a%0d%0aX-Evil:1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(answer.substr(0, answer.find("\r\n\r\n")).find("X-Evil") == std::string::npos);
}

TEST_CASE("Of requests sent before the answer came only the first is answered",
          "[end_to_end][serve]") {
  const Server server;
  const std::string one = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string answer = raw_exchange(server.port(), one + one);
  const std::size_t first = answer.find("\"ok\"");
  CHECK(first != std::string::npos);
  CHECK(answer.find("HTTP/1.1", first) == std::string::npos);
  check_alive(server);
}

TEST_CASE("Clients that send slowly do not keep others from their answers", "[end_to_end][serve]") {
  const Server server;
  std::vector<std::thread> slow;
  for (int at = 0; at < 20; ++at) {
    slow.emplace_back([&server] { raw_exchange(server.port(), "GET / HTTP/1.1\r\nX: "); });
  }
  for (int at = 0; at < 20; ++at) check_alive(server);
  for (std::thread& thread : slow) thread.join();  // the server gives them up
}

TEST_CASE("More requests than may wait are refused, and told when to come again",
          "[end_to_end][serve]") {
  const Server server({"--searches", "1", "--most-waiting", "1"});
  std::atomic<int> answered = 0;
  std::atomic<int> refused = 0;
  std::atomic<int> others = 0;
  std::vector<std::thread> clients;
  for (int at = 0; at < 16; ++at) {
    clients.emplace_back([&] {
      httplib::Client client = server.client();
      for (int turn = 0; turn < 30; ++turn) {
        const auto answer = client.Get("/search?q=harbour+office+the&limit=1000&per_article=9");
        if (answer && answer->status == 200) {
          ++answered;
        } else if (answer && answer->status == 429 &&
                   answer->get_header_value("Retry-After") == "1") {
          ++refused;
        } else {
          ++others;
        }
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(answered > 0);
  CHECK(refused > 0);
  CHECK(others == 0);
  check_alive(server);
}

TEST_CASE("The access log has a line of JSON for each request", "[end_to_end][serve]") {
  Server server({"--access-log"});
  server.client().Get("/search?q=secret");
  server.client().Get("/%22%0anext");
  const ProgramResult ended = server.stop();
  std::istringstream lines(ended.errors);
  std::vector<Json> logged;
  for (std::string line; std::getline(lines, line);) logged.push_back(Json::parse(line));
  REQUIRE(logged.size() == 2);
  CHECK(logged[0].at("path") == "/search");
  CHECK(logged[0].at("status") == 200);
  CHECK(logged[1].at("path") == "/\"\nnext");
  CHECK(ended.errors.find("secret") == std::string::npos);
}

TEST_CASE("A server that cannot begin says why", "[end_to_end][serve]") {
  const Server server;
  const ProgramResult taken =
      dateline_search({"serve", "--index", server.index().string(), "--listen",
                       "127.0.0.1:" + std::to_string(server.port())});
  CHECK(taken.exit_code == 2);
  CHECK(taken.errors.find("cannot listen on 127.0.0.1:") != std::string::npos);
  for (const char* wrong : {"127.0.0.1", ":80", "127.0.0.1:99999", "127.0.0.1:x"}) {
    const ProgramResult result =
        dateline_search({"serve", "--index", server.index().string(), "--listen", wrong});
    CAPTURE(wrong);
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("--listen must be") != std::string::npos);
  }
}

}  // namespace dateline
