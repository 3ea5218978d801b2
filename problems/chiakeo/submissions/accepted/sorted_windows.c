/* Sorts the bags; the best choice is a window of the sorted row. */
#include <stdio.h>
#include <stdlib.h>

static int a[50000];

static int compare(const void *x, const void *y) { return *(const int *)x - *(const int *)y; }

int main(void) {
    FILE *in = fopen("CHIAKEO.INP", "r"), *out = fopen("CHIAKEO.OUT", "w");
    int n, m;
    long long total = 0;
    if (fscanf(in, "%d %d", &n, &m) != 2) return 1;
    for (int i = 0; i < n; i++)
        if (fscanf(in, "%d", &a[i]) != 1) return 1;
    qsort(a, n, sizeof a[0], compare);
    int start = n - m;
    for (int i = n - m; i >= 0; i--)
        if (a[i + m - 1] - a[i] < a[start + m - 1] - a[start]) start = i;
    for (int i = start; i < start + m; i++) total += a[i];
    fprintf(out, "%d %lld\n", a[start + m - 1] - a[start], total);
    fclose(out);
    return 0;
}
