#pragma GCC optimize("O3,unroll-loops")
#pragma GCC target("sse4.2,popcnt")
#include <bits/stdc++.h>
#define int long long
#define endl '\n'
#define FOR(i, a, b) for (int i = a; i <= b; i++)
using namespace std;
typedef long long ll;
const int maxn = 1e6 + 5, mod = 1e9 + 7;
int n, a[maxn];
signed main()
{
    ios::sync_with_stdio(0); ios_base::sync_with_stdio(false); cin.tie(0); cout.tie(NULL);
    cin >> n;
    __int128 x = n;
    int gcd = __gcd(n, 0LL);
    auto [p, q] = make_pair(gcd, __builtin_popcountll(n));
    FOR(i, 1, 3) a[i] = i;
    cout << (ll)x + p - n << endl;
}
