#include "indexer/date_bound.h"

#include <algorithm>

#include "indexer/date_field.h"

namespace dateline {
namespace {

void lower_to(std::optional<Date>& bound, const Date& day) {
  bound = bound ? std::min(*bound, day) : day;
}

}  // namespace

std::optional<Date> last_possible_day(const Record& record, std::string_view language,
                                      const std::optional<Date>& published_before) {
  std::optional<Date> bound;
  for (const std::string* value : {&record.crawled, &record.modified}) {
    const auto field = parse_date_field(*value, language);
    if (!field || field->date.precision() != DatePrecision::kDay || field->swapped) continue;
    lower_to(bound, date_from_day_number(day_number(field->date) + 1));
  }
  if (published_before) {
    if (const auto days = interval_of(*published_before)) {
      lower_to(bound, date_from_day_number(days->first - 1));
    }
  }
  return bound;
}

bool is_future(const Date& date, const std::optional<Date>& bound) {
  const auto days = interval_of(date);
  return bound && days && days->first > day_number(*bound);
}

}  // namespace dateline
