// Sorts the bags; the best choice is a window of the sorted row. Names its files in lower case.
#include <bits/stdc++.h>
using namespace std;

int main() {
    freopen("chiakeo.inp", "r", stdin);
    freopen("chiakeo.out", "w", stdout);
    int n, m;
    cin >> n >> m;
    vector<int> a(n);
    for (int &x : a) cin >> x;
    sort(a.begin(), a.end());
    int start = n - m;
    for (int i = n - m; i >= 0; i--)
        if (a[i + m - 1] - a[i] < a[start + m - 1] - a[start]) start = i;
    cout << a[start + m - 1] - a[start] << ' ' << accumulate(a.begin() + start, a.begin() + start + m, 0LL) << endl;
}
