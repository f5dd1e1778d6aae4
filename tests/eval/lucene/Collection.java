// Test collections as BEIR keeps them.

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class Collection {
  /** A line of a corpus. Day: since 1970, or -1 where its metadata have no whole date. */
  record Article(String id, String title, String text, long day) {}

  record Query(String id, String text, long day) {}

  interface Use<T> {
    void of(T value) throws IOException;
  }

  private Collection() {}

  static void readArticles(Path corpus, Use<Article> use) throws IOException {
    readLines(corpus, object -> use.of(
        new Article(string(object, "_id"), string(object, "title"), string(object, "text"), day(object))));
  }

  /** Those of the queries that have a judgement. */
  static List<Query> readQueries(Path queries, Path qrels) throws IOException {
    Set<String> judged = new HashSet<>();
    for (String line : Files.readAllLines(qrels)) {
      judged.add(line.split("\\s+", 2)[0]);
    }
    List<Query> found = new ArrayList<>();
    readLines(queries, object -> {
      Query query = new Query(string(object, "_id"), string(object, "text"), day(object));
      if (judged.contains(query.id())) {
        found.add(query);
      }
    });
    return found;
  }

  /** The corpus with no titles, for queries that are the titles; without articles that are nothing else. */
  static void writeBodies(Path corpus, PrintStream output) throws IOException {
    Gson gson = new Gson();
    readLines(corpus, object -> {
      if (!string(object, "text").isBlank()) {
        object.addProperty("title", "");
        output.println(gson.toJson(object));
      }
    });
  }

  private static void readLines(Path file, Use<JsonObject> use) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        use.of(JsonParser.parseString(line).getAsJsonObject());
      }
    }
  }

  private static String string(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  private static long day(JsonObject object) {
    JsonElement metadata = object.get("metadata");
    String date = metadata == null || !metadata.isJsonObject() ? "" : string(metadata.getAsJsonObject(), "date");
    return date.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(date).toEpochDay() : -1;
  }
}
