#include "common/index/sketches.h"

#include "common/index/derived_file.h"

namespace dateline {
namespace {

// The part that ends at row `docid`; empty if the file is damaged there.
std::span<const std::uint16_t> part_of(std::span<const std::uint16_t> hashes,
                                       std::span<const std::uint32_t> ends, std::uint32_t docid) {
  const std::uint32_t start = ends[docid - 1];
  const std::uint32_t end = ends[docid];
  if (start > end || end > hashes.size()) return {};
  return hashes.subspan(start, end - start);
}

}  // namespace

Result<Sketches> Sketches::open(const std::filesystem::path& path, std::string_view uuid) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto sketches = over(file->bytes(), uuid);
  if (!sketches) return damaged_derived_file(path);
  sketches->file_ = std::move(*file);
  return std::move(*sketches);
}

std::optional<Sketches> Sketches::over(std::string_view bytes, std::string_view uuid) {
  const auto sections = read_sections(bytes, kSketchesMagic, uuid, 7);
  if (!sections) return std::nullopt;
  Sketches sketches;
  sketches.text_ = numbers_of<std::uint64_t>((*sections)[0]);
  sketches.body_words_ = numbers_of<std::uint32_t>((*sections)[1]);
  sketches.rows_ = numbers_of<std::uint8_t>((*sections)[2]);
  sketches.title_end_ = numbers_of<std::uint32_t>((*sections)[3]);
  sketches.titles_ = numbers_of<std::uint16_t>((*sections)[4]);
  sketches.number_end_ = numbers_of<std::uint32_t>((*sections)[5]);
  sketches.numbers_ = numbers_of<std::uint16_t>((*sections)[6]);
  const std::size_t rows = sketches.text_.size();
  if (sketches.body_words_.size() != rows || sketches.rows_.size() != rows * kSketchRows ||
      sketches.title_end_.size() != rows || sketches.number_end_.size() != rows) {
    return std::nullopt;
  }
  return sketches;
}

Sketch Sketches::of(std::uint32_t docid) const {
  if (docid == 0 || docid >= text_.size()) return {};
  Sketch sketch{text_[docid],
                body_words_[docid],
                {},
                part_of(titles_, title_end_, docid),
                part_of(numbers_, number_end_, docid)};
  if (sketch.body_words >= kLeastSketchedWords) {
    sketch.rows = rows_.subspan(std::size_t{docid} * kSketchRows, kSketchRows);
  }
  return sketch;
}

}  // namespace dateline
