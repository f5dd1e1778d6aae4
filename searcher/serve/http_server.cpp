#include "searcher/serve/http_server.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "common/text/in_quotes.h"
#include "searcher/serve/problem.h"

namespace dateline {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using net::ip::tcp;

using Clock = std::chrono::steady_clock;
using Reply = std::function<void(WebReply)>;

// A client's own name for its request, if it can stand in a header and a log.
bool is_request_id(const std::string& id) {
  constexpr std::size_t kLongest = 64;
  const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
  return !id.empty() && id.size() <= kLongest && std::all_of(id.begin(), id.end(), plain);
}

struct Job {
  WebRequest request;
  Reply reply;  // may be called on any thread, once
};

// From the thread that reads to those that answer. Thread-safe.
class JobQueue {
 public:
  explicit JobQueue(std::size_t most) : most_(most) {}

  bool push(Job job) {
    const std::lock_guard lock(mutex_);
    if (jobs_.size() >= most_) return false;
    jobs_.push_back(std::move(job));
    changed_.notify_one();
    return true;
  }

  // Waits. Nothing once the queue is closed and empty.
  std::optional<Job> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
    if (jobs_.empty()) return std::nullopt;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool closed_ = false;
};

void answer_jobs(JobQueue& queue, const WebHandler& handler) {
  while (auto job = queue.pop()) {
    WebReply reply;
    try {
      reply = handler(job->request);
    } catch (const std::exception& exception) {
      reply = problem(500, "system", exception.what());
    }
    job->reply(std::move(reply));
  }
}

class Connection;

// What connections share. Used by the reading thread only.
struct Shared {
  const HttpLimits& limits;
  JobQueue& queue;
  const HttpCalls& calls;
  std::set<Connection*> open{};
  std::uint64_t requests = 0;
  bool stopping = false;
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, Shared& shared)
      : stream_(std::move(socket)),
        buffer_(shared.limits.header_bytes + shared.limits.body_bytes),
        shared_(shared) {
    shared_.open.insert(this);
  }
  ~Connection() { shared_.open.erase(this); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read() {
    parser_.emplace();
    parser_->header_limit(shared_.limits.header_bytes);
    parser_->body_limit(shared_.limits.body_bytes);
    stream_.expires_after(shared_.limits.read_time);
    reading_ = true;
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](error_code error, std::size_t /*bytes*/) {
                       self->reading_ = false;
                       self->on_read(error);
                     });
  }

  // A connection that is between requests, or in the middle of sending one, has nothing to wait
  // for.
  void stop() {
    if (reading_) stream_.cancel();
  }

 private:
  void on_read(error_code error) {
    keep_alive_ = false;
    head_ = false;
    if (error == http::error::end_of_stream || error == http::error::partial_message) return;
    request_ = {};
    request_.id = "r" + std::to_string(++shared_.requests);
    begun_ = Clock::now();
    if (!error) return dispatch();
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
      return write(problem(431, "request", "the headers are longer than the server takes"));
    }
    if (error == http::error::body_limit) {
      return write(problem(413, "request", "the body is longer than the server takes"));
    }
    if (error.category() == http::make_error_code(http::error::bad_method).category()) {
      write(problem(400, "request", "the request is not HTTP/1.1: " + error.message()));
    }
  }

  void dispatch() {
    const auto& message = parser_->get();
    keep_alive_ = message.keep_alive() && !shared_.stopping;
    head_ = message.method() == http::verb::head;
    const std::string target(message.target());
    const std::size_t mark = target.find('?');
    const auto header = [&message](auto name) { return std::string(message[name]); };
    request_.method = head_ ? "GET" : std::string(message.method_string());
    request_.path = target.substr(0, mark);
    if (mark != std::string::npos) request_.query_string = target.substr(mark + 1);
    request_.origin = header(http::field::origin);
    request_.host = header(http::field::host);
    if (const auto id = header("X-Request-Id"); is_request_id(id)) request_.id = id;
    WebRequest request = request_;  // what stays is for the log, without the body
    request.body = std::move(parser_->get().body());
    stream_.expires_never();
    const auto executor = stream_.get_executor();
    // The guard keeps the loop running while only an answering thread knows of the connection.
    const auto guard = net::make_work_guard(executor);
    Job job{std::move(request), [self = shared_from_this(), guard](WebReply reply) {
              net::post(self->stream_.get_executor(),
                        [self, reply = std::move(reply)]() mutable { self->write(reply); });
            }};
    if (!shared_.queue.push(std::move(job))) {
      WebReply reply =
          problem(429, "busy", "too many requests wait already; try again in a second");
      reply.headers.emplace_back("Retry-After", "1");
      write(reply);
    }
  }

  void write(const WebReply& reply) {
    response_.emplace();
    response_->version(11);
    response_->result(static_cast<unsigned>(reply.status));
    response_->set(http::field::content_type, reply.content_type);
    response_->set("X-Content-Type-Options", "nosniff");
    response_->set("Referrer-Policy", "no-referrer");
    response_->set("X-Request-Id", request_.id);
    for (const auto& [name, value] : reply.headers) response_->set(name, value);
    keep_alive_ = keep_alive_ && !shared_.stopping;
    response_->keep_alive(keep_alive_);
    response_->content_length(reply.body.size());
    if (!head_) response_->body() = reply.body;
    shared_.calls.answered(request_, reply,
                           std::chrono::duration<double>(Clock::now() - begun_).count());
    stream_.expires_after(shared_.limits.write_time);
    http::async_write(stream_, *response_,
                      [self = shared_from_this()](error_code error, std::size_t /*bytes*/) {
                        if (error) return;
                        if (self->keep_alive_ && !self->shared_.stopping) return self->read();
                        error_code ignored;
                        self->stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
                      });
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<http::response<http::string_body>> response_;
  Shared& shared_;
  WebRequest request_;  // the one being answered
  Clock::time_point begun_;
  bool reading_ = false;
  bool keep_alive_ = false;
  bool head_ = false;
};

