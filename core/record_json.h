// The record as JSON: a line of `szukajst extract --json`, and the form in which an index keeps it.
#pragma once

#include <string>
#include <string_view>

#include "core/record.h"
#include "core/result.h"

namespace szukajst::core {

// One line without line end; fields in the order of docs/record.md. Amounts are printed in full units.
std::string to_json(const Record& record);
// The same with two more fields: "evidence", where each item stands, and "text", the pages that it stands in.
// `text`: the document's cleaned text, which the record's evidence is of.
std::string to_json(const Record& record, const PagedText& text);

// Reads what to_json wrote; unknown fields are passed over. Error: malformed.
Result<Record> record_from_json(std::string_view json);

}  // namespace szukajst::core
