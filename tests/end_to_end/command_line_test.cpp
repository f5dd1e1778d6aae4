// The two programs as scripts and people meet them: help, versions, wrong command lines, exit
// codes, pipes.
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "common/file.h"
#include "tests/end_to_end/programs.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// `command` run by a shell, in which "$@" is the call.
ProgramResult in_shell(const std::string& command, const ProgramCall& call) {
  ProgramCall shell = call;
  shell.command = {"/bin/sh", "-c", command, "sh"};
  shell.command.insert(shell.command.end(), call.command.begin(), call.command.end());
  return run(shell);
}

// As in_shell(), but the program runs on a terminal of its own; `script` makes one.
ProgramResult on_terminal(const ProgramCall& call) {
  std::string words;
  for (const std::string& word : call.command) words += "'" + word + "' ";
  ProgramCall terminal = call;
  terminal.command = {"script", "-qec", words, "/dev/null"};
  terminal.environment["TERM"] = "xterm";
  return run(terminal);
}

bool has_escapes(const std::string& text) { return text.find('\033') != std::string::npos; }

}  // namespace

TEST_CASE("Both programs say what they are and how they are used", "[end_to_end][command_line]") {
  for (const ProgramCall& call : {index_call({}), search_call({})}) {
    const std::string name = fs::path(call.command[0]).filename();
    CAPTURE(name);
    ProgramCall version = call;
    version.command.emplace_back("--version");
    const ProgramResult told = run(version);
    CHECK(told.exit_code == 0);
    CHECK(told.errors.empty());
    CHECK(told.output.starts_with(name + " "));
    // Who made the data inside stands below the version.
    const bool has_data = told.output.find("GeoNames") != std::string::npos;
    CHECK(has_data == (name == "dateline-index"));
    CHECK(std::count(told.output.begin(), told.output.end(), '\n') == (has_data ? 2 : 1));

    ProgramCall help = call;
    help.command.emplace_back("--help");
    const ProgramResult helped = run(help);
    CHECK(helped.exit_code == 0);
    CHECK(helped.errors.empty());
    CHECK(helped.output.find("Usage: ") != std::string::npos);
    CHECK(helped.output.find("--index") != std::string::npos);
  }
}

TEST_CASE("A wrong command line exits with 2 and one line that leads on",
          "[end_to_end][command_line]") {
  const auto arguments = GENERATE(values<Words>({{}, {"frobnicate"}, {"--frob"}}));
  for (const ProgramCall& call : {index_call(arguments), search_call(arguments)}) {
    const ProgramResult result = run(call);
    CAPTURE(call.command, result.errors);
    CHECK(result.exit_code == 2);
    CHECK(result.output.empty());
    CHECK(result.errors.starts_with(fs::path(call.command[0]).filename().string() + ": error: "));
    CHECK(result.errors.find("--help") != std::string::npos);
  }
}

TEST_CASE("In a pipe adding is quiet but for one line at the end", "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  const ProgramResult added = run(add_call(folder / "index", article_lines(1, 500)));
  CHECK(added.exit_code == 0);
  CHECK(added.output.empty());
  CHECK_FALSE(has_escapes(added.errors));
  CHECK(std::count(added.errors.begin(), added.errors.end(), '\n') == 1);
  CHECK(added.errors.starts_with(
      "dateline-index: 500 articles indexed (500 new, 0 updated), 0 unchanged, 0 rejected; "));
  CHECK(added.errors.find(" bytes in ") != std::string::npos);
  CHECK(added.errors.ends_with(" s; generation 1\n"));
}

TEST_CASE("In a pipe answers have no colour", "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  add_lines(folder / "index", article_lines(1, 3));
  const ProgramResult answer =
      dateline_search({"query", "--index", (folder / "index").string(), "harbour"});
  CHECK(answer.exit_code == 0);
  CHECK_FALSE(answer.output.empty());
  CHECK_FALSE(has_escapes(answer.output));
  CHECK(answer.errors.empty());
}

