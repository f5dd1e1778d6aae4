#include "indexer/options.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <CLI/CLI.hpp>

#include "common/text/nearest_name.h"

namespace dateline {
namespace {

constexpr const char* kAbout =
    "Turns raw news articles into an index that dateline-search answers from.";

constexpr const char* kFooter = R"(Examples:
  dateline-index add --index news.index articles/          files and folders
  zcat dump.jsonl.gz | dateline-index add --index news.index -
  dateline-index inspect article.txt                       what would be indexed, and why
  dateline-index delete --index news.index ID
  dateline-index info --index news.index

DATELINE_INDEX in the environment stands for --index.
Exit status: 0 done, 1 some records were rejected and the rest indexed, 2 failed.)";

class CommandLine {
 public:
  CommandLine() {
    app_.footer(kFooter);
    app_.require_subcommand(1);
    app_.set_version_flag("--version",
                          std::string("dateline-index ") + DATELINE_VERSION +
                              "\nContains data of GeoNames (https://www.geonames.org), "
                              "CC-BY 4.0");
    declare_add();
    declare_delete();
    declare_maintenance();
    declare_inspect();
  }

  Result<Command> parse(std::vector<std::string> arguments) {
    if (!arguments.empty() && !arguments[0].starts_with('-') && !is_command(arguments[0])) {
      return usage_error(unknown_command(arguments[0]));
    }
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
      app_.parse(std::move(arguments));
      return command_;
    } catch (const CLI::CallForVersion& version) {
      return Command(PrintCommand{std::string(version.what()) + "\n"});
    } catch (const CLI::CallForHelp&) {
      return Command(PrintCommand{app_.help()});
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

  CLI::App* declare(const char* name, const char* about) {
    return app_.add_subcommand(name, about);
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
    CLI::App* add =
        declare("add", "Index articles: new ones, and changed ones in place of the old");
    declare_index(add);
    add->add_option("inputs", inputs_,
                    "Files (.txt, .jsonl, .ndjson, each also .gz), folders, or - for JSON lines on "
                    "standard input")
        ->required()
        ->type_name("INPUT");
    add->add_option("--jobs", jobs_, "Threads that build articles (default: one per core)")
        ->check(CLI::Range(1U, 256U));
    declare_bound(add);
    add->add_option("--memory", memory_,
                    "Bytes the run may take, as 512M or 2G (default: 1G); more articles than fit "
                    "make several segments")
        ->transform(CLI::AsSizeValue(false))
        ->check(CLI::Range(kLeastMemoryBytes, std::size_t{1} << 40))
        ->type_name("SIZE");
    add->callback([this] {
      command_ = AddCommand{index(), inputs_, jobs_, published_before(), memory_};
    });
  }

  void declare_delete() {
    CLI::App* remove = declare("delete", "Delete articles by id");
    declare_index(remove);
    remove->add_option("ids", inputs_, "Ids of articles")->required()->type_name("ID");
    remove->callback([this] { command_ = DeleteCommand{index(), inputs_}; });
  }

  void declare_maintenance() {
    CLI::App* optimize = declare("optimize", "Merge all segments into one, drop deleted articles");
    declare_index(optimize);
    optimize->callback([this] { command_ = OptimizeCommand{index()}; });

    CLI::App* check = declare("check", "Read everything and say whether it is sound");
    declare_index(check);
    check->callback([this] { command_ = CheckCommand{index()}; });

    CLI::App* info = declare("info", "Say what the index holds");
    declare_index(info);
    info->add_option("--format", info_format_, "text or json")
        ->transform(CLI::CheckedTransformer(std::map<std::string, InfoFormat>{
            {"text", InfoFormat::kText}, {"json", InfoFormat::kJson}}));
    info->callback([this] { command_ = InfoCommand{index(), info_format_}; });

    CLI::App* rebuild =
        declare("rebuild", "Make all derived files again from the Xapian databases");
    declare_index(rebuild);
    rebuild->callback([this] { command_ = RebuildCommand{index()}; });

    CLI::App* backup = declare("backup", "Copy the newest generation, also while it is written");
    declare_index(backup);
    backup->add_option("--to", target_, "New folder for the copy")->required()->type_name("DIR");
    backup->callback([this] { command_ = BackupCommand{index(), target_}; });
  }

  void declare_inspect() {
    CLI::App* inspect =
        declare("inspect", "Show what would be indexed, one line of JSON an article");
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
  InfoFormat info_format_ = InfoFormat::kText;
  Command command_ = PrintCommand{};
};

}  // namespace

Result<Command> parse_command_line(std::vector<std::string> arguments) {
  return CommandLine().parse(std::move(arguments));
}

}  // namespace dateline
