/* check INPUT ANSWER OUTPUT: 0 for a right output, else 1. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  static long long a[100001];
  long long n, s, i, x, y, jury;
  char more;
  FILE *input = fopen(argv[1], "r"), *answer = fopen(argv[2], "r"), *output = fopen(argv[3], "r");
  if (argc < 4 || !input || !answer || !output) abort();
  if (fscanf(input, "%lld %lld", &n, &s) != 2 || fscanf(answer, "%lld", &jury) != 1) abort();
  for (i = 1; i <= n; i++)
    if (fscanf(input, "%lld", &a[i]) != 1) abort();
  if (fscanf(output, "%lld %lld", &x, &y) != 2 || fscanf(output, " %c", &more) == 1) return 1;
  if (x == 0 && y == 0) return jury != 0;
  return x < 1 || y < 1 || x > n || y > n || x == y || a[x] + a[y] != s;
}
