#include "common/index/impacts.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "common/index/derived_file.h"
#include "common/index/impact_format.h"
#include "common/processor_versions.h"

namespace dateline {
namespace {

using namespace impact_format;

// Takes arrays off the front of a list's bytes.
class ListBytes {
 public:
  explicit ListBytes(std::string_view bytes) : rest_(bytes) {}

  // False, and no array, if the rest is too short.
  template <typename T>
  bool take(std::size_t count, std::span<const T>& array) {
    if (count > rest_.size() / sizeof(T)) return false;
    array = {reinterpret_cast<const T*>(rest_.data()), count};
    rest_.remove_prefix(count * sizeof(T));
    return true;
  }

 private:
  std::string_view rest_;
};

// Seven bits a byte, the low ones first; all but the last byte have the eighth bit set.
std::uint32_t take_number(std::string_view& bytes) {
  std::uint32_t number = 0;
  for (int shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if ((byte & 0x80) == 0) break;
  }
  return number;
}

std::vector<Posting> decode_few(std::string_view bytes) {
  std::vector<Posting> postings;
  postings.reserve(std::min<std::size_t>(bytes.size() / 2, kFewArticles));  // two bytes at least
  std::uint32_t docid = 0;
  while (bytes.size() >= 2 && postings.size() < kFewArticles) {
    const std::uint32_t gap = take_number(bytes);
    if (gap == 0 || bytes.empty()) break;  // what is left fills up to the next list
    docid += gap;
    const auto code = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    Posting posting{docid, code / 64U, code % 64U};
    if (code == kEscapeCode) {
      posting.in_title = take_number(bytes);
      posting.in_body = take_number(bytes);
    }
    postings.push_back(posting);
  }
  return postings;
}

ImpactList view_of(std::string_view bytes) {
  ListHeader header{};
  if (bytes.size() < sizeof header) return {};
  std::memcpy(&header, bytes.data(), sizeof header);
  const bool masks = header.shape == Shape::kMasks;
  ImpactList list;
  ListBytes rest(bytes.substr(sizeof header));
  const bool whole =
      (masks ? rest.take(header.cells, list.masks) : rest.take(header.cells, list.ranges)) &&
      rest.take((header.cells + kCodeStarts - 1) / kCodeStarts, list.code_start) &&
      rest.take(header.escapes, list.escapes) && rest.take(header.cells, list.bounds) &&
      (masks || rest.take(header.cells, list.counts)) && rest.take(header.code_bytes, list.codes);
  return whole ? list : ImpactList{};
}

// Of a cell of kCells, all it takes: positions or a mask, and the codes.
std::size_t cell_bytes(std::uint8_t count) {
  return count <= kMostPositions ? std::size_t{2} * count : sizeof(std::uint64_t) + count;
}

std::uint64_t cell_mask(const std::uint8_t* bytes, std::uint8_t count) {
  std::uint64_t mask = 0;
  if (count > kMostPositions) {
    std::memcpy(&mask, bytes, sizeof mask);
  } else {
    for (std::uint8_t at = 0; at < count; ++at) mask |= std::uint64_t{1} << (bytes[at] % 64);
  }
  return mask;
}

}  // namespace

ImpactCell ImpactList::cell(std::uint32_t range) const {
  if (!masks.empty()) return masked_cell(range);
  const auto found = std::lower_bound(ranges.begin(), ranges.end(), range);
  if (found == ranges.end() || *found != range) return {};
  return counted_cell(static_cast<std::size_t>(found - ranges.begin()));
}

DATELINE_PROCESSOR_VERSIONS
ImpactCell ImpactList::masked_cell(std::uint32_t range) const {
  if (range >= masks.size() || masks[range] == 0) return {};
  const std::size_t first = range / kCodeStarts * kCodeStarts;
  std::size_t at = code_start[range / kCodeStarts];
  for (std::size_t before = first; before < range; ++before) {
    at += static_cast<std::size_t>(std::popcount(masks[before]));
  }
  const auto count = static_cast<std::size_t>(std::popcount(masks[range]));
  if (at > codes.size() || count > codes.size() - at) return {};
  return {masks[range], codes.data() + at};
}

DATELINE_PROCESSOR_VERSIONS
ImpactCell ImpactList::counted_cell(std::size_t cell) const {
  std::size_t at = code_start[cell / kCodeStarts];
  for (std::size_t before = cell / kCodeStarts * kCodeStarts; before < cell; ++before) {
    at += cell_bytes(counts[before]);
  }
  const std::uint8_t count = counts[cell];
  if (at > codes.size() || cell_bytes(count) > codes.size() - at) return {};
  const std::uint8_t* const bytes = codes.data() + at;
  const std::uint64_t mask = cell_mask(bytes, count);
  if (std::popcount(mask) > count) return {};  // its codes would be those of other cells
  return {mask, bytes + cell_bytes(count) - count};
}

Posting ImpactList::escaped(std::uint32_t docid) const {
  const auto found =
      std::lower_bound(escapes.begin(), escapes.end(), docid,
                       [](const Posting& one, std::uint32_t wanted) { return one.docid < wanted; });
  return found == escapes.end() || found->docid != docid ? Posting{docid, 0, 0} : *found;
}

DATELINE_PROCESSOR_VERSIONS
void ImpactList::add_to(std::span<std::uint64_t> bitmap) const {
  for (const Posting& posting : few) {
    if (posting.docid / kRangeArticles >= bitmap.size()) continue;
    bitmap[posting.docid / kRangeArticles] |= std::uint64_t{1} << (posting.docid % kRangeArticles);
  }
  const std::size_t both = std::min(masks.size(), bitmap.size());
  for (std::size_t range = 0; range < both; ++range) bitmap[range] |= masks[range];
  std::size_t at = 0;
  for (std::size_t cell = 0; cell < ranges.size(); ++cell) {
    const std::uint8_t count = counts[cell];
    const std::size_t size = cell_bytes(count);
    if (at > codes.size() || size > codes.size() - at) return;
    if (ranges[cell] < bitmap.size()) bitmap[ranges[cell]] |= cell_mask(codes.data() + at, count);
    at += size;
  }
}

Result<Impacts> Impacts::open(const std::filesystem::path& path, std::string_view uuid) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto impacts = over(file->bytes(), uuid);
  if (!impacts) return damaged_derived_file(path);
  impacts->file_ = std::move(*file);
  return std::move(*impacts);
}

