#include "searcher/serve/service.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string_view>
#include <thread>

#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "searcher/batch.h"
#include "searcher/mcp/protocol.h"
#include "searcher/page/page_state.h"
#include "searcher/serve/addresses.h"
#include "searcher/serve/metrics.h"
#include "searcher/serve/problem.h"

namespace dateline {
namespace {

constexpr const char* kJson = "application/json";
constexpr std::size_t kMaxBatchReply = std::size_t{64} << 20;  // bytes

// For metrics: the part of an address that is ours.
std::string route_of(const std::string& path) {
  const Address* const address = find_address(path);
  if (address == nullptr) return "other";
  return std::string(address->path == "/articles/" ? "/articles" : address->path);
}

// What is said to a request that needs no index to be refused.
std::optional<WebReply> refusal_of(const WebRequest& web) {
  const Address* const address = find_address(web.path);
  if (address == nullptr) return problem(404, "missing", "there is nothing at this address");
  if (takes(*address, web.method)) return std::nullopt;
  const std::string methods(address->methods);
  WebReply reply = problem(405, "method", "this address takes " + methods);
  reply.headers.emplace_back("Allow", methods);
  return reply;
}

// Nothing if an escape is none or the path is not UTF-8.
std::optional<std::string> decoded(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (path[at] != '%') {
      out += path[at];
      continue;
    }
    const auto byte = escaped_byte(path, at);
    if (!byte) return std::nullopt;
    out += *byte;
    at += 2;
  }
  if (find_invalid_utf8(out)) return std::nullopt;
  return out;
}

// Takes lines until they are too many to keep for one reply.
class BoundedLines : public std::stringbuf {
 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize count) override {
    size_ += static_cast<std::size_t>(count);
    return size_ > kMaxBatchReply ? 0 : std::stringbuf::xsputn(bytes, count);
  }

 private:
  std::size_t size_ = 0;
};

WebReply batch_reply(const WebRequest& web, Searcher& searcher, const ServeContext& context) {
  std::istringstream lines(web.body);
  BoundedLines answers;
  std::ostream output(&answers);
  run_batch(lines, output, context.defaults, context.filters,
            [&searcher](const Request& request) { return searcher.search(request); });
  if (!output) {
    return problem(413, "request", "the answers take more than 64 MiB; ask in several batches");
  }
  return {200, "application/x-ndjson", answers.str()};
}

// A page of another site must not reach through its reader's browser to a server that only the
// reader can reach.
WebReply mcp_reply(const WebRequest& web, Searcher& searcher, const ServeContext& context) {
  if (!web.origin.empty() && web.origin != "http://" + web.host) {
    return problem(403, "origin", "pages of other sites have no access");
  }
  const MessageReply reply = reply_to_message(web.body, searcher, context);
  if (reply.line.empty()) return {202, kJson, ""};
  return {reply.was_message ? 200 : 400, kJson, reply.line + "\n"};
}

// The index cannot be read at present; the client has done nothing wrong.
WebReply unavailable(const Error& error) {
  return problem(503, code_of(error.kind), error.message);
}

// What one thread answers with.
class Answerer {
 public:
  Answerer(const ServeOrder& order, Metrics& metrics)
      : order_(order), metrics_(metrics), searcher_(Searcher::open(order.index)) {}

  WebReply answer(const WebRequest& web) {
    if (const auto refusal = refusal_of(web)) return *refusal;
    if (web.path == "/health") return {200, kJson, "{\"status\":\"ok\"}\n"};
    if (!searcher_) searcher_ = Searcher::open(order_.index);
    if (!searcher_) return unavailable(searcher_.error());
    if (const auto renewed = searcher_->renew(); !renewed) return unavailable(renewed.error());
    metrics_.begin();
    WebReply reply = answer_by(*searcher_, web);
    metrics_.end();
    return reply;
  }

 private:
  WebReply answer_by(Searcher& searcher, const WebRequest& web) {
    if (web.path == "/ready") return {200, kJson, "{\"status\":\"ready\"}\n"};
    if (web.path == "/metrics") {
      return {200, "text/plain; version=0.0.4",
              metrics_.text(searcher.generation(), searcher.live_articles())};
    }
    if (web.path == "/mcp") return mcp_reply(web, searcher, order_.context);
    if (web.path == "/search/batch") return batch_reply(web, searcher, order_.context);
    const auto path = decoded(web.path);
    if (!path) return problem(400, "request", "the address has wrong escapes or is not UTF-8");
    return reply_to({web.method, *path, web.query_string, web.body}, searcher, order_.context);
  }

  const ServeOrder& order_;
  Metrics& metrics_;
  Result<Searcher> searcher_;
};

void log(const WebRequest& web, const WebReply& reply, double seconds) {
  const nlohmann::ordered_json line = {{"id", web.id},
                                       {"method", web.method},
                                       {"path", web.path},
                                       {"status", reply.status},
                                       {"bytes", reply.body.size()},
                                       {"ms", std::round(seconds * 1e6) / 1e3}};
  std::cerr << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

Result<ExitStatus> serve(const ServeOrder& order) {
  // What is wrong with the index is said before anybody is answered.
  if (const auto opened = Searcher::open(order.index); !opened) return opened.error();
  HttpLimits limits;
  limits.threads = order.searches;
  if (limits.threads == 0) limits.threads = std::max(1U, std::thread::hardware_concurrency());
  limits.waiting = order.most_waiting;
  Metrics metrics;
  const auto make_handler = [&]() -> WebHandler {
    return [answerer = std::make_shared<Answerer>(order, metrics)](const WebRequest& web) {
      return answerer->answer(web);
    };
  };
  const auto answered = [&](const WebRequest& web, const WebReply& reply, double seconds) {
    metrics.record(route_of(web.path), reply.status, seconds);
    if (order.access_log) log(web, reply, seconds);
  };
  const auto started = [&](std::uint16_t port) {
    std::cout << "listening on http://" << order.listen.host << ':' << port << std::endl;
  };
  if (const auto served = serve_http(order.listen, limits, {make_handler, answered, started});
      !served) {
    return served.error();
  }
  return ExitStatus::kSuccess;
}

}  // namespace dateline
