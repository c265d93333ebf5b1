// From a request to a response: which path answers what (docs/api.md). Knows no vendor and no socket.
#pragma once

#include "server/http.h"
#include "server/parameters.h"
#include "server/render/pages.h"
#include "server/service.h"

namespace szukajst::server {

// Thread-safe as far as the service is.
class Routes {
 public:
  Routes(SearchService service, Pages pages);

  // Never fails: what cannot be answered is a response that says so, in the language and the format
  // that the request asks for. A HEAD request is answered as GET; leaving the body out is for the sender.
  HttpResponse answer(const HttpRequest& request) const;

 private:
  HttpResponse start(const Parameters& parameters) const;
  HttpResponse search(const Parameters& parameters) const;
  HttpResponse suggest(const HttpRequest& request, const Parameters& parameters) const;
  HttpResponse open_search(const HttpRequest& request, const Parameters& parameters) const;
  HttpResponse document(const HttpRequest& request, const Parameters& parameters) const;
  HttpResponse file(const HttpRequest& request, const Parameters& parameters) const;
  HttpResponse failure(const Parameters& parameters, const core::Error& error) const;
  HttpResponse problem(const Parameters& parameters, int status, std::string_view key,
                       Strings::Values values = {}) const;

  SearchService service_;
  Pages pages_;
};

}  // namespace szukajst::server
