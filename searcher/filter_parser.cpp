#include "searcher/filter_parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/choice.h"
#include "common/text/in_quotes.h"
#include "common/text/language_code.h"
#include "common/text/utf8.h"
#include "searcher/date_expression.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 3> kUndatedChoices = {"include", "exclude", "only"};

// In the order of FacetKind.
constexpr std::array<std::string_view, 8> kFacetChoices = {
    "country", "year", "month", "day", "source", "language", "country_year", "country_month"};

Error refusal(std::string message) { return {ErrorKind::kRequest, std::move(message)}; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

template <typename T>
void add_once(std::vector<T>& values, T value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) {
    values.push_back(std::move(value));
  }
}

Result<CountryCode> parse_country_of(std::string_view text, const FilterContext& context) {
  if (!text.empty() && !find_invalid_utf8(text)) return context.country_of(text);
  return refusal(in_quotes(text) +
                 " is not a country; give ISO letters (AZ, AZE) or a name in any language");
}

// One text as a list of countries or, failing that, as one whose name has commas in it ("Korea,
// Republic of"). In this order, as codes are quicker to look up than names in all languages.
Result<std::vector<CountryCode>> parse_country_list(std::string_view text,
                                                    const FilterContext& context) {
  std::vector<CountryCode> countries;
  const std::vector<std::string_view> parts = split_at_commas(text);
  for (const std::string_view part : parts) {
    const Result<CountryCode> country = parse_country_of(part, context);
    if (country) {
      countries.push_back(*country);
      continue;
    }
    if (parts.size() > 1) {
      if (const auto whole = parse_country_of(trimmed(text), context)) return std::vector{*whole};
    }
    return country.error();
  }
  return countries;
}

Result<std::vector<CountryCode>> parse_countries(const std::vector<std::string>& texts,
                                                 const FilterContext& context) {
  std::vector<CountryCode> countries;
  for (const std::string& text : texts) {
    const auto listed = parse_country_list(text, context);
    if (!listed) return listed.error();
    for (const CountryCode country : *listed) add_once(countries, country);
  }
  return countries;
}

// "" if the text is no language.
std::string parse_language(std::string_view text) {
  if (text == "und" || text == "unknown") return "und";
  return find_invalid_utf8(text) ? "" : language_code(text);
}

Result<std::vector<std::string>> parse_languages(const std::vector<std::string>& texts) {
  std::vector<std::string> languages;
  for (const std::string& text : texts) {
    for (const std::string_view part : split_at_commas(text)) {
      std::string language = parse_language(part);
      if (language.empty()) {
        return refusal(
            in_quotes(part) +
            " is not a language; give ISO 639-1 letters such as en, az or zh, or its name, or und "
            "for articles whose language is unknown");
      }
      add_once(languages, std::move(language));
    }
  }
  return languages;
}

Result<std::vector<std::string>> parse_sources(const std::vector<std::string>& texts) {
  std::vector<std::string> sources;
  for (const std::string& text : texts) {
    if (trimmed(text).empty() || find_invalid_utf8(text)) {
      return refusal(in_quotes(text) +
                     " is not the name of a source; give it as the source facet of an answer does");
    }
    add_once(sources, std::string(trimmed(text)));
  }
  return sources;
}

Result<Undated> parse_undated(const std::optional<std::string>& text) {
  if (!text) return Undated::kDefault;
  if (*text == "include") return Undated::kInclude;
  if (*text == "exclude") return Undated::kExclude;
  if (*text == "only") return Undated::kOnly;
  return refusal(none_of("it", kUndatedChoices, *text));
}

Result<std::optional<Date>> parse_bound(const std::optional<std::string>& text,
                                        const FilterContext& context) {
  if (!text) return std::optional<Date>{};
  const Result<Date> date = parse_date_expression(*text, context.today);
  if (!date) return date.error();
  return std::optional<Date>{*date};
}

// What no single value can get wrong.
Result<Filters> checked_as_a_whole(Filters filters) {
  const bool has_range = filters.from.has_value() || filters.to.has_value();
  if (filters.from && filters.to &&
      interval_of(*filters.from)->first > interval_of(*filters.to)->last) {
    return refusal("from " + to_iso(*filters.from) + " is after to " + to_iso(*filters.to) +
                   ", so no day is left; swap them");
  }
  if (filters.undated == Undated::kOnly && has_range) {
    return refusal(
        "undated: only articles without a date are asked for, but they lie in no range; drop "
        "either undated or from and to");
  }
  return filters;
}

// Puts a parsed value where it belongs, or the field's name before its error.
template <typename T>
Result<void> assign(const char* field, T& target, Result<T> parsed) {
  if (!parsed) return within(field, parsed.error());
  target = *std::move(parsed);
  return {};
}

Result<void> within_count(const char* field, const std::vector<std::string>& texts) {
  if (texts.size() <= kMaxFilterValues) return {};
  return refusal(std::string(field) + ": " + std::to_string(texts.size()) +
                 " values; at most 1000 can be given");
}

}  // namespace

std::vector<std::string_view> split_at_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t comma = text.find(',');
    parts.push_back(trimmed(text.substr(0, comma)));
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

std::span<const std::string_view> facet_choices() { return kFacetChoices; }

Result<std::vector<FacetKind>> parse_facets(const std::vector<std::string>& texts) {
  std::vector<FacetKind> kinds;
  for (const std::string& text : texts) {
    const auto found = std::find(kFacetChoices.begin(), kFacetChoices.end(), text);
    if (found == kFacetChoices.end()) return refusal(none_of("facet", kFacetChoices, text));
    add_once(kinds, static_cast<FacetKind>(found - kFacetChoices.begin()));
  }
  return kinds;
}

std::span<const std::string_view> undated_choices() { return kUndatedChoices; }

Result<Filters> parse_filters(const FilterText& text, const FilterContext& context) {
  for (const auto& [field, texts] : {std::pair{"countries", &text.countries},
                                     {"all_countries", &text.all_countries},
                                     {"not_countries", &text.not_countries},
                                     {"source", &text.sources},
                                     {"language", &text.languages}}) {
    if (auto counted = within_count(field, *texts); !counted) return counted.error();
  }
  Filters filters;
  for (const Result<void>& assigned : {
           assign("countries", filters.countries, parse_countries(text.countries, context)),
           assign("all_countries", filters.all_countries,
                  parse_countries(text.all_countries, context)),
           assign("not_countries", filters.not_countries,
                  parse_countries(text.not_countries, context)),
           assign("from", filters.from, parse_bound(text.from, context)),
           assign("to", filters.to, parse_bound(text.to, context)),
           assign("as_of", filters.as_of, parse_bound(text.as_of, context)),
           assign("undated", filters.undated, parse_undated(text.undated)),
           assign("source", filters.sources, parse_sources(text.sources)),
           assign("language", filters.languages, parse_languages(text.languages)),
       }) {
    if (!assigned) return assigned.error();
  }
  return checked_as_a_whole(std::move(filters));
}

}  // namespace dateline
