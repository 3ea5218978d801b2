/*
 * The runner's side of a zygote (zygote.h). It is started when a program first asks for one, and lives on with the box: it has opened
 * nothing of any submission, and cannot: while it starts, /prog is hidden from it, and afterwards it only waits and bears. It is uid 0 with
 * our capabilities, so that a child can take the program's user; whoever has that user can neither signal it nor look into it.
 */
#define _GNU_SOURCE
#include "runner.h"
#include "zygote.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOBODY = 65534 };                 /* has no process in a box */

static pid_t zygote;
static int ours = -1;                    /* our end */
static uid_t user;                       /* of the programs it bears */

/* What it was started with: words, each ended by NUL, and the stack, which the kernel lays out when it executes. */
static char kind[MAX_HEAD];
static size_t kind_size;
static int64_t kind_stack;

pid_t zygote_pid(void) { return zygote; }

struct egg {
  const struct request *r;
  int streams, theirs;
};

/* In our memory, as every start. Its streams are such as a program's are. */
static int start_zygote(void *argument) {
  const struct egg *e = argument;
  struct rlimit stack;
  for (int i = 0; i < FIRST_SHOWN; i++)
    if (dup2(e->streams, i) < 0) _exit(126);
  if (dup2(e->theirs, ZYGOTE_SOCKET) < 0 || getrlimit(RLIMIT_STACK, &stack) < 0) _exit(126);
  stack.rlim_cur = e->r->limits.stack_bytes;
  if (setrlimit(RLIMIT_STACK, &stack) < 0) _exit(126);
  if (!become_hearing()) _exit(126);
  if (syscall(SYS_close_range, FIRST_SHOWN, ZYGOTE_SOCKET - 1, 0) < 0) _exit(126);
  if (syscall(SYS_close_range, ZYGOTE_SOCKET + 1, ~0U, 0) < 0) _exit(126);
  execve(e->r->argv[0], e->r->argv, e->r->envp);
  _exit(127);
}

static struct zygote_said hear(void) {
  struct zygote_said said = {0};
  struct pollfd fds[] = {{ours, POLLIN, 0}, {wire_fd(), POLLRDHUP, 0}};
  while (poll(fds, 2, -1) < 0)
    if (errno != EINTR) die("poll");
  if (fds[1].revents) _exit(0);
  if (recv(ours, &said, sizeof said, 0) != sizeof said) die("the zygote has ended");
  if (!*said.failed) return said;
  errno = said.error;
  die(said.failed);
}

static size_t words_of(const struct request *r, char *to) {
  size_t size = 0;
  for (int i = 0; i < r->argc + r->envc; i++) {
    const char *word = i < r->argc ? r->argv[i] : r->envp[i - r->argc];
    size_t length = strlen(word) + 1;
    memcpy(to + size, word, length);
    size += length;
  }
  return size;
}

static void end_zygote(void) {
  if (!zygote) return;
  kill(zygote, SIGKILL);
  while (waitpid(zygote, NULL, 0) < 0 && errno == EINTR) {}
  close(ours);
  zygote = 0;
}

static void start_for(const struct request *r) {
  static char wanted[MAX_HEAD];
  size_t size = words_of(r, wanted);
  if (zygote && size == kind_size && kind_stack == r->limits.stack_bytes && memcmp(wanted, kind, size) == 0) return;
  end_zygote();
  memcpy(kind, wanted, size);
  kind_size = size;
  kind_stack = r->limits.stack_bytes;
  int pair[2], streams = memfd_create("zygote", MFD_CLOEXEC);
  if (streams < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) die("socketpair");
  files_show_prog(false);
  zygote = beside(start_zygote, &(struct egg){r, streams, pair[1]});
  close(pair[1]);
  close(streams);
  ours = pair[0];
  if (hear().word != ZYGOTE_READY) die("the zygote is not ready");
  files_show_prog(true);
}

static void ask(const struct becoming *b, const int *given) {
  union { struct cmsghdr head; char bytes[CMSG_SPACE(sizeof(int) * (FIRST_SHOWN + MAX_DESCRIPTORS))]; } control;
  size_t size = sizeof(int) * (FIRST_SHOWN + b->shown);
  struct iovec part = {(void *)b, sizeof *b};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = CMSG_SPACE(size)};
  control.head = (struct cmsghdr){.cmsg_len = CMSG_LEN(size), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
  memcpy(CMSG_DATA(&control.head), given, size);
  if (sendmsg(ours, &message, MSG_NOSIGNAL) != sizeof *b) die("the zygote does not hear");
}

pid_t zygote_bear(const struct request *r, const struct becoming *b, const int *given) {
  pid_t born = 0;
  user = b->program;
  start_for(r);
  ask(b, given);
  for (bool parted = false; !born || !parted;) {
    struct zygote_said said = hear();
    if (said.word == ZYGOTE_BORN) born = said.born;
    else parted = true;
  }
  return born;
}

/*
 * Signals reach whom our effective or real user is the real or saved one of: the program's processes and no zygote. Nor can they reach us
 * meanwhile, of whom they would need the real or the saved one.
 */
void zygote_kill_program(void) {
  if (syscall(SYS_setresuid, NOBODY, user, 0) < 0) die("setresuid");
  kill(-1, SIGKILL);
  if (syscall(SYS_setresuid, 0, 0, 0) < 0) die("setresuid");
}

bool zygote_is_last(void) {
  struct dirent *e;
  bool last = true;
  DIR *d = opendir("/proc");
  if (!d) die("/proc");
  while ((e = readdir(d)))
    if (isdigit((unsigned char)*e->d_name) && strcmp(e->d_name, "1") != 0 && atoi(e->d_name) != zygote) last = false;
  closedir(d);
  return last;
}
