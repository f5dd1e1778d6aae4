// Whatever stands among the inputs, it is reported with file, line and reason, and all the rest is
// indexed; what was published before stays.
#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/end_to_end/programs.h"
#include "tests/support/articles.h"
#include "tests/support/gzip.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFiftyMegabytes = 50'000'000;

// A run over a bad input and a good one, on an index that has an article already.
class BadInput {
 public:
  BadInput() { add_lines(index_, article_line("before")); }

  fs::path write(const std::string& name, const std::string& bytes) const {
    return folder_.write(name, bytes);
  }
  const TemporaryFolder& folder() const { return folder_; }
  const fs::path& index() const { return index_; }

  // File permissions count, even for root.
  ProgramResult add_with_good(const fs::path& bad) const {
    const fs::path good = folder_.write("good.jsonl", article_line("good"));
    ProgramCall call = index_call({"add", "--index", index_.string(), bad.string(), good.string()});
    call.permissions = Permissions::kEnforced;
    return run(call);
  }

  // The run reports these reasons and no others, and the rest is indexed.
  void check_rejected(const fs::path& bad, const Words& reasons) const {
    const ProgramResult added = add_with_good(bad);
    CAPTURE(added.errors);
    CHECK(added.exit_code == 1);
    CHECK(added.output.empty());
    std::istringstream errors(added.errors);
    std::string line;
    for (const std::string& reason : reasons) {
      std::getline(errors, line);
      CHECK(line == "dateline-index: " + reason);
    }
    std::getline(errors, line);
    CHECK(line.find(", " + std::to_string(reasons.size()) + " rejected; ") != std::string::npos);
    CHECK_FALSE(std::getline(errors, line));
    check_rest_is_there();
  }

  // The run takes the file as an article, and the words lead to it.
  void check_indexed(const fs::path& odd, const std::string& words) const {
    const ProgramResult added = add_with_good(odd);
    CAPTURE(added.errors);
    CHECK(added.exit_code == 0);
    CHECK(found(index_, words) == std::set<std::string>{odd.string()});
    check_rest_is_there();
  }

  void check_rest_is_there() const {
    CHECK(found(index_, "markergood") == std::set<std::string>{"good"});
    CHECK(found(index_, "markerbefore") == std::set<std::string>{"before"});
    check_sound(index_);
  }

 private:
  TemporaryFolder folder_;
  fs::path index_ = folder_ / "news.index";
};

std::string utf16(const std::string& ascii, bool little_endian) {
  std::string bytes = little_endian ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) {
    bytes += little_endian ? std::string{c, '\0'} : std::string{'\0', c};
  }
  return bytes;
}

// Words that do not compress to nothing.
std::string numbers(int count) {
  std::string text;
  for (int number = 0; number < count; ++number) text += std::to_string(number * 7919) + " ";
  return text;
}

}  // namespace

TEST_CASE("A missing file is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path missing = input.folder() / "missing.txt";
  input.check_rejected(missing, {missing.string() + ": No such file or directory"});
}

TEST_CASE("A file that may not be read is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path secret = input.write("secret.txt", "The harbour reopened on Tuesday.");
  fs::permissions(secret, fs::perms::none);
  input.check_rejected(secret, {secret.string() + ": cannot open: Permission denied"});
}

TEST_CASE("A folder that may not be read is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  input.write("closed/a.txt", "The harbour reopened on Tuesday.");
  const fs::path closed = input.folder() / "closed";
  fs::permissions(closed, fs::perms::none);
  input.check_rejected(closed, {closed.string() + ": Permission denied"});
  fs::permissions(closed, fs::perms::owner_all);
}

TEST_CASE("A file of an unknown kind is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path page = input.write("page.html", "<p>The harbour reopened.</p>");
  input.check_rejected(page, {page.string() + ": unknown kind of file; known are .txt, .jsonl and "
                                              ".ndjson, each also with .gz"});
}

TEST_CASE("An empty file is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path empty = input.write("empty.txt", "");
  input.check_rejected(empty, {empty.string() + ": empty"});
}

