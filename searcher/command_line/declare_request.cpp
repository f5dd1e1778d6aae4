#include "searcher/command_line/declare_request.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace dateline {
namespace {

// "per_article" -> "--per-article"
std::string option_name(std::string_view field) {
  std::string name = "--" + std::string(field);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

// The same, and --timeout as a short form of --timeout-ms.
std::string option_names(std::string_view field) {
  return field == "timeout_ms" ? "--timeout-ms,--timeout" : option_name(field);
}

bool has_effect(const Declaration& declaration, std::string_view field) {
  return dateline::has_effect(field, declaration.uses);
}

void declare_field(const Declaration& declaration, const NumberField& field) {
  if (!has_effect(declaration, field.name)) return;
  const std::string about = std::string(field.meaning) + " (" + std::to_string(field.least) +
                            " to " + std::to_string(field.most) +
                            "; default: " + std::to_string(Request{}.*field.value) + ")";
  const auto take = [&typed = declaration.typed, &field](const std::string& value) {
    note(typed, set_number(typed.request, field, value));
    if (field.value == &Request::timeout_ms) typed.has_timeout = true;
  };
  declaration.command.add_option_function<std::string>(option_names(field.name), take, about)
      ->type_name("N")
      ->group("Answer");
}

void declare_choice(const Declaration& declaration, std::string_view name, const char* group) {
  for (const ChoiceField& field : choice_fields()) {
    if (field.name != name || !has_effect(declaration, name)) continue;
    const auto take = [&typed = declaration.typed, &field](const std::string& value) {
      note(typed, field.set(typed.request, value));
    };
    declaration.offer(
        declaration.command
            .add_option_function<std::string>(option_name(name), take, std::string(field.meaning))
            ->type_name(std::string(field.value))
            ->group(group),
        field.choices);
  }
}

// An option whose text a function of the draft reads.
void declare_text(const Declaration& declaration, std::string_view field,
                  Result<void> (*set)(RequestDraft&, std::string_view), const char* about,
                  const char* value, const char* group = "Ranking") {
  if (!has_effect(declaration, field)) return;
  const auto take = [&typed = declaration.typed, set](const std::string& text) {
    note(typed, set(typed.request, text));
  };
  declaration.command.add_option_function<std::string>(option_name(field), take, about)
      ->type_name(value)
      ->group(group);
}

void declare_ranking(const Declaration& declaration) {
  CLI::App& command = declaration.command;
  const bool has_words = has_effect(declaration, "query");
  if (has_words) {
    command
        .add_option("--synonyms", declaration.typed.synonyms,
                    "Let words stand for others as well, as this file says; QUERY.md has its form")
        ->type_name("FILE")
        ->group("Ranking");
  }
  declare_choice(declaration, "sort", "Ranking");
  declare_choice(declaration, "expand", "Ranking");
  declare_text(declaration, "recency", set_recency,
               "Let scores fade with age: half is left after 30d, 4w, 6m, 1y, ... (default: off)",
               "HALF-LIFE");
  declare_text(declaration, "like", set_like,
               "More articles like the one with this id; without words, those that share its own",
               "ID");
  declare_text(declaration, "min_match", set_min_match,
               "Articles must have so many of the words, or this share of them (default: 1)",
               "N|P%");
  if (!has_words) return;
  const auto all_words = [&typed = declaration.typed] {
    note(typed, set_min_match(typed.request, "100%"));
  };
  command
      .add_flag_callback("--all-words", all_words,
                         "Articles must have all of the words; the same as --min-match 100%")
      ->group("Ranking");
}

void declare_parts(const Declaration& declaration) {
  declare_choice(declaration, "fold", "Answer");
  if (!has_effect(declaration, "fields")) return;
  declaration.command
      .add_option("--fields", declaration.typed.request.filters.fields,
                  "Parts of each passage that JSON, JSON lines and CSV have, such as "
                  "id,title,text (default: all)")
      ->allow_extra_args(false)
      ->type_name("NAMES")
      ->group("Answer");
}

void declare_filters(const Declaration& declaration) {
  CLI::App& command = declaration.command;
  const auto list = [&command](const char* name, std::vector<std::string>& values,
                               const char* about, const char* type) {
    command.add_option(name, values, about)
        ->allow_extra_args(false)
        ->type_name(type)
        ->group("Filters");
  };
  const auto text = [&command](const char* name, std::optional<std::string>& value,
                               const char* about, const char* type) {
    command.add_option(name, value, about)->type_name(type)->group("Filters");
  };
  FilterText& filters = declaration.typed.request.filters;
  list("--country,--countries", filters.countries,
       "About any of these countries (repeat the option, or put commas between)", "COUNTRY");
  list("--all-countries", filters.all_countries, "About each of these countries", "COUNTRY");
  list("--not-country,--not-countries", filters.not_countries, "About none of these countries",
       "COUNTRY");
  text("--from", filters.from, "Published on this day or later", "DATE");
  text("--to", filters.to, "Published on this day or earlier", "DATE");
  text("--as-of", filters.as_of,
       "Search as on this day: what was published later does not appear and does not count",
       "DATE");
  text("--undated", filters.undated, "Articles without a date: include, exclude or only", "HOW");
  declaration.offer(command.get_option("--undated"), undated_choices());
  list("--source", filters.sources, "Published by any of these sources", "NAME");
  list("--language", filters.languages,
       "In any of these languages: en, az, ...; und where it is unknown", "CODE");
  command
      .add_option("--now", declaration.typed.now,
                  "The day that relative dates count back from (default: today)")
      ->type_name("DAY")
      ->group("Filters");
}

void declare_facets(const Declaration& declaration) {
  if (!has_effect(declaration, "facet")) return;
  FilterText& filters = declaration.typed.request.filters;
  declaration.offer(declaration.command
                        .add_option("--facet", filters.facets,
                                    "A facet to count (repeatable; default: country, year, month, "
                                    "source, language)")
                        ->allow_extra_args(false)
                        ->type_name("NAME")
                        ->group("Answer"),
                    facet_choices());
  declaration.command
      .add_option("--facet-prefix", filters.facet_prefix,
                  "Of facets only values with a word that begins so, and the chosen ones")
      ->type_name("TEXT")
      ->group("Answer");
}

void declare_flags(const Declaration& declaration) {
  Request& request = declaration.typed.request.request;
  for (const FlagField& field : flag_fields()) {
    if (!has_effect(declaration, field.name)) continue;
    const std::string name = option_name(field.name);
    const std::string names = name + ",!--no" + name.substr(1);
    declaration.command.add_flag(names, request.*field.value, std::string(field.meaning))
        ->group("Answer");
  }
}

}  // namespace

void declare_request(const Declaration& declaration) {
  declare_ranking(declaration);
  declare_parts(declaration);
  declare_filters(declaration);
  for (const NumberField& field : number_fields()) declare_field(declaration, field);
  declare_facets(declaration);
  declare_flags(declaration);
}

void declare_cursor(const Declaration& declaration) {
  declare_text(declaration, "cursor", set_cursor,
               "Page through the answer: first, and then what the page before gave as its cursor, "
               "with the same query, filters and ranking",
               "CURSOR", "Answer");
}

}  // namespace dateline
