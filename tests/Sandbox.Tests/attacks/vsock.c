// Talks to the host of a virtual machine, for which no network is needed.
// expect: Exited
#include <stdio.h>
#include <sys/socket.h>
#include <linux/vm_sockets.h>
int main(void) {
  int fd = socket(AF_VSOCK, SOCK_STREAM, 0);
  if (fd < 0) return 0;
  puts("LEAK: a socket");
  struct sockaddr_vm host = {.svm_family = AF_VSOCK, .svm_cid = VMADDR_CID_HOST, .svm_port = 1};
  if (connect(fd, (struct sockaddr *)&host, sizeof host) == 0) puts("LEAK: connected");
}
