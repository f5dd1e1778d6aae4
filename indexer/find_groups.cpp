// Copies are not transitive: a text may change a little each day until nothing of it is left. So a
// group is not what hangs together but the copies of one article, its first: articles pass by in
// the order of time, each joins the earliest first that it is a copy of, or becomes a first itself.
// All members of a group are copies of its first, and no chain leads further. As the order is that
// of the articles and not of their arrival, an index that grew has the groups of one built at once.
//
// Stories are found likewise among the firsts of copies: an article joins the earliest first whose
// story it tells. Copies go with their first, whenever they came.
//
// To compare all with all would take too long. Copies have an equal hash of the whole, or share a
// band: four successive rows of their sketches. Two texts that are alike by s share one of 16 bands
// with a probability of 1 - (1 - s^4)^16: 99 in 100 at .7, 89 at .6. Titles have keys alike: the
// lowest of their words by two hash functions, twelve times, so that titles alike by .5 share one
// with a probability of 1 - (1 - .5^2)^12: 97 in 100. Most keys are those of one article only,
// which two bitmaps find out in one pass, and only articles with another key are looked at.
//
// Where many articles share a key and yet do not belong together (notices that pages put in place
// of articles, under many titles), only the last 64 firsts of the key are compared with what comes,
// so that the time stays in proportion to the number of articles.
#include "indexer/find_groups.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>
#include <unordered_map>

#include "indexer/same_text.h"

namespace dateline {
namespace {

constexpr std::size_t kTitleKeys = 12;
constexpr std::size_t kMostFirsts = 64;  // of one key, compared
constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;

using Keys = std::vector<std::uint64_t>;

constexpr std::uint64_t mixed(std::uint64_t number) {
  number = (number ^ (number >> 32)) * kMix;
  return (number ^ (number >> 29)) * kMix;
}

// What a copy has one of, too.
void append_text_keys(const Sketch& sketch, Keys& keys) {
  keys.push_back(mixed(sketch.text));
  if (sketch.rows.empty()) return;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint32_t rows = 0;
    std::memcpy(&rows, sketch.rows.data() + band * kBandRows, sizeof rows);
    keys.push_back(mixed((std::uint64_t{rows} << 8) + band + 1));
  }
}

void append_title_keys(const Sketch& sketch, Keys& keys) {
  if (sketch.title.empty()) return;
  for (std::uint64_t key = 0; key < kTitleKeys; ++key) {
    std::uint64_t one = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t other = one;
    for (const std::uint64_t word : sketch.title) {
      one = std::min(one, mixed(word << 8 | key * 2));
      other = std::min(other, mixed(word << 8 | (key * 2 + 1)));
    }
    keys.push_back(mixed(one * 3 + other + key));
  }
}

// Which keys were met twice, or seem so: about one in ten of the others, with eight bits for each.
class MetTwice {
 public:
  explicit MetTwice(std::size_t keys)
      : shift_(64 - static_cast<int>(std::bit_width(keys * 8 + 64))),
        once_((std::size_t{1} << (64 - shift_)) / 64),
        twice_(once_.size()) {}

  void add(std::uint64_t key) {
    const std::uint64_t bit = key >> shift_;
    twice_[bit / 64] |= once_[bit / 64] & mask(bit);
    once_[bit / 64] |= mask(bit);
  }
  bool contains(std::uint64_t key) const {
    const std::uint64_t bit = key >> shift_;
    return (twice_[bit / 64] & mask(bit)) != 0;
  }

 private:
  static std::uint64_t mask(std::uint64_t bit) { return std::uint64_t{1} << (bit % 64); }

