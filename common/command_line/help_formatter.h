// How --help looks: one option a line, what it does beside it, wrapped to 80 columns.
// Includes CLI11; for the files that declare options.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

namespace dateline {

class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode /*mode*/) const override {
    std::string out = app->get_description() + "\n\nUsage: " + usage(*app, name) + '\n';
    append_arguments(out, *app);
    for (const std::string& group : app->get_groups()) append_group(out, *app, group);
    append_commands(out, *app);
    return out + '\n' + app->get_footer() + '\n';
  }

 private:
  static constexpr std::size_t kColumn = 25;  // where descriptions begin
  static constexpr std::size_t kWidth = 80;

  static bool is_positional(const CLI::Option& option) { return option.get_positional(); }

  static std::string usage(const CLI::App& app, const std::string& name) {
    if (!app.get_subcommands([](const CLI::App*) { return true; }).empty()) {
      return name + " COMMAND [OPTIONS]";
    }
    std::string out = name;
    if (app.get_option_no_throw("--index") != nullptr) out += " --index DIR";
    out += " [OPTIONS]";
    for (const CLI::Option* option : app.get_options(&is_option_positional)) {
      const bool many = option->get_items_expected_max() > 1;
      const std::string value = option->get_type_name() + (many ? "..." : "");
      out += ' ' + (many && !option->get_required() ? '[' + value + ']' : value);
    }
    return out;
  }

  static bool is_option_positional(const CLI::Option* option) { return is_positional(*option); }

  static void append_arguments(std::string& out, const CLI::App& app) {
    const auto arguments = app.get_options(&is_option_positional);
    if (!arguments.empty()) out += '\n';
    for (const CLI::Option* argument : arguments) {
      append_entry(out, argument->get_type_name(), argument->get_description());
    }
  }

  static void append_group(std::string& out, const CLI::App& app, const std::string& group) {
    const auto options = app.get_options([&group](const CLI::Option* option) {
      return option->get_group() == group && !is_positional(*option);
    });
    if (options.empty()) return;
    out += '\n' + group + ":\n";
    for (const CLI::Option* option : options) {
      append_entry(out, spelling(*option), option->get_description());
    }
  }

  static void append_commands(std::string& out, const CLI::App& app) {
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    if (commands.empty()) return;
    out += "\nCommands (each has its own --help):\n";
    for (const CLI::App* command : commands) {
      append_entry(out, command->get_name(), command->get_description());
    }
  }

  // "--country COUNTRY", "--facets, --no-facets": without names that are only there for the
  // forgetful.
  static std::string spelling(const CLI::Option& option) {
    std::string out = "--" + option.get_lnames().front();
    for (const std::string& negative : option.get_fnames()) out += ", --" + negative;
    if (!option.get_type_name().empty() && option.get_type_size() != 0)
      out += ' ' + option.get_type_name();
    return out;
  }

  static void append_entry(std::string& out, const std::string& left, const std::string& right) {
    std::string line = "  " + left;
    if (line.size() + 2 > kColumn) {
      out += line + '\n';
      line.clear();
    }
    line.resize(kColumn, ' ');
    std::size_t begin = 0;
    while (begin < right.size()) {
      const std::size_t end = std::min(right.find(' ', begin), right.size());
      if (line.size() + end - begin > kWidth) {
        out += trimmed_end(line) + '\n';
        line.assign(kColumn, ' ');
      }
      line.append(right, begin, end - begin);
      line += ' ';
      begin = end + 1;
    }
    out += trimmed_end(line) + '\n';
  }

  static std::string trimmed_end(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  }
};

}  // namespace dateline
