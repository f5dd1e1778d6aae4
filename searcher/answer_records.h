// Answer -> the records that libraries for retrieval build their objects from. Each passage is a
// line of JSON, but for the pair of search and fetch. tests/formats holds them to the libraries.
#pragma once

#include <string>

#include "common/article.h"
#include "searcher/answer.h"

namespace dateline {

// Document(**record) of langchain_core.documents.
std::string to_langchain(const Answer& answer);

// NodeWithScore(node=TextNode.from_dict(record["node"]), score=record["score"]) of
// llama_index.core.schema.
std::string to_llamaindex(const Answer& answer);

// Document.from_dict(record) of haystack.
std::string to_haystack(const Answer& answer);

// What OpenAI's connectors expect of the tools search and fetch: {"results": [{"id", "title",
// "url", ...}]}, and {"id", "title", "text", "url", "metadata"} of an article. An object each.
std::string to_openai(const Answer& answer);
std::string to_openai(const Article& article);

}  // namespace dateline
