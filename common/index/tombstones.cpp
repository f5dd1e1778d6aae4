#include "common/index/tombstones.h"

#include <bit>
#include <cstring>

#include "common/file.h"

namespace dateline {
namespace {

static_assert(std::endian::native == std::endian::little, "index files are little-endian");

constexpr std::string_view kMagic = "DLDELET1";

void append(std::string& out, const void* data, std::size_t bytes) {
  out.append(static_cast<const char*>(data), bytes);
}

}  // namespace

std::uint32_t Tombstones::count() const {
  std::uint32_t count = 0;
  for (const std::uint64_t word : words_) count += static_cast<std::uint32_t>(std::popcount(word));
  return count;
}

std::string Tombstones::encode(std::string_view uuid) const {
  std::string out(kMagic);
  const auto uuid_size = static_cast<std::uint32_t>(uuid.size());
  append(out, &uuid_size, sizeof uuid_size);
  out += uuid;
  append(out, words_.data(), words_.size() * sizeof(std::uint64_t));
  const std::uint32_t crc = crc32_of(out);
  append(out, &crc, sizeof crc);
  return out;
}

Result<Tombstones> Tombstones::decode(std::string_view bytes, std::string_view uuid) {
  const Error corrupt{ErrorKind::kCorrupt, "not the tombstones of this segment"};
  const std::size_t head = kMagic.size() + sizeof(std::uint32_t) + uuid.size();
  if (bytes.size() < head + sizeof(std::uint32_t)) return corrupt;
  const std::string_view content = bytes.substr(0, bytes.size() - sizeof(std::uint32_t));
  std::uint32_t crc = 0;
  std::memcpy(&crc, bytes.data() + content.size(), sizeof crc);
  Tombstones tombstones;
  if (crc != crc32_of(content) ||
      content.substr(0, head) != tombstones.encode(uuid).substr(0, head) ||
      (content.size() - head) % sizeof(std::uint64_t) != 0) {
    return corrupt;
  }
  tombstones.words_.resize((content.size() - head) / sizeof(std::uint64_t));
  std::memcpy(tombstones.words_.data(), content.data() + head, content.size() - head);
  return tombstones;
}

}  // namespace dateline
