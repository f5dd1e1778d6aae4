// Whatever the sections of `terms` and `impacts` hold, readers end, and read nothing beyond them.
// The input's first bytes say where it is cut into sections; headers are made sound, because
// damaged ones are refused before anything else is read.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/derived_file.h"
#include "common/index/impact_format.h"
#include "common/index/impacts.h"
#include "common/index/terms.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

constexpr std::string_view kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

// Cuts `bytes` into so many parts.
std::vector<std::string_view> parts_of(std::string_view& bytes, std::size_t count) {
  std::vector<std::string_view> parts;
  for (std::size_t part = 0; part < count; ++part) {
    std::uint16_t wanted = 0;
    const std::size_t head = std::min(bytes.size(), sizeof wanted);
    std::memcpy(&wanted, bytes.data(), head);
    bytes.remove_prefix(head);
    parts.push_back(bytes.substr(0, wanted));
    bytes.remove_prefix(parts.back().size());
  }
  return parts;
}

void read_list(const ImpactList& list) {
  std::uint64_t sum = 0;
  for (std::uint32_t range = 0; range < 300; ++range) {
    const ImpactCell cell = list.cell(range);
    for (int at = 0; at < std::popcount(cell.mask); ++at) {
      sum += list.posting(range * kRangeArticles, cell.codes[at]).in_body;
    }
  }
  list.for_each_posting([&sum](const Posting& posting) { sum += posting.in_title; });
  std::vector<std::uint64_t> bitmap(100);
  list.add_to(bitmap);
  DATELINE_REQUIRE(list.few.size() <= impact_format::kFewArticles);
  DATELINE_REQUIRE(sum < UINT64_MAX);
}

void check_impacts(std::string_view bytes) {
  auto sections = parts_of(bytes, impact_format::kSections - 1);
  impact_format::Summary summary{kBm25fParameters, {10, 400}};
  sections.emplace_back(reinterpret_cast<const char*>(&summary), sizeof summary);
  const std::string file = derived_file(impact_format::kMagic, kUuid, sections);
  const auto impacts = Impacts::over(file, kUuid);
  if (!impacts) return;
  for (TermId id = 0; id < 40; ++id) read_list(impacts->list(id));
}

void check_terms(std::string_view bytes) {
  const std::string file = derived_file("DLTERMS1", kUuid, parts_of(bytes, 6));
  const auto terms = Terms::over(file, kUuid);
  if (!terms) return;
  std::size_t visits = 0;
  for (TermId id = 0; id < 40; ++id) {
    const std::string term = terms->term(id);
    terms->find(terms->language(id), term);
    terms->articles(id);
    terms->for_each_from(0, term, [&visits](TermId, std::string_view) {
      ++visits;
      return true;
    });
  }
  DATELINE_REQUIRE(visits <= std::size_t{40} * terms->size());
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  dateline::check_impacts(bytes);
  dateline::check_terms(bytes);
  return 0;
}
