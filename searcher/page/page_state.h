// What a page's address says: the form a reader filled in. The same names as a request's JSON has,
// but `q` for the query and `country` for each of the countries.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"
#include "searcher/request_draft.h"

namespace dateline {

// Names and values, percent-decoded, in the order of the address.
using PageParameters = std::vector<std::pair<std::string, std::string>>;

// The byte that "%C3" at this place of an address stands for; nothing if it is no escape.
std::optional<char> escaped_byte(std::string_view text, std::size_t at);

// "q=customs+union&country=AZ" -> pairs. Bytes that are not UTF-8 become U+FFFD.
PageParameters parse_page_parameters(std::string_view query_string);

// The first value of that name, "" if there is none.
std::string_view value_of(const PageParameters& parameters, std::string_view name);

// Empty values are left out, as forms send a field for every control; so are names the page does
// not use. Fails (kRequest) on values that mean nothing.
// What they leave out is as in `draft`.
Result<RequestDraft> draft_of(const PageParameters& parameters, RequestDraft draft = {});

// The address with `name` set to `value`, or without it if `value` is empty; always begins "/?".
std::string address_with(const PageParameters& parameters, std::string_view name,
                         std::string_view value);

}  // namespace dateline
