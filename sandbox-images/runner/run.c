/* One program: started with its limits, watched, killed with everything it left behind. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CPU_NOISE_US = 5000, MOST_OF_PROGRAM = 192, SAMPLE_US = 100000 };

static uid_t program;
static int core_count;

/* How the start of the child went; written by it in our memory, for it shares ours until it executes the program. */
static const char *volatile failed_step;
static volatile int failed_errno;

/* How long everything that was started waited for a core: what lived at the last look, and all that was seen. */
struct starving {
  int64_t seen_us, total_us;
};

struct start {
  const struct request *r;
  int in, out, err;
  int shown[MAX_DESCRIPTORS];
};

void run_prepare(uid_t uid, int cores) {
  program = uid;
  core_count = cores;
}

static int64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int64_t now_us(void) { return now_ns() / 1000; }

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

static int64_t us_of(struct timeval t) { return t.tv_sec * 1000000LL + t.tv_usec; }

static void require(bool good, const char *step) {
  if (good) return;
  failed_errno = errno;
  failed_step = step;
  _exit(126);
}

static void limit(int what, rlim_t value) { require(setrlimit(what, &(struct rlimit){value, value}) == 0, "setrlimit"); }

/* A program may raise it, as many do before they recurse deeply: the memory limit holds the stack anyhow. */
static void limit_stack(rlim_t value) {
  struct rlimit stack;
  require(getrlimit(RLIMIT_STACK, &stack) == 0, "getrlimit");
  stack.rlim_cur = value;
  require(setrlimit(RLIMIT_STACK, &stack) == 0, "setrlimit");
}

/* The kernel's OOM killer takes the program before the runner. */
static void be_killed_first(void) {
  int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  require(fd >= 0 && write(fd, "1000", 4) == 4, "oom_score_adj");
  close(fd);
}

/*
 * Threads may be started, processes not: what asks for one hears EAGAIN, as when there are too many. Another calling
 * convention or clone3 does not get as far as here: the box's own filter refuses them.
 */
static void start_no_process(void) {
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
  require(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0, "seccomp");
}

/* Runs in the child, in the runner's memory (as after vfork): no library call that keeps state. */
static int start_program(void *argument) {
  const struct start *s = argument;
  const struct request *r = s->r;
  require(dup2(s->in, 0) == 0 && dup2(s->out, 1) == 1 && dup2(s->err, 2) == 2, "dup2");
  for (int i = 0; i < r->shown; i++) require(dup2(s->shown[i], FIRST_SHOWN + i) >= 0, "dup2");
  require(syscall(SYS_close_range, FIRST_SHOWN + r->shown, ~0U, 0) == 0, "close_range");
  be_killed_first();
  require(setsid() >= 0, "setsid");
  limit(RLIMIT_CPU, r->cpu_us / 1000000 + 2);
  limit(RLIMIT_FSIZE, r->file_bytes);
  limit(RLIMIT_NOFILE, MOST_OF_PROGRAM);
  limit(RLIMIT_NPROC, r->processes);
  limit_stack(r->stack_bytes);
  if (r->space_bytes) limit(RLIMIT_AS, r->space_bytes);
  require(syscall(SYS_setresgid, program, program, program) == 0, "setresgid");
  require(syscall(SYS_setresuid, program, program, program) == 0, "setresuid");
  if (r->alone) start_no_process();
  execve(r->argv[0], r->argv, r->envp);
  require(false, "execve");
  return 0;
}

/* A file that is no program is the program's fault; any other failure to start is ours. */
static bool is_programs_fault(void) {
  return strcmp(failed_step, "execve") == 0 && (failed_errno == ENOEXEC || failed_errno == ENOMEM || failed_errno == E2BIG);
}

static pid_t start(const struct start *s, int *pidfd) {
  static char stack[64 * 1024] __attribute__((aligned(16)));
  failed_step = NULL;
  pid_t pid = clone(start_program, stack + sizeof stack, CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, (void *)s, pidfd);
  if (pid < 0) die("clone");
  return pid;
}

/*
 * What has died takes its share of the sum along, so what was seen to grow is added up. Threads that wait for each other are
 * counted too: their CPU time grows meanwhile, and its limit decides.
 */
