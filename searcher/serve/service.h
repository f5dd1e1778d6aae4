// dateline-search serve: the index behind HTTP/1.1. README.md beside this file has the addresses.
#pragma once

#include <cstddef>
#include <filesystem>

#include "common/exit_status.h"
#include "common/result.h"
#include "searcher/serve/admission.h"
#include "searcher/serve/http_server.h"
#include "searcher/serve/routes.h"

namespace dateline {

struct ServeOrder {
  std::filesystem::path index;
  std::filesystem::path synonyms{};  // read once, at the start; empty: none
  ListenAddress listen{"127.0.0.1", 7700};
  std::size_t searches = 0;  // at once; 0: one for each core
  std::size_t most_waiting = HttpLimits{}.waiting;
  AdmissionRules admission{};  // but `on_loopback`, which `listen` tells
  bool access_log = true;      // one line of JSON for each reply, on standard error
  ServeContext context;
};

// Says "listening on http://HOST:PORT" on standard output and answers until SIGTERM or SIGINT;
// then no more are accepted, and those begun are answered. Fails as Searcher::open() does, and
// Admission::with() does, and with kSystem if the address is taken or not ours.
Result<ExitStatus> serve(const ServeOrder& order);

}  // namespace dateline
