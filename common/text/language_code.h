// The one form in which Dateline writes languages: ISO 639-1.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// "en" for what sources write: "en", "EN", "en-GB", "en_US", "eng", "English"; names are known in
// English and in the language itself. Older and finer codes go to the usual one: "iw" he, "in" id,
// "ger" de, "nb" no, "cmn" zh. "" for anything else. Thread-safe.
// REQUIRES: name is well-formed UTF-8.
std::string language_code(std::string_view name);

}  // namespace dateline
