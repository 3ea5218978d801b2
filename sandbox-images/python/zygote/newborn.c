/*
 * The inside of a Python zygote, as an extension module that sitecustomize.py imports before the main program is opened. In an
 * interpreter that nobody has made a zygote of, the import fails at once and all goes on. In a zygote it never comes back; in each child
 * it fails as well, and the child goes on to the main program as any interpreter would: nothing later in it can tell the two apart.
 *
 * A child is born as the process of its program (become.c), with user, limits and descriptors of its own, before Python goes on. What
 * stands between it and the zygote ends at once, so that process 1 inherits it, as it starts every other program.
 *
 * Five functions of Python's stable interface are named here by hand: its headers are not needed.
 */
#define _GNU_SOURCE
#include "../../runner/zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern void *PyExc_ImportError;
void PyErr_SetNone(void *type);
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);

static bool is_zygote(void) {
  struct stat s;
  return fstat(ZYGOTE_SOCKET, &s) == 0 && S_ISSOCK(s.st_mode);
}

static void say(enum zygote_word word, const char *failed) {
  struct zygote_said said = {.word = word, .born = getpid(), .error = failed ? errno : 0};
  if (failed) strncpy(said.failed, failed, sizeof said.failed - 1);
  if (send(ZYGOTE_SOCKET, &said, sizeof said, MSG_NOSIGNAL) != sizeof said) _exit(1);
}

/* Returns how many descriptors came along; the runner has gone: the zygote goes too. */
static int hear(struct becoming *b, int given[static FIRST_SHOWN + MAX_DESCRIPTORS]) {
  union { struct cmsghdr head; char bytes[CMSG_SPACE(sizeof(int) * (FIRST_SHOWN + MAX_DESCRIPTORS))]; } control;
  struct iovec part = {b, sizeof *b};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  if (recvmsg(ZYGOTE_SOCKET, &message, MSG_CMSG_CLOEXEC) != sizeof *b) _exit(0);
  struct cmsghdr *head = CMSG_FIRSTHDR(&message);
  if (!head || head->cmsg_type != SCM_RIGHTS) _exit(1);
  int count = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
  memcpy(given, CMSG_DATA(head), count * sizeof(int));
  return count;
}

/*
 * The child, from when it is process 1's own. Whoever changes its user cannot be looked into, not by itself either, until it says so:
 * programs open /dev/stdin.
 */
static void be_born(const struct becoming *b, const int *given, const int *parting) {
  char none;
  close(parting[1]);
  while (read(parting[0], &none, 1) < 0 && errno == EINTR) {}
  const char *failed = become(b, given, ZYGOTE_SOCKET);
  if (!failed && prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) < 0) failed = "dumpable";
  say(ZYGOTE_BORN, failed);
  if (failed) _exit(1);
  close(ZYGOTE_SOCKET);
  PyOS_AfterFork_Child();
}

/* Comes back in children only. */
static void wait_for_births(void) {
  struct becoming b;
  int given[FIRST_SHOWN + MAX_DESCRIPTORS], parting[2];
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  say(ZYGOTE_READY, NULL);
  for (;;) {
    int count = hear(&b, given);
    if (pipe2(parting, O_CLOEXEC) < 0) _exit(1);
    PyOS_BeforeFork();
    pid_t between = fork();
    if (between == 0) {
      pid_t child = fork();
      if (child != 0) _exit(child < 0);
      be_born(&b, given, parting);
      return;
    }
    PyOS_AfterFork_Parent();
    int status = 1;
    while (between > 0 && waitpid(between, &status, 0) < 0 && errno == EINTR) {}
    close(parting[0]);
    close(parting[1]);
    for (int i = 0; i < count; i++) close(given[i]);
    say(ZYGOTE_PARTED, status != 0 ? "fork" : NULL);
  }
}

void *PyInit_newborn(void) {
  if (is_zygote()) wait_for_births();
  PyErr_SetNone(PyExc_ImportError);
  return NULL;
}
