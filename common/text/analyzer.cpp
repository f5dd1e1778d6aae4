#include "common/text/analyzer.h"

#include <utility>

#include "common/text/glued_stop.h"

namespace dateline {
namespace {

// Stands for the number of words that are not one token just as they are.
constexpr std::uint32_t kIrregular = WordNumbers::kFree - 1;

// Beyond so many words and terms all are forgotten. Takes some 30 MB at most between two calls.
constexpr std::size_t kRemembered = 400'000;

// Longer words do not come again.
constexpr std::size_t kLongestRemembered = 64;

bool is_edge(char c) { return c == '@' || c == '_'; }

ByteRange trimmed(std::string_view text, ByteRange word) {
  while (!word.empty() && is_edge(text[word.start])) ++word.start;
  while (!word.empty() && is_edge(text[word.end - 1])) --word.end;
  return word;
}

std::vector<ByteRange> parts_of(std::string_view text, const ByteRange& word) {
  std::vector<ByteRange> parts;
  const std::string_view bytes = slice(text, word);
  std::size_t start = 0;
  for (std::size_t dot = bytes.find('.'); dot != std::string_view::npos;
       dot = bytes.find('.', dot + 1)) {
    if (!is_glued_stop(bytes, dot)) continue;
    parts.push_back(trimmed(text, {word.start + start, word.start + dot}));
    start = dot + 1;
  }
  parts.push_back(trimmed(text, {word.start + start, word.end}));
  std::erase_if(parts, [](const ByteRange& part) { return part.empty(); });
  return parts;
}

}  // namespace

Analyzer::Analyzer() = default;

Analyzer::Language& Analyzer::rules_of(std::string_view language) {
  if (const auto known = language_numbers_.find(language)) return *languages_[*known];
  if (language != "und" && !TermChain::has_rules(language)) return rules_of("und");
  language_numbers_.insert(language, static_cast<std::uint32_t>(languages_.size()));
  return *languages_.emplace_back(std::make_unique<Language>(language));
}

void Analyzer::forget_if_many() {
  std::size_t words = terms_.size();
  for (const auto& language : languages_) words += language->words.size();
  if (words < kRemembered) return;
  for (const auto& language : languages_) language->words.clear();
  terms_.clear();
  numbers_.clear();
}

std::uint32_t Analyzer::number_for(std::string term) {
  if (const auto known = numbers_.find(term)) return *known;
  const auto number = static_cast<std::uint32_t>(terms_.size());
  numbers_.insert(term, number);
  terms_.push_back(std::move(term));
  return number;
}

void Analyzer::append_parts(std::string_view text, const ByteRange& word, Language& language,
                            std::vector<NumberedToken>& tokens) {
  for (const ByteRange& part : parts_of(text, word)) {
    std::string term = language.chain.term_of(slice(text, part));
    if (!term.empty()) tokens.push_back({number_for(std::move(term)), part});
  }
}

void Analyzer::append_tokens(std::string_view text, const std::vector<ByteRange>& words,
                             Language& language, std::vector<NumberedToken>& tokens) {
  for (const ByteRange& word : words) {
    const std::string_view bytes = slice(text, word);
    const auto known = language.words.find(bytes);
    if (known && *known != kIrregular) {
      tokens.push_back({*known, word});
      continue;
    }
    const std::size_t before = tokens.size();
    append_parts(text, word, language, tokens);
    if (known || bytes.size() > kLongestRemembered) continue;
    const bool regular = tokens.size() == before + 1 && tokens.back().range == word;
    language.words.insert(bytes, regular ? tokens.back().term : kIrregular);
  }
}

std::vector<NumberedToken> Analyzer::analyze_numbered(std::string_view text,
                                                      std::string_view language) {
  forget_if_many();
  const std::vector<ByteRange> words = breaker_.words(text);
  std::vector<NumberedToken> tokens;
  tokens.reserve(words.size());
  append_tokens(text, words, rules_of(language), tokens);
  return tokens;
}

std::vector<std::vector<std::string>> Analyzer::terms_in(std::string_view text,
                                                         std::span<const std::string> languages) {
  forget_if_many();
  const std::vector<ByteRange> words = breaker_.words(text);
  std::vector<std::vector<std::string>> terms;
  std::vector<NumberedToken> tokens;
  for (std::size_t language = 0; language < languages.size(); ++language) {
    tokens.clear();
    append_tokens(text, words, rules_of(languages[language]), tokens);
    if (tokens.size() > terms.size()) terms.resize(tokens.size());
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      terms[at].resize(languages.size());
      terms[at][language] = terms_[tokens[at].term];
    }
  }
  return terms;
}

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language) {
  const std::vector<NumberedToken> numbered = analyze_numbered(text, language);
  std::vector<Token> tokens;
  tokens.reserve(numbered.size());
  for (const NumberedToken& token : numbered) {
    tokens.push_back({terms_[token.term], token.range});
  }
  return tokens;
}

std::string Analyzer::term_of(std::string_view word, std::string_view language) {
  return rules_of(language).chain.term_of(slice(word, trimmed(word, {0, word.size()})));
}

}  // namespace dateline
