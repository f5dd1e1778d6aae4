#include "searcher/serve/connection.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include "searcher/serve/problem.h"

namespace dateline {
namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using net::ip::tcp;
using Clock = std::chrono::steady_clock;

// A client's own name for its request, if it can stand in a header and a log.
bool is_request_id(const std::string& id) {
  constexpr std::size_t kLongest = 64;
  const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
  return !id.empty() && id.size() <= kLongest && std::all_of(id.begin(), id.end(), plain);
}

}  // namespace

Connection::Connection(tcp::socket socket, Connections& shared)
    : stream_(std::move(socket)),
      buffer_(shared.limits.header_bytes + shared.limits.body_bytes),
      shared_(shared) {
  shared_.open.insert(this);
}

Connection::~Connection() { shared_.open.erase(this); }

void Connection::read() {
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

void Connection::stop() {
  if (reading_) stream_.cancel();
}

void Connection::on_read(error_code error) {
  keep_alive_ = false;
  is_head_ = false;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return;
  request_ = {};
  request_.id = "r" + std::to_string(++shared_.requests);
  begun_ = Clock::now();
  if (!error) return take_request();
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return write_whole(problem(431, "request", "the headers are longer than the server takes"));
  }
  if (error == http::error::body_limit) {
    return write_whole(problem(413, "request", "the body is longer than the server takes"));
  }
  if (error.category() == http::make_error_code(http::error::bad_method).category()) {
    write_whole(problem(400, "request", "the request is not HTTP/1.1: " + error.message()));
  }
}

void Connection::take_request() {
  const auto& message = parser_->get();
  keep_alive_ = message.keep_alive() && !shared_.stopping;
  in_chunks_ = message.version() >= 11;
  is_head_ = message.method() == http::verb::head;
  const std::string target(message.target());
  const std::size_t mark = target.find('?');
  const auto header = [&message](auto name) { return std::string(message[name]); };
  request_.method = is_head_ ? "GET" : std::string(message.method_string());
  request_.path = target.substr(0, mark);
  if (mark != std::string::npos) request_.query_string = target.substr(mark + 1);
  request_.origin = header(http::field::origin);
  request_.host = header(http::field::host);
  request_.authorization = header(http::field::authorization);
  request_.protocol_version = header("MCP-Protocol-Version");
  request_.api_key = header("X-Api-Key");
  if (const auto id = header("X-Request-Id"); is_request_id(id)) request_.id = id;
  if (shared_.calls.admit) {
    if (const auto refusal = shared_.calls.admit(request_)) return write_whole(*refusal);
  }
  enqueue();
}

void Connection::enqueue() {
  WebRequest request = request_;  // what stays is for the reply and the log, without the body
  request.body = std::move(parser_->get().body());
  stream_.expires_never();
  // The guard keeps the loop running while only an answering thread knows of the connection.
  const auto guard = net::make_work_guard(stream_.get_executor());
  const auto self = shared_from_this();
  const auto reply = [self, guard](WebReply made, std::shared_ptr<StreamedBody> body) {
    net::post(self->stream_.get_executor(), [self, made = std::move(made), body = std::move(body)] {
      self->reply_with(made, body);
    });
  };
  const auto more = [self, guard] {
    net::post(self->stream_.get_executor(), [self] { self->write_more(); });
  };
  if (shared_.queue.push({std::move(request), reply, more})) return;
  WebReply busy = problem(429, "busy", "too many requests wait already; try again in a second");
  busy.headers.emplace_back("Retry-After", "1");
  write_whole(busy);
}

void Connection::reply_with(const WebReply& reply, const Body& body) {
  if (!body) return write_whole(reply);
  body_ = body;
  write_head(reply);
}

template <class Response>
void Connection::set_fields(Response& response, const WebReply& reply) const {
  response.version(11);
  response.result(static_cast<unsigned>(reply.status));
  if (!reply.content_type.empty()) response.set(http::field::content_type, reply.content_type);
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("X-Request-Id", request_.id);
  for (const auto& [name, value] : request_.reply_headers) response.set(name, value);
  for (const auto& [name, value] : reply.headers) response.set(name, value);
  response.keep_alive(keep_alive_);
}

void Connection::write_whole(const WebReply& reply) {
  keep_alive_ = keep_alive_ && !shared_.stopping;
  response_.emplace();
  set_fields(*response_, reply);
  if (reply.status != 204) response_->content_length(reply.body.size());
  if (!is_head_) response_->body() = reply.body;
  report(reply.status, reply.body.size());
  stream_.expires_after(shared_.limits.write_time);
  http::async_write(stream_, *response_,
                    [self = shared_from_this()](error_code error, std::size_t /*bytes*/) {
                      self->on_written(!error);
                    });
}

void Connection::write_head(const WebReply& reply) {
  keep_alive_ = keep_alive_ && !shared_.stopping && in_chunks_;
  sent_ = 0;
  head_response_.emplace();
  set_fields(*head_response_, reply);
  if (in_chunks_) head_response_->chunked(true);
  head_writer_.emplace(*head_response_);
  writing_ = true;
  stream_.expires_after(shared_.limits.write_time);
  http::async_write_header(stream_, *head_writer_,
                           [self = shared_from_this()](error_code error, std::size_t /*bytes*/) {
                             self->on_part_written(error);
                           });
}

void Connection::write_more() {
  if (!body_ || writing_) return;
  part_ = body_->take();
  if (!part_.bytes.empty()) return write_part();
  if (part_.last) end_stream(part_.whole);
}

void Connection::write_part() {
  writing_ = true;
  sent_ += part_.bytes.size();
  stream_.expires_after(shared_.limits.write_time);
  auto written = [self = shared_from_this()](error_code error, std::size_t /*bytes*/) {
    self->on_part_written(error);
  };
  const net::const_buffer bytes = net::buffer(part_.bytes);
  if (in_chunks_) return net::async_write(stream_, http::make_chunk(bytes), std::move(written));
  net::async_write(stream_, bytes, std::move(written));
}

void Connection::on_part_written(error_code error) {
  writing_ = false;
  if (error) return end_stream(false);
  stream_.expires_never();  // the next piece may take its time
  write_more();
}

void Connection::end_stream(bool whole) {
  body_->close();
  body_.reset();
  report(static_cast<int>(head_response_->result_int()), sent_);
  // A body that breaks off has no end, by which the client knows it for broken.
  if (!whole) return stream_.close();
  if (!in_chunks_) return on_written(true);
  stream_.expires_after(shared_.limits.write_time);
  net::async_write(stream_, http::make_chunk_last(),
                   [self = shared_from_this()](error_code error, std::size_t /*bytes*/) {
                     self->on_written(!error);
                   });
}

void Connection::on_written(bool sound) {
  if (!sound) return;
  if (keep_alive_ && !shared_.stopping) return read();
  error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

void Connection::report(int status, std::uint64_t bytes) const {
  const std::chrono::duration<double> taken = Clock::now() - begun_;
  shared_.calls.answered(request_, {status, bytes, taken.count()});
}

}  // namespace dateline
