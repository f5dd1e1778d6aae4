//! Tantivy in the benchmark; ../../peer.h tells what a peer's program does.
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{stdin, stdout, BufRead, BufReader, Write};
use std::ops::Bound;
use std::time::Instant;

use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::AggregationResults;
use tantivy::aggregation::AggregationCollector;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions, Value, STORED,
    STRING,
};
use tantivy::{DocAddress, Index, Order, Searcher, TantivyDocument, Term};

type Failable<T> = Result<T, Box<dyn Error>>;

const TOP: usize = 10;
const MEMORY: usize = 500_000_000; // of the writer

struct Fields {
    id: Field,
    day: Field,
    year: Field,
    month: Field,
    country: Field,
    source: Field,
    language: Field,
    words: Field,
}

fn schema() -> Schema {
    let mut schema = Schema::builder();
    let number = NumericOptions::default().set_fast().set_indexed();
    let keyword = STRING.set_fast("raw");
    schema.add_text_field("id", STORED);
    schema.add_u64_field("day", number.clone());
    schema.add_u64_field("year", number.clone());
    schema.add_u64_field("month", number);
    for name in ["country", "source", "language"] {
        schema.add_text_field(name, keyword.clone());
    }
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    schema.add_text_field("words", TextOptions::default().set_indexing_options(indexing));
    schema.build()
}

fn fields_of(schema: &Schema) -> Failable<Fields> {
    let get = |name| schema.get_field(name);
    Ok(Fields {
        id: get("id")?,
        day: get("day")?,
        year: get("year")?,
        month: get("month")?,
        country: get("country")?,
        source: get("source")?,
        language: get("language")?,
        words: get("words")?,
    })
}

fn build(articles: &str, folder: &str) -> Failable<()> {
    std::fs::create_dir_all(folder)?;
    let schema = schema();
    let fields = fields_of(&schema)?;
    let index = Index::create_in_dir(folder, schema)?;
    let mut writer = index.writer_with_num_threads(1, MEMORY)?;
    for line in BufReader::with_capacity(1 << 20, File::open(articles)?).lines() {
        let line = line?;
        let parts: Vec<&str> = line.split('\t').collect();
        let day: u64 = parts[1].parse()?;
        let mut document = TantivyDocument::default();
        document.add_text(fields.id, parts[0]);
        document.add_u64(fields.day, day);
        document.add_u64(fields.year, day / 10000);
        document.add_u64(fields.month, day / 100);
        for country in parts[2].split(',').filter(|country| !country.is_empty()) {
            document.add_text(fields.country, country);
        }
        if !parts[3].is_empty() {
            document.add_text(fields.source, parts[3]);
        }
        document.add_text(fields.language, parts[4]);
        document.add_text(fields.words, parts[5]);
        writer.add_document(document)?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        let mut merger = index.writer_with_num_threads::<TantivyDocument>(1, MEMORY)?;
        merger.merge(&segments).wait()?;
        merger.wait_merging_threads()?;
    }
    Ok(())
}

fn thread_processor_ns() -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

fn facet_hash(facet: &str, value: &str, count: u64) -> u64 {
    let text = format!("{facet}={value}={count}");
    text.bytes().fold(14695981039346656037, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(1099511628211)
    })
}

enum Found {
    Hits(Vec<(f64, DocAddress)>),
    Count(usize),
    Facets(usize, Vec<AggregationResults>),
}

struct Peer {
    searcher: Searcher,
    fields: Fields,
}

