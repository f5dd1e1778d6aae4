// A request written as an address: /search?query=freight&countries=AZ&limit=3.
#pragma once

#include <string>

#include "searcher/page/page_state.h"

namespace dateline {

// The same request as JSON, for read_request(), which says what is wrong with it. Names are those
// of the JSON fields; `q` will do for `query` and `country` for `countries`. Lists are written by
// repeating a name. Of other names the last value counts.
std::string request_json_of(const PageParameters& parameters);

}  // namespace dateline
