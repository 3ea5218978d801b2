// Makes a system call by the old 32-bit convention, whose numbers a filter for 64 bits would misread.
// expect: Signaled
#include <stdio.h>
int main(void) {
  long result;
  __asm__ volatile("int $0x80" : "=a"(result) : "a"(359), "b"(40), "c"(1), "d"(0) : "memory", "r8", "r9", "r10", "r11");
  printf("LEAK: socket gave %ld\n", result);
}
