#include "indexer/person_guard.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "indexer/person_words.h"

namespace dateline {
namespace {

bool has_capital(const PlaceWord& word) {
  return word.form == WordForm::kCapital || word.form == WordForm::kCapitals;
}

bool is_initial(const PlaceWord& word) {
  return word.form == WordForm::kCapital && word.folded_size == 1 && word.period_after;
}

// In English text; in the languages they come from they are prepositions.
bool is_name_particle(std::string_view word) {
  return word == "de" || word == "la" || word == "del" || word == "da" || word == "di" ||
         word == "dos" || word == "van" || word == "von" || word == "der" || word == "bin" ||
         word == "al" || word == "el";
}

// One mention seen among its neighbours.
class Company {
 public:
  Company(const PlacePart& part, std::size_t index)
      : part_(part), index_(index), mention_(part.mentions[index]) {}

  bool follows_preposition() const {
    return previous_word() != nullptr &&
           person_words().before_places.contains(part_.text.letters(*previous_word()));
  }

  bool is_located() const {
    return previous_word() != nullptr &&
           person_words().locates.contains(part_.text.letters(*previous_word()));
  }

  // "Mr. Jordan", "Michael Jordan", "J. Jordan".
  bool is_surely_person() const {
    const PlaceWord* previous = previous_word();
    if (previous == nullptr || !has_capital(*previous) || previous->dotted) return false;
    const std::string_view letters = part_.text.letters(*previous);
    if (first_word().gap == Gap::kPeriod) {
      return is_initial(*previous) || person_words().titles.contains(letters);
    }
    return first_word().gap == Gap::kSpace && (person_words().titles.contains(letters) ||
                                               person_words().given_names.contains(letters));
  }

  // A word with a capital right before it that is no place and does not start the sentence.
  bool follows_name() const {
    const PlaceWord* previous = previous_word();
    if (previous == nullptr || first_word().gap != Gap::kSpace || !has_capital(*previous)) {
      return false;
    }
    if (previous->gap == Gap::kBreak || previous->gap == Gap::kPeriod) return false;
    return !previous->dotted && !previous_is_place() && previous->folded_size > 2;
  }

  // A word with a capital right after it that is no place and nothing that places have.
  bool precedes_name() const {
    const PlaceWord* next = next_word();
    if (next == nullptr || next->gap != Gap::kSpace || next->form != WordForm::kCapital) {
      return false;
    }
    return !next_is_place() && !person_words().belongings.contains(part_.text.letters(*next));
  }

  // "Bicester police": what towns have.
  bool precedes_civic_word() const {
    const PlaceWord* next = next_word();
    return next != nullptr && next->gap == Gap::kSpace &&
           person_words().civic.contains(part_.text.letters(*next));
  }

  bool precedes_county() const {
    const PlaceWord* next = next_word();
    return next != nullptr && next->gap == Gap::kSpace && has_capital(*next) &&
           (part_.text.letters(*next) == "county" || part_.text.letters(*next) == "parish");
  }

  // "in Fargo and Moorhead": what is said of the name before it is said of this one too.
  bool continues_list_of_places() const {
    if (index_ == 0 || !part_.mentions[index_ - 1].placed) return false;
    const std::size_t end = part_.mentions[index_ - 1].end_word();
    if (end == mention_.first_word) return first_word().gap == Gap::kComma;
    return end + 1 == mention_.first_word && part_.text.letters(part_.text.words[end]) == "and";
  }

  // "Sanford Stadium": called after a person as likely as after a town.
  bool begins_longer_name() const {
    const PlaceWord* next = next_word();
    return next != nullptr && next->gap == Gap::kSpace && has_capital(*next) && !next_is_place() &&
           !precedes_civic_word();
  }

  // "Mesa" in "Vice-President Salvador Mesa", of which Salvador turned out to be a person.
  bool continues_person() const {
    return index_ > 0 && part_.mentions[index_ - 1].dropped &&
           part_.mentions[index_ - 1].end_word() == mention_.first_word &&
           first_word().gap == Gap::kSpace;
  }

  // "Newport" in "Newport Beach", which is another place.
  bool is_part_of_longer_name() const {
    const PlaceWord* next = next_word();
    return next != nullptr && next->gap == Gap::kSpace && has_capital(*next) &&
           person_words().longer_names.contains(part_.text.letters(*next));
  }

