#ifndef BECOME_H
#define BECOME_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { FIRST_SHOWN = 3, MAX_DESCRIPTORS = 32 };  /* the first descriptor that a program is given besides its streams; how many at most */

/* What a process of a program is: its user, its limits, its descriptors. Bytes of it travel to a zygote. */
struct becoming {
  uid_t program;
  int64_t cpu_us;
  int64_t file_bytes, stack_bytes, space_bytes; /* space 0: no limit */
  int64_t processes;              /* and threads, at once */
  int shown;                      /* what it inherits from FIRST_SHOWN on */
  bool alone;                     /* may start threads only */
};

/*
 * become.c: makes the calling process that of a program, as the last thing before a line of it runs. No library call that keeps state: it
 * may run in the memory of another. Given are its streams, then what is shown; of the rest only what is kept stays open (-1: nothing).
 * Returns the step that failed, with errno, or NULL.
 */
const char *become(const struct becoming *b, const int *given, int kept);

bool become_hearing(void);      /* as programs do from their start; the runner lets some wait */

#endif
