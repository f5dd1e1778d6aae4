#include "indexer/options.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string_view>

#include <CLI/CLI.hpp>

#include "common/command_line/completions.h"
#include "common/command_line/describe.h"
#include "common/command_line/help_formatter.h"
#include "common/command_line/manual_page.h"
#include "common/text/choice.h"
#include "common/text/nearest_name.h"
#include "indexer/help_text.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 2> kInfoFormats = {"text", "json"};  // as InfoFormat

class CommandLine {
 public:
  CommandLine() {
    app_.formatter(std::make_shared<HelpFormatter>());
    app_.footer(kFooter);
    app_.require_subcommand(1);
    app_.set_help_flag("--help,-h", "Print this");
    app_.set_version_flag("--version",
                          std::string("dateline-index ") + DATELINE_VERSION +
                              "\nContains data of GeoNames (https://www.geonames.org), "
                              "CC-BY 4.0",
                          "Print the version");
    declare_add();
    declare_delete();
    declare_maintenance();
    declare_inspect();
    declare_shell_commands();
  }

  Result<Command> parse(std::vector<std::string> arguments) {
    if (!arguments.empty() && !arguments[0].starts_with('-') && !is_command(arguments[0])) {
      return usage_error(unknown_command(arguments[0]));
    }
    try {
      // CLI11 takes them from the back.
      app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
      return command_;
    } catch (const CLI::CallForVersion& version) {
      return Command(PrintCommand{std::string(version.what()) + "\n"});
    } catch (const CLI::CallForHelp&) {
      return Command(PrintCommand{app_.help()});
    } catch (const CLI::ExtrasError& error) {
      return usage_error(error.what() + nearest_option(arguments));
    } catch (const CLI::ParseError& error) {
      return usage_error(error.what());
    }
  }

 private:
  static Error usage_error(const std::string& what) {
    return {ErrorKind::kRequest, what + "; see dateline-index --help"};
  }

  std::vector<std::string_view> command_names() const {
    std::vector<std::string_view> names;
    for (const CLI::App* command : app_.get_subcommands({})) names.push_back(command->get_name());
    return names;
  }

  bool is_command(const std::string& name) const {
    const auto names = command_names();
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  std::string unknown_command(const std::string& typed) const {
    const auto names = command_names();
    const auto near = nearest_name(typed, names);
    return "there is no command '" + typed + "'" +
           (near ? "; did you mean '" + std::string(*near) + "'?" : "");
  }

  // "; did you mean --jobs?" of the first option that the command has not.
  std::string nearest_option(const std::vector<std::string>& arguments) const {
    const CLI::App* command = app_.get_subcommands().front();
    std::vector<std::string_view> known;
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back(name);
    }
    for (const std::string& argument : arguments) {
      if (!argument.starts_with("--")) continue;
      const std::string_view name = std::string_view(argument).substr(2, argument.find('=') - 2);
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const auto near = nearest_name(name, known);
      return near ? "; did you mean --" + std::string(*near) + '?' : "";
    }
    return "";
  }

  CLI::App* declare(const char* name, const char* about, const char* footer) {
    CLI::App* command = app_.add_subcommand(name, about);
    command->footer(footer);
    return command;
  }

  void declare_index(CLI::App* command) {
    command->add_option("--index", index_, "Folder of the index (else DATELINE_INDEX)")
        ->type_name("DIR");
  }

  // CLI11 would read the environment for the commands that were not given, too, and let it win.
  std::string index() const {
    if (!index_.empty()) return index_;
    const char* from_environment = std::getenv("DATELINE_INDEX");
    if (from_environment == nullptr || *from_environment == '\0') {
      throw CLI::RequiredError("--index");
    }
    return from_environment;
  }

  void declare_bound(CLI::App* command) {
    command
        ->add_option("--published-before", published_before_,
                     "All inputs were published before that day (or month, or year): later dates "
                     "found in them are others")
        ->type_name("DATE")
        ->check([](const std::string& text) {
          const auto date = parse_iso_date(text);
          const bool known = date && date->year != 0;
          return known ? std::string()
                       : "'" + text + "' is no date like 2023-03-01, 2023-03 or 2023";
        });
  }

  std::optional<Date> published_before() const { return parse_iso_date(published_before_); }

