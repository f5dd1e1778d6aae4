// Conditions against a slow answer: every article is looked through, word by word, from the tree
// that the parser gives.
#include "searcher/condition_matcher.h"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "indexer/delete_articles.h"
#include "searcher/query_parser.h"
#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

// Words without stems, so that the slow answer need not know stemming.
const std::vector<std::string> kWords = {"baku", "bakuriani", "cuba",  "kiev", "lima",
                                         "oslo", "rio",       "seoul", "suva", "tokyo"};
const std::vector<std::string> kCountries = {"AZ", "CU", "NO"};

const std::string& any(std::mt19937& random) { return kWords[random() % kWords.size()]; }

// Sentences and paragraphs of such words.
std::string random_body(std::mt19937& random) {
  std::string text = "Baku";
  for (auto more = random() % 30; more > 0; --more) {
    const auto what = random() % 12;
    text += what == 0 ? ". Seoul" : what == 1 ? ".\n\nTokyo" : " " + any(random);
  }
  return text + ".";
}

std::vector<TestArticle> random_articles(std::mt19937& random, std::size_t count) {
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < count; ++at) {
    TestArticle article;
    article.id = "a" + std::to_string(at);
    if (random() % 4 != 0) article.title = any(random) + " " + any(random) + " " + any(random);
    article.text = random_body(random);
    article.date = std::to_string(2020 + random() % 3) + "-05-01";
    article.countries = {kCountries[random() % kCountries.size()]};  // none would be looked for
    article.source = random() % 2 == 0 ? "one" : "two words";
    articles.push_back(article);
  }
  return articles;
}

// The words of a text with the numbers of their sentences and paragraphs.
struct SlowWord {
  std::string word;
  int sentence = 0;
  int paragraph = 0;
};

std::vector<SlowWord> slow_words(const std::string& text) {
  std::vector<SlowWord> words;
  SlowWord word;
  for (const char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word.word += static_cast<char>(c | 0x20);
      continue;
    }
    if (!word.word.empty()) words.push_back(word);
    word.word.clear();
    word.sentence += c == '.' ? 1 : 0;
    word.paragraph += c == '\n' ? 1 : 0;
  }
  if (!word.word.empty()) words.push_back(word);
  return words;
}

using Spans = std::set<std::pair<int, int>>;

// As typed, brackets and all, to the word in it.
std::string letters_of(const std::string& typed) {
  std::string letters;
  std::copy_if(typed.begin(), typed.end(), std::back_inserter(letters),
               [](unsigned char c) { return std::isalpha(c) != 0; });
  return letters;
}

bool is_form(const QueryNode& node, const std::string& word) {
  const std::string typed = letters_of(node.words.front());
  if (node.form == WordForm::kPrefix) return word.starts_with(typed);
  return word == typed;
}

Spans slow_spans(const QueryNode& node, const std::vector<SlowWord>& words) {
  Spans spans;
  const int count = static_cast<int>(words.size());
  if (node.kind == QueryNode::Kind::kWord) {
    for (int at = 0; at < count; ++at) {
      if (is_form(node, words[at].word)) spans.insert({at, at});
    }
  } else if (node.kind == QueryNode::Kind::kPhrase) {
    const int length = static_cast<int>(node.words.size());
    for (int first = 0; first < count; ++first) {
      if (words[first].word != node.words.front()) continue;
      // The places of the other words, in every way there is.
      std::set<int> ends{first};
      for (int at = 1; at < length; ++at) {
        std::set<int> next;
        for (const int end : ends) {
          for (int place = end + 1; place < count; ++place) {
            if (words[place].word == node.words[at]) next.insert(place);
          }
        }
        ends = next;
      }
      for (const int end : ends) {
        if (end - first + 1 <= length + static_cast<int>(node.distance)) {
          spans.insert({first, end});
          break;
        }
      }
    }
  } else {
    for (const QueryNode& child : node.children) {
      const Spans more = slow_spans(child, words);
      spans.insert(more.begin(), more.end());
    }
  }
  return spans;
}

bool slow_near(const QueryNode& node, const std::vector<SlowWord>& words) {
  Spans found = slow_spans(node.children.front(), words);
  for (std::size_t at = 1; at < node.children.size(); ++at) {
    Spans kept;
    for (const auto& [first, last] : slow_spans(node.children[at], words)) {
      for (const auto& [other_first, other_last] : found) {
        const int gap = std::max(first - other_last, other_first - last);
        const bool same_unit = node.unit == NearUnit::kSentence
                                   ? words[first].sentence == words[other_first].sentence
                                   : words[first].paragraph == words[other_first].paragraph;
        const bool near =
            node.unit == NearUnit::kWords ? gap <= static_cast<int>(node.distance) : same_unit;
        if (gap >= 1 && near) kept.insert({first, last});
      }
    }
    found = kept;
  }
  return !found.empty();
}

bool any_in_title(const QueryNode& node) {
  return node.in_title || std::any_of(node.children.begin(), node.children.end(), any_in_title);
}

bool slow_meets(const TestArticle& article, const QueryNode& node);

bool slow_filter(const TestArticle& article, const Filters& filters) {
  if (filters.from) return article.date.starts_with(to_iso(*filters.from));
  if (!filters.sources.empty()) return article.source == filters.sources.front();
  return std::any_of(filters.countries.begin(), filters.countries.end(), [&](CountryCode country) {
    return article.countries == std::vector<std::string>{country.str()};
  });
}

bool slow_row(const TestArticle& article, const QueryNode& row) {
  bool may = false, any = false, must = false;
  for (const QueryNode& part : row.children) {
    const bool meets = slow_meets(article, part);
    if (part.demand == Demand::kMustNot && meets) return false;
    if (part.demand == Demand::kMust) {
      if (!meets) return false;
      must = must || part.kind != QueryNode::Kind::kFilter;
    }
    if (part.demand == Demand::kMay) {
      may = true;
      any = any || meets;
    }
  }
  return must || !may || any;
}

