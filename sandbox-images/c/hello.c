/* Proves that compiler, linker and the libraries of school programs are in the image. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  int a, b;
  if (scanf("%d %d", &a, &b) != 2) return 1;
  printf("%.0f\n", floor(a + b + 0.5));
  return 0;
}