static void look_at_starving(struct starving *s) {
  int64_t sum_us = usage_waited_us();
  if (sum_us > s->seen_us) s->total_us += sum_us - s->seen_us;
  s->seen_us = sum_us;
}

/*
 * Waits until the program ends or passes a limit. CPU time is looked at when it could first be over; starving when the clock
 * runs out, and of several processes, which come and go, now and then. It adds at most three times the limit of the clock.
 */
static void watch(const struct request *r, int pidfd, int64_t began, int64_t cpu_before, struct outcome *o) {
  struct pollfd fds[] = {{pidfd, POLLIN, 0}, {wire_fd(), POLLRDHUP, 0}};
  struct starving starving = {0};
  int64_t look = began + r->cpu_us / core_count, deadline = began + r->wall_us;
  bool samples = r->processes > 1 && !r->alone;
  int64_t sample = samples ? began + SAMPLE_US : INT64_MAX;
  for (;;) {
    int64_t now = now_us(), until = least(least(look, deadline), sample), left = until > now ? until - now : 0;
    int n = ppoll(fds, 2, &(struct timespec){left / 1000000, left % 1000000 * 1000}, NULL);
    if (n < 0 && errno != EINTR) die("ppoll");
    if (n > 0 && fds[1].revents) _exit(0);
    if (n > 0) return;
    now = now_us();
    if (now >= look) {
      int64_t rest = r->cpu_us - (usage_cpu_us() - cpu_before);
      if (rest < 0) {
        o->cpu_passed = true;
        return;
      }
      look = now + (rest / core_count > 1000 ? rest / core_count : 1000);
    }
    if (now < least(deadline, sample)) continue;
    look_at_starving(&starving);
    if (samples) sample = now + SAMPLE_US;
    deadline = began + r->wall_us + least(starving.total_us, 3 * r->wall_us);
    if (now >= deadline) {
      o->wall_passed = true;
      return;
    }
  }
}

/* Kills all that is alive and waits for it; adds up what it used. */
static void end_all(pid_t pid, struct outcome *o, int64_t *waited_us) {
  struct rusage used;
  int status;
  pid_t dead;
  for (;;) {
    kill(-1, SIGKILL);
    dead = wait4(-1, &status, __WALL, &used);
    if (dead < 0 && errno == ECHILD) return;
    if (dead < 0) continue;
    if (dead == pid) o->status = status;
    o->reaped++;
    *waited_us += us_of(used.ru_utime) + us_of(used.ru_stime);
    if (used.ru_maxrss > o->rss_kb) o->rss_kb = used.ru_maxrss;
  }
}

/* Out of the way of the numbers that the program is to find them under. */
static void raise_shown(struct start *s) {
  for (int i = 0; i < s->r->shown; i++) {
    s->shown[i] = fcntl(s->r->show[i], F_DUPFD_CLOEXEC, FIRST_SHOWN + MAX_DESCRIPTORS);
    if (s->shown[i] < 0) die("dup");
  }
}

void run_program(const struct request *r, int in, int out, int err, struct outcome *o) {
  struct start s = {.r = r, .in = in, .out = out, .err = err};
  int pidfd = -1;
  int64_t oom_before = usage_oom_kills(), cpu_before = usage_cpu_us(), began = now_us(), waited_us = 0;
  if (r->argc == 0) die("nothing to run");
  raise_shown(&s);
  pid_t pid = start(&s, &pidfd);
  for (int i = 0; i < r->shown; i++) close(s.shown[i]);
  watch(r, pidfd, began, cpu_before, o);
  o->ended_ns = now_ns();
  wire_close_given();
  end_all(pid, o, &waited_us);
  o->wall_us = now_us() - began;
  o->cpu_us = usage_cpu_us() - cpu_before;
  if (o->cpu_us < waited_us + CPU_NOISE_US) o->cpu_us = waited_us;
  o->oom_kills = usage_oom_kills() - oom_before;
  if (o->cpu_us > r->cpu_us) o->cpu_passed = true;
  else if (o->cpu_passed) o->cpu_us = r->cpu_us; /* the group's clock has our own few microseconds in it */
  close(pidfd);
  if (!failed_step) return;
  errno = failed_errno;
  if (!is_programs_fault()) die(failed_step);
  o->exec_errno = failed_errno;
}
