// Linked into every program: one that asked for memory, got none and did not care ends with a code of its own, by which the
// judge knows it from other crashes. What a program catches or handles itself is not touched.
#include <exception>
#include <new>
#include <cstdlib>
#include <unistd.h>

static std::terminate_handler usual;

static void end() {
  static const char words[] = "std::bad_alloc\n";
  try {
    if (auto thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const std::bad_alloc &) {
    if (write(2, words, sizeof words - 1) >= 0) _exit(203);
  } catch (...) {
    usual();
  }
  abort();
}

__attribute__((constructor)) static void watch() { usual = std::set_terminate(end); }
