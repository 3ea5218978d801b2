# sorts by taking out the least number again and again: n * n / 2 steps
with open("CHIAKEO.INP") as source:
    n, m = map(int, source.readline().split())
    left = list(map(int, source.readline().split()))

a = []
while left:
    least = min(left)
    left.remove(least)
    a.append(least)
gap, total = min((a[i + m - 1] - a[i], -i) for i in range(n - m + 1))
start = -total
with open("CHIAKEO.OUT", "w") as target:
    print(gap, sum(a[start:start + m]), file=target)
