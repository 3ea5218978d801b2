long long ucln(long long a, long long b) {
  while (b) {
    long long rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
