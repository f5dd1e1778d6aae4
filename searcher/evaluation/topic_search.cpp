#include "searcher/evaluation/topic_search.h"

#include <algorithm>
#include <span>

#include "common/text/analyzer.h"
#include "searcher/packing.h"

namespace dateline {
namespace {

Result<Request> request_of(const Topic& topic, const TopicReading& reading, FilterContext context) {
  RequestDraft draft = reading.defaults;
  draft.request.query = topic.text;
  draft.request.facets = false;
  if (!reading.countries_key.empty()) {
    const auto countries = topic.metadata.find(reading.countries_key);
    if (countries != topic.metadata.end()) draft.filters.countries = countries->second;
  }
  if (!reading.now_key.empty()) {
    const auto now = parse_iso_date(topic.first(reading.now_key));
    if (!now || now->precision() != DatePrecision::kDay) {
      return Error{ErrorKind::kInput, "its metadata have no day under '" + reading.now_key + "'"};
    }
    context.today = *now;
  }
  return resolve(draft, context);
}

enum class Shown : std::uint8_t { kArticles, kPassages };

Result<Answer> answer_to(const Topic& topic, const TopicReading& reading,
                         const FilterContext& context, const SearchFunction& search, Shown shown) {
  const std::string where = "query " + topic.id;
  auto request = request_of(topic, reading, context);
  if (!request) return within(where, request.error());
  if (shown == Shown::kArticles) {
    request->fold = Fold::kNone;  // each copy is judged
    request->per_article = 1;
    request->limit = reading.depth;
    request->max_chars = request->max_tokens = 0;
  }
  auto answer = search(*request);
  if (!answer) return within(where, answer.error());
  return answer;
}

// Finds answers as words: case, accents and punctuation aside, nothing stemmed.
class AnswerFinder {
 public:
  bool has_any(const std::string& text, const std::vector<std::string>& answers) {
    const auto words = words_of(text);
    return std::any_of(answers.begin(), answers.end(), [&](const std::string& answer) {
      const auto wanted = words_of(answer);
      return !wanted.empty() &&
             std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
    });
  }

  // The rank of the first text that has one, from 1; 0 if none does.
  std::size_t first_with_any(const std::vector<std::string>& texts,
                             const std::vector<std::string>& answers) {
    for (std::size_t at = 0; at < texts.size(); ++at) {
      if (has_any(texts[at], answers)) return at + 1;
    }
    return 0;
  }

 private:
  std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (Token& token : analyzer_.analyze(text, "")) words.push_back(std::move(token.term));
    return words;
  }

  Analyzer analyzer_;
};

TopicReading without_budget(TopicReading reading) {
  Request& request = reading.defaults.request;
  if (!reading.defaults.has_limit) request.limit = kPackedLimit;
  request.max_chars = request.max_tokens = 0;
  return reading;
}

// The best passages up to the first that does not fit into the budget.
std::span<const Passage> first_that_fit(std::span<const Passage> passages, const Request& budget) {
  Packer packer(budget);
  std::size_t count = 0;
  for (const Passage& passage : passages) {
    if (!packer.fits(passage)) break;
    packer.take(passage, {});
    ++count;
  }
  return passages.first(count);
}

}  // namespace

Result<Run> run_topics(const std::vector<Topic>& topics, const TopicReading& reading,
                       const FilterContext& context, const SearchFunction& search) {
  Run run;
  for (const Topic& topic : topics) {
    const auto answer = answer_to(topic, reading, context, search, Shown::kArticles);
    if (!answer) return answer.error();
    Ranking& ranking = run[topic.id];
    for (const Passage& passage : answer->passages) {
      ranking.push_back({passage.article.id, passage.score});
    }
    sort_as_judged(ranking);
  }
  return run;
}

Result<AnswerRanks> ranks_of_answers(const std::vector<Topic>& topics, const TopicReading& reading,
                                     const FilterContext& context, const SearchFunction& search) {
  AnswerRanks ranks;
  AnswerFinder finder;
  for (const Topic& topic : topics) {
    const auto answers = topic.metadata.find(reading.answers_key);
    if (answers == topic.metadata.end() || answers->second.empty()) continue;
    const auto found = answer_to(topic, reading, context, search, Shown::kPassages);
    if (!found) return found.error();
    std::vector<std::string> texts;
    for (const Passage& passage : found->passages) texts.push_back(passage.text);
    ranks[topic.id] = finder.first_with_any(texts, answers->second);
  }
  return ranks;
}

AnswerRanks ranks_of_answers(const std::vector<Topic>& topics, const std::string& answers_key,
                             const PassageTexts& texts) {
  AnswerRanks ranks;
  AnswerFinder finder;
  for (const Topic& topic : topics) {
    const auto answers = topic.metadata.find(answers_key);
    if (answers == topic.metadata.end() || answers->second.empty()) continue;
    const auto found = texts.find(topic.id);
    ranks[topic.id] =
        found == texts.end() ? 0 : finder.first_with_any(found->second, answers->second);
  }
  return ranks;
}

Result<BudgetedAnswers> answers_in_budget(const std::vector<Topic>& topics,
                                          const TopicReading& reading, const FilterContext& context,
                                          const SearchFunction& search) {
  BudgetedAnswers found;
  AnswerFinder finder;
  for (const Topic& topic : topics) {
    const auto answers = topic.metadata.find(reading.answers_key);
    if (answers == topic.metadata.end() || answers->second.empty()) continue;
    const auto has_one = [&](const Passage& passage) {
      return finder.has_any(passage.text, answers->second);
    };
    const auto packed = answer_to(topic, reading, context, search, Shown::kPassages);
    if (!packed) return packed.error();
    const auto all = answer_to(topic, without_budget(reading), context, search, Shown::kPassages);
    if (!all) return all.error();
    const auto first = first_that_fit(all->passages, reading.defaults.request);
    const auto any = [&has_one](std::span<const Passage> passages) {
      return std::any_of(passages.begin(), passages.end(), has_one) ? 1.0 : 0.0;
    };
    found.packed.push_back(any(packed->passages));
    found.greedy.push_back(any(first));
  }
  return found;
}

}  // namespace dateline
