#include "searcher/mcp/protocol.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "common/json_nesting.h"
#include "searcher/batch.h"
#include "searcher/line_reader.h"
#include "searcher/mcp/tools.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

// Newest first. A client of the handshake gets its own version if we have it, else the newest of
// those that have one.
constexpr std::array<const char*, 4> kVersions = {"2026-07-28", "2025-11-25", "2025-06-18",
                                                  "2025-03-26"};
constexpr const char* kNewestHandshake = kVersions[1];
constexpr const char* kVersionKey = "io.modelcontextprotocol/protocolVersion";
constexpr const char* kServerKey = "io.modelcontextprotocol/serverInfo";
constexpr std::size_t kDeepestNesting = 32;
constexpr int kTtlMs = 3'600'000;  // the tools are part of the program

constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kUnknownMethod = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kUnsupportedVersion = -32022;

Json server_info() {
  return {{"name", "dateline"}, {"title", "Dateline"}, {"version", DATELINE_VERSION}};
}

Json capabilities() { return {{"tools", {{"listChanged", false}}}}; }

const char* instructions() {
  return "News articles: search gives passages, fetch whole articles, facets counts by country and "
         "date. Cite passages by id, start and end.";
}

std::string line_of(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string failure(const Json& id, int code, const std::string& message, const Json& data = {}) {
  Json error = {{"code", code}, {"message", message}};
  if (!data.is_null()) error["data"] = data;
  return line_of({{"jsonrpc", "2.0"}, {"id", id}, {"error", error}});
}

Json discovery() {
  return {{"supportedVersions", kVersions}, {"capabilities", capabilities()},
          {"instructions", instructions()}, {"ttlMs", kTtlMs},
          {"cacheScope", "public"},         {"_meta", {{kServerKey, server_info()}}}};
}

Json handshake(const Json& params) {
  const Json asked = params.value("protocolVersion", Json());
  const bool known = std::any_of(kVersions.begin() + 1, kVersions.end(),
                                 [&asked](const char* version) { return asked == version; });
  return {{"protocolVersion", known ? asked : Json(kNewestHandshake)},
          {"capabilities", capabilities()},
          {"serverInfo", server_info()},
          {"instructions", instructions()}};
}

Json tool_result(const Json& params, Searcher& searcher, const ServeContext& context) {
  const nlohmann::json arguments = nlohmann::json(params.value("arguments", Json::object()));
  const auto result = call_tool(params.at("name").get<std::string>(), arguments, searcher, context);
  const std::string text = result ? line_of(*result) : result.error().message;
  Json reply = {{"content", {{{"type", "text"}, {"text", text}}}}, {"isError", !result}};
  if (result) reply["structuredContent"] = *result;
  return reply;
}

// A request with an id and parameters that are an object.
std::string reply_to_request(const std::string& method, const Json& id, const Json& params,
                             Searcher& searcher, const ServeContext& context) {
  const Json meta = params.value("_meta", Json::object());
  const Json version = meta.is_object() ? meta.value(kVersionKey, Json()) : Json();
  if (!version.is_null() && version != kVersions[0]) {
    return failure(id, kUnsupportedVersion, "this version of the protocol is not spoken here",
                   {{"supported", kVersions}, {"requested", version}});
  }
  Json result;
  if (method == "server/discover") {
    result = discovery();
  } else if (method == "initialize") {
    result = handshake(params);
  } else if (method == "ping") {
    result = Json::object();
  } else if (method == "tools/list") {
    result = {{"tools", tool_list()}, {"ttlMs", kTtlMs}, {"cacheScope", "public"}};
  } else if (method == "tools/call") {
    const Json name = params.value("name", Json());
    if (!name.is_string() || !is_tool(name.get<std::string>())) {
      return failure(id, kInvalidParams,
                     "there is no such tool; there are search, fetch, facets and verify");
    }
    result = tool_result(params, searcher, context);
  } else {
    return failure(id, kUnknownMethod, "there is no such method");
  }
  if (!version.is_null()) result["resultType"] = "complete";
  return line_of({{"jsonrpc", "2.0"}, {"id", id}, {"result", result}});
}

}  // namespace

bool speaks_protocol(std::string_view version) {
  return std::find(kVersions.begin(), kVersions.end(), version) != kVersions.end();
}

MessageReply reply_to_message(std::string_view message, Searcher& searcher,
                              const ServeContext& context) {
  const auto unread = [](int code, const char* why) {
    return MessageReply{failure({}, code, why), false};
  };
  const Json read = nests_deeper_than(message, kDeepestNesting)
                        ? Json(Json::value_t::discarded)
                        : Json::parse(message, nullptr, false);
  if (read.is_discarded()) return unread(kParseError, "this is not JSON, or too deep");
  if (!read.is_object()) return unread(kInvalidRequest, "a message is one object");
  const Json method = read.value("method", Json());
  const Json id = read.value("id", Json());
  const Json params = read.value("params", Json::object());
  if (read.contains("result") || read.contains("error")) return {};  // we ask nothing
  if (!method.is_string() || !(id.is_null() || id.is_string() || id.is_number_integer())) {
    return unread(kInvalidRequest, "a request has a method, and a string or a number as id");
  }
  if (!read.contains("id")) return {};
  if (!params.is_object()) return {failure(id, kInvalidParams, "params must be an object")};
  return {reply_to_request(method.get<std::string>(), id, params, searcher, context)};
}

void run_mcp(std::istream& input, std::ostream& output, Searcher& searcher,
             const ServeContext& context) {
  BoundedLineReader lines(input, kMaxRequestBytes);
  while (const auto line = lines.next()) {
    if (!line->too_long && line->text.find_first_not_of(" \t\r") == std::string::npos) continue;
    // A generation that cannot be read is no reason to end: the one before still answers.
    static_cast<void>(searcher.renew());
    const std::string reply = line->too_long
                                  ? failure({}, kInvalidRequest, "the message is too long")
                                  : reply_to_message(line->text, searcher, context).line;
    if (!reply.empty()) output << reply << '\n' << std::flush;
    if (!output) return;
  }
}

}  // namespace dateline
