// Leaves something for the next test in every way the kernel knows, and looks for it.
// expect: Exited
// twice
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>
int main(void) {
  const char *places[] = {"/box/mark", "/tmp/mark", "/dev/shm/mark", "/dev/mqueue/mark", "/prog/mark", "/run/mark"};
  for (int i = 0; i < 6; i++) {
    if (access(places[i], F_OK) == 0) printf("LEAK: %s\n", places[i]);
    int fd = open(places[i], O_CREAT | O_RDWR, 0666);
    if (fd >= 0) close(fd);
  }
  if (shmget(4711, 4096, 0) >= 0) puts("LEAK: shared memory");
  if (msgget(4711, 0) >= 0) puts("LEAK: a message queue");
  if (semget(4711, 1, 0) >= 0) puts("LEAK: a semaphore");
  shmget(4711, 4096, IPC_CREAT | 0666);
  msgget(4711, IPC_CREAT | 0666);
  semget(4711, 1, IPC_CREAT | 0666);
  char value[8] = "";
  if (getxattr("/box", "user.mark", value, sizeof value) > 0) puts("LEAK: an attribute");
  setxattr("/box", "user.mark", "x", 1, 0);
  if (syscall(SYS_request_key, "user", "mark", 0, 0) >= 0) puts("LEAK: a key");
  syscall(SYS_add_key, "user", "mark", "x", 1, -4);
  syscall(SYS_mq_open, "mark", O_CREAT | O_RDWR, 0666, 0);
}