TEST_CASE("A binary file is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path picture =
      input.write("picture.txt", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0", 20));
  input.check_rejected(picture, {picture.string() + ": binary data, not text (NUL at byte 8)"});
}

TEST_CASE("NUL bytes in a text are reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path nul = input.write("nul.txt", std::string("The harbour\0 reopened", 21));
  input.check_rejected(nul, {nul.string() + ": binary data, not text (NUL at byte 11)"});
}

TEST_CASE("NUL bytes in a line of JSON are reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path nul =
      input.write("nul.jsonl", std::string("{\"text\": \"a\0b\"}\n", 16) + article_line("next"));
  input.check_rejected(
      nul, {nul.string() + ":1: not JSON at byte 12: invalid string: control character U+0000 "
                           "(NUL) must be escaped to \\u0000"});
  CHECK(found(input.index(), "markernext") == std::set<std::string>{"next"});
}

TEST_CASE("Invalid UTF-8 in a text is reported with its place", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path damaged = input.write("damaged.txt", "The caf\xC3\xA9 and the caf\xC3 reopened");
  input.check_rejected(
      damaged, {damaged.string() + ": invalid UTF-8 at byte 21 (0xC3), convert the file to UTF-8"});
}

TEST_CASE("Invalid UTF-8 in a line of JSON is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path damaged =
      input.write("damaged.jsonl", article_line("first") + "{\"text\": \"caf\xE9 noir\"}\n");
  input.check_rejected(damaged, {damaged.string() + ":2: not JSON at byte 15: invalid string: "
                                                    "ill-formed UTF-8 byte"});
  CHECK(found(input.index(), "markerfirst") == std::set<std::string>{"first"});
}

TEST_CASE("UTF-16 text is read as text", "[end_to_end][bad_input]") {
  const BadInput input;
  const bool little_endian = GENERATE(true, false);
  const fs::path text =
      input.write("windows.txt",
                  utf16("The harbour reopened.\r\nFerries carried strangewords.", little_endian));
  input.check_indexed(text, "strangewords");
}

TEST_CASE("Latin-1 text is read as text", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path text =
      input.write("old.txt", "Die Schiffe fuhren wieder. \xC4ltere Fahrg\xE4ste freuten sich.");
  input.check_indexed(text, "Fahrg\xC3\xA4ste");
}

TEST_CASE("A line of JSON with 50 MB is reported and the next line is read",
          "[end_to_end][bad_input]") {
  const BadInput input;
  const std::string words(kFiftyMegabytes, 'x');
  const fs::path huge =
      input.write("huge.jsonl", "{\"text\": \"" + words + "\"}\n" + article_line("next"));
  input.check_rejected(huge, {huge.string() + ":1: the line has 50000012 bytes, more than the "
                                              "16777216 that a record may have"});
  CHECK(found(input.index(), "markernext") == std::set<std::string>{"next"});
}

TEST_CASE("A text of 50 MB on one line is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path huge = input.write("huge.txt", std::string(kFiftyMegabytes, 'x'));
  input.check_rejected(
      huge, {huge.string() + ": the file has more than the 16777216 bytes that a record may have"});
}

TEST_CASE("A packed file that unpacks to 50 MB is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path bomb = input.write("bomb.txt.gz", gzip(std::string(kFiftyMegabytes, ' ')));
  input.check_rejected(
      bomb, {bomb.string() + ": the file has more than the 16777216 bytes that a record may have"});
}

TEST_CASE("A word of 300 bytes is indexed and found", "[end_to_end][bad_input]") {
  const BadInput input;
  const std::string word(300, 'q');
  const fs::path text = input.write("word.txt", "The harbour says " + word + " every day.");
  input.check_indexed(text, word);
}

TEST_CASE("JSON that is cut off is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path cut = input.write("cut.jsonl", article_line("first") + "{\"id\": \"x\", \"te");
  input.check_rejected(
      cut, {cut.string() + ":2: not JSON at byte 16: invalid string: missing closing quote"});
  CHECK(found(input.index(), "markerfirst") == std::set<std::string>{"first"});
}

TEST_CASE("Fields of wrong types are reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path odd = input.write("odd.jsonl",
                                   "{\"text\": 7}\n"
                                   "{\"text\": \"t\", \"title\": {}}\n"
                                   "[1, 2]\n"
                                   "{\"author\": \"no text\"}\n"
                                   "{\"text\": \"t\", \"n\": 1e999}\n" +
                                       article_line("last"));
  const std::string name = odd.string();
  input.check_rejected(
      odd,
      {name + ":1: field 'text' must be a string, is a number",
       name + ":2: field 'title' must be a string, is an object",
       name + ":3: a record must be a JSON object, not an array",
       name + ":4: no text (looked for text, body, content, maintext, articleBody) and no title",
       name + ":5: not JSON: number overflow parsing '1e999'"});
  CHECK(found(input.index(), "markerlast") == std::set<std::string>{"last"});
}

TEST_CASE("Of two records with one id the later counts, and a message says so",
          "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path twice =
      input.write("twice.jsonl", article_line("x", 1) + article_line("y") + article_line("x", 2));
  const ProgramResult added = input.add_with_good(twice);
  CAPTURE(added.errors);
  CHECK(added.exit_code == 0);
  CHECK(added.errors.starts_with(
      "dateline-index: " + twice.string() +
      ":3: id 'x' was in this run before; this record replaces the earlier one\n"));
  CHECK(added.errors.find("3 articles indexed (3 new, 0 updated)") != std::string::npos);
  CHECK(found(input.index(), "markerx") == std::set<std::string>{"x"});
  CHECK(found(input.index(), "version2") == std::set<std::string>{"x"});
  input.check_rest_is_there();
}

