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
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MOST_OF_FOLDER = 64 };

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

/* Splits FOLDER/NAME; without a folder that is empty. */
static const char *split(const char *path, char folder[static NAME_MAX + 1]) {
  const char *slash = strchr(path, '/'), *name = slash ? slash + 1 : path;
  size_t length = slash ? slash - path : 0;
  bool fits = length <= NAME_MAX && (!slash || length > 0) && *name && strlen(name) <= NAME_MAX && !strchr(name, '/');
  if (!fits || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) die("bad file name in a request");
  memcpy(folder, path, length);
  folder[length] = '\0';
  if (strcmp(folder, ".") == 0 || strcmp(folder, "..") == 0) die("bad folder name in a request");
  return name;
}

static void make_folder(int top, const char *name) {
  if (*name && mkdirat(top, name, 0755) < 0 && errno != EEXIST) die(name);
}

static int create(int top, const char *path) {
  int fd = openat(top, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, top == prog_fd ? 0755 : 0644);
  if (fd < 0) die(path);
  return fd;
}

/* The whole of one file to another, without coming through our memory. */
static void copy(int from, int to) {
  off_t at = 0;
  ssize_t n;
  do n = sendfile(to, from, &at, 1 << 30);
  while (n > 0);
  if (n < 0) die("no room for a file");
}

static void lay(int top, const struct file *f, const char *before) {
  char target[32];
  int fd;
  switch (f->source) {
    case FOLLOWS:
    case COPIED:
      fd = create(top, f->name);
      if (f->source == COPIED) copy(f->fd, fd);
      else wire_read_payload(fd, f->size);
      close(fd);
      break;
    case SHOWN:
      snprintf(target, sizeof target, "/proc/self/fd/%d", (int)f->size);
      if (symlinkat(target, top, f->name) < 0) die(f->name);
      break;
    case SAME:
      if (linkat(top, before, top, f->name, 0) < 0) die(f->name);
      break;
  }
}

/* Nothing that could have laid a trap has run since /box was wiped, and programs cannot write in /prog. */
void files_lay(const struct request *r, bool in_prog) {
  char folder[NAME_MAX + 1];
  int top = in_prog ? prog_fd : box_fd;
  if (!in_prog) as_program();
  for (int i = 0; i < r->folders; i++) {
    split(r->folder[i], folder);
    make_folder(top, r->folder[i]);
  }
  for (int i = 0; i < r->puts; i++) {
    split(r->put[i].name, folder);
    make_folder(top, folder);
    if (in_prog) unlinkat(top, r->put[i].name, 0);
    lay(top, &r->put[i], i > 0 ? r->put[i - 1].name : NULL);
  }
  as_runner();
}

static bool is_dots(const struct dirent *e) { return strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0; }

/* The name in a folder that stands for the wanted one: the same if there is, else one that differs in letter case only. */
static bool find_name(DIR *d, const char *wanted, char found[static NAME_MAX + 1]) {
  struct dirent *e;
  bool any = false;
  rewinddir(d);
  while ((e = readdir(d))) {
    bool same = strcmp(e->d_name, wanted) == 0;
    if (!same && (any || strcasecmp(e->d_name, wanted) != 0)) continue;
    strcpy(found, e->d_name);
    any = true;
    if (same) break;
  }
  return any;
}

/* Takes a regular file, of at most so many bytes, among the found ones. */
static void take(int folder, const char *name, const char *told, int64_t most, struct file *found, int *count) {
  struct stat s;
  int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) return;
  if (*count == MAX_FILES || fstat(fd, &s) < 0 || !S_ISREG(s.st_mode)) close(fd);
  else found[(*count)++] = (struct file){.name = told, .size = s.st_size > most ? -1 : s.st_size, .fd = fd};
}

/* All regular files of a folder, together of at most so many bytes; too many of them are over the limit too. */
static void take_all(DIR *d, const char *folder, int64_t most, struct file *found, int *count) {
  static char names[MOST_OF_FOLDER][2 * NAME_MAX + 2];
  struct dirent *e;
  int first = *count;
  while ((e = readdir(d)) && (*count == first || found[*count - 1].size >= 0)) {
    int taken = *count - first;
    if (taken == MOST_OF_FOLDER) {
      found[*count - 1].size = -1;
      return;
    }
    snprintf(names[taken], sizeof names[taken], "%s/%s", folder, e->d_name);
    take(dirfd(d), e->d_name, names[taken], most, found, count);
    if (*count - first > taken && found[*count - 1].size > 0) most -= found[*count - 1].size;
  }
}

/* Opens a folder of /box by its name in any letter case, following no link. */
static DIR *open_folder(const char *wanted) {
  char name[NAME_MAX + 1];
  if (!find_name(box_dir, wanted, name)) return NULL;
  int fd = openat(box_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  return fd < 0 ? NULL : fdopendir(fd);
}

int files_collect(const struct request *r, struct file found[static MAX_FILES]) {
  int count = 0;
  char folder[NAME_MAX + 1], there[NAME_MAX + 1];
  if (r->collects == 0) return 0;
  as_program();
  for (int i = 0; i < r->collects; i++) {
    const char *name = split(r->collect[i], folder);
    DIR *d = *folder ? open_folder(folder) : box_dir;
    if (!d) continue;
    if (strcmp(name, "*") == 0) take_all(d, folder, r->out_bytes, found, &count);
    else if (find_name(d, name, there)) take(dirfd(d), there, r->collect[i], r->out_bytes, found, &count);
    if (d != box_dir) closedir(d);
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

/* Only the runner makes folders in /prog, so there are none in them. */
static void empty_folder(int fd) {
  struct dirent *e;
  DIR *d = fd < 0 ? NULL : fdopendir(fd);
  if (!d) die("/prog cannot be opened");
  while ((e = readdir(d))) {
    if (is_dots(e) || unlinkat(fd, e->d_name, 0) == 0) continue;
    empty_folder(openat(fd, e->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (unlinkat(fd, e->d_name, AT_REMOVEDIR) < 0) die("/prog cannot be wiped");
  }
  closedir(d);
}

void files_wipe_prog(void) { empty_folder(openat(prog_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)); }

void files_show_prog(bool shown) {
  if (fchmod(prog_fd, shown ? 0755 : 0) < 0) die("fchmod");
}
