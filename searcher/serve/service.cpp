#include "searcher/serve/service.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string_view>
#include <thread>
#include <utility>

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

// Sends each line as it is flushed.
class LineSender : public std::stringbuf {
 public:
  explicit LineSender(const BodySink& sink) : sink_(sink) {}

 protected:
  int sync() override {
    const bool is_read = sink_(str());
    str("");
    return is_read ? 0 : -1;
  }

 private:
  const BodySink& sink_;
};

// Counts as in flight as long as it lives.
class InFlight {
 public:
  explicit InFlight(Metrics& metrics) : metrics_(metrics) { metrics_.begin(); }
  InFlight(const InFlight&) = delete;
  InFlight& operator=(const InFlight&) = delete;
  ~InFlight() { metrics_.end(); }

 private:
  Metrics& metrics_;
};

WebReply batch_reply(const WebRequest& web, Searcher& searcher, const ServeContext& context,
                     Metrics& metrics) {
  WebReply reply{200, "application/x-ndjson", ""};
  reply.stream = [&](const BodySink& sink) {
    const InFlight counted(metrics);
    std::istringstream lines(web.body);
    LineSender sender(sink);
    std::ostream output(&sender);
    // Without answers from before it cannot fail.
    static_cast<void>(
        run_batch(lines, output, {context.defaults, context.filters},
                  {[&searcher](const Request& request) { return searcher.search(request); }}));
  };
  return reply;
}

WebReply mcp_reply(const WebRequest& web, Searcher& searcher, const ServeContext& context) {
  // The header repeats what the handshake agreed on; clients of before 2025-06-18 do not send it.
  if (!web.protocol_version.empty() && !speaks_protocol(web.protocol_version)) {
    return problem(400, "version", "no such version of the protocol is spoken here");
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
  Answerer(const ServeOrder& order, std::shared_ptr<const Synonyms> synonyms, Metrics& metrics)
      : order_(order),
        synonyms_(std::move(synonyms)),
        metrics_(metrics),
        searcher_(Searcher::open(order.index, synonyms_)) {}

  WebReply answer(const WebRequest& web) {
    if (const auto refusal = refusal_of(web)) return *refusal;
    if (web.path == "/health") return {200, kJson, "{\"status\":\"ok\"}\n"};
    if (!searcher_) searcher_ = Searcher::open(order_.index, synonyms_);
    if (!searcher_) return unavailable(searcher_.error());
    if (const auto renewed = searcher_->renew(); !renewed) return unavailable(renewed.error());
    const InFlight counted(metrics_);
    return answer_by(*searcher_, web);
  }

 private:
  WebReply answer_by(Searcher& searcher, const WebRequest& web) {
    if (web.path == "/ready") return {200, kJson, "{\"status\":\"ready\"}\n"};
    if (web.path == "/metrics") {
      return {200, "text/plain; version=0.0.4",
              metrics_.text(searcher.generation(), searcher.live_articles())};
    }
    if (web.path == "/mcp") return mcp_reply(web, searcher, order_.context);
    if (web.path == "/search/batch") {
      return batch_reply(web, searcher, order_.context, metrics_);
    }
    const auto path = decoded(web.path);
    if (!path) return problem(400, "request", "the address has wrong escapes or is not UTF-8");
    return reply_to({web.method, *path, web.query_string, web.body}, searcher, order_.context);
  }

  const ServeOrder& order_;
  std::shared_ptr<const Synonyms> synonyms_;
  Metrics& metrics_;
  Result<Searcher> searcher_;
};

void log(const WebRequest& web, const Answered& answered) {
  nlohmann::ordered_json line = {{"id", web.id},
                                 {"method", web.method},
                                 {"path", web.path},
                                 {"status", answered.status},
                                 {"bytes", answered.bytes},
                                 {"ms", std::round(answered.seconds * 1e6) / 1e3}};
  if (!web.client.empty()) line["client"] = web.client;
  std::cerr << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

Result<ExitStatus> serve(const ServeOrder& order) {
  const auto synonyms = shared_synonyms(order.synonyms);
  if (!synonyms) return synonyms.error();
  // What is wrong with the index is said before anybody is answered.
  if (const auto opened = Searcher::open(order.index); !opened) return opened.error();
  HttpLimits limits;
  limits.threads = order.searches;
  if (limits.threads == 0) limits.threads = std::max(1U, std::thread::hardware_concurrency());
  limits.waiting = order.most_waiting;
  AdmissionRules rules = order.admission;
  rules.on_loopback = order.listen.is_loopback;
  auto admission = Admission::with(std::move(rules));
  if (!admission) return admission.error();
  Metrics metrics;
  const auto make_handler = [&]() -> WebHandler {
    return [answerer = std::make_shared<Answerer>(order, *synonyms, metrics)](
               const WebRequest& web) { return answerer->answer(web); };
  };
  const auto answered = [&](const WebRequest& web, const Answered& answer) {
    metrics.record(route_of(web.path), answer.status, answer.seconds);
    if (order.access_log) log(web, answer);
  };
  const auto admit = [&](WebRequest& web) {
    return admission->refusal(web, std::chrono::steady_clock::now());
  };
  const auto started = [&](std::uint16_t port) {
    std::cout << "listening on http://" << order.listen.host << ':' << port << std::endl;
  };
  if (const auto served =
          serve_http(order.listen, limits, {make_handler, answered, started, admit});
      !served) {
    return served.error();
  }
  return ExitStatus::kSuccess;
}

}  // namespace dateline
