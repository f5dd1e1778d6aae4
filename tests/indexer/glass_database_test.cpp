// What is written must be what Xapian itself would have written: the same documents are given to
// both, and everything that can be asked of a database is compared.
#include "indexer/glass_database.h"

#include <map>
#include <random>

#include <catch2/catch.hpp>
#include <xapian.h>

#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

struct TestDocument {
  std::map<std::string, std::uint32_t> terms;
  std::vector<std::string> values;  // by slot; "" is none
  std::string data;
};

std::vector<TestDocument> random_documents(std::mt19937& random, std::size_t count) {
  std::vector<TestDocument> documents(count);
  for (TestDocument& document : documents) {
    document.terms["everywhere"] = static_cast<std::uint32_t>(random() % 300 + 1);
    document.terms["Lboolean"] = 0;
    for (auto left = random() % 6; left > 0; --left) {
      document.terms["t" + std::to_string(random() % 2000)] =
          static_cast<std::uint32_t>(random() % 5 + 1);
    }
    if (random() % 50 == 0) document.terms["\xD0\xB6\xFF" + std::string(200, 'y')] = 1;
    document.values = {random() % 3 == 0 ? "" : std::to_string(20'000'000 + random() % 10'000),
                       random() % 4 == 0 ? "" : "AZ"};
    document.data.assign(random() % 100, static_cast<char>(random()));
  }
  return documents;
}

void write_as_xapian(const std::vector<TestDocument>& documents, const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (const TestDocument& from : documents) {
    Xapian::Document document;
    for (const auto& [term, wdf] : from.terms) document.add_term(term, wdf);
    for (std::size_t slot = 0; slot < from.values.size(); ++slot) {
      document.add_value(static_cast<Xapian::valueno>(slot), from.values[slot]);
    }
    document.set_data(from.data);
    database.add_document(document);
  }
  database.set_metadata("name", "value");
  database.commit();
}

void write_as_we_do(const std::vector<TestDocument>& documents,
                    const std::filesystem::path& folder) {
  std::map<std::string, std::vector<GlassPosting>> terms;
  std::vector<GlassValues> values(2);
  std::vector<std::uint32_t> lengths;
  auto data = GlassDocuments::create(folder);
  REQUIRE(data);
  for (std::uint32_t docid = 1; docid <= documents.size(); ++docid) {
    const TestDocument& document = documents[docid - 1];
    lengths.push_back(0);
    for (const auto& [term, wdf] : document.terms) {
      terms[term].push_back({docid, wdf});
      lengths.back() += wdf;
    }
    for (std::size_t slot = 0; slot < values.size(); ++slot) {
      if (!document.values[slot].empty()) values[slot].emplace_back(docid, document.values[slot]);
    }
    data->add(docid, document.data);
  }
  const auto root = data->finish();
  REQUIRE(root);
  auto postings = GlassPostings::create(folder);
  REQUIRE(postings);
  postings->add_metadata("name", "value");
  postings->add_values(values);
  postings->add_lengths(lengths);
  for (const auto& [term, list] : terms) postings->add_term(term, list);
  REQUIRE(postings->finish(*root, "01234567-89ab-cdef-0123-456789abcdef"));
}

using Postings = std::vector<std::pair<Xapian::docid, Xapian::termcount>>;

Postings postings_of(const Xapian::Database& database, const std::string& term) {
  Postings postings;
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    postings.emplace_back(*at, term.empty() ? at.get_doclength() : at.get_wdf());
  }
  return postings;
}

void check_same(const Xapian::Database& ours, const Xapian::Database& theirs) {
  CHECK(ours.get_doccount() == theirs.get_doccount());
  CHECK(ours.get_lastdocid() == theirs.get_lastdocid());
  CHECK(ours.get_total_length() == theirs.get_total_length());
  CHECK(ours.get_doclength_lower_bound() == theirs.get_doclength_lower_bound());
  CHECK(ours.get_doclength_upper_bound() == theirs.get_doclength_upper_bound());
  CHECK(ours.get_metadata("name") == theirs.get_metadata("name"));
  CHECK(postings_of(ours, "") == postings_of(theirs, ""));
  auto our_term = ours.allterms_begin();
  for (auto term = theirs.allterms_begin(); term != theirs.allterms_end(); ++term, ++our_term) {
    REQUIRE(our_term != ours.allterms_end());
    REQUIRE(*our_term == *term);
    REQUIRE(our_term.get_termfreq() == term.get_termfreq());
    REQUIRE(ours.get_collection_freq(*term) == theirs.get_collection_freq(*term));
    REQUIRE(postings_of(ours, *term) == postings_of(theirs, *term));
  }
  CHECK(our_term == ours.allterms_end());
  for (Xapian::valueno slot = 0; slot < 2; ++slot) {
    CHECK(ours.get_value_freq(slot) == theirs.get_value_freq(slot));
    CHECK(ours.get_value_lower_bound(slot) == theirs.get_value_lower_bound(slot));
    CHECK(ours.get_value_upper_bound(slot) == theirs.get_value_upper_bound(slot));
  }
  for (Xapian::docid docid = 1; docid <= theirs.get_lastdocid(); docid += 1 + docid / 100) {
    const Xapian::Document one = ours.get_document(docid);
    const Xapian::Document other = theirs.get_document(docid);
    REQUIRE(one.get_data() == other.get_data());
    REQUIRE(one.get_value(0) == other.get_value(0));
    REQUIRE(one.get_value(1) == other.get_value(1));
  }
}

}  // namespace

TEST_CASE("A database has what Xapian would have put there", "[indexer][glass_database]") {
  std::mt19937 random(11);
  const std::size_t count = GENERATE(1, 2, 1000, 40'000);  // docids need a third byte from 32,768
  const TemporaryFolder folder;
  const std::vector<TestDocument> documents = random_documents(random, count);
  write_as_xapian(documents, (folder / "theirs").string());
  std::filesystem::create_directory(folder / "ours");
  write_as_we_do(documents, folder / "ours");
  const Xapian::Database ours((folder / "ours").string());
  check_same(ours, Xapian::Database((folder / "theirs").string()));
  CHECK(ours.get_uuid() == "01234567-89ab-cdef-0123-456789abcdef");
  CHECK(Xapian::Database::check((folder / "ours").string(), 0, nullptr) == 0);
}

TEST_CASE("Xapian can compact a database and search it", "[indexer][glass_database]") {
  std::mt19937 random(12);
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "ours");
  write_as_we_do(random_documents(random, 5000), folder / "ours");
  const Xapian::Database ours((folder / "ours").string());
  Xapian::Database(ours).compact((folder / "compacted").string());
  check_same(Xapian::Database((folder / "compacted").string()), ours);
  Xapian::Enquire enquire(ours);
  enquire.set_query(Xapian::Query("t1") | Xapian::Query("t2"));
  CHECK_FALSE(enquire.get_mset(0, 10).empty());
}

}  // namespace dateline
