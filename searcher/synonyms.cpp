#include "searcher/synonyms.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "common/file.h"
#include "common/text/analyzer.h"
#include "common/text/display_width.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestLine = 4096;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// A part of a line that is not empty, or where it ought to be.
struct Text {
  std::string_view text;
  std::size_t at = 0;  // byte of the line
};

Text trimmed(std::string_view line, std::size_t begin, std::size_t end) {
  while (begin < end && is_blank(line[begin])) ++begin;
  while (begin < end && is_blank(line[end - 1])) --end;
  return {line.substr(begin, end - begin), begin};
}

class SynonymParser {
 public:
  SynonymParser(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  Result<Synonyms> parse() {
    if (text_.size() > kMaxSynonymFileBytes) {
      return Error{ErrorKind::kInput, name_ + ": " + std::to_string(text_.size()) +
                                          " bytes of synonyms; at most " +
                                          std::to_string(kMaxSynonymFileBytes) + " can be used"};
    }
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::string_view rest = text_;
    if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      line_ = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      ++number_;
      if (auto read = read_line(); !read) return read.error();
    }
    return std::move(synonyms_);
  }

 private:
  Error error(std::size_t at, const std::string& what) const {
    return {ErrorKind::kInput, name_ + ", line " + std::to_string(number_) + ": " + what,
            "  " + std::string(line_) + "\n  " +
                std::string(static_cast<std::size_t>(display_width(line_.substr(0, at))), ' ') +
                '^'};
  }

  Result<void> read_line() {
    if (const auto invalid = find_invalid_utf8(line_)) {
      const std::size_t at = *invalid;
      line_ = line_.substr(0, at);
      return error(at, "this is not UTF-8");
    }
    if (line_.size() > kLongestLine) {
      const std::size_t size = line_.size();
      line_ = {};
      return error(0, std::to_string(size) + " bytes; at most " + std::to_string(kLongestLine));
    }
    const std::string_view content = line_.substr(0, begin_of_comment());
    if (trimmed(content, 0, content.size()).text.empty()) return {};
    const std::size_t arrow = content.find("=>");
    if (arrow == std::string_view::npos) return read_both_ways(content);
    if (const std::size_t again = content.find("=>", arrow + 2); again != std::string_view::npos) {
      return error(again, "a line has one \"=>\"");
    }
    return read_one_way(content, arrow);
  }

  // "c#" is a word, " # why" a comment.
  std::size_t begin_of_comment() const {
    for (std::size_t at = 0; at < line_.size(); ++at) {
      if (line_[at] == '#' && (at == 0 || is_blank(line_[at - 1]))) return at;
    }
    return line_.size();
  }

  Result<void> read_both_ways(std::string_view content) {
    const auto texts = texts_of(content, 0, content.size());
    if (!texts) return texts.error();
    if (texts->size() < 2) {
      return error(trimmed(content, 0, content.size()).at,
                   "a line names at least two, as in \"car, automobile\" or \"uk => britain\"");
    }
    for (const std::string& from : *texts) add(from, *texts);
    return {};
  }

  Result<void> read_one_way(std::string_view content, std::size_t arrow) {
    const auto left = texts_of(content, 0, arrow);
    if (!left) return left.error();
    const auto right = texts_of(content, arrow + 2, content.size());
    if (!right) return right.error();
    for (const std::string& from : *left) add(from, *right);
    return {};
  }

  // Those between commas.
  Result<std::vector<std::string>> texts_of(std::string_view content, std::size_t begin,
                                            std::size_t end) {
    std::vector<std::string> texts;
    while (true) {
      const std::size_t comma = std::min(content.find(',', begin), end);
      const Text text = trimmed(content, begin, comma);
      if (auto checked = check(text); !checked) return checked.error();
      if (texts.size() == kMaxSynonymsOfLine) {
        return error(text.at, "more than " + std::to_string(kMaxSynonymsOfLine) + " in one line");
      }
      texts.emplace_back(text.text);
      if (comma == end) return texts;
      begin = comma + 1;
    }
  }

  Result<void> check(const Text& text) {
    if (text.text.empty()) return error(text.at, "a word is missing here");
    const std::size_t words = analyzer_.analyze(text.text, "").size();
    if (words == 0) return error(text.at, "there is no word in this");
    if (words > kMaxSynonymWords) {
      return error(text.at, std::to_string(words) + " words; at most " +
                                std::to_string(kMaxSynonymWords) + " can stand together");
    }
    return {};
  }

  void add(const std::string& from, const std::vector<std::string>& to) {
    const auto [entry, is_new] = rule_of_.try_emplace(from, synonyms_.rules.size());
    std::vector<std::string> others;
    if (!is_new) others = synonyms_.rules[entry->second].to;
    for (const std::string& text : to) {
      const bool known = std::find(others.begin(), others.end(), text) != others.end();
      if (text != from && !known) others.push_back(text);
    }
    if (others.empty()) {
      rule_of_.erase(entry);
    } else if (is_new) {
      synonyms_.rules.push_back({from, std::move(others)});
    } else {
      synonyms_.rules[entry->second].to = std::move(others);
    }
  }

  std::string_view text_;
  std::string name_;
  std::string_view line_;
  std::size_t number_ = 0;
  Analyzer analyzer_;
  std::map<std::string, std::size_t> rule_of_;  // by `from`
  Synonyms synonyms_;
};

}  // namespace

Result<Synonyms> parse_synonyms(std::string_view text, const std::string& name) {
  return SynonymParser(text, name).parse();
}

Result<std::shared_ptr<const Synonyms>> shared_synonyms(const std::filesystem::path& path) {
  if (path.empty()) return std::shared_ptr<const Synonyms>();
  const Result<std::string> text = read_file(path);
  if (!text) return text.error();
  Result<Synonyms> synonyms = parse_synonyms(*text, path.string());
  if (!synonyms) return synonyms.error();
  return std::shared_ptr<const Synonyms>(std::make_shared<Synonyms>(*std::move(synonyms)));
}

}  // namespace dateline
