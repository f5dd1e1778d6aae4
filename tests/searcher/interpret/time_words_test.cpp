#include "searcher/interpret/time_words.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// "[last week] 2026-01-01..2026-01-07; ..." of a query asked on a Wednesday.
std::string times_in(const std::string& query, const Date& today = {2024, 5, 15}) {
  WordBreaker breaker;
  const auto words = words_typed(query, breaker);
  std::string out;
  for (const TimeReading& reading : read_times(query, words, today)) {
    if (!out.empty()) out += "; ";
    const ByteRange range{words[reading.first].range.start, words[reading.end - 1].range.end};
    out += "[" + std::string(slice(query, range)) + "] ";
    out += (reading.from ? to_iso(*reading.from) : "") + ".." +
           (reading.to ? to_iso(*reading.to) : "");
  }
  return out;
}

}  // namespace

TEST_CASE("Words for a time are read in many languages", "[searcher][interpret]") {
  const auto [query, expected] = GENERATE(table<std::string, std::string>({
      // English
      {"floods yesterday", "[yesterday] 2024-05-14..2024-05-14"},
      {"floods last week", "[last week] 2024-05-06..2024-05-12"},
      {"floods this month", "[this month] 2024-05..2024-05-15"},
      {"last year floods", "[last year] 2023..2023"},
      {"floods in the past 3 days", "[in the past 3 days] 2024-05-12..2024-05-15"},
      {"last two weeks", "[last two weeks] 2024-05-01..2024-05-15"},
      {"two weeks ago", "[two weeks ago] 2024-04-29..2024-05-05"},
      {"3 days ago", "[3 days ago] 2024-05-12..2024-05-12"},
      {"since March 2023", "[since March 2023] 2023-03.."},
      {"since 2020", "[since 2020] 2020.."},
      {"until 1 March 2023", "[until 1 March 2023] ..2023-03-01"},
      {"before 2023", "[before 2023] ..2022-12-31"},
      {"after March 1, 2023", "[after March 1, 2023] 2023-03-02.."},
      {"in March", "[in March] 2024-03..2024-03"},
      {"in November", "[in November] 2023-11..2023-11"},
      {"between 2019 and 2021", "[between 2019 and 2021] 2019..2021"},
      {"from 2019 to 2021", "[from 2019 to 2021] 2019..2021"},
      {"wars in the 1990s", "[in the 1990s] 1990..1999"},
      {"election 2023 results", "[2023] 2023..2023"},
      {"on 2023-03-01", "[on 2023-03-01] 2023-03-01..2023-03-01"},
      {"2023-03 vote", "[2023-03] 2023-03..2023-03"},
      {"in march 2023", "[in march 2023] 2023-03..2023-03"},
      {"this day last year", "[last year] 2023..2023"},
      // German
      {"Hochwasser letzte Woche", "[letzte Woche] 2024-05-06..2024-05-12"},
      {"vor drei Tagen", "[vor drei Tagen] 2024-05-12..2024-05-12"},
      {"Kriege in den 1990ern", "[in den 1990ern] 1990..1999"},
      {"seit März 2023", "[seit März 2023] 2023-03.."},
      {"zwischen 2019 und 2021", "[zwischen 2019 und 2021] 2019..2021"},
      {"im Jahr 2020", "[im Jahr 2020] 2020..2020"},
      {"vor 2020", "[vor 2020] ..2019-12-31"},
      // French
      {"la semaine dernière", "[la semaine dernière] 2024-05-06..2024-05-12"},
      {"il y a trois jours", "[il y a trois jours] 2024-05-12..2024-05-12"},
      {"depuis mars 2023", "[depuis mars 2023] 2023-03.."},
      {"dans les années 90", "[dans les années 90] 1990..1999"},
      {"grèves en mars", "[en mars] 2024-03..2024-03"},
      {"hier", "[hier] 2024-05-14..2024-05-14"},
      {"jusqu'en 2020", "[jusqu'en 2020] ..2020"},
      // Spanish
      {"hace dos semanas", "[hace dos semanas] 2024-04-29..2024-05-05"},
      {"desde marzo de 2023", "[desde marzo de 2023] 2023-03.."},
      {"el año pasado", "[el año pasado] 2023..2023"},
      {"elecciones en marzo", "[en marzo] 2024-03..2024-03"},
      {"en los años 90", "[en los años 90] 1990..1999"},
      // Italian
      {"la settimana scorsa", "[la settimana scorsa] 2024-05-06..2024-05-12"},
      {"due giorni fa", "[due giorni fa] 2024-05-13..2024-05-13"},
      {"elezioni a marzo", "[a marzo] 2024-03..2024-03"},
      {"elezioni in marzo", "[in marzo] 2024-03..2024-03"},
      {"nel 2020", "[nel 2020] 2020..2020"},
      // Portuguese
      {"na semana passada", "[na semana passada] 2024-05-06..2024-05-12"},
      {"desde março de 2023", "[desde março de 2023] 2023-03.."},
      {"eleições em março", "[em março] 2024-03..2024-03"},
      {"desde março", "[desde março] 2024-03.."},
      {"ontem", "[ontem] 2024-05-14..2024-05-14"},
      // Dutch
      {"vorige maand", "[vorige maand] 2024-04..2024-04"},
      {"drie dagen geleden", "[drie dagen geleden] 2024-05-12..2024-05-12"},
      {"in maart", "[in maart] 2024-03..2024-03"},
      {"sinds maart 2023", "[sinds maart 2023] 2023-03.."},
      // Russian
      {"выборы в мае 2024", "[в мае 2024] 2024-05..2024-05"},
      {"на прошлой неделе", "[на прошлой неделе] 2024-05-06..2024-05-12"},
      {"три дня назад", "[три дня назад] 2024-05-12..2024-05-12"},
      {"с 2019 по 2021", "[с 2019 по 2021] 2019..2021"},
      {"в 1990-х годах", "[в 1990-х] 1990..1999"},
      {"в 2020 году", "[в 2020 году] 2020..2020"},
      // Ukrainian
      {"минулого тижня", "[минулого тижня] 2024-05-06..2024-05-12"},
      {"у травні 2023 року", "[у травні 2023 року] 2023-05..2023-05"},
      // Turkish
      {"geçen hafta", "[geçen hafta] 2024-05-06..2024-05-12"},
      {"iki gün önce", "[iki gün önce] 2024-05-13..2024-05-13"},
      {"Mart 2023", "[Mart 2023] 2023-03..2023-03"},
      {"2020'de", "[2020'de] 2020..2020"},
      // Azerbaijani
      {"2024-cü il seçkilər", "[2024-cü il] 2024..2024"},
      {"keçən ay", "[keçən ay] 2024-04..2024-04"},
      {"üç gün əvvəl", "[üç gün əvvəl] 2024-05-12..2024-05-12"},
      // Polish
      {"w zeszłym roku", "[w zeszłym roku] 2023..2023"},
      {"dwa dni temu", "[dwa dni temu] 2024-05-13..2024-05-13"},
      {"od marca 2023", "[od marca 2023] 2023-03.."},
      // Arabic, Chinese, Japanese
      {"منذ 2020", "[منذ 2020] 2020.."},
      {"الأسبوع الماضي", "[الأسبوع الماضي] 2024-05-06..2024-05-12"},
      {"昨天 地震", "[昨天] 2024-05-14..2024-05-14"},
      {"去年 选举", "[去年] 2023..2023"},
  }));
  CAPTURE(query);
  CHECK(times_in(query) == expected);
}

