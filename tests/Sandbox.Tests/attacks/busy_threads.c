// Eight threads: eight times the processor time a second.
// expect: CpuLimit
// processes: 16
#include <pthread.h>
static void *work(void *n) { for (volatile unsigned long i = 0;; i++) { } return n; }
int main(void) {
  pthread_t t;
  for (int i = 0; i < 7; i++) pthread_create(&t, 0, work, 0);
  work(0);
}
