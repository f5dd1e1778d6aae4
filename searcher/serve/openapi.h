// The description of the server in OpenAPI 3.1. openapi.json beside this file has all of it but the
// fields of a request, which come from request_properties(): as they are for a body, and as
// parameters for an address.
#pragma once

#include <string>

namespace dateline {

// As JSON; always the same.
const std::string& openapi_description();

}  // namespace dateline
