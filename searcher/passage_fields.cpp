#include "searcher/passage_fields.h"

#include <algorithm>
#include <array>

#include "common/text/choice.h"
#include "searcher/filter_parser.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 22> kChoices = {
    "rank",        "score",          "text",      "start",           "end",
    "start_char",  "end_char",       "before",    "after",           "highlights",
    "id",          "title",          "url",       "source",          "language",
    "date",        "date_precision", "countries", "primary_country", "also_in",
    "explanation", "article",
};

constexpr PassageField kFirstOfArticle = PassageField::kId;
constexpr PassageField kLastOfArticle = PassageField::kPrimaryCountry;

Result<void> add_named(std::string_view name, PassageFields& fields) {
  const auto found = std::find(kChoices.begin(), kChoices.end(), name);
  if (found == kChoices.end()) {
    return Error{ErrorKind::kRequest, none_of("fields", kChoices, name)};
  }
  if (name == "article") {
    fields.add_all(kFirstOfArticle, kLastOfArticle);
  } else {
    fields.add(static_cast<PassageField>(found - kChoices.begin()));
  }
  return {};
}

}  // namespace

bool PassageFields::has_any(PassageField first, PassageField last) const {
  for (auto field = static_cast<unsigned>(first); field <= static_cast<unsigned>(last); ++field) {
    if (has(static_cast<PassageField>(field))) return true;
  }
  return false;
}

void PassageFields::add_all(PassageField first, PassageField last) {
  for (auto field = static_cast<unsigned>(first); field <= static_cast<unsigned>(last); ++field) {
    add(static_cast<PassageField>(field));
  }
}

PassageFields PassageFields::none() {
  PassageFields fields;
  fields.bits_ = 0;
  return fields;
}

std::span<const std::string_view> passage_field_choices() { return kChoices; }

Result<PassageFields> parse_passage_fields(const std::vector<std::string>& texts) {
  if (texts.empty()) return PassageFields{};
  PassageFields fields = PassageFields::none();
  for (const std::string& text : texts) {
    for (const std::string_view name : split_at_commas(text)) {
      const auto added = add_named(name, fields);
      if (!added) return added.error();
    }
  }
  return fields;
}

}  // namespace dateline