  int shift_;
  std::vector<std::uint64_t> once_, twice_;
};

struct SketchedArticle {
  ArticlePlace place;
  std::int32_t day = 0;    // the last that the date may mean
  bool day_known = false;  // it can mean no other
  std::string_view id;
  Sketch sketch;
};

bool is_earlier(const SketchedArticle& left, const SketchedArticle& right) {
  return left.day != right.day ? left.day < right.day : left.id < right.id;
}

template <typename Visit>
void for_each_sketch(std::span<const SketchedSegment> segments, Visit visit) {
  for (std::uint32_t segment = 0; segment < segments.size(); ++segment) {
    const auto& [columns, tombstones, sketches] = segments[segment];
    if (sketches == nullptr) continue;
    for (std::uint32_t docid = 1; docid <= columns.last_docid(); ++docid) {
      if (!columns.present(docid) || tombstones.contains(docid)) continue;
      const Sketch sketch = sketches->of(docid);
      if (sketch.text != 0) visit(ArticlePlace{segment, docid}, sketch);
    }
  }
}

// Those that may belong together with another, in the order of time.
std::vector<SketchedArticle> candidates(std::span<const SketchedSegment> segments) {
  std::size_t articles = 0;
  for (const SketchedSegment& segment : segments) articles += segment.columns.last_docid();
  MetTwice twice(articles * (1 + kBands + kTitleKeys));
  Keys keys;
  const auto read_keys = [&keys](const Sketch& sketch) {
    keys.clear();
    append_text_keys(sketch, keys);
    append_title_keys(sketch, keys);
  };
  for_each_sketch(segments, [&](ArticlePlace, const Sketch& sketch) {
    read_keys(sketch);
    for (const std::uint64_t key : keys) twice.add(key);
  });
  std::vector<SketchedArticle> found;
  for_each_sketch(segments, [&](ArticlePlace place, const Sketch& sketch) {
    read_keys(sketch);
    const auto met = [&twice](std::uint64_t key) { return twice.contains(key); };
    if (std::none_of(keys.begin(), keys.end(), met)) return;
    const Columns& columns = segments[place.segment].columns;
    const auto days = columns.days(place.docid);
    found.push_back({place, days ? days->last : std::numeric_limits<std::int32_t>::max(),
                     days && days->first == days->last, columns.id(place.docid), sketch});
  });
  std::sort(found.begin(), found.end(), is_earlier);
  return found;
}

// The firsts so far, by their keys.
class Firsts {
 public:
  // The earliest of those with one of the keys that it belongs to.
  template <typename Belongs>
  std::optional<std::size_t> earliest(const Keys& keys, Belongs belongs) const {
    std::optional<std::size_t> first;
    for (const std::uint64_t key : keys) {
      const auto known = by_key_.find(key);
      if (known == by_key_.end()) continue;
      const std::vector<std::size_t>& firsts = known->second;
      const std::size_t compared = std::min(firsts.size(), kMostFirsts);
      for (std::size_t at = firsts.size() - compared; at < firsts.size(); ++at) {
        if (first && firsts[at] >= *first) break;
        if (belongs(firsts[at])) first = firsts[at];
      }
    }
    return first;
  }

  void add(const Keys& keys, std::size_t at) {
    for (const std::uint64_t key : keys) by_key_[key].push_back(at);
  }

 private:
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_key_;  // ascending
};

// For each article its first, which may be itself. `belongs(first, article)` judges two articles.
template <typename AppendKeys, typename Belongs>
std::vector<std::size_t> firsts_of(std::span<const SketchedArticle> articles,
                                   std::span<const std::size_t> among, AppendKeys append_keys,
                                   Belongs belongs) {
  std::vector<std::size_t> first_of(articles.size());
  for (std::size_t at = 0; at < articles.size(); ++at) first_of[at] = at;
  Firsts firsts;
  Keys keys;
  for (const std::size_t at : among) {
    keys.clear();
    append_keys(articles[at].sketch, keys);
    const auto first = firsts.earliest(
        keys, [&](std::size_t earlier) { return belongs(articles[earlier], articles[at]); });
    if (first) {
      first_of[at] = *first;
    } else {
      firsts.add(keys, at);
    }
  }
  return first_of;
}

DaysApart days_apart(const SketchedArticle& first, const SketchedArticle& later) {
  if (!first.day_known || !later.day_known) return std::nullopt;
  return static_cast<std::uint32_t>(later.day - first.day);
}

bool is_copy_of(const SketchedArticle& first, const SketchedArticle& article) {
  return are_copies(first.sketch, article.sketch, days_apart(first, article));
}

bool tells_story_of(const SketchedArticle& first, const SketchedArticle& article) {
  return tell_one_story(first.sketch, article.sketch, days_apart(first, article));
}

// Articles with the same first are a group.
ArticleGroups groups_by(std::span<const SketchedArticle> articles,
                        std::span<const std::size_t> first_of) {
  ArticleGroups groups(articles.size());
  for (std::size_t at = 0; at < articles.size(); ++at) {
    groups[first_of[at]].push_back(articles[at].place);
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  return groups;
}

}  // namespace

GroupLists find_groups(std::span<const SketchedSegment> segments) {
  const std::vector<SketchedArticle> articles = candidates(segments);
  std::vector<std::size_t> all(articles.size());
  for (std::size_t at = 0; at < all.size(); ++at) all[at] = at;
  const std::vector<std::size_t> copy_of = firsts_of(articles, all, append_text_keys, is_copy_of);
  std::vector<std::size_t> originals;
  for (const std::size_t at : all) {
    if (copy_of[at] == at) originals.push_back(at);
  }
  const auto append_all_keys = [](const Sketch& sketch, Keys& keys) {
    append_text_keys(sketch, keys);
    append_title_keys(sketch, keys);
  };
  std::vector<std::size_t> story_of =
      firsts_of(articles, originals, append_all_keys, tells_story_of);
  for (const std::size_t at : all) story_of[at] = story_of[copy_of[at]];
  return {groups_by(articles, copy_of), groups_by(articles, story_of)};
}

}  // namespace dateline
