// Filters as typed -> Filters: names of countries become codes, "today-7d" becomes a day.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/country.h"
#include "common/date.h"
#include "common/result.h"
#include "searcher/request.h"

namespace dateline {

// The fields have the names of the request's JSON fields; each list may be given as several texts,
// and a text may list several countries or languages with commas between them.
struct FilterText {
  std::vector<std::string> countries;
  std::vector<std::string> all_countries;
  std::vector<std::string> not_countries;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> as_of;
  std::optional<std::string> undated;  // include, exclude, only
  std::vector<std::string> sources;
  std::vector<std::string> languages;

  // What the answer counts by; no filters, but read along with them.
  std::vector<std::string> fields;  // none: all
  std::vector<std::string> facets;  // none: the usual ones
  std::optional<std::string> facet_prefix;
};

// What the meaning of filters depends on besides their text.
struct FilterContext {
  Date today;  // with day precision
  // Reads a code or a name, well-formed UTF-8; its errors say what was not understood.
  std::function<Result<CountryCode>(std::string_view)> country_of;
};

// "AZ, CU" -> "AZ", "CU". A trailing comma adds an empty part, for the caller to refuse.
std::vector<std::string_view> split_at_commas(std::string_view text);

// What `undated` can be: include, exclude, only.
std::span<const std::string_view> undated_choices();

// What `facets` can be: country, year, month, day, source, ...
std::span<const std::string_view> facet_choices();

// In their order, each once. Fails (kRequest) on a text that is none.
Result<std::vector<FacetKind>> parse_facets(const std::vector<std::string>& texts);

constexpr std::size_t kMaxFilterValues = 1000;  // in one list

// Fails (kRequest) on the first thing that means nothing, names it and says what is accepted; also
// on a range that ends before it begins and on undated articles asked for within a range.
Result<Filters> parse_filters(const FilterText& text, const FilterContext& context);

}  // namespace dateline
