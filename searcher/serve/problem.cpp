#include "searcher/serve/problem.h"

#include <nlohmann/json.hpp>

namespace dateline {

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInput:
    case ErrorKind::kRequest:
      return 400;
    case ErrorKind::kMissing:
      return 404;
    case ErrorKind::kTimeout:
      return 503;
    default:
      return 500;
  }
}

WebReply problem(int status, std::string_view code, std::string_view detail) {
  const nlohmann::ordered_json fields = {
      {"type", "about:blank"}, {"status", status}, {"code", code}, {"detail", detail}};
  // Details may repeat what the client sent, whatever that is.
  return {status, "application/problem+json",
          fields.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"};
}

WebReply problem(const Error& error) {
  return problem(status_of(error.kind), code_of(error.kind), error.message);
}

}  // namespace dateline
