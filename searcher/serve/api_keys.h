// Who may ask: keys from a file, and how often each may be used.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace dateline {

// A line of the file is "NAME sha256:HEX" or "NAME sha256:HEX 20/s"; empty lines and those that
// begin with '#' are none. The file has the keys' SHA-256, so who reads it has no key.
struct ApiKey {
  std::string name;
  std::string digest;          // 32 bytes
  std::optional<double> rate;  // requests a second; nothing: as many as the server can answer
};

// Fails (kInput) on the first line that is none, with its number and a caret, and on names or keys
// that are there twice.
Result<std::vector<ApiKey>> parse_api_keys(std::string_view text);

enum class KeyVerdict : std::uint8_t { kGood, kUnknown, kTooOften };

// Not thread-safe.
class ApiKeys {
 public:
  using Clock = std::chrono::steady_clock;

  // Fails as parse_api_keys() does, or kSystem if the file cannot be read.
  static Result<ApiKeys> open(const std::filesystem::path& path);

  // `name` gets the key's, if it is known. Takes as long for a key that is nearly right as for any
  // other: its digest is compared with all of them, each to its end.
  KeyVerdict judge(std::string_view key, Clock::time_point now, std::string& name);

  // Reads the file again if it has changed and the last look is a second ago. A file that is wrong
  // leaves the keys as they are; the error is returned once for each change.
  Result<void> refresh(Clock::time_point now);

 private:
  struct Entry {
    ApiKey key;
    double tokens = 0;  // requests that may come at once; refilled at the key's rate
    Clock::time_point filled{};
  };
  explicit ApiKeys(std::filesystem::path path) : path_(std::move(path)) {}
  Result<void> load();

  std::filesystem::path path_;
  std::filesystem::file_time_type stamp_{};
  Clock::time_point looked_{};
  std::vector<Entry> entries_;
};

}  // namespace dateline
