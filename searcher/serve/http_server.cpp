#include "searcher/serve/http_server.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <mutex>
#include <sstream>
#include <thread>

#include <httplib.h>
#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "searcher/batch.h"
#include "searcher/mcp/protocol.h"
#include "searcher/serve/metrics.h"
#include "searcher/serve/problem.h"
#include "searcher/serve/searcher_pool.h"

namespace dateline {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxBodyBytes = std::size_t{16} << 20;
constexpr std::size_t kMaxAddressBytes = 4096;  // the library matches addresses by recursion
constexpr std::size_t kIdleConnections = 64;    // beside those whose requests are being answered
constexpr int kClientSeconds = 5;               // to send, or take, the next bytes
constexpr const char* kLines = "application/x-ndjson";

// When the request of this thread began, and what to call it.
struct Begun {
  Clock::time_point start;
  std::string id;
};
thread_local Begun begun;

// For metrics: the part of an address that is ours.
std::string route_of(const std::string& path) {
  if (path.starts_with("/articles/")) return "/articles";
  for (const char* known : {"/", "/page.css", "/page.js", "/search", "/search/batch", "/facets",
                            "/mcp", "/health", "/ready", "/metrics"}) {
    if (path == known) return path;
  }
  return "other";
}

// A client's own name for its request, if it can stand in a header and a log.
bool is_request_id(const std::string& id) {
  constexpr std::size_t kLongest = 64;
  const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
  return !id.empty() && id.size() <= kLongest && std::all_of(id.begin(), id.end(), plain);
}

WebReply too_busy() {
  WebReply reply = problem(429, "busy", "too many requests wait already; try again in a second");
  reply.headers.emplace_back("Retry-After", "1");
  return reply;
}

class HttpServer {
 public:
  explicit HttpServer(const ServeOrder& order) : order_(order), pool_(order.most_waiting) {}

  Result<ExitStatus> run() {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t searches = order_.searches == 0 ? cores : order_.searches;
    if (auto opened = pool_.open(order_.index, searches); !opened) return opened.error();
    set_up(searches);
    const int port = order_.port == 0 ? server_.bind_to_any_port(order_.host)
                     : server_.bind_to_port(order_.host, order_.port) ? order_.port
                                                                      : -1;
    if (port < 0) {
      return Error{ErrorKind::kSystem, "cannot listen on " + order_.host + ":" +
                                           std::to_string(order_.port) +
                                           "; is another program there, or the address not ours?"};
    }
    std::thread stopper = stop_at_signal();
    std::cout << "listening on http://" << order_.host << ':' << port << std::endl;
    const bool listened = server_.listen_after_bind();
    ::kill(::getpid(), SIGTERM);  // wakes the stopper if it was not the one who ended this
    stopper.join();
    if (!listened && !stopped_) return Error{ErrorKind::kSystem, "the server broke off listening"};
    return ExitStatus::kSuccess;
  }

 private:
  // Signals are for one thread that waits for them; blocked before any other thread begins.
  std::thread stop_at_signal() {
    return std::thread([this] {
      const sigset_t signals = ending_signals();
      int signal = 0;
      sigwait(&signals, &signal);
      stopped_ = true;
      server_.stop();
    });
  }

  static sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
  }