TEST_CASE("JSON a million levels deep is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const std::string open(1'000'000, '[');
  const std::string close(1'000'000, ']');
  const fs::path deep =
      input.write("deep.jsonl", "{\"text\": \"t\", \"x\": " + open + close + "}\n" + open + "\n");
  input.check_rejected(deep, {deep.string() + ":1: nested deeper than 64",
                              deep.string() + ":2: nested deeper than 64"});
}

TEST_CASE("Packed JSON lines that are cut off give what can be read and a report",
          "[end_to_end][bad_input]") {
  const BadInput input;
  std::string packed = gzip(article_line("first") + "{\"text\": \"" + numbers(100'000) + "\"}\n");
  packed.resize(packed.size() / 2);
  const fs::path cut = input.write("cut.jsonl.gz", packed);
  const ProgramResult added = input.add_with_good(cut);
  CAPTURE(added.errors);
  CHECK(added.exit_code == 1);
  CHECK(added.errors.find("dateline-index: " + cut.string() +
                          ":3: cannot read further: the compressed data is cut off\n") !=
        std::string::npos);
  CHECK(found(input.index(), "markerfirst") == std::set<std::string>{"first"});
  input.check_rest_is_there();
}

TEST_CASE("A packed text that is cut off is reported, not half indexed",
          "[end_to_end][bad_input]") {
  const BadInput input;
  std::string packed = gzip("strangewords " + numbers(100'000));
  packed.resize(packed.size() / 2);
  const fs::path cut = input.write("cut.txt.gz", packed);
  input.check_rejected(cut,
                       {cut.string() + ": cannot read further: the compressed data is cut off"});
  CHECK(found(input.index(), "strangewords").empty());
}

TEST_CASE("A packed text that is damaged is reported, not half indexed",
          "[end_to_end][bad_input]") {
  const BadInput input;
  std::string packed = gzip("strangewords " + numbers(1000));
  packed[packed.size() - 7] = static_cast<char>(~packed[packed.size() - 7]);  // in the checksum
  const fs::path damaged = input.write("damaged.txt.gz", packed);
  input.check_rejected(damaged, {damaged.string() + ": cannot read further: incorrect data check"});
  CHECK(found(input.index(), "strangewords").empty());
}

TEST_CASE("Text that only claims to be packed is read as it is", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path plain = input.write("plain.txt.gz", "The harbour has strangewords in it.");
  input.check_indexed(plain, "strangewords");
}

TEST_CASE("A text without words is reported", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path dashes = input.write("dashes.txt", "--- *** ---\n");
  input.check_rejected(dashes, {dashes.string() + ": no words in it"});
}

TEST_CASE("A file name that is not UTF-8 does no harm", "[end_to_end][bad_input]") {
  const BadInput input;
  const fs::path odd = input.write("caf\xE9.txt", "The harbour has strangewords in it.");
  const ProgramResult added = input.add_with_good(odd);
  CAPTURE(added.errors);
  CHECK(added.exit_code == 0);
  CHECK(found(input.index(), "strangewords") ==
        std::set<std::string>{(input.folder() / "caf%E9.txt").string()});
  input.check_rest_is_there();
}

TEST_CASE("Bad lines on standard input are reported with their number", "[end_to_end][bad_input]") {
  const BadInput input;
  const ProgramResult added =
      run(add_call(input.index(), article_line("one") + "\nrubbish\n" + article_line("good")));
  CAPTURE(added.errors);
  CHECK(added.exit_code == 1);
  CHECK(added.errors.starts_with(
      "dateline-index: standard input:3: not JSON at byte 1: invalid literal\n"));
  input.check_rest_is_there();
}

TEST_CASE("Inspect reports the same as add", "[end_to_end][bad_input]") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", "rubbish\n" + article_line("one"));
  folder.write("b.txt", std::string("\0\0", 2));
  const ProgramResult inspected = dateline_index({"inspect", folder.path().string()});
  CHECK(inspected.exit_code == 1);
  CHECK(inspected.output.starts_with("{\"id\":\"one\","));
  CHECK(std::count(inspected.output.begin(), inspected.output.end(), '\n') == 1);
  CHECK(inspected.errors == "dateline-index: " + (folder / "a.jsonl").string() +
                                ":1: not JSON at byte 1: invalid literal\ndateline-index: " +
                                (folder / "b.txt").string() +
                                ": binary data, not text (NUL at byte 0)\n");
}

}  // namespace dateline
