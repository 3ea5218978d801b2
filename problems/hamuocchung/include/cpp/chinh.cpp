#include <cstdio>

long long ucln(long long a, long long b);

int main() {
  int n;
  if (scanf("%d", &n) != 1) return 1;
  for (long long a, b; n-- && scanf("%lld %lld", &a, &b) == 2;) printf("%lld\n", ucln(a, b));
}
