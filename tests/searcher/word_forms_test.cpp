#include "searcher/word_forms.h"

#include <catch2/catch.hpp>

#include "support/test_index.h"

namespace dateline {
namespace {

// The terms that `typed` stands for, in their order.
std::vector<std::string> forms(const Snapshot& snapshot, const std::string& typed, WordForm form,
                               unsigned edits = 0) {
  Analyzer analyzer;
  QueryNode node;
  node.kind = QueryNode::Kind::kWord;
  node.form = form;
  node.distance = edits;
  node.words = {typed};
  std::vector<std::string> terms;
  const std::vector<std::string> languages = {"de", "en"};
  for (const QueryWord& word : word_forms({snapshot}, languages, analyzer, node)) {
    for (const std::string& term : word.terms) {
      if (!term.empty()) {
        terms.push_back(term);
        break;
      }
    }
  }
  return terms;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("Words stand for others by their beginning and by their letters",
          "[searcher][word_forms]") {
  const TestIndex index(std::vector<TestArticle>{
      {"1", "", "Vaccines and vaccination in Baku.", "", {}},
      {"2", "", "A vaccine. Vacuum, vodka.", "", {}},
      {"3", "", "Vaccination again.", "", {}},
      {"4", "", "Impfstoff und Vakzin.", "", {}, "de"},
  });
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  CHECK(forms(*snapshot, "vaccin", WordForm::kPrefix) == Found{"vaccin"});
  CHECK(forms(*snapshot, "Vac", WordForm::kPrefix) == Found{"vaccin", "vacuum"});
  CHECK(forms(*snapshot, "va", WordForm::kPrefix) == Found{"vaccin", "vacuum", "vakzin"});
  CHECK(forms(*snapshot, "zz", WordForm::kPrefix) == Found{});
  CHECK(forms(*snapshot, "vacine", WordForm::kFuzzy) == Found{"vaccin"});
  CHECK(forms(*snapshot, "vacine", WordForm::kFuzzy, 2) == Found{"vaccin", "vakzin"});
  CHECK(forms(*snapshot, "bacine", WordForm::kFuzzy) == Found{});  // the first letter is wrong
  CHECK(forms(*snapshot, "vodak", WordForm::kFuzzy) == Found{"vodka"});
}

TEST_CASE("A word stands for those of its forms that most articles have",
          "[searcher][word_forms]") {
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < kMaxForms + 20; ++at) {
    const std::string word = "qa" + std::string(1, static_cast<char>('a' + at / 26)) +
                             std::string(1, static_cast<char>('a' + at % 26)) + "o";
    for (std::size_t copy = 0; copy < 1 + (at >= 20 ? 1U : 0U); ++copy) {
      articles.push_back({word + std::to_string(copy), "", word + " text.", "", {}});
    }
  }
  const TestIndex index(articles);
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Found found = forms(*snapshot, "qa", WordForm::kPrefix);
  CHECK(found.size() == kMaxForms);
  CHECK(found.front() == "qaauo");  // the first that two articles have
}

}  // namespace dateline
