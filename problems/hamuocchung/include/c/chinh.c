#include <stdio.h>

long long ucln(long long a, long long b);

int main(void) {
  int n;
  if (scanf("%d", &n) != 1) return 1;
  for (long long a, b; n-- && scanf("%lld %lld", &a, &b) == 2;) printf("%lld\n", ucln(a, b));
  return 0;
}
