// The server as its clients meet it.
#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>

#include <arpa/inet.h>
#include <catch2/catch.hpp>
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

struct Reply {
  int status = 0;  // 0: none came
  std::string headers;
  std::string body;
};

// Sends bytes as they are, and gives what comes back until the server closes, for 20 s at most.
std::string sent_to(int port, const std::string& bytes) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval limit{20, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  std::string answer;
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    static_cast<void>(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof buffer, 0)) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(got));
    }
  }
  ::close(socket);
  return answer;
}

// A body in chunks, as one; "" if it has no end.
std::string joined(const std::string& chunks) {
  std::string body;
  std::size_t at = 0;
  while (true) {
    const std::size_t line_end = chunks.find("\r\n", at);
    if (line_end == std::string::npos) return "";
    const std::size_t size = std::stoul(chunks.substr(at, line_end - at), nullptr, 16);
    if (size == 0) return body;
    body += chunks.substr(line_end + 2, size);
    at = line_end + 2 + size + 2;
  }
}

class Server {
 public:
  explicit Server(const Words& options = {"--no-access-log"}) {
    add_lines(index(), article_lines(1, 30));
    Words words = {"serve", "--index", index().string(), "--listen", "127.0.0.1:0"};
    words.insert(words.end(), options.begin(), options.end());
    program_.emplace(RunningProgram::start(search_call(words)));
    const std::string line = program_->read_line();
    REQUIRE(line.find("listening on http://127.0.0.1:") == 0);
    port_ = std::stoi(line.substr(line.rfind(':') + 1));
  }

  fs::path index() const { return folder_ / "index"; }
  int port() const { return port_; }

