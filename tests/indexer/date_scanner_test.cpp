#include "indexer/date_scanner.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// "2021-05-18 Tue 17:50": date, weekday, time of each mention, one after the other.
std::string shown(const std::string& text, const std::string& language) {
  std::string line;
  for (const DateMention& mention : scan_dates(text, language)) {
    if (!line.empty()) line += "; ";
    line += to_iso(mention.date);
    if (mention.weekday != 0) line += " day " + std::to_string(mention.weekday);
    if (mention.time) line += " " + to_string(*mention.time);
  }
  return line;
}

}  // namespace

TEST_CASE("A date takes the weekday and the time beside it", "[indexer][date_scanner]") {
  const auto [language, text, found] = GENERATE(table<std::string, std::string, std::string>({
      {"en", "On Tuesday, 18 May 2021, at 5:50 pm it", "2021-05-18 day 2 17:50"},
      {"en", "17:50, 18 May 2021", "2021-05-18 17:50"},
      {"en", "18 May 2021 17:50 (UTC+04:00)", "2021-05-18 17:50+04:00"},
      {"en", "May 18, 2021 (Tuesday)", "2021-05-18 day 2"},
      {"ru",
       "\u0432\u0442\u043E\u0440\u043D\u0438\u043A, 18 \u043C\u0430\u044F 2021 \u0433., 17:50",
       "2021-05-18 day 2 17:50"},
      {"de", "Di., 18. Mai 2021, 17.50 Uhr", "2021-05-18 day 2 17:50"},
      {"zh", "2021\u5E745\u670818\u65E5 \u4E0B\u53485:50", "2021-05-18 17:50"},
      {"en", "from 3 May 2021 to 5 May 2021", "2021-05-03; 2021-05-05"},
      {"en", "1.18.05.2021 and 12-2023-03-01", ""},
      {"en", "nothing here, 5 of 12", ""},
      {"en", "", ""},
  }));
  CAPTURE(text);
  CHECK(shown(text, language) == found);
}

TEST_CASE("Dates of a random text stand in order, valid and apart", "[indexer][date_scanner]") {
  const std::vector<std::string> pieces = {"1",      "2",
                                           "20",     "21",
                                           "2021",   "12",
                                           ".",      "/",
                                           "-",      ":",
                                           " ",      " ",
                                           "\n",     "March",
                                           "Mai",    "\u5E74",
                                           "\u6708", "\u65E5",
                                           "Mon",    ",",
                                           "\u0661", "\u0645\u0627\u0631\u0633",
                                           "\u202E", "(",
                                           "T"};
  std::mt19937 random(3);
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    std::size_t end = 0;
    for (const DateMention& mention : scan_dates(text, "en")) {
      CHECK(is_valid(mention.date));
      CHECK(mention.span.start >= end);
      CHECK(mention.span.end > mention.span.start);
      CHECK(mention.span.end <= text.size());
      end = mention.span.end;
    }
  }
}

TEST_CASE("A list of ten thousand dates is read whole", "[indexer][date_scanner]") {
  std::string text;
  for (int day = 0; day < 10'000; ++day) text += to_iso(date_from_day_number(day)) + "\n";
  const auto mentions = scan_dates(text, "en");
  REQUIRE(mentions.size() == 10'000);
  CHECK(to_iso(mentions.back().date) == to_iso(date_from_day_number(9'999)));
}

}  // namespace dateline
