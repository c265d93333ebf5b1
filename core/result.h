// What may fail in normal use gives a Result: a value, or an error that says what and why.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace szukajst::core {

enum class ErrorCode {
  not_found,    // what was named does not exist
  unreadable,   // it exists, but cannot be read
  unsupported,  // a format or version that this program does not know
  malformed,    // it does not have the form that it should have
  too_large,    // over a limit that docs/limits.md lists
  conflict,     // something else holds it (a port, a lock)
  unwritable,   // it cannot be written
  busy,         // there is more to do than can be done now; worth another try
};

struct Error {
  ErrorCode code = ErrorCode::malformed;
  std::string message;  // a sentence in English without full stop; names the input and says why
};

// Either a T or an Error. Not thread-safe beyond what T is.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: meant to convert
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: meant to convert

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};  // the value of a Result that only succeeds or fails

}  // namespace szukajst::core
