// What can be said about a date found in a text that bears on whether it is the day of publication.
//
// A cue is a question about the date's wording, its setting, its place or its relation to the other
// dates of the page. Cues decide nothing by themselves; date_weights.h says what each is worth.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>

namespace dateline {

enum class DateCue : std::uint8_t {
  // Wording
  kPublishedLabel,  // "Published:" before it, "veröffentlicht" after it
  kDateLabel,       // "date", "Datum"
  kUpdatedLabel,    // "Last updated"
  kProseLabel,      // any of these within a sentence: "posted on Monday that"
  kOtherLabel,      // "©", "Expires", "since"
  kTimed,           // with its time of day
  kWeekday,         // with a weekday that fits, untimed
  kWrongWeekday,    // the weekday beside it is another day's
  kDigits,          // no name of a month: 18.05.2021
  kOrderAssumed,    // which number is the day was taken from the language or the like
  kShortYear,       // 18.05.21
  kOld,             // before there was a web
  kAddress,         // in the path of an address: example.org/2019/04/28/
  kRange,           // one end of "3 May 2021 - 5 May 2021"
  // Setting
  kDateLine,    // the line holds dates and hardly anything else
  kAlone,       // the line is the date
  kOpensLine,   // first on its line
  kClosesLine,  // last on its line
  kByline,      // "by", "von" close to it
  kSeparated,   // a mark such as | or • beside it
  kBracketed,   // (18 May 2021)
  kAfterJoint,  // after "on", "since", "of", "vom"
  kAfterWord,   // after another word in small letters
  kBeforeWord,  // before a word in small letters
  kInProse,     // within a line of prose
  // Place
  kHeader,         // above the headline
  kHead,           // about the headline and the byline, above the prose
  kFirst,          // the first day written in the text
  kFirstLine,      // on the first date line
  kEarly,          // within the first kilobyte
  kDeep,           // far down
  kTail,           // at the very end
  kTextAfter,      // hundreds of bytes of prose without other days follow it
  kFirstWithText,  // the first of which that is true
  kFirstOfAll,     // that, and the first day written in the text
  kDateAfter,      // another day follows closely
  kTextBefore,     // hundreds of bytes of prose without other days stand before it
  kDateBefore,     // another day stands closely before it
  // Relation to the other days of the page
  kHeaderDay,       // the first, untimed, and one above an article's text is earlier
  kBelowHeaderDay,  // that one
  kEarlierOfTwo,    // right beside a later day: "Posted on 15 April 2016, 4 March 2017"
  kLaterOfTwo,      // right beside an earlier day
  kOnlyDay,         // no other day is written in the text
  kOnlyInProse,     // no other, and within a line of prose
  kFewDays,         // two or three are written
  kManyDays,        // more than ten are
  kLatest,          // the last of several, in time
  kEarliest,        // the first of several, in time
  kRepeated,        // written twice or more
  kListed,          // one of many date lines
  kCount,
};

constexpr std::size_t kCueCount = static_cast<std::size_t>(DateCue::kCount);

class CueSet {
 public:
  void add(DateCue cue, bool holds = true) {
    if (holds) bits_.set(static_cast<std::size_t>(cue));
  }
  bool has(DateCue cue) const { return bits_.test(static_cast<std::size_t>(cue)); }
  bool operator==(const CueSet&) const = default;

 private:
  std::bitset<kCueCount> bits_;
};

}  // namespace dateline
