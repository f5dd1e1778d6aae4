// The `columns` file of a segment: what filters, facets, sorting and length normalisation need of
// every article, in arrays by docid, mapped into memory. Derived from the Xapian database alone.
// FORMAT.md has the bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "common/date.h"
#include "common/file.h"
#include "common/index/stored_article.h"
#include "common/result.h"

namespace dateline {

// The columns themselves, as vectors while they are made and as spans of the mapped file when they
// are read; all() is their order in the file. Row d of the first twelve belongs to docid d (row 0
// to none); a row of *_end is where the row's part of the column after it ends, exclusive.
template <template <typename> typename Array>
struct ColumnArrays {
  Array<std::uint8_t> present;  // 1 if the segment has this docid
  Array<std::uint64_t> content_hash;
  Array<std::int32_t> first_day;  // interval_of() the date; first after last if there is none
  Array<std::int32_t> last_day;
  Array<std::uint32_t> date;  // (year * 16 + month) * 32 + day, unknown parts 0
  Array<std::uint32_t> title_words;
  Array<std::uint32_t> body_words;
  Array<std::uint32_t> source;    // line of source_names, from 0
  Array<std::uint32_t> language;  // line of language_names, from 0
  Array<std::uint16_t> primary;   // CountryCode::packed(), 0 if none
  Array<std::uint32_t> id_end;
  Array<std::uint32_t> country_end;
  Array<char> ids;
  Array<std::uint16_t> countries;  // about, CountryCode::packed(), ascending for an article
  Array<char> source_names;        // each ends with '\n'
  Array<char> language_names;

  auto all() {
    return std::tie(present, content_hash, first_day, last_day, date, title_words, body_words,
                    source, language, primary, id_end, country_end, ids, countries, source_names,
                    language_names);
  }
};

template <typename T>
using ColumnVector = std::vector<T>;
template <typename T>
using ColumnSpan = std::span<const T>;

// Collects the columns of a segment, article by article.
class ColumnsBuilder {
 public:
  // Returns the number of the article's language (see Columns::language()).
  // REQUIRES: docids come in ascending order, from 1; the ones left out are absent articles.
  std::uint32_t add(std::uint32_t docid, const IndexedArticle& indexed);

  // The bytes of the file. `uuid` is that of the segment's database.
  std::string encode(std::string_view uuid);

 private:
  using Names = std::map<std::string, std::uint32_t, std::less<>>;

  void fill_to(std::uint32_t docid);
  static std::uint32_t number_of(Names& names, std::vector<char>& lines, std::string name);

  ColumnArrays<ColumnVector> rows_;
  Names sources_, languages_;
};

// Reads a mapped columns file. Thread-safe. Any docid may be asked for: one that the segment does
// not have reads as an absent article, and a damaged file reads as wrong values, never as memory
// beyond the file (`dateline-index check` finds the damage).
class Columns {
 public:
  // Fails with kCorrupt if the file is not the columns of the database `uuid`.
  static Result<Columns> open(const std::filesystem::path& path, std::string_view uuid);

  std::uint32_t last_docid() const { return static_cast<std::uint32_t>(rows_.present.size()) - 1; }
  bool present(std::uint32_t docid) const { return at(rows_.present, docid) != 0; }
  std::string_view id(std::uint32_t docid) const;
  std::uint64_t content_hash(std::uint32_t docid) const { return at(rows_.content_hash, docid); }
  Date date(std::uint32_t docid) const;                        // may be partial or unknown
  std::optional<DayInterval> days(std::uint32_t docid) const;  // nothing if the year is unknown
  std::uint32_t title_words(std::uint32_t docid) const { return at(rows_.title_words, docid); }
  std::uint32_t body_words(std::uint32_t docid) const { return at(rows_.body_words, docid); }
  std::span<const std::uint16_t> countries(std::uint32_t docid) const;  // about, packed, ascending
  std::uint16_t primary_country(std::uint32_t docid) const { return at(rows_.primary, docid); }
  std::uint32_t source(std::uint32_t docid) const { return at(rows_.source, docid); }
  std::uint32_t language(std::uint32_t docid) const { return at(rows_.language, docid); }
  // What source() and language() number; a number beyond them is damage.
  const std::vector<std::string>& sources() const { return source_names_; }
  const std::vector<std::string>& languages() const { return language_names_; }

 private:
  explicit Columns(MappedFile file) : file_(std::move(file)) {}

  template <typename T>
  static T at(std::span<const T> column, std::uint32_t docid) {
    return docid < column.size() ? column[docid] : T{};
  }

  MappedFile file_;
  ColumnArrays<ColumnSpan> rows_;
  std::vector<std::string> source_names_, language_names_;
};

}  // namespace dateline
