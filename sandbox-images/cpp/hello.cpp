// Proves that compiler, linker and libraries are in the image.
#include <bits/stdc++.h>
using namespace std;

int main() {
  vector<int> numbers(istream_iterator<int>(cin), {});
  cout << accumulate(numbers.begin(), numbers.end(), 0) << endl;
}
