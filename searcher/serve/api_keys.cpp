#include "searcher/serve/api_keys.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include "common/file.h"
#include "common/text/in_quotes.h"
#include "common/tsv.h"

namespace dateline {
namespace {

std::string sha256(std::string_view text) {
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
  return digest;
}

std::optional<std::string> read_digest(std::string_view field) {
  constexpr std::string_view kPrefix = "sha256:";
  if (!field.starts_with(kPrefix) ||
      field.size() != kPrefix.size() + std::size_t{2} * SHA256_DIGEST_LENGTH) {
    return std::nullopt;
  }
  field.remove_prefix(kPrefix.size());
  std::string digest;
  for (std::size_t at = 0; at < field.size(); at += 2) {
    unsigned byte = 0;
    const char* const end = field.data() + at + 2;
    const auto [last, error] = std::from_chars(field.data() + at, end, byte, 16);
    if (error != std::errc{} || last != end) return std::nullopt;
    digest += static_cast<char>(byte);
  }
  return digest;
}

std::optional<double> read_rate(std::string_view field) {
  if (!field.ends_with("/s")) return std::nullopt;
  double rate = 0;
  const char* const end = field.data() + field.size() - 2;
  const auto [last, error] = std::from_chars(field.data(), end, rate);
  const bool sound = error == std::errc{} && last == end && rate > 0 && rate <= 1e6;
  return sound ? std::optional(rate) : std::nullopt;
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' ||
           c == '_' || c == '.';
  });
}

Error wrong_line(std::size_t number, std::string_view line, std::string_view field,
                 const std::string& why) {
  const auto column = static_cast<std::size_t>(field.data() - line.data());
  return {ErrorKind::kInput, "line " + std::to_string(number) + ": " + why,
          "  " + std::string(line) + "\n  " + std::string(column, ' ') + '^'};
}

Result<ApiKey> parse_line(std::size_t number, std::string_view line) {
  std::vector<std::string_view> fields = split(line, ' ');
  std::erase_if(fields, [](std::string_view field) { return field.empty(); });
  const std::string_view end = line.substr(line.size());
  if (!is_name(fields[0])) {
    return wrong_line(number, line, fields[0],
                      "a name has up to 64 letters, digits, '-', '_', '.'");
  }
  const auto digest = read_digest(fields.size() > 1 ? fields[1] : end);
  if (!digest) {
    return wrong_line(number, line, fields.size() > 1 ? fields[1] : end,
                      "after the name comes sha256: and the key's digest of 64 hexadecimal digits");
  }
  ApiKey key{std::string(fields[0]), *digest, std::nullopt};
  if (fields.size() > 2) key.rate = read_rate(fields[2]);
  if (fields.size() > 3 || (fields.size() > 2 && !key.rate)) {
    return wrong_line(number, line, fields.size() > 3 ? fields[3] : fields[2],
                      "a rate such as 20/s may follow, and nothing else");
  }
  return key;
}

}  // namespace

Result<std::vector<ApiKey>> parse_api_keys(std::string_view text) {
  std::vector<ApiKey> keys;
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool is_blank = line.find_first_not_of(' ') == std::string_view::npos;
    if (is_blank || line.starts_with('#')) continue;
    auto key = parse_line(number, line);
    if (!key) return key.error();
    for (const ApiKey& other : keys) {
      if (other.name == key->name) return wrong_line(number, line, line, "the name is there twice");
      if (other.digest == key->digest)
        return wrong_line(number, line, line, "the key is there twice");
    }
    keys.push_back(*std::move(key));
  }
  return keys;
}

Result<ApiKeys> ApiKeys::open(const std::filesystem::path& path) {
  ApiKeys keys(path);
  if (auto loaded = keys.load(); !loaded) return loaded.error();
  return keys;
}

Result<void> ApiKeys::load() {
  std::error_code error;
  const auto stamp = std::filesystem::last_write_time(path_, error);
  if (error) {
    stamp_ = std::filesystem::file_time_type::min();
    return Error{ErrorKind::kSystem,
                 "cannot read the keys in " + path_.string() + ": " + error.message()};
  }
  stamp_ = stamp;
  constexpr std::uintmax_t kLongest = std::uintmax_t{16} << 20;  // bytes
  if (std::filesystem::file_size(path_, error) > kLongest) {
    return Error{ErrorKind::kInput,
                 path_.string() + " is no file of keys: it has more than 16 MiB"};
  }
  const auto text = read_file(path_);
  if (!text) return text.error();
  auto keys = parse_api_keys(*text);
  if (!keys) return within(path_.string(), keys.error());
  std::vector<Entry> entries;
  for (ApiKey& key : *keys) {
    Entry entry{std::move(key)};
    entry.tokens = std::max(1.0, entry.key.rate.value_or(1));
    const auto old = std::find_if(entries_.begin(), entries_.end(), [&entry](const Entry& one) {
      return one.key.digest == entry.key.digest;
    });
    if (old != entries_.end()) {
      entry.tokens = old->tokens;
      entry.filled = old->filled;
    }
    entries.push_back(std::move(entry));
  }
  entries_ = std::move(entries);
  return {};
}

Result<void> ApiKeys::refresh(Clock::time_point now) {
  if (now - looked_ < std::chrono::seconds(1)) return {};
  looked_ = now;
  std::error_code error;
  const auto stamp = std::filesystem::last_write_time(path_, error);
  if (!error && stamp == stamp_) return {};
  if (error && stamp_ == std::filesystem::file_time_type::min()) return {};  // said already
  return load();
}

KeyVerdict ApiKeys::judge(std::string_view key, Clock::time_point now, std::string& name) {
  const std::string digest = sha256(key);
  Entry* found = nullptr;
  for (Entry& entry : entries_) {
    if (CRYPTO_memcmp(entry.key.digest.data(), digest.data(), digest.size()) == 0) found = &entry;
  }
  if (found == nullptr) return KeyVerdict::kUnknown;
  name = found->key.name;
  if (!found->key.rate) return KeyVerdict::kGood;
  const double rate = *found->key.rate;
  if (found->filled != Clock::time_point{}) {
    const double seconds = std::chrono::duration<double>(now - found->filled).count();
    found->tokens = std::min(std::max(1.0, rate), found->tokens + seconds * rate);
  }
  found->filled = now;
  if (found->tokens < 1) return KeyVerdict::kTooOften;
  found->tokens -= 1;
  return KeyVerdict::kGood;
}

}  // namespace dateline
