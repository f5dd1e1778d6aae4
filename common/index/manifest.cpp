#include "common/index/manifest.h"

#include <nlohmann/json.hpp>

#include "common/index/schema.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kManifestName = "MANIFEST";

std::string padded(std::uint64_t number) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

// A name from a manifest becomes part of a path: only names that this program can have made.
std::string safe_name(const Json& json) {
  auto name = json.get<std::string>();
  if (name.empty() || name[0] == '/' || name.find("..") != std::string::npos) {
    throw std::invalid_argument("file name '" + name + "'");
  }
  return name;
}

Json json_of(const SegmentEntry& segment) {
  Json json = {{"name", segment.name},
               {"uuid", segment.uuid},
               {"articles", segment.articles},
               {"last_docid", segment.last_docid},
               {"title_words", segment.title_words},
               {"body_words", segment.body_words}};
  if (!segment.deletions.empty()) {
    json["deletions"] = segment.deletions;
    json["deleted"] = segment.deleted;
  }
  Json files = Json::object();
  for (const auto& [name, digest] : segment.files) {
    files[name] = {{"bytes", digest.bytes}, {"crc32", digest.crc32}};
  }
  json["files"] = files;
  return json;
}

SegmentEntry segment_of(const Json& json) {
  SegmentEntry segment;
  segment.name = safe_name(json.at("name"));
  segment.uuid = json.at("uuid").get<std::string>();
  segment.articles = json.at("articles").get<std::uint32_t>();
  segment.last_docid = json.at("last_docid").get<std::uint32_t>();
  segment.title_words = json.at("title_words").get<std::uint64_t>();
  segment.body_words = json.at("body_words").get<std::uint64_t>();
  if (json.contains("deletions")) {
    segment.deletions = safe_name(json.at("deletions"));
    segment.deleted = json.at("deleted").get<std::uint32_t>();
  }
  for (const auto& [name, digest] : json.at("files").items()) {
    segment.files[safe_name(name)] = {digest.at("bytes").get<std::uint64_t>(),
                                      digest.at("crc32").get<std::uint32_t>()};
  }
  return segment;
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  Json json = {{"dateline", "index"},
               {"format", kFormatVersion},
               {"generation", manifest.generation},
               {"next_segment", manifest.next_segment},
               {"analyser", manifest.analyser},
               {"segments", Json::array()}};
  for (const SegmentEntry& segment : manifest.segments) {
    json["segments"].push_back(json_of(segment));
  }
  return json.dump(2) + "\n";
}

Result<Manifest> parse_manifest(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("dateline").get<std::string>() != "index") {
      throw std::invalid_argument("no index of Dateline");
    }
    const int format = json.at("format").get<int>();
    if (format != kFormatVersion) {
      return Error{ErrorKind::kVersion, "the index has format version " + std::to_string(format) +
                                            ", this program reads version " +
                                            std::to_string(kFormatVersion) +
                                            "; use a matching program or index the articles again"};
    }
    Manifest manifest;
    manifest.generation = json.at("generation").get<std::uint64_t>();
    manifest.next_segment = json.at("next_segment").get<std::uint64_t>();
    manifest.analyser = json.at("analyser").get<std::string>();
    for (const auto& segment : json.at("segments")) {
      manifest.segments.push_back(segment_of(segment));
    }
    return manifest;
  } catch (const std::exception& problem) {  // what the JSON library and the readers above throw
    return Error{ErrorKind::kCorrupt, std::string("not a manifest: ") + problem.what()};
  }
}

Result<Manifest> read_manifest(const fs::path& index) {
  const fs::path path = index / kManifestName;
  auto text = read_file(path);
  if (!text) {
    if (text.error().kind != ErrorKind::kMissing) return text.error();
    std::error_code ignored;
    const char* what = fs::exists(index, ignored) ? "no index in '" : "no index at '";
    return Error{ErrorKind::kMissing, what + index.string() +
                                          "'; make one with: dateline-index add --index '" +
                                          index.string() + "' ARTICLES..."};
  }
  auto manifest = parse_manifest(*text);
  if (!manifest) return within("'" + path.string() + "'", manifest.error());
  return manifest;
}

Result<void> publish_manifest(const fs::path& index, const Manifest& manifest) {
  return replace_file(index / kManifestName, to_json(manifest));
}

std::string segment_name(std::uint64_t number) { return "segment-" + padded(number); }

std::string deletions_name(const std::string& segment, std::uint64_t generation) {
  return "deleted-" + segment.substr(segment.find('-') + 1) + "-" + padded(generation);
}

}  // namespace dateline
