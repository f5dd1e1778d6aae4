// Errors as HTTP has them: RFC 9457, application/problem+json, with the code of ANSWER.md.
#pragma once

#include <string_view>

#include "common/error.h"
#include "searcher/serve/web.h"

namespace dateline {

// 400 for what the client can mend, 404, 503 for a search that took too long, else 500.
int status_of(ErrorKind kind);

// `code` is stable, `detail` is for people. REQUIRES: code is plain ASCII.
WebReply problem(int status, std::string_view code, std::string_view detail);
WebReply problem(const Error& error);

}  // namespace dateline
