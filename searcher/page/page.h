// The page a person searches with, as a server gives it: addresses in, HTML out. All that is shown
// is written here; the script of the page only fetches such pages and puts their parts in place, so
// everything but dragging and suggestions works without it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/filter_parser.h"
#include "searcher/page/page_state.h"
#include "searcher/search.h"

namespace dateline {

struct PageResponse {
  int status = 200;  // of HTTP
  std::string content_type;
  std::string body;
};

// To be sent with every page as Content-Security-Policy: nothing runs or loads but /page.css and
// /page.js, and forms go to the page only.
std::string_view page_policy();

// What an address leaves out is as in `defaults`. Answers "/", "/page.css" and "/page.js"; nothing
// for another path. With `article` in the parameters "/" shows that article, its passage from byte
// `start` to `end` marked; else it searches.
std::optional<PageResponse> page_response(Searcher& searcher, std::string_view path,
                                          const PageParameters& parameters,
                                          const FilterContext& context,
                                          const RequestDraft& defaults = {});

}  // namespace dateline
