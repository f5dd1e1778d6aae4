#include "searcher/page/page_state.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/page/html.h"

namespace dateline {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// A '%' that two digits do not follow stands for itself.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto byte = escaped_byte(text, at)) {
      out += *byte;
      at += 2;
    } else {
      out += text[at] == '+' ? ' ' : text[at];
    }
  }
  std::size_t start = 0;
  while (const auto bad = find_invalid_utf8(std::string_view(out).substr(start))) {
    out.replace(start + *bad, 1, "\uFFFD");
    start += *bad + 3;
  }
  return out;
}

// A form's fields, and what they fill in.
Result<void> set_field(RequestDraft& draft, const std::string& name, const std::string& value) {
  FilterText& filters = draft.filters;
  if (name == "q") draft.request.query = value;
  if (name == "country") filters.countries.push_back(value);
  if (name == "source") filters.sources.push_back(value);
  if (name == "language") filters.languages.push_back(value);
  if (name == "from") filters.from = value;
  if (name == "to") filters.to = value;
  if (name == "as_of") filters.as_of = value;
  if (name == "undated") filters.undated = value;
  if (name == "like" && !value.empty()) return set_like(draft, value);
  if (name == "sort") return set_sort(draft, value);
  if (name == "limit") {
    const auto fields = number_fields();
    const auto limit = std::find_if(fields.begin(), fields.end(),
                                    [](const NumberField& field) { return field.name == "limit"; });
    return set_number(draft, *limit, value);
  }
  return {};
}

}  // namespace

std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  const int high = text[at] == '%' && at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
  const int low = high >= 0 ? hex_value(text[at + 2]) : -1;
  if (low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

PageParameters parse_page_parameters(std::string_view query_string) {
  PageParameters parameters;
  while (!query_string.empty()) {
    const std::string_view pair = query_string.substr(0, query_string.find('&'));
    query_string.remove_prefix(std::min(pair.size() + 1, query_string.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view value =
        equals < pair.size() ? pair.substr(equals + 1) : std::string_view{};
    if (!pair.empty()) parameters.emplace_back(decoded(pair.substr(0, equals)), decoded(value));
  }
  return parameters;
}

std::string_view value_of(const PageParameters& parameters, std::string_view name) {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return {};
}

Result<RequestDraft> draft_of(const PageParameters& parameters, RequestDraft draft) {
  for (const auto& [name, value] : parameters) {
    if (value.empty()) continue;
    if (const auto set = set_field(draft, name, value); !set) return set.error();
  }
  draft.request.per_article = 1;
  draft.request.facet_limit = kMaxLimit;
  return draft;
}

std::string address_with(const PageParameters& parameters, std::string_view name,
                         std::string_view value) {
  std::string address = "/?";
  const auto append = [&address](std::string_view key, std::string_view text) {
    if (address.back() != '?') address += '&';
    address.append(percent_encoded(key)).append("=").append(percent_encoded(text));
  };
  for (const auto& [key, text] : parameters) {
    if (key != name && !text.empty()) append(key, text);
  }
  if (!value.empty()) append(name, value);
  return address;
}

}  // namespace dateline
