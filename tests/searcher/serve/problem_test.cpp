#include "searcher/serve/problem.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Errors become statuses by who can mend them", "[serve]") {
  CHECK(status_of(ErrorKind::kInput) == 400);
  CHECK(status_of(ErrorKind::kRequest) == 400);
  CHECK(status_of(ErrorKind::kMissing) == 404);
  CHECK(status_of(ErrorKind::kTimeout) == 503);
  CHECK(status_of(ErrorKind::kCorrupt) == 500);
}

TEST_CASE("A problem is JSON whatever the client sent", "[serve]") {
  const WebReply reply = problem(Error{ErrorKind::kRequest, "no country \"\xFF\"\r\nX: y"});
  CHECK(reply.content_type == "application/problem+json");
  CHECK(reply.body ==
        "{\"type\":\"about:blank\",\"status\":400,\"code\":\"request\","
        "\"detail\":\"no country \\\"\uFFFD\\\"\\r\\nX: y\"}\n");
}

}  // namespace dateline
