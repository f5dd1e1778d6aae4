#include "searcher/command_line/check_options.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "common/text/choice.h"
#include "common/text/in_quotes.h"
#include "searcher/command_line/command_formats.h"

namespace dateline {
namespace {

Error refusal(std::string message) { return {ErrorKind::kRequest, std::move(message)}; }

// What is checked alike for all commands.
struct Checked {
  std::filesystem::path index;
  std::optional<Date> now;
  Presentation presentation;
  RequestDraft request;
};

// Not by CLI11's envname(): it would apply to the commands that were not typed as well, and so
// overrule --index.
Result<std::filesystem::path> checked_index(const TypedOptions& typed) {
  std::filesystem::path index = typed.index;
  const char* const variable = std::getenv("DATELINE_INDEX");
  if (index.empty() && variable != nullptr) index = variable;
  if (index.empty()) {
    return refusal("no index is given; add --index DIR or set DATELINE_INDEX to it");
  }
  return index;
}

Result<std::optional<Date>> checked_now(const std::string& typed) {
  if (typed.empty()) return std::optional<Date>();
  const auto now = parse_iso_date(typed);
  if (!now || now->precision() != DatePrecision::kDay) {
    return refusal("--now must be a day such as 2023-03-01, not " + in_quotes(typed));
  }
  return now;
}

Result<Presentation> checked_presentation(std::string_view command, const TypedOptions& typed) {
  const AnswerFormat* const format = format_named(typed.format, command);
  if (format == nullptr) {
    return refusal(none_of("--format", format_names(command), typed.format));
  }
  const auto* const color = std::find(kColorChoices.begin(), kColorChoices.end(), typed.color);
  if (color == kColorChoices.end()) {
    return refusal(none_of("--color", kColorChoices, typed.color));
  }
  return Presentation{format->format, static_cast<ColorChoice>(color - kColorChoices.begin())};
}

RequestDraft with_words(RequestDraft request, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (!request.request.query.empty()) request.request.query += ' ';
    request.request.query += word;
  }
  return request;
}

std::string formats_with(bool AnswerFormat::*shows) {
  std::vector<std::string_view> names;
  for (const AnswerFormat& format : answer_formats()) {
    if (format.*shows) names.push_back(format.name);
  }
  return listed(names);
}

// A part of the answer that was asked for is not left out in silence.
Result<void> shown_by(const AnswerFormat& format, const RequestDraft& draft) {
  struct Part {
    bool is_asked_for;
    const char* option;
    const char* otherwise;
    bool AnswerFormat::*shows;
  };
  const FilterText& typed = draft.filters;
  const bool facets = !typed.facets.empty() || typed.facet_prefix || draft.request.facet_all ||
                      draft.request.facet_groups;
  for (const Part& part :
       {Part{!typed.fields.empty(), "--fields is", " has its own", &AnswerFormat::has_fields},
        Part{draft.request.explain, "--explain is", " has no explanations",
             &AnswerFormat::explains},
        Part{facets, "--facet and the like are", " has no facets", &AnswerFormat::has_facets}}) {
    if (!part.is_asked_for || format.*part.shows) continue;
    return refusal(std::string(part.option) + " for --format " + formats_with(part.shows) + ": " +
                   std::string(format.name) + part.otherwise);
  }
  return {};
}

Result<SearchCommand> check_query(const TypedOptions& typed, const Checked& checked) {
  const AnswerFormat& format = *format_named(typed.format, "query");
  if (auto shown = shown_by(format, checked.request); !shown) return shown.error();
  return SearchCommand(QueryCommand{checked.index, checked.request, checked.now,
                                    checked.presentation, typed.synonyms});
}

Result<SearchCommand> check_batch(const TypedOptions& typed, const Checked& checked) {
  BatchCommand batch{checked.index, checked.request, checked.now, typed.batch_threads};
  if (!typed.batch_output.empty()) batch.output = typed.batch_output;
  batch.resume = typed.batch_resume;
  batch.synonyms = typed.synonyms;
  return SearchCommand(batch);
}

Result<SearchCommand> check_show(const TypedOptions& typed, const Checked& checked) {
  if (typed.article_id.empty()) {
    return refusal("no article is named; add its ID, as answers have it");
  }
  return SearchCommand(ShowCommand{checked.index, typed.article_id, checked.presentation});
}

Result<SearchCommand> check_verify(const TypedOptions& /*typed*/, const Checked& checked) {
  return SearchCommand(
      VerifyCommand{checked.index, checked.request, checked.now, checked.presentation});
}

Result<SearchCommand> check_eval(const TypedOptions& typed, const Checked& checked) {
  EvaluationOrder order = typed.evaluation;
  if (order.topics.empty() || order.judgements.empty()) {
    return refusal("an evaluation needs --queries FILE and --qrels FILE");
  }
  if (!order.passages.empty() && order.reading.answers_key.empty()) {
    return refusal("--compare-passages needs --answer-key KEY, to know what to look for");
  }
  order.reading.defaults = checked.request;
  return SearchCommand(EvalCommand{checked.index, order, checked.now, typed.synonyms});
}

// A server's deadline protects it from its clients, so it has one unless told otherwise.
Result<SearchCommand> check_serve(const TypedOptions& typed, const Checked& checked) {
  constexpr std::size_t kDefaultTimeoutMs = 10'000;
  const auto address = parse_listen_address(typed.listen);
  if (!address) return address.error();
  ServeOrder order = typed.serving;
  order.index = checked.index;
  order.synonyms = typed.synonyms;
  order.listen = *address;
  if (!typed.keys.empty()) order.admission.keys = typed.keys;
  order.context.defaults = checked.request;
  if (!typed.has_timeout) order.context.defaults.request.timeout_ms = kDefaultTimeoutMs;
  return SearchCommand(ServeCommand{order, checked.now});
}

Result<SearchCommand> check_mcp(const TypedOptions& typed, const Checked& checked) {
  return SearchCommand(McpCommand{checked.index, checked.request, checked.now, typed.synonyms});
}

struct CommandCheck {
  std::string_view command;
  Result<SearchCommand> (*check)(const TypedOptions&, const Checked&);
};

constexpr CommandCheck kChecks[] = {
    {"query", check_query}, {"batch", check_batch}, {"show", check_show}, {"verify", check_verify},
    {"eval", check_eval},   {"serve", check_serve}, {"mcp", check_mcp},
};

}  // namespace

Result<SearchCommand> check_options(std::string_view command, const TypedOptions& typed) {
  if (typed.error) return *typed.error;
  const auto index = checked_index(typed);
  if (!index) return index.error();
  const auto now = checked_now(typed.now);
  if (!now) return now.error();
  const auto presentation = checked_presentation(command, typed);
  if (!presentation) return presentation.error();
  const Checked checked{*index, *now, *presentation, with_words(typed.request, typed.words)};
  const auto* const found =
      std::find_if(std::begin(kChecks), std::end(kChecks),
                   [command](const CommandCheck& each) { return each.command == command; });
  return found->check(typed, checked);
}

}  // namespace dateline
