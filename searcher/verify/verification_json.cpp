#include "searcher/verify/verification_json.h"

#include "searcher/answer_json.h"
#include "searcher/article_json.h"

namespace dateline {
namespace {

void write_difference(JsonWriter& writer, const QuoteMatch& match, const std::string& quote,
                      const QuoteDifference& difference) {
  const ByteRange there{difference.in_article.start - match.range.start,
                        difference.in_article.end - match.range.start};
  writer.begin_object();
  writer.key("quote").string(slice(quote, difference.in_quote));
  writer.key("quote_start").number(difference.in_quote.start);
  writer.key("quote_end").number(difference.in_quote.end);
  writer.key("article").string(slice(match.text, there));
  writer.key("article_start").number(difference.in_article.start);
  writer.key("article_end").number(difference.in_article.end);
  writer.end_object();
}

void write_match(JsonWriter& writer, const QuoteMatch& match, const std::string& quote) {
  writer.begin_object();
  writer.key("likeness").string(name_of(match.likeness));
  writer.key("in").string(match.in_title ? "title" : "text");
  writer.key("start").number(match.range.start);
  writer.key("end").number(match.range.end);
  writer.key("text").string(match.text);
  writer.key("differences").begin_array();
  for (const QuoteDifference& difference : match.differences) {
    write_difference(writer, match, quote, difference);
  }
  writer.end_array();
  write_json(writer.key("article"), match.article);
  writer.end_object();
}

}  // namespace

std::string to_json(const Verification& verification, JsonLayout layout) {
  JsonWriter writer(layout);
  writer.begin_object();
  writer.key("quote").string(verification.quote);
  writer.key("verdict").string(verdict_of(verification));
  writer.key("articles").begin_object();
  writer.key("exact").number(verification.exact);
  writer.key("folded").number(verification.folded);
  writer.key("different").number(verification.different);
  writer.key("all_counted").boolean(verification.total_is_exact);
  writer.end_object();
  write_json(writer.key("filters"), verification.filters);
  writer.key("took_ms").number(rounded_milliseconds(verification.took_ms));
  writer.key("matches").begin_array();
  for (const QuoteMatch& match : verification.matches) {
    write_match(writer, match, verification.quote);
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

}  // namespace dateline
