// SQLite's FTS5 without the texts, with columns for filters and facets beside it.
#include <filesystem>
#include <memory>

#include <sqlite3.h>

#include "tests/bench/peers/peer.h"

namespace dateline::bench {
namespace {

// Words have no spaces and few control characters in them; everything else belongs to a word.
constexpr const char* kSchema = R"(
  PRAGMA journal_mode = off;
  PRAGMA synchronous = off;
  CREATE VIRTUAL TABLE words USING fts5(text, content='',
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co Cf'");
  CREATE TABLE article(rowid INTEGER PRIMARY KEY, id TEXT, day INTEGER, source TEXT, language TEXT);
  CREATE TABLE country(code TEXT, article INTEGER, PRIMARY KEY(code, article)) WITHOUT ROWID;
)";
constexpr const char* kFinish = R"(
  INSERT INTO words(words) VALUES('optimize');
  CREATE INDEX country_of_article ON country(article, code);
  CREATE INDEX article_day ON article(day);
  ANALYZE;
)";

class Database {
 public:
  explicit Database(const std::string& path) {
    check(sqlite3_open(path.c_str(), &handle_));
    run("PRAGMA cache_size = -400000; PRAGMA mmap_size = 30000000000;");
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { sqlite3_close_v2(handle_); }

  void run(const char* sql) { check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr)); }
  void check(int status) const {
    if (status != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(handle_));
  }
  sqlite3* handle() { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

class Statement {
 public:
  Statement(Database& database, const std::string& sql) : database_(database) {
    database.check(sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &handle_, nullptr));
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(handle_); }

  void bind(int at, const std::string& text) {
    database_.check(sqlite3_bind_text(handle_, at, text.data(), static_cast<int>(text.size()),
                                      SQLITE_TRANSIENT));
  }
  void bind(int at, std::int64_t number) {
    database_.check(sqlite3_bind_int64(handle_, at, number));
  }
  bool step() {  // true while there is a row
    const int status = sqlite3_step(handle_);
    if (status != SQLITE_ROW && status != SQLITE_DONE) database_.check(status);
    return status == SQLITE_ROW;
  }
  void execute() {
    step();
    sqlite3_reset(handle_);
  }
  std::int64_t number(int column) { return sqlite3_column_int64(handle_, column); }
  double real(int column) { return sqlite3_column_double(handle_, column); }
  std::string text(int column) {
    return reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  }

 private:
  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

Result<ExitStatus> build(const std::string& articles, const std::string& index) {
  auto reader = ArticleReader::open(articles);
  if (!reader) return reader.error();
  std::filesystem::remove(index);
  Database database(index);
  database.run(kSchema);
  database.run("BEGIN");
  {
    Statement words(database, "INSERT INTO words(rowid, text) VALUES(?, ?)");
    Statement row(database, "INSERT INTO article VALUES(?, ?, ?, ?, ?)");
    Statement country(database, "INSERT INTO country VALUES(?, ?)");
    std::int64_t number = 0;
    while (auto article = reader->next()) {
      if (!*article) return article->error();
      words.bind(1, ++number);
      words.bind(2, (*article)->words);
      words.execute();
      row.bind(1, number);
      row.bind(2, (*article)->id);
      row.bind(3, std::int64_t{(*article)->day});
      row.bind(4, (*article)->source);
      row.bind(5, (*article)->language);
      row.execute();
      for (const std::string& code : (*article)->countries) {
        country.bind(1, code);
        country.bind(2, number);
        country.execute();
      }
    }
  }
  database.run("COMMIT");
  database.run(kFinish);
  return ExitStatus::kSuccess;
}

std::string match_expression(const ExchangedQuery& query) {
  std::string expression;
  const char* between = query.match == Match::kAny   ? "\" OR \""
                        : query.match == Match::kAll ? "\" AND \""
                                                     : " ";
  for (const std::string& word : query.words) {
    expression += expression.empty() ? "\"" : between;
    for (const char c : word) expression += c == '"' ? std::string("\"\"") : std::string(1, c);
  }
  return expression + '"';
}

enum class Without : std::uint8_t { kNothing, kCountry, kDate };

class Engine {
 public:
  explicit Engine(const std::string& index) : database_(index) {}

  void prepare(const ExchangedQuery& query) {
    query_ = query;
    answer_ = {};
  }

  void search() {
    switch (query_.operation) {
      case Operation::kTop:
        return search_hits("SELECT words.rowid, -rank FROM words", "ORDER BY rank LIMIT 10",
                           needs_article());
      case Operation::kNewest:
        return search_hits("SELECT words.rowid, article.day FROM words",
                           "ORDER BY article.day DESC LIMIT 10", true);
      case Operation::kCount:
        answer_.count = count();
        return;
      case Operation::kFacets:
        answer_.count = count();
        count_facet("country", Without::kCountry, "facet.code",
                    "JOIN country AS facet ON facet.article = words.rowid");
        count_facet("year", Without::kDate, "article.day / 10000", "");
        count_facet("month", Without::kDate, "article.day / 100", "");
        count_facet("source", Without::kNothing, "article.source", "");
        count_facet("language", Without::kNothing, "article.language", "");
        return;
    }
  }

  EngineAnswer answer() {
    for (Hit& hit : answer_.hits) {
      Statement one(database_, "SELECT id FROM article WHERE rowid = ?");
      one.bind(1, std::int64_t{std::stoll(hit.id)});
      one.step();
      hit.id = one.text(0);
    }
    return answer_;
  }

 private:
  bool needs_article() const { return query_.from.has_value(); }

  // `start`, the joins and conditions of the query, `end`.
  std::unique_ptr<Statement> statement(const std::string& start, const std::string& end,
                                       bool with_article, Without without) {
    std::string sql = start;
    if (with_article) sql += " JOIN article ON article.rowid = words.rowid";
    sql += " WHERE words MATCH ?1";
    if (query_.from && without != Without::kDate) sql += " AND article.day BETWEEN ?2 AND ?3";
    if (!query_.country.empty() && without != Without::kCountry) {
      sql += " AND EXISTS(SELECT 1 FROM country WHERE article = words.rowid AND code = ?4)";
    }
    auto made = std::make_unique<Statement>(database_, sql + ' ' + end);
    made->bind(1, match_expression(query_));
    if (query_.from && without != Without::kDate) {
      made->bind(2, std::int64_t{*query_.from});
      made->bind(3, std::int64_t{*query_.to});
    }
    if (!query_.country.empty() && without != Without::kCountry) made->bind(4, query_.country);
    return made;
  }

  void search_hits(const std::string& start, const std::string& end, bool with_article) {
    const auto rows = statement(start, end, with_article, Without::kNothing);
    while (rows->step()) answer_.hits.push_back({std::to_string(rows->number(0)), rows->real(1)});
  }

  std::int64_t count() {
    const auto row =
        statement("SELECT count(*) FROM words", "", needs_article(), Without::kNothing);
    row->step();
    return row->number(0);
  }

  void count_facet(const char* facet, Without without, const std::string& value,
                   const std::string& join) {
    const auto rows =
        statement("SELECT " + value + ", count(*) FROM words " + join, "GROUP BY 1", true, without);
    while (rows->step()) {
      const std::string value_found = rows->text(0);
      if (value_found.empty()) continue;  // an article without a source
      answer_.facets += facet_hash(facet, value_found, static_cast<std::uint64_t>(rows->number(1)));
    }
  }

  Database database_;
  ExchangedQuery query_;
  EngineAnswer answer_;
};

Result<ExitStatus> serve_index(const std::string& index) {
  Engine engine(index);
  return serve(engine, std::string("SQLite FTS5 ") + sqlite3_libversion());
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  using namespace dateline::bench;
  return run_peer("fts5_peer", argc, argv, build, serve_index);
}
