import sys

import giai

for line in sys.stdin.read().splitlines()[1:]:
    a, b = map(int, line.split())
    print(giai.ucln(a, b))
