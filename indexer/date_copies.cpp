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

#include <xapian.h>

#include "common/hash.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/text/fold.h"
#include "indexer/document.h"

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

struct Undated {
  std::size_t part = 0;
  Xapian::docid docid = 0;
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

IndexedArticle decoded(const Xapian::Document& document) {
  auto indexed = decode_article(document.get_data());
  if (!indexed) throw std::runtime_error(indexed.error().message);
  return std::move(*indexed);
}

class Copies {
 public:
  Copies(const std::vector<std::filesystem::path>& parts, const Snapshot& published)
      : published_(published) {
    for (const auto& part : parts) parts_.emplace_back(part.string(), Xapian::DB_OPEN);
  }

  std::size_t run() {
    std::map<std::string, std::vector<std::pair<std::size_t, Xapian::docid>>> by_day;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      const auto end = parts_[part].valuestream_end(kDateSlot);
      for (auto at = parts_[part].valuestream_begin(kDateSlot); at != end; ++at) {
        if ((*at).starts_with("--")) by_day[*at].emplace_back(part, at.get_docid());
      }
    }
    std::size_t dated = 0;
    for (const auto& [value, places] : by_day) {
      if (const auto day = parse_iso_date(value)) dated += date_those_of(*day, places);
    }
    for (Xapian::WritableDatabase& part : parts_) part.commit();
    return dated;
  }

 private:
  std::size_t date_those_of(const Date& month_day,
                            const std::vector<std::pair<std::size_t, Xapian::docid>>& places) {
    const std::vector<std::string> days = day_terms(month_day);
    if (days.empty()) return 0;
    DaysUndated undated;
    for (const auto& [part, docid] : places) {
      undated.add({part, docid, decoded(parts_[part].get_document(docid)), 0, std::nullopt});
    }
    for (const std::string& term : days) offer_those_of(term, undated);
    std::size_t dated = 0;
    for (Undated& article : undated.articles()) {
      if (!article.copy) continue;
      DateFinding& finding = article.indexed.article.date;
      finding.date = article.copy->date;
      finding.evidence = "duplicate";
      finding.confidence = Confidence::kLikely;
      finding.probability = kProbability;
      Xapian::Document document = parts_[article.part].get_document(article.docid);
      redate(document, article.indexed);
      parts_[article.part].replace_document(article.docid, document);
      ++dated;
    }
    return dated;
  }

  // The terms of that day and the three after it in every year of which an article is known.
  std::vector<std::string> day_terms(const Date& month_day) const {
    std::vector<int> years;
    const std::string prefix = schema_of(Field::kYear).prefix;
    const auto add_years = [&](const Xapian::Database& database) {
      for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix); ++at) {
        const auto year = parse_iso_date((*at).substr(prefix.size()));
        if (year) years.push_back(year->year);
      }
    };
    for (const Xapian::WritableDatabase& part : parts_) add_years(part);
    for (const Segment& segment : published_.segments) add_years(segment.database);
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    std::vector<std::string> terms;
    for (const int year : years) {
      const Date first{year, month_day.month, month_day.day};
      if (!is_valid(first)) continue;
      for (int after = 0; after <= kDaysAfterDateline; ++after) {
        const Date day = date_from_day_number(day_number(first) + after);
        std::string term = term_for(Field::kDay, day_value(day));
        if (is_known(term)) terms.push_back(std::move(term));
      }
    }
    return terms;
  }

  bool is_known(const std::string& term) const {
    const auto has = [&](const Xapian::Database& database) { return database.term_exists(term); };
    return std::any_of(parts_.begin(), parts_.end(), has) ||
           std::any_of(published_.segments.begin(), published_.segments.end(),
                       [&](const Segment& segment) { return has(segment.database); });
  }

  void offer_those_of(const std::string& term, DaysUndated& undated) {
    const auto offer = [&](const Xapian::Document& document) {
      const Article article = decoded(document).article;
      if (article.date.evidence != "duplicate") undated.offer(article);
    };
    for (const Xapian::WritableDatabase& part : parts_) {
      for (auto at = part.postlist_begin(term); at != part.postlist_end(term); ++at) {
        offer(part.get_document(*at));
      }
    }
    for (const Segment& segment : published_.segments) {
      const Xapian::Database& database = segment.database;
      for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        if (segment.alive(*at)) offer(database.get_document(*at));
      }
    }
  }

  const Snapshot& published_;
  std::vector<Xapian::WritableDatabase> parts_;
};

}  // namespace

Result<std::size_t> date_from_copies(const std::vector<std::filesystem::path>& parts,
                                     const Snapshot& published) {
  try {
    return Copies(parts, published).run();
  } catch (const Xapian::Error& error) {
    return Error{ErrorKind::kSystem, "looking for copies of articles: " + error.get_description()};
  } catch (const std::runtime_error& error) {
    return Error{ErrorKind::kCorrupt,
                 std::string("looking for copies of articles: ") + error.what()};
  }
}

}  // namespace dateline