  void declare_add() {
    CLI::App* add = declare("add", "Index articles: new ones, and changed ones in place of the old",
                            kAddFooter);
    declare_index(add);
    add->add_option("inputs", inputs_,
                    "Files (.txt, .jsonl, .ndjson, each also .gz), folders, or - for JSON lines on "
                    "standard input")
        ->required()
        ->type_name("INPUT");
    add->add_option("--jobs", jobs_, "Threads that build articles (default: one per core)")
        ->check(CLI::Range(1U, 256U).description(""))
        ->type_name("N");
    declare_bound(add);
    add->add_option("--memory", memory_,
                    "Bytes the run may take, as 512M or 2G (default: 1G); more articles than fit "
                    "make several segments")
        ->transform(CLI::AsSizeValue(false).description(""))
        ->check(CLI::Range(kLeastMemoryBytes, std::size_t{1} << 40).description(""))
        ->type_name("SIZE");
    add->callback([this] {
      command_ = AddCommand{index(), inputs_, jobs_, published_before(), memory_};
    });
  }

  void declare_delete() {
    CLI::App* remove = declare("delete", "Delete articles by id", kDeleteFooter);
    declare_index(remove);
    remove->add_option("ids", inputs_, "Ids of articles")->required()->type_name("ID");
    remove->callback([this] { command_ = DeleteCommand{index(), inputs_}; });
  }

  void declare_maintenance() {
    CLI::App* optimize =
        declare("optimize", "Merge all segments into one, drop deleted articles", kOptimizeFooter);
    declare_index(optimize);
    optimize->callback([this] { command_ = OptimizeCommand{index()}; });

    CLI::App* check = declare("check", "Read everything and say whether it is sound", kCheckFooter);
    declare_index(check);
    check->callback([this] { command_ = CheckCommand{index()}; });

    CLI::App* info = declare("info", "Say what the index holds", kInfoFooter);
    declare_index(info);
    CLI::Option* format =
        info->add_option("--format", info_format_, listed(kInfoFormats) + " (default: text)")
            ->type_name("FORMAT");
    choices_[format].assign(kInfoFormats.begin(), kInfoFormats.end());
    info->callback([this] { command_ = InfoCommand{index(), info_format()}; });

    CLI::App* rebuild = declare("rebuild", "Make all derived files again from the Xapian databases",
                                kRebuildFooter);
    declare_index(rebuild);
    rebuild->callback([this] { command_ = RebuildCommand{index()}; });

    CLI::App* backup =
        declare("backup", "Copy the newest generation, also while it is written", kBackupFooter);
    declare_index(backup);
    backup->add_option("--to", target_, "New folder for the copy")->required()->type_name("DIR");
    backup->callback([this] { command_ = BackupCommand{index(), target_}; });
  }

  InfoFormat info_format() const {
    const auto found = std::find(kInfoFormats.begin(), kInfoFormats.end(), info_format_);
    if (found == kInfoFormats.end()) {
      throw CLI::ValidationError(none_of("--format", kInfoFormats, info_format_));
    }
    return static_cast<InfoFormat>(found - kInfoFormats.begin());
  }

  // Those that need no index: what packages install, from the declarations above.
  void declare_shell_commands() {
    CLI::App* completions =
        declare("completions", "Print a script by which a shell completes commands and options",
                kCompletionsFooter);
    const auto shells = completed_shells();
    CLI::Option* shell = completions->add_option("shell", shell_, listed(shells))
                             ->required()
                             ->type_name("SHELL")
                             ->check([shells](const std::string& typed) {
                               const bool known =
                                   std::find(shells.begin(), shells.end(), typed) != shells.end();
                               return known ? std::string() : none_of("it", shells, typed);
                             });
    choices_[shell].assign(shells.begin(), shells.end());
    completions->callback(
        [this] { command_ = PrintCommand{completion_script(description(), shell_)}; });

    CLI::App* manual = declare("manual", "Print the manual page, in roff", kManualFooter);
    manual->callback([this] { command_ = PrintCommand{manual_page(description())}; });
  }

  ProgramEntry description() const { return describe(app_, DATELINE_VERSION, choices_); }

  void declare_inspect() {
    CLI::App* inspect = declare(
        "inspect", "Show what would be indexed, one line of JSON an article", kInspectFooter);
    inspect->add_option("inputs", inputs_, "As for add")->required()->type_name("INPUT");
    declare_bound(inspect);
    inspect->callback([this] { command_ = InspectCommand{inputs_, published_before()}; });
  }

  CLI::App app_{kAbout, "dateline-index"};
  std::string index_;
  std::string target_;
  std::string published_before_;
  std::vector<std::string> inputs_;
  unsigned jobs_ = 0;
  std::size_t memory_ = kDefaultMemoryBytes;
  std::string info_format_ = "text";
  std::string shell_;
  OptionChoices choices_;
  Command command_ = PrintCommand{};
};

}  // namespace

Result<Command> parse_command_line(std::vector<std::string> arguments) {
  return CommandLine().parse(std::move(arguments));
}

}  // namespace dateline
