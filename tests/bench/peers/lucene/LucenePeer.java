// Lucene in the benchmark; ../peer.h tells what a peer's program does.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;

public final class LucenePeer {
  private static final int TOP = 10;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 3 && arguments[0].equals("build")) {
      build(Path.of(arguments[1]), Path.of(arguments[2]));
    } else if (arguments.length == 2 && arguments[0].equals("serve")) {
      new LucenePeer(Path.of(arguments[1])).serve();
    } else {
      throw new IllegalArgumentException("usage: build ARTICLES INDEX, or: serve INDEX");
    }
  }

  private static void build(Path articles, Path folder) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer(255));
    config.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    config.setRAMBufferSizeMB(500);
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (BufferedReader lines = Files.newBufferedReader(articles);
        IndexWriter writer = new IndexWriter(new MMapDirectory(folder), config)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\t", -1);
        long day = Long.parseLong(parts[1]);
        Document document = new Document();
        document.add(new StoredField("id", parts[0]));
        document.add(new LongField("day", day, Field.Store.NO));
        document.add(new NumericDocValuesField("year", day / 10000));
        document.add(new NumericDocValuesField("month", day / 100));
        for (String country : parts[2].split(",")) {
          if (!country.isEmpty()) {
            document.add(new KeywordField("country", country, Field.Store.NO));
          }
        }
        if (!parts[3].isEmpty()) {
          document.add(new KeywordField("source", parts[3], Field.Store.NO));
        }
        document.add(new KeywordField("language", parts[4], Field.Store.NO));
        document.add(new TextField("words", parts[5], Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private final IndexSearcher searcher;
  private final StringDocValuesReaderState countries;
  private final StringDocValuesReaderState sources;
  private final StringDocValuesReaderState languages;

  private LucenePeer(Path folder) throws IOException {
    DirectoryReader reader = DirectoryReader.open(new MMapDirectory(folder));
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    searcher.setQueryCache(null);
    countries = new StringDocValuesReaderState(reader, "country");
    sources = new StringDocValuesReaderState(reader, "source");
    languages = new StringDocValuesReaderState(reader, "language");
  }

  private void serve() throws IOException {
    System.out.println("Lucene " + Version.LATEST + " (Java " + Runtime.version().feature() + ")");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] parts = line.split("\t", -1);
      Query query = query(parts, true, true);
      long wall = System.nanoTime();
      long processor = THREADS.getCurrentThreadCpuTime();
      Found found = search(query, parts);
      long processorNs = THREADS.getCurrentThreadCpuTime() - processor;
      long wallNs = System.nanoTime() - wall;
      byte[] answer = (processorNs + "\t" + wallNs + "\t" + answer(found) + "\n")
          .getBytes(StandardCharsets.UTF_8);
      System.out.write(answer, 0, answer.length);
      System.out.flush();
    }
  }

  private static Query query(String[] parts, boolean withDates, boolean withCountry) {
    Query words = words(parts[1], parts[5].split(" "));
    BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(words, Occur.MUST);
    boolean filters = false;
    if (withDates && !parts[2].isEmpty()) {
      long from = Long.parseLong(parts[2]);
      long to = Long.parseLong(parts[3]);
      filtered.add(LongField.newRangeQuery("day", from, to), Occur.FILTER);
      filters = true;
    }
    if (withCountry && !parts[4].isEmpty()) {
      filtered.add(new TermQuery(new Term("country", parts[4])), Occur.FILTER);
      filters = true;
    }
    return filters ? filtered.build() : words;
  }

  private static Query words(String match, String[] words) {
    if (words.length == 1) {
      return new TermQuery(new Term("words", words[0]));
    }
    if (match.equals("phrase")) {
      return new PhraseQuery("words", words);
    }
    Occur occur = match.equals("all") ? Occur.MUST : Occur.SHOULD;
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : words) {
      query.add(new TermQuery(new Term("words", word)), occur);
    }
    return query.build();
  }

  /** What a search found: hits, or a count (else -1) with facets. */
  private record Found(ScoreDoc[] hits, int count, List<FacetResult> facets) {}

  private Found search(Query query, String[] parts) throws IOException {
    switch (parts[0]) {
      case "top":
        return new Found(
            searcher.search(query, new TopScoreDocCollectorManager(TOP, TOP)).scoreDocs, -1,
            List.of());
      case "newest":
        Sort newest =
            new Sort(LongField.newSortField("day", true, SortedNumericSelector.Type.MIN));
        return new Found(
            searcher.search(query, new TopFieldCollectorManager(newest, TOP, TOP)).scoreDocs, -1,
            List.of());
      case "count":
        return new Found(new ScoreDoc[0], searcher.count(query), List.of());
      default:
        return facets(query, parts);
    }
  }

  /** One pass for each set of filters; all facets in one where there are none. */
  private Found facets(Query filtered, String[] parts) throws IOException {
    FacetsCollector hits = collect(filtered);
    boolean hasCountry = !parts[4].isEmpty();
    boolean hasDates = !parts[2].isEmpty();
    FacetsCollector anyCountry = hasCountry ? collect(query(parts, true, false)) : hits;
    FacetsCollector anyDate = hasDates ? collect(query(parts, false, true)) : hits;
    List<FacetResult> facets = new ArrayList<>();
    facets.add(all(new StringValueFacetCounts(countries, anyCountry), "country"));
    facets.add(all(new LongValueFacetCounts("year", anyDate), "year"));
    facets.add(all(new LongValueFacetCounts("month", anyDate), "month"));
    facets.add(all(new StringValueFacetCounts(sources, hits), "source"));
    facets.add(all(new StringValueFacetCounts(languages, hits), "language"));
    int count = hits.getMatchingDocs().stream().mapToInt(docs -> docs.totalHits()).sum();
    return new Found(new ScoreDoc[0], count, facets);
  }

  private FacetsCollector collect(Query query) throws IOException {
    return searcher.search(query, new FacetsCollectorManager());
  }

  private static FacetResult all(Facets facets, String dimension) throws IOException {
    return facets.getAllChildren(dimension);
  }

  private String answer(Found found) throws IOException {
    long sum = 0;
    for (FacetResult facet : found.facets()) {
      for (LabelAndValue value : facet == null ? new LabelAndValue[0] : facet.labelValues) {
        sum += facetHash(facet.dim + "=" + value.label + "=" + value.value.longValue());
      }
    }
    StringBuilder answer =
        new StringBuilder(found.count() + "\t" + Long.toUnsignedString(sum) + "\t");
    for (ScoreDoc hit : found.hits()) {
      String id = searcher.storedFields().document(hit.doc).get("id");
      Object score = hit instanceof FieldDoc newest ? newest.fields[0] : (Object) hit.score;
      answer.append(hit == found.hits()[0] ? "" : " ").append(id).append('=').append(score);
    }
    return answer.toString();
  }

  private static long facetHash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte letter : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (letter & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
