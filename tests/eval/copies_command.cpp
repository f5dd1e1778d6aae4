// evaluate copies: which pairs of articles does an index hold for copies, or for one story, and
// which were found to be so by reading them?
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>

#include "command.h"
#include "common/file.h"
#include "common/index/snapshot.h"

namespace dateline {
namespace {

struct CopiesOptions {
  std::string index;
  std::string pairs;
  std::string collection;
  bool show_errors = false;
};

struct LabelledPair {
  std::string one, other;
  std::string label;      // "copy", "story" or "other"
  std::string stratum;    // that it was drawn from
  double stands_for = 0;  // so many pairs of its stratum
};

Result<std::vector<LabelledPair>> read_pairs(const CopiesOptions& options) {
  const auto text = read_file(options.pairs);
  if (!text) return text.error();
  std::vector<LabelledPair> pairs;
  std::map<std::string, std::size_t> sizes;
  std::map<std::string, std::size_t> drawn;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string collection;
    LabelledPair pair;
    std::size_t size = 0;
    if (!(fields >> collection >> pair.one >> pair.other >> pair.stratum >> size >> pair.label)) {
      return Error{ErrorKind::kInput, "'" + options.pairs + "': no pair in: " + line};
    }
    if (collection != options.collection) continue;
    sizes[pair.stratum] = size;
    ++drawn[pair.stratum];
    pairs.push_back(std::move(pair));
  }
  for (LabelledPair& pair : pairs) {
    pair.stands_for =
        static_cast<double>(sizes[pair.stratum]) / static_cast<double>(drawn[pair.stratum]);
  }
  return pairs;
}

std::map<std::string, ArticlePlace> places_of(const Snapshot& snapshot) {
  std::map<std::string, ArticlePlace> places;
  for (std::uint32_t segment = 0; segment < snapshot.segments.size(); ++segment) {
    const Segment& one = snapshot.segments[segment];
    for (std::uint32_t docid = 1; docid <= one.entry.last_docid; ++docid) {
      if (one.alive(docid)) places[std::string(one.columns.id(docid))] = {segment, docid};
    }
  }
  return places;
}

struct Tally {
  std::size_t right = 0, wrong = 0, missed = 0;
  double right_in_all = 0, wrong_in_all = 0, missed_in_all = 0;

  void add(const LabelledPair& pair, bool found, bool is_so) {
    if (found && is_so) ++right, right_in_all += pair.stands_for;
    if (found && !is_so) ++wrong, wrong_in_all += pair.stands_for;
    if (!found && is_so) ++missed, missed_in_all += pair.stands_for;
  }
};

double share(double part, double rest) { return part + rest > 0 ? part / (part + rest) : 1; }

void print(const char* name, const Tally& tally) {
  std::printf(
      "%-8s found %zu, of them false %zu; missed %zu; of the pairs that these stand for: "
      "precision %.3f, recall %.3f\n",
      name, tally.right + tally.wrong, tally.wrong, tally.missed,
      share(tally.right_in_all, tally.wrong_in_all),
      share(tally.right_in_all, tally.missed_in_all));
}

void print_size(const char* name, const GroupLevel& level) {
  std::size_t articles = 0;
  std::size_t largest = 0;
  for (std::uint32_t group = 0; group < level.size(); ++group) {
    articles += level.members(group).size();
    largest = std::max(largest, level.members(group).size());
  }
  std::printf("%-8s %u groups of %zu articles, the largest of %zu\n", name, level.size(), articles,
              largest);
}

bool are_together(const GroupLevel& level, const ArticlePlace& one, const ArticlePlace& other) {
  const auto group = level.group_of(one);
  return group && group == level.group_of(other);
}

Result<ExitStatus> evaluate(const CopiesOptions& options) {
  const auto pairs = read_pairs(options);
  if (!pairs) return pairs.error();
  const auto snapshot = open_snapshot(options.index);
  if (!snapshot) return snapshot.error();
  if (!snapshot->groups) return Error{ErrorKind::kInput, "the index has no groups"};
  const auto places = places_of(*snapshot);
  Tally copies;
  Tally stories;
  std::size_t absent = 0;
  for (const LabelledPair& pair : *pairs) {
    if (!places.contains(pair.one) || !places.contains(pair.other)) {
      ++absent;
      continue;
    }
    const ArticlePlace one = places.at(pair.one);
    const ArticlePlace other = places.at(pair.other);
    const bool copy_found = are_together(snapshot->groups->copies(), one, other);
    const bool story_found = are_together(snapshot->groups->stories(), one, other);
    copies.add(pair, copy_found, pair.label == "copy");
    stories.add(pair, story_found, pair.label != "other");
    const std::string found = copy_found ? "copy" : story_found ? "story" : "other";
    if (options.show_errors && found != pair.label) {
      std::printf("%s\t%s\t%s\tis %s, found %s\n", pair.stratum.c_str(), pair.one.c_str(),
                  pair.other.c_str(), pair.label.c_str(), found.c_str());
    }
  }
  std::printf("%zu pairs of %s, %zu of them not in the index\n", pairs->size(),
              options.collection.c_str(), absent);
  print_size("copies", snapshot->groups->copies());
  print_size("stories", snapshot->groups->stories());
  print("copies", copies);
  print("stories", stories);
  return ExitStatus::kSuccess;
}

}  // namespace

EvalCommand copies_command(CLI::App& app) {
  const auto options = std::make_shared<CopiesOptions>();
  CLI::App* parser = app.add_subcommand("copies", "which articles are copies, or of one story");
  parser->add_option("pairs", options->pairs, "pairs with labels: copies.tsv beside this program")
      ->required();
  parser->add_option("collection", options->collection, "whose pairs: the file's first column")
      ->required();
  parser->add_option("--index", options->index, "an index of that collection")->required();
  parser->add_flag("--errors", options->show_errors, "show every pair that is judged otherwise");
  return {parser, [options] { return evaluate(*options); }};
}

}  // namespace dateline
