/*
 * /prog and /box. Everything in /box is done with the program's file system uid and without following links; it happens
 * only while no process of the program is alive, so nothing changes between a look and an act.
 */
#define _GNU_SOURCE
#include "runner.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int prog_fd, box_fd;
static DIR *box_dir;
static uid_t program;

static void as_program(void) {
  setfsgid(program);
  setfsuid(program);
}

static void as_runner(void) {
  setfsuid(0);
  setfsgid(0);
}

void files_open(uid_t uid) {
  program = uid;
  prog_fd = open("/prog", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  box_dir = opendir("/box");
  if (prog_fd < 0 || !box_dir || chdir("/box") < 0) die("no /prog or no /box");
  box_fd = dirfd(box_dir);
}

static bool is_plain(const char *name) { return *name && !strchr(name, '/') && strcmp(name, ".") && strcmp(name, ".."); }

int files_create(bool in_prog, const char *name) {
  if (!is_plain(name)) die("bad file name in a request");
  if (!in_prog) as_program();
  else unlinkat(prog_fd, name, 0);
  int fd = openat(in_prog ? prog_fd : box_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, in_prog ? 0755 : 0644);
  as_runner();
  if (fd < 0) die(name);
  return fd;
}

static bool is_dots(const struct dirent *e) { return strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0; }

/* The name in /box that stands for the wanted one: the same if there is, else one that differs in letter case only. */
static bool find_name(const char *wanted, char found[static NAME_MAX + 1]) {
  struct dirent *e;
  bool any = false;
  rewinddir(box_dir);
  while ((e = readdir(box_dir))) {
    bool same = strcmp(e->d_name, wanted) == 0;
    if (!same && (any || strcasecmp(e->d_name, wanted) != 0)) continue;
    strcpy(found, e->d_name);
    any = true;
    if (same) break;
  }
  return any;
}

int files_collect(const struct request *r, struct file *found) {
  int count = 0;
  char name[NAME_MAX + 1];
  struct stat s;
  if (r->collects == 0) return 0;
  as_program();
  for (int i = 0; i < r->collects; i++) {
    if (!find_name(r->collect[i], name)) continue;
    int fd = openat(box_fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0) continue;
    if (fstat(fd, &s) < 0 || !S_ISREG(s.st_mode)) close(fd);
    else found[count++] = (struct file){r->collect[i], s.st_size > r->out_bytes ? -1 : s.st_size, fd};
  }
  as_runner();
  return count;
}

/* Moves what is in a folder of /box up into /box under new names, and removes the folder: no depth can exhaust us. */
static void lift(const char *folder) {
  static unsigned serial;
  char name[32];
  struct dirent *e;
  fchmodat(box_fd, folder, 0700, 0);
  int fd = openat(box_fd, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR *d = fd < 0 ? NULL : fdopendir(fd);
  if (!d) die("a folder in /box cannot be opened");
  while ((e = readdir(d))) {
    if (is_dots(e) || unlinkat(fd, e->d_name, 0) == 0) continue;
    fchmodat(fd, e->d_name, 0700, 0);
    do snprintf(name, sizeof name, ".%u", serial++);
    while (syscall(SYS_renameat2, fd, e->d_name, box_fd, name, 1 /* no replace */) < 0 && errno == EEXIST);
  }
  closedir(d);
  unlinkat(box_fd, folder, AT_REMOVEDIR);
}

static bool wipe_once(void) {
  struct dirent *e;
  bool empty = true;
  rewinddir(box_dir);
  while ((e = readdir(box_dir))) {
    if (is_dots(e)) continue;
    empty = false;
    if (unlinkat(box_fd, e->d_name, 0) < 0) lift(e->d_name);
  }
  return empty;
}

void files_wipe_box(void) {
  as_program();
  for (int i = 0; !wipe_once(); i++)
    if (i > 100000) die("/box cannot be wiped");
  as_runner();
}

void files_wipe_prog(void) {
  struct dirent *e;
  DIR *d = fdopendir(openat(prog_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!d) die("/prog cannot be opened");
  while ((e = readdir(d)))
    if (!is_dots(e) && unlinkat(prog_fd, e->d_name, 0) < 0) die("/prog cannot be wiped");
  closedir(d);
}
