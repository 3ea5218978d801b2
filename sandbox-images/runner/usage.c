/*
 * CPU time and OOM kills of everything in the box, from its control group: version 2, version 1, or, where none is
 * mounted, from /proc and getrusage (then children that nobody waits for escape, and only the wall limit holds them).
 */
#define _GNU_SOURCE
#include "runner.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static int cpu_fd = -1, oom_fd = -1;
static const char *cpu_key = "", *oom_key = "oom_kill ";
static int64_t cpu_unit_ns = 1000;

static int open_read(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }

const char *usage_open(void) {
  cpu_fd = open_read("/sys/fs/cgroup/cpu.stat");
  oom_fd = open_read("/sys/fs/cgroup/memory.events");
  if (cpu_fd >= 0 && oom_fd >= 0) {
    cpu_key = "usage_usec ";
    return "v2";
  }
  cpu_fd = open_read("/sys/fs/cgroup/cpuacct/cpuacct.usage");
  if (cpu_fd < 0) cpu_fd = open_read("/sys/fs/cgroup/cpu,cpuacct/cpuacct.usage");
  oom_fd = open_read("/sys/fs/cgroup/memory/memory.oom_control");
  cpu_unit_ns = 1;
  return cpu_fd >= 0 && oom_fd >= 0 ? "v1" : "none";
}

/* The number behind the key at the start of a line. */
static int64_t read_value(int fd, const char *key) {
  char text[1024];
  ssize_t n = pread(fd, text, sizeof text - 1, 0);
  if (n <= 0) die("a control group file cannot be read");
  text[n] = '\0';
  for (char *line = text; line; line = strchr(line, '\n')) {
    if (*line == '\n') line++;
    if (strncmp(line, key, strlen(key)) == 0) return strtoll(line + strlen(key), NULL, 10);
  }
  return 0;
}

/* utime, stime, cutime and cstime of a process, in ticks: fields 14 to 17, counted behind the name in brackets. */
static int64_t ticks_of(const char *pid) {
  char path[64], text[1024], *at;
  long long user = 0, system = 0, users = 0, systems = 0;
  snprintf(path, sizeof path, "/proc/%.20s/stat", pid);
  int fd = open_read(path);
  if (fd < 0) return 0;
  ssize_t n = read(fd, text, sizeof text - 1);
  close(fd);
  if (n <= 0) return 0;
  text[n] = '\0';
  at = strrchr(text, ')');
  if (at) sscanf(at, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lld %lld %lld %lld", &user, &system, &users, &systems);
  return user + system + users + systems;
}

/* How long the threads of a process, all together, were ready to run but had no core. */
static int64_t waited_ns(const char *pid) {
  char path[64], text[128];
  long long waited, sum = 0;
  struct dirent *e;
  snprintf(path, sizeof path, "/proc/%.20s/task", pid);
  DIR *d = opendir(path);
  if (!d) return 0;
  while ((e = readdir(d))) {
    snprintf(path, sizeof path, "%.20s/schedstat", e->d_name);
    int fd = *e->d_name == '.' ? -1 : openat(dirfd(d), path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) continue;
    ssize_t n = read(fd, text, sizeof text - 1);
    text[n > 0 ? n : 0] = '\0';
    if (sscanf(text, "%*d %lld", &waited) == 1) sum += waited;
    close(fd);
  }
  closedir(d);
  return sum;
}

/* The sum over all processes of the program. */
static int64_t sum_of_living(int64_t (*of)(const char *pid)) {
  int64_t sum = 0;
  struct dirent *e;
  DIR *d = opendir("/proc");
  if (!d) die("/proc");
  while ((e = readdir(d)))
    if (isdigit((unsigned char)*e->d_name) && strcmp(e->d_name, "1") != 0) sum += of(e->d_name);
  closedir(d);
  return sum;
}

static int64_t sum_over_processes(void) {
  struct rusage waited;
  int64_t ticks = sum_of_living(ticks_of);
  getrusage(RUSAGE_CHILDREN, &waited);
  return ticks * (1000000 / sysconf(_SC_CLK_TCK)) + (waited.ru_utime.tv_sec + waited.ru_stime.tv_sec) * 1000000LL +
         waited.ru_utime.tv_usec + waited.ru_stime.tv_usec;
}

int64_t usage_cpu_us(void) {
  return cpu_fd < 0 ? sum_over_processes() : read_value(cpu_fd, cpu_key) * cpu_unit_ns / 1000;
}

int64_t usage_oom_kills(void) { return oom_fd < 0 ? 0 : read_value(oom_fd, oom_key); }

int64_t usage_waited_us(void) { return sum_of_living(waited_ns) / 1000; }
