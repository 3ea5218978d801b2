int ucln(int a, int b) {
  return b == 0 ? a : ucln(b, a % b);
}
