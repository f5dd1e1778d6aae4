// Any message is answered by one line of JSON, or by nothing. The index has one article.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "common/text/country_lookup.h"
#include "indexer/add_run.h"
#include "searcher/mcp/protocol.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

// In a folder of its own, for as long as the program runs.
Searcher make_searcher() {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("mcp_fuzz." + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::filesystem::path input = folder / "article.jsonl";
  std::ofstream(input)
      << R"({"id": "a", "title": "Rail", "text": "Freight for Baku.", "date": "2023"})" << '\n';
  const auto added = run_add({folder / "index",
                              {input.string()},
                              1,
                              [](const std::string&) {},
                              [](const AddProgress&) {}});
  DATELINE_REQUIRE(added);
  auto searcher = Searcher::open(folder / "index");
  DATELINE_REQUIRE(searcher);
  std::filesystem::remove_all(folder);  // what is open stays
  return std::move(*searcher);
}

void check(std::string_view message) {
  static Searcher searcher = make_searcher();
  const ServeContext context{{}, {{2024, 5, 16}, parse_country}};
  const std::string reply = reply_to_message(message, searcher, context).line;
  DATELINE_REQUIRE(reply.empty() || nlohmann::json::accept(reply));
  DATELINE_REQUIRE(reply.find('\n') == std::string::npos);
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
