// Candidates are ranked by the kind of their evidence, not by their place in a list of rules: the
// best page date is the one of the highest rank, the first of equals. Then the families (field,
// address, page, dateline) are compared. Agreement of two families is what makes a date sure;
// their disagreement is settled in favour of the family measured to be right more often.
#include "indexer/publication_date.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "indexer/date_field.h"
#include "indexer/digit_order.h"
#include "indexer/page_dates.h"

namespace dateline {
namespace {

// What a date on the page is worth as publication date, from nothing to a label.
enum class Rank {
  kNone,
  kLone,          // within the text of a page with menus, the only one
  kUpdated,       // "Last updated": the only date some pages show
  kTail,          // below the text, unlabelled
  kHeader,        // above the headline, without a time: often the day of the crawl
  kLabelledTail,  // below the text
  kTimedHeader,   // above the headline with a time: may be the clock of the page
  kHead,          // beside headline or byline
  kTimed,         // beside headline or byline, with its time
  kLabelled,
};

Rank rank_of(const PageDate& date) {
  if (date.label == DateLabel::kOther) return Rank::kNone;
  if (date.place == PagePlace::kText) return Rank::kLone;
  if (date.label == DateLabel::kUpdated) return Rank::kUpdated;
  if (date.label == DateLabel::kPublished || date.label == DateLabel::kDated) {
    return date.place == PagePlace::kTail ? Rank::kLabelledTail : Rank::kLabelled;
  }
  if (date.place == PagePlace::kHeader) return date.time ? Rank::kTimedHeader : Rank::kHeader;
  return date.time ? Rank::kTimed : Rank::kHead;
}

std::string evidence_of(const PageDate& date) {
  switch (rank_of(date)) {
    case Rank::kUpdated:
      return "text.modified";
    case Rank::kLabelledTail:
      return "text.label";
    case Rank::kLabelled:
      return date.time ? "text.timed" : "text.label";
    case Rank::kTimed:
    case Rank::kTimedHeader:
      return "text.timed";
    default:
      return "text.explicit";
  }
}

Confidence lowered(Confidence confidence) {
  switch (confidence) {
    case Confidence::kSure:
      return Confidence::kLikely;
    case Confidence::kLikely:
      return Confidence::kGuess;
    default:
      return confidence;
  }
}

Confidence confidence_of(const PageDate& date, const Layout& layout) {
  Confidence confidence = Confidence::kLikely;
  const Rank rank = rank_of(date);
  if (rank == Rank::kLabelled) confidence = Confidence::kSure;
  if (rank == Rank::kLabelledTail) confidence = Confidence::kGuess;
  const bool has_site_name =
      std::any_of(layout.head.begin(), layout.head.end(),
                  [](const HeadLine& line) { return line.kind == LineKind::kSiteName; });
  if (rank == Rank::kHeader && has_site_name) confidence = Confidence::kGuess;
  if (!date.weekday_fits || date.order_assumed) confidence = lowered(confidence);
  return confidence;
}

DateFinding finding_of(const PageDate& date, const Layout& layout) {
  return {date.date, date.time, confidence_of(date, layout), evidence_of(date), date.span};
}

// The last day an article known at the time of the crawl can carry: some place on earth is a day
// ahead of the crawler.
std::optional<Date> upper_bound(const Record& record, std::string_view language) {
  const auto crawled = parse_date_field(record.crawled, language);
  if (!crawled || crawled->date.precision() != DatePrecision::kDay || crawled->swapped) {
    return std::nullopt;
  }
  return date_from_day_number(day_number(crawled->date) + 1);
}

bool is_future(const Date& date, const std::optional<Date>& bound) {
  return bound && date.year != 0 && Date{date.year, date.month, date.day} > *bound;
}

std::optional<DateFinding> from_field(const std::string& value, const Record& record,
                                      std::string_view language, const std::optional<Date>& bound) {
  auto field = parse_date_field(value, language);
  if (!field) return std::nullopt;
  const auto date = settle(*field, digit_order_of(record, language, {}));
  DateFinding finding{date ? *date : Date{field->date.year, 0, 0}, std::nullopt, Confidence::kSure,
                      "field", std::nullopt};
  if (date) finding.time = field->time;
  if (field->swapped) finding.confidence = Confidence::kLikely;
  if (is_future(finding.date, bound)) return std::nullopt;
  return finding;
}

// Further down the page a date of better evidence wins only if it is not later: the day of the
// crawl stands above the article's own, the days of readers' comments below it.
bool outranks(const PageDate& below, const PageDate& best) {
  if (rank_of(below) <= rank_of(best)) return false;
  return rank_of(best) == Rank::kUpdated || below.date <= best.date;
}

std::optional<PageDate> best_page_date(const std::vector<PageDate>& dates,
                                       const std::optional<Date>& bound) {
  std::optional<PageDate> best;
  for (const PageDate& date : dates) {
    if (rank_of(date) == Rank::kNone || is_future(date.date, bound)) continue;
    if (!best || outranks(date, *best)) best = date;
  }
  return best;
}

bool is_day(const Date& date) { return date.precision() == DatePrecision::kDay; }

// Days from a to b; nothing unless both are whole days.
std::optional<int> days_between(const Date& a, const Date& b) {
  if (!is_day(a) || !is_day(b)) return std::nullopt;
  return day_number(b) - day_number(a);
}

// The month and day of a dateline in the year that puts it at most a month before `later`, a day
// known from elsewhere.
std::optional<Date> in_year_before(const Date& month_day, const Date& later) {
  if (!is_day(later)) return std::nullopt;
  for (const int year : {later.year, later.year - 1}) {
    const Date date{year, month_day.month, month_day.day};
    if (!is_valid(date)) continue;
    const int gap = day_number(later) - day_number(date);
    if (gap >= 0 && gap <= 31) return date;
  }
  return std::nullopt;
}

DateFinding from_dateline(const DateMention& mention) {
  return {mention.date, std::nullopt, Confidence::kSure, "text.dateline", mention.span};
}

// An address and a page that differ by one day are one date seen from two time zones.
DateFinding join_url(const DateFinding& page, const Date& url) {
  const auto gap = days_between(page.date, url);
  const bool same_month =
      url.day == 0 && page.date.year == url.year && page.date.month == url.month;
  if ((gap && *gap >= -1 && *gap <= 1) || same_month) {
    DateFinding joined = page;
    joined.confidence = Confidence::kSure;
    return joined;
  }
  const bool page_says_when = page.evidence != "text.explicit" && page.evidence != "text.modified";
  if (url.day == 0 && page_says_when) return page;
  return {url, std::nullopt, url.day == 0 ? Confidence::kLikely : Confidence::kSure, "url",
          std::nullopt};
}

// A header date far from the day of the dateline is the day of the crawl.
DateFinding join_dateline(const DateFinding& page, const PageDate& best,
                          const DateMention& dateline) {
  const bool has_year = dateline.date.year != 0;
  const auto written =
      has_year ? std::optional(dateline.date) : in_year_before(dateline.date, page.date);
  const auto gap = written ? days_between(*written, page.date) : std::nullopt;
  if (gap && *gap >= 0 && *gap <= 3) {
    DateFinding joined = page;
    if (best.weekday_fits) joined.confidence = Confidence::kSure;
    return joined;
  }
  const bool weak = rank_of(best) <= Rank::kHeader;
  return weak || (has_year && rank_of(best) < Rank::kTimed) ? from_dateline(dateline) : page;
}

DateFinding from_page(const Record& record, const Layout& layout, std::string_view language,
                      const std::optional<Date>& bound) {
  const DigitOrder order = digit_order_of(record, language, sibling_dates(record, language));
  const auto best = best_page_date(dates_on_page(record, layout, language, order), bound);
  auto dateline = dateline_on_page(record, layout, language);
  if (dateline) {
    const auto date = settle(*dateline, order);
    if (!date || is_future(*date, bound)) {
      dateline.reset();
    } else {
      dateline->date = *date;
    }
  }
  if (!best) return dateline ? from_dateline(*dateline) : DateFinding{};
  const DateFinding page = finding_of(*best, layout);
  return dateline ? join_dateline(page, *best, *dateline) : page;
}

}  // namespace

DateFinding find_publication_date(const Record& record, const Layout& layout,
                                  std::string_view language) {
  const std::optional<Date> bound = upper_bound(record, language);
  if (auto published = from_field(record.published, record, language, bound)) return *published;
  DateFinding page = from_page(record, layout, language, bound);
  const auto url = date_in_url(record.url);
  if (url && !is_future(*url, bound)) page = join_url(page, *url);
  const bool dated = page.date.year != 0 && page.evidence != "text.modified";
  if (dated || record.modified.empty()) return page;
  const auto modified = from_field(record.modified, record, language, bound);
  if (!modified) return page;
  if (page.date.precision() == DatePrecision::kMonthDay) {
    const auto date = in_year_before(page.date, modified->date);
    if (!date) return page;
    page.date = *date;
    page.confidence = Confidence::kLikely;
    return page;
  }
  if (page.date.year != 0) return page;
  DateFinding finding = *modified;
  finding.confidence = Confidence::kGuess;
  finding.evidence = "field.modified";
  return finding;
}

}  // namespace dateline
