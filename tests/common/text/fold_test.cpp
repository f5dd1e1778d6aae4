#include "common/text/fold.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

struct Row {
  std::string text;
  std::string folded;
};

}  // namespace

TEST_CASE("Case, width and invisible characters are folded", "[text][fold]") {
  const std::vector<Row> rows = {
      {"NATO", "nato"},
      {"Straße", "strasse"},
      {"ÉCOLE", "école"},
      {"E\u0301cole", "école"},  // decomposed
      {"Ｔｏｋｙｏ ２０２３", "tokyo 2023"},
      {"ﬁnal", "final"},
      {"co\u00ADoperate", "cooperate"},  // soft hyphen
      {"МОСКВА", "москва"},
      {"ΟΔΟΣ", "οδοσ"},
      {"ｶﾞｽ", "ガス"},
      {"İstanbul", "istanbul"},
      {"Bakı", "bakı"},
      {"O’Neill ʼn OʼHara", "o'neill 'n o'hara"},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(fold_case(row.text) == row.folded);
}

TEST_CASE("Accents are dropped where they are no letters", "[text][fold]") {
  const std::vector<Row> rows = {
      {"école", "ecole"},
      {"façade", "facade"},
      {"điện biên phủ", "dien bien phu"},
      {"øresund łódź", "oresund lodz"},
      {"æsop œuvre þing ðe", "aesop oeuvre thing de"},
      {"bakı ərdoğan", "baki erdogan"},
      {"αθήνα", "αθηνα"},
      {"артём зелёный", "артем зеленый"},
      {"йод україна быў", "йод україна быў"},
      {"за\u0301мок", "замок"},
      {"שָׁלוֹם", "שלום"},
      {"العَرَبِيّة", "العربية"},
      {"أحمد", "احمد"},
      {"عـــراق", "عراق"},
  };
  for (const Row& row : rows) CHECK(fold_accents(row.text) == row.folded);
}

TEST_CASE("Fixed words are looked up without case and accents", "[text][fold]") {
  const std::vector<Row> rows = {
      {"Şubat", "subat"},
      {"KASIM", "kasim"},
      {"Février", "fevrier"},
      {"Dərc edilib", "derc edilib"},
      {"Оставить Комментарий", "оставить комментарий"},
      {"أبريل", "ابريل"},
      {"Aujourd’hui", "aujourd'hui"},
  };
  for (const Row& row : rows) CHECK(fold_letters(row.text) == row.folded);
}

TEST_CASE("Vowel signs and marks of other scripts stay", "[text][fold]") {
  for (const std::string word :
       {"हिन्दी", "தமிழ்", "বাংলা", "ที่นี่", "ភាសា", "ガス", "한국", "北京", "\u0301", "🇦🇿"}) {
    CHECK(fold_accents(word) == word);
  }
}

TEST_CASE("Folding twice changes nothing", "[text][fold]") {
  for (char32_t c = 1; c < 0x2500; ++c) {
    std::string text = "x";
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
               static_cast<char>(0x80 | (c & 0x3F))};
    }
    const std::string once = fold_case(text);
    const std::string plain = fold_accents(once);
    CAPTURE(static_cast<unsigned>(c));
    REQUIRE(fold_case(once) == once);
    REQUIRE(fold_accents(plain) == plain);
  }
}

}  // namespace dateline
