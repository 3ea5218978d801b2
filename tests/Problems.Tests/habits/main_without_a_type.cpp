#include <bits/stdc++.h>
using namespace std;
main()
{
    freopen("BAI1.INP", "r", stdin);
    freopen("BAI1.OUT", "w", stdout);
    int n; cin >> n; cout << n;
}
