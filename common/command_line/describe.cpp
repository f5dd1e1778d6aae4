#include "common/command_line/describe.h"

#include <algorithm>

namespace dateline {
namespace {

std::vector<std::string> choices_of(const CLI::Option* option, const OptionChoices& choices) {
  const auto found = choices.find(option);
  return found == choices.end() ? std::vector<std::string>{} : found->second;
}

// CLI11 lists a flag's opposite among the long names as well.
std::vector<std::string> spellings_of(const CLI::Option& option) {
  std::vector<std::string> spellings;
  for (const std::string& name : option.get_lnames()) spellings.push_back("--" + name);
  for (const std::string& name : option.get_fnames()) {
    const std::string spelling = "--" + name;
    if (std::find(spellings.begin(), spellings.end(), spelling) == spellings.end()) {
      spellings.push_back(spelling);
    }
  }
  return spellings;
}

std::vector<OptionEntry> options_of(const CLI::App& app, const OptionChoices& choices) {
  std::vector<OptionEntry> entries;
  for (const std::string& group : app.get_groups()) {
    const auto options = app.get_options([&group](const CLI::Option* option) {
      return option->get_group() == group && !option->get_positional();
    });
    for (const CLI::Option* option : options) {
      const bool takes_value = option->get_type_size() != 0;
      entries.push_back({spellings_of(*option), takes_value ? option->get_type_name() : "",
                         choices_of(option, choices), option->get_description(), group});
    }
  }
  return entries;
}

std::vector<ArgumentEntry> arguments_of(const CLI::App& app, const OptionChoices& choices) {
  std::vector<ArgumentEntry> entries;
  for (const CLI::Option* option :
       app.get_options([](const CLI::Option* each) { return each->get_positional(); })) {
    entries.push_back({option->get_type_name(), choices_of(option, choices),
                       option->get_description(), option->get_items_expected_max() > 1});
  }
  return entries;
}

}  // namespace

ProgramEntry describe(const CLI::App& program, std::string_view version,
                      const OptionChoices& choices) {
  ProgramEntry entry{program.get_name(),   program.get_description(),    program.get_footer(),
                     std::string(version), options_of(program, choices), {}};
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    entry.commands.push_back({command->get_name(), command->get_description(),
                              command->get_footer(), options_of(*command, choices),
                              arguments_of(*command, choices)});
  }
  return entry;
}

}  // namespace dateline
