// Postings are inverted in memory, an interval of term ids at a time: `terms` says how many
// articles have each term, so every list has its place before the first posting is known, and the
// articles are read once for each interval. Ids fall with frequency, so the first intervals are
// narrow and the last one takes the long tail of rare terms at once.
//
// A list is then written in the shape that suits its length (see FORMAT.md), and each cell with the
// largest x / (x + k1) of its articles, rounded up to 255ths, x being the occurrences normalised by
// the segment's own averages.
#include "common/index/impacts_writer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/index/derived_file.h"
#include "common/index/impact_format.h"
#include "common/index/impacts.h"

namespace dateline {
namespace {

using namespace impact_format;

void append_number(std::string& bytes, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

std::string few(std::span<const Posting> postings) {
  std::string bytes(1, static_cast<char>(Shape::kFew));
  std::uint32_t before = 0;
  for (const Posting& posting : postings) {
    append_number(bytes, posting.docid - before);
    before = posting.docid;
    const std::uint8_t code = impact_code(posting.in_title, posting.in_body);
    bytes += static_cast<char>(code);
    if (code != kEscapeCode) continue;
    append_number(bytes, posting.in_title);
    append_number(bytes, posting.in_body);
  }
  return bytes;
}

// The arrays of a list in cells.
struct Cells {
  std::vector<std::uint64_t> masks;
  std::vector<std::uint32_t> ranges;
  std::vector<std::uint32_t> code_start;
  std::vector<Posting> escapes;
  std::vector<std::uint8_t> bounds;
  std::vector<std::uint8_t> counts;
  std::vector<std::uint8_t> codes;
};

class ListEncoder {
 public:
  explicit ListEncoder(const Columns& columns)
      : columns_(columns), statistics_(field_statistics(columns)) {}

  const FieldStatistics& statistics() const { return statistics_; }

  std::string encode(std::span<const Posting> postings) const {
    if (postings.size() <= kFewArticles) return few(postings);
    const bool many = postings.size() * kMasksShare >= columns_.last_docid();
    return bytes_of_list(many ? masked(postings) : counted(postings), many);
  }

 private:
  std::uint8_t bound_of(std::span<const Posting> postings) const {
    double most = 0;
    for (const Posting& posting : postings) {
      most = std::max(most, weighted_occurrences(posting.in_title, posting.in_body,
                                                 columns_.title_words(posting.docid),
                                                 columns_.body_words(posting.docid), statistics_));
    }
    return stored_bound(most);
  }

  // The postings of the range that `postings` begin with.
  static std::span<const Posting> first_range(std::span<const Posting> postings) {
    const std::uint32_t range = postings.front().docid / kRangeArticles;
    std::size_t end = 1;
    while (end < postings.size() && postings[end].docid / kRangeArticles == range) ++end;
    return postings.first(end);
  }

  static std::uint64_t mask_of(std::span<const Posting> postings) {
    std::uint64_t mask = 0;
    for (const Posting& posting : postings) {
      mask |= std::uint64_t{1} << (posting.docid % kRangeArticles);
    }
    return mask;
  }

  static void append_codes(std::span<const Posting> postings, Cells& cells) {
    for (const Posting& posting : postings) {
      cells.codes.push_back(impact_code(posting.in_title, posting.in_body));
      if (cells.codes.back() == kEscapeCode) cells.escapes.push_back(posting);
    }
  }

  static void begin_cell(std::size_t cell, Cells& cells) {
    if (cell % kCodeStarts == 0) {
      cells.code_start.push_back(static_cast<std::uint32_t>(cells.codes.size()));
    }
  }

  Cells masked(std::span<const Posting> postings) const {
    Cells cells;
    for (std::uint32_t range = 0; range <= columns_.last_docid() / kRangeArticles; ++range) {
      begin_cell(range, cells);
      std::span<const Posting> cell;
      if (!postings.empty() && postings.front().docid / kRangeArticles == range) {
        cell = first_range(postings);
      }
      cells.masks.push_back(mask_of(cell));
      cells.bounds.push_back(bound_of(cell));
      append_codes(cell, cells);
      postings = postings.subspan(cell.size());
    }
    return cells;
  }

  Cells counted(std::span<const Posting> postings) const {
    Cells cells;
    while (!postings.empty()) {
      begin_cell(cells.ranges.size(), cells);
      const std::span<const Posting> cell = first_range(postings);
      cells.ranges.push_back(cell.front().docid / kRangeArticles);
      cells.bounds.push_back(bound_of(cell));
      cells.counts.push_back(static_cast<std::uint8_t>(cell.size()));
      if (cell.size() <= kMostPositions) {
        for (const Posting& posting : cell) {
          cells.codes.push_back(static_cast<std::uint8_t>(posting.docid % kRangeArticles));
        }
      } else {
        const std::vector<std::uint64_t> mask{mask_of(cell)};
        const std::string_view bytes = bytes_of(mask);
        cells.codes.insert(cells.codes.end(), bytes.begin(), bytes.end());
      }
      append_codes(cell, cells);
      postings = postings.subspan(cell.size());
    }
    return cells;
  }

  static std::string bytes_of_list(const Cells& cells, bool many) {
    const ListHeader header{many ? Shape::kMasks : Shape::kCells,
                            {},
                            static_cast<std::uint32_t>(cells.bounds.size()),
                            static_cast<std::uint32_t>(cells.escapes.size()),
                            static_cast<std::uint32_t>(cells.codes.size())};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes += many ? bytes_of(cells.masks) : bytes_of(cells.ranges);
    bytes += bytes_of(cells.code_start);
    bytes += bytes_of(cells.escapes);
    bytes += bytes_of(cells.bounds);
    bytes += bytes_of(cells.counts);
    return bytes += bytes_of(cells.codes);
  }

  const Columns& columns_;
  FieldStatistics statistics_;
};

// The postings of the terms from `first` to `end` (exclusive), in lists of known lengths.
class Inverter {
 public:
  Inverter(const Terms& terms, TermId first, TermId end) : first_(first), end_(end) {
    std::size_t postings = 0;
    for (TermId id = first; id < end; ++id) {
      start_.push_back(postings);
      postings += terms.articles(id);
    }
    next_ = start_;
    start_.push_back(postings);
    postings_.resize(postings);
  }

  void add(const ArticleTerms& article) {
    for (const TermId id : article.title) count(id, article.docid, &Posting::in_title);
    for (const TermId id : article.body) count(id, article.docid, &Posting::in_body);
  }

  std::span<const Posting> list(TermId id) const {
    return std::span(postings_).subspan(start_[id - first_],
                                        next_[id - first_] - start_[id - first_]);
  }

 private:
  void count(TermId id, std::uint32_t docid, std::uint32_t Posting::*field) {
    if (id < first_ || id >= end_) return;
    std::size_t& next = next_[id - first_];
    if (next == start_[id - first_] || postings_[next - 1].docid != docid) {
      postings_[next++].docid = docid;
    }
    ++(postings_[next - 1].*field);
  }

  TermId first_;
  TermId end_;
  std::vector<std::size_t> start_;  // of each list in postings_, and the end of the last
  std::vector<std::size_t> next_;   // where its next posting goes
  std::vector<Posting> postings_;
};

class ImpactsWriter {
 public:
  ImpactsWriter(DerivedFileWriter file, const Terms& terms, const Columns& columns)
      : file_(std::move(file)), terms_(terms), encoder_(columns) {}

  Result<void> write(const ArticleReplay& replay, std::size_t most_postings) {
    for (TermId first = 0; first < terms_.size();) {
      const TermId end = end_of_interval(first, most_postings);
      Inverter inverter(terms_, first, end);
      auto replayed = replay([&inverter](const ArticleTerms& article) -> Result<void> {
        inverter.add(article);
        return {};
      });
      if (!replayed) return replayed;
      for (; first < end; ++first) append(inverter.list(first), terms_.occurrences(first));
    }
    return finish();
  }

 private:
  TermId end_of_interval(TermId first, std::size_t most_postings) const {
    std::size_t postings = terms_.articles(first);
    TermId end = first + 1;
    while (end < terms_.size() && postings + terms_.articles(end) <= most_postings) {
      postings += terms_.articles(end++);
    }
    return end;
  }

  void append(std::span<const Posting> postings, std::uint32_t occurrences) {
    if (occurrences == 1) {  // and so are those of all terms to come
      once_.push_back(postings.front().docid * 2 + postings.front().in_title);
      return;
    }
    const std::string list = encoder_.encode(postings);
    if (static_cast<Shape>(list.front()) != Shape::kFew) align();
    note_start();
    put(list);
  }

  void align() { put(std::string_view("\0\0\0\0\0\0\0", (8 - written_ % 8) % 8)); }

  void note_start() {
    if (list_start_.size() % kGroup == 0) group_start_.push_back(written_);
    list_start_.push_back(static_cast<std::uint32_t>(written_ - group_start_.back()));
  }

  void put(std::string_view bytes) {
    file_.append(bytes);
    written_ += bytes.size();
  }

  Result<void> finish() {
    note_start();
    Summary summary{};
    summary.parameters = kBm25fParameters;
    summary.statistics = encoder_.statistics();
    file_.end_section();
    for (const std::string_view section :
         {bytes_of(group_start_), bytes_of(list_start_), bytes_of(once_),
          std::string_view(reinterpret_cast<const char*>(&summary), sizeof summary)}) {
      file_.append(section);
      file_.end_section();
    }
    return file_.finish();
  }

  DerivedFileWriter file_;
  const Terms& terms_;
  ListEncoder encoder_;
  std::uint64_t written_ = 0;  // bytes of lists
  std::vector<std::uint64_t> group_start_;
  std::vector<std::uint32_t> list_start_;
  std::vector<std::uint32_t> once_;
};

}  // namespace

FieldStatistics field_statistics(const Columns& columns) {
  double title_words = 0;
  double body_words = 0;
  double articles = 0;
  for (std::uint32_t docid = 1; docid <= columns.last_docid(); ++docid) {
    title_words += columns.title_words(docid);
    body_words += columns.body_words(docid);
    articles += columns.present(docid) ? 1 : 0;
  }
  return field_statistics(title_words, body_words, articles);
}

Result<void> write_impacts(const std::filesystem::path& path, std::string_view uuid,
                           const Terms& terms, const Columns& columns, const ArticleReplay& replay,
                           std::size_t most_postings) {
  auto file = DerivedFileWriter::create(path, kMagic, uuid, kSections);
  if (!file) return file.error();
  return ImpactsWriter(std::move(*file), terms, columns).write(replay, most_postings);
}

}  // namespace dateline
