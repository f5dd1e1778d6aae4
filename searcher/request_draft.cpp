#include "searcher/request_draft.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "common/text/choice.h"
#include "common/text/in_quotes.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::array<NumberField, 8> kNumberFields = {{
    {"limit", &Request::limit, 1, kMaxLimit, "Passages to list"},
    {"per_article", &Request::per_article, 1, kMaxLimit,
     "Passages of one article; 1 ranks articles by their best passage"},
    {"passage_words", &Request::passage_words, 10, 1000,
     "About how long a passage is; it is made of whole sentences"},
    {"context", &Request::context, 0, kMaxContext,
     "Sentences to show before and after each passage"},
    {"max_chars", &Request::max_chars, 0, kMaxBudget,
     "Fill so many characters with the best passages and their citations, without repeats; 0 is no "
     "bound"},
    {"max_tokens", &Request::max_tokens, 0, kMaxBudget,
     "Likewise so many tokens of a language model, estimated rather too high"},
    {"facet_limit", &Request::facet_limit, 1, 1000, "Values to list of each facet"},
    {"timeout_ms", &Request::timeout_ms, 0, kMaxTimeoutMs,
     "Give up after so many milliseconds; 0 never does"},
}};

constexpr std::array<FlagField, 8> kFlagFields = {{
    {"strict", &Request::strict,
     "Fail where the query is not understood in every part, or read it as well as possible "
     "(default)"},
    {"interpret", &Request::interpret,
     "Filter by words for time and place in the query, such as \"last week\" and \"Cuban\", or "
     "only "
     "tell of them (default)"},
    {"before_it", &Request::before_it,
     "With like: only articles published before that one, as background to it"},
    {"explain", &Request::explain,
     "Tell what each passage's score is made of, or only the score (default)"},
    {"facets", &Request::facets, "Count facets (default), or leave them out"},
    {"facet_groups", &Request::facet_groups,
     "Count in facets each group of --fold once, or each article (default)"},
    {"facet_all", &Request::facet_all,
     "Tell of each value also how many of all indexed articles have it, for shares, or not "
     "(default)"},
    {"count", &Request::count,
     "Count all articles that match (default), or only as far as ranking needs; facets count them "
     "anyway"},
}};

// The digits of a whole number from 1 on.
std::optional<std::size_t> whole_number(std::string_view digits) {
  std::size_t number = 0;
  const char* const last = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), last, number);
  if (error != std::errc{} || end != last || number == 0) return std::nullopt;
  return number;
}

// In the order of their enumerations.
constexpr std::array<std::string_view, 3> kSorts = {"relevance", "newest", "oldest"};
constexpr std::array<std::string_view, 3> kExpansions = {"auto", "on", "off"};
constexpr std::array<std::string_view, 3> kFolds = {"none", "copies", "story"};

template <typename Choice>
Result<void> choose(std::string_view field, std::span<const std::string_view> names,
                    std::string_view typed, Choice& chosen) {
  const auto found = std::find(names.begin(), names.end(), typed);
  if (found == names.end()) {
    return Error{ErrorKind::kRequest, none_of(field, names, typed)};
  }
  chosen = static_cast<Choice>(found - names.begin());
  return {};
}

constexpr std::array<ChoiceField, 3> kChoiceFields = {{
    {"sort", kSorts, set_sort, "relevance (default), newest or oldest", "ORDER"},
    {"expand", kExpansions, set_expand,
     "Rank again with words that the best articles share: on, off, or auto (default), which does "
     "it for topics of a few words and for long questions",
     "HOW"},
    {"fold", kFolds, set_fold,
     "Show only the best of articles with the same text: copies (default); of those that tell of "
     "the same event: story; or show all: none",
     "WHAT"},
}};

}  // namespace

std::span<const NumberField> number_fields() { return kNumberFields; }

std::span<const FlagField> flag_fields() { return kFlagFields; }

