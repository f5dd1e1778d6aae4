#include "common/index/manifest_seal.h"

#include "common/file.h"

namespace dateline {
namespace {

constexpr std::string_view kEnd = "\n}\n";
constexpr std::string_view kField = ",\n  \"crc32\": ";

}  // namespace

std::string sealed(std::string_view json) {
  std::string text(json.substr(0, json.size() - kEnd.size()));
  text += kField;
  text += std::to_string(crc32_of(json));
  return text.append(kEnd);
}

std::optional<std::string> unsealed(std::string_view json) {
  const std::size_t field = json.rfind(kField);
  if (field == std::string_view::npos) return std::nullopt;
  std::string text(json.substr(0, field));
  text += kEnd;
  if (sealed(text) != json) return std::nullopt;
  return text;
}

}  // namespace dateline
