#include "indexer/place_text.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

const char* sign_of(Gap gap) {
  switch (gap) {
    case Gap::kBreak:
      return "|";
    case Gap::kNone:
      return "+";
    case Gap::kSpace:
      return " ";
    case Gap::kHyphen:
      return "-";
    case Gap::kApostrophe:
      return "'";
    case Gap::kPeriod:
      return ".";
    case Gap::kComma:
      return ",";
    case Gap::kDash:
      return " - ";
    case Gap::kBracket:
      return "(";
  }
  return "?";
}

// The words folded, each after the sign of its gap: "|suva,fiji".
std::string outline(std::string_view text) {
  const PlaceText words = read_place_text(text);
  std::string outline;
  for (const PlaceWord& word : words.words) {
    outline += sign_of(word.gap);
    outline += words.letters(word);
  }
  return outline;
}

WordForm form_of(std::string_view text) { return read_place_text(text).words.at(0).form; }

}  // namespace

TEST_CASE("A text is cut into words with what stands between them", "[indexer][place_text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {" .,", ""},
      {"Suva, Fiji", "|suva,fiji"},
      {"Guinea-Bissau", "|guinea-bissau"},
      {"Côte d’Ivoire", "|cote d'ivoire"},
      {"one\ntwo", "|one two"},
      {"one\n\ntwo", "|one|two"},
      {"one? Two", "|one|two"},
      {"one. Two", "|one.two"},
      {"BAKU, 4 May (Wire) - Trains", "|baku,4 may(wire - trains"},
      {"BAKU (Wire)--Trains", "|baku(wire - trains"},
      {"OSLO — \"Snow\"", "|oslo - snow"},
      {"Trinidad & Tobago", "|trinidad and tobago"},
      {"the U.S. and the U.A.E.", "|the us and the uae"},
      {"J. Smith", "|j.smith"},
      {"G77 met", "|g77 met"},
      {"中国和日本", "|中+国+和+日+本"},
      {"アメリカの大統領", "|アメリカ+の+大+統+領"},
      {"Azərbaycan Bakıda", "|azərbaycan bakida"},
      {"soft\u00ADly", "|softly"},
  }));
  CHECK(outline(text) == expected);
}

TEST_CASE("Words are told apart by their capitals", "[indexer][place_text]") {
  CHECK(form_of("peru") == WordForm::kLower);
  CHECK(form_of("Peru") == WordForm::kCapital);
  CHECK(form_of("PyeongChang") == WordForm::kCapital);
  CHECK(form_of("PERU") == WordForm::kCapitals);
  CHECK(form_of("U.S.") == WordForm::kCapitals);
  CHECK(form_of("J") == WordForm::kCapital);
  CHECK(form_of("ПЕРУ") == WordForm::kCapitals);
  CHECK(form_of("بيرو") == WordForm::kUncased);
  CHECK(form_of("秘鲁") == WordForm::kUncased);
  CHECK(form_of("1987") == WordForm::kNumber);
}

TEST_CASE("A word that folding took an accent from is marked", "[indexer][place_text]") {
  const auto [text, marked] = GENERATE(table<std::string, bool>({
      {"Ísland", true},
      {"I\u0301sland", true},
      {"Island", false},
      {"Россия", false},
      {"日本", false},
  }));
  INFO(text);
  CHECK(read_place_text(text).words.at(0).marked == marked);
}

TEST_CASE("Georgian has no capitals", "[indexer][place_text]") {
  CHECK(read_place_text("საქართველო").words.at(0).form == WordForm::kUncased);
  CHECK(read_place_text("ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ").words.at(0).form == WordForm::kUncased);
}

TEST_CASE("A period right after a word is noted, one within initials is not",
          "[indexer][place_text]") {
  const PlaceText text = read_place_text("Lebanon, Pa., and the U.S. Senate");
  REQUIRE(text.words.size() == 6);
  CHECK_FALSE(text.words[0].period_after);
  CHECK(text.words[1].period_after);
  CHECK(text.words[4].dotted);
}

TEST_CASE("Ranges point at the words as they are written", "[indexer][place_text]") {
  const std::string text = "In Malé & the U.S.A. Zürich";
  const PlaceText words = read_place_text(text);
  std::string written;
  for (const PlaceWord& word : words.words) written += std::string(slice(text, word.range)) + "|";
  CHECK(written == "In|Malé|&|the|U.S.A|Zürich|");
}

TEST_CASE("Overlong words are cut, and long texts are read in linear time",
          "[indexer][place_text]") {
  const PlaceText word = read_place_text(std::string(100000, 'a'));
  REQUIRE(word.words.size() == 1);
  CHECK(word.words[0].folded_size == 200);
  CHECK(word.words[0].range.size() == 100000);
  std::string initials;
  for (int i = 0; i < 100000; ++i) initials += "A.";
  CHECK(read_place_text(initials).words.size() >= 1);
}

}  // namespace dateline