  Reply ask(const std::string& first_line, const std::string& body = "",
            const std::string& headers = "") const {
    const std::string answer = sent_to(
        port_, first_line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers +
                   "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    const std::size_t end = answer.find("\r\n\r\n");
    if (end == std::string::npos) return {};
    const std::string head = answer.substr(0, end + 2);
    const std::string rest = answer.substr(end + 4);
    const bool in_chunks = head.find("chunked") != std::string::npos;
    return {std::stoi(answer.substr(9, 3)), head, in_chunks ? joined(rest) : rest};
  }

  ProgramResult stop() {
    program_->kill(SIGTERM);
    return program_->wait();
  }

 private:
  TemporaryFolder folder_;
  std::optional<RunningProgram> program_;
  int port_ = 0;
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A server answers as the command line does, until a signal ends it",
          "[end_to_end][serve]") {
  Server server;
  const Reply answer = server.ask("GET /search?q=harbour&limit=3");
  REQUIRE(answer.status == 200);
  CHECK(contains(answer.headers, "X-Content-Type-Options: nosniff\r\n"));
  Json served = Json::parse(answer.body);
  Json printed = Json::parse(dateline_search({"query", "--index", server.index().string(),
                                              "harbour", "--limit", "3", "--format", "json"})
                                 .output);
  served.erase("took_ms");
  printed.erase("took_ms");
  CHECK(served == printed);

  const Reply lines =
      server.ask("POST /search/batch",
                 "{\"id\": 1, \"query\": \"harbour\"}\nnonsense\n{\"id\": 3, \"query\": \"\"}\n");
  CHECK(std::count(lines.body.begin(), lines.body.end(), '\n') == 3);
  CHECK(contains(lines.headers, "Transfer-Encoding: chunked\r\n"));
  CHECK(lines.body.find("{\"id\":1,") == 0);
  CHECK(contains(lines.body, "\"code\":\"input\""));

  CHECK(server.ask("GET /health").status == 200);
  CHECK(server.ask("GET /ready").status == 200);
  const std::string metrics = server.ask("GET /metrics").body;
  CHECK(contains(metrics, "dateline_requests_total{route=\"/search\",status=\"200\"} 1\n"));
  CHECK(contains(metrics, "dateline_index_articles 30\n"));
  const Reply head = server.ask("HEAD /search?q=harbour");
  CHECK(head.status == 200);
  CHECK(head.body.empty());

  const ProgramResult ended = server.stop();
  CHECK(ended.exit_code == 0);
  CHECK(ended.errors.empty());
}

TEST_CASE("A server has its synonyms from a file", "[end_to_end][serve]") {
  const TemporaryFolder folder;
  const std::string synonyms = folder.write("words.txt", "haven => harbour\n").string();
  Server server({"--no-access-log", "--synonyms", synonyms});
  CHECK(Json::parse(server.ask("GET /search?query=haven").body)["total"]["articles"] == 30);
}

TEST_CASE("What is published is answered by the next request", "[end_to_end][serve]") {
  const Server server;
  add_lines(server.index(), "{\"id\": \"new\", \"text\": \"A zeppelin over the lake.\"}\n");
  const Reply answer = server.ask("GET /search?q=zeppelin");
  REQUIRE(answer.status == 200);
  CHECK(Json::parse(answer.body).at("total").at("articles") == 1);
}

TEST_CASE("Without its index a server is alive but not ready", "[end_to_end][serve]") {
  const Server server;
  fs::remove_all(server.index());
  CHECK(server.ask("GET /health").status == 200);
  const Reply ready = server.ask("GET /ready");
  CHECK(ready.status == 503);
  CHECK(contains(ready.body, "\"code\":\"missing\""));
  CHECK(server.ask("GET /search?q=harbour").status == 503);
}

TEST_CASE("Addresses cannot lead out of what is served", "[end_to_end][serve]") {
  const Server server;
  struct Row {
    std::string first_line;
    int status;
  };
  const std::vector<Row> rows = {
      {"GET /../../etc/passwd", 404},
      {"GET /%2e%2e/%2e%2e/etc/passwd", 404},
      {"GET /articles/..%2f..%2fetc%2fpasswd", 404},
      {"GET /articles/%FF%FE", 400},
      {"GET /articles/%zz", 400},
      {"GET /search?q=%zz%1", 200},
      {"GET /search?q=a%0d%0aX-Evil:1", 200},
      {"DELETE /articles/a1", 405},
      {"PUT /search", 405},
      {"POST /articles/a1", 405},
      {"POST /health", 405},
      {"GET /search/batch", 405},
      {"GET /verify", 405},
      {"GET /" + std::string(40'000, 'a'), 431},
  };
  for (const Row& row : rows) {
    const Reply reply = server.ask(row.first_line);
    CAPTURE(row.first_line.substr(0, 80), reply.body.substr(0, 200));
    CHECK(reply.status == row.status);
    CHECK_FALSE(contains(reply.headers, "X-Evil"));
    CHECK_FALSE(contains(reply.body, "root:"));
  }
}

TEST_CASE("Messages of agents are answered, but not to pages of other sites",
          "[end_to_end][serve][mcp]") {
  const Server server;
  const std::string ping = R"({"jsonrpc":"2.0","id":1,"method":"ping"})";
  CHECK(server.ask("POST /mcp", ping).body == "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n");
  CHECK(server.ask("POST /mcp", R"({"method":"notifications/initialized"})").status == 202);
  CHECK(server.ask("POST /mcp", "nonsense").status == 400);
  CHECK(server.ask("POST /mcp", ping, "Origin: http://localhost\r\n").status == 200);
  CHECK(server.ask("POST /mcp", ping, "Origin: http://evil.example\r\n").status == 403);
  CHECK(server.ask("GET /mcp").status == 405);
  CHECK(server.ask("POST /mcp", ping, "MCP-Protocol-Version: 2025-06-18\r\n").status == 200);
  CHECK(server.ask("POST /mcp", ping, "MCP-Protocol-Version: 1999-01-01\r\n").status == 400);
}

TEST_CASE("A client's name for its request is repeated only if it is plain",
          "[end_to_end][serve]") {
  const Server server;
  const auto named = [&server](const std::string& id) {
    return server.ask("GET /health", "", "X-Request-Id: " + id + "\r\n").headers;
  };
  CHECK(contains(named("run-7_a"), "X-Request-Id: run-7_a\r\n"));
  CHECK(contains(named("a b"), "X-Request-Id: r2\r\n"));
  CHECK(contains(named(std::string(65, 'a')), "X-Request-Id: r3\r\n"));
}

TEST_CASE("More requests than may wait are refused, and others get their answers",
          "[end_to_end][serve]") {
  const Server server({"--searches", "1", "--most-waiting", "1", "--no-access-log"});
  std::atomic<int> answered = 0;
  std::atomic<int> refused = 0;
  std::atomic<int> others = 0;
  std::vector<std::thread> clients;
  for (int at = 0; at < 16; ++at) {
    clients.emplace_back([&] {
      for (int turn = 0; turn < 30; ++turn) {
        const Reply reply = server.ask("GET /search?q=harbour+office+the&limit=1000&per_article=9");
        const bool busy = reply.status == 429 && contains(reply.headers, "Retry-After: 1\r\n");
        ++(reply.status == 200 ? answered : busy ? refused : others);
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(answered > 0);
  CHECK(refused > 0);
  CHECK(others == 0);
  CHECK(server.ask("GET /health").status == 200);
}

TEST_CASE("The access log has a line of JSON for each reply, without what was asked",
          "[end_to_end][serve]") {
  Server server({"--access-log"});
  server.ask("GET /search?q=secret");
  sent_to(server.port(), "nonsense\r\n\r\n");
  const ProgramResult ended = server.stop();
  std::istringstream lines(ended.errors);
  std::vector<Json> logged;
  for (std::string line; std::getline(lines, line);) logged.push_back(Json::parse(line));
  REQUIRE(logged.size() == 2);
  CHECK(logged[0].at("path") == "/search");
  CHECK(logged[0].at("status") == 200);
  CHECK(logged[1].at("status") == 400);
  CHECK_FALSE(contains(ended.errors, "secret"));
}

TEST_CASE("With a file of keys only those who have one are answered, and revoking one is heard",
          "[end_to_end][serve]") {
  const TemporaryFolder folder;
  const fs::path keys = folder / "keys";
  std::ofstream(keys)
      << "desk sha256:8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8\n";
  Server server({"--keys", keys.string()});
  const std::string key = "Authorization: Bearer alpha\r\n";
  CHECK(server.ask("GET /search?q=harbour").status == 401);
  CHECK(server.ask("GET /search?q=harbour", "", "X-Api-Key: wrong\r\n").status == 401);
  CHECK(server.ask("GET /search?q=harbour", "", key).status == 200);
  const Reply refused = server.ask("GET /");
  CHECK(contains(refused.headers, "WWW-Authenticate: Basic realm=\"dateline\""));
  CHECK(server.ask("GET /health").status == 200);
  std::ofstream(keys) << "# nobody\n";
  int status = 200;
  for (int wait = 0; status == 200 && wait < 50; ++wait) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    status = server.ask("GET /search?q=harbour", "", key).status;
  }
  CHECK(status == 401);
  const ProgramResult ended = server.stop();
  CHECK(contains(ended.errors, "\"client\":\"desk\""));
  CHECK_FALSE(contains(ended.errors, "alpha"));
}

TEST_CASE("Other names and pages of other sites are let in only where that was said",
          "[end_to_end][serve]") {
  const Server server({"--no-access-log", "--allow-host", "search.example", "--allow-origin",
                       "https://news.example"});
  const auto ask = [&server](const std::string& method, const std::string& headers) {
    return sent_to(server.port(), method + " /search?q=harbour HTTP/1.1\r\n" + headers +
                                      "Connection: close\r\n\r\n");
  };
  CHECK(contains(ask("GET", "Host: search.example\r\n"), " 200 OK"));
  CHECK(contains(ask("GET", "Host: evil.example\r\n"), " 403 Forbidden"));
  CHECK(contains(ask("GET", "Host: localhost\r\nOrigin: https://news.example\r\n"),
                 "\r\nAccess-Control-Allow-Origin: https://news.example\r\n"));
  const std::string preflight = "Access-Control-Request-Method: POST\r\n";
  const std::string allowed =
      ask("OPTIONS", "Host: localhost\r\nOrigin: https://news.example\r\n" + preflight);
  CHECK(contains(allowed, " 204 No Content"));
  CHECK(contains(allowed, "\r\nAccess-Control-Allow-Methods: GET, HEAD, POST\r\n"));
  const std::string other =
      ask("OPTIONS", "Host: localhost\r\nOrigin: https://evil.example\r\n" + preflight);
  CHECK(contains(other, " 405 "));
  CHECK_FALSE(contains(other, "Access-Control-Allow-Origin"));
}

TEST_CASE("A server that cannot begin says why", "[end_to_end][serve]") {
  const Server server;
  const ProgramResult taken =
      dateline_search({"serve", "--index", server.index().string(), "--listen",
                       "127.0.0.1:" + std::to_string(server.port())});
  CHECK(taken.exit_code == 2);
  CHECK(contains(taken.errors, "cannot listen on 127.0.0.1:"));
  const ProgramResult missing = dateline_search({"serve", "--index", "/nowhere/index"});
  CHECK(missing.exit_code == 2);
  CHECK(contains(missing.errors, "/nowhere/index"));
  for (const char* wrong : {"127.0.0.1", ":80", "127.0.0.1:99999", "localhost:80"}) {
    const ProgramResult result =
        dateline_search({"serve", "--index", server.index().string(), "--listen", wrong});
    CAPTURE(wrong);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.errors, "--listen takes"));
  }
}

}  // namespace dateline
