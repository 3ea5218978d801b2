long long ucln(long long a, long long b) {
  return b == 0 ? a : ucln(b, a % b);
}
