// Answer -> Markdown for the prompt of a language model: what the articles say, as quotations, and
// under each a numbered citation.
#pragma once

#include <string>

#include "searcher/answer.h"

namespace dateline {

// "> The vaccine arrived in Baku.\n\n[1] A delivery from Havana. news.example, 2021-05.
// https://news.example/7 (sample-7 120:148)\n". Every line of the passage begins with "> ", so that
// no article can write a citation of its own; without those marks it is the stored text, unchanged.
// The sentences around the passage, where asked for, are quoted and cited with it.
std::string to_markdown(const Passage& passage);

// The passages, with an empty line between; "" if there are none.
std::string to_markdown(const Answer& answer);

}  // namespace dateline
