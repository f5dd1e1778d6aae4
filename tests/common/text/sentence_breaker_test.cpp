#include "common/text/sentence_breaker.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>
#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace dateline {
namespace {

// The same text with a bar between its sentences.
std::string barred(std::string_view text) {
  std::string list;
  for (const ByteRange& sentence : sentences(text)) {
    if (!list.empty()) list += '|';
    list += slice(text, sentence);
  }
  return list;
}

// The text without its bars. Every bar stands for a space, or for nothing where `glue` is set.
std::string without_bars(std::string text, const std::string& glue = " ") {
  for (std::size_t bar = text.find('|'); bar != std::string::npos; bar = text.find('|', bar)) {
    text.replace(bar, 1, glue);
  }
  return text;
}

void check_rows(const std::vector<std::string>& rows, const std::string& glue = " ") {
  for (const std::string& row : rows) CHECK(barred(without_bars(row, glue)) == row);
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

void require_cover(std::string_view text) {
  std::size_t end = 0;
  const auto require_spaces = [&](std::size_t until) {
    while (end < until) {
      const CodePoint c = code_point_at(text, end);
      REQUIRE(is_space(c.value));
      end += c.size;
    }
    REQUIRE(end == until);
  };
  for (const ByteRange& sentence : sentences(text)) {
    CAPTURE(std::string(text));
    REQUIRE(sentence.start >= end);
    require_spaces(sentence.start);
    REQUIRE(sentence.start < sentence.end);
    REQUIRE(sentence.size() <= kLongestSentence);
    REQUIRE_FALSE(is_space(code_point_at(text, sentence.start).value));
    REQUIRE_FALSE(is_space(code_point_before(text, sentence.end).value));
    end = sentence.end;
  }
  require_spaces(text.size());
}

}  // namespace

TEST_CASE("Sentences end at stops", "[text][sentence_breaker]") {
  check_rows({
      "The vote is over.|Nobody won.",
      "Did anyone win?|No!|It was a draw…|Then they left.",
      "What?!|They left.",
      "He waited... and waited...|Then he left.",
      "She lives in Baku.|7 of 10 agree.",
      "Prices rose 3.5 percent to 1.2 million.|The bank was silent.",
      "He was 21.|Police said so.",
      "It ended 2020.|A new year began.",
  });
  CHECK(sentences("").empty());
  CHECK(sentences(" \n\t\u00A0").empty());
}

TEST_CASE("Abbreviations do not end sentences", "[text][sentence_breaker]") {
  check_rows({
      "Mr. Hasanov met Mrs. Diaz and Dr. Chen.|They spoke.",
      "Gen. Ford, Gov. Lee, Sen. Roy, Rep. Kim, Lt. Day and Col. May came.|All left.",
      "On Jan. 6 and Sept. 11, St. Louis was calm.|Room No. 5 was not.",
      "The U.S. President and the U.N. Security Council agreed.|The E.U. did not.",
      "He works in the U.S.|The family does not.",
      "Acme Inc. Chairman Bo Li sued Zenith Co. Ltd. Tuesday.|The court will sit.",
      "Doors open at 8 a.m. Monday and close at 5 p.m.|The show starts at 6.",
      "Lions vs. Tigers, i.e. Leeds, e.g. Hull.|Both lost.",
      "J. R. Smith wrote to John F. Kennedy Jr. Airport.|He waited.",
      "He chose plan B.|The others did not.",
      "Robert Miles Jr.|“I won,” he said.",
      "It rained in Dec.|The snow came later.",
      "Das gilt z. B. für Dr. Weiß bzw. Prof. Groß.|Der Rest fehlt.",
      "Am 28. Februar und im 19. Jahrhundert war es so.|Das ist lange her.",
      "Es kostet 5 Mio. Euro.|Der Staat zahlt.",
      "В 2020 г. Россия выиграла, т. е. победила.|Это так.",
      "Он родился в Казани в 1950 г.|Его отец был врачом.",
      "Собрали 5 млн. рублей в г. Баку.|Он рад.",
      "А. С. Пушкин родился в Москве.|Он писал.",
      "El Sr. López y la Dra. Ruiz viajaron a EE. UU. ayer.|La visita acaba hoy.",
  });
}

TEST_CASE("Closing marks belong to the sentence before", "[text][sentence_breaker]") {
  check_rows({
      "“It is over.”|He left.",
      "\"It is over.\"|\"Is it?\"|He left.",
      "“What now?” he asked.|Nobody knew.",
      "(It was late.)|They slept.",
      "„Es ist aus.“|Er ging.",
      "« C’est fini. »|Il partit.",
      "He said: “Stop.”|“Why?” she asked.",
  });
}

TEST_CASE("Glued sentences are told apart", "[text][sentence_breaker]") {
  check_rows({"He thanked the guests.|Let me begin.", "“the Caucasus.”|The minister left.",
              "Is it so?|Yes it is.", "they left.|“We stay,” he said.",
              "she said \"stop.\"|Then it was quiet.", "они ушли.|Потом вернулись."},
             "");
  check_rows({"See example.com, Node.js and U.S.A. for version 3.5 or e.g.this one.",
              "Write to a.Smith@example.com or visit www.Example.Com today.",
              "The file is at page.php?Id and so on."});
}

TEST_CASE("Other scripts end sentences with their own stops", "[text][sentence_breaker]") {
  check_rows(
      {"会议在北京举行。|部长说：“很好。”|他走了！|真的吗？|是。", "「終わった。」と言った。|次。"},
      "");
  check_rows({
      "बैठक समाप्त हुई।|मंत्री चले गए।",
      "هل انتهى الاجتماع؟|نعم.|غادر الوزير.",
      "اجلاس ختم ہوا۔|وزیر چلے گئے۔",
      "Հանդիպումն ավարտվեց։|Նախարարը հեռացավ։",
      "ስብሰባው ተጠናቀቀ።|ሚኒስትሩ ሄዱ።",
      "შეხვედრა დასრულდა.|მინისტრი წავიდა.",
  });
  CHECK(sentences("３．５パーセント").size() == 1);
}

TEST_CASE("Lines and paragraphs end sentences", "[text][sentence_breaker]") {
  check_rows({"A heading without a stop|The text below it.|More text."}, "\n");
  check_rows({"first paragraph|second one in small letters"}, "\n \n");
  check_rows({"the president|, who was ill", "they said|that it rains"}, "\n\n");
  CHECK(sentences("the president\n, who was ill").size() == 1);
  CHECK(sentences("they said\nthat it rains").size() == 1);
  CHECK(sentences("In the U.S.\nPresident Ford spoke").size() == 2);
}

TEST_CASE("Text without stops is cut to readable pieces", "[text][sentence_breaker]") {
  std::string words;
  std::string clauses;
  std::string thai;
  for (int i = 0; i < 500; ++i) {
    words += "word ";
    clauses += i % 40 == 39 ? "and so, " : "on and on ";
    thai += "รัฐบาลประกาศแล้ว ";
  }
  for (const std::string& text : {words, clauses, thai, std::string(10'000, 'x'),
                                  without_bars(std::string(4'000, '|'), "北")}) {
    require_cover(text);
    CHECK(sentences(text).size() >= text.size() / kLongestSentence);
  }
  const auto pieces = sentences(clauses);
  CHECK(slice(clauses, pieces.front()).ends_with("so,"));
  for (const ByteRange& piece : sentences(thai)) CHECK(piece.size() <= 300);
}

TEST_CASE("Sentences of any text cover it in order", "[text][sentence_breaker]") {
  const std::vector<std::string> pieces = {
      ".",  ".", "!", "?", "…",  "。", "।",      "\"",     "“", "”",  "’",      "»",   "«",
      "(",  ")", " ", " ", "\n", "\n", "\u00A0", "\u3000", "a", "b",  "The",    "Mr",  "U.S",
      "12", "é", "Ж", "г", "北", "と", "ไทย",    ",",      "-", "• ", "\u0301", "🗞"};
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    const std::size_t length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    require_cover(text);
  }
}

}  // namespace dateline
