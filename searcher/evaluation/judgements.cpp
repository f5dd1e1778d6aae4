#include "searcher/evaluation/judgements.h"

#include <charconv>
#include <optional>

#include "searcher/evaluation/fields.h"

namespace dateline {
namespace {

std::optional<int> whole_number(const std::string& text) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace

Result<Judgements> read_judgements(std::istream& input, const std::string& name) {
  Judgements judgements;
  std::size_t line_number = 0;
  for (std::string line; std::getline(input, line);) {
    ++line_number;
    const auto fields = fields_of(line);
    if (fields.empty()) continue;
    const auto grade = whole_number(fields.back());
    const bool names_columns = line_number == 1 && fields.size() == 3 && !grade;
    if (names_columns) continue;
    if ((fields.size() != 3 && fields.size() != 4) || !grade) {
      return Error{ErrorKind::kInput,
                   place_in(name, line_number) +
                       ": expected a query, an article and a whole number as the grade"};
    }
    judgements[fields.front()][fields[fields.size() - 2]] = *grade;
  }
  return judgements;
}

}  // namespace dateline
