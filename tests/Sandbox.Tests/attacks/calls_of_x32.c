// Makes a system call by the x32 convention, which sets a high bit in the number.
// expect: Signaled Exited
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  if (syscall(0x40000000 | SYS_socket, 40, 1, 0) >= 0) puts("LEAK: a socket");
}
