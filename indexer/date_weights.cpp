// The weights are those that make the known dates of 516 pages most likely (McFadden's conditional
// logit; tests/eval/date_fit.h has the formula), fitted jointly because cues overlap: measured one
// by one, "first", "early" and "head" would count the same thing three times. `right` is the share
// of the `seen` dates with the cue that were the day of publication, each counted by itself, to
// read the weights against.
//
//   build/release/tests/eval/evaluate fit-dates HTML REALTIMEQA
//
// fits them again on the half of both collections whose URL has an even hash, and prints this
// table. The pages count twice: with a line for each block and, with half the weight, without any
// line ends. The news of REALTIMEQA (every 20th article) teach that a date within the prose of a
// clean text is an event.
#include "indexer/date_weights.h"

#include <array>

namespace dateline {
namespace {

struct CueWeight {
  DateCue cue;
  const char* name;
  double weight;
  int seen;
  double right;
};

constexpr double kBias = 0.39;

// clang-format off
constexpr std::array<CueWeight, kCueCount> kWeights{{
    {DateCue::kPublishedLabel, "published-label", 2.30, 110, 0.718},
    {DateCue::kDateLabel, "date-label", 0.42, 76, 0.158},
    {DateCue::kUpdatedLabel, "updated-label", 0.32, 73, 0.781},
    {DateCue::kProseLabel, "prose-label", 2.36, 23, 0.217},
    {DateCue::kOtherLabel, "other-label", 0.11, 5, 0.600},
    {DateCue::kTimed, "timed", 0.23, 956, 0.399},
    {DateCue::kWeekday, "weekday", -0.77, 73, 0.411},
    {DateCue::kWrongWeekday, "wrong-weekday", -0.07, 2, 0.000},
    {DateCue::kDigits, "digits", 0.57, 1484, 0.277},
    {DateCue::kOrderAssumed, "order-assumed", -2.39, 73, 0.123},
    {DateCue::kShortYear, "short-year", -0.90, 529, 0.268},
    {DateCue::kOld, "old", -2.16, 43, 0.000},
    {DateCue::kAddress, "address", -1.63, 111, 0.027},
    {DateCue::kRange, "range", -2.04, 20, 0.000},
    {DateCue::kDateLine, "date-line", 0.36, 2948, 0.288},
    {DateCue::kAlone, "alone", 0.25, 1156, 0.294},
    {DateCue::kOpensLine, "opens-line", 0.52, 1507, 0.143},
    {DateCue::kClosesLine, "closes-line", -0.17, 1549, 0.179},
    {DateCue::kByline, "byline", 1.42, 597, 0.327},
    {DateCue::kSeparated, "separated", 0.73, 473, 0.273},
    {DateCue::kBracketed, "bracketed", -0.42, 80, 0.062},
    {DateCue::kAfterJoint, "after-joint", -1.80, 522, 0.236},
    {DateCue::kAfterWord, "after-word", -0.51, 218, 0.083},
    {DateCue::kBeforeWord, "before-word", 0.06, 173, 0.127},
    {DateCue::kInProse, "in-prose", -1.88, 483, 0.093},
    {DateCue::kHeader, "header", -0.27, 65, 0.523},
    {DateCue::kHead, "head", 0.52, 459, 0.763},
    {DateCue::kFirst, "first", 0.59, 494, 0.800},
    {DateCue::kFirstLine, "first-line", 0.84, 506, 0.826},
    {DateCue::kEarly, "early", 0.95, 416, 0.683},
    {DateCue::kDeep, "deep", -1.67, 2509, 0.045},
    {DateCue::kTail, "tail", 0.71, 88, 0.102},
    {DateCue::kTextAfter, "text-after", 0.70, 1084, 0.537},
    {DateCue::kFirstWithText, "first-with-text", 1.82, 454, 0.826},
    {DateCue::kFirstOfAll, "first-of-all", -1.05, 350, 0.917},
    {DateCue::kDateAfter, "date-after", -0.47, 2749, 0.041},
    {DateCue::kTextBefore, "text-before", -0.00, 830, 0.345},
    {DateCue::kDateBefore, "date-before", -2.67, 2725, 0.032},
    {DateCue::kHeaderDay, "header-day", 0.04, 28, 0.107},
    {DateCue::kBelowHeaderDay, "below-header-day", 0.45, 28, 0.821},
    {DateCue::kEarlierOfTwo, "earlier-of-two", 0.56, 722, 0.011},
    {DateCue::kLaterOfTwo, "later-of-two", -0.85, 962, 0.018},
    {DateCue::kOnlyDay, "only-day", -1.44, 341, 0.909},
    {DateCue::kOnlyInProse, "only-in-prose", 0.14, 14, 0.643},
    {DateCue::kFewDays, "few-days", -0.26, 512, 0.453},
    {DateCue::kManyDays, "many-days", 0.22, 2905, 0.041},
    {DateCue::kLatest, "latest", 0.07, 465, 0.439},
    {DateCue::kEarliest, "earliest", 0.22, 439, 0.403},
    {DateCue::kRepeated, "repeated", 0.26, 3702, 0.178},
    {DateCue::kListed, "listed", -1.33, 2348, 0.182},
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

double log_odds(const CueSet& cues) {
  double sum = kBias;
  for (const CueWeight& row : kWeights) {
    if (cues.has(row.cue)) sum += row.weight;
  }
  return sum;
}

const char* name_of(DateCue cue) { return kWeights[static_cast<std::size_t>(cue)].name; }

}  // namespace dateline
