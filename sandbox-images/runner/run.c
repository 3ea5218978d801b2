/* One program: started with its limits, watched, killed with everything it left behind. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CPU_NOISE_US = 5000, SAMPLE_US = 100000 };

static uid_t program;
static int core_count;

/* How the start of the child went; written by it in our memory, which it shares until it executes the program. */
static const char *volatile failed_step;
static volatile int failed_errno;

/* How long everything that was started waited for a core: what lived at the last look, and all that was seen. */
struct starving {
  int64_t seen_us, total_us;
};

struct start {
  const struct request *r;
  struct becoming limits;
  int given[FIRST_SHOWN + MAX_DESCRIPTORS];
};

static void hear(int signal) { (void)signal; }

/* That a child has ended is heard while we wait for it and at no other time. */
void run_prepare(uid_t uid, int cores) {
  sigset_t child;
  program = uid;
  core_count = cores;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  if (sigprocmask(SIG_BLOCK, &child, NULL) < 0) die("sigprocmask");
  if (sigaction(SIGCHLD, &(struct sigaction){.sa_handler = hear, .sa_flags = SA_NOCLDSTOP}, NULL) < 0) die("sigaction");
}

static int64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int64_t now_us(void) { return now_ns() / 1000; }

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

static int64_t us_of(struct timeval t) { return t.tv_sec * 1000000LL + t.tv_usec; }

/* Runs in the child, in the runner's memory (as after vfork): no library call that keeps state. */
static int start_program(void *argument) {
  const struct start *s = argument;
  const char *failed = become(&s->limits, s->given, -1);
  if (!failed) {
    execve(s->r->argv[0], s->r->argv, s->r->envp);
    failed = "execve";
  }
  failed_errno = errno;
  failed_step = failed;
  _exit(126);
}

/* A file that is no program is the program's fault; any other failure to start is ours. */
static bool is_programs_fault(void) {
  return strcmp(failed_step, "execve") == 0 && (failed_errno == ENOEXEC || failed_errno == ENOMEM || failed_errno == E2BIG);
}

/* What a zygote's streams are like: it has looked at its own before it bears anybody. */
static bool is_file(int fd) {
  struct stat s;
  return fstat(fd, &s) == 0 && !S_ISFIFO(s.st_mode) && !S_ISSOCK(s.st_mode);
}

static pid_t start(struct start *s) {
  failed_step = NULL;
  return s->r->fork && is_file(s->given[0]) && is_file(s->given[1]) ? zygote_bear(s->r, &s->limits, s->given)
                                                                    : beside(start_program, s);
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

static bool has_ended(pid_t pid) {
  siginfo_t found = {0};
  if (waitid(P_PID, pid, &found, WEXITED | WNOHANG | WNOWAIT) < 0) die("waitid");
  return found.si_pid == pid;
}

/*
 * Waits until the program ends or passes a limit. CPU time is looked at when it could first be over; starving when the clock
 * runs out, and of several processes, which come and go, now and then. It adds at most three times the limit of the clock.
 */
static void watch(const struct request *r, pid_t pid, int64_t began, int64_t cpu_before, struct outcome *o) {
  struct pollfd judge = {wire_fd(), POLLRDHUP, 0};
  sigset_t none;
  sigemptyset(&none);
  struct starving starving = {0};
  int64_t look = began + r->limits.cpu_us / core_count, deadline = began + r->wall_us;
  bool samples = r->limits.processes > 1 && !r->limits.alone;
  int64_t sample = samples ? began + SAMPLE_US : INT64_MAX;
  for (;;) {
    int64_t now = now_us(), until = least(least(look, deadline), sample), left = until > now ? until - now : 0;
    int n = ppoll(&judge, 1, &(struct timespec){left / 1000000, left % 1000000 * 1000}, &none);
    if (n < 0 && errno != EINTR) die("ppoll");
    if (n > 0) _exit(0);
    if (has_ended(pid)) return;
    now = now_us();
    if (now >= look) {
      int64_t rest = r->limits.cpu_us - (usage_cpu_us() - cpu_before);
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
  for (;;) {
    if (zygote_pid()) zygote_kill_program();
    else kill(-1, SIGKILL);
    if (zygote_pid() && o->reaped > 0 && zygote_is_last()) return;
    pid_t dead = wait4(-1, &status, __WALL, &used);
    if (dead < 0 && errno == ECHILD) return;
    if (dead < 0) continue;
    if (dead == zygote_pid()) die("the zygote has ended");
    if (dead == pid) o->status = status;
    o->reaped++;
    *waited_us += us_of(used.ru_utime) + us_of(used.ru_stime);
    if (used.ru_maxrss > o->rss_kb) o->rss_kb = used.ru_maxrss;
  }
}

void run_program(const struct request *r, int in, int out, int err, struct outcome *o) {
  struct start s = {.r = r, .limits = r->limits, .given = {in, out, err}};
  int64_t oom_before = usage_oom_kills(), cpu_before = usage_cpu_us(), began = now_us(), waited_us = 0;
  if (r->argc == 0) die("nothing to run");
  s.limits.program = program;
  memcpy(s.given + FIRST_SHOWN, r->show, sizeof r->show);
  pid_t pid = start(&s);
  watch(r, pid, began, cpu_before, o);
  o->ended_ns = now_ns();
  wire_close_given();
  end_all(pid, o, &waited_us);
  o->wall_us = now_us() - began;
  o->cpu_us = usage_cpu_us() - cpu_before;
  if (o->cpu_us < waited_us + CPU_NOISE_US) o->cpu_us = waited_us;
  o->oom_kills = usage_oom_kills() - oom_before;
  if (o->cpu_us > r->limits.cpu_us) o->cpu_passed = true;
  else if (o->cpu_passed) o->cpu_us = r->limits.cpu_us; /* the group's clock has our own few microseconds in it */
  if (!failed_step) return;
  errno = failed_errno;
  if (!is_programs_fault()) die(failed_step);
  o->exec_errno = failed_errno;
}