std::optional<Impacts> Impacts::over(std::string_view bytes, std::string_view uuid) {
  const auto sections = read_sections(bytes, kMagic, uuid, kSections);
  if (!sections) return std::nullopt;
  Impacts impacts;
  impacts.lists_ = (*sections)[kLists];
  impacts.group_start_ = numbers_of<std::uint64_t>((*sections)[kGroupStart]);
  impacts.list_start_ = numbers_of<std::uint32_t>((*sections)[kListStart]);
  impacts.once_ = numbers_of<std::uint32_t>((*sections)[kOnce]);
  Summary summary{};
  if ((*sections)[kSummary].size() != sizeof summary) return std::nullopt;
  std::memcpy(&summary, (*sections)[kSummary].data(), sizeof summary);
  impacts.statistics_ = summary.statistics;
  const bool sound = summary.parameters == kBm25fParameters &&
                     summary.statistics.average_title_words >= 1 &&
                     summary.statistics.average_body_words >= 1 && !impacts.list_start_.empty() &&
                     impacts.group_start_.size() == (impacts.list_start_.size() - 1) / kGroup + 1;
  if (!sound) return std::nullopt;
  return impacts;
}

std::string_view Impacts::bytes_of_list(TermId id) const {
  const auto start = [this](std::size_t at) { return group_start_[at / kGroup] + list_start_[at]; };
  const std::uint64_t first = start(id);
  const std::uint64_t end = start(std::size_t{id} + 1);
  if (first > end || end > lists_.size()) return {};
  return lists_.substr(first, end - first);
}

ImpactList Impacts::list(TermId id) const {
  const std::size_t lists = list_start_.size() - 1;
  ImpactList list;
  if (id >= lists) {
    if (id - lists >= once_.size()) return list;
    const std::uint32_t once = once_[id - lists];
    list.few.push_back({once / 2, once % 2, 1 - once % 2});
    return list;
  }
  const std::string_view bytes = bytes_of_list(id);
  if (bytes.empty()) return list;
  if (static_cast<Shape>(bytes.front()) == Shape::kFew) {
    list.few = decode_few(bytes.substr(1));
    return list;
  }
  // Its numbers lie at multiples of their size; a list elsewhere is damage.
  if ((bytes.data() - lists_.data()) % 8 != 0) return list;
  return view_of(bytes);
}

}  // namespace dateline
