// What was typed behind a command, before it is checked: plain data that declared options fill and
// check_options() reads.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/evaluation/evaluate.h"
#include "searcher/request_draft.h"
#include "searcher/serve/service.h"

namespace dateline {

struct TypedOptions {
  std::string index;
  std::vector<std::string> words;  // of a query or a quote
  std::string article_id;
  std::string shell;

  RequestDraft request;      // but its query
  bool has_timeout = false;  // whether the request's was chosen
  std::string now;
  std::filesystem::path synonyms;

  std::string format = "text";
  std::string color = "auto";

  std::size_t batch_threads = 0;
  std::string batch_output;
  bool batch_resume = false;

  EvaluationOrder evaluation;  // but its requests' defaults

  ServeOrder serving;  // but what the others here tell of it
  std::string listen = "127.0.0.1:7700";
  std::string keys;

  std::optional<Error> error;  // the first wrong value that was noticed while it was read
};

}  // namespace dateline
