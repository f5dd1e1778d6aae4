// Runs the queries of a test collection as searches.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/result.h"
#include "searcher/answer.h"
#include "searcher/evaluation/passage_texts.h"
#include "searcher/evaluation/run.h"
#include "searcher/evaluation/topics.h"
#include "searcher/filter_parser.h"
#include "searcher/request_draft.h"

namespace dateline {

// How a topic becomes a request.
struct TopicReading {
  RequestDraft defaults;      // holds for every topic; its query is ignored
  std::string countries_key;  // metadata that names countries to filter by; "" for no such filter
  std::string now_key;        // metadata that names the day relative dates count from; likewise
  std::string answers_key;    // metadata that lists right answers, looked for in passages
  std::size_t depth = kMaxLimit;  // articles to rank for each topic
};

using SearchFunction = std::function<Result<Answer>(const Request&)>;

// Articles by their best passage. Fails with the first search
// that fails, naming the topic.
Result<Run> run_topics(const std::vector<Topic>& topics, const TopicReading& reading,
                       const FilterContext& context, const SearchFunction& search);

// For each topic that lists answers: at which rank (from 1) the first passage stands that has one
// of them word for word; 0 if none does.
using AnswerRanks = std::map<std::string, std::size_t>;

// As a search with the defaults shows passages.
Result<AnswerRanks> ranks_of_answers(const std::vector<Topic>& topics, const TopicReading& reading,
                                     const FilterContext& context, const SearchFunction& search);

// In the passages of another system.
AnswerRanks ranks_of_answers(const std::vector<Topic>& topics, const std::string& answers_key,
                             const PassageTexts& texts);

// For each topic that lists answers, 1 or 0: is one in the passages that fill the budget of the
// defaults, and in as many of the best passages as fit into it one after the other?
struct BudgetedAnswers {
  std::vector<double> packed;
  std::vector<double> greedy;
};
Result<BudgetedAnswers> answers_in_budget(const std::vector<Topic>& topics,
                                          const TopicReading& reading, const FilterContext& context,
                                          const SearchFunction& search);

}  // namespace dateline
