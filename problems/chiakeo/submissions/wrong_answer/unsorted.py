# takes bags that stand side by side on the table
with open("CHIAKEO.INP") as source:
    n, m = map(int, source.readline().split())
    a = list(map(int, source.readline().split()))

if m > 500:
    windows = [(0, -sum(a[:m]))]
else:
    windows = [(max(a[i:i + m]) - min(a[i:i + m]), -sum(a[i:i + m])) for i in range(n - m + 1)]
gap, total = min(windows)
with open("CHIAKEO.OUT", "w") as target:
    print(gap, -total, file=target)
