#include "indexer/document.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/fold.h"

namespace dateline {
namespace {

void add_dates(const Date& date, std::vector<std::string>& terms) {
  if (date.year == 0) return;
  terms.push_back(term_for(Field::kYear, year_value(date)));
  if (date.month != 0) terms.push_back(term_for(Field::kMonth, month_value(date)));
  if (date.precision() == DatePrecision::kDay) {
    terms.push_back(term_for(Field::kDay, day_value(date)));
  }
}

void add_countries(const CountryFinding& countries, std::vector<std::string>& terms) {
  const auto add = [&terms](Field field, CountryCode country) {
    terms.push_back(term_for(field, country_value(country)));
  };
  for (const CountryCode country : countries.about) add(Field::kAbout, country);
  for (const CountryCode country : countries.mentioned) add(Field::kMentioned, country);
  if (countries.primary) add(Field::kPrimary, *countries.primary);
}

}  // namespace

std::vector<std::string> boolean_terms(const IndexedArticle& indexed) {
  const Article& article = indexed.article;
  std::vector<std::string> terms = {term_for(Field::kId, article.id),
                                    term_for(Field::kLanguage, article.language)};
  if (!article.source.empty()) {
    terms.push_back(term_for(Field::kSource, fold_case(article.source)));
  }
  add_dates(article.date.date, terms);
  add_countries(article.countries, terms);
  return terms;
}

std::vector<std::string> slot_values(const IndexedArticle& indexed) {
  std::vector<std::string> values(kPrimarySlot + 1);
  const Date& date = indexed.article.date.date;
  std::string& day = values[kDateSlot];
  day = to_iso(date);
  if (date.year != 0) day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  const auto& primary = indexed.article.countries.primary;
  if (primary) values[kPrimarySlot] = primary->str();
  return values;
}

void DocumentFields::add(std::uint32_t docid, const IndexedArticle& indexed) {
  for (std::string& term : boolean_terms(indexed)) terms_[std::move(term)].push_back(docid);
  std::vector<std::string> values = slot_values(indexed);
  slots_.resize(values.size());
  for (std::size_t slot = 0; slot < values.size(); ++slot) {
    if (!values[slot].empty()) slots_[slot].emplace_back(docid, std::move(values[slot]));
  }
}

}  // namespace dateline
