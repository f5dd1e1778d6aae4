// A small answer in which every field has a value: the example of ANSWER.md.
#pragma once

#include "searcher/answer.h"

namespace dateline {

Answer sample_answer();

}  // namespace dateline
