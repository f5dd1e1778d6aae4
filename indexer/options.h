// The command line of dateline-index, as meant.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/date.h"
#include "common/result.h"
#include "indexer/add_run.h"

namespace dateline {

enum class InfoFormat : std::uint8_t { kText, kJson };

struct AddCommand {
  std::filesystem::path index;
  std::vector<std::string> inputs;
  unsigned jobs = 0;
  std::optional<Date> published_before = {};
  std::size_t memory_bytes = kDefaultMemoryBytes;
};
struct DeleteCommand {
  std::filesystem::path index;
  std::vector<std::string> ids;
};
struct OptimizeCommand {
  std::filesystem::path index;
};
struct CheckCommand {
  std::filesystem::path index;
};
struct InfoCommand {
  std::filesystem::path index;
  InfoFormat format = InfoFormat::kText;
};
struct RebuildCommand {
  std::filesystem::path index;
};
struct BackupCommand {
  std::filesystem::path index;
  std::filesystem::path target;
};
struct InspectCommand {
  std::vector<std::string> inputs;
  std::optional<Date> published_before = {};
};
struct PrintCommand {  // --help, --version
  std::string text;
};

using Command = std::variant<AddCommand, DeleteCommand, OptimizeCommand, CheckCommand, InfoCommand,
                             RebuildCommand, BackupCommand, InspectCommand, PrintCommand>;

// Fails with kRequest. `arguments` is main()'s argv without the program's name.
Result<Command> parse_command_line(std::vector<std::string> arguments);

}  // namespace dateline
