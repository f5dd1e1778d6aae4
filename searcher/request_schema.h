// The fields of a request as JSON Schema: for OpenAPI and for the tools of agents, which both
// describe what read_request() takes.
#pragma once

#include <nlohmann/json.hpp>

#include "searcher/request_uses.h"

namespace dateline {

// Each field's schema by its name, with ranges and what it means. Without `null`, which
// read_request() takes as well.
const nlohmann::ordered_json& request_properties();

// Of those that have an effect on the use.
nlohmann::ordered_json request_properties(Use use);

}  // namespace dateline
