/*
 * The runner: process 1 of a box, the only program in it that is trusted.
 *
 * Theory of operation
 *
 * A box is a container (or a bubblewrap namespace) with a read-only root, no network and two writable tmpfs:
 *   /prog   owned by root: what was compiled, or the source to be compiled. Programs may read and execute it.
 *   /box    mode 1777: the working folder of the program, wiped after each run.
 * The runner connects to the judge's socket at start, says hello, and then answers one request after the other:
 *   put     lays a file in /prog
 *   run     lays files in /box, runs one program, hands back what it wrote, wipes /box
 *   wipe    empties /prog, so that the box can serve the next submission
 * When the connection closes, the runner ends, and with process 1 everything in the box ends: no box outlives its judge.
 *
 * One program at a time is the idea that everything else rests on: whatever is alive besides process 1 belongs to the
 * current run, so kill(-1, SIGKILL) and wait until there is no child is a complete clean-up, whatever the program forked,
 * and the counters of the box's control group, read before and after, belong to that run alone.
 *
 * A program may be born of an interpreter that waits, a zygote (zygote.h). Then whatever is alive besides it and process 1 belongs to the
 * current run; what is killed is all that has the program's user, until no other process is left.
 *
 * RLIMIT_NPROC bounds processes and threads alike. A program that may start threads and no processes gets a filter of its own as the
 * last thing before it starts, which refuses whatever would make one.
 *
 * Who is who: the runner is uid 0 with the capabilities SETUID, SETGID and KILL and no others. It has no right to override
 * file modes. The program is a uid of its own (one per box on the whole machine, because RLIMIT_NPROC counts by uid over
 * all boxes), without capabilities, groups or new privileges, under the box's system call filter. The runner touches
 * /box only with the program's file system uid, so that a link laid as a trap leads nowhere the program could not go.
 *
 * Standard input is a sealed memfd, standard output and error are memfds: nothing of a run touches a disk, the program
 * never waits for the judge, and output is read only when every process is dead. RLIMIT_FSIZE bounds all of them.
 *
 * Descriptors may come along with the first byte of a request. Large inputs are read-only ones of sealed memfds: standard
 * input as it is, a file in /box as a copy or, when it is big, as a link to a descriptor that the program inherits. Ends of pipes
 * become standard input or output of programs that talk to each other: what goes through is bounded by the pipe's size and by the
 * time limits of both. The runner keeps its copies of such ends until it has noted when the program ended. So whoever sees
 * the other side's end of file ends later by the clock as well, and it is certain which of two ended first.
 *
 * CPU time is that of all processes: the control group's clock where there is one (a program that forks, or whose
 * children are reaped by nobody, is counted), else the sum over the living and the waited-for. It is compared with the
 * limit when it could first be passed, then when the rest could be: a short run is never disturbed. Wall time only
 * guards against sleeping, so the time that threads and processes waited for a core on a busy machine is added to its limit.
 * Peak memory is the greatest resident set of one process as the kernel accounts it; the sum over processes is bounded by
 * the control group, whose OOM kills are reported.
 *
 * Frames, both ways: length of the head (32 bits, little endian), the head (words, each ended by NUL), then the bytes that
 * the head announced, in its order. A frame that cannot be understood ends the box.
 */
#define _GNU_SOURCE
#include "runner.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STDERR_KEPT = 4096 };

static int memory_file(const char *name) {
  int fd = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd < 0) die("memfd_create");
  return fd;
}

static int64_t size_of(int fd) {
  struct stat s;
  if (fstat(fd, &s) < 0) die("fstat");
  return s.st_size;
}

/* Standard input: empty, or what follows in the frame, sealed so that the program cannot change it. */
static int read_stdin(int64_t size) {
  if (size == 0) return open("/dev/null", O_RDONLY | O_CLOEXEC);
  int fd = memory_file("stdin");
  wire_read_payload(fd, size);
  if (lseek(fd, 0, SEEK_SET) < 0) die("lseek");
  if (fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) < 0) die("seal");
  return fd;
}

/* What the program wrote into a stream, cut where it is too long, which may be told. */
static struct file stream_file(const char *name, int fd, int64_t most, bool tell) {
  int64_t size = size_of(fd);
  if (size > most && tell) wire_word("passed=output");
  if (size > most) size = most;
  wire_word("%s=%lld", name, (long long)size);
  return (struct file){.name = name, .size = size, .fd = fd};
}

