#include "common/index/manifest.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/index/json_integer.h"
#include "common/index/manifest_seal.h"
#include "common/index/schema.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string padded(std::uint64_t number) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

// A name from a manifest becomes part of a path: only names that this program can have made.
void require(bool is_name, const std::string& name) {
  if (!is_name) throw std::invalid_argument("file name '" + name + "'");
}

// Drops `digits` of at least six at the front of `name`; false if they are not there.
bool take_number(std::string_view& name) {
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  name.remove_prefix(digits);
  return digits >= 6;
}

bool take(std::string_view& name, std::string_view start) {
  if (!name.starts_with(start)) return false;
  name.remove_prefix(start.size());
  return true;
}

std::string segment_name_of(const Json& json) {
  auto name = json.get<std::string>();
  std::string_view rest = name;
  require(take(rest, "segment-") && take_number(rest) && rest.empty(), name);
  return name;
}

std::string deletions_name_of(const Json& json) {
  auto name = json.get<std::string>();
  std::string_view rest = name;
  require(take(rest, "deleted-") && take_number(rest) && take(rest, "-") && take_number(rest) &&
              rest.empty(),
          name);
  return name;
}

std::string groups_name_of(const Json& json) {
  auto name = json.get<std::string>();
  std::string_view rest = name;
  require(take(rest, "groups-") && take_number(rest) && rest.empty(), name);
  return name;
}

Json json_of(const FileDigest& digest) {
  return {{"bytes", digest.bytes}, {"crc32", digest.crc32}};
}

FileDigest digest_of(const Json& json) {
  return {integer_of<std::uint64_t>(json.at("bytes")), integer_of<std::uint32_t>(json.at("crc32"))};
}

// "columns", "xapian/iamglass": parts of small letters, digits and dots, no dot in front.
const std::string& segment_file(const std::string& name) {
  bool part_starts = true;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    require(letter || (!part_starts && (c == '.' || c == '/')), name);
    part_starts = c == '/';
  }
  require(!part_starts, name);
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
    files[name] = json_of(digest);
  }
  json["files"] = files;
  return json;
}

SegmentEntry segment_of(const Json& json) {
  SegmentEntry segment;
  segment.name = segment_name_of(json.at("name"));
  segment.uuid = json.at("uuid").get<std::string>();
  segment.last_docid = integer_of<std::uint32_t>(json.at("last_docid"), 1);
  segment.articles = integer_of<std::uint32_t>(json.at("articles"), 1, segment.last_docid);
  segment.title_words = integer_of<std::uint64_t>(json.at("title_words"));
  segment.body_words = integer_of<std::uint64_t>(json.at("body_words"));
  if (json.contains("deletions")) {
    segment.deletions = deletions_name_of(json.at("deletions"));
    segment.deleted = integer_of<std::uint32_t>(json.at("deleted"), 0, segment.articles);
  }
  for (const auto& [name, digest] : json.at("files").items()) {
    segment.files[segment_file(name)] = digest_of(digest);
  }
  return segment;
}

Result<Manifest> parsed(const fs::path& path, const std::string& text) {
  auto manifest = parse_manifest(text);
  if (!manifest) return within("'" + path.string() + "'", manifest.error());
  return manifest;
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
  if (!manifest.groups.empty()) {
    json["groups"] = json_of(manifest.groups_digest);
    json["groups"]["file"] = manifest.groups;
  }
  return sealed(json.dump(2) + "\n");
}

Result<Manifest> parse_manifest(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("dateline").get<std::string>() != "index") {
      throw std::invalid_argument("no index of Dateline");
    }
    const int format = integer_of<int>(json.at("format"));
    if (format != kFormatVersion) {
      return Error{ErrorKind::kVersion, "the index has format version " + std::to_string(format) +
                                            ", this program reads version " +
                                            std::to_string(kFormatVersion) +
                                            "; use a matching program or index the articles again"};
    }
    if (!unsealed(text)) {
      return Error{ErrorKind::kCorrupt, "damaged: its checksum does not fit; restore a backup"};
    }
    Manifest manifest;
    manifest.generation = integer_of<std::uint64_t>(json.at("generation"));
    manifest.next_segment = integer_of<std::uint64_t>(json.at("next_segment"));
    manifest.analyser = json.at("analyser").get<std::string>();
    for (const auto& segment : json.at("segments")) {
      manifest.segments.push_back(segment_of(segment));
    }
    if (json.contains("groups")) {
      manifest.groups = groups_name_of(json.at("groups").at("file"));
      manifest.groups_digest = digest_of(json.at("groups"));
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
  return parsed(path, *text);
}

Result<Manifest> read_kept_manifest(const fs::path& index, std::uint64_t generation) {
  const fs::path path = index / kept_manifest_name(generation);
  const auto text = read_file(path);
  if (!text) return text.error();
  return parsed(path, *text);
}

Result<void> publish_manifest(const fs::path& index, const Manifest& manifest) {
  return replace_file(index / kManifestName, to_json(manifest));
}

std::string segment_name(std::uint64_t number) { return "segment-" + padded(number); }

std::string deletions_name(const std::string& segment, std::uint64_t generation) {
  return "deleted-" + segment.substr(segment.find('-') + 1) + "-" + padded(generation);
}

std::string groups_name(std::uint64_t generation) { return "groups-" + padded(generation); }

std::string kept_manifest_name(std::uint64_t generation) {
  return std::string(kManifestName) + "-" + padded(generation);
}

}  // namespace dateline