class Listener {
 public:
  Listener(net::io_context& loop, Shared& shared)
      : acceptor_(loop), pause_(loop), shared_(shared) {}

  error_code open(const ListenAddress& address) {
    error_code error;
    const auto ip = net::ip::make_address(address.host, error);
    if (error) return error;
    const tcp::endpoint endpoint(ip, address.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(tcp::acceptor::max_listen_connections, error);
    return error;
  }

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (shared_.stopping) return;
      if (error) return accept_later();
      if (shared_.open.size() < shared_.limits.connections) {
        std::make_shared<Connection>(std::move(socket), shared_)->read();
      }
      accept();
    });
  }

  void stop() {
    shared_.stopping = true;
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    for (Connection* connection : shared_.open) connection->stop();
  }

 private:
  // Out of descriptors: at once again would be a busy loop.
  void accept_later() {
    pause_.expires_after(std::chrono::milliseconds(100));
    pause_.async_wait([this](error_code error) {
      if (!error) accept();
    });
  }

  tcp::acceptor acceptor_;
  net::steady_timer pause_;
  Shared& shared_;
};

}  // namespace

Result<ListenAddress> parse_listen_address(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  ListenAddress address;
  bool sound = colon != std::string::npos;
  if (sound) {
    address.host = text.substr(0, colon);
    if (address.host.size() > 2 && address.host.front() == '[' && address.host.back() == ']') {
      address.host = address.host.substr(1, address.host.size() - 2);
    }
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data() + colon + 1, last, address.port);
    error_code wrong;
    net::ip::make_address(address.host, wrong);
    sound = error == std::errc{} && end == last && !wrong;
  }
  if (sound) return address;
  return Error{
      ErrorKind::kRequest,
      "--listen takes an IP address and a port such as 127.0.0.1:7700, not " + in_quotes(text)};
}

Result<void> serve_http(const ListenAddress& address, const HttpLimits& limits,
                        const HttpCalls& calls) {
  JobQueue queue(limits.waiting);
  Shared shared{limits, queue, calls};
  net::io_context loop(1);
  Listener listener(loop, shared);
  if (const error_code error = listener.open(address); error) {
    return Error{ErrorKind::kSystem, "cannot listen on " + address.host + ':' +
                                         std::to_string(address.port) + ": " + error.message()};
  }
  net::signal_set signals(loop, SIGTERM, SIGINT);
  signals.async_wait([&listener](error_code error, int /*signal*/) {
    if (!error) listener.stop();
  });
  std::vector<std::thread> threads;
  for (std::size_t at = 0; at < limits.threads; ++at) {
    threads.emplace_back([&] { answer_jobs(queue, calls.make_handler()); });
  }
  listener.accept();
  calls.started(listener.port());
  loop.run();
  queue.close();
  for (std::thread& thread : threads) thread.join();
  return {};
}

}  // namespace dateline
