// Texts are compared by their shingles: the 16 letters that begin at each letter, hashed. Of these
// the eighth whose hash is divisible by eight is kept on both sides; the share of common ones
// estimates the share of all (Broder 1997, "On the resemblance and containment of documents", mod-m
// sketches).
#include "indexer/date_copies.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/hash.h"
#include "common/index/stored_article.h"
#include "common/text/fold.h"

namespace dateline {
namespace {

constexpr std::size_t kShingleBytes = 16;
constexpr std::uint64_t kKeptShingles = 8;   // one of so many
constexpr std::size_t kFewestShingles = 10;  // fewer say too little: a text of some hundred letters
constexpr double kLeastOverlap = 0.8;
constexpr int kDaysAfterDateline = 3;
constexpr double kProbability = 0.9;

using Shingles = std::vector<std::uint64_t>;  // sorted, each once

Shingles shingles_of(const Article& article) {
  std::string letters = fold_letters(std::string_view(article.text).substr(article.body_start));
  const auto is_mark = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
  };
  letters.erase(std::remove_if(letters.begin(), letters.end(), is_mark), letters.end());
  Shingles shingles;
  for (std::size_t at = 0; at + kShingleBytes <= letters.size(); ++at) {
    const std::uint64_t hash = hash_bytes(std::string_view(letters).substr(at, kShingleBytes));
    if (hash % kKeptShingles == 0) shingles.push_back(hash);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

struct Copy {
  Date date;
  std::string id;
  auto operator<=>(const Copy&) const = default;
};

// Where an article of this run is.
struct Place {
  std::size_t part = 0;
  std::uint32_t number = 0;
};

struct Undated {
  Place place;
  IndexedArticle indexed;
  std::size_t shingles = 0;
  std::optional<Copy> copy;
};

// The undated articles of one month and day, and which of them have a shingle.
class DaysUndated {
 public:
  void add(Undated undated) {
    const Shingles shingles = shingles_of(undated.indexed.article);
    if (shingles.size() < kFewestShingles) return;
    undated.shingles = shingles.size();
    for (const std::uint64_t shingle : shingles) having_[shingle].push_back(articles_.size());
    articles_.push_back(std::move(undated));
  }

  // Remembers the article as the copy of those that it is one of.
  void offer(const Article& dated) {
    const Shingles shingles = shingles_of(dated);
    std::map<std::size_t, std::size_t> common;
    for (const std::uint64_t shingle : shingles) {
      const auto having = having_.find(shingle);
      if (having == having_.end()) continue;
      for (const std::size_t index : having->second) ++common[index];
    }
    for (const auto& [index, count] : common) {
      Undated& undated = articles_[index];
      const std::size_t both = undated.shingles + shingles.size() - count;
      if (undated.indexed.article.id == dated.id) continue;
      if (static_cast<double>(count) < kLeastOverlap * static_cast<double>(both)) continue;
      Copy copy{dated.date.date, dated.id};
      undated.copy = undated.copy ? std::min(*undated.copy, copy) : copy;
    }
  }

  std::vector<Undated>& articles() { return articles_; }

 private:
  std::vector<Undated> articles_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> having_;
};

using MonthDay = std::pair<int, int>;

MonthDay month_day_of(const Date& date) { return {date.month, date.day}; }

class Copies {
 public:
  Copies(std::span<ArticleSpool* const> parts, const Snapshot& published)
      : parts_(parts), published_(published) {}

  Result<std::size_t> run() {
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      if (auto found = find_undated(part); !found) return found.error();
    }
    if (undated_.empty()) return std::size_t{0};
    for (const ArticleSpool* part : parts_) {
      if (auto offered = offer_those_of(*part); !offered) return offered.error();
    }
    for (const Segment& segment : published_.segments) {
      if (auto offered = offer_those_of(segment); !offered) return offered.error();
    }
    return date_the_undated();
  }

 private:
  Result<void> find_undated(std::size_t part) {
    Place place{part, 0};
    return parts_[part]->for_each_record([&](std::string_view record) -> Result<void> {
      const auto head = decode_head(record);
      if (!head) return head.error();
      const Date& date = head->article.date.date;
      if (date.precision() == DatePrecision::kMonthDay) {
        auto indexed = decode_article(record);
        if (!indexed) return indexed.error();
        undated_[month_day_of(date)].add({place, std::move(*indexed), 0, std::nullopt});
      }
      ++place.number;
      return {};
    });
  }

  // Whether the day is that of an undated article, or one of the few after it. 29 February is no
  // day of other years than leap years.
  bool is_wanted(const Date& date) {
    if (date.precision() != DatePrecision::kDay) return false;
    for (int after = 0; after <= kDaysAfterDateline; ++after) {
      if (undated_.contains(month_day_of(date_from_day_number(day_number(date) - after)))) {
        return true;
      }
    }
    return false;
  }

  void offer(const Article& dated) {
    if (dated.date.evidence == "duplicate") return;
    for (int after = 0; after <= kDaysAfterDateline; ++after) {
      const Date first = date_from_day_number(day_number(dated.date.date) - after);
      const auto undated = undated_.find(month_day_of(first));
      if (undated != undated_.end()) undated->second.offer(dated);
    }
  }

  Result<void> offer_those_of(const ArticleSpool& part) {
    return part.for_each_record([&](std::string_view record) -> Result<void> {
      const auto head = decode_head(record);
      if (!head) return head.error();
      if (!is_wanted(head->article.date.date)) return {};
      const auto indexed = decode_article(record);
      if (!indexed) return indexed.error();
      offer(indexed->article);
      return {};
    });
  }

  Result<void> offer_those_of(const Segment& segment) {
    for (std::uint32_t docid = 1; docid <= segment.columns.last_docid(); ++docid) {
      if (!segment.alive(docid) || !is_wanted(segment.columns.date(docid))) continue;
      const auto indexed = load_article(segment, docid);
      if (!indexed) return indexed.error();
      if (indexed->article.date.date.precision() == DatePrecision::kDay) offer(indexed->article);
    }
    return {};
  }

  Result<std::size_t> date_the_undated() {
    std::size_t dated = 0;
    for (auto& [day, articles] : undated_) {
      for (Undated& article : articles.articles()) {
        if (!article.copy) continue;
        DateFinding& finding = article.indexed.article.date;
        finding.date = article.copy->date;
        finding.evidence = "duplicate";
        finding.confidence = Confidence::kLikely;
        finding.probability = kProbability;
        auto replaced = parts_[article.place.part]->replace_record(article.place.number,
                                                                   encode_article(article.indexed));
        if (!replaced) return replaced.error();
        ++dated;
      }
    }
    return dated;
  }

  std::span<ArticleSpool* const> parts_;
  const Snapshot& published_;
  std::map<MonthDay, DaysUndated> undated_;
};

}  // namespace

Result<std::size_t> date_from_copies(std::span<ArticleSpool* const> parts,
                                     const Snapshot& published) {
  auto dated = Copies(parts, published).run();
  if (!dated) return within("looking for copies of articles", dated.error());
  return dated;
}

}  // namespace dateline
