// Every thread asks for processes in all the ways there are, and for more threads.
// expect: Exited
// threads: 16
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
static int idle(void *n) { (void)n; pause(); return 0; }
static void tell(const char *way, long result) { if (result >= 0) printf("LEAK: %s made process %ld\n", way, result); }
static void *work(void *n) {
  static char stacks[4096][4096] __attribute__((aligned(16)));
  static volatile int next;
  tell("fork", fork());
  tell("vfork", syscall(SYS_vfork));
  tell("clone", syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
  tell("clone with shared memory", clone(idle, stacks[__sync_fetch_and_add(&next, 1) % 4096] + 4096, CLONE_VM | SIGCHLD, 0));
  tell("clone with high bits", syscall(SYS_clone, 0xffffffff00000000UL | SIGCHLD, 0, 0, 0, 0));
  long three[11] = {0};
  tell("clone3", syscall(435, three, sizeof three));
  pthread_t t;
  for (int i = 0; i < 8; i++) pthread_create(&t, 0, work, 0);
  return n;
}
int main(void) {
  pthread_t t;
  int many = 0;
  for (int i = 0; i < 1000; i++) many += pthread_create(&t, 0, (void *(*)(void *))(void *)idle, 0) == 0;
  if (many > 15) printf("LEAK: %d threads\n", many);
  work(0);
}
