#include <cstdio>
#include <bits/stdc++.h>
using namespace std;
long long n;
int main()
{
    if (fopen("BAI1.INP", "r")) { freopen("BAI1.INP", "r", stdin); freopen("BAI1.OUT", "w", stdout); }
    scanf("%I64d", &n);
    long long big = n * 1000000000000LL;
    printf("%I64d", big / 1000000000000LL);
}
