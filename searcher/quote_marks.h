// The characters that put a phrase in quotes, in the scripts people type: "…" “…” „…“ «…» »…«
// 「…」. Single quotes are not among them: they are apostrophes far more often.
#pragma once

namespace dateline {

bool is_quote_mark(char32_t c);

// True for marks that open a phrase even directly after a letter, as Chinese and Japanese write.
// The others do so at the start of a token only: elsewhere they close, or stand for inches.
bool opens_anywhere(char32_t c);

// Whether `mark` ends a phrase that `opener` began.
bool closes(char32_t opener, char32_t mark);

}  // namespace dateline
