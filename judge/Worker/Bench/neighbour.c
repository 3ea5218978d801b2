/*
 * A neighbour that wears the machine, bounded: it ends with its standard input, with its parent, or after an hour.
 *
 * Usage: neighbour core
 *        neighbour memory BYTES    fills so many bytes again and again
 *        neighbour disk PATH       writes a file of 64 MB again and again, to the disk, and removes it
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

enum { LONGEST_SECONDS = 3600, PORTION = 1 << 20, FILE_PORTIONS = 64 };

static char portion[PORTION];

static int is_wanted(void) { return poll(&(struct pollfd){0, POLLIN, 0}, 1, 0) == 0; }

static void use_core(void) {
  static volatile unsigned turns;
  for (int i = 0; i < 1000000; i++) turns++;
}

static void use_memory(char *block, size_t size, int with) {
  for (size_t at = 0; at + PORTION <= size && is_wanted(); at += PORTION) memset(block + at, with, PORTION);
}

static void use_disk(const char *path) {
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) exit(1);
  for (int i = 0; i < FILE_PORTIONS && is_wanted() && write(fd, portion, sizeof portion) > 0; i++) fdatasync(fd);
  close(fd);
  unlink(path);
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  alarm(LONGEST_SECONDS);
  size_t size = strcmp(argv[1], "memory") == 0 && argc > 2 ? strtoull(argv[2], NULL, 10) : 0;
  char *block = size ? malloc(size) : NULL;
  for (int turn = 0; is_wanted(); turn++)
    if (block) use_memory(block, size, turn);
    else if (strcmp(argv[1], "disk") == 0 && argc > 2) use_disk(argv[2]);
    else use_core();
  return 0;
}
