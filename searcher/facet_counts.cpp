// Four counts over the same articles, each of which leaves out another filter. Every article that
// passes all filters counts in all four; one that fails a single filter counts in the list whose
// own filter that is; one that fails two counts nowhere. So one pass over the words of the bitmaps
// finds five disjoint sets. Block by block they are written out as docids, which stay in the
// nearest cache while one column after another is counted.
//
// Where all live articles count, the index knows the counts, and only the deleted are taken off.
#include "searcher/facet_counts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

namespace dateline {
namespace {

constexpr std::size_t kBlockWords = 64;

// The docids of some words of a bitmap.
class DocidBlock {
 public:
  void add(std::uint64_t word, std::size_t number) {
    for (; word != 0; word &= word - 1) {
      docids_[size_++] = static_cast<std::uint32_t>(
          number * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }
  }
  void clear() { size_ = 0; }
  std::span<const std::uint32_t> docids() const { return std::span(docids_).first(size_); }

 private:
  std::array<std::uint32_t, kBlockWords * 64> docids_;
  std::size_t size_ = 0;
};

// One of the four lists.
struct Part {
  const NumberColumn& numbers;
  std::span<const std::uint32_t> all_articles;  // what the dictionary says
  const std::optional<ArticleSet>& own;
  std::vector<std::uint32_t>& counts;
  bool known = false;  // without counting
};

void count(const Part& part, std::span<const std::uint32_t> docids) {
  if (part.known || docids.empty()) return;
  part.numbers.visit([&](auto numbers) {
    const std::size_t beyond = part.counts.size() - 1;
    std::vector<std::uint32_t>& counts = part.counts;
    for (const std::uint32_t docid : docids) {
      ++counts[std::min<std::size_t>(numbers[docid], beyond)];
    }
  });
}

class FacetCounter {
 public:
  FacetCounter(const Segment& segment, const ArticleSet& matching, const FilterSets& filters,
               FacetCounts& counts)
      : segment_(segment),
        matching_(matching.words()),
        rest_(filters.rest),
        parts_{{{segment.columns.date_numbers(), segment.columns.date_articles(), filters.date,
                 counts.dates},
                {segment.columns.country_set_numbers(), segment.columns.country_set_articles(),
                 filters.country, counts.country_sets},
                {segment.columns.source_numbers(), segment.columns.source_articles(),
                 filters.source, counts.sources},
                {segment.columns.language_numbers(), segment.columns.language_articles(),
                 filters.language, counts.languages}}} {
    const bool all_match =
        !rest_ && matching.count() == segment.entry.articles - segment.entry.deleted;
    for (Part& part : parts_) {
      part.counts.assign(part.all_articles.size() + 1, 0);
      part.known = all_match && no_other_filter(part);
    }
  }

  void count_all() {
    for (Part& part : parts_) {
      if (part.known) take_known(part);
    }
    if (std::all_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.known; })) {
      return;
    }
    // What the columns have no row for is damage.
    const std::size_t words = std::min(matching_.size(), segment_.columns.present_words().size());
    for (std::size_t begin = 0; begin < words; begin += kBlockWords) {
      count_block(begin, std::min(begin + kBlockWords, words));
    }
  }

 private:
  bool no_other_filter(const Part& part) const {
    return std::all_of(parts_.begin(), parts_.end(),
                       [&part](const Part& other) { return &other == &part || !other.own; });
  }

  void take_known(const Part& part) const {
    std::copy(part.all_articles.begin(), part.all_articles.end(), part.counts.begin());
    const auto deleted = segment_.tombstones.words();
    const auto present = segment_.columns.present_words();
    DocidBlock block;
    for (std::size_t word = 0; word < std::min(deleted.size(), present.size()); ++word) {
      block.clear();
      block.add(deleted[word] & present[word], word);
      for (const std::uint32_t docid : block.docids()) {
        const std::size_t number = part.numbers[docid];
        --part.counts[std::min(number, part.counts.size() - 1)];
      }
    }
  }

  void count_block(std::size_t begin, std::size_t end) {
    passing_.clear();
    for (DocidBlock& failing : failing_) failing.clear();
    for (std::size_t word = begin; word < end; ++word) add_word(word);
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      count(parts_[part], passing_.docids());
      count(parts_[part], failing_[part].docids());
    }
  }

  void add_word(std::size_t word) {
    std::uint64_t passing = matching_[word] & segment_.columns.present_words()[word];
    if (rest_) passing &= rest_->words()[word];
    // Of the articles that fail exactly one filter so far, which one.
    std::array<std::uint64_t, 4> failing{};
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      if (!parts_[part].own) continue;
      const std::uint64_t own = parts_[part].own->words()[word];
      for (std::uint64_t& earlier : failing) earlier &= own;
      failing[part] = passing & ~own;
      passing &= own;
    }
    passing_.add(passing, word);
    for (std::size_t part = 0; part < parts_.size(); ++part)
      failing_[part].add(failing[part], word);
  }

  const Segment& segment_;
  std::span<const std::uint64_t> matching_;
  const std::optional<ArticleSet>& rest_;
  std::array<Part, 4> parts_;
  DocidBlock passing_;
  std::array<DocidBlock, 4> failing_;
};

}  // namespace

FacetCounts count_facet_numbers(const Segment& segment, const ArticleSet& matching,
                                const FilterSets& filters) {
  FacetCounts counts;
  FacetCounter(segment, matching, filters, counts).count_all();
  return counts;
}

}  // namespace dateline
