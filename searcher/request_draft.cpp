#include "searcher/request_draft.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "common/text/in_quotes.h"

namespace dateline {
namespace {

constexpr std::array<NumberField, 4> kNumberFields = {{
    {"limit", &Request::limit, 1, kMaxLimit, "Passages to list"},
    {"per_article", &Request::per_article, 1, kMaxLimit,
     "Passages of one article; 1 ranks articles by their best passage"},
    {"passage_words", &Request::passage_words, 10, 1000,
     "About how long a passage is; it is made of whole sentences"},
    {"facet_limit", &Request::facet_limit, 1, 1000, "Values to list of each facet"},
}};

}  // namespace

std::span<const NumberField> number_fields() { return kNumberFields; }

Error number_refusal(const NumberField& field, std::string_view typed) {
  return {ErrorKind::kRequest, std::string(field.name) + " must be a whole number from " +
                                   std::to_string(field.least) + " to " +
                                   std::to_string(field.most) + ", not " + std::string(typed)};
}

Result<void> set_number(RequestDraft& draft, const NumberField& field, std::string_view typed) {
  std::size_t number = 0;
  const char* const last = typed.data() + typed.size();
  const auto [end, error] = std::from_chars(typed.data(), last, number);
  if (error != std::errc{} || end != last || number < field.least || number > field.most) {
    return number_refusal(field, in_quotes(typed));
  }
  draft.request.*field.value = number;
  return {};
}

Result<Request> resolve(const RequestDraft& draft, const FilterContext& context) {
  Result<Filters> filters = parse_filters(draft.filters, context);
  if (!filters) return filters.error();
  Request request = draft.request;
  request.filters = *std::move(filters);
  return request;
}

}  // namespace dateline
