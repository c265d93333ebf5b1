// A request and a response without HTTP's vendor: what the routes take and give.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace szukajst::server {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

// Paths and parameters are percent-decoded; whether they are UTF-8 is for the routes to check.
struct HttpRequest {
  std::string method = "GET";
  std::string path = "/";     // without the query
  NamedTexts parameters;      // in order, repeats kept
  std::string accept;         // the Accept header; empty where none was sent
  std::string if_none_match;  // the header of that name; empty where none was sent
  std::string origin;         // "http://host:port" as the client named this server; empty where it did not
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  std::string body;
  NamedTexts headers;
};

}  // namespace szukajst::server