TEST_CASE("On a terminal answers are coloured", "[end_to_end][command_line]") {
  if (in_shell("command -v script > /dev/null", index_call({})).exit_code != 0) {
    WARN("the program 'script' is not here; nothing was tested on a terminal");
    return;
  }
  const TemporaryFolder folder;
  add_lines(folder / "index", article_lines(1, 3));
  const ProgramResult answer =
      on_terminal(search_call({"query", "--index", (folder / "index").string(), "harbour"}));
  CHECK(answer.exit_code == 0);
  CHECK(has_escapes(answer.output));
}

TEST_CASE("A search exits with 0 if it finds something, 1 if not and 2 if it fails",
          "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  const std::string index = (folder / "index").string();
  add_lines(index, article_lines(1, 3));
  const auto exit_code = [&](Words arguments) {
    arguments.insert(arguments.begin() + 1, {"--index", index});
    return dateline_search(arguments).exit_code;
  };
  CHECK(exit_code({"query", "harbour"}) == 0);
  CHECK(exit_code({"query", "unheard"}) == 1);
  CHECK(exit_code({"query", "harbour", "--country", "Nowhereland"}) == 2);
  CHECK(exit_code({"query", "harbour", "--limit", "-1"}) == 2);
  CHECK(exit_code({"show", "a1"}) == 0);
  CHECK(exit_code({"show", "nobody"}) != 0);
}

TEST_CASE("The index may be named in the environment", "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  add_lines(folder / "index", article_lines(1, 3));
  for (ProgramCall call : {index_call({"check"}), search_call({"query", "harbour"})}) {
    call.environment["DATELINE_INDEX"] = (folder / "index").string();
    CHECK(run(call).exit_code == 0);
  }
}

TEST_CASE("A reader that goes away ends a program quietly", "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.jsonl", article_lines(1, 2000)).string();
  const std::string index = (folder / "index").string();
  CHECK(dateline_index({"add", "--index", index, input}).exit_code == 0);
  for (const ProgramCall& call :
       {index_call({"inspect", input}), search_call({"query", "--index", index, "harbour",
                                                     "--limit", "1000", "--format", "json"})}) {
    const ProgramResult result = in_shell("\"$@\" | head -c 10", call);
    CAPTURE(call.command, result.errors);
    CHECK(result.output.size() == 10);
    CHECK(result.errors.empty());
  }
}

TEST_CASE("Batch answers each line as soon as it is asked", "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 3));
  RunningProgram batch = RunningProgram::start(search_call({"batch", "--index", index.string()}));
  batch.send("{\"id\": 1, \"query\": \"markera1\"}\n");
  CHECK(batch.read_line().starts_with("{\"id\":1,"));
  batch.send("rubbish\n{\"id\": \"last\", \"query\": \"markera2\"}\n");
  CHECK(batch.read_line().find("\"error\"") != std::string::npos);
  CHECK(batch.read_line().starts_with("{\"id\":\"last\","));
  batch.close_input();
  CHECK(batch.read_line().empty());
  CHECK(batch.wait().signal == 0);
}

