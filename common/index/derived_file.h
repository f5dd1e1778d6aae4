// The frame that all files derived from a segment's Xapian database share: a header that says what
// the file is and which database it was made from, then sections, each an array of numbers.
// FORMAT.md has the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace dateline {

constexpr std::size_t kMagicBytes = 8;
constexpr std::size_t kUuidBytes = 36;
constexpr std::size_t kSectionAlignment = 8;  // of a section's start within the file

// The room a section of so many bytes takes up in the file.
constexpr std::uint64_t aligned_size(std::uint64_t bytes) {
  return (bytes + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
}

// The header of a file whose sections have these sizes in bytes. The sections follow it in this
// order, each filled up with zeros to a multiple of kSectionAlignment.
// REQUIRES: magic has kMagicBytes, uuid at most kUuidBytes.
std::string derived_header(std::string_view magic, std::string_view uuid,
                           std::span<const std::uint64_t> section_bytes);

// The whole file, for those that are made in memory.
std::string derived_file(std::string_view magic, std::string_view uuid,
                         std::span<const std::string_view> sections);

// For those that are not: takes the sections front to back and writes the header last.
class DerivedFileWriter {
 public:
  // REQUIRES: as for derived_header(). Fails with kSystem, as finish() does.
  static Result<DerivedFileWriter> create(const std::filesystem::path& path, std::string_view magic,
                                          std::string_view uuid, std::size_t sections);

  // Bytes of the present section. Failures show in finish().
  void append(std::string_view bytes);
  void end_section();

  // Flushes the file to the disk. REQUIRES: all sections are ended.
  Result<void> finish();

 private:
  DerivedFileWriter() = default;
  Error failure() const;

  std::filesystem::path path_;
  std::string magic_, uuid_;
  std::ofstream file_;
  std::vector<std::uint64_t> section_bytes_;  // of those ended
  std::uint64_t bytes_ = 0;                   // of the present one
};

template <typename T>
std::string_view bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// The sections of such a file as the header has them: within the file and aligned, their contents
// unchecked. Views into `bytes`. Nothing if the header is damaged, another kind of file's, another
// database's or not of `count` sections.
// REQUIRES: bytes.data() is aligned to kSectionAlignment.
std::optional<std::vector<std::string_view>> read_sections(std::string_view bytes,
                                                           std::string_view magic,
                                                           std::string_view uuid,
                                                           std::size_t count);

// What to say of such a file that is not what its segment needs.
Error damaged_derived_file(const std::filesystem::path& path);

// A section as an array. A remainder too small for a whole number is left out.
template <typename T>
std::span<const T> numbers_of(std::string_view section) {
  return {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
}

}  // namespace dateline