  // "Carlos Valdés de la Concepción": capitals before the particles of a name.
  bool follows_name_particle() const {
    std::size_t at = mention_.first_word;
    bool particle = false;
    while (at > 0 && part_.text.words[at].gap == Gap::kSpace &&
           is_name_particle(part_.text.letters(part_.text.words[at - 1])) &&
           part_.text.words[at - 1].form == WordForm::kLower) {
      particle = true;
      --at;
    }
    return particle && at > 0 && part_.text.words[at].gap == Gap::kSpace &&
           has_capital(part_.text.words[at - 1]);
  }

 private:
  const PlaceWord* next_word() const {
    const std::size_t end = mention_.end_word();
    return end < part_.text.words.size() ? &part_.text.words[end] : nullptr;
  }
  const PlaceWord& first_word() const { return part_.text.words[mention_.first_word]; }
  const PlaceWord* previous_word() const {
    if (mention_.first_word == 0) return nullptr;
    return &part_.text.words[mention_.first_word - 1];
  }
  bool previous_is_place() const {
    return index_ > 0 && part_.mentions[index_ - 1].end_word() == mention_.first_word &&
           is_known_place(part_.mentions[index_ - 1]);
  }
  bool next_is_place() const {
    return index_ + 1 < part_.mentions.size() &&
           part_.mentions[index_ + 1].first_word == mention_.end_word() &&
           is_known_place(part_.mentions[index_ + 1]);
  }
  // Every other surname is also some town's name.
  static bool is_known_place(const PlaceMention& mention) {
    return mention.name->trust != NameTrust::kSupported;
  }

  const PlacePart& part_;
  std::size_t index_;
  const PlaceMention& mention_;
};

bool is_city(const PlaceMention& mention) {
  const PlaceKind kind = mention.name->meanings()[0].kind;
  return kind == PlaceKind::kCity || kind == PlaceKind::kCapital;
}

// Countries' own names and long names are persons only if listed so; cities of one word may be
// anybody's.
bool may_be_person(const PlaceMention& mention) {
  if (mention.zone == MentionZone::kDateline || mention.settled || mention.word_count > 1) {
    return false;
  }
  return mention.name->trust == NameTrust::kUnlessPerson || is_city(mention);
}

// Neither persons nor places that are called so alone.
bool is_within_name(const PlacePart& part, const Company& company, const PlaceMention& mention) {
  if (mention.settled || !is_city(mention)) return false;
  const bool town = mention.name->trust == NameTrust::kSupported;
  if (town && !part.heading_style && company.begins_longer_name()) return true;
  return company.is_part_of_longer_name() || (part.english && company.follows_name_particle());
}

}  // namespace

void drop_persons(PlacePart& part) {
  std::set<const PlaceName*> persons;
  for (std::size_t i = 0; i < part.mentions.size(); ++i) {
    PlaceMention& mention = part.mentions[i];
    if (mention.dropped) continue;
    const Company company(part, i);
    mention.civic = company.precedes_civic_word();
    mention.placed = company.is_located() || mention.civic || company.continues_list_of_places();
    mention.county = company.precedes_county();
    if (is_within_name(part, company, mention)) mention.dropped = true;
    if (mention.dropped || !may_be_person(mention)) continue;
    const bool sure = company.is_surely_person();
    const bool listed = mention.name->trust == NameTrust::kUnlessPerson;
    const bool glued = !part.heading_style && !company.follows_preposition() &&
                       (company.follows_name() || company.precedes_name());
    mention.dropped = sure || glued || company.continues_person();
    const bool town = mention.name->trust == NameTrust::kSupported;
    if (mention.dropped && (sure || listed || town)) persons.insert(mention.name);
  }
  for (std::size_t i = 0; i < part.mentions.size(); ++i) {
    PlaceMention& mention = part.mentions[i];
    if (mention.dropped || !persons.contains(mention.name) || !may_be_person(mention)) continue;
    const bool town = mention.name->trust == NameTrust::kSupported;
    mention.dropped = town || !Company(part, i).follows_preposition();
  }
}

}  // namespace dateline
