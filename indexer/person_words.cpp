#include "indexer/person_words.h"

#include <utility>

#include "common/data/tables.h"
#include "common/tsv.h"

namespace dateline {
namespace {

constexpr std::pair<std::string_view, WordSet PersonWords::*> kWordKinds[] = {
    {"title", &PersonWords::titles},         {"given", &PersonWords::given_names},
    {"before", &PersonWords::before_places}, {"longer", &PersonWords::longer_names},
    {"civic", &PersonWords::civic},          {"locates", &PersonWords::locates},
    {"belonging", &PersonWords::belongings},
};

PersonWords read_person_words() {
  PersonWords words;
  for (const auto& row : table_rows(person_words_tsv(), 2)) {
    const auto list = split_list(row[1]);
    for (const auto& [name, set] : kWordKinds) {
      if (row[0] == name) (words.*set).insert(list.begin(), list.end());
    }
  }
  return words;
}

}  // namespace

const PersonWords& person_words() {
  static const PersonWords words = read_person_words();
  return words;
}

}  // namespace dateline
