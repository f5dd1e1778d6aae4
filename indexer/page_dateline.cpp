#include "indexer/page_dateline.h"

#include "indexer/dateline_prefix.h"
#include "indexer/lines.h"

namespace dateline {
namespace {

constexpr int kParagraphsWithDateline = 3;

}  // namespace

std::optional<DateMention> dateline_on_page(const Record& record, const Layout& layout,
                                            std::string_view language) {
  bool first = true;
  const auto read = [&](const ByteRange& paragraph) {
    const auto place = first ? DatelinePlace::kOptional : DatelinePlace::kRequired;
    first = false;
    auto mention = date_in_dateline(slice(record.text, paragraph), language, place);
    if (mention) {
      mention->span.start += paragraph.start;
      mention->span.end += paragraph.start;
    }
    return mention;
  };
  for (const HeadLine& line : layout.head) {
    if (line.kind != LineKind::kBody) continue;
    if (auto mention = read(line.range)) return mention;
  }
  LineReader lines(record.text, layout.prose);
  for (int i = 0; i < kParagraphsWithDateline; ++i) {
    const auto line = lines.next();
    if (!line) break;
    if (auto mention = read(line->range)) return mention;
  }
  return std::nullopt;
}

}  // namespace dateline
