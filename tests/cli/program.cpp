#include "tests/cli/program.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace szukajst::test {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// Replaces the running (child) process by the program; never returns.
[[noreturn]] void execute(const std::vector<std::string>& arguments) {
  std::vector<char*> argv;
  std::string program = SZUKAJST_PROGRAM;
  argv.push_back(program.data());
  std::vector<std::string> copies = arguments;
  for (auto& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);
  execv(program.c_str(), argv.data());
  _exit(127);
}

void redirect(const fs::path& path, int flags, int descriptor) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(126);
  close(file);
}

}  // namespace

ProgramRun szukajst(const std::vector<std::string>& arguments, const RunOptions& options) {
  const TemporaryFolder folder;
  const std::string input = folder.write("in", options.input);
  const fs::path out = folder.path() / "out", err = folder.path() / "err";
  const pid_t child = fork();
  if (child == 0) {
    redirect(input, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT, STDERR_FILENO);
    if (options.without_root_rights) {
      // Not for a user other than root, who has none to lose.
      prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
      prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
    }
    execute(arguments);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), contents(out), contents(err)};
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "szukajst-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

Served::Served(const fs::path& index) {
  std::array<int, 2> pipe_ends{};
  if (pipe(pipe_ends.data()) != 0) throw std::runtime_error("no pipe");
  child_ = fork();
  if (child_ == 0) {
    dup2(pipe_ends[1], STDOUT_FILENO);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    execute({"serve", "--index", index.string(), "--listen", "127.0.0.1:0", "--quiet"});
  }
  close(pipe_ends[1]);
  std::string line;
  for (char c = 0; read(pipe_ends[0], &c, 1) == 1 && c != '\n';) line += c;
  close(pipe_ends[0]);
  const std::size_t colon = line.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("the server did not print its URL: " + line);
  port_ = std::atoi(line.c_str() + colon + 1);
}

Served::~Served() {
  kill(child_, SIGTERM);
  waitpid(child_, nullptr, 0);
}

Served::Answer Served::get(std::string_view target, std::string_view more_headers) const {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port_));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  Answer answer;
  std::string reply;
  if (connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    const std::string request = "GET " + std::string(target) +
                                " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                                std::string(more_headers) + "\r\n";
    if (write(connection, request.data(), request.size()) == static_cast<ssize_t>(request.size())) {
      std::array<char, 1 << 16> buffer{};
      for (ssize_t n = 0; (n = read(connection, buffer.data(), buffer.size())) > 0;)
        reply.append(buffer.data(), static_cast<std::size_t>(n));
    }
  }
  close(connection);
  const std::size_t border = reply.find("\r\n\r\n");
  if (border == std::string::npos || reply.size() < 12) return answer;
  answer.status = std::atoi(reply.c_str() + 9);
  answer.head = reply.substr(0, border);
  answer.body = reply.substr(border + 4);
  return answer;
}

fs::path samples() {
  return fs::path(SZUKAJST_SOURCE_DIR) / "samples";
}
fs::path seeds() {
  return fs::path(SZUKAJST_SOURCE_DIR) / ".." / "shared" / "seeds";
}

}  // namespace szukajst::test
