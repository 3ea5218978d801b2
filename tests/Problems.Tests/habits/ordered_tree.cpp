#include <bits/stdc++.h>
#include <ext/pb_ds/assoc_container.hpp>
#include <ext/pb_ds/tree_policy.hpp>
using namespace std;
using namespace __gnu_pbds;
typedef tree<int, null_type, less<int>, rb_tree_tag, tree_order_statistics_node_update> ordered_set;
mt19937 rng(chrono::steady_clock::now().time_since_epoch().count());
int main()
{
    ordered_set s;
    int n; scanf("%d", &n);
    for (int i = 0; i < n; i++) s.insert(i);
    string t; int k = 0; while (k < 3) t += char('0' + k++);
    printf("%d\n", (int)s.order_of_key(n));
    fclose(stdin); exit(0);
}
