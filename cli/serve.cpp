#include <pthread.h>

#include <charconv>
#include <csignal>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/opened_index.h"
#include "cli/output.h"
#include "core/large_pages.h"
#include "core/log.h"
#include "server/server.h"

namespace szukajst::cli {
namespace {

std::optional<server::ServerOptions> listen_options(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string_view digits = text.substr(colon + 1);
  server::ServerOptions options;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), options.port);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  options.address = text.substr(0, colon);
  if (options.address.starts_with('[') && options.address.ends_with(']'))
    options.address = options.address.substr(1, options.address.size() - 2);
  return options;
}

}  // namespace

int serve(const ServeOptions& options) {
  core::put_code_in_large_pages();
  const auto listen = listen_options(options.listen);
  if (!listen) {
    print_error("--listen " + options.listen + ": ADDRESS:PORT is wanted, as in 127.0.0.1:8080");
    return kWrongUsage;
  }
  return with_tables([&](const Tables& tables) {
    // Blocked before any thread starts, so that only the wait below takes them.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    const auto searcher = search::LiveSearcher::open(options.indexes, tables.lexicon, tables.gazetteer);
    if (!searcher) return print_error(searcher.error()), kIndexUnusable;
    auto server = server::Server::start(*searcher, tables.gazetteer, *listen);
    if (!server) return print_error(server.error()), kSomeFailed;
    const bool ipv6 = listen->address.find(':') != std::string::npos;
    print_line("http://" + (ipv6 ? "[" + listen->address + "]" : listen->address) + ":" +
               std::to_string(server->port()) + "/");
    finish_output();
    int received = 0;
    sigwait(&signals, &received);
    core::log::info("stopping");
    server->stop();
    return kDone;
  });
}

}  // namespace szukajst::cli
