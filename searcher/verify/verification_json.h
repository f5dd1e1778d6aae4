// Verification -> JSON; VERIFY.md describes every field.
#pragma once

#include <string>

#include "common/json_writer.h"
#include "searcher/verify/verification.h"

namespace dateline {

std::string to_json(const Verification& verification, JsonLayout layout);

}  // namespace dateline
