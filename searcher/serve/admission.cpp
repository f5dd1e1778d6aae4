#include "searcher/serve/admission.h"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <utility>

#include <openssl/evp.h>

#include "common/ascii_letters.h"
#include "searcher/serve/problem.h"

namespace dateline {
namespace {

// "[::1]:7700" -> "[::1]"
std::string without_port(const std::string& host) {
  const std::size_t colon = host.rfind(':');
  const bool has_port = colon != std::string::npos && host.find(']', colon) == std::string::npos;
  return ascii_small(host.substr(0, has_port ? colon : host.size()));
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// The password of "Basic BASE64(name:password)", as browsers ask a person for it.
std::string password_of(std::string_view encoded) {
  constexpr std::size_t kLongest = 4096;
  if (encoded.empty() || encoded.size() > kLongest || encoded.size() % 4 != 0) return "";
  std::string decoded(encoded.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(decoded.data()),
                                   reinterpret_cast<const unsigned char*>(encoded.data()),
                                   static_cast<int>(encoded.size()));
  if (size < 0) return "";
  std::size_t padding = 0;
  while (padding < 2 && encoded[encoded.size() - 1 - padding] == '=') ++padding;
  decoded.resize(static_cast<std::size_t>(size) - padding);
  const std::size_t colon = decoded.find(':');
  return colon == std::string::npos ? "" : decoded.substr(colon + 1);
}

std::string key_in(const WebRequest& request) {
  const std::string_view sent = request.authorization;
  if (ascii_small(sent.substr(0, 7)) == "bearer ") return std::string(sent.substr(7));
  if (ascii_small(sent.substr(0, 6)) == "basic ") return password_of(sent.substr(6));
  return request.api_key;
}

}  // namespace

Result<Admission> Admission::with(AdmissionRules rules) {
  for (std::string& host : rules.hosts) host = ascii_small(host);
  Admission admission(std::move(rules));
  if (admission.rules_.keys) {
    auto keys = ApiKeys::open(*admission.rules_.keys);
    if (!keys) return keys.error();
    admission.keys_ = *std::move(keys);
  }
  return admission;
}

bool Admission::is_our_host(const std::string& host) const {
  const std::string name = without_port(host);
  if (host.empty() || name == "localhost" || name == "127.0.0.1" || name == "[::1]") return true;
  return contains(rules_.hosts, name) || (!rules_.on_loopback && rules_.hosts.empty());
}

std::optional<WebReply> Admission::refusal(WebRequest& request, ApiKeys::Clock::time_point now) {
  if (!is_our_host(request.host)) {
    return problem(403, "host", "this server has another name; --allow-host lets it have more");
  }
  const bool known_origin = contains(rules_.origins, request.origin);
  if (!request.origin.empty() && !rules_.origins.empty())
    request.reply_headers.emplace_back("Vary", "Origin");
  if (known_origin) {
    request.reply_headers.emplace_back("Access-Control-Allow-Origin", request.origin);
    request.reply_headers.emplace_back("Access-Control-Expose-Headers",
                                       "Retry-After, X-Request-Id");
    if (request.method == "OPTIONS") {
      return WebReply{
          204,
          "",
          "",
          {{"Access-Control-Allow-Methods", "GET, HEAD, POST"},
           {"Access-Control-Allow-Headers",
            "Authorization, Content-Type, MCP-Protocol-Version, X-Api-Key, X-Request-Id"},
           {"Access-Control-Max-Age", "600"}}};
    }
  }
  if (request.path == "/mcp" && !request.origin.empty() && !known_origin &&
      request.origin != "http://" + request.host && request.origin != "https://" + request.host) {
    return problem(403, "origin", "pages of other sites have no access");
  }
  if (!keys_ || request.path == "/health") return std::nullopt;
  return refusal_of_key(request, now);
}

std::optional<WebReply> Admission::refusal_of_key(WebRequest& request,
                                                  ApiKeys::Clock::time_point now) {
  if (const auto refreshed = keys_->refresh(now); !refreshed) {
    std::cerr << "dateline-search: the keys stay as they were: " << refreshed.error().message
              << '\n';
  }
  const std::string key = key_in(request);
  const KeyVerdict verdict =
      key.empty() ? KeyVerdict::kUnknown : keys_->judge(key, now, request.client);
  if (verdict == KeyVerdict::kGood) return std::nullopt;
  if (verdict == KeyVerdict::kTooOften) {
    WebReply reply = problem(429, "rate", "this key is used more often than it may be");
    reply.headers.emplace_back("Retry-After", "1");
    return reply;
  }
  WebReply reply = problem(401, key.empty() ? "no_key" : "wrong_key",
                           key.empty() ? "a key is needed: Authorization: Bearer KEY, or X-Api-Key"
                                       : "this key is not, or no longer, known");
  reply.headers.emplace_back("WWW-Authenticate",
                             "Basic realm=\"dateline\", Bearer realm=\"dateline\"");
  return reply;
}

}  // namespace dateline