TEST_CASE("Ordinary words are no time", "[searcher][interpret]") {
  const std::string query = GENERATE(
      "may", "May I come in", "march on Washington", "Theresa May resigns", "second half",
      "last minute goal", "week", "a year in Provence", "Agenda 2030", "500 days of summer",
      "Boeing 737", "room 2023a", "12 angry men", "the day after tomorrow", "in mayhem",
      "since when", "1000 people", "G20", "9 11", "Route 66", "in der Woche", "12345", "", "?!",
      "between us", "a march in Washington", "contribute to a sep", "a February coup", "in Augusta",
      "the last day of school", "his last days", "on this day", "der letzte Tag", "le dernier jour",
      "los últimos días", "son gün", "ostatni dzień");
  CAPTURE(query);
  CHECK(times_in(query).empty());
}

TEST_CASE("Times count from the day that is given", "[searcher][interpret]") {
  CHECK(times_in("last week", {2024, 1, 1}) == "[last week] 2023-12-25..2023-12-31");
  CHECK(times_in("last month", {2024, 1, 1}) == "[last month] 2023-12..2023-12");
  CHECK(times_in("yesterday", {2024, 3, 1}) == "[yesterday] 2024-02-29..2024-02-29");
  CHECK(times_in("in January", {2024, 1, 1}) == "[in January] 2024-01..2024-01");
  CHECK(times_in("election 2025", {2024, 12, 31}).empty());
}

}  // namespace dateline