impl Peer {
    fn query(&self, parts: &[&str], with_dates: bool, with_country: bool) -> Failable<Box<dyn Query>> {
        let terms: Vec<Term> =
            parts[5].split(' ').map(|word| Term::from_field_text(self.fields.words, word)).collect();
        let word = |term: &Term| -> Box<dyn Query> {
            Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs))
        };
        let words: Box<dyn Query> = if terms.len() == 1 {
            word(&terms[0])
        } else if parts[1] == "phrase" {
            Box::new(PhraseQuery::new(terms))
        } else {
            let occur = if parts[1] == "all" { Occur::Must } else { Occur::Should };
            Box::new(BooleanQuery::new(terms.iter().map(|term| (occur, word(term))).collect()))
        };
        let mut filters: Vec<Box<dyn Query>> = Vec::new();
        if with_dates && !parts[2].is_empty() {
            let day = |text: &str| -> Failable<Term> {
                Ok(Term::from_field_u64(self.fields.day, text.parse()?))
            };
            filters.push(Box::new(RangeQuery::new(
                Bound::Included(day(parts[2])?),
                Bound::Included(day(parts[3])?),
            )));
        }
        if with_country && !parts[4].is_empty() {
            let country = Term::from_field_text(self.fields.country, parts[4]);
            filters.push(Box::new(TermQuery::new(country, IndexRecordOption::Basic)));
        }
        if filters.is_empty() {
            return Ok(words);
        }
        let mut clauses = vec![(Occur::Must, words)];
        for filter in filters {
            clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(filter, 0.0))));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    fn aggregate(&self, query: &dyn Query, facets: &[&str]) -> Failable<AggregationResults> {
        let mut request = serde_json::Map::new();
        for facet in facets {
            let terms = serde_json::json!({"terms": {"field": facet, "size": 50000, "segment_size": 50000}});
            request.insert((*facet).to_string(), terms);
        }
        let request: Aggregations = serde_json::from_value(request.into())?;
        Ok(self.searcher.search(query, &AggregationCollector::from_aggs(request, Default::default()))?)
    }

    /// One pass for each set of filters; all facets in one where there are none.
    fn facets(&self, parts: &[&str]) -> Failable<Found> {
        let filtered = self.query(parts, true, true)?;
        let mut facets = vec!["source", "language"];
        let mut results = Vec::new();
        if parts[4].is_empty() {
            facets.push("country");
        } else {
            results.push(self.aggregate(&*self.query(parts, true, false)?, &["country"])?);
        }
        if parts[2].is_empty() {
            facets.extend(["year", "month"]);
        } else {
            results.push(self.aggregate(&*self.query(parts, false, true)?, &["year", "month"])?);
        }
        results.push(self.aggregate(&*filtered, &facets)?);
        Ok(Found::Facets(self.searcher.search(&*filtered, &Count)?, results))
    }

    fn search(&self, query: &dyn Query, parts: &[&str]) -> Failable<Found> {
        Ok(match parts[0] {
            "top" => {
                let hits = self.searcher.search(query, &TopDocs::with_limit(TOP).order_by_score())?;
                Found::Hits(hits.into_iter().map(|(score, at)| (f64::from(score), at)).collect())
            }
            "newest" => {
                let by_day = TopDocs::with_limit(TOP).order_by_fast_field::<u64>("day", Order::Desc);
                let hits = self.searcher.search(query, &by_day)?;
                Found::Hits(hits.into_iter().map(|(day, at)| (day.unwrap_or(0) as f64, at)).collect())
            }
            "count" => Found::Count(self.searcher.search(query, &Count)?),
            _ => self.facets(parts)?,
        })
    }

    fn id(&self, at: DocAddress) -> Failable<String> {
        let document: TantivyDocument = self.searcher.doc(at)?;
        let id = document.get_first(self.fields.id).and_then(|value| value.as_str());
        Ok(id.ok_or("an article without id")?.to_string())
    }

    fn answer(&self, found: &Found) -> Failable<String> {
        Ok(match found {
            Found::Count(count) => format!("{count}\t0\t"),
            Found::Facets(count, results) => format!("{count}\t{}\t", facets_sum(results)?),
            Found::Hits(hits) => {
                let mut words = Vec::new();
                for (score, at) in hits {
                    words.push(format!("{}={score}", self.id(*at)?));
                }
                format!("-1\t0\t{}", words.join(" "))
            }
        })
    }
}

fn facets_sum(results: &[AggregationResults]) -> Failable<u64> {
    let mut sum: u64 = 0;
    for result in results {
        let facets: BTreeMap<String, serde_json::Value> =
            serde_json::from_value(serde_json::to_value(result)?)?;
        for (facet, values) in facets {
            for bucket in values["buckets"].as_array().ok_or("no buckets")? {
                let value = match &bucket["key"] {
                    serde_json::Value::String(text) => text.clone(),
                    number => format!("{}", number.as_f64().ok_or("no key")? as u64),
                };
                let count = bucket["doc_count"].as_u64().ok_or("no count")?;
                sum = sum.wrapping_add(facet_hash(&facet, &value, count));
            }
        }
    }
    Ok(sum)
}

fn serve(folder: &str) -> Failable<()> {
    let index = Index::open_in_dir(folder)?;
    let fields = fields_of(&index.schema())?;
    let peer = Peer { searcher: index.reader()?.searcher(), fields };
    let mut out = stdout().lock();
    writeln!(out, "Tantivy {}", tantivy::version().to_string().replace(',', ""))?;
    out.flush()?;
    for line in stdin().lock().lines() {
        let line = line?;
        let parts: Vec<&str> = line.split('\t').collect();
        let query = peer.query(&parts, true, true)?;
        let wall = Instant::now();
        let processor = thread_processor_ns();
        let found = peer.search(&*query, &parts)?;
        let processor_ns = thread_processor_ns() - processor;
        let wall_ns = wall.elapsed().as_nanos();
        writeln!(out, "{processor_ns}\t{wall_ns}\t{}", peer.answer(&found)?)?;
        out.flush()?;
    }
    Ok(())
}

fn main() -> Failable<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build", articles, index] => build(articles, index),
        ["serve", index] => serve(index),
        _ => Err("usage: build ARTICLES INDEX, or: serve INDEX".into()),
    }
}
