#include "indexer/options.h"

#include <algorithm>

#include <CLI/CLI.hpp>

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
    app_.set_version_flag("--version", std::string("dateline-index ") + DATELINE_VERSION);
    declare_add();
    declare_delete();
    declare_maintenance();
    declare_inspect();
  }

  Result<Command> parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
      app_.parse(std::move(arguments));
      return command_;
    } catch (const CLI::CallForVersion& version) {
      return Command(PrintCommand{std::string(version.what()) + "\n"});
    } catch (const CLI::CallForHelp&) {
      return Command(PrintCommand{app_.help()});
    } catch (const CLI::ParseError& error) {
      return Error{ErrorKind::kRequest, std::string(error.what()) + "; see dateline-index --help"};
    }
  }

 private:
  CLI::App* declare(const char* name, const char* about) {
    return app_.add_subcommand(name, about);
  }

  void declare_index(CLI::App* command) {
    command->add_option("--index", index_, "Folder of the index")
        ->envname("DATELINE_INDEX")
        ->required()
        ->type_name("DIR");
  }

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
    add->callback([this] { command_ = AddCommand{index_, inputs_, jobs_}; });
  }

  void declare_delete() {
    CLI::App* remove = declare("delete", "Delete articles by id");
    declare_index(remove);
    remove->add_option("ids", inputs_, "Ids of articles")->required()->type_name("ID");
    remove->callback([this] { command_ = DeleteCommand{index_, inputs_}; });
  }

  void declare_maintenance() {
    CLI::App* optimize = declare("optimize", "Merge all segments into one, drop deleted articles");
    declare_index(optimize);
    optimize->callback([this] { command_ = OptimizeCommand{index_}; });

    CLI::App* check = declare("check", "Read everything and say whether it is sound");
    declare_index(check);
    check->callback([this] { command_ = CheckCommand{index_}; });

    CLI::App* info = declare("info", "Say what the index holds");
    declare_index(info);
    info->add_option("--format", info_format_, "text or json")
        ->transform(CLI::CheckedTransformer(std::map<std::string, InfoFormat>{
            {"text", InfoFormat::kText}, {"json", InfoFormat::kJson}}));
    info->callback([this] { command_ = InfoCommand{index_, info_format_}; });

    CLI::App* rebuild =
        declare("rebuild", "Make all derived files again from the Xapian databases");
    declare_index(rebuild);
    rebuild->callback([this] { command_ = RebuildCommand{index_}; });

    CLI::App* backup = declare("backup", "Copy the newest generation, also while it is written");
    declare_index(backup);
    backup->add_option("--to", target_, "New folder for the copy")->required()->type_name("DIR");
    backup->callback([this] { command_ = BackupCommand{index_, target_}; });
  }

  void declare_inspect() {
    CLI::App* inspect =
        declare("inspect", "Show what would be indexed, one line of JSON an article");
    inspect->add_option("inputs", inputs_, "As for add")->required()->type_name("INPUT");
    inspect->callback([this] { command_ = InspectCommand{inputs_}; });
  }

  CLI::App app_{kAbout, "dateline-index"};
  std::string index_;
  std::string target_;
  std::vector<std::string> inputs_;
  unsigned jobs_ = 0;
  InfoFormat info_format_ = InfoFormat::kText;
  Command command_ = PrintCommand{};
};

}  // namespace

Result<Command> parse_command_line(std::vector<std::string> arguments) {
  return CommandLine().parse(std::move(arguments));
}

}  // namespace dateline
