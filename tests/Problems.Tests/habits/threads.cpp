#include <bits/stdc++.h>
using namespace std;
int main()
{
    int n; cin >> n;
    atomic<int> s = 0;
    vector<thread> all;
    for (int i = 0; i < 7; i++) all.emplace_back([&] { s += n; });
    for (auto &t : all) t.join();
    auto last = async(launch::async, [&] { return s / 7; });
    cout << last.get() << endl;
}
