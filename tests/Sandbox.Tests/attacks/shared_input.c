// Tries to change an input that other runs read too: through its descriptors, opened again, mapped, or from elsewhere.
// expect: Exited
// large
// twice
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
static void change(int fd, const char *what) {
  struct stat before, after;
  fstat(fd, &before);
  if (write(fd, "y", 1) == 1 || pwrite(fd, "y", 1, 0) == 1) printf("LEAK: wrote %s\n", what);
  if (ftruncate(fd, 0) == 0 || ftruncate(fd, 1 << 25) == 0) printf("LEAK: cut %s\n", what);
  if (fallocate(fd, 0, 0, 1 << 25) == 0 || fallocate(fd, 3, 0, 4096) == 0) printf("LEAK: holes in %s\n", what);
  if (fchmod(fd, 0777) == 0 || fchown(fd, getuid(), -1) == 0) printf("LEAK: owns %s\n", what);
  if (fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL) == 0) printf("LEAK: sealed %s\n", what);
  if (fcntl(fd, F_SETLEASE, F_WRLCK) == 0) printf("LEAK: leased %s\n", what);
  int own = memfd_create("own", 0), pipes[2];
  pwrite(own, "yyyy", 4, 0);
  if (sendfile(fd, own, NULL, 4) > 0 || copy_file_range(own, NULL, fd, NULL, 4, 0) > 0) printf("LEAK: copied into %s\n", what);
  if (pipe(pipes) == 0 && write(pipes[1], "yy", 2) == 2 && splice(pipes[0], NULL, fd, NULL, 2, 0) > 0) printf("LEAK: spliced into %s\n", what);
  char *seen = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (seen != MAP_FAILED) printf("LEAK: mapped %s for writing\n", what);
  seen = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);
  if (seen != MAP_FAILED && mprotect(seen, 4096, PROT_READ | PROT_WRITE) == 0) printf("LEAK: may write the map of %s\n", what);
  struct iovec mine = {"y", 1}, there = {seen, 1};
  if (seen != MAP_FAILED && process_vm_writev(getpid(), &mine, 1, &there, 1, 0) > 0) printf("LEAK: wrote the map of %s\n", what);
  fstat(fd, &after);
  if (before.st_size != after.st_size || before.st_mode != after.st_mode) printf("LEAK: changed %s\n", what);
  close(own);
  close(pipes[0]);
  close(pipes[1]);
}
int main(void) {
  char path[64], first = 0;
  struct stat s;
  if (fstat(0, &s) < 0 || s.st_size != 9 << 20 || pread(0, &first, 1, 0) != 1 || first != 'x') puts("LEAK: the input was changed before");
  for (int fd = 0; fd < 4; fd += 3) {
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    change(fd, path);
    for (int mode = O_RDONLY; mode <= O_RDWR; mode++) {
      int again = open(path, mode);
      if (again >= 0) change(again, path), close(again);
    }
    if (open(path, O_WRONLY | O_TRUNC) >= 0) printf("LEAK: emptied %s\n", path);
    if (truncate(path, 0) == 0) printf("LEAK: cut %s by name\n", path);
  }
  for (int fd = 0; fd < 64; fd++) {
    int pidfd = syscall(SYS_pidfd_open, 1, 0);
    if (syscall(SYS_pidfd_getfd, pidfd, fd, 0) >= 0) puts("LEAK: took a descriptor of the runner");
    snprintf(path, sizeof path, "/proc/1/fd/%d", fd);
    if (open(path, O_RDONLY) >= 0) puts("LEAK: opened a descriptor of the runner");
    if (fd > 3 && fstat(fd, &s) == 0) puts("LEAK: a descriptor too many");
  }
}
