/* What both ways of starting a program have in common; compiled into the runner and into zygotes. */
#define _GNU_SOURCE
#include "become.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MOST_OF_PROGRAM = 192 };

static bool limit(int what, rlim_t value) { return setrlimit(what, &(struct rlimit){value, value}) == 0; }

/* A program may raise it, as many do before they recurse deeply: the memory limit holds the stack anyhow. */
static bool limit_stack(rlim_t value) {
  struct rlimit stack;
  if (getrlimit(RLIMIT_STACK, &stack) < 0) return false;
  stack.rlim_cur = value;
  return setrlimit(RLIMIT_STACK, &stack) == 0;
}

static bool limit_all(const struct becoming *b) {
  return limit(RLIMIT_CPU, b->cpu_us / 1000000 + 2) && limit(RLIMIT_FSIZE, b->file_bytes) && limit(RLIMIT_NOFILE, MOST_OF_PROGRAM) &&
         limit(RLIMIT_NPROC, b->processes) && limit_stack(b->stack_bytes) && (!b->space_bytes || limit(RLIMIT_AS, b->space_bytes));
}

/* The kernel's OOM killer takes the program before the runner. */
static bool be_killed_first(void) {
  int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  bool good = fd >= 0 && write(fd, "1000", 4) == 4;
  if (fd >= 0) close(fd);
  return good;
}

bool become_hearing(void) {
  sigset_t none;
  sigemptyset(&none);
  return sigprocmask(SIG_SETMASK, &none, NULL) == 0;
}

/* What is shown goes out of the way first of the numbers that the program is to find it under. */
static bool take_descriptors(const struct becoming *b, const int *given, int kept) {
  int raised[MAX_DESCRIPTORS], first = FIRST_SHOWN + b->shown;
  for (int i = 0; i < b->shown; i++) {
    raised[i] = fcntl(given[FIRST_SHOWN + i], F_DUPFD_CLOEXEC, FIRST_SHOWN + MAX_DESCRIPTORS);
    if (raised[i] < 0) return false;
  }
  for (int i = 0; i < FIRST_SHOWN; i++)
    if (dup2(given[i], i) < 0) return false;
  for (int i = 0; i < b->shown; i++)
    if (dup2(raised[i], FIRST_SHOWN + i) < 0) return false;
  if (kept < 0) return syscall(SYS_close_range, first, ~0U, 0) == 0;
  return syscall(SYS_close_range, first, kept - 1, 0) == 0 && syscall(SYS_close_range, kept + 1, ~0U, 0) == 0;
}

/*
 * Threads may be started, processes not: what asks for one hears EAGAIN, as when there are too many. Another calling
 * convention or clone3 does not get as far as here: the box's own filter refuses them.
 */
static bool start_no_process(void) {
  static struct sock_filter code[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_fork, 4, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_vfork, 3, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EAGAIN),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {sizeof code / sizeof *code, code};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

const char *become(const struct becoming *b, const int *given, int kept) {
  if (!take_descriptors(b, given, kept)) return "descriptors";
  if (!be_killed_first()) return "oom_score_adj";
  if (!become_hearing()) return "sigprocmask";
  if (setsid() < 0) return "setsid";
  if (!limit_all(b)) return "setrlimit";
  if (syscall(SYS_setresgid, b->program, b->program, b->program) < 0) return "setresgid";
  if (syscall(SYS_setresuid, b->program, b->program, b->program) < 0) return "setresuid";
  if (b->alone && !start_no_process()) return "seccomp";
  return NULL;
}
