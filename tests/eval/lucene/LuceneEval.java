// Lucene as the peer of an evaluation: EnglishAnalyzer, BM25 (k1 1.2, b .75), any of the words.
// ../README.md says what is compared.

import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

public final class LuceneEval {
  private static final String USAGE = """
      usage: index CORPUS INDEX                      title and text of each article
             index-windows CORPUS INDEX WORDS        each run of so many words of a text as a document
             index-titled-windows CORPUS INDEX WORDS likewise, each after its article's title
             bodies CORPUS                           prints the corpus without titles
             rank INDEX QUERIES QRELS RUN            writes a run, for queries that are judged
             rank-rm3 INDEX QUERIES QRELS RUN        likewise with RM3
             passages INDEX QUERIES QRELS FILE       writes the best windows
      A last argument DAYS of the last three leaves articles of so many days before the query's only.""";
  private static final String FIELD = "words";
  private static final int ARTICLES = 1000;
  private static final int PASSAGES = 10;
  private static final Analyzer ANALYZER = new EnglishAnalyzer();

  public static void main(String[] arguments) throws IOException {
    List<Path> paths = Arrays.stream(arguments).skip(1).map(Path::of).toList();
    switch (arguments.length == 0 ? "" : arguments[0] + " " + paths.size()) {
      case "index 2" -> index(paths.get(0), paths.get(1), 0, true);
      case "index-windows 3" -> index(paths.get(0), paths.get(1), number(paths.get(2)), false);
      case "index-titled-windows 3" -> index(paths.get(0), paths.get(1), number(paths.get(2)), true);
      case "bodies 1" ->
          Collection.writeBodies(paths.get(0), new PrintStream(System.out, false, StandardCharsets.UTF_8));
      case "rank 4", "rank 5" -> new LuceneEval(paths, false).writeRun(paths.get(3));
      case "rank-rm3 4", "rank-rm3 5" -> new LuceneEval(paths, true).writeRun(paths.get(3));
      case "passages 4", "passages 5" -> new LuceneEval(paths, false).writePassages(paths.get(3));
      default -> throw new IllegalArgumentException(USAGE);
    }
  }

  private static int number(Path argument) {
    return Integer.parseInt(argument.toString());
  }

  /** Whole articles if `window` is 0. */
  private static void index(Path corpus, Path folder, int window, boolean titled) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(ANALYZER);
    config.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    config.setRAMBufferSizeMB(500);
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setStoreTermVectors(window == 0);
    type.freeze();
    try (MMapDirectory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      Collection.readArticles(corpus, article -> {
        for (String text : window == 0 ? List.of(article.text()) : windows(article.text(), window)) {
          Document document = new Document();
          document.add(new StoredField("id", article.id()));
          document.add(new LongPoint("day", article.day()));
          document.add(new Field(FIELD, titled ? article.title() + "\n" + text : text, type));
          if (window > 0) {
            document.add(new StoredField("text", text));
          }
          writer.addDocument(document);
        }
      });
      writer.forceMerge(1);
    }
  }

  /** Runs of so many words between white space, one after the other; the last may be shorter. */
  private static List<String> windows(String text, int words) {
    List<String> all = Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    List<String> windows = new ArrayList<>();
    for (int first = 0; first < all.size(); first += words) {
      windows.add(String.join(" ", all.subList(first, Math.min(first + words, all.size()))));
    }
    return windows;
  }

  private final IndexSearcher searcher;
  private final List<Collection.Query> queries;
  private final long days;  // before the query's that count; -1: all do
  private final boolean feedback;

  /** `paths` as the usage has them. */
  private LuceneEval(List<Path> paths, boolean feedback) throws IOException {
    searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(paths.get(0))));
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    searcher.setQueryCache(null);
    queries = Collection.readQueries(paths.get(1), paths.get(2));
    days = paths.size() > 4 ? number(paths.get(4)) : -1;
    this.feedback = feedback;
  }

  private void writeRun(Path file) throws IOException {
    String tag = feedback ? "lucene-rm3" : "lucene-bm25";
    try (PrintStream output = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
      for (Collection.Query query : queries) {
        int rank = 0;
        for (ScoreDoc hit : search(query, ARTICLES)) {
          String id = searcher.storedFields().document(hit.doc).get("id");
          output.println(query.id() + " Q0 " + id + " " + ++rank + " " + hit.score + " " + tag);
        }
      }
    }
  }

  private void writePassages(Path file) throws IOException {
    Gson gson = new Gson();
    try (PrintStream output = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
      for (Collection.Query query : queries) {
        List<String> passages = new ArrayList<>();
        for (ScoreDoc hit : search(query, PASSAGES)) {
          passages.add(searcher.storedFields().document(hit.doc).get("text"));
        }
        output.println(gson.toJson(Map.of("_id", query.id(), "passages", passages)));
      }
    }
  }

  private ScoreDoc[] search(Collection.Query query, int most) throws IOException {
    Map<String, Float> words = words(query.text());
    if (words.isEmpty()) {
      return new ScoreDoc[0];
    }
    if (!feedback) {
      return search(words, query.day(), most);
    }
    ScoreDoc[] best = search(words, query.day(), RelevanceModel.ARTICLES);
    return search(RelevanceModel.expanded(words, best, searcher.getIndexReader(), FIELD), query.day(), most);
  }

  private ScoreDoc[] search(Map<String, Float> words, long day, int most) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.forEach((word, weight) ->
        any.add(new BoostQuery(new TermQuery(new Term(FIELD, word)), weight), Occur.SHOULD));
    if (days < 0) {
      return searcher.search(any.build(), most).scoreDocs;
    }
    BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
    filtered.add(LongPoint.newRangeQuery("day", day - days, day), Occur.FILTER);
    return searcher.search(filtered.build(), most).scoreDocs;
  }

  /** How often each word occurs in the text. */
  private static Map<String, Float> words(String text) throws IOException {
    Map<String, Float> words = new TreeMap<>();
    try (TokenStream stream = ANALYZER.tokenStream(FIELD, text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.merge(word.toString(), 1f, Float::sum);
      }
      stream.end();
    }
    return words;
  }
}
