// The `columns` file of a segment: what filters, facets, sorting and length normalisation need of
// every article, in arrays by docid, mapped into memory. Dates, sets of countries, sources and
// languages are numbers into dictionaries, so that a filter decides once for each value and a facet
// counts numbers. Derived from the Xapian database alone; columns_writer.h makes it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/file.h"
#include "common/index/column_arrays.h"
#include "common/index/number_column.h"
#include "common/result.h"

namespace dateline {

// The articles about one country: a bitmap (bit p of word w is docid 64 w + p) or, if they are few,
// their docids in ascending order; the other is empty.
struct CountryArticles {
  std::uint16_t country = 0;  // CountryCode::packed()
  std::size_t count = 0;
  std::span<const std::uint64_t> bitmap;
  std::span<const std::uint32_t> docids;
};

// Reads a mapped columns file. Thread-safe. Any docid may be asked for: one that the segment does
// not have reads as an absent article, and a damaged file reads as wrong values, never as memory
// beyond the file (`dateline-index check` finds the damage). Numbers may be beyond their dictionary
// and docids beyond last_docid() only in a damaged file, but users of spans have to check.
class Columns {
 public:
  // Fails with kCorrupt if the file is not the columns of the database `uuid`.
  static Result<Columns> open(const std::filesystem::path& path, std::string_view uuid);
  // The same of bytes that outlive the object. REQUIRES: bytes.data() is aligned to 8.
  static std::optional<Columns> over(std::string_view bytes, std::string_view uuid);

  // By docid.
  std::uint32_t last_docid() const {
    return static_cast<std::uint32_t>(rows_.content_hash.size()) - 1;
  }
  bool present(std::uint32_t docid) const {
    return ((at(rows_.present, docid / 64) >> (docid % 64)) & 1) != 0;
  }
  std::string_view id(std::uint32_t docid) const;
  std::uint64_t content_hash(std::uint32_t docid) const { return at(rows_.content_hash, docid); }
  Date date(std::uint32_t docid) const;                        // may be partial or unknown
  std::optional<DayInterval> days(std::uint32_t docid) const;  // nothing if the year is unknown
  std::uint32_t title_words(std::uint32_t docid) const { return at(rows_.title_words, docid); }
  std::uint32_t body_words(std::uint32_t docid) const { return at(rows_.body_words, docid); }
  std::span<const std::uint32_t> body_words() const { return rows_.body_words; }  // by docid
  std::span<const std::uint16_t> countries(std::uint32_t docid) const;  // about, packed, ascending
  std::uint16_t primary_country(std::uint32_t docid) const { return at(rows_.primary, docid); }
  std::uint32_t source(std::uint32_t docid) const { return source_[docid]; }
  std::uint32_t language(std::uint32_t docid) const { return language_[docid]; }

  // The same as whole columns of numbers; each has a row for docid 0.
  const NumberColumn& date_numbers() const { return date_; }
  const NumberColumn& country_set_numbers() const { return country_set_; }
  const NumberColumn& source_numbers() const { return source_; }
  const NumberColumn& language_numbers() const { return language_; }
  std::span<const std::uint64_t> present_words() const { return rows_.present; }  // a bitmap

  // Docids of all articles in the order of newer_first(): by last possible day, then by id; those
  // whose year is unknown come last.
  std::span<const std::uint32_t> newest_first() const { return rows_.newest_first; }

  // What the numbers stand for, and how many articles of the segment, deleted ones included, have
  // each. Dates are in the order of newest_first().
  std::size_t dates() const { return rows_.dates.size(); }
  Date date_numbered(std::uint32_t number) const;
  std::optional<DayInterval> days_numbered(std::uint32_t number) const;
  std::span<const std::uint32_t> date_articles() const { return rows_.date_articles; }
  // What days_numbered() gives; where the year is unknown the first day is after the last.
  std::span<const std::int32_t> first_days() const { return rows_.first_day; }
  std::span<const std::int32_t> last_days() const { return rows_.last_day; }

  std::size_t country_sets() const { return rows_.set_articles.size(); }
  std::span<const std::uint16_t> country_set_numbered(std::uint32_t number) const;
  std::span<const std::uint32_t> country_set_articles() const { return rows_.set_articles; }

  const std::vector<std::string>& sources() const { return source_names_; }
  const std::vector<std::string>& languages() const { return language_names_; }
  std::span<const std::uint32_t> source_articles() const { return rows_.source_articles; }
  std::span<const std::uint32_t> language_articles() const { return rows_.language_articles; }

  // None for a country that no article is about.
  CountryArticles about(std::uint16_t country) const;

 private:
  Columns() = default;

  template <typename T>
  static T at(std::span<const T> column, std::size_t row) {
    return row < column.size() ? column[row] : T{};
  }
  bool numbers_are_sound();
  bool countries_are_sound();

  std::optional<MappedFile> file_;
  ColumnArrays<ColumnSpan> rows_;
  NumberColumn date_, country_set_, source_, language_;
  std::vector<std::string> source_names_, language_names_;
  std::vector<CountryArticles> countries_;  // ascending
};

}  // namespace dateline