TEST_CASE("A batch that was broken off goes on where its answers end", "[end_to_end][batch]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 30));
  std::string requests;
  for (int at = 0; at < 40; ++at) {
    requests += R"({"id": )" + std::to_string(at) + R"(, "query": "harbour", "limit": )" +
                std::to_string(1 + at) + "}\n";
  }
  const auto batch = [&](const std::string& name, const Words& options, const std::string& input) {
    Words words = {"batch", "--index", index.string(), "--output", (folder / name).string()};
    words.insert(words.end(), options.begin(), options.end());
    ProgramCall call = search_call(words);
    call.input = input;
    return run(call);
  };
  const auto answers = [&folder](const std::string& name) {
    std::istringstream lines(*read_file(folder / name));
    std::vector<nlohmann::json> all;
    for (std::string line; std::getline(lines, line);) {
      all.push_back(nlohmann::json::parse(line));
      all.back().erase("took_ms");
    }
    return all;
  };
  REQUIRE(batch("whole", {}, requests).exit_code == 0);
  CHECK(answers("whole").size() == 40);
  const std::string whole = *read_file(folder / "whole");
  std::ofstream(folder / "part") << whole.substr(0, whole.size() / 2);
  CHECK(batch("part", {}, requests).exit_code == 2);
  CHECK(*read_file(folder / "part") == whole.substr(0, whole.size() / 2));
  CHECK(batch("part", {"--resume", "--threads", "1"}, requests).exit_code == 0);
  CHECK(answers("part") == answers("whole"));
  const ProgramResult other = batch("part", {"--resume"}, R"({"id": "x", "query": ""})");
  CHECK(other.exit_code == 2);
  CHECK(other.errors.find("not of these requests") != std::string::npos);
}

TEST_CASE("Every command that searches takes synonyms", "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  const std::string index = (folder / "index").string();
  add_lines(index, article_lines(1, 3));
  const std::string synonyms = folder.write("words.txt", "haven => harbour\n").string();
  const auto search = [&](const Words& arguments, const std::string& input) {
    ProgramCall call = search_call(arguments);
    call.command.insert(call.command.end(), {"--index", index, "--synonyms", synonyms});
    call.input = input;
    return run(call);
  };
  CHECK(dateline_search({"query", "haven", "--index", index}).exit_code == 1);
  const ProgramResult query = search({"query", "haven"}, "");
  CHECK(query.exit_code == 0);
  CHECK(query.output.find("looked for \"haven\" also as: harbour\n") != std::string::npos);
  const ProgramResult batch = search({"batch"}, "{\"query\": \"haven\"}\n");
  CHECK(batch.exit_code == 0);
  CHECK(batch.output.find(R"("synonyms":[{"words":"haven","also":["harbour"]}])") !=
        std::string::npos);
  CHECK(batch.output.find(R"("total":{"articles":3,)") != std::string::npos);
  const ProgramResult mcp = search(
      {"mcp"},
      R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"haven"}}})"
      "\n");
  CHECK(mcp.output.find("harbour") != std::string::npos);
  folder.write("queries.jsonl", "{\"_id\": \"q\", \"text\": \"haven\"}\n");
  folder.write("qrels.tsv", "query-id\tcorpus-id\tscore\nq\ta1\t1\n");
  const ProgramResult eval = search({"eval", "--queries", (folder / "queries.jsonl").string(),
                                     "--qrels", (folder / "qrels.tsv").string()},
                                    "");
  CAPTURE(eval.output, eval.errors);
  CHECK(eval.errors.empty());
  CHECK(eval.output.find("recall_100") != std::string::npos);

  folder.write("words.txt", "haven =>\n");
  for (const char* command : {"query", "batch", "serve", "mcp"}) {
    const ProgramResult wrong = search({command}, "");
    CHECK(wrong.exit_code == 2);
    CHECK(wrong.errors.ends_with(
        "words.txt, line 1: a word is missing here\n  haven =>\n          ^\n"));
  }
}

TEST_CASE("Paths with spaces, quotes and letters of any script are paths",
          "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "my 'new' \"index\" \xD0\xBD\xD0\xBE\xD0\xB2\xD1\x8B\xD0\xB9";
  add_lines(index, article_line("a"));
  CHECK(found(index, "markera") == std::set<std::string>{"a"});
  check_sound(index);
}

TEST_CASE("Relative paths are taken from where the program runs", "[end_to_end][command_line]") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", article_line("a"));
  ProgramCall call = index_call({"add", "--index", "news.index", "a.jsonl"});
  call.folder = folder.path();
  CHECK(run(call).exit_code == 0);
  CHECK(fs::exists(folder / "news.index/MANIFEST"));
}

}  // namespace dateline
