#include <stdio.h>
#include <malloc.h>
#include <math.h>
#include <time.h>
int main(int argc, char *argv[])
{
    freopen("bai1.inp", "r", stdin);
    freopen("bai1.out", "w", stdout);
    long long n;
    scanf("%lld", &n);
    int *a = malloc(n * sizeof *a);
    a[0] = (int)pow(n, 1);
    printf("%d", a[0]);
    clock();
}
