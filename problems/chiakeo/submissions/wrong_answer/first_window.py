# of equal gaps it takes the first window, so the fewest sweets
with open("CHIAKEO.INP") as source:
    n, m = map(int, source.readline().split())
    a = sorted(map(int, source.readline().split()))

gap = min(a[i + m - 1] - a[i] for i in range(n - m + 1))
start = min(i for i in range(n - m + 1) if a[i + m - 1] - a[i] == gap)
with open("CHIAKEO.OUT", "w") as target:
    print(gap, sum(a[start:start + m]), file=target)
