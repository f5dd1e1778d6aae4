// The files beside this one, as the build put them into the program.
#pragma once

#include <string_view>

namespace dateline {

std::string_view page_html();
std::string_view page_css();
std::string_view page_js();

}  // namespace dateline
