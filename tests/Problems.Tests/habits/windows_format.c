#include <stdio.h>
int main()
{
    long long n, big = 1234567890123LL, back;
    char s[50];
    scanf("%I64d", &n);
    sprintf(s, "%I64d|%5I64u", big, big);
    sscanf(s, "%I64d", &back);
    printf("%I64d\n", n + back - big);
}
