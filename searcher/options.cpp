#include "searcher/options.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <CLI/CLI.hpp>

#include "common/command_line/describe.h"
#include "common/command_line/help_formatter.h"
#include "common/text/in_quotes.h"
#include "searcher/command_line/advice.h"
#include "searcher/command_line/check_options.h"
#include "searcher/command_line/declare_commands.h"
#include "searcher/command_line/help_text.h"
#include "searcher/command_line/shell_pages.h"

namespace dateline {
namespace {

Error refusal(std::string message) { return {ErrorKind::kRequest, std::move(message)}; }

class SearchCommandLine {
 public:
  SearchCommandLine() {
    app_.formatter(std::make_shared<HelpFormatter>());
    app_.footer(kFooter);
    app_.require_subcommand(0, 1);
    app_.set_help_flag("--help", "Print this");
    app_.set_version_flag("--version", std::string("dateline-search ") + DATELINE_VERSION,
                          "Print the version");
    app_.allow_extras();
    declare_commands(app_, typed_, choices_);
  }

  Result<SearchCommand> parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::CallForVersion& version) {
      return SearchCommand(NoticeCommand{std::string(version.what()) + "\n"});
    } catch (const CLI::CallForHelp&) {
      return help();
    } catch (const CLI::ParseError& error) {
      return refusal(error.what() + see_help(typed_name()));
    }
    return command();
  }

 private:
  Result<SearchCommand> command() {
    const CLI::App* const chosen = typed_command();
    const std::vector<std::string> before = app_.remaining();
    if (std::find(before.begin(), before.end(), "-h") != before.end()) return help();
    if (chosen == nullptr) return no_command(before, command_names());
    if (!before.empty()) {
      return refusal(in_quotes(before[0]) + " stands before the command; write dateline-search " +
                     chosen->get_name() + " first, then its options");
    }
    for (const std::string& extra : chosen->remaining()) {
      if (extra == "-h") return help();
      if (auto placed = place(extra, *chosen); !placed) return placed.error();
    }
    if (!is_shell_command(chosen->get_name())) return check_options(chosen->get_name(), typed_);
    Result<std::string> page =
        shell_page(chosen->get_name(), typed_.shell, describe(app_, DATELINE_VERSION, choices_));
    if (!page) return page.error();
    return SearchCommand(NoticeCommand{*std::move(page)});
  }

  // What CLI11 could make nothing of: a word left out ("-war"), or a mistake.
  Result<void> place(const std::string& extra, const CLI::App& command) {
    if (extra == "--") return {};
    const std::string& name = command.get_name();
    if (!extra.starts_with("--")) {
      if (name != "query" && name != "verify") {
        return refusal("unexpected argument " + in_quotes(extra) + see_help(name));
      }
      typed_.words.push_back(extra);
      return {};
    }
    std::vector<std::string> known;
    for (const CLI::Option* option : command.get_options()) {
      for (const std::string& long_name : option->get_lnames()) known.push_back(long_name);
    }
    return no_option(extra, name, known);
  }

  // The command that was typed, nullptr if none.
  const CLI::App* typed_command() const {
    const std::vector<CLI::App*> typed = app_.get_subcommands();
    return typed.empty() ? nullptr : typed.front();
  }

  std::string typed_name() const {
    const CLI::App* const command = typed_command();
    return command == nullptr ? "" : command->get_name();
  }

  std::vector<std::string> command_names() const {
    std::vector<std::string> names;
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(command->get_name());
    }
    return names;
  }

  SearchCommand help() const { return NoticeCommand{app_.help()}; }

  CLI::App app_{kAbout, "dateline-search"};
  TypedOptions typed_;
  OptionChoices choices_;
};

}  // namespace

Result<SearchCommand> parse_search_command(std::vector<std::string> arguments) {
  return SearchCommandLine().parse(std::move(arguments));
}

}  // namespace dateline
