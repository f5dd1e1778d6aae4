// The Model Context Protocol over messages of JSON-RPC 2.0: of 2026-07-28, in which every request
// stands alone, and of the years before, which begin with a handshake.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "searcher/search.h"
#include "searcher/serve/routes.h"

namespace dateline {

// The answer to one message, on one line without its end; "" to a notification, which has none.
// Whatever the message is: what cannot be read is answered by an error.
std::string reply_to_message(std::string_view message, Searcher& searcher,
                             const ServeContext& context);

// Answers the lines of `input` until it ends, each by the newest generation of the index.
void run_mcp(std::istream& input, std::ostream& output, Searcher& searcher,
             const ServeContext& context);

}  // namespace dateline
