// RM3 (Abdul-Jaleel et al., "UMass at TREC 2004: novelty and HARD") with the settings and the choice
// of words that Anserini has as its defaults: of each of the ten best articles the ten most frequent
// words that are not in a tenth of all articles, weighted by the article's score; the ten best of
// those, and the query's own words, get half of the weight each.

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

final class RelevanceModel {
  static final int ARTICLES = 10;
  private static final int WORDS = 10;
  private static final float QUERY_SHARE = 0.5f;
  private static final float MOST_ARTICLES = 0.1f;  // of all, that have a word

  private RelevanceModel() {}

  /** The weights of the words to search for: those of the query, mixed with those of the best articles. */
  static Map<String, Float> expanded(Map<String, Float> query, ScoreDoc[] best, IndexReader reader, String field)
      throws IOException {
    Map<String, Float> model = new TreeMap<>();
    for (ScoreDoc article : List.of(best).subList(0, Math.min(ARTICLES, best.length))) {
      Map<String, Float> words = most(frequencies(article.doc, reader, field));
      float length = sum(words);
      words.forEach((word, count) -> model.merge(word, count / length * article.score, Float::sum));
    }
    Map<String, Float> kept = most(model);
    Map<String, Float> mixed = new TreeMap<>();
    add(mixed, query, QUERY_SHARE / sum(query));
    add(mixed, kept, (1 - QUERY_SHARE) / sum(kept));
    return mixed;
  }

  private static Map<String, Float> frequencies(int article, IndexReader reader, String field) throws IOException {
    Map<String, Float> counts = new TreeMap<>();
    Terms terms = reader.termVectors().get(article, field);
    if (terms == null) {
      return counts;
    }
    TermsEnum each = terms.iterator();
    for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
      String word = bytes.utf8ToString();
      boolean fits = word.length() >= 2 && word.length() <= 20 && word.matches("[a-z0-9]+");
      if (fits && (float) reader.docFreq(new Term(field, word)) / reader.numDocs() <= MOST_ARTICLES) {
        counts.put(word, (float) each.totalTermFreq());
      }
    }
    return counts;
  }

  /** The words with the greatest weights, of equal ones those that come first in the alphabet. */
  private static Map<String, Float> most(Map<String, Float> weights) {
    Map<String, Float> kept = new LinkedHashMap<>();
    weights.entrySet().stream()
        .sorted(Map.Entry.<String, Float>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(WORDS)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  private static void add(Map<String, Float> sum, Map<String, Float> part, float factor) {
    part.forEach((word, weight) -> sum.merge(word, weight * factor, Float::sum));
  }

  private static float sum(Map<String, Float> weights) {
    float sum = 0;
    for (float weight : weights.values()) {
      sum += weight;
    }
    return sum;
  }
}
