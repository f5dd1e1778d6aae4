#include "searcher/serve/http_server.h"

#include <charconv>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include "common/text/in_quotes.h"
#include "searcher/serve/connection.h"
#include "searcher/serve/job_queue.h"

namespace dateline {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

class Listener {
 public:
  Listener(net::io_context& loop, Connections& shared)
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
  Connections& shared_;
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
    address.is_loopback = net::ip::make_address(address.host, wrong).is_loopback();
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
  Connections shared{limits, queue, calls};
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
