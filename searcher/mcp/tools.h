// What an agent can do with an index, as the Model Context Protocol names it: search, fetch,
// facets, verify.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "common/result.h"
#include "searcher/search.h"
#include "searcher/serve/routes.h"

namespace dateline {

// The tools with their schemas, for tools/list; always the same.
const nlohmann::ordered_json& tool_list();

bool is_tool(std::string_view name);

// Bytes of JSON in one result: some 15,000 tokens of English, below the caps that clients have.
constexpr std::size_t kMaxResultBytes = 60'000;

// The tool's structured result. Fails (kRequest, kMissing, ...) with what to tell the agent.
// REQUIRES: is_tool(name).
Result<nlohmann::ordered_json> call_tool(std::string_view name, const nlohmann::json& arguments,
                                         Searcher& searcher, const ServeContext& context);

}  // namespace dateline
