#include <stdio.h>
int n;
int main()
{
    FILE *fi = fopen("BAI1.INP", "r"), *fo = fopen("BAI1.OUT", "w");
    fscanf(fi, "%d", &n);
    fprintf(fo, "%d", n);
    fflush(stdin);
    return 0;
}
