// Makes the `columns` file of a segment (columns.h reads it).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/column_arrays.h"
#include "common/index/stored_article.h"

namespace dateline {

// Collects the columns of a segment, article by article.
class ColumnsBuilder {
 public:
  // Returns the number of the article's language (see Columns::language()).
  // REQUIRES: docids come in ascending order, from 1; the ones left out are absent articles.
  std::uint32_t add(std::uint32_t docid, const IndexedArticle& indexed);

  // The bytes of the file. `uuid` is that of the segment's database.
  std::string encode(std::string_view uuid);

 private:
  // Values in the order they are first met; their places are their numbers.
  template <typename Value>
  struct Dictionary {
    std::map<Value, std::uint32_t, std::less<>> numbers;
    std::vector<std::uint32_t> articles;  // that have each
    std::uint32_t add(const Value& value);
    std::vector<const Value*> in_order() const;
  };
  using CountrySet = std::vector<std::uint16_t>;

  bool present(std::uint32_t docid) const;
  std::string_view id(std::uint32_t docid) const;
  void fill_to(std::uint32_t docid);
  void put_dates(ColumnArrays<ColumnVector>& arrays) const;
  void put_newest_first(ColumnArrays<ColumnVector>& arrays,
                        const std::vector<std::uint32_t>& date_of) const;
  void put_country_sets(ColumnArrays<ColumnVector>& arrays) const;
  void put_countries(ColumnArrays<ColumnVector>& arrays) const;

  ColumnArrays<ColumnVector> rows_;  // those by docid that need no numbers
  std::vector<std::uint32_t> date_, country_set_, source_, language_;  // by docid
  Dictionary<std::uint32_t> dates_;
  Dictionary<CountrySet> country_sets_;
  Dictionary<std::string> sources_, languages_;
};

}  // namespace dateline
