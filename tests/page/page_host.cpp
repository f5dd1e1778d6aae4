// Answers one request to the page on standard output, for the browser test:
//   page_host INDEX PATH QUERY_STRING     status, type and policy on a line each, then the body
#include <iostream>

#include "common/text/country_lookup.h"
#include "searcher/page/page.h"

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc != 4) return 2;
  Result<Searcher> searcher = Searcher::open(argv[1]);
  if (!searcher) {
    std::cerr << searcher.error().message << '\n';
    return 2;
  }
  const FilterContext context{{2024, 1, 1}, parse_country};
  const auto response = page_response(*searcher, argv[2], parse_page_parameters(argv[3]), context);
  if (!response) return 1;
  std::cout << response->status << '\n'
            << response->content_type << '\n'
            << page_policy() << '\n'
            << response->body;
}
