// One client's socket: requests are read from it one after the other, and their replies written.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "searcher/serve/http_server.h"
#include "searcher/serve/job_queue.h"

namespace dateline {

class Connection;

// What connections share. Used by the reading thread only.
struct Connections {
  const HttpLimits& limits;
  JobQueue& queue;
  const HttpCalls& calls;
  std::set<Connection*> open{};
  std::uint64_t requests = 0;
  bool stopping = false;
};

// Lives as long as something is to be read, answered or written. Used by the reading thread only.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, Connections& shared);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read();

  // A connection that is between requests, or in the middle of sending one, has nothing to wait
  // for.
  void stop();

 private:
  using Body = std::shared_ptr<StreamedBody>;

  void on_read(boost::system::error_code error);
  void take_request();
  void enqueue();
  void reply_with(const WebReply& reply, const Body& body);
  void write_whole(const WebReply& reply);
  void write_head(const WebReply& reply);
  void write_more();
  void write_part();
  void on_part_written(boost::system::error_code error);
  void end_stream(bool whole);
  void on_written(bool sound);
  template <class Response>
  void set_fields(Response& response, const WebReply& reply) const;
  void report(int status, std::uint64_t bytes) const;

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::optional<boost::beast::http::response<boost::beast::http::string_body>> response_;
  std::optional<boost::beast::http::response<boost::beast::http::empty_body>> head_response_;
  std::optional<boost::beast::http::response_serializer<boost::beast::http::empty_body>>
      head_writer_;
  Connections& shared_;
  WebRequest request_;  // the one being answered
  std::chrono::steady_clock::time_point begun_;
  bool reading_ = false;
  bool keep_alive_ = false;
  bool is_head_ = false;

  Body body_;                // of a reply that is made while it is sent
  StreamedBody::Part part_;  // being written
  bool writing_ = false;
  bool in_chunks_ = false;  // else its end is the connection's, as HTTP/1.0 has it
  std::uint64_t sent_ = 0;  // bytes of the body
};

}  // namespace dateline