bool slow_meets(const TestArticle& article, const QueryNode& node) {
  const auto meets = [&](const QueryNode& child) { return slow_meets(article, child); };
  switch (node.kind) {
    case QueryNode::Kind::kAnd:
      return std::all_of(node.children.begin(), node.children.end(), meets);
    case QueryNode::Kind::kOr:
      return std::any_of(node.children.begin(), node.children.end(), meets);
    case QueryNode::Kind::kRow:
      return slow_row(article, node);
    case QueryNode::Kind::kFilter:
      return slow_filter(article, node.filters);
    default:
      break;
  }
  const auto stands = [&node](const std::string& text) {
    const auto words = slow_words(text);
    return node.kind == QueryNode::Kind::kNear ? slow_near(node, words)
                                               : !slow_spans(node, words).empty();
  };
  return stands(article.title) || (!any_in_title(node) && stands(article.text));
}

// The plain parts of a query as the row they are.
bool slow_matches(const TestArticle& article, const Query& query) {
  QueryNode row;
  const auto add = [&row](const std::vector<QueryPart>& parts, Demand demand) {
    for (const QueryPart& part : parts) {
      QueryNode node;
      node.kind = demand == Demand::kMay ? QueryNode::Kind::kWord : QueryNode::Kind::kPhrase;
      node.demand = demand;
      node.words = part.words;
      row.children.push_back(node);
    }
  };
  add(query.words, Demand::kMay);
  add(query.phrases, Demand::kMust);
  add(query.excluded, Demand::kMustNot);
  return slow_meets(article, row) && (!query.condition || slow_meets(article, *query.condition));
}

std::string random_leaf(std::mt19937& random) {
  switch (random() % 14) {
    case 0:
      return "\"" + any(random) + " " + any(random) + "\"";
    case 1:
      return "\"" + any(random) + " " + any(random) + "\"~" + std::to_string(random() % 4);
    case 2:
      return "title:" + any(random);
    case 3:
      return "title:\"" + any(random) + " " + any(random) + "\"";
    case 4:
      return "country:" + kCountries[random() % kCountries.size()];
    case 5:
      return "date:" + std::to_string(2020 + random() % 3);
    case 6:
      return random() % 2 == 0 ? "source:one" : "source:\"two words\"";
    case 7:
      return any(random).substr(0, 2 + random() % 2) + "*";
    case 8:
      return any(random) + "^" + std::to_string(1 + random() % 3);
    case 9:
    case 10: {
      const std::vector<std::string> units = {"1", "3", "s", "p"};
      const std::string near = " NEAR/" + units[random() % units.size()] + " ";
      std::string text = any(random) + near +
                         (random() % 2 == 0 ? any(random)
                                            : "(" + any(random) + " OR \"" + any(random) + " " +
                                                  any(random) + "\")");
      return random() % 3 == 0 ? text + near + any(random) : text;
    }
    default:
      return any(random);
  }
}

std::string random_query(std::mt19937& random, int depth) {
  std::string text;
  for (auto more = 1 + random() % 3; more > 0; --more) {
    const auto sign = random() % 8;
    if (!text.empty()) text += random() % 3 == 0 ? " AND " : random() % 3 == 0 ? " OR " : " ";
    const bool group = depth > 0 && random() % 3 == 0;
    const std::string part =
        group ? "(" + random_query(random, depth - 1) + ")" : random_leaf(random);
    if (sign < 3 && part.find("NEAR") == std::string::npos)
      text += sign == 0 ? "+" : sign == 1 ? "-" : "NOT ";
    text += part;
  }
  return text;
}

}  // namespace

TEST_CASE("Conditions hold where looking through every article says so",
          "[searcher][condition_matcher]") {
  std::mt19937 random(31);
  std::size_t found_in_all = 0;
  std::size_t conditions = 0;
  for (int round = 0; round < 6; ++round) {
    auto articles = random_articles(random, 60);
    const std::vector<std::vector<TestArticle>> segments = {
        {articles.begin(), articles.begin() + 40}, {articles.begin() + 40, articles.end()}};
    const TestIndex index(segments);
    REQUIRE(delete_articles(index.path(), {"a7", "a50"}));
    std::erase_if(articles, [](const auto& one) { return one.id == "a7" || one.id == "a50"; });
    auto searcher = Searcher::open(index.path());
    REQUIRE(searcher);
    for (int asked = 0; asked < 300; ++asked) {
      Request request;
      request.query = random_query(random, 3);
      request.limit = kMaxLimit;
      request.per_article = 1;
      request.fold = Fold::kNone;
      request.count = request.facets = random() % 2 == 0;
      request.expand = random() % 2 == 0 ? Expand::kOff : Expand::kOn;
      const auto query = parse_query(request.query);
      REQUIRE(query);
      if (relaxed(*query)) continue;  // that is another query where nothing is found
      CAPTURE(request.query, to_string(*query));
      std::set<std::string> expected;
      for (const TestArticle& article : articles) {
        if (slow_matches(article, *query)) expected.insert(article.id);
      }
      const auto answer = searcher->search(request);
      REQUIRE(answer);
      std::set<std::string> found;
      for (const Passage& passage : answer->passages) found.insert(passage.article.id);
      CHECK(found == expected);
      CHECK(answer->total_articles == expected.size());
      found_in_all += found.size();
      conditions += query->condition ? 1 : 0;
    }
  }
  CHECK(found_in_all > 10000);
  CHECK(conditions > 1000);
}

}  // namespace dateline
