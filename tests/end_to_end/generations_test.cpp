// What users see over many runs: new, changed, unchanged and deleted articles, and answers that
// are always those of one generation.
#include <atomic>
#include <thread>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/programs.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json info_of(const fs::path& index) {
  const ProgramResult info =
      dateline_index({"info", "--index", index.string(), "--format", "json"});
  REQUIRE(info.exit_code == 0);
  return Json::parse(info.output);
}

// "3 articles indexed (1 new, 2 updated), 4 unchanged, 0 rejected" of the summary line.
std::string summary_of(const ProgramResult& added) {
  const std::size_t start = added.errors.rfind("dateline-index: ") + 16;
  return added.errors.substr(start, added.errors.find(';', start) - start);
}

}  // namespace

TEST_CASE("New articles are added, changed ones take the place of the old, others are left alone",
          "[end_to_end][generations]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  CHECK(summary_of(run(add_call(index, article_lines(1, 3)))) ==
        "3 articles indexed (3 new, 0 updated), 0 unchanged, 0 rejected");
  CHECK(summary_of(run(add_call(index, article_lines(1, 3)))) ==
        "0 articles indexed (0 new, 0 updated), 3 unchanged, 0 rejected");
  CHECK(info_of(index)["generation"] == 1);
  CHECK(summary_of(run(add_call(index, article_lines(3, 4, 2) + article_line("a1")))) ==
        "2 articles indexed (1 new, 1 updated), 1 unchanged, 0 rejected");
  CHECK(info_of(index)["generation"] == 2);
  CHECK(info_of(index)["articles"] == 4);
  CHECK(found(index, "version1") == std::set<std::string>{"a1", "a2"});
  CHECK(found(index, "version2") == std::set<std::string>{"a3", "a4"});
  check_sound(index);
}

TEST_CASE("A text file that changes is updated under its path", "[end_to_end][generations]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  const fs::path file = folder.write("news/a.txt", "The harbour has oldwords today.");
  const Words call = {"add", "--index", index.string(), (folder / "news").string()};
  CHECK(dateline_index(call).exit_code == 0);
  folder.write("news/a.txt", "The harbour has newwords today.");
  CHECK(summary_of(dateline_index(call)) ==
        "1 article indexed (0 new, 1 updated), 0 unchanged, 0 rejected");
  CHECK(found(index, "oldwords").empty());
  CHECK(found(index, "newwords") == std::set<std::string>{file.string()});
}

TEST_CASE("Deleted articles are not found, and found again when added again",
          "[end_to_end][generations]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 3));
  const ProgramResult deleted =
      dateline_index({"delete", "--index", index.string(), "a2", "nobody"});
  CHECK(deleted.exit_code == 1);
  CHECK(deleted.errors ==
        "dateline-index: no article has the id 'nobody'\n"
        "dateline-index: 1 article deleted; generation 2\n");
  CHECK(found(index, "harbour") == std::set<std::string>{"a1", "a3"});
  CHECK(dateline_search({"show", "--index", index.string(), "a2"}).exit_code != 0);

  CHECK(summary_of(run(add_call(index, article_lines(1, 3)))) ==
        "1 article indexed (1 new, 0 updated), 2 unchanged, 0 rejected");
  CHECK(found(index, "harbour") == std::set<std::string>{"a1", "a2", "a3"});
  check_sound(index);
}

TEST_CASE("Many small additions, then optimize, give the same articles",
          "[end_to_end][generations]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  for (int number = 1; number <= 12; ++number) {
    add_lines(index, article_lines(number, number + 2, number % 2));
  }
  const auto before = live_articles(index);
  const auto answers = found(index, "harbour");
  CHECK(info_of(index)["segments"].get<int>() > 1);
  CHECK(dateline_index({"optimize", "--index", index.string()}).exit_code == 0);
  CHECK(info_of(index)["segments"] == 1);
  CHECK(info_of(index)["deleted"] == 0);
  CHECK(live_articles(index) == before);
  CHECK(found(index, "harbour") == answers);
  CHECK(answers.size() == 14);
  check_sound(index);
}

TEST_CASE("Everything can be deleted and an empty index searched", "[end_to_end][generations]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 2));
  CHECK(dateline_index({"delete", "--index", index.string(), "a1", "a2"}).exit_code == 0);
  CHECK(found(index, "harbour").empty());
  CHECK(info_of(index)["articles"] == 0);
  check_sound(index);
}

TEST_CASE("A backup answers as the index does", "[end_to_end][generations]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 5));
  CHECK(dateline_index({"delete", "--index", index.string(), "a2"}).exit_code == 0);
  const fs::path copy = folder / "copy";
  CHECK(dateline_index({"backup", "--index", index.string(), "--to", copy.string()}).exit_code ==
        0);
  fs::remove_all(index);
  CHECK(found(copy, "harbour") == std::set<std::string>{"a1", "a3", "a4", "a5"});
  check_sound(copy);
}

TEST_CASE("A batch that waits for its next request answers it from the newest generation",
          "[end_to_end][generations]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 3));
  RunningProgram batch = RunningProgram::start(search_call({"batch", "--index", index.string()}));
  const auto total = [&batch] {
    batch.send("{\"query\": \"harbour\"}\n");
    return Json::parse(batch.read_line())["total"]["articles"].get<int>();
  };
  CHECK(total() == 3);
  add_lines(index, article_lines(4, 8));
  CHECK(total() == 8);
  CHECK(dateline_index({"delete", "--index", index.string(), "a1"}).exit_code == 0);
  CHECK(total() == 7);
  CHECK(dateline_index({"optimize", "--index", index.string()}).exit_code == 0);
  CHECK(total() == 7);
  const ProgramResult result = batch.wait();
  CHECK(result.exit_code == 0);
  CHECK(result.errors.empty());
}

TEST_CASE("Readers get the answers of one generation while writers publish",
          "[end_to_end][generations]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 8, 1));
  std::atomic<bool> done = false;
  std::vector<std::string> problems;
  int answers = 0;
  // Every publication gives all eight articles another version. An answer with two versions, or
  // not all of the articles, would be of no generation.
  std::thread reader([&] {
    while (!done) {
      const ProgramResult answer =
          dateline_search({"query", "--index", index.string(), "harbour", "--format", "json"});
      ++answers;
      if (answer.exit_code != 0) {
        problems.push_back(answer.errors);
        continue;
      }
      std::set<std::string> ids;
      std::set<std::string> versions;
      const Json json = Json::parse(answer.output);
      for (const auto& passage : json["passages"]) {
        const auto text = passage["text"].get<std::string>();
        const std::size_t at = text.find("version");
        if (at != std::string::npos) versions.insert(text.substr(at, text.find(' ', at) - at));
        ids.insert(passage["article"]["id"].get<std::string>());
      }
      if (versions.size() != 1 || ids.size() != 8) problems.push_back(answer.output);
    }
  });
  for (int version = 2; version <= 12; ++version) {
    const ProgramResult added = run(add_call(index, article_lines(1, 8, version)));
    if (added.exit_code != 0) problems.push_back(added.errors);
    if (version % 4 == 0) run(index_call({"optimize", "--index", index.string()}));
  }
  done = true;
  reader.join();
  CHECK(problems == std::vector<std::string>{});
  CHECK(answers > 0);
}

}  // namespace dateline