std::span<const ChoiceField> choice_fields() { return kChoiceFields; }

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
  set_number(draft, field, number);
  return {};
}

void set_number(RequestDraft& draft, const NumberField& field, std::size_t number) {
  draft.request.*field.value = number;
  if (field.value == &Request::limit) draft.has_limit = true;
}

Result<void> set_sort(RequestDraft& draft, std::string_view typed) {
  return choose("sort", kSorts, typed, draft.request.sort);
}

Result<void> set_expand(RequestDraft& draft, std::string_view typed) {
  return choose("expand", kExpansions, typed, draft.request.expand);
}

Result<void> set_fold(RequestDraft& draft, std::string_view typed) {
  return choose("fold", kFolds, typed, draft.request.fold);
}

Result<void> set_recency(RequestDraft& draft, std::string_view typed) {
  if (typed == "off") {
    draft.request.recency.reset();
    return {};
  }
  const auto days = parse_half_life(typed);
  if (!days) {
    return Error{ErrorKind::kRequest,
                 "recency must be a half-life such as 30d (d, w, m, y for days, weeks, months, "
                 "years; at most " +
                     std::to_string(kMaxHalfLifeDays) + "d) or off, not " + in_quotes(typed)};
  }
  draft.request.recency = Recency{*days, 0};
  return {};
}

Result<void> set_like(RequestDraft& draft, std::string_view typed) {
  if (typed.empty()) return Error{ErrorKind::kRequest, "like must be the id of an article"};
  draft.request.like = typed;
  return {};
}

Result<void> set_cursor(RequestDraft& draft, std::string_view typed) {
  auto cursor = parse_cursor(typed);
  if (!cursor) return cursor.error();
  draft.request.cursor = *std::move(cursor);
  return {};
}

Result<void> set_min_match(RequestDraft& draft, std::string_view typed) {
  const bool per_cent = typed.ends_with('%');
  const auto least = whole_number(per_cent ? typed.substr(0, typed.size() - 1) : typed);
  if (!least || *least > (per_cent ? 100 : kMaxQueryParts)) {
    return Error{ErrorKind::kRequest,
                 "min_match must be a number of words from 1 to " + std::to_string(kMaxQueryParts) +
                     " or a share of them such as 75%, not " + in_quotes(typed)};
  }
  draft.request.min_match = MinMatch{*least, per_cent};
  return {};
}

Result<Request> resolve(const RequestDraft& draft, const FilterContext& newest_context) {
  FilterContext context = newest_context;
  // What is relative to today means on each page what it meant on the first.
  const auto& cursor = draft.request.cursor;
  if (cursor && cursor->generation > 0) context.today = cursor->today;
  Result<Filters> filters = parse_filters(draft.filters, context);
  if (!filters) return filters.error();
  Request request = draft.request;
  if (request.before_it && request.like.empty()) {
    return Error{ErrorKind::kRequest, "before_it needs like: the id of the article that is meant"};
  }
  request.filters = *std::move(filters);
  request.today = context.today;
  if (!draft.filters.facets.empty()) {
    auto kinds = parse_facets(draft.filters.facets);
    if (!kinds) return kinds.error();
    request.facet_kinds = *std::move(kinds);
  }
  const auto fields = parse_passage_fields(draft.filters.fields);
  if (!fields) return fields.error();
  request.fields = *fields;
  request.facet_prefix = draft.filters.facet_prefix.value_or("");
  if (find_invalid_utf8(request.facet_prefix)) {
    return Error{ErrorKind::kRequest,
                 "facet_prefix: " + in_quotes(request.facet_prefix) + " is not UTF-8"};
  }
  const bool packs = request.max_chars > 0 || request.max_tokens > 0;
  if (packs && !draft.has_limit) request.limit = kPackedLimit;
  if (request.recency) {
    request.recency->today = static_cast<std::int32_t>(day_number(context.today));
  }
  return request;
}

}  // namespace dateline
