#ifndef RUNNER_H
#define RUNNER_H

#include "become.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

enum { MAX_WORDS = 1024, MAX_FILES = 128, MAX_HEAD = 256 * 1024 };
enum { MOST_OPEN = 256 };         /* descriptors of the runner */

/* die.c: says what is wrong on standard error and ends the box: the judge sees the connection close and throws the box away. */
_Noreturn void die(const char *what);

/* Where the bytes of a file come from: they follow in the frame, a descriptor came along with it, or the file before has them. */
enum source { FOLLOWS, COPIED, SHOWN, SAME };

/* One file on its way in or out. */
struct file {
  const char *name;               /* with at most one folder */
  int64_t size;
  int fd;
  enum source source;             /* on its way in */
};

/* A request as the judge sent it; strings point into the frame's head and live until the next one. */
struct request {
  const char *verb;
  int64_t stdin_size;
  int64_t descriptors;            /* how many must have come along */
  int in_fd, out_fd;              /* those that become the program's streams, or -1 */
  struct becoming limits;
  int64_t wall_us, out_bytes;     /* those that the runner itself sees to */
  bool merge;                     /* standard error into standard output */
  bool fork;                      /* may be born of a zygote */
  int argc, envc, puts, collects, folders; /* how much of these is filled: */
  char *argv[MAX_WORDS], *envp[MAX_WORDS];
  struct file put[MAX_FILES];     /* for /box, or for /prog with the verb "put" */
  const char *collect[MAX_FILES];
  const char *folder[MAX_FILES];  /* made empty in /box */
  int show[MAX_DESCRIPTORS];      /* what the program inherits from FIRST_SHOWN on */
};

/* What the watched program did. */
struct outcome {
  int status;                     /* as wait4 gives it */
  int exec_errno;                 /* the program's own fault: it is not a program */
  int64_t cpu_us, wall_us, rss_kb, oom_kills;
  int64_t ended_ns;               /* when, on the clock that all boxes of a machine share */
  int reaped;
  bool cpu_passed, wall_passed;
};

/* wire.c: frames to and from the judge. */
void wire_open(const char *path);
void wire_hello(const char *usage, int cores);
void wire_read_request(struct request *r);              /* ends the box when the judge is gone */
void wire_read_payload(int fd, int64_t size);           /* the next bytes of the request go into fd */
void wire_close_given(void);                            /* the descriptors that came with the request */
void wire_begin(void);                                  /* an answer: words, then files in the same order */
void wire_word(const char *format, ...) __attribute__((format(printf, 1, 2)));
void wire_send(const struct file *files, int count);
int wire_fd(void);

/* files.c: /prog and /box. */
void files_open(uid_t uid);
void files_lay(const struct request *r, bool in_prog);  /* new files, owned by root in /prog and by the program in /box */
int files_collect(const struct request *r, struct file found[static MAX_FILES]); /* size -1: over the limit */
void files_wipe_box(void);
void files_wipe_prog(void);
void files_show_prog(bool shown);                       /* hidden: nobody finds anything in it */

/* usage.c: what everything in the box has used so far. */
const char *usage_open(void);
int64_t usage_cpu_us(void);                             /* of all processes, the runner too; goes on counting when they die */
int64_t usage_oom_kills(void);
int64_t usage_waited_us(void);                          /* for a core, by all threads that live now, but the runner's */

/* beside.c: a child in our memory until it executes or ends. */
pid_t beside(int (*start)(void *), void *argument);

/* zygote.c: an interpreter that has started and bears programs. */
pid_t zygote_pid(void);                                 /* 0: there is none */
pid_t zygote_bear(const struct request *r, const struct becoming *b, const int *given); /* starts one of that kind where there is none */
void zygote_kill_program(void);                         /* all processes of the program, and no zygote */
bool zygote_is_last(void);                              /* whether nothing is left but it */

/* run.c: one program from start to the death of the last process. */
void run_prepare(uid_t uid, int cores);
void run_program(const struct request *r, int in, int out, int err, struct outcome *o);

#endif
