// What the `columns` file of a segment consists of; shared by its writer and its reader.
// FORMAT.md tells the same in words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace dateline {

constexpr std::string_view kColumnsMagic = "DLCOLUM2";

// The columns themselves, as vectors while they are made and as spans of the mapped file when they
// are read; all() is their order in the file. Row d belongs to docid d, row 0 to none; a row of
// *_end is where the row's part of the column after it ends, exclusive. Arrays of bytes whose
// comment says "numbers" are those of number_column.h.
template <template <typename> typename Array>
struct ColumnArrays {
  // By docid.
  Array<std::uint64_t> present;  // a bitmap: bit p of word w is docid 64 w + p
  Array<std::uint64_t> content_hash;
  Array<std::uint32_t> title_words;
  Array<std::uint32_t> body_words;
  Array<std::uint16_t> primary;  // CountryCode::packed(), 0 if none
  Array<char> date;              // numbers into `dates`
  Array<char> country_set;       // numbers of sets, see set_end
  Array<char> source;            // numbers of lines of source_names
  Array<char> language;          // numbers of lines of language_names
  Array<std::uint32_t> id_end;
  Array<char> ids;

  // Docids of all articles, newest first (by their last possible day), then by id; those whose year
  // is unknown come last.
  Array<std::uint32_t> newest_first;

  // The distinct dates, newest first alike: the date, its days (first after last if the year is
  // unknown) and how many articles have it.
  Array<std::uint32_t> dates;  // (year * 16 + month) * 32 + day, unknown parts 0
  Array<std::int32_t> first_day;
  Array<std::int32_t> last_day;
  Array<std::uint32_t> date_articles;

  // The distinct sets of countries that articles are about, and how many articles have each.
  Array<std::uint32_t> set_end;
  Array<std::uint16_t> set_countries;  // CountryCode::packed(), ascending within a set
  Array<std::uint32_t> set_articles;

  // The distinct names, each ending with '\n', and how many articles have each.
  Array<char> source_names;
  Array<std::uint32_t> source_articles;
  Array<char> language_names;
  Array<std::uint32_t> language_articles;

  // The articles of each country: as a bitmap like `present` if they are_many(), else as docids;
  // both kinds lie end to end in the order of countries.
  Array<std::uint16_t> countries;  // ascending
  Array<std::uint32_t> country_articles;
  Array<std::uint64_t> country_bitmaps;
  Array<std::uint32_t> country_docids;

  auto all() {
    return std::tie(present, content_hash, title_words, body_words, primary, date, country_set,
                    source, language, id_end, ids, newest_first, dates, first_day, last_day,
                    date_articles, set_end, set_countries, set_articles, source_names,
                    source_articles, language_names, language_articles, countries, country_articles,
                    country_bitmaps, country_docids);
  }
};

template <typename T>
using ColumnVector = std::vector<T>;
template <typename T>
using ColumnSpan = std::span<const T>;

// So many articles of one country that a bitmap takes no more room than their docids.
constexpr bool are_many(std::size_t articles, std::size_t rows) { return articles * 32 >= rows; }

constexpr std::size_t bitmap_words(std::size_t rows) { return (rows + 63) / 64; }

}  // namespace dateline
