#include "common/text/calendar_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/hash.h"
#include "common/text/calendar_image.h"
#include "common/text/letters.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 96;  // bytes; longer ones are no names

int index_of(std::string_view language) {
  const auto& languages = calendar_image().languages;
  if (language == "tl") language = "fil";
  if (language.empty() || language.size() > 3) return -1;
  std::array<char, 4> code{};
  std::copy(language.begin(), language.end(), code.begin());
  const auto found = std::lower_bound(languages.begin(), languages.end(), code);
  return found == languages.end() || *found != code ? -1
                                                    : static_cast<int>(found - languages.begin());
}

const CalendarEntry* entry_of(std::string_view key) {
  const CalendarImage& image = calendar_image();
  const std::size_t mask = image.slots.size() - 1;
  for (std::size_t slot = hash_bytes(key) & mask; image.slots[slot] != 0;
       slot = (slot + 1) & mask) {
    const CalendarEntry& entry = image.entries[image.slots[slot] - 1U];
    if (image.text.substr(entry.start, entry.size) == key) return &entry;
  }
  return nullptr;
}

// In the language if `names` it there, else in English, else elsewhere.
template <typename Names>
CalendarUse use_of(const CalendarEntry& entry, int language, const Names& names) {
  static const int english = index_of("en");
  const CalendarImage& image = calendar_image();
  const auto uses = image.uses.subspan(entry.uses, (&entry + 1)->uses - entry.uses);
  for (const int wanted : {language, english}) {
    const auto found = std::find_if(uses.begin(), uses.end(), [&](const CalendarUse& use) {
      return use.language == wanted && names(use);
    });
    if (found != uses.end()) return *found;
  }
  return entry.elsewhere;
}

}  // namespace

CalendarNames CalendarNames::of(std::string_view language) {
  return CalendarNames(index_of(language));
}

MonthName CalendarNames::month(std::string_view name) const {
  if (name.empty() || name.size() > kLongestName) return {};
  const CalendarEntry* entry = entry_of(calendar_key(name));
  if (entry == nullptr) return {};
  const CalendarUse use =
      use_of(*entry, language_, [](const CalendarUse& one) { return one.month != 0; });
  const bool own = use.language != CalendarUse::kElsewhere;
  return {use.month, use.weak && !(own && starts_with_capital(name))};
}

int CalendarNames::own_month(std::string_view name) const {
  if (name.empty() || name.size() > kLongestName) return 0;
  const CalendarEntry* entry = entry_of(calendar_key(name));
  if (entry == nullptr) return 0;
  const CalendarUse use =
      use_of(*entry, language_, [](const CalendarUse& one) { return one.month != 0; });
  return static_cast<int>(use.language) == language_ ? use.month : 0;
}

int CalendarNames::weekday(std::string_view name) const {
  if (name.empty() || name.size() > kLongestName) return 0;
  const CalendarEntry* entry = entry_of(calendar_key(name));
  if (entry == nullptr) return 0;
  return use_of(*entry, language_, [](const CalendarUse& one) { return one.weekday != 0; }).weekday;
}

}  // namespace dateline
