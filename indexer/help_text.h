// What the help of dateline-index says besides its list of options.
#pragma once

namespace dateline {

inline constexpr const char* kAbout =
    "Turns raw news articles into an index that dateline-search answers from.";

inline constexpr const char* kFooter = R"(Examples:
  dateline-index add --index news.index articles/
  zcat dump.jsonl.gz | dateline-index add --index news.index -
  dateline-index inspect article.txt
  dateline-index delete --index news.index ID
  dateline-index info --index news.index

DATELINE_INDEX in the environment stands for --index.
Exit status: 0 done, 1 some records were rejected and the rest indexed,
2 failed.)";

inline constexpr const char* kAddFooter = R"(Examples:
  dateline-index add --index news.index articles/ more.jsonl.gz
  zcat dump.jsonl.gz | dateline-index add --index news.index -

An article whose id is known replaces the old one; the same again is left as it
is. Searches see the old index until the run is done.

Exit status: 0 done, 1 some records were rejected and the rest indexed,
2 failed.)";

inline constexpr const char* kDeleteFooter = R"(Example:
  dateline-index delete --index news.index wire-001 wire-002

Exit status: 0 done, 2 failed.)";

inline constexpr const char* kOptimizeFooter = R"(Example:
  dateline-index optimize --index news.index

Exit status: 0 done, 2 failed.)";

inline constexpr const char* kCheckFooter = R"(Example:
  dateline-index check --index news.index

Exit status: 0 sound, 2 not.)";

inline constexpr const char* kInfoFooter = R"(Example:
  dateline-index info --index news.index --format json

Exit status: 0 shown, 2 failed.)";

inline constexpr const char* kRebuildFooter = R"(Example:
  dateline-index rebuild --index news.index

Exit status: 0 done, 2 failed.)";

inline constexpr const char* kBackupFooter = R"(Example:
  dateline-index backup --index news.index --to /backups/news.index

Exit status: 0 done, 2 failed.)";

inline constexpr const char* kInspectFooter = R"(Examples:
  dateline-index inspect article.txt
  dateline-index inspect dump.jsonl | head -1

Exit status: 0 done, 1 some records were rejected, 2 failed.)";

inline constexpr const char* kCompletionsFooter =
    R"(Installed packages bring these scripts. Without one:
  bash   source <(dateline-index completions bash)
  zsh    source <(dateline-index completions zsh)
  fish   dateline-index completions fish | source

Exit status: 0 printed, 2 error.)";

inline constexpr const char* kManualFooter = R"(Example:
  dateline-index manual | man -l -

Exit status: 0 printed, 2 error.)";

}  // namespace dateline
