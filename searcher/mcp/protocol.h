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

// Whether this is a version of the protocol that we speak.
bool speaks_protocol(std::string_view version);

struct MessageReply {
  std::string line;         // without its end; "" to a notification, which has no answer
  bool was_message = true;  // else the line is an error that says why it could not be read as one
};

// The answer to one message. Never fails, whatever the message is.
MessageReply reply_to_message(std::string_view message, Searcher& searcher,
                              const ServeContext& context);

// Answers the lines of `input` until it ends, each by the newest generation of the index.
void run_mcp(std::istream& input, std::ostream& output, Searcher& searcher,
             const ServeContext& context);

}  // namespace dateline
