#include "common/index/derived_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "common/file.h"

namespace dateline {
namespace {

static_assert(std::endian::native == std::endian::little, "index files are little-endian");

// The start of the file; a Section for each section follows it.
struct Start {
  std::array<char, kMagicBytes> magic;
  std::array<char, kUuidBytes> uuid;
  std::uint32_t crc32;  // of Start and all Sections, with this field 0
};
static_assert(sizeof(Start) == 48);

struct Section {
  std::uint64_t offset;  // from the start of the file
  std::uint64_t bytes;
};

std::string bytes_of_header(Start start, const std::vector<Section>& sections) {
  const auto joined = [&sections](const Start& first) {
    std::string bytes(reinterpret_cast<const char*>(&first), sizeof first);
    return bytes.append(bytes_of(sections));
  };
  start.crc32 = 0;
  start.crc32 = crc32_of(joined(start));
  return joined(start);
}

}  // namespace

std::string derived_header(std::string_view magic, std::string_view uuid,
                           std::span<const std::uint64_t> section_bytes) {
  assert(magic.size() == kMagicBytes && uuid.size() <= kUuidBytes);
  Start start{};
  std::copy(magic.begin(), magic.end(), start.magic.begin());
  std::copy(uuid.begin(), uuid.end(), start.uuid.begin());
  std::uint64_t offset = sizeof(Start) + section_bytes.size() * sizeof(Section);
  std::vector<Section> sections;
  for (const std::uint64_t bytes : section_bytes) {
    sections.push_back({offset, bytes});
    offset += aligned_size(bytes);
  }
  return bytes_of_header(start, sections);
}

std::string derived_file(std::string_view magic, std::string_view uuid,
                         std::span<const std::string_view> sections) {
  std::vector<std::uint64_t> sizes;
  for (const std::string_view section : sections) sizes.push_back(section.size());
  std::string file = derived_header(magic, uuid, sizes);
  for (const std::string_view section : sections) {
    file += section;
    file.resize(aligned_size(file.size()), '\0');
  }
  return file;
}

Result<DerivedFileWriter> DerivedFileWriter::create(const std::filesystem::path& path,
                                                    std::string_view magic, std::string_view uuid,
                                                    std::size_t sections) {
  DerivedFileWriter writer;
  writer.path_ = path;
  writer.magic_ = magic;
  writer.uuid_ = uuid;
  writer.file_.open(path, std::ios::binary | std::ios::trunc);
  const std::string room(sizeof(Start) + sections * sizeof(Section), '\0');
  writer.file_.write(room.data(), static_cast<std::streamsize>(room.size()));
  if (!writer.file_) return writer.failure();
  return writer;
}

Error DerivedFileWriter::failure() const {
  return {ErrorKind::kSystem,
          "cannot write '" + path_.string() + "': " + std::generic_category().message(errno)};
}

void DerivedFileWriter::append(std::string_view bytes) {
  file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes_ += bytes.size();
}

void DerivedFileWriter::end_section() {
  section_bytes_.push_back(bytes_);
  append(std::string_view("\0\0\0\0\0\0\0", aligned_size(bytes_) - bytes_));
  bytes_ = 0;
}

Result<void> DerivedFileWriter::finish() {
  const std::string header = derived_header(magic_, uuid_, section_bytes_);
  file_.seekp(0);
  file_.write(header.data(), static_cast<std::streamsize>(header.size()));
  file_.close();
  if (!file_) return failure();
  return sync_path(path_);
}

std::optional<std::vector<std::string_view>> read_sections(std::string_view bytes,
                                                           std::string_view magic,
                                                           std::string_view uuid,
                                                           std::size_t count) {
  const std::size_t header_bytes = sizeof(Start) + count * sizeof(Section);
  if (bytes.size() < header_bytes) return std::nullopt;
  Start start{};
  std::memcpy(&start, bytes.data(), sizeof start);
  std::vector<Section> sections(count);
  std::memcpy(sections.data(), bytes.data() + sizeof start, count * sizeof(Section));
  if (std::string_view(start.magic.data(), kMagicBytes) != magic ||
      std::string_view(start.uuid.data(), kUuidBytes) != uuid ||
      bytes_of_header(start, sections) != bytes.substr(0, header_bytes)) {
    return std::nullopt;
  }
  std::vector<std::string_view> views;
  for (const Section& section : sections) {
    if (section.offset % kSectionAlignment != 0 || section.offset > bytes.size() ||
        section.bytes > bytes.size() - section.offset) {
      return std::nullopt;
    }
    views.push_back(bytes.substr(section.offset, section.bytes));
  }
  return views;
}

Error damaged_derived_file(const std::filesystem::path& path) {
  return {ErrorKind::kCorrupt, "'" + path.string() + "' is not the " + path.filename().string() +
                                   " file of its segment; make it again with: "
                                   "dateline-index rebuild"};
}

}  // namespace dateline
