#include "searcher/interpret/time_forms.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text/fold.h"
#include "common/tsv.h"
#include "searcher/interpret/query_words.h"
#include "searcher/interpret/time_table.h"

namespace dateline {
namespace {

constexpr std::array<std::pair<std::string_view, TimeSlot>, 5> kSlotMarks = {
    {{"n", TimeSlot::kNumber},
     {"unit", TimeSlot::kUnit},
     {"date", TimeSlot::kDate},
     {"month", TimeSlot::kMonth},
     {"tens", TimeSlot::kTens}}};

TimeSlot slot_of(std::string_view mark) {
  const auto* const known =
      std::find_if(kSlotMarks.begin(), kSlotMarks.end(),
                   [mark](const auto& candidate) { return candidate.first == mark; });
  return known->second;
}

}  // namespace

class TimeFormsBuilder {
 public:
  TimeForms build() {
    for (const TimePattern& pattern : kTimePatterns) add_forms(pattern);
    for (const auto& [unit, words] : kTimeUnits) {
      for_each(words, [unit = unit](TimeWord& word) { word.unit = unit; });
    }
    for (std::size_t at = 0; at < kTimeNumbers.size(); ++at) {
      for_each(kTimeNumbers[at], [at](TimeWord& word) { word.number = static_cast<int>(at) + 1; });
    }
    for (std::size_t at = 0; at < kMonthCases.size(); ++at) {
      for_each(kMonthCases[at], [at](TimeWord& word) { word.month = static_cast<int>(at) + 1; });
    }
    for (const auto& [words, meaning] : kWholeUnits) {
      for_each(words, [meaning = meaning](TimeWord& word) {
        word.whole_unit = meaning.back();
        word.whole_is_last = meaning.starts_with("last");
      });
    }
    for_each(kDateLinks, [](TimeWord& word) { word.links = true; });
    for_each(kYearWords, [](TimeWord& word) { word.follows_year = true; });
    return std::move(forms_);
  }

 private:
  // Calls set(word) for each of the words, between which are bars.
  template <typename Set>
  void for_each(std::string_view words, Set set) {
    for (const std::string_view word : split(words, '|')) {
      set(forms_.words_[number_of(fold_letters(word))]);
    }
  }

  std::uint32_t number_of(const std::string& folded) {
    if (const auto known = forms_.numbers_.find(folded)) return *known;
    const auto number = static_cast<std::uint32_t>(forms_.words_.size());
    forms_.numbers_.insert(folded, number);
    forms_.words_.emplace_back();
    return number;
  }

  void add_forms(const TimePattern& pattern) {
    for (const std::string_view text : split(pattern.forms, '|')) {
      const auto index = static_cast<std::uint32_t>(forms_.forms_.size());
      const std::vector<TimeStep>& steps =
          forms_.forms_.emplace_back(TimeForm{pattern.language, pattern.meaning, steps_of(text)})
              .steps;
      for (std::size_t at = 1; at < steps.size(); ++at) {
        if (steps[at - 1].slot == TimeSlot::kTens && steps[at].slot == TimeSlot::kWord) {
          forms_.words_[steps[at].word].ends_number = true;
        }
      }
      auto& beginning = steps.front().slot == TimeSlot::kWord
                            ? forms_.words_[steps.front().word].begins
                            : forms_.beginning_with_slot_;
      beginning.push_back(index);
    }
  }

  // "in the <tens> s" -> steps. The marks of slots are cut out before words are broken.
  std::vector<TimeStep> steps_of(std::string_view text) {
    std::vector<TimeStep> steps;
    while (!text.empty()) {
      const std::size_t open = std::min(text.find('<'), text.size());
      for (const TypedWord& word : words_typed(text.substr(0, open), breaker_)) {
        steps.push_back({TimeSlot::kWord, number_of(word.folded)});
      }
      text.remove_prefix(open);
      const std::size_t close = text.find('>');
      if (close == std::string_view::npos) break;
      steps.push_back({slot_of(text.substr(1, close - 1)), 0});
      text.remove_prefix(close + 1);
    }
    return steps;
  }

  WordBreaker breaker_;
  TimeForms forms_;
};

const TimeForms& TimeForms::known() {
  static const TimeForms forms = TimeFormsBuilder().build();
  return forms;
}

}  // namespace dateline
