#include "indexer/document.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/fold.h"

namespace dateline {
namespace {

void add_words(Xapian::Document& document, Field field, const std::vector<Token>& tokens) {
  std::vector<std::string_view> terms;
  terms.reserve(tokens.size());
  for (const Token& token : tokens) terms.push_back(token.term);
  std::sort(terms.begin(), terms.end());
  for (std::size_t at = 0; at < terms.size();) {
    const std::size_t first = at;
    while (at < terms.size() && terms[at] == terms[first]) ++at;
    document.add_term(term_for(field, terms[first]), static_cast<Xapian::termcount>(at - first));
  }
}

void add_date(Xapian::Document& document, const Date& date) {
  if (date.year != 0) document.add_boolean_term(term_for(Field::kYear, year_value(date)));
  if (date.year != 0 && date.month != 0) {
    document.add_boolean_term(term_for(Field::kMonth, month_value(date)));
  }
  if (date.precision() == DatePrecision::kDay) {
    document.add_boolean_term(term_for(Field::kDay, day_value(date)));
  }
  std::string value = to_iso(date);
  if (date.year != 0) value.erase(std::remove(value.begin(), value.end(), '-'), value.end());
  if (!value.empty()) document.add_value(kDateSlot, value);
}

void add_countries(Xapian::Document& document, const CountryFinding& countries) {
  const auto add = [&document](Field field, CountryCode country) {
    document.add_boolean_term(term_for(field, country_value(country)));
  };
  for (const CountryCode country : countries.about) add(Field::kAbout, country);
  for (const CountryCode country : countries.mentioned) add(Field::kMentioned, country);
  if (countries.primary) {
    add(Field::kPrimary, *countries.primary);
    document.add_value(kPrimarySlot, countries.primary->str());
  }
}

}  // namespace

Xapian::Document document_of(const BuiltArticle& built) {
  const Article& article = built.indexed.article;
  Xapian::Document document;
  add_words(document, Field::kTitle, built.title);
  add_words(document, Field::kBody, built.body);
  document.add_boolean_term(term_for(Field::kId, article.id));
  document.add_boolean_term(term_for(Field::kLanguage, article.language));
  if (!article.source.empty()) {
    document.add_boolean_term(term_for(Field::kSource, fold_case(article.source)));
  }
  add_date(document, article.date.date);
  add_countries(document, article.countries);
  document.set_data(encode_article(built.indexed));
  return document;
}

void redate(Xapian::Document& document, const IndexedArticle& indexed) {
  add_date(document, indexed.article.date.date);
  document.set_data(encode_article(indexed));
}

}  // namespace dateline
