/*
 * The bare machine, for comparison: starts a program as cheaply as the kernel allows and measures it.
 *
 * Usage: bare ROOT [PROGRAM ARGUMENT...] [-- PROGRAM ARGUMENT...]...
 *   ROOT is the root folder of the programs ("/" for the machine's own).
 * For each byte read from standard input the programs are run one after another, each by fork, chroot and exec with
 * its standard input from the file INPUT (environment, default /dev/null) and its output thrown away; then one line is
 * written: nanoseconds from the first fork to the last wait, or -1 when a program did not exit with 0.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int run(const char *root, char **argv, int in, int out)
{
  pid_t pid = fork();
  if (pid == 0) {
    lseek(in, 0, SEEK_SET);
    dup2(in, 0);
    dup2(out, 1);
    dup2(out, 2);
    if (strcmp(root, "/") != 0 && (chroot(root) != 0 || chdir("/") != 0))
      _exit(126);
    execve(argv[0], argv, (char *[]){"PATH=/usr/bin:/bin", "HOME=/tmp", NULL});
    _exit(127);
  }
  int status;
  return pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(int argc, char **argv)
{
  if (argc < 3)
    return 2;
  const char *input = getenv("INPUT");
  int in = open(input ? input : "/dev/null", O_RDONLY | O_CLOEXEC), out = open("/dev/null", O_WRONLY | O_CLOEXEC);
  for (int i = 0; i < argc; i++)
    if (strcmp(argv[i], "--") == 0)
      argv[i] = NULL;
  char go;
  while (read(0, &go, 1) == 1) {
    struct timespec from, to;
    int good = 1;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int i = 2; i < argc && good; i++)
      if (argv[i] && (i == 2 || !argv[i - 1]))
        good = run(argv[1], argv + i, in, out);
    clock_gettime(CLOCK_MONOTONIC, &to);
    printf("%lld\n", good ? (to.tv_sec - from.tv_sec) * 1000000000LL + to.tv_nsec - from.tv_nsec : -1);
    fflush(stdout);
  }
  return 0;
}