  void set_up(std::size_t searches) {
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    const std::size_t threads = searches + order_.most_waiting + kIdleConnections;
    server_.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
    server_.set_payload_max_length(kMaxBodyBytes);
    server_.set_read_timeout(kClientSeconds);
    server_.set_write_timeout(kClientSeconds);
    server_.set_keep_alive_max_count(1000);
    server_.set_tcp_nodelay(true);
    server_.set_socket_options([](socket_t socket) {
      // The library's own would share the port with another server.
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server_.set_default_headers(
        {{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}});
    server_.set_pre_routing_handler(
        [this](const auto& request, auto& response) { return begin(request, response); });
    const auto handler = [this](const httplib::Request& request, httplib::Response& response) {
      answer(request, response);
    };
    server_.Get(".*", handler).Post(".*", handler);
    server_.set_exception_handler([](const auto&, auto& response, std::exception_ptr) {
      send(problem(500, "system", "the request could not be answered"), response);
    });
    server_.set_error_handler(httplib::Server::Handler([](const auto&, auto& response) {
      if (response.body.empty()) {
        send(problem(response.status, "request", "this is not a request the server takes"),
             response);
      }
    }));
    server_.set_logger(
        [this](const auto& request, const auto& response) { log(request, response); });
  }

  httplib::Server::HandlerResponse begin(const httplib::Request& request,
                                         httplib::Response& response) {
    begun.start = Clock::now();
    const std::string given = request.get_header_value("X-Request-Id");
    begun.id = is_request_id(given) ? given : "r" + std::to_string(++requests_);
    response.set_header("X-Request-Id", begun.id);
    const bool known =
        request.method == "GET" || request.method == "HEAD" || request.method == "POST";
    if (request.target.size() > kMaxAddressBytes) {
      send(problem(414, "request", "an address may have 4096 bytes; send a long query by POST"),
           response);
    } else if (!known) {
      send(problem(405, "method", "only GET, HEAD and POST are answered"), response);
      response.set_header("Allow", "GET, HEAD, POST");
    } else {
      return httplib::Server::HandlerResponse::Unhandled;
    }
    return httplib::Server::HandlerResponse::Handled;
  }

  void answer(const httplib::Request& request, httplib::Response& response) {
    if (request.path == "/health")
      return send({200, "application/json", "{\"status\":\"ok\"}\n"}, response);
    metrics_.begin();
    auto lease = std::make_shared<SearcherPool::Lease>(pool_.take());
    if (!*lease) {
      send(too_busy(), response);
    } else if (const auto renewed = (**lease).renew(); !renewed) {
      send(problem(renewed.error()), response);
    } else if (request.path == "/search/batch" && request.method == "POST") {
      stream_batch(request, lease, response);
    } else {
      send(reply(request, **lease), response);
    }
    metrics_.end();
  }

  WebReply reply(const httplib::Request& request, Searcher& searcher) {
    if (request.path == "/ready") return {200, "application/json", "{\"status\":\"ready\"}\n"};
    if (request.path == "/metrics") {
      return {200, "text/plain; version=0.0.4",
              metrics_.text(searcher.generation(), searcher.live_articles())};
    }
    if (request.path == "/mcp" && request.method == "POST") return mcp_reply(request, searcher);
    if (find_invalid_utf8(request.path)) {
      return problem(400, "request", "the address is not UTF-8");
    }
    const std::size_t mark = request.target.find('?');
    const std::string query_string =
        mark == std::string::npos ? "" : request.target.substr(mark + 1);
    return reply_to({request.method, request.path, query_string, request.body}, searcher,
                    order_.context);
  }

  // A page of another site must not reach through its reader's browser to a server that only the
  // reader can reach.
  WebReply mcp_reply(const httplib::Request& request, Searcher& searcher) {
    const std::string origin = request.get_header_value("Origin");
    if (!origin.empty() && origin != "http://" + request.get_header_value("Host")) {
      return problem(403, "origin", "pages of other sites have no access");
    }
    std::string reply = reply_to_message(request.body, searcher, order_.context);
    if (reply.empty()) return {202, "application/json", ""};
    return {200, "application/json", std::move(reply) + "\n"};
  }

  // The searcher stays with the batch until its last line is sent.
  void stream_batch(const httplib::Request& request,
                    const std::shared_ptr<SearcherPool::Lease>& lease,
                    httplib::Response& response) {
    response.set_chunked_content_provider(
        kLines, [this, lease, body = request.body](std::size_t, httplib::DataSink& sink) {
          std::istringstream lines(body);
          run_batch(lines, sink.os, order_.context.defaults, order_.context.filters,
                    [&](const Request& line) { return (**lease).search(line); });
          sink.done();
          return true;
        });
  }

  static void send(const WebReply& reply, httplib::Response& response) {
    response.status = reply.status;
    for (const auto& [name, value] : reply.headers) response.set_header(name, value);
    response.set_content(reply.body, reply.content_type);
  }

  void log(const httplib::Request& request, const httplib::Response& response) {
    const double seconds = std::chrono::duration<double>(Clock::now() - begun.start).count();
    metrics_.record(route_of(request.path), response.status, seconds);
    if (!order_.access_log) return;
    const nlohmann::ordered_json line = {
        {"id", begun.id},       {"client", request.remote_addr}, {"method", request.method},
        {"path", request.path}, {"status", response.status},     {"bytes", response.body.size()},
        {"ms", seconds * 1e3}};
    const std::string text =
        line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    const std::scoped_lock lock(log_mutex_);
    std::cerr << text;
  }

  const ServeOrder& order_;
  SearcherPool pool_;
  Metrics metrics_;
  httplib::Server server_;
  std::atomic<std::uint64_t> requests_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex log_mutex_;
};

}  // namespace

Result<ExitStatus> serve(const ServeOrder& order) { return HttpServer(order).run(); }

}  // namespace dateline
