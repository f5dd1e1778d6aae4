// The command line of dateline-search, as meant.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/date.h"
#include "common/result.h"
#include "searcher/answer_format.h"
#include "searcher/evaluation/evaluate.h"
#include "searcher/request_draft.h"
#include "searcher/serve/service.h"

namespace dateline {

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };
inline constexpr std::array<std::string_view, 3> kColorChoices = {"auto", "always", "never"};

struct Presentation {
  OutputFormat format = OutputFormat::kText;  // one that the command has
  ColorChoice color = ColorChoice::kAuto;
};

struct QueryCommand {
  std::filesystem::path index;
  RequestDraft request;
  std::optional<Date> now;  // instead of today
  Presentation presentation;
  std::filesystem::path synonyms{};  // empty: none
};
struct BatchCommand {
  std::filesystem::path index;
  RequestDraft defaults;
  std::optional<Date> now;
  std::size_t threads = 0;                        // 0: one for each core
  std::optional<std::filesystem::path> output{};  // else standard output
  bool resume = false;
  std::filesystem::path synonyms{};  // empty: none
};
struct ShowCommand {
  std::filesystem::path index;
  std::string id;
  Presentation presentation;
};
struct VerifyCommand {
  std::filesystem::path index;
  RequestDraft request;  // its query is the quote
  std::optional<Date> now;
  Presentation presentation;
};
struct EvalCommand {
  std::filesystem::path index;
  EvaluationOrder order;
  std::optional<Date> now;
  std::filesystem::path synonyms{};  // empty: none
};
struct ServeCommand {
  ServeOrder order;  // but its filters' context
  std::optional<Date> now;
};
struct McpCommand {
  std::filesystem::path index;
  RequestDraft defaults;
  std::optional<Date> now;
  std::filesystem::path synonyms{};  // empty: none
};
struct NoticeCommand {  // --help, --version: text to print
  std::string text;
};

using SearchCommand = std::variant<QueryCommand, BatchCommand, ShowCommand, VerifyCommand,
                                   EvalCommand, ServeCommand, McpCommand, NoticeCommand>;

// `arguments` is main()'s argv without the program's name. The index may come from the environment
// variable DATELINE_INDEX. Filters stay as typed (see resolve()). Fails with kRequest; the message
// says what was meant, if that can be guessed.
Result<SearchCommand> parse_search_command(std::vector<std::string> arguments);

}  // namespace dateline