static void answer(const struct request *r, const struct outcome *o, int out, int err) {
  struct file files[MAX_FILES + 2];
  int count = 0;
  wire_begin();
  wire_word("done");
  wire_word("exit=%d", WIFEXITED(o->status) ? WEXITSTATUS(o->status) : 0);
  wire_word("signal=%d", WIFSIGNALED(o->status) ? WTERMSIG(o->status) : 0);
  wire_word("cpu=%lld", (long long)o->cpu_us);
  wire_word("wall=%lld", (long long)o->wall_us);
  wire_word("rss=%lld", (long long)o->rss_kb);
  wire_word("oom=%lld", (long long)o->oom_kills);
  wire_word("reaped=%d", o->reaped);
  if (o->cpu_passed) wire_word("passed=cpu");
  if (o->wall_passed) wire_word("passed=wall");
  wire_word("ended=%lld", (long long)o->ended_ns);
  if (r->out_fd < 0) files[count++] = stream_file("stdout", out, r->out_bytes, true);
  if (err != out) files[count++] = stream_file("stderr", err, STDERR_KEPT, false);
  int first = count;
  count += files_collect(r, files + first);
  for (int i = first; i < count; i++) {
    if (files[i].size < 0) wire_word("passed=output"), files[i].size = 0;
    else wire_word("file=%lld:%s", (long long)files[i].size, files[i].name);
  }
  files_wipe_box();
  wire_send(files, count);
  for (int i = first; i < count; i++) close(files[i].fd);
}

static void serve_run(const struct request *r) {
  int in = r->in_fd < 0 ? read_stdin(r->stdin_size) : r->in_fd;
  files_lay(r, false);
  int out = r->out_fd < 0 ? memory_file("stdout") : r->out_fd, err = r->merge ? out : memory_file("stderr");
  struct outcome o = {0};
  run_program(r, in, out, err, &o);
  if (o.exec_errno) {
    dprintf(err, "%s: %s\n", r->argv[0], strerror(o.exec_errno));
    o.status = 127 << 8;
  }
  answer(r, &o, out, err);
  if (r->in_fd < 0) close(in);
  if (r->out_fd < 0) close(out);
  if (err != out) close(err);
}

static void serve(const struct request *r) {
  if (strcmp(r->verb, "run") == 0) {
    serve_run(r);
    return;
  }
  if (strcmp(r->verb, "put") == 0) files_lay(r, true);
  else if (strcmp(r->verb, "wipe") == 0) files_wipe_prog();
  else die("unknown verb");
  wire_close_given();
  wire_begin();
  wire_word("done");
  wire_send(NULL, 0);
}

static void limit_once(int what, rlim_t value) {
  if (setrlimit(what, &(struct rlimit){value, value}) < 0) die("setrlimit");
}

/* Capabilities that a program could inherit: none, whatever the box's maker left. */
static void inherit_nothing(void) {
  struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3];
  if (syscall(SYS_capget, &head, data) < 0) die("capget");
  data[0].inheritable = data[1].inheritable = 0;
  if (syscall(SYS_capset, &head, data) < 0) die("capset");
}

/* What the runner sets on itself and every program inherits. */
static void settle(void) {
  syscall(SYS_close_range, 3, ~0U, 0);
  umask(022);
  inherit_nothing();
  limit_once(RLIMIT_CORE, 0);
  limit_once(RLIMIT_NOFILE, MOST_OPEN);
  signal(SIGPIPE, SIG_DFL);
  limit_once(RLIMIT_MEMLOCK, 0);
  limit_once(RLIMIT_MSGQUEUE, 0);
  if (syscall(SYS_setgroups, 0, NULL) < 0) die("setgroups");
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) die("no_new_privs");
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0) die("dumpable");
}

/* runner SOCKET UID */
int main(int argc, char **argv) {
  static struct request r;
  cpu_set_t cores;
  long uid = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
  if (uid <= 0 || getpid() != 1 || getuid() != 0) {
    dprintf(2, "runner: to be started by the judge as process 1 of a box: runner SOCKET UID\n");
    return 2;
  }
  settle();
  if (sched_getaffinity(0, sizeof cores, &cores) < 0) die("affinity");
  files_open(uid);
  run_prepare(uid, CPU_COUNT(&cores));
  wire_open(argv[1]);
  wire_hello(usage_open(), CPU_COUNT(&cores));
  for (;;) {
    wire_read_request(&r);
    serve(&r);
  }
}
