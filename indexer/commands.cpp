#include "indexer/commands.h"

#include <iostream>

#include "indexer/add_run.h"
#include "indexer/backup.h"
#include "indexer/check_index.h"
#include "indexer/delete_articles.h"
#include "indexer/index_info.h"
#include "indexer/inspect.h"
#include "indexer/optimize.h"
#include "indexer/progress.h"
#include "indexer/rebuild.h"

namespace dateline {
namespace {

constexpr const char* kProgram = "dateline-index: ";

std::string generation_text(std::uint64_t generation) {
  return "generation " + std::to_string(generation);
}

std::string summary_text(const AddSummary& summary, std::chrono::duration<double> elapsed) {
  std::string text = counted(summary.added + summary.updated, "article") + " indexed (" +
                     with_commas(summary.added) + " new, " + with_commas(summary.updated) +
                     " updated), " + with_commas(summary.unchanged) + " unchanged, " +
                     with_commas(summary.rejected) + " rejected";
  if (summary.passed_over > 0) {
    text += ", " + counted(summary.passed_over, "file") + " of other kinds passed over";
  }
  const auto tenths = static_cast<std::size_t>(elapsed.count() * 10);
  text += "; " + with_commas(summary.bytes) + " bytes in " + std::to_string(tenths / 10) + "." +
          std::to_string(tenths % 10) + " s";
  return text + "; " + generation_text(summary.generation);
}

struct Runner {
  Result<ExitStatus> operator()(const AddCommand& command) const {
    ProgressLine progress;
    const auto report = [&progress](const std::string& message) {
      progress.clear();
      std::cerr << kProgram << message << '\n';
    };
    const auto summary = run_add({command.index, command.inputs, command.jobs, report,
                                  [&progress](const AddProgress& now) { progress.show(now); },
                                  command.published_before, command.memory_bytes});
    progress.clear();
    if (!summary) return summary.error();
    std::cerr << kProgram << summary_text(*summary, progress.elapsed()) << '\n';
    return summary->rejected == 0 ? ExitStatus::kSuccess : ExitStatus::kIncomplete;
  }

  Result<ExitStatus> operator()(const DeleteCommand& command) const {
    const auto summary = delete_articles(command.index, command.ids);
    if (!summary) return summary.error();
    for (const std::string& id : summary->unknown) {
      std::cerr << kProgram << "no article has the id '" << id << "'\n";
    }
    std::cerr << kProgram << counted(summary->deleted, "article") << " deleted; "
              << generation_text(summary->generation) << '\n';
    return summary->unknown.empty() ? ExitStatus::kSuccess : ExitStatus::kIncomplete;
  }

  Result<ExitStatus> operator()(const OptimizeCommand& command) const {
    const auto summary = optimize_index(command.index);
    if (!summary) return summary.error();
    std::cerr << kProgram << counted(summary->segments_before, "segment") << " before, "
              << summary->segments_after << " now; " << counted(summary->removed, "deleted article")
              << " removed; " << generation_text(summary->generation) << '\n';
    return ExitStatus::kSuccess;
  }

  Result<ExitStatus> operator()(const CheckCommand& command) const {
    const auto report = check_index(command.index);
    if (!report) return report.error();
    for (const std::string& problem : report->problems) std::cout << problem << '\n';
    if (!report->problems.empty()) {
      return Error{ErrorKind::kCorrupt, "'" + command.index.string() + "' is damaged: " +
                                            counted(report->problems.size(), "problem") +
                                            "; what is not in xapian/ can be made again with: "
                                            "dateline-index rebuild; else restore a backup or "
                                            "index the articles again"};
    }
    std::cout << "sound: " << counted(report->articles, "article") << " in "
              << counted(report->segments, "segment") << '\n';
    return ExitStatus::kSuccess;
  }

  Result<ExitStatus> operator()(const InfoCommand& command) const {
    const auto info = read_info(command.index);
    if (!info) return info.error();
    std::cout << (command.format == InfoFormat::kJson ? to_json(*info) + "\n" : to_text(*info));
    return ExitStatus::kSuccess;
  }

  Result<ExitStatus> operator()(const RebuildCommand& command) const {
    const auto summary = rebuild_index(command.index);
    if (!summary) return summary.error();
    std::cerr << kProgram << counted(summary->segments, "segment") << " rebuilt; "
              << generation_text(summary->generation) << '\n';
    return ExitStatus::kSuccess;
  }

  Result<ExitStatus> operator()(const BackupCommand& command) const {
    const auto summary = back_up_index(command.index, command.target);
    if (!summary) return summary.error();
    std::cerr << kProgram << with_commas(summary->bytes) << " bytes copied; "
              << generation_text(summary->generation) << '\n';
    return ExitStatus::kSuccess;
  }

  Result<ExitStatus> operator()(const InspectCommand& command) const {
    const std::size_t rejected = inspect_inputs(
        command.inputs, command.published_before,
        {[](const std::string& line) { return static_cast<bool>(std::cout << line << '\n'); },
         [](const std::string& message) { std::cerr << kProgram << message << '\n'; }});
    return rejected == 0 ? ExitStatus::kSuccess : ExitStatus::kIncomplete;
  }

  Result<ExitStatus> operator()(const PrintCommand& command) const {
    std::cout << command.text;
    return ExitStatus::kSuccess;
  }
};

}  // namespace

Result<ExitStatus> run_command(const Command& command) { return std::visit(Runner{}, command); }

}  // namespace dateline
