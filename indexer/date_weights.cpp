// The weights are those that make the known dates of 516 pages most likely (McFadden's conditional
// logit; tests/eval/date_fit.h has the formula), fitted jointly because cues overlap: measured one
// by one, "first", "early" and "head" would count the same thing three times. `right` is the share
// of the `seen` dates with the cue that were the day of publication, each counted by itself, to
// read the weights against.
//
//   build/release/tests/eval/evaluate fit-dates HTML REALTIMEQA
//
// fits them again on the half of both collections whose URL has an even hash, and prints this
// table. Pages whose line ends are lost have weights of their own, because most cues ask for lines;
// with half the weight they also count for the others, which hold better on other pages so. The
// news of REALTIMEQA (every 20th article) teach both that a date within the prose of a clean text
// is an event. `seen` and `right` are of the pages with a line for each block.
#include "indexer/date_weights.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

struct CueWeight {
  DateCue cue;
  const char* name;
  double weight;
  double run_in;  // its weight on a page without line ends
  int seen;
  double right;
};

constexpr std::size_t kRunInBytes = 2'500;  // of a line, on average
constexpr double kBias = 0.40;
constexpr double kBiasRunIn = 0.04;

// clang-format off
constexpr std::array<CueWeight, kCueCount> kWeights{{
    {DateCue::kPublishedLabel, "published-label", 2.30, 2.61, 110, 0.718},
    {DateCue::kDateLabel, "date-label", 1.15, 0.85, 76, 0.158},
    {DateCue::kUpdatedLabel, "updated-label", 0.26, -0.25, 79, 0.722},
    {DateCue::kProseLabel, "prose-label", 2.36, 1.77, 17, 0.294},
    {DateCue::kOtherLabel, "other-label", -0.40, -0.91, 5, 0.600},
    {DateCue::kTimed, "timed", 0.26, 0.46, 956, 0.399},
    {DateCue::kWeekday, "weekday", -0.63, -0.60, 73, 0.411},
    {DateCue::kWrongWeekday, "wrong-weekday", -0.11, -0.05, 2, 0.000},
    {DateCue::kDigits, "digits", 0.52, 0.47, 1484, 0.277},
    {DateCue::kOrderAssumed, "order-assumed", -2.37, -1.95, 73, 0.123},
    {DateCue::kShortYear, "short-year", -0.89, -0.87, 529, 0.268},
    {DateCue::kOld, "old", -2.17, -2.16, 43, 0.000},
    {DateCue::kAddress, "address", -1.48, -1.68, 111, 0.027},
    {DateCue::kRange, "range", -2.07, -1.49, 20, 0.000},
    {DateCue::kDateLine, "date-line", 0.42, -0.08, 2948, 0.288},
    {DateCue::kAlone, "alone", 0.20, -0.17, 1156, 0.294},
    {DateCue::kOpensLine, "opens-line", 0.48, -0.48, 1507, 0.143},
    {DateCue::kClosesLine, "closes-line", -0.26, -0.32, 1549, 0.179},
    {DateCue::kByline, "byline", 1.36, 1.43, 597, 0.327},
    {DateCue::kSeparated, "separated", 0.80, 0.40, 473, 0.273},
    {DateCue::kBracketed, "bracketed", -0.45, -0.69, 80, 0.062},
    {DateCue::kAfterJoint, "after-joint", -1.78, -1.89, 522, 0.236},
    {DateCue::kAfterWord, "after-word", -0.39, 0.00, 218, 0.083},
    {DateCue::kBeforeWord, "before-word", 0.13, -0.06, 173, 0.127},
    {DateCue::kInProse, "in-prose", -1.93, -2.45, 507, 0.089},
    {DateCue::kHeader, "header", -0.37, 0.19, 65, 0.523},
    {DateCue::kHead, "head", 0.53, 0.95, 459, 0.763},
    {DateCue::kFirst, "first", 0.55, 0.66, 494, 0.800},
    {DateCue::kFirstLine, "first-line", 0.88, 0.72, 506, 0.826},
    {DateCue::kEarly, "early", 1.01, 1.05, 416, 0.683},
    {DateCue::kDeep, "deep", -1.72, -1.64, 2509, 0.045},
    {DateCue::kTail, "tail", 0.70, 0.61, 88, 0.102},
    {DateCue::kTextAfter, "text-after", 0.75, 1.01, 1084, 0.537},
    {DateCue::kFirstWithText, "first-with-text", 1.80, 1.06, 454, 0.826},
    {DateCue::kFirstOfAll, "first-of-all", -1.09, -0.31, 350, 0.917},
    {DateCue::kDateAfter, "date-after", -0.46, -0.41, 2741, 0.041},
    {DateCue::kTextBefore, "text-before", 0.01, -0.07, 836, 0.347},
    {DateCue::kDateBefore, "date-before", -2.68, -2.27, 2723, 0.032},
    {DateCue::kHeaderDay, "header-day", 0.06, 0.76, 28, 0.107},
    {DateCue::kBelowHeaderDay, "below-header-day", 0.43, -0.11, 28, 0.821},
    {DateCue::kEarlierOfTwo, "earlier-of-two", 0.55, 1.06, 722, 0.011},
    {DateCue::kLaterOfTwo, "later-of-two", -0.83, -0.44, 956, 0.018},
    {DateCue::kOnlyDay, "only-day", -1.43, -0.86, 341, 0.909},
    {DateCue::kOnlyInProse, "only-in-prose", 0.29, 0.53, 14, 0.643},
    {DateCue::kFewDays, "few-days", -0.25, -0.09, 512, 0.453},
    {DateCue::kManyDays, "many-days", 0.21, 0.07, 2905, 0.041},
    {DateCue::kLatest, "latest", 0.09, 0.04, 465, 0.439},
    {DateCue::kEarliest, "earliest", 0.25, 0.37, 439, 0.403},
    {DateCue::kRepeated, "repeated", 0.28, 0.31, 3702, 0.178},
    {DateCue::kListed, "listed", -1.32, -0.38, 2348, 0.182},
}};
// clang-format on

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    if (kWeights[i].cue != static_cast<DateCue>(i)) return false;
  }
  return true;
}
static_assert(is_in_order(), "one row for each cue, in the order of the cues");

}  // namespace

bool is_run_in(std::string_view text) {
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  return text.size() > kRunInBytes * static_cast<std::size_t>(lines);
}

double log_odds(const CueSet& cues, bool run_in) {
  double sum = run_in ? kBiasRunIn : kBias;
  for (const CueWeight& row : kWeights) {
    if (cues.has(row.cue)) sum += run_in ? row.run_in : row.weight;
  }
  return sum;
}

const char* name_of(DateCue cue) { return kWeights[static_cast<std::size_t>(cue)].name; }

}  // namespace dateline
