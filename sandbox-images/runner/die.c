#include "runner.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

void die(const char *what) {
  dprintf(2, "runner: %s: %s\n", what, strerror(errno));
  _exit(1);
}
