#include "indexer/input_files.h"

#include <algorithm>
#include <set>

#include "common/file.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIgnoreFile = ".datelineignore";

std::set<std::string> ignored_names(const fs::path& folder) {
  std::set<std::string> names;
  const auto lines = read_file(folder / kIgnoreFile);
  if (!lines) return names;
  std::size_t start = 0;
  while (start < lines->size()) {
    const std::size_t end = std::min(lines->find('\n', start), lines->size());
    names.insert(lines->substr(start, end - start));
    start = end + 1;
  }
  return names;
}

class Listing {
 public:
  void add_named(const std::string& input) {
    if (input == "-") {
      listing_.files.push_back({"-", InputKind::kJsonLines, 0});
      return;
    }
    const fs::path path = fs::path(input).lexically_normal();
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (fs::is_directory(status)) {
      add_folder(path);
    } else if (!fs::exists(status)) {
      fail(path, code ? code.message() : "no such file or folder");
    } else if (const auto kind = kind_of(path); !kind) {
      listing_.errors.push_back(kind.error());
    } else {
      add_file(path, *kind);
    }
  }

  InputListing take() { return std::move(listing_); }

 private:
  void add_folder(const fs::path& folder) {
    std::error_code code;
    if (!open_folders_.insert(fs::canonical(folder, code)).second) return;
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end;
         entry.increment(code)) {
      entries.push_back(entry->path().lexically_normal());
    }
    if (code) fail(folder, code.message());
    std::sort(entries.begin(), entries.end());
    const std::set<std::string> ignored = ignored_names(folder);
    for (const fs::path& entry : entries) {
      const std::string name = entry.filename().string();
      if (name.front() == '.' || ignored.contains(name)) continue;
      add_entry(entry);
    }
  }

  void add_entry(const fs::path& entry) {
    std::error_code code;
    const fs::file_status status = fs::status(entry, code);
    if (fs::is_directory(status)) {
      add_folder(entry);
    } else if (const auto kind = kind_of(entry); kind && fs::is_regular_file(status)) {
      add_file(entry, *kind);
    } else if (kind && !fs::exists(status)) {
      fail(entry, "the link leads nowhere");
    } else {
      ++listing_.passed_over;
    }
  }

  void add_file(const fs::path& path, InputKind kind) {
    std::error_code code;
    const std::uintmax_t bytes = fs::is_regular_file(path, code) ? fs::file_size(path, code) : 0;
    listing_.files.push_back({path, kind, code ? 0 : bytes});
  }

  void fail(const fs::path& path, const std::string& reason) {
    listing_.errors.push_back({ErrorKind::kInput, path.string() + ": " + reason});
  }

  InputListing listing_;
  std::set<fs::path> open_folders_;
};

}  // namespace

Result<InputKind> kind_of(const fs::path& path) {
  const fs::path name = path.extension() == ".gz" ? path.stem() : path.filename();
  const std::string ending = name.extension().string();
  if (ending == ".txt") return InputKind::kText;
  if (ending == ".jsonl" || ending == ".ndjson") return InputKind::kJsonLines;
  return Error{ErrorKind::kInput,
               path.string() +
                   ": unknown kind of file; known are .txt, .jsonl and .ndjson, each "
                   "also with .gz"};
}

InputListing list_inputs(const std::vector<std::string>& inputs) {
  Listing listing;
  for (const std::string& input : inputs) listing.add_named(input);
  return listing.take();
}

}  // namespace dateline
