// check INPUT OUTPUT ANSWER: exit codes as testlib has them (0 right, 1 wrong, 2 not in the form asked for, 3 the jury is wrong).
#include <fstream>
#include <iostream>
#include <string>

static int verdict(int code, const char *words) {
  std::cerr << words << "\n";
  return code;
}

// 0: a solution, 1: no solution, 2: says that there is none, 3: not in the form
static int read(const char *file, long long a, long long b, long long s) {
  std::ifstream in(file);
  long long x, y;
  std::string more;
  if (!(in >> x)) return 3;
  if (x == -1) return in >> more ? 3 : 2;
  if (!(in >> y) || in >> more || x < 0 || y < 0) return 3;
  return x <= s / a && y <= s / b && x * a + y * b == s ? 0 : 1;
}

int main(int, char **arg) {
  std::ifstream input(arg[1]);
  long long a, b, s;
  input >> a >> b >> s;
  int own = read(arg[2], a, b, s), jury = read(arg[3], a, b, s);
  if (jury == 1 || jury == 3) return verdict(3, "the jury's answer is wrong");
  if (own == 3) return verdict(2, "two numbers, or -1");
  if (own == 1) return verdict(1, "the seats do not add up");
  if (own == 0) return jury == 2 ? verdict(3, "the jury found no way, but there is one") : verdict(0, "right");
  return jury == 2 ? verdict(0, "right") : verdict(1, "there is a way");
}
