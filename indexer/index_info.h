// `dateline-index info`: what an index holds, for people and for programs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "common/result.h"

namespace dateline {

struct IndexInfo {
  std::uint64_t generation = 0;
  std::size_t segments = 0;
  std::size_t articles = 0;  // live ones, as in all counts below
  std::size_t deleted = 0;   // articles that still take up room until optimize
  std::uint64_t words = 0;   // of bodies
  std::uint64_t bytes = 0;   // on disk
  std::string first_day;     // ISO, of the articles whose day is known; "" if there are none
  std::string last_day;
  std::size_t undated = 0;  // articles whose year is unknown
  std::map<std::string, std::size_t> languages;
  std::map<std::string, std::size_t> countries;  // about
  std::string analyser;
};

Result<IndexInfo> read_info(const std::filesystem::path& index);

std::string to_text(const IndexInfo& info);  // lines for a terminal
std::string to_json(const IndexInfo& info);  // one line

}  // namespace dateline
