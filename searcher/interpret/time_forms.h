// The tables of time_table.h in the form in which words are matched with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/word_numbers.h"
#include "searcher/interpret/time_meaning.h"

namespace dateline {

enum class TimeSlot : std::uint8_t { kWord, kNumber, kUnit, kDate, kMonth, kTens };

struct TimeStep {
  TimeSlot slot = TimeSlot::kWord;
  std::uint32_t word = 0;  // of kWord: its number
};

struct TimeForm {
  std::string_view language;  // ISO 639-1
  TimeMeaning meaning;
  std::vector<TimeStep> steps;  // at least one
};

// All that a word can be in an expression of time; most can be one thing.
struct TimeWord {
  char unit = 0;                      // 'd', 'w', 'm' or 'y'; 0: none
  int number = 0;                     // one to ten; 0: none
  int month = 0;                      // in a case that no calendar lists; 0: none
  char whole_unit = 0;                // as `unit`: this one, or the last
  bool whole_is_last = false;         // of whole_unit
  bool links = false;                 // may stand between the parts of a date
  bool follows_year = false;          // may stand after a date
  bool ends_number = false;           // may be glued to a number, as in "1990s"
  std::vector<std::uint32_t> begins;  // forms that begin with it, as indexes
};

class TimeForms {
 public:
  // Built when first asked for, in some milliseconds. Safe to use from any thread.
  static const TimeForms& known();

  // 0 for a word that is in no table. `folded` is as fold_letters() gives it.
  std::uint32_t number_of(std::string_view folded) const {
    return numbers_.find(folded).value_or(0);
  }
  const TimeWord& word(std::uint32_t number) const { return words_[number]; }
  const TimeForm& form(std::uint32_t index) const { return forms_[index]; }
  const std::vector<std::uint32_t>& beginning_with_slot() const { return beginning_with_slot_; }

 private:
  friend class TimeFormsBuilder;

  WordNumbers numbers_;
  std::vector<TimeWord> words_{1};  // by number; the first stands for unknown ones
  std::vector<TimeForm> forms_;
  std::vector<std::uint32_t> beginning_with_slot_;
};

}  // namespace dateline
