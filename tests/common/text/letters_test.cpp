#include "common/text/letters.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Names compare by their letters alone", "[text][letters]") {
  const auto [text, letters] = GENERATE(table<std::string, std::string>({
      {"Côte d'Ivoire", "cotedivoire"},
      {"COTE D IVOIRE", "cotedivoire"},
      {"Türkiye", "turkiye"},
      {"Tu\u0308rkiye", "turkiye"},
      {"İsviçre", "isvicre"},
      {"ISRAEL ısrael", "israelisrael"},
      {"São Tomé", "saotome"},
      {"Łódź Østfold Đà", "lodzostfoldda"},
      {"Китай", "китаи"},
      {"Ёлка", "елка"},
      {"Ελλάδα", "ελλαδα"},
      {"أذربيجان", "اذربيجان"},
      {"ایران", "ايران"},
      {"مـصر", "مصر"},
      {"Oʻzbekiston", "ozbekiston"},
      {"ＡＢ１２", "ab12"},
      {"ガーナ", "ガーナ"},
      {"中国（北京）", "中国北京"},
      {"대한민국", "대한민국"},
      {"भारत", "भारत"},
      {" -,. ", ""},
  }));
  CHECK(name_key(text) == letters);
}

TEST_CASE("Letters are told apart by how their script writes words", "[text][letters]") {
  const auto [letter, kind] = GENERATE(table<char32_t, LetterKind>({
      {U'A', LetterKind::kUpper},
      {U'é', LetterKind::kLower},
      {U'Ж', LetterKind::kUpper},
      {U'7', LetterKind::kDigit},
      {U'中', LetterKind::kUnspaced},
      {U'ท', LetterKind::kUnspaced},
      {U'の', LetterKind::kHiragana},
      {U'ア', LetterKind::kKatakana},
      {U'ー', LetterKind::kKatakana},
      {U'한', LetterKind::kUncased},
      {U'م', LetterKind::kUncased},
      {U'\u0301', LetterKind::kMark},
      {U'\'', LetterKind::kNone},
      {U'\u2019', LetterKind::kNone},
      {U'・', LetterKind::kNone},
      {U'\0', LetterKind::kNone},
      {U'\U0010FFFF', LetterKind::kNone},
  }));
  CHECK(letter_of(letter).kind == kind);
}

TEST_CASE("A text may start with a capital", "[text][letters]") {
  for (const std::string text : {"Baku", "Élysée", "Шуша", "ǅ"}) CHECK(starts_with_capital(text));
  for (const std::string text : {"", "baku", "élysée", "7 Days", "“Baku", "北京", "\u0301A"}) {
    CHECK_FALSE(starts_with_capital(text));
  }
}

}  // namespace dateline
