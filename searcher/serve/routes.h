// What is answered at which address. README.md beside this file has the table.
#pragma once

#include "searcher/filter_parser.h"
#include "searcher/request_draft.h"
#include "searcher/search.h"
#include "searcher/serve/web.h"

namespace dateline {

// What all requests of a server share. Thread-safe as long as nobody changes it.
struct ServeContext {
  RequestDraft defaults;  // for what a request leaves out
  FilterContext filters;
};

// Every address but those about the server itself (see http_server.h), the lines of a batch and the
// messages of agents. A problem of status 404 where there is nothing.
// REQUIRES: the address takes() the request's method.
// REQUIRES: nobody else uses `searcher` meanwhile.
WebReply reply_to(const WebRequest& request, Searcher& searcher, const ServeContext& context);

}  // namespace dateline
