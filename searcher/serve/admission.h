// Which requests are let in at all, before any of them waits in a queue or is looked into.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "searcher/serve/api_keys.h"
#include "searcher/serve/web.h"

namespace dateline {

struct AdmissionRules {
  bool on_loopback = true;             // then only this machine's own names are hosts
  std::vector<std::string> hosts{};    // further ones, without port
  std::vector<std::string> origins{};  // whose pages may read answers: "https://news.example"
  std::optional<std::filesystem::path> keys{};  // see ApiKeys; nothing: no keys are asked for
};

// Not thread-safe.
class Admission {
 public:
  // Fails as ApiKeys::open() does.
  static Result<Admission> with(AdmissionRules rules);

  // What to answer instead of the request, or nothing. Sets the request's `client` and the headers
  // that its reply needs. A browser that is led here by a name of another site sends that site's
  // name as its host, and is refused (status 403, code "host"). /health needs no key.
  std::optional<WebReply> refusal(WebRequest& request, ApiKeys::Clock::time_point now);

 private:
  explicit Admission(AdmissionRules rules) : rules_(std::move(rules)) {}
  bool is_our_host(const std::string& host) const;
  std::optional<WebReply> refusal_of_key(WebRequest& request, ApiKeys::Clock::time_point now);

  AdmissionRules rules_;
  std::optional<ApiKeys> keys_;
};

}  // namespace dateline
