// Verification -> what a person reads in a terminal.
#pragma once

#include <string>

#include "searcher/text_style.h"
#include "searcher/verify/verification.h"

namespace dateline {

std::string to_text(const Verification& verification, const TextStyle& style);

}  // namespace dateline
